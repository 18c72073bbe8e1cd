//! A number with its unit: money, percent, points, measures; and lengths of time, which are none.

use super::{
    Rule,
    draft::{Draft, Found},
    number::{Form, Number},
    reader::Reader,
    unit::{Measured, with_scale},
};
use crate::{
    claim::Kind,
    decimal::Decimal,
    lexicon::numbers::{Link, NumberWord, UnitWord},
    span::Span,
};

pub(super) const PARTS: Rule = Rule {
    id: "quantity.money.parts",
    reads: "An amount with its hundredth parts behind it.",
    finds: &[
        ("für 42 Euro 50", "42.5 EUR"),
        ("zwei Euro fünfzig", "2.5 EUR"),
        ("drei Euro und zwanzig Cent", "3.2 EUR"),
        ("5 Franken 20", "5.2 CHF"),
    ],
    ignores: &[],
    read: |reader, _, number| reader.read_parts(number?),
};

pub(super) const AMOUNT: Rule = Rule {
    id: "quantity.amount",
    reads: "A number with the unit behind it, or the currency before it.",
    finds: &[
        ("50 Milliarden Renminbi", "50e9 CNY"),
        ("EUR 1,2 Mrd. Umsatz", "1.2e9 EUR"),
        ("€ 8,2 Millionen", "8.2e6 EUR"),
        ("120 TEUR und 3 M€", "120e3 EUR; 3e6 EUR"),
        ("Fr. 20.50 im Laden", "20.5 CHF"),
        ("2.5 Mio. Franken", "2.5e6 CHF"),
        ("ein 20-Millionen-Euro-Deal", "20e6 EUR"),
        ("60 Cent je Aktie", "0.6 EUR"),
        ("2,5 Prozent", "2.5 %"),
        ("fünfprozentige Anleihe", "5 %"),
        ("mit 5%iger Quote", "5 %"),
        ("um 25 Basispunkte", "0.25 pp"),
        ("zwei Prozentpunkte", "2 pp"),
        ("1,5 Promille", "0.15 %"),
        ("bei 12.300 Punkten", "12300 points"),
        ("40,1 Milliarden kWh", "40.1e9 kWh"),
        ("mit 130 km/h", "130 km/h"),
        ("minus fünf Grad", "-5 Grad"),
        ("bei minus 0,1 Prozent", "-0.1 %"),
        ("(-0,25 Prozent)", "0.25 % down"),
        ("ein Prozent mehr", "1 %"),
        ("um einen halben Prozentpunkt", "0.5 pp"),
        ("eine halbe Million Euro", "500e3 EUR"),
        ("ein Viertel Prozentpunkt", "0.25 pp"),
        ("eine Viertelmillion Euro", "250e3 EUR"),
        ("£3m und 5Mrd Euro", "3e6 GBP; 5e9 EUR"),
        ("mit 72 Millionen Euro negativ", "-72e6 EUR"),
        ("zwei Millionen dreihunderttausend Euro", "2.3e6 EUR"),
        ("3 Mio. 200.000 Euro", "3.2e6 EUR"),
        ("40 Prozent und mehr", ">=40 %"),
        ("um die 50 Prozent", "~50 %"),
        ("unter die Marke von 19.000 Punkten", "<19e3 points"),
        ("ein Kredit über 300.000 Euro", "300e3 EUR"),
    ],
    ignores: &[
        "nach drei Jahren",
        "binnen 24 Stunden",
        "ein Meter von hier",
        "4 real",
        "ein halbes Jahr",
        "vier Geschäftsjahre",
    ],
    read: |reader, _, number| reader.read_amount(AMOUNT.id, number?),
};

impl<'t> Reader<'_, '_, 't> {
    /// The unit of a number, and the token and byte where the amount begins.
    pub(super) fn measure(&self, number: &Number<'t>) -> Option<(Measured, usize)> {
        let behind = self.unit_behind(number).or_else(|| self.fused_unit_behind(number));
        let sign = self.sign_before(number.first).map_or(number.first, |(_, at)| at);
        let unit = if let Some(unit) = behind {
            (unit, number.first)
        } else {
            let (unit, from) = self.currency_before(number.first).or_else(|| self.currency_before(sign))?;
            (Measured { end: number.end, stop: number.stop, ..unit }, from)
        };
        // *ein Meter* and *ein Punkt* have the article.
        if number.form == Form::Article
            && matches!(unit.0.word, UnitWord::Measure(_) | UnitWord::Points | UnitWord::IndexUnits)
        {
            return None;
        }
        Some(unit)
    }

    pub(super) fn read_amount(&self, rule: &'static str, number: &Number<'t>) -> Option<Found> {
        let (unit, first) = self.measure(number)?;
        let end = unit.end.max(number.end);
        if unit.word == UnitWord::IndexUnits && (number.value.scale() == 0 || number.scale > 0) {
            return None;
        }
        let Some((kind, of, factor)) = unit.meaning() else { return Some(Found::length(end)) };
        let number = with_scale(*number, &unit)?;
        let start = self.token(first)?.span.start.min(number.start);
        let span = (first, end, Span::new(start, unit.stop.max(number.stop)));
        let mut draft = Draft::new(rule, kind, of, &number, span).times(factor)?;
        draft.word = Some(unit.word);
        draft.shared = unit.shared();
        if kind == Kind::Money && self.is_denomination(end) {
            draft.quantity.claims = false;
        }
        Some(Found::quantity(end, draft))
    }

    fn read_parts(&self, number: &Number<'t>) -> Option<Found> {
        if number.scale > 0 || !number.is_whole() {
            return None;
        }
        let (unit, _) = self.measure(number)?;
        let UnitWord::Currency { cents: false, .. } = unit.word else { return None };
        let and = usize::from(self.link(unit.end) == Some(Link::And));
        let cents = self.read_number(unit.end + and)?;
        let fits = cents.is_whole()
            && cents.scale == 0
            && cents.value < Decimal::ONE_HUNDRED
            && cents.form != Form::Half
            && cents.tail.is_empty();
        if !fits || cents.suffix.is_some() || self.is_joined(cents.first) {
            return None;
        }
        let (end, stop) = match self.unit_behind(&cents) {
            Some(Measured { word: UnitWord::Currency { cents: true, .. }, end, stop, .. }) => (end, stop),
            Some(_) => return None,
            None => {
                let alone = and == 0
                    && cents.form != Form::Article
                    && (cents.form == Form::Words || cents.plain && self.text(cents.first).len() == 2)
                    && self.noun_behind(&cents).is_none()
                    && self.link(cents.end).is_none_or(|link| {
                        link == Link::And
                            && self
                                .read_number(cents.end + 1)
                                .is_none_or(|next| self.unit_behind(&next).is_some())
                    })
                    && !self.is(cents.end, NumberWord::Comma)
                    && !(self.is_dash(cents.end)
                        || self.text(cents.end) == "." && self.token(cents.end + 1).is_some()
                        || self.text(cents.end) == ":");
                if !alone {
                    return None;
                }
                (cents.end, cents.stop)
            }
        };
        let mut found = self.read_amount(PARTS.id, number)?;
        let draft = found.draft.as_mut()?;
        let value = draft.ends.0.checked_add(cents.value.checked_mul(Decimal::new(1, 2))?)?;
        draft.ends = (value, value);
        let print = super::interval::Print::Rounded(Decimal::new(1, 2));
        draft.print = (print, print);
        draft.quantity.place.end = end as u32;
        draft.quantity.place.span.end = stop;
        found.end = end;
        Some(found)
    }
}
