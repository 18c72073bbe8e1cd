#![doc = include_str!("pages/product.md")]

use super::{
    article::{Article, GROUP, placed},
    bounds,
    figure::View,
    relation::{Confidence, Relation, Solved, Ties},
    share::is_sharp,
};
use crate::claim::{Kind, Part, Role};

/// Every product of the article.
pub(crate) fn find(article: &Article<'_>, relations: &mut Vec<Relation>) {
    for statement in article.statements.values() {
        let first = |part: Part| placed(statement, part).first().copied();
        let (price, count, total) = (first(Part::Price), first(Part::Count), first(Part::Total));
        let ties = Ties::Product { price, count, total };
        if price.is_some() && ties.stated().len() >= 2 {
            relations.push(Relation { ties, confidence: Confidence::Sure });
        }
    }
    for at in 0..article.figures.len() {
        let figure = &article.figures[at];
        let is_price =
            figure.claim.role == Role::Rate && matches!(figure.kind(), Kind::Money | Kind::Measure);
        if is_price && figure.claim.link.is_none() {
            loose(article, at, relations);
        }
    }
}

fn loose(article: &Article<'_>, price: usize, relations: &mut Vec<Relation>) {
    let rate = &article.figures[price];
    let near = price.saturating_sub(GROUP / 5)..(price + GROUP / 5).min(article.figures.len());
    let near: Vec<usize> = near.filter(|at| article.distance(price, *at) <= 2).collect();
    let is_count = |at: &usize| {
        let figure = &article.figures[*at];
        // *7 Tonnen je Hektar*, and so many hectares.
        let measured =
            figure.kind() == Kind::Measure && figure.unit != rate.unit && article.distance(price, *at) == 0;
        (figure.kind() == Kind::Count || measured) && matches!(figure.claim.role, Role::Level | Role::Other)
    };
    let is_total = |at: &usize| {
        let figure = &article.figures[*at];
        *at != price && figure.comparable(rate) && figure.claim.role != Role::Rate && !figure.is_repetition()
    };
    let mut totals: Vec<usize> = near.iter().copied().filter(is_total).collect();
    totals.sort_by_key(|at| article.distance(price, *at));
    for count in near.iter().copied().filter(is_count) {
        for total in totals.iter().copied() {
            let product = bounds::multiply(rate.printed, article.figures[count].printed);
            let printed = article.figures[total].printed;
            if is_sharp(product) && is_sharp(printed) && bounds::meets(&product, &printed) {
                let ties = Ties::Product { price: Some(price), count: Some(count), total: Some(total) };
                relations.push(Relation { ties, confidence: Confidence::Arithmetic });
                return;
            }
        }
    }
    if rate.metric() == "earnings_per_share" {
        per_share(article, price, &near, relations);
    }
    let same = |at: &usize| {
        let figure = &article.figures[*at];
        article.distance(price, *at) == 0 && figure.topic.who == rate.topic.who && figure.topic.who != 0
    };
    let sold = |at: &usize| matches!(article.figures[*at].metric(), "unit_sales" | "production" | "capacity");
    let count = near.iter().copied().filter(is_count).filter(same).find(sold);
    if rate.metric() == "price" && count.is_some_and(|count| article.same_reality(price, count)) {
        let ties = Ties::Product { price: Some(price), count, total: None };
        relations.push(Relation { ties, confidence: Confidence::Likely });
    }
}

/// The profit beside the earnings per share: their quotient is the number of shares.
fn per_share(article: &Article<'_>, price: usize, near: &[usize], relations: &mut Vec<Relation>) {
    let rate = &article.figures[price];
    let profit = near.iter().copied().find(|at| {
        let figure = &article.figures[*at];
        matches!(figure.metric(), "profit" | "net_income")
            && figure.is_level()
            && figure.comparable(rate)
            && figure.topic.who == rate.topic.who
            && figure.topic.who != 0
            && figure.period == rate.period
            && article.distance(price, *at) == 0
    });
    if profit.is_some() {
        let ties = Ties::Product { price: Some(price), count: None, total: profit };
        relations.push(Relation { ties, confidence: Confidence::Likely });
    }
}

/// Whether the total can be the product.
pub(crate) fn holds(price: &View<'_>, count: &View<'_>, total: &View<'_>) -> bool {
    bounds::meets(&bounds::multiply(price.interval, count.interval), &total.interval)
}

/// What follows for the missing member, or for the total.
pub(crate) fn solve(
    price: Option<&View<'_>>,
    count: Option<&View<'_>>,
    total: Option<&View<'_>>,
    printed: Option<usize>,
) -> Option<Solved> {
    let unit = |view: &View<'_>| view.figure.claim.quantity.unit.clone();
    Some(match (price, count, total) {
        (Some(price), Some(count), _) => Solved {
            of: "total",
            printed,
            interval: bounds::multiply(price.interval, count.interval),
            kind: price.kind,
            unit: unit(price),
        },
        (Some(price), None, Some(total)) => Solved {
            of: "count",
            printed: None,
            interval: bounds::divide(total.interval, price.interval),
            kind: Kind::Count,
            unit: None,
        },
        (None, Some(count), Some(total)) => Solved {
            of: "price",
            printed: None,
            interval: bounds::divide(total.interval, count.interval),
            kind: total.kind,
            unit: unit(total),
        },
        _ => return None,
    })
}
