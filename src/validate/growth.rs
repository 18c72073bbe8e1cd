#![doc = include_str!("pages/growth.md")]

use super::{
    article::{Article, placed},
    bounds,
    figure::View,
    pairing::{self, find_old},
    relation::{Confidence, Relation, Solved, Ties},
};
use crate::{
    claim::{Direction, Kind, Part},
    decimal::Decimal,
    interval::Interval,
};

/// One.
const ONE: Interval = Interval::exactly(Decimal::ONE);

/// Every growth of the article.
pub(crate) fn find(article: &Article<'_>, relations: &mut Vec<Relation>) {
    for statement in article.statements.values() {
        tied(article, statement, relations);
    }
    pairing::find(article, relations);
}

/// Whether the grammar has given the figure a place in a growth.
pub(crate) fn is_placed(article: &Article<'_>, at: usize) -> bool {
    if article.is_tied(at, Part::Gap)
        || article.figures[at].claim.ties.iter().any(|tie| tie.part == Part::Change)
    {
        return true;
    }
    let Some(link) = article.figures[at].claim.link else { return false };
    matches!(link.part, Part::Old | Part::New | Part::Change)
        && article.statements.get(&link.statement).is_some_and(|group| group.len() > 1)
}

/// The figures of one statement.
fn tied(article: &Article<'_>, statement: &[(usize, Part)], relations: &mut Vec<Relation>) {
    let unrepeated = |part: Part| -> Vec<usize> {
        let mut all = placed(statement, part);
        let own: Vec<usize> =
            all.iter().copied().filter(|at| !article.figures[*at].is_repetition()).collect();
        if !own.is_empty() {
            all = own;
        }
        all
    };
    let (olds, news, changes) = (unrepeated(Part::Old), unrepeated(Part::New), unrepeated(Part::Change));
    let mut push = |old: Option<usize>, new: Option<usize>, change: Option<usize>, confidence: Confidence| {
        let ties = Ties::Growth { old, new, change };
        if ties.stated().len() >= 2 && fits(article, old, new, change) {
            relations.push(Relation { ties, confidence });
        }
    };
    for new in news.iter().map(|at| Some(*at)).chain(news.is_empty().then_some(None)) {
        if changes.is_empty() {
            for old in &olds {
                push(Some(*old), new, None, Confidence::Sure);
            }
        }
        for change in &changes {
            for old in &olds {
                push(Some(*old), new, Some(*change), Confidence::Sure);
            }
            if olds.is_empty() {
                // A level of another statement: the same figure only if both are fully worded.
                let old = new.and_then(|new| find_old(article, *change, new));
                let alike = |old: usize| {
                    article.is_worded(old)
                        && new.is_some_and(|new| article.is_worded(new) && article.has_same_name(old, new))
                };
                let sure = old.is_none_or(alike);
                push(old, new, Some(*change), if sure { Confidence::Sure } else { Confidence::Likely });
            }
        }
    }
}

/// Whether the sorts of the figures make a growth at all.
pub(crate) fn fits(
    article: &Article<'_>,
    old: Option<usize>,
    new: Option<usize>,
    change: Option<usize>,
) -> bool {
    let figure = |at: Option<usize>| at.map(|at| &article.figures[at]);
    let (old, new, change) = (figure(old), figure(new), figure(change));
    if old.zip(new).is_some_and(|(old, new)| !old.comparable(new)) {
        return false;
    }
    let Some((change, level)) = change.zip(new.or(old)) else { return true };
    if level.kind() == Kind::Multiple {
        return false;
    }
    match change.kind() {
        Kind::Percent => level.kind() != Kind::PercentagePoint,
        Kind::Multiple => true,
        Kind::PercentagePoint => level.kind() == Kind::Percent,
        Kind::Number => false,
        _ => change.comparable(level),
    }
}

