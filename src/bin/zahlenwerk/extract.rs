//! `zahlenwerk extract`.

use crate::{
    args::ExtractArgs,
    failure::{Failure, Status},
    input::{Body, Inputs},
    output::JsonOutput,
};
use zahlenwerk::{Pipeline, check::Verdict, write::offsets};

pub(crate) fn run(args: &ExtractArgs) -> Result<Status, Failure> {
    let pipeline = Pipeline::new()?;
    let mut output = JsonOutput::open(&args.output, args.format)?;
    let mut inputs = Inputs::articles(&args.input);
    let (mut articles, mut claims, mut checks, mut inconsistent) = (0, 0, 0, 0);
    while let Some(item) = inputs.next_item() {
        let Body::Article(article) = item.body else { continue };
        let mut extraction = pipeline.extract(&article.borrow());
        articles += 1;
        claims += extraction.claims.len();
        checks += extraction.checks.len();
        inconsistent +=
            extraction.checks.iter().filter(|check| check.verdict == Verdict::Inconsistent).count();
        offsets::convert(&mut extraction, &article.text, args.offsets.into());
        output.write(extraction)?;
    }
    output.finish()?;
    if !args.quiet {
        eprintln!("{articles} articles, {claims} claims, {checks} checks, {inconsistent} inconsistent");
    }
    Ok(inputs.status())
}
