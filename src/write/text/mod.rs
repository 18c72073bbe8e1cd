//! Checks as diagnostics for people: one line a check, the sentences with their figures underlined, and what
//! could not be checked.
//!
//! ```text
//! artikel.txt: Umsatz steigt (2024-08-26)
//!   inconsistent  growth k1: 10 Mio. after 8 Mio. is +25 %; the text says +20 %
//!     1:11   Der Umsatz stieg um 20 Prozent auf 10 Millionen Euro, nach 8 Millionen im Vorjahr.
//!                             ~~~~~~~~~~ change
//! ```

pub(super) mod lines;
mod phrases;
mod sentence;

use crate::{
    check::{Check, Coverage, Members, Verdict},
    claim::Claim,
    document::Document,
    extraction::Extraction,
    span::Span,
    validate::Language,
};
use lines::Lines;
use phrases::{counted, verdict};
pub(super) use phrases::{label, reading};
use sentence::Mark;
use std::{
    collections::HashMap,
    fmt::{self, Write},
};

/// An article with its checks, to be shown.
#[derive(Debug, Clone, Copy)]
pub struct Report<'r> {
    /// The file it comes from.
    pub place: &'r str,
    /// Its text; offsets of the extraction count its bytes.
    pub text: Option<&'r str>,
    /// What was found.
    pub extraction: &'r Extraction,
    /// The language around the messages, which were made in that of the validator's settings.
    pub language: Language,
}

/// How much was found in all articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Articles.
    pub articles: usize,
    /// Claims.
    pub claims: usize,
    /// Checks that agree.
    pub consistent: usize,
    /// Checks that cannot agree.
    pub inconsistent: usize,
    /// Figures that follow.
    pub derivable: usize,
}

impl Totals {
    /// Counts another article.
    pub fn add(&mut self, extraction: &Extraction) {
        self.articles += 1;
        self.claims += extraction.claims.len();
        for check in &extraction.checks {
            *match check.verdict {
                Verdict::Consistent => &mut self.consistent,
                Verdict::Inconsistent => &mut self.inconsistent,
                Verdict::Derivable => &mut self.derivable,
            } += 1;
        }
    }
}

impl Totals {
    /// Counts what others counted.
    pub fn merge(&mut self, more: &Self) {
        self.articles += more.articles;
        self.claims += more.claims;
        self.consistent += more.consistent;
        self.inconsistent += more.inconsistent;
        self.derivable += more.derivable;
    }

    /// The closing line.
    pub fn line(&self, language: Language) -> String {
        let Self { articles, claims, consistent, inconsistent, derivable } = *self;
        let checks = consistent + inconsistent + derivable;
        let [articles, claims, checks] = [(articles, "article"), (claims, "claim"), (checks, "check")]
            .map(|(number, noun)| counted(number, noun, language));
        let [agree, contradict, follow] =
            [Verdict::Consistent, Verdict::Inconsistent, Verdict::Derivable].map(|it| verdict(it, language));
        format!(
            "{articles}, {claims}, {checks}: {consistent} {agree}, {inconsistent} {contradict}, {derivable} {follow}"
        )
    }
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line(Language::English))
    }
}

/// All checks of an article and its coverage.
pub fn report(report: &Report<'_>) -> String {
    let mut out = report_of(report, Verdict::ALL);
    if out.is_empty() {
        out = heading(report);
    }
    coverage(&mut out, &report.extraction.coverage, report.language);
    out.push('\n');
    out
}

/// The checks of an article with certain verdicts; empty where there are none.
pub fn report_of(report: &Report<'_>, verdicts: &[Verdict]) -> String {
    let language = report.language;
    let wanted = |check: &&Check| verdicts.contains(&check.verdict);
    let checks: Vec<&Check> = report.extraction.checks.iter().filter(wanted).collect();
    if checks.is_empty() {
        return String::new();
    }
    let mut out = heading(report);
    let claims: HashMap<&str, &Claim> =
        report.extraction.claims.iter().map(|it| (it.id.as_str(), it)).collect();
    let text = report.text.map(|text| (Document::new(text, None), Lines::new(text)));
    for check in checks {
        // Writing to a string cannot fail.
        let outcome = verdict(check.verdict, language);
        let _ = writeln!(out, "  {outcome:13} {} {}: {}", check.rule, check.id, check.message);
        match &text {
            Some((document, lines)) => excerpts(&mut out, check, &claims, (document, lines), language),
            None => figures(&mut out, check, &claims, language),
        }
        for reading in &check.readings {
            let printed = claims.get(reading.claim.as_str()).map_or("", |claim| &claim.quantity.text);
            let shown = phrases::reading(&reading.text, printed, &reading.why, language);
            let _ = writeln!(out, "{INDENT}{shown}");
        }
    }
    out
}

