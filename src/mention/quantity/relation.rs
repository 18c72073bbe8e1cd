//! How neighbouring quantities bear on each other: shared modifiers, repeated amounts, points of a share.

use super::{Draft, Unit, reader::Reader};
use crate::{
    claim::Kind,
    decimal::Decimal,
    lexicon::numbers::{Link, NumberWord, UnitWord},
};

impl Reader<'_, '_, '_> {
    /// Spreads modifiers over *und* and *oder*, finds amounts that repeat the one before.
    pub(super) fn relate(&self, drafts: &mut [Draft], first: usize) {
        for at in first.max(1)..drafts.len() {
            let (before, after) = drafts.split_at_mut(at);
            let (draft, last) = (&mut after[0], &before[at - 1]);
            let (from, to) = (last.quantity.place.end as usize, draft.quantity.phrase_first as usize);
            if to < from || from < self.start || to - from > 4 {
                continue;
            }
            let from = if last.open { self.skip_adjectives(from) } else { from };
            let link =
                self.longest(from, |word| if let NumberWord::Link(link) = word { Some(link) } else { None });
            let directly = link
                .filter(|&(_, end)| end == to || self.text(end) == "." && end + 1 == to)
                .map(|(link, _)| link);
            if self.repeats(last, draft, from, to, directly) {
                draft.quantity.repeats = Some(at as u32 - 1);
            }
            let spreads = matches!(directly, Some(Link::And | Link::Or))
                && (last.quantity.kind == draft.quantity.kind || last.bare);
            if draft.quantity.modifier.is_none()
                && !draft.quantity.signed
                && (spreads
                    || draft.quantity.repeats.is_some()
                        && self.text(from) == "("
                        && draft.quantity.kind != Kind::Percent)
                && last.quantity.kind != Kind::Multiple
            {
                draft.quantity.modifier = last.quantity.modifier;
            }
        }
    }

    /// Whether a quantity says the one before it again in another unit.
    fn repeats(&self, last: &Draft, draft: &Draft, from: usize, to: usize, directly: Option<Link>) -> bool {
        let (a, b) = (&last.quantity, &draft.quantity);
        let same = |at: usize| {
            self.longest(at, |word| (word == NumberWord::Link(Link::Same)).then_some(())).is_some()
        };
        let bracket = self.text(from) == "(";
        let opened = bracket && (to == from + 1 || same(from + 1));
        let named =
            self.text(from) == "," && same(from + 1) || matches!(directly, Some(Link::Or | Link::Same));
        if b.signed || draft.bare {
            return false;
        }
        match (a.kind, b.kind) {
            (Kind::Money, Kind::Money) | (Kind::Measure, Kind::Measure) => {
                (opened || named) && a.unit != b.unit
            }
            (Kind::Points | Kind::Money, Kind::Percent) => matches!(directly, Some(Link::Or)) && !last.bare,
            (Kind::Percent, Kind::Percent) => {
                opened
                    && matches!(
                        a.place.rule,
                        "quantity.fraction" | "quantity.share.every" | "quantity.share.of"
                    )
            }
            _ => false,
        }
    }
}

/// *Punkte* of a share are percentage points: a percentage stands beside them and no index.
pub(super) fn settle_points(drafts: &mut [Draft], first: usize) {
    let list = drafts.get_mut(first..).unwrap_or_default();
    let small = |draft: &Draft| draft.ends.1.abs() < Decimal::ONE_HUNDRED;
    let index = list.iter().any(|draft| draft.quantity.kind == Kind::Points && !small(draft));
    for at in 0..list.len() {
        if list[at].word != Some(UnitWord::Points) || !small(&list[at]) || index {
            continue;
        }
        let percent = |place: Option<&Draft>| place.is_some_and(|draft| draft.quantity.kind == Kind::Percent);
        let repeated = percent(list.get(at + 1)) && list[at + 1].quantity.repeats.is_some();
        if (percent(list.get(at + 1)) || at > 0 && percent(list.get(at - 1))) && !repeated {
            list[at].quantity.kind = Kind::PercentagePoint;
            list[at].quantity.unit = Unit::Point;
        }
    }
}
