//! Whether a text reports of a market.

use crate::{claim::Kind, lexicon::Words, mention::Mentions};

/// Whether a text reports on a market: its first sentences quote points, or speak of trading.
pub(super) fn reports_market(words: &Words, mentions: &Mentions) -> bool {
    let sentences = &words.document.sentences;
    let end = sentences.get(3).or(sentences.last()).map_or(0, |sentence| sentence.tokens.end);
    let points =
        mentions.quantities.iter().any(|of| of.kind == Kind::Points && (of.place.end as usize) <= end);
    let head = sentences.get(1).or(sentences.last()).map_or(0, |sentence| sentence.tokens.end);
    let trade = (0..head).any(|at| {
        let word = words.text(at);
        matches!(
            word,
            "Feinunze"
                | "Barrel"
                | "Ölpreise"
                | "Ölpreis"
                | "Goldpreis"
                | "Devisenhandel"
                | "Anleger"
                | "Handelsverlauf"
                | "Notierungen"
        ) || word.ends_with("aktienmarkt")
            || word.starts_with("Aktienm")
            || word.starts_with("Aktienbörse")
    });
    points || trade
}
