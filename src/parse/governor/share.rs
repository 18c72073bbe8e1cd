//! Percentages and fractions of a whole, and prices of a unit.

use super::{Around, Governor};
use crate::{
    claim::{Kind, Part, Role},
    lexicon::{Sense, cues::Cue, grammar::FunctionWord, numbers::NumberWord, verbs::Frame},
    mention::quantity::Unit,
};

impl Around<'_, '_, '_> {
    /// *Nur neun Prozent würden es abschaffen*: a percentage that is itself the subject is a part of a whole.
    pub(super) fn percentage_as_subject(&self) -> Option<Governor> {
        let opens = (self.zone.first..self.first()).all(|at| {
            self.words.token(at).is_some_and(|token| !token.is_capitalised() || token.is_sentence_start())
                && self.relation_at(at).is_none()
        });
        let verb = super::super::clause::is_finite_verb(self.words, self.end()) && self.end() < self.zone.end;
        let names_metric = (self.zone.first..self.zone.end)
            .any(|at| super::super::metric::find_noun(self.words, at).is_some_and(|noun| !noun.share));
        (self.quantity.kind == Kind::Percent && opens && verb && !names_metric).then(|| Governor {
            part: Some(Part::Percent),
            ..Governor::new(Role::Share, "governor.percent_subject")
        })
    }

    pub(super) fn is_fraction(&self) -> bool {
        let last = self.words.token(self.end().saturating_sub(1));
        self.quantity.kind == Kind::Percent
            && last.is_some_and(|last| last.class == crate::document::Class::Word)
            && !self.words.has(self.end() - 1, |sense| matches!(sense, Sense::Number(NumberWord::Unit(_))))
    }

    /// *30 Prozent der Kunden*, *ein Drittel des Umsatzes*, *jeder Fünfte*.
    pub(super) fn share(&self) -> Option<Governor> {
        if self.quantity.kind != Kind::Percent {
            return None;
        }
        let at = self.end();
        let article = self.is_share_behind();
        let direct = at < self.zone.end
            && self.words.token(at).is_some_and(crate::document::Token::is_capitalised)
            && matches!(self.quantity.unit, Unit::Percent);
        let moves = self.predicate.verb(self.words).is_some_and(|verb| verb.frame == Frame::Change);
        let part = Some(Part::Percent);
        if article && at < self.zone.end && !moves {
            return Some(Governor { part, ..Governor::new(Role::Share, "governor.share") });
        }
        (self.is_fraction() && !moves || direct && !moves && !self.metric_behind(at))
            .then(|| Governor { part, ..Governor::new(Role::Share, "governor.share") })
    }

    /// A genitive or *von* with a noun stands behind the figure.
    pub(super) fn is_share_behind(&self) -> bool {
        let at = self.end();
        self.words.is(at, Cue::GenitiveArticle)
            || self.words.is(at, Cue::Thereof)
            || self.words.is(at, Cue::PartOf)
                && at + 1 < self.zone.end
                && (self.is_function(at + 1, |word| {
                    matches!(word, FunctionWord::Determiner(_) | FunctionWord::Possessive(_))
                }) || self.words.token(at + 1).is_some_and(crate::document::Token::is_capitalised))
    }

    fn metric_behind(&self, at: usize) -> bool {
        super::super::metric::find_noun(self.words, at).is_some()
    }

    /// *12 Dollar pro Stück*, *3 Cent/kWh*, *je Aktie*.
    pub(super) fn rate(&self) -> Option<Governor> {
        if !matches!(self.quantity.kind, Kind::Money | Kind::Count | Kind::Measure | Kind::Number) {
            return None;
        }
        let at = self.end();
        let per = |at: usize| self.words.is(at, Cue::PerUnit) && !self.is_period_noun(at + 1);
        let behind = self.words.text(at) == "/" || per(at);
        let before = self.first().checked_sub(2).filter(|&at| at >= self.zone.first);
        let leading = before.is_some_and(per);
        // *Je Aktie bietet der Konzern 18 Euro*
        let opening = self.quantity.kind == Kind::Money
            && per(self.zone.first)
            && self.words.token(self.zone.first + 1).is_some_and(crate::document::Token::is_capitalised);
        (behind || leading || opening)
            .then(|| Governor { part: Some(Part::Price), ..Governor::new(Role::Rate, "governor.rate") })
    }

    pub(super) fn is_period_noun(&self, at: usize) -> bool {
        self.words.has(at, |sense| matches!(sense, Sense::Period(_)))
    }
}
