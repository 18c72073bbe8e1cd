//! Companies that the lexicon does not know, by the form of their names and the nouns beside them.

use crate::{
    document::Class,
    lexicon::{
        Sense, Words,
        grammar::FunctionWord,
        names::NameWord,
        words::is_hyphen,
    },
};
use std::collections::HashMap;

/// The longest name before a legal form, in words.
const LONGEST_NAME: usize = 4;

/// The unknown companies of a document.
#[derive(Debug, Default)]
pub(super) struct Unknown {
    /// Their canonical names.
    pub(super) names: Vec<String>,
    /// The first word of each by its hash.
    by_word: HashMap<u64, u16>,
}

impl Unknown {
    /// Adds a mention; the legal form is no part of the canonical name.
    pub(super) fn add(&mut self, words: &Words, first: usize, end: usize) -> u16 {
        let ends_here = |at: &usize| {
            words.longest(*at, end, |sense| (sense == Sense::Name(NameWord::LegalForm)).then_some(())).is_some_and(|((), until)| until >= end)
        };
        let last = (first + 1..end).find(ends_here).unwrap_or(end);
        let name = words.document.surface(words.document.token_span(first, last - 1)).replace('\n', " ");
        if let Some(known) = self.names.iter().position(|known| *known == name) {
            return known as u16;
        }
        let index = self.names.len() as u16;
        self.names.push(name);
        let distinctive = words.senses(first).is_empty();
        if let Some(token) = words.token(first).filter(|_| distinctive) {
            self.by_word.entry(token.hash).or_insert(index);
        }
        index
    }

    /// Every other mention of the first word of an unknown company: once found, a name counts everywhere.
    pub(super) fn repeat(&self, words: &Words, taken: &[(usize, usize)], mut found: impl FnMut(usize, usize, u16)) {
        if self.by_word.is_empty() {
            return;
        }
        let mut next = 0;
        for (at, token) in words.document.tokens.iter().enumerate() {
            while taken.get(next).is_some_and(|&(_, end)| end <= at) {
                next += 1;
            }
            if taken.get(next).is_some_and(|&(first, end)| first <= at && at < end) {
                continue;
            }
            if let Some(&index) = self.by_word.get(&token.hash) {
                found(at, at + 1, index);
            }
        }
    }
}

/// A word that can be part of a name: a capital, and no word of the grammar.
fn is_name_word(words: &Words, at: usize) -> bool {
    words.token(at).is_some_and(|token| {
        token.class == Class::Word
            && token.is_capitalised()
            && !words.has(at, |sense| matches!(sense, Sense::Function(_) | Sense::Period(_) | Sense::Source))
    })
}

/// *Mayer Maschinenbau AG*: capitalised words with a legal form behind them.
pub(super) fn by_legal_form(words: &Words, at: usize, end: usize) -> Option<(usize, usize)> {
    if !is_name_word(words, at) || words.has(at, |sense| sense == Sense::Name(NameWord::LegalForm)) {
        return None;
    }
    let mut last = at;
    for _ in 0..LONGEST_NAME {
        let next = last + 1;
        let Some(token) = words.token(next).filter(|_| next < end) else { return None };
        if token.has_space_before() {
            let form = words.longest(next, end, |sense| (sense == Sense::Name(NameWord::LegalForm)).then_some(()));
            if let Some(((), until)) = form.filter(|_| is_firm(words, next)) {
                return Some((at, until));
            }
        }
        let joins = words.text(next) == "&" || is_hyphen(words.text(next)) && words.is_joined(next) && words.is_joined(next + 1);
        if joins && is_name_word(words, next + 1) {
            last = next + 1;
        } else if is_name_word(words, next) && token.has_space_before() {
            last = next;
        } else {
            return None;
        }
    }
    None
}

/// Forms that are no ordinary words: *Gruppe* and *Holding* alone make no name.
fn is_firm(words: &Words, at: usize) -> bool {
    matches!(
        words.text(at),
        "AG" | "SE" | "GmbH" | "KG" | "KGaA" | "OHG" | "eG" | "Inc" | "Corp" | "Ltd" | "plc" | "PLC" | "Limited" | "S.A" | "SA" | "N.V" | "NV" | "AB"
            | "Oyj" | "S.p.A" | "SpA" | "ASA" | "A" | "LLC" | "BV" | "B.V" | "UG" | "GesmbH" | "Corporation" | "Co" | "&" | "mbH" | "Aktiengesellschaft" | "Sàrl"
    )
}

/// Whether a token is a noun for a company: *Autobauer*, *Konzern*, *Schraubenhersteller*.
pub(super) fn is_company_noun(words: &Words, at: usize) -> bool {
    let is_noun = words.token(at).is_some_and(|token| token.class == Class::Word && token.is_capitalised());
    is_noun
        && (words.has(at, |sense| matches!(sense, Sense::Name(NameWord::Sector(_) | NameWord::Generic)))
            || words.senses(at).is_empty() && words.lexicon.names.is_company_noun(words.text(at)))
}

/// *der Autobauer Testla*, *Brauerei Huber*, *die Keller-Gruppe*, *Voltino-Chef Maier*.
pub(super) fn by_description(words: &Words, at: usize, end: usize) -> Option<(usize, usize)> {
    let token = words.token(at)?;
    if !is_name_word(words, at) || !words.senses(at).is_empty() {
        return None;
    }
    let companion = is_hyphen(words.text(at + 1))
        && words.is_joined(at + 1)
        && words.is_joined(at + 2)
        && matches!(words.text(at + 2), "Gruppe" | "Konzern" | "Konzerns" | "Chef" | "Aktie" | "Aktien" | "Chefin" | "Vorstand" | "Sprecher" | "Holding" | "Manager" | "Tochter");
    // A name is no compound of German nouns: it has an unusual shape or stands with its article's noun.
    if companion && !looks_like_noun(words, at) {
        return Some((at, at + 1));
    }
    let described = at.checked_sub(1).is_some_and(|before| {
        is_company_noun(words, before)
            && token.has_space_before()
            && !matches!(words.text(before), "Tochter" | "Mutter" | "Marke" | "Sparte" | "Haus" | "Hersteller" | "Firmen" | "Betrieb")
            && is_singular(words, before)
    });
    if !described {
        return None;
    }
    let mut last = at + 1;
    while last < end && last - at < 3 && is_name_word(words, last) && words.senses(last).is_empty() && words.token(last).is_some_and(|token| token.has_space_before()) {
        last += 1;
    }
    Some((at, last))
}

/// Whether the noun before a name stands in the singular with an article, or begins the sentence.
fn is_singular(words: &Words, at: usize) -> bool {
    (1..=3).filter_map(|back| at.checked_sub(back)).any(|before| {
        words.has(before, |sense| matches!(sense, Sense::Function(FunctionWord::Determiner(_) | FunctionWord::Preposition(_))))
    }) || words.token(at).is_some_and(|token| token.is_sentence_start())
}

/// Whether a word has the shape of a German compound noun rather than of a name.
fn looks_like_noun(words: &Words, at: usize) -> bool {
    let surface = words.text(at);
    surface.chars().count() > 9
        || ["ung", "heit", "keit", "schaft", "tion", "er", "en", "el", "ie", "tag", "tik", "ik", "um", "al", "ag"].iter().any(|ending| surface.ends_with(ending)) && !words.token(at).is_some_and(|token| token.is_all_caps())
}
