//! What values options take.

use clap::ValueEnum;
use encoding_rs::Encoding;
use jiff::civil::Date;
use serde::Deserialize;
use zahlenwerk::write;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Json,
    /// One document a line
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// For people, the figures underlined
    Text,
    /// As `extract` prints them: an object for one document, an array for several
    Json,
    /// As `extract` prints them, one document a line
    Jsonl,
    /// SARIF 2.1.0 with the inconsistencies, for editors and code hosts
    Sarif,
    /// A workflow command for each inconsistency, for GitHub Actions
    Github,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Lang {
    /// German
    De,
    /// English
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Offsets {
    /// Unicode code points
    Chars,
    /// Bytes of UTF-8
    Bytes,
    /// Code units of UTF-16
    Utf16,
}

impl From<Offsets> for write::Offsets {
    fn from(offsets: Offsets) -> Self {
        match offsets {
            Offsets::Chars => Self::Chars,
            Offsets::Bytes => Self::Bytes,
            Offsets::Utf16 => Self::Utf16,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Document {
    /// What `extract` prints
    Extraction,
    /// What `mentions` prints
    Mentions,
}

/// A day of the calendar.
pub(crate) fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "give a day of the calendar as YYYY-MM-DD".to_owned())
}

/// An encoding by its label.
pub(crate) fn encoding(name: &str) -> Result<&'static Encoding, String> {
    Encoding::for_label(name.as_bytes())
        .ok_or_else(|| "there is no encoding of that name; try utf-8, windows-1252 or utf-16le".to_owned())
}
