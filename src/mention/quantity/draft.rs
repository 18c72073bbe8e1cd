//! A quantity under construction, and what the words before and behind it add.

use super::{
    Quantity, Unit,
    interval::{Print, interval},
    number::Number,
    reader::Reader,
};
use crate::{
    claim::{Kind, Range},
    decimal::Decimal,
    interval::Interval,
    lexicon::numbers::{NumberWords, UnitWord},
    mention::Place,
    span::Span,
};

/// What a rule found: where the scan goes on, and the quantity if it is one.
pub(super) struct Found {
    pub(super) end: usize,
    pub(super) draft: Option<Draft>,
    /// It is a length of time, and so are the bare numbers listed before it.
    pub(super) length: bool,
}

impl Found {
    /// A quantity.
    pub(super) const fn quantity(end: usize, draft: Draft) -> Self {
        Self { end, draft: Some(draft), length: false }
    }

    /// Read, but no quantity.
    pub(super) const fn nothing(end: usize) -> Self {
        Self { end, draft: None, length: false }
    }

    /// Read, a length of time.
    pub(super) const fn length(end: usize) -> Self {
        Self { end, draft: None, length: true }
    }
}

/// A quantity under construction.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) quantity: Quantity,
    /// The lower end and the upper end of a range, or the same number twice.
    pub(super) ends: (Decimal, Decimal),
    /// How both were printed.
    pub(super) print: (Print, Print),
    /// The power of ten of the scale word behind the last number.
    pub(super) scale: u8,
    /// One more than the place of the shared name of its currency, or 0.
    pub(super) shared: u8,
    /// The unit's word.
    pub(super) word: Option<UnitWord>,
    /// Decimals, printed.
    pub(super) places: u32,
    /// No unit stands beside it.
    pub(super) bare: bool,
    /// Digits alone: they may belong to the name before them.
    pub(super) plain: bool,
    /// Adjectives without their noun stand behind it: *200 feste und 300 freie Mitarbeiter*.
    pub(super) open: bool,
}

impl Draft {
    /// A quantity that is one number.
    pub(super) fn new(
        rule: &'static str,
        kind: Kind,
        unit: Unit,
        number: &Number,
        span: (usize, usize, Span),
    ) -> Self {
        Self::of_ends(rule, kind, unit, (number, number), span)
    }

    /// A quantity with the values of two ends.
    pub(super) fn of_ends(
        rule: &'static str,
        kind: Kind,
        unit: Unit,
        (low, high): (&Number, &Number),
        span: (usize, usize, Span),
    ) -> Self {
        let (first, end, span) = span;
        Self {
            quantity: Quantity {
                place: Place { span, first: first as u32, end: end as u32, rule },
                kind,
                value: None,
                range: None,
                unit,
                modifier: high.loose,
                phrase_first: first as u32,
                interval: Interval::default(),
                direction: None,
                claims: kind != Kind::Number,
                repeats: None,
                signed: false,
            },
            ends: (low.value, high.value),
            print: (Print::Rounded(low.step), Print::Rounded(high.step)),
            scale: high.scale,
            shared: 0,
            word: None,
            places: high.value.scale(),
            bare: kind == Kind::Number,
            plain: high.plain,
            open: false,
        }
    }

    /// The same, printed in another way.
    pub(super) fn printed(mut self, print: Print) -> Self {
        self.print = (print, print);
        self
    }

    /// Multiplies value and rounding.
    pub(super) fn times(mut self, factor: Decimal) -> Option<Self> {
        let print = |print| match print {
            Print::Rounded(step) => step.checked_mul(factor).map(Print::Rounded),
            other => Some(other),
        };
        self.ends = (self.ends.0.checked_mul(factor)?, self.ends.1.checked_mul(factor)?);
        self.print = (print(self.print.0)?, print(self.print.1)?);
        Some(self)
    }

    /// Makes it negative.
    pub(super) fn negate(&mut self) {
        self.ends = (-self.ends.1, -self.ends.0);
        self.print = (self.print.1, self.print.0);
    }

    /// Counts below a hundred and percent are not rounded like other whole numbers.
    fn adjust_print(&mut self) {
        let whole = |value: Decimal| value.is_integer() && value.scale() == 0;
        for (value, print) in [(self.ends.0, &mut self.print.0), (self.ends.1, &mut self.print.1)] {
            let Print::Rounded(_) = *print else { continue };
            if !whole(value) || self.scale > 0 {
                continue;
            }
            match self.quantity.kind {
                Kind::Count if value.abs() < Decimal::ONE_HUNDRED => *print = Print::Exact,
                Kind::Percent | Kind::PercentagePoint if value.abs() < Decimal::ONE_THOUSAND => {
                    *print = Print::Rounded(Decimal::ONE);
                }
                _ => {}
            }
        }
    }

    /// The finished quantity.
    pub(super) fn finish(mut self, numbers: &NumberWords) -> Quantity {
        self.adjust_print();
        let ((low, high), (first, last)) = (self.ends, self.print);
        if low == high {
            self.quantity.value = Some(low);
        } else {
            self.quantity.range = Some(Range { low, high });
        }
        self.quantity.interval =
            interval(&numbers.effects, (low, first), (high, last), self.quantity.modifier);
        self.quantity
    }
}

impl Reader<'_, '_, '_> {
    /// The place of a number alone.
    pub(super) fn place_of(&self, number: &Number) -> (usize, usize, Span) {
        let start = self.token(number.first).map_or(number.start, |token| token.span.start);
        (number.first, number.end, Span::new(start, number.stop))
    }
}
