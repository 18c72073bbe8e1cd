//! Where the results of a run come together, in order.

use crate::{args::OutputArgs, failure::Failure, output::Output, project::Ignored};
use zahlenwerk::write::{json, sarif::Log, text::Totals};

/// What came of one article.
pub(crate) struct Piece {
    pub(crate) totals: Totals,
    pub(crate) content: Content,
    /// Which contradictions were left out.
    pub(crate) ignored: Option<Ignored>,
}

/// What is written of it.
pub(crate) enum Content {
    /// As it stands.
    Bytes(Vec<u8>),
    /// Inconsistencies.
    Log(Box<Log>),
}

impl Piece {
    /// About how many bytes it holds.
    pub(super) fn size(&self) -> usize {
        match &self.content {
            Content::Bytes(bytes) => bytes.len(),
            Content::Log(log) => log.len() << 10,
        }
    }
}

/// What stands around the pieces.
pub(crate) enum Form {
    /// Nothing.
    Plain,
    /// A single document as it is, several as an array.
    Json(json::Array),
    /// One object holds all results, so they are kept until the end.
    Sarif(Box<Log>),
}

/// An open output and its form.
pub(super) struct Sink {
    output: Output,
    form: Form,
}

impl Sink {
    pub(super) fn open(args: &OutputArgs, form: Form) -> Result<Self, Failure> {
        Ok(Self { output: Output::open(args)?, form })
    }

    /// Takes what comes of the next article.
    pub(super) fn take(&mut self, content: Content) -> Result<(), Failure> {
        match (&mut self.form, content) {
            (Form::Json(array), Content::Bytes(bytes)) => self.output.with(|to| array.write(to, bytes)),
            (Form::Sarif(log), Content::Log(more)) => {
                log.append(*more);
                Ok(())
            }
            (_, Content::Bytes(bytes)) => self.output.with(|to| to.write_all(&bytes)),
            (_, Content::Log(_)) => Ok(()),
        }
    }

    /// Lets everything be seen that was taken.
    pub(super) fn flush(&mut self) -> Result<(), Failure> {
        self.output.with(|to| to.flush())
    }

    /// Writes what is left and some last words.
    pub(super) fn finish(mut self, closing: &str) -> Result<(), Failure> {
        match self.form {
            Form::Plain => {}
            Form::Json(array) => self.output.with(|to| array.finish(to))?,
            Form::Sarif(log) => self.output.with(|to| writeln!(to, "{}", json::pretty(&log)))?,
        }
        self.output.with(|to| to.write_all(closing.as_bytes()))?;
        self.output.finish()
    }
}
