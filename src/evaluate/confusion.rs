//! What was taken for what.

use std::{collections::BTreeMap, fmt};

/// Stands for nothing found, or nothing to be found.
pub(super) const NONE: &str = "-";

/// Counts of pairs of names: what it is, and what it was taken for.
#[derive(Debug, Clone, Default)]
pub(super) struct Confusion {
    counts: BTreeMap<(&'static str, &'static str), usize>,
}

impl Confusion {
    pub(super) fn add(&mut self, gold: &'static str, found: &'static str) {
        *self.counts.entry((gold, found)).or_default() += 1;
    }
}

/// A table: a row for what it is, a column for what it was taken for.
impl fmt::Display for Confusion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.counts.is_empty() {
            return writeln!(f, "  none");
        }
        let mut names: Vec<&str> = self.counts.keys().flat_map(|(gold, found)| [*gold, *found]).collect();
        names.sort_unstable_by_key(|name| (*name == NONE, *name));
        names.dedup();
        write!(f, "{:18}", "")?;
        for found in &names {
            write!(f, " {found:>width$}", width = found.len().max(5))?;
        }
        writeln!(f)?;
        for gold in &names {
            write!(f, "  {gold:16}")?;
            for found in &names {
                let count =
                    self.counts.iter().find(|((a, b), _)| a == gold && b == found).map(|(_, count)| *count);
                let cell = count.map_or_else(|| ".".to_owned(), |count| count.to_string());
                write!(f, " {cell:>width$}", width = found.len().max(5))?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_a_row_for_what_it_is() {
        let mut table = Confusion::default();
        table.add("money", "count");
        table.add("money", NONE);
        let shown = table.to_string();
        assert!(shown.contains("  money                1     .     1\n"), "{shown}");
    }
}
