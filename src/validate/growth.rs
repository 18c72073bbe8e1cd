//! Growth: a value before, a value after, and how much lies between.
//!
//! # What it does
//!
//! A change in percent makes `new = old × (1 ± change)`, a factor `new = old × factor`, an amount `new = old ± amount`,
//! percentage points the same between two shares. Figures that the grammar ties (*um 5 Prozent auf 21 Euro, nach 20 Euro
//! im Vorjahr*) are taken as they are; otherwise a change belongs to the nearest level of the same subject, metric,
//! perimeter and period, and the old level is the one whose period is the base of the change.
//!
//! With two of the three, the third is derived: the old level first of all.
//!
//! # What counts as rounding
//!
//! The tolerances of [the figures](super#what-counts-as-rounding). A change must be possible with some numbers inside
//! all three tolerances under one of the readings that German allows: *ein Drittel* after *auf* is what remains; *um das
//! Dreifache* may be three or four times; percent between two percentages may mean points.
//!
//! # When it is silent
//!
//! Without words that tie the figures and with anything unknown or different (period, base, perimeter, fact against
//! forecast); where a loss follows a profit a percentage says nothing; where a change is itself compared with a change.

use super::{
    article::{Article, is_earlier, is_year_before, may_be_same},
    bounds,
    figure::{Days, View},
    relation::{Confidence, Relation, Solved, Ties},
};
use crate::{
    claim::{Direction, Kind, Part, Role},
    decimal::Decimal,
    interval::Interval,
};
use std::collections::HashSet;

/// One.
const ONE: Interval = Interval::exactly(Decimal::ONE);

/// Every growth of the article.
pub(crate) fn find(article: &Article<'_>, relations: &mut Vec<Relation>) {
    for statement in article.statements.values() {
        tied(article, statement, relations);
    }
    loose_changes(article, relations);
    for at in 0..article.figures.len() {
        if !is_placed(article, at) {
            loose_pair(article, at, relations);
        }
    }
}

/// Whether the grammar has given the figure a place in a growth.
fn is_placed(article: &Article<'_>, at: usize) -> bool {
    let Some(link) = article.figures[at].claim.link else { return false };
    matches!(link.part, Part::Old | Part::New | Part::Change)
        && article.statements.get(&link.statement).is_some_and(|group| group.len() > 1)
}

/// The figures of one statement.
fn tied(article: &Article<'_>, statement: &[usize], relations: &mut Vec<Relation>) {
    let unrepeated = |part: Part| -> Vec<usize> {
        let mut all = article.parts(statement, part);
        let own: Vec<usize> =
            all.iter().copied().filter(|at| !article.figures[*at].is_repetition()).collect();
        if !own.is_empty() {
            all = own;
        }
        all
    };
    let (olds, news, changes) = (unrepeated(Part::Old), unrepeated(Part::New), unrepeated(Part::Change));
    let mut push = |old: Option<usize>, new: Option<usize>, change: Option<usize>| {
        let ties = Ties::Growth { old, new, change };
        if ties.stated().len() >= 2 && fits(article, old, new, change) {
            relations.push(Relation { ties, confidence: Confidence::Sure });
        }
    };
    for new in news.iter().map(|at| Some(*at)).chain(news.is_empty().then_some(None)) {
        let partners = |change: Option<usize>| -> Vec<Option<usize>> {
            let elsewhere = || change.zip(new).and_then(|(change, new)| find_old(article, change, new));
            if olds.is_empty() { vec![elsewhere()] } else { olds.iter().map(|at| Some(*at)).collect() }
        };
        if changes.is_empty() {
            olds.iter().for_each(|old| push(Some(*old), new, None));
        }
        for change in &changes {
            for old in partners(Some(*change)) {
                push(old, new, Some(*change));
            }
        }
    }
}

