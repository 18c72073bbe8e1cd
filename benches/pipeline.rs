//! The whole pipeline against merely iterating `unicode_words` over the same text, on one thread.
//!
//! `cargo bench` prints both rates, their ratio and the slowest article. The input is the shared news where it is
//! at hand, else the articles of `corpus/`.
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "a benchmark reads the clock and prints")]
#![allow(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "rates are measured, not printed figures"
)]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark fails by panicking")]

use std::{fs, hint::black_box, time::Instant};
use unicode_segmentation::UnicodeSegmentation;
use zahlenwerk::{Article, Pipeline};

fn texts() -> Vec<String> {
    if let Ok(rows) = fs::read_to_string("../shared/bench/news.jsonl") {
        let row = |line: &str| {
            serde_json::from_str::<serde_json::Value>(line).ok()?["text"].as_str().map(str::to_owned)
        };
        return rows.lines().filter_map(row).collect();
    }
    let articles = fs::read_dir("corpus").expect("the folder corpus").flatten();
    articles.filter_map(|entry| fs::read_to_string(entry.path().join("article.txt")).ok()).collect()
}

fn main() {
    let texts = texts();
    let megabytes = texts.iter().map(String::len).sum::<usize>() as f64 / 1e6;
    let pipeline = Pipeline::new().expect("the built-in lexicon");

    let start = Instant::now();
    let words: usize =
        texts.iter().map(|text| text.unicode_words().map(|word| black_box(word).len()).sum::<usize>()).sum();
    black_box(words);
    let plain = megabytes / start.elapsed().as_secs_f64();

    let (mut slowest, mut longest) = (0.0, 0);
    let start = Instant::now();
    for text in &texts {
        let one = Instant::now();
        black_box(pipeline.extract(&Article { id: "bench", text, ..Article::default() }));
        let milliseconds = one.elapsed().as_secs_f64() * 1e3;
        if milliseconds > slowest {
            (slowest, longest) = (milliseconds, text.len());
        }
    }
    let whole = megabytes / start.elapsed().as_secs_f64();
    println!(
        "{megabytes:.1} MB: unicode_words {plain:.1} MB/s, pipeline {whole:.1} MB/s, ratio {:.3}; slowest article {slowest:.1} ms ({longest} bytes)",
        whole / plain
    );
}
