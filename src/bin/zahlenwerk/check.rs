//! `zahlenwerk check`.

use crate::{
    args::CheckArgs,
    failure::{Failure, Status},
    input::{Body, Inputs},
    locale,
    output::Output,
};
use zahlenwerk::{
    check::Verdict,
    validate::Settings,
    write::text::{self, Report, Totals},
};

pub(crate) fn run(args: &CheckArgs) -> Result<Status, Failure> {
    let language = locale::language(args.lang);
    let pipeline =
        crate::words::pipeline(&args.words)?.with_settings(Settings { language, strict: args.strict });
    let mut output = Output::open(&args.output)?;
    let mut inputs = Inputs::articles_or_claims(&args.input);
    let mut totals = Totals::default();
    while let Some(item) = inputs.next_item() {
        let (extraction, text) = match item.body {
            Body::Article(article) => (pipeline.extract(&article.borrow()), Some(article.text)),
            Body::Claims(mut extraction) => {
                pipeline.revalidate(&mut extraction);
                (*extraction, None)
            }
        };
        totals.add(&extraction);
        let report = Report { place: &item.place, text: text.as_deref(), extraction: &extraction, language };
        let shown = if args.quiet {
            text::report_of(&report, &[Verdict::Inconsistent])
        } else {
            text::report(&report)
        };
        output.with(|to| to.write_all(shown.as_bytes()))?;
    }
    if !args.quiet {
        output.with(|to| writeln!(to, "{}", totals.line(language)))?;
    }
    output.finish()?;
    let found = if totals.inconsistent > 0 { Status::Inconsistent } else { Status::Fine };
    Ok(found.max(inputs.status()))
}
