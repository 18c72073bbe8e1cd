//! Which files the paths of the command line stand for.

use super::{Counted, Options, Raw, limited, rows::Rows};
use crate::failure::{Failure, plain};
use std::{
    fmt,
    fs::{self, File},
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
    sync::Arc,
    vec::IntoIter,
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

/// Cuts a source into its documents.
pub(crate) trait Cut: Send {
    /// The next document and the row that it stands in.
    fn next(&mut self) -> Option<(Option<u64>, Result<Raw, Failure>)>;
}

/// A source that is one document.
struct Whole(Option<Raw>);

impl Cut for Whole {
    fn next(&mut self) -> Option<(Option<u64>, Result<Raw, Failure>)> {
        self.0.take().map(|raw| (None, Ok(raw)))
    }
}

/// All files behind the paths of the command line, looked up as they are asked for.
pub(crate) struct Sources {
    paths: IntoIter<PathBuf>,
    /// The directory that is walked, and what is left to visit in it, the next one last.
    root: PathBuf,
    left: Vec<PathBuf>,
    /// Whether the directory has given a file.
    found: bool,
}

/// A source, or the name of what is none with the reason.
type Found = Result<Source, (String, Failure)>;

impl Sources {
    /// None is standard input.
    pub(crate) fn new(paths: &[PathBuf]) -> Self {
        let paths = if paths.is_empty() { vec![PathBuf::from("-")] } else { paths.to_vec() };
        Self { paths: paths.into_iter(), root: PathBuf::new(), left: Vec::new(), found: true }
    }

    /// The next file of the directory that is walked.
    fn walk(&mut self) -> Option<Found> {
        while let Some(path) = self.left.pop() {
            // A link to a directory is not followed: it may lead back.
            let is_link = path.is_symlink() && path != self.root;
            if path.is_dir() && !is_link {
                let listed = fs::read_dir(&path).and_then(Iterator::collect::<io::Result<Vec<_>>>);
                match listed {
                    Ok(mut entries) => {
                        entries.sort_by_key(|entry| std::cmp::Reverse(entry.file_name()));
                        self.left.extend(entries.iter().map(fs::DirEntry::path));
                    }
                    Err(error) => {
                        self.found = true;
                        let what = format!("cannot be listed ({})", plain(&error));
                        return Some(wrong(&path, what, "allow reading it"));
                    }
                }
            } else if matches!(extension(&path).as_str(), "txt" | "jsonl") && path.is_file() {
                self.found = true;
                let id = path.strip_prefix(&self.root).unwrap_or(&path).with_extension("");
                return Some(Ok(Source::file(&path, id.to_string_lossy().into_owned())));
            }
        }
        None
    }
}

fn wrong(path: &Path, what: impl fmt::Display, advice: &str) -> Found {
    Err((path.display().to_string(), Failure::new(path.display(), what, advice)))
}

impl Iterator for Sources {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            if let Some(found) = self.walk() {
                return Some(found);
            }
            if !self.found {
                self.found = true;
                let what = "holds no .txt and no .jsonl";
                return Some(wrong(&self.root, what, "give a directory that does"));
            }
            let path = self.paths.next()?;
            if path.as_os_str() == "-" {
                return Some(Ok(Source::standard_input()));
            }
            if path.is_dir() {
                self.found = false;
                self.left.push(path.clone());
                self.root = path;
            } else if !path.exists() {
                return Some(wrong(&path, "there is no such file or directory", "check the path"));
            } else {
                let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                return Some(Ok(Source::file(&path, id)));
            }
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

    /// What is no source; it only has a name.
    pub(crate) fn missing(name: String) -> Self {
        Self { path: Some(PathBuf::from(&name)), name, id: String::new() }
    }

    /// Opens it: the form of a file goes by its extension, that of standard input by its first character.
    pub(crate) fn open(&self, options: &Options) -> Result<Box<dyn Cut>, Failure> {
        let Some(path) = &self.path else { return self.open_standard_input(options) };
        let extension = extension(path);
        if !matches!(extension.as_str(), "txt" | "jsonl") {
            let advice = format!("pass it through standard input: zahlenwerk … - < {}", self.name);
            return Err(Failure::new(&self.name, "is neither .txt nor .jsonl", advice));
        }
        let from = File::open(path).map_err(|error| self.reading(&error))?;
        let from = Counted { from, read: Arc::clone(&options.read) };
        if extension == "txt" {
            self.whole(from, options)
        } else {
            Ok(Box::new(Rows::new(self, Box::new(BufReader::with_capacity(1 << 16, from)), options)?))
        }
    }

    fn open_standard_input(&self, options: &Options) -> Result<Box<dyn Cut>, Failure> {
        let from = Counted { from: io::stdin(), read: Arc::clone(&options.read) };
        let mut reader = BufReader::with_capacity(1 << 16, from);
        let first = reader.fill_buf().map_err(|error| self.reading(&error))?;
        if first.trim_ascii_start().starts_with(b"{") {
            return Ok(Box::new(Rows::new(self, Box::new(reader), options)?));
        }
        self.whole(reader, options)
    }

    /// All of it is one article.
    fn whole(&self, mut from: impl Read, options: &Options) -> Result<Box<dyn Cut>, Failure> {
        let bytes = limited::whole(&mut from, options.largest).map_err(|error| self.reading(&error))?;
        let bytes = bytes.ok_or_else(|| too_large(&self.name, options.largest))?;
        Ok(Box::new(Whole(Some(Raw::Text(bytes)))))
    }

    /// An error while reading.
    pub(crate) fn reading(&self, error: &io::Error) -> Failure {
        Failure::new(&self.name, format_args!("cannot be read ({})", plain(error)), "allow reading it")
    }
}

/// A document that is larger than it may be.
pub(super) fn too_large(place: &str, largest: usize) -> Failure {
    let what = format!("is larger than {largest} bytes");
    Failure::new(place, what, "allow more with --max-document-size")
}
