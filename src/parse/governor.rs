//! What a figure states: its role, direction and place in the statement, read from what governs it.
//!
//! Governors in rising order of reach: the sign or adverb at the number, its preposition, the noun that
//! the preposition hangs on, and the verb of the clause. The nearest one that speaks decides.

mod beside;
mod share;

pub(super) use super::change_noun::find as find_change_noun;
use super::{clause::Zone, verb::Predicate};
use crate::{
    claim::{Direction, Kind, Modifier, Part, Role},
    lexicon::{
        Sense, Words,
        cues::Cue,
        grammar::{FunctionWord, Relation},
        metrics::MetricWord,
        paradigm::VerbForm,
        sense::Groups,
        verbs::Frame,
    },
    mention::{Quantity, quantity::Unit},
};

/// What governs a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Governor {
    /// What the figure states.
    pub role: Role,
    /// Which way, for a change.
    pub direction: Option<Direction>,
    /// Its place in the statement, where the grammar fixes it.
    pub part: Option<Part>,
    /// The noun that states the change, if one does.
    pub change_noun: Option<usize>,
    /// The preposition before it, if one stands there.
    pub relation: Option<Relation>,
    /// The rule that decided.
    pub rule: &'static str,
}

impl Governor {
    #[expect(clippy::similar_names, reason = "role and rule are what they are")]
    const fn new(role: Role, rule: &'static str) -> Self {
        Self { role, direction: None, part: None, change_noun: None, relation: None, rule }
    }

    const fn change(direction: Option<Direction>, rule: &'static str) -> Self {
        Self { direction, part: Some(Part::Change), ..Self::new(Role::Change, rule) }
    }

    const fn level(part: Option<Part>, rule: &'static str) -> Self {
        Self { part, ..Self::new(Role::Level, rule) }
    }
}

/// What stands around a figure.
pub(super) struct Around<'a, 'd, 't> {
    pub(super) words: &'a Words<'d, 't>,
    pub(super) quantity: &'a Quantity,
    pub(super) zone: Zone,
    pub(super) predicate: &'a Predicate,
    /// A figure with *auf* follows in the zone.
    pub(super) level_follows: bool,
}

