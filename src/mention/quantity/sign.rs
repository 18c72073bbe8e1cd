//! *minus*, *plus* and their signs before a number.
//!
//! A sign in front of a change only says which way and stays outside the span; in front of a level it makes the
//! number negative and belongs to it. Which of
//! the two it is shows in the word before it: *bei minus 0,1 Prozent* is a level, *(minus 0,1 Prozent)* a change.

use super::{draft::Draft, reader::Reader};
use crate::{
    claim::{Direction, Kind},
    document::Class,
    lexicon::{
        Sense,
        grammar::{FunctionWord, Relation},
        numbers::NumberWord,
    },
};

impl Reader<'_, '_, '_> {
    /// Whether a minus (true) or plus stands right before a token, and where.
    pub(super) fn sign_before(&self, at: usize) -> Option<(bool, usize)> {
        let sign = at.checked_sub(1).filter(|&sign| sign >= self.floor)?;
        if let Some(minus) =
            self.find(sign, |word| if let NumberWord::Sign(minus) = word { Some(minus) } else { None })
        {
            // *das Minus 20 Prozent*: the noun is what is measured.
            let noun = self.is_capitalised(sign)
                && sign > self.start
                && !matches!(self.text(sign - 1), "(" | ":" | "–" | ";");
            return (!noun).then_some((minus, sign));
        }
        let minus = match self.text(sign) {
            "+" => false,
            "-" | "−" | "–" | "‐" | "‑" => true,
            _ => return None,
        };
        let opens = sign == self.start || matches!(self.text(sign - 1), "(" | ":" | "[" | "," | ";");
        let joined = self.is_joined(at);
        let free = !self.is_joined(sign)
            || opens
            || !matches!(self.token(sign - 1)?.class, Class::Word | Class::Number);
        let fits =
            if joined { free } else { sign == self.start || matches!(self.text(sign - 1), "(" | "[" | ":") };
        fits.then_some((minus, sign))
    }

    /// Reads the sign before a quantity.
    pub(super) fn read_sign(&self, draft: &mut Draft) {
        let Some((minus, at)) = self.sign_before(draft.quantity.phrase_first as usize) else {
            if self.is(draft.quantity.place.end as usize, NumberWord::Negative)
                && draft.quantity.kind == Kind::Money
            {
                draft.negate();
                draft.quantity.signed = true;
            }
            return;
        };
        draft.quantity.phrase_first = at as u32;
        draft.quantity.signed = true;
        let level = minus && self.is_level_before(at, draft.quantity.kind);
        if let Some(token) = self.token(at).filter(|_| level || draft.quantity.kind == Kind::Number) {
            draft.quantity.place.first = at as u32;
            draft.quantity.place.span.start = token.span.start;
        }
        if level {
            draft.negate();
        } else {
            draft.quantity.direction = Some(if minus { Direction::Down } else { Direction::Up });
        }
    }

    /// Whether a sign belongs to a level.
    fn is_level_before(&self, sign: usize, kind: Kind) -> bool {
        if kind == Kind::Measure && (sign == self.start || self.text(sign - 1) != "(") {
            return true;
        }
        if sign > self.start && matches!(self.text(sign - 1), "(" | "," | ":" | "[") {
            return kind == Kind::Number;
        }
        let relation = (sign > self.start).then(|| {
            self.words.find(sign - 1, |sense| match sense {
                Sense::Function(FunctionWord::Preposition(relation)) => Some(relation),
                _ => None,
            })
        });
        match (kind, relation.flatten()) {
            (
                Kind::Percent | Kind::PercentagePoint | Kind::Points,
                Some(Relation::AtLevel | Relation::ToLevel | Relation::FromLevel | Relation::Compared),
            ) => true,
            (Kind::Percent | Kind::PercentagePoint | Kind::Points | Kind::Multiple, _)
            | (_, Some(Relation::OnAmount)) => false,
            _ => true,
        }
    }
}
