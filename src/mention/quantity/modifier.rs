//! Words that loosen a number, before its phrase and behind it.

use super::{draft::Draft, reader::Reader};
use crate::{
    claim::{Kind, Modifier},
    document::Class,
    lexicon::{
        Sense,
        grammar::{FunctionWord, Relation},
        numbers::{NumberWord, Position},
    },
};

/// So many words may stand between a modifier and its number.
const MOST_WORDS: usize = 5;

impl Reader<'_, '_, '_> {
    fn is_function(&self, at: usize, wanted: impl Fn(FunctionWord) -> bool) -> bool {
        self.words.has(at, |sense| matches!(sense, Sense::Function(word) if wanted(word)))
    }

    /// The modifier before a token, and where its phrase begins. `tight` ones must stand directly before it.
    pub(super) fn modifier_before(&self, number: usize, share: bool) -> Option<(Modifier, usize)> {
        let mut at = number;
        let mut direct = true;
        let (mut amount, mut governed) = (false, false);
        for _ in 0..MOST_WORDS {
            if at <= self.floor {
                return None;
            }
            let found = self.phrase_before(at, self.floor, |word| match word {
                NumberWord::Modifier { kind, position: Position::Before | Position::Both, tight } => {
                    Some((kind, tight))
                }
                _ => None,
            });
            // *um die Hälfte*: an amount, not *about the half*.
            let found =
                found.filter(|&((modifier, tight), _)| !(tight && share && modifier == Modifier::About));
            if let Some(((modifier, tight), from)) = found
                && (!tight || direct && !self.is_amount_noun_before(from))
                && !(governed && modifier == Modifier::SlightlyOver && !amount)
            {
                return Some((modifier, from));
            }
            let before = at - 1;
            if self.is_determiner(before) {
                at = before;
            } else if let Some(((), from)) =
                self.phrase_before(at, self.floor, |word| (word == NumberWord::Neutral).then_some(()))
            {
                (at, direct) = (from, false);
            } else if !governed
                && self.is_function(before, |word| matches!(word, FunctionWord::Preposition(_)))
            {
                // *gut um die Hälfte*, *etwa auf 20 Prozent*, *in etwa zur Hälfte*
                amount =
                    self.is_function(before, |word| word == FunctionWord::Preposition(Relation::OnAmount));
                (at, direct, governed) = (before, false, true);
            } else {
                return None;
            }
        }
        None
    }

    fn is_determiner(&self, at: usize) -> bool {
        self.is_function(at, |word| matches!(word, FunctionWord::Determiner(_) | FunctionWord::Possessive(_)))
    }

    /// *ein Kredit über 300.000 Euro*.
    fn is_amount_noun_before(&self, preposition: usize) -> bool {
        let Some(noun) = preposition.checked_sub(1).filter(|&noun| noun >= self.start) else { return false };
        let fits = |sense: &Sense| matches!(sense, Sense::Number(NumberWord::AmountNoun));
        self.is_class(noun, Class::Word)
            && self.is_capitalised(noun)
            && (self.words.senses(noun).iter().any(fits)
                || self
                    .words
                    .lexicon
                    .find_head(self.text(noun))
                    .is_some_and(|(senses, _)| senses.iter().any(fits)))
    }

    /// A sign like `>` or `~` right before a byte, and its token.
    fn modifier_sign_before(&self, at: usize) -> Option<(Modifier, usize)> {
        let before = at
            .checked_sub(1)
            .filter(|&before| before >= self.floor && self.is_class(before, Class::Symbol))?;
        let text = self.words.document.text.get(..self.token(before)?.span.end as usize)?;
        let (sign, kind) =
            self.numbers.modifier_signs.iter().find(|(sign, _)| text.ends_with(sign.as_str()))?;
        Some((*kind, at.saturating_sub(sign.chars().count()).max(self.floor)))
    }

    /// Where a phrase begins with the words before it that change nothing: *exakt 5 Prozent*.
    fn skip_neutral_before(&self, mut at: usize) -> usize {
        for _ in 0..MOST_WORDS {
            let neutral = |word| (word == NumberWord::Neutral).then_some(());
            match self.phrase_before(at, self.floor, neutral) {
                Some(((), from)) if !self.has_other_sense(from) => at = from,
                _ => break,
            }
        }
        at
    }

    /// Reads the modifier of a quantity, before or behind it.
    pub(super) fn read_modifier(&self, draft: &mut Draft) {
        let quantity = &mut draft.quantity;
        let first = quantity.phrase_first as usize;
        let share = quantity.kind == Kind::Multiple || quantity.place.rule == super::fraction::FRACTION.id;
        if let Some((kind, from)) =
            self.modifier_sign_before(first).or_else(|| self.modifier_before(first, share))
        {
            quantity.modifier = Some(kind);
            quantity.phrase_first = from as u32;
            return;
        }
        quantity.phrase_first = self.skip_neutral_before(first) as u32;
        let behind = self.longest(quantity.place.end as usize, |word| match word {
            NumberWord::Modifier { kind, position: position @ (Position::After | Position::Both), tight } => {
                Some((kind, position, tight))
            }
            _ => None,
        });
        let Some(((kind, position, tight), end)) = behind else { return };
        let stops = self.token(end).is_none_or(|token| token.class == Class::Symbol);
        if if position == Position::After && !tight { self.text(end) != "als" } else { stops } {
            quantity.modifier = Some(kind);
        }
    }
}
