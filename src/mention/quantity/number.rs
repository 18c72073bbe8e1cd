//! A number without its unit: digits or words, fraction characters, and the scale words behind them.

use super::{interval::step_of_whole, reader::Reader};
use crate::{
    claim::Modifier,
    decimal::{Decimal, power_of_ten},
    document::Class,
    lexicon::numbers::{NumberWord, Position, UnitWord},
};

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// In digits.
    Digits,
    /// In words.
    Words,
    /// *ein*, which may be the article.
    Article,
    /// *halb*.
    Half,
}

/// A number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Number<'t> {
    /// Scale words multiplied in.
    pub(super) value: Decimal,
    /// The size of its last printed unit.
    pub(super) step: Decimal,
    /// The first token.
    pub(super) first: usize,
    /// The token after it.
    pub(super) end: usize,
    /// The first byte.
    pub(super) start: u32,
    /// The byte after it.
    pub(super) stop: u32,
    /// The power of ten of its scale words; 0 without any.
    pub(super) scale: u8,
    /// How it is written.
    pub(super) form: Form,
    /// A full stop stands for the decimal comma.
    pub(super) dot: bool,
    /// Digits alone, without separator and scale word.
    pub(super) plain: bool,
    /// Letters behind the digits, inside their token.
    pub(super) tail: &'t str,
    /// What the last word of a numeral ends in: *-prozentig*.
    pub(super) suffix: Option<NumberWord>,
    /// An adjective between *ein* and the rest that loosens it: *ein knappes Prozent*.
    pub(super) loose: Option<Modifier>,
}

impl Number<'_> {
    /// Whether it has no decimals.
    pub(super) fn is_whole(&self) -> bool {
        self.value.is_integer() && (self.scale > 0 || self.value.scale() == 0)
    }

    /// Multiplies by a power of ten that stands behind another number of the same phrase.
    pub(super) fn scaled(mut self, exponent: u8) -> Option<Self> {
        let factor = power_of_ten(i32::from(exponent))?;
        self.value = self.value.checked_mul(factor)?;
        self.step = self.step.checked_mul(factor)?;
        self.scale += exponent;
        Some(self)
    }
}

