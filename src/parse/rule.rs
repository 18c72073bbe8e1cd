//! Figures that claim nothing: what a law sets, an example counts with, a threshold asks for.

use super::clause::Zone;
use crate::{claim::Kind, lexicon::Words, mention::Quantity};

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
        let word = words.text(at);
        let near = at < first && at + 6 > first;
        match word {
            "beispielsweise" | "Beispiel" if money && at < first => return true,
            "Hürde" | "Sperrklausel" if near && !money => return true,
            "Gesetz" if at < first && words.text(at.wrapping_sub(1)) != "im" => return true,
            "je" if money && words.text(at + 1) == "nach" && at < first => return true,
            "verhängt" | "verhängte" | "verhängten" | "zahlte" | "gezahlt" | "bezahlt" | "verurteilt" => {
                imposed = true;
            }
            "drohen" | "droht" | "drohten" => punished |= money,
            _ => {
                let noun = words.token(at).is_some_and(crate::document::Token::is_capitalised);
                punished |= money
                    && near
                    && noun
                    && (word.ends_with("strafe") || word.ends_with("strafen") || word.starts_with("Strafe"));
            }
        }
    }
    punished && !imposed
}
