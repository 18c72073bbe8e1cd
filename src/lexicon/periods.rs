//! Words for times: the pieces that the period reader puts together.

use super::{sense::Sense, table::Builder};
use crate::error::Error;
use serde::Deserialize;

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

/// A point of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edge {
    /// Its first day.
    Start,
    /// Around its middle.
    Middle,
    /// Its last day.
    End,
}

/// What a noun for a stretch measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// *Jahr*.
    Year,
    /// *Geschäftsjahr*: it may begin in any month.
    FiscalYear,
    /// *Halbjahr*.
    Half,
    /// *Tertial*.
    Third,
    /// *Quartal*.
    Quarter,
    /// *Monat*.
    Month,
    /// *Woche*.
    Week,
    /// *Wochenende*.
    Weekend,
    /// *Tag*.
    Day,
    /// *Jahrzehnt*.
    Decade,
    /// *Jahrhundert*.
    Century,
    /// *Jahrtausend*.
    Millennium,
    /// *Stunde*.
    Hour,
    /// So many months from the start of the year: *9M*.
    MonthsFromStart,
    /// The year before, of *Vorjahresende*.
    YearBefore,
}

impl Unit {
    /// The stretch of the calendar, if the calendar has one.
    pub const fn stretch(self) -> Option<Stretch> {
        match self {
            Self::Year | Self::FiscalYear => Some(Stretch::Year),
            Self::Half => Some(Stretch::Half),
            Self::Third => Some(Stretch::Third),
            Self::Quarter => Some(Stretch::Quarter),
            Self::Month => Some(Stretch::Month),
            Self::Week => Some(Stretch::Week),
            Self::Day => Some(Stretch::Day),
            _ => None,
        }
    }
}

/// Which one an adjective chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// *laufend*, *dieser*.
    This,
    /// *vergangen*, *abgelaufen*.
    Last,
    /// *vorangegangen*: the one before the period in focus.
    Before,
    /// *vorletzt*.
    BeforeLast,
    /// *drittletzt*.
    ThirdLast,
    /// *kommend*.
    Next,
    /// *übernächst*.
    AfterNext,
    /// *gleich*.
    Same,
    /// *ganz*, *gesamt*.
    Whole,
    /// *erst*, *zweit*.
    Ordinal,
}

/// What a preposition makes of the time behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opening {
    /// *im*, *am*, *zum*.
    At,
    /// *für*, *über*.
    For,
    /// *seit*.
    Since,
    /// *ab*.
    From,
    /// *von*, *vom*.
    Of,
    /// *bis*.
    Until,
    /// *zwischen*.
    Between,
    /// *binnen*.
    Within,
    /// *vor*.
    Ago,
    /// *nach*.
    After,
    /// *gegenüber*.
    Compared,
    /// *als* behind a comparative.
    Than,
}

/// A whole period in one word or phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are their meanings")]
pub enum Meaning {
    After,
    AfterNext,
    AtFirst,
    Before,
    ComparisonPeriod,
    DayAfter,
    DayAfterTomorrow,
    DayBefore,
    DayBeforeYesterday,
    Formerly,
    Future,
    HalfBefore,
    LastYear,
    Lately,
    LongTerm,
    MediumTerm,
    MonthAfter,
    MonthBefore,
    MonthOnMonth,
    NextYear,
    Now,
    PeriodBefore,
    PreCrisisYear,
    QuarterAfter,
    QuarterBefore,
    QuarterOnQuarter,
    ReportPeriod,
    SameDayYearBefore,
    SameHalfYearBefore,
    SameMonth,
    SameMonthYearBefore,
    SamePeriod,
    SamePeriodYearBefore,
    SameQuarter,
    SameQuarterYearBefore,
    SameSeasonYearBefore,
    SameWeekYearBefore,
    SeasonBefore,
    Session,
    ShortTerm,
    SinceThen,
    SoFar,
    Then,
    ThisMonth,
    ThisWeek,
    ThisYear,
    Today,
    Tomorrow,
    TwoMonthsBefore,
    TwoYearsBefore,
    WeekBefore,
    WeekOnWeek,
    WithinMonth,
    WithinWeek,
    WithinYear,
    YearAfter,
    YearBefore,
    YearOnYear,
    YearToDate,
    Yesterday,
}

