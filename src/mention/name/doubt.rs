//! Names that are also something else (*Linde*, *Meta*, *Post*), decided by what stands around them.

use super::{Entity, find::Match, known::is_source_sector, list::lists, unknown};
use crate::{
    document::{Class, Token},
    lexicon::{
        Sense, Words, cues::Cue, grammar::FunctionWord, names::NameWord, paradigm::VerbForm, words::is_hyphen,
    },
};
use std::collections::HashSet;

/// What a document says of companies as a whole.
struct Scene {
    /// Companies that are mentioned beyond doubt.
    shown: HashSet<u16>,
    /// Sectors of *der Autobauer* and the like.
    sectors: HashSet<u16>,
    /// It reports from an exchange.
    market: bool,
}

/// Settles the doubtful matches by their neighbours and by sure mentions of the same thing.
pub(super) fn settle(words: &Words, matches: &mut [Match]) {
    for found in matches.iter_mut() {
        if found.is_company() && is_other_thing(words, found) {
            found.sure = false;
            found.rule = "name.other";
        }
    }
    // *Robert Fico … Fico*: the surname of somebody named in full.
    let last = |found: &Match| words.token(found.end - 1).map(|token| token.hash);
    let surnames: HashSet<u64> =
        matches.iter().filter(|found| found.entity == Entity::Person).filter_map(last).collect();
    for found in matches.iter_mut().filter(|found| found.is_company() && found.end == found.first + 1) {
        if last(found).is_some_and(|hash| surnames.contains(&hash)) && !is_hyphen(words.text(found.end)) {
            found.sure = false;
        }
    }
    let mut scene = Scene { shown: HashSet::new(), sectors: HashSet::new(), market: false };
    for found in matches.iter() {
        match found.entity {
            Entity::Company(id) if found.sure => drop(scene.shown.insert(id)),
            Entity::SectorCompany(sector) => drop(scene.sectors.insert(sector)),
            Entity::Index(_) => scene.market = true,
            _ => {}
        }
    }
    // Twice, so that a list settles from both ends.
    for _ in 0..2 {
        for index in 0..matches.len() {
            let found = matches[index];
            if found.sure || found.rule == "name.other" {
                continue;
            }
            let proven = match found.entity {
                Entity::Company(id) => is_company(words, &scene, matches, index, id),
                Entity::Place(_) => has_place_context(words, found.first),
                Entity::Institution(_) => words.token(found.first).is_some_and(Token::is_all_caps),
                _ => false,
            };
            if proven {
                matches[index].sure = true;
                if let Entity::Company(id) = found.entity {
                    scene.shown.insert(id);
                }
            }
        }
    }
    for found in matches.iter_mut().filter(|found| !found.sure && found.rule != "name.other") {
        found.sure = matches!(found.entity, Entity::Company(id) if scene.shown.contains(&id));
        if let Some(other) = found.other.filter(|_| !found.sure) {
            found.entity = other;
            found.rule = "name.other";
            found.sure = true;
        }
    }
}

/// Whether a name of a company stands here for a product, an association, a person or a market.
fn is_other_thing(words: &Words, found: &Match) -> bool {
    if found.end - found.first > 1 && found.rule == "name.legal_form" {
        return false;
    }
    let before = found.first.checked_sub(1);
    // *der Verband Acea*
    let body = before.is_some_and(|at| {
        words.ends(at, Cue::Body) && !words.has(found.end, |sense| sense == Sense::Name(NameWord::LegalForm))
    });
    if body {
        return true;
    }
    // *VW Golf*: a model behind the name of a maker of cars.
    let Entity::Company(id) = found.entity else { return false };
    let maker = matches!(words.lexicon.names.sector_of(id), "car" | "truck");
    let model = words.token(found.end).is_some_and(|token| {
        token.has_space_before()
            && !token.has_line_before()
            && token.class == Class::Word
            && token.is_capitalised()
            && !token.is_sentence_start()
    }) && unknown::is_fresh(words, found.end)
        && !unknown::looks_like_noun(words, found.end);
    // *dem Samsung Galaxy*, *das Gigaset ME*: an article that companies seldom have, and a word behind.
    let article =
        before.is_some_and(|at| words.is(at, Cue::ThingArticle) || words.is(at, Cue::NeuterArticle));
    if (maker || article) && model && !is_hyphen(words.text(found.end + 1)) {
        return true;
    }
    // *für den Streetscooter*: things have articles that companies have not.
    let thing = before.is_some_and(|at| words.is(at, Cue::ThingArticle));
    thing && (maker || words.lexicon.names.company(id).parent.is_some()) && !is_hyphen(words.text(found.end))
}

/// Whether the signs add up to a company.
fn is_company(words: &Words, scene: &Scene, matches: &[Match], index: usize, id: u16) -> bool {
    let found = &matches[index];
    let names = &words.lexicon.names;
    let source = is_source_sector(names, id);
    if scene.shown.contains(&id) && !(source && is_named_as_source(words, found)) {
        return true;
    }
    let neighbour = |other: Option<&Match>| {
        other.is_some_and(|other| {
            other.sure
                && other.is_company()
                && (other.end <= found.first && lists(words, other.end, found.first)
                    || found.end <= other.first && lists(words, found.end, other.first))
        })
    };
    let listed = neighbour(index.checked_sub(1).and_then(|before| matches.get(before)))
        || neighbour(matches.get(index + 1));
    if has_company_context(words, found.first, found.end) || listed && !source {
        return true;
    }
    if is_named_as_source(words, found) {
        return false;
    }
    let score = signs(words, scene, matches, index, names.company(id).sector);
    score >= if source { 4 } else { 3 }
}

