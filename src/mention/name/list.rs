//! Names in a list with companies are companies: *Citigroup, Kotak und Nomura*.

use super::{
    Entity,
    find::Match,
    unknown::{Unknown, is_fresh, looks_like_noun},
};
use crate::document::Token;
use crate::lexicon::{Words, words::is_hyphen};

/// The longest gap between two companies of a list, in tokens.
const LONGEST_GAP: usize = 10;

/// Joins two companies that stand side by side: they are one (*Fiat Chrysler*).
pub(super) fn join(words: &Words, matches: &mut Vec<Match>, unknown: &mut Unknown) {
    let mut kept: Vec<Match> = Vec::with_capacity(matches.len());
    for &two in matches.iter() {
        let spaced = words.token(two.first).is_some_and(|token| {
            token.has_space_before() && !token.has_line_before() && !token.is_sentence_start()
        });
        let known =
            |found: &Match| matches!(found.entity, Entity::Company(_)) && found.sure && !found.genitive;
        match kept.last_mut() {
            Some(one)
                if one.end == two.first
                    && spaced
                    && known(one)
                    && known(&two)
                    && one.entity != two.entity
                    && !is_hyphen(words.text(two.end)) =>
            {
                let company = unknown.add(words, one.first, two.end);
                *one = Match::new(one.first, two.end, Entity::UnknownCompany(company), "name.joined");
            }
            _ => kept.push(two),
        }
    }
    *matches = kept;
}

/// Adds the unknown names between and behind the companies of a list; a doubtful one in it is sure.
pub(super) fn complete(words: &Words, matches: &mut Vec<Match>, unknown: &mut Unknown) {
    let mut added = Vec::new();
    let companies: Vec<usize> = (0..matches.len()).filter(|&index| matches[index].is_company()).collect();
    for pair in companies.windows(2) {
        let (one, two) = (matches[pair[0]], matches[pair[1]]);
        if !one.sure && !two.sure {
            continue;
        }
        let (from, to) = (one.end, two.first);
        if is_separator(words, from) && to > from + 2 && to - from <= LONGEST_GAP {
            if let Some(found) = items(words, from, to).filter(|found| !found.is_empty()) {
                added.extend(found);
                matches[pair[0]].sure = true;
                matches[pair[1]].sure = true;
            }
        } else if one.sure && two.sure && lists(words, from, to) && is_separator(words, two.end) {
            // Behind the last one: *A, B und X*.
            added.extend(
                items(words, two.end, two.end + 2).filter(|found| found.len() == 1).unwrap_or_default(),
            );
        }
    }
    let mut completed = Vec::new();
    for (first, end) in added {
        let next = matches.partition_point(|found| found.end <= first);
        if matches.get(next).is_some_and(|found| found.first < end) {
            continue;
        }
        let index = unknown.add(words, first, end);
        completed.push(Match::new(first, end, Entity::UnknownCompany(index), "name.list"));
    }
    matches.append(&mut completed);
    matches.sort_by_key(|found| found.first);
    matches.dedup_by_key(|found| found.first);
}

/// Whether only a comma or conjunction stands between two tokens.
pub(super) fn lists(words: &Words, from: usize, to: usize) -> bool {
    to == from + 1 && is_separator(words, from)
}

fn is_separator(words: &Words, at: usize) -> bool {
    matches!(words.text(at), "," | "und" | "oder" | "sowie")
}

/// The fresh names between the separator at `from` and the one before `to`; `None` where anything else stands there.
fn items(words: &Words, from: usize, to: usize) -> Option<Vec<(usize, usize)>> {
    let mut items = Vec::new();
    let mut first = None;
    for at in from..to {
        if is_separator(words, at) {
            if let Some(start) = first.take() {
                items.push((start, at));
            } else if at > from {
                return None;
            }
        } else if is_fresh(words, at)
            && !looks_like_noun(words, at)
            && words.token(at).is_some_and(Token::has_space_before)
        {
            first.get_or_insert(at);
        } else {
            return None;
        }
    }
    // *und X steigerte*: the list is closed by what follows.
    if let Some(start) = first {
        let goes_on = is_fresh(words, to) || is_hyphen(words.text(to));
        return (!goes_on && items.is_empty()).then(|| vec![(start, to)]);
    }
    Some(items)
}
