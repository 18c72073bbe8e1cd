//! Stretches of the calendar as pairs of dates.

use super::Stretch;
use jiff::{ToSpan, civil::Date};

/// The first day of a date's month.
pub(crate) fn first_of_month(date: Date) -> Date {
    date.first_of_month()
}

/// The last day of a date's month.
pub(crate) fn last_of_month(date: Date) -> Date {
    date.last_of_month()
}

/// A date, if there is such a day.
pub(crate) fn day(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// The months from one to another of a year; a first month behind the last one belongs to the year before.
pub(crate) fn months(year: i16, first: u8, last: u8) -> Option<(Date, Date)> {
    let from_year = if first > last { year - 1 } else { year };
    Some((day(from_year, first, 1)?, last_of_month(day(year, last, 1)?)))
}

/// A year.
pub(crate) fn year(year: i16) -> Option<(Date, Date)> {
    months(year, 1, 12)
}

/// The months that a numbered part of a year covers.
pub(crate) const fn part_months(stretch: Stretch, number: u8) -> Option<(u8, u8)> {
    let length = match stretch {
        Stretch::Year => 12,
        Stretch::Half => 6,
        Stretch::Third => 4,
        Stretch::Quarter => 3,
        Stretch::Month => 1,
        Stretch::Week | Stretch::Day => return None,
    };
    if number == 0 || number > 12 / length {
        return None;
    }
    Some(((number - 1) * length + 1, number * length))
}

/// A numbered part of a year; weeks count as ISO 8601 does.
pub(crate) fn part(of: i16, stretch: Stretch, number: u8) -> Option<(Date, Date)> {
    if stretch == Stretch::Week {
        let monday =
            jiff::civil::ISOWeekDate::new(of, number.try_into().ok()?, jiff::civil::Weekday::Monday).ok()?;
        let from = monday.date();
        return Some((from, from.checked_add(6.days()).ok()?));
    }
    let (first, last) = part_months(stretch, number)?;
    months(of, first, last)
}

/// The stretch around a date.
pub(crate) fn around(date: Date, stretch: Stretch) -> Option<(Date, Date)> {
    let month = date.month().unsigned_abs();
    let number = match stretch {
        Stretch::Year => 1,
        Stretch::Half => (month - 1) / 6 + 1,
        Stretch::Third => (month - 1) / 4 + 1,
        Stretch::Quarter => (month - 1) / 3 + 1,
        Stretch::Month => month,
        Stretch::Week => {
            let from = date.checked_sub(i64::from(date.weekday().to_monday_zero_offset()).days()).ok()?;
            return Some((from, from.checked_add(6.days()).ok()?));
        }
        Stretch::Day => return Some((date, date)),
    };
    part(date.year(), stretch, number)
}

/// A date some stretches on; the last day of a month stays the last one.
pub(crate) fn step(date: Date, stretch: Stretch, steps: i8) -> Option<Date> {
    let steps = i64::from(steps);
    let months = match stretch {
        Stretch::Year => 12,
        Stretch::Half => 6,
        Stretch::Third => 4,
        Stretch::Quarter => 3,
        Stretch::Month => 1,
        Stretch::Week => return date.checked_add((steps * 7).days()).ok(),
        Stretch::Day => return date.checked_add(steps.days()).ok(),
    };
    let moved = date.checked_add((steps * months).months()).ok()?;
    Some(if date == last_of_month(date) { last_of_month(moved) } else { moved })
}
