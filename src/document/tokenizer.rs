//! One walk over the bytes of a text that makes its tokens.
//!
//! A word is what Unicode Annex 29 says it is (crate `unicode-segmentation`), with one addition:
//! a full stop that lost its space (*gestiegen.Das*, *Mio.Euro*) ends a word, and so does a small word that a
//! stripped link glued to a name (*derDAXlegte*). Latin letters, digits
//! and common punctuation are handled here by byte class; a stretch between white space that holds
//! anything else is handed to `unicode-segmentation`. A property test holds both ways equal.

use super::{
    fold, sentences,
    token::{Class, Token},
};
use crate::span::Span;
use unicode_segmentation::UnicodeSegmentation;

/// What a byte or character does to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    /// Joins letters and joins digits: full stop, apostrophes.
    MidBoth,
    /// Joins letters: colon, middle dot.
    MidLetter,
    /// Joins digits: comma, semicolon.
    MidDigit,
    /// Joins everything: low line.
    Connector,
    Space,
    Line,
    Sign,
    /// Left to `unicode-segmentation`.
    Foreign,
}

const ASCII: [Kind; 128] = {
    let mut table = [Kind::Sign; 128];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Kind::Letter,
            b'0'..=b'9' => Kind::Digit,
            b'.' | b'\'' => Kind::MidBoth,
            b':' => Kind::MidLetter,
            b',' | b';' => Kind::MidDigit,
            b'_' => Kind::Connector,
            b' ' | b'\t' => Kind::Space,
            b'\n' | b'\r' | 0x0b | 0x0c => Kind::Line,
            _ => Kind::Sign,
        };
        byte += 1;
    }
    table
};

/// The kind and byte length of the character that starts at `at`.
#[inline]
fn kind_at(text: &str, at: usize) -> (Kind, usize) {
    let bytes = text.as_bytes();
    match bytes[at] {
        byte @ 0..=0x7f => (ASCII[byte as usize], 1),
        // U+00C0..U+017F: Latin letters, except the two signs × and ÷.
        0xc3 => (if matches!(bytes[at + 1], 0x97 | 0xb7) { Kind::Sign } else { Kind::Letter }, 2),
        0xc4 | 0xc5 => (Kind::Letter, 2),
        0xc2 => match bytes[at + 1] {
            0xa0 => (Kind::Space, 2),
            // « » § ° ½ and the like, but not ª º µ · and the soft hyphen.
            0xa7 | 0xab | 0xb0 | 0xbb..=0xbe => (Kind::Sign, 2),
            _ => (Kind::Foreign, 2),
        },
        0xe2 => match (bytes[at + 1], bytes[at + 2]) {
            (0x80, 0xaf) => (Kind::Space, 3),
            (0x80, 0x99) => (Kind::MidBoth, 3),
            // Dashes, quotation marks, dagger and bullet; the euro sign.
            (0x80, 0x90..=0x96 | 0x9a..=0x9e | 0xa0..=0xa2) | (0x82, 0xac) => (Kind::Sign, 3),
            _ => (Kind::Foreign, 3),
        },
        byte => (
            Kind::Foreign,
            if byte >= 0xf0 {
                4
            } else if byte >= 0xe0 {
                3
            } else {
                2
            },
        ),
    }
}

/// A stretch without white space: its first byte, the number of tokens and the gap before it.
struct Chunk {
    start: usize,
    tokens: usize,
    gap: u8,
}

/// Makes the tokens of a text, in order.
pub(super) fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 6 + 4);
    let mut gap = Token::SPACE_BEFORE;
    let mut at = 0;
    // Where the stretch without white space began, for the case that it must be read again.
    let mut chunk = Chunk { start: 0, tokens: 0, gap };
    while at < text.len() {
        let (kind, len) = kind_at(text, at);
        match kind {
            Kind::Space => {
                gap |= Token::SPACE_BEFORE;
                at += len;
                chunk = Chunk { start: at, tokens: tokens.len(), gap };
            }
            Kind::Line => {
                let windows = text.as_bytes()[at] == b'\r' && text.as_bytes().get(at + 1) == Some(&b'\n');
                gap |= Token::SPACE_BEFORE
                    | if gap & Token::LINE_BEFORE == 0 {
                        Token::LINE_BEFORE
                    } else {
                        Token::PARAGRAPH_BEFORE
                    };
                at += if windows { 2 } else { len };
                chunk = Chunk { start: at, tokens: tokens.len(), gap };
            }
            Kind::Foreign => {
                tokens.truncate(chunk.tokens);
                at = chunk_end(text, at);
                segment(text, chunk.start, at, chunk.gap, &mut tokens);
                gap = 0;
            }
            Kind::Letter | Kind::Digit | Kind::Connector => {
                let end = word_end(text, at, kind, len);
                if end < text.len() && kind_at(text, end).0 == Kind::Foreign {
                    // The word may go on: the next round reads the whole stretch the other way.
                    at = end;
                    continue;
                }
                push(text, at, end, gap, &mut tokens);
                gap = 0;
                at = end;
            }
            _ => {
                push(text, at, at + len, gap, &mut tokens);
                gap = 0;
                at += len;
            }
        }
    }
    tokens
}

