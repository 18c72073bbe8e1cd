//! The names that the lexicon knows, and those that their form or neighbours show.

use super::{
    Entity, Name,
    unknown::{self, Unknown},
};
use crate::{
    document::Class,
    lexicon::{Sense, Words, names::NameWord, words::is_hyphen},
    mention::Place,
};
use std::collections::HashSet;

/// A match of the lexicon, before its doubts are settled.
struct Match {
    first: usize,
    end: usize,
    entity: Entity,
    sure: bool,
    genitive: bool,
}

/// The names of a document, and the canonical names of the companies that the lexicon does not know.
pub fn find(words: &Words) -> (Vec<Name>, Vec<String>) {
    let mut matches: Vec<Match> = Vec::new();
    let mut unknown = Unknown::default();
    for sentence in &words.document.sentences {
        let end = sentence.tokens.end;
        let mut at = sentence.tokens.start;
        while at < end {
            if let Some((first, until)) = unknown::by_legal_form(words, at, end) {
                // A known name with a legal form is known all the same.
                if let Some(found) = find_known(words, first, end).filter(|found| found.sure_or_company() && found.end <= until) {
                    at = until;
                    matches.push(Match { end: until, sure: true, ..found });
                } else {
                    let index = unknown.add(words, first, until);
                    matches.push(Match { first, end: until, entity: Entity::UnknownCompany(index), sure: true, genitive: false });
                    at = until;
                }
                continue;
            }
            match find_known(words, at, end) {
                Some(found) => {
                    at = with_legal_form(words, found.end, end).max(at + 1);
                    let sure = found.sure || at > found.end;
                    matches.push(Match { end: at, sure, ..found });
                }
                None => {
                    if let Some((first, until)) = unknown::by_description(words, at, end) {
                        let index = unknown.add(words, first, until);
                        matches.push(Match { first, end: until, entity: Entity::UnknownCompany(index), sure: true, genitive: false });
                        at = until;
                    } else {
                        at += 1;
                    }
                }
            }
        }
    }
    settle(words, &mut matches);
    unknown.repeat(words, &matches.iter().map(|found| (found.first, found.end)).collect::<Vec<_>>(), |first, end, index| {
        matches.push(Match { first, end, entity: Entity::UnknownCompany(index), sure: true, genitive: false });
    });
    matches.sort_by_key(|found| found.first);
    let names = matches.iter().filter(|found| found.sure).map(|found| name(words, found)).collect();
    (names, unknown.names)
}

impl Match {
    fn sure_or_company(&self) -> bool {
        matches!(self.entity, Entity::Company(_))
    }
}

fn name(words: &Words, found: &Match) -> Name {
    let modifier = is_hyphen(words.text(found.end)) && words.is_joined(found.end) && words.is_joined(found.end + 1)
        && words.token(found.end + 1).is_some_and(|token| token.class == Class::Word);
    Name {
        place: Place {
            span: words.document.token_span(found.first, found.end - 1),
            first: found.first as u32,
            end: found.end as u32,
            rule: rule(found.entity),
        },
        entity: found.entity,
        genitive: found.genitive,
        modifier,
    }
}

const fn rule(entity: Entity) -> &'static str {
    match entity {
        Entity::Company(_) => "name.company",
        Entity::UnknownCompany(_) => "name.unknown_company",
        Entity::Place(_) => "name.place",
        Entity::PlaceAdjective(_) => "name.place_adjective",
        Entity::Institution(_) => "name.institution",
        Entity::Index(_) => "name.index",
        Entity::Commodity(_) => "name.commodity",
        Entity::GenericCompany => "name.generic_company",
        Entity::SectorCompany(_) => "name.sector_company",
        Entity::Person => "name.person",
    }
}

