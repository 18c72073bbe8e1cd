//! What a word can be.

use super::{
    grammar::FunctionWord,
    metrics::{MetricId, MetricWord},
    names::NameWord,
    numbers::NumberWord,
    paradigm::VerbForm,
    periods::PeriodWord,
};
use crate::claim::{Direction, Modality};

/// One sense of a word or phrase; a surface may have several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// Belongs to the grammar of numbers: numerals, scale words, units, modifiers, labels.
    Number(NumberWord),
    /// Belongs to the grammar of times.
    Period(PeriodWord),
    /// Names somebody or something, or is a noun that stands for such.
    Name(NameWord),
    /// A form of a verb, by its place in [`Lexicon::verbs`](super::Lexicon::verbs).
    Verb(u16, VerbForm),
    /// A separable prefix that may stand at the end of a clause.
    Particle,
    /// A noun that states a change: *Anstieg*, *Minus*.
    ChangeNoun {
        /// Which way.
        direction: Direction,
        /// A change only of prices on a market: *Gewinn*, *Verlust*.
        market: bool,
    },
    /// A comparative that states a change behind its figure, and what it says is measured: *mehr*, *teurer*.
    ChangeAdverb(Direction, Option<MetricId>),
    /// Which way something went: *nach oben*.
    ChangePath(Direction),
    /// A person or body that says things: *Analyst*, *Studie*.
    Source,
    /// A phrase that names a source.
    Says(SourcePhrase),
    /// Sets the modality of its clause.
    Modality(Modality, ModalityKind),
    /// Names what is measured, or refines it.
    Metric(MetricWord),
    /// A closed-class word.
    Function(FunctionWord),
}

/// Where the source of a phrase stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourcePhrase {
    /// Behind it: *laut Analysten*.
    Before,
    /// Before it: *Analysten zufolge*.
    After,
    /// Directly behind it, a name: *so Maier*.
    BeforeName,
    /// The subject of the sentence: *nach eigenen Angaben*.
    Own,
}

/// The word class by which modality is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ModalityKind {
    /// A modal verb, which governs its clause.
    Modal,
    /// A verb.
    Verb,
    /// An adverb.
    Adverb,
    /// An adjective before its noun.
    Adjective,
    /// A noun.
    Noun,
}
