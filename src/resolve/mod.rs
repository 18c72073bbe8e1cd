//! Statements become claims: names, pronouns and descriptions get their referents, times their dates, and
//! what an ellipsis leaves out is taken from where a reader takes it.
//!
//! Every field is *stated*, *implied* (the claim names the rule) or unknown; no statement is dropped.

mod company;
mod focus;
mod market;
mod metric;
mod modality;
pub mod period;
mod referent;
mod subject;
mod tense;
mod user;
mod when;

use crate::{
    claim::{Attribution, Claim, Implied, Link, Metric, Part, Quantity, Role},
    document::fold,
    extraction::{Company, Note},
    lexicon::Words,
    mention::{Mentions, Quantity as Mentioned},
    parse::{Parse, Statement, metric::fits},
};
use focus::Focus;
use referent::Sort;
use subject::{Resolved as ResolvedSubject, Scene};
use when::Calendar;

/// The claims and companies of a document; all offsets are bytes.
#[derive(Debug, Default)]
pub struct Resolved {
    /// One for each statement, in text order.
    pub claims: Vec<Claim>,
    /// Every company mentioned.
    pub companies: Vec<Company>,
    /// Doubts.
    pub notes: Vec<Note>,
}

/// How many statements back the text may take up what it measured.
const TOPICS: usize = 6;

/// Resolves the statements of a document.
pub fn claims(words: &Words, mentions: &Mentions, parse: &Parse) -> Resolved {
    let focus = Focus::new(words, mentions);
    let scene = Scene { words, mentions, focus: &focus, survey: reports_survey(words) };
    let market = focus.names(Sort::Index);
    let parties = metric::parties(words, mentions);
    let mut calendar = Calendar::new(words, mentions, parse);
    let group_sizes = group_sizes(parse);
    let ids = claim_numbers(mentions, parse);
    let mut claims: Vec<Claim> = Vec::with_capacity(parse.statements.len());
    let mut before: Option<(usize, ResolvedSubject)> = None;
    let mut topics: Vec<(usize, Metric)> = Vec::new();
    for (index, statement) in parse.statements.iter().enumerate() {
        let quantity = &mentions.quantities[statement.quantity];
        let stated = metric::stated(words, mentions, parse, statement);
        let earlier =
            before.as_ref().filter(|(earlier, _)| goes_on(words, &parse.statements[*earlier], statement));
        let subject = scene.resolve(
            statement,
            stated.as_ref().map(|metric| metric.id.as_str()),
            earlier.map(|(earlier, subject)| {
                (mentions.quantities[parse.statements[*earlier].quantity].place.first, subject)
            }),
        );
        let whole = subject.clone();
        let subject = match respective(words, mentions, parse, index) {
            Some((place, count)) if subject.subjects.len() == count => subject::nth(&subject, place),
            _ => subject,
        };
        let earlier = topics.iter().rev().take(TOPICS).find(|(earlier, metric)| {
            goes_on(words, &parse.statements[*earlier], statement) && fits(&metric.id, quantity.kind)
        });
        let in_sentence =
            earlier.is_some_and(|(earlier, _)| parse.statements[*earlier].sentence == statement.sentence);
        let announced = if in_sentence { None } else { metric::announced(words, mentions, statement) };
        let topic_of = announced.as_ref().map(|metric| (statement, metric));
        let topic_of =
            topic_of.or_else(|| earlier.map(|(earlier, metric)| (&parse.statements[*earlier], metric)));
        let context = metric::Context { subject: &subject, topic: topic_of, market, parties: &parties };
        let measured = metric::complete(words, mentions, parse, statement, stated, &context);
        let times =
            calendar.resolve(statement, parse, measured.metric.as_ref().map(|metric| metric.id.as_str()));
        let direction = direction(words, parse, index);
        let mut implied = Vec::new();
        for (field, rule) in [
            ("subjects", subject.implied),
            ("metric", measured.implied),
            ("period", times.implied),
            ("base", times.base_implied),
        ] {
            implied.extend(rule.map(|rule| Implied { field: field.to_owned(), rule: rule.to_owned() }));
        }
        let part = statement
            .part
            .filter(|_| group_sizes[statement.group] > 1 || statement.governor.role == Role::Change);
        claims.push(Claim {
            id: format!("c{}", index + 1),
            sentence: statement.sentence as u32 + 1,
            role: statement.governor.role,
            direction,
            quantity: printed(words, quantity),
            joint: subject.subjects.len() > 1 && says_jointly(words, parse, statement),
            subjects: subject.subjects.clone(),
            segment: None,
            metric: measured.metric.clone(),
            scope: statement.scope.clone(),
            period: times.period.clone(),
            base: times.base.clone().filter(|_| statement.governor.role == Role::Change),
            modality: modality::resolve(
                words,
                parse,
                statement,
                &times,
                measured.metric.as_ref(),
                claims.last(),
            ),
            attribution: statement
                .source
                .map(|source| Attribution { text: words.document.surface(source.span).to_owned() }),
            equivalent_of: quantity
                .repeats
                .and_then(|of| ids.get(of as usize).copied().flatten())
                .map(|number| format!("c{number}")),
            link: part.map(|part| Link { statement: statement.group as u32, part }),
            ties: statement
                .ties
                .iter()
                .map(|&(group, part)| Link { statement: group as u32, part })
                .collect(),
            implied,
        });
        before = Some((index, whole));
        if let Some(metric) = measured.metric.filter(|metric| metric.id != "other") {
            topics.push((index, metric));
        }
    }
    user::apply(words, mentions, &mut claims);
    for index in 0..claims.len() {
        same_amount(&mut claims, index);
    }
    Resolved { claims, companies: company::list(words, mentions), notes: long_sentences(words) }
}

