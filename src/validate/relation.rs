//! A relation between figures: a constraint that can be asked whether it holds, and solved for one member.

use super::{conversion, difference, figure::View, growth, product, share, sum};
use crate::{
    check::{CheckRule, Members},
    claim::Kind,
    interval::Interval,
};

/// How sure it is that the text means the relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Confidence {
    /// The figures are of one matter and the arithmetic is right; were it not, nothing would be said.
    Arithmetic,
    /// Likely, but another reading is possible: a contradiction is said in strict mode only.
    Likely,
    /// Grammar ties the figures, or subject, metric, period and base agree.
    Sure,
}

/// The members of a relation, by their place among the figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Ties {
    /// new = old × (1 ± change), old × multiple, old ± amount.
    Growth { old: Option<usize>, new: Option<usize>, change: Option<usize> },
    /// The parts add up to the whole, or stay below it; `rest` where what is left has a name.
    Sum { whole: Option<usize>, parts: Vec<usize>, complete: bool, rest: bool },
    /// part = whole × percent.
    Share { part: Option<usize>, whole: Option<usize>, percent: Option<usize> },
    /// total = price × count.
    Product { price: Option<usize>, count: Option<usize>, total: Option<usize> },
    /// The same amount in two currencies or units; the rate of `b` for one `a`, and how it is named.
    Conversion { a: usize, b: usize, rate: Interval },
    /// a − b = gap.
    Difference { a: Option<usize>, b: Option<usize>, gap: Option<usize> },
    /// The same figure twice.
    Repeated { a: usize, b: usize },
}

/// A relation with how sure it is.
#[derive(Debug, Clone)]
pub(crate) struct Relation {
    /// The members.
    pub ties: Ties,
    /// How sure.
    pub confidence: Confidence,
}

/// What follows for one member.
#[derive(Debug, Clone)]
pub(crate) struct Solved {
    /// The name of the member.
    pub of: &'static str,
    /// The figure that prints it.
    pub printed: Option<usize>,
    /// What follows from the others.
    pub interval: Interval,
    /// Its kind.
    pub kind: Kind,
    /// Its unit.
    pub unit: Option<String>,
}

/// How a relation looks figures up.
pub(crate) type Look<'l, 'a> = &'l dyn Fn(usize) -> View<'a>;

impl Ties {
    /// The rule of the output.
    pub(crate) fn rule(&self) -> CheckRule {
        match self {
            Self::Growth { .. } => CheckRule::Growth,
            Self::Sum { .. } => CheckRule::Sum,
            Self::Share { .. } => CheckRule::Share,
            Self::Product { .. } => CheckRule::Product,
            Self::Conversion { .. } => CheckRule::Conversion,
            Self::Difference { .. } => CheckRule::Difference,
            Self::Repeated { .. } => CheckRule::Repeated,
        }
    }

    /// The stated members.
    pub(crate) fn stated(&self) -> Vec<usize> {
        let few: [Option<usize>; 3] = match self {
            Self::Growth { old, new, change } => [*old, *new, *change],
            Self::Sum { whole, parts, .. } => {
                return whole.iter().copied().chain(parts.iter().copied()).collect();
            }
            Self::Share { part, whole, percent } => [*part, *whole, *percent],
            Self::Product { price, count, total } => [*price, *count, *total],
            Self::Conversion { a, b, .. } | Self::Repeated { a, b } => [Some(*a), Some(*b), None],
            Self::Difference { a, b, gap } => [*a, *b, *gap],
        };
        few.into_iter().flatten().collect()
    }

    /// Whether a member is missing that follows from the others.
    pub(crate) fn is_open(&self) -> bool {
        match self {
            Self::Sum { whole, rest, .. } => whole.is_none() || *rest,
            Self::Conversion { .. } | Self::Repeated { .. } => false,
            _ => self.stated().len() < 3,
        }
    }

