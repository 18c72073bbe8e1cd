//! Dates for times, by the conventions of German news.
//!
//! A numbered part of an unnamed year is the latest one that has begun, unless the sentence looks ahead;
//! *im Vorjahr* beside a figure for a quarter is the same quarter a year before. Without an anchor
//! nothing relative is resolved.

use crate::mention::period::{
    Edge, Period, Reach, Stretch, Time, Use, YearOf,
    calendar::{around, day, last_of_month, months, part, part_months, step, year},
};
use jiff::civil::Date;

/// The dates of a time, both included; an open or unknown end is `None`.
pub type Dates = (Option<Date>, Option<Date>);

/// The dates of a time beside a figure that reports: see [`resolve_ahead`].
pub fn resolve(time: Time, usage: Use, anchor: Option<Date>, focus: Option<(Date, Date)>) -> Dates {
    resolve_ahead(time, usage, anchor, focus, false)
}

/// The dates of a period with its reach and its own words for the future.
///
/// `ahead` says that the sentence speaks of the future.
pub fn resolve_period(
    period: &Period,
    anchor: Option<Date>,
    focus: Option<(Date, Date)>,
    ahead: bool,
) -> Dates {
    let (from, to) = resolve_ahead(period.time, period.usage, anchor, focus, ahead || period.ahead);
    match period.reach {
        Reach::Within => (from, to),
        Reach::Since => (from, None),
        // *bis Ende September* in a report counts from the start of the year.
        Reach::Until
            if !ahead
                && !period.ahead
                && matches!(period.time, Time::Boundary(Some(_), Stretch::Month, Edge::End)) =>
        {
            let past = to.zip(anchor).filter(|(to, anchor)| to <= anchor);
            (past.and_then(|(to, _)| day(to.year(), 1, 1)), to)
        }
        Reach::Until => (None, to),
    }
}

/// The dates of a time.
///
/// The anchor is the date of publication; the focus is the period of the figure that this one is compared
/// with or goes on from. `ahead` chooses the next instead of the latest one where the wording leaves it open.
pub fn resolve_ahead(
    time: Time,
    usage: Use,
    anchor: Option<Date>,
    focus: Option<(Date, Date)>,
    ahead: bool,
) -> Dates {
    if usage == Use::Frequency {
        return (None, None);
    }
    match time {
        Time::Open(from, to) => (from, to),
        _ => closed(time, anchor, focus, ahead).map_or((None, None), |(from, to)| (Some(from), Some(to))),
    }
}

fn closed(
    time: Time,
    anchor: Option<Date>,
    focus: Option<(Date, Date)>,
    ahead: bool,
) -> Option<(Date, Date)> {
    match time {
        Time::Fixed(from, to) => Some((from, to)),
        Time::Open(..) | Time::BusinessYear(_) | Time::Vague => None,
        Time::Report => focus,
        Time::Part(Stretch::Year, _) => {
            let anchor = anchor?;
            // The figures of a whole year come out in the first months of the next one.
            let past = !ahead && anchor.month() <= 4;
            year(anchor.year() - i16::from(past))
        }
        Time::Part(stretch, number) => choose(anchor?, ahead, |year| part(year, stretch, number)),
        Time::PartOf(stretch, number, year) => part(year_of(year, anchor, focus)?, stretch, number),
        Time::FirstMonths(count) => choose_ended(anchor?, ahead, |year| months(year, 1, count)),
        Time::Months(first, last) if first == last => {
            choose(anchor?, ahead, |year| months(year, first, last))
        }
        Time::Months(first, last) => choose_months(anchor?, ahead, first, last),
        Time::MonthsOf(first, last, year) => months(year_of(year, anchor, focus)?, first, last),
        Time::MonthDay(month, date) => nearest(anchor?, ahead, |year| day(year, month, date)).map(point),
        Time::MonthDays(month, first, to_month, last) => {
            let to = nearest(anchor?, ahead, |year| day(year, to_month, last))?;
            Some((day(to.year(), month, first)?, to))
        }
        Time::Boundary(month, stretch, edge) => {
            boundary(month, stretch, edge, anchor?, focus, ahead).map(point)
        }
        Time::YearEdge(of, edge) => edge_of(year(year_of(of, anchor, focus)?)?, edge).map(point),
        Time::Weekday(weekday) => {
            let anchor = anchor?;
            let today = anchor.weekday().to_monday_one_offset().unsigned_abs();
            let back = (today + 7 - weekday) % 7;
            let steps = if ahead && back > 0 { 7 - back.cast_signed() } else { -back.cast_signed() };
            step(anchor, Stretch::Day, steps).map(point)
        }
        Time::Relative(stretch, steps) => {
            around(anchor?, stretch).and_then(|dates| moved(dates, stretch, steps))
        }
        Time::Shift(stretch, steps) => shift(stretch, steps, anchor, focus),
        Time::YearEarlier(stretch) => {
            let last =
                || moved(around(anchor?, stretch)?, stretch, if stretch == Stretch::Day { 0 } else { -1 });
            moved(focus.or_else(last)?, Stretch::Year, -1)
        }
        Time::SameIn(year) => {
            let (from, to) = focus?;
            let years = i8::try_from(year - to.year()).ok()?;
            moved((from, to), Stretch::Year, years)
        }
        Time::YearToDate => {
            let anchor = anchor?;
            Some((day(anchor.year(), 1, 1)?, anchor))
        }
    }
}

