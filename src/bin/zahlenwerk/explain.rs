//! `zahlenwerk explain`.

use crate::{
    args::{ExplainArgs, OutputArgs},
    failure::{Failure, Status},
    output::Output,
};
use zahlenwerk::Article;

pub(crate) fn run(args: &ExplainArgs) -> Result<Status, Failure> {
    let article = Article { id: "text", text: &args.text, date: args.date, title: None };
    let shown = crate::words::pipeline(&args.words)?.explain(&article);
    let mut output = Output::open(&OutputArgs { output: None })?;
    output.with(|to| to.write_all(shown.as_bytes()))?;
    output.finish()?;
    Ok(Status::Fine)
}
