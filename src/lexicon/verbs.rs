//! Verbs, change nouns, reporting and modality words.

use super::{
    metrics::MetricId,
    paradigm::{expand, verb_forms},
    sense::{ModalityKind, Sense, SourcePhrase},
    table::Builder,
};
use crate::{
    claim::{Direction, Modality, Role},
    decimal::{Decimal, read_plain},
    document::fold,
    error::Error,
};
use serde::Deserialize;

/// What a verb makes of the figure beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frame {
    /// Its grammatical subject is what moves: *steigen*.
    Change,
    /// The subject moves an object: *senken*.
    ChangeObject,
    /// The verb is the factor: *verdoppeln*.
    Multiple,
    /// The figure is what the subject is: *betragen*.
    Level,
    /// The subject has a figure that another noun names: *verbuchen*.
    Have,
    /// The figure is the amount that the subject handles: *investieren*.
    Amount,
    /// Saying and reporting.
    Say,
}

/// A verb of the lexicon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verb {
    /// The infinitive.
    pub lemma: String,
    /// Its separable prefix; empty if it has none.
    pub prefix: String,
    /// The third person present, without the prefix.
    pub present: String,
    /// What it makes of a figure.
    pub frame: Frame,
    /// Which way it moves.
    pub direction: Option<Direction>,
    /// The metric that the verb alone names.
    pub metric: Option<String>,
    /// The role where it is not the frame's.
    pub role: Option<Role>,
    /// The factor of a multiple.
    pub value: Option<Decimal>,
    /// Has the frame only with *sich*.
    pub reflexive: bool,
    /// The modality it sets together with a preposition (*rechnen mit*), whose forms stand as hashes.
    pub with: Option<(Vec<u64>, Modality)>,
    /// Which way a count beside it moves: *drei Filialen schließen*.
    pub counted: Option<Direction>,
}

/// A verb as a lexicon file writes it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VerbEntry {
    lemma: String,
    #[serde(default)]
    prefix: String,
    pub(super) parts: String,
    subjunctive: Option<String>,
    frame: Option<Frame>,
    direction: Option<Direction>,
    pub(super) metric: Option<String>,
    role: Option<Role>,
    value: Option<String>,
    #[serde(default)]
    reflexive: bool,
    counted: Option<Direction>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VerbFile {
    verb: Vec<VerbEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReportingFile {
    verb: Vec<VerbEntry>,
    phrase: Vec<PhraseEntry>,
    noun: Vec<Forms>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PhraseEntry {
    forms: String,
    #[serde(default)]
    position: Position,
    #[serde(default, rename = "genitive")]
    _genitive: bool,
    #[serde(default, rename = "self")]
    own: bool,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "snake_case")]
enum Position {
    #[default]
    Before,
    After,
    BeforeName,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Forms {
    forms: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeEntry {
    forms: String,
    direction: Direction,
    #[serde(default)]
    market: bool,
    metric: Option<String>,
    #[serde(rename = "value")]
    _value: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeFile {
    noun: Vec<ChangeEntry>,
    adverb: Vec<ChangeEntry>,
    path: Vec<ChangeEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ModalityEntry {
    forms: String,
    modality: Modality,
    kind: ModalityKind,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ModalityFile {
    word: Vec<ModalityEntry>,
    split: Vec<SplitEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SplitEntry {
    verb: String,
    with: String,
    modality: Modality,
}

/// Reads the four files; returns the verbs.
pub(super) fn load(to: &mut Builder) -> Result<Vec<Verb>, Error> {
    let mut verbs = Vec::new();
    let file: VerbFile = super::read("verbs.toml", include_str!("verbs.toml"))?;
    for entry in file.verb {
        add_verb(entry, Frame::Level, &mut verbs, to);
    }

    let file: ReportingFile = super::read("reporting.toml", include_str!("reporting.toml"))?;
    for entry in file.verb {
        add_verb(entry, Frame::Say, &mut verbs, to);
    }
    for entry in file.phrase {
        let phrase = match entry.position {
            _ if entry.own => SourcePhrase::Own,
            Position::Before => SourcePhrase::Before,
            Position::After => SourcePhrase::After,
            Position::BeforeName => SourcePhrase::BeforeName,
        };
        to.add_forms(&entry.forms, Sense::Says(phrase));
    }
    for entry in file.noun {
        to.add_head_forms(&entry.forms, Sense::Source);
    }

    let file: ChangeFile = super::read("change_nouns.toml", include_str!("change_nouns.toml"))?;
    for entry in file.noun {
        let sense = Sense::ChangeNoun { direction: entry.direction, market: entry.market };
        to.add_head_forms(&entry.forms, sense);
    }
    for entry in file.adverb {
        let metric = entry.metric.as_deref().and_then(MetricId::find);
        to.add_forms(&entry.forms, Sense::ChangeAdverb(entry.direction, metric));
    }
    for entry in file.path {
        to.add_forms(&entry.forms, Sense::ChangePath(entry.direction));
    }

    let file: ModalityFile = super::read("modality.toml", include_str!("modality.toml"))?;
    for entry in file.word {
        let sense = Sense::Modality(entry.modality, entry.kind);
        if entry.kind == ModalityKind::Noun {
            to.add_head_forms(&entry.forms, sense);
        } else {
            to.add_forms(&entry.forms, sense);
        }
    }
    for entry in file.split {
        for verb in verbs.iter_mut().filter(|verb| verb.lemma == entry.verb) {
            let forms = expand(&entry.with).iter().map(|form| fold::hash(form)).collect();
            verb.with = Some((forms, entry.modality));
        }
    }
    Ok(verbs)
}

/// Adds a verb in all its forms; `frame` where the entry names none.
pub(super) fn add_verb(entry: VerbEntry, frame: Frame, verbs: &mut Vec<Verb>, to: &mut Builder) {
    let id = verbs.len() as u16;
    for (form, kind) in verb_forms(&entry.lemma, &entry.prefix, &entry.parts, entry.subjunctive.as_deref()) {
        to.add(&form, Sense::Verb(id, kind));
    }
    for form in expand(&entry.prefix).iter().filter(|prefix| !prefix.is_empty()) {
        to.add(form, Sense::Particle);
    }
    let present = entry.parts.split(' ').next().unwrap_or_default().to_owned();
    verbs.push(Verb {
        lemma: entry.lemma,
        present,
        prefix: entry.prefix,
        frame: entry.frame.unwrap_or(frame),
        direction: entry.direction,
        metric: entry.metric,
        role: entry.role,
        value: entry.value.as_deref().and_then(read_plain),
        reflexive: entry.reflexive,
        with: None,
        counted: entry.counted,
    });
}
