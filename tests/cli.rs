//! The command line as its users call it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use assert_cmd::{Command, cargo::cargo_bin_cmd};
use std::{fs, path::Path};

const WRONG: &str = "Der Umsatz der Krones AG stieg 2023 um 20 Prozent auf 10 Millionen Euro, nach 5 Millionen Euro im Vorjahr.";

fn zahlenwerk(args: &[&str]) -> Command {
    let mut command = cargo_bin_cmd!("zahlenwerk");
    command.args(args).env("LC_ALL", "C");
    command
}

/// Standard output, standard error and exit status.
fn run(args: &[&str]) -> (String, String, i32) {
    outcome(&mut zahlenwerk(args))
}

fn outcome(command: &mut Command) -> (String, String, i32) {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

fn path(folder: &tempfile::TempDir, name: &str) -> String {
    folder.path().join(name).display().to_string()
}

#[test]
fn one_document_is_an_object_several_are_an_array_or_lines() {
    let files = folder(&[
        ("a.txt", b"Es waren 3 Prozent."),
        ("unter/b.txt", b"Es waren 4 Prozent."),
        ("c.pdf", b"5 %"),
    ]);
    let one = run(&["extract", &path(&files, "a.txt")]);
    assert_eq!((json(&one.0)["id"].as_str(), one.2), (Some("a"), 0));
    let all = json(&run(&["extract", "--quiet", &path(&files, "")]).0);
    let ids: Vec<&str> = all.as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["a", "unter/b"]);
    let (lines, errors, _) = run(&["extract", "-q", "--format", "jsonl", &path(&files, "")]);
    assert_eq!((lines.lines().count(), errors.as_str()), (2, ""));
}

#[test]
fn check_tells_by_its_status() {
    let files = folder(&[("gut.txt", b"Der Umsatz stieg um 3 Prozent."), ("falsch.txt", WRONG.as_bytes())]);
    assert_eq!(run(&["check", &path(&files, "gut.txt")]).2, 0);
    let (shown, _, status) = run(&["check", &path(&files, "falsch.txt")]);
    assert_eq!(status, 1);
    assert!(shown.contains("  inconsistent  growth k1: "), "{shown}");
    assert!(shown.contains("~~~~~~~~~~"), "{shown}");
    assert!(shown.contains("3 quantities, 3 claims"), "{shown}");
    let (shown, _, status) = run(&["check", "--quiet", &path(&files, "gut.txt")]);
    assert_eq!((shown.as_str(), status), ("", 0));
    assert_eq!(run(&["check", &path(&files, "falsch.txt"), &path(&files, "fehlt.txt")]).2, 2);
}

#[test]
fn check_speaks_the_language_asked_for() {
    let files = folder(&[("falsch.txt", WRONG.as_bytes())]);
    let german = run(&["check", "--lang", "de", &path(&files, "falsch.txt")]).0;
    assert!(
        german.contains("  widersprüchlich growth k1: ") && german.contains("im Text steht aber"),
        "{german}"
    );
    assert!(german.contains(" 1 widersprüchlich"), "{german}");
    let mut call = zahlenwerk(&["check", &path(&files, "falsch.txt")]);
    assert_eq!(outcome(call.env("LC_ALL", "de_CH.UTF-8")).0, german);
    let mut call = zahlenwerk(&["check", "--lang", "en", &path(&files, "falsch.txt")]);
    assert!(outcome(call.env("LC_ALL", "de_CH.UTF-8")).0.contains("but the text says"));
}

