//! Why a mention is what it is: the rule that made it, and the readings of the same words that lost against it.

use super::{Mentions, name, period, quantity};
use crate::{claim::Kind, lexicon::Words, span::Span};

/// A reading that gave way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lost {
    /// What it would have covered.
    pub span: Span,
    /// The id of its rule.
    pub rule: &'static str,
}

/// A place of the text that several rules wanted, or that a rule read without making a mention of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contest {
    /// What the winner covers.
    pub span: Span,
    /// The id of the rule that won.
    pub rule: &'static str,
    /// Whether the winner made a mention; rules for dates, addresses and names only keep others from their numbers.
    pub mention: bool,
    /// The others, in the order in which they would have been tried.
    pub lost: Vec<Lost>,
}

/// Every contest of a document, in text order.
///
/// The rules of one list are tried in its order and the first wins; periods win over quantities, and amounts of money
/// over names inside them.
pub fn find(words: &Words, found: &Mentions) -> Vec<Contest> {
    let mut contests = quantity::contests(words, &found.periods);
    contests.extend(period::contests(words));
    let covered = |span: Span, other: Span| span.start < other.end && other.start < span.end;
    let mut record = |winner: (Span, &'static str), lost: Lost| match contests
        .iter_mut()
        .find(|contest| contest.span == winner.0)
    {
        Some(contest) => contest.lost.push(lost),
        None => {
            contests.push(Contest { span: winner.0, rule: winner.1, mention: true, lost: vec![lost] });
        }
    };
    for alone in quantity::find(words, &[]) {
        if let Some(period) = found.periods.iter().find(|it| covered(it.place.span, alone.place.span)) {
            let lost = Lost { span: alone.place.span, rule: alone.place.rule };
            record((period.place.span, period.place.rule), lost);
        }
    }
    for name in name::find(words).0 {
        let amount = found
            .quantities
            .iter()
            .find(|it| it.kind == Kind::Money && covered(it.place.span, name.place.span))
            .filter(|_| !found.names.iter().any(|kept| kept.place == name.place));
        if let Some(amount) = amount {
            let lost = Lost { span: name.place.span, rule: name.place.rule };
            record((amount.place.span, amount.place.rule), lost);
        }
    }
    contests.retain(|contest| !contest.lost.is_empty() || !contest.mention);
    contests.sort_by_key(|contest| (contest.span.start, contest.span.end));
    contests
}
