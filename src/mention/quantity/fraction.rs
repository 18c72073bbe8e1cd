//! Fractions of a whole: *ein Drittel*, *die Hälfte*, *3/4*.

use super::{
    Rule, Unit, amount,
    draft::{Draft, Found},
    interval::Print,
    number::{Form, Number},
    reader::Reader,
};
use crate::{
    claim::Kind,
    decimal::Decimal,
    document::Class,
    lexicon::{
        Sense,
        numbers::{NumberWord, UnitWord},
    },
    span::Span,
};

pub(super) const FRACTION: Rule = Rule {
    id: "quantity.fraction",
    reads: "A fraction noun with its numerator, in percent; before a scale word or unit, a number.",
    finds: &[
        ("rund ein Drittel der Kunden", "~33.333333 %"),
        ("zwei Drittel der Fläche", "66.666667 %"),
        ("um drei Viertel", "75 %"),
        ("gut um die Hälfte teurer", ">~50 %"),
        ("ein knappes Fünftel", "<~20 %"),
        ("zur anderen Hälfte", "50 %"),
        ("1/3 der Anteile", "33.333333 %"),
        ("fast dreiviertel aller Fälle", "<~75 %"),
    ],
    ignores: &["in der zweiten Hälfte", "im Viertel nebenan", "9/11 war ein Einschnitt"],
    read: |reader, at, number| reader.read_fraction(at, number),
};

