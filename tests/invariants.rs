//! What holds for any text: no panic, spans inside it and on characters, surfaces as they stand there, and the
//! same output twice.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use proptest::prelude::*;
use std::sync::LazyLock;
use zahlenwerk::{
    Article, Pipeline,
    extraction::Extraction,
    span::Span,
    write::{Offsets, json, mentions::Mention, offsets},
};

static PIPELINE: LazyLock<Pipeline> = LazyLock::new(|| Pipeline::new().unwrap());

/// Pieces of German news that the stages have rules for.
const PIECES: &[&str] = &[
    "Der Umsatz",
    "Alibaba",
    "VW",
    "die Deutsche Bank",
    "der Konzern",
    "Österreich",
    "Analysten",
    "Kapitalausgaben",
    "stieg",
    "sank",
    "legte",
    "zu",
    "ging",
    "zurück",
    "betrug",
    "lag bei",
    "verdoppelte sich",
    "erwarten",
    "um",
    "auf",
    "von",
    "nach",
    "gegenüber",
    "bis",
    "rund",
    "knapp",
    "mehr als",
    "zwischen",
    "und",
    "je",
    "pro",
    "davon",
    "insgesamt",
    "3",
    "4,2",
    "1.234,56",
    "12.000",
    "1’000",
    "0,5",
    "-7",
    "+3",
    "½",
    "99999999999999999999999999999999",
    "3.",
    "2024",
    "1.1.2024",
    "zwölf",
    "hunderttausend",
    "ein Drittel",
    "Hälfte",
    "Mio.",
    "Milliarden",
    "Mrd",
    "Billionen",
    "Euro",
    "€",
    "$",
    "US-Dollar",
    "Franken",
    "%",
    "Prozent",
    "Prozentpunkte",
    "Punkte",
    "Kilometer",
    "Tonnen",
    "Mitarbeiter",
    "im Vorjahr",
    "im zweiten Quartal",
    "in den ersten neun Monaten",
    "am Montag",
    "heuer",
    "Ende Juni",
    "seit 2010",
    "das",
    "während",
    "dass",
    "weil",
    "sagte",
    "laut",
    "dürfte",
    "nicht",
    "(",
    ")",
    "„",
    "“",
    "–",
    "-",
    ".",
    ",",
    ";",
    ":",
    "!",
    "\n",
    "\n\n",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "ä",
    "a\u{308}",
    "ß",
    "📈",
];

fn german() -> impl Strategy<Value = String> {
    let piece = (0..PIECES.len(), prop::sample::select(vec![" ", " ", " ", ""]));
    prop::collection::vec(piece, 0..60)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(at, gap)| [PIECES[at], gap]).collect())
}

fn check(text: &str, date: Option<jiff::civil::Date>) -> Result<(), TestCaseError> {
    let article = Article { id: "a", text, date, title: None };
    let extraction = PIPELINE.extract(&article);
    for (start, end, surface) in surfaces(&extraction) {
        let (start, end) = (start as usize, end as usize);
        prop_assert!(start <= end && text.is_char_boundary(start) && text.is_char_boundary(end));
        if let Some(surface) = surface {
            prop_assert_eq!(&text[start..end], surface);
        }
    }
    let figures: Vec<u32> = extraction.claims.iter().map(|claim| claim.quantity.start).collect();
    prop_assert!(figures.is_sorted(), "claims stand in text order");
    for (place, claim) in extraction.claims.iter().enumerate() {
        prop_assert_eq!(&claim.id, &format!("c{}", place + 1));
        prop_assert_eq!(claim.quantity.value.is_none(), claim.quantity.range.is_some());
    }
    for check in &extraction.checks {
        for id in check.members.stated() {
            prop_assert!(extraction.claims.iter().any(|claim| claim.id == id), "a check names claim {}", id);
        }
    }
    prop_assert_eq!(
        json::line(&extraction),
        json::line(&PIPELINE.extract(&article)),
        "same input, same bytes"
    );
    in_characters(text, extraction)?;
    for mention in PIPELINE.mentions(&article).mentions {
        let (Mention::Quantity { start, end, text: surface, .. }
        | Mention::Period { start, end, text: surface, .. }
        | Mention::Company { start, end, text: surface, .. }
        | Mention::Name { start, end, text: surface, .. }
        | Mention::Metric { start, end, text: surface, .. }
        | Mention::Cue { start, end, text: surface, .. }) = mention;
        prop_assert_eq!(Span::new(start, end).of(text), surface);
    }
    Ok(())
}

/// Offsets in characters still give the surfaces.
fn in_characters(text: &str, mut extraction: Extraction) -> Result<(), TestCaseError> {
    offsets::convert(&mut extraction, text, Offsets::Chars);
    let letters: Vec<char> = text.chars().collect();
    for (start, end, surface) in surfaces(&extraction) {
        let found: String = letters[start as usize..end as usize].iter().collect();
        if let Some(surface) = surface {
            prop_assert_eq!(&found, surface);
        }
    }
    Ok(())
}

/// Every span of an extraction, with its surface where it has one.
fn surfaces(extraction: &Extraction) -> Vec<(u32, u32, Option<&str>)> {
    let mut all = Vec::new();
    for claim in &extraction.claims {
        all.push((claim.quantity.start, claim.quantity.end, Some(claim.quantity.text.as_str())));
        let subjects = claim.subjects.iter().filter_map(|it| Some((it.start?, it.end?, None)));
        all.extend(subjects);
        all.extend(claim.segment.iter().map(|it| (it.start, it.end, Some(it.text.as_str()))));
        all.extend(claim.metric.iter().filter_map(|it| Some((it.start?, it.end?, it.text.as_deref()))));
    }
    let mentions = extraction.companies.iter().flat_map(|company| &company.mentions);
    all.extend(mentions.map(|it| (it.start, it.end, Some(it.text.as_str()))));
    all.extend(extraction.notes.iter().map(|it| (it.start, it.end, Some(it.text.as_str()))));
    all
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_text(text in "\\PC{0,200}") {
        check(&text, None)?;
    }

    #[test]
    fn any_german(text in german(), dated in any::<bool>()) {
        check(&text, dated.then(|| jiff::civil::date(2024, 2, 29)))?;
    }
}

#[test]
fn the_ends_of_the_calendar() {
    for date in [jiff::civil::Date::MIN, jiff::civil::Date::MAX] {
        let text = "Der Umsatz stieg im Vorjahr um 3 Prozent, heuer um 4, im kommenden Jahr um 5 und am Montag um 6 Prozent.";
        check(text, Some(date)).unwrap();
    }
}

#[test]
fn hostile_texts() {
    for text in
        ["9".repeat(5_000), ",".repeat(5_000), "(".repeat(5_000), "1 Euro ".repeat(700), "VW ".repeat(1_000)]
    {
        check(&text, None).unwrap();
    }
}

#[test]
fn endless_sentences_are_told() {
    let article = |text| PIPELINE.extract(&Article { id: "a", text, ..Article::default() });
    let text = "Siemens zahlt 3 Millionen Euro, ".repeat(200);
    let extraction = article(&text);
    assert_eq!(extraction.claims.len(), 200);
    assert_eq!(extraction.notes.len(), 1, "one note for each sentence, however many pieces");
    assert!(extraction.notes[0].why.contains("pieces"));
    assert!(article("Siemens zahlt 3 Millionen Euro.").notes.is_empty());
}
