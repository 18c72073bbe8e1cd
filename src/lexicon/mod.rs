//! German words as data and the closed sets of meanings that they map to.
//!
//! The words stand in TOML files beside this module; each is read once into one [`Table`], so that a
//! token is looked up once for all of them.

mod compounds;
pub mod cues;
pub mod entries;
mod filter;
pub mod grammar;
pub mod metrics;
pub mod names;
pub mod numbers;
pub mod paradigm;
pub mod periods;
pub mod sense;
mod table;
pub mod user;
pub mod verbs;
pub mod words;

use crate::error::Error;
pub use compounds::Compounds;
pub use sense::Sense;
use serde::de::DeserializeOwned;
use table::Builder;
pub use table::{Node, Table};
pub use user::UserLexicon;
pub use words::Words;

/// Every word that the program knows.
#[derive(Debug)]
pub struct Lexicon {
    table: Table,
    compounds: Compounds,
    endings: cues::Endings,
    /// The verbs, by the number in [`Sense::Verb`].
    pub verbs: Vec<verbs::Verb>,
    /// What adjectives make of metrics, by the number in [`metrics::MetricWord::Refines`].
    pub refinements: Vec<metrics::Refinement>,
    /// The names of the metrics, by [`metrics::MetricId`].
    pub metric_names: Vec<String>,
    /// Numerals, scale words, units and modifiers.
    pub numbers: numbers::NumberWords,
    /// Words for times.
    pub periods: periods::PeriodWords,
    /// Companies, places, institutions, indices.
    pub names: names::NameWords,
    /// The rules of users, in their order.
    pub rules: Vec<user::UserRule>,
}

impl Lexicon {
    /// The words that come with the program.
    ///
    /// # Errors
    ///
    /// If a lexicon file breaks its schema; a test holds that none of the built-in ones does.
    pub fn built_in() -> Result<Self, Error> {
        Self::with(&[])
    }

    /// The same with users' words, which win over built-in ones of the same spelling; of several users' the first.
    ///
    /// # Errors
    ///
    /// If an entry is not what it should be; the error names file, line and column.
    pub fn with(users: &[UserLexicon]) -> Result<Self, Error> {
        let mut builder = Builder::new();
        grammar::load(&mut builder)?;
        let verbs = verbs::load(&mut builder)?;
        let refinements = metrics::load(&mut builder)?;
        let numbers = numbers::load(&mut builder)?;
        let periods = periods::load(&mut builder)?;
        let names = names::load(&mut builder)?;
        let endings = cues::load(&mut builder)?;
        let metric_names = metrics::METRICS.iter().map(|&name| name.to_owned()).collect();
        let (table, compounds) = Default::default();
        let mut lexicon = Self {
            table,
            compounds,
            endings,
            verbs,
            refinements,
            metric_names,
            numbers,
            periods,
            names,
            rules: Vec::new(),
        };
        users.iter().try_for_each(|user| user.forget(&mut builder))?;
        let built_in = builder.set_aside();
        users.iter().try_for_each(|user| user.add(&mut builder, &mut lexicon))?;
        builder.put_behind(built_in);
        (lexicon.table, lexicon.compounds) = builder.build();
        Ok(lexicon)
    }

    /// All words and phrases.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// The senses of the last part of a compound, and the length of what stands before it.
    pub fn find_head(&self, word: &str) -> Option<(&[Sense], usize)> {
        self.compounds.find(word)
    }

    /// Whether the last letters of a word are a cue.
    pub fn ends(&self, word: &str, cue: cues::Cue) -> bool {
        self.endings.find(word).has(cue)
    }
}

/// Reads a lexicon file.
fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Error> {
    toml::from_str(text).map_err(|error| Error::Lexicon { file: file.to_owned(), what: error.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_lexicon_keeps_its_schema() {
        let lexicon = Lexicon::built_in().unwrap();
        assert!(lexicon.table().len() > 10_000);
    }

    #[test]
    fn compounds_are_read_from_their_last_part() {
        let lexicon = Lexicon::built_in().unwrap();
        let (senses, before) = lexicon.find_head("Quartalsumsatz").unwrap();
        assert!(senses.iter().any(|sense| matches!(sense, Sense::Metric(_))));
        assert_eq!(before, "quartals".len());
        assert!(lexicon.find_head("Zugang").is_none());
    }
}
