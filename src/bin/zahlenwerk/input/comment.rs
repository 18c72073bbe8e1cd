//! Comments in a .txt that ignore a known contradiction.
//!
//! `<!-- zahlenwerk: ignore growth: misprint of the source -->` ignores contradictions of growth that have a figure on
//! the same line, or, where the comment stands alone, on the next line that holds text.

use crate::failure::Failure;
use zahlenwerk::{check::CheckRule, lexicon::user};

const OPENS: &str = "<!-- zahlenwerk:";
const CLOSES: &str = "-->";

/// What a comment ignores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Comment {
    /// Line and column of the comment.
    pub(crate) at: (usize, usize),
    /// The line whose figures it is about.
    pub(crate) line: usize,
    pub(crate) check: CheckRule,
    pub(crate) reason: String,
}

/// Takes the comments out of a text: blanks of the same size stand in their places, so that no offset changes.
pub(crate) fn take(place: &str, text: &mut String) -> Result<Vec<Comment>, Failure> {
    let mut comments = Vec::new();
    while let Some(start) = text.find(OPENS) {
        let found = text.get(start..).unwrap_or_default();
        let line = found.lines().next().unwrap_or_default();
        let Some(end) = line.find(CLOSES) else {
            let place = user::place(place, text, start);
            return Err(Failure::new(place, "a comment has no end on its line", "close it with `-->`"));
        };
        let inside = line.get(OPENS.len()..end).unwrap_or_default();
        let (check, reason) = read(&user::place(place, text, start), inside)?;
        let before = text.get(..start).unwrap_or_default();
        let row = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        comments.push(Comment { at: (row, column), line: row, check, reason });
        let range = start..start + end + CLOSES.len();
        let blank: String = text.get(range.clone()).unwrap_or_default().chars().map(blank).collect();
        text.replace_range(range, &blank);
    }
    // A line of comments alone is about the next one.
    let lines: Vec<&str> = text.lines().collect();
    for comment in &mut comments {
        let rest = lines.iter().enumerate().skip(comment.line - 1);
        let with_text = rest.filter(|(_, line)| !line.trim().is_empty()).map(|(at, _)| at + 1);
        comment.line = with_text.min().unwrap_or(comment.line);
    }
    Ok(comments)
}

fn read(place: &str, inside: &str) -> Result<(CheckRule, String), Failure> {
    let rest = inside.trim().strip_prefix("ignore ");
    let parts = rest.and_then(|rest| rest.split_once(':')).filter(|(_, reason)| !reason.trim().is_empty());
    let Some((check, reason)) = parts else {
        let advice = "write <!-- zahlenwerk: ignore CHECK: REASON -->";
        return Err(Failure::new(place, "this is no ignore with a check and a reason", advice));
    };
    let check = check.trim();
    let Some(rule) = CheckRule::find(check) else {
        let names = CheckRule::ALL.iter().map(|rule| rule.name());
        let advice = match user::closest(check, names.clone()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("there are {}", names.collect::<Vec<_>>().join(", ")),
        };
        return Err(Failure::new(place, format!("there is no check `{check}`"), advice));
    };
    Ok((rule, reason.trim().to_owned()))
}

/// A blank of as many bytes.
fn blank(of: char) -> &'static str {
    match of.len_utf8() {
        1 => " ",
        2 => "\u{a0}",
        3 => "\u{2003}",
        _ => "\u{a0}\u{a0}",
    }
}
