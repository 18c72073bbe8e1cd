//! Names: companies, places, institutions, indices, and nouns that stand for them.

mod described;
mod doubt;
mod echo;
mod find;
mod known;
mod legal;
mod list;
mod person;
mod rules;
mod unknown;

use super::Place;
pub use find::find;
pub use rules::{RULES, Rule};

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entity {
    /// A company of the lexicon, by its place there.
    Company(u16),
    /// A company that only its form or context shows, by its place in [`super::Mentions::unknown_companies`].
    UnknownCompany(u16),
    /// A country, region or city, by its place in the lexicon.
    Place(u16),
    /// The adjective or people of a place: *österreichisch*, *Österreicher*.
    PlaceAdjective(u16),
    /// An authority, association, research institute, party, medium.
    Institution(u16),
    /// A stock index or barometer.
    Index(u16),
    /// A traded good.
    Commodity(u16),
    /// A noun that stands for a company named elsewhere: *der Konzern*, *die Gruppe*.
    GenericCompany,
    /// The same with its sector, by its place in the lexicon: *der Autobauer*.
    SectorCompany(u16),
    /// A person named with title, office or first name.
    Person,
}

/// A name in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// Where it stands: the name alone, without article.
    pub place: Place,
    /// What it stands for.
    pub entity: Entity,
    /// It ends in the genitive *-s* (*Alibabas Umsatz*).
    pub genitive: bool,
    /// It is the first part of a hyphenated word (*VW-Chef*): the noun behind it is what the word is.
    pub modifier: bool,
}
