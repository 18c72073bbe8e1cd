//! The stages of the pipeline as text: what each makes of the one before.

use super::mentions::{Mention, MentionList};
use crate::{
    check::Check,
    claim::{Claim, Direction, Modality, PeriodRef},
    decimal::{Decimal, plain},
    document::Class,
    extraction::Extraction,
    lexicon::Words,
    parse::Described,
};
use std::fmt::{self, Write};

/// All stages, each under its heading. `mentions` and `extraction` count bytes.
pub fn stages(
    words: &Words<'_, '_>,
    mentions: &MentionList,
    parsed: &Described,
    extraction: &Extraction,
) -> String {
    let mut out = String::new();
    section(&mut out, "tokens", &tokens(words));
    section(&mut out, "mentions", &mentions.mentions.iter().map(mention_line).collect::<Vec<_>>());
    section(&mut out, "clauses", &parsed.clauses);
    section(&mut out, "statements", &parsed.statements);
    section(&mut out, "claims", &extraction.claims.iter().map(claim_line).collect::<Vec<_>>());
    section(&mut out, "checks", &extraction.checks.iter().map(check_line).collect::<Vec<_>>());
    let notes = extraction
        .notes
        .iter()
        .map(|note| format!("{}..{} «{}» {}", note.start, note.end, note.text, note.why));
    section(&mut out, "notes", &notes.collect::<Vec<_>>());
    out
}

fn section(out: &mut String, heading: &str, lines: &[String]) {
    out.push_str(heading);
    out.push('\n');
    if lines.is_empty() {
        out.push_str("  none\n");
    }
    for line in lines {
        out.push_str("  ");
        out.push_str(line);
        out.push('\n');
    }
}

/// One line a sentence; numbers and signs are marked by their class.
fn tokens(words: &Words<'_, '_>) -> Vec<String> {
    let line = |sentence: &crate::document::Sentence| {
        let tokens = words.document.tokens.get(sentence.tokens.clone()).unwrap_or_default();
        let shown = tokens.iter().map(|token| {
            let text = words.document.surface(token.span);
            match token.class {
                Class::Number => format!("{text}/number"),
                Class::Symbol => format!("{text}/symbol"),
                Class::Word => text.to_owned(),
            }
        });
        shown.collect::<Vec<_>>().join(" ")
    };
    words.document.sentences.iter().map(line).collect()
}

/// A mention in one line, as the fixtures and `explain` show it.
pub fn mention_line(mention: &Mention) -> String {
    let line = |kind: &str, start: u32, end: u32, text: &str, rule: &str, value: &dyn fmt::Display| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{kind} {start}..{end} «{text}» {value} ({rule})").replace("  (", " (")
    };
    match mention {
        Mention::Quantity { start, end, text, rule, kind, value, unit, range, modifier, interval } => {
            let value =
                QuantityLine { value: *value, range: *range, unit: unit.as_deref(), modifier: *modifier };
            line("quantity", *start, *end, text, rule, &format_args!("{kind} {value} {interval}"))
        }
        Mention::Period { start, end, text, rule, from, to } => {
            let day = |date: &Option<jiff::civil::Date>| {
                date.map_or_else(|| "…".to_owned(), |date| date.to_string())
            };
            line("period", *start, *end, text, rule, &format_args!("{}/{}", day(from), day(to)))
        }
        Mention::Company { start, end, text, rule, id, name } => {
            line("company", *start, *end, text, rule, &format_args!("{name} {}", id.as_deref().unwrap_or("")))
        }
        Mention::Name { start, end, text, rule, entity, name } => line(
            "name",
            *start,
            *end,
            text,
            rule,
            &format_args!("{entity} {}", name.as_deref().unwrap_or("")),
        ),
        Mention::Metric { start, end, text, rule, id } => line("metric", *start, *end, text, rule, id),
        Mention::Cue { start, end, text, rule, cue, direction, modality } => {
            let mut value = cue.to_string();
            for more in [direction.map(Direction::name), modality.map(Modality::name)].into_iter().flatten() {
                value.push(' ');
                value.push_str(more);
            }
            line("cue", *start, *end, text, rule, &value)
        }
    }
}

/// The notation of a value: `>50000000000 CNY`, `12000..13000 USD`.
struct QuantityLine<'q> {
    value: Option<Decimal>,
    range: Option<crate::claim::Range>,
    unit: Option<&'q str>,
    modifier: Option<crate::claim::Modifier>,
}

impl fmt::Display for QuantityLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(modifier) = self.modifier {
            write!(f, "{modifier} ")?;
        }
        match (self.value, self.range) {
            (Some(value), _) => f.write_str(&plain(value))?,
            (None, Some(range)) => write!(f, "{}..{}", plain(range.low), plain(range.high))?,
            (None, None) => f.write_str("?")?,
        }
        self.unit.map_or(Ok(()), |unit| write!(f, " {unit}"))
    }
}

/// A claim in one line: its figure, then every field that is known.
pub fn claim_line(claim: &Claim) -> String {
    let figure = &claim.quantity;
    let value = QuantityLine {
        value: figure.value,
        range: figure.range,
        unit: figure.unit.as_deref(),
        modifier: figure.modifier,
    };
    let mut line = format!("{} «{}» {} {value} {}", claim.id, figure.text, figure.kind, claim.role);
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = write!(line, " {name}={value}");
        }
    };
    field("direction", claim.direction.map_or("", |it| it.name()));
    let subjects: Vec<&str> = claim.subjects.iter().map(|subject| subject.name.as_str()).collect();
    field(if claim.joint { "joint" } else { "subject" }, &subjects.join("+"));
    field("segment", claim.segment.as_ref().map_or("", |it| &it.text));
    field("metric", claim.metric.as_ref().map_or("", |it| &it.id));
    field("scope", &claim.scope.iter().map(|it| it.name()).collect::<Vec<_>>().join("+"));
    field("period", &claim.period.as_ref().map_or_else(String::new, period_text));
    field("base", &claim.base.as_ref().map_or_else(String::new, period_text));
    field("modality", claim.modality.name());
    field("attribution", claim.attribution.as_ref().map_or("", |it| &it.text));
    field("equivalent_of", claim.equivalent_of.as_deref().unwrap_or(""));
    if let Some(link) = claim.link {
        field("link", &format!("{}:{}", link.statement, link.part));
    }
    let implied: Vec<String> = claim.implied.iter().map(|it| format!("{}:{}", it.field, it.rule)).collect();
    field("implied", &implied.join("+"));
    line
}

fn period_text(period: &PeriodRef) -> String {
    match (period.from, period.to) {
        (None, None) => period.text.as_ref().map_or_else(|| "?".to_owned(), |text| format!("«{text}»")),
        (Some(from), Some(to)) if from == to => from.to_string(),
        (from, to) => {
            let day = |date: Option<jiff::civil::Date>| {
                date.map_or_else(|| "…".to_owned(), |date| date.to_string())
            };
            format!("{}/{}", day(from), day(to))
        }
    }
}

/// A check in one line.
pub fn check_line(check: &Check) -> String {
    let mut line = format!(
        "{} {} {} [{}] {}",
        check.id,
        check.rule,
        check.verdict,
        check.members.stated().join(" "),
        check.message
    );
    for reading in &check.readings {
        let _ = write!(line, " | {} «{}» {}", reading.claim, reading.text, reading.why);
    }
    line
}
