//! Many articles at once: order, limits, errors, interruptions.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use assert_cmd::{Command, cargo::cargo_bin_cmd};
use std::{
    fs,
    io::{Read, Write},
    path::Path,
    process::{self, Stdio},
    time::{Duration, Instant},
};

fn zahlenwerk(args: &[&str]) -> Command {
    let mut command = cargo_bin_cmd!("zahlenwerk");
    command.args(args).env("LC_ALL", "C");
    command
}

/// Standard output, standard error and exit status.
fn run(args: &[&str]) -> (Vec<u8>, String, i32) {
    let output = zahlenwerk(args).output().unwrap();
    (output.stdout, String::from_utf8(output.stderr).unwrap(), output.status.code().unwrap())
}

fn path(folder: &tempfile::TempDir, name: &str) -> String {
    folder.path().join(name).display().to_string()
}

/// Articles of different lengths, some of them wrong, between rows that are none.
fn rows(number: usize) -> String {
    let row = |at: usize| {
        if at % 17 == 5 {
            return "{\"text\": 5}\n".to_owned();
        }
        let sentence = format!(
            "Der Umsatz der Krones AG stieg 2023 um 20 Prozent auf {} Millionen Euro, nach 5 Millionen Euro im Vorjahr. ",
            at + 1
        );
        let text = sentence.repeat(1 + at % 7);
        format!("{}\n", serde_json::json!({"id": format!("a{at}"), "text": text}))
    };
    (0..number).map(row).collect()
}

#[test]
fn one_thread_and_many_write_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let input = path(&folder, "rows.jsonl");
    fs::write(&input, rows(300)).unwrap();
    for command in [
        &["extract", "-q", "--format", "jsonl"][..],
        &["extract", "-q", "--format", "json"],
        &["mentions"],
        &["check"],
        &["check", "--format", "sarif"],
    ] {
        let with = |threads: &str| {
            let mut args = command.to_vec();
            args.extend([input.as_str(), "--threads", threads]);
            run(&args)
        };
        let (one, many) = (with("1"), with("5"));
        assert_eq!(one.0, many.0, "{command:?}");
        assert_eq!(one.2, many.2);
        let told = |errors: &str| {
            errors.lines().filter(|it| it.contains("rows.jsonl:")).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(told(&one.1), told(&many.1), "errors come in order too");
        assert_eq!(told(&one.1).len(), 18);
    }
}

#[test]
fn the_order_is_that_of_the_input() {
    let folder = tempfile::tempdir().unwrap();
    let input = path(&folder, "rows.jsonl");
    fs::write(&input, rows(200)).unwrap();
    let (lines, _, _) = run(&["extract", "-q", "--format", "jsonl", "--threads", "4", &input]);
    let ids: Vec<String> = String::from_utf8(lines)
        .unwrap()
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].as_str().unwrap().to_owned()
        })
        .collect();
    let want: Vec<String> = (0..200).filter(|at| at % 17 != 5).map(|at| format!("a{at}")).collect();
    assert_eq!(ids, want);
}

#[test]
fn errors_are_rows_of_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let (input, errors) = (path(&folder, "rows.jsonl"), path(&folder, "errors.jsonl"));
    fs::write(&input, rows(20)).unwrap();
    let missing = path(&folder, "fehlt.txt");
    let (_, told, status) = run(&["extract", &missing, &input, "--errors", &errors]);
    assert_eq!(status, 2);
    assert!(told.starts_with("19 articles, ") && told.contains("; 2 errors, "), "{told}");
    assert!(told.ends_with(" MB/s\n"), "{told}");
    let rows = fs::read_to_string(&errors).unwrap();
    let rows: Vec<serde_json::Value> = rows.lines().map(|row| serde_json::from_str(row).unwrap()).collect();
    let want = [
        serde_json::json!({"file": missing, "row": null, "reason": "there is no such file or directory; check the path"}),
        serde_json::json!({"file": input, "row": 6, "reason": "this row is no article (invalid type: integer `5`, expected a string, column 10); correct or remove it"}),
    ];
    assert_eq!(rows, want);
}

