//! Days, months, seasons, weekdays and clock times.

use super::{Head, Reader, Stretch, Time, calendar, stretch::Tail};
use crate::lexicon::periods::PeriodWord;

impl Reader<'_, '_, '_> {
    /// A month by its name; not the verb or the start of another word in small letters.
    pub(super) fn month(&self, at: usize) -> Option<(u8, usize)> {
        if !self.is_capitalised(at) {
            return None;
        }
        let (month, end) =
            self.word(at, |word| if let PeriodWord::Month(month) = word { Some(month) } else { None })?;
        let dotted = self.text(at).len() <= 4 && self.text(end) == "." && self.words.is_joined(end);
        if self.text(at).len() <= 3 && !matches!(self.text(at), "Mai") && !dotted && !self.is_digits(end) {
            return None;
        }
        // The dot of an abbreviation belongs to it where more of the date follows.
        let end =
            if dotted && !matches!(self.text(at), "Mai" | "Juni" | "Juli" | "März") && end + 1 < self.end {
                end + 1
            } else {
                end
            };
        Some((month, end))
    }

    fn is_digits(&self, at: usize) -> bool {
        self.text(at).as_bytes().first().is_some_and(u8::is_ascii_digit)
    }

    /// A small number in digits: a day, an ordinal, a count.
    pub(super) fn digits(&self, at: usize) -> Option<u8> {
        let text = self.text(at);
        if text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            text.parse().ok()
        } else {
            None
        }
    }

    /// A day with its dot: *30.* .
    fn ordinal_day(&self, at: usize) -> Option<(u8, usize)> {
        let day = self.digits(at).filter(|day| (1..=31).contains(day))?;
        (self.text(at + 1) == "." && self.words.is_joined(at + 1)).then_some((day, at + 2))
    }

    /// *30. September*; gives the month, the day and the token after the month.
    fn day_of_month(&self, at: usize) -> Option<(u8, u8, usize)> {
        let (day, next) = self.ordinal_day(at)?;
        if let Some((month, end)) = self.month(next) {
            return Some((month, day, end));
        }
        // 30. 9. 2014
        let (month, end) = self.ordinal_day(next).filter(|&(month, _)| month <= 12)?;
        self.calendar_year(end).map(|_| (month, day, end))
    }
}

/// *17.30 Uhr*: a time of the day that the article is about.
pub(super) fn read_clock(reader: &Reader, at: usize) -> Option<Head> {
    let text = reader.text(at);
    let digits =
        text.len() <= 5 && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b':'));
    if !digits || text.is_empty() {
        return None;
    }
    let split = matches!(reader.text(at + 1), ":" | ".")
        && reader.digits(at + 2).is_some()
        && reader.words.is_joined(at + 2);
    let hour = if split { at + 3 } else { at + 1 };
    (reader.text(hour) == "Uhr").then(|| Head::new(Time::Shift(Stretch::Day, 0), hour + 1))
}

/// *30.9.2014*, *20.11.16*.
pub(super) fn read_numeric_date(reader: &Reader, at: usize) -> Option<Head> {
    let mut parts = reader.text(at).split('.');
    let day: u8 = parts.next()?.parse().ok()?;
    let month: u8 = parts.next()?.parse().ok()?;
    let Some(year) = parts.next() else {
        // 30.9. before something else
        let closed = reader.text(at + 1) == "." && reader.words.is_joined(at + 1);
        let dated = closed
            && (1..=31).contains(&day)
            && (1..=12).contains(&month)
            && reader.opening(at.checked_sub(1)?).is_some();
        return dated.then(|| Head::new(Time::MonthDay(month, day), at + 2));
    };
    let number: i16 = year.parse().ok()?;
    let year = match year.len() {
        4 => number,
        2 if number < 70 => 2000 + number,
        2 => 1900 + number,
        _ => return None,
    };
    let date = calendar::day(year, month, day).filter(|_| parts.next().is_none())?;
    Some(Head::new(Time::Fixed(date, date), at + 1))
}

