//! The scores on `corpus/` never fall below `corpus/scores.toml`.
//!
//! `ZAHLENWERK_SCORES=raise cargo test --test corpus` writes what has improved into the table.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::{collections::BTreeMap, fmt::Write, fs, path::PathBuf};
use zahlenwerk::{
    Article, Pipeline,
    evaluate::{Gold, Scores},
    write::{Offsets, offsets},
};

const TABLE: &str = "corpus/scores.toml";

/// Shares are kept to four places, cut off.
const PLACES: f64 = 10_000.0;

fn articles() -> Vec<PathBuf> {
    let folders = fs::read_dir("corpus").unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = folders.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn scores() -> Scores {
    let pipeline = Pipeline::new().unwrap();
    let mut scores = Scores::default();
    for folder in articles() {
        let gold: Gold =
            serde_json::from_str(&fs::read_to_string(folder.join("gold.json")).unwrap()).unwrap();
        let article = Article { id: &gold.id, text: &gold.text, date: gold.date, title: None };
        let mut found = pipeline.extract(&article);
        offsets::convert(&mut found, &gold.text, Offsets::Chars);
        scores.add(&gold, Some(&found));
    }
    scores
}

#[test]
fn scores_do_not_fall() {
    let scores = scores();
    let mut reached: BTreeMap<String, f64> = scores.figures().into_iter().collect();
    reached.insert("false_alarms".to_owned(), f64::from(u32::try_from(scores.false_alarms).unwrap()));
    let table = fs::read_to_string(TABLE).unwrap();
    let mut floors: BTreeMap<String, f64> = toml::from_str(&table).unwrap();
    let better = |name: &str, a: f64, b: f64| if name == "false_alarms" { a < b } else { a > b };
    if std::env::var("ZAHLENWERK_SCORES").is_ok_and(|it| it == "raise") {
        for (name, share) in &reached {
            let floor = floors.entry(name.clone()).or_insert(*share);
            let share = if name == "false_alarms" { *share } else { (share * PLACES).floor() / PLACES };
            *floor = if better(name, share, *floor) { share } else { *floor };
        }
        let comment = table.lines().take_while(|line| line.starts_with('#'));
        let mut raised: String = comment.fold(String::new(), |all, line| all + line + "\n");
        for (name, floor) in &floors {
            writeln!(raised, "\"{name}\" = {floor:?}").unwrap();
        }
        fs::write(TABLE, raised).unwrap();
    }
    let fallen = floors.iter().filter_map(|(name, floor)| {
        let share = reached.get(name).copied().unwrap_or(0.0);
        better(name, *floor, share).then(|| format!("{name}: {share:.4}, the table has {floor:.4}"))
    });
    let fallen: Vec<String> = fallen.collect();
    assert!(fallen.is_empty(), "worse than {TABLE}:\n{}\n\n{scores}", fallen.join("\n"));
}

#[test]
fn every_article_agrees_with_its_gold() {
    for folder in articles() {
        let text = fs::read_to_string(folder.join("article.txt")).unwrap();
        let gold: Gold =
            serde_json::from_str(&fs::read_to_string(folder.join("gold.json")).unwrap()).unwrap();
        let about: toml::Table = fs::read_to_string(folder.join("about.toml")).unwrap().parse().unwrap();
        let name = folder.display();
        assert_eq!(
            text.strip_suffix('\n').unwrap_or(&text),
            gold.text,
            "{name}: the gold is of another text"
        );
        assert_eq!(about["id"].as_str(), Some(gold.id.as_str()), "{name}: the ids differ");
        let date = gold.date.map(|date| date.to_string());
        assert_eq!(
            about.get("date").and_then(toml::Value::as_str),
            date.as_deref(),
            "{name}: the dates differ"
        );
        for quantity in &gold.quantities {
            let (start, end) = (quantity.start as usize, quantity.end as usize);
            let surface: String = gold.text.chars().skip(start).take(end - start).collect();
            assert_eq!(surface, quantity.text, "{name}: quantity {} stands elsewhere", quantity.q);
        }
    }
}
