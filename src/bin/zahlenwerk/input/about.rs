//! What an about.toml says of the text beside it.

use super::{paths::Source, read_date};
use crate::failure::Failure;
use jiff::civil::Date;
use serde::Deserialize;
use std::{ffi::OsStr, fs, path::Path};

/// The keys that are read; others are somebody else's.
#[derive(Deserialize)]
struct File {
    id: Option<String>,
    title: Option<String>,
    date: Option<toml::Value>,
}

/// What is known of an article.
#[derive(Debug, Default)]
pub(crate) struct About {
    pub(crate) id: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) date: Option<Date>,
}

/// Reads the about.toml beside a text. Where several texts share it, it gives all of them their date, and
/// id and title only to article.txt.
pub(crate) fn read(source: &Source) -> Result<About, Failure> {
    let Some(path) = &source.path else { return Ok(About::default()) };
    let beside = path.with_file_name("about.toml");
    if !beside.is_file() {
        return Ok(About::default());
    }
    let name = beside.display().to_string();
    let text = fs::read_to_string(&beside).map_err(|error| {
        Failure::new(&name, format!("cannot be read ({error})"), "make it UTF-8 and readable")
    })?;
    let file: File = toml::from_str(&text).map_err(|error| {
        let place = error
            .span()
            .map_or(1, |span| text.get(..span.start).map_or(0, |it| it.matches('\n').count()) + 1);
        Failure::new(
            format_args!("{name}:{place}"),
            error.message().trim(),
            "correct it; id, title and date are read",
        )
    })?;
    let date = match file.date {
        None => None,
        Some(value) => {
            let written = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let bad = || Failure::new(&name, format!("`{written}` is no date"), "write it as YYYY-MM-DD");
            Some(read_date(&written).ok_or_else(bad)?)
        }
    };
    if speaks_for(path) {
        Ok(About { id: file.id, title: file.title, date })
    } else {
        Ok(About { date, ..About::default() })
    }
}

/// Whether the about.toml of the folder describes this very text.
fn speaks_for(path: &Path) -> bool {
    let is_text = |path: &Path| path.extension().is_some_and(|it| it.eq_ignore_ascii_case("txt"));
    path.file_name() == Some(OsStr::new("article.txt"))
        || path.parent().is_some_and(|folder| {
            let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            fs::read_dir(folder)
                .is_ok_and(|entries| entries.flatten().filter(|it| is_text(&it.path())).count() == 1)
        })
}
