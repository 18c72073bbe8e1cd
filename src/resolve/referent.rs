//! What names stand for.

use crate::{
    lexicon::Words,
    mention::{Mentions, Name, name::Entity},
};

/// The sort of thing that a subject is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Sort {
    Company,
    /// A country or region.
    Place,
    City,
    Institution,
    Index,
    Commodity,
    Person,
    Currency,
    /// A noun that names nobody in particular.
    Thing,
}

/// Who or what a figure can be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Referent {
    pub(super) name: String,
    /// The id in the document's list of companies.
    pub(super) company: Option<String>,
    pub(super) sort: Sort,
    /// The sector of a company of the lexicon.
    pub(super) sector: Option<u16>,
}

impl Referent {
    /// The referent of a name that stands for itself; `None` for descriptions (*der Konzern*).
    pub(super) fn of_name(words: &Words, mentions: &Mentions, name: &Name) -> Option<Self> {
        let names = &words.lexicon.names;
        let of =
            |name: &str, sort: Sort| Some(Self { name: name.to_owned(), company: None, sort, sector: None });
        match name.entity {
            Entity::Company(id) => {
                let company = names.company(id);
                Some(Self {
                    name: company.name.clone(),
                    company: Some(company.id.clone()),
                    sort: if names.is_judge(id) { Sort::Institution } else { Sort::Company },
                    sector: company.sector,
                })
            }
            Entity::UnknownCompany(index) => {
                let name = mentions.unknown_companies.get(usize::from(index))?;
                Some(Self {
                    name: name.clone(),
                    company: Some(id_of(name)),
                    sort: Sort::Company,
                    sector: None,
                })
            }
            Entity::Place(id) | Entity::PlaceAdjective(id) if names.is_city(id) => {
                of(names.place(id), Sort::City)
            }
            Entity::Place(id) | Entity::PlaceAdjective(id) => of(names.place(id), Sort::Place),
            Entity::Institution(id) => of(names.institution(id), Sort::Institution),
            Entity::Index(id) => {
                of(spelling(words.document.surface(name.place.span), names.index(id)), Sort::Index)
            }
            Entity::Commodity(id) => of(names.commodity(id), Sort::Commodity),
            Entity::Person => of(words.document.surface(name.place.span), Sort::Person),
            Entity::GenericCompany | Entity::SectorCompany(_) => None,
        }
    }
}

/// The text's own spelling of a name where it differs from the canonical one only in case, spaces and hyphens.
fn spelling<'a>(surface: &'a str, canonical: &'a str) -> &'a str {
    let letters = |text: &'a str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    if letters(surface).eq(letters(canonical)) { surface } else { canonical }
}

/// The id of a company that the lexicon does not know: its name in small letters and underscores.
pub(super) fn id_of(name: &str) -> String {
    let mut id = String::with_capacity(name.len());
    for byte in crate::document::fold::folded(name) {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => id.push(byte as char),
            _ if id.ends_with('_') || id.is_empty() => {}
            _ => id.push('_'),
        }
    }
    id.truncate(id.trim_end_matches('_').len());
    id
}
