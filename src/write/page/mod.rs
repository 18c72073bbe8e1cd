//! The manual pages of checks and rules.
//!
//! The page of a check is the text that opens its module. The page of a rule is made of its examples and its place in
//! the list of rules; what it does stands in its entry or in `rules.toml`.

use crate::{
    check::CheckRule,
    error::Error,
    mention::{name, period, quantity},
    validate,
};
use serde::Deserialize;
use std::{collections::BTreeMap, fmt::Write};

const FILE: &str = "rules.toml";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    does: String,
    example: Option<String>,
}

/// A rule as its page shows it.
struct Shown<'r> {
    id: &'r str,
    does: &'r str,
    finds: &'r [(&'r str, &'r str)],
    ignores: &'r [&'r str],
    /// The rules before and behind it in a list that is tried in its order.
    beside: (Option<&'r str>, Option<&'r str>),
}

/// Every id that has a page: the checks, `rounding`, and the rules.
///
/// # Errors
///
/// If the file of pages breaks its schema; a test holds that it does not.
pub fn ids() -> Result<Vec<String>, Error> {
    let mut ids: Vec<String> = CheckRule::ALL.iter().map(|rule| rule.name().to_owned()).collect();
    ids.push("rounding".to_owned());
    ids.extend(quantity::rules().iter().map(|rule| rule.id.to_owned()));
    ids.extend(entries()?.into_keys());
    Ok(ids)
}

/// The page of an id: what it does, what counts as rounding, when it is silent, examples.
///
/// # Errors
///
/// If the file of pages breaks its schema; a test holds that it does not.
///
/// ```
/// let page = zahlenwerk::write::page::find("growth")?.unwrap_or_default();
/// assert!(page.starts_with("growth\n\n") && page.contains("\nWHEN IT IS SILENT\n"), "{page}");
/// assert!(zahlenwerk::write::page::find("grwoth")?.is_none());
/// # Ok::<(), zahlenwerk::error::Error>(())
/// ```
pub fn find(id: &str) -> Result<Option<String>, Error> {
    if let Some(check) = CheckRule::ALL.iter().copied().find(|rule| rule.name() == id) {
        let rounding = "The tolerance of a figure: see `zahlenwerk explain rounding`.";
        return Ok(Some(format!("{}\n{rounding}\n", of_markdown(id, validate::page(check)))));
    }
    if id == "rounding" {
        return Ok(Some(of_markdown(id, validate::ROUNDING)));
    }
    let entries = entries()?;
    let entry = entries.get(id);
    let does = entry.map_or("", |entry| &entry.does);
    let shown = of_quantities(id).or_else(|| of_periods(id, does)).or_else(|| of_names(id, does));
    let example = entry.and_then(|entry| entry.example.as_deref());
    Ok(match (shown, entry) {
        (Some(shown), _) => Some(page(&shown, example)),
        (None, Some(_)) => {
            let shown = Shown { id, does, finds: &[], ignores: &[], beside: (None, None) };
            Some(page(&shown, example))
        }
        (None, None) => None,
    })
}

/// A page in Markdown under its id, with headings that a terminal shows as such.
fn of_markdown(id: &str, page: &str) -> String {
    let mut out = format!("{id}\n\n");
    for line in page.lines() {
        match line.strip_prefix("# ") {
            Some(heading) => out.push_str(&heading.to_uppercase()),
            None => out.push_str(line),
        }
        out.push('\n');
    }
    out
}

fn entries() -> Result<BTreeMap<String, Entry>, Error> {
    toml::from_str(include_str!("rules.toml"))
        .map_err(|error| Error::Lexicon { file: FILE.to_owned(), what: error.to_string() })
}

fn of_quantities(id: &str) -> Option<Shown<'_>> {
    let rules = quantity::rules();
    let at = rules.iter().position(|rule| rule.id == id)?;
    let beside = (at.checked_sub(1).map(|before| rules[before].id), rules.get(at + 1).map(|next| next.id));
    let rule = &rules[at];
    Some(Shown { id, does: rule.reads, finds: rule.finds, ignores: rule.ignores, beside })
}

fn of_periods<'p>(id: &'p str, does: &'p str) -> Option<Shown<'p>> {
    let rules = period::RULES;
    let at = rules.iter().position(|rule| rule.id == id)?;
    let beside = (at.checked_sub(1).map(|before| rules[before].id), rules.get(at + 1).map(|next| next.id));
    Some(Shown { id, does, finds: rules[at].finds, ignores: rules[at].ignores, beside })
}

fn of_names<'p>(id: &'p str, does: &'p str) -> Option<Shown<'p>> {
    let rule = name::RULES.iter().find(|rule| rule.id == id)?;
    Some(Shown { id, does, finds: rule.finds, ignores: rule.ignores, beside: (None, None) })
}

