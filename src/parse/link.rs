//! Ties beyond growth: part, whole and percentage; whole and portions; price, count and total; two figures and the gap
//! between them; and a level with an earlier one in the next clause (*ein Jahr zuvor waren es 40*).
//!
//! Each rule reads the words between neighbouring figures. A figure may stand in several ties, each with its own place.

mod level;
mod share;
mod sum;

use super::Parse;
use crate::{
    claim::{Direction, Kind, Part, Role},
    lexicon::{Words, cues::Cue},
    mention::{Mentions, Quantity},
};
use std::ops::Range;

/// The most words between two figures that a rule looks at.
const REACH: usize = 24;

/// What the rules see.
struct Text<'a, 'd, 't> {
    words: &'a Words<'d, 't>,
    mentions: &'a Mentions,
    parse: &'a Parse,
}

/// Figures with their places in one tie.
type Tied = Vec<(usize, Part)>;

/// Finds the ties of a document and undoes those of `group` that a list or an insertion refutes.
pub(super) fn tie(words: &Words, mentions: &Mentions, parse: &mut Parse) {
    let text = Text { words, mentions, parse };
    let all = 0..text.parse.statements.len();
    let loose: Vec<usize> = all.clone().filter(|&at| text.is_no_change(at)).collect();
    let mut found: Vec<Tied> = all.flat_map(|at| text.ties(at)).collect();
    drop_shorter(&mut found);
    for at in loose {
        parse.statements[at].part = None;
    }
    for tied in found {
        for (at, part) in tied {
            parse.statements[at].ties.push((parse.groups, part));
        }
        parse.groups += 1;
    }
}

/// Drops what another tie says with one figure more: *12 Filialen, das sind 30 Prozent* beside *12 der 40 Filialen, das
/// sind 30 Prozent*.
fn drop_shorter(found: &mut Vec<Tied>) {
    let said: Vec<Tied> = found.iter().filter(|tied| tied.len() == 3).cloned().collect();
    found.retain(|tied| {
        let [a, b] = tied.as_slice() else { return true };
        !said.iter().any(|longer| longer.contains(a) && longer.contains(b))
    });
}

