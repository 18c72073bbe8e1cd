//! Ties of a whole and its portions.

use super::{REACH, Text, Tied};
use crate::{
    claim::{Kind, Part, Role},
    lexicon::{Sense, cues::Cue, grammar::FunctionWord},
};

/// The most portions of one total.
const MOST_PORTIONS: usize = 12;

impl Text<'_, '_, '_> {
    /// *40 Filialen, davon 12 im Ausland und 3 in Asien*.
    pub(super) fn portions(&self, at: usize) -> Option<Tied> {
        let words = self.between(at, at + 1)?;
        let place = words.clone().position(|at| self.words.is(at, Cue::OpensPortions))?;
        // *Neun davon*: the figure itself is the portion.
        let near = place > 0 && place <= 3
            || self.sentence(at) != self.sentence(at + 1)
                && place > 0
                && self.words.text(words.start + place - 1) == ".";
        let changes = self.role(at) == Some(Role::Change) && self.kind(at) != Some(Kind::Count);
        if !near || words.len() - place > 4 || !self.is_amount(at) || changes {
            return None;
        }
        if self.kind(at + 1) == Some(Kind::Percent) {
            return Some(vec![(at, Part::Whole), (at + 1, Part::Percent)]);
        }
        if !self.alike(at, at + 1) {
            return None;
        }
        let mut tied = vec![(at, Part::Whole), (at + 1, Part::Part)];
        let mut last = at + 1;
        while self.sentence(last + 1) == self.sentence(at + 1)
            && self.alike(last, last + 1)
            && self.role(last + 1) == self.role(at + 1)
        {
            let words = self.between(last, last + 1)?;
            if words.len() > 6 || !self.lists(words) {
                break;
            }
            last += 1;
            tied.push((last, Part::Part));
        }
        Some(tied)
    }

    /// *10 Millionen, sie verteilen sich auf 7 Millionen in Asien und 3 Millionen in Europa*; *setzt sich aus 7 und 3
    /// zusammen*.
    pub(super) fn made_up(&self, at: usize) -> Option<Tied> {
        let words = self.between(at, at + 1)?;
        let spread = self.has(words.clone(), Cue::Spreads) && self.ends(&words, Cue::BeforeHolder);
        let joined = self.has(words.clone(), Cue::Consists) && self.ends(&words, Cue::OutOf);
        let reflexive = |at| self.words.has(at, |sense| sense == Sense::Function(FunctionWord::Reflexive));
        let itself = words.clone().any(reflexive);
        let listed = self.between(at + 1, at + 2)?;
        let both = self.sentence(at + 1) == self.sentence(at + 2)
            && listed.len() <= 6
            && self.has(listed, Cue::Adds);
        let third = self.sentence(at + 3) == self.sentence(at + 2) && self.alike(at + 2, at + 3);
        let alike = self.is_amount(at) && self.alike(at, at + 1) && self.alike(at + 1, at + 2);
        let levels = [at, at + 1, at + 2].iter().all(|&at| self.role(at) != Some(Role::Change));
        (itself && (spread || joined) && both && !third && alike && levels)
            .then(|| vec![(at, Part::Whole), (at + 1, Part::Addend), (at + 2, Part::Addend)])
    }

    /// Whether a figure is the total that a frame takes portions from: *von den 40 Filialen*.
    fn is_divided(&self, at: usize) -> bool {
        self.is_amount(at) && self.role(at) != Some(Role::Change) && self.is_preceded(at, 2, Cue::Divides)
    }

    /// *Von den 40 Filialen schließen 23, die übrigen 17 bleiben*; *Das Werk hat 40 Maschinen. Eine Firma kauft 23, die
    /// restlichen 17 gehen nach Polen*: the portions and what remains make up the total.
    pub(super) fn remaining(&self, at: usize) -> Option<Tied> {
        let says = self.is_preceded(at, 1, Cue::Remaining)
            || self.is_preceded(at, 3, Cue::Remaining) && self.has_sign(self.before(at, 1), "(");
        if !says || !self.is_amount(at) {
            return None;
        }
        let is_level =
            |other: usize| self.role(other) != Some(Role::Change) || self.kind(other) == Some(Kind::Count);
        let is_part = |other: usize| self.alike(other, at) && is_level(other) && !self.is_divided(other);
        // *21 Millionen, also etwa die Hälfte*: a share of the same is no portion.
        let before = (0..at).rev().take_while(|&other| {
            self.sentence(other) == self.sentence(at)
                && (is_part(other) || self.kind(other) == Some(Kind::Percent))
        });
        let mut parts: Vec<usize> = before.filter(|&other| is_part(other)).collect();
        parts.reverse();
        let first = *parts.first()?;
        parts.push(at);
        let whole = first.checked_sub(1)?;
        let inside = self.sentence(whole) == self.sentence(at);
        let whole = Some(whole).filter(|_| inside);
        if whole.is_some_and(|whole| !self.is_divided(whole) || !self.alike(whole, at)) {
            return None;
        }
        // *von 40 auf 23* is a change.
        let (from, to) =
            (self.quantity(first)?.phrase_first as usize, self.quantity(at)?.phrase_first as usize);
        let from =
            whole.and_then(|whole| self.quantity(whole)).map_or(from, |whole| whole.place.end as usize);
        let moves =
            (from..to).any(|word| self.words.is(word, Cue::Moves) && !self.words.is(word, Cue::BeforeHolder));
        let plain = |at: usize| {
            self.kind(at) != Some(Kind::Count)
                || self.is_bare(at)
                || self.is_named_alike(whole.unwrap_or(first), at)
        };
        if moves || !parts.iter().copied().all(plain) {
            return None;
        }
        // A total of an earlier sentence is found by what it measures.
        let mut tied: Tied = whole.map(|whole| (whole, Part::Whole)).into_iter().collect();
        tied.extend(parts.into_iter().map(|part| (part, Part::Addend)));
        (tied.len() <= MOST_PORTIONS).then_some(tied)
    }

    /// *Von den 20 Millionen Euro trägt der Bund 15 Millionen und das Land 5 Millionen*.
    pub(super) fn borne(&self, at: usize) -> Option<Tied> {
        let (from, to) =
            (self.quantity(at)?.place.end as usize, self.quantity(at + 1)?.phrase_first as usize);
        let says = from <= to && to - from <= 8 && (from..to).any(|word| self.words.is(word, Cue::Bears));
        // *Kosten von 20 Millionen Euro* are not divided, *von den 20 Millionen Euro* are.
        let named = self.is_divided(at) && self.is_preceded(at, 1, Cue::Article);
        let money = self.kind(at) == Some(Kind::Money) && named && self.alike(at, at + 1);
        if !says
            || !money
            || self.sentence(at) != self.sentence(at + 1)
            || self.role(at + 1) == Some(Role::Change)
        {
            return None;
        }
        let mut tied = vec![(at, Part::Whole), (at + 1, Part::Part)];
        tied.extend(self.list_from(at + 1).map(|part| (part, Part::Part)));
        Some(tied)
    }

    /// *80.000 Menschen, 24.000 davon Kinder und 10.000 Jugendliche*.
    pub(super) fn thereof(&self, at: usize) -> Option<Tied> {
        if !self.is_taken_from_before(at) || !self.is_amount(at) || !self.alike(at - 1, at) {
            return None;
        }
        let mut tied = vec![(at - 1, Part::Whole), (at, Part::Part)];
        tied.extend(self.list_from(at).map(|part| (part, Part::Part)));
        Some(tied)
    }

    /// The portions that go on behind the first, in its sentence.
    fn list_from(&self, first: usize) -> impl Iterator<Item = usize> {
        let goes_on = move |&next: &usize| {
            self.sentence(next) == self.sentence(first)
                && self.alike(next - 1, next)
                && (self.role(next) == Some(Role::Change)) == (self.role(first) == Some(Role::Change))
                && self.between(next - 1, next).is_some_and(|words| words.len() <= 6 && self.lists(words))
        };
        (first + 1..first + MOST_PORTIONS).take_while(goes_on)
    }

    /// *Schuhe steuerten 9 Millionen, Hosen 6 Millionen und Hüte 3 Millionen bei*: portions of what was named before.
    pub(super) fn contributed(&self, at: usize) -> Option<Tied> {
        let sentence = self.words.document.sentences.get(self.sentence(at)?)?;
        let (first, end) = (self.quantity(at)?.phrase_first as usize, sentence.tokens.end);
        let particle = || (first..end).any(|word| self.words.is(word, Cue::Contributed));
        let says = (first.saturating_sub(4).max(sentence.tokens.start)..first)
            .any(|word| self.words.is(word, Cue::Contributes) && particle());
        let opens = at == 0 || self.sentence(at - 1) != self.sentence(at) || !self.alike(at - 1, at);
        let falls = self.is_preceded(at, 4, Cue::FallsTo) && !self.is_preceded(at, REACH, Cue::Thereof);
        let says = says || falls;
        if !says || !opens || !self.is_amount(at) || self.role(at) == Some(Role::Change) {
            return None;
        }
        let mut tied = vec![(at, Part::Part)];
        tied.extend(self.list_from(at).map(|part| (part, Part::Part)));
        (tied.len() > 1).then_some(tied)
    }

    /// *10 Milliarden, 8 davon beim Marktführer. Klammert man ihn aus, bleiben 2*.
    pub(super) fn left(&self, at: usize) -> Option<Tied> {
        let (part, whole) = (at.checked_sub(1)?, at.checked_sub(2)?);
        let same = self.sentence(part) == self.sentence(at);
        let deducts = same || self.is_preceded(at, REACH, Cue::Deducts);
        let near = self.sentence(at)? <= self.sentence(part)? + 1;
        let pair = self.thereof(part).or_else(|| self.portions(whole))?;
        let single = *pair == [(whole, Part::Whole), (part, Part::Part)];
        (self.is_preceded(at, 2, Cue::Stays) && near && deducts && single && self.alike(part, at))
            .then(|| vec![(whole, Part::Whole), (part, Part::Addend), (at, Part::Addend)])
    }

    /// *20 Prozent (12 zahlt der Arbeitgeber, 8 der Arbeitnehmer)*; *40 Millionen Euro: 30 im Inland und 10 im Ausland*.
    pub(super) fn listed(&self, at: usize) -> Option<Tied> {
        let words = self.between(at, at + 1)?;
        let last = self.words.text(words.end.checked_sub(1)?);
        let opener = match words.len() {
            1 if last == "(" => "(",
            1..=6 if last == ":" => ":",
            _ => return None,
        };
        let is_level = |other: usize| {
            let statement = &self.parse.statements[other];
            statement.governor.role != Role::Change && (other == at || !statement.times.own)
        };
        // Counts in a list may be of anything: *drei Töchter (fünf, zehn und elf Jahre alt)*.
        let counts = matches!(self.kind(at), Some(Kind::Money | Kind::Measure))
            || opener == "(" && self.kind(at) == Some(Kind::Percent);
        let mut parts = vec![at + 1];
        parts.extend(self.list_from(at + 1));
        let last = *parts.last()?;
        // Rates of groups and plans stand in lists as well: *20 Prozent (Männer 22, Frauen 18)*.
        let from = self.quantity(at)?.place.end as usize;
        let to = self.quantity(last)?.place.end as usize + 6;
        let shares =
            (from..to).any(|word| self.words.is(word, Cue::Bears) || self.words.is(word, Cue::FallsTo));
        // Whatever else the list holds is missing in the sum.
        let ends = self.sentence(last + 1) != self.sentence(at)
            || opener == "(" && self.has_sign(self.behind(last, 6), ")");
        let fits = |&part: &usize| self.alike(at, part) && is_level(part);
        let joined = opener == "(" || self.has(self.between(last - 1, last)?, Cue::Adds);
        if !counts
            || !shares
            || !is_level(at)
            || parts.len() < 2
            || !ends
            || !joined
            || !parts.iter().all(fits)
        {
            return None;
        }
        let mut tied = vec![(at, Part::Whole)];
        tied.extend(parts.into_iter().map(|part| (part, Part::Part)));
        Some(tied)
    }

    /// *Von den 36 Sitzen entfallen 16 auf die einen, neun auf die anderen*: portions with their holders.
    pub(super) fn allotted(&self, at: usize) -> Option<Tied> {
        let (from, to) =
            (self.quantity(at)?.place.end as usize, self.quantity(at + 1)?.phrase_first as usize);
        let same = |other: usize| self.sentence(other) == self.sentence(at);
        let says = same(at + 1)
            && from <= to
            && to - from <= REACH
            && (from..to).any(|word| self.words.is(word, Cue::FallsTo));
        if !says || !self.is_divided(at) {
            return None;
        }
        let held = |&other: &usize| {
            self.alike(at, other)
                && self.role(other) != Some(Role::Change)
                && self
                    .quantity(other)
                    .is_some_and(|it| self.words.is(it.place.end as usize, Cue::BeforeHolder))
        };
        let parts = (at + 1..=at + MOST_PORTIONS).take_while(|&other| same(other)).filter(held);
        let mut tied = vec![(at, Part::Whole)];
        tied.extend(parts.map(|other| (other, Part::Part)));
        (tied.len() > 2).then_some(tied)
    }

    /// *12 Millionen und 8 Millionen, zusammen 20 Millionen*; *… 12 Millionen, … 8 Millionen. Zusammen sind das 20
    /// Millionen*.
    pub(super) fn together(&self, at: usize) -> Option<Tied> {
        let quantity = self.quantity(at).filter(|_| self.is_amount(at))?;
        let end = quantity.phrase_first as usize;
        let start = self.words.document.sentences[self.sentence(at)?].tokens.start;
        let says = |from: usize| {
            (from..end).any(|word| self.words.cue(word, end, Cue::AddsUp).is_some_and(|after| after <= end))
        };
        let second = at.checked_sub(1)?;
        let is_level = |other: usize| {
            self.alike(other, at)
                && self.role(other) == self.role(at)
                && self.parse.statements[other].part != Some(Part::Old)
        };
        let same = self.sentence(second) == self.sentence(at);
        if same {
            let near = self.between(second, at).is_some_and(|words| words.len() <= 6);
            let first = at.checked_sub(2).filter(|_| says(end.saturating_sub(3).max(start)) && near)?;
            let joined = self.lists(self.between(first, second)?);
            let both = self.sentence(first) == self.sentence(at) && is_level(first) && is_level(second);
            let third = at
                .checked_sub(3)
                .is_some_and(|third| self.sentence(third) == self.sentence(at) && self.alike(third, at));
            return (joined && both && !third)
                .then(|| vec![(at, Part::Whole), (first, Part::Addend), (second, Part::Addend)]);
        }
        // *Zusammen kommen beide auf 20*: the two of the sentence before.
        let first = at.checked_sub(2)?;
        let opens = self.words.cue(start, end, Cue::AddsUp).is_some();
        let points = (start..end.min(start + 5)).any(|word| self.words.is(word, Cue::TakesUpTwo));
        let other = at
            .checked_sub(3)
            .is_some_and(|other| self.sentence(other) == self.sentence(first) && self.alike(other, at));
        let both = self.sentence(first) == self.sentence(second)
            && self.sentence(at) == self.sentence(second).map(|sentence| sentence + 1)
            && is_level(first)
            && is_level(second);
        (opens && points && both && !other)
            .then(|| vec![(at, Part::Whole), (first, Part::Addend), (second, Part::Addend)])
    }
}