/// The longest name of the lexicon at a token; a sure sense comes before a doubtful one.
fn find_known(words: &Words, at: usize, end: usize) -> Option<Match> {
    let token = words.token(at)?;
    let small = !token.is_capitalised() && token.class == Class::Word;
    let usable = |sense: Sense| match sense {
        Sense::Name(word) => entity_of(words, word).filter(|&(entity, ..)| !small || writes_small(words, at, entity)),
        _ => None,
    };
    let sure = words.longest(at, end, |sense| usable(sense).filter(|&(_, sure, _)| sure));
    let any = words.longest(at, end, usable);
    let ((entity, sure, genitive), until) = match (sure, any) {
        (Some(sure), Some(any)) if sure.1 >= any.1 => sure,
        (_, Some(any)) => any,
        _ => return find_compound(words, at),
    };
    if matches!(entity, Entity::GenericCompany | Entity::SectorCompany(_)) && is_plural(words, at) {
        return None;
    }
    Some(Match { first: at, end: until, entity, sure, genitive })
}

fn entity_of(words: &Words, word: NameWord) -> Option<(Entity, bool, bool)> {
    Some(match word {
        NameWord::Company { id, sure, genitive } => (Entity::Company(id), sure, genitive),
        NameWord::Place { id, sure } => (Entity::Place(id), sure, false),
        NameWord::PlaceAdjective(id) => (Entity::PlaceAdjective(id), true, false),
        NameWord::Institution { id, sure } => (Entity::Institution(id), sure || words.lexicon.names.institution_kind(id) == "media", false),
        NameWord::Index(id) => (Entity::Index(id), true, false),
        NameWord::Commodity { id, sure } => (Entity::Commodity(id), sure, false),
        NameWord::Sector(id) => (Entity::SectorCompany(id), true, false),
        NameWord::Generic => (Entity::GenericCompany, true, false),
        NameWord::NotCompany | NameWord::Companion | NameWord::LegalForm => return None,
    })
}

/// Whether a name may be written with a small first letter: adjectives of places, and companies that write
/// themselves so (*trivago*).
fn writes_small(words: &Words, at: usize, entity: Entity) -> bool {
    match entity {
        Entity::PlaceAdjective(_) => true,
        Entity::Company(id) => {
            let name = &words.lexicon.names.company(id).name;
            let only = words.senses(at).iter().all(|sense| matches!(sense, Sense::Name(NameWord::Company { sure: true, .. })));
            words.text(at).len() > 3 && (name.chars().next().is_some_and(char::is_lowercase) || only && words.text(at).len() > 7)
        }
        _ => false,
    }
}

/// *der Schraubenhersteller*: a compound that ends in a noun for a company.
fn find_compound(words: &Words, at: usize) -> Option<Match> {
    let token = words.token(at)?;
    let fits = token.class == Class::Word
        && token.is_capitalised()
        && words.senses(at).is_empty()
        && words.lexicon.names.is_company_noun(words.text(at))
        && !is_plural(words, at);
    fits.then_some(Match { first: at, end: at + 1, entity: Entity::GenericCompany, sure: true, genitive: false })
}

/// A noun for companies in the plural, or without a definite article, points to nobody.
fn is_plural(words: &Words, at: usize) -> bool {
    let mut back = at;
    for _ in 0..7 {
        let Some(before) = back.checked_sub(1) else { return true };
        let surface = words.text(before);
        if matches!(surface, "die" | "Die" | "den" | "diese" | "alle") {
            let noun = words.text(at);
            let feminine = ["pe", "ie", "ung", "schaft", "ank", "asse", "erei", "ette", "line", "inie", "ter", "ma", "ing", "urse", "tur", "rift"];
            let many = !feminine.iter().any(|ending| noun.ends_with(ending)) && surface != "den"
                || surface == "den" && noun.ends_with("en") && !noun.ends_with("ten");
            return many;
        }
        if matches!(
            surface,
            "der" | "des" | "dem" | "das" | "Der" | "Das" | "Dem" | "Des" | "dieser" | "dieses" | "Dieser" | "Dieses" | "beim" | "vom" | "zum" | "zur" | "im"
                | "Beim" | "Im" | "sein" | "seine" | "ihr" | "ihre" | "seiner" | "ihrer" | "seines" | "ihres"
        ) {
            return false;
        }
        // Adjectives and the first parts of a hyphenated word stand between.
        let of_place = words.has(before, |sense| matches!(sense, Sense::Name(NameWord::PlaceAdjective(_))));
        let inner = of_place
            || words.token(before).is_some_and(|token| !token.is_capitalised() && token.class == Class::Word)
            || is_hyphen(surface)
            || is_hyphen(words.text(back)) && words.is_joined(back);
        if !inner {
            return true;
        }
        back = before;
    }
    true
}

