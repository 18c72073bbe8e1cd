#![doc = include_str!("pages/repeated.md")]

use super::{
    article::Article,
    figure::{Figure, digits_of},
    relation::{Confidence, Relation, Ties},
};
use crate::claim::{Kind, Role};

/// Every figure that is given twice.
pub(crate) fn find(article: &Article<'_>, relations: &mut Vec<Relation>) {
    for a in 0..article.figures.len() {
        let first = &article.figures[a];
        if !is_plain(first) || !article.is_worded(a) || is_counted(first) {
            continue;
        }
        for b in article.same_topic(a).iter().copied().filter(|b| *b > a) {
            let second = &article.figures[b];
            let same = is_plain(second)
                && article.is_worded(b)
                && first.comparable(second)
                && first.claim.role == second.claim.role
                && first.claim.direction == second.claim.direction
                && first.period == second.period
                && first.base == second.base
                && wording(first) == wording(second)
                && first.claim.sentence != second.claim.sentence;
            if same {
                let confidence = if is_slip(first, second) { Confidence::Sure } else { Confidence::Likely };
                relations.push(Relation { ties: Ties::Repeated { a, b }, confidence });
            }
        }
    }
}

fn is_plain(figure: &Figure<'_>) -> bool {
    let claim = figure.claim;
    let dated = figure.period.is_some() && (claim.role != Role::Change || figure.base.is_some());
    figure.topic.who != 0
        && figure.topic.what != 0
        && dated
        && figure.is_fact()
        && claim.attribution.is_none()
        && claim.quantity.range.is_none()
        && claim.quantity.modifier.is_none()
        && matches!(claim.role, Role::Level | Role::Change)
        && !matches!(figure.kind(), Kind::Multiple | Kind::Number | Kind::Points)
        && !figure.is_repetition()
        && !matches!(figure.metric(), "price" | "share_price" | "index_level" | "exchange_rate" | "other")
}

/// Whether only the counted noun names the metric (*200 Mitarbeiter*), which leaves open which of them are meant.
fn is_counted(figure: &Figure<'_>) -> bool {
    let quantity = &figure.claim.quantity;
    let named = figure.claim.metric.as_ref().and_then(|metric| metric.start.zip(metric.end));
    named.is_some_and(|(start, end)| quantity.start <= start && end <= quantity.end)
}

fn wording(figure: &Figure<'_>) -> Option<String> {
    figure.claim.metric.as_ref()?.text.as_ref().map(|text| text.to_lowercase())
}

/// Whether one surface can be a slip of the other.
fn is_slip(a: &Figure<'_>, b: &Figure<'_>) -> bool {
    let digits = |figure: &Figure<'_>| -> Option<Vec<char>> {
        let (number, ..) = digits_of(&figure.claim.quantity.text)?;
        Some(number.chars().filter(char::is_ascii_digit).collect())
    };
    let Some((first, second)) = digits(a).zip(digits(b)) else { return false };
    if first.len() < 2 || first.len() != second.len() {
        return false;
    }
    let other: Vec<usize> = (0..first.len()).filter(|at| first[*at] != second[*at]).collect();
    match other.as_slice() {
        [] => true,
        [_] => first.len() >= 3,
        [x, y] => y - x == 1 && first[*x] == second[*y] && first[*y] == second[*x],
        _ => false,
    }
}
