//! The pipeline with the users' words.

use crate::{
    args::LexiconArgs,
    failure::{Failure, plain},
};
use std::{fs, path::Path};
use zahlenwerk::{Pipeline, lexicon::UserLexicon};

/// The pipeline with the lexicons that the arguments name.
pub(crate) fn pipeline(args: &LexiconArgs) -> Result<Pipeline, Failure> {
    Ok(Pipeline::with_lexicons(&lexicons(args)?)?)
}

/// The lexicons that the arguments name.
pub(crate) fn lexicons(args: &LexiconArgs) -> Result<Vec<UserLexicon>, Failure> {
    args.lexicon.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Result<UserLexicon, Failure> {
    let name = path.display().to_string();
    let text = fs::read_to_string(path).map_err(|error| {
        let what = format!("cannot be read ({})", plain(&error));
        Failure::new(&name, what, "give a lexicon in TOML with --lexicon")
    })?;
    Ok(UserLexicon::parse(&name, &text)?)
}
