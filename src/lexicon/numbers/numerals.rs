//! Number words: the building blocks of compounds, fractions, multiples and the words that tie numbers together.

use super::{NumberWord, NumberWords, read_value};
use crate::{
    decimal::Decimal,
    document::fold,
    error::Error,
    lexicon::{
        paradigm::{VerbForm, verb_forms},
        sense::Sense,
        table::Builder,
    },
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A piece of a number word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Morph {
    /// *null*.
    Zero,
    /// *eins* to *neun*.
    One(u8),
    /// *ein* and its cases, which may be the article.
    Article,
    /// *zehn* to *neunzehn*.
    Teen(u8),
    /// *zwanzig* to *neunzig*.
    Ten(u8),
    /// *hundert*, *tausend*, *Million*: the power of ten.
    Power(u8),
    /// *und*.
    And,
    /// Added behind a number: *einhalb*.
    Part(Decimal),
    /// A number of its own that is not whole: *anderthalb*.
    Half(Decimal),
}

/// How a word ties two numbers together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Link {
    /// *bis*.
    To,
    /// *zwischen*.
    Between,
    /// *und*.
    And,
    /// *oder*, *beziehungsweise*.
    Or,
    /// *von* between a part and its whole.
    Of,
    /// *also*, *umgerechnet*: the same again.
    Same,
}

/// The pieces of number words, found by their spelling.
#[derive(Debug, Default)]
pub struct Morphs {
    /// Folded spelling and meaning; by first letter, the longest first.
    pieces: Vec<(Vec<u8>, Morph)>,
    /// Where the pieces with each first letter begin.
    starts: [u16; 27],
}

impl Morphs {
    /// The longest piece that folded bytes begin with, and its length.
    pub fn find(&self, form: &[u8]) -> Option<(Morph, usize)> {
        self.candidates(form)
            .iter()
            .find(|(piece, _)| form.starts_with(piece))
            .map(|(piece, morph)| (*morph, piece.len()))
    }

    fn candidates(&self, form: &[u8]) -> &[(Vec<u8>, Morph)] {
        let Some(letter) =
            form.first().filter(|byte| byte.is_ascii_lowercase()).map(|byte| usize::from(byte - b'a'))
        else {
            return &[];
        };
        self.pieces.get(usize::from(self.starts[letter])..usize::from(self.starts[letter + 1])).unwrap_or(&[])
    }

