//! `zahlenwerk check`.

use crate::{
    args::{CheckArgs, CheckFormat, Format},
    failure::{Failure, Status},
    input::{Body, Inputs},
    locale,
    output::{JsonOutput, Output},
    project::{Ignored, Project},
};
use zahlenwerk::{
    check::Verdict,
    extraction::Extraction,
    validate::{Language, Settings},
    write::{
        Offsets,
        findings::Located,
        github, json, offsets,
        sarif::Log,
        text::{self, Report, Totals},
    },
};

pub(crate) fn run(args: &CheckArgs) -> Result<Status, Failure> {
    let project = Project::find(&args.words)?;
    let language = locale::language(args.lang.or(project.lang));
    let strict = args.strict || project.strict;
    let pipeline = project.pipeline()?.with_settings(Settings { language, strict });
    let mut ignored = Ignored::new(&project);
    let mut writer = Writer::open(args, language)?;
    let mut inputs = Inputs::articles_or_claims(&args.input);
    let mut totals = Totals::default();
    while let Some(item) = inputs.next_item() {
        let (extraction, text) = match item.body {
            Body::Article(article) => {
                let mut extraction = pipeline.extract(&article.borrow());
                ignored.apply(&mut extraction, &article.text, &article.comments, &item.place);
                (extraction, Some(article.text))
            }
            Body::Claims(mut extraction) => {
                pipeline.revalidate(&mut extraction);
                (*extraction, None)
            }
        };
        totals.add(&extraction);
        let (file, text) = (item.file.as_deref(), text.as_deref());
        let located = Located { file, row: item.row, text, extraction: &extraction, language };
        writer.write(&item.place, &located)?;
    }
    if ignored.count > 0 && !args.quiet {
        eprintln!("zahlenwerk: {} known inconsistent, ignored", ignored.count);
    }
    let everything = args.input.paths.iter().any(|path| path.is_dir());
    for stale in ignored.stale(everything) {
        eprintln!("zahlenwerk: {stale}");
    }
    writer.finish(&totals)?;
    let found = if totals.inconsistent > 0 { Status::Inconsistent } else { Status::Fine };
    Ok(found.max(inputs.status()))
}

/// Writes in the format asked for.
struct Writer {
    to: Form,
    quiet: bool,
    language: Language,
}

enum Form {
    Text(Output),
    Json(Box<JsonOutput<Extraction>>),
    Github(Output),
    /// One object holds all results, so they are kept until the end.
    Sarif(Output, Log),
}

impl Writer {
    fn open(args: &CheckArgs, language: Language) -> Result<Self, Failure> {
        let json = |format| JsonOutput::open(&args.output, format).map(|output| Form::Json(Box::new(output)));
        let to = match args.format {
            CheckFormat::Text => Form::Text(Output::open(&args.output)?),
            CheckFormat::Json => json(Format::Json)?,
            CheckFormat::Jsonl => json(Format::Jsonl)?,
            CheckFormat::Github => Form::Github(Output::open(&args.output)?),
            CheckFormat::Sarif => Form::Sarif(Output::open(&args.output)?, Log::default()),
        };
        Ok(Self { to, quiet: args.quiet, language })
    }

    /// Takes the next article.
    fn write(&mut self, place: &str, located: &Located<'_>) -> Result<(), Failure> {
        let Located { text, extraction, language, .. } = *located;
        match &mut self.to {
            Form::Text(output) => {
                let report = Report { place, text, extraction, language };
                let shown = if self.quiet {
                    text::report_of(&report, &[Verdict::Inconsistent])
                } else {
                    text::report(&report)
                };
                output.with(|to| to.write_all(shown.as_bytes()))
            }
            Form::Json(output) => {
                let mut document = extraction.clone();
                if self.quiet {
                    document.checks.retain(|check| check.verdict == Verdict::Inconsistent);
                }
                // Claims that come without their text keep the offsets that they came with.
                if let Some(text) = text {
                    offsets::convert(&mut document, text, Offsets::Chars);
                }
                output.write(document)
            }
            Form::Github(output) => output.with(|to| to.write_all(github::commands(located).as_bytes())),
            Form::Sarif(_, log) => {
                log.add(located);
                Ok(())
            }
        }
    }

    /// Writes what is left.
    fn finish(self, totals: &Totals) -> Result<(), Failure> {
        match self.to {
            Form::Text(mut output) => {
                if !self.quiet {
                    output.with(|to| writeln!(to, "{}", totals.line(self.language)))?;
                }
                output.finish()
            }
            Form::Json(output) => output.finish(),
            Form::Github(output) => output.finish(),
            Form::Sarif(mut output, log) => {
                output.with(|mut to| {
                    let mut writer = json::PrettyWriter::default();
                    writer.write(&mut to, log)?;
                    writer.finish(&mut to)
                })?;
                output.finish()
            }
        }
    }
}
