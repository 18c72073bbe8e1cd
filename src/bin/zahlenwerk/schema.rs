//! `zahlenwerk schema`.

use crate::{
    args::{Document, Format, OutputArgs, SchemaArgs},
    failure::{Failure, Status},
    output::JsonOutput,
};
use zahlenwerk::write::schema;

pub(crate) fn run(args: &SchemaArgs) -> Result<Status, Failure> {
    let mut output = JsonOutput::open(&OutputArgs { output: None }, Format::Json)?;
    output.write(match args.document {
        Document::Extraction => schema::extraction(),
        Document::Mentions => schema::mentions(),
    })?;
    output.finish()?;
    Ok(Status::Fine)
}
