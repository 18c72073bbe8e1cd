//! Cardinals with the noun they count, and bare numbers.

use super::{
    Rule, Unit,
    draft::{Draft, Found},
    number::{Form, Number},
    reader::Reader,
};
use crate::{
    claim::Kind,
    document::Class,
    lexicon::{
        Sense,
        grammar::FunctionWord,
        names::NameWord,
        numbers::{Link, NumberWord},
        paradigm::VerbForm,
    },
    span::Span,
};

pub(super) const COUNT: Rule = Rule {
    id: "quantity.count",
    reads: "A cardinal and its noun, through adjectives; *der* and another number stand for the same noun.",
    finds: &[
        ("2.300 Mitarbeiter", "2300 Mitarbeiter"),
        ("die fünf größten Banken", "5 Banken"),
        ("rund 1,2 Millionen Privatkunden", "~1.2e6 Privatkunden"),
        ("mehr als 1 Million dieser Prozessoren", ">1e6 Prozessoren"),
        ("acht Bundesländer-Banken", "8 Bundesländer-Banken"),
        ("einer Million Kontoinhabern", "1e6 Kontoinhabern"),
        ("mindestens eine Klage", ">=1 Klage"),
        ("drei Dutzend Firmen", "36 Firmen"),
        ("300 freie Mitarbeiter", "300 Mitarbeiter"),
        ("27 Euro-Länder", "27 Euro-Länder"),
        ("fünf der zwölf Filialen", "5 Filialen; 12 Filialen"),
        ("Rund 2000 Stellen fielen weg", "~2000 Stellen"),
        ("auf 2010 Mitarbeiter", "2010 Mitarbeiter"),
    ],
    ignores: &["eine Klage", "unter vier Augen", "die beiden Firmen", "fünf Tore"],
    read: |reader, _, number| reader.read_count(number?),
};

pub(super) const BARE: Rule = Rule {
    id: "quantity.bare",
    reads: "A number without a unit; it claims nothing unless its sentence lends it one.",
    finds: &[("auf 219.300 gestiegen", "219300"), ("fast 204 Millionen", "<~204e6")],
    ignores: &["ein Mann", "1.2 im Netz", "die Elf"],
    read: |reader, _, number| reader.read_bare(number?),
};

/// A counted noun.
#[derive(Debug, Clone, Copy)]
pub(super) struct Noun {
    /// The noun alone.
    pub(super) span: Span,
    /// The token after it.
    pub(super) end: usize,
    /// Nothing stands between the number and it.
    pub(super) direct: bool,
}

/// Whether a word can only be the name of a single company, place or body: nobody counts those.
const fn is_sure_name(sense: Sense) -> bool {
    matches!(
        sense,
        Sense::Name(
            NameWord::Company { sure: true, .. }
                | NameWord::Place { sure: true, .. }
                | NameWord::Institution { sure: true, .. }
                | NameWord::Index(_)
        )
    )
}

/// So many parts may a hyphenated noun have.
const MOST_PARTS: usize = 12;
/// So many adjectives may stand before a noun.
const MOST_ADJECTIVES: usize = 4;

impl<'t> Reader<'_, '_, 't> {
    /// The token behind the adjectives at a token.
    pub(super) fn skip_adjectives(&self, mut at: usize) -> usize {
        for _ in 0..MOST_ADJECTIVES {
            if !self.is_adjective(at) {
                break;
            }
            at = if self.is_joined(at + 1) { self.after(at) } else { at + 1 };
        }
        at
    }

    /// Whether a word is an adjective before a noun, also a hyphenated one, or a place in its stead.
    fn is_adjective(&self, at: usize) -> bool {
        if !self.is_capitalised(at) {
            return self.is_plain_adjective(at);
        }
        let origin = self.text(at).ends_with("er") && self.is_noun_like(at + 1) && self.is_origin(at);
        origin || self.is_hyphenated(at) && !self.is_capitalised(at + 2) && self.is_plain_adjective(at + 2)
    }

    /// Whether a word has the form of an adjective before a noun and is nothing else.
    fn is_plain_adjective(&self, at: usize) -> bool {
        let text = self.text(at);
        let ends = ["e", "en", "er", "es", "em"]
            .iter()
            .any(|ending| text.len() > ending.len() + 2 && text.ends_with(ending));
        let is_finite = |sense| matches!(sense, Sense::Verb(_, form) if form != VerbForm::Adjective);
        let is_participle = |sense| matches!(sense, Sense::Verb(_, VerbForm::Adjective));
        let is_other = |sense| match sense {
            Sense::Function(word) => !matches!(word, FunctionWord::Degree),
            Sense::Number(
                NumberWord::VagueBefore
                | NumberWord::Modifier { .. }
                | NumberWord::Link(_)
                | NumberWord::Every,
            )
            | Sense::Particle => true,
            _ => false,
        };
        let verb = self.words.has(at, is_finite) && !self.words.has(at, is_participle);
        ends && self.is_class(at, Class::Word)
            && (self.is(at, NumberWord::Neutral) || !verb && !self.words.has(at, is_other))
    }

