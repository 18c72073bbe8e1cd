//! What a file holds, by the ends of its name.

use std::path::{Path, PathBuf};

/// How documents stand in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Text,
    Markdown,
    Html,
    Jsonl,
    Csv,
    Parquet,
    Warc,
}

/// How a file is compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Packing {
    None,
    Gzip,
    Zstd,
}

/// All names, as they are told.
pub(crate) const ALL: &str = ".txt, .md, .html, .jsonl, .csv, .parquet, .warc, also with .gz or .zst";

impl Packing {
    /// The packing of a file, by the end of its name.
    pub(crate) fn of(path: &Path) -> Self {
        match extension(path).as_str() {
            "gz" => Self::Gzip,
            "zst" => Self::Zstd,
            _ => Self::None,
        }
    }

    /// The packing of some bytes, by the first of them.
    pub(crate) fn sniff(bytes: &[u8]) -> Self {
        if bytes.starts_with(&[0x1f, 0x8b]) {
            Self::Gzip
        } else if bytes.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
            Self::Zstd
        } else {
            Self::None
        }
    }
}

impl Form {
    /// The form and the packing of a file.
    pub(crate) fn of(path: &Path) -> Option<(Self, Packing)> {
        let packing = Packing::of(path);
        let inner = if packing == Packing::None { path.to_owned() } else { path.with_extension("") };
        let form = match extension(&inner).as_str() {
            "txt" => Self::Text,
            "md" | "markdown" => Self::Markdown,
            "html" | "htm" => Self::Html,
            "jsonl" | "ndjson" => Self::Jsonl,
            "csv" => Self::Csv,
            "parquet" => Self::Parquet,
            "warc" => Self::Warc,
            _ => return None,
        };
        // The pages of a Parquet file are compressed, never the whole.
        (form != Self::Parquet || packing == Packing::None).then_some((form, packing))
    }

    /// The form of a text, by how it begins.
    pub(crate) fn sniff(bytes: &[u8]) -> Self {
        let start = bytes.trim_ascii_start();
        let begins =
            |with: &str| start.get(..with.len()).is_some_and(|it| it.eq_ignore_ascii_case(with.as_bytes()));
        if begins("{") {
            Self::Jsonl
        } else if begins("<!doctype html") || begins("<html") {
            Self::Html
        } else if begins("WARC/1.") {
            Self::Warc
        } else {
            Self::Text
        }
    }
}

/// A path without what tells its form.
pub(crate) fn stem(path: &Path) -> PathBuf {
    let inner = if Packing::of(path) == Packing::None { path.to_owned() } else { path.with_extension("") };
    inner.with_extension("")
}

fn extension(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_forms() {
        let of = |name: &str| Form::of(Path::new(name));
        assert_eq!(of("a/b.TXT"), Some((Form::Text, Packing::None)));
        assert_eq!(of("b.jsonl.gz"), Some((Form::Jsonl, Packing::Gzip)));
        assert_eq!(of("c.warc.zst"), Some((Form::Warc, Packing::Zstd)));
        assert_eq!((of("d.pdf"), of("gz"), of("e.parquet.gz")), (None, None, None));
        assert_eq!(stem(Path::new("a/b.x.txt.gz")), Path::new("a/b.x"));
    }
}
