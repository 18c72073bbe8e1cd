//! Numbers that say how much or how many.
//!
//! A number phrase is read from its number: sign, modifier and currency before it, scale words and unit behind
//! it. [`rules`] is the list of what is tried at each number, word by word; its order is its only priority, the
//! longest phrases first. Then the quantities of a sentence lend each other what they leave out
//! (*von 3,4 auf 2,9 Milliarden Euro*).

mod amount;
mod bracket;
mod contest;
mod coordination;
mod count;
mod counted;
mod currency;
mod digits;
mod draft;
mod exclude;
mod fraction;
mod interval;
mod modifier;
mod multiple;
mod number;
mod numerals;
#[cfg(test)]
mod properties;
mod range;
mod reader;
mod relation;
mod scale;
mod share;
mod sign;
#[cfg(test)]
mod tests;
mod unit;

use super::{Period, Place};
use crate::{
    claim::{Direction, Kind, Modifier, Range},
    decimal::Decimal,
    document::Class,
    interval::Interval,
    lexicon::{Sense, Words, grammar::FunctionWord, numbers::NumberWord},
    span::Span,
};
pub(super) use contest::contests;
use draft::{Draft, Found};
use number::Number;
use reader::Reader;

/// What a quantity is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A currency, by its place in the lexicon.
    Currency(u16),
    /// A physical unit, by its place in the lexicon.
    Measure(u16),
    /// `%`.
    Percent,
    /// `pp`.
    Point,
    /// `x`.
    Times,
    /// Index points.
    Points,
    /// The noun that is counted.
    Noun(Span),
    /// None: a bare number.
    None,
}

/// A number with its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// Where it stands, modifiers outside.
    pub place: Place,
    /// What sort it is.
    pub kind: Kind,
    /// The value; `None` exactly when `range` is set.
    pub value: Option<Decimal>,
    /// Both ends of a range.
    pub range: Option<Range>,
    /// What it is counted in.
    pub unit: Unit,
    /// The word that loosens it.
    pub modifier: Option<Modifier>,
    /// The first token of number or modifier: where the number's phrase begins.
    pub phrase_first: u32,
    /// Every number that it can stand for.
    pub interval: Interval,
    /// For a multiple or an adjective that says which way: *verdoppelt* up, *halbiert* down; and for a sign before a
    /// change (*(minus 3 Prozent)*).
    pub direction: Option<Direction>,
    /// Whether it makes a claim; bare numbers and *Zehn-Euro-Schein* do not.
    pub claims: bool,
    /// The index of the quantity before it that it repeats in another currency or unit, by its brackets.
    pub repeats: Option<u32>,
    /// Whether a sign stands before it: a negative value for a level, a `direction` for a change.
    pub signed: bool,
}

impl Quantity {
    /// The whole phrase: the quantity with its sign, modifier and the words before it that change nothing.
    pub fn phrase(&self, words: &Words) -> Span {
        let first = words.token(self.phrase_first as usize).map_or(self.place.span, |token| token.span);
        first.cover(self.place.span)
    }

    /// The unit as the output writes it: ISO code, `%`, `pp`, `x`, `points`, the name of a measure or its short form
    /// as written, the counted noun as written; `None` for a bare number.
    pub fn unit_text(&self, words: &Words) -> Option<String> {
        let numbers = &words.lexicon.numbers;
        Some(match self.unit {
            Unit::Currency(currency) => numbers.currencies.get(usize::from(currency))?.code.clone(),
            Unit::Measure(measure) => {
                let measure = numbers.measures.get(usize::from(measure))?;
                let surface = words.document.surface(self.place.span);
                let written = |symbol: &&String| {
                    surface
                        .strip_suffix(symbol.as_str())
                        .is_some_and(|rest| !rest.ends_with(char::is_alphabetic))
                };
                measure.symbols.iter().find(written).unwrap_or(&measure.name).clone()
            }
            Unit::Percent => "%".to_owned(),
            Unit::Point => "pp".to_owned(),
            Unit::Times => "x".to_owned(),
            Unit::Points => "points".to_owned(),
            Unit::Noun(span) => words.document.surface(span).to_owned(),
            Unit::None => return None,
        })
    }
}

/// A rule: what it reads, with examples.
pub struct Rule {
    /// Its name.
    pub id: &'static str,
    /// What it reads, in one sentence.
    pub reads: &'static str,
    /// Texts and the notation of what is found in them, several apart by `; `.
    pub finds: &'static [(&'static str, &'static str)],
    /// Texts in which nothing is found.
    pub ignores: &'static [&'static str],
    read: for<'r, 'd, 't> fn(&Reader<'r, 'd, 't>, usize, Option<&Number<'t>>) -> Option<Found>,
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id)
    }
}

/// All rules, in the order in which they are tried.
pub const fn rules() -> &'static [Rule] {
    RULES
}