/// A word of the grammar of times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodWord {
    /// A month, 1 to 12.
    Month(u8),
    /// A weekday, 1 (Monday) to 7.
    Weekday(u8),
    /// A part of the day.
    Daytime,
    /// A season by its first and last month.
    Season(u8, u8),
    /// A noun for a stretch, and its number where the word has one (*Schlussquartal*).
    Unit(Unit, Option<u8>),
    /// A noun for a part of a business year, which may begin in any month: *Geschäftsquartal*.
    FiscalUnit(Unit),
    /// A fused short form: *Q3*.
    Short(Unit, u8),
    /// A whole period.
    Relative(Meaning),
    /// An edge, and of what where the word says so.
    Boundary(Edge, Option<Unit>),
    /// An adjective that chooses one, and its number if it is an ordinal.
    Choice(Choice, u8),
    /// A preposition.
    Opens(Opening),
    /// How often.
    Frequency,
    /// A named day; month and day where it has them.
    Holiday(Option<(u8, u8)>),
    /// How many.
    Cardinal(u8),
    /// The decade of a century: *neunziger*.
    Decade(u8),
}

/// What is kept of the words beside the table: nothing so far.
#[derive(Debug, Default)]
pub struct PeriodWords;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    month: Vec<Numbered>,
    weekday: Vec<Numbered>,
    daytime: Vec<String>,
    season: Vec<SeasonEntry>,
    unit: Vec<UnitEntry>,
    short: Vec<UnitEntry>,
    relative: Vec<RelativeEntry>,
    boundary: Vec<BoundaryEntry>,
    deictic: Vec<ChoiceEntry>,
    preposition: Vec<OpeningEntry>,
    frequency: Vec<String>,
    holiday: Vec<HolidayEntry>,
    cardinal: Vec<Numbered>,
    decade: Vec<Numbered>,
    session: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Numbered {
    forms: String,
    number: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SeasonEntry {
    forms: String,
    first: u8,
    last: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitEntry {
    forms: String,
    unit: Unit,
    number: Option<u8>,
    #[serde(default)]
    fiscal: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RelativeEntry {
    forms: String,
    meaning: Meaning,
    #[serde(default, rename = "adjective")]
    _adjective: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BoundaryEntry {
    forms: String,
    at: Edge,
    of: Option<Unit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChoiceEntry {
    forms: String,
    meaning: Choice,
    #[serde(default)]
    number: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OpeningEntry {
    forms: String,
    meaning: Opening,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidayEntry {
    forms: String,
    month: Option<u8>,
    day: Option<u8>,
    #[serde(default, rename = "movable")]
    _movable: Option<String>,
}

/// Reads the words for times.
pub(super) fn load(to: &mut Builder) -> Result<PeriodWords, Error> {
    let file: File = super::read("periods.toml", include_str!("periods.toml"))?;
    let mut add = |forms: &str, word: PeriodWord| to.add_forms(forms, Sense::Period(word));
    for entry in &file.month {
        add(&entry.forms, PeriodWord::Month(entry.number));
    }
    for entry in &file.weekday {
        add(&entry.forms, PeriodWord::Weekday(entry.number));
        let days = entry.forms.split([' ', ',']).filter(|word| word.len() > 2 && !word.starts_with('-'));
        for (day, time) in days.flat_map(|day| file.daytime.iter().map(move |time| (day, time))) {
            add(&format!("{day}{}", time.to_lowercase()), PeriodWord::Weekday(entry.number));
        }
    }
    file.daytime.iter().for_each(|forms| add(forms, PeriodWord::Daytime));
    for entry in &file.season {
        add(&entry.forms, PeriodWord::Season(entry.first, entry.last));
    }
    for entry in &file.unit {
        let word = if entry.fiscal && entry.unit != Unit::FiscalYear {
            PeriodWord::FiscalUnit(entry.unit)
        } else {
            PeriodWord::Unit(entry.unit, entry.number)
        };
        add(&entry.forms, word);
    }
    for entry in &file.short {
        add(&entry.forms, PeriodWord::Short(entry.unit, entry.number.unwrap_or(1)));
    }
    for entry in &file.relative {
        add(&entry.forms, PeriodWord::Relative(entry.meaning));
    }
    for entry in &file.boundary {
        add(&entry.forms, PeriodWord::Boundary(entry.at, entry.of));
    }
    for entry in &file.deictic {
        add(&entry.forms, PeriodWord::Choice(entry.meaning, entry.number));
    }
    for entry in &file.preposition {
        add(&entry.forms, PeriodWord::Opens(entry.meaning));
    }
    file.frequency.iter().for_each(|forms| add(forms, PeriodWord::Frequency));
    for entry in &file.holiday {
        add(&entry.forms, PeriodWord::Holiday(entry.month.zip(entry.day)));
    }
    for entry in &file.cardinal {
        add(&entry.forms, PeriodWord::Cardinal(entry.number));
    }
    for entry in &file.decade {
        add(&entry.forms, PeriodWord::Decade(entry.number));
    }
    file.session.iter().for_each(|forms| add(forms, PeriodWord::Relative(Meaning::Session)));
    Ok(PeriodWords)
}
