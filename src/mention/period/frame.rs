//! What stands around a time: its preposition and determiner, and the other end of a stretch.

use super::{Head, Period, Place, Reach, Reader, Stretch, Time, Use, calendar};
use crate::lexicon::periods::Opening;
use crate::lexicon::{Sense, grammar::FunctionWord};

/// Joins a head with what stands around it; `None` where it means no time.
pub(super) fn frame(reader: &Reader, at: usize, rule: &'static str, head: Head) -> Option<Period> {
    let mut first = at;
    let mut determined = false;
    // *die aktuell gültigen*, *das 2019 gegründete*: the article belongs to a later noun.
    let adverbial = rule == "year" || rule == "relative" && !has_capital(reader, at, head.end);
    while !adverbial && first > reader.start && first + 3 > at && is_determiner(reader, first - 1) {
        first -= 1;
        determined = true;
    }
    let opening =
        first.checked_sub(1).filter(|&left| left >= reader.start).and_then(|left| reader.opening(left));
    let preposition = if opening.is_some() { reader.text(first - 1) } else { "" };
    let mut head = head;
    let ranged = read_range(reader, &head, opening);
    if let Some((time, end)) = ranged {
        head.time = time;
        head.end = end;
    }
    if head.bare && opening.is_none() && !determined && ranged.is_none() && !reader.before(at, 1).eq("(") {
        return None;
    }
    // *der März-Bericht*
    let joined = |at: usize| reader.words.is_joined(at) && at < reader.end;
    if ranged.is_none()
        && reader.text(head.end) == "-"
        && joined(head.end)
        && joined(head.end + 1)
        && rule != "decade"
    {
        return None;
    }
    let mut opening = opening;
    if opening.is_some() {
        first -= 1;
        // *bis zum Jahr 2030*
        if opening == Some(Opening::At)
            && first > reader.start
            && reader.opening(first - 1) == Some(Opening::Until)
        {
            first -= 1;
            opening = Some(Opening::Until);
        }
        if head.usage == Use::Time
            && let Some(start) = find_comparison(reader, first)
        {
            first = start;
            head.usage = Use::Base;
            head.compared = true;
        }
    }
    if !govern(&mut head, opening, preposition, reader, ranged.is_some()) {
        return None;
    }
    // *als im Vorjahr*, *als noch 2013*
    if first > reader.start && head.usage == Use::Time {
        let back = usize::from(matches!(reader.before(first, 1), "noch" | "etwa"));
        if matches!(reader.before(first, 1 + back), "als") && opening != Some(Opening::Until) {
            head.usage = Use::Base;
            head.compared = true;
            first -= 1 + back;
        }
    }
    let time = open(head.time, &mut head.reach);
    let end = head.end;
    Some(Period {
        place: Place {
            span: reader.words.document.token_span(first, end - 1),
            first: first as u32,
            end: end as u32,
            rule,
        },
        time,
        usage: head.usage,
        compared: head.compared,
        reach: head.reach,
        ahead: head.ahead,
    })
}

/// What the preposition makes of a time; `false` where the two make no time.
fn govern(
    head: &mut Head,
    opening: Option<Opening>,
    preposition: &str,
    reader: &Reader,
    ranged: bool,
) -> bool {
    let shifted = match head.time {
        Time::Shift(_, steps) => steps < 0,
        Time::YearEarlier(_) | Time::SameIn(_) => true,
        _ => false,
    };
    let opposed = preposition.eq_ignore_ascii_case("gegenüber")
        || preposition.eq_ignore_ascii_case("versus")
        || preposition == "vs";
    let next = reader.text(head.end);
    let based = match opening {
        // *unter 2014* compares with a number.
        Some(Opening::Compared) if !opposed && !shifted && matches!(head.time, Time::Fixed(..)) => {
            return false;
        }
        Some(Opening::Compared) => opposed || shifted,
        Some(Opening::Than) => true,
        Some(Opening::At) => shifted && matches!(preposition, "zum" | "Zum" | "zur" | "Zur" | "zu"),
        Some(Opening::For) => shifted && matches!(preposition, "über" | "auf"),
        // *von Februar auf März*
        Some(Opening::Of) if !ranged => {
            shifted || next == "auf" && matches!(head.time, Time::Months(..) | Time::Fixed(..))
        }
        _ => false,
    };
    match opening {
        // *von 2026 an*
        Some(Opening::Of) if !ranged && matches!(next, "an" | "ab") => {
            head.reach = Reach::Since;
            head.end += 1;
            return true;
        }
        Some(Opening::Of) if !ranged => head.compared = true,
        Some(Opening::After) => head.compared = true,
        Some(Opening::Since) => head.reach = Reach::Since,
        Some(Opening::From) => {
            head.reach = Reach::Since;
            head.ahead = true;
        }
        Some(Opening::Until) => head.reach = Reach::Until,
        _ => {}
    }
    if based {
        head.usage = Use::Base;
        head.compared = true;
    }
    true
}

