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

/// The grammars that a word takes part in, one bit each: asked before its senses are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Groups(u16);

impl Groups {
    /// [`Sense::Number`].
    pub const NUMBER: Self = Self(1);
    /// [`Sense::Period`].
    pub const PERIOD: Self = Self(1 << 1);
    /// [`Sense::Name`].
    pub const NAME: Self = Self(1 << 2);
    /// [`Sense::Verb`] and [`Sense::Particle`].
    pub const VERB: Self = Self(1 << 3);
    /// [`Sense::ChangeNoun`], [`Sense::ChangeAdverb`] and [`Sense::ChangePath`].
    pub const CHANGE: Self = Self(1 << 4);
    /// [`Sense::Source`] and [`Sense::Says`].
    pub const SOURCE: Self = Self(1 << 5);
    /// [`Sense::Modality`].
    pub const MODALITY: Self = Self(1 << 6);
    /// [`Sense::Metric`].
    pub const METRIC: Self = Self(1 << 7);
    /// [`Sense::Function`].
    pub const FUNCTION: Self = Self(1 << 8);

    /// The grammar of a sense.
    pub(super) const fn of(sense: Sense) -> Self {
        match sense {
            Sense::Number(_) => Self::NUMBER,
            Sense::Period(_) => Self::PERIOD,
            Sense::Name(_) => Self::NAME,
            Sense::Verb(..) | Sense::Particle => Self::VERB,
            Sense::ChangeNoun { .. } | Sense::ChangeAdverb(..) | Sense::ChangePath(_) => Self::CHANGE,
            Sense::Source | Sense::Says(_) => Self::SOURCE,
            Sense::Modality(..) => Self::MODALITY,
            Sense::Metric(_) => Self::METRIC,
            Sense::Function(_) => Self::FUNCTION,
        }
    }

    /// Those of both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two share one.
    #[inline]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
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
