#![doc = include_str!("pages/difference.md")]

use super::{
    article::{Article, GROUP, placed},
    bounds,
    figure::View,
    relation::{Confidence, Relation, Solved, Ties},
};
use crate::{
    claim::{Kind, Part, Role},
    interval::Interval,
};

/// Every difference of the article.
pub(crate) fn find(article: &Article<'_>, relations: &mut Vec<Relation>) {
    for statement in article.statements.values() {
        let first = |part: Part| placed(statement, part).first().copied();
        let ties = Ties::Difference { a: first(Part::A), b: first(Part::B), gap: first(Part::Gap) };
        if ties.stated().len() >= 2 {
            relations.push(Relation { ties, confidence: Confidence::Sure });
        }
    }
    for at in 0..article.figures.len() {
        if article.figures[at].claim.link.is_none() {
            trade(article, at, relations);
            revision(article, at, relations);
        }
    }
}

/// Exports less imports.
fn trade(article: &Article<'_>, exports: usize, relations: &mut Vec<Relation>) {
    let sold = &article.figures[exports];
    if sold.metric() != "exports" || !sold.is_level() || sold.is_repetition() {
        return;
    }
    let near = || exports.saturating_sub(GROUP / 4)..(exports + GROUP / 4).min(article.figures.len());
    let partner = |metric: &'static str, distance: u32| {
        near()
            .filter(|at| {
                let figure = &article.figures[*at];
                figure.metric() == metric
                    && figure.is_level()
                    && !figure.is_repetition()
                    && figure.comparable(sold)
                    && figure.topic.who == sold.topic.who
                    && figure.topic.segment == sold.topic.segment
                    && figure.topic.scope == sold.topic.scope
                    && figure.period == sold.period
                    && article.distance(exports, *at) <= distance
            })
            .min_by_key(|at| (article.distance(exports, *at), sold.gap(&article.figures[*at])))
    };
    let Some(bought) = partner("imports", 1) else { return };
    let balance = partner("trade_balance", 3);
    let fits = balance.filter(|gap| {
        let [a, b, gap] = [exports, bought, *gap].map(|at| View::tolerant(&article.figures[at]));
        holds(&a, &b, &gap)
    });
    let confidence = if fits.is_some() { Confidence::Arithmetic } else { Confidence::Likely };
    relations.push(Relation {
        ties: Ties::Difference { a: Some(exports), b: Some(bought), gap: fits },
        confidence,
    });
}

/// A forecast and by how many points it was revised.
fn revision(article: &Article<'_>, gap: usize, relations: &mut Vec<Relation>) {
    let points = &article.figures[gap];
    if points.kind() != Kind::PercentagePoint || points.claim.role != Role::Change {
        return;
    }
    let before = article.same_sentence(gap).iter().copied().rev().find(|at| {
        let figure = &article.figures[*at];
        *at < gap
            && figure.kind() == Kind::Percent
            && figure.is_change()
            && figure.topic == points.topic
            && figure.period == points.period
    });
    let Some(stated) = before else { return };
    // More of a change: it is the larger of the two; less of it: the smaller.
    let (a, b) = if article.figures[stated].claim.direction == points.claim.direction {
        (Some(stated), None)
    } else {
        (None, Some(stated))
    };
    relations
        .push(Relation { ties: Ties::Difference { a, b, gap: Some(gap) }, confidence: Confidence::Likely });
}

/// Whether the gap can lie between the two.
pub(crate) fn holds(a: &View<'_>, b: &View<'_>, gap: &View<'_>) -> bool {
    let distance = bounds::subtract(a.interval, b.interval);
    bounds::meets(&distance, &gap.interval) || bounds::meets(&bounds::negate(distance), &gap.interval)
}

/// What follows for the missing member, or for the gap.
pub(crate) fn solve(
    a: Option<&View<'_>>,
    b: Option<&View<'_>>,
    gap: Option<&View<'_>>,
    printed: Option<usize>,
) -> Option<Solved> {
    let unit = |view: &View<'_>| view.figure.claim.quantity.unit.clone();
    Some(match (a, b, gap) {
        (Some(a), Some(b), _) => {
            let distance = bounds::subtract(a.interval, b.interval);
            let turned = distance.high.is_some_and(|high| high.is_sign_negative());
            let interval: Interval = if turned { bounds::negate(distance) } else { distance };
            let percent = a.kind == Kind::Percent;
            let kind = if percent { Kind::PercentagePoint } else { a.kind };
            Solved {
                of: "gap",
                printed,
                interval,
                kind,
                unit: if percent { Some("pp".to_owned()) } else { unit(a) },
            }
        }
        (Some(a), None, Some(gap)) => Solved {
            of: "b",
            printed: None,
            interval: bounds::subtract(a.interval, gap.interval),
            kind: a.kind,
            unit: unit(a),
        },
        (None, Some(b), Some(gap)) => Solved {
            of: "a",
            printed: None,
            interval: bounds::add(b.interval, gap.interval),
            kind: b.kind,
            unit: unit(b),
        },
        _ => return None,
    })
}
