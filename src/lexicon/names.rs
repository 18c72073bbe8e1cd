//! Placeholder.

use super::table::Builder;
use crate::error::Error;

/// Placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameWord {
    /// Placeholder.
    None,
}

/// Placeholder.
#[derive(Debug, Default)]
pub struct NameWords;

pub(super) fn load(_to: &mut Builder) -> Result<NameWords, Error> {
    Ok(NameWords)
}
