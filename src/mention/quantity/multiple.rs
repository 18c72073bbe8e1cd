//! Factors: *verdoppelt*, *Halbierung*, *doppelt so viel*, *dreimal so hoch*, *das 2,5-Fache*, *um den Faktor 10*.

use super::{
    Rule, Unit,
    draft::{Draft, Found},
    interval::Print,
    number::{Form, Number},
    reader::Reader,
};
use crate::{
    claim::{Direction, Kind},
    decimal::Decimal,
    document::Class,
    lexicon::{Sense, grammar::FunctionWord, metrics::MetricWord, numbers::NumberWord},
    span::Span,
};

pub(super) const VERB: Rule = Rule {
    id: "quantity.multiple.verb",
    reads: "Verbs that multiply, and their nouns; the word alone is the span.",
    finds: &[
        ("hat sich mehr als verdoppelt", ">2 x up"),
        ("wurde nahezu halbiert", "<~0.5 x down"),
        ("die Verdreifachung der Kosten", "3 x up"),
        ("auf verzehnfachte Kosten", "10 x up"),
        ("wurde geviertelt", "0.25 x down"),
    ],
    ignores: &[],
    read: |reader, at, _| reader.read_multiple_verb(at),
};

pub(super) const TIMES: Rule = Rule {
    id: "quantity.multiple.times",
    reads: "*doppelt so viel*, *halb so groß*, *dreimal so hoch*; without the comparison it counts occasions.",
    finds: &[
        ("mehr als doppelt so viel wie zuvor", ">2 x up"),
        ("nur halb so viele Autos", "0.5 x down"),
        ("dreimal so hoch", "3 x up"),
        ("2,5-mal so teuer", "2.5 x up"),
        ("fast drei Mal so stark", "<~3 x up"),
        ("das Doppelte der Verluste", "2 x up"),
        ("die doppelte Dividende", "2 x up"),
    ],
    ignores: &["dreimal gewann er", "zum zehnten Mal", "doppelte Staatsbürgerschaft", "halb so wild"],
    read: |reader, at, number| reader.read_times(at, number),
};

pub(super) const FOLD: Rule = Rule {
    id: "quantity.multiple.fold",
    reads: "*das Zehnfache*, *um das 2,5-Fache*, *die dreifache Dividende*.",
    finds: &[
        ("auf das Zehnfache", "10 x up"),
        ("um das 2,5-Fache", "2.5 x up"),
        ("mehr als das Dreifache", ">3 x up"),
        ("die dreifache Dividende", "3 x up"),
    ],
    ignores: &["ein dreifacher Vater", "dreifach geprüft", "ein Vielfaches davon"],
    read: |reader, _, number| reader.read_fold(number?),
};

pub(super) const FACTOR: Rule = Rule {
    id: "quantity.multiple.factor",
    reads: "The number behind *Faktor*.",
    finds: &[("um den Faktor 10", "10 x up"), ("um den Faktor zweieinhalb", "2.5 x up")],
    ignores: &[],
    read: |reader, _, number| reader.read_factor(number?),
};

impl<'t> Reader<'_, '_, 't> {
    fn factor(&self, rule: &'static str, value: Decimal, span: (usize, usize, Span)) -> Option<Found> {
        let number = Number { value, ..self.blank(span.0, span.1, span.2.end)? };
        let mut draft = Draft::new(rule, Kind::Multiple, Unit::Times, &number, span).printed(Print::Factor);
        draft.quantity.direction = Some(if value < Decimal::ONE { Direction::Down } else { Direction::Up });
        Some(Found::quantity(span.1, draft))
    }

    fn span(&self, first: usize, end: usize) -> Option<(usize, usize, Span)> {
        Some((first, end, self.token(first)?.span.cover(self.token(end.checked_sub(1)?)?.span)))
    }

    fn read_multiple_verb(&self, at: usize) -> Option<Found> {
        let value = self.find(at, |word| match word {
            NumberWord::MultipleVerb(value) | NumberWord::MultipleNoun(value) => {
                self.numbers.values.get(usize::from(value)).copied()
            }
            _ => None,
        })?;
        self.factor(VERB.id, value.round_dp(6), self.span(at, at + 1)?)
    }

