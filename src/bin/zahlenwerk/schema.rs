//! `zahlenwerk schema`.

use crate::{
    args::{Document, SchemaArgs},
    failure::{Failure, Status},
    output::print,
};
use zahlenwerk::write::{json, schema};

pub(crate) fn run(args: &SchemaArgs) -> Result<Status, Failure> {
    let schema = match args.document {
        Document::Extraction => schema::extraction(),
        Document::Mentions => schema::mentions(),
    };
    print(json::pretty(&schema) + "\n")
}
