//! What the tense and the words of a sentence tell of its time.

use crate::{
    lexicon::{
        Sense, Words,
        cues::Cue,
        grammar::{Auxiliary, FunctionWord},
        paradigm::VerbForm,
    },
    parse::Parse,
};

/// Whether a clause tells what had been before: *hatte … gelegen*, *war … gestiegen gewesen*.
pub(super) fn is_pluperfect(words: &Words, parse: &Parse, clause: usize) -> bool {
    let zones = &parse.clauses.clauses[clause].zones;
    let any = |accepts: &dyn Fn(usize) -> bool| {
        let mut of_clause = zones.iter().filter_map(|&zone| parse.clauses.zones.get(zone));
        of_clause.any(|zone| (zone.first..zone.end).any(accepts))
    };
    let Some(finite) = parse.predicates[clause].finite else { return false };
    let is_participle = |at| words.has(at, |sense| matches!(sense, Sense::Verb(_, VerbForm::Participle)));
    words.is(finite, Cue::PastOfHave) && any(&is_participle)
        || words.is(finite, Cue::PastOfBe) && any(&|at| words.is(at, Cue::ParticipleOfBe))
}

/// Whether a clause tells what is rumoured to have been: *sollen … erbeutet haben*, *soll … zerstört worden sein*.
pub(super) fn is_hearsay(words: &Words, parse: &Parse, clause: usize) -> bool {
    let modal = parse.predicates[clause]
        .finite
        .is_some_and(|at| words.has(at, |sense| sense == Sense::Function(FunctionWord::Modal)));
    let have_or_be = |at: usize| {
        words.has(at, |sense| {
            matches!(
                sense,
                Sense::Function(
                    FunctionWord::Auxiliary(Auxiliary::Haben | Auxiliary::Sein)
                        | FunctionWord::AuxiliaryInfinite(Auxiliary::Haben | Auxiliary::Sein)
                )
            )
        })
    };
    let perfect = |at: usize| {
        words.has(at, |sense| matches!(sense, Sense::Verb(_, VerbForm::Participle)))
            && have_or_be(at + 1 + usize::from(words.is(at + 1, Cue::ParticipleOfBe)))
            || words.is(at, Cue::ParticipleOfBe) && have_or_be(at + 1)
    };
    modal
        && parse.clauses.clauses[clause]
            .zones
            .iter()
            .filter_map(|&zone| parse.clauses.zones.get(zone))
            .any(|zone| (zone.first..zone.end).any(perfect))
}

/// Whether a sentence tells of shares on their exchange.
pub(super) fn is_of_exchange(words: &Words, sentence: usize) -> bool {
    words.document.sentences.get(sentence).is_some_and(|of| {
        of.tokens.clone().any(|at| {
            words.is(at, Cue::ExchangeTerm)
                || words.is(at, Cue::ShareTerm) && (at == 0 || !words.is(at - 1, Cue::PerUnit))
        })
    })
}
