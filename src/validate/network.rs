//! The article as one system: every sure relation narrows its members until nothing changes.
//!
//! Each figure starts with its tolerance. A relation is solved for one member after the other, and the member keeps only
//! what it shares with the result. If a figure is left with nothing, the relations contradict each other although each
//! of them alone can hold; then the relations are left out one by one, and those without which the contradiction goes
//! away are its core.
//!
//! A missing member is a variable too: the old level that follows from one statement is the same number as the one that
//! follows from another, if subject, metric, period and unit are the same. That these agree in everything that the text
//! leaves unsaid is likely, not sure: such contradictions are for the strict mode.
//!
//! Bounded by [`MOST_RELATIONS`] in one group of figures that hang together and by [`MOST_ROUNDS`]; what is larger is
//! left as the single relations are, and noted.

use super::{
    article::Article,
    bounds,
    figure::{Days, Figure, Topic, View},
    relation::{Confidence, Relation, Ties},
};
use crate::{claim::Kind, interval::Interval};
use std::collections::{BTreeMap, HashMap};

/// The most relations of one group that are propagated.
pub(crate) const MOST_RELATIONS: usize = 200;

/// The most rounds of one group.
pub(crate) const MOST_ROUNDS: usize = 24;

/// Relations that cannot hold together, though each can alone.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// For each contradiction the places of its relations.
    pub cores: Vec<Vec<usize>>,
    /// Whether a group was too large.
    pub stopped: bool,
}

/// A number of the system: a figure, or what a statement leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Variable {
    Stated(usize),
    Missing(Topic, Days, u32),
}

/// A growth between three variables; the one form in which relations chain over statements.
#[derive(Debug, Clone, Copy)]
struct Constraint {
    place: usize,
    old: Variable,
    new: Variable,
    change: usize,
}

/// Finds the contradictions between relations.
pub(crate) fn solve(article: &Article<'_>, relations: &[Relation], strict: bool) -> Outcome {
    let constraints: Vec<Constraint> = relations
        .iter()
        .enumerate()
        .filter_map(|(place, relation)| constraint(article, place, relation, strict))
        .collect();
    let mut outcome = Outcome::default();
    for group in groups(&constraints) {
        if group.len() > MOST_RELATIONS {
            outcome.stopped = true;
        } else if group.len() > 1 && contradicts(article, &group) {
            let mut core = group;
            let mut at = 0;
            while at < core.len() {
                let mut fewer = core.clone();
                fewer.remove(at);
                if contradicts(article, &fewer) { core = fewer } else { at += 1 }
            }
            outcome.cores.push(core.iter().map(|constraint| constraint.place).collect());
        }
    }
    outcome
}

fn constraint(article: &Article<'_>, place: usize, relation: &Relation, strict: bool) -> Option<Constraint> {
    let Ties::Growth { old, new: Some(new), change: Some(change) } = relation.ties else { return None };
    let (level, stated) = (&article.figures[new], &article.figures[change]);
    let plain = level.kind() != Kind::Percent && matches!(stated.kind(), Kind::Percent | Kind::Multiple);
    let holds = relation.ties.holds(&|at| View::tolerant(&article.figures[at]));
    if relation.confidence != Confidence::Sure
        || !plain
        || !holds
        || !level.is_fact()
        || stated.claim.direction.is_none()
    {
        return None;
    }
    let worded =
        stated.kind() == Kind::Percent && !stated.claim.quantity.text.contains(|c: char| c.is_ascii_digit());
    let missing = || {
        let known = strict && level.topic.who != 0 && level.topic.what != 0 && level.topic == stated.topic;
        stated.base.filter(|_| known).map(|base| Variable::Missing(level.topic, base, level.unit))
    };
    let old = old.map(Variable::Stated).or_else(missing).filter(|_| !worded)?;
    Some(Constraint { place, old, new: Variable::Stated(new), change })
}

/// The first member of a group.
fn root(leader: &mut [usize], mut at: usize) -> usize {
    while leader[at] != at {
        leader[at] = leader[leader[at]];
        at = leader[at];
    }
    at
}
/// Constraints that hang together through shared variables.
fn groups(constraints: &[Constraint]) -> Vec<Vec<Constraint>> {
    let mut leader: Vec<usize> = (0..constraints.len()).collect();
    let mut first: HashMap<Variable, usize> = HashMap::new();
    for (at, constraint) in constraints.iter().enumerate() {
        for variable in [constraint.old, constraint.new, Variable::Stated(constraint.change)] {
            let other = *first.entry(variable).or_insert(at);
            let (a, b) = (root(&mut leader, at), root(&mut leader, other));
            leader[a.max(b)] = a.min(b);
        }
    }
    let mut groups: BTreeMap<usize, Vec<Constraint>> = BTreeMap::new();
    for (at, constraint) in constraints.iter().enumerate() {
        groups.entry(root(&mut leader, at)).or_default().push(*constraint);
    }
    groups.into_values().collect()
}

/// Narrows all variables to a fixed point; true if one of them is left with nothing.
fn contradicts(article: &Article<'_>, constraints: &[Constraint]) -> bool {
    let mut known: HashMap<Variable, Interval> = HashMap::new();
    for _ in 0..MOST_ROUNDS {
        let mut changed = false;
        for constraint in constraints {
            for (variable, reached) in narrowed(article, &known, constraint) {
                let before = now(article, &known, variable);
                let Some(after) = before.meet(&reached) else { return true };
                if after != before {
                    known.insert(variable, after);
                    changed = true;
                }
            }
        }
        if !changed {
            break;
        }
    }
    false
}

fn now(article: &Article<'_>, known: &HashMap<Variable, Interval>, variable: Variable) -> Interval {
    let printed = || match variable {
        Variable::Stated(at) => article.figures[at].tolerance,
        Variable::Missing(..) => Interval::default(),
    };
    known.get(&variable).copied().unwrap_or_else(printed)
}

/// What a growth leaves for its old and its new level.
fn narrowed(
    article: &Article<'_>,
    known: &HashMap<Variable, Interval>,
    constraint: &Constraint,
) -> [(Variable, Interval); 2] {
    let factor = factor(&article.figures[constraint.change]);
    let old = now(article, known, constraint.old);
    let new = now(article, known, constraint.new);
    [(constraint.new, bounds::multiply(old, factor)), (constraint.old, bounds::divide(new, factor))]
}

/// What the old level is multiplied with: every reading of the change together.
fn factor(change: &Figure<'_>) -> Interval {
    super::growth::factor(&View::tolerant(change))
}
