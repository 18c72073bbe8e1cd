//! `zahlenwerk init` and `zahlenwerk test`: projects of users, their texts and snapshots.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use assert_cmd::cargo::cargo_bin_cmd;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Standard output, standard error and exit status; `answers` is standard input.
fn run(folder: &Path, args: &[&str], answers: &str) -> (String, String, i32) {
    let mut command = cargo_bin_cmd!("zahlenwerk");
    command.current_dir(folder).args(args).env("LC_ALL", "C").write_stdin(answers);
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

/// A folder with a project `p`, and the texts of the project.
fn project() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (shown, errors, status) = run(folder.path(), &["init", "p"], "");
    assert_eq!(status, 0, "{errors}");
    assert!(shown.ends_with("next: zahlenwerk test p\n"), "{shown}");
    let texts = folder.path().join("p/texts");
    (folder, texts)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn a_new_project_passes_and_is_never_overwritten() {
    let (folder, texts) = project();
    let (shown, _, status) = run(folder.path(), &["test", "p"], "");
    assert_eq!((shown.as_str(), status), ("1 text: 1 as before, 0 differ, 0 without snapshot\n", 0));
    let snapshot = read(&texts.join("seeblick.snap"));
    for wanted in ["company 23..37 «Hotel Seeblick»", "metric=occupancy", "k1 growth consistent"] {
        assert!(snapshot.contains(wanted), "{snapshot}");
    }
    let (shown, _, status) = run(&folder.path().join("p"), &["check", "texts"], "");
    assert_eq!(status, 0, "{shown}");
    assert!(shown.contains("growth k1: "), "{shown}");
    let (_, errors, status) = run(folder.path(), &["init", "p"], "");
    assert_eq!(status, 2);
    assert!(errors.contains("exists already; nothing is overwritten"), "{errors}");
}

#[test]
fn differences_fail_and_are_set_beside() {
    let (folder, texts) = project();
    let (text, snapshot) = (texts.join("seeblick.txt"), texts.join("seeblick.snap"));
    let before = read(&snapshot);
    fs::write(&text, read(&text).replace("14 Millionen", "15 Millionen")).unwrap();
    for _ in 0..2 {
        let (shown, _, status) = run(folder.path(), &["test", "p"], "");
        assert_eq!(status, 1);
        assert!(shown.contains("p/texts/seeblick.txt: differs from its snapshot\n"), "{shown}");
        assert!(shown.contains("\n  - ") && shown.contains("\n  + "), "{shown}");
        assert!(!shown.contains('\u{1b}'), "no colours in a pipe");
        assert_eq!(read(&snapshot), before, "a snapshot overwrote itself");
    }
    let shown = run(folder.path(), &["test", "p", "--color", "always"], "").0;
    assert!(shown.contains("\u{1b}[31m- ") && shown.contains("\u{1b}[32m+ "), "{shown}");
    let pending = texts.join("seeblick.snap.new");
    assert!(read(&pending).contains("15000000 EUR"));
    let (shown, _, status) = run(folder.path(), &["test", "p", "--accept"], "");
    assert_eq!(status, 0, "{shown}");
    assert!(read(&snapshot).contains("15000000 EUR") && !pending.exists());
    assert_eq!(run(folder.path(), &["test", "p"], "").2, 0);
}

#[test]
fn a_review_accepts_rejects_and_skips() {
    let (folder, texts) = project();
    for name in ["a", "b", "c", "d"] {
        fs::write(texts.join(name).with_extension("txt"), "Es waren 3 Prozent.").unwrap();
    }
    let (shown, _, status) = run(folder.path(), &["test", "p"], "");
    assert_eq!(status, 1);
    assert!(shown.contains("5 texts: 1 as before, 0 differ, 4 without snapshot"), "{shown}");
    assert!(shown.contains("p/texts/a.txt: has no snapshot\n"), "{shown}");
    let (shown, _, status) = run(folder.path(), &["test", "p", "--review"], "x\na\nr\ns\n");
    assert_eq!(status, 1);
    assert_eq!(shown.matches("accept (a), reject (r) or skip (s)? ").count(), 5, "{shown}");
    let there = |name: &str| texts.join(name).exists();
    assert!(there("a.snap") && !there("a.snap.new"));
    assert!(!there("b.snap") && !there("b.snap.new"));
    assert!(!there("c.snap") && there("c.snap.new"));
    assert!(!there("d.snap") && there("d.snap.new"));
    let (_, _, status) = run(folder.path(), &["test", "p", "--review"], "a\na\na\n");
    assert_eq!(status, 0);
    assert!(!there("c.snap.new") && there("d.snap"));
}

#[test]
fn orphans_are_found_and_removed_when_asked() {
    let (folder, texts) = project();
    assert_eq!(run(folder.path(), &["test", "p", "--unreferenced"], "").2, 0);
    fs::rename(texts.join("seeblick.txt"), texts.join("umbenannt.txt")).unwrap();
    let (shown, _, status) = run(folder.path(), &["test", "p", "--unreferenced"], "");
    assert_eq!(status, 1);
    assert!(shown.contains("p/texts/seeblick.snap: has no text"), "{shown}");
    assert!(texts.join("seeblick.snap").exists());
    assert_eq!(run(folder.path(), &["test", "p", "--unreferenced", "--accept"], "").2, 0);
    assert!(!texts.join("seeblick.snap").exists());
    assert_eq!(run(folder.path(), &["test", "nowhere", "--unreferenced"], "").2, 2);
    assert_eq!(run(folder.path(), &["test", "nowhere"], "").2, 2);
}

#[test]
fn insta_reads_the_snapshots() {
    let (_folder, texts) = project();
    let snapshot = read(&texts.join("seeblick.snap"));
    let (_, contents) = snapshot.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(&texts);
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!("seeblick", contents));
    assert!(!texts.join("seeblick.snap.new").exists());
}
