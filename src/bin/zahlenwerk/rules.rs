//! `zahlenwerk rules` and `zahlenwerk rates`.

use crate::{
    args::RulesArgs,
    failure::{Failure, Status},
    output::print,
};
use zahlenwerk::{validate::rates, write};

pub(crate) fn run(args: &RulesArgs) -> Result<Status, Failure> {
    print(write::rules::list(&args.id))
}

/// What is embedded of the reference rates.
pub(crate) fn run_rates() -> Result<Status, Failure> {
    let currencies = rates::currencies();
    let last = rates::last_month().unwrap_or_default();
    print(format!(
        "Monthly means of the European Central Bank's euro reference rates, units per euro\nlast month: {last}\n{} currencies: {}\n",
        currencies.len(),
        currencies.join(" ")
    ))
}
