//! Sentences fall into zones at their punctuation and coordinations, and zones join into clauses.
//!
//! A zone is a stretch in which a figure finds its own noun: *der Umsatz um 3 Prozent*. A clause is one
//! or more zones around one verb; a zone without a verb of its own (gapping, apposition) belongs to the
//! clause that it follows.

use crate::{
    lexicon::{Sense, Words, cues::Cue, grammar::FunctionWord, paradigm::VerbForm, words::is_hyphen},
    mention::{Mentions, Place, period::Use},
};

/// What opens or encloses a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ZoneKind {
    /// Part of a main clause.
    Open,
    /// Opened by a subjunction: *dass*, *während*.
    Subordinate,
    /// Opened by a relative pronoun.
    Relative,
    /// Between brackets.
    Bracket,
    /// Between dashes.
    Insert,
}

/// A stretch of a sentence without inner punctuation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone {
    /// The first token.
    pub first: usize,
    /// The token after the last one.
    pub end: usize,
    /// What opens or encloses it.
    pub kind: ZoneKind,
    /// Its clause, by number in the document.
    pub clause: usize,
    /// It goes on with the zone before a bracket or insert.
    pub resumes: bool,
    /// It stands behind a colon, semicolon or single dash, or opens a coordinated predicate.
    pub starts: bool,
}

/// One verb with what stands around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Its sentence.
    pub sentence: usize,
    /// Its zones, by number in the document.
    pub zones: Vec<usize>,
    /// The clause it depends on.
    pub parent: Option<usize>,
    /// What opens or encloses its first zone.
    pub kind: ZoneKind,
    /// Whether one of its zones holds a finite verb.
    pub has_verb: bool,
}

/// All zones and clauses of a document, in text order.
#[derive(Debug, Default)]
pub struct Clauses {
    /// The zones.
    pub zones: Vec<Zone>,
    /// The clauses.
    pub clauses: Vec<Clause>,
    /// The first zone of each sentence.
    pub first_zone: Vec<usize>,
}

impl Clauses {
    /// Splits every sentence.
    pub fn split(words: &Words, mentions: &Mentions) -> Self {
        let mut all = Self::default();
        let covered = Covered::new(words, mentions);
        for (number, sentence) in words.document.sentences.iter().enumerate() {
            let first_zone = all.zones.len();
            all.first_zone.push(first_zone);
            Splitter { words, covered: &covered, end: sentence.tokens.end }
                .split(sentence.tokens.start, &mut all.zones);
            all.join(words, number, first_zone);
        }
        all
    }

    /// The zone that a token stands in; the token must belong to the sentence.
    pub fn zone_of(&self, sentence: usize, token: usize) -> usize {
        let first = self.first_zone.get(sentence).copied().unwrap_or(0);
        let last = self.first_zone.get(sentence + 1).copied().unwrap_or(self.zones.len());
        let zones = &self.zones[first..last];
        first + zones.iter().position(|zone| zone.first <= token && token < zone.end).unwrap_or(0)
    }

    /// The clause that a zone without a verb belongs to: an embedded clause is complete with its final verb.
    fn goes_on_with(&self, words: &Words, main: Option<usize>, before: Option<usize>) -> Option<usize> {
        let embedded = before.filter(|&before| Some(before) != main).filter(|&before| {
            let last = self.clauses[before].zones.last().map(|&zone| self.zones[zone]);
            !last.is_some_and(|zone| is_finite_verb(words, zone.end - 1))
        });
        embedded.or(main).or(before)
    }

    /// Makes clauses of the zones from `first_zone` on.
    fn join(&mut self, words: &Words, sentence: usize, first_zone: usize) {
        let mut main: Option<usize> = None;
        let mut before: Option<usize> = None;
        for number in first_zone..self.zones.len() {
            let zone = self.zones[number];
            let has_verb = has_finite_verb(words, zone.first, zone.end);
            let joins = match zone.kind {
                ZoneKind::Open if zone.resumes => {
                    before_bracket(&self.zones, number).map(|zone| self.zones[zone].clause)
                }
                ZoneKind::Open if !has_verb => self.goes_on_with(words, main, before),
                ZoneKind::Open => main.filter(|&clause| !self.clauses[clause].has_verb && !zone.starts),
                _ => None,
            };
            let clause = joins.unwrap_or_else(|| {
                // A coordinated predicate shares the subject of the clause before: *stieg … und erreichte …*
                let shares = zone.kind == ZoneKind::Open && is_finite_verb(words, zone.first);
                let parent = if shares { main } else { before.filter(|_| zone.kind != ZoneKind::Open) };
                self.clauses.push(Clause {
                    sentence,
                    zones: Vec::new(),
                    parent,
                    kind: zone.kind,
                    has_verb: false,
                });
                self.clauses.len() - 1
            });
            self.clauses[clause].zones.push(number);
            self.clauses[clause].has_verb |= has_verb;
            self.zones[number].clause = clause;
            if zone.kind == ZoneKind::Open && self.clauses[clause].kind == ZoneKind::Open {
                main = Some(clause);
            }
            if zone.kind != ZoneKind::Bracket {
                before = Some(clause);
            }
        }
        // A subordinate clause that opens the sentence depends on the main clause that follows.
        if let Some(main) = main {
            let first = self.zones.get(first_zone).map_or(0, |zone| zone.clause);
            for clause in first..self.clauses.len() {
                if clause != main
                    && self.clauses[clause].parent.is_none()
                    && self.clauses[clause].kind != ZoneKind::Open
                {
                    self.clauses[clause].parent = Some(main);
                }
            }
        }
    }
}

