//! Digits and number words that are no quantity: dates, years, times, ranks, names, references.

use super::{
    Rule,
    draft::Found,
    number::{Form, Number},
    reader::Reader,
};
use crate::{
    decimal::Decimal,
    document::Class,
    lexicon::{
        Sense,
        grammar::{FunctionWord, Relation},
        numbers::{LabelKind, NumberWord, UnitWord},
    },
};

pub(super) const ADDRESS: Rule = Rule {
    id: "quantity.not.address",
    reads: "Numbers in addresses of the net are none.",
    finds: &[],
    ignores: &["unter https://example.org/a/2020%20/77?x=5 zu lesen"],
    read: |reader, at, _| reader.read_address(at),
};

pub(super) const DATE: Rule = Rule {
    id: "quantity.not.date",
    reads: "Dates, times of day, scores, ordinals, decades and ages.",
    finds: &[],
    ignores: &[
        "am 12.3.2014 in Wien",
        "um 12.30 Uhr",
        "gegen 8 Uhr früh",
        "im 3. Quartal",
        "am 30. September",
        "endete 3:1 für Graz",
        "traf zweimal (7., 65.)",
        "im Alter von 58, 61 und 67 Jahren",
        "in den 1990er Jahren",
        "die 90er waren gut",
        "ein 54-jähriger Mann",
        "die 18- bis 29-Jährigen",
        "im Winter 2023/24",
        "der zweitgrößte Hersteller",
    ],
    read: |reader, at, number| reader.read_date(at, number),
};

pub(super) const YEAR: Rule = Rule {
    id: "quantity.not.year",
    reads: "A bare number like 1998 or 2014 is a year unless something is counted.",
    finds: &[],
    ignores: &[
        "im Jahr 2000",
        "seit 1998",
        "Ende 2014 stieg er",
        "zwischen 2009 und 2014",
        "2016 Siemens zu kaufen",
    ],
    read: |reader, _, number| number.and_then(|number| reader.read_year(number)),
};

pub(super) const NAME: Rule = Rule {
    id: "quantity.not.name",
    reads: "Numbers of names, models, laws, ranks, accounts, and parts of hyphenated words.",
    finds: &[],
    ignores: &[
        "nach Artikel 5 und § 7",
        "eine Boeing 737 und ein A380",
        "auf der A 35 nach Süden",
        "der S&P 500 und der Euro Stoxx 50",
        "das 4G-Netz mit Windows 10",
        "Covid-19 und CAC-40",
        "ein 8-Zylinder",
        "liegt auf Platz 3",
        "mehrere Millionen Euro",
        "unter Telefon 0800 123 456",
        "Tel. +43 1 531 53 oder 0664/123 45 67",
        "in 1010 Wien",
        "ein Milliarden-Dollar-Konzern",
    ],
    read: |reader, _, number| number.and_then(|number| reader.read_name(number)),
};

/// Digits of a telephone or account number come in no more groups and marks.
const LONGEST_IDENTIFIER: usize = 14;

