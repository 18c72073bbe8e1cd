//! The dates of each statement, stated or taken over from where the text set them.

use super::{period, tense};
use crate::{
    claim::{Modality, Part, PeriodRef, Role},
    lexicon::{Words, cues::Cue, metrics},
    mention::{
        Mentions,
        period::{Reach, Stretch, Time, Use, YearOf},
    },
    parse::{Parse, Statement, clause::ZoneKind},
};
use jiff::civil::Date;

type Span = (Date, Date);

/// How many days before publication the period that a text reports on may have ended.
const OLDEST_LEAD: i32 = 1096;

/// The dates of one statement.
#[derive(Debug, Default)]
pub(super) struct Dates {
    pub(super) period: Option<PeriodRef>,
    pub(super) implied: Option<&'static str>,
    pub(super) base: Option<PeriodRef>,
    pub(super) base_implied: Option<&'static str>,
}

/// What the text has said of times so far.
pub(super) struct Calendar<'a, 'd, 't> {
    words: &'a Words<'d, 't>,
    mentions: &'a Mentions,
    /// What the text reports on: its first stretch of time.
    lead: Option<Set>,
    /// What the paragraph reports on.
    topic: Option<Set>,
    /// The last time of any statement: it goes on in its own sentence.
    last: Option<Set>,
    /// The last time that an outlook named.
    outlook: Option<Set>,
    /// The market's day.
    day: Option<PeriodRef>,
    /// The first period mention that was not yet passed.
    next: usize,
    /// The text reports of a market's day: weekdays carry over.
    market: bool,
}

#[derive(Debug, Clone)]
struct Set {
    sentence: usize,
    paragraph: u32,
    period: PeriodRef,
    base: Option<PeriodRef>,
}

impl<'a, 'd, 't> Calendar<'a, 'd, 't> {
    pub(super) fn new(words: &'a Words<'d, 't>, mentions: &'a Mentions, parse: &Parse) -> Self {
        let market = super::market::reports_market(words, mentions);
        let calendar = Self {
            words,
            mentions,
            lead: None,
            topic: None,
            last: None,
            outlook: None,
            day: None,
            next: 0,
            market,
        };
        let lead = calendar.find_lead(parse);
        let day = calendar.find_day();
        Self { lead, day, ..calendar }
    }

    /// The first stretch that the text reports on, the ended ones before those that still run.
    fn find_lead(&self, parse: &Parse) -> Option<Set> {
        let anchor = self.words.document.anchor?;
        let of_old = |index: usize| {
            parse.statements.iter().any(|of| of.part == Some(Part::Old) && of.times.period == Some(index))
        };
        let found = |index: usize| {
            let period = &self.mentions.periods[index];
            let sentence = self.sentence_of(index);
            let zone =
                parse.clauses.zones.get(parse.clauses.zone_of(sentence, period.place.first as usize))?;
            // *Im Vorjahr* is the year before the publication where nothing else was named.
            let year_before = period.usage == Use::Time
                && !period.compared
                && self.is_shift(index)
                && !self.is_relative(index);
            let tells = zone.kind == ZoneKind::Open
                && !tense::is_pluperfect(self.words, parse, zone.clause)
                && !of_old(index);
            let ahead = period.ahead || parse.looks_ahead(self.words, zone.clause);
            if !tells || !(self.sets(index) || year_before) || period.place.rule == "season" {
                return None;
            }
            let period = self.period_ref(index, None, false, false);
            let (from, to) = stretch(&period)?;
            // News reports on what is recent; a year long past is told beside it.
            let recent = (anchor - to).get_days() <= OLDEST_LEAD;
            (from < to && recent && !(ahead && from > anchor)).then(|| {
                (from, to, Set { sentence, paragraph: self.paragraph(sentence), period, base: None })
            })
        };
        let all: Vec<_> = (0..self.mentions.periods.len()).filter_map(found).collect();
        let ended = all.iter().find(|(_, to, _)| is_over(*to, anchor));
        ended
            .or_else(|| all.iter().find(|(from, ..)| *from <= anchor))
            .or_else(|| all.first())
            .map(|(.., set)| set.clone())
    }

    /// The latest day before publication that the text names: the one that a market report is about.
    fn find_day(&self) -> Option<PeriodRef> {
        let anchor = self.words.document.anchor?;
        let days = (0..self.mentions.periods.len()).filter(|&index| {
            let period = &self.mentions.periods[index];
            period.reach == Reach::Within
                && matches!(
                    period.time,
                    Time::Weekday(_)
                        | Time::Fixed(..)
                        | Time::MonthDay(..)
                        | Time::Relative(Stretch::Day, -1..=0)
                )
        });
        days.map(|index| self.period_ref(index, None, false, false))
            .filter(|period| {
                stretch(period)
                    .is_some_and(|(from, to)| from == to && to <= anchor && (anchor - to).get_days() < 7)
            })
            .max_by_key(|period| (period.from, std::cmp::Reverse(period.text.clone())))
    }