/// The zone that a zone resumes: the last open one before the bracket.
fn before_bracket(zones: &[Zone], number: usize) -> Option<usize> {
    (0..number).rev().take(8).find(|&zone| !matches!(zones[zone].kind, ZoneKind::Bracket | ZoneKind::Insert))
}

/// Whether a finite verb stands between two tokens.
pub(super) fn has_finite_verb(words: &Words, first: usize, end: usize) -> bool {
    (first..end).any(|at| is_finite_verb(words, at))
}

/// Whether a token can be a finite verb: written small, unless it opens the sentence.
pub(super) fn is_finite_verb(words: &Words, at: usize) -> bool {
    let Some(token) = words.token(at) else { return false };
    if token.is_capitalised() && !token.is_sentence_start() {
        return false;
    }
    words.has(at, |sense| {
        matches!(
            sense,
            Sense::Function(FunctionWord::Auxiliary(_) | FunctionWord::Modal)
                | Sense::Verb(_, VerbForm::Finite | VerbForm::Stem)
        )
    })
}

/// Which tokens lie inside a quantity or period: punctuation there splits nothing.
struct Covered {
    quantity: Vec<bool>,
    inside: Vec<bool>,
}

impl Covered {
    fn new(words: &Words, mentions: &Mentions) -> Self {
        let mut covered = Self { quantity: vec![false; words.len()], inside: vec![false; words.len()] };
        let mut mark = |place: Place, quantity: bool| {
            for at in place.first as usize..(place.end as usize).min(words.len()) {
                covered.quantity[at] |= quantity;
                covered.inside[at] |= at > place.first as usize;
            }
        };
        mentions.quantities.iter().for_each(|quantity| mark(quantity.place, true));
        mentions.periods.iter().for_each(|period| mark(period.place, false));
        mentions.names.iter().for_each(|name| mark(name.place, false));
        // *höher als im Vorjahr*: the conjunction compares and opens no clause.
        for period in mentions.periods.iter().filter(|period| period.usage == Use::Base) {
            covered.inside[period.place.first as usize] = true;
        }
        covered
    }
}

struct Splitter<'a, 'd, 't> {
    words: &'a Words<'d, 't>,
    covered: &'a Covered,
    end: usize,
}

