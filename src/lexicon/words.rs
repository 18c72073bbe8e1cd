//! A document's tokens with the senses that the lexicon gives them.

use super::{Lexicon, Node, Table, cues::Cue, sense::Sense};
use crate::document::{Document, Token};

/// Whether a token is a hyphen or a dash that may stand inside a word.
pub(crate) fn is_hyphen(surface: &str) -> bool {
    matches!(surface, "-" | "‐" | "‑" | "–" | "\u{2212}")
}

/// A document whose words have been looked up, each once.
#[derive(Debug)]
pub struct Words<'d, 't> {
    /// The document.
    pub document: &'d Document<'t>,
    /// The lexicon.
    pub lexicon: &'d Lexicon,
    nodes: Vec<Node>,
}

impl<'d, 't> Words<'d, 't> {
    /// Looks every token up.
    pub fn new(document: &'d Document<'t>, lexicon: &'d Lexicon) -> Self {
        let table = lexicon.table();
        let nodes = document
            .tokens
            .iter()
            .map(|token| {
                table.find(Node::ROOT, token.hash, document.surface(token.span)).unwrap_or(Node::NONE)
            })
            .collect();
        Self { document, lexicon, nodes }
    }

    /// The number of tokens.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there are no tokens.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// A token.
    pub fn token(&self, at: usize) -> Option<Token> {
        self.document.tokens.get(at).copied()
    }

    /// The surface of a token; empty beyond the end.
    pub fn text(&self, at: usize) -> &'t str {
        self.document.token_text(at)
    }

    /// The senses of a single token; empty where the lexicon does not know it.
    #[inline]
    pub fn senses(&self, at: usize) -> &'d [Sense] {
        match self.nodes.get(at) {
            Some(&node) if node != Node::NONE => self.lexicon.table().senses(node),
            _ => &[],
        }
    }

    /// Whether a token has a sense that `wanted` accepts.
    pub fn has(&self, at: usize, wanted: impl Fn(Sense) -> bool) -> bool {
        self.senses(at).iter().any(|&sense| wanted(sense))
    }

    /// The first sense of a single token that `wanted` accepts.
    pub fn find<T>(&self, at: usize, wanted: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.senses(at).iter().find_map(|&sense| wanted(sense))
    }

    /// Whether a single token is a cue.
    #[inline]
    pub fn is(&self, at: usize, cue: Cue) -> bool {
        self.nodes.get(at).is_some_and(|&node| node != Node::NONE && self.lexicon.table().cues(node).has(cue))
    }

    /// Whether the last letters of a token are a cue.
    pub fn ends(&self, at: usize, cue: Cue) -> bool {
        self.lexicon.ends(self.text(at), cue)
    }

    /// The token after the longest word or phrase at `at`, not beyond `end`, that is a cue.
    pub fn cue(&self, at: usize, end: usize, cue: Cue) -> Option<usize> {
        self.walk(at, end, |table, node| table.cues(node).has(cue).then_some(())).map(|((), after)| after)
    }

    /// Whether a phrase of the lexicon may go on from a token.
    pub fn goes_on(&self, at: usize) -> bool {
        self.nodes.get(at).is_some_and(|&node| node != Node::NONE && self.lexicon.table().goes_on(node))
    }

    /// Whether a token stands directly behind the one before, without white space.
    pub fn is_joined(&self, at: usize) -> bool {
        at > 0 && self.token(at).is_some_and(|token| !token.has_space_before())
    }

    /// The token that a phrase goes on with after `at`, across a hyphen inside a word.
    pub fn after(&self, at: usize) -> usize {
        if is_hyphen(self.text(at + 1)) && self.is_joined(at + 1) && self.is_joined(at + 2) {
            at + 2
        } else {
            at + 1
        }
    }

    /// The longest word or phrase at `at`, not beyond `end`, that has a sense `wanted` accepts, and the
    /// token after it.
    pub fn longest<T>(
        &self,
        at: usize,
        end: usize,
        wanted: impl Fn(Sense) -> Option<T>,
    ) -> Option<(T, usize)> {
        self.walk(at, end, |table, node| table.senses(node).iter().find_map(|&sense| wanted(sense)))
    }

    /// What `wanted` finds at the last node that it accepts on the way from `at`, and the token after it.
    fn walk<T>(
        &self,
        at: usize,
        end: usize,
        wanted: impl Fn(&Table, Node) -> Option<T>,
    ) -> Option<(T, usize)> {
        let table = self.lexicon.table();
        let mut node = *self.nodes.get(at).filter(|&&node| node != Node::NONE && at < end)?;
        let mut last = at;
        let mut best = None;
        loop {
            if let Some(found) = wanted(table, node) {
                best = Some((found, last + 1));
            }
            if !table.goes_on(node) {
                return best;
            }
            let next = self.after(last);
            let Some(token) = self.token(next).filter(|_| next < end) else { return best };
            let Some(found) = table.find(node, token.hash, self.text(next)) else { return best };
            node = found;
            last = next;
        }
    }
}
