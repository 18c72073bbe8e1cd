//! Once found, a name counts everywhere: short forms, abbreviations in brackets, names without their legal form.

use super::{
    Entity,
    find::Match,
    unknown::{core_end, is_camel, is_fresh, looks_like_noun, without_s},
};
use crate::{
    document::{Class, fold},
    lexicon::{Sense, Words, names::NameWord},
};
use std::collections::HashMap;

/// A shape that stands for a company in this document: the hashes of its words.
struct Shape {
    words: Vec<u64>,
    entity: Entity,
}

/// Adds every further mention of the companies that were found.
pub(super) fn repeat(words: &Words, matches: &mut Vec<Match>) {
    let mut shapes: HashMap<u64, Vec<Shape>> = HashMap::new();
    let mut learn = |tokens: Vec<u64>, entity: Entity| {
        if let Some(&first) = tokens.first() {
            let known = shapes.entry(first).or_default();
            if !known.iter().any(|shape| shape.words == tokens) {
                known.push(Shape { words: tokens, entity });
            }
        }
    };
    for found in matches.iter().filter(|found| found.is_company()) {
        let core = core_end(words, found.first, found.end);
        if matches!(found.entity, Entity::UnknownCompany(_)) {
            learn(hashes(words, found.first, core), found.entity);
            let distinctive = is_fresh(words, found.first)
                && !looks_like_noun(words, found.first)
                && words.text(found.first).len() > 2;
            if core > found.first + 1 && distinctive {
                learn(hashes(words, found.first, found.first + 1), found.entity);
            }
        } else if core > found.first + 1 && is_acronym(words, found.first) {
            // *HSH* after *HSH Nordbank*
            learn(hashes(words, found.first, found.first + 1), found.entity);
        }
        if core > found.first + 1 {
            if let Some(initials) = initials(words, found.first, core) {
                learn(vec![initials], found.entity);
            }
            // *Aval* after *Raiffeisen Bank Aval*
            if found.rule == "name.business" && is_fresh(words, core - 1) {
                learn(hashes(words, core - 1, core), found.entity);
            }
        }
        if let Some((first, end)) = find_bracket(words, found.end) {
            learn(hashes(words, first, end), found.entity);
        }
    }
    if shapes.is_empty() {
        return;
    }
    for list in shapes.values_mut() {
        list.sort_by_key(|shape| std::cmp::Reverse(shape.words.len()));
    }
    let mut taken: Vec<(usize, usize, usize)> =
        matches.iter().enumerate().map(|(index, found)| (found.first, found.end, index)).collect();
    taken.sort_unstable();
    let mut next = 0;
    let mut replaced = Vec::new();
    let mut at = 0;
    while at < words.len() {
        while taken.get(next).is_some_and(|&(_, end, _)| end <= at) {
            next += 1;
        }
        let covered =
            taken.get(next).filter(|&&(first, ..)| first <= at).map(|&(_, end, index)| (end, index));
        let free = covered.is_none_or(|(_, index)| !matches[index].is_company());
        let found = if free { find_shape(words, &shapes, at) } else { None };
        let Some((end, entity, genitive)) = found else {
            at = covered.filter(|_| !free).map_or(at + 1, |(end, _)| end.max(at + 1));
            continue;
        };
        // An abbreviation that the text explains is what the text says it is.
        if let Some((_, index)) = covered {
            if matches!(matches[index].entity, Entity::Person | Entity::Place(_)) {
                at += 1;
                continue;
            }
            replaced.push(index);
        }
        let sure = Match::new(at, end, entity, "name.repeated");
        matches.push(Match { genitive, ..sure });
        at = end;
    }
    replaced.sort_unstable();
    replaced.dedup();
    for &index in replaced.iter().rev() {
        matches.swap_remove(index);
    }
}

fn hashes(words: &Words, first: usize, end: usize) -> Vec<u64> {
    (first..end).filter_map(|at| words.token(at)).map(|token| token.hash).collect()
}

/// The hash of the initials of a name of several words: *Bank Austria* is *BA* too.
fn initials(words: &Words, first: usize, end: usize) -> Option<u64> {
    let mut letters = [0_u8; 6];
    let mut len = 0;
    for at in first..end {
        let initial = words.text(at).bytes().next().filter(u8::is_ascii_uppercase)?;
        *letters.get_mut(len)? = initial;
        len += 1;
    }
    let text = std::str::from_utf8(&letters[..len]).ok()?;
    (len >= 2).then(|| fold::hash(text))
}

/// Three capitals at least that mean nothing else.
fn is_acronym(words: &Words, at: usize) -> bool {
    words.token(at).is_some_and(|token| token.is_all_caps() && token.span.len() >= 3)
        && words.senses(at).is_empty()
}

/// *Bank Austria (BA)*: the short form in brackets behind a name.
fn find_bracket(words: &Words, open: usize) -> Option<(usize, usize)> {
    if words.text(open) != "(" {
        return None;
    }
    let close = (open + 2..=open + 4).find(|&at| words.text(at) == ")")?;
    let fits = (open + 1..close).all(|at| {
        words.token(at).is_some_and(|token| token.class == Class::Word && token.is_capitalised())
            && !words.has(at, |sense| {
                matches!(
                    sense,
                    Sense::Function(_)
                        | Sense::Period(_)
                        | Sense::Number(_)
                        | Sense::Metric(_)
                        | Sense::Name(NameWord::Place { .. } | NameWord::Index(_) | NameWord::LegalForm)
                )
            })
    });
    // A single word must be an abbreviation; the name of an owner or a place is none.
    let short = words.token(open + 1).is_some_and(|token| token.is_all_caps() && token.span.len() <= 6);
    (fits && (short || close > open + 2)).then_some((open + 1, close))
}

/// The longest shape at a token, its entity, and whether a genitive *-s* was added.
fn find_shape(words: &Words, shapes: &HashMap<u64, Vec<Shape>>, at: usize) -> Option<(usize, Entity, bool)> {
    let token = words.token(at).filter(|token| token.class == Class::Word)?;
    let fits = |shape: &&Shape| {
        shape
            .words
            .iter()
            .enumerate()
            .skip(1)
            .all(|(place, &hash)| words.token(at + place).is_some_and(|token| token.hash == hash))
    };
    if let Some(shape) = shapes.get(&token.hash).and_then(|list| list.iter().find(fits)) {
        // An abbreviation is not the word that is spelled like it.
        let short = token.span.len() <= 3 && shape.words.len() == 1;
        let written =
            if short { token.is_all_caps() } else { token.is_capitalised() || is_camel(words.text(at)) };
        return written.then_some((at + shape.words.len(), shape.entity, false));
    }
    if !token.is_capitalised() || !words.senses(at).is_empty() {
        return None;
    }
    let stem = without_s(words.text(at))?;
    let shape = shapes.get(&stem)?.iter().find(|shape| shape.words.len() == 1)?;
    Some((at + 1, shape.entity, true))
}
