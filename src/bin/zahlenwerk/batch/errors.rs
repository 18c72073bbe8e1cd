//! Where it is told what could not be read.

use crate::{args::OutputArgs, failure::Failure, input::Problem, output::Output};
use serde::Serialize;
use std::path::Path;
use zahlenwerk::write::json;

/// Sentences on standard error, or rows of a file.
pub(super) struct Errors(Option<Output>);

/// A row.
#[derive(Serialize)]
struct ErrorRow<'p> {
    file: Option<&'p str>,
    row: Option<u64>,
    reason: &'p str,
}

impl Errors {
    pub(super) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let open = |path: &Path| Output::open(&OutputArgs { output: Some(path.to_owned()) });
        path.map(open).transpose().map(Self)
    }

    pub(super) fn take(&mut self, problem: &Problem) -> Result<(), Failure> {
        let Problem { file, row, failure } = problem;
        let Some(output) = &mut self.0 else {
            eprintln!("zahlenwerk: {failure}");
            return Ok(());
        };
        let sentence = failure.to_string();
        // The place has keys of its own.
        let place = match (file, row) {
            (Some(file), Some(row)) => format!("{file}:{row}: "),
            (Some(file), None) => format!("{file}: "),
            _ => String::new(),
        };
        let reason = sentence.strip_prefix(&place).unwrap_or(&sentence);
        let row = ErrorRow { file: file.as_deref(), row: *row, reason };
        output.with(|mut to| json::write_line(&mut to, &row))
    }

    pub(super) fn finish(self) -> Result<(), Failure> {
        self.0.map_or(Ok(()), Output::finish)
    }
}
