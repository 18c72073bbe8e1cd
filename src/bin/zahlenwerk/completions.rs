//! `zahlenwerk completions` and `zahlenwerk man`, both made of the arguments.

use crate::{
    args::Cli,
    failure::{Failure, Status},
    output::print,
};
use clap::{Args, CommandFactory};
use clap_complete::Shell;

#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

#[derive(Debug, Args)]
pub(crate) struct ManArgs {
    /// The page of a subcommand; without it the page of the program
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

/// Prints the completions for a shell.
pub(crate) fn run(args: &CompletionsArgs) -> Result<Status, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "zahlenwerk", &mut script);
    print(script)
}

/// Prints a page of the manual.
pub(crate) fn run_man(args: &ManArgs) -> Result<Status, Failure> {
    let mut all = Cli::command();
    all.build();
    let command = match &args.command {
        None => all,
        Some(name) => match all.find_subcommand(name) {
            Some(found) => found.clone(),
            None => {
                return Err(Failure::new(name, "there is no such command", "see `zahlenwerk help` for all"));
            }
        },
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(command)
        .render(&mut page)
        .map_err(|error| Failure::writing("the manual page", &error))?;
    print(page)
}
