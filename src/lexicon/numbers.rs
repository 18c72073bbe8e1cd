//! Placeholder.

use super::table::Builder;
use crate::error::Error;

/// Placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberWord {
    /// Placeholder.
    None,
}

/// Placeholder.
#[derive(Debug, Default)]
pub struct NumberWords;

pub(super) fn load(_to: &mut Builder) -> Result<NumberWords, Error> {
    Ok(NumberWords)
}
