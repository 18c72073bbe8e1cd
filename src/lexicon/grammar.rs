//! Closed classes: prepositions, conjunctions, pronouns, auxiliaries.

use super::{sense::Sense, table::Builder};
use crate::error::Error;
use serde::Deserialize;

/// A closed-class word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FunctionWord {
    /// A preposition and what it says of a number.
    Preposition(Relation),
    /// *und*, *oder*, *sowie*.
    Coordinating,
    /// *dass*, *während*, *weil*.
    Subordinating,
    /// *der*, *die*, *das* and the like as openers of a relative clause.
    RelativePronoun,
    /// *wer*, *wie viel*.
    Question,
    /// *er*, *sie*, *es*, by number; `true` in the third person.
    Pronoun {
        /// The third person.
        third: bool,
        /// Plural, or both.
        plural: bool,
    },
    /// *sein*, *ihr*; `true` for owners in the third person.
    Possessive(bool),
    /// *der*, *ein*, *dieser*; `true` if definite.
    Determiner(bool),
    /// *nicht*, *kein*.
    Negation,
    /// A finite form of an auxiliary.
    Auxiliary(Auxiliary),
    /// A non-finite form of an auxiliary.
    AuxiliaryInfinite(Auxiliary),
    /// A finite modal verb.
    Modal,
    /// *zudem*, *dagegen*.
    Connective,
    /// *sich*.
    Reflexive,
    /// *deutlich*, *stark*.
    Degree,
}

/// What a preposition says of the number behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// *um*.
    OnAmount,
    /// *auf*.
    ToLevel,
    /// *von*.
    FromLevel,
    /// *bei*.
    AtLevel,
    /// *gegenüber*, *nach*.
    Compared,
    /// *je*, *pro*, *zu*.
    Per,
    /// *laut*.
    Source,
    /// *für*.
    Topic,
    /// *wegen*.
    Cause,
    /// *statt*.
    Contrast,
    /// *inklusive*.
    Including,
    /// *ohne*.
    Excluding,
    /// Nothing.
    Plain,
}

/// An auxiliary verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Auxiliary {
    /// *haben*.
    Haben,
    /// *sein*.
    Sein,
    /// *werden*.
    Werden,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    preposition: Vec<Preposition>,
    conjunction: Vec<Conjunction>,
    relative_pronoun: Vec<String>,
    question: Vec<String>,
    pronoun: Vec<Pronoun>,
    possessive: Vec<Possessive>,
    determiner: Vec<Determiner>,
    negation: Vec<Plain>,
    auxiliary: Vec<AuxiliaryEntry>,
    modal: Vec<Plain>,
    separable: Vec<String>,
    connective: Vec<Plain>,
    reflexive: Vec<String>,
    #[serde(rename = "expletive")]
    _expletive: Vec<String>,
    degree: Vec<String>,
}

#[derive(Deserialize)]
struct Preposition {
    forms: String,
    relation: Option<Relation>,
}

#[derive(Deserialize)]
struct Conjunction {
    forms: String,
    kind: String,
}

#[derive(Deserialize)]
struct Pronoun {
    forms: String,
    person: u8,
    number: String,
}

#[derive(Deserialize)]
struct Possessive {
    forms: String,
    owner: String,
}

#[derive(Deserialize)]
struct Determiner {
    forms: String,
    definite: bool,
}

#[derive(Deserialize)]
struct AuxiliaryEntry {
    forms: String,
    verb: Auxiliary,
    kind: String,
}

#[derive(Deserialize)]
struct Plain {
    forms: String,
}

/// Reads the closed classes.
pub(super) fn load(to: &mut Builder) -> Result<(), Error> {
    let file: File = super::read("function_words.toml", include_str!("function_words.toml"))?;
    let mut add = |forms: &str, word: FunctionWord| to.add_forms(forms, Sense::Function(word));
    for entry in &file.preposition {
        add(&entry.forms, FunctionWord::Preposition(entry.relation.unwrap_or(Relation::Plain)));
    }
    for entry in &file.conjunction {
        let word = match entry.kind.as_str() {
            "subordinating" => FunctionWord::Subordinating,
            _ => FunctionWord::Coordinating,
        };
        add(&entry.forms, word);
    }
    for entry in &file.pronoun {
        add(
            &entry.forms,
            FunctionWord::Pronoun { third: entry.person == 3, plural: entry.number != "singular" },
        );
    }
    for entry in &file.possessive {
        add(&entry.forms, FunctionWord::Possessive(matches!(entry.owner.as_str(), "m/n" | "f/plural")));
    }
    for entry in &file.determiner {
        add(&entry.forms, FunctionWord::Determiner(entry.definite));
    }
    for entry in &file.auxiliary {
        let word = match entry.kind.as_str() {
            "finite" => FunctionWord::Auxiliary(entry.verb),
            _ => FunctionWord::AuxiliaryInfinite(entry.verb),
        };
        add(&entry.forms, word);
    }
    for (entries, word) in [
        (&file.negation, FunctionWord::Negation),
        (&file.modal, FunctionWord::Modal),
        (&file.connective, FunctionWord::Connective),
    ] {
        for entry in entries {
            add(&entry.forms, word);
        }
    }
    for (entries, word) in [
        (&file.relative_pronoun, FunctionWord::RelativePronoun),
        (&file.question, FunctionWord::Question),
        (&file.reflexive, FunctionWord::Reflexive),
        (&file.degree, FunctionWord::Degree),
    ] {
        for forms in entries {
            add(forms, word);
        }
    }
    file.separable.iter().for_each(|forms| to.add_forms(forms, Sense::Particle));
    Ok(())
}
