//! Checks as diagnostics for people.

use crate::{check::Verdict, extraction::Extraction};
use std::fmt;

/// An article with its checks, to be shown.
#[derive(Debug, Clone, Copy)]
pub struct Report<'r> {
    /// The file it comes from.
    pub place: &'r str,
    /// Its text; offsets of the extraction count its bytes.
    pub text: Option<&'r str>,
    /// What was found.
    pub extraction: &'r Extraction,
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

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { articles, claims, consistent, inconsistent, derivable } = self;
        write!(
            f,
            "{articles} articles, {claims} claims: {consistent} checks consistent, {inconsistent} inconsistent, "
        )?;
        write!(f, "{derivable} figures derivable")
    }
}

/// All checks of an article.
pub fn report(report: &Report<'_>) -> String {
    report_of(report, Verdict::ALL)
}

/// The checks of an article with certain verdicts.
pub fn report_of(_report: &Report<'_>, _verdicts: &[Verdict]) -> String {
    String::new()
}
