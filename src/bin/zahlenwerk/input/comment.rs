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
    let mut comments: Vec<Comment> = Vec::new();
    let mut without = String::new();
    // A line of comments alone is about the next one.
    let mut waiting = 0;
    let (mut row, mut offset) = (0, 0);
    for line in text.split_inclusive('\n') {
        row += 1;
        let mut rest = line;
        while let Some(start) = rest.find(OPENS) {
            let (before, found) = rest.split_at(start);
            let at = line.len() - found.len();
            let column = line[..at].chars().count() + 1;
            let here = format!("{place}:{row}:{column}");
            let Some(end) = found.find(CLOSES) else {
                return Err(Failure::new(here, "a comment has no end on its line", "close it with `-->`"));
            };
            let (check, reason) = read(&here, &found[OPENS.len()..end])?;
            comments.push(Comment { at: (row, column), line: row, check, reason });
            let (comment, behind) = found.split_at(end + CLOSES.len());
            without.push_str(before);
            without.extend(comment.chars().map(blank));
            rest = behind;
        }
        without.push_str(rest);
        if !without[offset..].trim().is_empty() {
            comments[waiting..].iter_mut().for_each(|comment| comment.line = row);
            waiting = comments.len();
        }
        offset = without.len();
    }
    *text = without;
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
