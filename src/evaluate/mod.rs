//! How well extractions agree with answers made by hand.
//!
//! ```
//! use zahlenwerk::{Article, Pipeline, evaluate::{Gold, Scores}, write::{Offsets, offsets}};
//! let pipeline = Pipeline::new()?;
//! let gold: Gold = serde_json::from_str(
//!     r#"{"id": "a", "text": "Nichts.", "quantities": [], "companies": [], "relations": []}"#)?;
//! let mut found = pipeline.extract(&Article { id: &gold.id, text: &gold.text, ..Article::default() });
//! offsets::convert(&mut found, &gold.text, Offsets::Chars);
//! let mut scores = Scores::default();
//! scores.add(&gold, Some(&found));
//! assert_eq!(scores.false_alarms, 0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![allow(clippy::float_arithmetic, reason = "scores are shares, not printed figures")]

mod compare;
mod confusion;
mod gold;
mod report;

use crate::{
    check::{CheckRule, Verdict},
    claim::Kind,
    extraction::Extraction,
};
use confusion::Confusion;
pub use gold::{Answer, CompanyAnswer, Days, Gold, RelationAnswer};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// The kinds that business news is made of.
pub const CORE: &[Kind] = &[Kind::Money, Kind::Percent, Kind::PercentagePoint, Kind::Multiple, Kind::Points];

/// What was found, what was to be found, and what of it was right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Right.
    pub hit: usize,
    /// Found.
    pub system: usize,
    /// To be found.
    pub gold: usize,
}

impl Tally {
    /// The right share of what was found.
    pub fn precision(self) -> f64 {
        ratio(self.hit, self.system)
    }

    /// The share of what was to be found that was found right.
    pub fn recall(self) -> f64 {
        ratio(self.hit, self.gold)
    }

    /// The harmonic mean of both.
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }

    fn plus(self, other: Self) -> Self {
        Self { hit: self.hit + other.hit, system: self.system + other.system, gold: self.gold + other.gold }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of a gold file")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// How often a field was right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// How often it was right.
    pub right: usize,
    /// How often it was compared.
    pub all: usize,
}

impl Field {
    /// The share that was right.
    pub fn share(self) -> f64 {
        ratio(self.right, self.all)
    }
}

/// Scores over any number of documents.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    /// Documents of the gold.
    pub documents: usize,
    /// Those without an extraction.
    pub missing: usize,
    /// Quantities by kind.
    pub kinds: BTreeMap<&'static str, Tally>,
    /// The fields of claims whose quantity is right, in the order in which they were first compared.
    pub fields: Vec<Field>,
    /// Claims with all their parts.
    pub claims: Tally,
    /// Companies by exact span.
    pub companies: Tally,
    /// Relations with their verdict.
    pub relations: Tally,
    /// Inconsistencies that are none.
    pub false_alarms: usize,
    kind_confusion: Confusion,
    role_confusion: Confusion,
}

/// A member of a relation: a quantity of the gold, or a claim that is none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Member {
    Quantity(i64),
    Claim(String),
}

type Relations = HashMap<(CheckRule, BTreeSet<Member>), Verdict>;

impl Scores {
    /// Compares a document's extraction, whose offsets count code points, with its gold.
    pub fn add(&mut self, gold: &Gold, found: Option<&Extraction>) {
        self.documents += 1;
        self.missing += usize::from(found.is_none());
        let claims = found.map_or(&[][..], |found| &found.claims);
        let pairs = compare::pair_up(&gold.quantities, claims);
        self.add_claims(gold, claims, &pairs);
        self.add_companies(gold, found);
        let numbers =
            pairs.iter().zip(&gold.quantities).filter_map(|(pair, answer)| Some(((*pair)?, answer.q)));
        let numbers: HashMap<&str, i64> = numbers.map(|(place, q)| (claims[place].id.as_str(), q)).collect();
        self.add_relations(gold, found, &numbers);
    }

