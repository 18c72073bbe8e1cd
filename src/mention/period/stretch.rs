//! Parts of years: quarters, halves, first months, edges, and what names their year.

use super::{Edge, Head, Reader, Stretch, Time, YearOf, calendar};
use crate::lexicon::periods::{Choice, Meaning, PeriodWord, Unit};

/// What names the year of a part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tail {
    None,
    Year(i16),
    Of(YearOf),
    Business(i16),
}

impl Tail {
    /// Months of that year.
    pub(super) fn months(self, first: u8, last: u8) -> Option<Time> {
        Some(match self {
            Self::None => Time::Months(first, last),
            Self::Year(year) => {
                calendar::months(year, first, last).map(|(from, to)| Time::Fixed(from, to))?
            }
            Self::Of(year) => Time::MonthsOf(first, last, year),
            Self::Business(_) => Time::Vague,
        })
    }

    /// A numbered part of that year.
    fn part(self, stretch: Stretch, number: u8) -> Option<Time> {
        Some(match self {
            Self::None => Time::Part(stretch, number),
            Self::Year(year) => {
                calendar::part(year, stretch, number).map(|(from, to)| Time::Fixed(from, to))?
            }
            Self::Of(year) => Time::PartOf(stretch, number, year),
            Self::Business(_) => Time::Vague,
        })
    }
}

impl Reader<'_, '_, '_> {
    pub(super) fn unit(&self, at: usize) -> Option<(Unit, usize)> {
        self.word(at, |word| match word {
            PeriodWord::Unit(unit, None) => Some(unit),
            _ => None,
        })
    }

    pub(super) fn choice(&self, at: usize) -> Option<(Choice, u8)> {
        self.words.find(at, |sense| match sense {
            crate::lexicon::Sense::Period(PeriodWord::Choice(choice, number)) => Some((choice, number)),
            _ => None,
        })
    }

    pub(super) fn cardinal(&self, at: usize) -> Option<(u8, usize)> {
        if let Some(number) = self.digits(at) {
            return Some((number, at + 1));
        }
        self.word(at, |word| if let PeriodWord::Cardinal(number) = word { Some(number) } else { None })
    }

    /// Whether the next word goes on with the other end of a stretch.
    pub(super) fn goes_on_as_range(&self, at: usize) -> bool {
        matches!(self.text(at), "bis" | "–" | "-")
            && (self.month(at + 1).is_some() || self.text(at + 1) == "Ende")
    }

    /// What names the year: *2014*, *des Vorjahres*, *dieses Jahres*, *des Geschäftsjahres 2013/14*.
    pub(super) fn tail(&self, at: usize) -> (Tail, usize) {
        if let Some((year, end)) = self.business_year(at) {
            return (Tail::Business(year), end);
        }
        if let Some((year, end)) = self.calendar_year(at) {
            return if self.text(at) == "," { (Tail::None, at) } else { (Tail::Year(year), end) };
        }
        let linked = matches!(self.text(at), "des" | "vom" | "im" | "eines" | "in" | "von" | "der");
        let next = if linked { at + 1 } else { at };
        if let Some((Meaning::YearBefore, end)) = self.relative(next)
            && linked
            && self.text(at) != "von"
        {
            return (Tail::Of(YearOf::Focus(-1)), end);
        }
        if linked && self.text(at) == "von" {
            return self.calendar_year(next).map_or((Tail::None, at), |(year, end)| (Tail::Year(year), end));
        }
        let mut noun = next;
        let mut year = None;
        while let Some((choice, _)) = self.choice(noun) {
            let Some(steps) = steps(choice) else { return (Tail::None, at) };
            year = Some(if choice == Choice::Before { YearOf::Focus(-1) } else { YearOf::Anchor(steps) });
            noun += 1;
        }
        let Some((unit @ (Unit::Year | Unit::FiscalYear), end)) = self.unit(noun) else {
            return (Tail::None, at);
        };
        if let Some((first, end)) = self.business_year(end) {
            return (Tail::Business(first), end);
        }
        if let Some((number, end)) = self.calendar_year(end) {
            return (Tail::Year(number), end);
        }
        match year {
            // *im Juni vergangenen Jahres*, but not *im Juni dieses Jahr*.
            Some(year) if self.text(noun).ends_with('s') || linked => (Tail::Of(year), end),
            None if matches!(self.text(at), "des" | "im") && unit == Unit::Year => (Tail::None, end),
            None if self.text(at) == "des" => (Tail::Business(0), end),
            _ => (Tail::None, at),
        }
    }
}