    /// The token behind what makes a factor of *dreimal*: *so viel*, *mehr*.
    fn comparison_end(&self, at: usize) -> Option<usize> {
        if let Some(((), end)) = self.longest(at, |word| (word == NumberWord::MultipleAfter).then_some(())) {
            return Some(end);
        }
        let adjective =
            self.text(at) == "so" && self.is_class(at + 1, Class::Word) && !self.is_capitalised(at + 1);
        adjective.then_some(at + 2)
    }

    fn read_times(&self, at: usize, number: Option<&Number<'t>>) -> Option<Found> {
        let doubled = self.find(at, |word| match word {
            NumberWord::Multiple(value) => self.numbers.values.get(usize::from(value)).copied(),
            NumberWord::Half if self.text(at + 1) == "so" => Some(Decimal::new(5, 1)),
            _ => None,
        });
        if let Some(value) = doubled {
            if self.is_in_expression(at) {
                return Some(Found::nothing(at + 1));
            }
            if self.text(at + 1) == "so" {
                let end = self.comparison_end(at + 1)?;
                return self.factor(TIMES.id, value, self.span(at, end)?);
            }
            let noun = self.is_capitalised(at) && self.text(at).ends_with(['e', 'n']) && at > self.start;
            return if noun || self.is_multiplied(at) {
                self.factor(TIMES.id, value, self.span(at, at + 1)?)
            } else {
                Some(Found::nothing(at + 1))
            };
        }
        let number = number?;
        let end = self.times_end(number, NumberWord::Times)?;
        match self.comparison_end(end).filter(|_| number.form != Form::Article) {
            Some(end) => self.factor(TIMES.id, number.value, self.span(number.first, end)?),
            None => Some(Found::nothing(end)),
        }
    }

    /// The token behind *-mal* or *-fach* of a number.
    fn times_end(&self, number: &Number, wanted: NumberWord) -> Option<usize> {
        if number.suffix == Some(wanted) {
            return Some(number.end);
        }
        if !number.tail.is_empty() {
            let tail = number.tail;
            let fits = match wanted {
                NumberWord::Times => tail == "mal",
                _ => tail.starts_with("fach"),
            };
            return fits.then_some(number.end);
        }
        let at = if self.is_joined(number.end) { self.after(number.end - 1) } else { number.end };
        let apart = at == number.end && wanted == NumberWord::Fold;
        (!apart && self.is(at, wanted)).then_some(at + 1)
    }

    pub(super) fn is_times_or_fold(&self, number: &Number) -> bool {
        self.times_end(number, NumberWord::Times)
            .or_else(|| self.times_end(number, NumberWord::Fold))
            .is_some()
    }

    /// Whether an adjective multiplies what is measured: *die dreifache Summe*.
    fn is_multiplied(&self, adjective: usize) -> bool {
        let measured = |at: usize| {
            let fits = |sense: &Sense| matches!(sense, Sense::Metric(MetricWord::Noun { .. }));
            self.words.senses(at).iter().any(fits)
                || self
                    .words
                    .lexicon
                    .find_head(self.text(at))
                    .is_some_and(|(senses, _)| senses.iter().any(fits))
        };
        adjective > self.start
            && self
                .words
                .has(adjective - 1, |sense| matches!(sense, Sense::Function(FunctionWord::Determiner(true))))
            && self.is_capitalised(adjective + 1)
            && measured(adjective + 1)
    }

    fn read_fold(&self, number: &Number<'t>) -> Option<Found> {
        let end = self.times_end(number, NumberWord::Fold)?;
        let noun = self.is_capitalised(end - 1) && number.first > self.start;
        if (noun || self.is_multiplied(end - 1)) && number.form != Form::Article {
            return self.factor(FOLD.id, number.value, self.span(number.first, end)?);
        }
        Some(Found::nothing(end))
    }

    fn read_factor(&self, number: &Number<'t>) -> Option<Found> {
        if number.first == self.start
            || !self.is(number.first - 1, NumberWord::Factor)
            || number.form == Form::Article
        {
            return None;
        }
        self.factor(FACTOR.id, number.value, self.place_of(number))
    }
}
