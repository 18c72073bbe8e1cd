//! Share: a part, a whole, and the part in percent.
//!
//! # What it does
//!
//! `part = whole × percent`. It reads *12 der 40 Filialen (30 Prozent)* where the grammar ties the three; without such a
//! tie it knows the margin, which is the profit of the same subject and period in percent of its revenue, and tries the
//! percentage of a sentence on two amounts of that sentence: only if it fits closely it is said.
//!
//! # When it is silent
//!
//! A margin may be of another profit than the one in the text: one that does not fit is no contradiction. Shares of
//! different wholes are not compared.
//!
//! # Example
//!
//! 12 of 40 are 30 percent: 11.5 to 12.5 of 39.5 to 40.5 are 28.4 to 31.6 percent.

use super::{
    article::{Article, GROUP, may_be_same},
    bounds,
    figure::View,
    relation::{Confidence, Relation, Solved, Ties},
};
use crate::{
    claim::{Kind, Part, Role},
    decimal::Decimal,
    interval::Interval,
};

/// Metrics that a margin can be of, the commonest first.
const PROFITS: &[&str] = &["operating_profit", "ebitda", "profit", "net_income", "pretax_profit"];

/// Every share of the article.
pub(crate) fn find(article: &Article<'_>, relations: &mut Vec<Relation>) {
    for statement in article.statements.values() {
        let (wholes, parts) = (article.parts(statement, Part::Whole), article.parts(statement, Part::Part));
        for percent in article.parts(statement, Part::Percent) {
            let whole = wholes.first().copied();
            let part = parts.first().copied();
            let ties = Ties::Share { part, whole, percent: Some(percent) };
            if ties.stated().len() >= 2 && fits(article, part, whole) {
                relations.push(Relation { ties, confidence: Confidence::Sure });
            }
        }
    }
    for at in 0..article.figures.len() {
        let figure = &article.figures[at];
        let placed = |part: Part| figure.claim.link.is_some_and(|link| link.part == part);
        if figure.kind() != Kind::Percent || placed(Part::Percent) {
            continue;
        }
        if figure.metric() == "margin" && figure.is_level() {
            margin(article, at, relations);
        } else if figure.claim.link.is_none() && matches!(figure.claim.role, Role::Share | Role::Level) {
            by_arithmetic(article, at, relations);
        }
    }
}

fn fits(article: &Article<'_>, part: Option<usize>, whole: Option<usize>) -> bool {
    let Some((part, whole)) = part.zip(whole) else { return true };
    let (part, whole) = (&article.figures[part], &article.figures[whole]);
    part.kind() == whole.kind() && (part.unit == whole.unit || part.kind() == Kind::Count)
}

/// The margin of a subject from its revenue and its profit.
fn margin(article: &Article<'_>, at: usize, relations: &mut Vec<Relation>) {
    let figure = &article.figures[at];
    let near = |metric: &[&str]| {
        let belongs = |other: &usize| {
            let level = &article.figures[*other];
            level.is_level()
                && level.kind() == Kind::Money
                && !level.is_repetition()
                && metric.contains(&level.metric())
                && level.topic.who == figure.topic.who
                && level.topic.segment == figure.topic.segment
                && level.topic.scope == figure.topic.scope
                && may_be_same(level.period, figure.period)
                && article.same_reality(at, *other)
        };
        let place = metric.iter().position(|id| *id == figure.metric()).unwrap_or(0);
        let span = at.saturating_sub(12 + place)..(at + 12).min(article.figures.len());
        span.filter(belongs).filter(|other| article.distance(at, *other) <= 2).min_by_key(|other| {
            let rank = metric.iter().position(|id| *id == article.figures[*other].metric());
            (rank, figure.gap(&article.figures[*other]))
        })
    };
    let Some(whole) = near(&["revenue"]) else { return };
    let ties = |part: Option<usize>| Ties::Share { part, whole: Some(whole), percent: Some(at) };
    match near(PROFITS).filter(|part| article.figures[*part].unit == article.figures[whole].unit) {
        Some(part) => {
            let confidence = if is_plain_margin(article, at, part, whole) {
                Confidence::Sure
            } else {
                Confidence::Arithmetic
            };
            relations.push(Relation { ties: ties(Some(part)), confidence });
        }
        None if article.distance(at, whole) == 0 => {
            relations.push(Relation { ties: ties(None), confidence: Confidence::Likely });
        }
        None => {}
    }
}

