//! What changed between two snapshots, line by line.

use similar::{ChangeTag, TextDiff};
use std::fmt::Write;

/// Lines around a change.
const AROUND: usize = 2;

/// The changed lines with those around them: `-` what the snapshot says, `+` what is read now.
pub(crate) fn lines(old: &str, new: &str, coloured: bool) -> String {
    let diff = TextDiff::from_lines(old, new);
    let mut out = String::new();
    for (at, group) in diff.grouped_ops(AROUND).iter().enumerate() {
        if at > 0 {
            out.push_str("  …\n");
        }
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let (sign, colour) = match change.tag() {
                ChangeTag::Delete => ('-', "\u{1b}[31m"),
                ChangeTag::Insert => ('+', "\u{1b}[32m"),
                ChangeTag::Equal => (' ', ""),
            };
            let line = change.value().trim_end_matches('\n');
            let _ = if coloured && !colour.is_empty() {
                writeln!(out, "  {colour}{sign} {line}\u{1b}[0m")
            } else {
                writeln!(out, "  {sign} {line}")
            };
        }
    }
    out
}
