//! zahlenwerk reads the figures in German news text.
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