impl Reader<'_, '_, '_> {
    fn read_address(&self, at: usize) -> Option<Found> {
        if !self.is_address(at) {
            return None;
        }
        // An address goes on where a question mark seems to end the sentence.
        let mut end = at + 1;
        while self.words.is_joined(end) {
            end += 1;
        }
        Some(Found::nothing(end))
    }

    /// Whether an address of the net begins at a token.
    pub(super) fn is_address(&self, at: usize) -> bool {
        let text = self.text(at);
        matches!(text, "http" | "https" | "www") || text.starts_with("www.")
    }

    fn read_date(&self, at: usize, number: Option<&Number>) -> Option<Found> {
        let Some(number) = number else {
            // Digits that are no number: *30.06.2014*, *1.2.3*.
            return self.is_class(at, Class::Number).then(|| Found::nothing(at + 1));
        };
        if number.form == Form::Digits {
            let end = number.end;
            let joined = self.is_joined(end) && number.tail.is_empty() && number.scale == 0;
            // *0664/123 45 67*
            let zero = number.plain && self.text(at).starts_with('0') && self.text(at).len() > 2;
            if zero && (self.is_class(end, Class::Number) || self.is_class(end + 1, Class::Number)) {
                return Some(Found::nothing(self.end_of_digits(end)));
            }
            let digits_behind = self.is_class(end + 1, Class::Number) && self.is_joined(end + 1);
            if joined
                && digits_behind
                && matches!(self.text(end), ":" | "/")
                && number.plain
                && self.read_slash(number).is_none()
            {
                let mut end = end + 2;
                while matches!(self.text(end), ":" | "/")
                    && self.is_joined(end)
                    && self.is_class(end + 1, Class::Number)
                {
                    end += 2;
                }
                return Some(Found::nothing(end));
            }
            // An ordinal: the full stop does not end the sentence.
            let goes_on =
                self.token(end + 1).is_some_and(|token| matches!(token.class, Class::Word | Class::Number));
            if joined
                && number.plain
                && self.text(end) == "."
                && goes_on
                && number.value < Decimal::ONE_THOUSAND
            {
                return Some(Found::nothing(end + 1));
            }
            // *(65.)*, *7., 65.*
            let closes = matches!(self.text(end + 1), ")" | "," | "/" | "]") && self.is_joined(end + 1);
            if joined && number.plain && self.text(end) == "." && closes {
                return Some(Found::nothing(end + 1));
            }
            // *am 11.* at the end of a line or sentence
            let dated =
                number.first > self.start && matches!(self.text(number.first - 1), "am" | "vom" | "zum");
            if dated && joined && number.plain && self.text(end) == "." && number.value <= Decimal::from(31) {
                return Some(Found::nothing(end + 1));
            }
            // *18- bis 29-Jährige*
            if joined
                && self.is_dash(end)
                && !self.is_joined(end + 1)
                && self.is_class(end + 1, Class::Word)
                && !self.is_suspended_percent(end + 1)
            {
                return Some(Found::nothing(end + 1));
            }
        }
        if number.scale > 0 || !number.tail.is_empty() {
            return None;
        }
        let behind = if self.is_joined(number.end) { self.after(number.end - 1) } else { number.end };
        let (_, end) =
            self.longest(behind, |word| if let NumberWord::After(kind) = word { Some(kind) } else { None })?;
        Some(Found::nothing(end))
    }

    /// The token behind digits in groups, as of a telephone.
    fn end_of_digits(&self, mut at: usize) -> usize {
        let last = at + LONGEST_IDENTIFIER;
        while at < last
            && (self.is_class(at, Class::Number) && !self.text(at).contains([',', '.'])
                || matches!(self.text(at), "/" | "-" | "–" | "(" | ")")
                    && self.is_class(at + 1, Class::Number))
        {
            at += 1;
        }
        at
    }

    /// Whether a suspended hyphen belongs to *-prozentig*: *fünf- bis zehnprozentig*.
    fn is_suspended_percent(&self, link: usize) -> bool {
        let Some(number) = self.read_number(link + 1) else { return false };
        self.unit_behind(&number).is_some_and(|unit| matches!(unit.word, UnitWord::PercentAdjective))
    }

    /// Whether digits look like a year.
    pub(super) fn is_year_like(number: &Number) -> bool {
        number.plain
            && number.form == Form::Digits
            && number.tail.is_empty()
            && number.value >= Decimal::from(1600)
            && number.value <= Decimal::from(2100)
    }

    fn read_year(&self, number: &Number) -> Option<Found> {
        if !Self::is_year_like(number)
            || self.unit_behind(number).is_some()
            || self.currency_before(number.first).is_some()
        {
            return None;
        }
        let noun = self.noun_behind(number);
        let loosened = self.modifier_before(number.first, false).is_some();
        let governed = number.first > self.start
            && self.words.has(number.first - 1, |sense| {
                matches!(
                    sense,
                    Sense::Function(
                        FunctionWord::Determiner(_)
                            | FunctionWord::Preposition(Relation::OnAmount | Relation::ToLevel)
                    )
                )
            });
        let round = (number.value % Decimal::from(50)).is_zero();
        let dated = number.first > self.start && self.is_capitalised(number.first - 1);
        // *das 2019 gegründete Unternehmen*
        let counted = governed && (round || noun.is_some_and(|noun| noun.direct));
        if noun.is_some() && (loosened || counted || round && !dated) {
            return None;
        }
        Some(Found::nothing(number.end))
    }

    /// The label right before a number, or whatever makes it part of a name.
    pub(super) fn read_name(&self, number: &Number) -> Option<Found> {
        let nothing = Some(Found::nothing(number.end));
        let known_tail = number.tail.is_empty() || self.is_known_tail(number);
        if !known_tail {
            return nothing;
        }
        let first = number.first;
        if first > self.start && self.is_joined(first) {
            let hangs = |at: usize| self.is_class(at, Class::Word) || self.is_class(at, Class::Number);
            let before = self.text(first - 1);
            let name = (self.is_dash(first - 1) || matches!(before, "/" | "_" | "&" | "."))
                && self.is_joined(first - 1)
                && first >= self.start + 2
                && hangs(first - 2);
            let score = before == ":" && self.is_joined(first - 1);
            if name || score || before == "#" {
                return nothing;
            }
        }
        if self
            .phrase_before(first, self.floor, |word| (word == NumberWord::VagueBefore).then_some(()))
            .is_some()
            && self.currency_before(first).is_none()
        {
            return nothing;
        }
        let unit = self.unit_behind(number).is_some();
        // *A 35*, *B 3*
        let letter = first > self.start
            && self.is_class(first - 1, Class::Word)
            && self.is_capitalised(first - 1)
            && self.text(first - 1).len() == 1
            && self.currency_before(first).is_none();
        if letter && number.plain && number.scale == 0 && !unit {
            return nothing;
        }
        if self.is_dash(number.end)
            && self.is_joined(number.end)
            && self.is_class(number.end + 1, Class::Word)
            && self.is_joined(number.end + 1)
            && !unit
            && !self.is_times_or_fold(number)
        {
            return Some(Found::nothing(number.end + 2));
        }
        let (kind, digit_only) = self.label_before(number)?;
        if digit_only && number.form != Form::Digits {
            return None;
        }
        let weak = matches!(kind, LabelKind::Place | LabelKind::Rank | LabelKind::Vehicle | LabelKind::Sport)
            || digit_only;
        if number.scale > 0
            || weak && (unit || self.noun_behind(number).is_some())
            || unit && !matches!(kind, LabelKind::Reference)
        {
            return None;
        }
        if kind == LabelKind::Identifier {
            return Some(Found::nothing(self.end_of_digits(number.end)));
        }
        nothing
    }

    /// The word before a number that makes it a name.
    pub(super) fn label_before(&self, number: &Number) -> Option<(LabelKind, bool)> {
        let text = self.text(number.first);
        let sign = number.first.saturating_sub(1);
        let plus = sign > self.start && self.text(sign) == "+";
        let first = if plus { sign } else { number.first };
        let (label, _) = self.phrase_before(first, self.floor, |word| match word {
            NumberWord::Label { kind, digit_only, values } => {
                let goes = match usize::from(values).checked_sub(1) {
                    Some(place) => self
                        .numbers
                        .label_values
                        .get(place)
                        .is_some_and(|list| list.iter().any(|value| value == text)),
                    None => true,
                };
                goes.then_some((kind, digit_only))
            }
            _ => None,
        })?;
        Some(label)
    }

    fn is_known_tail(&self, number: &Number) -> bool {
        self.unit_behind(number).is_some()
            || self.is_times_or_fold(number)
            || self.scale_of_letter(number.tail).is_some()
    }

    /// Whether a fixed expression covers a token.
    pub(super) fn is_in_expression(&self, at: usize) -> bool {
        (self.start.max(at.saturating_sub(6))..=at).any(|from| {
            self.longest(from, |word| (word == NumberWord::Expression).then_some(()))
                .is_some_and(|((), end)| end > at)
        })
    }

    /// Whether a word is capitalised only because it is a noun: *die Elf*, *eine Acht*.
    pub(super) fn is_noun_numeral(&self, number: &Number) -> bool {
        let first = number.first;
        let opens = first == self.start
            || !self.is_class(first - 1, Class::Word) && !self.is_class(first - 1, Class::Number);
        number.form == Form::Words
            && number.scale == 0
            && number.value < Decimal::ONE_HUNDRED
            && self.is_capitalised(first)
            && !opens
    }
}
