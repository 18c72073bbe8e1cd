//! Inconsistencies as SARIF 2.1.0 (Static Analysis Results Interchange Format, an OASIS standard), which editors and
//! code hosts read.
//!
//! The types hold the part of the standard that is written here; their names, keys and nesting are those of its schema,
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json>.

use super::findings::{Located, Region, findings};
use crate::check::CheckRule;
use serde::Serialize;
use std::fmt::Write;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

/// A log file: one run over any number of articles.
///
/// ```
/// use zahlenwerk::{Article, Pipeline, validate::Language, write::{findings::Located, sarif::Log}};
///
/// let text = "Krones steigerte den Umsatz 2023 um 20 Prozent auf 10 Millionen Euro, nach 5 Millionen Euro im Vorjahr.";
/// let extraction = Pipeline::new()?.extract(&Article { id: "a", text, ..Article::default() });
/// let mut log = Log::default();
/// log.add(&Located {
///     file: Some("a.txt"), row: None, text: Some(text), extraction: &extraction, language: Language::English,
/// });
/// let json = serde_json::to_value(&log)?;
/// assert_eq!(json["runs"][0]["results"][0]["ruleId"], "growth");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Serialize)]
pub struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    /// Columns count code points; without this key they would be UTF-16.
    column_kind: &'static str,
    results: Vec<Found>,
}

#[derive(Debug, Clone, Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Debug, Clone, Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: CheckRule,
    short_description: Message,
    default_configuration: Configuration,
}

#[derive(Debug, Clone, Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Debug, Clone, Serialize)]
struct Message {
    text: String,
}

/// A result.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct Found {
    rule_id: CheckRule,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
}

#[derive(Debug, Clone, Serialize)]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(rename = "physicalLocation", skip_serializing_if = "Option::is_none")]
    physical: Option<PhysicalLocation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Debug, Clone, Serialize)]
struct ArtifactLocation {
    uri: String,
}

impl Default for Log {
    fn default() -> Self {
        let rule = |rule: &CheckRule| Rule {
            id: *rule,
            short_description: Message { text: description(*rule).to_owned() },
            default_configuration: Configuration { level: "error" },
        };
        let rules = CheckRule::ALL.iter().map(rule).collect();
        let driver = Driver { name: "zahlenwerk", version: env!("CARGO_PKG_VERSION"), rules };
        let run = Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", results: Vec::new() };
        Self { schema: SCHEMA, version: "2.1.0", runs: [run] }
    }
}

impl Log {
    /// How many inconsistencies it holds.
    pub fn len(&self) -> usize {
        self.runs.iter().map(|run| run.results.len()).sum()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds the inconsistencies of another log behind its own.
    pub fn append(&mut self, more: Self) {
        let [run] = &mut self.runs;
        run.results.extend(more.runs.into_iter().flat_map(|it| it.results));
    }

    /// Adds the inconsistencies of an article.
    pub fn add(&mut self, located: &Located<'_>) {
        let physical = |region: Option<Region>| {
            let uri = uri(located.file?);
            Some(PhysicalLocation { artifact_location: ArtifactLocation { uri }, region })
        };
        let [run] = &mut self.runs;
        run.results.extend(findings(located).into_iter().map(|finding| {
            let main = physical(finding.region);
            let related = finding.others.into_iter().enumerate().map(|(at, figure)| Location {
                id: Some(at + 1),
                physical: physical(figure.region),
                message: Some(Message { text: plain(&figure.text) }),
            });
            Found {
                rule_id: finding.rule,
                rule_index: CheckRule::ALL.iter().position(|rule| *rule == finding.rule).unwrap_or_default(),
                level: "error",
                message: Message { text: plain(&finding.message) },
                locations: main
                    .map(|main| Location { id: None, physical: Some(main), message: None })
                    .into_iter()
                    .collect(),
                related_locations: related.collect(),
            }
        }));
    }
}

fn description(rule: CheckRule) -> &'static str {
    match rule {
        CheckRule::Growth => "A change does not lead from the old value to the new one",
        CheckRule::Sum => "The parts do not add up to the whole",
        CheckRule::Share => "A percentage is not the part's portion of the whole",
        CheckRule::Product => "A price times a count is not the total",
        CheckRule::Conversion => "An amount is not the same in its two currencies or units",
        CheckRule::Difference => "The distance between two values is not the one that is printed",
        CheckRule::Repeated => "The same figure is given twice with different values",
    }
}

/// Escapes what the standard reads as links and placeholders (§3.11.5, §3.11.6).
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | '[' | ']' => out.push('\\'),
            '{' | '}' => out.push(letter),
            _ => {}
        }
        out.push(letter);
    }
    out
}

/// A path as a URI (RFC 3986): absolute ones with their scheme, others relative to where the program ran.
fn uri(path: &str) -> String {
    let mut out = String::from(if path.starts_with('/') { "file://" } else { "" });
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_a_link_or_a_placeholder_is_escaped() {
        assert_eq!(plain(r"5 [Prozent](1) {0} \ ja"), r"5 \[Prozent\](1) {{0}} \\ ja");
    }

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("artikel/a-1.txt"), "artikel/a-1.txt");
        assert_eq!(uri("für uns:5%.txt"), "f%C3%BCr%20uns%3A5%25.txt");
        assert_eq!(uri("/tmp/a.txt"), "file:///tmp/a.txt");
    }
}
