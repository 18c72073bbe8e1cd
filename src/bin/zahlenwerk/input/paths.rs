//! Which files the paths of the command line stand for.

use super::{
    Counted, Options, Raw,
    columns::Columns,
    form::{self, Form, Packing},
    html::Page,
    limited,
    rows::Rows,
    table::Table,
    unpack::unpack,
    warc::Warc,
};
use crate::{
    args::InputArgs,
    failure::{Failure, plain},
};
use std::{
    fmt,
    fs::{self, File},
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
    sync::Arc,
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
    paths: Box<dyn Iterator<Item = Result<PathBuf, (String, Failure)>> + Send>,
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
    pub(crate) fn new(args: &InputArgs) -> Self {
        let mut paths = args.paths.clone();
        if paths.is_empty() && args.files_from.is_none() {
            paths.push(PathBuf::from("-"));
        }
        let listed = args.files_from.clone().into_iter().flat_map(|file| listed(&file));
        let paths = Box::new(paths.into_iter().map(Ok).chain(listed).flat_map(matching));
        Self { paths, root: PathBuf::new(), left: Vec::new(), found: true }
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
            } else if Form::of(&path).is_some() && path.is_file() {
                self.found = true;
                let id = form::stem(path.strip_prefix(&self.root).unwrap_or(&path));
                return Some(Ok(Source::file(&path, id.to_string_lossy().into_owned())));
            }
        }
        None
    }
}

fn wrong(path: &Path, what: impl fmt::Display, advice: &str) -> Found {
    Err((path.display().to_string(), Failure::new(path.display(), what, advice)))
}

/// The paths that a file lists, read as they are asked for.
fn listed(file: &Path) -> Box<dyn Iterator<Item = Result<PathBuf, (String, Failure)>> + Send> {
    let name = file.display().to_string();
    let cannot = |error: io::Error, name: &str| {
        let what = format!("cannot be read ({})", plain(&error));
        (name.to_owned(), Failure::new(name, what, "give a file with a path a line to --files-from"))
    };
    let from: Box<dyn Read + Send> = if file.as_os_str() == "-" {
        Box::new(io::stdin())
    } else {
        match File::open(file) {
            Ok(file) => Box::new(file),
            Err(error) => return Box::new(std::iter::once(Err(cannot(error, &name)))),
        }
    };
    let lines = BufReader::new(from).lines().map(move |line| {
        line.map(|line| PathBuf::from(line.trim_end_matches('\r'))).map_err(|error| cannot(error, &name))
    });
    Box::new(lines.filter(|line| line.as_ref().is_ok_and(|it| !it.as_os_str().is_empty()) || line.is_err()))
}

/// The paths behind a pattern, in the order of their names; a path that is no pattern stands for itself.
fn matching(
    path: Result<PathBuf, (String, Failure)>,
) -> Box<dyn Iterator<Item = Result<PathBuf, (String, Failure)>> + Send> {
    let alone = |path| Box::new(std::iter::once(path));
    let Ok(pattern) = &path else { return alone(path) };
    let text = pattern.to_string_lossy().into_owned();
    if !text.contains(['*', '?', '[']) || pattern.exists() {
        return alone(path);
    }
    let wrong = |what: String| {
        (text.clone(), Failure::new(&text, what, "check the pattern, which `*`, `?` and `[…]` make one"))
    };
    match glob::glob(&text) {
        Ok(found) => {
            let mut found = found.filter_map(Result::ok).peekable();
            if found.peek().is_none() {
                return alone(Err(wrong("matches no file".to_owned())));
            }
            Box::new(found.map(Ok))
        }
        Err(error) => alone(Err(wrong(format!("is no pattern ({})", error.msg)))),
    }
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
                let what = "holds nothing that can be read";
                return Some(wrong(&self.root, what, "give a directory that does"));
            }
            let path = match self.paths.next()? {
                Ok(path) => path,
                Err(wrong) => return Some(Err(wrong)),
            };
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
                let id = form::stem(Path::new(path.file_name().unwrap_or_default()));
                let id = id.to_string_lossy().into_owned();
                return Some(Ok(Source::file(&path, id)));
            }
        }
    }
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

    /// Opens it: the form of a file goes by its name, that of standard input by its first bytes.
    pub(crate) fn open(&self, options: &Options) -> Result<Box<dyn Cut>, Failure> {
        let Some(path) = &self.path else { return self.open_standard_input(options) };
        let Some((form, packing)) = Form::of(path) else {
            let what = format!("is none of {}", form::ALL);
            let advice = format!("pass it through standard input: zahlenwerk … - < {}", self.name);
            return Err(Failure::new(&self.name, what, advice));
        };
        let file = File::open(path).map_err(|error| self.reading(&error))?;
        if form == Form::Parquet {
            return Ok(Box::new(Columns::new(self, file, options)?));
        }
        let from = Counted { from: file, read: Arc::clone(&options.read) };
        let from = unpack(from, packing).map_err(|error| self.reading(&error))?;
        self.cut(from, form, options)
    }

    fn open_standard_input(&self, options: &Options) -> Result<Box<dyn Cut>, Failure> {
        let from = Counted { from: io::stdin(), read: Arc::clone(&options.read) };
        let mut from = BufReader::with_capacity(1 << 16, from);
        let packing = Packing::sniff(from.fill_buf().map_err(|error| self.reading(&error))?);
        let from = unpack(from, packing).map_err(|error| self.reading(&error))?;
        let mut from = BufReader::with_capacity(1 << 16, from);
        let form = Form::sniff(from.fill_buf().map_err(|error| self.reading(&error))?);
        self.cut(Box::new(from), form, options)
    }

    fn cut(
        &self,
        mut from: Box<dyn Read + Send>,
        form: Form,
        options: &Options,
    ) -> Result<Box<dyn Cut>, Failure> {
        match form {
            Form::Jsonl => {
                return Ok(Box::new(Rows::new(
                    self,
                    Box::new(BufReader::with_capacity(1 << 16, from)),
                    options,
                )?));
            }
            Form::Csv => return Ok(Box::new(Table::new(self, from, options)?)),
            Form::Warc => return Ok(Box::new(Warc::new(self, from, options))),
            Form::Text | Form::Markdown | Form::Html | Form::Parquet => {}
        }
        // All of it is one article.
        let bytes = limited::whole(&mut from, options.largest).map_err(|error| self.reading(&error))?;
        let bytes = bytes.ok_or_else(|| too_large(&self.name, options.largest))?;
        Ok(Box::new(Whole(Some(match form {
            Form::Markdown => Raw::Markdown(bytes),
            Form::Html => Raw::Html { bytes, page: Page::default() },
            _ => Raw::Text(bytes),
        }))))
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
