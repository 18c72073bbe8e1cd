//! Times that another time gives their meaning: *Vorjahr*, *vergangenes Quartal*, *vor zwei Jahren*.

use super::{
    Head, Reader, Stretch, Time, Use,
    stretch::{Tail, steps},
};
use crate::lexicon::periods::{Choice, Meaning, Opening, PeriodWord, Unit};

impl Reader<'_, '_, '_> {
    pub(super) fn relative(&self, at: usize) -> Option<(Meaning, usize)> {
        self.word(at, |word| if let PeriodWord::Relative(meaning) = word { Some(meaning) } else { None })
    }
}

/// What a word means; `None` for words that tell a story rather than a time.
fn time_of(meaning: Meaning) -> Option<(Time, Use)> {
    use Meaning as M;
    use Stretch::{Day, Half, Month, Quarter, Week, Year};
    let time = match meaning {
        M::ComparisonPeriod
        | M::SamePeriodYearBefore
        | M::YearBefore
        | M::SameSeasonYearBefore
        | M::SeasonBefore => Time::Shift(Year, -1),
        M::TwoYearsBefore => Time::Shift(Year, -2),
        M::YearAfter => Time::Shift(Year, 1),
        M::HalfBefore => Time::Shift(Half, -1),
        M::QuarterBefore | M::PeriodBefore => Time::Shift(Quarter, -1),
        M::QuarterAfter => Time::Shift(Quarter, 1),
        M::MonthBefore => Time::Shift(Month, -1),
        M::TwoMonthsBefore => Time::Shift(Month, -2),
        M::MonthAfter => Time::Shift(Month, 1),
        M::WeekBefore => Time::Shift(Week, -1),
        M::DayBefore => Time::Shift(Day, -1),
        M::DayAfter => Time::Shift(Day, 1),
        M::Session => Time::Shift(Day, 0),
        M::SameHalfYearBefore => Time::YearEarlier(Half),
        M::SameQuarterYearBefore => Time::YearEarlier(Quarter),
        M::SameMonthYearBefore => Time::YearEarlier(Month),
        M::SameWeekYearBefore => Time::YearEarlier(Week),
        M::SameDayYearBefore => Time::YearEarlier(Day),
        M::ThisYear => Time::Relative(Year, 0),
        M::LastYear => Time::Relative(Year, -1),
        M::NextYear => Time::Relative(Year, 1),
        M::ThisMonth => Time::Relative(Month, 0),
        M::ThisWeek => Time::Relative(Week, 0),
        M::Today | M::Now | M::Lately => Time::Relative(Day, 0),
        M::Yesterday => Time::Relative(Day, -1),
        M::DayBeforeYesterday => Time::Relative(Day, -2),
        M::Tomorrow => Time::Relative(Day, 1),
        M::DayAfterTomorrow => Time::Relative(Day, 2),
        M::YearToDate => Time::YearToDate,
        M::ReportPeriod | M::SamePeriod | M::SameQuarter | M::SameMonth => Time::Report,
        M::WithinYear | M::YearOnYear => return Some((Time::Shift(Year, -1), Use::Base)),
        M::QuarterOnQuarter => return Some((Time::Shift(Quarter, -1), Use::Base)),
        M::MonthOnMonth | M::WithinMonth => return Some((Time::Shift(Month, -1), Use::Base)),
        M::WeekOnWeek | M::WithinWeek => return Some((Time::Shift(Week, -1), Use::Base)),
        M::PreCrisisYear
        | M::SoFar
        | M::SinceThen
        | M::Future
        | M::MediumTerm
        | M::LongTerm
        | M::Then
        | M::Before => Time::Vague,
        M::After | M::AfterNext | M::AtFirst | M::Formerly | M::ShortTerm => return None,
    };
    Some((time, Use::Time))
}

