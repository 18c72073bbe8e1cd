//! Scores for people.

use super::{CORE, Scores, Tally};
use std::fmt;

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} documents, {} missing from the system's output", self.documents, self.missing)?;
        tally(f, "quantities (core kinds)", self.quantities(Some(CORE)))?;
        tally(f, "quantities (all kinds)", self.quantities(None))?;
        for (kind, found) in &self.kinds {
            tally(f, &format!("  {kind}"), *found)?;
        }
        let fields: Vec<String> =
            self.fields.iter().map(|field| format!("{} {:.3}", field.name, field.share())).collect();
        writeln!(f, "of the right quantities: {}", fields.join(", "))?;
        tally(f, "claims (all parts right)", self.claims)?;
        tally(f, "companies (exact span)", self.companies)?;
        tally(f, "relations with verdict", self.relations)?;
        writeln!(f, "false alarms (inconsistent where the gold is not): {}", self.false_alarms)
    }
}

fn tally(f: &mut fmt::Formatter<'_>, name: &str, tally: Tally) -> fmt::Result {
    let (p, r, f1) = (tally.precision(), tally.recall(), tally.f1());
    let Tally { hit, system, gold } = tally;
    writeln!(f, "{name:24} P {p:.3}  R {r:.3}  F1 {f1:.3}   ({hit} right, {system} extracted, {gold} gold)")
}

impl Scores {
    /// Tables of what was taken for what: kinds over all quantities, roles over the right ones. Rows are the gold.
    pub fn confusion(&self) -> String {
        format!("kinds\n{}roles\n{}", self.kind_confusion, self.role_confusion)
    }

    /// Every figure under its name, as floors are kept.
    pub fn figures(&self) -> Vec<(String, f64)> {
        let mut figures = Vec::new();
        for (name, tally) in [
            ("quantities_core", self.quantities(Some(CORE))),
            ("quantities_all", self.quantities(None)),
            ("claims_strict", self.claims),
            ("companies", self.companies),
            ("relations", self.relations),
        ] {
            figures.push((format!("{name}.p"), tally.precision()));
            figures.push((format!("{name}.r"), tally.recall()));
            figures.push((format!("{name}.f1"), tally.f1()));
        }
        figures.extend(self.fields.iter().map(|field| (format!("attributes.{}", field.name), field.share())));
        figures
    }
}
