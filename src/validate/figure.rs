//! What the checks see of a claim: its interval, and small numbers for who, what, when and unit.
//!
#![doc = include_str!("pages/rounding.md")]

use super::bounds;
use crate::{
    claim::{Claim, Direction, Kind, Modality, Modifier, PeriodRef, Role},
    decimal::{Decimal, power_of_ten},
    interval::Interval,
};
use jiff::civil::Date;
use std::collections::HashMap;

/// First and last day.
pub(crate) type Days = (Date, Date);

/// The same subjects, segment and metric: figures that can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Topic {
    /// The set of subjects; 0 where none is known.
    pub who: u32,
    /// The segment; 0 for the whole.
    pub segment: u32,
    /// The metric; 0 where none is known.
    pub what: u32,
    /// The set of perimeters.
    pub scope: u32,
}

/// A claim made ready for computing.
#[derive(Debug, Clone)]
pub(crate) struct Figure<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// What its printed form stands for.
    pub printed: Interval,
    /// What no rounding can exceed.
    pub tolerance: Interval,
    /// Whether it repeats a figure of the same kind.
    pub repeats: bool,
    /// Who and what.
    pub topic: Topic,
    /// The unit; 0 where none is known.
    pub unit: u32,
    /// When, where both days are known.
    pub period: Option<Days>,
    /// Against when, where both days are known.
    pub base: Option<Days>,
}

impl Figure<'_> {
    /// Whether it is an amount of something, not a change of it.
    pub(crate) fn is_level(&self) -> bool {
        matches!(self.claim.role, Role::Level | Role::Share | Role::Rate)
            && self.claim.quantity.kind != Kind::Multiple
    }

    /// Whether it says how much something changed.
    pub(crate) fn is_change(&self) -> bool {
        self.claim.role == Role::Change
    }

    /// Whether it repeats the amount before it in another currency or unit.
    pub(crate) fn is_repetition(&self) -> bool {
        self.repeats
    }

    /// What sort of quantity it is.
    pub(crate) fn kind(&self) -> Kind {
        self.claim.quantity.kind
    }

    /// The metric's id; empty where none is known.
    pub(crate) fn metric(&self) -> &str {
        self.claim.metric.as_ref().map_or("", |metric| metric.id.as_str())
    }

    /// Whether the figure is a fact, and not a forecast, plan, possibility or denial.
    pub(crate) fn is_fact(&self) -> bool {
        self.claim.modality == Modality::Reported
    }

    /// Whether the two are figures of the same sort and unit, so that they can be added and compared.
    pub(crate) fn comparable(&self, other: &Self) -> bool {
        self.kind() == other.kind()
            && (self.unit == other.unit || (self.kind() == Kind::Count && self.same_noun(other)))
    }

    /// Whether two counts are of the same things: equal nouns, one of them missing, or one metric of a closed sense.
    fn same_noun(&self, other: &Self) -> bool {
        let counted = |what: &str| !matches!(what, "" | "other");
        self.unit == 0 || other.unit == 0 || (self.topic.what == other.topic.what && counted(self.metric()))
    }

    /// The characters between the two figures.
    pub(crate) fn gap(&self, other: &Self) -> u32 {
        let (a, b) = (&self.claim.quantity, &other.claim.quantity);
        if a.start < b.start { b.start.saturating_sub(a.end) } else { a.start.saturating_sub(b.end) }
    }

    /// The number in the middle of the printed interval.
    pub(crate) fn value(&self) -> Option<Decimal> {
        self.claim.quantity.value.or_else(|| bounds::middle(self.printed))
    }
}

/// How a relation reads a figure: as printed, or as a reading would correct it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'a> {
    /// The figure.
    pub figure: &'a Figure<'a>,
    /// The interval to compute with.
    pub interval: Interval,
    /// The kind to compute with.
    pub kind: Kind,
    /// The direction to compute with.
    pub direction: Option<Direction>,
}

impl<'a> View<'a> {
    /// As printed.
    pub(crate) fn printed(figure: &'a Figure<'a>) -> Self {
        Self { figure, interval: figure.printed, kind: figure.kind(), direction: figure.claim.direction }
    }

