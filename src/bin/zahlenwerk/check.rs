//! `zahlenwerk check`.

use crate::{
    args::{CheckArgs, CheckFormat, Format},
    batch::{
        self, Job,
        sink::{Content, Form, Piece},
    },
    extract::{document, form},
    failure::{Failure, Status},
    input::{Body, Item},
    locale,
    project::{Ignored, Project},
};
use std::sync::Arc;
use zahlenwerk::{
    check::Verdict,
    validate::Settings,
    write::{
        Offsets,
        findings::Located,
        github, offsets,
        sarif::Log,
        text::{self, Report, Totals},
    },
};

pub(crate) fn run(args: &CheckArgs) -> Result<Status, Failure> {
    let project = Arc::new(Project::find(&args.words)?);
    let language = locale::language(args.lang.or(project.lang));
    let strict = args.strict || project.strict;
    let pipeline = project.pipeline()?.with_settings(Settings { language, strict });
    let (format, quiet) = (args.format, args.quiet);
    let work = move |item: Item| {
        let mut ignored = Ignored::new(Arc::clone(&project));
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
        let mut totals = Totals::default();
        totals.add(&extraction);
        // Whatever is not in the file as it stands has no line there, only the file.
        let for_programs = matches!(format, CheckFormat::Sarif | CheckFormat::Github);
        let text = text.as_deref().filter(|_| item.verbatim || !for_programs);
        let file = item.file.as_deref();
        let located = Located { file, row: item.row, text, extraction: &extraction, language };
        Piece { totals, content: content(&item.place, &located, format, quiet), ignored: Some(ignored) }
    };
    let around = match args.format {
        CheckFormat::Json => form(Format::Json),
        CheckFormat::Sarif => Form::Sarif(Box::default()),
        CheckFormat::Text | CheckFormat::Jsonl | CheckFormat::Github => Form::Plain,
    };
    let job =
        Job { input: &args.input, output: &args.output, batch: &args.batch, claims: true, quiet: args.quiet };
    let for_people = args.format == CheckFormat::Text && !args.quiet;
    let mut summary = batch::run(&job, around, Box::new(work), |summary| {
        if for_people { summary.totals.line(language) + "\n" } else { String::new() }
    })?;
    if let Some(ignored) = summary.ignored.take() {
        if ignored.count > 0 && !args.quiet {
            eprintln!("zahlenwerk: {} known inconsistent, ignored", ignored.count);
        }
        let everything = args.input.paths.iter().any(|path| path.is_dir());
        for stale in ignored.stale(everything) {
            eprintln!("zahlenwerk: {stale}");
        }
    }
    // A single article is read sooner than one looks at its speed.
    if !args.quiet && (summary.totals.articles != 1 || summary.errors > 0) {
        if for_people {
            eprintln!("{}", summary.speed());
        } else {
            eprintln!("{}; {}", summary.totals, summary.speed());
        }
    }
    Ok(summary.status(true))
}

/// An article in the format asked for.
fn content(place: &str, located: &Located<'_>, format: CheckFormat, quiet: bool) -> Content {
    let Located { text, extraction, language, .. } = *located;
    match format {
        CheckFormat::Text => {
            let report = Report { place, text, extraction, language };
            let shown = if quiet {
                text::report_of(&report, &[Verdict::Inconsistent])
            } else {
                text::report(&report)
            };
            Content::Bytes(shown.into_bytes())
        }
        CheckFormat::Json | CheckFormat::Jsonl => {
            let mut found = extraction.clone();
            if quiet {
                found.checks.retain(|check| check.verdict == Verdict::Inconsistent);
            }
            // Claims that come without their text keep the offsets that they came with.
            if let Some(text) = text {
                offsets::convert(&mut found, text, Offsets::Chars);
            }
            document(&found, if format == CheckFormat::Json { Format::Json } else { Format::Jsonl })
        }
        CheckFormat::Github => Content::Bytes(github::commands(located).into_bytes()),
        CheckFormat::Sarif => {
            let mut log = Log::default();
            log.add(located);
            Content::Log(Box::new(log))
        }
    }
}
