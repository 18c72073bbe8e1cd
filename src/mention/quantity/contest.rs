//! Which rules wanted the same number.

use super::{RULES, Reader, draft::Found, find_watched};
use crate::{
    lexicon::Words,
    mention::{
        Period,
        contest::{Contest, Lost},
    },
    span::Span,
};

/// Every number that a rule read, with the rules that would have read it otherwise.
pub(in crate::mention) fn contests(words: &Words, periods: &[Period]) -> Vec<Contest> {
    let mut contests = Vec::new();
    find_watched(words, periods, &mut |reader, at, found| contests.extend(contest(reader, at, found)));
    contests
}

fn contest(reader: &Reader, at: usize, found: &Found) -> Option<Contest> {
    let number = reader.read_number(at);
    let mut readings = RULES.iter().filter_map(|rule| {
        let read = (rule.read)(reader, at, number.as_ref())?;
        Some(Lost { span: span(reader, at, &read), rule: rule.id })
    });
    let won = readings.next()?;
    let mention = found.draft.is_some();
    Some(Contest { span: won.span, rule: won.rule, mention, lost: readings.collect() })
}

/// What a reading covers.
fn span(reader: &Reader, at: usize, found: &Found) -> Span {
    let draft = found.draft.as_ref().map(|draft| draft.quantity.place.span);
    draft.unwrap_or_else(|| reader.words.document.token_span(at, found.end.max(at + 1) - 1))
}
