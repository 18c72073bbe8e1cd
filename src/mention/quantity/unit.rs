//! Units: what a number counts, behind it or, for money, before it.

use super::{Unit, number::Number, reader::Reader};
use crate::{
    claim::Kind,
    decimal::{Decimal, power_of_ten},
    document::{Class, fold},
    lexicon::{
        Node, Sense,
        numbers::{NumberWord, UnitWord},
    },
};

/// A unit and where it ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measured {
    pub(super) word: UnitWord,
    /// A scale letter fused before the unit: *TEUR*.
    pub(super) scale: u8,
    /// The token after it.
    pub(super) end: usize,
    /// The byte after it.
    pub(super) stop: u32,
}

impl Measured {
    /// One more than the place of the currency's shared name, or 0.
    pub(super) const fn shared(self) -> u8 {
        if let UnitWord::Currency { shared, .. } = self.word { shared } else { 0 }
    }

    /// The kind of the quantity, its unit, and what its number is multiplied by; `None` for a length of time.
    pub(super) fn meaning(self) -> Option<(Kind, Unit, Decimal)> {
        let one = Decimal::ONE;
        Some(match self.word {
            UnitWord::Currency { currency, cents: false, .. } => (Kind::Money, Unit::Currency(currency), one),
            UnitWord::Currency { currency, cents: true, .. } => {
                (Kind::Money, Unit::Currency(currency), Decimal::new(1, 2))
            }
            UnitWord::Measure(measure) => (Kind::Measure, Unit::Measure(measure), one),
            UnitWord::Percent | UnitWord::PercentAdjective => (Kind::Percent, Unit::Percent, one),
            UnitWord::Permille | UnitWord::PermilleAdjective => {
                (Kind::Percent, Unit::Percent, Decimal::new(1, 1))
            }
            UnitWord::PercentagePoint => (Kind::PercentagePoint, Unit::Point, one),
            UnitWord::BasisPoint => (Kind::PercentagePoint, Unit::Point, Decimal::new(1, 2)),
            UnitWord::Points | UnitWord::IndexUnits => (Kind::Points, Unit::Points, one),
            UnitWord::Duration => return None,
        })
    }
}

