//! Ties of a level with an earlier one, and of the change between the two.

use super::{Text, Tied};
use crate::{
    claim::{Kind, Part, Role},
    lexicon::{
        Sense,
        cues::Cue,
        grammar::{FunctionWord, Relation},
    },
};

impl Text<'_, '_, '_> {
    /// *80 Prozent, ein Jahr zuvor waren es 70*: with the change between the two or right behind.
    pub(super) fn earlier(&self, at: usize) -> Option<Tied> {
        let words = self.before(at, 9);
        let has = |cue| self.has_phrase(words.clone(), cue);
        let is_level = |at: usize| {
            matches!(self.role(at), Some(Role::Level | Role::Share | Role::Rate))
                && self.kind(at) != Some(Kind::Multiple)
        };
        let later = has(Cue::Later);
        let dated = || words.clone().any(|at| is_year(self.words.text(at)));
        if !has(Cue::WereThen) || !is_level(at) || !later && !has(Cue::Earlier) && !dated() {
            return None;
        }
        let is_change = |at: usize| self.role(at) == Some(Role::Change);
        let first = (1..=2).filter_map(|back| at.checked_sub(back)).find(|&first| {
            is_level(first)
                && self.alike(first, at)
                && self.between(first, at).is_some()
                && (first + 1..at).all(is_change)
        })?;
        let (old, new) = if later { (first, at) } else { (at, first) };
        let mut tied = vec![(old, Part::Old), (new, Part::New)];
        let anaphor = |at: usize| {
            let before = self.before(at, 12);
            let same = self.sentence(at) == at.checked_sub(1).and_then(|before| self.sentence(before));
            same && self.is_preceded(at, 4, Cue::IndefiniteArticle)
                || !before.is_empty() && self.words.is(before.start, Cue::PointsBack)
        };
        if first + 2 == at {
            tied.push((first + 1, Part::Change));
        } else if is_change(at + 1) && self.between(at, at + 1).is_some() && anaphor(at + 1) {
            tied.push((at + 1, Part::Change));
        }
        if tied.get(2).is_some_and(|&(change, _)| self.kind(change) == Some(Kind::PercentagePoint)) {
            tied = tied
                .into_iter()
                .zip([Part::B, Part::A, Part::Gap])
                .map(|((at, _), part)| (at, part))
                .collect();
        }
        Some(tied)
    }

    /// *5 Euro nach 4 Euro. Das ist ein Plus von 25 Prozent*; *von 4 auf 5 Euro, also um 25 Prozent*: a change behind an
    /// old and a new value that points back to them.
    pub(super) fn summary(&self, at: usize) -> Option<Tied> {
        let last = at.checked_sub(1)?;
        if self.role(at) != Some(Role::Change) || !self.points_back(at) {
            return None;
        }
        let Some(first) = last.checked_sub(1) else { return self.back_to_level(last, at) };
        let place = |at: usize| (self.parse.statements[at].group, self.parse.statements[at].part);
        let instead = || self.instead_pair(last).is_some_and(|(old, new)| (old, new) == (first, last));
        let (new, old) = match (place(first), place(last)) {
            ((a, Some(Part::New)), (b, Some(Part::Old))) if a == b => (first, last),
            ((a, Some(Part::Old)), (b, Some(Part::New))) if a == b => (last, first),
            _ if instead() => (last, first),
            _ => return self.back_to_level(last, at),
        };
        let percents = self.kind(new) == Some(Kind::Percent);
        let points =
            self.kind(at) == Some(Kind::PercentagePoint) || percents && self.kind(at) == Some(Kind::Points);
        let places =
            if points { [Part::A, Part::B, Part::Gap] } else { [Part::New, Part::Old, Part::Change] };
        Some([new, old, at].into_iter().zip(places).collect())
    }

    /// *6 Milliarden, das war ein Plus von 21 Prozent*; *297 Stunden. Das waren 9 Prozent weniger als vor einem Jahr*.
    fn back_to_level(&self, level: usize, at: usize) -> Option<Tied> {
        let is_level = self.is_amount(level) && matches!(self.role(level), Some(Role::Level | Role::Rate));
        let relative = matches!(self.kind(at), Some(Kind::Percent | Kind::Multiple));
        let place = |at: usize| (self.parse.statements[at].group, self.parse.statements[at].part);
        // Another change has led to the level, or the group says it already.
        let free = place(level).1.is_none() && place(at).0 != place(level).0;
        (is_level && relative && free).then(|| vec![(level, Part::New), (at, Part::Change)])
    }

    /// Whether a change says what the figures before it make: *also um*, *das sind*, *ein Plus von* between commas, or a
    /// sentence of its own that opens with *das*.
    fn points_back(&self, at: usize) -> bool {
        let Some((quantity, sentence)) = self.quantity(at).zip(self.sentence(at)) else { return false };
        let Some(from) =
            at.checked_sub(1).and_then(|last| self.quantity(last)).map(|it| it.place.end as usize)
        else {
            return false;
        };
        let to = quantity.phrase_first as usize;
        let start = self.words.document.sentences[sentence].tokens.start;
        // *das waren 9 Prozent weniger*
        let behind = quantity.place.end as usize;
        let compares = (behind..behind + 2).any(|word| self.words.is(word, Cue::ComparesWith));
        let noun = || compares || (from.max(start)..to).any(|word| self.is_change_noun(word));
        let again = || {
            (from..to)
                .find_map(|word| self.words.cue(word, to, Cue::SaysAgain))
                .is_some_and(|after| after + 4 >= to)
        };
        let last_sentence = at.checked_sub(1).and_then(|last| self.sentence(last));
        if last_sentence == Some(sentence) {
            let apposed =
                from + 2 <= to && self.words.text(from) == "," && self.words.is(from + 1, Cue::Article);
            return from <= to && to - from <= 8 && (again() || apposed && to - from <= 5 && noun());
        }
        let opens = self.words.is(start, Cue::TakesUpChange);
        last_sentence == Some(sentence.wrapping_sub(1)) && opens && to <= start + 7 && noun()
    }

    /// A noun that states a change, also at the end of a compound.
    fn is_change_noun(&self, at: usize) -> bool {
        self.words.has(at, |sense| matches!(sense, Sense::ChangeNoun { .. }))
    }

    /// *36 Euro, 20 Prozent mehr als die 30 Euro im Vorjahr*; *36 Euro. Das sind 20 Prozent mehr als der Kurs von 30 Euro*.
    pub(super) fn compared(&self, at: usize) -> Option<Tied> {
        let (new, old) = (at.checked_sub(1)?, at + 1);
        let percent = self.kind(at) == Some(Kind::Percent) && self.role(at) == Some(Role::Change);
        let end = self.quantity(at)?.place.end as usize;
        let compares = self.words.is(end, Cue::ComparesWith)
            && (self.words.is(end + 1, Cue::Than)
                || self.words.is(end, Cue::Above)
                || self.words.is(end, Cue::Below));
        let levels = self.is_amount(new) && self.is_amount(old) && self.alike(new, old);
        let plain = [new, old].iter().all(|&other| self.role(other) != Some(Role::Change));
        let follows = self.sentence(old) == self.sentence(at) && self.between(at, old)?.len() <= 9;
        if !percent || !compares || !levels || !plain || !follows {
            return None;
        }
        let words = self.between(new, at)?;
        let start = self.words.document.sentences[self.sentence(at)?].tokens.start;
        let near = if self.sentence(new) == self.sentence(at) {
            let first = words.start;
            words.len() <= 3
                && (words.is_empty()
                    || matches!(self.words.text(first), "," | "–")
                    || self.words.is(first, Cue::Adds))
        } else {
            self.words.is(start, Cue::TakesUpChange) && self.quantity(at)?.phrase_first as usize <= start + 3
        };
        near.then(|| vec![(new, Part::New), (at, Part::Change), (old, Part::Old)])
    }

    /// The old and the new value of *statt 30 Euro nun 36 Euro* and *36 Euro statt bisher 30 Euro*, by the later one.
    fn instead_pair(&self, later: usize) -> Option<(usize, usize)> {
        let earlier = later.checked_sub(1)?;
        let same = self.sentence(earlier) == self.sentence(later) && self.alike(earlier, later);
        let levels = [earlier, later].iter().all(|&at| self.role(at) != Some(Role::Change));
        let near = self.between(earlier, later).is_some_and(|words| words.len() <= 8);
        if !same || !levels || !near {
            return None;
        }
        let replaced = |at: usize| {
            let instead = Sense::Function(FunctionWord::Preposition(Relation::Contrast));
            self.before(at, 2).any(|word| self.words.has(word, |sense| sense == instead))
        };
        if replaced(earlier) {
            return Some((earlier, later));
        }
        replaced(later).then_some((later, earlier))
    }

    /// *Statt 30 Euro kostet die Karte nun 36 Euro*.
    pub(super) fn instead(&self, at: usize) -> Option<Tied> {
        let (old, new) = self.instead_pair(at)?;
        let untied = [old, new].iter().all(|&at| self.parse.statements[at].part.is_none());
        (untied && old < new).then(|| vec![(old, Part::Old), (new, Part::New)])
    }
}

/// Whether a word is the number of a year.
fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|byte| byte.is_ascii_digit())
}
