//! `zahlenwerk rules` and `zahlenwerk rates`.

use crate::{
    args::{OutputArgs, RulesArgs},
    failure::{Failure, Status},
    output::Output,
};
use zahlenwerk::{validate::rates, write};

pub(crate) fn run(args: &RulesArgs) -> Result<Status, Failure> {
    print(&write::rules::list(&args.id))
}

/// What is embedded of the reference rates.
pub(crate) fn run_rates() -> Result<Status, Failure> {
    let currencies = rates::currencies();
    let last = rates::last_month().unwrap_or_default();
    print(&format!(
        "Monthly means of the European Central Bank's euro reference rates, units per euro\nlast month: {last}\n{} currencies: {}\n",
        currencies.len(),
        currencies.join(" ")
    ))
}

fn print(text: &str) -> Result<Status, Failure> {
    let mut output = Output::open(&OutputArgs { output: None })?;
    output.with(|to| to.write_all(text.as_bytes()))?;
    output.finish()?;
    Ok(Status::Fine)
}
