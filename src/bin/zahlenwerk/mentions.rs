//! `zahlenwerk mentions`.

use crate::{
    args::MentionsArgs,
    batch::{
        self, Job,
        sink::{Content, Form, Piece},
    },
    extract::{document, form},
    failure::{Failure, Status},
    input::{Body, Item},
};
use zahlenwerk::write::{offsets, text::Totals};

pub(crate) fn run(args: &MentionsArgs) -> Result<Status, Failure> {
    let pipeline = crate::words::pipeline(&args.words)?;
    let (count, format, why) = (args.offsets.into(), args.format, args.why);
    let work = move |item: Item| {
        let content = match item.body {
            // Each article under its place, for people.
            Body::Article(article) if why => {
                let shown = pipeline.why(&article.borrow());
                Content::Bytes(format!("{}\n{shown}", item.place).into_bytes())
            }
            Body::Article(article) => {
                let mut list = pipeline.mentions(&article.borrow());
                offsets::convert_mentions(&mut list, &article.text, count);
                document(&list, format)
            }
            Body::Claims(_) => Content::Bytes(Vec::new()),
        };
        Piece { totals: Totals { articles: 1, ..Totals::default() }, content, ignored: None }
    };
    let job =
        Job { input: &args.input, output: &args.output, batch: &args.batch, claims: false, quiet: false };
    let around = if why { Form::Plain } else { form(args.format) };
    let summary = batch::run(&job, around, Box::new(work), |_| String::new())?;
    Ok(summary.status(false))
}