    fn build(mut pieces: Vec<(Vec<u8>, Morph)>) -> Self {
        pieces.retain(|(piece, _)| piece.first().is_some_and(u8::is_ascii_lowercase));
        pieces.sort_by(|(a, _), (b, _)| a[0].cmp(&b[0]).then(b.len().cmp(&a.len())).then(a.cmp(b)));
        let mut starts = [0; 27];
        for (letter, start) in (b'a'..=b'z' + 1).zip(&mut starts) {
            *start = pieces.partition_point(|(piece, _)| piece[0] < letter) as u16;
        }
        Self { pieces, starts }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    joiner: Vec<String>,
    minus: Vec<String>,
    plus: Vec<String>,
    decimal_words: Vec<String>,
    fraction: Vec<Fraction>,
    half: Vec<String>,
    half_before: Vec<String>,
    multiple: Vec<Valued>,
    fold_suffix: Vec<String>,
    times_word: Vec<String>,
    factor_word: Vec<String>,
    multiple_after: Vec<String>,
    multiple_verb: Vec<Verb>,
    multiple_noun: Vec<Valued>,
    ordinal: Vec<Ordinal>,
    every: Vec<String>,
    negative_behind: Vec<String>,
    at_least_one: Vec<String>,
    number_noun: Vec<String>,
    link: Vec<LinkEntry>,
    ones: BTreeMap<String, u8>,
    teens: BTreeMap<String, u8>,
    tens: BTreeMap<String, u8>,
    powers: BTreeMap<String, u8>,
    inflected: BTreeMap<String, u8>,
    article: BTreeMap<String, u8>,
    halves: BTreeMap<String, String>,
    half_suffix: BTreeMap<String, String>,
    vulgar: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fraction {
    forms: String,
    denominator: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Valued {
    forms: String,
    value: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Verb {
    infinitive: String,
    value: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ordinal {
    forms: String,
    value: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LinkEntry {
    forms: String,
    kind: Link,
}

const FILE: &str = "numerals.toml";

pub(super) fn load(to: &mut Builder, words: &mut NumberWords) -> Result<(), Error> {
    let file: File = super::super::read(FILE, include_str!("../numerals.toml"))?;
    words.morphs = Morphs::build(pieces(&file)?);
    let mut add = |forms: &str, word: NumberWord| to.add_forms(forms, Sense::Number(word));
    for (list, word) in [
        (&file.minus, NumberWord::Sign(true)),
        (&file.plus, NumberWord::Sign(false)),
        (&file.decimal_words, NumberWord::Comma),
        (&file.half, NumberWord::Half),
        (&file.half_before, NumberWord::HalfBefore),
        (&file.fold_suffix, NumberWord::Fold),
        (&file.times_word, NumberWord::Times),
        (&file.factor_word, NumberWord::Factor),
        (&file.multiple_after, NumberWord::MultipleAfter),
        (&file.every, NumberWord::Every),
        (&file.negative_behind, NumberWord::Negative),
        (&file.at_least_one, NumberWord::AtLeastOne),
    ] {
        for forms in list {
            add(forms, word);
        }
    }
    file.fraction.iter().for_each(|entry| add(&entry.forms, NumberWord::Fraction(entry.denominator)));
    file.ordinal.iter().for_each(|entry| add(&entry.forms, NumberWord::Ordinal(entry.value)));
    file.link.iter().for_each(|entry| add(&entry.forms, NumberWord::Link(entry.kind)));
    for entry in &file.multiple {
        add(&entry.forms, NumberWord::Multiple(words.add_value(read_value(FILE, &entry.value)?)));
    }
    for entry in &file.multiple_noun {
        add(&entry.forms, NumberWord::MultipleNoun(words.add_value(read_value(FILE, &entry.value)?)));
    }
    for entry in &file.multiple_verb {
        let word = NumberWord::MultipleVerb(words.add_value(read_value(FILE, &entry.value)?));
        for (form, _) in multiple_forms(&entry.infinitive) {
            to.add(&form, Sense::Number(word));
        }
    }
    file.number_noun.iter().for_each(|forms| to.add_head_forms(forms, Sense::Number(NumberWord::NumberNoun)));
    for form in file.article.keys() {
        to.add(form, Sense::Number(NumberWord::One));
    }
    for (character, value) in &file.vulgar {
        let parts =
            value.split_once('/').and_then(|(above, below)| above.parse().ok().zip(below.parse().ok()));
        let (above, below) =
            parts.ok_or_else(|| super::wrong(FILE, "a fraction is numerator / denominator"))?;
        words.vulgar.extend(character.chars().map(|c| (c, above, below)));
    }
    Ok(())
}

/// All forms of a weak verb in *-eln* or *-en*, from its infinitive.
fn multiple_forms(infinitive: &str) -> Vec<(String, VerbForm)> {
    let stem = infinitive.strip_suffix("en").or_else(|| infinitive.strip_suffix('n')).unwrap_or(infinitive);
    let participle = if infinitive.starts_with("ver") || infinitive.ends_with("ieren") {
        format!("{stem}t")
    } else {
        format!("ge{stem}t")
    };
    let mut forms = verb_forms(infinitive, "", &format!("{stem}t {stem}te {participle}"), None);
    // The bare stem of *dritteln* is the noun, and *vierteln* is one of its cases.
    forms.retain(|(form, _)| form != stem && !(infinitive.ends_with("teln") && form == infinitive));
    forms
}

fn pieces(file: &File) -> Result<Vec<(Vec<u8>, Morph)>, Error> {
    let mut pieces: Vec<(Vec<u8>, Morph)> = Vec::new();
    let mut add = |text: &str, morph: Morph| {
        let form = fold::fold(text);
        if !pieces.iter().any(|(piece, _)| *piece == form) {
            pieces.push((form, morph));
        }
    };
    let small = |value: u8| match value {
        0 => Morph::Zero,
        1..=9 => Morph::One(value),
        10..=19 => Morph::Teen(value),
        _ => Morph::Ten(value),
    };
    file.joiner.iter().for_each(|text| add(text, Morph::And));
    file.article.keys().for_each(|text| add(text, Morph::Article));
    for (text, &value) in file.ones.iter().chain(&file.teens).chain(&file.tens) {
        add(text, small(value));
    }
    file.powers.iter().for_each(|(text, &power)| add(text, Morph::Power(power)));
    for (text, &value) in &file.inflected {
        add(text, small(value));
    }
    for (text, value) in &file.halves {
        add(text, Morph::Half(read_value(FILE, value)?));
    }
    for (text, value) in &file.half_suffix {
        add(text, Morph::Part(read_value(FILE, value)?));
    }
    Ok(pieces)
}
