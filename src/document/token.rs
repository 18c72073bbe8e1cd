//! The smallest pieces of a text.

use crate::span::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// Starts with a letter.
    Word,
    /// Starts with a digit: `1.234,5`, `10er`, `2014`.
    Number,
    /// Anything else: punctuation, currency and other signs.
    Symbol,
}

/// One token: a word, number or sign with what later stages ask of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// The hash of its folded form (see [`fold`](super::fold)).
    pub hash: u64,
    /// What it is made of.
    pub class: Class,
    pub(super) flags: u8,
}

impl Token {
    pub(super) const CAPITALISED: u8 = 1;
    pub(super) const SPACE_BEFORE: u8 = 2;
    pub(super) const LINE_BEFORE: u8 = 4;
    pub(super) const PARAGRAPH_BEFORE: u8 = 8;
    pub(super) const SENTENCE_START: u8 = 16;
    pub(super) const ALL_CAPS: u8 = 32;

    /// The surface.
    pub fn text(self, document: &str) -> &str {
        self.span.of(document)
    }

    /// Whether its first letter is a capital.
    pub const fn is_capitalised(self) -> bool {
        self.flags & Self::CAPITALISED != 0
    }

    /// Whether it has two capitals at least and no small letter.
    pub const fn is_all_caps(self) -> bool {
        self.flags & Self::ALL_CAPS != 0
    }

    /// Whether white space stands before it (also true of the first token).
    pub const fn has_space_before(self) -> bool {
        self.flags & Self::SPACE_BEFORE != 0
    }

    /// Whether a line break stands before it.
    pub const fn has_line_before(self) -> bool {
        self.flags & (Self::LINE_BEFORE | Self::PARAGRAPH_BEFORE) != 0
    }

    /// Whether a blank line stands before it.
    pub const fn has_paragraph_before(self) -> bool {
        self.flags & Self::PARAGRAPH_BEFORE != 0
    }

    /// Whether it is the first token of its sentence.
    pub const fn is_sentence_start(self) -> bool {
        self.flags & Self::SENTENCE_START != 0
    }
}
