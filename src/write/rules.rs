//! The rules of the mention stage with their examples, for people.

use crate::mention::{name, period, quantity};
use std::fmt::Write;

/// Every rule whose id begins with `prefix`: what it reads, what it finds in which text, and what it ignores.
///
/// ```
/// let shown = zahlenwerk::write::rules::list("quantity.range");
/// assert!(shown.starts_with("quantity.range"));
/// ```
pub fn list(prefix: &str) -> String {
    let mut out = String::new();
    for rule in quantity::rules() {
        show(&mut out, prefix, rule.id, rule.reads, rule.finds, rule.ignores);
    }
    for rule in period::RULES {
        show(&mut out, prefix, rule.id, "", rule.finds, rule.ignores);
    }
    for rule in name::RULES {
        show(&mut out, prefix, rule.id, "", rule.finds, rule.ignores);
    }
    out
}

fn show(out: &mut String, prefix: &str, id: &str, reads: &str, finds: &[(&str, &str)], ignores: &[&str]) {
    if !id.starts_with(prefix) {
        return;
    }
    let _ = writeln!(out, "{id}");
    if !reads.is_empty() {
        let _ = writeln!(out, "  {reads}");
    }
    for (text, notation) in finds {
        let _ = writeln!(out, "  finds    {text}  =>  {notation}");
    }
    for text in ignores {
        let _ = writeln!(out, "  ignores  {text}");
    }
}

#[cfg(test)]
mod tests {
    use super::list;

    #[test]
    fn every_rule_shows_an_example() {
        let shown = list("");
        let rules = shown.lines().filter(|line| !line.starts_with(' ')).count();
        assert!(rules > 20);
        assert!(shown.matches("finds").count() + shown.matches("ignores").count() > rules);
        assert!(list("no such rule").is_empty());
    }
}
