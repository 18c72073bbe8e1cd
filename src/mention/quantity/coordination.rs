//! What a sentence's quantities lend each other: units and scales.

use super::{Draft, reader::Reader};
use crate::{
    claim::Kind,
    decimal::{Decimal, power_of_ten},
    document::Class,
    lexicon::{
        Sense,
        cues::Cue,
        grammar::{FunctionWord, Relation},
        numbers::{NumberWord, UnitWord},
        paradigm::VerbForm,
    },
};

/// So many tokens may stand between a bare number and the unit behind it.
const FORWARD: usize = 10;
/// So many quantities back a unit is looked for.
const BACKWARD: usize = 8;

impl Reader<'_, '_, '_> {
    /// Lends units forwards: *1,2, 3,4 und 5,6 Millionen Euro*, *von 3,4 auf 2,9 Milliarden*.
    pub(super) fn lend_forwards(&self, drafts: &mut [Draft]) {
        for at in (0..drafts.len().saturating_sub(1)).rev() {
            let (before, after) = drafts.split_at_mut(at + 1);
            let (draft, next) = (&mut before[at], &after[0]);
            if draft.bare
                && draft.quantity.kind == Kind::Number
                && next.quantity.kind != Kind::Number
                && self.is_coordinated(draft, next)
            {
                lend(draft, next, true);
            }
        }
    }

    /// Drops the bare numbers that are listed before a length of time: *62, 64 und 66 Jahren*.
    pub(super) fn drop_listed(&self, drafts: &mut Vec<Draft>, first: usize, number: usize) {
        let mut to = number;
        while let Some(draft) = drafts.get(first..).and_then(<[Draft]>::last) {
            let end = draft.quantity.place.end as usize;
            let tied = |at: usize| {
                self.link(at).is_some()
                    || self.text(at) == ","
                    || self
                        .words
                        .has(at, |sense| matches!(sense, Sense::Function(FunctionWord::Preposition(_))))
                    || self
                        .find(at, |word| matches!(word, NumberWord::Modifier { .. }).then_some(()))
                        .is_some()
            };
            if draft.quantity.kind != Kind::Number
                || to < end
                || to - end > 3
                || !(end..to).all(tied)
                || end == to
            {
                return;
            }
            to = draft.quantity.phrase_first as usize;
            drafts.pop();
        }
    }

    /// Whether two quantities belong together by what stands between them.
    fn is_coordinated(&self, draft: &Draft, next: &Draft) -> bool {
        let (from, to) = (draft.quantity.place.end as usize, next.quantity.phrase_first as usize);
        if to < from || to - from > FORWARD || matches!(next.quantity.kind, Kind::Multiple) {
            return false;
        }
        if next.quantity.place.rule.contains("fraction") || next.quantity.place.rule.contains("share") {
            return false;
        }
        let share = matches!(next.quantity.kind, Kind::Percent | Kind::PercentagePoint);
        if share && (draft.scale > 0 || draft.ends.1.abs() > Decimal::ONE_THOUSAND) {
            return false;
        }
        let (mut links, mut content) = (0, 0);
        for at in from..to {
            // *12 der Filialen, also 50 Prozent*: the same once more, in a unit of its own.
            if self.words.cue(at, to, Cue::SaysAgain).is_some() {
                return false;
            }
            let text = self.text(at);
            let tied = self.link(at).is_some()
                || matches!(text, "," | "(" | ")" | ":" | "/" | "bzw." | "→")
                || self.words.has(at, |sense| {
                    matches!(
                        sense,
                        Sense::Function(FunctionWord::Preposition(_) | FunctionWord::Coordinating)
                    )
                });
            let light = self.words.has(at, |sense| matches!(sense, Sense::Function(_)))
                || self
                    .find(at, |word| {
                        matches!(word, NumberWord::Modifier { .. } | NumberWord::Neutral).then_some(())
                    })
                    .is_some()
                || self.is_class(at, Class::Number)
                || text == ".";
            if matches!(text, ";" | "–" | "?" | "!")
                || self
                    .words
                    .has(at, |sense| matches!(sense, Sense::Verb(_, VerbForm::Finite | VerbForm::Stem)))
                    && !tied
            {
                return false;
            }
            if self.words.has(at, |sense| matches!(sense, Sense::ChangeNoun { .. })) {
                return false;
            }
            links += usize::from(tied);
            content += usize::from(!tied && !light);
        }
        let open = draft.open && content <= 2 && next.quantity.kind == Kind::Count;
        links > 0
            && (open || content <= 1 && (next.quantity.kind != Kind::Count || from == to || content == 0))
    }

    /// Lends units backwards, within the sentence and from the ones before it.
    pub(super) fn lend_backwards(&self, drafts: &mut [Draft], first: usize) {
        for at in first..drafts.len() {
            let bare = drafts[at].bare && drafts[at].quantity.kind == Kind::Number;
            if !bare || self.is_named(&drafts[at]) {
                continue;
            }
            let (before, after) = drafts.split_at_mut(at);
            let draft = &mut after[0];
            let lender = before[before.len().saturating_sub(BACKWARD)..]
                .iter()
                .rev()
                .find(|lender| self.may_lend(lender, draft));
            if let Some(lender) = lender {
                let scales = draft.places > 0 || self.is_compared(draft.quantity.phrase_first as usize);
                lend(draft, lender, scales);
            }
        }
    }

    /// Whether a number may belong to the name or noun right before it: *Senat 3*.
    fn is_named(&self, draft: &Draft) -> bool {
        let first = draft.quantity.place.first as usize;
        let noun =
            first > self.start + 1 && self.is_class(first - 1, Class::Word) && self.is_capitalised(first - 1);
        noun && draft.plain && draft.ends.1 < Decimal::ONE_THOUSAND
    }

    /// Whether a bare number may count in the unit of a quantity before it.
    fn may_lend(&self, lender: &Draft, draft: &Draft) -> bool {
        let (unit, bare) = (&lender.quantity, &draft.quantity);
        if lender.bare && unit.kind != Kind::Count || !draft.is_elliptic() {
            return false;
        }
        let same_sentence = unit.place.first as usize >= self.start;
        let size = |draft: &Draft| draft.ends.1.abs();
        let near = |ratio: i64, value: Decimal| {
            let (a, b) = (size(lender), value);
            !a.is_zero()
                && !b.is_zero()
                && a <= b.saturating_mul(Decimal::from(ratio))
                && b <= a.saturating_mul(Decimal::from(ratio))
        };
        let value = size(draft);
        let governed = self.is_governed(bare.phrase_first as usize);
        match unit.kind {
            Kind::Money | Kind::Measure | Kind::Count if draft.scale > 0 => near(10_000, value),
            Kind::Count => {
                near(1000, value)
                    && (governed || value < Decimal::ONE_HUNDRED || same_sentence || draft.places == 0)
            }
            Kind::Money | Kind::Measure => {
                let scaled =
                    power_of_ten(i32::from(lender.scale)).and_then(|factor| value.checked_mul(factor));
                same_sentence
                    && governed
                    && (near(20, value)
                        || lender.scale > 0
                            && value < Decimal::ONE_THOUSAND
                            && scaled.is_some_and(|scaled| near(20, scaled)))
            }
            Kind::Percent | Kind::Points => {
                same_sentence
                    && (governed || draft.places > 0 && draft.places == lender.places)
                    && draft.scale == 0
                    && near(10, value)
                    && (draft.places == lender.places || draft.places > 0)
            }
            _ => false,
        }
    }

    /// Whether a number is set against another one: *nach 3,1*, *von 5*.
    fn is_compared(&self, first: usize) -> bool {
        first > self.start
            && self.words.has(first - 1, |sense| {
                matches!(
                    sense,
                    Sense::Function(FunctionWord::Preposition(
                        Relation::Compared | Relation::FromLevel | Relation::ToLevel | Relation::Contrast
                    ))
                )
            })
    }

    /// Whether a preposition or the like stands right before a number's phrase.
    fn is_governed(&self, first: usize) -> bool {
        first > self.start
            && (self.words.has(first - 1, |sense| {
                matches!(
                    sense,
                    Sense::Function(
                        FunctionWord::Preposition(_)
                            | FunctionWord::Pronoun { .. }
                            | FunctionWord::Coordinating
                    )
                )
            }) || self.link(first - 1).is_some()
                || matches!(self.text(first - 1), "," | "(" | ":")
                || self.find(first - 1, |word| (word == NumberWord::Neutral).then_some(())).is_some())
    }
}

