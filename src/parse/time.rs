//! Which times belong to a figure.

use super::clause::{Clauses, ZoneKind};
use crate::{
    claim::Part,
    mention::{
        Mentions, Quantity,
        period::{Time, Use},
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
pub(super) fn find(
    mentions: &Mentions,
    clauses: &Clauses,
    quantity: &Quantity,
    zone: usize,
    part: Option<Part>,
) -> Times {
    let search = Search { mentions, clauses, quantity };
    if part == Some(Part::Old) {
        // *nach 3,1 Milliarden im Vorjahr*: the time behind the old value is its own.
        let own = search.behind(zone).or_else(|| search.nearest(zone, |_| true));
        let fallback =
            || search.around(zone, |usage, time| usage == Use::Base || matches!(time, Time::Shift(..)));
        return Times { period: own.or_else(fallback), own: own.is_some(), base: None };
    }
    let is_time = |usage: Use, _: Time| usage == Use::Time;
    let own =
        search.nearest(zone, |index| is_time(mentions.periods[index].usage, mentions.periods[index].time));
    let period = own.or_else(|| search.around(zone, is_time));
    let base = search
        .nearest(zone, |index| mentions.periods[index].usage == Use::Base)
        .or_else(|| search.around(zone, |usage, _| usage == Use::Base))
        .filter(|&base| Some(base) != period);
    Times { period, own: own.is_some(), base }
}

struct Search<'a> {
    mentions: &'a Mentions,
    clauses: &'a Clauses,
    quantity: &'a Quantity,
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
        self.within(zone).filter(|&index| accepted(index)).min_by_key(|&index| {
            let place = self.mentions.periods[index].place;
            if place.first >= end {
                u64::from(place.first - end)
            } else {
                u64::from(first.saturating_sub(place.end)) + 3
            }
        })
    }

    /// The nearest accepted period of the clause's other zones, then of the clauses around it in the sentence.
    fn around(&self, zone: usize, accepted: impl Fn(Use, Time) -> bool) -> Option<usize> {
        let wanted =
            |index: usize| accepted(self.mentions.periods[index].usage, self.mentions.periods[index].time);
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
                clause =
                    (before.sentence == of.sentence && number == zones[zone].clause).then_some(number - 1);
            }
        }
        None
    }
}
