//! Tokens become mentions: quantities, periods and names, each with the rule that found it.
//!
//! A mention is read from its tokens and their neighbourhood alone; it knows no date and no other sentence.

pub mod contest;
pub mod name;
pub mod period;
pub mod quantity;
pub(crate) mod user;

use crate::{claim::Kind, lexicon::Words, span::Span};
pub use name::Name;
pub use period::Period;
pub use quantity::Quantity;
use std::ops::Range;

/// Where a mention stands and the rule that found it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The surface, in bytes.
    pub span: Span,
    /// The first token.
    pub first: u32,
    /// The token after the last one.
    pub end: u32,
    /// The id of the rule.
    pub rule: &'static str,
}

/// Every mention of a document, each list in text order.
#[derive(Debug, Default)]
pub struct Mentions {
    /// Numbers that say how much or how many.
    pub quantities: Vec<Quantity>,
    /// Times.
    pub periods: Vec<Period>,
    /// Companies, places, institutions, indices and nouns that stand for them.
    pub names: Vec<Name>,
    /// The canonical names of companies that the lexicon does not know, by the number in the mention.
    pub unknown_companies: Vec<String>,
}

impl Mentions {
    /// Finds all mentions. Periods come first: their numbers are no quantities.
    pub fn find(words: &Words) -> Self {
        let periods = period::find(words);
        let quantities = quantity::find(words, &periods);
        let (mut names, unknown_companies) = name::find(words);
        // *US* in *US-Dollar* names no country.
        let mut amounts = quantities.iter().filter(|quantity| quantity.kind == Kind::Money).peekable();
        names.retain(|name| {
            while amounts.peek().is_some_and(|amount| amount.place.end <= name.place.first) {
                amounts.next();
            }
            amounts.peek().is_none_or(|amount| name.place.first < amount.place.first)
        });
        let mut mentions = Self { quantities, periods, names, unknown_companies };
        if !words.lexicon.rules.is_empty() {
            user::complete(words, &mut mentions);
        }
        mentions
    }

    /// The names that begin at some tokens.
    pub(crate) fn names_at(&self, tokens: Range<usize>) -> &[Name] {
        let place = |token: usize| self.names.partition_point(|name| (name.place.first as usize) < token);
        self.names.get(place(tokens.start)..place(tokens.end)).unwrap_or_default()
    }
}
