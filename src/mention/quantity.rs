//! Numbers that say how much or how many.

use super::{Period, Place};
use crate::{
    claim::{Kind, Modifier, Range},
    decimal::Decimal,
    interval::Interval,
    lexicon::Words,
    span::Span,
};

/// What a quantity is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A currency, by its place in the lexicon.
    Currency(u16),
    /// A physical unit, by its place in the lexicon.
    Measure(u16),
    /// `%`.
    Percent,
    /// `pp`.
    Point,
    /// `x`.
    Times,
    /// Index points.
    Points,
    /// The noun that is counted.
    Noun(Span),
    /// None: a bare number.
    None,
}

/// A number with its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// Where it stands, modifiers outside.
    pub place: Place,
    /// What sort it is.
    pub kind: Kind,
    /// The value; `None` exactly when `range` is set.
    pub value: Option<Decimal>,
    /// Both ends of a range.
    pub range: Option<Range>,
    /// What it is counted in.
    pub unit: Unit,
    /// The word that loosens it.
    pub modifier: Option<Modifier>,
    /// The first token of number or modifier: where the number's phrase begins.
    pub phrase_first: u32,
    /// Every number that it can stand for.
    pub interval: Interval,
    /// For a multiple or an adjective that says which way: *verdoppelt* up, *halbiert* down.
    pub direction: Option<crate::claim::Direction>,
    /// Whether it makes a claim; bare numbers and *Zehn-Euro-Schein* do not.
    pub claims: bool,
    /// The index of the quantity before it that it repeats in another currency or unit, by its brackets.
    pub repeats: Option<u32>,
}

/// The quantities of a document.
pub fn find(_words: &Words, _periods: &[Period]) -> Vec<Quantity> {
    Vec::new()
}

impl Quantity {
    /// Stub.
    pub fn unit_text(&self, _words: &Words) -> Option<String> { None }
}