#[test]
fn large_documents_are_refused_and_the_others_read() {
    let folder = tempfile::tempdir().unwrap();
    let (rows, text) = (path(&folder, "rows.jsonl"), path(&folder, "text.txt"));
    let long = "Es waren 3 Prozent. ".repeat(100);
    fs::write(&rows, format!("{{\"text\":\"{long}\"}}\n{{\"id\":\"b\",\"text\":\"4 Prozent\"}}\n")).unwrap();
    fs::write(&text, &long).unwrap();
    let (shown, errors, status) =
        run(&["extract", "-q", "--format", "jsonl", "--max-document-size", "1KiB", &rows, &text]);
    assert_eq!(status, 2);
    assert_eq!(String::from_utf8(shown).unwrap().lines().count(), 1);
    let advice = "is larger than 1024 bytes; allow more with --max-document-size";
    assert_eq!(errors, format!("zahlenwerk: {rows}:1: {advice}\nzahlenwerk: {text}: {advice}\n"));
    let (_, errors, status) = run(&["extract", "--max-document-size", "viel", &text]);
    assert_eq!(status, 2);
    assert!(errors.contains("write bytes, or a number with KiB, MiB or GiB"), "{errors}");
}

/// Starts the program with a pipe to its input.
fn start(args: &[&str]) -> process::Child {
    process::Command::new(assert_cmd::cargo::cargo_bin!("zahlenwerk"))
        .args(args)
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn results_stream_and_a_closed_pipe_ends_the_run() {
    let mut child = start(&["extract", "-q", "--format", "jsonl", "-o", "/dev/stdout"]);
    let mut input = child.stdin.take().unwrap();
    let mut output = child.stdout.take().unwrap();
    let row = "{\"id\":\"a\",\"text\":\"Es waren 3 Prozent.\"}\n";
    input.write_all(row.as_bytes()).unwrap();
    let mut first = [0; 25];
    output.read_exact(&mut first).unwrap();
    assert_eq!(&first, b"{\"format\":\"zahlenwerk/1\",");
    drop(output);
    // The input stays open: nobody reads, so the program ends with the next result.
    input.write_all(row.as_bytes()).unwrap();
    let status = wait(&mut child);
    assert_eq!(status.code(), Some(0));
    drop(input);
}

#[cfg(unix)]
#[test]
fn an_interrupt_leaves_a_usable_output() {
    let folder = tempfile::tempdir().unwrap();
    let output = path(&folder, "aus.json");
    let mut child = start(&["extract", "--format", "json", "-o", &output]);
    let mut input = child.stdin.take().unwrap();
    for at in 0..3 {
        input.write_all(format!("{{\"id\":\"{at}\",\"text\":\"3 Prozent\"}}\n").as_bytes()).unwrap();
    }
    let part = folder.path().join(format!(".aus.json.{}.part", child.id()));
    until(|| fs::metadata(&part).is_ok_and(|it| it.len() > 0));
    assert!(!Path::new(&output).exists());
    process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert_eq!(wait(&mut child).code(), Some(130));
    let found: serde_json::Value = serde_json::from_slice(&fs::read(&output).unwrap()).unwrap();
    assert_eq!(found.as_array().unwrap().len(), 3);
    let mut told = String::new();
    child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
    assert!(told.contains("3 articles") && told.ends_with("stopped before the end\n"), "{told}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
}

fn wait(child: &mut process::Child) -> process::ExitStatus {
    until(|| child.try_wait().unwrap().is_some());
    child.wait().unwrap()
}

#[allow(clippy::disallowed_methods, reason = "a test that waits must end")]
fn until(mut done: impl FnMut() -> bool) {
    let end = Instant::now() + Duration::from_mins(1);
    while !done() {
        assert!(Instant::now() < end, "it takes too long");
        std::thread::sleep(Duration::from_millis(10));
    }
}