/// *30. September*, *30. September 2014*, *5. bis 7. Juni*.
pub(super) fn read_day(reader: &Reader, at: usize) -> Option<Head> {
    if let Some((first, next)) = reader.ordinal_day(at)
        && matches!(reader.text(next), "bis" | "-" | "–" | "und" | "/")
        && let Some((month, last, end)) =
            reader.day_of_month(if reader.text(next + 1) == "zum" { next + 2 } else { next + 1 })
    {
        return Some(match reader.calendar_year(end) {
            Some((year, end)) => {
                let from = calendar::day(year, month, first)?;
                Head::new(Time::Fixed(from, calendar::day(year, month, last)?), end)
            }
            None => Head::new(Time::MonthDays(month, first, month, last), end),
        });
    }
    let (month, day, end) = reader.day_of_month(at)?;
    let (tail, after) = reader.tail(end);
    Some(match tail {
        Tail::Year(year) => {
            let date = calendar::day(year, month, day)?;
            Head::new(Time::Fixed(date, date), after)
        }
        Tail::Of(_) | Tail::Business(_) => Head::new(Time::Vague, after),
        Tail::None => Head::new(Time::MonthDay(month, day), end),
    })
}

/// *Juni*, *Juni 2014*, *Juni des Vorjahres*.
pub(super) fn read_month(reader: &Reader, at: usize) -> Option<Head> {
    let (month, end) = reader.month(at)?;
    let (tail, after) = reader.tail(end);
    let head = Head::new(tail.months(month, month)?, after);
    Some(if matches!(tail, Tail::None) && !reader.goes_on_as_range(after) { head.bare() } else { head })
}

/// *Sommer*, *Sommer 2014*, *Winter 2013/14*.
pub(super) fn read_season(reader: &Reader, at: usize) -> Option<Head> {
    if !reader.is_capitalised(at) {
        return None;
    }
    let ((first, last), end) = reader.word(at, |word| {
        if let PeriodWord::Season(first, last) = word { Some((first, last)) } else { None }
    })?;
    let (tail, after) = reader.tail(end);
    let time = match tail {
        Tail::Business(year) => {
            calendar::months(year + 1, first, last).map(|(from, to)| Time::Fixed(from, to))?
        }
        _ => tail.months(first, last)?,
    };
    let head = Head::new(time, after);
    Some(if matches!(tail, Tail::None) { head.bare() } else { head })
}

/// *Montag*, *Montagabend*, *Dienstag früh*, *Montag, dem 30. September*.
pub(super) fn read_weekday(reader: &Reader, at: usize) -> Option<Head> {
    if !reader.is_capitalised(at) {
        return None;
    }
    let (day, mut end) =
        reader.word(at, |word| if let PeriodWord::Weekday(day) = word { Some(day) } else { None })?;
    let dotted = usize::from(reader.text(end) == "." && reader.text(at).len() == 2);
    let comma = end + dotted + usize::from(reader.text(end + dotted) == ",");
    let date = comma + usize::from(matches!(reader.text(comma), "dem" | "den" | "der"));
    if let Some(date) = read_numeric_date(reader, date).or_else(|| read_day(reader, date)) {
        return Some(date);
    }
    if reader.text(at).len() <= 2 {
        return None;
    }
    if let Some(((), after)) = reader.word(end, |word| matches!(word, PeriodWord::Daytime).then_some(())) {
        end = after;
    }
    Some(Head::new(Time::Weekday(day), end).bare())
}

/// *am Abend*, *zu Mittag*: the time of day alone.
pub(super) fn read_daytime(reader: &Reader, at: usize) -> Option<Head> {
    let ((), end) = reader.word(at, |word| matches!(word, PeriodWord::Daytime).then_some(()))?;
    let framed = matches!(
        reader.before(at, 1),
        "am" | "Am" | "zu" | "Zu" | "gegen" | "bis" | "zum" | "frühen" | "späten"
    );
    (framed && reader.is_capitalised(at)).then(|| Head::new(Time::Shift(Stretch::Day, 0), end))
}

/// *Neujahr*, *Weihnachten*.
pub(super) fn read_holiday(reader: &Reader, at: usize) -> Option<Head> {
    let (day, end) =
        reader.word(at, |word| if let PeriodWord::Holiday(day) = word { Some(day) } else { None })?;
    let (tail, after) = reader.tail(end);
    Some(match (day, tail) {
        (Some((month, day)), Tail::Year(year)) => {
            let date = calendar::day(year, month, day)?;
            Head::new(Time::Fixed(date, date), after)
        }
        (Some((month, day)), _) => Head::new(Time::MonthDay(month, day), end).bare(),
        (None, _) => Head::new(Time::Vague, after).bare(),
    })
}
