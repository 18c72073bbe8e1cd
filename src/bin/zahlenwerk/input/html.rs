//! A web page: its main text, its title and its date.

use super::{Body, OwnedArticle, Record, read_date};
use crate::failure::Failure;
use dom_smoothie::{Config, Readability, TextMode};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use jiff::civil::Date;

/// What is known of a page beside its bytes.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// From the headers of its transfer.
    pub(crate) charset: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) date: Option<Date>,
}

/// More elements are no article.
const ELEMENTS: usize = 200_000;
/// Elements that are nested deeper are no article.
const DEPTH: usize = 1_000;
/// Where a page names its encoding, it does so within so many bytes.
const HEAD: usize = 4096;

/// Reads a page.
pub(super) fn read(
    record: &Record,
    bytes: &[u8],
    page: Page,
    named: &'static Encoding,
) -> Result<Body, Failure> {
    let place = record.place();
    let text = decode(bytes, &page, named);
    if depth(text.as_bytes()) > DEPTH {
        let what = format!("this page nests more than {DEPTH} elements");
        return Err(Failure::new(place, what, "pass its text as .txt"));
    }
    let no_article = |what: &dyn std::fmt::Display| {
        Failure::new(&place, format!("this page has no main text ({what})"), "pass its text as .txt")
    };
    let config =
        Config { text_mode: TextMode::Formatted, max_elements_to_parse: ELEMENTS, ..Config::default() };
    let mut reader = Readability::new(text, None, Some(config)).map_err(|error| no_article(&error))?;
    let found = reader.parse().map_err(|error| no_article(&error))?;
    let text = found.text_content.trim().to_owned();
    let title = Some(found.title.trim().to_owned()).filter(|title| !title.is_empty());
    let date = found.published_time.as_deref().and_then(read_date).or(page.date);
    let id = page.url.unwrap_or_else(|| record.id());
    Ok(Body::Article(OwnedArticle { id, text, date, title, comments: Vec::new() }))
}

/// Decodes a page as a browser does: byte order mark, headers, the page's own words, then what the bytes allow.
fn decode(bytes: &[u8], page: &Page, named: &'static Encoding) -> String {
    let label = |label: &str| Encoding::for_label(label.trim().as_bytes());
    let encoding = Some(named)
        .filter(|named| *named != UTF_8)
        .or_else(|| page.charset.as_deref().and_then(label))
        .or_else(|| charset(bytes).and_then(|it| label(&it)))
        .unwrap_or_else(|| if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 });
    encoding.decode(bytes).0.into_owned()
}

/// The label behind `charset=` in the head of a page.
fn charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..HEAD.min(bytes.len()))?).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let rest = rest.trim_start_matches(['"', '\'', ' ']);
    let end = rest.find(['"', '\'', ' ', ';', '>', '/']).unwrap_or(rest.len());
    rest.get(..end).map(str::to_owned)
}

/// About how deep elements nest: opening tags less closing ones. Elements without a closing tag are left out.
fn depth(html: &[u8]) -> usize {
    const VOID: [&[u8]; 10] =
        [b"br", b"img", b"meta", b"link", b"input", b"hr", b"p", b"li", b"source", b"wbr"];
    let (mut depth, mut deepest) = (0_usize, 0);
    for (at, _) in html.iter().enumerate().filter(|(_, byte)| **byte == b'<') {
        let rest = html.get(at + 1..).unwrap_or_default();
        match rest.first() {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(letter) if letter.is_ascii_alphabetic() => {
                let end = rest.iter().take(8).position(|it| !it.is_ascii_alphanumeric()).unwrap_or(8);
                let name = rest.get(..end).unwrap_or_default();
                if !VOID.iter().any(|void| name.eq_ignore_ascii_case(void)) {
                    depth += 1;
                    deepest = deepest.max(depth);
                }
            }
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_found() {
        let decoded = |bytes: &[u8]| decode(bytes, &Page::default(), UTF_8);
        assert_eq!(decoded("Köln".as_bytes()), "Köln");
        assert_eq!(decoded(b"K\xf6ln \x80"), "Köln €");
        assert_eq!(decoded(b"<meta charset=\"iso-8859-2\">\xb3"), "<meta charset=\"iso-8859-2\">ł");
        let page = Page { charset: Some("iso-8859-2".to_owned()), ..Page::default() };
        assert_eq!(decode(b"\xb3", &page, UTF_8), "ł");
    }

    #[test]
    fn nesting_is_counted() {
        assert_eq!(depth(b"<div><p>a<br><b>c</b></div><div></div>"), 2);
        assert_eq!(depth(&b"<div>".repeat(5)), 5);
    }
}
