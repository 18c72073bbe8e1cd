//! The words of the lexicon, for people: which entry makes a word, in which file, and what the word can be.

use crate::{
    document::{Document, fold},
    error::Error,
    lexicon::{
        Lexicon, Sense, UserLexicon, Words, cues::Cue, entries, metrics::MetricWord, names::NameWord,
        numbers::NumberWord,
    },
};
use std::fmt::Write;

/// The files with the number of their entries; every entry of those whose name is or begins with `prefix`.
///
/// # Errors
///
/// If a users' file is no TOML.
pub fn list(users: &[UserLexicon], prefix: Option<&str>) -> Result<String, Error> {
    let mut out = String::new();
    for (file, text) in sources(users) {
        let found = entries::of(file, text)?;
        match prefix {
            None => {
                let _ = writeln!(out, "{:6}  {file}", found.len());
            }
            Some(prefix)
                if file.starts_with(prefix)
                    || file.rsplit('/').next().is_some_and(|name| name.starts_with(prefix)) =>
            {
                for entry in found {
                    let _ = writeln!(out, "{file}:{}  {}  {}", entry.line, entry.key, entry.text);
                }
            }
            Some(_) => {}
        }
    }
    Ok(out)
}

/// What a word or phrase can be and which entries say so; empty where the lexicon does not know it.
///
/// # Errors
///
/// If a users' file is no TOML.
///
/// ```
/// use zahlenwerk::{lexicon::Lexicon, write::words};
/// let shown = words::show(&Lexicon::built_in()?, &[], "Umsätze")?;
/// assert!(shown.contains("  is     metric revenue\n") && shown.contains("  entry  metrics.toml:"), "{shown}");
/// # Ok::<(), zahlenwerk::error::Error>(())
/// ```
pub fn show(lexicon: &Lexicon, users: &[UserLexicon], word: &str) -> Result<String, Error> {
    let mut out = String::new();
    known(&mut out, lexicon, word);
    for (file, text) in sources(users) {
        for entry in entries::of(file, text)?.into_iter().filter(|entry| entry.makes(word)) {
            let _ = writeln!(out, "  entry  {file}:{}  {}  {}", entry.line, entry.key, entry.text);
        }
    }
    let whole = out.is_empty();
    if let Some((senses, before)) = lexicon.find_head(word).filter(|_| whole) {
        // What stands before the last part is counted in bytes of the folded word.
        let starts = word.char_indices().map(|(at, _)| at);
        let head = starts
            .filter_map(|at| word.split_at_checked(at))
            .find(|(front, _)| fold::fold(front).len() >= before);
        let head = head.map_or(word, |(_, head)| head);
        let _ = writeln!(out, "  ends   in {head}");
        for &sense in senses {
            is(&mut out, lexicon, sense);
        }
    }
    if !out.is_empty() {
        out.insert_str(0, &format!("{word}\n"));
    }
    Ok(out)
}

/// The users' files come first, as their words do.
fn sources(users: &[UserLexicon]) -> Vec<(&str, &str)> {
    let mut sources: Vec<(&str, &str)> = users.iter().map(UserLexicon::source).collect();
    sources.extend(entries::files());
    sources
}

/// The senses and cues of the whole phrase.
fn known(out: &mut String, lexicon: &Lexicon, phrase: &str) {
    let document = Document::new(phrase, None);
    let words = Words::new(&document, lexicon);
    let Some(node) = words.phrase(0, words.len()) else { return };
    for &sense in lexicon.table().senses(node) {
        is(out, lexicon, sense);
    }
    for cue in Cue::ALL.iter().filter(|&&cue| lexicon.table().cues(node).has(cue)) {
        let _ = writeln!(out, "  is     cue {}", snake(&format!("{cue:?}")));
    }
}

fn is(out: &mut String, lexicon: &Lexicon, sense: Sense) {
    let _ = writeln!(out, "  is     {}", sense_of(lexicon, sense));
}

/// A sense in words.
fn sense_of(lexicon: &Lexicon, sense: Sense) -> String {
    match sense {
        Sense::Metric(MetricWord::Noun { metric, weak, share }) => {
            let id = lexicon.metric_names.get(usize::from(metric.0)).map_or("", String::as_str);
            let weak = if weak { ", weak" } else { "" };
            let share = if share { ", share" } else { "" };
            format!("metric {id}{weak}{share}")
        }
        Sense::Metric(word) => format!("metric word {}", snake(&format!("{word:?}"))),
        Sense::Verb(verb, form) => match lexicon.verbs.get(usize::from(verb)) {
            Some(verb) => {
                let way = verb.direction.map_or("", |way| way.name());
                let frame = snake(&format!("{:?}", verb.frame));
                format!("verb {} ({}), {frame} {way}", verb.lemma, snake(&format!("{form:?}")))
                    .trim_end()
                    .to_owned()
            }
            None => "verb".to_owned(),
        },
        Sense::Name(word) => name(lexicon, word),
        Sense::Number(NumberWord::Modifier { kind, .. }) => format!("modifier {kind}"),
        Sense::Number(word) => format!("number word {}", snake(&format!("{word:?}"))),
        Sense::Period(word) => format!("period word {}", snake(&format!("{word:?}"))),
        Sense::Function(word) => format!("function word {}", snake(&format!("{word:?}"))),
        Sense::ChangeNoun { direction, .. } => format!("change noun {direction}"),
        Sense::ChangeAdverb(direction, _) => format!("change adverb {direction}"),
        Sense::ChangePath(direction) => format!("change path {direction}"),
        Sense::Modality(modality, kind) => format!("modality {modality} ({})", snake(&format!("{kind:?}"))),
        Sense::Says(_) | Sense::Source => "source".to_owned(),
        Sense::Particle => "verb particle".to_owned(),
    }
}

fn name(lexicon: &Lexicon, word: NameWord) -> String {
    let names = &lexicon.names;
    let doubt = |sure: bool| if sure { "" } else { ", or an ordinary word" };
    match word {
        NameWord::Company { id, sure, .. } => {
            let company = names.company(id);
            format!("company {} ({}){}", company.name, company.id, doubt(sure))
        }
        NameWord::Place { id, sure } => format!("place {}{}", names.place(id), doubt(sure)),
        NameWord::PlaceAdjective(id) => format!("adjective of the place {}", names.place(id)),
        NameWord::Institution { id, sure } => format!("institution {}{}", names.institution(id), doubt(sure)),
        NameWord::Index(id) => format!("index {}", names.index(id)),
        NameWord::Commodity { id, sure } => format!("commodity {}{}", names.commodity(id), doubt(sure)),
        NameWord::Sector(id) => format!("noun for a company, sector {}", names.sector(id)),
        NameWord::Generic => "noun for a company".to_owned(),
        other => format!("name word {}", snake(&format!("{other:?}"))),
    }
}

/// `LevelVerb { a: 1 }` as `level verb { a: 1 }`.
fn snake(name: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for letter in name.chars() {
        if letter.is_uppercase() && before.is_lowercase() {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
        before = letter;
    }
    out
}
