//! Where sentences and paragraphs end.
//!
//! A full stop ends a sentence unless it belongs to an abbreviation, an initial or an ordinal; after
//! words that may do both, the next word decides. A line break inside a hard-wrapped text is a space.

use super::{
    fold,
    token::{Class, Token},
};
use std::{collections::HashSet, ops::Range, sync::LazyLock};

/// A sentence: its tokens and the paragraph it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The indices of its tokens.
    pub tokens: Range<usize>,
    /// The number of its paragraph, from 0.
    pub paragraph: u32,
    /// Whether it goes on with the one before, which would have become too long.
    pub continues: bool,
}

/// Words by the hash of their folded form.
struct Words {
    /// Abbreviations that do not end a sentence.
    inner: HashSet<u64>,
    /// Abbreviations that may.
    either: HashSet<u64>,
    /// Words that begin a sentence.
    starters: HashSet<u64>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words { inner: HashSet::new(), either: HashSet::new(), starters: HashSet::new() };
    for line in include_str!("abbreviations.txt").lines().filter(|line| !line.starts_with('#')) {
        let (set, line) = match line.strip_prefix('?') {
            Some(rest) => (&mut words.either, rest),
            None => (&mut words.inner, line),
        };
        set.extend(line.split_whitespace().map(fold::hash));
    }
    let starters = include_str!("starters.txt").lines().filter(|line| !line.starts_with('#'));
    words.starters.extend(starters.flat_map(str::split_whitespace).map(fold::hash));
    words
});

/// Lines longer than this are not hard-wrapped.
const WRAPPED_LINE: u32 = 110;

/// No sentence has more tokens; a longer one is read in pieces, so that what looks through a sentence for each of its
/// figures takes a bounded time. News does not write such sentences, tables and lists without full stops are like that.
const LONGEST: usize = 400;

/// Whether a word is one that often begins a sentence: articles, pronouns, prepositions.
pub(super) fn is_starter(word: &str) -> bool {
    WORDS.starters.contains(&fold::hash(word))
}

/// Splits tokens into sentences and marks each one's first token.
pub(super) fn split(text: &str, tokens: &mut [Token]) -> Vec<Sentence> {
    let wrapping = wrapping(text);
    let mut sentences = Vec::with_capacity(tokens.len() / 16 + 1);
    let mut start = 0;
    let mut paragraph = 0;
    let mut continues = false;
    // Behind the last comma of the sentence.
    let mut comma = 0;
    for at in 0..tokens.len() {
        if at > start {
            let line_breaks = tokens[at].has_line_before()
                && match wrapping {
                    Wrapping::None => !goes_on(text, tokens, at),
                    Wrapping::Loose => matches!(tokens[at - 1].text(text), "." | "!" | "?" | ":"),
                    Wrapping::Width => false,
                };
            let breaks = tokens[at].has_paragraph_before() || line_breaks;
            if breaks || ends_before(text, tokens, start, at) {
                sentences.push(Sentence { tokens: start..at, paragraph, continues });
                (start, continues) = (at, false);
                paragraph += u32::from(breaks);
            } else if at - start == LONGEST {
                let end = if comma > start { comma } else { at };
                sentences.push(Sentence { tokens: start..end, paragraph, continues });
                (start, continues) = (end, true);
            }
        }
        if matches!(tokens[at].text(text), "," | ";") {
            comma = at + 1;
        }
        if at == start && !continues {
            tokens[at].flags |= Token::SENTENCE_START;
        }
    }
    if start < tokens.len() {
        sentences.push(Sentence { tokens: start..tokens.len(), paragraph, continues });
    }
    sentences
}

/// Whether a sentence goes on over the line break before a token: what stands before it cannot end one,
/// or what follows cannot begin one.
fn goes_on(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|at| tokens[at]) else { return false };
    let surface = before.text(text);
    let small_word = tokens[at].class == Class::Word && !tokens[at].is_capitalised();
    let open = matches!(surface, "," | "-" | "–" | "(") || before.class == Class::Number;
    let function_word = !before.is_capitalised() && WORDS.starters.contains(&before.hash);
    (small_word || open || function_word) && !matches!(surface, "." | "!" | "?" | ":" | "…")
}

/// How the lines of a text were broken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrapping {
    /// A line is a paragraph.
    None,
    /// To fit a width.
    Width,
    /// Anywhere: paragraphs end with their sentences.
    Loose,
}

fn wrapping(text: &str) -> Wrapping {
    let (mut lines, mut longest, mut unfinished, mut continued) = (0_u32, 0, 0_u32, 0_u32);
    let mut open = false;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        continued += u32::from(open && line.starts_with(char::is_lowercase));
        open = !line.ends_with(['.', '!', '?', ':', '"', '“', '”']);
        lines += 1;
        longest = longest.max(line.len() as u32);
        unfinished += u32::from(open);
    }
    if lines <= 2 || unfinished * 2 <= lines {
        Wrapping::None
    } else if longest > 50 && longest <= WRAPPED_LINE {
        Wrapping::Width
    } else if continued > 2 && continued * 4 > lines {
        Wrapping::Loose
    } else {
        Wrapping::None
    }
}

/// Whether a sentence that began at `start` ends before the token `at`.
fn ends_before(text: &str, tokens: &[Token], start: usize, at: usize) -> bool {
    let next = tokens[at];
    // Only signs end sentences; most words follow another word.
    if at == 0 || tokens[at - 1].class != Class::Symbol {
        return false;
    }
    if !next.has_space_before() && !next.is_capitalised() || is_closing(next.text(text)) {
        return false;
    }
    let Some(stop) = find_stop(text, tokens, start, at) else { return false };
    let mark = tokens[stop].text(text);
    let opens = next.is_capitalised() || next.class == Class::Number || is_opening(next.text(text));
    if mark != "." {
        // Direct speech goes on after its mark: »Wirklich?« fragte er.
        return opens;
    }
    if stop == start || tokens[stop].has_space_before() {
        return opens;
    }
    let before = tokens[stop - 1];
    let starter = next.is_capitalised() && WORDS.starters.contains(&next.hash);
    let surface = before.text(text);
    match before.class {
        Class::Word if WORDS.inner.contains(&before.hash) || surface.chars().nth(1).is_none() => {
            starter && stop + 1 < at
        }
        Class::Word if WORDS.either.contains(&before.hash) => starter || next.class == Class::Symbol && opens,
        Class::Number if surface.len() <= 2 && surface.bytes().all(|byte| byte.is_ascii_digit()) => starter,
        _ => opens,
    }
}

/// The mark that ends the sentence, seen from the token after it, across closing quotation marks and brackets.
fn find_stop(text: &str, tokens: &[Token], start: usize, at: usize) -> Option<usize> {
    let mut stop = at;
    while stop > start {
        stop -= 1;
        match tokens[stop].text(text) {
            "." | "!" | "?" | "…" => return Some(stop),
            closing if is_closing(closing) && !tokens[stop].has_space_before() => {}
            _ => return None,
        }
    }
    None
}

fn is_closing(surface: &str) -> bool {
    matches!(
        surface,
        "\"" | "“"
            | "”"
            | "«"
            | "»"
            | "’"
            | "'"
            | ")"
            | "]"
            | "‹"
            | "›"
            | "."
            | "!"
            | "?"
            | "…"
            | ","
            | ";"
            | ":"
    )
}

fn is_opening(surface: &str) -> bool {
    matches!(
        surface,
        "\"" | "„" | "“" | "«" | "»" | "‚" | "'" | "(" | "[" | "›" | "‹" | "–" | "-" | "•" | "—" | "*"
    )
}
