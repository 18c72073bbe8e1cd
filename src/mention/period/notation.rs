//! One line for each time, for lists of examples.

use super::{
    Edge, Period, Reach, Stretch, Time, Use, YearOf,
    calendar::{first_of_month, last_of_month},
};

use std::fmt;

const fn letter(stretch: Stretch) -> char {
    match stretch {
        Stretch::Year => 'Y',
        Stretch::Half => 'H',
        Stretch::Third => 'T',
        Stretch::Quarter => 'Q',
        Stretch::Month => 'M',
        Stretch::Week => 'W',
        Stretch::Day => 'D',
    }
}

const fn edge_name(edge: Edge) -> &'static str {
    match edge {
        Edge::Start => "start",
        Edge::Middle => "middle",
        Edge::End => "end",
    }
}

impl fmt::Display for YearOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anchor(years) => write!(f, "Y{years:+}"),
            Self::Focus(years) => write!(f, "shift {years:+}Y"),
        }
    }
}

/// The notation of a stretch of dates: `2014`, `2014-H1`, `2014-Q3`, `2014-06`, `2014-09-30`, `2014-01/2014-09`.
struct Dates(jiff::civil::Date, jiff::civil::Date);

impl fmt::Display for Dates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(from, to) = *self;
        let whole = first_of_month(from) == from && last_of_month(to) == to;
        let (year, first, last) = (from.year(), from.month(), to.month());
        if from == to {
            write!(f, "{from}")
        } else if !whole {
            write!(f, "{from}/{to}")
        } else if year != to.year() {
            if (first, last) == (1, 12) {
                write!(f, "{year}/{}", to.year())
            } else {
                write!(f, "{year}-{first:02}/{}-{last:02}", to.year())
            }
        } else {
            match (first, last) {
                (1, 12) => write!(f, "{year}"),
                (1, 6) => write!(f, "{year}-H1"),
                (7, 12) => write!(f, "{year}-H2"),
                (1 | 4 | 7 | 10, _) if last == first + 2 => write!(f, "{year}-Q{}", (first + 2) / 3),
                _ if first == last => write!(f, "{year}-{first:02}"),
                _ => write!(f, "{year}-{first:02}/{last:02}"),
            }
        }
    }
}

/// The notation of months of an unnamed year.
struct Months(u8, u8);

impl fmt::Display for Months {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == self.1 { write!(f, "{:02}", self.0) } else { write!(f, "{:02}/{:02}", self.0, self.1) }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Fixed(from, to) => Dates(from, to).fmt(f),
            Self::Open(from, to) => {
                from.map_or(Ok(()), |from| from.fmt(f))?;
                f.write_str("/")?;
                to.map_or(Ok(()), |to| to.fmt(f))
            }
            Self::Part(Stretch::Year, _) => f.write_str("Y ?"),
            Self::Part(stretch, number) => write!(f, "{}{number} ?", letter(stretch)),
            Self::PartOf(stretch, number, year) => write!(f, "{}{number} {year}", letter(stretch)),
            Self::FirstMonths(count) => write!(f, "{count}M ?"),
            Self::Months(first, last) => write!(f, "{} ?", Months(first, last)),
            Self::MonthsOf(first, last, year) => write!(f, "{} {year}", Months(first, last)),
            Self::MonthDay(month, day) => write!(f, "{month:02}-{day:02} ?"),
            Self::MonthDays(month, day, to_month, to_day) => {
                write!(f, "{month:02}-{day:02}/{to_month:02}-{to_day:02} ?")
            }
            Self::Boundary(Some(month), _, edge) => write!(f, "{} {month:02}", edge_name(edge)),
            Self::Boundary(None, stretch, edge) => write!(f, "{} {}", edge_name(edge), letter(stretch)),
            Self::YearEdge(year, edge) => write!(f, "{} {year}", edge_name(edge)),
            Self::Weekday(day) => write!(f, "weekday {day}"),
            Self::Relative(stretch, steps) => write!(f, "{}{steps:+}", letter(stretch)),
            Self::Shift(stretch, steps) => write!(f, "shift {steps:+}{}", letter(stretch)),
            Self::YearEarlier(stretch) => write!(f, "shift -1Y {}", letter(stretch)),
            Self::SameIn(year) => write!(f, "same {year}"),
            Self::BusinessYear(year) => write!(f, "business {year}"),
            Self::YearToDate => f.write_str("year to date"),
            Self::Report => f.write_str("report"),
            Self::Vague => f.write_str("vague"),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.usage {
            Use::Base => f.write_str("base ")?,
            Use::Frequency => return f.write_str("how often"),
            Use::Time => {}
        }
        match self.reach {
            Reach::Since => f.write_str("since ")?,
            Reach::Until => f.write_str("until ")?,
            Reach::Within => {}
        }
        self.time.fmt(f)
    }
}
