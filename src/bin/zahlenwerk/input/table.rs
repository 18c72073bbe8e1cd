//! A .csv holds one article a row, in named columns. The separator is the one that its first line shows.

use super::{
    Options, Raw,
    decode::decode,
    fields::{ADVICE, Fields, Names, TITLE},
    paths::{Cut, Source, too_large},
};
use crate::failure::Failure;
use csv::{ByteRecord, Reader, ReaderBuilder};
use encoding_rs::Encoding;
use std::{
    io::{self, BufRead, BufReader, Read},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

/// The rows of a table.
pub(crate) struct Table {
    reader: Reader<Guarded>,
    left: Arc<AtomicUsize>,
    name: String,
    columns: Vec<Option<Column>>,
    encoding: &'static Encoding,
    largest: usize,
    row: ByteRecord,
    broken: bool,
}

#[derive(Clone, Copy)]
enum Column {
    Id,
    Text,
    Date,
    Title,
}

/// Gives no more bytes to a row than a document may have.
struct Guarded {
    from: Box<dyn Read + Send>,
    left: Arc<AtomicUsize>,
}

impl Read for Guarded {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let left = self.left.load(Ordering::Relaxed);
        if left == 0 {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        let length = self.from.read(to)?;
        self.left.store(left.saturating_sub(length), Ordering::Relaxed);
        Ok(length)
    }
}

impl Table {
    pub(crate) fn new(
        source: &Source,
        from: impl Read + Send + 'static,
        options: &Options,
    ) -> Result<Self, Failure> {
        let mut from = BufReader::with_capacity(1 << 16, from);
        let start = from.fill_buf().map_err(|error| source.reading(&error))?;
        let line = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let count = |separator: u8| line.split(|byte| *byte == separator).count();
        let separator = [b',', b';', b'\t'].into_iter().rev().max_by_key(|it| count(*it)).unwrap_or(b',');
        if start.starts_with(b"\xef\xbb\xbf") {
            from.consume(3);
        }
        let left = Arc::new(AtomicUsize::new(options.largest));
        let guarded = Guarded { from: Box::new(from), left: Arc::clone(&left) };
        let mut reader = ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(guarded);
        let head = reader.byte_headers().map_err(|error| broken(&source.name, &error, options.largest))?;
        let column = |name: &[u8]| column(&String::from_utf8_lossy(name), &options.names);
        let columns: Vec<_> = head.iter().map(column).collect();
        if !columns.iter().any(|column| matches!(column, Some(Column::Text))) {
            let what = format!("has no column `{}`", options.names.text);
            return Err(Failure::new(&source.name, what, ADVICE));
        }
        let (name, encoding, largest) = (source.name.clone(), options.encoding, options.largest);
        let row = ByteRecord::new();
        Ok(Self { reader, left, name, columns, encoding, largest, row, broken: false })
    }

    fn fields(&self, place: &str) -> Result<Fields, Failure> {
        let mut fields = Fields::default();
        for (bytes, column) in self.row.iter().zip(&self.columns) {
            let Some(column) = column else { continue };
            let value = Some(decode(place, bytes, self.encoding)?);
            match column {
                Column::Id => fields.id = value,
                Column::Text => fields.text = value,
                Column::Date => fields.date = value,
                Column::Title => fields.title = value,
            }
        }
        Ok(fields)
    }
}

fn column(name: &str, names: &Names) -> Option<Column> {
    match name.trim() {
        it if it == names.text => Some(Column::Text),
        it if it == names.id => Some(Column::Id),
        it if it == names.date => Some(Column::Date),
        TITLE => Some(Column::Title),
        _ => None,
    }
}

impl Cut for Table {
    fn next(&mut self) -> Option<(Option<u64>, Result<Raw, Failure>)> {
        if self.broken {
            return None;
        }
        // What the reader has in its buffer already is part of the next rows.
        self.left.store(self.largest, Ordering::Relaxed);
        match self.reader.read_byte_record(&mut self.row) {
            Ok(false) => None,
            Ok(true) => {
                let line = self.row.position().map_or(0, csv::Position::line);
                let place = format!("{}:{line}", self.name);
                Some((Some(line), self.fields(&place).map(Raw::Fields)))
            }
            Err(error) => {
                self.broken = true;
                Some((None, Err(broken(&self.name, &error, self.largest))))
            }
        }
    }
}

fn broken(name: &str, error: &csv::Error, largest: usize) -> Failure {
    match error.kind() {
        csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => too_large(name, largest),
        csv::ErrorKind::Io(error) => {
            let what = format!("cannot be read on ({})", crate::failure::plain(error));
            Failure::new(name, what, "check the file")
        }
        _ => Failure::new(name, format!("is no table ({error})"), "correct it"),
    }
}
