//! Articles from files, directories and standard input: [`Records`] cuts them into pieces, one after the other, and
//! a [`Parser`] reads a piece, on any thread.

mod about;
mod columns;
mod comment;
mod decode;
mod fields;
mod form;
mod html;
mod limited;
mod markdown;
mod paths;
mod rows;
mod table;
mod text;
mod unpack;
mod warc;

use crate::{args::InputArgs, failure::Failure};
pub(crate) use comment::Comment;
use encoding_rs::Encoding;
use fields::{Fields, Names};
use html::Page;
use jiff::civil::Date;
use paths::{Cut, Source, Sources};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use zahlenwerk::{Article, extraction::Extraction};

/// An article that owns its text.
#[derive(Debug)]
pub(crate) struct OwnedArticle {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) date: Option<Date>,
    pub(crate) title: Option<String>,
    /// What its comments ignore.
    pub(crate) comments: Vec<Comment>,
}

impl OwnedArticle {
    pub(crate) fn borrow(&self) -> Article<'_> {
        Article { id: &self.id, text: &self.text, date: self.date, title: self.title.as_deref() }
    }
}

/// What an input holds.
#[derive(Debug)]
pub(crate) enum Body {
    /// A text.
    Article(OwnedArticle),
    /// Claims that were made before.
    Claims(Box<Extraction>),
}

/// One input and where it comes from.
#[derive(Debug)]
pub(crate) struct Item {
    /// The file, and the line for a row.
    pub(crate) place: String,
    /// The path; `None` is standard input.
    pub(crate) file: Option<String>,
    /// The line of a row.
    pub(crate) row: Option<u64>,
    /// Whether lines and columns of the text are those of the file.
    pub(crate) verbatim: bool,
    pub(crate) body: Body,
}

/// A piece of a source that holds one document.
pub(crate) struct Record {
    source: Arc<Source>,
    row: Option<u64>,
    raw: Result<Raw, Failure>,
}

/// A document as it stands in its file.
pub(crate) enum Raw {
    /// A whole file.
    Text(Vec<u8>),
    /// A whole file of Markdown.
    Markdown(Vec<u8>),
    /// A web page.
    Html { bytes: Vec<u8>, page: Page },
    /// A row of a table.
    Fields(Fields),
    /// A line that begins at `offset` of its file.
    Line { bytes: Vec<u8>, offset: u64 },
}

/// What could not be read.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) file: Option<String>,
    pub(crate) row: Option<u64>,
    pub(crate) failure: Failure,
}

impl Record {
    /// Its size in bytes.
    pub(crate) fn size(&self) -> usize {
        match &self.raw {
            Ok(
                Raw::Text(bytes) | Raw::Markdown(bytes) | Raw::Html { bytes, .. } | Raw::Line { bytes, .. },
            ) => bytes.len(),
            Ok(Raw::Fields(fields)) => fields.size(),
            Err(_) => 0,
        }
    }

    /// Something wrong with it.
    pub(crate) fn problem(&self, failure: Failure) -> Problem {
        Problem { file: self.source.file_name(), row: self.row, failure }
    }

    /// What it is called where it does not say so itself.
    fn id(&self) -> String {
        match self.row {
            Some(row) => format!("{}:{row}", self.source.id),
            None => self.source.id.clone(),
        }
    }

    /// Its name in messages.
    pub(crate) fn place(&self) -> String {
        match self.row {
            Some(row) => format!("{}:{row}", self.source.name),
            None => self.source.name.clone(),
        }
    }
}

/// All documents of a run, cut from their files as they are asked for.
pub(crate) struct Records {
    sources: Sources,
    open: Option<(Arc<Source>, Box<dyn Cut>)>,
    options: Options,
}

/// How sources are read.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    encoding: &'static Encoding,
    /// The largest document in bytes.
    largest: usize,
    names: Arc<Names>,
    /// Bytes read from files so far.
    read: Arc<AtomicU64>,
}

impl Records {
    pub(crate) fn new(args: &InputArgs) -> Self {
        let options = Options {
            encoding: args.encoding,
            largest: args.max_document_size,
            names: Arc::new(Names::new(args)),
            read: Arc::default(),
        };
        Self { sources: Sources::new(args), open: None, options }
    }

