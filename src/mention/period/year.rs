//! Years, business years and decades.

use super::{Head, Reader, Time, calendar};
use crate::{
    document::Class,
    lexicon::{
        Sense,
        periods::{Opening, PeriodWord, Unit},
    },
};

/// Words before four digits that make them a number.
const COUNTED: [&str; 40] = [
    "rund",
    "etwa",
    "circa",
    "ca",
    "knapp",
    "fast",
    "gut",
    "mindestens",
    "höchstens",
    "insgesamt",
    "nahezu",
    "ungefähr",
    "weitere",
    "weiteren",
    "um",
    "auf",
    "bei",
    "mit",
    "Nr",
    "Nummer",
    "§",
    "Paragraf",
    "Artikel",
    "Euro",
    "Dollar",
    "Franken",
    "EUR",
    "USD",
    "CHF",
    "zu",
    "€",
    "$",
    "über",
    "unter",
    "minus",
    "plus",
    "mal",
    "je",
    "beinahe",
    "die",
];

impl Reader<'_, '_, '_> {
    /// Four digits that can be a year.
    fn four_digits(&self, at: usize) -> Option<i16> {
        let text = self.text(at);
        if text.len() != 4 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        text.parse().ok().filter(|year| (1800..=2150).contains(year))
    }

    /// A year after a month or another part of a year: *Juni 2014*, *Q3/2014*.
    pub(super) fn calendar_year(&self, at: usize) -> Option<(i16, usize)> {
        let at = if matches!(self.text(at), "/" | "-" | ",") { at + 1 } else { at };
        self.four_digits(at).map(|year| (year, at + 1))
    }

    /// *2013/14*: the first of the two years.
    pub(super) fn business_year(&self, at: usize) -> Option<(i16, usize)> {
        let year = self.four_digits(at)?;
        if !matches!(self.text(at + 1), "/" | "-" | "–") || !self.words.is_joined(at + 1) {
            return None;
        }
        let second = self.text(at + 2);
        let number: i16 = second.parse().ok()?;
        let fits = match second.len() {
            4 => number == year + 1,
            2 => number == (year + 1) % 100,
            _ => false,
        };
        fits.then_some((year, at + 3))
    }

    /// Whether the words around four digits leave them a year.
    fn is_year(&self, at: usize, year: i16) -> bool {
        let before = self.before(at, 1);
        let next = self.text(at + 1);
        if matches!(next, "%" | "€" | "$" | "£" | "°" | "'" | "’" | "er" | "x" | "²" | "Uhr")
            || self.words.is_joined(at)
                && !matches!(before, "(" | "[" | "„" | "\"" | "/" | "–" | "-" | "»" | "'")
            || matches!(next, "-" | "/") && self.words.is_joined(at + 1) && self.four_digits(at + 2).is_none()
        {
            return false;
        }
        let unit_follows = self.unit_follows(at + 1);
        let opening =
            at.checked_sub(1).filter(|&left| left >= self.start).and_then(|left| self.opening(left));
        let strong =
            matches!(opening, Some(Opening::Since | Opening::From | Opening::Until | Opening::Between))
                || matches!(
                    before,
                    "in" | "In"
                        | "im"
                        | "Im"
                        | "für"
                        | "Für"
                        | "von"
                        | "Von"
                        | "gegenüber"
                        | "Gegenüber"
                        | "seit"
                        | "Anno"
                );
        if strong {
            return !unit_follows
                && (self.words.token(at + 1).is_none_or(|next| next.class != Class::Number));
        }
        if !(1900..=2070).contains(&year) || unit_follows {
            return false;
        }
        let compared = matches!(
            self.before(at, 2),
            "Vergleich" | "Verhältnis" | "verglichen" | "Gegensatz" | "Unterschied"
        );
        // *von 2013 auf 2014*
        let from = before == "auf" && self.four_digits(at.saturating_sub(2)).is_some();
        if !compared && !from && COUNTED.contains(&before) {
            return false;
        }
        if matches!(before, "als") && matches!(self.before(at, 2), "mehr" | "weniger" | "Mehr" | "Weniger") {
            let counted = self.before(at, 3);
            return matches!(counted, "%" | "Prozent" | "deutlich" | "viel" | "etwas" | "noch")
                || self.is_capitalised_word(at, 3);
        }
        // A noun behind would be what is counted, but none is behind the first word of a sentence or a bracket.
        !self.is_capitalised(at + 1) || matches!(before, "(" | "Jahr" | "Jahre" | "Jahres")
    }

    fn unit_follows(&self, at: usize) -> bool {
        use crate::lexicon::numbers::NumberWord as N;
        let is_unit = |sense| {
            matches!(
                sense,
                Sense::Number(
                    N::Scale { .. }
                        | N::Unit(_)
                        | N::Symbol(_)
                        | N::Times
                        | N::Fold
                        | N::Fraction(_)
                        | N::After(_)
                )
            )
        };
        at < self.end
            && self.words.has(at, is_unit)
            && !self.words.has(at, |sense| matches!(sense, Sense::Function(_)))
    }

    fn is_capitalised_word(&self, at: usize, back: usize) -> bool {
        at >= self.start + back && self.is_capitalised(at - back)
    }
}