impl Splitter<'_, '_, '_> {
    fn split(&self, start: usize, zones: &mut Vec<Zone>) {
        let mut first = start;
        let mut kind = self.opener(start, false);
        let (mut resumes, mut starts) = (false, false);
        let mut insert_until = None;
        let mut at = start;
        let close = |first: usize,
                     end: usize,
                     kind: ZoneKind,
                     (resumes, starts): (bool, bool),
                     zones: &mut Vec<Zone>| {
            if end > first {
                zones.push(Zone { first, end, kind, clause: 0, resumes, starts });
            }
        };
        while at < self.end {
            if self.covered.inside[at] {
                at += 1;
                continue;
            }
            match self.words.text(at) {
                "(" | "[" => {
                    close(first, at, kind, (resumes, starts), zones);
                    (first, kind, resumes, starts) = (at + 1, ZoneKind::Bracket, false, false);
                }
                ")" | "]" if kind == ZoneKind::Bracket => {
                    close(first, at, kind, (resumes, starts), zones);
                    (first, kind, resumes, starts) = (at + 1, ZoneKind::Open, true, false);
                }
                dash if is_hyphen(dash) && self.is_spaced(at) => {
                    close(first, at, kind, (resumes, starts), zones);
                    let closes = insert_until == Some(at);
                    let pair = self.find_dash(at + 1).filter(|_| !closes && !zones.is_empty());
                    insert_until = pair;
                    (first, kind) =
                        (at + 1, if pair.is_some() { ZoneKind::Insert } else { self.opener(at + 1, true) });
                    (resumes, starts) = (closes, !closes && pair.is_none());
                }
                _ if kind == ZoneKind::Bracket => {}
                "," if self.is_list_comma(at, first) => {}
                mark @ ("," | ";" | ":") => {
                    close(first, at, kind, (resumes, starts), zones);
                    (first, kind, resumes, starts) = (at + 1, self.opener(at + 1, true), false, mark != ",");
                }
                _ if self.splits_coordination(first, at) => {
                    close(first, at, kind, (resumes, starts), zones);
                    (first, kind, resumes, starts) = (at + 1, self.opener(at + 1, false), false, true);
                }
                _ => {}
            }
            at += 1;
        }
        close(first, self.end, kind, (resumes, starts), zones);
    }

    fn is_spaced(&self, at: usize) -> bool {
        let spaced = |at| self.words.token(at).is_some_and(crate::document::Token::has_space_before);
        spaced(at) && spaced(at + 1)
    }

    /// The next spaced dash of the sentence.
    fn find_dash(&self, from: usize) -> Option<usize> {
        (from..self.end).find(|&at| is_hyphen(self.words.text(at)) && self.is_spaced(at))
    }

    fn is_function(&self, at: usize, wanted: impl Fn(FunctionWord) -> bool) -> bool {
        at < self.end && self.words.has(at, |sense| matches!(sense, Sense::Function(word) if wanted(word)))
    }

    /// The kind of the zone that begins at a token.
    fn opener(&self, at: usize, after_mark: bool) -> ZoneKind {
        if self.is_function(at, |word| word == FunctionWord::Subordinating)
            && !self.is_function(at, |word| matches!(word, FunctionWord::Preposition(_)))
            || self.is_function(at, |word| word == FunctionWord::Subordinating) && self.ends_in_verb(at)
        {
            return ZoneKind::Subordinate;
        }
        let behind = if self.is_function(at, |word| matches!(word, FunctionWord::Preposition(_))) {
            at + 1
        } else {
            at
        };
        let relative = after_mark
            && self.is_function(behind, |word| word == FunctionWord::RelativePronoun)
            && !self.opens_noun_phrase(behind + 1)
            && self.ends_in_verb(at);
        if relative { ZoneKind::Relative } else { ZoneKind::Open }
    }

    /// Whether a noun stands at a token, after at most one adjective.
    fn opens_noun_phrase(&self, at: usize) -> bool {
        let capitalised =
            |at: usize| self.words.token(at).is_some_and(crate::document::Token::is_capitalised);
        capitalised(at) || self.words.ends(at, Cue::AdjectiveEnding) && capitalised(at + 1)
    }

    /// Whether the stretch up to the next mark ends in a verb.
    fn ends_in_verb(&self, from: usize) -> bool {
        let end = (from..self.end)
            .find(|&at| {
                !self.covered.inside[at]
                    && matches!(self.words.text(at), "," | ";" | ":" | "(" | "." | "!" | "?")
            })
            .unwrap_or(self.end);
        end > from && is_finite_verb(self.words, end - 1)
    }

    /// Whether a comma only separates the members of a list of nouns (*Alphabet, Amazon und Meta*).
    fn is_list_comma(&self, comma: usize, first: usize) -> bool {
        let noun = |at: usize| self.words.token(at).is_some_and(crate::document::Token::is_capitalised);
        if comma == first || !noun(comma - 1) || self.covered.quantity[comma - 1] {
            return false;
        }
        let mut start = comma + 1;
        for at in comma + 1..(comma + 24).min(self.end) {
            let surface = self.words.text(at);
            let coordinates = self.is_function(at, |word| word == FunctionWord::Coordinating);
            if surface == "," || coordinates {
                if at == start || !noun(at - 1) {
                    return false;
                }
                if coordinates {
                    return noun(at + 1) || noun(at + 2);
                }
                start = at + 1;
            } else if at - start > 5
                || self.covered.quantity[at]
                || is_finite_verb(self.words, at)
                || self.is_function(at, |word| matches!(word, FunctionWord::Subordinating))
                || matches!(surface, "(" | ":" | ";" | ".")
            {
                return false;
            }
        }
        false
    }

    /// Whether the coordination at a token separates two stretches that both hold a figure.
    fn splits_coordination(&self, first: usize, at: usize) -> bool {
        let subordinates = self.is_function(at, |word| word == FunctionWord::Subordinating);
        if !subordinates && !self.is_function(at, |word| word == FunctionWord::Coordinating) {
            return false;
        }
        // A coordinated predicate: *stieg um 3 Prozent und lag damit bei …*
        if is_finite_verb(self.words, at + 1) && at + 1 < self.end && has_finite_verb(self.words, first, at) {
            return true;
        }
        if !(first..at).any(|at| self.covered.quantity[at]) {
            return false;
        }
        let end = (at + 1..self.end)
            .find(|&at| !self.covered.inside[at] && matches!(self.words.text(at), "," | ";" | ":" | "("))
            .unwrap_or(self.end);
        let Some(figure) = (at + 1..end).find(|&at| self.covered.quantity[at]) else { return false };
        // Numbers that share a unit are coordinated among themselves.
        figure > at + 2 || figure > at + 1 && !self.covered.quantity[at - 1]
    }
}
