//! Articles with the claims that readers found in them.

use crate::{
    check::{CheckRule, Verdict},
    claim::{Direction, Kind, Modality, Modifier, Role},
    decimal::Decimal,
};
use jiff::civil::Date;
use serde::Deserialize;

/// An article with its hand-made answers. Offsets count code points.
#[derive(Debug, Clone, Deserialize)]
pub struct Gold {
    /// The document's id.
    pub id: String,
    /// The text.
    pub text: String,
    /// The date of publication.
    #[serde(default)]
    pub date: Option<Date>,
    /// Every quantity, in text order.
    pub quantities: Vec<Answer>,
    /// Every mention of a company.
    pub companies: Vec<CompanyAnswer>,
    /// Every relation that can be recomputed.
    pub relations: Vec<RelationAnswer>,
}

/// A quantity with everything that is asserted; the lists of alternatives count as right, too.
#[derive(Debug, Clone, Deserialize)]
pub struct Answer {
    /// Its number, which relations name.
    pub q: i64,
    /// Where it starts.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
    /// The surface.
    pub text: String,
    /// What sort of quantity.
    pub kind: Kind,
    /// The value; null for a range.
    #[serde(with = "crate::decimal::text_or_null")]
    pub value: Option<Decimal>,
    /// What it is counted in.
    pub unit: Option<String>,
    /// The lower end of a range.
    #[serde(with = "crate::decimal::text_or_null")]
    pub low: Option<Decimal>,
    /// The upper end of a range.
    #[serde(with = "crate::decimal::text_or_null")]
    pub high: Option<Decimal>,
    /// The word that loosens it.
    pub modifier: Option<Modifier>,
    /// What it states.
    pub role: Role,
    /// Other roles that are right.
    #[serde(default)]
    pub role_or: Vec<Role>,
    /// Which way.
    pub direction: Option<Direction>,
    /// Who or what it is about.
    pub subject: Vec<String>,
    /// Other subjects that are right.
    #[serde(default)]
    pub subject_or: Vec<Vec<String>>,
    /// What is measured.
    pub metric: String,
    /// Other metrics that are right.
    #[serde(default)]
    pub metric_or: Vec<String>,
    /// The time it holds for.
    pub period: Option<Days>,
    /// Other periods that are right.
    #[serde(default)]
    pub period_or: Vec<Option<Days>>,
    /// What a change is measured against.
    pub base: Option<Days>,
    /// Other bases that are right.
    #[serde(default)]
    pub base_or: Vec<Option<Days>>,
    /// How real it is.
    pub modality: Modality,
}

/// The days of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub struct Days {
    /// The first day, where it is fixed.
    pub from: Option<Date>,
    /// The last day, where it is fixed.
    pub to: Option<Date>,
}

/// A mention of a company.
#[derive(Debug, Clone, Deserialize)]
pub struct CompanyAnswer {
    /// The canonical short name.
    pub name: String,
    /// Where it starts.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
}

/// A relation: the numbers of its members under their names.
#[derive(Debug, Clone, Deserialize)]
pub struct RelationAnswer {
    /// What is recomputed.
    pub rule: CheckRule,
    /// The outcome.
    pub verdict: Verdict,
    /// The portions of a sum.
    #[serde(default)]
    pub parts: Vec<i64>,
    #[serde(default)]
    old: Option<i64>,
    #[serde(default)]
    new: Option<i64>,
    #[serde(default)]
    change: Option<i64>,
    #[serde(default)]
    whole: Option<i64>,
    #[serde(default)]
    part: Option<i64>,
    #[serde(default)]
    percent: Option<i64>,
    #[serde(default)]
    price: Option<i64>,
    #[serde(default)]
    count: Option<i64>,
    #[serde(default)]
    total: Option<i64>,
    #[serde(default)]
    a: Option<i64>,
    #[serde(default)]
    b: Option<i64>,
    #[serde(default)]
    gap: Option<i64>,
}

impl RelationAnswer {
    /// The numbers of all stated members.
    pub fn members(&self) -> impl Iterator<Item = i64> + '_ {
        let single = [
            self.old,
            self.new,
            self.change,
            self.whole,
            self.part,
            self.percent,
            self.price,
            self.count,
            self.total,
            self.a,
            self.b,
            self.gap,
        ];
        single.into_iter().flatten().chain(self.parts.iter().copied())
    }
}