const fn point(date: Date) -> (Date, Date) {
    (date, date)
}

/// Both ends of a stretch, some steps on.
fn moved((from, to): (Date, Date), stretch: Stretch, steps: i8) -> Option<(Date, Date)> {
    // The first day of a month is never its last one, so only the end sticks to the end of its month.
    let start = if from == to { step(from, stretch, steps)? } else { step_start(from, stretch, steps)? };
    Some((start, step(to, stretch, steps)?))
}

fn step_start(from: Date, stretch: Stretch, steps: i8) -> Option<Date> {
    let moved = step(from, stretch, steps)?;
    let long = matches!(stretch, Stretch::Week | Stretch::Day);
    if long || from != last_of_month(from) {
        Some(moved)
    } else {
        day(moved.year(), moved.month().unsigned_abs(), from.day().unsigned_abs())
    }
}

/// A time relative to the focus, or to the anchor where there is none.
fn shift(
    stretch: Stretch,
    steps: i8,
    anchor: Option<Date>,
    focus: Option<(Date, Date)>,
) -> Option<(Date, Date)> {
    let Some((from, to)) = focus else {
        return around(anchor?, stretch).and_then(|dates| moved(dates, stretch, steps));
    };
    if stretch == Stretch::Day && steps == 0 {
        // A time of the day: that day, if the focus is one.
        return if from == to { Some((from, to)) } else { anchor.map(point) };
    }
    if stretch == Stretch::Day && from != to {
        return around(anchor?, stretch).and_then(|dates| moved(dates, stretch, steps));
    }
    // *Vormonat* beside a figure for a longer stretch is the month before its last one.
    let longer = matches!(stretch, Stretch::Quarter | Stretch::Month | Stretch::Week)
        && length(from, to) > length_of(stretch);
    if longer {
        return around(to, stretch).and_then(|dates| moved(dates, stretch, steps));
    }
    // *Vorwoche* beside a day is a week.
    if stretch == Stretch::Week && from == to {
        return around(to, stretch).and_then(|dates| moved(dates, stretch, steps));
    }
    moved((from, to), stretch, steps)
}

