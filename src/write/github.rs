//! Inconsistencies as workflow commands, which GitHub Actions shows beside the lines of a changed file.
//!
//! ```text
//! ::error file=artikel.txt,line=1,col=21,endColumn=31,title=zahlenwerk growth::10 Mio. after 8 Mio. is +25 %25
//! ```
//!
//! The form and its escapes are those of “Workflow commands for GitHub Actions” and of the command module of GitHub's
//! own toolkit.

use super::findings::{Finding, Located, findings};
use std::fmt::Write;

/// One line for each inconsistency of an article.
///
/// ```
/// use zahlenwerk::{Article, Pipeline, validate::Language, write::{findings::Located, github}};
///
/// let text = "Krones steigerte den Umsatz 2023 um 20 Prozent auf 10 Millionen Euro, nach 5 Millionen Euro im Vorjahr.";
/// let extraction = Pipeline::new()?.extract(&Article { id: "a", text, ..Article::default() });
/// let located = Located {
///     file: Some("a.txt"), row: None, text: Some(text), extraction: &extraction, language: Language::English,
/// };
/// assert!(github::commands(&located).starts_with("::error file=a.txt,line=1,col="));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn commands(located: &Located<'_>) -> String {
    let mut out = String::new();
    for finding in findings(located) {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "::error {}::{}", properties(located.file, &finding), data(&finding.message));
    }
    out
}

fn properties(file: Option<&str>, finding: &Finding) -> String {
    let mut out = String::new();
    if let Some(file) = file {
        let _ = write!(out, "file={},", property(file));
        if let Some(region) = finding.region {
            let _ = write!(out, "line={},", region.start_line);
            match (region.end_line, region.start_column, region.end_column) {
                // Columns are allowed within one line only.
                (Some(end), _, _) => _ = write!(out, "endLine={end},"),
                (None, Some(start), Some(end)) => _ = write!(out, "col={start},endColumn={end},"),
                (None, _, _) => {}
            }
        }
    }
    let _ = write!(out, "title={}", property(&format!("zahlenwerk {}", finding.rule)));
    out
}

/// Escapes a message. The percent sign comes first, as the other escapes hold one.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property, which ends at a comma or a colon.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{super::findings::Region, *};
    use crate::check::CheckRule;

    fn finding(region: Option<Region>) -> Finding {
        Finding { rule: CheckRule::Sum, message: String::new(), region, others: Vec::new() }
    }

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(data("5 %: ja,\r\nnein %0A"), "5 %25: ja,%0D%0Anein %250A");
        assert_eq!(property("a:b,c%\r\n"), "a%3Ab%2Cc%25%0D%0A");
    }

    #[test]
    fn columns_are_given_within_one_line_only() {
        let region = Region { start_line: 2, start_column: Some(9), end_line: Some(3), end_column: Some(4) };
        let shown = |region, file| properties(file, &finding(region));
        assert_eq!(shown(Some(region), Some("a")), "file=a,line=2,endLine=3,title=zahlenwerk sum");
        let region = Region { end_line: None, ..region };
        assert_eq!(shown(Some(region), Some("a")), "file=a,line=2,col=9,endColumn=4,title=zahlenwerk sum");
        let region = Region { start_column: None, end_column: None, ..region };
        assert_eq!(shown(Some(region), Some("a")), "file=a,line=2,title=zahlenwerk sum");
        assert_eq!(shown(Some(region), None), "title=zahlenwerk sum");
    }
}
