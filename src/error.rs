//! What can go wrong: settings and files, never text.

/// Why a lexicon could not be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A lexicon file is not what its schema says.
    #[error("{file}: {what}; correct the entry and try again")]
    Lexicon {
        /// The file.
        file: String,
        /// Line, column and what was expected.
        what: String,
    },
}
