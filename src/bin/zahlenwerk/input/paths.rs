//! Which files the paths of the command line stand for.

use crate::failure::{Failure, plain};
use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

/// A file or standard input.
#[derive(Debug)]
pub(crate) struct Source {
    /// The file; `None` is standard input.
    pub(crate) path: Option<PathBuf>,
    /// The name in messages.
    pub(crate) name: String,
    /// What an article is called that does not say so itself.
    pub(crate) id: String,
}

/// The content of a source by its form.
pub(crate) enum Content {
    /// One article.
    Text(Vec<u8>),
    /// One document a line.
    Rows(Box<dyn BufRead>),
}

/// All files behind `paths`; none is standard input.
pub(crate) fn sources(paths: &[PathBuf]) -> Vec<Result<Source, Failure>> {
    let mut sources = Vec::new();
    if paths.is_empty() {
        sources.push(Ok(Source::standard_input()));
    }
    for path in paths {
        if path.as_os_str() == "-" {
            sources.push(Ok(Source::standard_input()));
        } else if path.is_dir() {
            let before = sources.len();
            walk(path, path, &mut sources);
            if sources.len() == before {
                let what = "holds no .txt and no .jsonl";
                sources.push(Err(Failure::new(path.display(), what, "give a directory that does")));
            }
        } else if !path.exists() {
            let what = "there is no such file or directory";
            sources.push(Err(Failure::new(path.display(), what, "check the path")));
        } else {
            let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            sources.push(Ok(Source::file(path, id)));
        }
    }
    sources
}

/// Every text and every file of rows under `directory`, in the order of their names.
fn walk(root: &Path, directory: &Path, to: &mut Vec<Result<Source, Failure>>) {
    let listed = fs::read_dir(directory).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = match listed {
        Ok(entries) => entries,
        Err(error) => {
            let what = format!("cannot be listed ({})", plain(&error));
            to.push(Err(Failure::new(directory.display(), what, "allow reading it")));
            return;
        }
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        // A link to a directory is not followed: it may lead back.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(root, &path, to);
        } else if matches!(extension(&path).as_str(), "txt" | "jsonl") && path.is_file() {
            let id = path.strip_prefix(root).unwrap_or(&path).with_extension("");
            to.push(Ok(Source::file(&path, id.to_string_lossy().into_owned())));
        }
    }
}

fn extension(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase()
}

impl Source {
    fn standard_input() -> Self {
        Self { path: None, name: "standard input".to_owned(), id: "stdin".to_owned() }
    }

    fn file(path: &Path, id: String) -> Self {
        Self { path: Some(path.to_owned()), name: path.display().to_string(), id }
    }

    /// The path as it was given; none for standard input.
    pub(crate) fn file_name(&self) -> Option<String> {
        self.path.as_ref().map(|_| self.name.clone())
    }

    /// Opens it: the form of a file goes by its extension, that of standard input by its first character.
    pub(crate) fn open(&self) -> Result<Content, Failure> {
        let Some(path) = &self.path else { return self.open_standard_input() };
        match extension(path).as_str() {
            "txt" => fs::read(path).map(Content::Text).map_err(|error| self.reading(&error)),
            "jsonl" => {
                let file = File::open(path).map_err(|error| self.reading(&error))?;
                Ok(Content::Rows(Box::new(BufReader::with_capacity(1 << 16, file))))
            }
            _ => Err(Failure::new(
                &self.name,
                "is neither .txt nor .jsonl",
                format_args!("pass it through standard input: zahlenwerk … - < {}", self.name),
            )),
        }
    }

    fn open_standard_input(&self) -> Result<Content, Failure> {
        let mut reader = BufReader::new(io::stdin());
        let first = reader.fill_buf().map_err(|error| self.reading(&error))?;
        if first.trim_ascii_start().starts_with(b"{") {
            return Ok(Content::Rows(Box::new(reader)));
        }
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map_err(|error| self.reading(&error))?;
        Ok(Content::Text(bytes))
    }

    /// An error while reading.
    pub(crate) fn reading(&self, error: &io::Error) -> Failure {
        Failure::new(&self.name, format_args!("cannot be read ({})", plain(error)), "allow reading it")
    }
}
