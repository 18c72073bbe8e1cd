//! Changes and levels that no words tie: which belong together by subject, metric, perimeter, period and base.

use super::{
    article::{Article, is_earlier, is_year_before, may_be_same},
    figure::{Days, View},
    growth::{fits, holds, is_placed},
    relation::{Confidence, Relation, Ties},
};
use crate::claim::{Kind, Modality, Part, Role};
use std::collections::{HashMap, HashSet};

/// When and against when a change is measured, and as what.
type Measured = (Option<Days>, Option<Days>, Kind);

/// Every growth that no words tie.
pub(crate) fn find(article: &Article<'_>, relations: &mut Vec<Relation>) {
    for at in 0..article.figures.len() {
        if !is_placed(article, at) {
            loose_pair(article, at, relations);
        }
    }
    loose_changes(article, relations);
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
            // *die übrigen 17*: what completes a total is no step from the figure before it.
            || article.is_tied(at, Part::Addend)
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
    let key = |at: usize| (article.figures[at].period, article.figures[at].base, article.figures[at].kind());
    let mut led: HashSet<usize> = HashSet::new();
    let mut taken: HashSet<(usize, Measured)> = HashSet::new();
    let mut before: HashMap<usize, usize> = HashMap::new();
    for relation in relations.iter() {
        let Ties::Growth { old, new: Some(new), change } = relation.ties else { continue };
        if let Some(change) = change {
            taken.insert((new, key(change)));
        } else if let Some(old) = old {
            before.insert(new, old);
        }
    }
    for (.., at, new) in pairs {
        if led.contains(&at) || !taken.insert((new, key(at))) {
            continue;
        }
        led.insert(at);
        let tied = || before.get(&new).copied().filter(|old| is_base(article, at, new, *old));
        let old = find_old(article, at, new).or_else(tied);
        let worded = [Some(at), Some(new), old].into_iter().flatten().all(|at| article.is_worded(at));
        let confidence =
            if worded && is_exact(article, at, new, old) { Confidence::Sure } else { Confidence::Likely };
        relations.push(Relation { ties: Ties::Growth { old, new: Some(new), change: Some(at) }, confidence });
    }
    for (at, change) in article.figures.iter().enumerate() {
        if change.is_change() && !change.is_repetition() && !led.contains(&at) && !is_placed(article, at) {
            outlook(article, at, relations);
            summary(article, at, relations);
        }
    }
}

/// What is expected of a level that is stated as a fact: *will den Umsatz verdoppeln*, and next to it the turnover.
fn outlook(article: &Article<'_>, at: usize, relations: &mut Vec<Relation>) {
    let change = &article.figures[at];
    let Some(until) = change.claim.period.as_ref().and_then(|period| period.to) else { return };
    let stands = |other: &usize| {
        let level = &article.figures[*other];
        level.is_level()
            && level.is_fact()
            && !level.is_repetition()
            && fits(article, Some(*other), None, Some(at))
            && level.topic == change.topic
            && level.topic.who != 0
            && article.distance(at, *other) <= 1
            && level.period.is_some_and(|days| days.1 < until)
            && may_be_same(change.base, level.period)
    };
    if change.is_fact() || change.topic.what == 0 || change.claim.modality == Modality::Denied {
        return;
    }
    if let Some(old) = article.same_topic(at).iter().copied().find(stands) {
        let ties = Ties::Growth { old: Some(old), new: None, change: Some(at) };
        relations.push(Relation { ties, confidence: Confidence::Likely });
    }
}

