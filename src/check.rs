//! What validation finds: one [`Check`] for each relation that the text lets us recompute.

use crate::{
    claim::{Kind, names},
    decimal::Decimal,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

names! {
    /// The kinds of relation.
    CheckRule {
        /// new = old × (1 ± change), old × multiple, old ± amount.
        Growth = "growth",
        /// The parts add up to the whole, or stay below it where only some are given.
        Sum = "sum",
        /// part = whole × percent.
        Share = "share",
        /// total = price × count.
        Product = "product",
        /// The same amount in two currencies or units.
        Conversion = "conversion",
        /// a − b = gap.
        Difference = "difference",
        /// The same figure given twice.
        Repeated = "repeated",
    }
}

names! {
    /// The outcome of a check.
    Verdict {
        /// The printed figures agree within their rounding.
        Consistent = "consistent",
        /// They cannot agree under any reading of their rounding.
        Inconsistent = "inconsistent",
        /// One member is not stated and follows from the others.
        Derivable = "derivable",
    }
}

/// The claims that a check ties together, by id; a member that is not stated is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, deny_unknown_fields)]
pub enum Members {
    /// Of [`CheckRule::Growth`].
    Growth {
        /// The value before.
        old: Option<String>,
        /// The value after.
        new: Option<String>,
        /// The change.
        change: Option<String>,
    },
    /// Of [`CheckRule::Sum`].
    Sum {
        /// The total.
        whole: Option<String>,
        /// The portions.
        parts: Vec<String>,
    },
    /// Of [`CheckRule::Share`].
    Share {
        /// The portion.
        part: Option<String>,
        /// The total.
        whole: Option<String>,
        /// The portion in percent.
        percent: Option<String>,
    },
    /// Of [`CheckRule::Product`].
    Product {
        /// The amount for one.
        price: Option<String>,
        /// How many.
        count: Option<String>,
        /// The amount for all.
        total: Option<String>,
    },
    /// Of [`CheckRule::Difference`].
    Difference {
        /// The first.
        a: Option<String>,
        /// The second.
        b: Option<String>,
        /// The distance.
        gap: Option<String>,
    },
    /// Of [`CheckRule::Conversion`] and [`CheckRule::Repeated`].
    Pair {
        /// The first.
        a: Option<String>,
        /// The second.
        b: Option<String>,
    },
}

impl Members {
    /// The ids of the stated members, in the order of the output.
    pub fn stated(&self) -> Vec<&str> {
        let single: Vec<&Option<String>> = match self {
            Self::Growth { old, new, change } => vec![old, new, change],
            Self::Sum { whole, parts } => {
                return whole.iter().map(String::as_str).chain(parts.iter().map(String::as_str)).collect();
            }
            Self::Share { part, whole, percent } => vec![part, whole, percent],
            Self::Product { price, count, total } => vec![price, count, total],
            Self::Difference { a, b, gap } => vec![a, b, gap],
            Self::Pair { a, b } => vec![a, b],
        };
        single.into_iter().flatten().map(String::as_str).collect()
    }
}

/// The printed member that the computed interval is held against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Printed {
    /// The claim that prints it.
    pub claim: String,
    /// What sort of quantity.
    pub kind: Kind,
    /// The lower end of what it can stand for; null is unbounded.
    #[serde(with = "crate::decimal::text_or_null")]
    #[schemars(schema_with = "crate::decimal::text_or_null::schema")]
    pub low: Option<Decimal>,
    /// The upper end.
    #[serde(with = "crate::decimal::text_or_null")]
    #[schemars(schema_with = "crate::decimal::text_or_null::schema")]
    pub high: Option<Decimal>,
    /// Its unit.
    pub unit: Option<String>,
}

/// What the other members make of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Computed {
    /// The name of the member that is computed (`old`, `new`, `change`, `whole`, …).
    pub of: String,
    /// What sort of quantity.
    pub kind: Kind,
    /// The lower end; null is unbounded.
    #[serde(with = "crate::decimal::text_or_null")]
    #[schemars(schema_with = "crate::decimal::text_or_null::schema")]
    pub low: Option<Decimal>,
    /// The upper end.
    #[serde(with = "crate::decimal::text_or_null")]
    #[schemars(schema_with = "crate::decimal::text_or_null::schema")]
    pub high: Option<Decimal>,
    /// Its unit.
    pub unit: Option<String>,
}

/// A single correction under which the text would hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reading {
    /// The claim whose figure would change.
    pub claim: String,
    /// The figure as it would then be printed.
    pub text: String,
    /// The slip that would explain it.
    pub why: String,
}

/// One relation of the article, recomputed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Check {
    /// Unique in the document: `k1`, `k2`, … in the order of the first member.
    pub id: String,
    /// What is checked.
    pub rule: CheckRule,
    /// The outcome.
    pub verdict: Verdict,
    /// The claims it ties together.
    pub members: Members,
    /// For a sum: whether all its parts are given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complete: Option<bool>,
    /// The printed figure that was held against the computed one; null where it is not stated.
    pub printed: Option<Printed>,
    /// What follows from the other members.
    pub computed: Option<Computed>,
    /// One sentence: what is printed and what follows.
    pub message: String,
    /// Corrections that would repair an inconsistency, most likely first.
    pub readings: Vec<Reading>,
}

/// A claim that no check could use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unchecked {
    /// Its id.
    pub claim: String,
    /// Why.
    pub why: String,
}

/// How much of the article could be checked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Coverage {
    /// Quantities found.
    pub quantities: u32,
    /// Claims made of them.
    pub claims: u32,
    /// Claims that are a member of some relation.
    pub checkable: u32,
    /// Claims that are a member of a relation that was computed and held against a printed figure or derived one.
    pub checked: u32,
    /// The claims that were not, and why.
    pub unchecked: Vec<Unchecked>,
}
