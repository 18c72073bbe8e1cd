//! Shares in words: *jeder Fünfte*, *zwei von drei*.

use super::{
    Rule, Unit,
    draft::{Draft, Found},
    interval::Print,
    number::Number,
    reader::Reader,
};
use crate::{
    claim::Kind,
    decimal::Decimal,
    lexicon::numbers::{Link, NumberWord, UnitWord},
    span::Span,
};

pub(super) const EVERY: Rule = Rule {
    id: "quantity.share.every",
    reads: "*jeder* and an ordinal, in percent.",
    finds: &[
        ("Jeder fünfte Kunde zahlt bar", "20 %"),
        ("fast jede zweite Firma", "<~50 %"),
        ("Mehr als jeder Vierte", ">25 %"),
        ("jedes 20. Kind", "5 %"),
    ],
    ignores: &["jede zweite Woche", "jedes dritte Mal", "jeder Erste"],
    read: |reader, at, _| reader.read_every(at),
};

pub(super) const OF: Rule = Rule {
    id: "quantity.share.of",
    reads: "A small number of a small number, in percent.",
    finds: &[("Zwei von drei Befragten", "66.666667 %"), ("neun von zehn Läden", "90 %")],
    ignores: &["zwei von zwölf"],
    read: |reader, _, number| reader.read_of(number?),
};

impl Reader<'_, '_, '_> {
    fn read_every(&self, at: usize) -> Option<Found> {
        if !self.is(at, NumberWord::Every) {
            return None;
        }
        let ordinal = at + 1;
        let word = self.find(ordinal, |word| {
            if let NumberWord::Ordinal(value) = word { Some(Decimal::from(value)) } else { None }
        });
        let (value, end, stop) = if let Some(value) = word {
            (value, ordinal + 1, self.token(ordinal)?.span.end)
        } else {
            let digits = self.read_digits(ordinal).filter(|digits| digits.plain && digits.tail.is_empty())?;
            let dot = self
                .token(digits.end)
                .filter(|_| self.text(digits.end) == "." && self.is_joined(digits.end))?;
            (digits.value, digits.end + 1, dot.span.end)
        };
        if value < Decimal::TWO || self.is(end, NumberWord::Times) {
            return Some(Found::nothing(end));
        }
        if self.unit_word(end).is_some_and(|(unit, _)| unit == UnitWord::Duration) {
            return Some(Found::nothing(end + 1));
        }
        let share = Decimal::ONE_HUNDRED.checked_div(value)?.round_dp(6);
        let number = Number { value: share, ..self.blank(at, end, stop)? };
        let span = Span::new(self.token(at)?.span.start, stop);
        let draft = Draft::new(EVERY.id, Kind::Percent, Unit::Percent, &number, (at, end, span))
            .printed(Print::Fraction);
        Some(Found::quantity(end, draft))
    }

    fn read_of(&self, part: &Number) -> Option<Found> {
        let small = |number: &Number| {
            number.scale == 0
                && number.is_whole()
                && number.value > Decimal::ZERO
                && number.tail.is_empty()
                && number.suffix.is_none()
        };
        if !small(part)
            || self.link(part.end) != Some(Link::Of)
            || part.form == super::number::Form::Article
                && !self.text(part.first).eq_ignore_ascii_case("einer")
        {
            return None;
        }
        let whole = self.read_number(part.end + 1).filter(small)?;
        if part.value >= whole.value || whole.value > Decimal::TEN || self.unit_behind(&whole).is_some() {
            return None;
        }
        let share = Decimal::ONE_HUNDRED.checked_mul(part.value)?.checked_div(whole.value)?.round_dp(6);
        let number = Number { value: share, ..*part };
        let span = Span::new(self.token(part.first)?.span.start, whole.stop);
        let draft = Draft::new(OF.id, Kind::Percent, Unit::Percent, &number, (part.first, whole.end, span))
            .printed(Print::Fraction);
        Some(Found::quantity(whole.end, draft))
    }
}
