//! What every rule reads with: the words of one sentence and questions about them.

use crate::{
    document::{Class, Token},
    lexicon::{
        Sense, Words,
        numbers::{Link, NumberWord, NumberWords},
        sense::Groups,
        words::is_hyphen,
    },
    mention::Period,
};

/// The words of one sentence; nothing outside it is seen.
pub(super) struct Reader<'r, 'd, 't> {
    pub(super) words: &'r Words<'d, 't>,
    pub(super) numbers: &'d NumberWords,
    pub(super) periods: &'r [Period],
    /// The first token of the sentence.
    pub(super) start: usize,
    /// The token after its last one.
    pub(super) end: usize,
    /// The token after the last mention: no phrase reaches back beyond it.
    pub(super) floor: usize,
}

impl<'t> Reader<'_, '_, 't> {
    pub(super) fn text(&self, at: usize) -> &'t str {
        if at < self.end { self.words.text(at) } else { "" }
    }

    pub(super) fn token(&self, at: usize) -> Option<Token> {
        self.words.token(at).filter(|_| at < self.end)
    }

    pub(super) fn is_class(&self, at: usize, class: Class) -> bool {
        self.token(at).is_some_and(|token| token.class == class)
    }

    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_capitalised)
    }

    /// Whether a token stands directly behind the one before, without white space.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        at > self.start && self.token(at).is_some_and(|token| !token.has_space_before())
    }

    /// Whether a hyphen or dash stands there.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        is_hyphen(self.text(at)) || self.text(at) == "—"
    }

    /// The next token of a word that hyphens hold together, or simply the next token.
    pub(super) fn after(&self, at: usize) -> usize {
        self.words.after(at)
    }

    /// Whether the token goes on with a joined hyphen and a joined word.
    pub(super) fn is_hyphenated(&self, at: usize) -> bool {
        self.is_dash(at + 1)
            && self.is_joined(at + 1)
            && self.is_joined(at + 2)
            && self.is_class(at + 2, Class::Word)
    }

    /// The first sense of a token in the grammar of numbers that is wanted.
    pub(super) fn find<T>(&self, at: usize, wanted: impl Fn(NumberWord) -> Option<T>) -> Option<T> {
        if at >= self.end || !self.words.meets(at, Groups::NUMBER) {
            return None;
        }
        self.words
            .senses(at)
            .iter()
            .find_map(|&sense| if let Sense::Number(word) = sense { wanted(word) } else { None })
    }

    pub(super) fn is(&self, at: usize, word: NumberWord) -> bool {
        self.find(at, |found| (found == word).then_some(())).is_some()
    }

    pub(super) fn link(&self, at: usize) -> Option<Link> {
        self.find(at, |word| if let NumberWord::Link(link) = word { Some(link) } else { None })
    }

    /// The longest phrase from a token that has a wanted sense in the grammar of numbers.
    pub(super) fn longest<T>(
        &self,
        at: usize,
        wanted: impl Fn(NumberWord) -> Option<T>,
    ) -> Option<(T, usize)> {
        self.longest_until(at, self.end, wanted)
    }

    fn longest_until<T>(
        &self,
        at: usize,
        end: usize,
        wanted: impl Fn(NumberWord) -> Option<T>,
    ) -> Option<(T, usize)> {
        self.words.longest_of(Groups::NUMBER, at, end, |sense| {
            if let Sense::Number(word) = sense { wanted(word) } else { None }
        })
    }

    /// The longest phrase of a wanted sense that ends right before a token, and where it begins; an abbreviation's
    /// full stop may stand between.
    pub(super) fn phrase_before<T>(
        &self,
        at: usize,
        floor: usize,
        wanted: impl Fn(NumberWord) -> Option<T>,
    ) -> Option<(T, usize)> {
        let end =
            if at > floor + 1 && self.text(at - 1) == "." && self.is_joined(at - 1) { at - 1 } else { at };
        (floor.max(end.saturating_sub(LONGEST_PHRASE))..end).find_map(|from| {
            let to_end = |to: usize| self.longest_until(from, to, &wanted).filter(|&(_, last)| last == to);
            to_end(at).or_else(|| to_end(end)).map(|(found, _)| (found, from))
        })
    }

    /// Whether a token has any sense outside the grammar of numbers.
    pub(super) fn has_other_sense(&self, at: usize) -> bool {
        self.words.senses(at).iter().any(|sense| !matches!(sense, Sense::Number(_) | Sense::Name(_)))
    }
}

/// No phrase of the lexicon that a number follows is longer, in tokens.
const LONGEST_PHRASE: usize = 7;
