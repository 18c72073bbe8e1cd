#![doc = include_str!("pages/sum.md")]

use super::{
    article::{Article, GROUP, may_be_same, placed},
    bounds,
    figure::{Days, Figure, View},
    relation::{Confidence, Relation, Solved, Ties},
    share::is_sharp,
};
use crate::{
    claim::{Kind, Modality, Part, Role},
    decimal::Decimal,
    interval::Interval,
};
use jiff::ToSpan;
use std::collections::HashMap;

/// Metrics whose figures for consecutive periods add up.
const FLOWS: &[&str] = &[
    "revenue",
    "operating_profit",
    "ebitda",
    "net_income",
    "profit",
    "pretax_profit",
    "loss",
    "capital_expenditure",
    "investment",
    "research_expense",
    "cost",
    "order_intake",
    "production",
    "unit_sales",
    "exports",
    "imports",
    "trade_balance",
    "spending",
    "tax_revenue",
    "passengers",
    "overnight_stays",
    "insolvencies",
    "donations",
    "energy_consumption",
    "emissions",
];

/// Every sum of the article.
pub(crate) fn find(article: &Article<'_>, relations: &mut Vec<Relation>) {
    for statement in article.statements.values() {
        tied(article, statement, relations);
    }
    joint(article, relations);
    for at in 0..article.figures.len() {
        over_time(article, at, relations);
        neighbours(article, at, relations);
    }
}

/// The portions that the grammar ties to a total. Portions of which it says that they are all make it up; *davon* leaves
/// open whether there are others, unless they happen to make it up.
fn tied(article: &Article<'_>, statement: &[(usize, Part)], relations: &mut Vec<Relation>) {
    if !placed(statement, Part::Percent).is_empty() {
        return;
    }
    let addends = placed(statement, Part::Addend);
    let all = !addends.is_empty();
    let parts = if all { addends } else { placed(statement, Part::Part) };
    let named = placed(statement, Part::Whole).first().copied();
    let whole = named.or_else(|| total_before(article, &parts));
    if whole.is_none() && !all {
        return;
    }
    let Some(like) = whole.or(parts.first().copied()).map(|at| &article.figures[at]) else { return };
    let fits = |at: &usize| {
        let figure = &article.figures[*at];
        Some(*at) != whole
            && !figure.is_repetition()
            && figure.kind() == like.kind()
            && (figure.comparable(like) || figure.kind() == Kind::Count)
    };
    let parts: Vec<usize> = parts.into_iter().filter(fits).collect();
    if parts.is_empty() || whole.is_none() && parts.len() < 2 {
        return;
    }
    let views: Vec<View<'_>> = parts.iter().map(|at| View::printed(&article.figures[*at])).collect();
    let complete = whole.is_none() || parts.len() > 1 && (all || holds(&View::printed(like), &views, true));
    let ties = Ties::Sum { whole, parts, complete, rest: false };
    relations.push(Relation { ties, confidence: Confidence::Sure });
}

/// The total of portions that are all there are (*23, die restlichen 17*): the only level of their metric and unit in
/// the nearest sentence before them that has one.
fn total_before(article: &Article<'_>, parts: &[usize]) -> Option<usize> {
    let (&first, figure) = parts.first().map(|first| (first, &article.figures[*first]))?;
    let unnamed = parts.iter().all(|&part| article.figures[part].topic.what == 0);
    let is_total = |&at: &usize| {
        let total = &article.figures[at];
        let same = parts.iter().any(|&part| article.figures[part].topic.what == total.topic.what);
        (1..=4).contains(&article.distance(at, first))
            && matches!(total.claim.role, Role::Level | Role::Share)
            && !total.is_repetition()
            && total.comparable(figure)
            && (same || unnamed)
            && ![Part::Old, Part::Part, Part::Addend, Part::Share]
                .into_iter()
                .any(|part| article.is_tied(at, part))
    };
    let mut found = (first.saturating_sub(GROUP)..first).rev().filter(is_total);
    let total = found.next()?;
    found.next().is_none_or(|other| article.distance(other, total) > 0).then_some(total)
}