/// Tells of sentences that were too long to be read as one.
fn long_sentences(words: &Words) -> Vec<Note> {
    let sentences = &words.document.sentences;
    let pieces = sentences.iter().zip(sentences.iter().skip(1));
    let long = pieces.filter(|(first, next)| !first.continues && next.continues);
    let note = |first: usize| {
        let span = words.document.token_span(first, first);
        let text = words.document.surface(span).to_owned();
        let why = "a sentence of several hundred words is read in pieces".to_owned();
        Note { start: span.start, end: span.end, text, why }
    };
    long.map(|(sentence, _)| note(sentence.tokens.start)).collect()
}

/// Whether a text reports of a survey.
fn reports_survey(words: &Words) -> bool {
    let asked = ["Befragte", "Befragten", "Umfrage", "Umfragen"].map(fold::hash);
    words.document.tokens.iter().any(|token| token.is_capitalised() && asked.contains(&token.hash))
}

/// The place of a figure in a list of figures that belong to several subjects in turn, and the list's length:
/// *um 3, 4 beziehungsweise 5 Prozent*.
fn respective(words: &Words, mentions: &Mentions, parse: &Parse, index: usize) -> Option<(usize, usize)> {
    let figure =
        |index: usize| parse.statements.get(index).map(|statement| &mentions.quantities[statement.quantity]);
    let follows = |index: usize| {
        let (Some(first), Some(second)) = (figure(index), figure(index + 1)) else { return None };
        let (end, next) = (first.place.end as usize, second.phrase_first as usize);
        let listed = first.kind == second.kind
            && end <= next
            && next - end <= 2
            && (end..next).all(|at| {
                matches!(
                    words.text(at),
                    "," | "und" | "beziehungsweise" | "bzw" | "respektive" | "." | "um" | "auf"
                )
            });
        listed.then(|| {
            (end..next).any(|at| matches!(words.text(at), "beziehungsweise" | "bzw" | "respektive" | "und"))
        })
    };
    let mut first = index;
    while first > 0 && index - first < 8 && follows(first - 1).is_some() {
        first -= 1;
    }
    let mut last = index;
    while last - index < 8 && follows(last).is_some() {
        last += 1;
    }
    let joined = last > first && follows(last - 1) == Some(true);
    joined.then_some((index - first, last - first + 1))
}

