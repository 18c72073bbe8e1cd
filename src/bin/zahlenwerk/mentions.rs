//! `zahlenwerk mentions`.

use crate::{
    args::MentionsArgs,
    failure::{Failure, Status},
    input::{Body, Inputs},
    output::{JsonOutput, Output},
};
use zahlenwerk::{Pipeline, write::offsets};

pub(crate) fn run(args: &MentionsArgs) -> Result<Status, Failure> {
    let pipeline = crate::words::pipeline(&args.words)?;
    if args.why {
        return why(args, &pipeline);
    }
    let mut output = JsonOutput::open(&args.output, args.format)?;
    let mut inputs = Inputs::articles(&args.input);
    while let Some(item) = inputs.next_item() {
        let Body::Article(article) = item.body else { continue };
        let mut list = pipeline.mentions(&article.borrow());
        offsets::convert_mentions(&mut list, &article.text, args.offsets.into());
        output.write(list)?;
    }
    output.finish()?;
    Ok(inputs.status())
}

/// Each article under its place, for people.
fn why(args: &MentionsArgs, pipeline: &Pipeline) -> Result<Status, Failure> {
    let mut output = Output::open(&args.output)?;
    let mut inputs = Inputs::articles(&args.input);
    while let Some(item) = inputs.next_item() {
        let Body::Article(article) = item.body else { continue };
        let shown = pipeline.why(&article.borrow());
        output.with(|to| write!(to, "{}\n{shown}", item.place))?;
    }
    output.finish()?;
    Ok(inputs.status())
}
