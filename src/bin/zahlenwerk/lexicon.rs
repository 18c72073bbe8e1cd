//! `zahlenwerk lexicon`.

use crate::{
    args::LexiconArgs,
    failure::{Failure, Status},
    output::print,
    project::Project,
};
use clap::{Args, Subcommand};
use zahlenwerk::{Pipeline, write::words};

#[derive(Debug, Args)]
pub(crate) struct LexiconCommandArgs {
    #[command(subcommand)]
    command: LexiconCommand,
}

#[derive(Debug, Subcommand)]
enum LexiconCommand {
    /// List the lexicon files with the number of their entries, or the entries of one
    #[command(after_help = "Examples:
  zahlenwerk lexicon list
  zahlenwerk lexicon list metrics.toml")]
    List {
        /// The file, or the first letters of its name
        #[arg(value_name = "FILE")]
        file: Option<String>,
        #[command(flatten)]
        words: LexiconArgs,
    },
    /// Show what a word or phrase can be, and which entry of which file says so
    #[command(after_help = "Examples:
  zahlenwerk lexicon show Umsätze
  zahlenwerk lexicon show 'Deutsche Bank'
  zahlenwerk lexicon show Bettenauslastung --lexicon hotels.toml")]
    Show {
        /// The word or phrase
        word: String,
        #[command(flatten)]
        words: LexiconArgs,
    },
}

pub(crate) fn run(args: &LexiconCommandArgs) -> Result<Status, Failure> {
    let (shown, missing) = match &args.command {
        LexiconCommand::List { file, words } => {
            let users = Project::find(words)?.lexicons;
            let asked = file.as_deref();
            let advice = "see `zahlenwerk lexicon list` for all files";
            (words::list(&users, asked)?, (asked.unwrap_or_default(), "there is no such file", advice))
        }
        LexiconCommand::Show { word, words } => {
            let users = Project::find(words)?.lexicons;
            let pipeline = Pipeline::with_lexicons(&users)?;
            let advice = "add it with a lexicon of your own (--lexicon)";
            (
                words::show(pipeline.lexicon(), &users, word)?,
                (word.as_str(), "the lexicon does not know this word", advice),
            )
        }
    };
    if shown.is_empty() {
        let (place, what, advice) = missing;
        return Err(Failure::new(place, what, advice));
    }
    print(shown)
}
