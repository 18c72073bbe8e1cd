//! `zahlenwerk test`: texts with snapshots of what is read in them.

mod diff;
mod snapshot;

use crate::{
    args::{InputArgs, LexiconArgs, OutputArgs},
    failure::{Failure, Status, plain},
    input::{Body, Item, OwnedArticle, Parser, Records},
    output::Output,
    project::{self, Project},
};
use clap::{Args, ValueEnum};
use snapshot::{Snapshot, State};
use std::{
    env,
    io::{self, BufRead, IsTerminal},
    path::{Path, PathBuf},
};
use zahlenwerk::{Pipeline, validate::Settings};

#[derive(Debug, Args)]
pub(crate) struct TestArgs {
    /// The directory with the texts; its zahlenwerk.toml is read, or else that of the working directory
    #[arg(value_name = "DIR", default_value = ".")]
    dir: PathBuf,
    #[command(flatten)]
    words: LexiconArgs,
    /// Take what is read now for right: write every snapshot that differs or is missing
    #[arg(long, conflicts_with = "review")]
    accept: bool,
    /// Ask at each difference whether to accept, reject or skip it
    #[arg(long)]
    review: bool,
    /// Find snapshots that have no text; with --accept remove them
    #[arg(long, conflicts_with = "review")]
    unreferenced: bool,
    /// Whether differences are coloured
    #[arg(long, value_enum, default_value_t = Colour::Auto)]
    color: Colour,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Colour {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Anywhere
    Always,
    /// Nowhere
    Never,
}

impl Colour {
    fn is_on(self) -> bool {
        match self {
            Self::Auto => {
                io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|it| it.is_empty())
            }
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// What was found in all texts.
#[derive(Debug, Default)]
struct Counts {
    texts: usize,
    differ: usize,
    missing: usize,
    accepted: usize,
}

impl Counts {
    /// What is still not as the snapshots say.
    fn open(&self) -> usize {
        self.differ + self.missing - self.accepted
    }
}

pub(crate) fn run(args: &TestArgs) -> Result<Status, Failure> {
    let mut output = Output::open(&OutputArgs::default())?;
    if args.unreferenced {
        return unreferenced(args, &mut output);
    }
    let pipeline = pipeline(&args.dir, &args.words)?;
    let mut failed = false;
    let mut counts = Counts::default();
    for read in texts(&args.dir) {
        let Text { file, article } = match read {
            Ok(text) => text,
            Err(failure) => {
                failed = true;
                eprintln!("zahlenwerk: {failure}");
                continue;
            }
        };
        counts.texts += 1;
        let snapshot = Snapshot::of(&file, &pipeline, &article.borrow());
        let state = snapshot.compare()?;
        let heading = match &state {
            State::Same => {
                snapshot.forget_pending()?;
                continue;
            }
            State::Missing => {
                counts.missing += 1;
                "has no snapshot"
            }
            State::Different(_) => {
                counts.differ += 1;
                "differs from its snapshot"
            }
        };
        let old = if let State::Different(old) = &state { old.as_str() } else { "" };
        let shown = diff::lines(old, &snapshot.contents, args.color.is_on());
        output.with(|to| write!(to, "{}: {heading}\n{shown}", file.display()))?;
        let answer = if args.accept {
            Answer::Accept
        } else if args.review {
            ask(&mut output)?
        } else {
            Answer::Skip
        };
        match answer {
            Answer::Accept => {
                snapshot.accept()?;
                counts.accepted += 1;
            }
            Answer::Reject => snapshot.forget_pending()?,
            Answer::Skip => snapshot.write_pending()?,
        }
    }
    let Counts { texts, differ, missing, accepted } = counts;
    let (texts_named, same) = (if texts == 1 { "text" } else { "texts" }, texts - differ - missing);
    let taken = if accepted > 0 { format!("; {accepted} accepted") } else { String::new() };
    let open = counts.open();
    let advice = if open > 0 { "; see them one by one with --review, accept all with --accept" } else { "" };
    let line = format!(
        "{texts} {texts_named}: {same} as before, {differ} differ, {missing} without snapshot{taken}{advice}"
    );
    output.with(|to| writeln!(to, "{line}"))?;
    output.finish()?;
    let found = if open > 0 { Status::Inconsistent } else { Status::Fine };
    Ok(if failed { Status::Failed } else { found })
}

/// Writes the snapshots of all texts of a directory that has none yet.
pub(super) fn accept_all(dir: &Path) -> Result<(), Failure> {
    let words = LexiconArgs { lexicon: Vec::new(), config: None };
    let pipeline = pipeline(dir, &words)?;
    for read in texts(dir) {
        let Text { file, article } = read?;
        Snapshot::of(&file, &pipeline, &article.borrow()).accept()?;
    }
    Ok(())
}

/// The pipeline of the directory's project. Messages are English where the project does not say otherwise: the same
/// on every computer.
fn pipeline(dir: &Path, words: &LexiconArgs) -> Result<Pipeline, Failure> {
    let beside = dir.join(project::FILE);
    let config = words.config.clone().or_else(|| beside.is_file().then_some(beside));
    let project = Project::find(&LexiconArgs { lexicon: words.lexicon.clone(), config })?;
    let language = project.lang.map_or_else(Default::default, |lang| crate::locale::language(Some(lang)));
    Ok(project.pipeline()?.with_settings(Settings { language, strict: project.strict }))
}

/// A text with its file.
struct Text {
    file: PathBuf,
    article: OwnedArticle,
}

/// The texts under a directory; rows of articles have no place for snapshots.
fn texts(dir: &Path) -> impl Iterator<Item = Result<Text, Failure>> {
    let input = InputArgs::of(vec![dir.to_owned()]);
    let parser = Parser::new(&input, false);
    Records::new(&input).filter_map(move |record| match parser.parse(record) {
        Ok(Item { body: Body::Article(article), file: Some(file), row: None, .. }) => {
            Some(Ok(Text { file: PathBuf::from(file), article }))
        }
        Ok(_) => None,
        Err(problem) => Some(Err(problem.failure)),
    })
}

/// What to do with a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Accept,
    Reject,
    Skip,
}

/// Asks until there is an answer; the end of the input skips what is left.
fn ask(output: &mut Output) -> Result<Answer, Failure> {
    loop {
        output.with(|to| {
            write!(to, "accept (a), reject (r) or skip (s)? ")?;
            to.flush()
        })?;
        let mut line = String::new();
        let read = io::stdin().lock().read_line(&mut line);
        let read = read.map_err(|error| {
            Failure::new(
                "standard input",
                format!("cannot be read ({})", plain(&error)),
                "answer on a terminal",
            )
        })?;
        let answer = match line.trim() {
            "a" | "accept" => Answer::Accept,
            "r" | "reject" => Answer::Reject,
            "s" | "skip" => Answer::Skip,
            _ if read == 0 => Answer::Skip,
            _ => continue,
        };
        return Ok(answer);
    }
}

fn unreferenced(args: &TestArgs, output: &mut Output) -> Result<Status, Failure> {
    let orphans = snapshot::orphans(&args.dir)?;
    for path in &orphans {
        let done = if args.accept {
            snapshot::remove(path)?;
            "has no text: removed"
        } else {
            "has no text; remove it, or all such with --unreferenced --accept"
        };
        output.with(|to| writeln!(to, "{}: {done}", path.display()))?;
    }
    output.with(|to| to.flush())?;
    Ok(if orphans.is_empty() || args.accept { Status::Fine } else { Status::Inconsistent })
}
