//! Times: years, quarters, months, days, and the words that stand for them.

use super::Place;
use crate::lexicon::Words;
use jiff::civil::Date;

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// A calendar or business year.
    Year,
    /// Half a year.
    Half,
    /// A third of a year.
    Third,
    /// A quarter.
    Quarter,
    /// A month.
    Month,
    /// A week.
    Week,
    /// A day.
    Day,
}

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

/// The years a business year or split year covers, and what a wording fixes of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// Fixed by its wording: *2014*, *im dritten Quartal 2014*, *am 30. September 2013*.
    Fixed(Date, Date),
    /// One end fixed: *seit 2010*, *bis 2030*.
    Open(Option<Date>, Option<Date>),
    /// A numbered part of an unnamed year: *im zweiten Quartal*, *im ersten Halbjahr*.
    Part(Stretch, u8),
    /// The first months of an unnamed year: *in den ersten neun Monaten*.
    FirstMonths(u8),
    /// Months of an unnamed year: *im Juni*, *zwischen Januar und März*.
    Months(u8, u8),
    /// A day of an unnamed year: *am 30. September* (month, day).
    MonthDay(u8, u8),
    /// A point in an unnamed year or month: *Ende Juni* (month, and whether its start, middle or end).
    Boundary(Option<u8>, Stretch, Edge),
    /// A weekday: *am Montag* (1).
    Weekday(u8),
    /// Relative to the anchor: *heuer*, *gestern*, *im abgelaufenen Quartal* (stretch, how many steps from the current one).
    Relative(Stretch, i8),
    /// Relative to the period in focus: *im Vorjahr* (stretch, how many steps): same period a year before is `(Year, -1)`.
    Shift(Stretch, i8),
    /// From the start of the year to now.
    YearToDate,
    /// The period that the article is about.
    Report,
    /// Known to be a time, but not to be fixed: *in den kommenden Monaten*.
    Vague,
}

/// A point of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Its first day.
    Start,
    /// Around its middle.
    Middle,
    /// Its last day.
    End,
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
}

/// The periods of a document.
pub fn find(_words: &Words) -> Vec<Period> {
    Vec::new()
}
