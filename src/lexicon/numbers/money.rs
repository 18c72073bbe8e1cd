//! Currencies: codes, signs, names, and which names several of them share.

use super::{NumberWord, NumberWords, UnitWord, wrong};
use crate::{
    decimal::Decimal,
    error::Error,
    lexicon::{paradigm::expand, sense::Sense, table::Builder},
};
use serde::Deserialize;
use std::collections::{HashMap, HashSet};

/// A currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Currency {
    /// ISO 4217.
    pub code: String,
    /// Units of it for one euro, where a law fixes that for good.
    pub fixed: Option<Decimal>,
    /// No longer money anywhere.
    pub historic: bool,
}

/// What a shared name may stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// The currencies, by their places, the default first.
    pub currencies: Vec<u16>,
    /// Whether the country that the article names decides (not for *Dollar*, which everybody takes for the US one).
    pub by_country: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    currency: Vec<Entry>,
    shared: Vec<SharedEntry>,
    shared_cents: Vec<SharedEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    code: String,
    #[serde(default)]
    symbols: Vec<String>,
    names: Vec<String>,
    #[serde(default)]
    bare: Vec<String>,
    #[serde(default)]
    cents: Vec<String>,
    #[serde(default)]
    bare_cents: Vec<String>,
    #[serde(default)]
    cent_symbols: Vec<String>,
    #[serde(default)]
    countries: Vec<String>,
    fixed: Option<String>,
    #[serde(default)]
    historic: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SharedEntry {
    names: String,
    codes: Vec<String>,
    #[serde(default)]
    by_country: bool,
}

const FILE: &str = "currencies.toml";

pub(super) fn load(to: &mut Builder, words: &mut NumberWords) -> Result<(), Error> {
    let file: File = super::super::read(FILE, include_str!("../currencies.toml"))?;
    let codes: HashMap<&str, u16> =
        file.currency.iter().enumerate().map(|(place, entry)| (entry.code.as_str(), place as u16)).collect();
    if codes.len() != file.currency.len() {
        return Err(wrong(FILE, "a code stands twice"));
    }
    let mut shared_names: HashMap<String, u8> = HashMap::new();
    for entry in file.shared.iter().chain(&file.shared_cents) {
        let find = |code: &String| {
            codes.get(code.as_str()).copied().ok_or_else(|| wrong(FILE, &format!("no currency `{code}`")))
        };
        let currencies = entry.codes.iter().map(find).collect::<Result<_, _>>()?;
        words.shared.push(Shared { currencies, by_country: entry.by_country });
        for name in expand(&entry.names) {
            shared_names.insert(name, words.shared.len() as u8);
        }
    }
    let mut surfaces = HashSet::new();
    for (place, entry) in file.currency.iter().enumerate() {
        let currency = place as u16;
        let unit = |cents, shared| UnitWord::Currency { currency, cents, shared };
        for (names, cents) in
            [(&entry.names, false), (&entry.bare, false), (&entry.cents, true), (&entry.bare_cents, true)]
        {
            for name in names.iter().flat_map(|name| expand(name)) {
                let shared = shared_names.get(&name).copied().unwrap_or(0);
                if !surfaces.insert(name.clone()) {
                    return Err(wrong(FILE, &format!("`{name}` stands twice")));
                }
                to.add(&name, Sense::Number(NumberWord::Unit(unit(cents, shared))));
            }
        }
        for (symbols, cents) in [(&entry.symbols, false), (&entry.cent_symbols, true)] {
            for symbol in symbols {
                if !surfaces.insert(format!("={symbol}")) {
                    return Err(wrong(FILE, &format!("`{symbol}` stands twice")));
                }
                let shared = shared_names.get(symbol).copied().unwrap_or(0);
                words.add_symbol(to, symbol, unit(cents, shared));
            }
        }
        words.add_symbol(to, &entry.code, unit(false, 0));
        for country in &entry.countries {
            to.add(country, Sense::Number(NumberWord::Country(currency)));
        }
        let fixed = entry.fixed.as_deref().map(|text| super::read_value(FILE, text)).transpose()?;
        words.currencies.push(Currency { code: entry.code.clone(), fixed, historic: entry.historic });
    }
    Ok(())
}
