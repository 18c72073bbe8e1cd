//! Names that the lexicon knows.

use super::{Entity, find::Match};
use crate::{
    document::{Class, Token},
    lexicon::{
        Sense, Words,
        cues::Cue,
        names::{NameWord, NameWords},
        sense::Groups,
        words::is_hyphen,
    },
};

/// What a word of the lexicon names, whether it can be nothing else, and whether it is a genitive.
type Known = (Entity, bool, bool);

/// The longest name of the lexicon at a token; a sure sense comes before a doubtful one.
pub(super) fn find_known(words: &Words, at: usize, end: usize) -> Option<Match> {
    if !words.begins(at, Groups::NAME) {
        return find_compound(words, at);
    }
    let token = words.token(at)?;
    let small = !token.is_capitalised() && token.class == Class::Word;
    let usable = |sense: Sense| match sense {
        Sense::Name(word) => entity_of(words, word).filter(|known| !small || writes_small(words, at, *known)),
        _ => None,
    };
    let sure = words.longest(at, end, |sense| usable(sense).filter(|&(_, sure, _)| sure));
    let any = words.longest(at, end, usable);
    let ((mut entity, mut sure, genitive), until) = match (sure, any) {
        (Some(sure), Some(any)) if sure.1 >= any.1 => sure,
        (_, Some(any)) => any,
        _ => return find_compound(words, at),
    };
    // *die Post*: a noun for a company that is also the name of one.
    let mut other = None;
    if matches!(entity, Entity::GenericCompany | Entity::SectorCompany(_))
        && let Some(((company, ..), end)) = words.longest(at, end, |sense| {
            usable(sense).filter(|(entity, ..)| matches!(entity, Entity::Company(_)))
        })
        && end >= until
    {
        // *eine Volksbank* is none in particular.
        if is_plural(words, at) && !is_hyphen(words.text(until)) {
            return None;
        }
        other = Some(entity);
        (entity, sure) = (company, false);
    }
    if matches!(entity, Entity::GenericCompany | Entity::SectorCompany(_)) && is_plural(words, at) {
        return None;
    }
    let mut found = Match { first: at, end: until, entity, sure, genitive, rule: rule(entity), other };
    if let Entity::Company(id) = entity {
        trim(words, &mut found);
        if found.end - at == 1 && !settle_spelling(words, &mut found, id) {
            return None;
        }
        if is_source_sector(&words.lexicon.names, id) {
            found.sure = false;
        }
        // One spelling for two things: the neighbours decide.
        let shared = words.longest(at, end, |sense| match sense {
            Sense::Name(NameWord::FirstName) => Some(None),
            Sense::Name(word @ (NameWord::Institution { .. } | NameWord::Place { .. })) => {
                entity_of(words, word).map(|known| Some(known.0))
            }
            _ => None,
        });
        if let Some((other, _)) = shared.filter(|&(_, other)| other >= until) {
            found.sure = false;
            found.other = other;
        }
    }
    Some(found)
}

/// Whether a company is a medium or an exchange: both are named more often as a source or a market.
pub(super) fn is_source_sector(names: &NameWords, id: u16) -> bool {
    matches!(names.sector_of(id), "media" | "publisher" | "broadcaster" | "exchange")
        && names.company(id).name != "Deutsche Börse"
}

/// Judges a single word by its capitals; `false` where they show that the company is not meant (*Man*, not *MAN*).
fn settle_spelling(words: &Words, found: &mut Match, id: u16) -> bool {
    let own = &words.lexicon.names.company(id).name;
    let capitals = words.token(found.first).is_some_and(Token::is_all_caps);
    let shouts = own.len() <= 4 && !own.chars().any(char::is_lowercase) && !found.sure;
    if shouts && !capitals && words.text(found.first).len() == own.len() {
        return false;
    }
    // *SaaS* is no genitive.
    if found.genitive && words.text(found.first).ends_with('S') {
        return false;
    }
    found.sure |= is_spelled(words, found.first, id) && !is_source_sector(&words.lexicon.names, id);
    // A word of the language is no name without better proof.
    let word = words
        .senses(found.first)
        .iter()
        .any(|sense| matches!(sense, Sense::Period(_) | Sense::Function(_) | Sense::Name(NameWord::Title)));
    !word || is_hyphen(words.text(found.end)) || capitals
}

