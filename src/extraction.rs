//! The result for one document: what the pipeline makes and `write` writes.

use crate::{
    check::{Check, Coverage},
    claim::{Claim, Phrase},
};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the output format.
pub const FORMAT: &str = "zahlenwerk/1";

/// A company that the document mentions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Company {
    /// Its id in the lexicon, or one made from its name.
    pub id: String,
    /// The canonical short name.
    pub name: String,
    /// Legal Entity Identifier (ISO 17442), where certain.
    pub lei: Option<String>,
    /// International Securities Identification Number (ISO 6166), where certain.
    pub isin: Option<String>,
    /// Wikidata item, where a user's lexicon gives it.
    pub wikidata: Option<String>,
    /// Every mention by name.
    pub mentions: Vec<Phrase>,
}

/// Something that could not be read, or was read with doubt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// Where it starts.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
    /// The surface.
    pub text: String,
    /// What the matter is.
    pub why: String,
}

/// Claims, companies and checks of one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Extraction {
    /// [`FORMAT`].
    pub format: String,
    /// The document's id.
    pub id: String,
    /// The document's date, the anchor of relative periods.
    #[schemars(with = "Option<String>")]
    pub date: Option<Date>,
    /// The document's title.
    pub title: Option<String>,
    /// One for each quantity, in text order.
    pub claims: Vec<Claim>,
    /// Every company mentioned, in the order of first mention.
    #[serde(default)]
    pub companies: Vec<Company>,
    /// One for each relation that can be recomputed.
    #[serde(default)]
    pub checks: Vec<Check>,
    /// How much could be checked.
    #[serde(default)]
    pub coverage: Coverage,
    /// Doubts.
    #[serde(default)]
    pub notes: Vec<Note>,
}
