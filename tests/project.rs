//! zahlenwerk.toml and comments: lexicons, the language, known contradictions, and what is wrong in such a file.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use assert_cmd::cargo::cargo_bin_cmd;
use std::{fs, path::Path};

const WRONG: &str = "Der Umsatz der Krones AG stieg 2023 um 20 Prozent auf 10 Millionen Euro, nach 5 Millionen Euro im Vorjahr.";

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

/// Standard output, standard error and exit status, from a working directory.
fn run(folder: &Path, args: &[&str]) -> (String, String, i32) {
    let mut command = cargo_bin_cmd!("zahlenwerk");
    let output = command.current_dir(folder).args(args).env("LC_ALL", "C").output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

#[test]
fn settings_are_found_in_the_working_directory_or_named() {
    let settings = "lexicons = [\"own.toml\"]\nlang = \"de\"\n";
    let own = "[[metric]]\nid = \"occupancy\"\nforms = \"Bettenbelegung\"\n";
    let files = folder(&[("zahlenwerk.toml", settings), ("own.toml", own), ("a.txt", WRONG)]);
    let (shown, _, status) = run(files.path(), &["check", "a.txt"]);
    assert_eq!(status, 1);
    assert!(shown.contains("  widersprüchlich growth k1: "), "{shown}");
    assert!(run(files.path(), &["check", "--lang", "en", "a.txt"]).0.contains("  inconsistent  growth k1: "));
    let text = "Die Bettenbelegung stieg auf 71 Prozent.";
    assert!(run(files.path(), &["explain", text]).0.contains("metric=occupancy"));
    let elsewhere = tempfile::tempdir().unwrap();
    let config = files.path().join("zahlenwerk.toml").display().to_string();
    assert!(run(elsewhere.path(), &["explain", text, "--config", &config]).0.contains("metric=occupancy"));
    assert!(!run(elsewhere.path(), &["explain", text]).0.contains("metric=occupancy"));
    let (_, errors, status) = run(elsewhere.path(), &["check", "--config", "none.toml"]);
    assert_eq!((errors.contains("none.toml: cannot be read"), status), (true, 2));
}

#[test]
fn faults_of_the_file_say_where_what_and_what_instead() {
    for (settings, wanted) in [
        ("lexicon = []\n", "zahlenwerk.toml:1:1: unknown field `lexicon`"),
        ("lexicon = []\n", "did you mean `lexicons`?"),
        ("lang = \"fr\"\n", "zahlenwerk.toml:1:8: unknown variant `fr`, expected `de` or `en`"),
        ("strict = 1\n", "zahlenwerk.toml:1:10: invalid type: integer `1`, expected a boolean"),
        (
            "\nignore = [{ check = \"growht\", text = \"a\", reason = \"b\" }]\n",
            "zahlenwerk.toml:2:21: unknown variant `growht`",
        ),
        ("ignore = [{ check = \"growht\", text = \"a\", reason = \"b\" }]\n", "did you mean `growth`?"),
        ("ignore = [{ check = \"growth\", text = \"a\" }]\n", "missing field `reason`"),
        (
            "ignore = [{ check = \"growth\", text = \" \", reason = \"b\" }]\n",
            "zahlenwerk.toml:1:38: a part of the sentence is expected",
        ),
        ("ignore = [\n", "zahlenwerk.toml:1:11: unclosed array"),
        ("lexicons = [\"none.toml\"]\n", "none.toml: cannot be read"),
    ] {
        let files = folder(&[("zahlenwerk.toml", settings), ("a.txt", WRONG)]);
        let (_, errors, status) = run(files.path(), &["check", "a.txt"]);
        assert_eq!(status, 2, "{settings}");
        assert!(errors.contains(wanted), "{settings}{errors}");
    }
}

#[test]
fn known_contradictions_are_ignored_and_stale_ignores_told() {
    let settings = "ignore = [
  { check = \"growth\", text = \"stieg 2023 um 20  Prozent\", reason = \"misprint of the source\" },
  { check = \"sum\", text = \"Krones AG\", reason = \"gone\" },
  { check = \"growth\", text = \"steht nirgends\", reason = \"of another article\" },
]\n";
    let files = folder(&[("zahlenwerk.toml", settings), ("a.txt", WRONG)]);
    let (shown, errors, status) = run(files.path(), &["check", "a.txt"]);
    assert_eq!(status, 0, "{shown}");
    assert!(!shown.contains("inconsistent  growth"), "{shown}");
    assert!(errors.contains("1 known inconsistent, ignored"), "{errors}");
    let stale =
        "zahlenwerk.toml:3:27: this ignore is stale, its sentence holds no contradiction of sum; remove it";
    assert!(errors.contains(stale), "{errors}");
    assert!(!errors.contains("in no article"), "{errors}");
    let (_, errors, _) = run(files.path(), &["check", "."]);
    assert!(
        errors.contains("zahlenwerk.toml:4:30: this ignore is stale, its text is in no article"),
        "{errors}"
    );
    let json = run(files.path(), &["check", "a.txt", "--format", "json"]).0;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["checks"].as_array().unwrap().len(), 0);
    assert_eq!(json["notes"][0]["why"], "growth k1 is ignored: misprint of the source");
}

#[test]
fn comments_ignore_what_stands_on_their_line() {
    let comment = "<!-- zahlenwerk: ignore growth: Prüfung läuft, 9 Millionen Euro -->";
    let behind = format!("Vorab.\n{WRONG} {comment}\nEs waren 3 Prozent.");
    let alone = format!("{comment}\n\n{WRONG}");
    let other = format!("{WRONG}\n{comment}\nEs waren 3 Prozent.");
    let files = folder(&[("a.txt", &behind), ("b.txt", &alone), ("c.txt", &other)]);
    for name in ["a.txt", "b.txt"] {
        let (shown, errors, status) = run(files.path(), &["check", name]);
        assert_eq!(status, 0, "{shown}{errors}");
        assert!(!shown.contains("Prüfung"), "{shown}");
    }
    let (_, errors, status) = run(files.path(), &["check", "c.txt"]);
    assert_eq!(status, 1);
    let stale = "c.txt:2:1: this ignore is stale, its line holds no contradiction of growth; remove it";
    assert!(errors.contains(stale), "{errors}");
}

#[test]
fn comments_are_no_text_and_move_no_offset() {
    let text = format!("Öl <!-- zahlenwerk: ignore growth: „ü“ 7 € --> für 5 Euro.\n{WRONG}");
    let files = folder(&[("a.txt", &text)]);
    let found = text.find("5 Euro").unwrap();
    for (unit, start) in [("bytes", found), ("chars", text[..found].chars().count())] {
        let json = run(files.path(), &["extract", "-q", "--offsets", unit, "a.txt"]).0;
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["claims"][0]["quantity"]["text"], "5 Euro");
        assert_eq!(json["claims"][0]["quantity"]["start"], start, "{unit}");
    }
}

#[test]
fn faults_of_comments_are_told() {
    for (comment, wanted) in [
        (
            "<!-- zahlenwerk: ignore growht: x -->",
            "a.txt:1:6: there is no check `growht`; did you mean `growth`?",
        ),
        ("<!-- zahlenwerk: ignore growth -->", "this is no ignore with a check and a reason"),
        ("<!-- zahlenwerk: ignroe growth: x -->", "write <!-- zahlenwerk: ignore CHECK: REASON -->"),
        ("<!-- zahlenwerk: ignore growth: x", "a comment has no end on its line"),
    ] {
        let files = folder(&[("a.txt", &format!("Text {comment}\n"))]);
        let (_, errors, status) = run(files.path(), &["check", "a.txt"]);
        assert_eq!(status, 2, "{comment}");
        assert!(errors.contains(wanted), "{comment}{errors}");
    }
}
