//! `zahlenwerk extract`.

use crate::{
    args::ExtractArgs,
    failure::{Failure, Status},
    input::{Body, Inputs},
    output::JsonOutput,
};
use zahlenwerk::write::{offsets, text::Totals};

pub(crate) fn run(args: &ExtractArgs) -> Result<Status, Failure> {
    let pipeline = crate::words::pipeline(&args.words)?;
    let mut output = JsonOutput::open(&args.output, args.format)?;
    let mut inputs = Inputs::articles(&args.input);
    let mut totals = Totals::default();
    while let Some(item) = inputs.next_item() {
        let Body::Article(article) = item.body else { continue };
        let mut extraction = pipeline.extract(&article.borrow());
        totals.add(&extraction);
        offsets::convert(&mut extraction, &article.text, args.offsets.into());
        output.write(extraction)?;
    }
    output.finish()?;
    if !args.quiet {
        eprintln!("{totals}");
    }
    Ok(inputs.status())
}