/// Whether the sorts of the figures make a growth at all.
fn fits(article: &Article<'_>, old: Option<usize>, new: Option<usize>, change: Option<usize>) -> bool {
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

/// The changes that no words tie, each with the level that it leads to: the nearest pairs first, and for a level one
/// change against each base.
fn loose_changes(article: &Article<'_>, relations: &mut Vec<Relation>) {
    let mut pairs: Vec<(u32, u32, usize, usize)> = Vec::new();
    for (at, change) in article.figures.iter().enumerate() {
        if !change.is_change()
            || change.is_repetition()
            || change.kind() == Kind::Number
            || is_placed(article, at)
        {
            continue;
        }
        let near = article.same_sentence(at).iter().chain(article.same_topic(at)).copied();
        pairs.extend(
            near.filter(|level| leads_to(article, at, *level))
                .map(|level| (article.distance(at, level), change.gap(&article.figures[level]), at, level)),
        );
    }
    pairs.sort_unstable();
    let mut led: HashSet<usize> = HashSet::new();
    let mut taken: HashSet<(usize, Option<Days>, Kind)> = HashSet::new();
    for (.., at, new) in pairs {
        let change = &article.figures[at];
        if led.contains(&at) || !taken.insert((new, change.base, change.kind())) {
            continue;
        }
        led.insert(at);
        let old = find_old(article, at, new);
        let confidence = if is_exact(article, at, new, old) { Confidence::Sure } else { Confidence::Likely };
        relations.push(Relation { ties: Ties::Growth { old, new: Some(new), change: Some(at) }, confidence });
    }
}

/// Whether a change can lead to a level.
fn leads_to(article: &Article<'_>, at: usize, level: usize) -> bool {
    let (change, figure) = (&article.figures[at], &article.figures[level]);
    level != at
        && figure.is_level()
        && !figure.is_repetition()
        && !is_placed(article, level)
        && fits(article, None, Some(level), Some(at))
        && article.same_matter(at, level)
        && article.same_reality(at, level)
        && may_be_same(change.period, figure.period)
        && reachable(article, at, level)
        && !(figure.kind() == Kind::Percent && change.kind() == Kind::Percent && change.topic.what == 0)
}

/// Whether subject, metric, period and base leave no doubt.
fn is_exact(article: &Article<'_>, at: usize, new: usize, old: Option<usize>) -> bool {
    let (change, level) = (&article.figures[at], &article.figures[new]);
    let known = change.topic.who != 0 && change.topic.what != 0 && change.topic == level.topic;
    let days = change.period.is_some() && change.period == level.period;
    // Without a stated base, a year against the year before is what the words mean.
    let whole_year = level.period.is_some_and(|(from, to)| (to - from).get_days() >= 360);
    let based = change.base.is_some() || whole_year && article.distance(at, new) == 0;
    let worded = [Some(new), old].into_iter().flatten().all(|other| article.same_wording(at, other));
    known && days && based && worded
}

/// Whether a change and a level are near enough, or dated well enough, to belong together.
fn reachable(article: &Article<'_>, change: usize, level: usize) -> bool {
    let (a, b) = (&article.figures[change], &article.figures[level]);
    let dated = a.period.is_some() && a.period == b.period && a.topic == b.topic && a.topic.who != 0;
    match article.distance(change, level) {
        0 => true,
        _ if !article.same_wording(change, level) => false,
        1 => {
            a.topic.what != 0
                && a.topic.who == b.topic.who
                && (dated || a.period.is_none() || b.period.is_none())
        }
        _ => dated && a.topic.what != 0,
    }
}

/// The level that a change started from: same matter, and the base of the change as its period.
fn find_old(article: &Article<'_>, change: usize, new: usize) -> Option<usize> {
    let (stated, level) = (&article.figures[change], &article.figures[new]);
    let is_old = |other: &usize| {
        let figure = &article.figures[*other];
        *other != change
            && *other != new
            && figure.is_level()
            && !figure.is_repetition()
            && figure.comparable(level)
            && figure.topic == level.topic
            && figure.topic.what != 0
            && figure.is_fact()
            && figure.period.is_some_and(|days| match (stated.base, stated.period.or(level.period)) {
                (Some(base), _) => days == base,
                (None, Some(now)) => is_year_before(days, now),
                (None, None) => false,
            })
    };
    let near = article.same_topic(new).iter().copied().filter(is_old);
    near.min_by_key(|other| (article.distance(new, *other), level.gap(&article.figures[*other])))
}

/// Two levels of one matter in periods of equal length, side by side.
fn loose_pair(article: &Article<'_>, at: usize, relations: &mut Vec<Relation>) {
    let first = &article.figures[at];
    if !first.is_level() || first.is_repetition() || first.topic.what == 0 || first.claim.role == Role::Other
    {
        return;
    }
    let next = article.same_topic(at).iter().copied().find(|other| {
        let figure = &article.figures[*other];
        *other > at && figure.is_level() && !figure.is_repetition() && figure.comparable(first)
    });
    let Some(other) = next.filter(|other| article.distance(at, *other) <= 1 && !is_placed(article, *other))
    else {
        return;
    };
    let listed = article.same_topic(at).iter().copied().filter(|third| {
        let figure = &article.figures[*third];
        figure.is_level()
            && figure.comparable(first)
            && article.distance(at, *third) <= 1
            && !figure.is_repetition()
    });
    let Some((a, b)) = first.period.zip(article.figures[other].period) else { return };
    if listed.count() > 2 || !article.same_wording(at, other) {
        return;
    }
    let (old, new) = if is_earlier(a, b) {
        (at, other)
    } else if is_earlier(b, a) {
        (other, at)
    } else {
        return;
    };
    let ties = Ties::Growth { old: Some(old), new: Some(new), change: None };
    relations.push(Relation { ties, confidence: Confidence::Likely });
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
                match kind {
                    Kind::Multiple => (ratio, Kind::Multiple, Some("x".to_owned())),
                    _ => {
                        let percent = bounds::scale(bounds::subtract(ratio, ONE), Decimal::ONE_HUNDRED);
                        (turn(percent), Kind::Percent, Some("%".to_owned()))
                    }
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
