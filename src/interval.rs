//! Every number that a printed figure can stand for.

use crate::decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A closed interval of decimals; an open end is `None`.
///
/// *4,2 Milliarden* is `[4150000000, 4250000000]`: whatever is rounded so is printed so.
///
/// ```
/// use zahlenwerk::interval::Interval;
/// let printed = Interval::of_rounding("4.2".parse().unwrap());
/// assert_eq!(printed.to_string(), "[4.15, 4.25]");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Interval {
    /// The lower end; `None` is unbounded.
    #[serde(with = "crate::decimal::text_or_null")]
    #[schemars(schema_with = "crate::decimal::text_or_null::schema")]
    pub low: Option<Decimal>,
    /// The upper end; `None` is unbounded.
    #[serde(with = "crate::decimal::text_or_null")]
    #[schemars(schema_with = "crate::decimal::text_or_null::schema")]
    pub high: Option<Decimal>,
}

impl Interval {
    /// Both ends given.
    pub const fn new(low: Decimal, high: Decimal) -> Self {
        Self { low: Some(low), high: Some(high) }
    }

    /// A single number.
    pub const fn exactly(value: Decimal) -> Self {
        Self::new(value, value)
    }

    /// Half a unit of the last decimal place around `value`, as its [scale](Decimal::scale) prints it.
    pub fn of_rounding(value: Decimal) -> Self {
        let half = Decimal::new(5, (value.scale() + 1).min(28));
        Self { low: value.checked_sub(half), high: value.checked_add(half) }
    }

    /// Whether `value` lies inside.
    pub fn contains(&self, value: Decimal) -> bool {
        self.low.is_none_or(|low| low <= value) && self.high.is_none_or(|high| value <= high)
    }

    /// The numbers that lie in both; `None` where there are none.
    #[must_use]
    pub fn meet(&self, other: &Self) -> Option<Self> {
        let low = match (self.low, other.low) {
            (Some(a), Some(b)) => Some(a.max(b)),
            (a, b) => a.or(b),
        };
        let high = match (self.high, other.high) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        if low.zip(high).is_some_and(|(low, high)| low > high) { None } else { Some(Self { low, high }) }
    }

    /// The smallest interval that covers both.
    #[must_use]
    pub fn cover(&self, other: &Self) -> Self {
        Self {
            low: self.low.zip(other.low).map(|(a, b)| a.min(b)),
            high: self.high.zip(other.high).map(|(a, b)| a.max(b)),
        }
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |value: Option<Decimal>| value.map_or_else(|| "…".to_owned(), crate::decimal::plain);
        write!(f, "[{}, {}]", end(self.low), end(self.high))
    }
}