    fn sentence_of(&self, index: usize) -> usize {
        let first = self.mentions.periods[index].place.first as usize;
        self.words.document.sentences.partition_point(|of| of.tokens.end <= first)
    }

    fn paragraph(&self, sentence: usize) -> u32 {
        self.words.document.sentences.get(sentence).map_or(0, |sentence| sentence.paragraph)
    }

    /// The dates of the next statement.
    pub(super) fn resolve(&mut self, statement: &Statement, parse: &Parse, metric: Option<&str>) -> Dates {
        self.pass(statement, parse);
        let paragraph = self.paragraph(statement.sentence);
        let expected = !matches!(statement.modality, Modality::Reported | Modality::Denied);
        // Past tenses look back even where they report a forecast.
        let ahead = expected && parse.looks_ahead(self.words, statement.clause);
        let is_old = statement.part == Some(Part::Old);
        let inherited = self.inherited(statement, paragraph, expected, metric);
        let focus = inherited.as_ref().and_then(|set| stretch(&set.period));
        let made = |index: &usize| {
            let (_, to) = self.dates_of(*index);
            let past = to.zip(self.words.document.anchor).is_some_and(|(to, anchor)| is_over(to, anchor));
            expected && past && parse.predicates[statement.clause].says.is_some() && self.outlook.is_some()
        };
        // *Im April hatte der Fonds 3 Prozent vorhergesagt*: the month says when, not for when.
        let own = statement.times.period.filter(|index| !made(index));
        let inherited =
            if own.is_some() || statement.times.period.is_none() { inherited } else { self.outlook.clone() };
        let stated = own.map(|index| {
            if let Some(earlier) = self.pointed_at(index) {
                return earlier;
            }
            let near = self
                .last
                .as_ref()
                .filter(|set| set.sentence == statement.sentence)
                .and_then(|set| stretch(&set.period));
            let later = matches!(self.mentions.periods[index].time, Time::Shift(_, 1..));
            let counted = later
                || matches!(
                    self.mentions.periods[index].time,
                    Time::Shift(Stretch::Year | Stretch::Month, _)
                ) && self.is_relative(index);
            let focus = if counted { near.filter(|near| later || near.0 < near.1).or(focus) } else { focus };
            self.period_ref(index, focus, is_old || later || self.is_relative(index), ahead)
        });
        let mut dates = Dates::default();
        match (stated, &inherited) {
            (Some(period), _) => dates.period = Some(period),
            (None, Some(set)) if !is_old && goes_on(statement, metric) => {
                dates.period = Some(PeriodRef { text: None, ..set.period.clone() });
                dates.implied = Some("period.inherited");
            }
            _ => {}
        }
        if statement.governor.role == Role::Change {
            let focus = dates.period.as_ref().and_then(stretch).or(focus);
            if let Some(index) = statement.times.base {
                dates.base = Some(self.period_ref(index, focus, true, false));
            } else if let Some(set) = self.last.as_ref().filter(|set| set.sentence == statement.sentence) {
                dates.base = set.base.clone().map(|base| PeriodRef { text: None, ..base });
                dates.base_implied = dates.base.is_some().then_some("base.inherited");
            }
        }
        // Nothing is compared with its own time.
        if dates
            .base
            .as_ref()
            .zip(dates.period.as_ref())
            .is_some_and(|(base, period)| stretch(base).is_some() && stretch(base) == stretch(period))
        {
            (dates.base, dates.base_implied) = (None, None);
        }
        if !is_old
            && let Some(period) =
                dates.period.clone().filter(|period| period.from.is_some() || period.to.is_some())
        {
            let set = Set { sentence: statement.sentence, paragraph, period, base: dates.base.clone() };
            if let Some(index) = own {
                let open =
                    matches!(parse.clauses.zones[statement.zone].kind, ZoneKind::Open | ZoneKind::Insert)
                        && !(self.is_set(paragraph)
                            && tense::is_pluperfect(self.words, parse, statement.clause));
                self.keep(set, index, open, ahead, expected);
            } else if self
                .last
                .as_ref()
                .is_none_or(|last| last.sentence < statement.sentence || set.base.is_some())
            {
                self.last = Some(set);
            }
        }
        dates
    }

