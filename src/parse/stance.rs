//! How real a figure is and who says it.

use super::{
    clause::{Clauses, ZoneKind, is_finite_verb},
    verb::Predicate,
};
use crate::{
    claim::Modality,
    document::fold,
    lexicon::{
        Node, Sense, Words,
        sense::{ModalityKind, SourcePhrase},
    },
    mention::{Mentions, Place, name::Entity},
    span::Span,
};

/// The source of what a sentence says: the words that name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The words.
    pub span: Span,
    /// The first token.
    pub first: usize,
    /// The token after the last one.
    pub end: usize,
}

/// The modality of a clause: its own words, its verb, or those of the clause it depends on.
pub(super) fn modality(
    words: &Words,
    clauses: &Clauses,
    predicates: &[Predicate],
    clause: usize,
    zone: usize,
    figure: usize,
) -> Modality {
    let mut at = Some(clause);
    let mut own_zone = Some(zone);
    for _ in 0..4 {
        let Some(clause) = at else { break };
        if let Some(found) = find_in_clause(words, clauses, &predicates[clause], clause, own_zone, figure) {
            return found;
        }
        if matches!(clauses.clauses[clause].kind, ZoneKind::Relative | ZoneKind::Open) {
            break;
        }
        own_zone = None;
        at = clauses.clauses[clause].parent;
    }
    Modality::Reported
}

/// How many tokens a noun or adjective that sets modality may stand before its figure.
const NOUN_REACH: usize = 6;

/// Whether a noun or adjective stands before a figure and close to it.
fn reaches(_words: &Words, at: usize, figure: usize) -> bool {
    at < figure && figure - at <= NOUN_REACH
}

/// The modality of a verb whose parts stand apart: *sagt … voraus*, *rechnet … mit*.
fn verb_modality(words: &Words, clauses: &Clauses, clause: usize, verb: u16) -> Option<Modality> {
    let verb = words.lexicon.verbs.get(usize::from(verb))?;
    let table = words.lexicon.table();
    let lemma = table.find(Node::ROOT, fold::hash(&verb.lemma), &verb.lemma);
    let of_lemma = lemma.and_then(|node| {
        table.senses(node).iter().find_map(|&sense| match sense {
            Sense::Modality(modality, ModalityKind::Verb) => Some(modality),
            _ => None,
        })
    });
    of_lemma.or_else(|| {
        let (with, modality) = verb.with.as_ref()?;
        let stands = clauses.clauses[clause].zones.iter().any(|&zone| {
            let of = clauses.zones[zone];
            (of.first..of.end).any(|at| words.text(at) == with || words.text(at) == "damit" && with == "mit")
        });
        stands.then_some(*modality)
    })
}

fn find_in_clause(
    words: &Words,
    clauses: &Clauses,
    predicate: &Predicate,
    clause: usize,
    zone: Option<usize>,
    figure: usize,
) -> Option<Modality> {
    let mut best: Option<(u8, Modality)> = None;
    for &number in &clauses.clauses[clause].zones {
        let of = clauses.zones[number];
        for at in of.first..of.end {
            let found = words.longest(at, of.end, |sense| match sense {
                Sense::Modality(modality, kind) => Some((modality, kind)),
                _ => None,
            });
            let Some(((modality, kind), _)) = found else { continue };
            let rank = match kind {
                ModalityKind::Modal => 4,
                ModalityKind::Verb => 3,
                // Nouns and adverbs reach no further than their zone.
                _ if zone.is_some_and(|zone| zone != number) => continue,
                ModalityKind::Noun | ModalityKind::Adjective if !reaches(words, at, figure) => continue,
                ModalityKind::Adverb => 2,
                ModalityKind::Noun | ModalityKind::Adjective => 1,
            };
            if kind == ModalityKind::Verb && words.token(at).is_some_and(|token| token.is_capitalised() && !token.is_sentence_start()) {
                continue;
            }
            if best.is_none_or(|(old, _)| old < rank) {
                best = Some((rank, modality));
            }
        }
    }
    let of_verb = || {
        [predicate.verb, predicate.says].into_iter().flatten().find_map(|found| verb_modality(words, clauses, clause, found.verb))
    };
    best.map(|(_, modality)| modality).or_else(of_verb).or_else(|| predicate.future.then_some(Modality::Expected))
}

