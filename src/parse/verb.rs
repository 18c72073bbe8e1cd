//! The verb that governs a clause: its parts are joined over the clause (*legte … zu*, *ist … gestiegen*).

use super::clause::{Clause, Clauses};
use crate::{
    document::fold,
    lexicon::{
        Sense, Words,
        cues::Cue,
        grammar::{Auxiliary, FunctionWord},
        paradigm::VerbForm,
        verbs::{Frame, Verb},
    },
};

/// A verb in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerbUse {
    /// The token of its meaning-bearing part.
    pub token: usize,
    /// Its place in the lexicon.
    pub verb: u16,
}

/// What the verbs of a clause say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Predicate {
    /// The verb that says something of a figure.
    pub verb: Option<VerbUse>,
    /// A verb of saying.
    pub says: Option<VerbUse>,
    /// The first finite verb, auxiliaries included.
    pub finite: Option<usize>,
    /// *werden* with an infinitive.
    pub future: bool,
    /// *werden* or *sein* with a participle of a verb that takes an object.
    pub passive: bool,
}

impl Predicate {
    /// Reads the verbs of a clause.
    pub fn read(words: &Words, clauses: &Clauses, clause: &Clause) -> Self {
        let mut predicate = Self::default();
        let (mut werden, mut sein) = (false, false);
        let mut last_form = None;
        let tokens =
            || clause.zones.iter().flat_map(|&zone| clauses.zones[zone].first..clauses.zones[zone].end);
        let reflexive = tokens().any(|at| words.has(at, |s| s == Sense::Function(FunctionWord::Reflexive)));
        for at in tokens() {
            let Some(token) = words.token(at) else { continue };
            if token.is_capitalised() && !token.is_sentence_start() {
                continue;
            }
            for &sense in words.senses(at) {
                match sense {
                    Sense::Function(FunctionWord::Auxiliary(auxiliary)) => {
                        predicate.finite.get_or_insert(at);
                        werden |= auxiliary == Auxiliary::Werden && words.is(at, Cue::FutureAuxiliary);
                        sein |= auxiliary != Auxiliary::Haben;
                    }
                    Sense::Function(FunctionWord::Modal) => {
                        predicate.finite.get_or_insert(at);
                    }
                    _ => {}
                }
            }
            let end = clause.zones.iter().map(|&zone| clauses.zones[zone].end).max().unwrap_or(at);
            let Some((verb, form)) = find_verb(words, at, end, reflexive) else { continue };
            if form == VerbForm::Adjective {
                continue;
            }
            if matches!(form, VerbForm::Finite | VerbForm::Stem) {
                predicate.finite.get_or_insert(at);
            }
            let found = VerbUse { token: at, verb };
            if words.lexicon.verbs[usize::from(verb)].frame == Frame::Say {
                predicate.says.get_or_insert(found);
            } else if predicate.verb.is_none_or(|old| rank(words, old.verb) <= rank(words, verb)) {
                predicate.verb = Some(found);
                last_form = Some(form);
            }
        }
        let is_infinitive =
            |found: VerbUse| words.lexicon.verbs[usize::from(found.verb)].lemma == words.text(found.token);
        predicate.future = werden
            && (matches!(last_form, Some(VerbForm::Infinitive))
                || predicate.verb.is_some_and(is_infinitive)
                || ends_in_infinite_auxiliary(words, clauses, clause));
        predicate.passive = sein
            && matches!(last_form, Some(VerbForm::Participle))
            && predicate
                .verb(words)
                .is_some_and(|verb| matches!(verb.frame, Frame::ChangeObject | Frame::Amount | Frame::Have));
        predicate
    }

    /// The entry of the governing verb.
    pub fn verb<'l>(&self, words: &Words<'l, '_>) -> Option<&'l Verb> {
        self.verb.and_then(|found| words.lexicon.verbs.get(usize::from(found.verb)))
    }
}

/// *werden es rund 3 Milliarden sein*.
fn ends_in_infinite_auxiliary(words: &Words, clauses: &Clauses, clause: &Clause) -> bool {
    clause.zones.iter().any(|&zone| {
        let of = clauses.zones[zone];
        let last = (of.first..of.end)
            .rev()
            .find(|&at| words.token(at).is_some_and(|token| token.class == crate::document::Class::Word));
        let infinite = |sense| {
            matches!(
                sense,
                Sense::Function(FunctionWord::AuxiliaryInfinite(Auxiliary::Sein | Auxiliary::Haben))
            )
        };
        last.is_some_and(|at| words.has(at, infinite))
    })
}

/// How much a frame tells about a figure: among several verbs of a clause the one that tells most governs.
fn rank(words: &Words, verb: u16) -> u8 {
    match words.lexicon.verbs[usize::from(verb)].frame {
        Frame::Change | Frame::ChangeObject | Frame::Multiple => 3,
        Frame::Amount => 2,
        Frame::Level => 1,
        Frame::Have | Frame::Say => 0,
    }
}

/// The best verb sense of a token, its separable prefix looked for up to `end`.
fn find_verb(words: &Words, at: usize, end: usize, reflexive: bool) -> Option<(u16, VerbForm)> {
    let mut best: Option<(u8, u16, VerbForm)> = None;
    for &sense in words.senses(at) {
        let Sense::Verb(id, form) = sense else { continue };
        let verb = &words.lexicon.verbs[usize::from(id)];
        if verb.reflexive && !reflexive {
            continue;
        }
        let mut score = rank(words, id) * 2 + u8::from(verb.reflexive) * 2;
        if form == VerbForm::Stem {
            if !has_prefix(words, &verb.prefix, at + 1, end) {
                continue;
            }
            score += 16;
        }
        if best.is_none_or(|(old, ..)| old < score) {
            best = Some((score, id, form));
        }
    }
    best.map(|(_, id, form)| (id, form))
}

/// Whether a prefix stands by itself at the end of a stretch: *legte um 3 Prozent zu.*
fn has_prefix(words: &Words, prefix: &str, from: usize, end: usize) -> bool {
    let hash = fold::hash(prefix);
    (from..end.min(from + 60)).any(|at| {
        words.token(at).is_some_and(|token| token.hash == hash)
            && (at + 1 >= end || is_clause_end(words, at + 1))
    })
}

/// Whether a token may follow the last word of a clause.
fn is_clause_end(words: &Words, at: usize) -> bool {
    matches!(
        words.text(at),
        "," | "." | ";" | ":" | "!" | "?" | ")" | "(" | "–" | "-" | "“" | "\"" | "»" | "«" | "”"
    ) || words.has(at, |sense| {
        matches!(sense, Sense::Function(FunctionWord::Coordinating | FunctionWord::Subordinating))
    })
}
