//! What holds for every number, every currency and any text.

use super::tests::{one, read};
use crate::{decimal::Decimal, lexicon::paradigm::expand};
use proptest::prelude::*;

const ONES: [&str; 20] = [
    "",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
];
const TENS: [&str; 10] =
    ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];

/// A number below a thousand as the pieces of its word; `last` where nothing follows.
fn small(number: u64, last: bool, to: &mut Vec<String>) {
    let (hundreds, rest) = (number / 100, number % 100);
    if hundreds > 0 {
        to.push(format!("{}hundert", ONES[hundreds as usize]));
    }
    match rest {
        0 => {}
        1 if last => to.push("eins".to_owned()),
        1..20 => to.push(ONES[rest as usize].to_owned()),
        _ if rest % 10 == 0 => to.push(TENS[(rest / 10) as usize].to_owned()),
        _ => to.push(format!("{}und{}", ONES[(rest % 10) as usize], TENS[(rest / 10) as usize])),
    }
}

/// A number in words; `apart` writes its parts as separate words.
fn spell(number: u64, apart: bool) -> String {
    let mut words: Vec<String> = Vec::new();
    let glue = if apart { " " } else { "" };
    for (power, one, many) in [
        (15, "Billiarde", "Billiarden"),
        (12, "Billion", "Billionen"),
        (9, "Milliarde", "Milliarden"),
        (6, "Million", "Millionen"),
    ] {
        let part = number / 10_u64.pow(power) % 1000;
        if part == 1 {
            words.push(format!("eine {one}"));
        } else if part > 0 {
            let mut pieces = Vec::new();
            small(part, false, &mut pieces);
            words.push(format!("{} {many}", pieces.join(glue)));
        }
    }
    let mut pieces = Vec::new();
    let (thousands, rest) = (number / 1000 % 1000, number % 1000);
    if thousands > 0 {
        let mut part = Vec::new();
        small(thousands, false, &mut part);
        pieces.push(format!("{}{glue}tausend", part.join(glue)));
    }
    small(rest, true, &mut pieces);
    if number == 0 {
        pieces.push("null".to_owned());
    }
    if !pieces.is_empty() {
        words.push(pieces.join(glue));
    }
    words.join(" ")
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Digits in groups of three.
fn grouped(number: u64, mark: &str) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push_str(mark);
        }
        text.push(digit);
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn words_read_back(number in prop_oneof![0_u64..2000, 0_u64..1_000_000, 0_u64..1_000_000_000_000_000]) {
        for apart in [false, true] {
            let text = spell(number, apart);
            for text in [text.clone(), capitalised(&text), text.to_lowercase(), text.replace("ü", "ue").replace('ß', "ss")] {
                let value = one(&format!("{text} Prozent")).value;
                prop_assert_eq!(value, Some(Decimal::from(number)), "{}", text);
            }
        }
    }

    #[test]
    fn decimals_read_back(number in 0_u64..10_000_000_000, places in 0_u32..5) {
        let value = Decimal::from_i128_with_scale(i128::from(number), places);
        let size = 10_u64.pow(places);
        let (whole, rest) = (number / size, number % size);
        for (mark, comma) in [(".", ","), ("", ","), ("'", "."), ("’", "."), ("\u{a0}", ","), ("\u{202f}", ","), (" ", ",")] {
            let mut text = grouped(whole, mark);
            if places > 0 {
                text = format!("{text}{comma}{rest:0width$}", width = places as usize);
            }
            // Without groups before it, a full stop before three digits is a thousands mark.
            if comma == "." && places == 3 && whole < 1000 {
                continue;
            }
            let read = one(&format!("{text} Prozent"));
            prop_assert_eq!(read.value, Some(value), "{}", text);
            prop_assert_eq!(read.value.map(|value| value.scale()), Some(places), "{}", text);
            prop_assert!(read.interval.contains(value));
        }
    }

    #[test]
    fn any_text_is_safe(text in "\\PC{0,80}") {
        for (quantity, _) in read(&text) {
            prop_assert!(!quantity.place.span.of(&text).is_empty());
            prop_assert!(quantity.value.is_some() != quantity.range.is_some());
        }
    }

    #[test]
    fn number_words_in_any_order_are_safe(words in proptest::collection::vec(proptest::sample::select(vec![
        "zwei", "ein", "und", "hundert", "tausend", "Millionen", "Mio.", "Mrd", "12", "1.234,5", "2014", "-", "–", "bis", "zwischen",
        "Euro", "€", "Cent", "%", "Prozent", "von", "drei", "halbe", "Drittel", "Hälfte", "doppelt", "so", "viel", "(", ")", ",", ".",
        "mehr als", "rund", "99999999999999999999999999", "Trillionen", "Quadrillionen", "Komma", "fünf", "x", "10", "^", "jeder", "vierte",
        "\n", "Mitarbeiter", "-fach", "mal", "Faktor", "minus", "/", "½",
    ]), 0..24), joined in any::<bool>()) {
        let text = words.join(if joined { "" } else { " " });
        for (quantity, _) in read(&text) {
            prop_assert!(!quantity.place.span.of(&text).is_empty());
            if let Some((low, high)) = quantity.interval.low.zip(quantity.interval.high) {
                prop_assert!(low <= high, "{}", text);
            }
        }
    }
}

