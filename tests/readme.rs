//! The README shows what the program prints.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use assert_cmd::cargo::cargo_bin_cmd;
use std::fs;

#[test]
fn the_output_in_the_readme_is_real() {
    let readme = fs::read_to_string("README.md").unwrap();
    let (_, block) = readme.split_once("$ zahlenwerk check corpus/seed\n").unwrap();
    let (block, _) = block.split_once("```").unwrap();
    let output = cargo_bin_cmd!("zahlenwerk").args(["check", "corpus/seed"]).output().unwrap();
    let output = String::from_utf8(output.stdout).unwrap();
    let mut lines = output.lines();
    for line in block.lines().filter(|line| line.trim() != "…") {
        assert!(lines.any(|printed| printed == line), "no longer printed:\n{line}\n\nnow:\n{output}");
    }
}
