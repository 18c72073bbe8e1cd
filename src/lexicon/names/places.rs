//! Countries, regions and cities.

use super::{NameWord, add_name};
use crate::{
    error::Error,
    lexicon::{sense::Sense, table::Builder},
};
use serde::Deserialize;

/// A country, region or city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The canonical short name.
    pub name: String,
    /// ISO 3166 code of the country that it is or lies in.
    pub iso: Option<String>,
    /// A city.
    pub is_city: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    place: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    kind: String,
    iso: Option<String>,
    forms: String,
    adjective: Option<String>,
    people: Option<String>,
    #[serde(default)]
    ambiguous: bool,
}

/// Reads the places.
pub(super) fn load(to: &mut Builder) -> Result<Vec<Place>, Error> {
    let mut places = Vec::new();
    for (name, text) in [
        ("places_countries.toml", include_str!("../places_countries.toml")),
        ("places_regions.toml", include_str!("../places_regions.toml")),
        ("places_cities.toml", include_str!("../places_cities.toml")),
    ] {
        let file: File = crate::lexicon::read(name, text)?;
        for entry in file.place {
            let id = places.len() as u16;
            add_name(to, &entry.forms, NameWord::Place { id, sure: !entry.ambiguous });
            for forms in entry.adjective.iter().chain(&entry.people) {
                to.add_forms(forms, Sense::Name(NameWord::PlaceAdjective(id)));
            }
            places.push(Place { name: entry.name, iso: entry.iso, is_city: entry.kind == "city" });
        }
    }
    Ok(places)
}
