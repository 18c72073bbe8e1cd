//! The pipeline with the users' words.

use crate::{args::LexiconArgs, failure::Failure, project::Project};
use zahlenwerk::Pipeline;

/// The pipeline with the lexicons that the arguments and the project name.
pub(crate) fn pipeline(args: &LexiconArgs) -> Result<Pipeline, Failure> {
    Project::find(args)?.pipeline()
}
