//! What a statement measures, where no noun of its own says it.

use super::{referent::Sort, subject::Resolved};
use crate::{
    claim::{Kind, Metric, Role},
    lexicon::{
        Sense, Words,
        metrics::MetricId,
        numbers::{NumberWord, UnitWord},
        verbs::Verb,
    },
    mention::{Mentions, Name, Quantity, name::Entity, quantity::Unit},
    parse::{
        Parse, Statement,
        clause::ZoneKind,
        metric::{MetricUse, fits, nouns, preposition_of},
    },
};
use std::collections::HashSet;

/// A metric and the rule that implied it, if no word names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Measured {
    pub(super) metric: Option<Metric>,
    pub(super) implied: Option<&'static str>,
}

/// The metric that a statement's own words name.
pub(super) fn stated(
    words: &Words,
    mentions: &Mentions,
    parse: &Parse,
    statement: &Statement,
) -> Option<Metric> {
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
        if fits(id, kind) {
            return Some(Metric { id: id.to_owned(), text: None, start: None, end: None });
        }
    }
    let Some(noun) = statement.metric.filter(|noun| noun.metric != MetricId::OTHER) else {
        return of_comparative(words, parse, statement).or_else(|| noun_metric(words, statement.metric?));
    };
    noun_metric(words, noun)
}

/// *teurer*, *billiger*: the comparative of the figure's clause names a price.
fn of_comparative(words: &Words, parse: &Parse, statement: &Statement) -> Option<Metric> {
    let zones = &parse.clauses.clauses[statement.clause].zones;
    let bracket = statement
        .zone
        .checked_sub(1)
        .filter(|_| parse.clauses.zones[statement.zone].kind == ZoneKind::Bracket);
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

/// What a statement's metric is completed from.
pub(super) struct Context<'a> {
    /// Who or what the statement is about.
    pub(super) subject: &'a Resolved,
    /// The last statement that measured something, and what.
    pub(super) topic: Option<(&'a Statement, &'a Metric)>,
    /// The text reports of a market's day.
    pub(super) market: bool,
    /// The parties that the text names.
    pub(super) parties: &'a HashSet<&'a str>,
}

