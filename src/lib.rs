//! zahlenwerk reads German news text, writes every figure down as a structured claim, and recomputes every figure
//! that follows from others.
//!
//! One sentence on its way through all stages:
//!
//! ```
//! use zahlenwerk::{Article, Pipeline, claim::{Direction, Part, Role}};
//!
//! let pipeline = Pipeline::new()?;
//! let extraction = pipeline.extract(&Article {
//!     id: "beispiel",
//!     text: "Siemens steigerte den Umsatz im ersten Halbjahr um 10 Prozent auf 44 Milliarden Euro.",
//!     date: Some("2024-08-26".parse()?),
//!     title: None,
//! });
//!
//! // `document` cuts the text into words, `mention` finds the two quantities, the period and the company.
//! let [change, level] = &extraction.claims[..] else { panic!("two figures, two claims") };
//! assert_eq!(change.quantity.text, "10 Prozent");
//! // `parse` reads what governs them: *um* a change, *auf* the new value, both of one statement.
//! assert_eq!((change.role, change.direction), (Role::Change, Some(Direction::Up)));
//! assert_eq!(level.link.map(|link| link.part), Some(Part::New));
//! // `resolve` says who, what and when.
//! assert_eq!(level.subjects[0].company.as_deref(), Some("siemens"));
//! assert_eq!(level.metric.as_ref().map(|metric| metric.id.as_str()), Some("revenue"));
//! assert_eq!(level.period.as_ref().and_then(|period| period.to), Some("2024-06-30".parse()?));
//! // `validate` derives what nobody printed: the revenue of the year before, 39 to 41 billion.
//! let derived = extraction.checks[0].computed.as_ref().expect("a value follows");
//! assert_eq!(derived.of, "old");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What holds everywhere
//!
//! - Text never fails: any text gives an [`extraction::Extraction`]; only files and settings can be wrong.
//! - Every value keeps its span and the id of the rule that made it; `span.of(text)` is the surface, byte for byte.
//! - No stage reads a clock, a locale or the environment: the date of publication is an argument.
//! - Printed numbers are exact decimals that remember their places; the same input gives the same bytes.
//! - A check speaks of a contradiction only where no rounding of the printed figures lets them agree.
//!
//! # The modules, in the order of the data
//!
//! [`document`] text to sentences and tokens · [`lexicon`] German words as data · [`mention`] quantities, periods,
//! names · [`parse`] clauses and statements · [`resolve`] claims · [`validate`] checks · [`write`](mod@write) bytes.
//! Beside them the vocabulary that they share: [`claim`], [`check`], [`decimal`], [`interval`], [`span`],
//! [`extraction`], [`error`]; [`pipeline`] runs all stages in a row, and [`evaluate`] scores results against
//! hand-made ones.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod check;
pub mod claim;
pub mod decimal;
pub mod document;
pub mod error;
pub mod evaluate;
pub mod extraction;
pub mod interval;
pub mod lexicon;
pub mod mention;
pub mod parse;
pub mod pipeline;
pub mod resolve;
pub mod span;
pub mod validate;
pub mod write;

pub use pipeline::{Article, Pipeline};
