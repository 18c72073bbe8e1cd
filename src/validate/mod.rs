//! Validation: which figures of an article agree, which contradict each other, and which follow that nobody printed.
//!
//! An article is a system of equations over rounded numbers. Each check of the list below finds relations among the
//! claims and reads them as constraints over intervals. A relation whose members are all stated is *consistent* if some
//! numbers inside the intervals satisfy it and *inconsistent* if none do; one that lacks a member is *derivable*.
//! [`validate`] sees claims alone, never the text: they may come from this program or from a file.
//!
//! # Right when it speaks
//!
//! A false alarm costs more trust than a miss. Every relation carries how sure it is that the text means it: tied by
//! grammar or by equal subject, metric, perimeter, period and base (*sure*); likely; or noticed only because the
//! arithmetic is right. Only a sure relation is ever called inconsistent; [`Settings::strict`] adds the likely ones.
//!
//! # What counts as rounding
//!
//! A figure is wrong only outside its *tolerance*, which is wider than its printed interval: a whole unit of the last
//! printed digit, trailing zeros, twice the slack of *rund*, a tenth beyond *verdoppelt*.
//!
//! # Bounds
//!
//! Every look-up is limited to a window of neighbours, so that the time grows with the number of claims alone.
//!
//! # Example
//!
//! ```
//! use zahlenwerk::{claim::Claim, check::Verdict, validate::{Settings, validate}};
//! # let claim = |id: &str, text: &str, value: &str, low: &str, high: &str, role: &str, part: &str| {
//! #     let (kind, unit) = if role == "change" { ("percent", "%") } else { ("money", "EUR") };
//! #     let direction = if role == "change" { "\"up\"" } else { "null" };
//! #     let start = id.trim_start_matches('c').parse::<u32>().unwrap() * 20;
//! #     let json = format!(r#"{{"id":"{id}","sentence":1,"role":"{role}","direction":{direction},"quantity":{{"start":{start},
//! #         "end":{},"text":"{text}","kind":"{kind}","value":"{value}","unit":"{unit}","range":null,"modifier":null,
//! #         "interval":{{"low":"{low}","high":"{high}"}}}},"subjects":[],"joint":false,"metric":null,"period":null,"base":null,
//! #         "modality":"reported","attribution":null,"equivalent_of":null,"link":{{"statement":1,"part":"{part}"}}}}"#, start + 10);
//! #     serde_json::from_str::<Claim>(&json).unwrap()
//! # };
//! // Der Umsatz stieg um 5 Prozent auf 24 Euro, nach 20 Euro im Vorjahr.
//! let claims = [
//!     claim("c1", "5 Prozent", "5", "4.5", "5.5", "change", "change"),
//!     claim("c2", "24 Euro", "24", "23.5", "24.5", "level", "new"),
//!     claim("c3", "20 Euro", "20", "19.5", "20.5", "level", "old"),
//! ];
//! let validation = validate(&claims, None, &Settings::default());
//! assert_eq!(validation.checks[0].verdict, Verdict::Inconsistent);
//! assert_eq!(
//!     validation.checks[0].message,
//!     "24 Euro after 20 Euro is a change of 14.6 to 25.7 percent, but the text says 5 Prozent up",
//! );
//! ```

mod article;
mod bounds;
mod conversion;
mod difference;
mod figure;
mod growth;
mod message;
mod network;
mod pairing;
mod product;
pub mod rates;
mod readings;
mod relation;
mod repeated;
mod share;
mod sum;
mod units;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod notation;

pub use message::Language;

use crate::{
    check::{Check, CheckRule, Computed, Coverage, Printed, Reading, Unchecked, Verdict},
    claim::Claim,
};
use article::Article;
use figure::View;
use jiff::civil::Date;
use relation::{Confidence, Relation, Ties};
use std::collections::{HashMap, HashSet};

/// Finds the relations of one kind.
type Find = fn(&Article<'_>, &mut Vec<Relation>);

/// The checks, in the order in which they look.
const CHECKS: &[(CheckRule, Find)] = &[
    (CheckRule::Growth, growth::find),
    (CheckRule::Sum, sum::find),
    (CheckRule::Share, share::find),
    (CheckRule::Product, product::find),
    (CheckRule::Conversion, conversion::find),
    (CheckRule::Difference, difference::find),
    (CheckRule::Repeated, repeated::find),
];

/// What counts as rounding, in Markdown.
pub const ROUNDING: &str = include_str!("pages/rounding.md");

/// The manual page of a check, in Markdown: the text that opens its module.
pub const fn page(rule: CheckRule) -> &'static str {
    match rule {
        CheckRule::Growth => include_str!("pages/growth.md"),
        CheckRule::Sum => include_str!("pages/sum.md"),
        CheckRule::Share => include_str!("pages/share.md"),
        CheckRule::Product => include_str!("pages/product.md"),
        CheckRule::Conversion => include_str!("pages/conversion.md"),
        CheckRule::Difference => include_str!("pages/difference.md"),
        CheckRule::Repeated => include_str!("pages/repeated.md"),
    }
}