/// The end of the stretch without white space around `at`.
fn chunk_end(text: &str, mut at: usize) -> usize {
    while at < text.len() {
        let (kind, len) = kind_at(text, at);
        if matches!(kind, Kind::Space | Kind::Line) {
            break;
        }
        at += len;
    }
    at
}

/// The end of the word that starts at `start`, by the rules `WB5` to `WB13b`.
#[inline]
fn word_end(text: &str, start: usize, first: Kind, len: usize) -> usize {
    let mut at = start + len;
    let mut before = first;
    while at < text.len() {
        let (kind, len) = kind_at(text, at);
        match kind {
            Kind::Letter | Kind::Digit | Kind::Connector => before = kind,
            Kind::MidBoth | Kind::MidLetter | Kind::MidDigit => {
                let after = at + len;
                if after >= text.len() {
                    break;
                }
                let next = kind_at(text, after).0;
                let joins = next == before
                    && match next {
                        Kind::Letter => kind != Kind::MidDigit,
                        Kind::Digit => kind != Kind::MidLetter,
                        _ => false,
                    };
                if !joins {
                    break;
                }
            }
            _ => break,
        }
        at += len;
    }
    at
}

/// Tokens of a stretch without white space, by `unicode-segmentation`.
fn segment(text: &str, start: usize, end: usize, gap: u8, tokens: &mut Vec<Token>) {
    let mut flags = gap;
    for (offset, piece) in text[start..end].split_word_bound_indices() {
        push(text, start + offset, start + offset + piece.len(), flags, tokens);
        flags = 0;
    }
}

/// Adds the token, or its parts where a full stop lost its space.
#[inline]
fn push(text: &str, start: usize, end: usize, gap: u8, tokens: &mut Vec<Token>) {
    let mut start = start;
    let mut gap = gap;
    while let Some(stop) = find_lost_space(&text.as_bytes()[start..end]) {
        tokens.push(token(text, start, start + stop, gap));
        tokens.push(token(text, start + stop, start + stop + 1, 0));
        start += stop + 1;
        gap = 0;
    }
    for cut in find_glue(&text[start..end]).into_iter().flatten() {
        tokens.push(token(text, start, start + cut, gap));
        start += cut;
        gap = Token::SPACE_BEFORE;
    }
    tokens.push(token(text, start, end, gap));
}

/// The full stop between three small letters at least (or a scale abbreviation) and a capital.
fn find_lost_space(word: &[u8]) -> Option<usize> {
    if word.len() < 5 {
        return None;
    }
    let stop = word.iter().position(|&byte| byte == b'.')?;
    let small = |byte: &u8| byte.is_ascii_lowercase() || *byte >= 0x80;
    let fits = stop >= 3
        && word[stop - 2..stop].iter().all(small)
        && word.get(stop + 1).is_some_and(|&byte| byte.is_ascii_uppercase() || byte == 0xc3);
    fits.then_some(stop)
}

/// The lengths of the first parts of a word that a stripped link glued together: a function word before a
/// capital, and then capitals before small letters.
fn find_glue(word: &str) -> [Option<usize>; 2] {
    let bytes = word.as_bytes();
    let capital =
        (2..bytes.len()).find(|&at| bytes[at].is_ascii_uppercase() && bytes[at - 1].is_ascii_lowercase());
    let Some(cut) = capital.filter(|&cut| sentences::is_starter(&word[..cut])) else { return [None, None] };
    let capitals = bytes[cut..].iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let small = bytes[cut + capitals..].iter().take_while(|byte| byte.is_ascii_lowercase()).count();
    [Some(cut), (capitals > 2 && small > 1).then_some(capitals)]
}