    /// With every allowance for rounding.
    pub(crate) fn tolerant(figure: &'a Figure<'a>) -> Self {
        Self { interval: figure.tolerance, ..Self::printed(figure) }
    }

    /// A loss as a negative number, beside a figure that is none.
    pub(crate) fn signed(&self, other: &Self) -> Interval {
        let loss = |view: &Self| view.figure.metric() == "loss" || view.figure.metric() == "deficit";
        if loss(self) && !loss(other) { bounds::negate(self.interval) } else { self.interval }
    }
}

/// Numbers for texts: equal texts, equal numbers; 0 is the empty text.
#[derive(Debug, Default)]
pub(crate) struct Numbering(HashMap<String, u32>);

impl Numbering {
    /// The number of a text.
    pub(crate) fn of(&mut self, text: String) -> u32 {
        if text.is_empty() {
            return 0;
        }
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX).saturating_add(1);
        *self.0.entry(text).or_insert(next)
    }
}

/// Prepares all claims.
pub(crate) fn prepare(claims: &[Claim]) -> Vec<Figure<'_>> {
    let mut names = Numbering::default();
    let kinds: HashMap<&str, Kind> =
        claims.iter().map(|claim| (claim.id.as_str(), claim.quantity.kind)).collect();
    let repeats = |claim: &Claim| {
        let first = claim.equivalent_of.as_deref().and_then(|id| kinds.get(id));
        first == Some(&claim.quantity.kind)
    };
    claims.iter().map(|claim| figure(claim, repeats(claim), &mut names)).collect()
}

fn figure<'a>(claim: &'a Claim, repeats: bool, names: &mut Numbering) -> Figure<'a> {
    let mut who: Vec<String> =
        claim.subjects.iter().map(|s| s.company.clone().unwrap_or_else(|| s.name.to_lowercase())).collect();
    who.sort_unstable();
    let what =
        claim.metric.as_ref().map_or_else(String::new, |metric| match (metric.id.as_str(), &metric.text) {
            ("other", None) => String::new(),
            ("other", Some(text)) => {
                let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
                format!("other:{}", words.join(" "))
            }
            (id, _) => id.to_owned(),
        });
    let mut scope: Vec<&str> = claim.scope.iter().map(|scope| scope.name()).collect();
    scope.sort_unstable();
    let segment = claim.segment.as_ref().map_or_else(String::new, |phrase| phrase.text.to_lowercase());
    let unit = claim.quantity.unit.as_ref().map_or_else(String::new, |unit| unit.to_lowercase());
    Figure {
        claim,
        printed: claim.quantity.interval,
        tolerance: tolerance(claim),
        repeats,
        topic: Topic {
            who: names.of(who.join("|")),
            segment: names.of(segment),
            what: names.of(what),
            scope: names.of(scope.join("|")),
        },
        unit: names.of(unit),
        period: days(claim.period.as_ref()),
        base: days(claim.base.as_ref()),
    }
}

/// Both days of a period, where known.
pub(crate) fn days(period: Option<&PeriodRef>) -> Option<Days> {
    let period = period?;
    period.from.zip(period.to)
}

fn tolerance(claim: &Claim) -> Interval {
    let quantity = &claim.quantity;
    let printed = quantity.interval;
    let (Some(value), None) = (quantity.value, quantity.range) else {
        let width = printed.low.zip(printed.high).and_then(|(low, high)| high.checked_sub(low));
        return bounds::widen(printed, width.and_then(|w| w.checked_div(Decimal::TEN)).unwrap_or_default());
    };
    let size = value.abs();
    if quantity.kind == Kind::Multiple && !quantity.text.contains(|c: char| c.is_ascii_digit()) {
        let low = printed.low.map(|low| low.min(part_of(size, 90)));
        return Interval { low, high: printed.high.map(|high| high.max(part_of(size, 116))) };
    }
    let outer = |end: Option<Decimal>, sign: Decimal, by: Decimal| {
        end.and_then(|end| end.checked_add(sign.checked_mul(by)?))
    };
    let unit = printed_unit(&quantity.text, value);
    let by = match quantity.modifier {
        None => {
            let half = printed.low.map(|low| (value - low).abs()).unwrap_or_default();
            let half = half.max(unit / Decimal::TWO);
            let zeros = zero_slack(&quantity.text, value);
            return bounds::widen(Interval::new(value, value), (half + half).max(zeros)).cover(&printed);
        }
        Some(Modifier::About) => {
            let half = printed.high.map(|high| (high - value).abs()).unwrap_or_default();
            (half + half).max(part_of(size, 10)).max(unit)
        }
        Some(_) => part_of(size, 5).max(unit),
    };
    if quantity.modifier == Some(Modifier::About) {
        return bounds::widen(Interval::exactly(value), by).cover(&printed);
    }
    Interval {
        low: outer(printed.low, Decimal::NEGATIVE_ONE, by),
        high: outer(printed.high, Decimal::ONE, by),
    }
}