impl<'t> Reader<'_, '_, 't> {
    /// The number that begins at a token.
    pub(super) fn read_number(&self, at: usize) -> Option<Number<'t>> {
        let token = self.token(at)?;
        let mut number = match token.class {
            Class::Number => self.read_in_digits(at)?,
            Class::Word => self.read_in_words(at)?,
            Class::Symbol => self.read_vulgar_alone(at)?,
        };
        number.start = token.span.start;
        if number.tail.is_empty() && number.suffix.is_none() {
            self.read_scales(&mut number)?;
        } else if let Some(exponent) = self.scale_of_tail(&number) {
            // *£3m*, *5Mrd*
            number = Number {
                tail: "",
                stop: self.token(number.end - 1)?.span.end,
                plain: false,
                ..number.scaled(exponent)?
            };
        } else if let Some(exponent) = self.scale_of_letter(number.tail)
            && self.unit_word(number.end).is_some_and(|(unit, _)| matches!(unit, UnitWord::Currency { .. }))
        {
            // *50T€*
            let stop = self.token(number.end - 1)?.span.end;
            number = Number { tail: "", stop, plain: false, ..number.scaled(exponent)? };
        }
        Some(number)
    }

    fn read_in_digits(&self, at: usize) -> Option<Number<'t>> {
        let digits = self.read_digits(at)?;
        let step = if digits.value.scale() == 0 {
            step_of_whole(digits.value)
        } else {
            power_of_ten(-i32::try_from(digits.value.scale()).ok()?)?
        };
        let mut number = Number {
            value: digits.value,
            step,
            first: at,
            end: digits.end,
            start: 0,
            stop: digits.stop,
            scale: 0,
            form: Form::Digits,
            dot: digits.dot,
            plain: digits.plain,
            tail: digits.tail,
            suffix: None,
            loose: None,
        };
        if self.has_comma_before(at) {
            number.first = if self.is_joined(at - 1) { at - 2 } else { at - 1 };
        }
        if number.tail.is_empty() && number.value.scale() == 0 {
            self.read_vulgar_behind(&mut number);
            if let Some((value, end, stop)) = self.read_spoken_decimals(number.end) {
                number =
                    Number { value: number.value.checked_add(value)?, end, stop, plain: false, ..number };
            }
        }
        Some(number)
    }

    fn read_in_words(&self, at: usize) -> Option<Number<'t>> {
        let mut number = Number {
            value: Decimal::ZERO,
            step: Decimal::ONE,
            first: at,
            end: at + 1,
            start: 0,
            stop: self.token(at)?.span.end,
            scale: 0,
            form: Form::Half,
            dot: false,
            plain: false,
            tail: "",
            suffix: None,
            loose: None,
        };
        if self.is(at, NumberWord::Half) {
            number.value = Decimal::new(5, 1);
            number.step = Decimal::new(1, 1);
            return Some(number);
        }
        let numeral = super::numerals::may_begin(self.text(at)).then(|| self.read_numeral(at))??;
        // *ein Milliarden-Dollar-Konzern*: no number stands before the plural.
        let single = numeral.end == at + 2 && numeral.scale >= 6 && self.is(at, NumberWord::One);
        if single && self.text(at + 1).ends_with('n') && self.is_hyphenated(at + 1) {
            return None;
        }
        number = Number {
            value: numeral.value,
            end: numeral.end,
            stop: numeral.stop,
            form: Form::Words,
            scale: numeral.scale,
            suffix: numeral.suffix,
            ..number
        };
        if numeral.article {
            number.form = Form::Article;
            let loose = self.find(number.end, |word| match word {
                NumberWord::Modifier { kind, position: Position::Before, .. } => Some(kind),
                _ => None,
            });
            let next = number.end + 1;
            if loose.is_some() && (self.unit_word(next).is_some() || self.scale_at(next).is_some()) {
                number = Number { end: next, loose, ..number };
            }
            // *einen halben Prozentpunkt*
            if self.is(number.end, NumberWord::Half) {
                let end = number.end + 1;
                number = Number {
                    value: Decimal::new(5, 1),
                    end,
                    stop: self.token(end - 1)?.span.end,
                    form: Form::Half,
                    ..number
                };
            }
        } else if self.is(number.end, NumberWord::Half)
            && number.suffix.is_none()
            && number.value < Decimal::TEN
        {
            // *drei halbe Brote*
            let end = number.end + 1;
            let value = number.value.checked_mul(Decimal::new(5, 1))?;
            number = Number { value, end, stop: self.token(end - 1)?.span.end, ..number };
        }
        if number.suffix.is_none()
            && let Some((value, end, stop)) = self.read_spoken_decimals(number.end)
        {
            number =
                Number { value: number.value.checked_add(value)?, end, stop, form: Form::Words, ..number };
        }
        number.step = if number.value.is_integer() && number.value.scale() == 0 {
            match number.scale {
                0 => step_of_whole(number.value),
                scale => {
                    let factor = power_of_ten(i32::from(scale))?;
                    step_of_whole(number.value.checked_div(factor)?).checked_mul(factor)?
                }
            }
        } else {
            let places = i32::try_from(number.value.normalize().scale()).ok()?.min(3);
            power_of_ten(i32::from(number.scale) - places)?
        };
        Some(number)
    }

    /// *½* and *1 ½*.
    fn vulgar(&self, at: usize) -> Option<Decimal> {
        let mut chars = self.text(at).chars();
        let (sign, None) = (chars.next()?, chars.next()) else { return None };
        let &(_, above, below) = self.numbers.vulgar.iter().find(|(known, ..)| *known == sign)?;
        Decimal::from(above).checked_div(Decimal::from(below)).map(|value| value.round_dp(8))
    }

    fn read_vulgar_alone(&self, at: usize) -> Option<Number<'t>> {
        let value = self.vulgar(at)?;
        let stop = self.token(at)?.span.end;
        let form = Form::Digits;
        Some(Number {
            value,
            step: Decimal::new(1, 1),
            first: at,
            end: at + 1,
            start: 0,
            stop,
            scale: 0,
            form,
            dot: false,
            plain: false,
            tail: "",
            suffix: None,
            loose: None,
        })
    }

    fn read_vulgar_behind(&self, number: &mut Number<'t>) {
        let at = number.end;
        if let Some((part, token)) = self.vulgar(at).zip(self.token(at))
            && let Some(value) = number.value.checked_add(part)
        {
            *number = Number {
                value,
                step: Decimal::new(1, 1),
                end: at + 1,
                stop: token.span.end,
                plain: false,
                ..*number
            };
        }
    }
}
