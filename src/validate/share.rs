#![doc = include_str!("pages/share.md")]

use super::{
    article::{Article, GROUP, may_be_same, placed},
    bounds,
    figure::{Figure, View},
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
        tied(article, statement, relations);
    }
    for at in 0..article.figures.len() {
        let figure = &article.figures[at];
        if figure.kind() != Kind::Percent || article.is_tied(at, Part::Percent) {
            continue;
        }
        if figure.metric() == "margin" && figure.is_level() {
            margin(article, at, relations);
        } else if figure.claim.link.is_none() && matches!(figure.claim.role, Role::Share | Role::Level) {
            by_arithmetic(article, at, relations);
        }
    }
}

/// The figures of one statement.
fn tied(article: &Article<'_>, statement: &[(usize, Part)], relations: &mut Vec<Relation>) {
    let whole = placed(statement, Part::Whole).first().copied();
    let set = placed(statement, Part::Share).first().copied();
    let part = set.or_else(|| placed(statement, Part::Part).first().copied());
    let percents = placed(statement, Part::Percent);
    let mut push =
        |part: Option<usize>, whole: Option<usize>, percent: Option<usize>, confidence: Confidence| {
            let ties = Ties::Share { part, whole, percent };
            if ties.stated().len() >= 2 && fits(article, part, whole) {
                relations.push(Relation { ties, confidence });
            }
        };
    for percent in &percents {
        if part.zip(whole).is_some_and(|(part, whole)| is_of_another(article, *percent, &[part, whole])) {
            push(part, whole, None, Confidence::Sure);
            continue;
        }
        if let Some((part, whole)) = part
            .filter(|_| whole.is_none())
            .and_then(|part| Some((part, only_whole(article, part, *percent)?)))
        {
            push(Some(part), Some(whole), Some(*percent), Confidence::Sure);
            continue;
        }
        let found = match (part, whole) {
            (Some(part), None) => find_whole(article, part, *percent).map(|whole| (part, whole)),
            (None, Some(whole)) => find_part(article, whole, *percent).map(|part| (part, whole)),
            _ => None,
        };
        match found {
            Some((part, whole)) => push(Some(part), Some(whole), Some(*percent), Confidence::Arithmetic),
            None => push(part, whole, Some(*percent), Confidence::Sure),
        }
    }
    if percents.is_empty() && set.is_some() {
        push(part, whole, None, Confidence::Sure);
    }
}

/// The amount that a percentage of a stated total is (*3.200 Stellen … 13 Prozent der 24.600*), by the arithmetic.
fn find_part(article: &Article<'_>, whole: usize, percent: usize) -> Option<usize> {
    let (total, share) = (&article.figures[whole], &article.figures[percent]);
    let wanted = bounds::multiply(total.printed, bounds::scale(share.printed, Decimal::new(1, 2)));
    let is_part = |at: &usize| {
        let part = &article.figures[*at];
        let alike = part.kind() == total.kind() && (part.unit == total.unit || part.kind() == Kind::Count);
        let near = article.distance(*at, percent) <= 3;
        *at != whole && alike && near && !part.is_repetition() && bounds::meets(&wanted, &part.printed)
    };
    (percent.saturating_sub(GROUP / 8)..percent).rev().find(is_part)
}

/// Whether the text names what a percentage is of, and it is something else (*12 Filialen, also 30 Prozent der Fläche*).
fn is_of_another(article: &Article<'_>, percent: usize, others: &[usize]) -> bool {
    let share = &article.figures[percent];
    let worded = !share.claim.implied.iter().any(|implied| implied.field == "metric");
    let known = |figure: &Figure<'_>| !matches!(figure.metric(), "" | "other");
    let differs =
        |at: &usize| known(&article.figures[*at]) && article.figures[*at].topic.what != share.topic.what;
    worded && known(share) && others.iter().all(differs)
}

/// The only figure that a part and its percentage can be of: for a margin the revenue of the same subject and period,
/// otherwise the one level of the part's metric and unit in the sentences before.
fn only_whole(article: &Article<'_>, part: usize, percent: usize) -> Option<usize> {
    let (amount, share) = (&article.figures[part], &article.figures[percent]);
    let margin = share.metric() == "margin";
    if !margin && is_of_another(article, percent, &[part]) {
        return None;
    }
    let is_whole = |at: &usize| {
        let whole = &article.figures[*at];
        let matter = if margin {
            whole.metric() == "revenue" && whole.topic.who == amount.topic.who && whole.topic.who != 0
        } else {
            whole.topic.what == amount.topic.what
                && whole.topic.what != 0
                && *at < part
                && article.distance(*at, part) <= 6
        };
        matter
            && *at != part
            && whole.claim.role == Role::Level
            && !whole.is_repetition()
            && whole.comparable(amount)
            && whole.topic.scope == amount.topic.scope
            && !whole.claim.implied.iter().any(|implied| implied.field == "metric")
            && may_be_same(whole.period, amount.period)
            && article.same_reality(*at, part)
            && ![Part::Old, Part::Part, Part::Addend, Part::Share]
                .into_iter()
                .any(|part| article.is_tied(*at, part))
    };
    let near = part.saturating_sub(GROUP)..(part + GROUP).min(article.figures.len());
    let mut found = near.filter(is_whole);
    let whole = found.next()?;
    found.next().is_none().then_some(whole)
}

/// The total before a part and its percentage (*… 3.300 Verfahren. … 1.320, das sind 40 Prozent*), by the arithmetic.
fn find_whole(article: &Article<'_>, part: usize, percent: usize) -> Option<usize> {
    let (amount, share) = (&article.figures[part], &article.figures[percent]);
    let wanted = bounds::divide(amount.printed, bounds::scale(share.printed, Decimal::new(1, 2)));
    let is_whole = |at: &usize| {
        let whole = &article.figures[*at];
        let alike =
            whole.kind() == amount.kind() && (whole.unit == amount.unit || whole.kind() == Kind::Count);
        *at != part
            && alike
            && whole.is_level()
            && !whole.is_repetition()
            && article.distance(*at, part) <= 6
            && bounds::meets(&wanted, &whole.printed)
    };
    (part.saturating_sub(GROUP / 2)..part).rev().find(is_whole)
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
            relations.push(Relation { ties: ties(Some(part)), confidence: Confidence::Arithmetic });
        }
        None if article.distance(at, whole) == 0 => {
            relations.push(Relation { ties: ties(None), confidence: Confidence::Likely });
        }
        None => {}
    }
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
