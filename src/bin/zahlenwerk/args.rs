//! What can be asked for.

mod files;

use crate::choices::date;
pub(crate) use crate::choices::{CheckFormat, Document, Format, Lang, Offsets};
use crate::{
    completions::{CompletionsArgs, ManArgs},
    init::InitArgs,
    lexicon::LexiconCommandArgs,
    test::TestArgs,
};
use clap::{Args, Parser, Subcommand};
pub(crate) use files::{BatchArgs, InputArgs, OutputArgs};
use jiff::civil::Date;
use std::path::PathBuf;

/// Reads the figures in German news text as structured claims and recomputes every one that follows from others.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true, after_help = EXAMPLES, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXAMPLES: &str = "Examples:
  zahlenwerk check article.txt
  zahlenwerk extract articles/ --format jsonl -o claims.jsonl
  zahlenwerk explain 'Der Umsatz stieg um 3,5 Prozent auf 4,2 Milliarden Euro.'

Exit status: 0 if all is well, 1 if `check` finds an inconsistency, 2 for a wrong call or a file that cannot be read.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print the claims and checks of articles as JSON
    #[command(after_help = "Examples:
  zahlenwerk extract article.txt
  zahlenwerk extract articles/ --format jsonl -o claims.jsonl
  curl -s https://example.org/artikel.txt | zahlenwerk extract - --date 2024-08-26")]
    Extract(ExtractArgs),
    /// Recompute the figures of articles and show what agrees and what does not
    #[command(after_help = "Examples:
  zahlenwerk check article.txt
  zahlenwerk check articles/ --quiet
  zahlenwerk check articles/ --lexicon hotels.toml
  zahlenwerk check article.txt --lang de --strict
  zahlenwerk check articles/ --format github
  zahlenwerk check articles/ --format sarif -o zahlenwerk.sarif
  zahlenwerk check claims.jsonl        (claims that `extract` or another program wrote)

Exit status: 0 if nothing is inconsistent, 1 if something is, 2 if something could not be read.")]
    Check(CheckArgs),
    /// Print every quantity, period, company, metric and cue with the rule that found it
    #[command(after_help = "Examples:
  zahlenwerk mentions article.txt
  zahlenwerk mentions article.txt --why
  zahlenwerk mentions cases.jsonl --format jsonl -o mentions.jsonl")]
    Mentions(MentionsArgs),
    /// Print the manual page of a check or rule, or show a text on its way through the stages
    #[command(after_help = "Examples:
  zahlenwerk explain growth
  zahlenwerk explain quantity.range
  zahlenwerk explain 'Der Umsatz stieg um 3,5 Prozent auf 4,2 Milliarden Euro.'
  zahlenwerk explain --date 2024-08-26 'Im Vorjahr waren es 23 Millionen Euro.'")]
    Explain(ExplainArgs),
    /// Score the program on articles with hand-made answers
    #[command(after_help = "Examples:
  zahlenwerk eval corpus/
  zahlenwerk eval gold.jsonl")]
    Eval(EvalArgs),
    /// Print the JSON Schema of the output
    #[command(after_help = "Examples:
  zahlenwerk schema > zahlenwerk.schema.json
  zahlenwerk schema mentions")]
    Schema(SchemaArgs),
    /// Print the rules that find mentions, with their examples
    #[command(after_help = "Examples:
  zahlenwerk rules
  zahlenwerk rules quantity.range")]
    Rules(RulesArgs),
    /// Print which exchange rates are embedded and up to which month
    #[command(after_help = "Example:
  zahlenwerk rates")]
    Rates,
    /// Show the words of the lexicon and where they come from
    #[command(after_help = "Examples:
  zahlenwerk lexicon list
  zahlenwerk lexicon show Umsätze")]
    Lexicon(LexiconCommandArgs),
    /// Compare what is read in texts with the snapshots beside them
    #[command(after_help = "Examples:
  zahlenwerk test texts/
  zahlenwerk test texts/ --review
  zahlenwerk test texts/ --accept
  zahlenwerk test texts/ --unreferenced