/// *Jahr 2014*, *Geschäftsjahr 2013/14*, *Jahren 2012 und 2013*.
pub(super) fn read_named_year(reader: &Reader, at: usize) -> Option<Head> {
    let (unit, next) = reader.word(at, |word| match word {
        PeriodWord::Unit(unit @ (Unit::Year | Unit::FiscalYear), None) => Some(unit),
        _ => None,
    })?;
    if let Some((year, end)) = reader.business_year(next) {
        return Some(Head::new(Time::BusinessYear(year), end));
    }
    let (year, end) = reader.four_digits(next).map(|year| (year, next + 1))?;
    let (from, mut to) = calendar::year(year)?;
    let mut last = end;
    if reader.text(at).ends_with(['n', 'e'])
        && unit == Unit::Year
        && matches!(reader.text(end), "und" | "bis" | "–" | "-")
        && let Some(second) = reader.four_digits(end + 1).filter(|&second| second > year)
    {
        to = calendar::year(second)?.1;
        last = end + 2;
    }
    Some(Head::new(Time::Fixed(from, to), last))
}

/// *2014*, *2013/14*.
pub(super) fn read_year(reader: &Reader, at: usize) -> Option<Head> {
    if let Some((year, end)) = reader.business_year(at) {
        return Some(Head::new(Time::BusinessYear(year), end));
    }
    let year = reader.four_digits(at).filter(|&year| reader.is_year(at, year))?;
    let (from, to) = calendar::year(year)?;
    Some(Head::new(Time::Fixed(from, to), at + 1))
}

/// *1990er*, *1990er-Jahre*, *90er Jahre*, *neunziger Jahre*.
pub(super) fn read_decade(reader: &Reader, at: usize) -> Option<Head> {
    let digits =
        reader.text(at).strip_suffix("er").filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let (decade, next) = if let Some(digits) = digits {
        (digits.parse::<i16>().ok()?, at + 1)
    } else {
        let word = |word| if let PeriodWord::Decade(decade) = word { Some(i16::from(decade)) } else { None };
        reader.word(at, word)?
    };
    let noun = if reader.text(next) == "-" { next + 1 } else { next };
    let years = matches!(reader.text(noun), "Jahre" | "Jahren" | "Jahrgänge");
    let first = match decade {
        1800..=2100 => decade,
        30..=90 if years => 1900 + decade,
        10..=20 if years => 2000 + decade,
        _ => return None,
    };
    if first % 10 != 0 {
        return None;
    }
    let to = calendar::year(first + 9)?.1;
    Some(Head::new(Time::Fixed(calendar::day(first, 1, 1)?, to), if years { noun + 1 } else { next }))
}
