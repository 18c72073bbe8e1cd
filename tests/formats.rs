//! What `check` writes for other programs.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use assert_cmd::cargo::cargo_bin_cmd;
use serde_json::{Value, json};
use std::fs;

/// The umlauts before the figures tell characters from bytes.
const WRONG: &str = "Zahlen für 2023\n\nÜberraschend wuchs der Umsatz der Krones AG 2023 um 20 Prozent auf 10 Millionen Euro, nach 5 Millionen Euro im Vorjahr.\n";
const RIGHT: &str = "Der Umsatz der Krones AG stieg 2023 um 100 Prozent auf 10,0 Millionen Euro, nach 5,0 Millionen Euro im Vorjahr.\n";
const MESSAGE: &str = "10 Millionen Euro after 5 Millionen Euro is a change of 72.7 to 133 percent, but the text says 20 Prozent up\n\
    perhaps «90 Prozent» for «20 Prozent»: one digit is wrong\n\
    perhaps «8 Millionen Euro» for «5 Millionen Euro»: one digit is wrong";

/// Runs in a directory with three files; standard output and exit status.
fn run(args: &[&str]) -> (String, i32) {
    let folder = tempfile::tempdir().unwrap();
    let row = json!({"id": "zeile", "text": WRONG}).to_string();
    for (name, content) in
        [("gut.txt", RIGHT), ("für a,b.txt", WRONG), ("a.jsonl", &format!("{{\"text\":\"5 %\"}}\n{row}\n"))]
    {
        fs::write(folder.path().join(name), content).unwrap();
    }
    let mut command = cargo_bin_cmd!("zahlenwerk");
    let output = command.args(args).env("LC_ALL", "C").current_dir(folder.path()).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(!told.contains("zahlenwerk: ") && told.lines().count() <= 1, "only the closing line: {told}");
    (String::from_utf8(output.stdout).unwrap(), output.status.code().unwrap())
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn github_is_told_the_place_in_escaped_commands() {
    let message = MESSAGE.replace('\n', "%0A");
    let want =
        format!("::error file=für a%2Cb.txt,line=3,col=53,endColumn=63,title=zahlenwerk growth::{message}\n");
    assert_eq!(run(&["check", "--format", "github", "gut.txt", "für a,b.txt"]), (want, 1));
    assert_eq!(run(&["check", "--format", "github", "gut.txt"]), (String::new(), 0));
    let want = format!("::error file=a.jsonl,line=2,title=zahlenwerk growth::{message}\n");
    assert_eq!(run(&["check", "--format", "github", "a.jsonl"]), (want, 1), "a row has no columns");
}

#[test]
fn sarif_holds_rules_and_inconsistencies_with_their_figures() {
    let (shown, status) = run(&["check", "--format", "sarif", "gut.txt", "für a,b.txt"]);
    assert_eq!(status, 1);
    let log = parsed(&shown);
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().unwrap().ends_with("/sarif-schema-2.1.0.json"));
    let first = &log["runs"][0];
    assert_eq!(
        (&first["tool"]["driver"]["name"], &first["columnKind"]),
        (&"zahlenwerk".into(), &"unicodeCodePoints".into())
    );
    let rules = first["tool"]["driver"]["rules"].as_array().unwrap();
    let ids: Vec<&str> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["growth", "sum", "share", "product", "conversion", "difference", "repeated"]);
    let place = |start: u32, end: u32| {
        json!({
            "artifactLocation": {"uri": "f%C3%BCr%20a%2Cb.txt"},
            "region": {"startLine": 3, "startColumn": start, "endColumn": end},
        })
    };
    let want = json!([{
        "ruleId": "growth",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": MESSAGE},
        "locations": [{"physicalLocation": place(53, 63)}],
        "relatedLocations": [
            {"id": 1, "physicalLocation": place(92, 108), "message": {"text": "old: 5 Millionen Euro"}},
            {"id": 2, "physicalLocation": place(68, 85), "message": {"text": "new: 10 Millionen Euro"}},
        ],
    }]);
    assert_eq!(first["results"], want);
    let (shown, status) = run(&["check", "--format", "sarif", "gut.txt"]);
    assert_eq!((&parsed(&shown)["runs"][0]["results"], status), (&json!([]), 0), "no results are an array");
}

#[test]
fn json_is_what_extract_prints() {
    for format in ["json", "jsonl"] {
        let (checked, status) = run(&["check", "--format", format, "gut.txt", "für a,b.txt"]);
        let (extracted, _) = run(&["extract", "--quiet", "--format", format, "gut.txt", "für a,b.txt"]);
        assert_eq!((checked, status), (extracted, 1), "{format}");
    }
}

#[test]
fn quiet_json_keeps_inconsistencies_only() {
    let checks = |args: &[&str]| {
        let (shown, _) = run(args);
        shown.lines().map(|line| parsed(line)["checks"].as_array().unwrap().len()).collect::<Vec<_>>()
    };
    assert_eq!(checks(&["check", "--format", "jsonl", "gut.txt", "für a,b.txt"]), [1, 1]);
    assert_eq!(checks(&["check", "--quiet", "--format", "jsonl", "gut.txt", "für a,b.txt"]), [0, 1]);
}

#[test]
fn every_format_goes_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    for format in ["text", "json", "jsonl", "sarif", "github"] {
        let file = folder.path().join(format);
        let name = file.to_str().unwrap();
        let (shown, status) = run(&["check", "--format", format, "für a,b.txt", "-o", name]);
        assert_eq!((shown.as_str(), status), ("", 1), "{format}");
        assert_eq!(
            fs::read_to_string(&file).unwrap(),
            run(&["check", "--format", format, "für a,b.txt"]).0,
            "{format}"
        );
    }
}

#[test]
fn strict_shows_what_is_not_sure() {
    // The old value stands in a sentence of its own: sure enough to name, not to fail a run.
    let text = "Die Krones AG legte 2023 zu. Der Umsatz lag bei 120 Millionen Euro. Er stieg um 50 Prozent. \
        Im Jahr 2022 waren es 100 Millionen Euro.\n";
    let status = |args: &[&str]| {
        let output = cargo_bin_cmd!("zahlenwerk").args(args).env("LC_ALL", "C").write_stdin(text).output();
        let output = output.unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
    };
    assert_eq!(status(&["check", "--quiet", "-"]), (0, String::new()));
    let (code, shown) = status(&["check", "--quiet", "--strict", "-"]);
    assert_eq!(code, 1);
    assert!(shown.contains("the text says 50 Prozent up"), "{shown}");
}
