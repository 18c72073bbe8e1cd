//! Words that loosen a number, and the table of what they do to its interval.

use super::{NumberWord, NumberWords, read_value, wrong};
use crate::{
    claim::Modifier,
    decimal::Decimal,
    error::Error,
    lexicon::{sense::Sense, table::Builder},
};
use serde::Deserialize;

/// Where a modifier stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Position {
    /// Before the number.
    Before,
    /// After it and its unit.
    After,
    /// Either.
    Both,
}

/// An end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// What rounding alone gives.
    Rounding,
    /// The printed number.
    Value,
    /// None.
    Open,
    /// Zero.
    Zero,
    /// A multiple of the printed number.
    Times(Decimal),
}

/// What a kind of modifier does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effect {
    /// The lower end.
    pub low: End,
    /// The upper end.
    pub high: End,
}

/// The table of effects.
#[derive(Debug, Clone, Default)]
pub struct Effects {
    kinds: Vec<(Modifier, Effect)>,
    named: Vec<(String, Effect)>,
}

impl Effects {
    /// What a modifier does; rounding alone without one.
    pub fn of(&self, modifier: Option<Modifier>) -> Effect {
        let plain = Effect { low: End::Rounding, high: End::Rounding };
        modifier
            .and_then(|kind| self.kinds.iter().find(|(known, _)| *known == kind))
            .map_or(plain, |&(_, effect)| effect)
    }

    /// How loose a fraction or multiple in words is by itself.
    pub fn named(&self, name: &str) -> Option<Effect> {
        self.named.iter().find(|(known, _)| known == name).map(|&(_, effect)| effect)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    modifier: Vec<Entry>,
    sign: Vec<Sign>,
    neutral: Vec<String>,
    amount_noun: Vec<String>,
    effect: Vec<EffectEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    forms: String,
    kind: Modifier,
    position: Position,
    #[serde(default)]
    preposition: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sign {
    sign: String,
    kind: Modifier,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EffectEntry {
    kind: String,
    low: String,
    high: String,
}

const FILE: &str = "modifiers.toml";

fn end(text: &str) -> Result<End, Error> {
    Ok(match text {
        "rounding" => End::Rounding,
        "value" => End::Value,
        "open" => End::Open,
        "zero" => End::Zero,
        times => End::Times(read_value(FILE, times)?),
    })
}

pub(super) fn load(to: &mut Builder, words: &mut NumberWords) -> Result<(), Error> {
    let file: File = super::super::read(FILE, include_str!("../modifiers.toml"))?;
    for entry in &file.modifier {
        let word =
            NumberWord::Modifier { kind: entry.kind, position: entry.position, tight: entry.preposition };
        to.add_forms(&entry.forms, Sense::Number(word));
    }
    words.modifier_signs = file.sign.iter().map(|entry| (entry.sign.clone(), entry.kind)).collect();
    words.modifier_signs.sort_by_key(|(sign, _)| std::cmp::Reverse(sign.len()));
    file.neutral.iter().for_each(|forms| to.add_forms(forms, Sense::Number(NumberWord::Neutral)));
    file.amount_noun.iter().for_each(|forms| to.add_head_forms(forms, Sense::Number(NumberWord::AmountNoun)));
    for entry in &file.effect {
        let effect = Effect { low: end(&entry.low)?, high: end(&entry.high)? };
        match Modifier::find(&entry.kind) {
            Some(kind) => words.effects.kinds.push((kind, effect)),
            None => words.effects.named.push((entry.kind.clone(), effect)),
        }
    }
    if words.effects.kinds.len() != Modifier::ALL.len() {
        return Err(wrong(FILE, "every kind of modifier has one effect"));
    }
    Ok(())
}
