//! Two numbers with one meaning: *3 bis 5 Prozent*, *zwischen 10 und 12 Millionen*, *60-80 %*, *30, 40 Prozent*.

use super::{
    Rule, Unit,
    draft::{Draft, Found},
    number::{Form, Number},
    reader::Reader,
    unit::{Measured, with_scale},
};
use crate::{
    claim::Kind,
    decimal::Decimal,
    document::Class,
    lexicon::numbers::{Link, NumberWord},
    span::Span,
};

pub(super) const RANGE: Rule = Rule {
    id: "quantity.range",
    reads: "Two numbers with *bis*, a dash, or *zwischen … und*; scale and unit of the second serve the first.",
    finds: &[
        ("12.000 bis 13.000 US-Dollar", "12e3..13e3 USD"),
        ("zwischen 3 und 5 Prozent", "3..5 %"),
        ("60-80 % weniger", "60..80 %"),
        ("3–5 %", "3..5 %"),
        ("von 10 bis 12 Millionen Euro", "10e6..12e6 EUR"),
        ("900.000 bis 1,2 Millionen Euro", "900e3..1.2e6 EUR"),
        ("zwischen 380 Euro in Leipzig und 910 Euro in Bonn", "380..910 EUR"),
        ("drei, vier Milliarden Euro", "3e9..4e9 EUR"),
        ("100 bis 120 Millionen direkten Arbeitsplätzen", "100e6..120e6 Arbeitsplätzen"),
        ("rund drei bis vier Prozentpunkte", "~3..4 pp"),
        ("fünf- bis zehnprozentige Abschläge", "5..10 %"),
        ("Sätze zwischen einem halben und einem Prozent", "0.5..1 %"),
    ],
    ignores: &["zwei bis drei Jahre", "von 2009 bis 2014", "2014–2016", "5- bis 7-jährige Kinder"],
    read: |reader, _, number| reader.read_range(number?),
};

/// Words between the first end and *und* behind *zwischen*: *380 Euro in Leipzig und …*.
const MOST_BETWEEN: usize = 5;

impl<'t> Reader<'_, '_, 't> {
    fn read_range(&self, low: &Number<'t>) -> Option<Found> {
        if low.suffix.is_some() {
            return None;
        }
        let unit = self.measure(low);
        let end = unit.as_ref().map_or(low.end, |(unit, _)| unit.end.max(low.end));
        let next = self.second_end(low, unit.as_ref().map(|(unit, _)| unit), end)?;
        let high = self.read_number(next)?;
        let high_unit = self.measure(&high);
        let comma = self.text(end) == ",";
        if (comma || high.form == Form::Article) && high_unit.is_none() && high.scale == 0 {
            return None;
        }
        self.build_range(low, unit, high, high_unit)
    }

    /// The token where the second number of a range begins.
    fn second_end(&self, low: &Number<'t>, unit: Option<&Measured>, end: usize) -> Option<usize> {
        let between = self.is_behind_between(low.first);
        let mut at = end;
        // *fünf- bis zehnprozentig*
        if self.is_dash(at) && self.is_joined(at) && self.link(at + 1) == Some(Link::To) {
            at += 1;
        }
        let joined_dash =
            self.is_dash(at) && (self.is_joined(at) == self.is_joined(at + 1)) && self.opens_number(at + 1);
        let dash = joined_dash
            && (self.is_joined(at)
                || self.opens_number(at + 1) && low.form == Form::Digits && unit.is_none())
            && !self.is_joined(low.first);
        let to = self.longest(at, |word| (word == NumberWord::Link(Link::To)).then_some(()));
        let found = if let Some(((), to)) = to.filter(|_| !between) {
            Some(to)
        } else if dash || between && self.link(at) == Some(Link::And) {
            Some(at + 1)
        } else if between && unit.is_some() {
            let and =
                (at + 1..(at + MOST_BETWEEN).min(self.end)).find(|&at| self.link(at) == Some(Link::And));
            let plain = |to: usize| (at..to).all(|at| self.is_class(at, Class::Word));
            and.filter(|&and| plain(and)).map(|and| and + 1)
        } else {
            (self.text(at) == "," && self.is_list_of_two(low, unit, at)).then_some(at + 1)
        };
        let mut at = found?;
        for _ in 0..2 {
            let loosens =
                self.find(at, |word| if let NumberWord::Modifier { .. } = word { Some(()) } else { None });
            if loosens.is_some() || matches!(self.text(at), "~" | "≈") {
                at += 1;
            }
        }
        Some(at)
    }

    fn opens_number(&self, at: usize) -> bool {
        self.is_class(at, Class::Number)
            || matches!(self.text(at), "~" | "≈") && self.is_class(at + 1, Class::Number)
    }

