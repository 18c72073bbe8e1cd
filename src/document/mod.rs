//! Text becomes a [`Document`]: tokens and sentences over a text that is never changed.

pub mod fold;
mod sentences;
mod token;
mod tokenizer;

use crate::span::Span;
use jiff::civil::Date;
pub use sentences::Sentence;
pub use token::{Class, Token};

/// A text with its tokens, its sentences and the date that relative periods count from.
///
/// ```
/// use zahlenwerk::document::Document;
/// let document = Document::new("Der Umsatz stieg um 3,5 Prozent. Das Ergebnis sank.", None);
/// assert_eq!(document.sentences.len(), 2);
/// assert_eq!(document.surface(document.tokens[4].span), "3,5");
/// ```
#[derive(Debug, Clone)]
pub struct Document<'t> {
    /// The text, byte for byte as it came in.
    pub text: &'t str,
    /// The date of publication, the *anchor*; without it nothing relative is resolved.
    pub anchor: Option<Date>,
    /// Every word, number and sign.
    pub tokens: Vec<Token>,
    /// The sentences, which cover all tokens.
    pub sentences: Vec<Sentence>,
}

impl<'t> Document<'t> {
    /// Reads a text. Spans count in 32 bits: of a text of 4 GiB or more only the beginning is read.
    pub fn new(text: &'t str, anchor: Option<Date>) -> Self {
        let mut end = text.len().min(u32::MAX as usize - 1);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = &text[..end];
        let mut tokens = tokenizer::tokenize(text);
        let sentences = sentences::split(text, &mut tokens);
        Self { text, anchor, tokens, sentences }
    }

    /// The part of the text that a span covers.
    pub fn surface(&self, span: Span) -> &'t str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// The surface of a token; empty beyond the end.
    pub fn token_text(&self, token: usize) -> &'t str {
        self.tokens.get(token).map_or("", |token| self.surface(token.span))
    }

    /// The part of the text from one token to another, both included.
    pub fn token_span(&self, first: usize, last: usize) -> Span {
        match (self.tokens.get(first), self.tokens.get(last)) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            _ => Span::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        let document = Document::new(text, None);
        let span = |s: &Sentence| document.token_span(s.tokens.start, s.tokens.end - 1);
        document.sentences.iter().map(|s| span(s).of(text)).collect()
    }

    #[test]
    fn sentences_end_where_readers_stop() {
        let table: &[(&str, &[&str])] = &[
            ("Er sank um 3 Prozent. Sie stieg.", &["Er sank um 3 Prozent.", "Sie stieg."]),
            ("Im 3. Quartal waren es 4 Mio. Euro.", &["Im 3. Quartal waren es 4 Mio. Euro."]),
            ("Es waren 4 Mio. Die Kosten sanken.", &["Es waren 4 Mio.", "Die Kosten sanken."]),
            ("Am 1. Juli 2014. Danach kam Dr. A. Maier.", &["Am 1. Juli 2014.", "Danach kam Dr. A. Maier."]),
            ("„Es läuft gut.“ So sprach er.", &["„Es läuft gut.“", "So sprach er."]),
            ("Das z.B. und d. h. bleibt. Gut!", &["Das z.B. und d. h. bleibt.", "Gut!"]),
            ("Titel ohne Punkt\n\nDann der Text.", &["Titel ohne Punkt", "Dann der Text."]),
            ("Es fiel auf 2,5. Dann nicht.", &["Es fiel auf 2,5.", "Dann nicht."]),
            ("Es sank.Das war 2014.", &["Es sank.", "Das war 2014."]),
        ];
        for (text, want) in table {
            assert_eq!(&sentences(text), want);
        }
    }

    #[test]
    fn a_stray_line_break_is_a_space_too() {
        let long = "Im August lag der Umsatz des Händlers, der seit einem Jahr ums Überleben kämpft, nach Angaben der Geschäftsführung um 2,4\nProzent unter dem Wert\ndes Vorjahres. Danach stieg er.";
        assert_eq!(sentences(long).len(), 2);
        assert_eq!(sentences(&format!("Umsatz sinkt\n{long}")).len(), 3);
    }

    #[test]
    fn endless_sentences_are_read_in_pieces() {
        let text = "Der Umsatz stieg, ".repeat(300);
        let document = Document::new(&text, None);
        assert!(document.sentences.len() > 2);
        let mut end = 0;
        for sentence in &document.sentences {
            assert_eq!(sentence.tokens.start, end);
            assert!(sentence.tokens.len() <= 400);
            assert_eq!(sentence.continues, end > 0);
            assert_eq!(document.token_text(sentence.tokens.start), "Der");
            end = sentence.tokens.end;
        }
        assert_eq!(end, document.tokens.len());
        let signs = "(".repeat(1000);
        assert_eq!(Document::new(&signs, None).sentences.len(), 3);
    }

    #[test]
    fn a_line_break_in_wrapped_text_is_a_space() {
        let text = "Der Umsatz des Konzerns stieg im abgelaufenen Quartal um\nrund drei Prozent auf zwei Milliarden Euro, teilte das\nUnternehmen am Montag in seinem Bericht mit.";
        assert_eq!(sentences(text).len(), 1);
    }
}
