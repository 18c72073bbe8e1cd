//! The whole output of the first article of the corpus.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use zahlenwerk::{
    Article, Pipeline,
    write::{Offsets, json, offsets},
};

#[test]
fn the_seed_article_gives_its_snapshot() {
    let text = fs::read_to_string("corpus/seed/article.txt").unwrap();
    let text = text.strip_suffix('\n').unwrap_or(&text);
    let date = Some("2024-08-26".parse().unwrap());
    let mut extraction = Pipeline::new().unwrap().extract(&Article { id: "seed", text, date, title: None });
    offsets::convert(&mut extraction, text, Offsets::Chars);
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("seed", json::pretty(&extraction));
    });
}