/// How to validate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// The language of messages.
    pub language: Language,
    /// Whether contradictions that are only likely are reported too.
    pub strict: bool,
}

/// What validation finds in one article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Validation {
    /// One for each relation, in the order of their first member.
    pub checks: Vec<Check>,
    /// How much could be checked.
    pub coverage: Coverage,
    /// Where the work was cut short.
    pub notes: Vec<String>,
}

/// Recomputes every figure that the claims let it recompute.
///
/// `date` is the day of the article; without it amounts in two currencies are held against the rates of their period
/// alone.
pub fn validate(claims: &[Claim], date: Option<Date>, settings: &Settings) -> Validation {
    let article = Article::new(claims, date);
    let mut relations = Vec::new();
    for (_, find) in CHECKS {
        find(&article, &mut relations);
    }
    let relations = settle(relations, &article, *settings);
    let system = network::solve(&article, &relations, settings.strict);
    let mut broken: HashMap<usize, Vec<usize>> = HashMap::new();
    for core in &system.cores {
        if let Some(last) = core.last() {
            broken.insert(*last, core.clone());
        }
    }
    let mut touching: HashMap<usize, Vec<usize>> = HashMap::new();
    for (place, relation) in relations.iter().enumerate() {
        for at in relation.ties.stated() {
            touching.entry(at).or_default().push(place);
        }
    }
    let touching = |at: usize| touching.get(&at).cloned().unwrap_or_default();
    let mut checks: Vec<(usize, Check)> = Vec::new();
    for (place, relation) in relations.iter().enumerate() {
        if let Some(mut check) = judge(relation, &article, &relations, &touching, *settings) {
            if let Some(core) = broken.get(&place) {
                let members: Vec<usize> =
                    core.iter().flat_map(|place| relations[*place].ties.stated()).collect();
                check.verdict = Verdict::Inconsistent;
                check.message.push_str(&message::core(&members, &article.figures, settings.language));
            }
            checks.push((relation.ties.stated().into_iter().min().unwrap_or(0), check));
        }
    }
    checks.sort_by_key(|(first, _)| *first);
    let mut checks: Vec<Check> = checks.into_iter().map(|(_, check)| check).collect();
    for (at, check) in checks.iter_mut().enumerate() {
        check.id = format!("k{}", at + 1);
    }
    let coverage = coverage(&article, &relations, &checks, *settings);
    let notes =
        if system.stopped { vec![message::stopped(settings.language).to_owned()] } else { Vec::new() };
    Validation { checks, coverage, notes }
}

/// One relation for each rule and set of members, without those that say less than another, and without doubtful ones
/// that the arithmetic refutes.
fn settle(relations: Vec<Relation>, article: &Article<'_>, settings: Settings) -> Vec<Relation> {
    let mut kept: Vec<Relation> = Vec::new();
    let mut seen: HashMap<(&str, Vec<usize>), usize> = HashMap::new();
    for relation in relations {
        let Some(relation) = accept(relation, article, settings) else { continue };
        let mut members = relation.ties.stated();
        members.sort_unstable();
        match seen.get(&(relation.ties.rule().name(), members.clone())) {
            Some(place) if kept[*place].confidence < relation.confidence => kept[*place] = relation,
            Some(_) => {}
            None => {
                seen.insert((relation.ties.rule().name(), members), kept.len());
                kept.push(relation);
            }
        }
    }
    let mut said_more: HashSet<(usize, usize)> = HashSet::new();
    for relation in &kept {
        if let Ties::Growth { old: Some(old), new: Some(new), change: Some(change) } = relation.ties {
            for (a, b) in [(old, new), (new, change), (old, change)] {
                said_more.insert((a.min(b), a.max(b)));
            }
        }
    }
    let sums: Vec<(usize, Vec<usize>)> = kept
        .iter()
        .filter_map(|relation| match &relation.ties {
            Ties::Sum { whole: Some(whole), parts, complete: true, .. } => Some((*whole, parts.clone())),
            _ => None,
        })
        .collect();
    let in_sum = |whole: usize, some: &[usize]| {
        let inside =
            |parts: &[usize]| parts.len() > some.len() && some.iter().all(|part| parts.contains(part));
        sums.iter().any(|(total, parts)| *total == whole && inside(parts))
    };
    kept.retain(|relation| match (&relation.ties, relation.ties.stated().as_slice()) {
        (Ties::Growth { .. }, [a, b]) => !said_more.contains(&(*a.min(b), *a.max(b))),
        (Ties::Sum { whole: Some(whole), parts, .. }, _) => !in_sum(*whole, parts),
        (Ties::Share { part: Some(part), whole: Some(whole), percent: None }, _) => !in_sum(*whole, &[*part]),
        _ => true,
    });
    kept
}