/// *Vorjahr*, *heuer*, *binnen Jahresfrist*, *gleichen Zeitraum 2019*.
pub(super) fn read_relative(reader: &Reader, at: usize) -> Option<Head> {
    // *der gleichen Vorjahresperiode*, *dem vergleichbaren Vorjahreszeitraum*
    if matches!(reader.text(at), "gleichen" | "vergleichbaren" | "entsprechenden" | "selben")
        && let Some((meaning, end)) = reader.relative(at + 1)
    {
        return time_of(meaning).map(|(time, usage)| Head::new(time, end).used(usage));
    }
    let (meaning, end) = reader.relative(at)?;
    if matches!(meaning, Meaning::SamePeriod | Meaning::SameQuarter | Meaning::SameMonth) {
        return Some(same(reader, end));
    }
    if matches!(meaning, Meaning::Now) && reader.text(at).starts_with("nun") && reader.text(end) == "mehr" {
        return None;
    }
    let (time, usage) = time_of(meaning)?;
    if matches!(time, Time::Shift(..)) && usage == Use::Time {
        // *im Vergleichszeitraum 2019*, *Vormonat Juli*
        if let (Tail::Year(year), end) = reader.tail(end) {
            return Some(Head::new(Time::SameIn(year), end));
        }
        if let Some((month, end)) = reader.month(end) {
            let (tail, end) = reader.tail(end);
            return Some(Head::new(tail.months(month, month)?, end));
        }
    }
    let head = Head::new(time, end).used(usage);
    // *im Jahr davor*: before what was just said, whatever that was.
    let tied = matches!(reader.text(end - 1), "davor" | "zuvor" | "darauf" | "danach" | "später" | "früher");
    Some(Head { compared: head.compared || tied || meaning == Meaning::Before, ..head })
}

/// The period in focus in the year that is named behind it.
fn same(reader: &Reader, at: usize) -> Head {
    let (tail, end) = reader.tail(at);
    let time = match tail {
        Tail::Year(year) => Time::SameIn(year),
        Tail::Of(_) => Time::Shift(Stretch::Year, -1),
        Tail::None | Tail::Business(_) => Time::Report,
    };
    Head::new(time, end)
}

/// *vergangenen Jahr*, *laufenden Quartal*, *diesem Sommer*, *kommenden Monaten*, *gesamten Jahr 2014*.
pub(super) fn read_chosen(reader: &Reader, at: usize) -> Option<Head> {
    let (choice, _) = reader.choice(at).filter(|&(choice, _)| choice != Choice::Ordinal)?;
    if let Some((Choice::Last | Choice::Whole | Choice::This, _)) = reader.choice(at + 1) {
        return read_chosen(reader, at + 1);
    }
    let next = at + 1;
    let ahead = matches!(choice, Choice::Next | Choice::AfterNext);
    // *den vergangenen drei Jahren*
    if let Some((_, noun)) = reader.cardinal(next)
        && let Some((_, end)) = reader.unit(noun)
    {
        return Some(Head::new(Time::Vague, end).ahead(ahead));
    }
    if let Some((unit, end)) = reader.unit(next) {
        let noun = reader.text(next);
        if noun.ends_with("en") || matches!(noun, "Jahre" | "Monate" | "Tage" | "Quartale" | "Halbjahre") {
            return Some(Head::new(Time::Vague, end).ahead(ahead));
        }
        match choice {
            Choice::Same => return Some(same(reader, end)),
            Choice::Before => return Some(Head::new(Time::Shift(unit.stretch()?, -1), end)),
            _ => {}
        }
        match reader.tail(end) {
            (Tail::Year(_) | Tail::Business(_), _) => {
                return super::year::read_named_year(reader, next)
                    .or_else(|| Some(Head::new(Time::Vague, end)));
            }
            (Tail::Of(_), end) => return Some(Head::new(Time::Vague, end)),
            (Tail::None, _) => {}
        }
        let time = match (unit.stretch(), steps(choice)) {
            (Some(stretch), Some(steps)) => Time::Relative(stretch, steps),
            (Some(Stretch::Year), None) => Time::Part(Stretch::Year, 1),
            _ => Time::Vague,
        };
        return Some(Head::new(time, end).ahead(ahead));
    }
    if let Some(((), end)) = reader.word(next, |word| matches!(word, PeriodWord::FiscalUnit(_)).then_some(()))
    {
        return Some(Head::new(Time::Vague, end).ahead(ahead));
    }
    if choice == Choice::Same {
        return None;
    }
    let inner = super::date::read_month(reader, next)
        .or_else(|| super::date::read_season(reader, next))
        .or_else(|| super::date::read_weekday(reader, next))?;
    Some(Head { bare: false, ahead, ..inner })
}

