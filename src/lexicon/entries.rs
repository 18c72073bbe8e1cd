//! The entries of the lexicon files, each with the line on which it stands: where a word comes from.

use super::{
    cues,
    names::companies,
    paradigm::{expand, verb_forms},
};
use crate::{document::fold, error::Error};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// One entry in paradigm notation, or one verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The line on which it stands, from 1.
    pub line: usize,
    /// The keys that lead to it, such as `metric.forms`.
    pub key: String,
    /// What stands there.
    pub text: String,
    /// What makes the forms of a verb: prefix, principal parts, subjunctive.
    verb: Option<[String; 3]>,
}

impl Entry {
    /// Every surface that the entry makes.
    pub fn surfaces(&self) -> Vec<String> {
        match &self.verb {
            Some([prefix, parts, subjunctive]) => {
                let subjunctive = (!subjunctive.is_empty()).then_some(subjunctive.as_str());
                let forms = verb_forms(&self.text, prefix, parts, subjunctive);
                forms.into_iter().map(|(form, _)| form).collect()
            }
            None => expand(&self.text),
        }
    }

    /// Whether the entry makes a word or phrase, folded as texts are.
    pub fn makes(&self, word: &str) -> bool {
        let plain = |text: &str| {
            let form = fold::fold(text);
            form.into_iter().filter(|byte| !matches!(byte, b' ' | b'-')).collect::<Vec<_>>()
        };
        let wanted = plain(word);
        self.surfaces().iter().any(|surface| plain(surface) == wanted)
    }
}

/// The files that come with the program: their names and their texts.
pub fn files() -> Vec<(&'static str, &'static str)> {
    macro_rules! files {
        ($($name:literal)+) => { [$(($name, include_str!($name))),+] };
    }
    let mut files = files! {
        "change_nouns.toml" "currencies.toml" "function_words.toml" "indices.toml" "institutions.toml"
        "measures.toml" "metrics.toml" "modality.toml" "modifiers.toml" "not_quantities.toml" "numerals.toml"
        "periods.toml" "persons.toml" "places_cities.toml" "places_countries.toml" "places_regions.toml"
        "reporting.toml" "scales.toml" "sectors.toml" "verbs.toml"
    }
    .to_vec();
    files.extend(cues::FILES);
    files.extend(companies::FILES);
    files
}

/// Every entry of a lexicon file, in the order of its lines.
///
/// # Errors
///
/// If the text is no TOML.
///
/// ```
/// use zahlenwerk::lexicon::entries;
/// let found = entries::of("own.toml", "[[metric]]\nid = \"revenue\"\nforms = \"Kasse -n\"\n")?;
/// assert_eq!((found[0].line, found[0].key.as_str()), (3, "metric.forms"));
/// assert!(found[0].makes("kassen") && !found[0].makes("Kassler"));
/// # Ok::<(), zahlenwerk::error::Error>(())
/// ```
pub fn of(file: &str, text: &str) -> Result<Vec<Entry>, Error> {
    let table = DeTable::parse(text)
        .map_err(|error| Error::Lexicon { file: file.to_owned(), what: error.message().to_owned() })?;
    let mut found = Vec::new();
    walk("", table.get_ref(), &mut found);
    found.sort_by_key(|&(at, _)| at);
    // Lines are counted on from entry to entry: files are long.
    let (mut line, mut from) = (1, 0);
    let numbered = found.into_iter().map(|(at, entry)| {
        line += text.get(from..at).unwrap_or_default().matches('\n').count();
        from = at;
        Entry { line, ..entry }
    });
    Ok(numbered.collect())
}

/// Keys whose values name something else than words.
const NO_WORDS: &[&str] = &[
    "base",
    "cases",
    "code",
    "country",
    "direction",
    "field",
    "fixed",
    "frame",
    "id",
    "isin",
    "kind",
    "lei",
    "meaning",
    "metric",
    "modality",
    "parent",
    "pattern",
    "position",
    "prefix",
    "refines",
    "role",
    "sector",
    "subjunctive",
    "unit",
    "value",
];

fn walk(path: &str, table: &DeTable<'_>, to: &mut Vec<(usize, Entry)>) {
    let string = |key: &str| match table.get(key).map(Spanned::get_ref) {
        Some(DeValue::String(text)) => Some(text.to_string()),
        _ => None,
    };
    if let (Some(lemma), Some(parts)) = (string("lemma"), string("parts")) {
        let at = table.get("lemma").map_or(0, |lemma| lemma.span().start);
        let of = |key| string(key).unwrap_or_default();
        let verb = Some([of("prefix"), parts, of("subjunctive")]);
        to.push((at, Entry { line: 0, key: path.to_owned(), text: lemma, verb }));
        return;
    }
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        // Where words are keys, what they mean is a number.
        if matches!(value.get_ref(), DeValue::Integer(_) | DeValue::Float(_)) {
            let entry = Entry { line: 0, key: path, text: name.to_owned(), verb: None };
            to.push((key.span().start, entry));
        } else if !NO_WORDS.contains(&name) || holds_tables(value.get_ref()) {
            value_at(&path, value, to);
        }
    }
}

/// Whether a value is a list of entries, whatever its key is called.
fn holds_tables(value: &DeValue<'_>) -> bool {
    let DeValue::Array(list) = value else { return false };
    list.iter().next().is_some_and(|first| matches!(first.get_ref(), DeValue::Table(_)))
}

fn value_at(path: &str, value: &Spanned<DeValue<'_>>, to: &mut Vec<(usize, Entry)>) {
    match value.get_ref() {
        DeValue::String(found) if found.chars().any(char::is_alphabetic) => {
            let entry = Entry { line: 0, key: path.to_owned(), text: found.to_string(), verb: None };
            to.push((value.span().start, entry));
        }
        DeValue::Array(list) => list.iter().for_each(|value| value_at(path, value, to)),
        DeValue::Table(table) => walk(path, table, to),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_that_is_there_is_listed_and_has_entries() {
        let listed = files();
        for (name, text) in &listed {
            assert!(!of(name, text).unwrap().is_empty(), "{name}");
        }
        let there = ["src/lexicon", "src/lexicon/cues", "src/lexicon/companies"].iter().flat_map(|folder| {
            std::fs::read_dir(folder).unwrap().filter(|entry| {
                entry.as_ref().unwrap().path().extension().is_some_and(|extension| extension == "toml")
            })
        });
        assert_eq!(there.count(), listed.len());
    }

    #[test]
    fn verbs_make_their_forms() {
        let text = "verb = [\n  { lemma = \"zulegen\", prefix = \"zu\", parts = \"legt legte gelegt\" },\n]";
        let found = of("verbs.toml", text).unwrap();
        assert_eq!((found.len(), found[0].line), (1, 2));
        assert!(found[0].makes("zugelegt") && !found[0].makes("zu"));
    }
}