fn length(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

const fn length_of(stretch: Stretch) -> i32 {
    match stretch {
        Stretch::Year => 366,
        Stretch::Half => 184,
        Stretch::Third => 123,
        Stretch::Quarter => 92,
        Stretch::Month => 31,
        Stretch::Week => 7,
        Stretch::Day => 1,
    }
}

/// The latest stretch that has begun at the anchor; looking ahead, the first that has not ended.
fn choose(anchor: Date, ahead: bool, of: impl Fn(i16) -> Option<(Date, Date)>) -> Option<(Date, Date)> {
    let this = of(anchor.year())?;
    if ahead {
        return if this.1 < anchor { of(anchor.year() + 1) } else { Some(this) };
    }
    if this.0 <= anchor {
        // Late in a year a month long past is rather the one that comes: *im Februar* in November.
        let next = of(anchor.year() + 1)?;
        return Some(if is_nearer_ahead(anchor, this, next) { next } else { this });
    }
    let before = of(anchor.year() - 1)?;
    Some(if is_nearer_ahead(anchor, before, this) { this } else { before })
}

/// Whether a stretch that comes is so near, and the one before so far, that it is meant without a word of it.
fn is_nearer_ahead(anchor: Date, before: (Date, Date), next: (Date, Date)) -> bool {
    let (since, until) = (length(before.1, anchor), length(anchor, next.0));
    before.1 < anchor && since > 150 && until < 20 || since > 245 && until < 85
}

/// The latest stretch of several months whose last month has begun.
fn choose_months(anchor: Date, ahead: bool, first: u8, last: u8) -> Option<(Date, Date)> {
    if ahead {
        return choose(anchor, true, |year| months(year, first, last));
    }
    let seasons = [1, 0, -1].into_iter().filter_map(|back| months(anchor.year() + back, first, last));
    // A season counts from its start on (*in diesem Winter*), other stretches from their last month on.
    seasons.into_iter().find(|&(_, to)| to.first_of_month() <= anchor)
}

/// The latest stretch that has ended at the anchor, or is about to.
fn choose_ended(anchor: Date, ahead: bool, of: impl Fn(i16) -> Option<(Date, Date)>) -> Option<(Date, Date)> {
    let this = of(anchor.year())?;
    if this.1 <= anchor || ahead { Some(this) } else { of(anchor.year() - 1) }
}

/// The day nearest to the anchor; looking ahead, the next one.
fn nearest(anchor: Date, ahead: bool, of: impl Fn(i16) -> Option<Date>) -> Option<Date> {
    let distance = |date: &Date| {
        if ahead && *date < anchor { i32::MAX } else { length(anchor.min(*date), anchor.max(*date)) }
    };
    [-1, 0, 1].into_iter().filter_map(|years| of(anchor.year() + years)).min_by_key(distance)
}

fn year_of(of: YearOf, anchor: Option<Date>, focus: Option<(Date, Date)>) -> Option<i16> {
    match (of, focus) {
        (YearOf::Focus(years), Some((_, to))) => Some(to.year() + i16::from(years)),
        (YearOf::Focus(years) | YearOf::Anchor(years), _) => Some(anchor?.year() + i16::from(years)),
    }
}

fn edge_of((from, to): (Date, Date), edge: Edge) -> Option<Date> {
    match edge {
        Edge::Start => Some(from),
        Edge::End => Some(to),
        Edge::Middle if length(from, to) < 7 => step(from, Stretch::Day, 2),
        Edge::Middle if length(from, to) <= 31 => {
            step(from, Stretch::Day, (length(from, to) / 2).try_into().ok()?)
        }
        Edge::Middle => step(from, Stretch::Month, 6).and_then(|date| step(date, Stretch::Day, -1)),
    }
}

fn boundary(
    month: Option<u8>,
    stretch: Stretch,
    edge: Edge,
    anchor: Date,
    focus: Option<(Date, Date)>,
    ahead: bool,
) -> Option<Date> {
    let Some(month) = month else {
        return match (stretch, focus) {
            (Stretch::Year, _) => nearest(anchor, ahead, |of| edge_of(year(of)?, edge)),
            // *Zum Quartalsende* beside figures for a quarter is the end of that one.
            (_, Some(focus)) if length(focus.0, focus.1) > 25 && stretch != Stretch::Week && !ahead => {
                edge_of(focus, edge)
            }
            (Stretch::Week | Stretch::Day, _) => edge_of(around(anchor, stretch)?, edge),
            _ => {
                let now = around(anchor, stretch)?;
                let date = edge_of(now, edge)?;
                if date <= anchor || ahead { Some(date) } else { edge_of(moved(now, stretch, -1)?, edge) }
            }
        };
    };
    let of = |year: i16| edge_of(part(year, Stretch::Month, month)?, edge);
    if ahead {
        return nearest(anchor, true, of);
    }
    let (this, before) = (of(anchor.year())?, of(anchor.year() - 1)?);
    // *Ende Juni* in a text of the same month may still lie ahead.
    let begun = part_months(Stretch::Month, month).is_some() && this.first_of_month() <= anchor;
    Some(if begun { this } else { before })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::Document,
        lexicon::{Lexicon, Words},
        mention::period::find,
    };

    fn dates(text: &str) -> Option<(Date, Date)> {
        let (from, to) = text.split_once('/').unwrap_or((text, text));
        Some((from.parse().ok()?, to.parse().ok()?))
    }

    #[test]
    fn german_news_conventions() {
        let table = [
            // text, anchor, focus, dates
            ("im zweiten Quartal", "2024-08-29", "", "2024-04-01/2024-06-30"),
            ("im vierten Quartal", "2024-02-10", "", "2023-10-01/2023-12-31"),
            ("in den ersten neun Monaten", "2024-11-04", "", "2024-01-01/2024-09-30"),
            ("in den ersten neun Monaten", "2024-02-04", "", "2023-01-01/2023-09-30"),
            ("im Vorjahr", "2024-08-29", "", "2023-01-01/2023-12-31"),
            ("im Vorjahr", "2024-08-29", "2024-04-01/2024-06-30", "2023-04-01/2023-06-30"),
            ("zum Vormonat", "2015-10-06", "2015-08-01/2015-08-31", "2015-07-01/2015-07-31"),
            ("im Vorjahresquartal", "2024-05-06", "", "2023-01-01/2023-03-31"),
            ("am Dienstag", "2024-10-09", "", "2024-10-08"),
            ("heuer", "2024-10-09", "", "2024-01-01/2024-12-31"),
            ("gestern", "2024-03-01", "", "2024-02-29"),
            ("im abgelaufenen Quartal", "2024-02-10", "", "2023-10-01/2023-12-31"),
            ("Ende Juni", "2024-08-22", "", "2024-06-30"),
            ("zum Jahresende", "2024-02-22", "", "2023-12-31"),
            ("zum Jahresende", "2024-11-22", "", "2024-12-31"),
            ("im Dezember", "2024-01-15", "", "2023-12-01/2023-12-31"),
            ("von Januar bis November", "2021-01-05", "", "2020-01-01/2020-11-30"),
            ("im Winter", "2024-02-15", "", "2023-12-01/2024-02-29"),
            ("drei Monate zuvor", "2025-08-07", "2025-06-30/2025-06-30", "2025-03-31"),
            ("im gleichen Zeitraum 2019", "2020-07-28", "2020-01-01/2020-05-31", "2019-01-01/2019-05-31"),
            ("im Februar 2024", "", "", "2024-02-01/2024-02-29"),
            ("im Februar", "", "", "null"),
            ("in der Vorwoche", "2025-06-23", "", "2025-06-16/2025-06-22"),
            ("am 1. Juli", "2024-06-28", "", "2024-07-01"),
            ("im Gesamtjahr", "2024-03-01", "", "2023-01-01/2023-12-31"),
            ("ab April", "2024-11-12", "", "2025-04-01/null"),
            ("bis Jahresende", "2025-09-17", "", "null/2025-12-31"),
            ("seit Jahresbeginn", "2024-05-02", "", "2024-01-01/2024-05-02"),
            ("im Geschäftsjahr 2013/14", "2014-05-02", "", "null"),
            ("im Dezember des Vorjahres", "2020-02-15", "2020-01-01/2020-01-31", "2019-12-01/2019-12-31"),
            ("Ende vergangenen Jahres", "2020-02-15", "", "2019-12-31"),
        ];
        let lexicon = Lexicon::built_in().unwrap();
        let mut wrong = Vec::new();
        for (text, anchor, focus, want) in table {
            let document = Document::new(text, None);
            let periods = find(&Words::new(&document, &lexicon));
            let (from, to) = resolve_period(&periods[0], anchor.parse().ok(), dates(focus), false);
            let show = |date: Option<Date>| date.map_or("null".to_owned(), |date| date.to_string());
            let got = if from == to { show(from) } else { format!("{}/{}", show(from), show(to)) };
            if got != want {
                wrong.push(format!("«{text}» from {anchor}, focus {focus}: {got}, not {want}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn ahead_chooses_the_next_one() {
        let anchor = Some("2024-11-12".parse().unwrap());
        let (from, _) = resolve_ahead(Time::Months(2, 2), Use::Time, anchor, None, true);
        assert_eq!(from, Some("2025-02-01".parse().unwrap()));
    }
}
