//! `zahlenwerk mentions`.

use crate::{
    args::MentionsArgs,
    failure::{Failure, Status},
    input::{Body, Inputs},
    output::JsonOutput,
};
use zahlenwerk::write::offsets;

pub(crate) fn run(args: &MentionsArgs) -> Result<Status, Failure> {
    let pipeline = crate::words::pipeline(&args.words)?;
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
