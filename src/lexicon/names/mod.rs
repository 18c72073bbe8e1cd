//! Names and the nouns that stand for them: companies, places, institutions, indices, traded goods.

pub(super) mod companies;
mod places;

use super::{compounds::Compounds, paradigm::expand, sense::Sense, table::Builder};
use crate::{document::fold, error::Error};
pub use companies::Company;
pub use places::Place;
use serde::Deserialize;
use std::collections::HashSet;

/// A word of the grammar of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameWord {
    /// A company, by its place in [`NameWords`]; `sure` unless the word is also something else.
    Company {
        /// Which.
        id: u16,
        /// The word is nothing else.
        sure: bool,
        /// A genitive *-s* was added.
        genitive: bool,
    },
    /// A country, region or city.
    Place {
        /// Which.
        id: u16,
        /// The word is nothing else.
        sure: bool,
    },
    /// What is of a place, or who lives there: *österreichisch*, *Österreicher*.
    PlaceAdjective(u16),
    /// An authority, association, party or medium.
    Institution {
        /// Which.
        id: u16,
        /// The word is nothing else.
        sure: bool,
    },
    /// A stock index or barometer.
    Index(u16),
    /// A traded good.
    Commodity {
        /// Which.
        id: u16,
        /// The word is nothing else.
        sure: bool,
    },
    /// A noun for a company of a sector, by the sector's place.
    Sector(u16),
    /// A noun for any company.
    Generic,
    /// A compound that ends like a noun for a company and is none.
    NotCompany,
    /// A noun joined to a company's name by a hyphen: *VW-Chef*.
    Companion,
    /// What may end a company's name: *AG*.
    LegalForm,
    /// A given name, which a surname follows.
    FirstName,
    /// What stands before a surname: *Frau*, *Minister*.
    Title,
}

/// Everything that has a name.
#[derive(Debug, Default)]
pub struct NameWords {
    companies: Vec<Company>,
    places: Vec<Place>,
    institutions: Vec<Institution>,
    indices: Vec<String>,
    commodities: Vec<Commodity>,
    heads: Compounds,
    /// The same heads alone, for compounds with a hyphen.
    head_hashes: HashSet<u64>,
    sectors: Vec<String>,
}

/// An authority, association, research institute, party or medium.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Institution {
    /// The canonical short name.
    pub name: String,
    /// What it is: `central_bank`, `party`, `media`, …
    pub kind: String,
}

#[derive(Debug)]
struct Commodity {
    name: String,
    metric: String,
}

impl NameWords {
    /// A company.
    pub fn company(&self, id: u16) -> &Company {
        &self.companies[usize::from(id)]
    }

    /// The name of a sector.
    pub fn sector(&self, id: u16) -> &str {
        &self.sectors[usize::from(id)]
    }

    /// The sector of a company.
    pub fn sector_of(&self, id: u16) -> &str {
        self.company(id).sector.map_or("", |sector| self.sector(sector))
    }

    /// Adds a company with its surfaces in paradigm notation, each `true` where it is nothing else; `false` if there
    /// is no room.
    pub(super) fn add_company<'s>(
        &mut self,
        to: &mut Builder,
        company: Company,
        surfaces: impl Iterator<Item = (&'s str, bool)>,
    ) -> bool {
        let Ok(id) = u16::try_from(self.companies.len()) else { return false };
        for (surface, sure) in surfaces {
            companies::add_surface(to, id, surface, sure);
        }
        self.companies.push(company);
        true
    }

    /// The number of a sector, given out where it is new.
    pub(super) fn sector_number(&mut self, id: &str) -> u16 {
        sector_number(&mut self.sectors, id)
    }

    /// The number of companies.
    pub fn company_count(&self) -> usize {
        self.companies.len()
    }

    /// The canonical name of a place.
    pub fn place(&self, id: u16) -> &str {
        &self.places[usize::from(id)].name
    }

    /// Whether a place is a city.
    pub fn is_city(&self, id: u16) -> bool {
        self.places[usize::from(id)].is_city
    }

    /// Whether a company's trade is to judge others: it is named as a source more often than for itself.
    pub fn is_judge(&self, id: u16) -> bool {
        matches!(self.sector_of(id), "rating" | "consulting")
    }

    /// The canonical name of an institution.
    pub fn institution(&self, id: u16) -> &str {
        &self.institutions[usize::from(id)].name
    }

    /// What an institution is.
    pub fn institution_kind(&self, id: u16) -> &str {
        &self.institutions[usize::from(id)].kind
    }

    /// The canonical name of an index.
    #[expect(clippy::should_implement_trait, reason = "a stock index, not a place in a list")]
    pub fn index(&self, id: u16) -> &str {
        &self.indices[usize::from(id)]
    }

    /// The canonical name of a traded good.
    pub fn commodity(&self, id: u16) -> &str {
        &self.commodities[usize::from(id)].name
    }

