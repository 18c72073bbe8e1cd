//! `zahlenwerk extract`.

use crate::{
    args::{ExtractArgs, Format},
    batch::{
        self, Job,
        sink::{Content, Form, Piece},
    },
    failure::{Failure, Status},
    input::{Body, Item},
};
use serde::Serialize;
use zahlenwerk::write::{json, offsets, text::Totals};

pub(crate) fn run(args: &ExtractArgs) -> Result<Status, Failure> {
    let pipeline = crate::words::pipeline(&args.words)?;
    let (count, format) = (args.offsets.into(), args.format);
    let work = move |item: Item| {
        let mut totals = Totals::default();
        let content = match item.body {
            Body::Article(article) => {
                let mut extraction = pipeline.extract(&article.borrow());
                totals.add(&extraction);
                offsets::convert(&mut extraction, &article.text, count);
                document(&extraction, format)
            }
            Body::Claims(_) => Content::Bytes(Vec::new()),
        };
        Piece { totals, content, ignored: None }
    };
    let job = Job {
        input: &args.input,
        output: &args.output,
        batch: &args.batch,
        claims: false,
        quiet: args.quiet,
    };
    let summary = batch::run(&job, form(args.format), Box::new(work), |_| String::new())?;
    if !args.quiet {
        eprintln!("{}; {}", summary.totals, summary.speed());
    }
    Ok(summary.status(false))
}

/// A document in one of the formats.
pub(crate) fn document<T: Serialize>(document: &T, format: Format) -> Content {
    Content::Bytes(
        match format {
            Format::Json => json::pretty(document),
            Format::Jsonl => json::line(document) + "\n",
        }
        .into_bytes(),
    )
}

/// What stands around the documents of a format.
pub(crate) fn form(format: Format) -> Form {
    match format {
        Format::Json => Form::Json(json::Array::default()),
        Format::Jsonl => Form::Plain,
    }
}
