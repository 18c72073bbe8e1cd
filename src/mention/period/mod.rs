//! Times: years, quarters, months, days, and the words that stand for them.
//!
//! A time is read from its head (*Quartal*, *Juni*, *2014*, *Vorjahr*) by the first of [`RULES`] that
//! fits; then its preposition, its determiner and the other end of a stretch are joined to it.

pub(crate) mod calendar;
mod date;
mod frame;
mod notation;
mod relative;
mod rules;
mod stretch;
mod year;

use super::{
    Place,
    contest::{Contest, Lost},
};
pub use crate::lexicon::periods::{Edge, Stretch};
use crate::lexicon::{
    Sense, Words,
    periods::{Opening, PeriodWord},
    sense::Groups,
};
use jiff::civil::Date;
pub use rules::{RULES, Rule};

/// How a period is used beside a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// The figure holds for it: *im zweiten Quartal*.
    Time,
    /// The figure is compared with it: *gegenüber dem Vorjahr*, *zum Vormonat*, *im Jahresvergleich*.
    Base,
    /// It says how often: *pro Jahr*.
    Frequency,
}

/// The year that a part of a year belongs to, where words name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearOf {
    /// So many years from the anchor's: *dieses Jahres*, *des vergangenen Jahres*.
    Anchor(i8),
    /// So many years from that of the period in focus: *des Vorjahres*.
    Focus(i8),
}

/// Whether a period reaches beyond one of its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reach {
    /// It ends where it ends.
    #[default]
    Within,
    /// From its start on: *seit Juni*, *ab dem dritten Quartal*.
    Since,
    /// Up to its end: *bis Ende Juni*.
    Until,
}

/// What a wording fixes of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// Fixed by its wording: *2014*, *im dritten Quartal 2014*, *am 30. September 2013*.
    Fixed(Date, Date),
    /// One end fixed: *seit 2010*, *bis 2030*.
    Open(Option<Date>, Option<Date>),
    /// A numbered part of an unnamed year: *im zweiten Quartal*; `(Year, 1)` is *im Gesamtjahr*.
    Part(Stretch, u8),
    /// The same with words for the year: *im zweiten Quartal des Vorjahres*.
    PartOf(Stretch, u8, YearOf),
    /// The first months of an unnamed year: *in den ersten neun Monaten*.
    FirstMonths(u8),
    /// Months of an unnamed year: *im Juni*, *zwischen Januar und März*; the first may be the later number.
    Months(u8, u8),
    /// The same with words for the year: *im Juni des Vorjahres*.
    MonthsOf(u8, u8, YearOf),
    /// A day of an unnamed year: *am 30. September* (month, day).
    MonthDay(u8, u8),
    /// Days of an unnamed year: *vom 5. bis 7. Juni* (month, day, month, day).
    MonthDays(u8, u8, u8, u8),
    /// A point in an unnamed year or month: *Ende Juni* (month, and whether its start, middle or end).
    Boundary(Option<u8>, Stretch, Edge),
    /// A point of a year: *Ende des vergangenen Jahres*.
    YearEdge(YearOf, Edge),
    /// A weekday: *am Montag* (1).
    Weekday(u8),
    /// Relative to the anchor: *heuer*, *gestern*, *im abgelaufenen Quartal* (stretch, how many steps from the current one).
    Relative(Stretch, i8),
    /// Relative to the period in focus: *im Vorjahr* (stretch, how many steps): same period a year before is `(Year, -1)`.
    Shift(Stretch, i8),
    /// The same stretch a year before the one in focus: *im Vorjahresquartal*.
    YearEarlier(Stretch),
    /// The period in focus, in another year: *im gleichen Zeitraum 2019*.
    SameIn(i16),
    /// A business year that spans two calendar years, by the first: *2013/14*.
    BusinessYear(i16),
    /// From the start of the year to now.
    YearToDate,
    /// The period that the article is about.
    Report,
    /// Known to be a time, but not to be fixed: *in den kommenden Monaten*.
    Vague,
}

/// A time as the text words it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Where it stands, with its preposition.
    pub place: Place,
    /// What its wording fixes.
    pub time: Time,
    /// How it is used.
    pub usage: Use,
    /// The preposition is one of comparison or of a level before: *nach*, *gegenüber*, *von*.
    pub compared: bool,
    /// Whether it is open at an end that [`Time::Open`] does not fix.
    pub reach: Reach,
    /// Its words point to the future: *kommend*, *ab*.
    pub ahead: bool,
}

