//! Companies shown by the noun beside them.

use super::unknown::{is_camel, is_company_noun, is_fresh, is_legal_form, looks_like_noun};
use crate::{
    document::{Class, Token, fold},
    lexicon::{Sense, Words, cues::Cue, grammar::FunctionWord, names::NameWord, words::is_hyphen},
};

/// *der Autobauer Testla*, *das Analysehaus BCA Research*, *Tochter Zielpunkt*.
pub(super) fn by_description(words: &Words, at: usize, end: usize) -> Option<(usize, usize)> {
    let token = words.token(at).filter(|token| token.has_space_before() && !token.has_paragraph_before())?;
    if !is_fresh(words, at) {
        return None;
    }
    let before = at.checked_sub(1)?;
    let described = is_company_noun(words, before)
        && !words.is(before, Cue::OtherLead)
        && is_singular(words, before)
        && !looks_like_noun(words, at);
    if !described || token.is_sentence_start() {
        return None;
    }
    let mut last = at + 1;
    let mut plain = 1;
    while last < end && last - at < 5 {
        let joined = is_hyphen(words.text(last)) && words.is_joined(last) && words.is_joined(last + 1);
        let short = joined
            && words.token(last + 1).is_some_and(|token| token.is_capitalised() && token.span.len() <= 2);
        let spaced =
            words.token(last).is_some_and(|token| token.has_space_before() && !token.has_line_before());
        if short {
            last += 2;
        } else if spaced
            && (is_fresh(words, last) && !looks_like_noun(words, last) || is_legal_form(words, last))
        {
            plain += usize::from(is_fresh(words, last) && !words.token(last).is_some_and(Token::is_all_caps));
            last += 1;
        } else {
            break;
        }
    }
    // *der Blumenhändler Anton Veit* is a person, and two capitals are too little.
    let formed = (at..last).any(|at| {
        is_legal_form(words, at)
            || is_camel(words.text(at))
            || words.token(at).is_some_and(Token::is_all_caps)
    });
    if plain >= 2 && !formed && words.ends(before, Cue::PersonOrCompany)
        || last == at + 1 && token.span.len() < 3 && super::known::with_country(words, last, end) == last
    {
        return None;
    }
    Some((at, last))
}

/// *Voltino-Chef Maier*, *die Keller-Gruppe*, *die einsAmobile-Übernahme*.
pub(super) fn by_companion(words: &Words, at: usize) -> Option<(usize, usize)> {
    if !is_fresh(words, at)
        || looks_like_noun(words, at)
        || at > 0 && is_hyphen(words.text(at - 1)) && words.is_joined(at)
    {
        return None;
    }
    let joined = is_hyphen(words.text(at + 1)) && words.is_joined(at + 1) && words.is_joined(at + 2);
    // Parties, unions and agencies have heads and speakers, too, and abbreviations more often than companies.
    let short = words.token(at).is_some_and(Token::is_all_caps);
    if words.text(at).chars().count() < 3 || short && !words.is(at + 2, Cue::GroupCompanion) {
        return None;
    }
    let proven = words.is(at + 2, Cue::CompanyCompanion)
        || words.is(at + 2, Cue::DoubtfulCompanion) && is_camel(words.text(at));
    (joined && proven && !is_bent_word(words, at)).then_some((at, at + 1))
}

/// Whether the lexicon knows a word without the letters that join it to the next: *Eurogruppen-Chef*.
fn is_bent_word(words: &Words, at: usize) -> bool {
    let surface = words.text(at);
    let table = words.lexicon.table();
    ["n", "s", "en", "es"].iter().filter_map(|ending| surface.strip_suffix(ending)).any(|stem| {
        stem.len() > 2
            && table
                .find(crate::lexicon::Node::ROOT, fold::hash(stem), stem)
                .is_some_and(|node| !table.senses(node).is_empty())
    })
}

/// A kind of business whose noun is part of its name: *Sparkasse Köln*, *Brauerei Huber*, *Banca Marche*.
pub(super) fn is_business(words: &Words, at: usize) -> bool {
    words.is(at, Cue::BusinessName)
}

/// *Volksbank Etruria*, *Brauerei Huber*, *Savings Bank of Ukraine*.
pub(super) fn by_business(words: &Words, at: usize, end: usize) -> Option<(usize, usize)> {
    if !words.token(at)?.is_capitalised() {
        return None;
    }
    // Savings Bank of Ukraine
    let mut bank = at;
    while bank < end && bank - at < 3 && words.text(bank) != "Bank" && is_fresh(words, bank) {
        bank += 1;
    }
    if words.text(bank) == "Bank"
        && words.text(bank + 1) == "of"
        && bank + 2 < end
        && words.token(bank + 2)?.is_capitalised()
    {
        return Some((at, bank + 3));
    }
    if words.text(at) == "Raiffeisen"
        && words.text(at + 1) == "Bank"
        && at + 2 < end
        && is_fresh(words, at + 2)
    {
        return Some((at, at + 3));
    }
    if !is_business(words, at) || at + 1 >= end {
        return None;
    }
    let name = |at: usize| {
        words.token(at).is_some_and(|token| {
            token.has_space_before()
                && !token.has_line_before()
                && token.class == Class::Word
                && token.is_capitalised()
        }) && !looks_like_noun(words, at)
    };
    let place = words.has(at + 1, |sense| matches!(sense, Sense::Name(NameWord::Place { .. })));
    let fresh = is_fresh(words, at + 1);
    // *die Bank Müller* alone would be too little to go by.
    if !name(at + 1) || !(fresh || place && words.text(at) != "Bank") {
        return None;
    }
    let mut last = at + 2;
    while last < end && last - at < 4 && name(last) && is_fresh(words, last) {
        last += 1;
    }
    let joined = is_hyphen(words.text(last)) && words.is_joined(last) && words.is_joined(last + 1);
    if joined && name_joined(words, last + 1) {
        last += 2;
    }
    Some((at, last))
}

fn name_joined(words: &Words, at: usize) -> bool {
    words.token(at).is_some_and(Token::is_capitalised)
        && (words.senses(at).is_empty()
            || words.has(at, |sense| matches!(sense, Sense::Name(NameWord::Place { .. }))))
}

/// Whether the noun before a name stands in the singular with an article, or begins the sentence.
fn is_singular(words: &Words, at: usize) -> bool {
    let determined = |before: usize| {
        words.has(before, |sense| {
            matches!(
                sense,
                Sense::Function(
                    FunctionWord::Determiner(_) | FunctionWord::Preposition(_) | FunctionWord::Possessive(_)
                )
            )
        })
    };
    (1..=6).filter_map(|back| at.checked_sub(back)).any(determined)
        || words.token(at).is_some_and(Token::is_sentence_start)
}
