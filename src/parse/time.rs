//! Which times belong to a figure.

use super::{
    clause::{Clauses, ZoneKind},
    governor::Governor,
    verb::Predicate,
};
use crate::{
    claim::{Part, Role},
    lexicon::{Words, cues::Cue},
    mention::{
        Mentions, Quantity,
        period::{Reach, Stretch, Time, Use},
    },
};

/// The times of a figure, by their places in [`Mentions::periods`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Times {
    /// The time it holds for.
    pub period: Option<usize>,
    /// Whether that time stands in its own zone.
    pub own: bool,
    /// The time it is compared with.
    pub base: Option<usize>,
}

/// Finds the times of a figure in its zone, its clause, and the clauses around it.
#[expect(clippy::too_many_arguments, reason = "the whole parse is looked at")]
pub(super) fn find(
    words: &Words,
    mentions: &Mentions,
    clauses: &Clauses,
    predicates: &[Predicate],
    quantity: &Quantity,
    zone: usize,
    governor: &Governor,
    claimed: &[(usize, u32)],
) -> Times {
    let (part, changes) = (governor.part, governor.role == Role::Change);
    let search = Search { mentions, clauses, quantity, claimed };
    if part == Some(Part::Old) {
        // *nach 3,1 Milliarden im Vorjahr*: the time behind the old value is its own.
        let own = search.behind(zone).or_else(|| search.nearest(zone, |_| true));
        let fallback = || {
            search.around(words, predicates, zone, |usage, time| {
                usage == Use::Base || matches!(time, Time::Shift(..))
            })
        };
        return Times { period: own.or_else(fallback), own: own.is_some(), base: None };
    }
    let is_time = |usage: Use, _: Time| usage == Use::Time;
    let compared = if changes { search.compared(words, zone) } else { None };
    let own = search.nearest(zone, |index| {
        Some(index) != compared
            && mentions.periods[index].usage == Use::Time
            && !search.is_of_saying(words, predicates, index)
    });
    let period = own
        .or_else(|| search.explained(words, zone))
        .or_else(|| search.around(words, predicates, zone, is_time));
    let base = compared
        .or_else(|| search.nearest(zone, |index| mentions.periods[index].usage == Use::Base))
        .or_else(|| search.around(words, predicates, zone, |usage, _| usage == Use::Base))
        .filter(|&base| Some(base) != period);
    Times { period: period.filter(|&period| Some(period) != compared), own: own.is_some(), base }
}

/// The times that stand beside the old values of a sentence (*nach 3,1 Milliarden im Vorjahr*): each with
/// the first token of its figure. They belong to no other figure.
pub(super) fn claimed(
    mentions: &Mentions,
    clauses: &Clauses,
    figures: &[usize],
    places: &[(usize, Governor)],
) -> Vec<(usize, u32)> {
    let beside = |(&figure, &(zone, governor)): (&usize, &(usize, Governor))| {
        let quantity = &mentions.quantities[figure];
        let search = Search { mentions, clauses, quantity, claimed: &[] };
        let before = || {
            search.within(zone).rev().find(|&index| {
                let end = mentions.periods[index].place.end;
                end <= quantity.phrase_first && quantity.phrase_first - end <= 1
            })
        };
        let found = (governor.part == Some(Part::Old)).then(|| search.behind(zone).or_else(before)).flatten();
        found.map(|index| (index, quantity.place.first))
    };
    figures.iter().zip(places).filter_map(beside).collect()
}

/// How far a time stands back behind others of its zone: words for *now* and open stretches say the least.
fn weakness(period: &crate::mention::Period) -> u64 {
    match period.time {
        Time::Vague | Time::Relative(Stretch::Day, 0) | Time::Shift(Stretch::Day, 0) => 1000,
        _ if period.reach == Reach::Since => 500,
        Time::Open(Some(_), None) => 500,
        _ => 0,
    }
}

struct Search<'a> {
    mentions: &'a Mentions,
    clauses: &'a Clauses,
    quantity: &'a Quantity,
    claimed: &'a [(usize, u32)],
}