/// How many steps from the current one an adjective goes.
pub(super) const fn steps(choice: Choice) -> Option<i8> {
    match choice {
        Choice::This => Some(0),
        Choice::Last | Choice::Before => Some(-1),
        Choice::BeforeLast => Some(-2),
        Choice::ThirdLast => Some(-3),
        Choice::Next => Some(1),
        Choice::AfterNext => Some(2),
        Choice::Same | Choice::Whole | Choice::Ordinal => None,
    }
}

/// *dritten Quartal*, *3. Quartal 2014*, *laufenden zweiten Halbjahr*, *Schlussquartal*, *Q3/2014*.
pub(super) fn read_numbered(reader: &Reader, at: usize) -> Option<Head> {
    let mut at = at;
    while let Some((choice, _)) = reader.choice(at).filter(|&(choice, _)| choice != Choice::Ordinal) {
        if choice == Choice::Same {
            return None;
        }
        at += 1;
    }
    let (unit, number, mut end) = match reader.choice(at) {
        Some((_, number)) => {
            let next = if reader.text(at + 1) == "." { at + 2 } else { at + 1 };
            let next = if reader.choice(next).is_some() { next + 1 } else { next };
            read_part_noun(reader, next).map(|(unit, end)| (unit, number, end))?
        }
        None => match reader.digits(at) {
            Some(number) if reader.text(at + 1) == "." => {
                read_part_noun(reader, at + 2).map(|(unit, end)| (unit, number, end))?
            }
            _ => reader
                .word(at, |word| match word {
                    PeriodWord::Unit(unit, Some(number)) | PeriodWord::Short(unit, number) => {
                        Some((unit, number))
                    }
                    _ => None,
                })
                .map(|((unit, number), end)| (unit, number, end))?,
        },
    };
    let (tail, after) = reader.tail(end);
    if after > end {
        end = after;
    }
    let time = match unit {
        Unit::MonthsFromStart if tail == Tail::None => Time::FirstMonths(number),
        Unit::MonthsFromStart => tail.months(1, number)?,
        Unit::Year => return None,
        // Part of a business year that begins nobody knows when.
        Unit::FiscalYear => Time::Vague,
        unit => tail.part(unit.stretch()?, number)?,
    };
    Some(Head::new(time, end))
}

/// A noun whose parts have numbers; parts of business years give [`Unit::FiscalYear`].
fn read_part_noun(reader: &Reader, at: usize) -> Option<(Unit, usize)> {
    if reader.text(at) == "Geschäftsjahr" {
        return None;
    }
    let week = matches!(reader.text(at), "Kalenderwoche" | "KW");
    reader.word(at, |word| match word {
        PeriodWord::Unit(unit @ (Unit::Half | Unit::Third | Unit::Quarter), None) => Some(unit),
        PeriodWord::Unit(Unit::Week, None) if week => Some(Unit::Week),
        PeriodWord::FiscalUnit(_) => Some(Unit::FiscalYear),
        _ => None,
    })
}

/// *ersten neun Monaten*, *ersten drei Quartale 2014*.
pub(super) fn read_first_months(reader: &Reader, at: usize) -> Option<Head> {
    let first = matches!(reader.choice(at), Some((Choice::Ordinal, 1)));
    let (count, next) = reader.cardinal(if first { at + 1 } else { at })?;
    let next = if !first && matches!(reader.choice(next), Some((Choice::Ordinal, 1))) {
        next + 1
    } else if first {
        next
    } else {
        return None;
    };
    let (unit, end) = reader.unit(next)?;
    let months = match unit {
        Unit::Month => count,
        Unit::Quarter => count.checked_mul(3)?,
        Unit::Week | Unit::Day | Unit::Year | Unit::Hour => return Some(Head::new(Time::Vague, end)),
        _ => return None,
    };
    if !(1..=12).contains(&months) {
        return None;
    }
    let (tail, after) = reader.tail(end);
    let time = if tail == Tail::None { Time::FirstMonths(months) } else { tail.months(1, months)? };
    Some(Head::new(time, after))
}

