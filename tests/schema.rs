//! Every document that is produced is valid against the schema that is printed.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use serde_json::Value;
use std::fs;
use zahlenwerk::{
    Article, Pipeline,
    write::{Offsets, json, offsets, schema},
};

#[test]
fn every_document_is_valid() {
    let pipeline = Pipeline::new().unwrap();
    let extractions = jsonschema::validator_for(&schema::extraction()).unwrap();
    let lists = jsonschema::validator_for(&schema::mentions()).unwrap();
    for folder in fs::read_dir("corpus").unwrap().map(|entry| entry.unwrap().path()).filter(|it| it.is_dir())
    {
        let text = fs::read_to_string(folder.join("article.txt")).unwrap();
        let article =
            Article { id: "a", text: &text, date: Some("2024-08-26".parse().unwrap()), title: Some("T") };
        let mut extraction = pipeline.extract(&article);
        offsets::convert(&mut extraction, &text, Offsets::Chars);
        assert_valid(&extractions, &json::line(&extraction));
        assert_valid(&lists, &json::line(&pipeline.mentions(&article)));
        let read: zahlenwerk::extraction::Extraction =
            serde_json::from_str(&json::line(&extraction)).unwrap();
        assert_eq!(json::line(&read.claims), json::line(&extraction.claims), "what is written can be read");
    }
    assert_valid(&extractions, &json::line(&pipeline.extract(&Article::default())));
}

#[test]
fn other_keys_are_not_valid() {
    let extractions = jsonschema::validator_for(&schema::extraction()).unwrap();
    let line = json::line(&Pipeline::new().unwrap().extract(&Article::default()));
    let mut document: Value = serde_json::from_str(&line).unwrap();
    document["more"] = Value::Null;
    assert!(!extractions.is_valid(&document));
    document.as_object_mut().unwrap().remove("more");
    document.as_object_mut().unwrap().remove("notes");
    assert!(!extractions.is_valid(&document));
}

fn assert_valid(validator: &jsonschema::Validator, line: &str) {
    let document: Value = serde_json::from_str(line).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}
