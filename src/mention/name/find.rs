//! One walk over the sentences that collects names, then the passes that settle what is doubtful.

use super::{
    Entity, Name, described, doubt, echo,
    known::{self, find_known, with_legal_form},
    legal, list, person,
    unknown::{self, Unknown},
};
use crate::{
    document::{Class, Token},
    lexicon::{Words, sense::Groups, words::is_hyphen},
    mention::Place,
};

/// A name before its doubts are settled.
#[derive(Debug, Clone, Copy)]
pub(super) struct Match {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) entity: Entity,
    pub(super) sure: bool,
    pub(super) genitive: bool,
    pub(super) rule: &'static str,
    /// What it is if it turns out to be no company.
    pub(super) other: Option<Entity>,
}

impl Match {
    pub(super) const fn new(first: usize, end: usize, entity: Entity, rule: &'static str) -> Self {
        Self { first, end, entity, sure: true, genitive: false, rule, other: None }
    }

    pub(super) const fn is_company(&self) -> bool {
        matches!(self.entity, Entity::Company(_) | Entity::UnknownCompany(_))
    }
}

/// The names of a document, and the canonical names of the companies that the lexicon does not know.
pub fn find(words: &Words) -> (Vec<Name>, Vec<String>) {
    let mut matches: Vec<Match> = Vec::new();
    let mut unknown = Unknown::default();
    for sentence in &words.document.sentences {
        let end = sentence.tokens.end;
        let mut at = sentence.tokens.start;
        while at < end {
            match read(words, &mut unknown, at, end) {
                Some(found) => {
                    at = found.end.max(at + 1);
                    matches.push(found);
                }
                None => at += 1,
            }
        }
    }
    list::join(words, &mut matches, &mut unknown);
    list::complete(words, &mut matches, &mut unknown);
    doubt::settle(words, &mut matches);
    matches.retain(|found| found.sure);
    echo::repeat(words, &mut matches);
    matches.sort_by_key(|found| found.first);
    (matches.iter().map(|found| name(words, found)).collect(), unknown.names)
}

/// The name that begins at a token.
fn read(words: &Words, unknown: &mut Unknown, at: usize, end: usize) -> Option<Match> {
    let token = words.token(at)?;
    if token.class == Class::Symbol
        || token.class == Class::Number && words.senses(at).is_empty() && !words.goes_on(at)
        || !may_begin(words, at, token)
    {
        return None;
    }
    if let Some((first, until)) = legal::by_legal_form(words, at, end) {
        // A known name with a legal form is known all the same.
        let same = |found: &Match| {
            matches!(found.entity, Entity::Company(_)) && unknown::only_legal_forms(words, found.end, until)
        };
        if let Some(found) = find_known(words, first, end).filter(same) {
            return Some(Match { end: until, sure: true, ..found });
        }
        let index = unknown.add(words, first, until);
        return Some(Match::new(first, until, Entity::UnknownCompany(index), "name.legal_form"));
    }
    let bank = described::by_business(words, at, end);
    let found = find_known(words, at, end);
    if let Some((first, until)) = person::find(words, at, end)
        && found.is_none_or(|found| found.end < until || !found.sure)
        && bank.is_none()
    {
        return Some(Match::new(first, until, Entity::Person, "name.person"));
    }
    let found = found.filter(|found| {
        bank.is_none_or(|(_, until)| found.end >= until || matches!(found.entity, Entity::Institution(_)))
    });
    if let Some(mut found) = found {
        if found.is_company() {
            // *die Red-Bull-Boss*: a word inside a compound.
            let inside =
                found.first > 0 && is_hyphen(words.text(found.first - 1)) && words.is_joined(found.first);
            if inside && !found.sure {
                return None;
            }
            let long = with_legal_form(words, found.end, end);
            found.sure |= long > found.end;
            found.end = known::with_country(words, long, end);
        }
        return Some(found);
    }
    let form = bank
        .map(|(first, until)| (first, until, "name.business"))
        .or_else(|| {
            described::by_description(words, at, end).map(|(first, until)| (first, until, "name.description"))
        })
        .or_else(|| {
            described::by_companion(words, at).map(|(first, until)| (first, until, "name.companion"))
        });
    let (first, until, rule) = form?;
    let until = known::with_country(words, until, end);
    let index = unknown.add(words, first, until);
    Some(Match::new(first, until, Entity::UnknownCompany(index), rule))
}

/// Whether a name can begin at a token: with a capital, with a word of the lexicon, with the particle of a surname.
fn may_begin(words: &Words, at: usize, token: Token) -> bool {
    token.is_capitalised()
        || unknown::is_camel(words.text(at))
        || words.begins(at, Groups::NAME)
        || token.span.len() <= 3 && matches!(words.text(at), "von" | "van" | "de")
}

fn name(words: &Words, found: &Match) -> Name {
    let modifier = is_hyphen(words.text(found.end))
        && words.is_joined(found.end)
        && words.is_joined(found.end + 1)
        && words.token(found.end + 1).is_some_and(|token| token.class == Class::Word);
    Name {
        place: Place {
            span: words.document.token_span(found.first, found.end - 1),
            first: found.first as u32,
            end: found.end as u32,
            rule: found.rule,
        },
        entity: found.entity,
        genitive: found.genitive,
        modifier,
    }
}
