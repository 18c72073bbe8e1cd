//! What a bare number counts, where a noun before it says so: *die Zahl der Kunden stieg auf 204 Millionen*.

use super::{Draft, Unit, reader::Reader};
use crate::{
    claim::Kind,
    decimal::Decimal,
    document::Class,
    lexicon::{
        Sense,
        grammar::FunctionWord,
        numbers::{NumberWord, UnitWord},
    },
    span::Span,
};

/// So far back the currency of a rate is looked for, in tokens.
const RATE_REACH: usize = 8;
/// So far back the noun is looked for, in tokens.
const REACH: usize = 25;

impl Reader<'_, '_, '_> {
    /// Makes counts of the bare numbers of a sentence that names what is counted.
    pub(super) fn name_counted(&self, drafts: &mut [Draft]) {
        let money = drafts.iter().any(|draft| draft.quantity.kind == Kind::Money);
        for draft in drafts.iter_mut().filter(|draft| draft.bare && !money) {
            let first = draft.quantity.phrase_first as usize;
            let large = draft.scale > 0 || draft.ends.1 >= Decimal::ONE_HUNDRED;
            if large
                && draft.quantity.kind == Kind::Number
                && self.is_behind_preposition(first)
                && let Some(noun) = self.counted_before(first)
            {
                draft.quantity.kind = Kind::Count;
                draft.quantity.unit = Unit::Noun(noun);
                draft.quantity.claims = true;
            }
        }
    }

    /// The rate of a currency, by the one it is compared with: *zum Franken notierte er mit 0,9320*.
    pub(super) fn name_rates(&self, drafts: &mut [Draft]) {
        for draft in drafts.iter_mut().filter(|draft| draft.bare && draft.places >= 2 && draft.scale == 0) {
            let first = draft.quantity.phrase_first as usize;
            if !self.is_behind_preposition(first) {
                continue;
            }
            let rate = (self.floor.max(first.saturating_sub(RATE_REACH))..first).rev().find_map(|at| {
                let (word, _) = self.unit_word(at)?;
                let compared = at > self.start && matches!(self.text(at - 1), "zum" | "zur" | "dem" | "der");
                matches!(word, UnitWord::Currency { cents: false, .. }).then_some((word, compared))
            });
            if let Some((UnitWord::Currency { currency, shared, .. }, true)) = rate {
                draft.quantity.kind = Kind::Money;
                draft.quantity.unit = Unit::Currency(currency);
                draft.quantity.claims = true;
                draft.shared = shared;
            }
        }
    }

    fn is_behind_preposition(&self, first: usize) -> bool {
        first > self.start
            && self
                .words
                .has(first - 1, |sense| matches!(sense, Sense::Function(FunctionWord::Preposition(_))))
    }

    /// The noun that a number noun before a token names.
    fn counted_before(&self, first: usize) -> Option<Span> {
        let fits = |sense: &Sense| matches!(sense, Sense::Number(NumberWord::NumberNoun));
        for at in (self.start.max(first.saturating_sub(REACH))..first).rev() {
            if !self.is_class(at, Class::Word) || !self.is_capitalised(at) {
                continue;
            }
            if self.words.senses(at).iter().any(fits) {
                let determiner = self.words.has(at + 1, |sense| {
                    matches!(
                        sense,
                        Sense::Function(
                            FunctionWord::Determiner(_)
                                | FunctionWord::Possessive(_)
                                | FunctionWord::Preposition(_)
                        )
                    )
                });
                let noun = self.skip_adjectives(at + 1 + usize::from(determiner));
                return self
                    .token(noun)
                    .filter(|token| token.is_capitalised() && noun < first)
                    .map(|token| token.span);
            }
            if self.words.lexicon.find_head(self.text(at)).is_some_and(|(senses, _)| senses.iter().any(fits))
            {
                return self.token(at).map(|token| token.span);
            }
        }
        None
    }
}
