//! A .jsonl holds one article, or the claims of one, a row.

use super::{
    Body, Options, Parser, Raw, Record,
    decode::{decode, utf_8},
    fields::{Fields, Names},
    limited,
    paths::{Cut, Source, too_large},
    read_date,
};
use crate::failure::Failure;
use encoding_rs::UTF_8;
use jiff::civil::Date;
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, IgnoredAny, MapAccess, Visitor},
};
use serde_json::Value;
use std::{
    borrow::Cow,
    fmt,
    io::{BufRead, Cursor},
};
use zahlenwerk::extraction::{Extraction, FORMAT};

/// The parts of a row that are read; other keys are somebody else's.
#[derive(Default)]
struct Row {
    format: Option<String>,
    claims: bool,
    fields: Fields,
}

/// Reads a row by the names of its keys.
struct RowOf<'n>(&'n Names);

impl<'de> DeserializeSeed<'de> for RowOf<'_> {
    type Value = Row;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Row, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for RowOf<'_> {
    type Value = Row;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Row, A::Error> {
        let mut row = Row::default();
        while let Some(Key(key)) = map.next_key()? {
            if key == self.0.id {
                row.fields.id = map.next_value::<Option<Id>>()?.map(|id| match id {
                    Id::Name(name) => name,
                    Id::Number(number) => number.to_string(),
                });
            } else if let Some(part) = row.fields.part(&key, self.0) {
                *part = map.next_value()?;
            } else if key == "format" {
                row.format = map.next_value::<Option<Value>>()?.and_then(|it| it.as_str().map(str::to_owned));
            } else {
                row.claims |= key == "claims";
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(row)
    }
}

/// A key, which needs no memory of its own unless something in it is escaped.
#[derive(Deserialize)]
struct Key<'k>(#[serde(borrow)] Cow<'k, str>);

/// Ids are names or numbers.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Name(String),
    Number(serde_json::Number),
}

/// The rows of a source.
pub(crate) struct Rows {
    reader: Box<dyn BufRead + Send>,
    name: String,
    largest: usize,
    line: u64,
    offset: u64,
    broken: bool,
}

impl Rows {
    /// Cuts what `reader` gives.
    pub(crate) fn new(
        source: &Source,
        mut reader: Box<dyn BufRead + Send>,
        options: &Options,
    ) -> Result<Self, Failure> {
        // Where a line break is more than a byte, lines cannot be found without decoding.
        if !options.encoding.is_ascii_compatible() {
            let bytes = limited::whole(&mut reader, options.largest).map_err(|it| source.reading(&it))?;
            let bytes = bytes.ok_or_else(|| too_large(&source.name, options.largest))?;
            let text = decode(&source.name, &bytes, options.encoding)?;
            reader = Box::new(Cursor::new(text.into_bytes()));
        }
        let (name, largest) = (source.name.clone(), options.largest);
        Ok(Self { reader, name, largest, line: 0, offset: 0, broken: false })
    }
}

impl Cut for Rows {
    fn next(&mut self) -> Option<(Option<u64>, Result<Raw, Failure>)> {
        while !self.broken {
            let line = match limited::line(&mut self.reader, self.largest) {
                Ok(line) => line?,
                Err(error) => {
                    self.broken = true;
                    let what = format!("cannot be read on ({})", crate::failure::plain(&error));
                    return Some((None, Err(Failure::new(&self.name, what, "check the file"))));
                }
            };
            let offset = self.offset;
            self.line += 1;
            self.offset += line.length;
            match line.bytes {
                Some(bytes) if bytes.trim_ascii().is_empty() => {}
                Some(bytes) => return Some((Some(self.line), Ok(Raw::Line { bytes, offset }))),
                None => {
                    let place = format!("{}:{}", self.name, self.line);
                    return Some((Some(self.line), Err(too_large(&place, self.largest))));
                }
            }
        }
        None
    }
}

/// Reads a line.
pub(crate) fn read(parser: &Parser, record: &Record, bytes: &[u8], offset: u64) -> Result<Body, Failure> {
    let place = record.place();
    let (mut bytes, mut offset) = (bytes, offset);
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf").filter(|_| offset == 0) {
        bytes = rest;
        offset = 3;
    }
    let row: Cow<'_, str> = if parser.encoding == UTF_8 || !parser.encoding.is_ascii_compatible() {
        Cow::Borrowed(utf_8(&place, bytes, offset)?)
    } else {
        Cow::Owned(decode(&place, bytes, parser.encoding)?)
    };
    let mut from = serde_json::Deserializer::from_str(&row);
    let found = RowOf(&parser.names).deserialize(&mut from).and_then(|found| from.end().map(|()| found));
    let found = found.map_err(|error| not_a_row(&place, &error))?;
    if parser.claims && found.claims && found.format.as_deref() == Some(FORMAT) {
        let extraction: Extraction =
            serde_json::from_str(&row).map_err(|error| not_claims(&place, &error))?;
        return Ok(Body::Claims(Box::new(extraction)));
    }
    found.fields.article(record, &parser.names)
}

/// The date of a row; what is blank is none.
pub(super) fn written_date(place: &str, written: Option<&str>) -> Result<Option<Date>, Failure> {
    let Some(written) = written.filter(|written| !written.trim().is_empty()) else { return Ok(None) };
    let bad = || Failure::new(place, format!("`{written}` is no date"), "write it as YYYY-MM-DD");
    read_date(written).ok_or_else(bad).map(Some)
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
