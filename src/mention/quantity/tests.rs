//! The examples of all rules, and what holds for any text.

use super::{Quantity, find, rules};
use crate::{
    claim::{Direction, Modifier},
    decimal::{Decimal, plain},
    document::Document,
    lexicon::{Lexicon, Words},
};
use std::{fmt::Write, sync::LazyLock};

pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::built_in().unwrap());

/// The quantities of a text, with their notation.
pub(super) fn read(text: &str) -> Vec<(Quantity, String)> {
    let document = Document::new(text, None);
    let words = Words::new(&document, &LEXICON);
    find(&words, &[])
        .into_iter()
        .map(|quantity| {
            let text = notation(&quantity, &words);
            (quantity, text)
        })
        .collect()
}

/// The only quantity of a text.
pub(super) fn one(text: &str) -> Quantity {
    let mut found = read(text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.remove(0).0
}

/// `>50e9 CNY`: modifier, value or range, unit, direction.
fn notation(quantity: &Quantity, words: &Words) -> String {
    let mut text = match quantity.modifier {
        None => "",
        Some(Modifier::About) => "~",
        Some(Modifier::Almost) => "<~",
        Some(Modifier::SlightlyOver) => ">~",
        Some(Modifier::Over) => ">",
        Some(Modifier::AtLeast) => ">=",
        Some(Modifier::Under) => "<",
        Some(Modifier::AtMost) => "<=",
    }
    .to_owned();
    match (quantity.value, quantity.range) {
        (Some(value), _) => text.push_str(&plain(value)),
        (None, Some(range)) => write!(text, "{}..{}", plain(range.low), plain(range.high)).unwrap(),
        (None, None) => {}
    }
    if let Some(unit) = quantity.unit_text(words) {
        write!(text, " {unit}").unwrap();
    }
    match quantity.direction {
        Some(Direction::Up) => text.push_str(" up"),
        Some(Direction::Down) => text.push_str(" down"),
        None => {}
    }
    text
}

/// `50e9` written out.
fn unscaled(notation: &str) -> String {
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | 'e' | '-');
    let mut text = String::new();
    for word in notation.split_inclusive(' ') {
        for part in word.split_inclusive("..") {
            let sign = part.len() - part.trim_start_matches(['~', '<', '>', '=']).len();
            let (before, rest) = part.split_at(sign);
            let digits = rest.find(|c| !number(c)).unwrap_or(rest.len());
            let digits = rest[..digits].trim_end_matches('.').len();
            let value = Decimal::from_scientific(&rest[..digits]).map(plain);
            text.push_str(before);
            text.push_str(value.as_deref().unwrap_or(&rest[..digits]));
            text.push_str(&rest[digits..]);
        }
    }
    text
}

#[test]
fn the_examples_of_all_rules_hold() {
    let mut wrong = String::new();
    for rule in rules() {
        for (text, want) in rule.finds {
            let found = read(text);
            let got: Vec<&str> = found.iter().map(|(_, notation)| notation.as_str()).collect();
            let got = got.join("; ");
            if found.is_empty() {
                writeln!(wrong, "{}: found nothing: {text:?} is {want}", rule.id).unwrap();
            } else if found.len() > want.split("; ").count() {
                writeln!(wrong, "{}: found too much: {text:?} is {want}, not {got}", rule.id).unwrap();
            } else if got != unscaled(want) {
                writeln!(wrong, "{}: wrong value: {text:?} is {want}, not {got}", rule.id).unwrap();
            } else if !found.iter().any(|(quantity, _)| quantity.place.rule == rule.id) {
                writeln!(wrong, "{}: another rule found it: {text:?}", rule.id).unwrap();
            }
        }
        for text in rule.ignores {
            let found = read(text)
                .into_iter()
                .filter(|(quantity, _)| quantity.claims || quantity.place.rule == rule.id)
                .map(|(_, notation)| notation);
            let got = found.collect::<Vec<_>>().join("; ");
            if !got.is_empty() {
                writeln!(wrong, "{}: found too much: {text:?} holds no {got}", rule.id).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