/// Whether the text leaves no doubt which profit the margin is of, and is so far off that no special items explain it:
/// by half or more.
fn is_plain_margin(article: &Article<'_>, margin: usize, part: usize, whole: usize) -> bool {
    let [percent, profit, revenue] = [margin, part, whole].map(|at| &article.figures[at]);
    let named = percent.claim.metric.as_ref().and_then(|metric| metric.text.as_ref()).is_some_and(|text| {
        let text = text.to_lowercase();
        ["umsatzrendite", "operativ", "ebit-marge"].iter().any(|word| text.contains(word))
            && !text.contains("ebitda")
    });
    let dated =
        percent.period.is_some() && percent.period == profit.period && percent.period == revenue.period;
    let near = article.distance(margin, part) <= 2 && article.distance(part, whole) <= 2;
    let rival =
        |at: &&usize| article.figures[**at].is_level() && article.figures[**at].period == profit.period;
    let alone = article.same_topic(part).iter().filter(rival).count() == 1;
    let off = bounds::divide(
        bounds::scale(bounds::divide(profit.printed, revenue.printed), Decimal::ONE_HUNDRED),
        percent.printed,
    );
    let far = off.low.is_some_and(|low| low >= Decimal::new(14, 1))
        || off.high.is_some_and(|high| high <= Decimal::new(7, 1));
    named && dated && near && alone && far && profit.metric() == "operating_profit" && percent.topic.who != 0
}

/// Two amounts of the sentence whose ratio is the percentage, closely.
fn by_arithmetic(article: &Article<'_>, at: usize, relations: &mut Vec<Relation>) {
    let figure = &article.figures[at];
    let amount = |other: &&usize| {
        let kind = article.figures[**other].kind();
        matches!(kind, Kind::Money | Kind::Count | Kind::Measure) && !article.figures[**other].is_repetition()
    };
    let amounts: Vec<usize> =
        article.same_sentence(at).iter().filter(amount).copied().take(GROUP / 4).collect();
    for part in &amounts {
        for whole in &amounts {
            let (a, b) = (&article.figures[*part], &article.figures[*whole]);
            let smaller = a.value().zip(b.value()).is_some_and(|(a, b)| a < b && !a.is_zero());
            if !smaller || a.kind() != b.kind() || a.unit != b.unit {
                continue;
            }
            let computed = bounds::scale(bounds::divide(a.printed, b.printed), Decimal::ONE_HUNDRED);
            if is_sharp(computed) && bounds::meets(&computed, &figure.printed) && is_sharp(figure.printed) {
                let ties = Ties::Share { part: Some(*part), whole: Some(*whole), percent: Some(at) };
                relations.push(Relation { ties, confidence: Confidence::Arithmetic });
                return;
            }
        }
    }
}

/// Whether an agreement with this interval is no accident: its width is below a twentieth of its size.
pub(crate) fn is_sharp(interval: Interval) -> bool {
    let Some((low, high)) = interval.low.zip(interval.high) else { return false };
    let size = low.abs().max(high.abs());
    high.checked_sub(low)
        .and_then(|width| width.checked_mul(Decimal::from(20)))
        .is_some_and(|width| width <= size)
}

/// Whether the part can be the percentage of the whole.
pub(crate) fn holds(part: &View<'_>, whole: &View<'_>, percent: &View<'_>) -> bool {
    let computed = bounds::multiply(whole.interval, bounds::scale(percent.interval, Decimal::new(1, 2)));
    bounds::meets(&computed, &part.interval)
}

/// What follows for the missing member, or for the part.
pub(crate) fn solve(
    part: Option<&View<'_>>,
    whole: Option<&View<'_>>,
    percent: Option<&View<'_>>,
    printed: Option<usize>,
) -> Option<Solved> {
    let ratio = |percent: &View<'_>| bounds::scale(percent.interval, Decimal::new(1, 2));
    let unit = |view: &View<'_>| view.figure.claim.quantity.unit.clone();
    Some(match (part, whole, percent) {
        (_, Some(whole), Some(percent)) => Solved {
            of: "part",
            printed,
            interval: bounds::multiply(whole.interval, ratio(percent)),
            kind: whole.kind,
            unit: unit(whole),
        },
        (Some(part), None, Some(percent)) => Solved {
            of: "whole",
            printed: None,
            interval: bounds::divide(part.interval, ratio(percent)),
            kind: part.kind,
            unit: unit(part),
        },
        (Some(part), Some(whole), None) => Solved {
            of: "percent",
            printed: None,
            interval: bounds::scale(bounds::divide(part.interval, whole.interval), Decimal::ONE_HUNDRED),
            kind: Kind::Percent,
            unit: Some("%".to_owned()),
        },
        _ => return None,
    })
}