/// *Ende Juni*, *Mitte 2015*, *Ende des dritten Quartals*, *Jahresende*, *Ende vergangenen Jahres*.
pub(super) fn read_boundary(reader: &Reader, at: usize) -> Option<Head> {
    let ((edge, of), end) = reader
        .word(at, |word| if let PeriodWord::Boundary(edge, of) = word { Some((edge, of)) } else { None })?;
    if let Some(unit) = of {
        let (tail, after) = reader.tail(end);
        let time = match (unit, tail) {
            (Unit::Year | Unit::FiscalYear, Tail::Year(year)) => fixed_edge(calendar::year(year)?, edge)?,
            (Unit::Year, Tail::None) => Time::Boundary(None, Stretch::Year, edge),
            (Unit::YearBefore, _) => Time::YearEdge(YearOf::Focus(-1), edge),
            (unit, Tail::None) => {
                unit.stretch().map_or(Time::Vague, |stretch| Time::Boundary(None, stretch, edge))
            }
            _ => Time::Vague,
        };
        let bare = reader.before(at, 1).is_empty() && matches!(unit, Unit::Decade);
        return if bare { None } else { Some(Head::new(time, after)) };
    }
    let next = if matches!(reader.text(end), "des" | "der" | "eines" | "vom") { end + 1 } else { end };
    if let Some((year, after)) = reader.calendar_year(end).filter(|_| reader.text(end).len() == 4) {
        return Some(Head::new(fixed_edge(calendar::year(year)?, edge)?, after));
    }
    if let Some((Meaning::YearBefore, after)) = reader.relative(next) {
        return Some(Head::new(Time::YearEdge(YearOf::Focus(-1), edge), after));
    }
    if let Some((unit, after)) = reader.unit(next) {
        let (tail, _) = reader.tail(end);
        if let Tail::Year(year) = tail {
            return Some(Head::new(fixed_edge(calendar::year(year)?, edge)?, reader.tail(end).1));
        }
        let time = match unit {
            Unit::FiscalYear => Time::Vague,
            unit => unit.stretch().map_or(Time::Vague, |stretch| Time::Boundary(None, stretch, edge)),
        };
        return Some(Head::new(time, after));
    }
    let inner = read_month_or_part(reader, next)?;
    let time = match inner.time {
        Time::Months(month, last) if month == last => Time::Boundary(Some(month), Stretch::Month, edge),
        Time::Part(stretch, number) => {
            let (first, last) = calendar::part_months(stretch, number)?;
            let month = match edge {
                Edge::Start => first,
                Edge::Middle => u8::midpoint(first, last),
                Edge::End => last,
            };
            Time::Boundary(Some(month), Stretch::Month, edge)
        }
        Time::Fixed(from, to) => fixed_edge((from, to), edge)?,
        Time::Relative(Stretch::Year, steps) => Time::YearEdge(YearOf::Anchor(steps), edge),
        Time::Relative(stretch, 0) => Time::Boundary(None, stretch, edge),
        _ => Time::Vague,
    };
    Some(Head { time, bare: false, ..inner })
}

fn read_month_or_part(reader: &Reader, at: usize) -> Option<Head> {
    super::date::read_month(reader, at)
        .or_else(|| read_numbered(reader, at))
        .or_else(|| super::relative::read_chosen(reader, at))
        .or_else(|| super::year::read_named_year(reader, at))
        .or_else(|| super::year::read_decade(reader, at))
}

/// The edge of fixed dates.
fn fixed_edge((from, to): (jiff::civil::Date, jiff::civil::Date), edge: Edge) -> Option<Time> {
    let point = match edge {
        Edge::Start => from,
        Edge::End => to,
        Edge::Middle if from.month() == to.month() => {
            calendar::day(from.year(), from.month().unsigned_abs(), 15)?
        }
        Edge::Middle => {
            let middle = i8::midpoint(from.month(), to.month());
            calendar::last_of_month(calendar::day(from.year(), middle.unsigned_abs(), 1)?)
        }
    };
    Some(Time::Fixed(point, point))
}
