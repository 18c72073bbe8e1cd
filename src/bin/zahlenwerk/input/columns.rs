//! A .parquet holds one article a row, in named columns.

use super::{
    Options, Raw,
    fields::{ADVICE, Fields, Names, TITLE},
    paths::{Cut, Source, too_large},
};
use crate::failure::Failure;
use jiff::{ToSpan, civil::date};
use parquet::{
    errors::ParquetError,
    file::{reader::FileReader, serialized_reader::SerializedFileReader},
    record::{Field, Row, reader::RowIter},
    schema::types::Type,
};
use std::{
    fs::File,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

/// The rows of a file.
pub(crate) struct Columns {
    rows: RowIter<'static>,
    name: String,
    names: Arc<Names>,
    largest: usize,
    row: u64,
    broken: bool,
}

impl Columns {
    pub(crate) fn new(source: &Source, file: File, options: &Options) -> Result<Self, Failure> {
        let names = Arc::clone(&options.names);
        let opened = caught(|| {
            let reader = SerializedFileReader::new(file)?;
            let schema = reader.metadata().file_metadata().schema_descr().root_schema_ptr();
            let wanted: Vec<_> =
                schema.get_fields().iter().filter(|it| is_part(it.name(), &names)).cloned().collect();
            let has_text = wanted.iter().any(|it| it.name() == names.text);
            let projected = Type::group_type_builder(schema.name()).with_fields(wanted).build()?;
            Ok(if has_text { Some(reader.into_iter().project(Some(projected))?) } else { None })
        });
        let rows = opened.map_err(|what| broken(&source.name, &what))?;
        let Some(rows) = rows else {
            let what = format!("has no column `{}`", names.text);
            return Err(Failure::new(&source.name, what, ADVICE));
        };
        let (name, largest) = (source.name.clone(), options.largest);
        Ok(Self { rows, name, names, largest, row: 0, broken: false })
    }

    fn fields(&self, row: &Row, place: &str) -> Result<Fields, Failure> {
        let mut fields = Fields::default();
        for (name, field) in row.get_column_iter() {
            if let Some(part) = fields.part(name, &self.names) {
                *part = value(field);
            }
        }
        if fields.size() > self.largest { Err(too_large(place, self.largest)) } else { Ok(fields) }
    }
}

fn is_part(name: &str, names: &Names) -> bool {
    [&*names.id, &*names.text, &*names.date, TITLE].contains(&name)
}

/// A field as a text.
fn value(field: &Field) -> Option<String> {
    match field {
        Field::Null => None,
        Field::Str(text) => Some(text.clone()),
        Field::Bytes(bytes) => String::from_utf8(bytes.data().to_vec()).ok(),
        Field::Date(days) => date(1970, 1, 1).checked_add((*days).days()).ok().map(|it| it.to_string()),
        Field::TimestampMillis(time) => day(time.div_euclid(86_400_000)),
        Field::TimestampMicros(time) => day(time.div_euclid(86_400_000_000)),
        other => Some(other.to_string()),
    }
}

fn day(days: i64) -> Option<String> {
    let days = i32::try_from(days).ok()?;
    date(1970, 1, 1).checked_add(days.days()).ok().map(|it| it.to_string())
}

impl Cut for Columns {
    fn next(&mut self) -> Option<(Option<u64>, Result<Raw, Failure>)> {
        if self.broken {
            return None;
        }
        let next = caught(|| self.rows.next().transpose());
        match next {
            Ok(None) => None,
            Ok(Some(row)) => {
                self.row += 1;
                let place = format!("{}:{}", self.name, self.row);
                Some((Some(self.row), self.fields(&row, &place).map(Raw::Fields)))
            }
            Err(what) => {
                self.broken = true;
                Some((None, Err(broken(&self.name, &what))))
            }
        }
    }
}

/// A broken file may also end in a panic of the reader.
fn caught<T>(read: impl FnOnce() -> Result<T, ParquetError>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(read) => read.map_err(|error| error.to_string()),
        Err(_) => Err("its pages contradict each other".to_owned()),
    }
}

fn broken(name: &str, what: &str) -> Failure {
    Failure::new(name, format!("is no Parquet file that can be read ({what})"), "write it anew")
}
