//! Rules of users: what their patterns match, what they set, and what is wrong in them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use zahlenwerk::{Article, Pipeline, claim::Claim, lexicon::UserLexicon};

const WORDS: &str = "[[metric]]\nid = \"occupancy\"\nforms = \"Bettenbelegung\"\n[[unit]]\nunit = \"Knoten\"\nnames = [\"Knoten\"]\n";

fn pipeline(rule: &str) -> Result<Pipeline, String> {
    let words = UserLexicon::parse("own.toml", &format!("{WORDS}[[rule]]\n{rule}"));
    words.and_then(|words| Pipeline::with_lexicons(&[words])).map_err(|error| error.to_string())
}

fn claims(rule: &str, text: &str) -> Vec<Claim> {
    pipeline(rule).unwrap().extract(&Article { text, ..Article::default() }).claims
}

/// The figures to which the rule gave the metric.
fn measured(pattern: &str, text: &str) -> String {
    let rule = format!("id = \"a\"\npattern = \"{pattern}\"\nmetric = \"occupancy\"\n");
    let of_rule = |claim: &&Claim| claim.implied.iter().any(|it| it.field == "metric" && it.rule == "a");
    let claims = claims(&rule, text);
    let found = claims.iter().filter(of_rule).map(|claim| {
        assert_eq!(claim.metric.as_ref().unwrap().id, "occupancy");
        claim.quantity.text.as_str()
    });
    found.collect::<Vec<_>>().join(", ")
}

#[test]
fn patterns_match_what_their_notation_says() {
    let text = "Im Mai waren rund 70 Prozent der großen Zimmer und 40 Prozent der Betten bei Siemens belegt.";
    for (pattern, found) in [
        ("{percent} der Betten", "40 Prozent"),
        ("{percent} der groß~? (Betten | ZIMMER)", "70 Prozent, 40 Prozent"),
        ("waren {quantity}", "70 Prozent"),
        ("<period> waren {percent}", "70 Prozent"),
        ("{percent} der Betten bei <company> belegt", "40 Prozent"),
        ("{percent} <word>+ belegt", "40 Prozent"),
        ("{percent} (<word> | {percent})* belegt", "70 Prozent, 40 Prozent"),
        ("{percent} der Betten belegt", ""),
        ("{money} der Betten", ""),
        ("{percent} der <word> Betten", ""),
        ("{percent} der Zimmer", ""),
    ] {
        assert_eq!(measured(pattern, text), found, "{pattern}");
    }
    assert_eq!(
        measured("{percent} belegt", "Es waren 3 Prozent. Belegt war nichts."),
        "",
        "beyond a sentence"
    );
}

#[test]
fn rules_set_fields_of_the_claim() {
    let rule = "id = \"a.b\"\npattern = \"Ziel : {percent}\"\nrole = \"level\"\nmodality = \"planned\"\n";
    let found = claims(rule, "Ziel: 30 Prozent. Es waren 20 Prozent.");
    assert_eq!((found[0].role.name(), found[0].modality.name()), ("level", "planned"));
    assert_eq!(found[1].modality.name(), "reported");
    let rule = "id = \"a\"\npattern = \"runter {percent}\"\nrole = \"change\"\ndirection = \"down\"\n";
    let found = claims(rule, "Mit dem Absatz ging es runter 5 Prozent.");
    assert_eq!((found[0].role.name(), found[0].direction.unwrap().name()), ("change", "down"));
}

#[test]
fn rules_give_numbers_a_unit() {
    let text = "Das Schiff lief 22 im Mittel.";
    let plain = "id = \"a\"\npattern = \"schwamm {number}\"\nunit = \"Knoten\"\n";
    assert!(claims(plain, text).is_empty());
    for (unit, kind) in [("Knoten", "measure"), ("EUR", "money"), ("%", "percent")] {
        let rule = format!("id = \"a\"\npattern = \"lief {{number}}\"\nunit = \"{unit}\"\n");
        let found = claims(&rule, text);
        let quantity = &found[0].quantity;
        assert_eq!((quantity.kind.name(), quantity.unit.as_deref()), (kind, Some(unit)));
    }
}

#[test]
fn faults_say_where_what_and_what_instead() {
    let pattern = |pattern: &str| format!("id = \"a\"\npattern = \"{pattern}\"\nmetric = \"occupancy\"\n");
    for (rule, wanted) in [
        (
            pattern("{precent} der"),
            "own.toml:9:13: there is no kind of quantity `precent`; did you mean `percent`?",
        ),
        (
            pattern("{percent} <wrod>"),
            "own.toml:9:23: there is no class of words `wrod`; did you mean `word`?",
        ),
        (pattern("{percent} ("), "own.toml:9:23: a word, `{kind}`, `<class>` or `( … )` is expected"),
        (pattern("{percent} (a"), "own.toml:9:22: `(` is not closed"),
        (pattern("{percent} a)"), "own.toml:9:23: `)` closes nothing"),
        (pattern("* {percent}"), "own.toml:9:12: a part is expected before"),
        (pattern("{percent"), "`}` is missing"),
        (pattern("der Betten"), "own.toml:9:12: a quantity is expected"),
        (pattern(&format!("{{percent}} {}", "a ".repeat(63))), "a pattern has 63 parts at most"),
        (pattern("{percent}").replace("metric =", "mertic ="), "did you mean `metric`?"),
        (pattern("{percent}").replace("\"occupancy\"", "\"ocupancy\""), "did you mean `occupancy`?"),
        ("id = \"a\"\npattern = \"{percent}\"\n".to_owned(), "own.toml:8:6: a rule sets something"),
        ("id = \"A b\"\npattern = \"{percent}\"\nrole = \"level\"\n".to_owned(), "own.toml:8:6: an id"),
        ("id = \"a\"\npattern = \"{percent}\"\nunit = \"EUR\"\n".to_owned(), "`unit` needs `{number}`"),
        ("id = \"a\"\npattern = \"{number}\"\nunit = \"Knotn\"\n".to_owned(), "did you mean `Knoten`?"),
        ("id = \"a\"\npattern = \"{percent}\"\nrole = \"levle\"\n".to_owned(), "did you mean `level`?"),
    ] {
        let fault = pipeline(&rule).unwrap_err();
        assert!(fault.contains(wanted), "{rule}{fault}");
    }
}

#[test]
fn nested_repetitions_come_to_an_end() {
    let pattern = "(<word>* <word>*)* <word>* {percent} ((<word>+ <word>*)+ <word>*)* niemals";
    let text = format!("Es waren 3 Prozent {}", "und so weiter ".repeat(120));
    assert_eq!(measured(pattern, &text), "", "one step back at each word would take for ever");
    assert_eq!(measured(pattern, &format!("{text} niemals")), "3 Prozent");
}
