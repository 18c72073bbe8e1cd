//! A document's tokens with the senses that the lexicon gives them.

use super::{
    Lexicon, Node,
    cues::Cue,
    sense::{Groups, Sense},
    table::Known,
};
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
    looked_up: Vec<LookedUp>,
}

/// A token's place in the lexicon and what that says, side by side for the many questions of the rules.
#[derive(Debug, Clone, Copy)]
struct LookedUp {
    node: Node,
    known: Known,
}

impl LookedUp {
    const fn is_known(self) -> bool {
        !matches!(self.node, Node::NONE)
    }
}

impl<'d, 't> Words<'d, 't> {
    /// Looks every token up.
    pub fn new(document: &'d Document<'t>, lexicon: &'d Lexicon) -> Self {
        let table = lexicon.table();
        let look_up = |token: &Token| {
            let surface = document.surface(token.span);
            let node = table.find(Node::ROOT, token.hash, surface).unwrap_or(Node::NONE);
            LookedUp { node, known: table.known(node) }
        };
        let looked_up = document.tokens.iter().map(look_up).collect();
        Self { document, lexicon, looked_up }
    }

    /// The number of tokens.
    pub fn len(&self) -> usize {
        self.looked_up.len()
    }

    /// Whether there are no tokens.
    pub fn is_empty(&self) -> bool {
        self.looked_up.is_empty()
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
        self.looked_up.get(at).map_or(&[], |found| self.lexicon.table().senses_of(found.known))
    }

    /// Whether a token takes part in one of the grammars.
    #[inline]
    pub fn meets(&self, at: usize, groups: Groups) -> bool {
        self.looked_up.get(at).is_some_and(|found| found.known.own.meets(groups))
    }

    /// Whether a token, or a phrase that begins with it, takes part in one of the grammars.
    #[inline]
    pub fn begins(&self, at: usize, groups: Groups) -> bool {
        self.looked_up.get(at).is_some_and(|found| found.known.begun.meets(groups))
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
        self.looked_up.get(at).is_some_and(|found| self.lexicon.table().has_cue(found.known, cue))
    }

    /// Whether the last letters of a token are a cue.
    pub fn ends(&self, at: usize, cue: Cue) -> bool {
        self.lexicon.ends(self.text(at), cue)
    }

    /// The token after the longest word or phrase at `at`, not beyond `end`, that is a cue.
    pub fn cue(&self, at: usize, end: usize, cue: Cue) -> Option<usize> {
        let table = self.lexicon.table();
        self.walk(at, end, |known| table.has_cue(known, cue).then_some(())).map(|((), after)| after)
    }

    /// Whether a phrase of the lexicon may go on from a token.
    pub fn goes_on(&self, at: usize) -> bool {
        self.looked_up.get(at).is_some_and(|found| self.lexicon.table().goes_on(found.node))
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
        let table = self.lexicon.table();
        self.walk(at, end, |known| table.senses_of(known).iter().find_map(|&sense| wanted(sense)))
    }

    /// The same for senses of one grammar alone, which most tokens have no part in.
    #[inline]
    pub fn longest_of<T>(
        &self,
        groups: Groups,
        at: usize,
        end: usize,
        wanted: impl Fn(Sense) -> Option<T>,
    ) -> Option<(T, usize)> {
        if self.begins(at, groups) { self.longest(at, end, wanted) } else { None }
    }

    /// The node of the phrase from `at` up to `end`, all of it.
    pub fn phrase(&self, at: usize, end: usize) -> Option<Node> {
        let table = self.lexicon.table();
        let mut node = self.looked_up.get(at).filter(|found| found.is_known())?.node;
        let mut next = self.after(at);
        while next < end {
            node = table.find(node, self.token(next)?.hash, self.text(next))?;
            next = self.after(next);
        }
        Some(node)
    }

    /// What `wanted` finds at the last node that it accepts on the way from `at`, and the token after it.
    fn walk<T>(&self, at: usize, end: usize, wanted: impl Fn(Known) -> Option<T>) -> Option<(T, usize)> {
        let table = self.lexicon.table();
        let LookedUp { mut node, mut known } =
            *self.looked_up.get(at).filter(|found| found.is_known() && at < end)?;
        let mut last = at;
        let mut best = None;
        loop {
            if let Some(found) = wanted(known) {
                best = Some((found, last + 1));
            }
            if !table.goes_on(node) {
                return best;
            }
            let next = self.after(last);
            let Some(token) = self.token(next).filter(|_| next < end) else { return best };
            let Some(found) = table.find(node, token.hash, self.text(next)) else { return best };
            node = found;
            known = table.known(found);
            last = next;
        }
    }
}
