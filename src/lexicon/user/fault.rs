//! What is wrong in a user's file: line and column, what was expected, the likely spelling.

use crate::error::Error;

/// A fault that the reader of TOML found.
pub fn of_toml(file: &str, text: &str, error: &toml::de::Error) -> Error {
    let at = error.span().map_or(0, |span| span.start);
    let message = error.message();
    // *unknown field `a`, expected one of `b`, `c`*: every second piece stands in the marks.
    let mut quoted = message.split('`').skip(1).step_by(2);
    let suggestion = if message.starts_with("unknown ") {
        quoted.next().and_then(|wrong| closest(wrong, quoted))
    } else {
        None
    };
    at_with(file, text, at, message, suggestion)
}

/// A byte of the text as `file:line:column`, both from 1; the column counts characters.
///
/// ```
/// assert_eq!(zahlenwerk::lexicon::user::place("a.toml", "ä = 1\nb = 2", 8), "a.toml:2:2");
/// ```
pub fn place(file: &str, text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    format!("{file}:{line}:{column}")
}

/// A fault at a byte of the text.
pub(super) fn at(file: &str, text: &str, at: usize, what: &str) -> Error {
    at_with(file, text, at, what, None)
}

/// The same with the spelling that was probably meant.
pub(super) fn at_with(file: &str, text: &str, at: usize, what: &str, suggestion: Option<&str>) -> Error {
    let what = what.trim().replace('\n', ", ");
    let what = match suggestion {
        Some(known) => format!("{what}; did you mean `{known}`?"),
        None => what,
    };
    Error::Lexicon { file: place(file, text, at), what }
}

/// The known word that is closest to a wrong one, if it is close.
pub fn closest<'k>(wrong: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let far = 1 + wrong.chars().count() / 3;
    known
        .map(|word| (distance(wrong, word), word))
        .filter(|&(away, _)| away <= far)
        .min_by_key(|&(away, _)| away)
        .map(|(_, word)| word)
}

/// How many letters must be changed, added or left out.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut corner = i;
        row[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let changed = corner + usize::from(letter != *other);
            corner = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}