/// A time read from its head, before its preposition is looked at.
#[derive(Debug, Clone, Copy)]
struct Head {
    time: Time,
    /// The token after it.
    end: usize,
    usage: Use,
    compared: bool,
    reach: Reach,
    ahead: bool,
    /// Means a time only with a preposition before it (*Mai*, *Sommer*).
    bare: bool,
}

impl Head {
    const fn new(time: Time, end: usize) -> Self {
        Self { time, end, usage: Use::Time, compared: false, reach: Reach::Within, ahead: false, bare: false }
    }

    const fn bare(self) -> Self {
        Self { bare: true, ..self }
    }

    const fn ahead(self, ahead: bool) -> Self {
        Self { ahead, ..self }
    }

    const fn used(self, usage: Use) -> Self {
        Self { usage, compared: matches!(usage, Use::Base), ..self }
    }
}

/// The words of one sentence, as the rules see them.
struct Reader<'r, 'd, 't> {
    words: &'r Words<'d, 't>,
    /// The first token of the sentence, or the one after the period before.
    start: usize,
    /// The token after the sentence.
    end: usize,
}

impl<'t> Reader<'_, '_, 't> {
    fn text(&self, at: usize) -> &'t str {
        if at < self.end { self.words.text(at) } else { "" }
    }

    /// The text of the token `back` places before `at`.
    fn before(&self, at: usize, back: usize) -> &'t str {
        if at >= self.start + back { self.words.text(at - back) } else { "" }
    }

    /// The longest word or phrase of times at `at` that `wanted` accepts.
    fn word<T>(&self, at: usize, wanted: impl Fn(PeriodWord) -> Option<T>) -> Option<(T, usize)> {
        self.words.longest_of(Groups::PERIOD, at, self.end, |sense| match sense {
            Sense::Period(word) => wanted(word),
            _ => None,
        })
    }

    fn is_capitalised(&self, at: usize) -> bool {
        at < self.end && self.words.token(at).is_some_and(crate::document::Token::is_capitalised)
    }

    fn opening(&self, at: usize) -> Option<Opening> {
        self.words.find(at, |sense| match sense {
            Sense::Period(PeriodWord::Opens(opening)) => Some(opening),
            _ => None,
        })
    }

    /// The head at `at` by the first rule that fits.
    fn head(&self, at: usize) -> Option<(&'static str, Head)> {
        RULES.iter().find_map(|rule| (rule.read)(self, at).map(|head| (rule.id, head)))
    }

    /// Whether a time can begin here at all.
    fn may_begin(&self, at: usize) -> bool {
        self.words.token(at).is_some_and(|token| token.class == crate::document::Class::Number)
            || self.words.begins(at, Groups::PERIOD)
    }
}

/// The periods of a document.
pub fn find(words: &Words) -> Vec<Period> {
    find_watched(words, &mut |_, _, _| {})
}

/// Every period with the rules that would have read its head otherwise.
pub(super) fn contests(words: &Words) -> Vec<Contest> {
    let mut contests = Vec::new();
    find_watched(words, &mut |reader, at, period| {
        let readings = RULES.iter().filter_map(|rule| {
            let head = (rule.read)(reader, at)?;
            let span = words.document.token_span(at, head.end.max(at + 1) - 1);
            Some(Lost { span, rule: rule.id })
        });
        let lost = readings.filter(|lost| lost.rule != period.place.rule).collect();
        let Place { span, rule, .. } = period.place;
        contests.push(Contest { span, rule, mention: true, lost });
    });
    contests
}

/// The periods; `watch` sees each with the token at which its head begins.
fn find_watched(words: &Words, watch: &mut impl FnMut(&Reader, usize, &Period)) -> Vec<Period> {
    let mut periods: Vec<Period> = Vec::new();
    for sentence in &words.document.sentences {
        let mut reader = Reader { words, start: sentence.tokens.start, end: sentence.tokens.end };
        let mut at = reader.start;
        while at < reader.end {
            let found = if reader.may_begin(at) { reader.head(at) } else { None };
            let Some(mut period) = found.and_then(|(rule, head)| frame::frame(&reader, at, rule, head))
            else {
                at += 1;
                continue;
            };
            // *Im Zeitraum* (*von*) *Januar bis März*: the second says what the first is.
            if let Some(last) = periods.last()
                && last.time == Time::Report
                && last.place.end == period.place.first
                && last.place.first as usize >= sentence.tokens.start
            {
                period.place.first = last.place.first;
                period.place.span = last.place.span.cover(period.place.span);
                period.compared = false;
                periods.pop();
            }
            watch(&reader, at, &period);
            at = (period.place.end as usize).max(at + 1);
            reader.start = at;
            periods.push(period);
        }
    }
    periods
}
