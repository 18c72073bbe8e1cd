//! A unit that a bracket cuts off: *6,31 (2014: 4,86) Millionen Euro*.

use super::{
    Rule,
    draft::{Draft, Found},
    number::Number,
    reader::Reader,
};
use crate::document::Class;

pub(super) const BRACKET: Rule = Rule {
    id: "quantity.amount.bracket",
    reads: "Scale and unit behind a bracket serve the number before it and the one in it.",
    finds: &[
        ("6,31 (Vorjahr: 4,86) Millionen Euro", "6.31e6 EUR; 4.86e6 EUR"),
        ("auf 12 (10) Prozent", "12 %; 10 %"),
    ],
    ignores: &["ein Haus (2014) Prozent"],
    read: |reader, _, number| reader.read_bracket(number?),
};

/// A bracket holds no more tokens.
const LONGEST: usize = 8;

impl<'t> Reader<'_, '_, 't> {
    fn read_bracket(&self, number: &Number<'t>) -> Option<Found> {
        if !number.tail.is_empty()
            || number.suffix.is_some()
            || number.scale > 0
            || Self::is_year_like(number)
        {
            return None;
        }
        let close = if self.text(number.end) == "(" {
            let close = (number.end + 1..number.end + LONGEST).find(|&at| self.text(at) == ")")?;
            // A number stands last in the bracket, so that the unit is not the bracket's own.
            self.is_class(close - 1, Class::Number).then_some(close)?
        } else if self.text(number.end) == ")" {
            let open = (number.first.saturating_sub(LONGEST)..number.first)
                .rev()
                .find(|&at| self.text(at) == "(")?;
            let before = open.checked_sub(1).filter(|&before| before >= self.start)?;
            self.is_class(before, Class::Number).then_some(number.end)?
        } else {
            return None;
        };
        let place = self.place_of(number);
        let mut moved = Number { end: close + 1, ..*number };
        self.read_scales(&mut moved)?;
        let unit = self.unit_behind(&moved)?;
        let (kind, of, factor) = unit.meaning()?;
        let mut draft = Draft::new(BRACKET.id, kind, of, &moved, place).times(factor)?;
        draft.word = Some(unit.word);
        draft.shared = unit.shared();
        Some(Found::quantity(number.end, draft))
    }
}