/// An open stretch with fixed ends, where the wording fixes them.
fn open(time: Time, reach: &mut Reach) -> Time {
    match (time, *reach) {
        (Time::Fixed(from, _), Reach::Since) => {
            *reach = Reach::Within;
            Time::Open(Some(from), None)
        }
        (Time::Fixed(_, to), Reach::Until) => {
            *reach = Reach::Within;
            Time::Open(None, Some(to))
        }
        (Time::Boundary(None, Stretch::Year, super::Edge::Start), Reach::Since) => {
            *reach = Reach::Within;
            Time::YearToDate
        }
        (Time::Vague | Time::YearToDate, _) => {
            *reach = Reach::Within;
            time
        }
        _ => time,
    }
}

fn has_capital(reader: &Reader, first: usize, end: usize) -> bool {
    (first..end).any(|at| reader.is_capitalised(at))
}

fn is_determiner(reader: &Reader, at: usize) -> bool {
    reader.words.has(at, |sense| {
        matches!(sense, Sense::Function(FunctionWord::Determiner(_) | FunctionWord::Possessive(_)))
    })
}

/// The start of *im Vergleich zum* and the like, whose last word stands at `at`.
fn find_comparison(reader: &Reader, at: usize) -> Option<usize> {
    if !matches!(reader.text(at), "zu" | "zum" | "zur" | "mit" | "an" | "am") {
        return None;
    }
    match reader.before(at, 1) {
        "Vergleich" | "Verhältnis" | "Gegensatz" | "Unterschied" => Some(match reader.before(at, 2) {
            "im" | "Im" | "Zum" | "zum" => at - 2,
            _ => at - 1,
        }),
        "verglichen" | "Verglichen" | "gemessen" | "Gemessen" | "relativ" | "Relativ" => Some(at - 1),
        _ => None,
    }
}

/// The other end of a stretch: *bis März*, *und 2014*.
fn read_range(reader: &Reader, head: &Head, opening: Option<Opening>) -> Option<(Time, usize)> {
    let joiner = reader.text(head.end);
    if !matches!(joiner, "bis" | "und" | "–" | "-" | "/") || head.usage != Use::Time {
        return None;
    }
    let mut next = head.end + 1;
    if joiner == "bis" {
        while matches!(
            reader.text(next),
            "zum" | "zur" | "einschließlich" | "inklusive" | "inkl" | "dem" | "den" | "der"
        ) {
            next += 1;
        }
    }
    // *zwischen 2012 und 2017 Preise abgesprochen*: the first year shows that the second is one.
    let year = || {
        let whole =
            matches!(head.time, Time::Fixed(from, _) if reader.text(head.end - 1).parse() == Ok(from.year()));
        let (year, end) =
            reader.calendar_year(next).filter(|_| whole && opening == Some(Opening::Between))?;
        let (from, to) = calendar::months(year, 1, 12)?;
        Some(Head::new(Time::Fixed(from, to), end))
    };
    let read = || reader.head(next).map(|(_, head)| head).or_else(year);
    let other = (next < reader.end).then(read)??;
    let lists = joiner == "und" && opening != Some(Opening::Between);
    let time = if lists { list(head.time, other.time) } else { join(head.time, other.time) }?;
    Some((time, other.end))
}

/// From one time to another.
fn join(from: Time, to: Time) -> Option<Time> {
    Some(match (from, to) {
        (
            Time::Months(first, _),
            Time::Months(_, last) | Time::Boundary(Some(last), Stretch::Month, super::Edge::End),
        ) => Time::Months(first, last),
        (Time::Months(first, _), Time::MonthsOf(_, last, year)) => Time::MonthsOf(first, last, year),
        (Time::Months(first, _), Time::Fixed(_, to)) => {
            let last = to.month().unsigned_abs();
            Time::Fixed(calendar::months(to.year(), first, last)?.0, to)
        }
        (
            Time::Boundary(Some(month), _, super::Edge::Start),
            Time::Boundary(Some(last), _, super::Edge::End),
        ) => Time::Months(month, last),
        (Time::MonthDay(month, day), Time::MonthDay(to_month, to_day)) => {
            Time::MonthDays(month, day, to_month, to_day)
        }
        (Time::MonthDay(month, day), Time::Fixed(to, _)) => {
            Time::Fixed(calendar::day(to.year(), month, day).filter(|from| *from <= to)?, to)
        }
        (Time::Fixed(from, _), Time::Fixed(_, to)) if from <= to => Time::Fixed(from, to),
        (Time::Fixed(from, _), Time::Relative(Stretch::Day, 0)) => Time::Open(Some(from), None),
        _ => return None,
    })
}

/// Two times named together that make one stretch: *Jänner und Februar*.
fn list(first: Time, second: Time) -> Option<Time> {
    let follows = match (first, second) {
        (Time::Months(a, _), Time::Months(b, _)) => a % 12 + 1 == b,
        (Time::Months(a, _), Time::Fixed(from, to)) => {
            from.month() == to.month()
                && i32::from(a % 12) + 1 == i32::from(from.month())
                && to == calendar::last_of_month(from)
        }
        _ => false,
    };
    if follows { join(first, second) } else { None }
}
