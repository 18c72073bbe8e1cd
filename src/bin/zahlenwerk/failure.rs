//! Errors in one sentence (what, where, what to do), and exit statuses.

use std::{fmt, io, process::ExitCode};

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// Everything was read, and nothing is inconsistent.
    Fine,
    /// Something is inconsistent.
    Inconsistent,
    /// Something could not be read or written.
    Failed,
    /// It was stopped before the end, as by Ctrl-C.
    Stopped,
}

impl Status {
    /// The number that the shell sees.
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Inconsistent => 1,
            Self::Failed => 2,
            // As a shell counts an interrupt.
            Self::Stopped => 130,
        }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status.code())
    }
}

/// Why something could not be done.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The reader of the output has gone; nobody wants to hear of it.
    ClosedPipe,
    /// A sentence for the user.
    Told(String),
}

impl Failure {
    /// The three parts of an error.
    pub(crate) fn new(place: impl fmt::Display, what: impl fmt::Display, advice: impl fmt::Display) -> Self {
        Self::Told(format!("{place}: {what}; {advice}"))
    }

    /// An output that could not be written.
    pub(crate) fn writing(place: impl fmt::Display, error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::ClosedPipe;
        }
        Self::new(
            place,
            format_args!("writing failed ({})", plain(error)),
            "give another file with -o or make room",
        )
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ClosedPipe => "the output was closed",
            Self::Told(text) => text,
        })
    }
}

impl From<zahlenwerk::error::Error> for Failure {
    fn from(error: zahlenwerk::error::Error) -> Self {
        Self::Told(error.to_string())
    }
}

/// The text of an I/O error without its number.
pub(crate) fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}