    /// Keeps the time of a statement for those behind it.
    fn keep(&mut self, set: Set, index: usize, open: bool, ahead: bool, expected: bool) {
        let shifted = self.is_shift(index);
        if !shifted {
            self.last = Some(set.clone());
        }
        let Some((new, anchor)) = stretch(&set.period).zip(self.words.document.anchor) else { return };
        // While the text is about what has ended, a stretch that still runs belongs to its outlook.
        let lead = self.lead.as_ref().and_then(|lead| stretch(&lead.period));
        let running = !is_over(new.1, anchor)
            && (new.1 - new.0).get_days() > 31
            && lead.is_some_and(|lead| is_over(lead.1, anchor));
        if ahead || new.0 > anchor || running || self.mentions.periods[index].ahead {
            self.outlook = Some(set);
            return;
        }
        // A month that a forecast was made in.
        if expected && is_over(new.1, anchor) && self.outlook.is_some() {
            return;
        }
        let season = self.mentions.periods[index].place.rule == "season" && self.lead.is_some();
        if !open || season || !self.sets(index) || new.0 == new.1 && !self.market {
            return;
        }
        // A step back in time tells what was before: the text returns from it.
        let (opens, old) = match &self.topic {
            Some(topic) if topic.paragraph == set.paragraph => (false, stretch(&topic.period)),
            _ => (true, lead),
        };
        let back = new.0 < new.1
            && old.is_some_and(|old| {
                let same_length = ((new.1 - new.0).get_days() - (old.1 - old.0).get_days()).abs() < 5;
                new.1 < old.0 && (!opens || same_length)
            });
        if !back {
            self.lead.get_or_insert_with(|| set.clone());
            self.topic = Some(set);
        }
    }

    /// Whether the paragraph or the text has a time to report on.
    fn is_set(&self, paragraph: u32) -> bool {
        self.lead.is_some() || self.topic.as_ref().is_some_and(|topic| topic.paragraph == paragraph)
    }

    /// Passes the periods of sentences without figures: they set the time for what follows.
    fn pass(&mut self, statement: &Statement, parse: &Parse) {
        let first = self.mentions.quantities[statement.quantity].place.first;
        let start = self
            .words
            .document
            .sentences
            .get(statement.sentence)
            .map_or(first, |sentence| sentence.tokens.start as u32);
        while let Some(period) =
            self.mentions.periods.get(self.next).filter(|period| period.place.first < start)
        {
            let index = self.next;
            self.next += 1;
            let sentence = self.sentence_of(index);
            let known = self.last.as_ref().is_some_and(|set| set.sentence >= sentence);
            if known || period.usage != Use::Time || self.is_shift(index) || period.compared {
                continue;
            }
            let zone = parse.clauses.zone_of(sentence, period.place.first as usize);
            let open = parse.clauses.zones.get(zone).is_some_and(|zone| zone.kind == ZoneKind::Open);
            let clause = parse.clauses.zones.get(zone).map_or(0, |zone| zone.clause);
            let ahead = period.ahead || parse.looks_ahead(self.words, clause);
            let open = open
                && !(self.is_set(self.paragraph(sentence))
                    && tense::is_pluperfect(self.words, parse, clause));
            let found = self.period_ref(index, None, false, ahead);
            if found.from.is_none() || found.to.is_none() {
                continue;
            }
            let set = Set { sentence, paragraph: self.paragraph(sentence), period: found, base: None };
            self.keep(set, index, open, ahead, false);
        }
    }

    /// Whether a time is counted from another one: *im Vorjahr*, *drei Monate zuvor*.
    fn is_shift(&self, index: usize) -> bool {
        matches!(
            self.mentions.periods[index].time,
            Time::Shift(..)
                | Time::YearEarlier(_)
                | Time::SameIn(_)
                | Time::MonthsOf(_, _, YearOf::Focus(_))
                | Time::PartOf(_, _, YearOf::Focus(_))
        )
    }

    /// Whether a time counts from the period that the text is about: *ein Jahr zuvor*. *Vorjahr* alone can
    /// also be the year before the publication.
    fn is_relative(&self, index: usize) -> bool {
        let period = &self.mentions.periods[index];
        let year_before = (period.place.end as usize).saturating_sub(1);
        match period.time {
            Time::Shift(Stretch::Day, 0) => false,
            Time::Shift(..) => !self.words.is(year_before, Cue::YearBefore),
            _ => true,
        }
    }

    /// Whether a time goes on for the sentences behind it: *derzeit* does not, a weekday only on markets.
    fn sets(&self, index: usize) -> bool {
        let period = &self.mentions.periods[index];
        if period.usage != Use::Time || period.reach != Reach::Within || self.is_shift(index) {
            return false;
        }
        match period.time {
            Time::Relative(Stretch::Day, _) | Time::Weekday(_) => self.market,
            Time::Relative(Stretch::Year, steps) => steps >= -1,
            Time::Open(..)
            | Time::Vague
            | Time::Boundary(..)
            | Time::YearEdge(..)
            | Time::MonthDay(..)
            | Time::Report
            | Time::YearToDate => false,
            _ => true,
        }
    }

