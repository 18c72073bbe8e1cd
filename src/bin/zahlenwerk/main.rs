//! The command line of zahlenwerk.
#![allow(clippy::print_stderr, reason = "errors go to standard error")]

mod args;
mod batch;
mod check;
mod choices;
mod completions;
mod eval;
mod explain;
mod extract;
mod failure;
mod init;
mod input;
mod lexicon;
mod locale;
mod mentions;
mod output;
mod project;
mod rules;
mod schema;
mod test;
mod words;

use args::{Cli, Command};
use clap::Parser;
use failure::{Failure, Status};
use std::process::ExitCode;

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Extract(args) => extract::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Mentions(args) => mentions::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Eval(args) => eval::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Rates => rules::run_rates(),
        Command::Lexicon(args) => lexicon::run(&args),
        Command::Test(args) => test::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Completions(args) => completions::run(&args),
        Command::Man(args) => completions::run_man(&args),
    };
    match done {
        Ok(status) => status.into(),
        Err(Failure::ClosedPipe) => Status::Fine.into(),
        Err(failure) => {
            eprintln!("zahlenwerk: {failure}");
            Status::Failed.into()
        }
    }
}
