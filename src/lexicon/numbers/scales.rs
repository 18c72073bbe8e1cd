//! Powers of ten, dozens, and plurals that name no number.

use super::{NumberWord, NumberWords};
use crate::{
    error::Error,
    lexicon::{sense::Sense, table::Builder},
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    scale: Vec<Entry>,
    dozen: Vec<Dozen>,
    vague: Vec<String>,
    vague_before: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    exponent: u8,
    forms: Vec<String>,
    #[serde(default)]
    abbreviations: Vec<String>,
    #[serde(default)]
    letters: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dozen {
    forms: String,
    value: u8,
}

pub(super) fn load(to: &mut Builder, words: &mut NumberWords) -> Result<(), Error> {
    let file: File = super::super::read("scales.toml", include_str!("../scales.toml"))?;
    for entry in &file.scale {
        let scale = |short| Sense::Number(NumberWord::Scale { exponent: entry.exponent, short });
        entry.forms.iter().for_each(|forms| to.add_forms(forms, scale(false)));
        entry.abbreviations.iter().for_each(|form| to.add(form, scale(true)));
        words.scale_letters.extend(entry.letters.iter().map(|letter| (letter.clone(), entry.exponent)));
    }
    for dozen in &file.dozen {
        to.add_forms(&dozen.forms, Sense::Number(NumberWord::Dozen(dozen.value)));
    }
    file.vague.iter().for_each(|forms| to.add_forms(forms, Sense::Number(NumberWord::Vague)));
    file.vague_before.iter().for_each(|forms| to.add_forms(forms, Sense::Number(NumberWord::VagueBefore)));
    Ok(())
}
