//! `zahlenwerk eval`.

use crate::{
    args::EvalArgs,
    failure::{Failure, Status, plain},
    output::print,
};
use std::{
    fs,
    path::{Path, PathBuf},
};
use zahlenwerk::{
    Article,
    evaluate::{Gold, Scores},
    write::{Offsets, offsets},
};

pub(crate) fn run(args: &EvalArgs) -> Result<Status, Failure> {
    let golds = read(&args.gold)?;
    let pipeline = crate::words::pipeline(&args.words)?;
    let mut scores = Scores::default();
    for gold in &golds {
        let article = Article { id: &gold.id, text: &gold.text, date: gold.date, title: None };
        let mut found = pipeline.extract(&article);
        offsets::convert(&mut found, &gold.text, Offsets::Chars);
        scores.add(gold, Some(&found));
    }
    print(format!("{scores}\n{}", scores.confusion()))
}

/// The rows of a .jsonl, or every gold.json below a directory.
fn read(path: &Path) -> Result<Vec<Gold>, Failure> {
    if path.is_dir() {
        let mut files = Vec::new();
        walk(path, &mut files);
        if files.is_empty() {
            return Err(Failure::new(path.display(), "holds no gold.json", "give a directory that does"));
        }
        return files.iter().map(|file| parse(&file.display().to_string(), &content(file)?)).collect();
    }
    let rows = content(path)?;
    let rows = rows.lines().enumerate().filter(|(_, row)| !row.trim().is_empty());
    rows.map(|(line, row)| parse(&format!("{}:{}", path.display(), line + 1), row)).collect()
}

fn content(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| {
        let what = format!("cannot be read ({})", plain(&error));
        Failure::new(path.display(), what, "give a gold file in JSON Lines or a directory of gold.json files")
    })
}

fn parse(place: &str, text: &str) -> Result<Gold, Failure> {
    serde_json::from_str(text).map_err(|error| {
        Failure::new(place, format!("this is no gold ({error})"), "compare it with corpus/*/gold.json")
    })
}

fn walk(directory: &Path, to: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(directory).map(|it| it.flatten().map(|it| it.path()).collect()).unwrap_or_default();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            walk(&path, to);
        } else if path.file_name().is_some_and(|name| name == "gold.json") {
            to.push(path);
        }
    }
}