Each NAME.txt has a NAME.snap; what differs is written to NAME.snap.new, as `cargo insta review` reads it.
Exit status: 0 if all is as the snapshots say, 1 if something differs, 2 if something could not be read.")]
    Test(TestArgs),
    /// Make a small project: settings, a lexicon, a text and its snapshot
    #[command(after_help = "Example:
  zahlenwerk init hotels/")]
    Init(InitArgs),
    /// Print completions for a shell
    #[command(after_help = "Examples:
  zahlenwerk completions bash > ~/.local/share/bash-completion/completions/zahlenwerk
  zahlenwerk completions fish > ~/.config/fish/completions/zahlenwerk.fish")]
    Completions(CompletionsArgs),
    /// Print the manual page
    #[command(after_help = "Examples:
  zahlenwerk man > zahlenwerk.1
  zahlenwerk man check > zahlenwerk-check.1")]
    Man(ManArgs),
}

/// Whose words to read with.
#[derive(Debug, Args)]
pub(crate) struct LexiconArgs {
    /// A TOML file with words of your own: companies, metrics, units, verbs, words to ignore (repeatable)
    #[arg(long, value_name = "FILE.toml")]
    pub(crate) lexicon: Vec<PathBuf>,
    /// The project file; without it zahlenwerk.toml of the working directory, where there is one
    #[arg(long, value_name = "FILE.toml")]
    pub(crate) config: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct ExtractArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) words: LexiconArgs,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
    #[command(flatten)]
    pub(crate) batch: BatchArgs,
    /// An object for one document and an array for several (json), or one document a line (jsonl)
    #[arg(long, value_enum, default_value_t = Format::Json)]
    pub(crate) format: Format,
    /// What offsets count
    #[arg(long, value_enum, default_value_t = Offsets::Chars)]
    pub(crate) offsets: Offsets,
    /// No closing line on standard error
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) words: LexiconArgs,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
    #[command(flatten)]
    pub(crate) batch: BatchArgs,
    /// How to show what was found
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(crate) format: CheckFormat,
    /// Show inconsistencies only
    #[arg(short, long)]
    pub(crate) quiet: bool,
    /// Show contradictions that are only likely too
    #[arg(long)]
    pub(crate) strict: bool,
    /// The language of messages; without it German where the locale is, else English
    #[arg(long, value_enum)]
    pub(crate) lang: Option<Lang>,
}

#[derive(Debug, Args)]
pub(crate) struct MentionsArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) words: LexiconArgs,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
    #[command(flatten)]
    pub(crate) batch: BatchArgs,
    /// One document a line (jsonl), or an object for one document and an array for several (json)
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    pub(crate) format: Format,
    /// What offsets count
    #[arg(long, value_enum, default_value_t = Offsets::Chars)]
    pub(crate) offsets: Offsets,
    /// As text for people (offsets in bytes): each mention with its rule, and the readings that lost against it
    #[arg(long, conflicts_with_all = ["format", "offsets"])]
    pub(crate) why: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// The id of a check or rule, or a text
    #[arg(value_name = "ID|TEXT")]
    pub(crate) text: String,
    #[command(flatten)]
    pub(crate) words: LexiconArgs,
    /// Its date, which relative periods count from
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) date: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct EvalArgs {
    /// A gold file in JSON Lines, or a directory with gold.json files
    pub(crate) gold: PathBuf,
    #[command(flatten)]
    pub(crate) words: LexiconArgs,
}

#[derive(Debug, Args)]
pub(crate) struct RulesArgs {
    /// Only rules whose id begins so
    #[arg(value_name = "ID", default_value = "")]
    pub(crate) id: String,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// Whose schema
    #[arg(value_enum, default_value_t = Document::Extraction)]
    pub(crate) document: Document,
}