/// *vor zwei Jahren*, *drei Monate zuvor*, *in zwei Jahren*, *seit 20 Jahren*, *binnen zwölf Monaten*.
pub(super) fn read_counted(reader: &Reader, at: usize) -> Option<Head> {
    let (count, noun) = reader.cardinal(at)?;
    let (unit, end) = reader.unit(noun)?;
    let count = i8::try_from(count).ok()?;
    let moved = |steps: i8, shift: bool| match unit.stretch() {
        Some(stretch) if shift => Time::Shift(stretch, steps),
        Some(stretch) => Time::Relative(stretch, steps),
        None => Time::Vague,
    };
    match reader.text(end) {
        "zuvor" | "davor" | "vorher" | "früher" => {
            let head = Head::new(moved(-count, true), end + 1);
            return Some(Head { compared: true, ..head });
        }
        "später" | "danach" | "darauf" => {
            let head = Head::new(moved(count, true), end + 1);
            return Some(Head { compared: true, ..head });
        }
        _ => {}
    }
    let mut left = at.checked_sub(1).filter(|&left| left >= reader.start)?;
    let about = matches!(
        reader.text(left),
        "rund"
            | "etwa"
            | "gut"
            | "knapp"
            | "fast"
            | "mehr"
            | "circa"
            | "ungefähr"
            | "gerade"
            | "genau"
            | "nur"
            | "erst"
            | "von"
    );
    if about {
        left = left.checked_sub(1).filter(|&left| left >= reader.start)?;
    }
    let loose = about && !matches!(reader.text(left + 1), "gerade" | "genau" | "nur" | "erst");
    match reader.opening(left)? {
        Opening::Ago if loose || unit == Unit::Hour => Some(Head::new(Time::Vague, end)),
        Opening::Ago if unit == Unit::Year && count == 1 => {
            Some(Head::new(Time::Shift(Stretch::Year, -1), end))
        }
        // *vor zwei Wochen* is a day.
        Opening::Ago if unit == Unit::Week => Some(Head::new(
            count.checked_mul(7).map_or(Time::Vague, |days| Time::Relative(Stretch::Day, -days)),
            end,
        )),
        Opening::Ago => Some(Head::new(moved(-count, false), end)),
        Opening::Since | Opening::Within => Some(Head::new(Time::Vague, end)),
        Opening::At if reader.text(left) == "in" && !loose && matches!(unit, Unit::Year) => {
            Some(Head::new(moved(count, false), end).ahead(true))
        }
        _ => None,
    }
}

/// *pro Jahr*, *jährlich*, *im Monat*.
pub(super) fn read_frequency(reader: &Reader, at: usize) -> Option<Head> {
    let ((), end) = reader.word(at, |word| matches!(word, PeriodWord::Frequency).then_some(()))?;
    let framed = matches!(reader.text(at), "im" | "Im" | "am" | "Am");
    let goes_on = matches!(
        reader.text(end),
        "der" | "des" | "nach" | "vor" | "davor" | "danach" | "darauf" | "zuvor" | "eins" | "X"
    ) || reader.calendar_year(end).is_some()
        || reader.month(end).is_some();
    if framed && goes_on {
        return None;
    }
    Some(Head::new(Time::Vague, end).used(Use::Frequency))
}

/// *im Gesamtjahr*, *zum Halbjahr*, *im Quartal*: a noun that needs no number.
pub(super) fn read_whole(reader: &Reader, at: usize) -> Option<Head> {
    let (unit, end) = reader.unit(at)?;
    let before = reader.before(at, 1);
    let framed =
        matches!(before, "im" | "Im" | "zum" | "Zum" | "das" | "Das" | "fürs" | "Fürs" | "nach" | "Nach");
    let time = match unit {
        Unit::Year if reader.text(at) == "Gesamtjahr" => {
            return match reader.tail(end) {
                (Tail::None, _) => Some(Head::new(Time::Part(Stretch::Year, 1), end)),
                (tail, after) => Some(Head::new(tail.months(1, 12)?, after)),
            };
        }
        Unit::Half | Unit::Quarter => match reader.tail(end) {
            (Tail::Year(year), after) if unit == Unit::Half => {
                let (from, to) = super::calendar::part(year, Stretch::Half, 1)?;
                return Some(Head::new(Time::Fixed(from, to), after));
            }
            _ if !framed || before.eq_ignore_ascii_case("das") => return None,
            _ if unit == Unit::Half => Time::Part(Stretch::Half, 1),
            _ => Time::Report,
        },
        Unit::FiscalYear if framed => Time::Vague,
        _ => return None,
    };
    Some(Head::new(time, end))
}
