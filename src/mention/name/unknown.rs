//! Companies that the lexicon does not know, by the form of their names and the nouns beside them.

use crate::{
    document::{Class, Token, fold},
    lexicon::{Sense, Words, cues::Cue, names::NameWord, words::is_hyphen},
};

use std::collections::HashMap;

/// The unknown companies of a document.
#[derive(Debug, Default)]
pub(super) struct Unknown {
    /// Their canonical names.
    pub(super) names: Vec<String>,
    /// Those that begin with a word, by its hash.
    by_word: HashMap<u64, Vec<u16>>,
}

impl Unknown {
    /// Adds a mention; the legal form is no part of the canonical name.
    pub(super) fn add(&mut self, words: &Words, first: usize, end: usize) -> u16 {
        let last = core_end(words, first, end);
        let name = words.document.surface(words.document.token_span(first, last - 1)).replace('\n', " ");
        // The short form of a company that was named in full, or the other way round.
        let same = |known: &String| {
            let (short, long) = if known.len() < name.len() { (known, &name) } else { (&name, known) };
            long.strip_prefix(short.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let begun = self.by_word.entry(words.token(first).map_or(0, |token| token.hash)).or_default();
        if let Some(&known) = begun.iter().find(|&&known| same(&self.names[usize::from(known)])) {
            return known;
        }
        let index = self.names.len() as u16;
        begun.push(index);
        self.names.push(name);
        index
    }
}

/// The end of a name without its legal form.
pub(super) fn core_end(words: &Words, first: usize, end: usize) -> usize {
    let mut last = end;
    while last > first + 1
        && (is_legal_form(words, last - 1)
            && !super::legal::is_weak(words, last - 1)
            && !words.is(last - 1, Cue::FamilyWord)
            || is_hyphen(words.text(last - 1)))
    {
        last -= 1;
    }
    last
}

/// Whether nothing but legal forms stands between two tokens.
pub(super) fn only_legal_forms(words: &Words, from: usize, to: usize) -> bool {
    (from..to).all(|at| is_legal_form(words, at))
}

pub(super) fn is_legal_form(words: &Words, at: usize) -> bool {
    words.has(at, |sense| sense == Sense::Name(NameWord::LegalForm))
        || words.is(at, Cue::LegalFormPart)
        || matches!(words.text(at), "." | "S" | "A")
}

/// A word that can be part of a name: a capital, and no word of the grammar.
pub(super) fn is_name_word(words: &Words, at: usize) -> bool {
    words.token(at).is_some_and(|token| {
        token.class == Class::Word
            && (token.is_capitalised() || is_camel(words.text(at)))
            && !words.has(at, |sense| matches!(sense, Sense::Function(_) | Sense::Period(_) | Sense::Source))
    })
}

/// A small letter first and a capital inside: *einsAmobile*.
pub(super) fn is_camel(surface: &str) -> bool {
    let mut letters = surface.chars();
    letters.next().is_some_and(char::is_lowercase) && surface.len() > 3 && letters.any(char::is_uppercase)
}

/// A word that nothing else is known of.
pub(super) fn is_fresh(words: &Words, at: usize) -> bool {
    is_name_word(words, at) && words.senses(at).is_empty()
}

/// A noun before a name that is no part of it: *Tochter*, *Rivale*, *Medienkonzern*, *Chef*.
pub(super) fn is_lead(words: &Words, at: usize) -> bool {
    if super::described::is_business(words, at) {
        return false;
    }
    is_company_noun(words, at) && (!words.senses(at).is_empty() || words.ends(at, Cue::CompanyDescription))
        || words.has(at, |sense| {
            matches!(
                sense,
                Sense::Name(NameWord::Companion | NameWord::Generic | NameWord::Sector(_) | NameWord::Title)
                    | Sense::Source
            )
        })
}

/// Whether a token is a noun for a company: *Autobauer*, *Konzern*, *Schraubenhersteller*, *Fluggast-Portal*.
pub(super) fn is_company_noun(words: &Words, at: usize) -> bool {
    let Some(token) = words.token(at).filter(|token| token.class == Class::Word) else { return false };
    if at >= 2 && is_hyphen(words.text(at - 1)) && words.is_joined(at) {
        // Start-up, Fluggast-Portal
        if words.text(at) == "up" {
            return words.text(at - 2) == "Start";
        }
    }
    token.is_capitalised()
        && (words.lexicon.names.is_company_head(token.hash)
            || words.has(at, |sense| matches!(sense, Sense::Name(NameWord::Sector(_) | NameWord::Generic)))
            || words.senses(at).is_empty() && words.lexicon.names.is_company_noun(words.text(at)))
}

/// Whether a word has the shape of a German noun rather than of a name.
pub(super) fn looks_like_noun(words: &Words, at: usize) -> bool {
    let surface = words.text(at);
    let capitals = words.token(at).is_some_and(Token::is_all_caps);
    !capitals
        && (surface.chars().count() > 14
            || words.ends(at, Cue::NounShape)
            || words.lexicon.find_head(surface).is_some()
            || words.is(at, Cue::BranchWord))
}

/// The hash of a word without its last letter: a genitive.
pub(super) fn without_s(surface: &str) -> Option<u64> {
    surface.strip_suffix('s').filter(|stem| stem.len() > 2).map(fold::hash)
}
