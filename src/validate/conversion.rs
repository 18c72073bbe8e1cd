#![doc = include_str!("pages/conversion.md")]

use super::{
    article::Article,
    bounds,
    figure::{Figure, View},
    rates,
    relation::{Confidence, Relation, Solved, Ties},
    units,
};
use crate::{
    claim::Kind,
    decimal::{Decimal, power_of_ten},
    interval::Interval,
};
use std::collections::HashMap;

/// Every conversion of the article.
pub(crate) fn find(article: &Article<'_>, relations: &mut Vec<Relation>) {
    let mut seen: HashMap<(u32, u32), Interval> = HashMap::new();
    for (b, figure) in article.figures.iter().enumerate() {
        let Some(a) = figure.claim.equivalent_of.as_deref().and_then(|id| article.find(id)) else {
            continue;
        };
        let first = &article.figures[a];
        if a == b || !figure.is_repetition() {
            continue;
        }
        let reference = reference(article, first, figure);
        let pair = (first.unit, figure.unit);
        let implied = bounds::divide(figure.tolerance, first.tolerance);
        let known = reference.or_else(|| seen.get(&pair).copied()).unwrap_or_default();
        seen.entry(pair).or_insert(implied);
        let near = around(known, Decimal::new(84, 2), Decimal::new(119, 2));
        let far = around(known, Decimal::new(60, 2), Decimal::new(167, 2));
        let (rate, confidence) = match () {
            () if bounds::meets(&implied, &near) => (near, Confidence::Sure),
            () if bounds::meets(&implied, &far) => (near, Confidence::Likely),
            () if reference.is_some()
                && is_slip(&implied, &known)
                && !is_ambiguous(first)
                && !is_ambiguous(figure) =>
            {
                (near, Confidence::Sure)
            }
            () => (near, Confidence::Likely),
        };
        relations.push(Relation { ties: Ties::Conversion { a, b, rate }, confidence });
    }
}

/// Whether the rate is off as slips make it: by less than four times, or by a power of ten. Anything else is rather
/// another amount (*200 Meter beziehungsweise 3,5 Kilometer*).
fn is_slip(implied: &Interval, known: &Interval) -> bool {
    let near = around(*known, Decimal::new(25, 2), Decimal::from(4));
    let tens = [-9, -6, -3, -2, -1, 1, 2, 3, 6, 9].into_iter().filter_map(power_of_ten);
    let moved = |ten: Decimal| {
        bounds::meets(implied, &around(*known, ten * Decimal::new(8, 1), ten * Decimal::new(125, 2)))
    };
    bounds::meets(implied, &near) || tens.into_iter().any(moved)
}

/// Whether the amount is written with a sign that several currencies share: *Rp* is Rappen and Rupiah.
fn is_ambiguous(figure: &Figure<'_>) -> bool {
    let last = figure.claim.quantity.text.split_whitespace().next_back().unwrap_or_default();
    matches!(
        last.trim_end_matches('.'),
        "Rp" | "Rs" | "kr" | "Kr" | "R" | "Dinar" | "Peso" | "Pesos" | "Rupien" | "Kronen"
    )
}

fn around(rate: Interval, low: Decimal, high: Decimal) -> Interval {
    Interval {
        low: rate.low.and_then(|end| end.checked_mul(low)),
        high: rate.high.and_then(|end| end.checked_mul(high)),
    }
}

/// Units of `b` for one `a`, where known.
fn reference(article: &Article<'_>, a: &Figure<'_>, b: &Figure<'_>) -> Option<Interval> {
    let (from, to) = (a.claim.quantity.unit.as_deref()?, b.claim.quantity.unit.as_deref()?);
    match (a.kind(), b.kind()) {
        (Kind::Money, Kind::Money) => {
            let end = article.date.or(a.period.map(|days| days.1))?;
            let start = a.period.map_or(end, |days| days.0.min(end));
            rates::cross(from, to, start, end)
        }
        (Kind::Percent, Kind::Percent) => Some(Interval::exactly(Decimal::ONE)),
        (Kind::Measure, Kind::Measure) => units::factor(from, to).map(Interval::exactly),
        _ => None,
    }
}

/// Whether the implied rate can be the known one.
pub(crate) fn holds(a: &View<'_>, b: &View<'_>, rate: &Interval) -> bool {
    bounds::meets(&bounds::multiply(a.interval, *rate), &b.interval)
}

/// What the first amount is in the unit of the second.
pub(crate) fn solve(a: &View<'_>, b: &View<'_>, rate: &Interval, printed: usize) -> Solved {
    Solved {
        of: "b",
        printed: Some(printed),
        interval: bounds::multiply(a.interval, *rate),
        kind: b.kind,
        unit: b.figure.claim.quantity.unit.clone(),
    }
}
