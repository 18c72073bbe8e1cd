//! What the author of words and rules uses: where words come from, which rules lost, completions, the manual.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use assert_cmd::{Command, cargo::cargo_bin_cmd};
use std::fs;

fn zahlenwerk(args: &[&str]) -> Command {
    let mut command = cargo_bin_cmd!("zahlenwerk");
    command.args(args).env("LC_ALL", "C");
    command
}

/// Standard output, standard error and exit status.
fn outcome(command: &mut Command) -> (String, String, i32) {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

fn run(args: &[&str]) -> (String, String, i32) {
    outcome(&mut zahlenwerk(args))
}

const COMMANDS: &[&str] = &[
    "extract",
    "check",
    "mentions",
    "explain",
    "eval",
    "schema",
    "rules",
    "rates",
    "lexicon",
    "test",
    "init",
    "completions",
    "man",
];

#[test]
fn every_command_has_examples_and_a_page() {
    let all = run(&["--help"]).0;
    for command in COMMANDS {
        assert!(all.contains(&format!("\n  {command} ")), "{command}");
        let (help, _, status) = run(&[command, "--help"]);
        assert_eq!(status, 0);
        assert!(help.contains(&format!("\n  zahlenwerk {command}")), "{command} shows no example: {help}");
        let (page, _, status) = run(&["man", command]);
        assert_eq!(status, 0);
        assert!(page.contains(&format!(".TH zahlenwerk-{command} 1")), "{page}");
    }
    assert!(run(&["man"]).0.contains("zahlenwerk\\-check(1)"));
    let (_, errors, status) = run(&["man", "chekc"]);
    assert_eq!((errors.contains("chekc: there is no such command"), status), (true, 2));
}

#[test]
fn shells_complete_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let (script, _, status) = run(&["completions", shell]);
        assert_eq!(status, 0);
        for command in COMMANDS {
            assert!(script.contains(command), "{shell}: {command}");
        }
    }
    assert_eq!(run(&["completions", "cmd"]).2, 2);
}

#[test]
fn words_are_shown_with_their_entries() {
    let shown = |word: &str| run(&["lexicon", "show", word]).0;
    for (word, sense, entry) in [
        ("Umsätze", "is     metric revenue", "metrics.toml:"),
        ("gestiegen", "is     verb steigen (participle), change up", "verbs.toml:"),
        ("deutsche bank", "is     company Deutsche Bank (deutsche_bank)", "de_dax.toml:"),
        ("rund", "is     modifier about", "modifiers.toml:"),
        ("zwölf", "is     period word cardinal(12)", "numerals.toml:"),
        ("verglichen mit", "is     cue compared_with", "cues/"),
    ] {
        let shown = shown(word);
        assert!(shown.contains(sense), "{word}: {shown}");
        assert!(shown.contains(&format!("\n  entry  {entry}")), "{word}: {shown}");
    }
    assert!(shown("Leuchtenumsatz").contains("\n  ends   in umsatz\n  is     metric revenue\n"));
    let (_, errors, status) = run(&["lexicon", "show", "Xyzzy"]);
    assert_eq!((errors.contains("Xyzzy: the lexicon does not know this word"), status), (true, 2));
}

#[test]
fn users_words_come_first() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own.toml");
    fs::write(&own, "[[metric]]\nid = \"users\"\nforms = \"Umsatz -es\"\n").unwrap();
    let own = own.display().to_string();
    let shown = run(&["lexicon", "show", "Umsatz", "--lexicon", &own]).0;
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines[1], "  is     metric users");
    let entries: Vec<&&str> = lines.iter().filter(|line| line.starts_with("  entry")).collect();
    assert!(entries[0].contains("own.toml:3  metric.forms  Umsatz -es"), "{shown}");
    assert!(entries[1].contains(".toml:"), "{shown}");
    let listed = run(&["lexicon", "list", "--lexicon", &own]).0;
    assert!(listed.starts_with("     1  ") && listed.lines().count() > 50, "{listed}");
    let listed = run(&["lexicon", "list", "own.toml", "--lexicon", &own]).0;
    assert_eq!(listed, format!("{own}:3  metric.forms  Umsatz -es\n"));
    assert_eq!(run(&["lexicon", "list", "nothing.toml"]).2, 2);
}

#[test]
fn mentions_tell_which_rules_lost() {
    let text = "Es waren am 3. April rund 4 Milliarden US-Dollar, laut § 12 also 3 bis 5 Prozent.";
    let (shown, _, status) = outcome(zahlenwerk(&["mentions", "--why"]).write_stdin(text));
    assert_eq!(status, 0);
    for wanted in [
        "(quantity.amount)\n  instead of  quantity.count «4 Milliarden US-Dollar»\n",
        "  instead of  name.place «US»\n",
        "«3 bis 5 Prozent» percent 3..5 % [2.5, 5.5] (quantity.range)\n  instead of  quantity.bare «3»\n",
    ] {
        assert!(shown.contains(wanted), "{wanted}\n{shown}");
    }
    assert!(shown.lines().any(|line| line.starts_with("nothing ") && line.contains("12")), "{shown}");
    assert_eq!(outcome(zahlenwerk(&["mentions", "--why", "--format", "json"]).write_stdin(text)).2, 2);
}

#[test]
fn pages_are_printed_by_id_and_texts_are_explained() {
    for (id, wanted) in [
        ("growth", "\nWHAT COUNTS AS ROUNDING\n"),
        ("rounding", "trailing zeros"),
        ("quantity.range", "\nWHEN IT IS SILENT\n"),
        ("month", "Of its list it is tried after"),
        ("cue.verb", "- Der Umsatz stieg um 3 Prozent.\n"),
    ] {
        let (page, _, status) = run(&["explain", id]);
        assert_eq!(status, 0);
        assert!(page.starts_with(&format!("{id}\n\n")) && page.contains(wanted), "{page}");
    }
    let rules = run(&["rules"]).0;
    for id in rules.lines().filter(|line| !line.starts_with(' ')).take(12) {
        assert!(run(&["explain", id]).0.contains("\nWHAT IT DOES\n"), "{id}");
    }
    let (_, errors, status) = run(&["explain", "quantity.rnage"]);
    assert_eq!(status, 2);
    assert!(errors.contains("did you mean `zahlenwerk explain quantity.range`?"), "{errors}");
    assert!(run(&["explain", "3 Prozent"]).0.starts_with("tokens\n"));
    assert!(run(&["explain", "verdoppelt"]).0.starts_with("tokens\n"));
}