impl Text<'_, '_, '_> {
    /// The ties that begin or end with a figure.
    fn ties(&self, at: usize) -> Vec<Tied> {
        let all = [
            self.share(at),
            self.portions(at),
            self.earlier(at),
            self.summary(at),
            self.product(at),
            self.gap(at),
            self.together(at),
            self.made_up(at),
            self.remaining(at),
            self.thereof(at),
            self.left(at),
            self.borne(at),
            self.contributed(at),
            self.listed(at),
            self.compared(at),
            self.instead(at),
            self.allotted(at),
        ];
        all.into_iter().flatten().collect()
    }

    fn quantity(&self, at: usize) -> Option<&Quantity> {
        Some(&self.mentions.quantities[self.parse.statements.get(at)?.quantity])
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.quantity(at).map(|quantity| quantity.kind)
    }

    fn sentence(&self, at: usize) -> Option<usize> {
        Some(self.parse.statements.get(at)?.sentence)
    }

    fn role(&self, at: usize) -> Option<Role> {
        Some(self.parse.statements.get(at)?.governor.role)
    }

    /// The words from the end of one figure to the phrase of another; `None` if they are too far apart.
    fn between(&self, a: usize, b: usize) -> Option<Range<usize>> {
        let (first, end) = (self.quantity(a)?.place.end as usize, self.quantity(b)?.phrase_first as usize);
        let near = first <= end && end - first <= REACH && self.sentence(b)? <= self.sentence(a)? + 1;
        near.then_some(first..end)
    }

    /// The words before the phrase of a figure, in its sentence.
    fn before(&self, at: usize, count: usize) -> Range<usize> {
        let Some((quantity, sentence)) = self.quantity(at).zip(self.sentence(at)) else { return 0..0 };
        let end = quantity.phrase_first as usize;
        self.words.document.sentences[sentence].tokens.start.max(end.saturating_sub(count))..end
    }

    /// The words behind a figure, in its sentence.
    fn behind(&self, at: usize, count: usize) -> Range<usize> {
        let Some((quantity, sentence)) = self.quantity(at).zip(self.sentence(at)) else { return 0..0 };
        let first = quantity.place.end as usize;
        first..self.words.document.sentences[sentence].tokens.end.min(first + count).max(first)
    }

    /// Whether a cue is among some words.
    fn has(&self, mut words: Range<usize>, cue: Cue) -> bool {
        words.any(|at| self.words.is(at, cue))
    }

    /// Whether a sign is among some words.
    fn has_sign(&self, mut words: Range<usize>, sign: &str) -> bool {
        words.any(|at| self.words.text(at) == sign)
    }

    /// Whether the last of some words is a cue.
    fn ends(&self, words: &Range<usize>, cue: Cue) -> bool {
        !words.is_empty() && self.words.is(words.end - 1, cue)
    }

    /// Whether some words hold a cue of one or more words.
    fn has_phrase(&self, words: Range<usize>, cue: Cue) -> bool {
        words.clone().any(|at| self.words.cue(at, words.end, cue).is_some())
    }

    /// Whether some words go on with a list: *und*, a comma.
    fn lists(&self, words: Range<usize>) -> bool {
        self.has(words.clone(), Cue::Adds) || self.has_sign(words, ",")
    }

    fn is_amount(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Count | Kind::Money | Kind::Measure))
            && self.quantity(at).is_some_and(|quantity| quantity.repeats.is_none())
    }

    /// Whether both are of one sort and, where both have one, of one unit.
    fn alike(&self, a: usize, b: usize) -> bool {
        let unit = |at: usize| self.quantity(at).and_then(|quantity| quantity.unit_text(self.words));
        self.kind(a).is_some()
            && self.kind(a) == self.kind(b)
            && (self.kind(a) == Some(Kind::Count) || unit(a) == unit(b))
    }

    /// The second of a list (*auf 14 beziehungsweise 12*), and a share of what was said (*wobei die Hälfte*): no change.
    fn is_no_change(&self, at: usize) -> bool {
        let of_group = self.parse.statements[at].part == Some(Part::Change);
        let Some(words) = at.checked_sub(1).filter(|_| of_group).and_then(|before| self.between(before, at))
        else {
            return false;
        };
        let is = |cue| self.has(words.clone(), cue);
        let governed = is(Cue::MovesBy) || is(Cue::Plus) || is(Cue::Minus);
        !governed
            && (words.len() <= 2 && is(Cue::Respectively) && self.alike(at - 1, at) || is(Cue::SaysOfEach))
    }

    /// Whether a figure is a number alone.
    fn is_bare(&self, at: usize) -> bool {
        self.quantity(at).is_some_and(|quantity| quantity.place.end == quantity.place.first + 1)
    }

    fn is_named_alike(&self, a: usize, b: usize) -> bool {
        let name = |at: usize| self.quantity(at).and_then(|quantity| quantity.unit_text(self.words));
        name(a).is_some() && name(a) == name(b)
    }

    /// Whether both are counts and the first is smaller: *1 von 1* is a page.
    fn is_portion(&self, part: usize, whole: usize) -> bool {
        let count = |at: usize| self.quantity(at).filter(|quantity| quantity.kind == Kind::Count)?.value;
        count(part).zip(count(whole)).is_some_and(|(part, whole)| part < whole)
    }

    /// *30 Busse zu je 400.000 Euro*, *zu einem Preis von 400.000 Euro pro Stück*.
    fn product(&self, at: usize) -> Option<Tied> {
        let words = self.between(at, at + 1)?;
        let counted = self.kind(at) == Some(Kind::Count) && self.kind(at + 1) == Some(Kind::Money);
        let plain = [at, at + 1].iter().all(|&at| self.role(at) != Some(Role::Change));
        let same = self.sentence(at) == self.sentence(at + 1);
        let each =
            (words.start..words.end).any(|at| self.words.cue(at, words.end, Cue::AtEach) == Some(words.end));
        let priced = self.has(words.clone(), Cue::UnitPrice)
            || self.has(words, Cue::PriceNoun) && self.has(self.behind(at + 1, 1), Cue::PerUnit);
        if !same || !counted || !plain || !each && !priced {
            return None;
        }
        let mut tied = vec![(at + 1, Part::Price), (at, Part::Count)];
        // *30 Busse zu je 400.000 Euro für insgesamt 12 Millionen Euro*
        let total = at + 2;
        let near = self.sentence(total) == self.sentence(at)
            && self.between(at + 1, total).is_some_and(|it| it.len() <= 6);
        if near && self.alike(at + 1, total) && self.is_preceded(total, 3, Cue::InAll) {
            tied.push((total, Part::Total));
        }
        Some(tied)
    }

    /// *20 Punkte über der Prognose von 2.392*, *3 Punkte mehr als die 12 Prozent*, *20 Punkte unter dem Rekord*.
    fn gap(&self, at: usize) -> Option<Tied> {
        let wanted = match self.kind(at)? {
            Kind::PercentagePoint => Kind::Percent,
            Kind::Points => Kind::Points,
            _ => return None,
        };
        let end = self.quantity(at)?.place.end as usize;
        let is = |at, cue| self.words.is(at, cue);
        let compares = is(end, Cue::Above)
            || is(end, Cue::Below)
            || is(end, Cue::Ahead)
            || is(end, Cue::ComparesWith) && is(end + 1, Cue::Than);
        let level = |other: usize| self.kind(other) == Some(wanted) && self.role(other) != Some(Role::Change);
        let first = at.checked_sub(1).filter(|&first| level(first) && self.between(first, at).is_some())?;
        if !compares {
            return None;
        }
        // The larger of the two comes first.
        let falls = self.parse.statements[at].governor.direction == Some(Direction::Down);
        let (own, other) = if falls { (Part::B, Part::A) } else { (Part::A, Part::B) };
        let mut tied = vec![(first, own), (at, Part::Gap)];
        let last = at + 1;
        if level(last)
            && self.sentence(last) == self.sentence(at)
            && self.between(at, last).is_some_and(|words| words.len() <= 9)
        {
            tied.push((last, other));
        }
        Some(tied)
    }

    /// Whether a cue is among the last words before the phrase of a figure, in its sentence.
    fn is_preceded(&self, at: usize, count: usize, cue: Cue) -> bool {
        self.has(self.before(at, count), cue)
    }
}
