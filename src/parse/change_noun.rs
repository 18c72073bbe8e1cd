//! Nouns that state a change: *Anstieg*, *Umsatzplus*, *Wertverlust*.

use crate::{
    claim::Direction,
    lexicon::{Sense, Words},
};

/// The direction of a change noun at a token, also of a compound that ends in one (*Umsatzanstieg*).
pub(super) fn find(words: &Words, at: usize) -> Option<Direction> {
    let token = words.token(at)?;
    if !token.is_capitalised() {
        return None;
    }
    let wanted = |sense: Sense| match sense {
        Sense::ChangeNoun { direction, market: false } => Some(direction),
        _ => None,
    };
    if let Some(found) = words.find(at, wanted) {
        return Some(found);
    }
    // *Preissteigerung* as a metric has a level; a noun that nothing else is known of is read from its last part.
    if !words.senses(at).is_empty() {
        return None;
    }
    words
        .lexicon
        .find_head(words.text(at))
        .and_then(|(senses, _)| senses.iter().find_map(|&sense| wanted(sense)))
}