/// The joint figure of several subjects and the figures of its members.
fn joint(article: &Article<'_>, relations: &mut Vec<Relation>) {
    let mut single: HashMap<(&str, u32, u32), Vec<usize>> = HashMap::new();
    for (at, figure) in article.figures.iter().enumerate() {
        let [subject] = figure.claim.subjects.as_slice() else { continue };
        if figure.is_level() && !figure.is_repetition() {
            let name = subject.company.as_deref().unwrap_or(&subject.name);
            single.entry((name, figure.topic.what, figure.unit)).or_default().push(at);
        }
    }
    for (at, figure) in article.figures.iter().enumerate() {
        let members = &figure.claim.subjects;
        if !figure.claim.joint || !figure.is_level() || members.len() < 2 || figure.topic.what == 0 {
            continue;
        }
        let of = |name: &str| {
            let group = single.get(&(name, figure.topic.what, figure.unit))?;
            let place = group.partition_point(|other| *other < at);
            let near = &group[place.saturating_sub(GROUP)..(place + GROUP).min(group.len())];
            near.iter().copied().find(|other| {
                let member = &article.figures[*other];
                member.period == figure.period
                    && member.topic.scope == figure.topic.scope
                    && member.topic.segment == figure.topic.segment
                    && member.comparable(figure)
                    && article.same_reality(at, *other)
            })
        };
        let parts: Vec<usize> = members
            .iter()
            .take(GROUP)
            .filter_map(|subject| of(subject.company.as_deref().unwrap_or(&subject.name)))
            .collect();
        let enough = if figure.is_repetition() { parts.len() > members.len() } else { !parts.is_empty() };
        if enough {
            let complete = parts.len() == members.len();
            let rest = parts.len() + 1 == members.len();
            let worded = parts.iter().chain([&at]).all(|at| article.is_worded(*at));
            let confidence = if worded { Confidence::Sure } else { Confidence::Likely };
            relations
                .push(Relation { ties: Ties::Sum { whole: Some(at), parts, complete, rest }, confidence });
        }
    }
}

fn is_flow(figure: &Figure<'_>) -> bool {
    figure.is_level()
        && !figure.is_repetition()
        && figure.claim.role == Role::Level
        && matches!(figure.kind(), Kind::Money | Kind::Count | Kind::Measure)
        && FLOWS.contains(&figure.metric())
}

/// A long period and the shorter ones inside it.
fn over_time(article: &Article<'_>, at: usize, relations: &mut Vec<Relation>) {
    let whole = &article.figures[at];
    let Some(days) = whole.period.filter(|_| is_flow(whole) && whole.topic.who != 0) else { return };
    let mut inside: Vec<(Days, usize)> = Vec::new();
    for other in article.same_topic(at) {
        let figure = &article.figures[*other];
        let Some(part) = figure.period else { continue };
        let within =
            days.0 <= part.0 && part.1 <= days.1 && part != days && (part.1 - part.0).get_days() >= 27;
        if within && is_flow(figure) && figure.comparable(whole) && article.same_reality(at, *other) {
            inside.push((part, *other));
        }
    }
    inside.sort_by_key(|(part, other)| (part.0, std::cmp::Reverse(part.1), *other));
    let mut chain: Vec<usize> = Vec::new();
    let mut next = days.0;
    for (part, other) in &inside {
        if part.0 == next {
            chain.push(*other);
            next = part.1.checked_add(1.day()).unwrap_or(part.1);
        }
    }
    let complete = next > days.1;
    let covered = (next - days.0).get_days() * 2 >= (days.1 - days.0).get_days();
    if !chain.is_empty() && covered && (chain.len() > 1 || !complete) {
        let ties = Ties::Sum { whole: Some(at), parts: chain, complete, rest: !complete };
        relations.push(Relation { ties, confidence: Confidence::Likely });
    }
}