    /// The earlier time that *damals* and *im gleichen Zeitraum* point at: the last one before them.
    fn pointed_at(&self, index: usize) -> Option<PeriodRef> {
        let period = &self.mentions.periods[index];
        let points = match period.time {
            Time::Vague => self.words.is(period.place.first as usize, Cue::ThatTime),
            Time::Report => {
                (period.place.first..period.place.end).any(|at| self.words.is(at as usize, Cue::SameTime))
            }
            _ => false,
        };
        if !points {
            return None;
        }
        let sentence = self.sentence_of(index);
        (0..index)
            .rev()
            .take(3)
            .filter(|&earlier| self.sentence_of(earlier) + 1 >= sentence && !self.is_shift(earlier))
            .find_map(|earlier| {
                let of = &self.mentions.periods[earlier];
                let (from, to) = period::resolve(of.time, of.usage, self.words.document.anchor, None);
                let (from, to) = match (from, to) {
                    (Some(from), None) => first_part(from, of.place.rule.contains("year")),
                    both => both,
                };
                (from.is_some() && to.is_some()).then(|| PeriodRef {
                    text: Some(self.words.document.surface(period.place.span).to_owned()),
                    from,
                    to,
                })
            })
    }

    /// The period that goes on at a statement: of its sentence, its paragraph, else of the lead.
    fn inherited(
        &self,
        statement: &Statement,
        paragraph: u32,
        expected: bool,
        metric: Option<&str>,
    ) -> Option<Set> {
        let near = |set: &&Set| statement.sentence <= set.sentence + 2 && set.paragraph == paragraph;
        if expected && let Some(outlook) = self.outlook.as_ref().filter(near) {
            return Some(outlook.clone());
        }
        let sentence = self.words.document.sentences.get(statement.sentence);
        let points_back = sentence.is_some_and(|of| self.words.is(of.tokens.start, Cue::PointsBack));
        if points_back
            && !self.market
            && let Some(last) =
                self.last.as_ref().filter(|set| near(set) && statement.sentence == set.sentence + 1)
        {
            return Some(Set { base: None, ..last.clone() });
        }
        let topic = self.topic.as_ref().filter(|set| set.paragraph == paragraph);
        let named = statement.metric_is_own
            && metric.is_some_and(|id| matches!(id, "share_price" | "index_level" | "exchange_rate"));
        let quoted = self.market
            || (named || tense::is_of_exchange(self.words, statement.sentence))
                && statement.governor.role != Role::Rate;
        if quoted && let Some(day) = &self.day {
            if let Some(topic) = topic
                .filter(|topic| self.market && stretch(&topic.period).is_some_and(|(from, to)| from == to))
            {
                return Some(topic.clone());
            }
            return Some(Set { sentence: statement.sentence, paragraph, period: day.clone(), base: None });
        }
        let last = || self.last.clone().filter(|set| statement.sentence <= set.sentence + 1);
        let day = || {
            let period = self.day.clone()?;
            Some(Set { sentence: statement.sentence, paragraph, period, base: None })
        };
        topic.cloned().or_else(|| self.lead.clone()).or_else(last).or_else(day)
    }

    fn dates_of(&self, index: usize) -> (Option<Date>, Option<Date>) {
        let of = &self.mentions.periods[index];
        period::resolve(of.time, of.usage, self.words.document.anchor, None)
    }

    fn period_ref(&self, index: usize, focus: Option<Span>, compared: bool, ahead: bool) -> PeriodRef {
        let period = &self.mentions.periods[index];
        let focus = focus
            .filter(|_| compared || !matches!(period.time, Time::Shift(..)) || period.usage == Use::Base);
        let (from, to) = period::resolve_period(period, self.words.document.anchor, focus, ahead);
        PeriodRef { text: Some(self.words.document.surface(period.place.span).to_owned()), from, to }
    }
}

/// Whether a figure belongs to the time that the text is about though its own words name none.
fn goes_on(statement: &Statement, metric: Option<&str>) -> bool {
    statement.governor.role == Role::Change
        || statement.governor.role != Role::Other && metric.is_some_and(metrics::is_periodic)
}

/// Whether a stretch has ended, or does within days: flash figures come before the month is out.
fn is_over(to: Date, anchor: Date) -> bool {
    (to - anchor).get_days() <= 5
}

/// The month or year that an open stretch begins with: *seit Januar 2015*, *seit 2009*.
fn first_part(from: Date, of_year: bool) -> (Option<Date>, Option<Date>) {
    let to = if of_year { Date::new(from.year(), 12, 31).ok() } else { Some(from.last_of_month()) };
    (Some(from), to)
}

fn stretch(period: &PeriodRef) -> Option<Span> {
    period.from.zip(period.to)
}
