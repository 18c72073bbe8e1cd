//! What is read, what is written, and how many articles at a time.

use crate::choices::{date, encoding};
use clap::Args;
use encoding_rs::Encoding;
use jiff::civil::Date;
use std::{num::NonZeroUsize, path::PathBuf};

/// What to read.
#[derive(Debug, Clone, Args)]
pub(crate) struct InputArgs {
    /// Files, directories, patterns such as 'news/**/*.txt', or `-` for standard input (also where no path is given)
    ///
    /// A .txt is one article. An about.toml beside it may give its id, title and date; without one, a short first
    /// line before a blank line is its title. A .md is one article, with title and date from its front matter; so is a
    /// .html, whose main text is looked for. A .jsonl, .csv or .parquet holds one article a row, with `text` and, where
    /// known, `id`, `date` and `title`. Of a .warc every web page is read, with its URL and its date. Each but .parquet
    /// may end on .gz or .zst too. In directories all of these are read.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Read the paths that a file lists, one a line, behind those given; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) files_from: Option<PathBuf>,
    /// The key or column of ids, where articles are rows
    #[arg(long, value_name = "NAME", default_value = "id")]
    pub(crate) id_field: String,
    /// The key or column of texts
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub(crate) text_field: String,
    /// The key or column of dates
    #[arg(long, value_name = "NAME", default_value = "date")]
    pub(crate) date_field: String,
    /// The date of articles that have none
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) date: Option<Date>,
    /// The encoding of the files, such as windows-1252
    #[arg(long, value_name = "NAME", value_parser = encoding, default_value = "utf-8")]
    pub(crate) encoding: &'static Encoding,
    /// Refuse articles that are larger: bytes, or a number with KiB, MiB or GiB
    #[arg(long, value_name = "SIZE", value_parser = size, default_value = "64MiB")]
    pub(crate) max_document_size: usize,
}

/// Where to write.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct OutputArgs {
    /// Write to a file, which appears when it is complete
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// How to run through many articles.
#[derive(Debug, Args)]
pub(crate) struct BatchArgs {
    /// How many articles to read at the same time; without it one for each processor. The result is the same
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<NonZeroUsize>,
    /// Write what could not be read to a file, one JSON object a line with file, row and reason
    #[arg(long, value_name = "FILE")]
    pub(crate) errors: Option<PathBuf>,
}

/// Spans count 32 bits, so no document can be larger.
const LARGEST: usize = 1 << 30;

impl InputArgs {
    /// Some paths, read as they are without further arguments.
    pub(crate) fn of(paths: Vec<PathBuf>) -> Self {
        let [id_field, text_field, date_field] = ["id", "text", "date"].map(str::to_owned);
        let (files_from, date, encoding) = (None, None, encoding_rs::UTF_8);
        let max_document_size = 64 << 20;
        Self { paths, files_from, id_field, text_field, date_field, date, encoding, max_document_size }
    }
}

fn size(text: &str) -> Result<usize, String> {
    let text = text.trim();
    let end = text.find(|it: char| !it.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let shift = match unit.trim().to_ascii_lowercase().as_str() {
        "" | "b" => 0,
        "k" | "kib" => 10,
        "m" | "mib" => 20,
        "g" | "gib" => 30,
        _ => return Err("write bytes, or a number with KiB, MiB or GiB".to_owned()),
    };
    let number: usize = number.parse().map_err(|_| "begin with a number, such as 64MiB".to_owned())?;
    let size = number.checked_mul(1 << shift).filter(|size| (1..=LARGEST).contains(size));
    size.ok_or_else(|| "give a size from 1 byte to 1GiB".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_alone_are_read_as_on_the_command_line() {
        #[derive(Debug, clap::Parser)]
        struct Call {
            #[command(flatten)]
            input: InputArgs,
        }
        let call = <Call as clap::Parser>::parse_from(["zahlenwerk", "a.txt"]);
        assert_eq!(format!("{:?}", call.input), format!("{:?}", InputArgs::of(vec!["a.txt".into()])));
    }

    #[test]
    fn sizes_are_bytes_or_carry_a_unit() {
        assert_eq!(size("64MiB"), Ok(64 << 20));
        assert_eq!(size("10 kib"), Ok(10 << 10));
        assert_eq!(size("512"), Ok(512));
        for wrong in ["", "MiB", "0", "2GiB", "5 Meter", "99999999999999999999"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
    }
}