/// Completes a metric from the subject, the verb or the statement before.
#[expect(clippy::too_many_lines, reason = "one list of rules in the order of their reach")]
pub(super) fn complete(
    words: &Words,
    mentions: &Mentions,
    parse: &Parse,
    statement: &Statement,
    stated: Option<Metric>,
    context: &Context,
) -> Measured {
    let quantity = &mentions.quantities[statement.quantity];
    let kind = quantity.kind;
    let leader = context.subject.referents.first();
    let sort = leader.map(|referent| referent.sort);
    let changes = statement.governor.role == Role::Change;
    let topic = context.topic.filter(|(_, metric)| fits(&metric.id, kind));
    if let Some(metric) = &stated
        && metric.id != "other"
    {
        let id = converted(words, mentions, statement, metric, context).unwrap_or(metric.id.as_str());
        let metric = Metric { id: id.to_owned(), ..metric.clone() };
        return Measured { metric: Some(metric), implied: None };
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
    let is_weak = stated.is_none() || statement.metric.is_none_or(|noun| noun.weak);
    let counted = matches!(quantity.unit, Unit::Noun(span) if quantity.place.span.contains(span));
    match sort {
        Some(Sort::Index) if !matches!(kind, Kind::Money | Kind::Count) => {
            return implied("index_level", "metric.index");
        }
        Some(Sort::Currency) if !matches!(kind, Kind::Count | Kind::Measure) => {
            return implied("exchange_rate", "metric.currency");
        }
        Some(Sort::Commodity) => {
            let volume = topic.filter(|(_, metric)| is_volume(&metric.id));
            if let Some((_, metric)) = volume.filter(|_| kind != Kind::Money) {
                return implied(&metric.id, "metric.volume");
            }
            if !matches!(kind, Kind::Measure | Kind::Count) {
                let name = leader.map_or("", |referent| referent.name.as_str());
                return implied(
                    words.lexicon.names.commodity_metric(name).unwrap_or("price"),
                    "metric.commodity",
                );
            }
        }
        Some(Sort::Institution)
            if is_weak && leader.is_some_and(|leader| context.parties.contains(leader.name.as_str())) =>
        {
            match kind {
                Kind::Percent | Kind::PercentagePoint => return implied("vote_share", "metric.party"),
                _ => {}
            }
        }
        _ => {}
    }
    let gas = words.text(quantity.place.end as usize);
    if kind == Kind::Measure
        && ["CO2", "CO₂", "Kohlendioxid", "Treibhausgas", "Methan", "Stickoxid"]
            .iter()
            .any(|head| gas.starts_with(head))
    {
        return implied("emissions", "metric.gas");
    }
    if quantity.unit == Unit::Points {
        return implied("index_level", "metric.points");
    }
    if is_quoted_rate(words, mentions, statement) {
        return implied("exchange_rate", "metric.quoted_rate");
    }
    if is_weak && says_bottom_line(words, parse, statement) && kind == Kind::Money {
        return implied(
            if is_per_share(words, quantity) { "earnings_per_share" } else { "net_income" },
            "metric.bottom_line",
        );
    }
    if names_stake(words, mentions, statement) {
        return implied("stake", "metric.share_in_a_company");
    }
    let is_share = statement.governor.role == Role::Share;
    // An ellipsis goes on with what the sentence was measuring.
    if let Some((earlier, metric)) = topic.filter(|_| is_weak)
        && metric.id != "other"
        && (changes
            || counted
            || is_share
            || mentions.quantities[earlier.quantity].kind == kind
            || statement.metric.is_none_or(is_rate))
        && (!counted || earlier.sentence == statement.sentence && is_counted(&metric.id))
    {
        let mut metric = metric.clone();
        if earlier.zone != statement.zone {
            (metric.start, metric.end) = (None, None);
        }
        if let Some(id) = converted(words, mentions, statement, &metric, context) {
            id.clone_into(&mut metric.id);
        }
        return Measured { metric: Some(metric), implied: Some("metric.ellipsis") };
    }
    let opener = parse.clauses.zones[statement.zone].first;
    let per_share = is_per_share(words, quantity) || kind == Kind::Money && divides_by_share(words, opener);
    if per_share && (stated.is_none() || is_weak) {
        let offered = verb_of(words, parse, statement)
            .is_some_and(|verb| matches!(verb.lemma.as_str(), "bieten" | "zahlen" | "anbieten"));
        return implied(if offered { "price" } else { "share_price" }, "metric.per_share");
    }
    let verb = verb_of(words, parse, statement);
    let grows = verb.is_some_and(|verb| {
        matches!(
            verb.lemma.as_str(),
            "wachsen" | "schrumpfen" | "zulegen" | "expandieren" | "einbrechen" | "stagnieren"
        )
    }) || statement.governor.change_noun.is_some_and(|at| words.text(at).starts_with("Wachstum"));
    if changes && grows && sort == Some(Sort::Place) && stated.is_none() && matches!(kind, Kind::Percent) {
        return implied("gdp", "metric.growth_of_a_place");
    }
    if changes && context.market && sort == Some(Sort::Company) && stated.is_none() && kind == Kind::Percent {
        return implied("share_price", "metric.market");
    }
    Measured { metric: stated, implied: None }
}

/// What a named metric turns into beside this figure and this subject.
fn converted(
    words: &Words,
    mentions: &Mentions,
    statement: &Statement,
    metric: &Metric,
    context: &Context,
) -> Option<&'static str> {
    let quantity = &mentions.quantities[statement.quantity];
    let sort = context.subject.referents.first().map(|referent| referent.sort);
    let changes = statement.governor.role == Role::Change;
    let relative = matches!(quantity.kind, Kind::Percent | Kind::Points | Kind::PercentagePoint);
    match metric.id.as_str() {
        // *Die Anteile verteuerten sich* is about their price.
        "share_price" if statement.governor.role == Role::Share && quantity.kind == Kind::Percent => {
            Some("stake")
        }
        "unemployment_rate" if quantity.kind == Kind::Count => Some("unemployed"),
        "stake" if context.market && changes => Some("share_price"),
        "unit_sales" if quantity.kind == Kind::Money => {
            let sold = metric.text.as_ref().is_some_and(|text| text.starts_with("Verk"));
            Some(if sold { "deal_value" } else { "revenue" })
        }
        "share_price" | "loss" | "profit" | "price" if sort == Some(Sort::Index) && relative => {
            Some("index_level")
        }
        "profit" | "deficit"
            if context.topic.is_some_and(|(_, topic)| {
                matches!(topic.id.as_str(), "exports" | "imports" | "trade_balance")
            }) =>
        {
            Some("trade_balance")
        }
        // *gaben 3 Milliarden aus*, where capital expenditure is what the text is about
        "spending" if metric.text.is_none() => match context.topic?.1.id.as_str() {
            "capital_expenditure" => Some("capital_expenditure"),
            "research_expense" => Some("research_expense"),
            "investment" => Some("investment"),
            _ => None,
        },
        "stake" if relative && sort != Some(Sort::Company) && !changes && !context.parties.is_empty() => {
            Some("turnout")
        }
        "share_price" | "price"
            if sort == Some(Sort::Currency) || is_quoted_rate(words, mentions, statement) =>
        {
            Some("exchange_rate")
        }
        "index_level" if sort == Some(Sort::Company) && quantity.kind != Kind::Points => Some("share_price"),
        "price" if context.market && changes && sort == Some(Sort::Company) && metric.text.is_none() => {
            Some("share_price")
        }
        "profit" | "net_income" | "loss" if is_per_share(words, quantity) => Some("earnings_per_share"),
        _ => None,
    }
}