impl Around<'_, '_, '_> {
    /// Reads the governor of the figure.
    pub(super) fn governor(&self) -> Governor {
        let before = self.preposition();
        let relation = before.map(|(_, relation)| relation);
        let found = self
            .multiple()
            .or_else(|| self.sign())
            .or_else(|| self.adverb_behind())
            .or_else(|| self.distance_behind())
            .or_else(|| before.and_then(|(at, relation)| self.by_preposition(at, relation)))
            .or_else(|| self.change_noun_beside())
            .or_else(|| self.rate())
            .or_else(|| self.share())
            .or_else(|| self.by_verb(before))
            .or_else(|| self.change_is_subject())
            .or_else(|| self.percentage_as_subject());
        let found = found.unwrap_or(Governor::level(None, "governor.level"));
        let found = if found.role != Role::Change
            && found.part.is_none_or(|part| part != Part::Old)
            && super::rule::claims_nothing(self.words, self.quantity, self.zone)
        {
            Governor::new(Role::Other, "governor.rule")
        } else {
            found
        };
        Governor { relation, ..found }
    }

    fn first(&self) -> usize {
        self.quantity.phrase_first as usize
    }

    fn end(&self) -> usize {
        self.quantity.place.end as usize
    }

    fn is_function(&self, at: usize, wanted: impl Fn(FunctionWord) -> bool) -> bool {
        self.words.has(at, |sense| matches!(sense, Sense::Function(word) if wanted(word)))
    }

    fn relation_at(&self, at: usize) -> Option<Relation> {
        self.words.find(at, |sense| match sense {
            Sense::Function(FunctionWord::Preposition(relation)) => Some(relation),
            _ => None,
        })
    }

    pub(super) fn change_noun_at(&self, at: usize) -> Option<Direction> {
        super::change_noun::find(self.words, at)
    }

    /// The preposition before the number's phrase, across its determiner, adjectives and adverbs.
    fn preposition(&self) -> Option<(usize, Relation)> {
        let mut at = self.first();
        for _ in 0..5 {
            at = at.checked_sub(1).filter(|&at| at >= self.zone.first)?;
            let token = self.words.token(at)?;
            if token.class != crate::document::Class::Word {
                return None;
            }
            if let Some(relation) = self.relation_at(at) {
                return Some((at, relation));
            }
            let carries_on = self.is_function(at, |word| {
                matches!(
                    word,
                    FunctionWord::Determiner(_)
                        | FunctionWord::Degree
                        | FunctionWord::Connective
                        | FunctionWord::Possessive(_)
                )
            }) || !token.is_capitalised() && !super::clause::is_finite_verb(self.words, at);
            if !carries_on {
                return None;
            }
        }
        None
    }

    fn verb_moves(&self) -> bool {
        self.predicate
            .verb(self.words)
            .is_some_and(|verb| matches!(verb.frame, Frame::Change | Frame::ChangeObject | Frame::Multiple))
    }

    fn verb_direction(&self) -> Option<Direction> {
        // The zone's own participle before that of another zone: *sind hier gestiegen, dort gesunken*.
        let own = (self.zone.first..self.zone.end).rev().find_map(|at| {
            let token = self.words.token(at).filter(|token| !token.is_capitalised())?;
            let verb = (token.class == crate::document::Class::Word).then(|| {
                self.words.find(at, |sense| match sense {
                    Sense::Verb(verb, VerbForm::Participle) => {
                        self.words.lexicon.verbs.get(usize::from(verb))
                    }
                    _ => None,
                })
            });
            verb.flatten()
                .filter(|verb| matches!(verb.frame, Frame::Change | Frame::ChangeObject))
                .and_then(|verb| verb.direction)
        });
        if own.is_some() {
            return own;
        }
        self.predicate.verb(self.words).filter(|_| self.verb_moves()).and_then(|verb| verb.direction)
    }

    fn by_preposition(&self, at: usize, relation: Relation) -> Option<Governor> {
        // *verglichen mit 23 Milliarden*, *im Vergleich zu 23 Milliarden*
        if at > self.zone.first && self.words.cue(at - 1, at + 1, Cue::ComparedWith).is_some() {
            return Some(Governor::level(Some(Part::Old), "governor.verglichen"));
        }
        // The noun that the preposition hangs on: *ein Rückgang um 3 Prozent*, *der Anstieg auf 5 Millionen*.
        let crosses = relation == Relation::OnAmount || self.quantity.kind == Kind::Percent;
        let noun = (at > self.zone.first).then(|| self.noun_before(at, crosses)).flatten();
        match relation {
            Relation::OnAmount => {
                let direction = noun
                    .map(|(_, direction)| direction)
                    .or_else(|| self.distance_direction())
                    .or_else(|| self.verb_direction());
                let direction =
                    direction.or_else(|| self.adverb_direction()).or_else(|| self.path_direction());
                let moved = direction.is_some() || self.verb_moves();
                (moved || self.quantity.kind != Kind::Count).then(|| Governor {
                    change_noun: noun.map(|(at, _)| at),
                    ..Governor::change(direction, "governor.um")
                })
            }
            Relation::ToLevel => {
                if self.quantity.kind == Kind::Percent && self.is_fraction() && self.verb_moves() {
                    return Some(Governor::change(self.verb_direction(), "governor.auf_fraction"));
                }
                if noun.is_none()
                    && let Some(change) = self.change_is_subject()
                {
                    return Some(change);
                }
                // *wenn sich der Einbruch auf 76 Prozent beläuft*
                if self.quantity.kind == Kind::Percent
                    && self.predicate.verb(self.words).is_some_and(|verb| verb.frame == Frame::Level)
                    && let Some(change) = self.change_is_subject()
                {
                    return Some(change);
                }
                let part = (noun.is_some() || self.verb_moves()).then_some(Part::New);
                Some(Governor {
                    change_noun: noun.map(|(at, _)| at),
                    ..Governor::level(part, "governor.auf")
                })
            }
            Relation::FromLevel if self.level_follows => Some(Governor {
                change_noun: noun.map(|(at, _)| at),
                ..Governor::level(Some(Part::Old), "governor.von_auf")
            }),
            Relation::FromLevel if self.level_precedes(at) => {
                Some(Governor::level(Some(Part::Old), "governor.auf_von"))
            }
            Relation::FromLevel | Relation::AtLevel | Relation::Plain => {
                if relation == Relation::AtLevel
                    && self.quantity.kind == Kind::Percent
                    && !self.is_share_behind()
                {
                    return self.change_is_subject().or(Some(Governor::level(None, "governor.bei")));
                }
                let (at, direction) = noun.filter(|_| relation != Relation::AtLevel)?;
                Some(Governor {
                    change_noun: Some(at),
                    ..Governor::change(Some(direction), "governor.noun_von")
                })
            }
            Relation::Compared | Relation::Contrast => {
                let rule = if relation == Relation::Contrast { "governor.statt" } else { "governor.nach" };
                Some(Governor { ..Governor::level(Some(Part::Old), rule) })
            }
            _ => None,
        }
    }

    /// The change noun directly before a preposition, or before the figure that stands before it
    /// (*ein Anstieg um 3 auf 5 Prozent*).
    fn noun_before(&self, at: usize, crosses: bool) -> Option<(usize, Direction)> {
        let mut back = at;
        for _ in 0..8 {
            back = back.checked_sub(1).filter(|&back| back >= self.zone.first)?;
            if let Some(direction) = self.change_noun_at(back) {
                return Some((back, direction));
            }
            let token = self.words.token(back)?;
            if super::clause::is_finite_verb(self.words, back)
                || !crosses && token.is_capitalised() && back + 1 == at && !self.is_figure(back)
            {
                return None;
            }
            let metric = self
                .words
                .has(back, |sense| matches!(sense, Sense::Metric(MetricWord::Noun { weak: false, .. })));
            if metric && !crosses {
                return None;
            }
        }
        None
    }

    fn is_figure(&self, at: usize) -> bool {
        self.words.has(at, |sense| matches!(sense, Sense::Number(_)))
    }

    /// *auf 42,9 Milliarden Dollar von 53,2 Milliarden*: the new value stands right before the old one.
    fn level_precedes(&self, at: usize) -> bool {
        let mut figure = false;
        for back in (self.zone.first..at).rev().take(6) {
            let relation = self.relation_at(back).filter(|_| !self.is_figure(back));
            match relation {
                Some(Relation::ToLevel) => return figure && self.verb_moves(),
                Some(_) => return false,
                None => figure |= self.is_figure(back),
            }
        }
        false
    }

    fn adverb_direction(&self) -> Option<Direction> {
        (self.end()..self.zone.end).find_map(|at| {
            self.words.find(at, |sense| match sense {
                Sense::ChangeAdverb(direction, _) => Some(direction),
                _ => None,
            })
        })
    }

    /// *ging es um 3 Prozent nach oben*
    fn path_direction(&self) -> Option<Direction> {
        (self.zone.first..self.zone.end).find_map(|at| {
            self.words
                .longest_of(Groups::CHANGE, at, self.zone.end, |sense| match sense {
                    Sense::ChangePath(direction) => Some(direction),
                    _ => None,
                })
                .map(|(direction, _)| direction)
        })
    }

    /// *Das Minus lag bei 3 Prozent*, *mit 4 Prozent das größte Umsatzplus*: a percentage that a change noun of
    /// the zone is said to be.
    fn change_is_subject(&self) -> Option<Governor> {
        let speaks = self
            .predicate
            .verb(self.words)
            .is_none_or(|verb| matches!(verb.frame, Frame::Level | Frame::Have | Frame::Say));
        if !speaks || !matches!(self.quantity.kind, Kind::Percent | Kind::PercentagePoint) {
            return None;
        }
        let (at, direction) =
            (self.zone.first..self.zone.end).find_map(|at| Some((at, self.change_noun_at(at)?)))?;
        let mut back = at;
        while back > self.zone.first {
            back -= 1;
            if self.relation_at(back).is_some() && back + 4 >= at {
                return None;
            }
            if self
                .words
                .token(back)
                .is_some_and(|token| token.is_capitalised() && !token.is_sentence_start())
            {
                break;
            }
        }
        Some(Governor { change_noun: Some(at), ..Governor::change(Some(direction), "governor.change_is") })
    }

    /// *Plus: 3 Prozent*, *3 Prozent Wachstum*, *ein Minus (3 Prozent)*.
    fn change_noun_beside(&self) -> Option<Governor> {
        if let Some(direction) = self.change_noun_at(self.end())
            && self.end() < self.zone.end
            && !matches!(self.quantity.unit, Unit::Noun(_))
        {
            let noun = Some(self.end());
            return Some(Governor {
                change_noun: noun,
                ..Governor::change(Some(direction), "governor.noun_behind")
            });
        }
        let at = self.first().checked_sub(1)?;
        // *ein leichtes Minus (0,4 Prozent)*
        let bracket =
            at + 1 == self.zone.first && self.words.text(at) == "(" && self.quantity.kind == Kind::Percent;
        let at = if bracket { at.checked_sub(1)? } else { at };
        let direction = (bracket || at >= self.zone.first).then(|| self.change_noun_at(at)).flatten()?;
        Some(Governor { change_noun: Some(at), ..Governor::change(Some(direction), "governor.noun_before") })
    }

    fn by_verb(&self, before: Option<(usize, Relation)>) -> Option<Governor> {
        let verb = self.predicate.verb(self.words)?;
        if verb.role == Some(Role::Share) && self.quantity.kind == Kind::Percent {
            return Some(Governor {
                part: Some(Part::Percent),
                ..Governor::new(Role::Share, "governor.share_verb")
            });
        }
        let free = before.is_none_or(|(at, _)| self.words.is(at, Cue::Between));
        // *rutschte unter 90 Dollar*: a bound that was passed is a level.
        let bound = matches!(self.quantity.modifier, Some(Modifier::Under | Modifier::Over))
            && matches!(self.quantity.kind, Kind::Money | Kind::Points);
        // *gewann 3 Millionen Nutzer hinzu*, *zehn Filialen werden geschlossen*: the counted come or go.
        if self.quantity.kind == Kind::Count && before.is_none() && verb.counted.is_some() {
            return Some(Governor::change(verb.counted, "governor.counted"));
        }
        match verb.frame {
            Frame::Change | Frame::ChangeObject | Frame::Multiple
                if free
                    && !bound
                    && matches!(
                        self.quantity.kind,
                        Kind::Percent | Kind::PercentagePoint | Kind::Points | Kind::Money
                    ) =>
            {
                let bare_object = self.quantity.kind == Kind::Money && verb.frame == Frame::ChangeObject;
                (!bare_object).then(|| Governor::change(verb.direction, "governor.verb"))
            }
            Frame::Amount if verb.role == Some(Role::Change) && self.quantity.kind == Kind::Count => {
                Some(Governor::change(verb.direction, "governor.amount_change"))
            }
            _ => None,
        }
    }
}
