//! Figures that claim nothing: what a law sets, an example counts with, a threshold asks for.

use super::clause::Zone;
use crate::{
    claim::Kind,
    lexicon::{Words, cues::Cue},
    mention::Quantity,
};

/// A rule, an example or a threshold: *Strafen zwischen 50 und 500 Euro*, *beispielsweise 100 Euro*.
pub(super) fn claims_nothing(words: &Words, quantity: &Quantity, zone: Zone) -> bool {
    if !matches!(quantity.kind, Kind::Money | Kind::Percent | Kind::Measure | Kind::Number) {
        return false;
    }
    let first = quantity.phrase_first as usize;
    let money = quantity.kind == Kind::Money;
    let mut punished = false;
    let mut imposed = false;
    for at in zone.first..zone.end {
        let (before, near) = (at < first, at < first && at + 6 > first);
        if money && before && (words.is(at, Cue::Example) || words.cue(at, first, Cue::Varies).is_some())
            || !money && near && words.is(at, Cue::Threshold)
            || before && words.is(at, Cue::Law) && !words.is(at.wrapping_sub(1), Cue::InThe)
        {
            return true;
        }
        imposed |= words.is(at, Cue::Imposed);
        let noun = words.token(at).is_some_and(crate::document::Token::is_capitalised);
        punished |= money && (words.is(at, Cue::Threatens) || near && noun && words.ends(at, Cue::Penalty));
    }
    punished && !imposed
}
