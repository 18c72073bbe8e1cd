//! Words that make a number a name, a reference, a time or a rank.

use super::{LabelKind, NumberWord, NumberWords};
use crate::{
    error::Error,
    lexicon::{sense::Sense, table::Builder},
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    label_before: Vec<Before>,
    label_after: Vec<After>,
    expression: Vec<String>,
    no_count: Vec<String>,
    denomination: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Before {
    forms: String,
    kind: LabelKind,
    #[serde(default)]
    digit_only: bool,
    #[serde(default)]
    values: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct After {
    forms: String,
    kind: LabelKind,
}

pub(super) fn load(to: &mut Builder, words: &mut NumberWords) -> Result<(), Error> {
    let file: File = super::super::read("not_quantities.toml", include_str!("../not_quantities.toml"))?;
    for entry in file.label_before {
        let values = if entry.values.is_empty() {
            0
        } else {
            words.label_values.push(entry.values);
            words.label_values.len() as u16
        };
        let label = NumberWord::Label { kind: entry.kind, digit_only: entry.digit_only, values };
        to.add_forms(&entry.forms, Sense::Number(label));
    }
    file.label_after
        .iter()
        .for_each(|entry| to.add_forms(&entry.forms, Sense::Number(NumberWord::After(entry.kind))));
    file.expression.iter().for_each(|forms| to.add_forms(forms, Sense::Number(NumberWord::Expression)));
    file.no_count.iter().for_each(|forms| to.add_head_forms(forms, Sense::Number(NumberWord::NoCount)));
    file.denomination
        .iter()
        .for_each(|forms| to.add_head_forms(forms, Sense::Number(NumberWord::Denomination)));
    Ok(())
}