/// So many hundredths.
fn part_of(value: Decimal, hundredths: i64) -> Decimal {
    value.checked_mul(Decimal::new(hundredths, 2)).unwrap_or(value)
}

/// The first number in digits of a surface, its value and the value of one unit of its last digit.
pub(crate) fn digits_of(text: &str) -> Option<(&str, Decimal, Decimal)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = text.get(start..)?;
    let mut end = 0;
    for (at, c) in rest.char_indices() {
        let next = rest.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
        let inside = matches!(c, '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}')
            && next.is_some_and(|next| next.is_ascii_digit());
        if !(c.is_ascii_digit() || inside) {
            break;
        }
        end = at + c.len_utf8();
    }
    let number = rest.get(..end)?;
    let (whole, places) = number.split_once(',').unwrap_or((number, ""));
    let grouped = whole.split('.').skip(1).all(|group| group.len() == 3);
    let (whole, places) =
        if grouped { (whole, places) } else { whole.split_once('.').unwrap_or((whole, "")) };
    let keep = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (whole, places) = (keep(whole), keep(places));
    if whole.len() + places.len() > 24 {
        return None;
    }
    let value = format!("{whole}.{places}0").parse().ok()?;
    Some((number, value, power_of_ten(-i32::try_from(places.len()).ok()?)?))
}

/// One unit of the last printed digit, in the value's own scale; zero where no digits are printed.
fn printed_unit(text: &str, value: Decimal) -> Decimal {
    let unit = || {
        let (_, number, unit) = digits_of(text)?;
        if number.is_zero() { None } else { value.abs().checked_mul(unit)?.checked_div(number) }
    };
    unit().unwrap_or_default()
}

/// Half a unit of the last digit that is not zero, keeping two digits, for whole numbers from three digits on.
fn zero_slack(text: &str, value: Decimal) -> Decimal {
    let slack = || {
        let (number, amount, unit) = digits_of(text)?;
        let plain: String = number.chars().filter(char::is_ascii_digit).collect();
        let zeros = plain.len() - plain.trim_end_matches('0').len();
        if unit != Decimal::ONE || zeros == 0 || amount.is_zero() {
            return None;
        }
        let free = i32::try_from(zeros.min(plain.len().saturating_sub(2))).ok()?;
        let half = power_of_ten(free)?.checked_mul(Decimal::new(5, 1))?;
        value.abs().checked_mul(half)?.checked_div(amount)
    };
    slack().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_from_surfaces() {
        for (text, number, value, unit) in [
            ("4,2 Milliarden Euro", "4,2", "4.2", "0.1"),
            ("12.000 bis 13.000 Dollar", "12.000", "12000", "1"),
            ("14 114 Zähler", "14 114", "14114", "1"),
            ("1.0 Prozent", "1.0", "1", "0.1"),
            ("20-Millionen-Euro-Deal", "20", "20", "1"),
        ] {
            let want = (number, value.parse().unwrap(), unit.parse().unwrap());
            assert_eq!(digits_of(text), Some(want), "{text}");
        }
        assert_eq!(digits_of("verdoppelt"), None);
    }

    #[test]
    fn trailing_zeros_keep_two_digits() {
        let slack = |text: &str, value: i64| zero_slack(text, Decimal::from(value)).normalize().to_string();
        assert_eq!(slack("12.000", 12_000), "500");
        assert_eq!(slack("12.500", 12_500), "50");
        assert_eq!(slack("50 Milliarden", 50_000_000_000), "500000000");
        assert_eq!(slack("7 Prozent", 7), "0");
    }
}