impl Search<'_> {
    /// The periods that stand in a zone.
    fn within(&self, zone: usize) -> std::ops::Range<usize> {
        let of = self.clauses.zones[zone];
        let periods = &self.mentions.periods;
        let first = periods.partition_point(|period| (period.place.first as usize) < of.first);
        let end = periods.partition_point(|period| (period.place.first as usize) < of.end);
        first..end
    }

    /// The period that a comparison behind the figure names: *mehr als im Juli*, *unter dem Niveau vom Februar*,
    /// *als vor einem Jahr* also in the next zone.
    fn compared(&self, words: &Words, zone: usize) -> Option<usize> {
        let of = self.clauses.zones[zone];
        let end = self.quantity.place.end as usize;
        let behind = |index: &usize| {
            let first = self.mentions.periods[*index].place.first as usize;
            first >= end
                && (end..=first).any(|at| {
                    words.is(at, Cue::Than)
                        || words.is(at, Cue::ComparedTime) && (at == first || at > end || first > end + 1)
                })
        };
        let here = self.within(zone).find(behind);
        here.or_else(|| {
            let next = self.clauses.zones.get(zone + 1).filter(|next| next.clause == of.clause)?;
            words.is(next.first, Cue::When).then(|| self.within(zone + 1).next()).flatten()
        })
    }

    /// The time that a clause with *als* explains: *im April, als der Einbruch 76 Prozent betrug*.
    fn explained(&self, words: &Words, zone: usize) -> Option<usize> {
        let of = self.clauses.zones[zone];
        if of.kind != ZoneKind::Subordinate || !words.is(of.first, Cue::When) {
            return None;
        }
        let before = zone.checked_sub(1)?;
        let end = self.clauses.zones[before].end;
        self.within(before).find(|&index| self.mentions.periods[index].place.end as usize == end)
    }

    /// Whether a day says when something was said: *wie das Amt am Montag mitteilte*.
    fn is_of_saying(&self, words: &Words, predicates: &[Predicate], index: usize) -> bool {
        let period = &self.mentions.periods[index];
        // *so stark wie seit 2010 nicht mehr* says since when, not when.
        if period.place.first > 0
            && words.is(period.place.first as usize - 1, Cue::AsSince)
            && period.usage == Use::Time
        {
            return true;
        }
        if !matches!(period.time, Time::Weekday(_) | Time::Relative(Stretch::Day, _)) {
            return false;
        }
        // *nach Angaben der Behörde vom Mittwoch*
        if period.compared
            && matches!(period.time, Time::Weekday(_))
            && words.is(period.place.first as usize, Cue::OfDate)
        {
            return true;
        }
        let sentence = words
            .document
            .sentences
            .partition_point(|sentence| sentence.tokens.end <= period.place.first as usize);
        let zone = self.clauses.zone_of(sentence, period.place.first as usize);
        let predicate = &predicates[self.clauses.zones[zone].clause];
        predicate.says.is_some() && predicate.verb.is_none()
    }

    /// The period right behind the figure.
    fn behind(&self, zone: usize) -> Option<usize> {
        let end = self.quantity.place.end;
        self.within(zone).find(|&index| {
            let first = self.mentions.periods[index].place.first;
            first >= end && first - end <= 3
        })
    }

    /// The nearest accepted period of a zone; one right behind the figure comes first.
    fn nearest(&self, zone: usize, accepted: impl Fn(usize) -> bool) -> Option<usize> {
        let (first, end) = (self.quantity.phrase_first, self.quantity.place.end);
        let free = |index: usize| {
            self.claimed.iter().all(|&(taken, by)| taken != index || by == self.quantity.place.first)
        };
        self.within(zone).filter(|&index| free(index) && accepted(index)).min_by_key(|&index| {
            let place = self.mentions.periods[index].place;
            weakness(&self.mentions.periods[index])
                + if place.first >= end {
                    u64::from(place.first - end)
                } else {
                    u64::from(first.saturating_sub(place.end)) + 3
                }
        })
    }

    /// The nearest accepted period of the clause's other zones, then of the clauses around it in the sentence.
    fn around(
        &self,
        words: &Words,
        predicates: &[Predicate],
        zone: usize,
        accepted: impl Fn(Use, Time) -> bool,
    ) -> Option<usize> {
        let wanted = |index: usize| {
            accepted(self.mentions.periods[index].usage, self.mentions.periods[index].time)
                && !self.is_of_saying(words, predicates, index)
        };
        let zones = &self.clauses.zones;
        let mut clause = Some(zones[zone].clause);
        for _ in 0..4 {
            let Some(number) = clause else { break };
            let of = &self.clauses.clauses[number];
            let before = of
                .zones
                .iter()
                .rev()
                .filter(|&&other| other < zone)
                .find_map(|&other| self.nearest(other, wanted));
            let found = before.or_else(|| {
                of.zones.iter().filter(|&&other| other > zone).find_map(|&other| self.nearest(other, wanted))
            });
            if found.is_some() {
                return found;
            }
            clause = of.parent;
            if clause.is_none() && zones[zone].kind == ZoneKind::Open && number > 0 {
                let before = &self.clauses.clauses[number - 1];
                let main = before.sentence == of.sentence && before.kind == ZoneKind::Open;
                clause = (main && number == zones[zone].clause).then_some(number - 1);
            }
        }
        None
    }
}
