//! A project: the settings of `zahlenwerk.toml`.
//!
//! ```toml
//! lexicons = ["hotels.toml"]            # beside this file
//! lang = "de"
//! strict = true
//! ignore = [{ check = "growth", text = "stieg um 25 Prozent", reason = "misprint, corrected in the next issue" }]
//! ```

mod ignore;

use crate::{
    args::{Lang, LexiconArgs},
    failure::{Failure, plain},
};
pub(crate) use ignore::Ignored;
use serde::Deserialize;
use std::{
    fs, io,
    path::{Path, PathBuf},
};
use toml::Spanned;
use zahlenwerk::{
    Pipeline,
    check::CheckRule,
    lexicon::{UserLexicon, user},
};

/// The name of the file that is looked for in the working directory.
pub(crate) const FILE: &str = "zahlenwerk.toml";

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    #[serde(default)]
    lexicons: Vec<PathBuf>,
    lang: Option<Lang>,
    #[serde(default)]
    strict: bool,
    #[serde(default)]
    ignore: Vec<Spanned<Ignore>>,
}

/// A contradiction that is known.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ignore {
    check: CheckRule,
    text: Spanned<String>,
    reason: Spanned<String>,
}

/// The settings, with the lexicons read.
#[derive(Debug)]
pub(crate) struct Project {
    /// Those of the arguments first.
    pub(crate) lexicons: Vec<UserLexicon>,
    pub(crate) lang: Option<Lang>,
    pub(crate) strict: bool,
    ignore: Vec<Spanned<Ignore>>,
    /// The file's name and its text, for messages.
    name: String,
    text: String,
}

impl Project {
    /// The project that the arguments name, or that of the working directory; else one without settings.
    pub(crate) fn find(args: &LexiconArgs) -> Result<Self, Failure> {
        let path = args.config.clone().unwrap_or_else(|| PathBuf::from(FILE));
        let name = path.display().to_string();
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if args.config.is_none() && error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => {
                let what = format!("cannot be read ({})", plain(&error));
                return Err(Failure::new(&name, what, "give a project file in TOML with --config"));
            }
        };
        Self::read(&path, &name, text, &args.lexicon)
    }

    /// Reads the text of a project file.
    pub(crate) fn read(path: &Path, name: &str, text: String, first: &[PathBuf]) -> Result<Self, Failure> {
        let settings: Settings = toml::from_str(&text).map_err(|error| user::of_toml(name, &text, &error))?;
        for entry in &settings.ignore {
            let Ignore { text: part, reason, .. } = entry.get_ref();
            for (value, what) in [(part, "a part of the sentence"), (reason, "a reason")] {
                if value.get_ref().trim().is_empty() {
                    let place = user::place(name, &text, value.span().start);
                    return Err(Failure::new(place, format!("{what} is expected"), "write one"));
                }
            }
        }
        let beside = path.parent().unwrap_or(Path::new(""));
        let own = settings.lexicons.iter().map(|lexicon| beside.join(lexicon));
        let lexicons = first.iter().cloned().chain(own).map(|path| read_lexicon(&path));
        let lexicons = lexicons.collect::<Result<_, _>>()?;
        let Settings { lang, strict, ignore, .. } = settings;
        Ok(Self { lexicons, lang, strict, ignore, name: name.to_owned(), text })
    }

    /// The pipeline with the words of the project.
    pub(crate) fn pipeline(&self) -> Result<Pipeline, Failure> {
        Ok(Pipeline::with_lexicons(&self.lexicons)?)
    }
}

fn read_lexicon(path: &Path) -> Result<UserLexicon, Failure> {
    let name = path.display().to_string();
    let text = fs::read_to_string(path).map_err(|error| {
        let what = format!("cannot be read ({})", plain(&error));
        Failure::new(&name, what, "give a lexicon in TOML")
    })?;
    Ok(UserLexicon::parse(&name, &text)?)
}
