//! What programs that show faults in files need: each inconsistency with its place in the file.

use super::text::{label, lines::Lines, named, reading};
use crate::{
    check::{Check, CheckRule, Verdict},
    claim::{Claim, Quantity},
    extraction::Extraction,
    validate::Language,
};
use serde::Serialize;
use std::collections::HashMap;

/// An extraction and where its article comes from.
#[derive(Debug, Clone, Copy)]
pub struct Located<'l> {
    /// The path of the file; none for standard input.
    pub file: Option<&'l str>,
    /// The line, from 1, where the article is a row of the file. Columns are not known then: a row is JSON.
    pub row: Option<u64>,
    /// The text of the article; offsets of the extraction count its bytes.
    pub text: Option<&'l str>,
    /// What was found.
    pub extraction: &'l Extraction,
    /// The language around the messages, which were made in that of the validator's settings.
    pub language: Language,
}

/// A part of a file. Lines and columns count from 1, columns in characters; the end column is the one behind the
/// last character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Region {
    /// The line that it begins in.
    pub start_line: u64,
    /// The column that it begins in, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_column: Option<u64>,
    /// The line that it ends in, where that is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_line: Option<u64>,
    /// The column behind its end, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_column: Option<u64>,
}

/// A figure of an inconsistency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) region: Option<Region>,
    /// Its part in the relation and its surface.
    pub(super) text: String,
}

/// An inconsistency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    pub(super) rule: CheckRule,
    /// What is wrong, and each likely correction on a line of its own.
    pub(super) message: String,
    /// The printed figure that does not agree.
    pub(super) region: Option<Region>,
    /// The other figures.
    pub(super) others: Vec<Figure>,
}

/// The inconsistencies of an article, in the order of its checks.
pub(super) fn findings(located: &Located<'_>) -> Vec<Finding> {
    let claims: HashMap<&str, &Claim> =
        located.extraction.claims.iter().map(|it| (it.id.as_str(), it)).collect();
    let lines = located.text.map(Lines::new);
    let region = |quantity: &Quantity| match (located.row, &lines) {
        (Some(row), _) => {
            Some(Region { start_line: row, start_column: None, end_line: None, end_column: None })
        }
        (None, Some(lines)) => Some(region(quantity, lines)),
        (None, None) => None,
    };
    let finding = |check: &Check| {
        let members = named(&check.members);
        let printed = check.printed.as_ref().map(|printed| printed.claim.as_str());
        // A check without a printed figure still points somewhere: at the first that is stated.
        let main = printed.or_else(|| members.first().map(|(_, id)| *id));
        let other = |(name, id): &(&'static str, &str)| {
            let quantity = &claims.get(id)?.quantity;
            let text = format!("{}: {}", label(name, located.language), quantity.text);
            (Some(*id) != main).then(|| Figure { region: region(quantity), text })
        };
        let mut message = check.message.clone();
        for it in &check.readings {
            let printed = claims.get(it.claim.as_str()).map_or("", |claim| &claim.quantity.text);
            message.push('\n');
            message.push_str(&reading(&it.text, printed, &it.why, located.language));
        }
        Finding {
            rule: check.rule,
            message,
            region: main.and_then(|id| region(&claims.get(id)?.quantity)),
            others: members.iter().filter_map(other).collect(),
        }
    };
    let wrong = located.extraction.checks.iter().filter(|check| check.verdict == Verdict::Inconsistent);
    wrong.map(finding).collect()
}

fn region(quantity: &Quantity, lines: &Lines<'_>) -> Region {
    let place = |byte| {
        let (line, column) = lines.place(byte);
        (line as u64, column as u64)
    };
    let (start_line, start_column) = place(quantity.start);
    let (end_line, end_column) = place(quantity.end);
    Region {
        start_line,
        start_column: Some(start_column),
        end_line: (end_line != start_line).then_some(end_line),
        end_column: Some(end_column),
    }
}