const RULES: &[Rule] = &[
    exclude::ADDRESS,
    share::EVERY,
    range::RANGE,
    exclude::DATE,
    exclude::YEAR,
    exclude::NAME,
    share::OF,
    multiple::VERB,
    multiple::TIMES,
    multiple::FOLD,
    multiple::FACTOR,
    fraction::FRACTION,
    bracket::BRACKET,
    amount::PARTS,
    amount::AMOUNT,
    count::COUNT,
    count::BARE,
];

/// The quantities of a document; numbers inside its periods are none.
pub fn find(words: &Words, periods: &[Period]) -> Vec<Quantity> {
    find_watched(words, periods, &mut |_, _, _| {})
}

/// The same; `watch` sees each token at which a rule fits, and what it found.
fn find_watched<'t>(
    words: &Words<'_, 't>,
    periods: &[Period],
    watch: &mut impl for<'r, 'd> FnMut(&Reader<'r, 'd, 't>, usize, &Found),
) -> Vec<Quantity> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut next_period = 0;
    let mut at = 0;
    let mut start = 0;
    for (place, sentence) in words.document.sentences.iter().enumerate() {
        if words
            .document
            .sentences
            .get(place + 1)
            .is_some_and(|next| goes_on(words, sentence.tokens.end, next.tokens.len()))
        {
            continue;
        }
        let first = drafts.len();
        let mut reader = Reader {
            words,
            numbers: &words.lexicon.numbers,
            periods,
            start,
            end: sentence.tokens.end,
            floor: start,
        };
        start = sentence.tokens.end;
        at = at.max(reader.start);
        while at < reader.end {
            while periods.get(next_period).is_some_and(|period| period.place.end as usize <= at) {
                next_period += 1;
            }
            if let Some(period) = periods.get(next_period).filter(|period| period.place.first as usize <= at)
            {
                at = period.place.end as usize;
                continue;
            }
            let Some(found) = reader.is_trigger(at).then(|| reader.read_rules(at)).flatten() else {
                at += 1;
                continue;
            };
            watch(&reader, at, &found);
            if found.length {
                reader.drop_listed(&mut drafts, first, at);
            }
            at = found.end.max(at + 1);
            if let Some(mut draft) = found.draft {
                reader.read_sign(&mut draft);
                if draft.quantity.modifier.is_none() {
                    reader.read_modifier(&mut draft);
                }
                drafts.push(draft);
                reader.floor = at;
            }
        }
        if drafts.len() > first {
            reader.floor = reader.start;
            reader.settle_quantities(&mut drafts, first);
        }
    }
    currency::settle(words, &mut drafts);
    drafts.into_iter().map(|draft| draft.finish(&words.lexicon.numbers)).collect()
}

/// Whether a sentence that a mere line break ends goes on behind it: a number or preposition awaits its rest.
fn goes_on(words: &Words, next: usize, size: usize) -> bool {
    let Some(token) =
        words.token(next).filter(|token| token.has_line_before() && !token.has_paragraph_before())
    else {
        return false;
    };
    let last = next.saturating_sub(1);
    let waits = words.token(last).is_some_and(|last| last.class == Class::Number)
        || words.has(last, |sense| {
            matches!(
                sense,
                Sense::Function(
                    FunctionWord::Preposition(_) | FunctionWord::Determiner(_) | FunctionWord::Coordinating
                ) | Sense::Number(
                    NumberWord::Modifier { .. }
                        | NumberWord::Scale { .. }
                        | NumberWord::Neutral
                        | NumberWord::Link(_)
                        | NumberWord::Sign(_)
                )
            )
        });
    waits && token.class != Class::Symbol && size > 1
}

impl Reader<'_, '_, '_> {
    /// Whether a quantity may begin at a token.
    fn is_trigger(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let opens = |word| match word {
            NumberWord::Every
            | NumberWord::MultipleVerb(_)
            | NumberWord::MultipleNoun(_)
            | NumberWord::Multiple(_)
            | NumberWord::Half
            | NumberWord::Fraction(2) => Some(()),
            _ => None,
        };
        match token.class {
            Class::Number => true,
            Class::Word => {
                let text = self.text(at);
                numerals::may_begin(text)
                    || text.starts_with(['h', 'w']) && self.is_address(at)
                    || self.find(at, opens).is_some()
            }
            Class::Symbol => {
                !self.text(at).is_ascii()
                    && self.numbers.vulgar.iter().any(|&(sign, ..)| self.text(at).starts_with(sign))
            }
        }
    }

    /// What the first rule that fits finds at a token.
    fn read_rules(&self, at: usize) -> Option<Found> {
        let number = self.read_number(at);
        RULES.iter().find_map(|rule| (rule.read)(self, at, number.as_ref()))
    }

    /// Lets the quantities of a sentence complete each other.
    fn settle_quantities(&self, drafts: &mut [Draft], first: usize) {
        self.lend_forwards(&mut drafts[first..]);
        self.name_rates(&mut drafts[first..]);
        self.name_counted(&mut drafts[first..]);
        self.lend_backwards(drafts, first);
        self.lend_forwards(&mut drafts[first..]);
        self.relate(drafts, first);
        relation::settle_points(drafts, first);
    }
}
