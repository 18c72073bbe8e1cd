//! The pipeline with the users' words.

use crate::{
    args::LexiconArgs,
    failure::{Failure, plain},
};
use std::fs;
use zahlenwerk::{Pipeline, lexicon::UserLexicon};

/// The pipeline with the lexicons that the arguments name.
pub(crate) fn pipeline(args: &LexiconArgs) -> Result<Pipeline, Failure> {
    let mut lexicons = Vec::new();
    for path in &args.lexicon {
        let name = path.display().to_string();
        let text = fs::read_to_string(path).map_err(|error| {
            let what = format!("cannot be read ({})", plain(&error));
            Failure::new(&name, what, "give a lexicon in TOML with --lexicon")
        })?;
        lexicons.push(UserLexicon::parse(&name, &text)?);
    }
    Ok(Pipeline::with_lexicons(&lexicons)?)
}