const INDENT: &str = "    ";

fn heading(report: &Report<'_>) -> String {
    let Extraction { id, title, date, .. } = report.extraction;
    let title = title.as_ref().unwrap_or(id);
    let date = date.map_or_else(String::new, |date| format!(" ({date})"));
    format!("{}: {title}{date}\n", report.place)
}

/// The sentences of a check with its figures underlined; the whole sentence only where something is wrong.
fn excerpts(
    out: &mut String,
    check: &Check,
    claims: &HashMap<&str, &Claim>,
    (document, lines): (&Document<'_>, &Lines<'_>),
    language: Language,
) {
    let mut marks: Vec<Mark> = named(&check.members)
        .into_iter()
        .filter_map(|(name, id)| {
            let quantity = &claims.get(id)?.quantity;
            Some(Mark { span: Span::new(quantity.start, quantity.end), label: label(name, language) })
        })
        .collect();
    marks.sort_by_key(|mark| mark.span);
    let mut marks = marks.as_slice();
    while let Some(first) = marks.first() {
        let span = sentence::around(document, first.span);
        let inside = marks.iter().take_while(|mark| mark.span.start < span.end).count().max(1);
        let (here, rest) = marks.split_at(inside);
        sentence::show(out, document.text, span, here, lines, check.verdict == Verdict::Inconsistent);
        marks = rest;
    }
}

/// The figures of a check whose text is not at hand.
fn figures(out: &mut String, check: &Check, claims: &HashMap<&str, &Claim>, language: Language) {
    let figures = named(&check.members).into_iter().filter_map(|(name, id)| {
        let quantity = &claims.get(id)?.quantity;
        Some(format!("{} «{}» ({id})", label(name, language), quantity.text))
    });
    let _ = writeln!(out, "{INDENT}{}", figures.collect::<Vec<_>>().join(", "));
}

/// The stated members of a relation under their names.
pub(super) fn named(members: &Members) -> Vec<(&'static str, &str)> {
    let single: Vec<(&'static str, &Option<String>)> = match members {
        Members::Growth { old, new, change } => vec![("old", old), ("new", new), ("change", change)],
        Members::Sum { whole, parts } => {
            let parts = parts.iter().map(|part| ("part", part.as_str()));
            return whole.iter().map(|whole| ("whole", whole.as_str())).chain(parts).collect();
        }
        Members::Share { part, whole, percent } => {
            vec![("part", part), ("whole", whole), ("percent", percent)]
        }
        Members::Product { price, count, total } => {
            vec![("price", price), ("count", count), ("total", total)]
        }
        Members::Difference { a, b, gap } => vec![("a", a), ("b", b), ("gap", gap)],
        Members::Pair { a, b } => vec![("a", a), ("b", b)],
    };
    single.into_iter().filter_map(|(name, id)| Some((name, id.as_deref()?))).collect()
}

