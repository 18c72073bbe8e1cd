//! Every stage on short texts: `fixtures/<stage>/<topic>.txt`, each with its snapshot beside it.
//!
//! Blank lines separate texts; a line `date: YYYY-MM-DD` before one dates it and those after it. A new or changed snapshot is
//! accepted with `INSTA_UPDATE=always cargo test --test fixtures` (or `cargo insta review`).
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::{fmt::Write, fs, path::Path};
use zahlenwerk::{
    Article, Pipeline,
    write::text::{Report, report},
};

/// What each stage shows: headings of `explain`; the last stage shows the diagnostics.
const STAGES: &[(&str, &[&str])] = &[
    ("document", &["tokens"]),
    ("mention", &["mentions"]),
    ("parse", &["clauses", "statements"]),
    ("resolve", &["claims", "notes"]),
    ("validate", &["claims", "checks"]),
    ("write", &[]),
];

#[test]
fn every_stage_shows_what_its_snapshots_say() {
    let pipeline = Pipeline::new().unwrap();
    insta::glob!("..", "fixtures/*/*.txt", |path| {
        let folder = path.parent().unwrap();
        let stage = folder.file_name().unwrap().to_str().unwrap();
        let Some((_, headings)) = STAGES.iter().find(|(name, _)| *name == stage) else {
            panic!("fixtures/{stage} is no stage; there are {STAGES:?}");
        };
        let shown = show(&pipeline, &fs::read_to_string(path).unwrap(), headings);
        let mut settings = insta::Settings::clone_current();
        settings.remove_snapshot_suffix();
        settings.set_snapshot_path(folder);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.remove_input_file();
        settings.bind(|| insta::assert_snapshot!(topic(path), shown));
    });
}

#[test]
fn every_snapshot_has_its_text() {
    for stage in fs::read_dir("fixtures").unwrap().map(|entry| entry.unwrap().path()) {
        for path in fs::read_dir(stage).unwrap().map(|entry| entry.unwrap().path()) {
            let orphan =
                path.extension().is_some_and(|it| it == "snap") && !path.with_extension("txt").exists();
            assert!(!orphan, "{} has no text; remove it", path.display());
        }
    }
}

fn topic(path: &Path) -> &str {
    path.file_stem().unwrap().to_str().unwrap()
}

/// Each text with what a stage makes of it.
fn show(pipeline: &Pipeline, fixture: &str, headings: &[&str]) -> String {
    let mut date = None;
    let mut shown = String::new();
    for text in fixture.split("\n\n").map(str::trim).filter(|text| !text.is_empty()) {
        let text = match text.strip_prefix("date:").and_then(|rest| rest.split_once('\n')) {
            Some((day, text)) => {
                date = Some(day.trim().parse().unwrap());
                text
            }
            None => text,
        };
        let article = Article { id: "text", text, date, title: None };
        writeln!(shown, "«{text}»").unwrap();
        if headings.is_empty() {
            let extraction = pipeline.extract(&article);
            let language = zahlenwerk::validate::Language::English;
            shown += &report(&Report { place: "text", text: Some(text), extraction: &extraction, language });
            continue;
        }
        let stages = pipeline.explain(&article);
        for heading in headings {
            let lines = section(&stages, heading);
            if lines != ["  none"] {
                writeln!(shown, "{heading}\n{}", lines.join("\n")).unwrap();
            }
        }
        shown.push('\n');
    }
    shown
}

/// The lines under a heading of `explain`.
fn section<'s>(stages: &'s str, heading: &str) -> Vec<&'s str> {
    stages
        .lines()
        .skip_while(|line| *line != heading)
        .skip(1)
        .take_while(|line| line.starts_with(' '))
        .collect()
}