impl Draft {
    /// Whether a bare number may be short for one with a unit.
    fn is_elliptic(&self) -> bool {
        self.scale > 0 || self.places > 0 || self.ends.1 > Decimal::ONE
    }
}

/// Gives a bare number the unit of another quantity, and its scale where that fits.
fn lend(draft: &mut Draft, lender: &Draft, with_scale: bool) {
    let unit = &lender.quantity;
    let scaled =
        |value: Decimal| power_of_ten(i32::from(lender.scale)).and_then(|factor| value.checked_mul(factor));
    let size = |value: Decimal| value.abs();
    if with_scale
        && draft.scale == 0
        && lender.scale > 0
        && size(draft.ends.1) < Decimal::ONE_THOUSAND
        && let Some(factor) = power_of_ten(i32::from(lender.scale))
        && scaled(draft.ends.1)
            .is_some_and(|value| value <= size(lender.ends.1).saturating_mul(Decimal::ONE_HUNDRED))
        && let Some(larger) = draft.clone().times(factor)
    {
        *draft = larger;
        draft.scale = lender.scale;
    }
    if let Some(UnitWord::Currency { cents: true, .. } | UnitWord::BasisPoint | UnitWord::Permille) =
        lender.word
    {
        let factor =
            if lender.word == Some(UnitWord::Permille) { Decimal::new(1, 1) } else { Decimal::new(1, 2) };
        if let Some(smaller) = draft.clone().times(factor) {
            *draft = smaller;
        }
    }
    draft.quantity.kind = unit.kind;
    draft.quantity.unit = unit.unit;
    draft.quantity.claims = unit.claims;
    draft.shared = lender.shared;
    draft.word = lender.word;
}