/// The source that a sentence names, if it does.
pub(super) fn find_source(words: &Words, clauses: &Clauses, predicates: &[Predicate], mentions: &Mentions, sentence: usize) -> Option<Source> {
    let tokens = words.document.sentences.get(sentence)?.tokens.clone();
    for at in tokens.clone() {
        let phrase = words.longest(at, tokens.end, |sense| match sense {
            Sense::Says(phrase) => Some(phrase),
            _ => None,
        });
        match phrase {
            Some((SourcePhrase::Before, end)) => {
                if let Some(source) = noun_phrase(words, mentions, end, tokens.end) {
                    return Some(source);
                }
            }
            Some((SourcePhrase::BeforeName, end)) => {
                let named = mentions.names.iter().any(|name| name.place.first as usize == end);
                let source = noun_phrase(words, mentions, end, tokens.end);
                let opens = at == tokens.start || matches!(words.text(at - 1), "," | "“" | "\"" | "«" | "–");
                let says = source.is_some_and(|source| {
                    named || (source.first..source.end).any(|at| words.has(at, |sense| sense == Sense::Source))
                });
                if says && opens {
                    return source;
                }
            }
            Some((SourcePhrase::After, _)) => {
                if let Some(source) = noun_phrase_before(words, at, tokens.start) {
                    return Some(source);
                }
            }
            _ => {}
        }
    }
    // The subject of a verb of saying: *sagte der Konzern*, *teilte VW mit*, *wie das Amt berichtete*.
    let first = clauses.clauses.iter().position(|clause| clause.sentence == sentence)?;
    for (clause, predicate) in clauses.clauses.iter().zip(predicates).skip(first).take_while(|(clause, _)| clause.sentence == sentence) {
        let Some(says) = predicate.says else { continue };
        if predicate.verb.is_some() && clause.zones.len() == 1 && clause.kind == ZoneKind::Relative {
            continue;
        }
        let zone = clause.zones.iter().map(|&zone| clauses.zones[zone]).find(|zone| zone.first <= says.token && says.token < zone.end)?;
        let behind = noun_phrase(words, mentions, predicate.finite.unwrap_or(says.token) + 1, zone.end);
        let before = (zone.first..says.token).find_map(|at| {
            (at == zone.first || at == zone.first + 1).then(|| noun_phrase(words, mentions, at, says.token)).flatten()
        });
        let first_is_source = before.filter(|source| is_source(words, mentions, *source));
        if let Some(source) = first_is_source.or(behind.filter(|source| is_source(words, mentions, *source))).or(before) {
            if is_source(words, mentions, source) {
                return Some(source);
            }
        }
    }
    None
}

/// Whether a phrase names somebody who can say something.
fn is_source(words: &Words, mentions: &Mentions, source: Source) -> bool {
    let named = mentions.names.iter().any(|name| {
        (source.first..source.end).contains(&(name.place.first as usize))
            && !matches!(name.entity, Entity::Index(_) | Entity::Commodity(_) | Entity::PlaceAdjective(_) | Entity::Place(_))
    });
    named || (source.first..source.end).any(|at| is_source_noun(words, at))
}

fn is_source_noun(words: &Words, at: usize) -> bool {
    words.has(at, |sense| sense == Sense::Source)
        || words.senses(at).is_empty()
            && words.token(at).is_some_and(|token| token.is_capitalised())
            && words.lexicon.find_head(words.text(at)).is_some_and(|(senses, _)| senses.contains(&Sense::Source))
}

/// The noun phrase that begins at a token: determiner, adjectives, noun and a name or genitive behind it.
fn noun_phrase(words: &Words, mentions: &Mentions, from: usize, end: usize) -> Option<Source> {
    let mut at = from;
    let mut skipped = 0;
    while at < end && words.token(at).is_some_and(|token| !token.is_capitalised()) {
        if is_finite_verb(words, at) || skipped > 4 || matches!(words.text(at), "," | "." | "(" | ":" | "–") {
            return None;
        }
        skipped += 1;
        at += 1;
    }
    let first = at;
    let mut last = None;
    while at < end {
        if let Some(name) = mentions.names.iter().find(|name| name.place.first as usize == at) {
            at = (name.place.end as usize).max(at + 1);
            last = Some(at);
            continue;
        }
        let token = words.token(at)?;
        let joins = words.text(at) == "-" && words.is_joined(at);
        if token.is_capitalised() && !words.has(at, |sense| matches!(sense, Sense::Period(_))) || joins {
            at += 1;
            last = Some(at);
        } else if matches!(words.text(at), "der" | "des" | "von" | "für") && words.token(at + 1).is_some_and(|next| next.is_capitalised()) && at + 1 < end {
            at += 1;
        } else {
            break;
        }
    }
    let end = last?;
    Some(Source { span: words.document.token_span(first, end - 1), first, end })
}

/// The noun phrase that ends before a token: *dem Statistikamt zufolge*.
fn noun_phrase_before(words: &Words, at: usize, start: usize) -> Option<Source> {
    let mut first = at;
    while first > start && words.token(first - 1).is_some_and(|token| token.is_capitalised()) {
        first -= 1;
    }
    (first < at).then(|| Source { span: words.document.token_span(first, at - 1), first, end: at })
}

/// Whether a place lies inside the words that name the source.
pub(super) fn names_source(source: Option<Source>, place: Place) -> bool {
    source.is_some_and(|source| source.first <= place.first as usize && (place.end as usize) <= source.end)
}
