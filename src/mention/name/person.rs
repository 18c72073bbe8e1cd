//! People: what stands behind a given name or a title.

use crate::{
    document::{Class, Token},
    lexicon::{Sense, Words, names::NameWord, words::is_hyphen},
};

/// *Petra Lohmann*, *Frau Maier*, *Konzernchef Huber*: the name without its title, from a token on.
pub(super) fn find(words: &Words, at: usize, end: usize) -> Option<(usize, usize)> {
    // *Frau von Trebnitz*
    let addressed =
        at > 0 && matches!(words.text(at - 1), "Frau" | "Herr" | "Herrn" | "Freiherr" | "Graf" | "Gräfin");
    if addressed
        && matches!(words.text(at), "von" | "van" | "de")
        && at + 1 < end
        && is_surname(words, at + 1)
    {
        return Some((at, at + 2));
    }
    let token = words.token(at).filter(|token| token.is_capitalised() && token.class == Class::Word)?;
    let first_name = is_first_name(words, at);
    let titled = token.has_space_before() && at.checked_sub(1).is_some_and(|before| is_title(words, before));
    let named = first_name || titled && is_surname(words, at);
    if !named {
        return None;
    }
    let mut last = at + 1;
    while last < end && last - at < 4 {
        let joined = is_hyphen(words.text(last)) && words.is_joined(last) && words.is_joined(last + 1);
        let next = if joined { last + 1 } else { last };
        let particle = matches!(words.text(last), "von" | "van" | "de" | "al" | "bin");
        if particle && last + 1 < end && is_surname(words, last + 1) && (first_name || titled) {
            last += 2;
        } else if next < end
            && (is_first_name(words, next)
                || is_surname(words, next)
                || first_name && !joined && is_company_word(words, next))
            && (joined && (is_first_name(words, next) || last > at + 1) || !joined && spaced(words, next))
        {
            last = next + 1;
        } else if words.text(last) == "." && words.text(last - 1).chars().nth(1).is_none() {
            last += 1;
        } else {
            break;
        }
    }
    // A given name alone is no person: *Paul*, *Ford*.
    let alone = last == at + 1;
    if alone && !titled { None } else { Some((at, last)) }
}

/// A name of a company behind a given name is a surname: *Henry Ford*.
fn is_company_word(words: &Words, at: usize) -> bool {
    words.token(at).is_some_and(|token| token.is_capitalised() && !token.is_all_caps())
        && words.has(at, |sense| matches!(sense, Sense::Name(NameWord::Company { .. })))
}

fn spaced(words: &Words, at: usize) -> bool {
    words.token(at).is_some_and(|token| token.has_space_before() && !token.has_line_before())
}

fn is_first_name(words: &Words, at: usize) -> bool {
    words.token(at).is_some_and(Token::is_capitalised)
        && words.has(at, |sense| sense == Sense::Name(NameWord::FirstName))
}

/// A word that may be a surname: a capital, and neither a word of the grammar nor a sure name of something else.
fn is_surname(words: &Words, at: usize) -> bool {
    let shape = words.token(at).is_some_and(|token| {
        token.class == Class::Word && token.is_capitalised() && !token.is_all_caps() && spaced(words, at)
            || at > 0 && is_hyphen(words.text(at - 1))
    });
    shape
        && !words.has(at, |sense| {
            matches!(
                sense,
                Sense::Function(_)
                    | Sense::Source
                    | Sense::Metric(_)
                    | Sense::Name(
                        NameWord::Institution { sure: true, .. }
                            | NameWord::Company { sure: true, .. }
                            | NameWord::Generic
                            | NameWord::Sector(_)
                            | NameWord::LegalForm
                            | NameWord::Title
                    )
            )
        })
}

/// An office or form of address that a surname follows.
fn is_title(words: &Words, at: usize) -> bool {
    if !words.token(at).is_some_and(|token| token.class == Class::Word && token.is_capitalised()) {
        return words.text(at) == "."
            && at > 0
            && matches!(words.text(at - 1), "Dr" | "Prof" | "Mag" | "Ing" | "St");
    }
    words.has(at, |sense| sense == Sense::Name(NameWord::Title)) || is_office(words.text(at))
}

/// *Vorstandschef*, *Finanzministerin*, *Sprecher*: offices by their last part.
fn is_office(surface: &str) -> bool {
    const ENDINGS: [&str; 34] = [
        "gründer",
        "gründerin",
        "inhaber",
        "inhaberin",
        "geschäftsführer",
        "geschäftsführerin",
        "leiter",
        "leiterin",
        "trainer",
        "forscher",
        "chef",
        "chefin",
        "minister",
        "ministerin",
        "präsident",
        "präsidentin",
        "sprecher",
        "sprecherin",
        "vorstand",
        "vorständin",
        "direktor",
        "direktorin",
        "ökonom",
        "ökonomin",
        "analyst",
        "analystin",
        "volkswirt",
        "manager",
        "managerin",
        "experte",
        "expertin",
        "vorsitzende",
        "vorsitzender",
        "boss",
    ];
    let lower = |ending: &str| {
        surface.len() >= ending.len()
            && surface
                .get(surface.len() - ending.len()..)
                .is_some_and(|last| last.eq_ignore_ascii_case(ending) || last.to_lowercase() == ending)
    };
    surface == "CEO" || surface == "CFO" || ENDINGS.iter().any(|ending| lower(ending))
}
