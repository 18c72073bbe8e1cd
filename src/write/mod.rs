//! Results become text: JSON for programs, diagnostics and stages for people.
//!
//! Nothing is decided here; a writer shows what the stages before it found.

pub mod explain;
pub mod findings;
pub mod github;
pub mod json;
pub mod mentions;
pub mod offsets;
pub mod page;
pub mod rules;
pub mod sarif;
pub mod schema;
pub mod text;
pub mod why;
pub mod words;

pub use offsets::Offsets;