    /// *Wiener Filialen*: a place as an adjective, which only the lexicon of places tells from a noun.
    fn is_origin(&self, at: usize) -> bool {
        self.words.has(at, |sense| matches!(sense, Sense::Name(_))) || self.words.senses(at).is_empty()
    }

    /// Whether a token may be a noun: capitalised, and no other word that opens a sentence or phrase.
    fn is_noun_like(&self, at: usize) -> bool {
        // *iPhones* has its capital inside.
        self.is_class(at, Class::Word)
            && (self.is_capitalised(at) || self.text(at).chars().nth(1).is_some_and(char::is_uppercase))
            && self.text(at).len() > 1
            && !self.words.has(at, |sense| matches!(sense, Sense::Function(_) | Sense::Period(_)))
            && (self.is_hyphenated(at) || !self.words.has(at, is_sure_name))
            && self
                .find(at, |word| match word {
                    NumberWord::NoCount
                    | NumberWord::MultipleNoun(_)
                    | NumberWord::Fraction(_)
                    | NumberWord::Times
                    | NumberWord::After(_)
                    | NumberWord::Scale { .. } => Some(()),
                    _ => None,
                })
                .is_none()
    }

    /// The noun that a number counts.
    pub(super) fn noun_behind(&self, number: &Number) -> Option<Noun> {
        if !number.tail.is_empty() || number.suffix.is_some() || self.is_joined(number.end) {
            return None;
        }
        let mut at = number.end;
        // *1 Million dieser Prozessoren*
        let partitive = matches!(self.text(at), "dieser" | "solcher" | "jener");
        at += usize::from(partitive);
        let noun = self.skip_adjectives(at);
        if !self.is_noun_like(noun) {
            return None;
        }
        let mut end = noun + 1;
        let longest = end + 2 * MOST_PARTS;
        while end < longest
            && (self.is_dash(end) || self.text(end) == "&")
            && self.is_joined(end)
            && self.is_joined(end + 1)
            && !self.is_class(end + 1, Class::Symbol)
        {
            end += 2;
        }
        let span = self.token(noun)?.span.cover(self.token(end - 1)?.span);
        let period = self.periods.iter().any(|period| period.place.first as usize == noun);
        (!period).then_some(Noun { span, end, direct: noun == number.end })
    }

    fn usable(&self, number: &Number) -> bool {
        let unproven = number.dot && number.scale == 0;
        !(unproven || self.is_in_expression(number.first) || self.is_noun_numeral(number))
    }

    pub(super) fn read_count(&self, number: &Number<'t>) -> Option<Found> {
        if !self.usable(number) || number.form == Form::Half && number.scale == 0 {
            return None;
        }
        if number.form == Form::Article {
            let least = number.first > self.start && self.is(number.first - 1, NumberWord::AtLeastOne);
            if !least || self.is_behind_counted(number.end) {
                return Some(Found::nothing(number.end));
            }
        }
        let (first, _, place) = self.place_of(number);
        if let Some(noun) = self.noun_behind(number) {
            let span = Span::new(place.start, noun.span.end);
            let draft =
                Draft::new(COUNT.id, Kind::Count, Unit::Noun(noun.span), number, (first, noun.end, span));
            return Some(Found::quantity(noun.end, draft));
        }
        // *fünf der zwölf Filialen*
        let of = number.end;
        if matches!(self.text(of), "der" | "dieser" | "seiner" | "ihrer" | "von" | "aller")
            && let Some(whole) = self.read_number(
                if self.link(of) == Some(Link::Of) && matches!(self.text(of + 1), "den" | "ihren" | "seinen")
                {
                    of + 2
                } else {
                    of + 1
                },
            )
            && let Some(noun) = self.noun_behind(&whole)
            && self.unit_behind(&whole).is_none()
        {
            let draft =
                Draft::new(COUNT.id, Kind::Count, Unit::Noun(noun.span), number, (first, number.end, place));
            return Some(Found::quantity(number.end, draft));
        }
        None
    }

    fn is_behind_counted(&self, at: usize) -> bool {
        self.unit_word(at).is_some()
    }

    pub(super) fn read_bare(&self, number: &Number<'t>) -> Option<Found> {
        let usable = self.usable(number)
            && !matches!(number.form, Form::Article)
            && (number.form != Form::Half || number.scale > 0)
            && number.suffix.is_none();
        if !usable || self.find(number.end, |word| (word == NumberWord::NoCount).then_some(())).is_some() {
            return Some(Found::nothing(number.end));
        }
        let mut number = *number;
        if let Some(exponent) = self.scale_of_letter(number.tail) {
            number = number.scaled(exponent)?;
            number.stop += 1;
        }
        let mut draft = Draft::new(BARE.id, Kind::Number, Unit::None, &number, self.place_of(&number));
        draft.open = self.skip_adjectives(number.end) > number.end;
        Some(Found::quantity(number.end, draft))
    }
}