    /// Whether the figures can meet under some reading of the words; true where a member is missing.
    pub(crate) fn holds(&self, look: Look<'_, '_>) -> bool {
        let three =
            |a: Option<usize>, b: Option<usize>, c: Option<usize>| Some((look(a?), look(b?), look(c?)));
        match self {
            Self::Growth { old, new, change } => {
                three(*old, *new, *change).is_none_or(|(old, new, change)| growth::holds(&old, &new, &change))
            }
            Self::Share { part, whole, percent } => three(*part, *whole, *percent)
                .is_none_or(|(part, whole, percent)| share::holds(&part, &whole, &percent)),
            Self::Product { price, count, total } => three(*price, *count, *total)
                .is_none_or(|(price, count, total)| product::holds(&price, &count, &total)),
            Self::Difference { a, b, gap } => {
                three(*a, *b, *gap).is_none_or(|(a, b, gap)| difference::holds(&a, &b, &gap))
            }
            Self::Sum { whole, parts, complete, .. } => whole.is_none_or(|whole| {
                let parts: Vec<_> = parts.iter().map(|part| look(*part)).collect();
                sum::holds(&look(whole), &parts, *complete)
            }),
            Self::Conversion { a, b, rate } => conversion::holds(&look(*a), &look(*b), rate),
            Self::Repeated { a, b } => look(*a).interval.meet(&look(*b).interval).is_some(),
        }
    }

    /// The member to show: the missing one, or the one that is held against the others.
    pub(crate) fn solve(&self, look: Look<'_, '_>) -> Option<Solved> {
        let see = |at: &Option<usize>| at.map(look);
        match self {
            Self::Growth { old, new, change } => {
                growth::solve(see(old).as_ref(), see(new).as_ref(), see(change).as_ref(), *change)
            }
            Self::Share { part, whole, percent } => {
                share::solve(see(part).as_ref(), see(whole).as_ref(), see(percent).as_ref(), *part)
            }
            Self::Product { price, count, total } => {
                product::solve(see(price).as_ref(), see(count).as_ref(), see(total).as_ref(), *total)
            }
            Self::Difference { a, b, gap } => {
                difference::solve(see(a).as_ref(), see(b).as_ref(), see(gap).as_ref(), *gap)
            }
            Self::Sum { whole, parts, complete, .. } => {
                let views: Vec<_> = parts.iter().map(|part| look(*part)).collect();
                sum::solve(see(whole).as_ref(), &views, *complete, *whole)
            }
            Self::Conversion { a, b, rate } => Some(conversion::solve(&look(*a), &look(*b), rate, *b)),
            Self::Repeated { a, b } => {
                let first = look(*a);
                let quantity = &first.figure.claim.quantity;
                Some(Solved {
                    of: "b",
                    printed: Some(*b),
                    interval: first.interval,
                    kind: first.kind,
                    unit: quantity.unit.clone(),
                })
            }
        }
    }

    /// The members as the output names them.
    pub(crate) fn members(&self, id: impl Fn(usize) -> String) -> Members {
        let id = |at: &Option<usize>| at.map(&id);
        match self {
            Self::Growth { old, new, change } => {
                Members::Growth { old: id(old), new: id(new), change: id(change) }
            }
            Self::Sum { whole, parts, .. } => Members::Sum {
                whole: id(whole),
                parts: parts.iter().filter_map(|part| id(&Some(*part))).collect(),
            },
            Self::Share { part, whole, percent } => {
                Members::Share { part: id(part), whole: id(whole), percent: id(percent) }
            }
            Self::Product { price, count, total } => {
                Members::Product { price: id(price), count: id(count), total: id(total) }
            }
            Self::Difference { a, b, gap } => Members::Difference { a: id(a), b: id(b), gap: id(gap) },
            Self::Conversion { a, b, .. } | Self::Repeated { a, b } => {
                Members::Pair { a: id(&Some(*a)), b: id(&Some(*b)) }
            }
        }
    }
}