#[test]
fn claims_are_checked_without_their_text() {
    let files = folder(&[("falsch.txt", WRONG.as_bytes())]);
    let claims = path(&files, "claims.jsonl");
    assert_eq!(run(&["extract", &path(&files, "falsch.txt"), "--format", "jsonl", "-o", &claims]).2, 0);
    let (shown, _, status) = run(&["check", &claims]);
    assert_eq!(status, 1);
    assert!(shown.contains("old «5 Millionen Euro» (c3)"), "{shown}");
    fs::write(&claims, r#"{"format":"zahlenwerk/1","id":"x","claims":[{"id":"c1"}]}"#).unwrap();
    let (_, errors, status) = run(&["check", &claims]);
    assert_eq!(status, 2);
    assert!(
        errors.contains("claims.jsonl:1: these are no claims (missing field `sentence`, column 55)"),
        "{errors}"
    );
}

#[test]
fn about_toml_and_title_lines_are_read() {
    let about = "id = \"x-1\"\ntitle = \"Aus der Datei\"\ndate = 2024-08-26\nmore = 3\n";
    let files = folder(&[
        ("a/article.txt", b"Es waren 3 Prozent.\n"),
        ("a/about.toml", about.as_bytes()),
        ("b/text.txt", "Umsatz wächst\n\nEs waren 3 Prozent.\n".as_bytes()),
    ]);
    let all = json(&run(&["extract", &path(&files, "")]).0);
    assert_eq!((&all[0]["id"], &all[0]["title"]), (&"x-1".into(), &"Aus der Datei".into()));
    assert_eq!(all[0]["date"], "2024-08-26");
    assert_eq!((&all[1]["id"], &all[1]["title"]), (&"b/text".into(), &"Umsatz wächst".into()));
    assert_eq!(all[1]["claims"][0]["quantity"]["start"], 24, "the title is part of the text");
    let dated = json(&run(&["extract", "--date", "2020-01-31", &path(&files, "")]).0);
    assert_eq!((&dated[0]["date"], &dated[1]["date"]), (&"2024-08-26".into(), &"2020-01-31".into()));
}

#[test]
fn bad_rows_are_told_and_the_others_read() {
    let rows = b"{\"id\": 7, \"text\": \"Es waren 3 Prozent.\", \"mehr\": [1]}\n\nkein JSON\n{\"id\": \"b\"}\n\
        {\"text\": 5}\n{\"text\": \"K\xf6ln\"}\n{\"text\": \"a\", \"date\": \"gestern\"}\n{\"text\": \"4 Prozent\"}";
    let files = folder(&[("a.jsonl", rows)]);
    let name = path(&files, "a.jsonl");
    let (lines, errors, status) = run(&["extract", "--format", "jsonl", "--quiet", &name]);
    assert_eq!(status, 2);
    let ids: Vec<String> = lines.lines().map(|line| json(line)["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids, ["7", "a:8"]);
    let want = [
        (3, "this row is no JSON (expected value, column 1); correct or remove it"),
        (4, "this row has no `text`; add it or remove the row"),
        (
            5,
            "this row is no article (invalid type: integer `5`, expected a string, column 10); correct or remove it",
        ),
        (6, "not UTF-8 at byte 100; convert it, or name its encoding with --encoding, such as windows-1252"),
        (7, "`gestern` is no date; write it as YYYY-MM-DD"),
    ];
    let want: Vec<String> =
        want.iter().map(|(line, what)| format!("zahlenwerk: {name}:{line}: {what}")).collect();
    assert_eq!(errors.lines().collect::<Vec<_>>(), want);
}

#[test]
fn encodings_are_named_or_refused() {
    let files = folder(&[("a.txt", b"In K\xf6ln waren es 3 \x80."), ("b.txt", b"\xef\xbb\xbf3 Prozent")]);
    let (_, errors, status) = run(&["extract", &path(&files, "a.txt")]);
    assert_eq!(status, 2);
    assert!(errors.contains("a.txt: not UTF-8 at byte 4; convert it"), "{errors}");
    let article = json(&run(&["extract", "--encoding", "windows-1252", &path(&files, "a.txt")]).0);
    assert_eq!(article["claims"][0]["quantity"]["text"], "3 €");
    let article = json(&run(&["extract", &path(&files, "b.txt")]).0);
    assert_eq!(article["claims"][0]["quantity"]["start"], 0, "a byte order mark is no text");
    assert_eq!(run(&["extract", "--encoding", "klingonisch", "-"]).2, 2);
}

#[test]
fn standard_input_is_text_or_rows() {
    let text = outcome(zahlenwerk(&["extract", "-"]).write_stdin("Es waren 3 Prozent.\n"));
    assert_eq!((json(&text.0)["id"].as_str(), text.2), (Some("stdin"), 0));
    let rows = "{\"id\":\"a\",\"text\":\"3 Prozent\"}\n{\"id\":\"b\",\"text\":\"4 Prozent\"}\n";
    let rows = outcome(zahlenwerk(&["extract"]).write_stdin(rows));
    assert_eq!(json(&rows.0).as_array().unwrap().len(), 2);
}

#[test]
fn offsets_count_what_is_asked_for() {
    let start = |unit: &str| {
        let (shown, _, _) = outcome(zahlenwerk(&["extract", "--offsets", unit]).write_stdin("Öl 📈 5 Euro"));
        json(&shown)["claims"][0]["quantity"]["start"].as_u64().unwrap()
    };
    assert_eq!((start("chars"), start("bytes"), start("utf16")), (5, 9, 6));
}

#[test]
fn mentions_name_their_rules() {
    let (shown, _, status) =
        outcome(zahlenwerk(&["mentions"]).write_stdin("Siemens’ Umsatz stieg 2023 um 6 Prozent."));
    assert_eq!((shown.lines().count(), status), (1, 0));
    let mentions = json(&shown);
    assert_eq!(mentions["format"], "zahlenwerk.mentions/1");
    let types: Vec<&str> =
        mentions["mentions"].as_array().unwrap().iter().map(|it| it["type"].as_str().unwrap()).collect();
    assert_eq!(types, ["company", "metric", "cue", "period", "quantity"]);
    assert!(mentions["mentions"].as_array().unwrap().iter().all(|it| it["rule"] != ""));
}

#[test]
fn explain_shows_every_stage() {
    let (shown, _, status) = run(&["explain", "Der Umsatz stieg um 3,5 Prozent auf 4,2 Milliarden Euro."]);
    assert_eq!(status, 0);
    let headings: Vec<&str> = shown.lines().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(headings, ["tokens", "mentions", "clauses", "statements", "claims", "checks", "notes"]);
}

#[test]
fn the_schema_is_json() {
    assert_eq!(json(&run(&["schema"]).0)["title"], "Extraction");
    assert_eq!(json(&run(&["schema", "mentions"]).0)["title"], "MentionList");
}

#[test]
fn eval_scores_a_corpus() {
    let (shown, _, status) = run(&["eval", "corpus"]);
    assert_eq!(status, 0);
    assert!(shown.contains("\nclaims (all parts right) P "), "{shown}");
    let (_, errors, status) = run(&["eval", "src"]);
    assert_eq!(
        (errors.as_str(), status),
        ("zahlenwerk: src: holds no gold.json; give a directory that does\n", 2)
    );
}

#[test]
fn a_file_appears_when_it_is_complete() {
    let files = folder(&[("a.txt", b"3 Prozent")]);
    let to = path(&files, "aus.json");
    assert_eq!(run(&["extract", &path(&files, "a.txt"), "-o", &to]).2, 0);
    assert_eq!(json(&fs::read_to_string(&to).unwrap())["id"], "a");
    let names = fs::read_dir(files.path()).unwrap().count();
    assert_eq!(names, 2, "no temporary file is left");
    let (_, errors, status) =
        run(&["extract", &path(&files, "a.txt"), "-o", &path(&files, "nirgends/aus.json")]);
    assert_eq!(status, 2);
    assert!(errors.contains("cannot be written"), "{errors}");
    if Path::new("/dev/null").exists() {
        assert_eq!(run(&["extract", &path(&files, "a.txt"), "-o", "/dev/null"]).2, 0);
    }
}

#[test]
fn errors_say_what_where_and_what_to_do() {
    let files = folder(&[("a.pdf", b"%PDF"), ("leer/c.pdf", b"")]);
    for (name, want) in [
        (
            "a.pdf",
            "is none of .txt, .md, .html, .jsonl, .csv, .parquet, .warc, also with .gz or .zst; pass it through standard input",
        ),
        ("leer", "holds nothing that can be read; give a directory that does"),
        ("fehlt", "there is no such file or directory; check the path"),
    ] {
        let (_, errors, status) = run(&["check", &path(&files, name)]);
        assert_eq!(status, 2);
        assert!(errors.contains(&format!("{name}: {want}")), "{errors}");
    }
    let (_, errors, status) = run(&["check", "--date", "26.8.2024", "a.txt"]);
    assert_eq!(status, 2);
    assert!(errors.contains("give a day of the calendar as YYYY-MM-DD"), "{errors}");
}

#[test]
fn a_closed_pipe_is_no_error() {
    use std::{io::Read, process};
    let mut child = process::Command::new(assert_cmd::cargo::cargo_bin!("zahlenwerk"))
        .args(["extract", "corpus", "--quiet"])
        .stdout(process::Stdio::piped())
        .stderr(process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.stderr.as_slice(), output.status.code()), (&b""[..], Some(0)));
}

#[test]
fn every_help_has_examples() {
    for command in ["", "extract", "check", "mentions", "explain", "eval", "schema"] {
        let args: Vec<&str> = [command, "--help"].into_iter().filter(|it| !it.is_empty()).collect();
        let (shown, _, status) = run(&args);
        assert_eq!(status, 0);
        assert!(shown.contains("Examples:\n  zahlenwerk "), "{shown}");
    }
}
