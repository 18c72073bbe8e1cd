//! Ties of a part, its whole, and the part in percent.

use super::{Text, Tied};
use crate::{
    claim::{Kind, Part, Role},
    lexicon::cues::Cue,
};

/// The most figures that are looked at before one.
const GROUP: usize = 8;

/// The most words between an amount and the percentage that says it again.
const AGAIN: usize = 12;

impl Text<'_, '_, '_> {
    /// *12 der 40 Filialen, also 30 Prozent*; *ein Drittel der 9.000 Stellen*; *von den 40 Filialen schließen 12*;
    /// *ein Drittel davon, also 3.000*; *12 Filialen, das sind 30 Prozent*.
    pub(super) fn share(&self, at: usize) -> Option<Tied> {
        self.share_of(at).or_else(|| self.share_thereof(at)).or_else(|| {
            let plain = self.is_amount(at) && self.role(at) != Some(Role::Change);
            let percent = self.percent_after(at).filter(|_| plain)?;
            // A bracket alone may hold anything: *12 Filialen (3 Prozent)*.
            let words = self.between(at, percent)?;
            (words.len() != 1 || !self.has_sign(words, "("))
                .then(|| vec![(at, Part::Share), (percent, Part::Percent)])
        })
    }

    /// The part before its whole, or behind *von den 40 Filialen*.
    fn share_of(&self, at: usize) -> Option<Tied> {
        let words = self.between(at, at + 1)?;
        if self.sentence(at) != self.sentence(at + 1) {
            return None;
        }
        let is = |at, cue| self.words.is(at, cue);
        let genitive =
            !words.is_empty() && (is(words.start, Cue::GenitiveArticle) || is(words.start, Cue::Divides));
        let ends = |cue| self.ends(&words, cue);
        let short = words.len() == 1
            || words.len() <= 4 && (ends(Cue::Divides) || ends(Cue::Article) || ends(Cue::InAll));
        if genitive && short && self.is_amount(at + 1) {
            if self.kind(at) == Some(Kind::Percent) {
                let mut tied = vec![(at, Part::Percent), (at + 1, Part::Whole)];
                let part = self.amount_after(at + 1).or_else(|| self.concluded(at));
                tied.extend(part.map(|part| (part, Part::Share)));
                return Some(tied);
            }
            if self.is_portion(at, at + 1) && (self.is_bare(at) || self.is_named_alike(at, at + 1)) {
                return Some(self.with_percent(vec![(at, Part::Share), (at + 1, Part::Whole)], at + 1));
            }
        }
        let of = self.is_preceded(at, 3, Cue::Divides) && !self.is_preceded(at, 3, Cue::Moves);
        let plain = !self.has(words.clone(), Cue::Moves) && !self.has_sign(words.clone(), ";");
        (of && plain && self.is_bare(at + 1) && words.len() <= 8 && self.is_portion(at + 1, at))
            .then(|| self.with_percent(vec![(at, Part::Whole), (at + 1, Part::Share)], at + 1))
    }

    /// *9.000 Stellen. Ein Drittel davon, also 3.000*; *80.000 Menschen, 24.000 davon sind Kinder, also 30 Prozent*;
    /// *40 Filialen, davon 12 im Ausland, das sind 30 Prozent*.
    fn share_thereof(&self, at: usize) -> Option<Tied> {
        if self.is_taken_from_before(at) {
            let whole = at.checked_sub(1)?;
            if self.kind(at) == Some(Kind::Percent) {
                let part = self.amount_after(at).filter(|&part| self.alike(whole, part))?;
                return Some(vec![(whole, Part::Whole), (at, Part::Percent), (part, Part::Share)]);
            }
            let percent = self.percent_after(at)?;
            let tied = vec![(whole, Part::Whole), (at, Part::Share), (percent, Part::Percent)];
            return self.alike(whole, at).then_some(tied);
        }
        let [(whole, _), (part, Part::Part)] = *self.portions(at)?.as_slice() else { return None };
        let percent = self.percent_after(part)?;
        Some(vec![(whole, Part::Whole), (part, Part::Share), (percent, Part::Percent)])
    }

    /// Whether *davon* behind a figure takes it from the one right before.
    pub(super) fn is_taken_from_before(&self, at: usize) -> bool {
        let Some(whole) = at.checked_sub(1).filter(|&whole| self.is_amount(whole)) else { return false };
        let says = self
            .quantity(at)
            .is_some_and(|quantity| self.words.is(quantity.place.end as usize, Cue::Thereof));
        says && self.role(whole) != Some(Role::Change)
            && self.between(whole, at).is_some_and(|words| words.len() <= 8)
    }

    /// Adds the percentage that follows, if it says the same again.
    fn with_percent(&self, mut tied: Tied, last: usize) -> Tied {
        tied.extend(self.percent_after(last).map(|percent| (percent, Part::Percent)));
        tied
    }

    /// The percentage right behind an amount that says it again: *also 30 Prozent*, *ein Anteil von 30 Prozent*.
    fn percent_after(&self, at: usize) -> Option<usize> {
        let percent = at + 1;
        let from = self.quantity(at)?.place.end as usize;
        let quantity = self.quantity(percent).filter(|quantity| quantity.kind == Kind::Percent)?;
        let (to, end) = (quantity.phrase_first as usize, quantity.place.end as usize);
        let sentence = self.sentence(percent)?;
        let start = self.words.document.sentences[sentence].tokens.start;
        let near = sentence <= self.sentence(at)? + 1 && from <= to && to - from.max(start) <= AGAIN;
        let level = self.role(percent) != Some(Role::Change);
        // *also 30 Prozent mehr*
        let compared = (end..end + 2).any(|at| self.words.is(at, Cue::ComparesWith));
        if !near || !level || compared {
            return None;
        }
        let said = (from..to).any(|start| {
            let after = self.words.cue(start, to, Cue::SaysAgain);
            after.is_some_and(|after| after == to || after + 1 == to && self.words.is(after, Cue::Article))
        });
        let text = |at: usize| self.words.text(at);
        let joined =
            to - from == 1 && (self.words.is(from, Cue::Or) || text(from) == "(" && text(end) == ")");
        (said || joined || self.is_named_share(from, to, end)).then_some(percent)
    }

    /// *ein Anteil von*, *was einer Marge von 5 Prozent entspricht*, *dessen Anteil damit auf 20 Prozent stieg*.
    fn is_named_share(&self, from: usize, to: usize, end: usize) -> bool {
        let noun = (from..to)
            .rev()
            .find(|&at| self.words.is(at, Cue::PortionNoun) || self.words.ends(at, Cue::PortionNoun));
        let Some(noun) = noun else { return false };
        let equals = self.has(from..to, Cue::Equals) || self.has(end..end + 3, Cue::Equals);
        let apposed = noun >= from + 2
            && (matches!(self.words.text(noun - 2), "," | "–") || self.words.is(noun - 2, Cue::Adds))
            && self.words.is(noun - 1, Cue::Article)
            && self.words.is(to - 1, Cue::Divides);
        let follows = self.has(from..to, Cue::Concludes);
        equals || apposed || follows
    }

    /// *3.200 Stellen fallen weg. Betroffen sind damit 13 Prozent der 24.600 Beschäftigten*: the only count of the nearest
    /// sentence that has one, but for portions of it.
    fn concluded(&self, percent: usize) -> Option<usize> {
        let sentence = self.sentence(percent)?;
        if !self.is_preceded(percent, 6, Cue::Concludes) || !self.is_preceded(percent, 6, Cue::Affects) {
            return None;
        }
        let last = (0..percent).rev().take(GROUP).find(|&at| self.kind(at) == Some(Kind::Count))?;
        let home = self.sentence(last).filter(|home| *home < sentence && home + 2 >= sentence)?;
        let first = (0..=last).rev().take(GROUP).take_while(|&at| self.sentence(at) == Some(home)).last()?;
        let counts = (first..percent).filter(|&at| self.kind(at) == Some(Kind::Count)).count();
        let portions = || self.portions(first).is_some_and(|tied| tied.len() == counts);
        (self.kind(first) == Some(Kind::Count) && (counts == 1 || portions())).then_some(first)
    }

    /// The amount right behind a share that says it again: *ein Drittel der 9.000 Stellen, also 3.000*.
    fn amount_after(&self, at: usize) -> Option<usize> {
        let part = at + 1;
        let (from, to) = (self.quantity(at)?.place.end as usize, self.quantity(part)?.phrase_first as usize);
        let near = self.sentence(at) == self.sentence(part) && from < to && to - from <= AGAIN;
        let said = || (from..to).any(|start| self.words.cue(start, to, Cue::SaysAgain) == Some(to));
        (self.is_amount(part) && near && said()).then_some(part)
    }
}