impl Reader<'_, '_, '_> {
    /// Whether a symbol's exact spelling stands at a token; spaces and hyphens do not count.
    fn spells(&self, at: usize, symbol: &str) -> bool {
        let Some(token) = self.token(at) else { return false };
        let counts = |c: &char| !c.is_whitespace() && !matches!(c, '-' | '‐' | '‑');
        let rest = self.words.document.text.get(token.span.start as usize..).unwrap_or("");
        let mut written = rest.chars().filter(counts);
        symbol.chars().filter(counts).all(|c| written.next() == Some(c))
    }

    /// The unit word or sign at a token, and the token after it.
    pub(super) fn unit_word(&self, at: usize) -> Option<(UnitWord, usize)> {
        self.longest(at, |word| match word {
            NumberWord::Unit(UnitWord::PercentAdjective | UnitWord::PermilleAdjective) => None,
            NumberWord::Unit(unit) => Some(unit),
            NumberWord::Symbol(symbol) => {
                let symbol = &self.numbers.symbols[usize::from(symbol)];
                self.spells(at, &symbol.text).then_some(symbol.unit)
            }
            _ => None,
        })
    }

    /// The unit behind a number.
    pub(super) fn unit_behind(&self, number: &Number) -> Option<Measured> {
        if let Some(NumberWord::Unit(word)) = number.suffix {
            return Some(Measured { word, scale: 0, end: number.end, stop: number.stop });
        }
        if !number.tail.is_empty() {
            return self.unit_in_tail(number);
        }
        let last = number.end - 1;
        let joined = self.is_joined(number.end);
        let at = if joined { self.after(last) } else { number.end };
        let hyphen = at > number.end;
        if hyphen && let Some(adjective) = self.adjective_at(at) {
            return Some(adjective);
        }
        let (word, mut end) = self.unit_word(at).or_else(|| self.vague_length(at))?;
        let token = self.token(end - 1)?;
        let mut stop = token.span.end;
        if matches!(word, UnitWord::Percent)
            && self.text(end - 1) == "%"
            && self.is_joined(end)
            && let Some(ending) = self.token(end).filter(|_| self.text(end).starts_with("ig"))
        {
            // *5%ige*
            (end, stop) = (end + 1, ending.span.end);
        }
        let symbol =
            self.find(at, |word| if let NumberWord::Symbol(_) = word { Some(()) } else { None }).is_some();
        // *4 real*: a word that is something else with a small letter.
        if !symbol
            && token.class == Class::Word
            && end == at + 1
            && !token.is_capitalised()
            && self.has_other_sense(at)
        {
            return None;
        }
        // *27 Euro-Länder* counts countries, but *20 Euro-Schein* and *5 Prozent-Hürde* are only spelled badly.
        if !hyphen
            && self.is_hyphenated(end - 1)
            && !matches!(word, UnitWord::Percent | UnitWord::Duration)
            && !self.is_denomination(end)
        {
            return None;
        }
        // *Fr.* and the like bring a full stop.
        if symbol
            && token.class == Class::Word
            && self.text(end) == "."
            && self.is_joined(end)
            && self.token(end + 1).is_some()
        {
            (end, stop) = (end + 1, self.token(end)?.span.end);
        }
        Some(Measured { word, scale: 0, end, stop })
    }

    /// Whether a hyphen and the name of a coin or note stand at a token.
    pub(super) fn is_denomination(&self, at: usize) -> bool {
        let quote = usize::from(matches!(self.text(at), "\"" | "“" | "”" | "«" | "»" | "'"));
        let at = at + quote;
        if !self.is_dash(at) || !self.is_joined(at + 1) {
            return false;
        }
        let fits = |sense: &Sense| matches!(sense, Sense::Number(NumberWord::Denomination));
        self.words.senses(at + 1).iter().any(fits)
            || self
                .words
                .lexicon
                .find_head(self.text(at + 1))
                .is_some_and(|(senses, _)| senses.iter().any(fits))
    }

    /// *-prozentig* behind a hyphen.
    fn adjective_at(&self, at: usize) -> Option<Measured> {
        let word = self.find(at, |word| match word {
            NumberWord::Unit(word @ (UnitWord::PercentAdjective | UnitWord::PermilleAdjective)) => Some(word),
            _ => None,
        })?;
        Some(Measured { word, scale: 0, end: at + 1, stop: self.token(at)?.span.end })
    }

    /// A length of time by the last part of its word, also behind adjectives: *drei volle Geschäftsjahre*.
    fn vague_length(&self, at: usize) -> Option<(UnitWord, usize)> {
        let noun = self.skip_adjectives(at);
        let is_length = |sense: &Sense| matches!(sense, Sense::Number(NumberWord::Unit(UnitWord::Duration)));
        let token = self.token(noun).filter(|token| token.is_capitalised() && token.class == Class::Word)?;
        let length = if token.span.len() > 3 && self.words.senses(noun).is_empty() {
            self.words
                .lexicon
                .find_head(self.text(noun))
                .is_some_and(|(senses, _)| senses.iter().any(is_length))
        } else {
            noun > at && self.words.senses(noun).iter().any(is_length)
        };
        length.then_some((UnitWord::Duration, noun + 1))
    }

    /// A unit written together with the digits: *3km*, *12k€*, *5prozentig*.
    fn unit_in_tail(&self, number: &Number) -> Option<Measured> {
        let table = self.words.lexicon.table();
        let node = table.find(Node::ROOT, fold::hash(number.tail), number.tail)?;
        let token = self.token(number.end - 1)?;
        // *5US$*
        if let Some(sign) = self.token(number.end).filter(|_| self.is_joined(number.end))
            && let Some(both) = table.find(node, sign.hash, self.text(number.end))
        {
            let text = number.tail.len() + self.text(number.end).len();
            let written = self.words.document.text.get(number.stop as usize..number.stop as usize + text)?;
            let word = table.senses(both).iter().find_map(|&sense| match sense {
                Sense::Number(NumberWord::Symbol(symbol)) => {
                    let symbol = &self.numbers.symbols[usize::from(symbol)];
                    (symbol.text == written).then_some(symbol.unit)
                }
                _ => None,
            });
            if let Some(word) = word {
                return Some(Measured { word, scale: 0, end: number.end + 1, stop: sign.span.end });
            }
        }
        let word = table.senses(node).iter().find_map(|&sense| match sense {
            Sense::Number(NumberWord::Unit(word)) => Some(word),
            Sense::Number(NumberWord::Symbol(symbol)) => {
                let symbol = &self.numbers.symbols[usize::from(symbol)];
                (symbol.text == number.tail).then_some(symbol.unit)
            }
            _ => None,
        })?;
        Some(Measured { word, scale: 0, end: number.end, stop: token.span.end })
    }

    /// A currency right before a token, and where it begins: *EUR 1,2*, *US$ 5*, *Fr. 20*, *TEUR 120*.
    pub(super) fn currency_before(&self, at: usize) -> Option<(Measured, usize)> {
        if at <= self.floor {
            return None;
        }
        let money = |unit: UnitWord| matches!(unit, UnitWord::Currency { cents: false, .. }).then_some(unit);
        let symbols = |from: usize| {
            self.longest(from, |word| match word {
                NumberWord::Symbol(symbol) => {
                    let symbol = &self.numbers.symbols[usize::from(symbol)];
                    money(symbol.unit).filter(|_| self.spells(from, &symbol.text))
                }
                _ => None,
            })
        };
        let end = if self.text(at - 1) == "." && self.is_joined(at - 1) && at > self.floor + 1 {
            at - 1
        } else {
            at
        };
        for from in self.floor.max(end.saturating_sub(3))..end {
            if let Some((word, to)) = symbols(from).filter(|&(_, to)| to == end) {
                // *T€ 12*
                let letter = from
                    .checked_sub(1)
                    .filter(|&letter| letter >= self.floor && self.is_joined(from))
                    .and_then(|letter| self.scale_of_letter(self.text(letter)));
                if let Some(scale) = letter {
                    return Some((Measured { word, scale, end: to, stop: 0 }, from - 1));
                }
                return Some((Measured { word, scale: 0, end: to, stop: 0 }, from));
            }
        }
        // *TEUR 12*
        let word = self.text(end - 1);
        for (letter, exponent) in &self.numbers.scale_letters {
            let Some(code) = word.strip_prefix(letter.as_str()).filter(|code| !code.is_empty()) else {
                continue;
            };
            if let Some(word) = self.fused_currency(code) {
                return Some((Measured { word, scale: *exponent, end, stop: 0 }, end - 1));
            }
        }
        // A currency's name before the number only where it is capitalised like *Euro 5,20* in tables.
        let name =
            self.find(end - 1, |word| if let NumberWord::Unit(unit) = word { money(unit) } else { None });
        name.filter(|_| {
            self.is_capitalised(end - 1)
                && !self.is_joined(end - 1)
                && end == at
                && self.opens_amount(end - 1)
        })
        .map(|word| (Measured { word, scale: 0, end, stop: 0 }, end - 1))
    }

    /// Whether a currency's name begins a phrase: nothing before it that it could be the unit of.
    fn opens_amount(&self, at: usize) -> bool {
        at == self.start || matches!(self.text(at - 1), ":" | "(" | "•" | "|")
    }

    /// The currency of a code behind a fused scale letter.
    pub(super) fn fused_currency(&self, code: &str) -> Option<UnitWord> {
        let table = self.words.lexicon.table();
        let node = table.find(Node::ROOT, fold::hash(code), code)?;
        table.senses(node).iter().find_map(|&sense| match sense {
            Sense::Number(NumberWord::Symbol(symbol)) => {
                let symbol = &self.numbers.symbols[usize::from(symbol)];
                (symbol.text == code && matches!(symbol.unit, UnitWord::Currency { cents: false, .. }))
                    .then_some(symbol.unit)
            }
            _ => None,
        })
    }

    /// *120 TEUR*: a scale letter fused before the currency behind a number.
    pub(super) fn fused_unit_behind(&self, number: &Number) -> Option<Measured> {
        let token = self.token(number.end).filter(|_| number.tail.is_empty())?;
        let word = self.text(number.end);
        self.numbers.scale_letters.iter().find_map(|(letter, exponent)| {
            let code = word.strip_prefix(letter.as_str()).filter(|code| !code.is_empty())?;
            let unit = self.fused_currency(code)?;
            Some(Measured { word: unit, scale: *exponent, end: number.end + 1, stop: token.span.end })
        })
    }
}

/// Applies a fused scale letter.
pub(super) fn with_scale<'t>(number: Number<'t>, unit: &Measured) -> Option<Number<'t>> {
    if unit.scale == 0 || power_of_ten(i32::from(unit.scale)).is_none() {
        Some(number)
    } else {
        number.scaled(unit.scale)
    }
}
