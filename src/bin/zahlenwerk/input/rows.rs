//! A .jsonl holds one article, or the claims of one, a row.

use super::{
    Body, Item, OwnedArticle,
    decode::{decode, utf_8},
    paths::Source,
    read_date,
};
use crate::failure::Failure;
use encoding_rs::{Encoding, UTF_8};
use serde::{Deserialize, de::IgnoredAny};
use std::io::{BufRead, Cursor, Read};
use zahlenwerk::extraction::{Extraction, FORMAT};

/// The keys that are read; others are somebody else's.
#[derive(Deserialize)]
struct Row {
    format: Option<String>,
    id: Option<Id>,
    text: Option<String>,
    date: Option<String>,
    title: Option<String>,
    claims: Option<IgnoredAny>,
}

/// Ids are names or numbers.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Name(String),
    Number(serde_json::Number),
}

/// The rows of a source.
pub(crate) struct Rows {
    reader: Box<dyn BufRead>,
    name: String,
    file: Option<String>,
    id: String,
    claims: bool,
    line: u64,
    offset: u64,
    buffer: Vec<u8>,
    broken: bool,
}

impl Rows {
    /// Reads rows of articles, and of claims if `claims`.
    pub(crate) fn new(
        source: &Source,
        mut reader: Box<dyn BufRead>,
        encoding: &'static Encoding,
        claims: bool,
    ) -> Result<Self, Failure> {
        if encoding != UTF_8 {
            let mut bytes = Vec::new();
            reader.read_to_end(&mut bytes).map_err(|error| source.reading(&error))?;
            reader = Box::new(Cursor::new(decode(&source.name, &bytes, encoding)?.into_bytes()));
        }
        let (name, file, id) = (source.name.clone(), source.file_name(), source.id.clone());
        Ok(Self { reader, name, file, id, claims, line: 0, offset: 0, buffer: Vec::new(), broken: false })
    }

    /// The next row that is not blank.
    pub(crate) fn next_row(&mut self) -> Option<Result<Item, Failure>> {
        while !self.broken {
            let start = self.offset;
            self.buffer.clear();
            match self.reader.read_until(b'\n', &mut self.buffer) {
                Ok(0) => return None,
                Ok(length) => self.offset += length as u64,
                Err(error) => {
                    self.broken = true;
                    let what = format!("cannot be read on ({})", crate::failure::plain(&error));
                    return Some(Err(Failure::new(&self.name, what, "check the file")));
                }
            }
            self.line += 1;
            let mut row = self.buffer.as_slice();
            let mut offset = start;
            if let Some(rest) = row.strip_prefix(b"\xef\xbb\xbf").filter(|_| start == 0) {
                row = rest;
                offset = 3;
            }
            if !row.trim_ascii().is_empty() {
                return Some(self.read(row, offset));
            }
        }
        None
    }

    fn read(&self, bytes: &[u8], offset: u64) -> Result<Item, Failure> {
        let place = format!("{}:{}", self.name, self.line);
        let row = utf_8(&place, bytes, offset)?;
        let found: Row = serde_json::from_str(row).map_err(|error| not_a_row(&place, &error))?;
        if self.claims && found.claims.is_some() && found.format.as_deref() == Some(FORMAT) {
            let extraction: Extraction =
                serde_json::from_str(row).map_err(|error| not_claims(&place, &error))?;
            return Ok(self.item(place, Body::Claims(Box::new(extraction))));
        }
        let Some(text) = found.text else {
            return Err(Failure::new(place, "this row has no `text`", "add it or remove the row"));
        };
        let date = match found.date.as_deref().filter(|written| !written.trim().is_empty()) {
            None => None,
            Some(written) => {
                let bad =
                    || Failure::new(&place, format!("`{written}` is no date"), "write it as YYYY-MM-DD");
                Some(read_date(written).ok_or_else(bad)?)
            }
        };
        let id = match found.id {
            Some(Id::Name(name)) => name,
            Some(Id::Number(number)) => number.to_string(),
            None => format!("{}:{}", self.id, self.line),
        };
        Ok(self.item(
            place,
            Body::Article(OwnedArticle { id, text, date, title: found.title, comments: Vec::new() }),
        ))
    }

    fn item(&self, place: String, body: Body) -> Item {
        Item { place, file: self.file.clone(), row: Some(self.line), body }
    }
}

/// What is wrong, and in which column; the line is that of the file.
fn explained(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.rsplit_once(" at line ").map_or(text.as_str(), |(what, _)| what);
    format!("{what}, column {}", error.column())
}

fn not_a_row(place: &str, error: &serde_json::Error) -> Failure {
    let what = if error.is_data() { "this row is no article" } else { "this row is no JSON" };
    Failure::new(place, format_args!("{what} ({})", explained(error)), "correct or remove it")
}

fn not_claims(place: &str, error: &serde_json::Error) -> Failure {
    let advice = "compare it with `zahlenwerk schema`";
    Failure::new(place, format_args!("these are no claims ({})", explained(error)), advice)
}
