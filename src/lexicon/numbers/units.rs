//! Physical units, points, percent and lengths of time.

use super::{NumberWord, NumberWords, UnitWord, wrong};
use crate::{
    decimal::Decimal,
    error::Error,
    lexicon::{paradigm::expand, sense::Sense, table::Builder},
};
use serde::Deserialize;
use std::collections::HashSet;

/// A physical unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Its name in the singular.
    pub name: String,
    /// Its short forms.
    pub symbols: Vec<String>,
    /// The base unit and how much of it one unit is; `None` where nothing is converted.
    pub base: Option<(String, Decimal)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    measure: Vec<Entry>,
    points: Vec<String>,
    index_units: Vec<String>,
    percent: Words,
    permille: Words,
    percent_adjective: Vec<String>,
    permille_adjective: Vec<String>,
    percentage_point: Words,
    basis_point: Words,
    duration: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    names: Vec<String>,
    symbols: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    unit: String,
    #[serde(default)]
    symbols: Vec<String>,
    #[serde(default)]
    names: Vec<String>,
    si: Option<Si>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Si {
    base: String,
    factor: String,
}

const FILE: &str = "measures.toml";

pub(super) fn load(to: &mut Builder, words: &mut NumberWords) -> Result<(), Error> {
    let file: File = super::super::read(FILE, include_str!("../measures.toml"))?;
    let mut surfaces = HashSet::new();
    for entry in &file.measure {
        let unit = UnitWord::Measure(words.measures.len() as u16);
        for name in entry.names.iter().flat_map(|name| expand(name)) {
            if !surfaces.insert(name.clone()) {
                return Err(wrong(FILE, &format!("`{name}` stands twice")));
            }
            to.add(&name, Sense::Number(NumberWord::Unit(unit)));
        }
        for symbol in &entry.symbols {
            if !surfaces.insert(format!("={symbol}")) {
                return Err(wrong(FILE, &format!("`{symbol}` stands twice")));
            }
            words.add_symbol(to, symbol, unit);
        }
        let base = match &entry.si {
            Some(si) => Some((si.base.clone(), super::read_value(FILE, &si.factor)?)),
            None => None,
        };
        words.measures.push(Measure { name: entry.unit.clone(), symbols: entry.symbols.clone(), base });
    }
    for (list, unit) in [
        (&file.points, UnitWord::Points),
        (&file.index_units, UnitWord::IndexUnits),
        (&file.percent_adjective, UnitWord::PercentAdjective),
        (&file.permille_adjective, UnitWord::PermilleAdjective),
    ] {
        for forms in list {
            to.add_forms(forms, Sense::Number(NumberWord::Unit(unit)));
        }
    }
    for (list, unit) in [
        (&file.percent, UnitWord::Percent),
        (&file.permille, UnitWord::Permille),
        (&file.percentage_point, UnitWord::PercentagePoint),
        (&file.basis_point, UnitWord::BasisPoint),
    ] {
        list.names.iter().for_each(|forms| to.add_forms(forms, Sense::Number(NumberWord::Unit(unit))));
        list.symbols.iter().for_each(|symbol| words.add_symbol(to, symbol, unit));
    }
    for forms in &file.duration.names {
        to.add_head_forms(forms, Sense::Number(NumberWord::Unit(UnitWord::Duration)));
    }
    file.duration.symbols.iter().for_each(|symbol| words.add_symbol(to, symbol, UnitWord::Duration));
    Ok(())
}
