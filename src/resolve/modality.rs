//! What the dates and the metric of a statement say of its modality.

use super::{tense, when::Dates};
use crate::{
    claim::{Claim, Metric, Modality, Part},
    lexicon::{
        Sense, Words,
        grammar::{Auxiliary, FunctionWord},
        verbs::Frame,
    },
    parse::{Parse, Statement},
};
use jiff::civil::Date;

/// The modality of a statement: what its words set, or what the present tense with a time to come means.
pub(super) fn resolve(
    words: &Words,
    parse: &Parse,
    statement: &Statement,
    dates: &Dates,
    metric: Option<&Metric>,
    before: Option<&Claim>,
) -> Modality {
    let id = metric.map_or("other", |metric| metric.id.as_str());
    let verb = parse.predicates[statement.clause].verb(words);
    match statement.modality {
        Modality::Planned if tense::is_hearsay(words, parse, statement.clause) => return Modality::Possible,
        // *Die Wirtschaft soll um 2 Prozent wachsen*: nobody can plan what only comes about.
        Modality::Planned if verb.is_some_and(|verb| verb.frame == Frame::Change) && comes_about(id) => {
            return Modality::Expected;
        }
        Modality::Reported => {}
        other => return other,
    }
    let Some(anchor) = words.document.anchor.filter(|_| statement.part != Some(Part::Old)) else {
        return Modality::Reported;
    };
    let lies_ahead = dates.period.as_ref().is_some_and(|period| {
        let until = period.text.as_deref().is_some_and(|text| text.starts_with("bis"));
        begins_after(period.from, period.to, until, anchor)
    });
    let goes_on = before.is_some_and(|before| {
        before.sentence + 1 >= statement.sentence as u32
            && matches!(before.modality, Modality::Planned | Modality::Expected)
    });
    if !lies_ahead || dates.implied.is_some() && !goes_on || !is_present(words, parse, statement.clause) {
        return Modality::Reported;
    }
    match verb.map(|verb| verb.frame) {
        _ if is_decided(id) => Modality::Planned,
        Some(Frame::ChangeObject | Frame::Amount) => Modality::Planned,
        _ => Modality::Expected,
    }
}

fn begins_after(from: Option<Date>, to: Option<Date>, until: bool, anchor: Date) -> bool {
    match (from, to) {
        (Some(from), _) if !until => from > anchor,
        (_, Some(to)) => to > anchor,
        _ => false,
    }
}

/// What somebody sets: prices, wages, taxes, dividends, jobs.
fn is_decided(id: &str) -> bool {
    matches!(
        id,
        "price"
            | "wage"
            | "pension"
            | "tax"
            | "dividend"
            | "rent"
            | "jobs_cut"
            | "jobs_added"
            | "subsidy"
            | "investment"
            | "stores"
            | "spending"
            | "budget"
            | "capital_expenditure"
            | "savings"
    )
}

/// What nobody decides.
fn comes_about(id: &str) -> bool {
    matches!(
        id,
        "gdp"
            | "inflation"
            | "unemployment_rate"
            | "unemployed"
            | "index_level"
            | "share_price"
            | "exchange_rate"
            | "oil_price"
            | "population"
            | "exports"
            | "imports"
    )
}

/// Whether a clause is in the present tense, also in the passive.
fn is_present(words: &Words, parse: &Parse, clause: usize) -> bool {
    let predicate = &parse.predicates[clause];
    // *steigen* is the infinitive, too: without another finite verb it is the present.
    let Some(finite) = predicate.finite.or(predicate.verb.map(|verb| verb.token)) else { return false };
    let text = words.text(finite);
    let auxiliary = words.find(finite, |sense| match sense {
        Sense::Function(FunctionWord::Auxiliary(auxiliary)) => Some(auxiliary),
        _ => None,
    });
    match auxiliary {
        Some(Auxiliary::Werden) => matches!(text, "wird" | "werden" | "werde" | "Wird" | "Werden"),
        Some(_) => matches!(text, "ist" | "sind" | "sei" | "seien") && predicate.verb.is_none(),
        None => [predicate.verb, predicate.says].into_iter().flatten().any(|found| {
            let verb = &words.lexicon.verbs[usize::from(found.verb)];
            let plural = verb.lemma.strip_prefix(verb.prefix.as_str()).unwrap_or(&verb.lemma);
            let bare = text.strip_prefix(verb.prefix.as_str()).unwrap_or(text);
            found.token == finite
                && [plural, verb.present.as_str(), plural.trim_end_matches('n')]
                    .iter()
                    .any(|form| bare.eq_ignore_ascii_case(form))
        }),
    }
}