/// Amounts next to each other that add up closely: the whole first, or last.
fn neighbours(article: &Article<'_>, at: usize, relations: &mut Vec<Relation>) {
    let whole = &article.figures[at];
    let plain = |figure: &Figure<'_>| {
        figure.claim.role != Role::Change
            && figure.claim.role != Role::Rate
            && !figure.is_repetition()
            && matches!(figure.kind(), Kind::Money | Kind::Count | Kind::Measure | Kind::Percent)
    };
    if !plain(whole) || whole.claim.modality == Modality::Denied || !is_sharp(whole.printed) {
        return;
    }
    let before = at.saturating_sub(4)..at;
    let after = at + 1..(at + 5).min(article.figures.len());
    for (near, backwards) in [(after.collect::<Vec<_>>(), false), (before.rev().collect(), true)] {
        let mut parts = Vec::new();
        let mut total = Interval::exactly(Decimal::ZERO);
        for other in near {
            let figure = &article.figures[other];
            // Nothing but the arithmetic ties them: what has a date of its own is no part of an undated whole.
            let own_date = figure.claim.period.as_ref().is_some_and(|period| period.text.is_some());
            let close = article.distance(at, other) <= 1
                && (whole.period.is_some() || figure.period.is_none() || !own_date)
                && may_be_same(figure.period, whole.period);
            if !close || !plain(figure) || !figure.comparable(whole) {
                break;
            }
            parts.push(other);
            total = bounds::add(total, figure.printed);
            if parts.len() > 1 && is_sharp(total) && bounds::meets(&total, &whole.printed) {
                if backwards {
                    parts.reverse();
                }
                drop_idle(article, whole, &mut parts);
                if let Some(ties) = balance(article, at, &parts).filter(|_| !backwards) {
                    relations.push(Relation { ties, confidence: Confidence::Arithmetic });
                    return;
                }
                let ties = Ties::Sum { whole: Some(at), parts, complete: true, rest: false };
                relations.push(Relation { ties, confidence: Confidence::Arithmetic });
                return;
            }
        }
    }
}

/// Assets less debts, exports less imports: two figures of different metrics and what lies between, no sum.
fn balance(article: &Article<'_>, a: usize, parts: &[usize]) -> Option<Ties> {
    let [b, gap] = *parts else { return None };
    let what = |at: usize| Some(article.figures[at].topic.what).filter(|what| *what != 0);
    let named = |at: usize| article.figures[at].metric() != "other";
    let differ = what(a)? != what(b)? && what(b)? != what(gap)? && named(a) && named(b);
    differ.then_some(Ties::Difference { a: Some(a), b: Some(b), gap: Some(gap) })
}

/// Leaves out a part without which the sum holds as well: it is too small beside the rounding to be one of them.
fn drop_idle(article: &Article<'_>, whole: &Figure<'_>, parts: &mut Vec<usize>) {
    let sum = |parts: &[usize], without: usize| {
        let zero = Interval::exactly(Decimal::ZERO);
        let others = parts.iter().filter(|&&part| part != without);
        others.fold(zero, |sum, &part| bounds::add(sum, article.figures[part].printed))
    };
    if parts.len() > 2
        && let Some(place) = parts.iter().position(|&part| bounds::meets(&sum(parts, part), &whole.printed))
    {
        parts.remove(place);
    }
}

fn total(parts: &[View<'_>], like: Option<&View<'_>>) -> Interval {
    let zero = Interval::exactly(Decimal::ZERO);
    let value = |part: &View<'_>| like.map_or(part.interval, |whole| part.signed(whole));
    parts.iter().fold(zero, |sum, part| bounds::add(sum, value(part)))
}

/// Whether the parts can make the whole, or stay below it.
pub(crate) fn holds(whole: &View<'_>, parts: &[View<'_>], complete: bool) -> bool {
    let sum = total(parts, Some(whole));
    if complete {
        return bounds::meets(&sum, &whole.interval);
    }
    let profit = parts.iter().any(|part| {
        matches!(
            part.figure.metric(),
            "profit"
                | "net_income"
                | "operating_profit"
                | "pretax_profit"
                | "ebitda"
                | "loss"
                | "trade_balance"
        )
    });
    profit || sum.low.zip(whole.interval.high).is_none_or(|(low, high)| low <= high)
}

/// What follows for the rest or the whole.
pub(crate) fn solve(
    whole: Option<&View<'_>>,
    parts: &[View<'_>],
    complete: bool,
    printed: Option<usize>,
) -> Option<Solved> {
    let sum = total(parts, whole);
    let first = whole.or(parts.first())?;
    let (of, interval) = match whole {
        Some(whole) if !complete => ("rest", bounds::subtract(whole.interval, sum)),
        _ => ("whole", sum),
    };
    let printed = if of == "whole" { printed } else { None };
    Some(Solved { of, printed, interval, kind: first.kind, unit: first.figure.claim.quantity.unit.clone() })
}
