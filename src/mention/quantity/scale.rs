//! Scale words behind a number: *Mio.*, *Tausend*, *Dutzend*, *T€*, and smaller numbers that they add.

use super::{
    interval::step_of_whole,
    number::{Form, Number},
    reader::Reader,
};
use crate::{
    decimal::{Decimal, power_of_ten},
    document::fold,
    lexicon::{
        Node, Sense,
        numbers::{NumberWord, UnitWord},
    },
};

impl<'t> Reader<'_, '_, 't> {
    /// The power of ten of the scale word at a token, the token after it, and the byte after it.
    pub(super) fn scale_at(&self, at: usize) -> Option<(u8, usize, u32)> {
        let token = self.token(at)?;
        let (exponent, short) = self.find(at, |word| match word {
            NumberWord::Scale { exponent, short } => Some((exponent, short)),
            NumberWord::Dozen(_) => Some((0, false)),
            _ => None,
        })?;
        let dot = self.token(at + 1).filter(|_| short && self.text(at + 1) == "." && self.is_joined(at + 1));
        Some((
            exponent,
            if dot.is_some() { at + 2 } else { at + 1 },
            dot.map_or(token.span.end, |dot| dot.span.end),
        ))
    }

    /// Multiplies by the scale words behind a number; adds what a smaller number behind them adds.
    pub(super) fn read_scales(&self, number: &mut Number<'t>) -> Option<()> {
        for _ in 0..2 {
            let at = if self.is_joined(number.end) { self.after(number.end - 1) } else { number.end };
            if let Some(value) =
                self.find(at, |word| if let NumberWord::Dozen(value) = word { Some(value) } else { None })
            {
                let stop = self.token(at)?.span.end;
                let factor = Decimal::from(value);
                *number = Number {
                    value: number.value.checked_mul(factor)?,
                    step: Decimal::ONE,
                    end: at + 1,
                    stop,
                    plain: false,
                    form: Form::Words,
                    ..*number
                };
                return Some(());
            }
            let Some((exponent, end, stop)) = self.scale_at(at) else { break };
            let form = if number.form == Form::Article { Form::Words } else { number.form };
            *number = Number { end, stop, plain: false, form, ..number.scaled(exponent)? };
        }
        if number.scale == 0 {
            return self.read_scale_letter(number);
        }
        // *3 Mio. 200.000*
        if number.form == Form::Digits
            && number.scale >= 6
            && let Some(rest) = self.read_digits(number.end)
            && rest.tail.is_empty()
            && !rest.plain
            && !rest.dot
            && rest.value.scale() == 0
            && rest.value < power_of_ten(i32::from(number.scale))?
            && self.scale_at(rest.end).is_none()
        {
            let value = number.value.checked_add(rest.value)?;
            *number =
                Number { value, step: step_of_whole(rest.value), end: rest.end, stop: rest.stop, ..*number };
        }
        Some(())
    }

    /// The power of ten of letters behind the digits: a short scale word, or a letter behind a currency.
    pub(super) fn scale_of_tail(&self, number: &Number<'t>) -> Option<u8> {
        let tail = number.tail;
        if tail == "m" || self.scale_of_letter(tail).is_some() {
            let money = self.currency_before(number.first).is_some();
            return if tail == "m" { Some(6) } else { self.scale_of_letter(tail) }.filter(|_| money);
        }
        let table = self.words.lexicon.table();
        let node = table.find(Node::ROOT, fold::hash(tail), tail).filter(|_| tail.len() > 1)?;
        table.senses(node).iter().find_map(|&sense| match sense {
            Sense::Number(NumberWord::Scale { exponent, .. }) => Some(exponent),
            _ => None,
        })
    }

    /// The power of ten of a single letter.
    pub(super) fn scale_of_letter(&self, text: &str) -> Option<u8> {
        self.numbers.scale_letters.iter().find(|(letter, _)| letter == text).map(|&(_, exponent)| exponent)
    }

    /// *12 T€*: a letter between a number and a currency.
    fn read_scale_letter(&self, number: &mut Number<'t>) -> Option<()> {
        let at = number.end;
        let text = self.text(at);
        let Some(exponent) = self.scale_of_letter(text) else { return Some(()) };
        let is_money = |unit| matches!(unit, UnitWord::Currency { cents: false, .. }).then_some(());
        if self.unit_word(at + 1).is_some_and(|(unit, _)| is_money(unit).is_some()) {
            let stop = self.token(at)?.span.end;
            *number = Number { end: at + 1, stop, plain: false, ..number.scaled(exponent)? };
        }
        Some(())
    }
}