    /// Counts the bytes that are read.
    pub(crate) fn read(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.options.read)
    }

    /// Whether more may take its time, as from a terminal or a pipe.
    pub(crate) fn waits(&self) -> bool {
        self.open.as_ref().is_some_and(|(source, _)| source.path.is_none())
    }
}

impl Iterator for Records {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        loop {
            if let Some((source, cut)) = &mut self.open {
                if let Some((row, raw)) = cut.next() {
                    return Some(Record { source: Arc::clone(source), row, raw });
                }
                self.open = None;
            }
            let (source, opened) = match self.sources.next()? {
                Ok(source) => {
                    let opened = source.open(&self.options);
                    (Arc::new(source), opened)
                }
                Err((name, failure)) => (Arc::new(Source::missing(name)), Err(failure)),
            };
            match opened {
                Ok(cut) => self.open = Some((source, cut)),
                Err(failure) => return Some(Record { source, row: None, raw: Err(failure) }),
            }
        }
    }
}

/// The size of all inputs in bytes, unless one of them is no file.
pub(crate) fn total_size(args: &InputArgs) -> Option<u64> {
    let size = |source: Source| std::fs::metadata(source.path?).ok().map(|it| it.len());
    if args.files_from.as_ref().is_some_and(|path| path.as_os_str() == "-") {
        return None;
    }
    // What is missing has no size and is told later.
    Sources::new(args).filter_map(Result::ok).map(size).sum()
}

/// Counts what is read through it.
struct Counted<R> {
    from: R,
    read: Arc<AtomicU64>,
}

impl<R: std::io::Read> std::io::Read for Counted<R> {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        let length = self.from.read(to)?;
        self.read.fetch_add(length as u64, Ordering::Relaxed);
        Ok(length)
    }
}

/// Reads records.
#[derive(Debug, Clone)]
pub(crate) struct Parser {
    date: Option<Date>,
    encoding: &'static Encoding,
    names: Arc<Names>,
    /// Whether rows of claims are wanted.
    claims: bool,
}

impl Parser {
    /// Reads articles, and rows that hold claims already if `claims`.
    pub(crate) fn new(args: &InputArgs, claims: bool) -> Self {
        Self { date: args.date, encoding: args.encoding, names: Arc::new(Names::new(args)), claims }
    }

    /// Reads a record.
    pub(crate) fn parse(&self, mut record: Record) -> Result<Item, Problem> {
        // What follows is asked of the record without its content.
        let unread = Err(Failure::ClosedPipe);
        // In what is not its text as it stands, lines and columns are others.
        let verbatim = matches!(record.raw, Ok(Raw::Text(_) | Raw::Line { .. } | Raw::Fields(_)));
        let read = std::mem::replace(&mut record.raw, unread).and_then(|raw| self.read(&record, raw));
        match read {
            Ok(mut body) => {
                let date = match &mut body {
                    Body::Article(article) => &mut article.date,
                    Body::Claims(extraction) => &mut extraction.date,
                };
                *date = date.or(self.date);
                Ok(Item {
                    place: record.place(),
                    file: record.source.file_name(),
                    row: record.row,
                    verbatim,
                    body,
                })
            }
            Err(failure) => Err(record.problem(failure)),
        }
    }

    fn read(&self, record: &Record, raw: Raw) -> Result<Body, Failure> {
        match raw {
            Raw::Text(bytes) => text::read(&record.source, &bytes, self.encoding),
            Raw::Markdown(bytes) => text::read_markdown(&record.source, &bytes, self.encoding),
            Raw::Html { bytes, page } => html::read(record, &bytes, page, self.encoding),
            Raw::Fields(fields) => fields.article(record, &self.names),
            Raw::Line { bytes, offset } => rows::read(self, record, &bytes, offset),
        }
    }
}

/// Reads a date, or the date of a time.
pub(crate) fn read_date(text: &str) -> Option<Date> {
    let (day, rest) = text.trim().split_at_checked(10)?;
    if rest.is_empty() || rest.starts_with(['T', ' ']) { day.parse().ok() } else { None }
}