impl<'t> Reader<'_, '_, 't> {
    /// A number without any value yet.
    pub(super) fn blank(&self, at: usize, end: usize, stop: u32) -> Option<Number<'t>> {
        let start = self.token(at)?.span.start;
        Some(Number {
            value: Decimal::ZERO,
            step: Decimal::ONE,
            first: at,
            end,
            start,
            stop,
            scale: 0,
            form: Form::Words,
            dot: false,
            plain: false,
            tail: "",
            suffix: None,
            loose: None,
        })
    }

    fn denominator(&self, at: usize) -> Option<u32> {
        self.find(at, |word| if let NumberWord::Fraction(below) = word { Some(below) } else { None })
    }

    fn read_fraction(&self, at: usize, number: Option<&Number<'t>>) -> Option<Found> {
        let Some(number) = number else { return self.read_half(at) };
        if let Some(found) = self.read_slash(number) {
            return Some(found);
        }
        if number.form == Form::Words
            && number.value < Decimal::ONE
            && number.value > Decimal::ZERO
            && number.suffix.is_none()
        {
            // *dreiviertel der Fälle*
            let counted = self.unit_behind(number).is_some()
                || self.noun_behind(number).is_some_and(|noun| noun.direct);
            return if counted {
                None
            } else {
                self.percent_of(number, number.value, number.end, number.stop)
            };
        }
        let usable = number.is_whole()
            && number.scale == 0
            && number.tail.is_empty()
            && number.suffix.is_none()
            && number.form != Form::Half;
        if !usable || number.value.is_zero() {
            return None;
        }
        let mut noun = if self.is_joined(number.end) { self.after(number.end - 1) } else { number.end };
        // *ein knappes Drittel*
        let loosens = |word| if let NumberWord::Modifier { kind, .. } = word { Some(kind) } else { None };
        let modifier = self
            .find(noun, loosens)
            .filter(|_| number.form == Form::Article && self.denominator(noun + 1).is_some());
        noun += usize::from(
            modifier.is_some() || self.is(noun, NumberWord::Neutral) && self.denominator(noun + 1).is_some(),
        );
        let below = self.denominator(noun).filter(|&below| below > 2)?;
        let token = self.token(noun)?;
        if self.is_in_expression(noun) || self.vague_or_length(noun + 1) {
            return Some(Found::nothing(noun + 1));
        }
        let value = number.value.checked_div(Decimal::from(below))?;
        let part = Number {
            value: value.round_dp(12),
            end: noun + 1,
            stop: token.span.end,
            form: Form::Words,
            step: Decimal::new(1, 2),
            ..*number
        };
        if let Some(found) = self.read_fraction_of_unit(part) {
            return Some(found);
        }
        // *zwei drittel Brot*: with a small letter it is no noun but a number.
        let governed = number.first > self.start
            && self.words.has(number.first - 1, |sense| matches!(sense, Sense::Function(_)))
            || self.words.has(noun + 1, |sense| matches!(sense, Sense::Function(_)));
        if !token.is_capitalised() && !governed {
            return self.read_count(&part).or_else(|| self.read_bare(&part));
        }
        let mut found = self.percent_of(number, value, noun + 1, token.span.end)?;
        if let Some(draft) = &mut found.draft {
            draft.quantity.modifier = modifier;
        }
        Some(found)
    }

    fn vague_or_length(&self, at: usize) -> bool {
        self.unit_word(at).is_some_and(|(unit, _)| unit == UnitWord::Duration)
    }

    /// *ein Viertel Liter*, *drei Viertel Millionen*.
    fn read_fraction_of_unit(&self, mut part: Number<'t>) -> Option<Found> {
        let before = part.scale;
        self.read_scales(&mut part)?;
        if part.scale == before
            && self.unit_behind(&part).is_none_or(|unit| matches!(unit.word, UnitWord::Percent))
        {
            return None;
        }
        self.read_amount(amount::AMOUNT.id, &part)
    }

    /// *die Hälfte*.
    fn read_half(&self, at: usize) -> Option<Found> {
        if self.denominator(at) != Some(2) {
            return None;
        }
        let token = self.token(at)?;
        let ordinal = |word| match word {
            NumberWord::Ordinal(_) | NumberWord::HalfBefore => Some(()),
            _ => None,
        };
        let one_of_two = at > self.start
            && (self.find(at - 1, ordinal).is_some() || self.text(at - 1) == "." && self.is_joined(at - 1));
        let plural = self.text(at).ends_with('n');
        let of_time = self.is_class(at + 1, Class::Word)
            && self.unit_word(at + 2).is_some_and(|(unit, _)| unit == UnitWord::Duration);
        if one_of_two || plural || of_time || self.is_hyphenated(at) || !token.is_capitalised() {
            return Some(Found::nothing(at + 1));
        }
        let number = self.blank(at, at + 1, token.span.end)?;
        self.percent_of(&number, Decimal::new(5, 1), at + 1, token.span.end)
    }

    /// *3/4*: small numbers, the first below the second, and not a date everybody knows.
    pub(super) fn read_slash(&self, number: &Number) -> Option<Found> {
        let slash = number.end;
        let joined = self.text(slash) == "/"
            && self.is_joined(slash)
            && self.is_joined(slash + 1)
            && !self.is_joined(number.first);
        let below = self
            .read_digits(slash + 1)
            .filter(|below| joined && number.plain && below.plain && below.tail.is_empty())?;
        let known = below.value <= Decimal::from(10)
            || [12, 16, 20, 32, 100].iter().any(|&size| below.value == Decimal::from(size));
        if !known
            || number.value >= below.value
            || number.value.is_zero()
            || self.is_joined(below.end) && self.text(below.end) == "/"
        {
            return None;
        }
        self.percent_of(number, number.value.checked_div(below.value)?, below.end, below.stop)
    }

    fn percent_of(&self, number: &Number, value: Decimal, end: usize, stop: u32) -> Option<Found> {
        let percent = value.checked_mul(Decimal::ONE_HUNDRED)?.round_dp(6).normalize();
        let (first, _, span) = self.place_of(number);
        let number = Number { value: percent, ..*number };
        let draft = Draft::new(
            FRACTION.id,
            Kind::Percent,
            Unit::Percent,
            &number,
            (first, end, Span::new(span.start, stop)),
        );
        Some(Found::quantity(end, draft.printed(Print::Fraction)))
    }
}