fn page(shown: &Shown<'_>, example: Option<&str>) -> String {
    let mut out = format!("{}\n\nWHAT IT DOES\n\n{}\n", shown.id, shown.does);
    let tried = match shown.beside {
        (Some(before), Some(behind)) => format!("after {before} and before {behind}"),
        (Some(before), None) => format!("last, after {before}"),
        (None, Some(behind)) => format!("first, before {behind}"),
        (None, None) => String::new(),
    };
    if !tried.is_empty() {
        let _ = writeln!(out, "Of its list it is tried {tried}; the first rule that fits wins.");
    }
    if shown.id.starts_with("quantity.") && !shown.id.starts_with("quantity.not.") {
        out.push_str(
            "\nWHAT COUNTS AS ROUNDING\n\nHalf a unit of the last printed digit to both sides, the trailing zeros of a \
             whole number, and what the\nword before it adds; see `zahlenwerk explain rounding`.\n",
        );
    }
    if !shown.ignores.is_empty() {
        out.push_str("\nWHEN IT IS SILENT\n\n");
        for text in shown.ignores {
            let _ = writeln!(out, "- {text}");
        }
    }
    if example.is_some() || !shown.finds.is_empty() {
        out.push_str("\nEXAMPLES\n\n");
    }
    for (text, found) in shown.finds {
        let _ = writeln!(out, "- {text}  =>  {found}");
    }
    if let Some(example) = example {
        let _ = writeln!(out, "- {example}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, Pipeline, check::Verdict};
    use std::collections::BTreeSet;

    #[test]
    fn every_check_has_a_page_whose_examples_come_out_as_they_say() {
        let pipeline = Pipeline::new().unwrap();
        for rule in CheckRule::ALL.iter().copied() {
            let page = find(rule.name()).unwrap().unwrap();
            for heading in ["WHAT IT DOES", "WHAT COUNTS AS ROUNDING", "WHEN IT IS SILENT", "EXAMPLES"] {
                assert!(page.contains(&format!("\n{heading}\n")), "{rule}: {heading}");
            }
            let (_, examples) = page.split_once("\nEXAMPLES\n").unwrap();
            let examples: Vec<&str> = examples.lines().filter_map(|line| line.strip_prefix("- ")).collect();
            assert!(examples.len() > 1, "{rule}");
            for example in examples {
                let (wanted, text) = example.split_once(": ").unwrap();
                let checks = pipeline.extract(&Article { text, ..Article::default() }).checks;
                let verdicts: Vec<Verdict> =
                    checks.iter().filter(|check| check.rule == rule).map(|check| check.verdict).collect();
                let right = match wanted {
                    "silent" => verdicts.is_empty(),
                    verdict => verdicts.iter().any(|found| found.name() == verdict),
                };
                assert!(right, "{rule}: {example}: {verdicts:?}");
            }
        }
    }

    #[test]
    fn every_rule_has_a_page_and_is_at_work_in_its_example() {
        let pipeline = Pipeline::new().unwrap();
        let entries = entries().unwrap();
        let mut idle = Vec::new();
        for (id, entry) in &entries {
            assert!(entry.does.ends_with(['.', '*']), "{id}");
            let Some(text) = entry.example.as_deref() else { continue };
            let stages = pipeline.explain(&Article { text, ..Article::default() });
            let named = |line: &str| line.split([' ', '(', ')', ':', ',', '+']).any(|word| word == id);
            if !stages.lines().any(named) {
                idle.push((id, stages));
            }
        }
        assert!(idle.is_empty(), "{idle:#?}");
        for id in period::RULES.iter().map(|rule| rule.id).chain(name::RULES.iter().map(|rule| rule.id)) {
            assert!(entries.contains_key(id), "{id} has no entry");
        }
    }

    #[test]
    fn every_rule_that_a_text_shows_has_a_page() {
        let pipeline = Pipeline::new().unwrap();
        let mut seen = BTreeSet::new();
        for folder in std::fs::read_dir("corpus").unwrap() {
            let Ok(text) = std::fs::read_to_string(folder.unwrap().path().join("article.txt")) else {
                continue;
            };
            let article =
                Article { text: &text, date: Some("2024-08-26".parse().unwrap()), ..Article::default() };
            for line in pipeline.explain(&article).lines() {
                seen.extend(
                    line.split_once(" by governor.")
                        .map(|(_, rest)| format!("governor.{}", rest.split([',', ' ']).next().unwrap())),
                );
            }
            let list = serde_json::to_value(pipeline.mentions(&article)).unwrap();
            let rules = list["mentions"].as_array().unwrap().iter().map(|mention| &mention["rule"]);
            seen.extend(rules.map(|rule| rule.as_str().unwrap().to_owned()));
            let claims = pipeline.extract(&article).claims;
            seen.extend(claims.iter().flat_map(|claim| &claim.implied).map(|implied| implied.rule.clone()));
        }
        assert!(seen.len() > 60, "{seen:?}");
        let ids = ids().unwrap();
        for id in seen {
            assert!(ids.contains(&id) && find(&id).unwrap().is_some(), "{id} has no page");
        }
    }
}
