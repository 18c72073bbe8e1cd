//! Articles from files, directories and standard input, one after the other.

mod about;
mod comment;
mod decode;
mod paths;
mod rows;
mod text;

use crate::{
    args::InputArgs,
    failure::{Failure, Status},
};
pub(crate) use comment::Comment;
use encoding_rs::Encoding;
use jiff::civil::Date;
use paths::{Content, Source};
use rows::Rows;
use std::vec::IntoIter;
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
    pub(crate) body: Body,
}

/// All inputs of a run, read as they are asked for.
pub(crate) struct Inputs {
    sources: IntoIter<Result<Source, Failure>>,
    rows: Option<Rows>,
    date: Option<Date>,
    encoding: &'static Encoding,
    /// Whether rows of claims are wanted.
    claims: bool,
    failed: bool,
}

impl Inputs {
    /// Articles only.
    pub(crate) fn articles(args: &InputArgs) -> Self {
        Self {
            sources: paths::sources(&args.paths).into_iter(),
            rows: None,
            date: args.date,
            encoding: args.encoding,
            claims: false,
            failed: false,
        }
    }

    /// Articles, and rows that hold claims already.
    pub(crate) fn articles_or_claims(args: &InputArgs) -> Self {
        Self { claims: true, ..Self::articles(args) }
    }

    /// The next input; errors are told as they come, and what is behind them is still read.
    pub(crate) fn next_item(&mut self) -> Option<Item> {
        loop {
            match self.step()? {
                Ok(Some(item)) => return Some(item),
                Ok(None) => {}
                Err(failure) => {
                    self.failed = true;
                    eprintln!("zahlenwerk: {failure}");
                }
            }
        }
    }

    /// How reading went.
    pub(crate) fn status(&self) -> Status {
        if self.failed { Status::Failed } else { Status::Fine }
    }

    fn step(&mut self) -> Option<Result<Option<Item>, Failure>> {
        if let Some(rows) = &mut self.rows {
            let row = rows.next_row();
            if row.is_none() {
                self.rows = None;
            }
            return Some(row.transpose().map(|item| item.map(|item| self.dated(item))));
        }
        let opened = self.sources.next()?.and_then(|source| self.open(&source));
        Some(opened.map(|item| item.map(|item| self.dated(item))))
    }

    /// Opens a source: a text is an item, rows are to be asked for.
    fn open(&mut self, source: &Source) -> Result<Option<Item>, Failure> {
        match source.open()? {
            Content::Text(bytes) => text::read(source, &bytes, self.encoding).map(Some),
            Content::Rows(reader) => {
                self.rows = Some(Rows::new(source, reader, self.encoding, self.claims)?);
                Ok(None)
            }
        }
    }

    fn dated(&self, mut item: Item) -> Item {
        let date = match &mut item.body {
            Body::Article(article) => &mut article.date,
            Body::Claims(extraction) => &mut extraction.date,
        };
        *date = date.or(self.date);
        item
    }
}

/// Reads a date, or the date of a time.
pub(crate) fn read_date(text: &str) -> Option<Date> {
    let (day, rest) = text.trim().split_at_checked(10)?;
    if rest.is_empty() || rest.starts_with(['T', ' ']) { day.parse().ok() } else { None }
}
