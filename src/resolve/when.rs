//! The dates of each statement, stated or taken over from where the text set them.

use super::period;
use crate::{
    claim::{Modality, Part, PeriodRef, Role},
    lexicon::Words,
    mention::{
        Mentions,
        period::{Stretch, Time, Use},
    },
    parse::{Parse, Statement},
};
use jiff::civil::Date;

type Span = (Date, Date);

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
    /// The last period that a statement of each sentence, paragraph and the document set.
    last: Option<Set>,
    lead: Option<Set>,
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
    pub(super) fn new(words: &'a Words<'d, 't>, mentions: &'a Mentions, market: bool) -> Self {
        Self { words, mentions, last: None, lead: None, next: 0, market }
    }

    /// The dates of the next statement.
    pub(super) fn resolve(&mut self, statement: &Statement, parse: &Parse) -> Dates {
        self.pass(statement);
        let paragraph = self.words.document.sentences.get(statement.sentence).map_or(0, |sentence| sentence.paragraph);
        let inherited = self.inherited(statement, paragraph);
        let focus = inherited.as_ref().and_then(|set| stretch(&set.period));
        let is_old = statement.part == Some(Part::Old);
        // Past tenses look back even where they report a forecast.
        let ahead = matches!(statement.modality, Modality::Expected | Modality::Planned)
            && parse.looks_ahead(self.words, statement.clause);
        let stated = statement.times.period.map(|index| self.period_ref(index, focus, is_old, ahead));
        let mut dates = Dates::default();
        match (stated, &inherited) {
            (Some(period), _) => dates.period = Some(period),
            (None, Some(set)) if !is_old => {
                dates.period = Some(PeriodRef { text: None, ..set.period.clone() });
                dates.implied = Some("period.inherited");
            }
            _ => {}
        }
        if statement.governor.role == Role::Change {
            let focus = dates.period.as_ref().and_then(stretch).or(focus);
            if let Some(index) = statement.times.base {
                dates.base = Some(self.period_ref(index, focus, true, false));
            } else if let Some(set) = inherited.filter(|set| set.sentence == statement.sentence) {
                dates.base = set.base.map(|base| PeriodRef { text: None, ..base });
                dates.base_implied = dates.base.is_some().then_some("base.inherited");
            }
        }
        if !is_old
            && let Some(period) = dates.period.clone().filter(|period| period.from.is_some() || period.to.is_some())
            && (dates.implied.is_none() || dates.base.is_some())
            && statement.times.period.is_none_or(|index| self.carries_over(index))
        {
            let set = Set { sentence: statement.sentence, paragraph, period, base: dates.base.clone() };
            self.lead.get_or_insert_with(|| set.clone());
            self.last = Some(set);
        }
        dates
    }

    /// Passes the periods of sentences without figures: they set the time for what follows.
    fn pass(&mut self, statement: &Statement) {
        let first = self.mentions.quantities[statement.quantity].place.first;
        let start = self.words.document.sentences.get(statement.sentence).map_or(first, |sentence| sentence.tokens.start as u32);
        while let Some(period) = self.mentions.periods.get(self.next).filter(|period| period.place.first < start) {
            let index = self.next;
            self.next += 1;
            let sentence = self.words.document.sentences.partition_point(|of| of.tokens.end <= period.place.first as usize);
            let known = self.last.as_ref().is_some_and(|set| set.sentence >= sentence);
            if known || period.usage != Use::Time || !self.carries_over(index) || matches!(period.time, Time::Shift(..)) && period.compared {
                continue;
            }
            let found = self.period_ref(index, None, false, false);
            if found.from.is_none() || found.to.is_none() {
                continue;
            }
            let paragraph = self.words.document.sentences.get(sentence).map_or(0, |sentence| sentence.paragraph);
            let set = Set { sentence, paragraph, period: found, base: None };
            self.lead.get_or_insert_with(|| set.clone());
            self.last = Some(set);
        }
    }

    /// Whether a time goes on for the sentences behind it: *derzeit* does not, a weekday only on markets.
    fn carries_over(&self, index: usize) -> bool {
        match self.mentions.periods[index].time {
            Time::Relative(Stretch::Day, _) | Time::Weekday(_) => self.market,
            Time::Open(..) | Time::Vague => false,
            _ => true,
        }
    }

    /// The period that goes on at a statement: of its sentence, its paragraph, else of the lead.
    fn inherited(&self, _statement: &Statement, paragraph: u32) -> Option<Set> {
        self.last.clone().filter(|set| set.paragraph == paragraph).or_else(|| self.lead.clone())
    }

    fn period_ref(&self, index: usize, focus: Option<Span>, compared: bool, ahead: bool) -> PeriodRef {
        let period = &self.mentions.periods[index];
        let focus = focus.filter(|_| compared || !matches!(period.time, Time::Shift(..)) || period.usage == Use::Base);
        let (from, to) = period::resolve_period(period, self.words.document.anchor, focus, ahead);
        PeriodRef { text: Some(self.words.document.surface(period.place.span).to_owned()), from, to }
    }
}

fn stretch(period: &PeriodRef) -> Option<Span> {
    period.from.zip(period.to)
}