fn token(text: &str, start: usize, end: usize, gap: u8) -> Token {
    let surface = &text[start..end];
    let first = surface.chars().next().unwrap_or(' ');
    let class = if first.is_ascii_digit() {
        Class::Number
    } else if first.is_alphabetic() || first == '_' {
        Class::Word
    } else {
        Class::Symbol
    };
    let mut flags = gap;
    if first.is_uppercase() {
        flags |= Token::CAPITALISED;
        if surface.len() > 1
            && !surface.chars().any(char::is_lowercase)
            && surface.chars().filter(|c| c.is_uppercase()).nth(1).is_some()
        {
            flags |= Token::ALL_CAPS;
        }
    }
    Token { span: Span::new(start as u32, end as u32), hash: fold::hash(surface), class, flags }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The tokens by the definition alone, without the fast path.
    fn reference(text: &str) -> Vec<(u32, u32)> {
        let mut tokens = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let (kind, len) = kind_at(text, at);
            if matches!(kind, Kind::Space | Kind::Line) {
                at += len;
                continue;
            }
            let end = chunk_end(text, at);
            segment(text, at, end, 0, &mut tokens);
            at = end;
        }
        tokens.iter().map(|token: &Token| (token.span.start, token.span.end)).collect()
    }

    fn surfaces(text: &str) -> Vec<&str> {
        tokenize(text).iter().map(|token| token.text(text)).collect()
    }

    #[test]
    fn words_numbers_and_signs() {
        let table: &[(&str, &[&str])] = &[
            ("um 1.234,5 Mio. €.", &["um", "1.234,5", "Mio", ".", "€", "."]),
            ("3–5 %", &["3", "–", "5", "%"]),
            ("1'234’567", &["1'234’567"]),
            ("E.ON und H&M", &["E.ON", "und", "H", "&", "M"]),
            ("gestiegen.Das", &["gestiegen", ".", "Das"]),
            ("Mio.Euro", &["Mio", ".", "Euro"]),
            ("20-Millionen-Euro-Deal", &["20", "-", "Millionen", "-", "Euro", "-", "Deal"]),
            ("5%ige", &["5", "%", "ige"]),
            ("T€ 12,-", &["T", "€", "12", ",", "-"]),
            ("1990er", &["1990er"]),
            (
                "DerDAXlegte, derTikTok-Konzern, TikTok, MitarbeiterInnen",
                &[
                    "Der",
                    "DAX",
                    "legte",
                    ",",
                    "der",
                    "TikTok",
                    "-",
                    "Konzern",
                    ",",
                    "TikTok",
                    ",",
                    "MitarbeiterInnen",
                ],
            ),
            ("Umsatz\u{ad}zahlen", &["Umsatz\u{ad}zahlen"]),
            ("10\u{a0}000\u{202f}Euro", &["10", "000", "Euro"]),
        ];
        for (text, want) in table {
            assert_eq!(&surfaces(text), want, "{text}");
        }
    }

    #[test]
    fn gaps_are_kept() {
        let tokens = tokenize("eins zwei\ndrei\r\n\r\nvier");
        let gaps: Vec<_> = tokens
            .iter()
            .map(|t| (t.has_space_before(), t.has_line_before(), t.has_paragraph_before()))
            .collect();
        assert_eq!(
            gaps,
            [(true, false, false), (true, false, false), (true, true, false), (true, true, true)]
        );
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 2000, failure_persistence: None, ..Default::default() })]
        #[test]
        fn the_fast_path_gives_the_same_tokens(text in "[a-zA-ZäöüßÉł0-9 .,:;'’_\\-–€%&\n\t\u{ad}\u{308}ªµ§½×а漢]{0,40}") {
            let fast: Vec<_> = tokenize(&text).iter().map(|t| (t.span.start, t.span.end)).collect();
            proptest::prop_assert_eq!(fast, reference(&text));
        }

        #[test]
        fn any_text_is_covered(text in "\\PC*") {
            let fast: Vec<_> = tokenize(&text).iter().map(|t| (t.span.start, t.span.end)).collect();
            proptest::prop_assert_eq!(fast, reference(&text));
        }
    }
}