fn verb_of<'l>(words: &Words<'l, '_>, parse: &Parse, statement: &Statement) -> Option<&'l Verb> {
    parse.predicates[statement.clause].verb(words)
}

/// A noun that takes any figure of what was measured before: *die Rate*, *der Anteil*, *die Zahl*.
fn is_rate(noun: MetricUse) -> bool {
    noun.weak
}

/// *Unter dem Strich blieben 3 Millionen*.
fn says_bottom_line(words: &Words, parse: &Parse, statement: &Statement) -> bool {
    parse.clauses.clauses[statement.clause].zones.iter().any(|&zone| {
        let of = parse.clauses.zones[zone];
        (of.first..of.end).any(|at| {
            words.text(at) == "unterm"
                || words.text(at) == "Unterm"
                || words.text(at) == "Strich" && words.text(at.saturating_sub(1)) == "dem"
        })
    })
}

/// *der Anteil am Flughafen Wien*: a share in an enterprise.
fn names_stake(words: &Words, mentions: &Mentions, statement: &Statement) -> bool {
    let quantity = &mentions.quantities[statement.quantity];
    let Some(noun) = statement
        .metric
        .filter(|noun| quantity.kind == Kind::Percent && words.text(noun.token).contains("nteil"))
    else {
        return false;
    };
    let end = (noun.end + 8).min(quantity.place.first.max(noun.end as u32) as usize);
    (noun.end..end).any(|at| {
        matches!(words.text(at), "am" | "an")
            && mentions.names_at(at + 1..at + 4).iter().any(crate::parse::subject::is_company)
    })
}

/// *je Aktie*, *pro Anteilsschein* right behind a figure.
fn is_per_share(words: &Words, quantity: &Quantity) -> bool {
    quantity.kind == Kind::Money && divides_by_share(words, quantity.place.end as usize)
}

fn divides_by_share(words: &Words, at: usize) -> bool {
    matches!(words.text(at), "je" | "pro" | "/" | "Je" | "Pro")
        && ["ktie", "nteilsschein", "nteilschein", "apier", "itel"]
            .iter()
            .any(|head| words.text(at + 1).contains(head))
}