/// The relation as far as it can be upheld.
fn accept(relation: Relation, article: &Article<'_>, settings: Settings) -> Option<Relation> {
    let tolerant = |at: usize| View::tolerant(&article.figures[at]);
    let holds = relation.ties.holds(&tolerant);
    if relation.ties.rule() == CheckRule::Repeated {
        let said = relation.confidence == Confidence::Sure || settings.strict;
        return (!holds && said).then_some(relation);
    }
    let denied = |at: usize| article.figures[at].claim.modality == crate::claim::Modality::Denied;
    let doubtful = relation.ties.stated().into_iter().any(denied);
    let sure = relation.confidence == Confidence::Sure && !doubtful;
    if holds || sure || settings.strict && relation.confidence >= Confidence::Likely {
        return Some(relation);
    }
    match relation.ties {
        Ties::Growth { new: Some(new), change: Some(change), .. } => Some(Relation {
            ties: Ties::Growth { old: None, new: Some(new), change: Some(change) },
            confidence: relation.confidence,
        }),
        _ => None,
    }
}

/// The check that a relation makes.
fn judge(
    relation: &Relation,
    article: &Article<'_>,
    relations: &[Relation],
    touching: &dyn Fn(usize) -> Vec<usize>,
    settings: Settings,
) -> Option<Check> {
    let figures = &article.figures;
    let ties = &relation.ties;
    let verdict = if !ties.holds(&|at| View::tolerant(&figures[at])) {
        Verdict::Inconsistent
    } else if ties.is_open() {
        Verdict::Derivable
    } else {
        Verdict::Consistent
    };
    let solved = ties.solve(&|at| View::printed(&figures[at]))?;
    if verdict == Verdict::Derivable && solved.interval.low.is_none() && solved.interval.high.is_none() {
        return None;
    }
    let id = |at: usize| figures[at].claim.id.clone();
    let readings = if verdict == Verdict::Inconsistent {
        readings::find(relation, figures, relations, touching)
    } else {
        Vec::new()
    };
    let shown = bounds::shown(solved.interval);
    let complete = if let Ties::Sum { complete, .. } = ties { Some(*complete) } else { None };
    Some(Check {
        id: String::new(),
        rule: ties.rule(),
        verdict,
        members: ties.members(id),
        complete,
        printed: solved.printed.map(|at| {
            let quantity = &figures[at].claim.quantity;
            Printed {
                claim: id(at),
                kind: quantity.kind,
                low: quantity.interval.low,
                high: quantity.interval.high,
                unit: quantity.unit.clone(),
            }
        }),
        message: message::sentence(ties, verdict, figures, &solved, settings.language),
        computed: Some(Computed {
            of: solved.of.to_owned(),
            kind: solved.kind,
            low: shown.low,
            high: shown.high,
            unit: solved.unit,
        }),
        readings: readings
            .into_iter()
            .map(|reading| Reading {
                claim: id(reading.at),
                text: reading.text,
                why: reading.slip.why(settings.language).to_owned(),
            })
            .collect(),
    })
}

fn coverage(article: &Article<'_>, relations: &[Relation], checks: &[Check], settings: Settings) -> Coverage {
    let figures = &article.figures;
    let count =
        |flags: &[bool]| u32::try_from(flags.iter().filter(|flag| **flag).count()).unwrap_or(u32::MAX);
    let mut checkable = vec![false; figures.len()];
    for at in relations.iter().flat_map(|relation| relation.ties.stated()) {
        checkable[at] = true;
    }
    let mut checked = vec![false; figures.len()];
    for at in checks.iter().flat_map(|check| check.members.stated()).filter_map(|id| article.find(id)) {
        checked[at] = true;
    }
    let unchecked =
        figures.iter().zip(&checked).filter(|(_, checked)| !**checked).map(|(figure, _)| Unchecked {
            claim: figure.claim.id.clone(),
            why: message::unchecked(figure, settings.language).to_owned(),
        });
    let all = u32::try_from(figures.len()).unwrap_or(u32::MAX);
    Coverage {
        quantities: all,
        claims: all,
        checkable: count(&checkable),
        checked: count(&checked),
        unchecked: unchecked.collect(),
    }
}