/// The number of statements in each group.
fn group_sizes(parse: &Parse) -> Vec<usize> {
    let mut sizes = vec![0; parse.groups + 1];
    for statement in &parse.statements {
        sizes[statement.group] += 1;
    }
    sizes
}

/// The number of the claim that each quantity becomes.
fn claim_numbers(mentions: &Mentions, parse: &Parse) -> Vec<Option<usize>> {
    let mut numbers = vec![None; mentions.quantities.len()];
    for (index, statement) in parse.statements.iter().enumerate() {
        numbers[statement.quantity] = Some(index + 1);
    }
    numbers
}

/// A claim that repeats another's amount shares everything but the amount.
fn same_amount(claims: &mut [Claim], index: usize) {
    let Some(of) = claims[index].equivalent_of.clone() else { return };
    // Ids are places in the list, from 1.
    let place = of.strip_prefix('c').and_then(|number| number.parse::<usize>().ok());
    let Some(original) = place.and_then(|place| claims.get(place.checked_sub(1)?)).cloned() else { return };
    let claim = &mut claims[index];
    claim.role = original.role;
    claim.direction = original.direction;
    claim.subjects = original.subjects;
    claim.joint = original.joint;
    claim.metric = original.metric;
    claim.period = original.period;
    claim.base = original.base;
    claim.modality = original.modality;
    claim.link = None;
    claim.ties.clear();
}

/// Whether a statement may take over what the one before it was about.
fn goes_on(words: &Words, before: &Statement, statement: &Statement) -> bool {
    let sentences = &words.document.sentences;
    let paragraph =
        |statement: &Statement| sentences.get(statement.sentence).map(|sentence| sentence.paragraph);
    statement.sentence <= before.sentence + 2 && paragraph(before) == paragraph(statement)
        || statement.sentence <= before.sentence + 1
}

/// The direction of a change: its own, its verb's, or that of the change it is coordinated with.
fn direction(words: &Words, parse: &Parse, index: usize) -> Option<crate::claim::Direction> {
    let statement = &parse.statements[index];
    if statement.governor.role != Role::Change {
        return None;
    }
    let of_verb = |clause: usize| parse.predicates[clause].verb(words).and_then(|verb| verb.direction);
    statement
        .governor
        .direction
        .or_else(|| of_verb(statement.clause))
        .or_else(|| {
            let before = parse.statements.get(index.checked_sub(1)?)?;
            (before.sentence == statement.sentence && before.governor.role == Role::Change)
                .then_some(before.governor.direction)
                .flatten()
        })
        .or_else(|| of_verb(parse.clauses.clauses[statement.clause].parent?))
}

/// Whether the figure is said to be the total of its subjects.
fn says_jointly(words: &Words, parse: &Parse, statement: &Statement) -> bool {
    let clause = &parse.clauses.clauses[statement.clause];
    clause.zones.iter().any(|&zone| {
        let zone = parse.clauses.zones[zone];
        (zone.first..zone.end).any(|at| {
            matches!(
                words.text(at),
                "zusammen" | "insgesamt" | "gemeinsam" | "Zusammen" | "Insgesamt" | "Gemeinsam"
            )
        })
    }) || matches!(statement.part, None | Some(Part::New | Part::Old))
        && statement.governor.role == Role::Level
}

/// The quantity as the output writes it.
fn printed(words: &Words, quantity: &Mentioned) -> Quantity {
    let span = quantity.place.span;
    Quantity {
        start: span.start,
        end: span.end,
        text: words.document.surface(span).to_owned(),
        kind: quantity.kind,
        value: quantity.value,
        unit: quantity.unit_text(words),
        range: quantity.range,
        modifier: quantity.modifier,
        interval: quantity.interval,
    }
}