    /// All quantities, or those of some kinds.
    pub fn quantities(&self, kinds: Option<&[Kind]>) -> Tally {
        let wanted = |name: &str| kinds.is_none_or(|kinds| kinds.iter().any(|kind| kind.name() == name));
        let tallies = self.kinds.iter().filter(|(name, _)| wanted(name)).map(|(_, tally)| *tally);
        tallies.fold(Tally::default(), Tally::plus)
    }

    fn add_claims(&mut self, gold: &Gold, claims: &[crate::claim::Claim], pairs: &[Option<usize>]) {
        let mut paired = vec![false; claims.len()];
        for (answer, pair) in gold.quantities.iter().zip(pairs) {
            self.kinds.entry(answer.kind.name()).or_default().gold += 1;
            let claim = pair.map(|place| &claims[place]);
            pair.inspect(|&place| paired[place] = true);
            self.kind_confusion
                .add(answer.kind.name(), claim.map_or(confusion::NONE, |it| it.quantity.kind.name()));
            let Some(claim) = claim.filter(|claim| compare::same_quantity(answer, &claim.quantity)) else {
                continue;
            };
            self.kinds.entry(answer.kind.name()).or_default().hit += 1;
            self.role_confusion.add(answer.role.name(), claim.role.name());
            let verdicts = compare::verdicts(answer, claim);
            for (name, right) in verdicts {
                if let Some(right) = right {
                    let field = self.field(name);
                    field.all += 1;
                    field.right += usize::from(right);
                }
            }
            let whole =
                verdicts.iter().all(|(name, right)| !compare::TUPLE.contains(name) || *right != Some(false));
            self.claims.hit += usize::from(whole);
        }
        for (claim, paired) in claims.iter().zip(paired) {
            self.kinds.entry(claim.quantity.kind.name()).or_default().system += 1;
            if !paired {
                self.kind_confusion.add(confusion::NONE, claim.quantity.kind.name());
            }
        }
        self.claims.gold += gold.quantities.len();
        self.claims.system += claims.len();
    }

    fn field(&mut self, name: &'static str) -> &mut Field {
        let place = self.fields.iter().position(|field| field.name == name).unwrap_or_else(|| {
            self.fields.push(Field { name, right: 0, all: 0 });
            self.fields.len() - 1
        });
        &mut self.fields[place]
    }

    fn add_companies(&mut self, gold: &Gold, found: Option<&Extraction>) {
        let golds: HashSet<(u32, u32)> = gold.companies.iter().map(|it| (it.start, it.end)).collect();
        let mentions = found.iter().flat_map(|found| &found.companies).flat_map(|company| &company.mentions);
        let founds: HashSet<(u32, u32)> = mentions.map(|it| (it.start, it.end)).collect();
        let hit = golds.intersection(&founds).count();
        self.companies = self.companies.plus(Tally { hit, system: founds.len(), gold: golds.len() });
    }

    fn add_relations(&mut self, gold: &Gold, found: Option<&Extraction>, numbers: &HashMap<&str, i64>) {
        let golds = gold
            .relations
            .iter()
            .map(|it| ((it.rule, it.members().map(Member::Quantity).collect()), it.verdict));
        let golds: Relations = golds.collect();
        let member =
            |id: &str| numbers.get(id).map_or_else(|| Member::Claim(id.to_owned()), |&q| Member::Quantity(q));
        let checks = found.iter().flat_map(|found| &found.checks);
        let founds =
            checks.map(|it| ((it.rule, it.members.stated().into_iter().map(member).collect()), it.verdict));
        let founds: Relations = founds.collect();
        let hit = golds.iter().filter(|(key, verdict)| founds.get(*key) == Some(*verdict)).count();
        self.relations = self.relations.plus(Tally { hit, system: founds.len(), gold: golds.len() });
        let alarms = founds.iter().filter(|(key, verdict)| {
            **verdict == Verdict::Inconsistent && golds.get(*key) != Some(&Verdict::Inconsistent)
        });
        self.false_alarms += alarms.count();
    }
}