/// How much was checked, and why the rest was not.
fn coverage(out: &mut String, coverage: &Coverage, language: Language) {
    let Coverage { unchecked, .. } = coverage;
    let _ = writeln!(out, "  {}", phrases::coverage(coverage, language));
    let mut reasons: Vec<(&str, usize)> = Vec::new();
    for claim in unchecked {
        match reasons.iter_mut().find(|(why, _)| *why == claim.why) {
            Some((_, count)) => *count += 1,
            None => reasons.push((&claim.why, 1)),
        }
    }
    reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for (why, count) in reasons {
        let _ = writeln!(out, "  {count} {}: {why}", phrases::not_checked(language));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{check::CheckRule, claim::Kind};

    /// An extraction of `text` with a growth check over its figures, given by their surfaces.
    fn extraction(text: &str, figures: &[&str]) -> Extraction {
        let claim = |(at, figure): (usize, &&str)| {
            let start = text.find(figure).unwrap();
            let quantity = serde_json::json!({
                "start": start, "end": start + figure.len(), "text": figure, "kind": Kind::Money.name(),
                "value": "1", "unit": "EUR", "range": null, "modifier": null, "interval": {"low": "1", "high": "1"},
            });
            serde_json::json!({
                "id": format!("c{}", at + 1), "sentence": 1, "role": "level", "direction": null, "quantity": quantity,
                "subjects": [], "joint": false, "metric": null, "period": null, "base": null,
                "modality": "reported", "attribution": null, "equivalent_of": null,
            })
        };
        let claims: Vec<_> = figures.iter().enumerate().map(claim).collect();
        let mut extraction: Extraction =
            serde_json::from_value(serde_json::json!({"format": "zahlenwerk/1", "id": "a", "date": null,
                "title": "Titel", "claims": claims}))
            .unwrap();
        extraction.checks.push(Check {
            id: "k1".to_owned(),
            rule: CheckRule::Growth,
            verdict: Verdict::Inconsistent,
            members: Members::Growth {
                old: Some("c3".to_owned()),
                new: Some("c2".to_owned()),
                change: Some("c1".to_owned()),
            },
            complete: None,
            printed: None,
            computed: None,
            message: "it does not agree".to_owned(),
            readings: vec![crate::check::Reading {
                claim: "c1".to_owned(),
                text: "25 Prozent".to_owned(),
                why: "one digit is another".to_owned(),
            }],
        });
        extraction
    }

    #[test]
    fn figures_are_underlined_and_named() {
        let text =
            "Vorher.\nDer Umsatz stieg um 20 Prozent auf 10 Millionen Euro. Zuvor waren es 8 Millionen.";
        let found = extraction(text, &["20 Prozent", "10 Millionen Euro", "8 Millionen"]);
        let shown = report_of(
            &Report { place: "a.txt", text: Some(text), extraction: &found, language: Language::English },
            Verdict::ALL,
        );
        let want = "\
a.txt: Titel
  inconsistent  growth k1: it does not agree
    2:21     Der Umsatz stieg um 20 Prozent auf 10 Millionen Euro.
                                 ~~~~~~~~~~     ~~~~~~~~~~~~~~~~~ new
                                 change
    2:70     Zuvor waren es 8 Millionen.
                            ~~~~~~~~~~~ old
    perhaps «25 Prozent» for «20 Prozent»: one digit is another
";
        assert_eq!(shown, want);
    }

    #[test]
    fn german_readers_read_german() {
        let text = "Der Umsatz stieg um 20 Prozent auf 10 Euro, nach 8 Euro.";
        let found = extraction(text, &["20 Prozent", "10 Euro", "8 Euro"]);
        let shown = report(&Report {
            place: "a.txt",
            text: Some(text),
            extraction: &found,
            language: Language::German,
        });
        assert!(shown.contains("\n  widersprüchlich growth k1: "), "{shown}");
        assert!(shown.contains(" alt\n") && shown.contains("neu"), "{shown}");
        assert!(shown.contains("vielleicht «25 Prozent» statt «20 Prozent»: "), "{shown}");
        assert!(shown.ends_with("  0 Zahlen, 0 Aussagen, 0 prüfbar, 0 geprüft\n\n"), "{shown}");
    }

    #[test]
    fn claims_without_their_text_are_named() {
        let text = "20 Prozent, 10 Euro, 8 Euro";
        let found = extraction(text, &["20 Prozent", "10 Euro", "8 Euro"]);
        let shown = report(&Report {
            place: "claims.jsonl:1",
            text: None,
            extraction: &found,
            language: Language::English,
        });
        assert!(
            shown.contains("\n    old «8 Euro» (c3), new «10 Euro» (c2), change «20 Prozent» (c1)\n"),
            "{shown}"
        );
        assert!(shown.ends_with("  0 quantities, 0 claims, 0 checkable, 0 checked\n\n"), "{shown}");
    }
}