/// A change in the lead that two levels of the next sentences bear out, said of the group that they are of.
fn summary(article: &Article<'_>, at: usize, relations: &mut Vec<Relation>) {
    let change = &article.figures[at];
    let bears_out = |ties: &Ties| {
        let Ties::Growth { old: Some(old), new: Some(new), change: None } = *ties else { return false };
        let level = &article.figures[new];
        let inside = |days: Option<Days>, outer: Option<Days>| {
            days.zip(outer).is_none_or(|(days, outer)| outer.0 <= days.0 && days.1 <= outer.1)
        };
        new > at
            && article.distance(at, new) <= 2
            && level.topic.what == change.topic.what
            && level.topic.what != 0
            && level.topic.scope == change.topic.scope
            && level.topic.segment == change.topic.segment
            && inside(level.period, change.period)
            && fits(article, Some(old), Some(new), Some(at))
            && holds(&View::tolerant(&article.figures[old]), &View::tolerant(level), &View::tolerant(change))
    };
    let found = relations.iter().find(|relation| bears_out(&relation.ties));
    let Some(Ties::Growth { old, new, .. }) = found.map(|relation| relation.ties.clone()) else { return };
    relations.push(Relation {
        ties: Ties::Growth { old, new, change: Some(at) },
        confidence: Confidence::Arithmetic,
    });
}

/// Whether the grammar has made the figure the outcome of a growth.
fn is_outcome(article: &Article<'_>, at: usize) -> bool {
    article.figures[at].claim.link.is_some_and(|link| link.part == Part::New)
}

/// Whether a level that the grammar ties as the old one is also what a change elsewhere is measured against.
fn is_base(article: &Article<'_>, change: usize, new: usize, old: usize) -> bool {
    let (stated, old) = (&article.figures[change], &article.figures[old]);
    stated.topic == article.figures[new].topic
        && article.distance(change, new) <= 1
        && may_be_same(stated.base, old.period)
}

/// Whether a change can lead to a level.
fn leads_to(article: &Article<'_>, at: usize, level: usize) -> bool {
    let (change, figure) = (&article.figures[at], &article.figures[level]);
    level != at
        && figure.is_level()
        && !figure.is_repetition()
        && (!is_placed(article, level) || is_outcome(article, level))
        && fits(article, None, Some(level), Some(at))
        && article.same_matter(at, level)
        && article.same_reality(at, level)
        && (may_be_same(change.period, figure.period) || ends_on(change.period, figure.period))
        && reachable(article, at, level)
        && !(figure.kind() == Kind::Percent && change.kind() == Kind::Percent)
}

/// Whether a level of a single day is what a longer change has led to.
fn ends_on(change: Option<Days>, level: Option<Days>) -> bool {
    change.zip(level).is_some_and(|(change, level)| level.0 == level.1 && level.0 == change.1)
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
    // A plan starts from the present, whenever it is to be fulfilled.
    let planned = !change.is_fact()
        && may_be_same(change.period, level.period)
        && old.is_some_and(|old| old == find_present(article, at, new).unwrap_or(new));
    known && (days && based && worded || planned)
}

/// Whether a change and a level are near enough, or dated well enough, to belong together.
fn reachable(article: &Article<'_>, change: usize, level: usize) -> bool {
    let (a, b) = (&article.figures[change], &article.figures[level]);
    let when = a.period.is_some() && a.period == b.period || ends_on(a.period, b.period);
    let dated = when && a.topic == b.topic && a.topic.who != 0;
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
pub(crate) fn find_old(article: &Article<'_>, change: usize, new: usize) -> Option<usize> {
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
    let dated = near.min_by_key(|other| (article.distance(new, *other), level.gap(&article.figures[*other])));
    dated.or_else(|| find_present(article, change, new))
}

/// What is planned starts from what is: the only level of the topic that is a fact, beside the only planned one.
fn find_present(article: &Article<'_>, change: usize, new: usize) -> Option<usize> {
    let (stated, level) = (&article.figures[change], &article.figures[new]);
    if stated.is_fact() || level.is_fact() || level.topic.what == 0 || level.topic.who == 0 {
        return None;
    }
    let mut others =
        article.same_topic(new).iter().copied().filter(|at| {
            *at != new && article.figures[*at].is_level() && article.figures[*at].comparable(level)
        });
    let only = others.next().filter(|_| others.next().is_none())?;
    let present = &article.figures[only];
    let earlier = present.period.zip(level.period).is_none_or(|(a, b)| a.1 <= b.0);
    (present.is_fact() && earlier && article.distance(new, only) <= 8).then_some(only)
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
