//! Changes that words beside the number state: the factor itself, signs, comparatives, distances.

use super::{Around, Governor};
use crate::{
    claim::{Direction, Kind},
    lexicon::{
        Sense,
        cues::Cue,
        grammar::{FunctionWord, Relation},
        verbs::Frame,
    },
};

impl Around<'_, '_, '_> {
    pub(super) fn multiple(&self) -> Option<Governor> {
        if self.quantity.kind != Kind::Multiple {
            return None;
        }
        // *sank doppelt so stark*, *das Doppelte des Rückgangs*
        let of_noun =
            (self.end()..(self.end() + 3).min(self.zone.end)).find_map(|at| self.change_noun_at(at));
        let alike = (self.first()..=self.end()).any(|at| self.words.is(at, Cue::Pace));
        let of_verb = || self.predicate.verb(self.words)?.direction;
        let direction = of_noun.or_else(|| if alike { of_verb() } else { None });
        let direction = direction.or(self.quantity.direction).or_else(of_verb);
        Some(Governor::change(direction.or(Some(Direction::Up)), "governor.multiple"))
    }

    /// *plus 3 Prozent*, *+3 %*, *minus 2 Punkte*.
    pub(super) fn sign(&self) -> Option<Governor> {
        let at = self.first().checked_sub(1)?;
        // *Ticketpreis plus 250 Euro* is an addition.
        let adds = matches!(self.quantity.kind, Kind::Count | Kind::Money)
            && self.words.is(at, Cue::Plus)
            && at > self.zone.first
            && self.words.token(at - 1).is_some_and(crate::document::Token::is_capitalised);
        if let Some(direction) = self.quantity.direction.filter(|_| !adds) {
            return Some(Governor::change(Some(direction), "governor.sign"));
        }
        let text = self.words.text(at);
        let opens = at == self.zone.first;
        let direction = match text {
            "+" => Direction::Up,
            "-" | "−" | "–" if self.words.is_joined(at + 1) || opens => Direction::Down,
            _ if self.words.is(at, Cue::Plus) => Direction::Up,
            _ if self.words.is(at, Cue::Minus) => Direction::Down,
            _ => return None,
        };
        if text.len() <= 3
            && self.words.is_joined(at)
            && !matches!(self.words.text(at.wrapping_sub(1)), "(" | ",")
        {
            return None;
        }
        // *lag bei minus 0,1 Prozent* is a level below zero.
        if matches!(self.relation_at(at.wrapping_sub(1)), Some(Relation::AtLevel | Relation::ToLevel)) {
            return None;
        }
        let added = matches!(self.quantity.kind, Kind::Count | Kind::Money) && text.len() > 3 && !opens;
        if added {
            return None;
        }
        Some(Governor::change(Some(direction), "governor.sign"))
    }

    /// *3 Prozent mehr*, *2 Euro teurer*, *4 Prozent im Plus*.
    pub(super) fn adverb_behind(&self) -> Option<Governor> {
        let end = self.end();
        // *mit einem Rückgang von 48 Prozent wenig besser*: the noun says which way.
        let noun_says = self.preposition().is_some_and(|(at, relation)| {
            relation == Relation::FromLevel && at > self.zone.first && self.change_noun_at(at - 1).is_some()
        });
        if noun_says {
            return None;
        }
        let adverb = |at: usize| {
            self.words.find(at, |sense| match sense {
                Sense::ChangeAdverb(direction, _) => Some(direction),
                _ => None,
            })
        };
        let mut at = end;
        while at < self.zone.end.min(end + 3) {
            if let Some(direction) = adverb(at).filter(|_| !self.words.is(at.wrapping_sub(1), Cue::Joins)) {
                if self.quantity.kind == Kind::Count && at > end {
                    break;
                }
                return Some(Governor::change(Some(direction), "governor.comparative"));
            }
            if self.words.is(at, Cue::InThe)
                && let Some(direction) = self.change_noun_at(at + 1)
            {
                return Some(Governor::change(Some(direction), "governor.in_plus"));
            }
            if self.relation_at(at).is_some()
                || self.words.token(at).is_some_and(crate::document::Token::is_capitalised)
            {
                break;
            }
            at += 1;
        }
        if let Some(verb) = self.predicate.verb(self.words)
            && matches!(verb.frame, Frame::Level | Frame::Have)
            && matches!(self.quantity.kind, Kind::Percent | Kind::PercentagePoint)
            && !self
                .preposition()
                .is_some_and(|(_, relation)| matches!(relation, Relation::AtLevel | Relation::ToLevel))
        {
            // *lag mit knapp zwei Prozent im Plus*
            let found = (self.zone.first..self.zone.end).find(|&at| {
                self.words.is(at, Cue::InThe)
                    && (self.words.is(at + 1, Cue::Plus) || self.words.is(at + 1, Cue::Minus))
            });
            if let Some(at) = found {
                return Some(Governor::change(self.change_noun_at(at + 1), "governor.in_plus"));
            }
        }
        None
    }

    /// *3 Prozent über dem Vorjahr*, *2 Punkte unter dem Niveau vom Februar*.
    pub(super) fn distance_behind(&self) -> Option<Governor> {
        let at = self.end();
        let direction = self.side(at)?;
        let goes_on = self.is_function(at + 1, |word| {
            matches!(word, FunctionWord::Determiner(_) | FunctionWord::Possessive(_))
        }) || self.words.token(at + 1).is_some_and(crate::document::Token::is_capitalised);
        (goes_on && at + 1 < self.zone.end && self.quantity.kind != Kind::Count && !self.is_fraction())
            .then(|| Governor::change(Some(direction), "governor.distance"))
    }

    /// The side that a preposition of distance names.
    fn side(&self, at: usize) -> Option<Direction> {
        let up = self.words.is(at, Cue::Above).then_some(Direction::Up);
        up.or_else(|| self.words.is(at, Cue::Below).then_some(Direction::Down))
    }

    /// *um ein Drittel unter dem Niveau*, *um 10 Prozent deutlich hinter dem Vorjahr*
    pub(super) fn distance_direction(&self) -> Option<Direction> {
        (self.end()..(self.end() + 4).min(self.zone.end)).find_map(|at| {
            let direction = self.side(at)?;
            self.is_function(at + 1, |word| {
                matches!(word, FunctionWord::Determiner(_) | FunctionWord::Possessive(_))
            })
            .then_some(direction)
        })
    }
}