/// The end of a name with the legal form behind it.
fn with_legal_form(words: &Words, end: usize, limit: usize) -> usize {
    if words.token(end).is_none_or(|token| !token.has_space_before()) || end >= limit {
        return end;
    }
    let form = words.longest(end, limit, |sense| (sense == Sense::Name(NameWord::LegalForm)).then_some(()));
    form.filter(|_| words.token(end).is_some_and(|token| token.is_capitalised() || words.text(end) == "&")).map_or(end, |((), until)| until)
}

/// Settles the doubtful matches by their neighbours and by sure mentions of the same thing.
fn settle(words: &Words, matches: &mut [Match]) {
    let sure: HashSet<u16> = matches
        .iter()
        .filter(|found| found.sure)
        .filter_map(|found| if let Entity::Company(id) = found.entity { Some(id) } else { None })
        .collect();
    let mut shown: HashSet<u16> = HashSet::new();
    for index in 0..matches.len() {
        let found = &matches[index];
        if found.sure {
            continue;
        }
        let joined = |other: Option<&Match>| {
            other.is_some_and(|other| {
                other.sure
                    && matches!(other.entity, Entity::Company(_) | Entity::UnknownCompany(_))
                    && (other.end <= found.first && lists(words, other.end, found.first) || found.end <= other.first && lists(words, found.end, other.first))
            })
        };
        let neighbours = joined(index.checked_sub(1).and_then(|before| matches.get(before))) || joined(matches.get(index + 1));
        let proven = match found.entity {
            Entity::Company(id) => sure.contains(&id) || shown.contains(&id) || neighbours || has_company_context(words, found.first, found.end),
            Entity::Place(_) => has_place_context(words, found.first),
            Entity::Institution(_) => words.token(found.first).is_some_and(|token| token.is_all_caps()),
            _ => false,
        };
        if proven {
            matches[index].sure = true;
            if let Entity::Company(id) = matches[index].entity {
                shown.insert(id);
            }
        }
    }
    // Once shown, every mention counts.
    for found in matches.iter_mut().filter(|found| !found.sure) {
        found.sure = matches!(found.entity, Entity::Company(id) if shown.contains(&id));
    }
}

/// Whether only a comma or conjunction stands between two tokens.
fn lists(words: &Words, from: usize, to: usize) -> bool {
    to == from + 1 && matches!(words.text(from), "," | "und" | "oder" | "sowie")
}

/// Whether the words around show a company: a noun for companies before it, a companion joined to it.
fn has_company_context(words: &Words, first: usize, end: usize) -> bool {
    let hyphen = is_hyphen(words.text(end)) && words.is_joined(end) && words.is_joined(end + 1);
    if hyphen && words.has(end + 1, |sense| matches!(sense, Sense::Name(NameWord::Companion | NameWord::Generic))) {
        return true;
    }
    let before = first.checked_sub(1);
    before.is_some_and(|at| {
        unknown::is_company_noun(words, at)
            || matches!(words.text(at), "von" | "bei" | "Von" | "Bei") && first >= 2 && words.has(first - 2, |sense| matches!(sense, Sense::Name(NameWord::Companion)))
    })
}

/// Whether a preposition of place stands before.
fn has_place_context(words: &Words, first: usize) -> bool {
    first.checked_sub(1).is_some_and(|at| matches!(words.text(at), "in" | "aus" | "nach" | "bei" | "In" | "Aus" | "um" | "von"))
}
