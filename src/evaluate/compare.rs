//! When an answer counts as right.

use super::gold::{Answer, Days};
use crate::{
    claim::{Claim, Kind, PeriodRef, Quantity},
    decimal::Decimal,
};
use rust_decimal::prelude::ToPrimitive;

/// Kind, value (or both ends of a range) and unit agree; the noun of a count is not compared.
pub(super) fn same_quantity(gold: &Answer, found: &Quantity) -> bool {
    if gold.kind != found.kind {
        return false;
    }
    let unit = |unit: &Option<String>| fold(unit.as_deref().unwrap_or(""));
    if matches!(gold.kind, Kind::Money | Kind::Measure) && unit(&gold.unit) != unit(&found.unit) {
        return false;
    }
    if gold.value.is_some() {
        return found.value.is_some() && same_number(gold.value, found.value);
    }
    let (low, high) = found.range.map_or((None, None), |range| (Some(range.low), Some(range.high)));
    same_number(gold.low, low) && same_number(gold.high, high)
}

/// Equal to four digits.
fn same_number(a: Option<Decimal>, b: Option<Decimal>) -> bool {
    let float = |number: Option<Decimal>| number.as_ref().and_then(ToPrimitive::to_f64);
    match (float(a), float(b)) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-4 * a.abs().max(b.abs()),
        (a, b) => a.is_none() && b.is_none(),
    }
}

/// Every name of the gold is found and none is left over.
pub(super) fn same_names(gold: &[String], found: &[&str]) -> bool {
    let mut left: Vec<&str> = found.to_vec();
    for name in gold {
        let Some(place) = left.iter().position(|other| same_name(name, other)) else { return false };
        left.remove(place);
    }
    left.is_empty()
}

/// One is part of the other, unless that is too short to say anything.
fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (short_name(a), short_name(b));
    let within = |part: &str, whole: &str| part.chars().count() > 2 && whole.contains(part);
    a == b || within(&a, &b) || within(&b, &a)
}

fn short_name(name: &str) -> String {
    let folded = fold(name);
    match folded.trim() {
        "euroraum" | "euro-zone" => "eurozone".to_owned(),
        "vereinigte staaten" | "us" => "usa".to_owned(),
        other => other.to_owned(),
    }
}

fn fold(text: &str) -> String {
    text.to_lowercase().replace('ß', "ss")
}

/// `None` where the gold's period is not fixed, so that there is nothing to compare.
pub(super) fn same_days(
    gold: Option<Days>,
    others: &[Option<Days>],
    found: Option<&PeriodRef>,
) -> Option<bool> {
    let gold = gold.filter(|days| days.from.is_some())?;
    let found = found.map_or(Days::default(), |period| Days { from: period.from, to: period.to });
    Some(gold == found || others.iter().any(|days| days.unwrap_or_default() == found))
}

/// The fields of a claim and whether each is right; `None` where there is nothing to compare.
pub(super) fn verdicts(gold: &Answer, found: &Claim) -> [(&'static str, Option<bool>); 8] {
    let subjects: Vec<&str> = found.subjects.iter().map(|subject| subject.name.as_str()).collect();
    let subject =
        std::iter::once(&gold.subject).chain(&gold.subject_or).any(|names| same_names(names, &subjects));
    let metric = found.metric.as_ref().map_or("other", |metric| metric.id.as_str());
    let metric = gold.metric == metric || gold.metric_or.iter().any(|other| other == metric);
    [
        ("role", Some(gold.role == found.role || gold.role_or.contains(&found.role))),
        ("direction", Some(gold.direction == found.direction)),
        ("subject", Some(subject)),
        ("metric", Some(metric)),
        ("period", same_days(gold.period, &gold.period_or, found.period.as_ref())),
        ("base", same_days(gold.base, &gold.base_or, found.base.as_ref())),
        ("modifier", Some(gold.modifier == found.quantity.modifier)),
        ("modality", Some(gold.modality == found.modality)),
    ]
}

/// The fields that must be right for a claim to be right.
pub(super) const TUPLE: [&str; 5] = ["role", "direction", "subject", "metric", "period"];

/// Pairs answers with claims one to one, those that overlap most first.
pub(super) fn pair_up(golds: &[Answer], claims: &[Claim]) -> Vec<Option<usize>> {
    let mut options = Vec::new();
    for (at, gold) in golds.iter().enumerate() {
        for (place, claim) in claims.iter().enumerate() {
            let score = overlap((gold.start, gold.end), (claim.quantity.start, claim.quantity.end));
            if score > 0.3 {
                options.push((score, at, place));
            }
        }
    }
    options.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut pairs = vec![None; golds.len()];
    let mut used = vec![false; claims.len()];
    for (_, at, place) in options {
        if pairs[at].is_none() && !used[place] {
            pairs[at] = Some(place);
            used[place] = true;
        }
    }
    pairs
}

/// The shared part of two spans as a share of what they cover together.
fn overlap(a: (u32, u32), b: (u32, u32)) -> f64 {
    let shared = a.1.min(b.1).saturating_sub(a.0.max(b.0));
    if shared == 0 {
        return 0.0;
    }
    f64::from(shared) / f64::from(a.1.max(b.1) - a.0.min(b.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_agree_when_one_is_part_of_the_other() {
        assert!(same_name("Volkswagen", "Volkswagen AG"));
        assert!(same_name("Euroraum", "Eurozone"));
        assert!(!same_name("VW", "VWX"));
        assert!(!same_names(&["Alibaba".to_owned()], &["Alibaba", "Baidu"]));
        assert!(same_names(&[], &[]));
    }

    #[test]
    fn spans_overlap_by_share() {
        assert!(overlap((0, 10), (0, 10)) > 0.99);
        assert!(overlap((0, 10), (10, 20)) < 0.01);
    }
}
