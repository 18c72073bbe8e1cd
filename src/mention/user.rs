//! The rules of users: which quantities stand in a match of a pattern.

use super::{Mentions, Quantity, name::Entity};
use crate::{
    claim::Kind,
    document::{Class as TokenClass, fold},
    lexicon::{
        Sense, Words,
        metrics::MetricWord,
        user::{Class, Part, Pattern, States, UserRule},
    },
};

/// The rules that match, each with a quantity in its match, by its place in [`Mentions::quantities`].
pub(crate) fn matches<'l>(words: &Words<'l, '_>, mentions: &Mentions) -> Vec<(&'l UserRule, usize)> {
    let mut found = Vec::new();
    for rule in &words.lexicon.rules {
        let mut first = 0;
        for sentence in &words.document.sentences {
            let tokens = sentence.tokens.clone();
            let count = mentions.quantities[first..]
                .iter()
                .take_while(|quantity| (quantity.place.first as usize) < tokens.end)
                .count();
            if count > 0 {
                let run =
                    Run { words, mentions, pattern: &rule.pattern, start: tokens.start, end: tokens.end };
                let hits = run.hits(first..first + count);
                found.extend(hits.into_iter().map(|index| (rule, index)));
            }
            first += count;
        }
    }
    found
}

/// Makes quantities of numbers where a rule gives them a unit.
pub(super) fn complete(words: &Words, mentions: &mut Mentions) {
    let found: Vec<_> =
        matches(words, mentions).into_iter().filter_map(|(rule, index)| Some((rule.unit?, index))).collect();
    for ((kind, unit), index) in found {
        let quantity = &mut mentions.quantities[index];
        if quantity.kind == Kind::Number {
            (quantity.kind, quantity.unit, quantity.claims) = (kind, unit, true);
            quantity.place.rule = "quantity.user";
        }
    }
}

/// A pattern on its way over a sentence.
struct Run<'r, 'd, 't> {
    words: &'r Words<'d, 't>,
    mentions: &'r Mentions,
    pattern: &'r Pattern,
    start: usize,
    end: usize,
}

impl Run<'_, '_, '_> {
    /// The quantities that stand in some match: the states before them are begun from a beginning, and those behind
    /// them reach an end.
    fn hits(&self, quantities: std::ops::Range<usize>) -> Vec<usize> {
        let places = self.end - self.start + 1;
        let mut begun: Vec<States> = vec![self.pattern.start; places];
        let mut ends_at: Vec<States> = vec![self.pattern.accept(); places];
        let mut hits = Vec::new();
        for at in self.start..self.end {
            for (state, part) in self.active(begun[at - self.start]) {
                if let Some(end) = self.read(part, at) {
                    begun[end - self.start] |= self.pattern.next[state];
                }
            }
        }
        for at in (self.start..self.end).rev() {
            for (state, part) in self.active(begun[at - self.start]) {
                let Some(end) = self.read(part, at) else { continue };
                if self.pattern.next[state] & ends_at[end - self.start] == 0 {
                    continue;
                }
                ends_at[at - self.start] |= 1 << state;
                if let Part::Quantity(_) = part {
                    let begins = |&index: &usize| first(&self.mentions.quantities[index]) == at;
                    hits.extend(quantities.clone().find(begins));
                }
            }
        }
        hits.sort_unstable();
        hits.dedup();
        hits
    }

    fn active(&self, states: States) -> impl Iterator<Item = (usize, &Part)> {
        self.pattern.parts.iter().enumerate().filter(move |(state, _)| states & (1 << state) != 0)
    }

    /// The token behind a part that is read at a token.
    fn read(&self, part: &Part, at: usize) -> Option<usize> {
        match part {
            Part::Word(forms) => {
                let text = self.words.text(at);
                forms.iter().any(|form| fold::folds_to(text, form)).then_some(at + 1)
            }
            Part::Quantity(kind) => {
                let quantities = &self.mentions.quantities;
                let index = quantities.partition_point(|quantity| first(quantity) < at);
                let quantity = quantities.get(index).filter(|quantity| first(quantity) == at)?;
                let end = quantity.place.end as usize;
                (kind.is_none_or(|kind| kind == quantity.kind) && end <= self.end).then_some(end)
            }
            Part::Class(class) => self.class(*class, at),
        }
    }

    fn class(&self, class: Class, at: usize) -> Option<usize> {
        let sense = |wanted: fn(Sense) -> bool| {
            let found = self.words.longest(at, self.end, |sense| wanted(sense).then_some(()));
            found.map(|((), end)| end)
        };
        match class {
            Class::Word => {
                self.words.token(at).filter(|token| token.class == TokenClass::Word).map(|_| at + 1)
            }
            Class::Metric => sense(|sense| matches!(sense, Sense::Metric(MetricWord::Noun { .. }))),
            Class::Verb => sense(|sense| matches!(sense, Sense::Verb(..))),
            Class::Change => {
                sense(|sense| matches!(sense, Sense::ChangeNoun { .. } | Sense::ChangeAdverb(..)))
            }
            Class::Company => {
                let names = &self.mentions.names;
                let name = names.get(names.partition_point(|name| (name.place.first as usize) < at))?;
                let company = matches!(name.entity, Entity::Company(_) | Entity::UnknownCompany(_));
                (company && name.place.first as usize == at).then_some(name.place.end as usize)
            }
            Class::Period => {
                let periods = &self.mentions.periods;
                let period = periods.get(periods.partition_point(|it| (it.place.first as usize) < at))?;
                (period.place.first as usize == at).then_some(period.place.end as usize)
            }
        }
        .filter(|&end| end <= self.end && end > at)
    }
}

/// Where the phrase of a quantity begins, with the word that loosens it.
fn first(quantity: &Quantity) -> usize {
    quantity.phrase_first as usize
}
