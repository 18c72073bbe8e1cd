//! Companies, one file a country, index or sector.

use super::{super::paradigm::expand, NameWord, genitive, sector_number};
use crate::{
    document::fold,
    error::Error,
    lexicon::{sense::Sense, table::Builder},
};
use serde::Deserialize;
use std::collections::{HashMap, HashSet};

/// A company of the lexicon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Company {
    /// The id in the output.
    pub id: String,
    /// The canonical short name.
    pub name: String,
    /// ISO 3166 code of the country of its seat.
    pub country: String,
    /// Its sector, by number.
    pub sector: Option<u16>,
    /// The id of its parent.
    pub parent: Option<String>,
    /// ISO 6166 number, where certain.
    pub isin: Option<String>,
    /// ISO 17442 identifier, where certain.
    pub lei: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    company: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    ambiguous_aliases: Vec<String>,
    country: String,
    sector: Option<String>,
    #[serde(default)]
    ambiguous: bool,
    parent: Option<String>,
    isin: Option<String>,
    lei: Option<String>,
}

macro_rules! files {
    ($($name:literal)+) => { &[$(($name, include_str!(concat!("../companies/", $name)))),+] };
}

/// The files, their names and their texts.
pub(in crate::lexicon) const FILES: &[(&str, &str)] = files! {
    "americas_africa_middle_east.toml"
    "asia_pacific_other.toml"
    "at_listed.toml"
    "at_private_consumer.toml"
    "at_private_finance.toml"
    "at_private_industry.toml"
    "benelux.toml"
    "ca.toml"
    "ch_listed.toml"
    "ch_private_consumer.toml"
    "ch_private_finance.toml"
    "ch_private_industry.toml"
    "cn_hk.toml"
    "de_banks_insurers.toml"
    "de_dax.toml"
    "de_energy.toml"
    "de_historical.toml"
    "de_mdax.toml"
    "de_media_telecom_tech.toml"
    "de_private_food.toml"
    "de_private_industry.toml"
    "de_private_materials.toml"
    "de_private_retail.toml"
    "de_private_services.toml"
    "de_sdax_tecdax.toml"
    "de_transport_realestate.toml"
    "eastern_europe.toml"
    "es_ibex.toml"
    "fr_cac.toml"
    "gb_ftse.toml"
    "it_mib.toml"
    "jp_nikkei.toml"
    "kr_tw_in.toml"
    "nordics.toml"
    "russia_baltics.toml"
    "us_private.toml"
    "us_sp500_a.toml"
    "us_sp500_b.toml"
};

/// Reads the companies; gives each sector a number.
pub(super) fn load(to: &mut Builder, sectors: &mut Vec<String>) -> Result<Vec<Company>, Error> {
    let mut companies: Vec<Company> = Vec::new();
    let mut shorts: Vec<(String, u16)> = Vec::new();
    let mut surfaces: HashSet<Vec<u8>> = HashSet::new();
    for &(name, text) in FILES {
        let file: File = crate::lexicon::read(name, text)?;
        for entry in file.company {
            let id = companies.len() as u16;
            for (surface, sure) in std::iter::once((&entry.name, !entry.ambiguous))
                .chain(entry.aliases.iter().map(|alias| (alias, !entry.ambiguous)))
                .chain(entry.ambiguous_aliases.iter().map(|alias| (alias, false)))
            {
                surfaces.extend(expand(surface).iter().map(|form| fold::fold(form)));
                add_surface(to, id, surface, sure);
            }
            if let Some(short) = short_name(&entry.name) {
                shorts.push((short.to_owned(), id));
            }
            companies.push(Company {
                id: entry.id,
                name: entry.name,
                country: entry.country,
                sector: entry.sector.as_deref().map(|sector| sector_number(sectors, sector)),
                parent: entry.parent,
                isin: entry.isin,
                lei: entry.lei,
            });
        }
    }
    // A short form that several share, or that is a name of its own, is left to that.
    let mut seen: HashMap<Vec<u8>, usize> = HashMap::new();
    for (short, _) in &shorts {
        *seen.entry(fold::fold(short)).or_default() += 1;
    }
    for (short, id) in &shorts {
        let form = fold::fold(short);
        if seen.get(&form) == Some(&1) && !surfaces.contains(&form) {
            to.add(short, Sense::Name(NameWord::Company { id: *id, sure: false, genitive: false }));
        }
    }
    Ok(companies)
}

/// Adds a surface of a company in all its forms, each also with the *-s* of the genitive.
pub(super) fn add_surface(to: &mut Builder, id: u16, surface: &str, sure: bool) {
    for form in expand(surface) {
        to.add(&form, Sense::Name(NameWord::Company { id, sure, genitive: false }));
        if let Some(genitive) = genitive(&form) {
            to.add(&genitive, Sense::Name(NameWord::Company { id, sure, genitive: true }));
        }
    }
}

/// What is left of a name without the word that says what the company does: *Dialog Semiconductor*.
fn short_name(name: &str) -> Option<&str> {
    let (short, last) = name.rsplit_once(' ')?;
    let descriptor = matches!(
        last,
        "Semiconductor"
            | "Semiconductors"
            | "Technologies"
            | "Technology"
            | "Systems"
            | "Group"
            | "Holding"
            | "Holdings"
            | "Industries"
            | "Financial"
            | "Pharma"
            | "Pharmaceuticals"
            | "Energy"
            | "Motors"
            | "Motor"
            | "Airlines"
            | "Foods"
            | "Software"
            | "Therapeutics"
            | "International"
            | "Entertainment"
            | "Networks"
            | "Electronics"
            | "Chemical"
            | "Chemicals"
            | "Steel"
            | "Mining"
            | "Resources"
            | "Nordbank"
            | "Insurance"
            | "Airways"
            | "Biotech"
            | "Media"
            | "Labs"
    );
    (descriptor && !short.contains(' ') && short.len() >= 3).then_some(short)
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use std::collections::HashSet;

    #[test]
    fn ids_are_unique_and_parents_exist() {
        let lexicon = Lexicon::built_in().unwrap();
        let names = &lexicon.names;
        assert!(names.company_count() >= 2500, "{}", names.company_count());
        let mut ids = HashSet::new();
        for company in &names.companies {
            assert!(ids.insert(company.id.as_str()), "{} stands twice", company.id);
        }
        for company in &names.companies {
            assert!(
                company.parent.as_deref().is_none_or(|parent| ids.contains(parent)),
                "{} has no such parent",
                company.id
            );
        }
    }

    #[test]
    fn check_digits_of_isins_hold() {
        let lexicon = Lexicon::built_in().unwrap();
        for isin in lexicon.names.companies.iter().filter_map(|company| company.isin.as_deref()) {
            let digits: String = isin.chars().map(|c| c.to_digit(36).unwrap().to_string()).collect();
            let sum: u32 = digits
                .chars()
                .rev()
                .enumerate()
                .map(|(place, c)| {
                    let digit = c.to_digit(10).unwrap() * if place.is_multiple_of(2) { 1 } else { 2 };
                    digit / 10 + digit % 10
                })
                .sum();
            assert!(isin.len() == 12 && u32::is_multiple_of(sum, 10), "{isin}");
        }
    }
}
