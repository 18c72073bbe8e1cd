//! What can be measured: metric nouns, adjectives that refine them, perimeters.

use super::{sense::Sense, table::Builder};
use crate::{claim::Scope, error::Error};
use serde::Deserialize;

/// The ids of the built-in metrics; users' lexicons may add others.
pub const METRICS: &[&str] = &[
    "other",
    "revenue",
    "operating_profit",
    "ebitda",
    "net_income",
    "profit",
    "pretax_profit",
    "loss",
    "margin",
    "dividend",
    "earnings_per_share",
    "capital_expenditure",
    "investment",
    "research_expense",
    "cost",
    "savings",
    "writedown",
    "debt",
    "cash",
    "equity",
    "total_assets",
    "market_cap",
    "valuation",
    "share_price",
    "index_level",
    "order_intake",
    "order_backlog",
    "production",
    "unit_sales",
    "employees",
    "jobs_cut",
    "jobs_added",
    "market_share",
    "stake",
    "price",
    "deal_value",
    "funding",
    "fine",
    "damage",
    "customers",
    "users",
    "passengers",
    "stores",
    "gdp",
    "inflation",
    "unemployment_rate",
    "unemployed",
    "interest_rate",
    "exchange_rate",
    "exports",
    "imports",
    "trade_balance",
    "budget",
    "spending",
    "subsidy",
    "deficit",
    "public_debt",
    "tax",
    "tax_revenue",
    "wage",
    "pension",
    "rent",
    "population",
    "vote_share",
    "seats",
    "turnout",
    "oil_price",
    "energy_consumption",
    "emissions",
    "capacity",
    "insolvencies",
    "insolvency_claims",
    "overnight_stays",
    "donations",
];

/// Metrics whose figures are made or read off again for every period that news reports on: flows of a year or quarter,
/// prices and rates of a day. What merely stands (staff, debt, a stake) or happened once (a deal, a fine) is not among
/// them: a reader does not tie it to the quarter that the text is about.
const PERIODIC: &[&str] = &[
    "revenue",
    "operating_profit",
    "ebitda",
    "net_income",
    "profit",
    "pretax_profit",
    "loss",
    "margin",
    "dividend",
    "earnings_per_share",
    "capital_expenditure",
    "research_expense",
    "writedown",
    "share_price",
    "index_level",
    "order_intake",
    "production",
    "unit_sales",
    "passengers",
    "gdp",
    "inflation",
    "unemployment_rate",
    "unemployed",
    "interest_rate",
    "exchange_rate",
    "exports",
    "imports",
    "trade_balance",
    "spending",
    "deficit",
    "tax_revenue",
    "rent",
    "turnout",
    "oil_price",
    "price",
    "energy_consumption",
    "emissions",
    "insolvencies",
    "insolvency_claims",
    "overnight_stays",
    "market_share",
    "donations",
];

/// Whether figures of a metric belong to the period that a text reports on even where it is not said again.
pub fn is_periodic(id: &str) -> bool {
    PERIODIC.contains(&id)
}

/// A metric by its place in [`Lexicon::metric_names`](super::Lexicon::metric_names).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MetricId(pub u16);

impl MetricId {
    /// A measurable thing without an id of its own.
    pub const OTHER: Self = Self(0);

    /// The built-in metric of that name.
    pub fn find(name: &str) -> Option<Self> {
        METRICS.iter().position(|&metric| metric == name).map(|place| Self(place as u16))
    }
}

/// A word of the grammar of metrics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MetricWord {
    /// Names a metric; `weak` where a better noun wins (*Zahl*, *Wert*).
    Noun {
        /// Which.
        metric: MetricId,
        /// A better noun wins.
        weak: bool,
        /// A percentage of it is a part of a whole: *Marktanteil*.
        share: bool,
    },
    /// An adjective or phrase that turns one metric into another, by its place in the list of refinements.
    Refines(u16),
    /// A perimeter.
    Scope(Scope),
}

/// Pairs of metrics: the first becomes the second.
pub type Refinement = Vec<(MetricId, MetricId)>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    metric: Vec<Entry>,
    adjective: Vec<RefineEntry>,
    post: Vec<RefineEntry>,
    scope: Vec<ScopeEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    forms: String,
    #[serde(default)]
    head: bool,
    #[serde(default)]
    weak: bool,
    #[serde(default)]
    share: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RefineEntry {
    forms: String,
    refines: Vec<(String, String)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScopeEntry {
    forms: String,
    id: Scope,
}

/// Reads the metrics; returns the refinements.
pub(super) fn load(to: &mut Builder) -> Result<Vec<Refinement>, Error> {
    const FILE: &str = "metrics.toml";
    let find = |name: &str| {
        MetricId::find(name).ok_or_else(|| Error::Lexicon {
            file: FILE.to_owned(),
            what: format!("there is no metric `{name}`"),
        })
    };
    let file: File = super::read(FILE, include_str!("metrics.toml"))?;
    for entry in file.metric {
        let sense = Sense::Metric(MetricWord::Noun {
            metric: find(&entry.id)?,
            weak: entry.weak,
            share: entry.share,
        });
        if entry.head {
            to.add_head_forms(&entry.forms, sense);
        } else {
            to.add_forms(&entry.forms, sense);
        }
    }
    let mut refinements = Vec::new();
    for entry in file.adjective.into_iter().chain(file.post) {
        let pairs = entry.refines.iter().map(|(from, to)| Ok((find(from)?, find(to)?)));
        to.add_forms(&entry.forms, Sense::Metric(MetricWord::Refines(refinements.len() as u16)));
        refinements.push(pairs.collect::<Result<_, Error>>()?);
    }
    for entry in file.scope {
        to.add_forms(&entry.forms, Sense::Metric(MetricWord::Scope(entry.id)));
    }
    Ok(refinements)
}