/// The readings of a change: each takes the old value to what the new one would be.
fn readings(old: Interval, level: Kind, change: &View<'_>) -> Vec<Interval> {
    let amount = change.interval;
    let words = !change.figure.claim.quantity.text.contains(|c: char| c.is_ascii_digit());
    let mut all = Vec::new();
    let ways: &[Direction] = match change.direction {
        Some(Direction::Up) => &[Direction::Up],
        Some(Direction::Down) => &[Direction::Down],
        None => &[Direction::Up, Direction::Down],
    };
    for way in ways {
        let moved = |by: Interval| match way {
            Direction::Up => bounds::add(old, by),
            Direction::Down => bounds::subtract(old, by),
        };
        match change.kind {
            Kind::Percent => {
                let part = bounds::scale(amount, Decimal::new(1, 2));
                let factor = match way {
                    Direction::Up => bounds::add(ONE, part),
                    Direction::Down => bounds::subtract(ONE, part),
                };
                all.push(bounds::multiply(old, factor));
                if level == Kind::Percent {
                    all.push(moved(amount));
                }
                if words {
                    all.push(bounds::multiply(old, part));
                }
            }
            Kind::Multiple => {
                all.push(bounds::multiply(old, amount));
                if *way == Direction::Down {
                    all.push(bounds::divide(old, amount));
                }
                if *way == Direction::Up && !change.figure.claim.quantity.text.ends_with('t') {
                    all.push(bounds::multiply(old, bounds::add(ONE, amount)));
                }
            }
            _ => all.push(moved(amount)),
        }
    }
    all
}

/// What a relative change multiplies the old level with: all its readings together.
pub(crate) fn factor(change: &View<'_>) -> Interval {
    readings(ONE, Kind::Money, change).into_iter().reduce(|all, next| all.cover(&next)).unwrap_or_default()
}

/// Whether some numbers inside the three intervals make the growth true under some reading.
pub(crate) fn holds(old: &View<'_>, new: &View<'_>, change: &View<'_>) -> bool {
    let (before, after) = (old.signed(new), new.signed(old));
    let swing = old.figure.metric() != new.figure.metric() && before != old.interval || after != new.interval;
    if swing && matches!(change.kind, Kind::Percent | Kind::Multiple) {
        return true;
    }
    readings(before, new.kind, change).iter().any(|reached| bounds::meets(reached, &after))
}

/// What follows for the missing member, or for the change where all are stated.
pub(crate) fn solve(
    old: Option<&View<'_>>,
    new: Option<&View<'_>>,
    change: Option<&View<'_>>,
    printed: Option<usize>,
) -> Option<Solved> {
    let unit = |view: &View<'_>| view.figure.claim.quantity.unit.clone();
    match (old, new, change) {
        (Some(old), Some(new), change) => {
            let (before, after) = (old.signed(new), new.signed(old));
            let kind = change.map_or(Kind::Percent, |change| change.kind);
            let falls = change.is_some_and(|change| change.direction == Some(Direction::Down));
            let turn = |interval: Interval| if falls { bounds::negate(interval) } else { interval };
            let difference = bounds::subtract(after, before);
            let points = old.kind == Kind::Percent && change.is_none() || kind == Kind::PercentagePoint;
            let swing = before != old.interval || after != new.interval;
            let (interval, kind, unit) = if points {
                (turn(difference), Kind::PercentagePoint, Some("pp".to_owned()))
            } else if swing || !matches!(kind, Kind::Percent | Kind::Multiple) {
                (turn(difference), new.kind, unit(new))
            } else {
                let ratio = bounds::divide(after, before);
                let percent = bounds::scale(bounds::subtract(ratio, ONE), Decimal::ONE_HUNDRED);
                if kind == Kind::Multiple {
                    (ratio, kind, Some("x".to_owned()))
                } else {
                    (turn(percent), kind, Some("%".to_owned()))
                }
            };
            Some(Solved { of: "change", printed, interval, kind, unit })
        }
        (None, Some(new), Some(change)) => {
            let falls = change.direction == Some(Direction::Down);
            let part = bounds::scale(change.interval, Decimal::new(1, 2));
            let interval = match change.kind {
                Kind::Percent if falls => bounds::divide(new.interval, bounds::subtract(ONE, part)),
                Kind::Percent => bounds::divide(new.interval, bounds::add(ONE, part)),
                Kind::Multiple if falls && change.interval.low.is_some_and(|low| low >= Decimal::ONE) => {
                    bounds::multiply(new.interval, change.interval)
                }
                Kind::Multiple => bounds::divide(new.interval, change.interval),
                _ if falls => bounds::add(new.interval, change.interval),
                _ => bounds::subtract(new.interval, change.interval),
            };
            Some(Solved { of: "old", printed: None, interval, kind: new.kind, unit: unit(new) })
        }
        (Some(old), None, Some(change)) => {
            let reached = readings(old.interval, old.kind, change).into_iter().next()?;
            Some(Solved { of: "new", printed: None, interval: reached, kind: old.kind, unit: unit(old) })
        }
        _ => None,
    }
}
