//! Exchange rates: monthly reference rates of the euro and the rates that were fixed for good.
//!
//! The monthly figures are averages of the reference rates published for every working day, from 1999 on, in units of a
//! currency for one euro, with four digits. A cross rate goes over the euro. Beyond [`last_month`] there is no rate, and
//! only the article's own conversions count.
//!
//! ```
//! use zahlenwerk::validate::rates;
//! assert_eq!(rates::currencies().len(), 42);
//! assert!(rates::last_month().is_some_and(|month| month.as_str() >= "2024-08"));
//! ```

use super::bounds;
use crate::{decimal::Decimal, interval::Interval};
use jiff::civil::Date;
use std::{collections::BTreeMap, sync::OnceLock};

/// Units of old currencies for one euro, fixed on the day they ended.
const FIXED: &[(&str, i64, u32)] = &[
    ("EUR", 1, 0),
    ("DEM", 195_583, 5),
    ("ATS", 137_603, 4),
    ("BEF", 403_399, 4),
    ("LUF", 403_399, 4),
    ("ESP", 166_386, 3),
    ("FIM", 594_573, 5),
    ("FRF", 655_957, 5),
    ("GRD", 34075, 2),
    ("IEP", 787_564, 6),
    ("ITL", 193_627, 2),
    ("NLG", 220_371, 5),
    ("PTE", 200_482, 3),
    ("CYP", 585_274, 6),
    ("EEK", 156_466, 4),
    ("LTL", 34528, 4),
    ("LVL", 702_804, 6),
    ("MTL", 4293, 4),
    ("SIT", 239_640, 3),
    ("SKK", 301_260, 4),
    ("HRK", 75345, 4),
    ("BGN", 195_583, 5),
];

/// The rates of one currency.
#[derive(Debug)]
struct Series {
    /// Months since the year 0 of the first figure.
    first: i32,
    rates: Vec<Option<Decimal>>,
}

fn series() -> &'static BTreeMap<&'static str, Series> {
    static SERIES: OnceLock<BTreeMap<&'static str, Series>> = OnceLock::new();
    SERIES.get_or_init(|| {
        let lines = include_str!("monthly.txt").lines().filter(|line| !line.starts_with('#'));
        lines.filter_map(read).collect()
    })
}

fn read(line: &'static str) -> Option<(&'static str, Series)> {
    let mut fields = line.split_ascii_whitespace();
    let code = fields.next()?;
    let (year, month) = fields.next()?.split_once('-')?;
    let first = number(year.parse().ok()?, month.parse().ok()?);
    let mut rates: Vec<Option<Decimal>> = Vec::new();
    for field in fields {
        let rate = match field {
            "=" => rates.last().copied().flatten(),
            "-" => None,
            _ => field.parse().ok(),
        };
        rates.push(rate);
    }
    Some((code, Series { first, rates }))
}

fn number(year: i32, month: i32) -> i32 {
    year * 12 + month - 1
}

fn month_of(date: Date) -> i32 {
    number(i32::from(date.year()), i32::from(date.month()))
}

/// Every currency with monthly rates, and the euro, by code.
pub fn currencies() -> Vec<&'static str> {
    let mut all: Vec<&str> = series().keys().copied().chain(["EUR"]).collect();
    all.sort_unstable();
    all
}

/// The last month with a rate, as `YYYY-MM`.
pub fn last_month() -> Option<String> {
    let end = |series: &Series| series.first + i32::try_from(series.rates.len()).unwrap_or(0) - 1;
    let last = series().values().map(end).max()?;
    Some(format!("{:04}-{:02}", last.div_euclid(12), last.rem_euclid(12) + 1))
}

/// Units of a currency for one euro in the month of a date; fixed rates hold in every month without an average.
///
/// ```
/// use zahlenwerk::validate::rates;
/// let date = jiff::civil::date(2024, 8, 26);
/// assert_eq!(rates::of_month("CNY", date).unwrap().to_string(), "7.874");
/// assert_eq!(rates::of_month("DEM", date).unwrap().to_string(), "1.95583");
/// assert_eq!(rates::of_month("CNY", jiff::civil::date(1990, 1, 1)), None);
/// ```
pub fn of_month(code: &str, date: Date) -> Option<Decimal> {
    in_month(code, month_of(date))
}

fn in_month(code: &str, month: i32) -> Option<Decimal> {
    let average = series().get(code).and_then(|series| {
        let at = usize::try_from(month - series.first).ok()?;
        series.rates.get(at).copied().flatten()
    });
    average.or_else(|| FIXED.iter().find(|rate| rate.0 == code).map(|rate| Decimal::new(rate.1, rate.2)))
}

/// The most months of one window: longer periods count from their end.
const MOST_MONTHS: i32 = 36;

/// Units of `to` for one `from`: lowest and highest of the months from `start` to `end`; `None` where no month has both.
pub(crate) fn cross(from: &str, to: &str, start: Date, end: Date) -> Option<Interval> {
    let last = month_of(end);
    let first = month_of(start).clamp(last - MOST_MONTHS, last);
    // The article may use the rate of the day before, and its figures the one of the month before.
    let of = |month: i32| {
        let rate = |code: &str| in_month(code, month).map(Interval::exactly);
        Some(bounds::divide(rate(to)?, rate(from)?))
    };
    (first - 1..=last + 1).filter_map(of).reduce(|all, next| all.cover(&next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_line_is_read_whole() {
        let lines = include_str!("monthly.txt").lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(series().len(), lines);
        for (code, series) in series() {
            assert!(series.rates.iter().flatten().count() > 24, "{code}");
            assert!(series.rates.iter().flatten().all(|rate| *rate > Decimal::ZERO), "{code}");
        }
    }

    #[test]
    fn crosses_go_over_the_euro() {
        let rate = cross("USD", "CNY", date(2024, 8, 1), date(2024, 8, 26)).unwrap();
        assert!(rate.contains("7.15".parse().unwrap()), "{rate}");
        let old = cross("DEM", "ATS", date(1985, 1, 1), date(1985, 1, 1)).unwrap();
        assert!(
            old.contains("7.0355".parse().unwrap()) || old.low.unwrap().round_dp(2).to_string() == "7.04"
        );
        assert_eq!(cross("USD", "XXX", date(2024, 8, 1), date(2024, 8, 26)), None);
    }
}