    /// The metric that the price of a traded good is.
    pub fn commodity_metric(&self, name: &str) -> Option<&str> {
        self.commodities.iter().find(|good| good.name == name).map(|good| good.metric.as_str())
    }

    /// Whether a compound ends in a noun for a company: *Schraubenhersteller*.
    pub fn is_company_noun(&self, word: &str) -> bool {
        self.heads.find(word).is_some()
    }

    /// Whether a word may end a hyphenated noun for a company: *Fluggast-Portal*; by its folded hash.
    pub fn is_company_head(&self, hash: u64) -> bool {
        self.head_hashes.contains(&hash)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InstitutionFile {
    institution: Vec<InstitutionEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InstitutionEntry {
    name: String,
    forms: Vec<String>,
    kind: String,
    #[serde(default)]
    ambiguous: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndexFile {
    index: Vec<IndexEntry>,
    commodity: Vec<CommodityEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndexEntry {
    name: String,
    forms: Vec<String>,
    #[serde(rename = "country")]
    _country: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CommodityEntry {
    name: String,
    forms: String,
    metric: String,
    #[serde(default)]
    ambiguous: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonFile {
    first_name: String,
    title: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectorFile {
    sector: Vec<SectorEntry>,
    generic: Vec<String>,
    head: Vec<String>,
    not_company: Vec<String>,
    companion: Vec<String>,
    legal_form: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectorEntry {
    id: Option<String>,
    #[serde(default)]
    ids: Vec<String>,
    forms: Vec<String>,
}

/// Reads all files of names.
pub(super) fn load(to: &mut Builder) -> Result<NameWords, Error> {
    let mut sectors = Vec::new();
    let mut words = NameWords { companies: companies::load(to, &mut sectors)?, ..NameWords::default() };
    words.places = places::load(to)?;

    let file: InstitutionFile = super::read("institutions.toml", include_str!("../institutions.toml"))?;
    for entry in file.institution {
        let sense = NameWord::Institution { id: words.institutions.len() as u16, sure: !entry.ambiguous };
        entry.forms.iter().for_each(|forms| add_name(to, forms, sense));
        words.institutions.push(Institution { name: entry.name, kind: entry.kind });
    }

    let file: IndexFile = super::read("indices.toml", include_str!("../indices.toml"))?;
    for entry in file.index {
        let sense = NameWord::Index(words.indices.len() as u16);
        entry.forms.iter().for_each(|forms| add_name(to, forms, sense));
        words.indices.push(entry.name);
    }
    for entry in file.commodity {
        let sense = NameWord::Commodity { id: words.commodities.len() as u16, sure: !entry.ambiguous };
        to.add_forms(&entry.forms, Sense::Name(sense));
        words.commodities.push(Commodity { name: entry.name, metric: entry.metric });
    }

    let file: SectorFile = super::read("sectors.toml", include_str!("../sectors.toml"))?;
    for entry in file.sector {
        for id in entry.id.iter().chain(&entry.ids) {
            let sense = NameWord::Sector(sector_number(&mut sectors, id));
            entry.forms.iter().for_each(|forms| to.add_forms(forms, Sense::Name(sense)));
        }
    }
    for (forms, sense) in [
        (&file.generic, NameWord::Generic),
        (&file.not_company, NameWord::NotCompany),
        (&file.companion, NameWord::Companion),
        (&file.legal_form, NameWord::LegalForm),
    ] {
        for forms in forms {
            to.add_forms(forms, Sense::Name(sense));
        }
    }
    for form in &file.head {
        words.heads.add(form, Sense::Name(NameWord::Generic));
        words.head_hashes.insert(fold::hash(form));
    }

    let file: PersonFile = super::read("persons.toml", include_str!("../persons.toml"))?;
    file.first_name.split_whitespace().for_each(|name| add_name(to, name, NameWord::FirstName));
    file.title.iter().for_each(|forms| to.add_forms(forms, Sense::Name(NameWord::Title)));
    words.sectors = sectors;
    Ok(words)
}

/// The number of a sector, given out in the order of first use.
fn sector_number(sectors: &mut Vec<String>, id: &str) -> u16 {
    let place = sectors.iter().position(|sector| sector == id).unwrap_or_else(|| {
        sectors.push(id.to_owned());
        sectors.len() - 1
    });
    place as u16
}

/// Adds a name in all its forms, each also with the *-s* of the genitive.
fn add_name(to: &mut Builder, forms: &str, sense: NameWord) {
    for form in expand(forms) {
        to.add(&form, Sense::Name(sense));
        if let Some(genitive) = genitive(&form) {
            to.add(&genitive, Sense::Name(sense));
        }
    }
}

/// The genitive of a name; `None` where it takes none or only an apostrophe.
fn genitive(name: &str) -> Option<String> {
    let last = name.chars().next_back()?;
    (!matches!(last, 's' | 'x' | 'z' | 'S' | 'X' | 'Z' | 'ß' | '.' | '!' | '*' | '+' | '0'..='9'))
        .then(|| format!("{name}s"))
}
