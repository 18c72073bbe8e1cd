//! Which currency a shared name means: the one that the article named before, or its country's, or the default.

use super::{Draft, Unit};
use crate::lexicon::{
    Sense, Words,
    numbers::{NumberWord, UnitWord},
    sense::Groups,
};

/// Settles every shared name of a document.
pub(super) fn settle(words: &Words, drafts: &mut [Draft]) {
    if drafts.iter().all(|draft| draft.shared == 0) {
        return;
    }
    let numbers = &words.lexicon.numbers;
    let shared =
        |draft: &Draft| usize::from(draft.shared).checked_sub(1).and_then(|place| numbers.shared.get(place));
    let hints = if drafts.iter().any(|draft| shared(draft).is_some_and(|shared| shared.currencies.len() > 1))
    {
        hints(words)
    } else {
        return;
    };
    for draft in drafts {
        let Some(shared) = shared(draft) else { continue };
        let at = draft.quantity.place.first;
        let fits = |&&(place, currency, named): &&(u32, u16, bool)| {
            place < at && (named || shared.by_country) && shared.currencies.contains(&currency)
        };
        // Hints are in text order; the last one before the amount counts.
        let before = hints.partition_point(|&(place, ..)| place < at);
        if let Some(&(_, currency, _)) =
            hints[before.saturating_sub(MOST_HINTS)..before].iter().rev().find(fits)
        {
            draft.quantity.unit = Unit::Currency(currency);
        }
    }
}

/// So many hints back are looked at.
const MOST_HINTS: usize = 200;

/// Every full name of a currency and every country: (token, currency, whether it is a name).
fn hints(words: &Words) -> Vec<(u32, u16, bool)> {
    let mut hints = Vec::new();
    for at in 0..words.len() {
        if words.senses(at).is_empty()
            && !words.token(at).is_some_and(|token| token.class == crate::document::Class::Word)
        {
            continue;
        }
        let found = words.longest_of(Groups::NUMBER, at, words.len(), |sense| match sense {
            Sense::Number(NumberWord::Unit(UnitWord::Currency { currency, cents: false, shared: 0 })) => {
                Some((currency, true))
            }
            Sense::Number(NumberWord::Country(currency)) => Some((currency, false)),
            _ => None,
        });
        if let Some(((currency, named), _)) = found {
            hints.push((at as u32, currency, named));
        }
    }
    hints
}