/// Counts the signs of a company around a doubtful name.
fn signs(words: &Words, scene: &Scene, matches: &[Match], index: usize, sector: Option<u16>) -> u32 {
    let found = &matches[index];
    let Some(sentence) = sentence_of(words, found.first) else { return 0 };
    // The matches stand in text order.
    let from = matches.partition_point(|other| other.first < sentence.start);
    let to = matches.partition_point(|other| other.first < sentence.end);
    let others = matches[from..to]
        .iter()
        .any(|other| other.sure && (other.is_company() || matches!(other.entity, Entity::Index(_))));
    let metric = sentence.clone().any(|at| {
        words.has(at, |sense| matches!(sense, Sense::Metric(_)))
            || words
                .lexicon
                .find_head(words.text(at))
                .is_some_and(|(senses, _)| senses.iter().any(|sense| matches!(sense, Sense::Metric(_))))
    });
    let verb = words.has(found.end, |sense| {
        matches!(
            sense,
            Sense::Verb(_, VerbForm::Finite | VerbForm::Stem)
                | Sense::Function(FunctionWord::Auxiliary(_) | FunctionWord::Modal)
        )
    });
    let figure = sentence.clone().any(|at| words.token(at).is_some_and(|token| token.class == Class::Number));
    let capitals = words.token(found.first).is_some_and(|token| token.is_all_caps() && token.span.len() >= 3);
    let bare = is_bare(words, found.first);
    // A second unknown name behind makes it a person or a product.
    let followed =
        words.token(found.end).is_some_and(Token::has_space_before) && unknown::is_fresh(words, found.end);
    u32::from(bare)
        + u32::from(verb)
        + u32::from(metric || figure && scene.market)
        + u32::from(others)
        + u32::from(scene.market)
        + u32::from(capitals)
        + 2 * u32::from(sector.is_some_and(|sector| scene.sectors.contains(&sector)))
        - u32::from(followed).min(u32::from(bare))
}

/// Whether neither article nor adjective stands before.
fn is_bare(words: &Words, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let Some(token) = words.token(before) else { return true };
    if words.token(at).is_some_and(Token::is_sentence_start) {
        return true;
    }
    let determined = words.has(before, |sense| {
        matches!(
            sense,
            Sense::Function(FunctionWord::Determiner(_) | FunctionWord::Possessive(_))
                | Sense::Name(NameWord::FirstName | NameWord::Title)
        )
    });
    let contracted = words.is(before, Cue::Contracted);
    let adjective = token.class == Class::Word
        && !token.is_capitalised()
        && words.senses(before).is_empty()
        && words.text(before).ends_with(['e', 'n', 'r', 's']);
    let fresh = token.is_capitalised() && words.senses(before).is_empty();
    !(determined || contracted || adjective || fresh)
}

fn sentence_of(words: &Words, at: usize) -> Option<std::ops::Range<usize>> {
    let sentences = &words.document.sentences;
    let index = sentences.partition_point(|sentence| sentence.tokens.end <= at);
    sentences.get(index).map(|sentence| sentence.tokens.clone())
}

/// *laut X*, *sagte die X*, *berichtet X*: said by it, not of it.
fn is_named_as_source(words: &Words, found: &Match) -> bool {
    let says = |at: usize| words.has(at, |sense| matches!(sense, Sense::Says(_)));
    (1..=3).filter_map(|back| found.first.checked_sub(back)).any(says)
        || words.text(found.end) == "zufolge"
        || found.first.checked_sub(1).is_some_and(|at| words.ends(at, Cue::Medium))
}

/// Whether the words around show a company: a noun for companies before it, a companion joined to it.
fn has_company_context(words: &Words, first: usize, end: usize) -> bool {
    if is_hyphen(words.text(end)) && words.is_joined(end) {
        let companion = |sense: &Sense| {
            matches!(
                sense,
                Sense::Name(NameWord::Companion | NameWord::Generic | NameWord::Sector(_)) | Sense::Source
            )
        };
        if words.is_joined(end + 1) {
            return words.senses(end + 1).iter().any(companion)
                || words
                    .lexicon
                    .find_head(words.text(end + 1))
                    .is_some_and(|(senses, _)| senses.iter().any(companion));
        }
        // *die Verbund- und zwei andere Beteiligungen*
        return true;
    }
    let Some(before) = first.checked_sub(1) else { return false };
    if unknown::is_company_noun(words, before) {
        return true;
    }
    // *Aktien von Linde*, *die Papiere der Linde*, *Volkswirte bei Linde*
    let links = words.is(before, Cue::Owner);
    links
        && first.checked_sub(2).is_some_and(|at| {
            words.token(at).is_some_and(Token::is_capitalised)
                && words.has(at, |sense| matches!(sense, Sense::Name(NameWord::Companion) | Sense::Source))
                && !words.is(at, Cue::LooseCompanion)
        })
}

/// Whether a preposition of place stands before.
fn has_place_context(words: &Words, first: usize) -> bool {
    first.checked_sub(1).is_some_and(|at| words.is(at, Cue::BeforePlace))
}