/// Amounts of one unit of another currency: they are printed with four decimals, or the other currency stands beside.
fn is_quoted_rate(words: &Words, mentions: &Mentions, statement: &Statement) -> bool {
    let quantity = &mentions.quantities[statement.quantity];
    if quantity.kind != Kind::Money || quantity.range.is_some() {
        return false;
    }
    let (first, end) = (quantity.place.first as usize, quantity.place.end as usize);
    if matches!(words.text(end), "je" | "pro" | "/") {
        return false;
    }
    let number = words.document.surface(quantity.place.span);
    let digits: &str = number.split([' ', '\u{a0}']).next().unwrap_or_default();
    let decimals = digits
        .rsplit_once([',', '.'])
        .filter(|(whole, _)| whole.len() <= 3)
        .map_or(0, |(_, after)| after.len());
    let is_currency = |at: usize| {
        words.has(at, |sense| matches!(sense, Sense::Number(NumberWord::Unit(UnitWord::Currency { .. }))))
            && matches!(words.text(at.saturating_sub(1)), "der" | "den" | "dem" | "Der" | "Den")
    };
    let start = first
        .saturating_sub(6)
        .max(words.document.sentences.get(statement.sentence).map_or(0, |of| of.tokens.start));
    if decimals >= 2 && (start + 1..first).any(is_currency) {
        return true;
    }
    let in_full = (first..end).all(|at| !words.text(at).starts_with(['M', 'B']));
    in_full && decimals == 4 && (digits.contains(',') || digits.starts_with(['0', '1']))
}

/// Metrics of goods that are weighed or counted.
fn is_volume(id: &str) -> bool {
    matches!(
        id,
        "production"
            | "exports"
            | "imports"
            | "unit_sales"
            | "energy_consumption"
            | "order_intake"
            | "capacity"
    )
}

/// Metrics that are counted one by one.
fn is_counted(id: &str) -> bool {
    matches!(
        id,
        "unit_sales"
            | "production"
            | "passengers"
            | "insolvencies"
            | "overnight_stays"
            | "customers"
            | "users"
            | "unemployed"
            | "employees"
            | "jobs_cut"
            | "jobs_added"
            | "stores"
            | "population"
            | "seats"
            | "order_intake"
            | "exports"
            | "imports"
    )
}

/// The parties that a text names.
pub(super) fn parties<'d>(words: &Words<'d, '_>, mentions: &Mentions) -> HashSet<&'d str> {
    let names = &words.lexicon.names;
    let party = |name: &Name| match name.entity {
        Entity::Institution(id) if names.institution_kind(id) == "party" => Some(names.institution(id)),
        _ => None,
    };
    mentions.names.iter().filter_map(party).collect()
}

/// What the words around a statement measure without printing a figure: *Die Inflation bleibt niedrig. Die Rate lag bei
/// 2 Prozent*, *Der Umsatz läuft gut: Er lag bei 3 Milliarden*.
pub(super) fn announced(words: &Words, mentions: &Mentions, statement: &Statement) -> Option<Metric> {
    let sentences = &words.document.sentences;
    let quantity = &mentions.quantities[statement.quantity];
    let own = sentences.get(statement.sentence)?;
    let before = statement.sentence.checked_sub(1).and_then(|before| sentences.get(before));
    let before =
        before.filter(|before| before.paragraph == own.paragraph).map(|before| before.tokens.clone());
    let of_own = own.tokens.start..quantity.place.first as usize;
    [Some(of_own), before].into_iter().flatten().find_map(|tokens| {
        let found = nouns(words, tokens.start, tokens.end);
        let is_topic = |noun: &&MetricUse| {
            !noun.weak
                && noun.metric != MetricId::OTHER
                && preposition_of(words, noun, tokens.start).is_none()
        };
        let noun = found.iter().find(is_topic)?;
        noun_metric(words, *noun).filter(|metric| fits(&metric.id, quantity.kind))
    })
}