    /// Whether *zwischen* stands before a number's phrase.
    fn is_behind_between(&self, first: usize) -> bool {
        (1..=3)
            .take_while(|back| first >= self.floor + back && first >= self.start + back)
            .any(|back| self.link(first - back) == Some(Link::Between))
    }

    /// *30, 40 Prozent*: exactly two small numbers, rising, with the unit behind the second.
    fn is_list_of_two(&self, low: &Number<'t>, unit: Option<&Measured>, comma: usize) -> bool {
        let is_number = |at: usize| self.is_class(at, Class::Number) || self.read_number(at).is_some();
        let alone =
            low.first < self.start + 2 || self.text(low.first - 1) != "," || !is_number(low.first - 2);
        let Some(high) =
            self.read_number(comma + 1).filter(|_| unit.is_none() && alone && !self.is_joined(comma + 1))
        else {
            return false;
        };
        let first = if high.scale > 0 { low.scaled(high.scale) } else { Some(*low) };
        let Some(first) = first else { return false };
        let near = first.value < high.value && high.value <= first.value.saturating_mul(Decimal::TWO);
        let listed = self.measure(&high).is_some_and(|(unit, _)| {
            unit.meaning().is_some()
                && !matches!(self.link(unit.end), Some(Link::And | Link::Or))
                && (self.text(unit.end) != "," || !is_number(unit.end + 1))
        });
        near && listed
            && low.scale == 0
            && low.form == high.form
            && low.is_whole()
            && !Self::is_year_like(low)
    }

    fn build_range(
        &self,
        low: &Number<'t>,
        low_unit: Option<(Measured, usize)>,
        high: Number<'t>,
        high_unit: Option<(Measured, usize)>,
    ) -> Option<Found> {
        let unit = match (&low_unit, &high_unit) {
            (Some((low, _)), Some((high, _)))
                if low.meaning().map(|m| m.1) != high.meaning().map(|m| m.1) =>
            {
                return None;
            }
            (_, Some((unit, _))) | (Some((unit, _)), None) => Some(*unit),
            (None, None) => None,
        };
        // A length of time, an age: *5- bis 7-jährig*.
        let end = unit.map_or(high.end, |unit| unit.end.max(high.end));
        let mut low = *low;
        if high.scale > 0
            && low.scale == 0
            && low_unit.is_none()
            && low.value < Decimal::ONE_THOUSAND
            && let Some(scaled) = low.scaled(high.scale).filter(|scaled| scaled.value <= high.value)
        {
            low = scaled;
        }
        let noun = if unit.is_none() { self.noun_behind(&high) } else { None };
        let years = Self::is_year_like(&low)
            && (Self::is_year_like(&high) || high.plain && high.value < Decimal::ONE_HUNDRED);
        if unit.is_none() {
            if low.dot && low.scale == 0
                || years
                || self.read_name(&low).is_some()
                || self.is_known_label(&high)
            {
                return Some(Found::nothing(end));
            }
            if Self::is_year_like(&high) && noun.is_none() {
                return Some(Found::nothing(end));
            }
        }
        if low.value > high.value {
            return None;
        }
        let (first, start) = match &low_unit {
            Some((_, first)) => (*first, self.token(*first)?.span.start),
            None => (low.first, self.place_of(&low).2.start),
        };
        let build = |kind, of, end: usize, stop| {
            Draft::of_ends(RANGE.id, kind, of, (&low, &high), (first, end, Span::new(start, stop)))
        };
        let draft = match (unit, noun) {
            (Some(unit), _) => {
                let Some((kind, of, factor)) = unit.meaning() else { return Some(Found::length(end)) };
                let (low, high) = (with_scale(low, &unit)?, with_scale(high, &unit)?);
                let stop = unit.stop.max(high.stop);
                let mut draft =
                    Draft::of_ends(RANGE.id, kind, of, (&low, &high), (first, end, Span::new(start, stop)))
                        .times(factor)?;
                draft.word = Some(unit.word);
                draft.shared = unit.shared();
                draft
            }
            (None, Some(noun)) => build(Kind::Count, Unit::Noun(noun.span), noun.end, noun.span.end),
            (None, None) => build(Kind::Number, Unit::None, end, high.stop),
        };
        Some(Found::quantity(draft.quantity.place.end as usize, draft))
    }

    /// Whether an age or a clock time stands behind a number.
    fn is_known_label(&self, number: &Number) -> bool {
        let at = if self.is_joined(number.end) { self.after(number.end - 1) } else { number.end };
        self.longest(at, |word| if let NumberWord::After(_) = word { Some(()) } else { None }).is_some()
    }
}
