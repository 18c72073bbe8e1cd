//! A sentence, wrapped, with its figures underlined.

use super::lines::Lines;
use crate::{document::Document, span::Span};
use std::fmt::Write;

/// The length of a shown line.
const WIDTH: usize = 100;

/// The columns of the place before each line.
const GUTTER: usize = 13;

/// A figure to be underlined.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) label: &'static str,
}

/// The sentence that a figure stands in; the figure itself where there is none.
pub(super) fn around(document: &Document<'_>, figure: Span) -> Span {
    let span =
        |tokens: &std::ops::Range<usize>| document.token_span(tokens.start, tokens.end.saturating_sub(1));
    let place = document.sentences.partition_point(|sentence| span(&sentence.tokens).end <= figure.start);
    document.sentences.get(place).map_or(figure, |sentence| span(&sentence.tokens).cover(figure))
}

/// Shows a sentence, or only its lines with figures. `marks` stand in text order.
pub(super) fn show(
    out: &mut String,
    text: &str,
    sentence: Span,
    marks: &[Mark],
    lines: &Lines<'_>,
    whole: bool,
) {
    let letters = letters(text, sentence);
    let wrapped = wrap(&letters, marks);
    let last = wrapped.len();
    let mut skipped = false;
    for (number, range) in wrapped.into_iter().enumerate() {
        let line = letters.get(range).unwrap_or_default();
        let here: Vec<(usize, usize, Mark)> = marks.iter().filter_map(|mark| columns(line, *mark)).collect();
        if here.is_empty() && !whole {
            skipped = true;
            continue;
        }
        let begins = here.first().and_then(|(from, _, _)| line.get(*from));
        let place = begins.map_or_else(String::new, |(byte, _)| {
            let (line, column) = lines.place(*byte);
            format!("{line}:{column}")
        });
        let shown: String = line.iter().map(|(_, letter)| *letter).collect();
        let (before, after) =
            if whole { ("", "") } else { (dots(skipped || number > 0), dots(number + 1 < last)) };
        let _ = writeln!(out, "    {place:8} {}", format!("{before}{shown}{after}").trim_end());
        underline(out, &here, before.chars().count());
    }
}

fn dots(cut: bool) -> &'static str {
    if cut { "… " } else { "" }
}

/// The characters of a sentence with their bytes, every white space as one blank.
fn letters(text: &str, sentence: Span) -> Vec<(u32, char)> {
    let mut letters: Vec<(u32, char)> = Vec::new();
    for (at, letter) in sentence.of(text).char_indices() {
        let blank = letter.is_whitespace() || letter.is_control();
        if !blank || letters.last().is_some_and(|(_, before)| *before != ' ') {
            letters.push((sentence.start + at as u32, if blank { ' ' } else { letter }));
        }
    }
    letters
}

/// The lines of a sentence, broken at blanks outside of figures where that is possible.
fn wrap(letters: &[(u32, char)], marks: &[Mark]) -> Vec<std::ops::Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    while letters.len() - start > WIDTH {
        let window = letters.get(start..=start + WIDTH).unwrap_or_default();
        let within = |byte: u32| marks.iter().any(|mark| mark.span.start < byte && byte < mark.span.end);
        let outside = window.iter().rposition(|(byte, letter)| *letter == ' ' && !within(*byte));
        let any = || window.iter().rposition(|(_, letter)| *letter == ' ');
        let length = outside.filter(|length| *length > 0).or_else(any).filter(|length| *length > 0);
        let end = start + length.map_or(WIDTH, |length| length + 1);
        lines.push(start..end);
        start = end;
    }
    if start < letters.len() {
        lines.push(start..letters.len());
    }
    lines
}

/// The columns that a figure takes in a line.
fn columns(line: &[(u32, char)], mark: Mark) -> Option<(usize, usize, Mark)> {
    let inside = |(byte, _): &(u32, char)| mark.span.start <= *byte && *byte < mark.span.end;
    let from = line.iter().position(inside)?;
    let to = line.iter().rposition(inside)? + 1;
    Some((from, to, mark))
}

/// A line under the figures; each label stands behind its figure, or below where there is no room.
fn underline(out: &mut String, marks: &[(usize, usize, Mark)], shift: usize) {
    let (mut row, mut below) = (String::new(), String::new());
    for (place, (from, to, mark)) in marks.iter().enumerate() {
        pad(&mut row, from + shift);
        let drawn = row.chars().count() - shift;
        row.extend(std::iter::repeat_n('~', to.saturating_sub(drawn)));
        let room = marks.get(place + 1).is_none_or(|(next, _, _)| to + mark.label.len() + 2 <= *next);
        if room {
            let _ = write!(row, " {}", mark.label);
        } else {
            pad(&mut below, from + shift);
            if !below.is_empty() && !below.ends_with(' ') {
                below.push(' ');
            }
            below.push_str(mark.label);
        }
    }
    for row in [row, below].iter().filter(|row| !row.is_empty()) {
        let _ = writeln!(out, "{:GUTTER$}{row}", "");
    }
}

fn pad(row: &mut String, columns: usize) {
    let missing = columns.saturating_sub(row.chars().count());
    row.extend(std::iter::repeat_n(' ', missing));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_blanks_and_long_words_anywhere() {
        let text = format!("{} {}", "a".repeat(60), "b".repeat(150));
        let letters = letters(&text, Span::new(0, text.len() as u32));
        let lengths: Vec<usize> = wrap(&letters, &[]).into_iter().map(|range| range.len()).collect();
        assert_eq!(lengths, [61, 100, 50]);
    }
}
