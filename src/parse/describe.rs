//! The parse as text, one line a clause and a statement.

use super::{Parse, Statement};
use crate::{lexicon::Words, mention::Mentions};
use std::fmt::Write;

/// Clauses and statements as lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Described {
    /// Its clauses.
    pub clauses: Vec<String>,
    /// Its statements.
    pub statements: Vec<String>,
}

impl Parse {
    /// The parse as text.
    pub fn describe(&self, words: &Words, mentions: &Mentions) -> Described {
        let clauses = self.clauses.clauses.iter().zip(&self.predicates).map(|(clause, predicate)| {
            let zones = clause.zones.iter().map(|&zone| {
                let zone = self.clauses.zones[zone];
                words.document.surface(words.document.token_span(zone.first, zone.end - 1))
            });
            let mut line = format!("{:?}: {}", clause.kind, zones.collect::<Vec<_>>().join(" | "));
            if let Some(verb) = predicate.verb(words) {
                let _ = write!(line, "  [{} {:?}]", verb.lemma, verb.frame);
            }
            line
        });
        let statements = self.statements.iter().map(|statement| describe(words, mentions, statement));
        Described { clauses: clauses.collect(), statements: statements.collect() }
    }
}

fn describe(words: &Words, mentions: &Mentions, statement: &Statement) -> String {
    let quantity = &mentions.quantities[statement.quantity];
    let mut line = format!("«{}» {}", words.document.surface(quantity.place.span), statement.governor.role);
    if let Some(direction) = statement.governor.direction {
        let _ = write!(line, " {direction}");
    }
    if let Some(part) = statement.part {
        let _ = write!(line, " ({part} of {})", statement.group + 1);
    }
    let _ = write!(line, " by {}", statement.governor.rule);
    if let Some(span) = statement.metric.and_then(|noun| noun.span) {
        let _ = write!(line, ", measures «{}»", words.document.surface(span));
    }
    for group in statement.subjects.iter().take(3) {
        let members = group.members.iter().map(|member| {
            words
                .document
                .surface(words.document.token_span(member.token, member.end.max(member.token + 1) - 1))
        });
        let _ = write!(line, ", {:?}: {}", group.tie, members.collect::<Vec<_>>().join(" + "));
    }
    for (label, index) in [("time", statement.times.period), ("base", statement.times.base)] {
        if let Some(index) = index {
            let _ =
                write!(line, ", {label} «{}»", words.document.surface(mentions.periods[index].place.span));
        }
    }
    if let Some(source) = statement.source {
        let _ = write!(line, ", says «{}»", words.document.surface(source.span));
    }
    let _ = write!(line, ", {}", statement.modality);
    line
}
