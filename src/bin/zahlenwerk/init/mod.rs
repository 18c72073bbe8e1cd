//! `zahlenwerk init`: a small project to start from.

use crate::{
    failure::{Failure, Status},
    output::print,
};
use clap::Args;
use std::{fs, path::PathBuf};

/// The files of a new project; the snapshot of the text is made of what the program reads in it.
const FILES: [(&str, &str); 3] = [
    ("zahlenwerk.toml", include_str!("zahlenwerk.toml")),
    ("lexicon.toml", include_str!("lexicon.toml")),
    ("texts/seeblick.txt", include_str!("seeblick.txt")),
];

const SNAPSHOT: &str = "texts/seeblick.snap";

#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// The directory, which is made where there is none
    #[arg(value_name = "DIR")]
    dir: PathBuf,
}

pub(crate) fn run(args: &InitArgs) -> Result<Status, Failure> {
    let names = FILES.map(|(name, _)| name).into_iter().chain([SNAPSHOT]);
    let paths: Vec<PathBuf> = names.map(|name| args.dir.join(name)).collect();
    if let Some(there) = paths.iter().find(|path| path.exists()) {
        let advice = "nothing is overwritten: name another directory";
        return Err(Failure::new(there.display(), "exists already", advice));
    }
    for (path, (_, content)) in paths.iter().zip(FILES) {
        let made =
            fs::create_dir_all(path.parent().unwrap_or(&args.dir)).and_then(|()| fs::write(path, content));
        made.map_err(|error| Failure::writing(path.display(), &error))?;
    }
    crate::test::accept_all(&args.dir)?;
    let mut lines: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    lines.push(format!("next: zahlenwerk test {}\n", args.dir.display()));
    print(lines.join("\n"))
}
