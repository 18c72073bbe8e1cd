//! What a statement measures, where no noun of its own says it.

use super::{referent::Sort, subject::Resolved};
use crate::{
    claim::{Kind, Metric, Role},
    lexicon::{
        Sense, Words,
        metrics::MetricId,
        verbs::Frame,
    },
    mention::{Mentions, quantity::Unit},
    parse::{Parse, Statement, clause::ZoneKind, metric::MetricUse},
};

/// A metric and the rule that implied it, if no word names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Measured {
    pub(super) metric: Option<Metric>,
    pub(super) implied: Option<&'static str>,
}

/// The metric that a statement's own words name.
pub(super) fn stated(words: &Words, mentions: &Mentions, parse: &Parse, statement: &Statement) -> Option<Metric> {
    let noun = statement.metric.filter(|noun| noun.metric != MetricId::OTHER && !noun.weak);
    let verb = parse.predicates[statement.clause].verb(words);
    let of_verb = verb.and_then(|verb| verb.metric.as_deref());
    let kind = mentions.quantities[statement.quantity].kind;
    // *strich 300 Stellen*: the verb says what becomes of those that are counted.
    let moves_counted = verb.is_some_and(|verb| verb.role == Some(Role::Change))
        && noun.is_some_and(|noun| Some(noun.metric) == MetricId::find("employees"));
    // The verb decides over a noun from elsewhere: *verdiente* beside last sentence's revenue.
    if let Some(id) = of_verb.filter(|_| noun.is_none() || !statement.metric_is_own || moves_counted) {
        // Sold for money is a price paid for the whole, sold by number is units.
        let id = if id == "unit_sales" && kind == Kind::Money { "deal_value" } else { id };
        return Some(Metric { id: id.to_owned(), text: None, start: None, end: None });
    }
    let Some(noun) = statement.metric.filter(|noun| noun.metric != MetricId::OTHER) else {
        return of_comparative(words, parse, statement).or_else(|| noun_metric(words, statement.metric?));
    };
    noun_metric(words, noun)
}

/// *teurer*, *billiger*: the comparative of the figure's clause names a price.
fn of_comparative(words: &Words, parse: &Parse, statement: &Statement) -> Option<Metric> {
    let zones = &parse.clauses.clauses[statement.clause].zones;
    let bracket = statement.zone.checked_sub(1).filter(|_| parse.clauses.zones[statement.zone].kind == ZoneKind::Bracket);
    let found = zones.iter().copied().chain(bracket).find_map(|zone| {
        let of = parse.clauses.zones[zone];
        (of.first..of.end).find_map(|at| {
            words.find(at, |sense| match sense {
                Sense::ChangeAdverb(_, metric) => metric,
                _ => None,
            })
        })
    })?;
    let id = words.lexicon.metric_names.get(usize::from(found.0))?.clone();
    Some(Metric { id, text: None, start: None, end: None })
}

fn noun_metric(words: &Words, noun: MetricUse) -> Option<Metric> {
    let id = words.lexicon.metric_names.get(usize::from(noun.metric.0))?.clone();
    let span = noun.span;
    Some(Metric {
        id,
        text: span.map(|span| words.document.surface(span).to_owned()),
        start: span.map(|span| span.start),
        end: span.map(|span| span.end),
    })
}

/// Completes a metric from the subject, the verb or the statement before.
pub(super) fn complete(
    words: &Words,
    mentions: &Mentions,
    parse: &Parse,
    statement: &Statement,
    stated: Option<Metric>,
    subject: &Resolved,
    before: Option<(&Statement, &Metric)>,
    market: bool,
) -> Measured {
    if let Some(metric) = &stated
        && metric.id != "other"
    {
        // *Die Anteile verteuerten sich* is about their price.
        if metric.id == "stake" && market && statement.governor.role == Role::Change {
            return Measured { metric: Some(Metric { id: "share_price".to_owned(), ..metric.clone() }), implied: None };
        }
        return Measured { metric: stated, implied: None };
    }
    let implied = |id: &str, rule: &'static str| Measured {
        metric: Some(Metric {
            id: id.to_owned(),
            text: stated.as_ref().and_then(|metric| metric.text.clone()),
            start: stated.as_ref().and_then(|metric| metric.start),
            end: stated.as_ref().and_then(|metric| metric.end),
        }),
        implied: Some(rule),
    };
    let quantity = &mentions.quantities[statement.quantity];
    let sort = subject.referents.first().map(|referent| referent.sort);
    let changes = statement.governor.role == Role::Change;
    match sort {
        Some(Sort::Index) if quantity.kind != Kind::Money => return implied("index_level", "metric.index"),
        Some(Sort::Currency) if !matches!(quantity.kind, Kind::Count | Kind::Measure) => {
            return implied("exchange_rate", "metric.currency");
        }
        Some(Sort::Commodity) => {
            let name = subject.referents.first().map_or("", |referent| referent.name.as_str());
            return implied(words.lexicon.names.commodity_metric(name).unwrap_or("price"), "metric.commodity");
        }
        _ => {}
    }
    if quantity.unit == Unit::Points {
        return implied("index_level", "metric.points");
    }
    // An ellipsis goes on with what the sentence was measuring.
    if let Some((earlier, metric)) = before
        && stated.is_none()
        && metric.id != "other"
        && (changes || mentions.quantities[earlier.quantity].kind == quantity.kind)
        && (earlier.sentence == statement.sentence || quantity.kind != Kind::Count)
    {
        let mut metric = metric.clone();
        if earlier.zone != statement.zone {
            (metric.start, metric.end) = (None, None);
        }
        return Measured { metric: Some(metric), implied: Some("metric.ellipsis") };
    }
    let verb = parse.predicates[statement.clause].verb(words);
    let grows = verb.is_some_and(|verb| verb.frame == Frame::Change) || statement.governor.change_noun.is_some();
    if changes && grows && sort == Some(Sort::Place) && stated.is_none() {
        return implied("gdp", "metric.growth_of_a_place");
    }
    if changes && market && sort == Some(Sort::Company) && stated.is_none() && quantity.kind == Kind::Percent {
        return implied("share_price", "metric.market");
    }
    Measured { metric: stated, implied: None }
}