/// Whether three capitals at least are written exactly as the company writes itself (*ING*).
fn is_spelled(words: &Words, at: usize, id: u16) -> bool {
    let surface = words.text(at);
    let own = &words.lexicon.names.company(id).name;
    surface.len() >= 3
        && surface == own
        && words.token(at).is_some_and(Token::is_all_caps)
        && !is_shouted(words, at)
}

/// Whether the words around are all in capitals, too.
fn is_shouted(words: &Words, at: usize) -> bool {
    let capitals =
        |at: usize| words.token(at).is_some_and(|token| token.is_all_caps() && token.span.len() > 4);
    capitals(at + 1) || at.checked_sub(1).is_some_and(capitals)
}

/// Leaves *-Konzern* and *-Gruppe* outside, and takes the sign of a service in (*Disney+*).
fn trim(words: &Words, found: &mut Match) {
    let last = found.end - 1;
    let group = words.is(last, Cue::GroupNoun);
    if group && last >= found.first + 2 && is_hyphen(words.text(last - 1)) {
        found.end = last - 1;
    }
    let plus = words.text(found.end) == "+" && words.is_joined(found.end);
    if plus
        && words
            .token(found.end + 1)
            .is_none_or(|next| next.has_space_before() || next.class == Class::Symbol)
    {
        found.end += 1;
    }
}

fn entity_of(words: &Words, word: NameWord) -> Option<Known> {
    Some(match word {
        NameWord::Company { id, sure, genitive } => (Entity::Company(id), sure, genitive),
        NameWord::Place { id, sure } => (Entity::Place(id), sure, false),
        NameWord::PlaceAdjective(id) => (Entity::PlaceAdjective(id), true, false),
        NameWord::Institution { id, sure } => {
            (Entity::Institution(id), sure || words.lexicon.names.institution_kind(id) == "media", false)
        }
        NameWord::Index(id) => (Entity::Index(id), true, false),
        NameWord::Commodity { id, sure } => (Entity::Commodity(id), sure, false),
        NameWord::Sector(id) => (Entity::SectorCompany(id), true, false),
        NameWord::Generic => (Entity::GenericCompany, true, false),
        NameWord::NotCompany
        | NameWord::Companion
        | NameWord::LegalForm
        | NameWord::FirstName
        | NameWord::Title => {
            return None;
        }
    })
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

/// Whether a name may be written with a small first letter: adjectives of places, companies that write
/// themselves so (*trivago*, *n-tv*), and long names that are no other word (*voestalpine*).
fn writes_small(words: &Words, at: usize, (entity, sure, _): Known) -> bool {
    match entity {
        Entity::PlaceAdjective(_) => true,
        Entity::Company(id) => {
            let name = &words.lexicon.names.company(id).name;
            let own = name.chars().next().is_some_and(char::is_lowercase);
            let long = words.text(at).len() >= 8
                && words.senses(at).iter().all(|sense| matches!(sense, Sense::Name(_)));
            own && words.text(at).len() > 3 || name.contains('-') && name.len() <= 5 || sure && long
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
    fits.then_some(Match::new(at, at + 1, Entity::GenericCompany, "name.compound"))
}

/// A noun for companies in the plural, or without a definite article, points to nobody.
fn is_plural(words: &Words, at: usize) -> bool {
    let mut back = at;
    for _ in 0..7 {
        let Some(before) = back.checked_sub(1) else { return true };
        let surface = words.text(before);
        if matches!(surface, "die" | "Die" | "den" | "diese" | "alle") {
            let noun = words.text(at);
            let many = !words.ends(at, Cue::FeminineShape) && surface != "den"
                || surface == "den" && noun.ends_with("en") && !noun.ends_with("ten");
            return many;
        }
        if words.is(before, Cue::SingularDeterminer) {
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
pub(super) fn with_legal_form(words: &Words, end: usize, limit: usize) -> usize {
    let mut end = end;
    while end < limit
        && words.token(end).is_some_and(|token| {
            token.has_space_before() && (token.is_capitalised() || words.text(end) == "&")
        })
    {
        let form = words.longest_of(Groups::NAME, end, limit, |sense| {
            (sense == Sense::Name(NameWord::LegalForm)).then_some(())
        });
        match form {
            Some(((), until)) => end = until,
            None => return end,
        }
    }
    end
}

/// The end of a name with the country of the subsidiary behind it (*Mazda Österreich*).
pub(super) fn with_country(words: &Words, end: usize, limit: usize) -> usize {
    let country = end < limit
        && words.token(end).is_some_and(|token| token.has_space_before() && !token.has_line_before())
        && words.is(end, Cue::CountryOfBranch);
    if country { end + 1 } else { end }
}