#[test]
fn every_currency_reads_back() {
    let file: toml::Value = toml::from_str(include_str!("../../lexicon/currencies.toml")).unwrap();
    let mut wrong = Vec::new();
    for entry in file["currency"].as_array().unwrap() {
        let code = entry["code"].as_str().unwrap();
        let list = |key: &str| -> Vec<String> {
            let list = entry.get(key).and_then(toml::Value::as_array).into_iter().flatten();
            list.map(|text| text.as_str().unwrap().to_owned()).collect()
        };
        let mut check = |text: String, value: Decimal| {
            let found = read(&text);
            let want = format!("{value} {code}");
            if found.len() != 1 || found[0].1 != want {
                wrong.push(format!(
                    "{text}: {want}, not {:?}",
                    found.iter().map(|(_, text)| text).collect::<Vec<_>>()
                ));
            }
        };
        for (key, value) in [
            ("names", Decimal::from(5)),
            ("bare", Decimal::from(5)),
            ("cents", Decimal::new(5, 2)),
            ("bare_cents", Decimal::new(5, 2)),
        ] {
            for name in list(key).iter().flat_map(|name| expand(name)) {
                check(format!("5 {name}"), value);
            }
        }
        for symbol in list("symbols").into_iter().chain([code.to_owned()]) {
            check(format!("5 {symbol}"), Decimal::from(5));
            // *TOP 5* is a list before it is money of Tonga.
            if symbol != "TOP" {
                check(format!("{symbol} 5"), Decimal::from(5));
            }
        }
        for symbol in list("cent_symbols") {
            check(format!("5 {symbol}"), Decimal::new(5, 2));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_shared_name_follows_its_article() {
    for (text, want) in [
        ("5 Dollar", "5 USD"),
        ("Der australische Dollar fiel. Es waren 5 Dollar.", "5 AUD"),
        ("In Norwegen stieg der Preis auf 5 Kronen", "5 NOK"),
        ("In Kanada kostet es 5 Dollar", "5 USD"),
        ("5 Pfund", "5 GBP"),
    ] {
        let found = read(text);
        assert_eq!(found.last().map(|(_, notation)| notation.as_str()), Some(want), "{text}");
    }
}

#[test]
fn a_number_that_no_decimal_holds_is_no_quantity() {
    for text in ["99999999999999999999999999999 Euro", "9999999999999 Quadrillionen Euro", "2 x 10^40"] {
        assert!(read(text).iter().all(|(quantity, _)| quantity.value.is_some()), "{text}");
    }
}

#[test]
fn hostile_text_takes_linear_time() {
    for piece in [
        "1 ",
        "1,",
        "12 und ",
        "ein ",
        "1-",
        "zwei, ",
        "1.000 ",
        "(1 Euro ",
        "1 Mio. ",
        "5 A-A-",
        "jeder ",
        "zwischen 1 Euro ",
    ] {
        let text = piece.repeat(20_000);
        read(&text);
    }
}
