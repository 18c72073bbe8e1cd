//! Placeholder.

use super::table::Builder;
use crate::error::Error;

/// Placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodWord {
    /// Placeholder.
    None,
}

/// Placeholder.
#[derive(Debug, Default)]
pub struct PeriodWords;

pub(super) fn load(_to: &mut Builder) -> Result<PeriodWords, Error> {
    Ok(PeriodWords)
}
