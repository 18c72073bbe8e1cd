//! Users' words: each kind of entry is read, wins over built-in words, and changes nothing where it is not given.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use assert_cmd::cargo::cargo_bin_cmd;
use std::fs;
use zahlenwerk::{Article, Pipeline, claim::Claim, lexicon::UserLexicon};

const WORDS: &str = r#"
[[company]]
name = "Seeblick"
aliases = ["Hotelkette Seeblick", "Seeblick-Gruppe"]
sector = "hotel"

[[metric]]
id = "occupancy"
forms = "Zimmerbelegung -en"

[[metric]]
id = "revenue"
forms = "Kassenstand -s -es, Kassenstände -n"
head = true

[[unit]]
unit = "Hotelnacht"
symbols = ["HN"]
names = ["Hotelnacht, Hotelnächte -n"]

[[currency]]
code = "XTS"
symbols = ["₮"]
names = ["Talerling -s -e -en"]

[[verb]]
lemma = "hochploppen"
prefix = "hoch"
parts = "ploppt ploppte geploppt"
frame = "change"
direction = "up"

[[modifier]]
forms = "pi mal Daumen"
kind = "about"

[[ignore]]
forms = "Zalando -s"
"#;

fn read(lexicons: &[UserLexicon], text: &str) -> Vec<Claim> {
    let pipeline = Pipeline::with_lexicons(lexicons).unwrap();
    pipeline.extract(&Article { text, ..Article::default() }).claims
}

fn line(claim: &Claim) -> String {
    let quantity = &claim.quantity;
    [
        claim.role.name(),
        claim.direction.map_or("", |way| way.name()),
        quantity.kind.name(),
        quantity.unit.as_deref().unwrap_or(""),
        quantity.modifier.map_or("", |modifier| modifier.name()),
        claim.metric.as_ref().map_or("", |metric| &metric.id),
        claim.subjects.first().and_then(|subject| subject.company.as_deref()).unwrap_or(""),
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect::<Vec<_>>()
    .join(" ")
}

#[test]
fn every_kind_of_entry_is_read() {
    let words = || [UserLexicon::parse("w.toml", WORDS).unwrap()];
    for (text, wanted) in [
        ("Die Zimmerbelegung von Seeblick lag bei 71 Prozent.", "level percent % occupancy seeblick"),
        ("Der Abendkassenstand betrug 3 Millionen Euro.", "level money EUR revenue"),
        ("Seeblicks Kassenstand betrug 3 Millionen Euro.", "level money EUR revenue seeblick"),
        ("Gebucht wurden 200 Hotelnächte.", "level measure Hotelnacht"),
        ("Der Preis lag bei 40 Talerlingen.", "level money XTS price"),
        ("Der Umsatz ploppte um 4 Prozent hoch.", "change up percent % revenue"),
        ("Der Umsatz betrug pi mal Daumen 5 Millionen Euro.", "level money EUR about revenue"),
        ("Zalandos Umsatz betrug 5 Millionen Euro.", "level money EUR revenue"),
    ] {
        let claims = read(&words(), text);
        assert_eq!(claims.iter().map(line).collect::<Vec<_>>(), [wanted], "{text}");
    }
}

#[test]
fn without_a_lexicon_nothing_of_it_is_known() {
    let claims = read(&[], "Zalandos Umsatz betrug 5 Millionen Euro.");
    assert_eq!(line(&claims[0]), "level money EUR revenue zalando");
    let claims = read(&[], "Der Umsatz betrug pi mal Daumen 5 Millionen Euro.");
    assert_eq!(claims[0].quantity.modifier, None);
}

#[test]
fn of_several_lexicons_the_first_wins() {
    let one = UserLexicon::parse("a", "[[metric]]\nid = \"one\"\nforms = \"Gästezahl -en\"").unwrap();
    let two = UserLexicon::parse("b", "[[metric]]\nid = \"two\"\nforms = \"Gästezahl -en\"").unwrap();
    let claims = read(&[one, two], "Die Gästezahl stieg um 4 Prozent.");
    assert_eq!(line(&claims[0]), "change up percent % one");
}

#[test]
fn the_command_line_reads_lexicons_and_names_their_faults() {
    let folder = tempfile::tempdir().unwrap();
    let (good, bad) = (folder.path().join("good.toml"), folder.path().join("bad.toml"));
    fs::write(&good, WORDS).unwrap();
    fs::write(&bad, "[[metric]]\nid = \"x\"\nfroms = \"Übernachtung\"\n").unwrap();
    let text = "Die Zimmerbelegung stieg auf 71 Prozent.";
    let call = |file: &std::path::Path| {
        cargo_bin_cmd!("zahlenwerk").args(["explain", text, "--lexicon"]).arg(file).output().unwrap()
    };
    let output = call(&good);
    assert!(String::from_utf8(output.stdout).unwrap().contains("occupancy"));
    let output = call(&bad);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(error.contains("bad.toml:3:1: unknown field `froms`"), "{error}");
    assert!(error.contains("did you mean `forms`?"), "{error}");
    let output = call(&folder.path().join("none.toml"));
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("none.toml: cannot be read"));
}
