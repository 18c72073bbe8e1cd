//! A snapshot beside its text, in the form of insta: what is new stands in `NAME.snap.new` until somebody accepts it.

use crate::failure::{Failure, plain};
use std::{
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
};
use zahlenwerk::{Article, Pipeline};

/// What is read in a text now.
#[derive(Debug)]
pub(crate) struct Snapshot {
    path: PathBuf,
    source: String,
    pub(crate) contents: String,
}

/// How a snapshot compares with the file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum State {
    Same,
    /// There is no file.
    Missing,
    /// The file says this.
    Different(String),
}

/// The stages that a snapshot shows, by their headings.
const STAGES: &[&str] = &["mentions", "claims", "checks", "notes"];

impl Snapshot {
    /// Reads a text.
    pub(crate) fn of(file: &Path, pipeline: &Pipeline, article: &Article<'_>) -> Self {
        let mut contents = String::from("text\n");
        for line in article.text.lines() {
            contents.push_str("  ");
            contents.push_str(line);
            contents.truncate(contents.trim_end().len());
            contents.push('\n');
        }
        if let Some(date) = article.date {
            let _ = writeln!(contents, "date\n  {date}");
        }
        let mut shown = false;
        for line in pipeline.explain(article).lines() {
            if !line.starts_with(' ') {
                shown = STAGES.contains(&line);
            }
            if shown {
                contents.push_str(line);
                contents.push('\n');
            }
        }
        let source = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Self { path: file.with_extension("snap"), source, contents }
    }

    /// Compares with the file.
    pub(crate) fn compare(&self) -> Result<State, Failure> {
        let text = match fs::read_to_string(&self.path) {
            Ok(text) => text.replace("\r\n", "\n"),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(State::Missing),
            Err(error) => return Err(failure(&self.path, &error)),
        };
        let old = contents(&text);
        Ok(if old.trim_end() == self.contents.trim_end() {
            State::Same
        } else {
            State::Different(old.trim_start_matches('\n').to_owned())
        })
    }

    /// Makes it the snapshot.
    pub(crate) fn accept(&self) -> Result<(), Failure> {
        self.write(&self.path)?;
        self.forget_pending()
    }

    /// Sets it beside the snapshot, to be reviewed.
    pub(crate) fn write_pending(&self) -> Result<(), Failure> {
        self.write(&self.pending())
    }

    /// Removes what waits for a review.
    pub(crate) fn forget_pending(&self) -> Result<(), Failure> {
        let path = self.pending();
        if path.is_file() { remove(&path) } else { Ok(()) }
    }

    fn pending(&self) -> PathBuf {
        self.path.with_extension("snap.new")
    }

    fn write(&self, path: &Path) -> Result<(), Failure> {
        let text = format!("---\nsource: {:?}\n---\n{}", self.source, self.contents);
        fs::write(path, text).map_err(|error| Failure::writing(path.display(), &error))
    }
}

/// What stands below the header.
fn contents(text: &str) -> &str {
    let below = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    below.map_or(text, |(_, contents)| contents)
}

/// Snapshots under a directory that have no text.
pub(crate) fn orphans(directory: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut orphans = Vec::new();
    let listed = fs::read_dir(directory).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = listed.map_err(|error| failure(directory, &error))?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            orphans.extend(self::orphans(&path)?);
        } else if let Some(stem) = name.strip_suffix(".snap").or_else(|| name.strip_suffix(".snap.new"))
            && !path.with_file_name(format!("{stem}.txt")).exists()
        {
            orphans.push(path);
        }
    }
    Ok(orphans)
}

/// Removes a snapshot.
pub(crate) fn remove(path: &Path) -> Result<(), Failure> {
    fs::remove_file(path).map_err(|error| failure(path, &error))
}

fn failure(path: &Path, error: &io::Error) -> Failure {
    Failure::new(
        path.display(),
        format!("cannot be used ({})", plain(error)),
        "check the path and its rights",
    )
}
