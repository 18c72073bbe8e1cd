//! The words of numbers: numerals, scale words, units, modifiers, and what makes a number no quantity.

mod exclusions;
mod modifiers;
mod money;
mod numerals;
mod scales;
mod units;

use super::{sense::Sense, table::Builder};
use crate::{claim::Modifier, decimal::Decimal, error::Error};
pub use modifiers::{Effect, Effects, End, Position};
pub use money::Currency;
pub use numerals::{Link, Morph, Morphs};
pub use units::Measure;

/// A unit, as its word or sign names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitWord {
    /// An amount of money.
    Currency {
        /// The place in [`NumberWords::currencies`].
        currency: u16,
        /// Its hundredth part.
        cents: bool,
        /// One more than the place in [`NumberWords::shared`] if other currencies share the name, else 0.
        shared: u8,
    },
    /// A physical unit, by its place in [`NumberWords::measures`].
    Measure(u16),
    /// *Prozent*.
    Percent,
    /// *Promille*.
    Permille,
    /// *-prozentig*, fused or hyphenated behind the number.
    PercentAdjective,
    /// *-promillig*.
    PermilleAdjective,
    /// *Prozentpunkt*.
    PercentagePoint,
    /// *Basispunkt*.
    BasisPoint,
    /// Points of an index, a share or a rate.
    Points,
    /// Units of an index, where the figure shows it (*2.411,77 Einheiten*).
    IndexUnits,
    /// A length of time: read, but no quantity.
    Duration,
}

/// What a number beside such a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LabelKind {
    /// A part of a text or law.
    Reference,
    /// A number of an account, a phone, a security.
    Identifier,
    /// A room, road or house.
    Place,
    /// A series or model.
    Product,
    /// A share index with a number in its name.
    Index,
    /// A rank or class.
    Rank,
    /// A programme, group, body.
    Name,
    /// A vehicle or line.
    Vehicle,
    /// Of a game.
    Sport,
    /// A version.
    Version,
    /// A clock time.
    Time,
    /// An age.
    Age,
    /// A decade.
    Decade,
    /// An ordinal.
    Ordinal,
    /// A length of time.
    Duration,
    /// A size or format.
    Format,
}

/// A word of the grammar of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberWord {
    /// A power of ten: *Million*; `short` if it may carry a full stop (*Mio.*).
    Scale {
        /// The power.
        exponent: u8,
        /// It is an abbreviation.
        short: bool,
    },
    /// *Dutzend*, by its value.
    Dozen(u8),
    /// A plural that names no number: *Dutzende*.
    Vague,
    /// Makes the scale word behind it vague: *mehrere*.
    VagueBefore,
    /// A unit, whatever its case.
    Unit(UnitWord),
    /// A sign or short form whose spelling must be exact, by its place in [`NumberWords::symbols`].
    Symbol(u16),
    /// A word that loosens or bounds a number.
    Modifier {
        /// What it does.
        kind: Modifier,
        /// Where it stands.
        position: Position,
        /// It is a preposition or adverb too and counts only directly before a number.
        tight: bool,
    },
    /// A word in the phrase of a number that changes nothing: *insgesamt*.
    Neutral,
    /// A noun for an amount whose *über* says how much it is: *Kredit über*.
    AmountNoun,
    /// *minus* (true) and *plus*.
    Sign(bool),
    /// *negativ* behind a figure.
    Negative,
    /// *Komma* between number words.
    Comma,
    /// A form of *ein*.
    One,
    /// *halb*.
    Half,
    /// Makes *Hälfte* one of two halves: *die andere Hälfte*.
    HalfBefore,
    /// A fraction noun by its denominator: *Drittel*; 2 is *Hälfte*, which needs no numerator.
    Fraction(u32),
    /// *doppelt*, by its value's place in [`NumberWords::values`].
    Multiple(u16),
    /// *-fach* behind a number.
    Fold,
    /// *-mal* or *Mal* behind a number.
    Times,
    /// What follows *dreimal* and makes it a multiple: *so viel*.
    MultipleAfter,
    /// *Faktor* before a number.
    Factor,
    /// A form of a verb that multiplies, by its value's place in [`NumberWords::values`].
    MultipleVerb(u16),
    /// Its noun.
    MultipleNoun(u16),
    /// *vierte*.
    Ordinal(u32),
    /// *jeder*.
    Every,
    /// Makes a number of *eine*: *mindestens eine Klage*.
    AtLeastOne,
    /// Says what is counted: *die Zahl der Kunden*.
    NumberNoun,
    /// A word that ties numbers together.
    Link(Link),
    /// Makes the number behind it a name, reference or rank.
    Label {
        /// Which.
        kind: LabelKind,
        /// Only digits directly behind it.
        digit_only: bool,
        /// One more than the place in [`NumberWords::label_values`] of the only values it goes with, or 0.
        values: u16,
    },
    /// Makes the number before it no quantity.
    After(LabelKind),
    /// A fixed expression: no number in it is one.
    Expression,
    /// A noun that no cardinal counts.
    NoCount,
    /// The last part of a compound that is a coin or note: *Zehn-Euro-Schein*.
    Denomination,
    /// A country, by its currency: a hint for a bare *Krone*.
    Country(u16),
}

/// A sign or short form with its exact spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// The spelling.
    pub text: String,
    /// What it means.
    pub unit: UnitWord,
}

/// What the words of numbers refer to.
#[derive(Debug, Default)]
pub struct NumberWords {
    /// The currencies.
    pub currencies: Vec<Currency>,
    /// The currencies that a shared name may stand for, the default first.
    pub shared: Vec<money::Shared>,
    /// The physical units.
    pub measures: Vec<Measure>,
    /// Signs and short forms.
    pub symbols: Vec<Symbol>,
    /// Factors of verbs and nouns.
    pub values: Vec<Decimal>,
    /// The building blocks of number words.
    pub morphs: Morphs,
    /// Letters that scale between a number and a currency, or fused before a currency: (letter, power of ten).
    pub scale_letters: Vec<(String, u8)>,
    /// What the kinds of modifiers do to an interval.
    pub effects: Effects,
    /// Signs that modify: (sign, kind).
    pub modifier_signs: Vec<(String, Modifier)>,
    /// The only numbers that a label goes with.
    pub label_values: Vec<Vec<String>>,
    /// Characters for fractions: (character, numerator, denominator).
    pub vulgar: Vec<(char, u32, u32)>,
}

impl NumberWords {
    /// Adds a symbol with its exact spelling.
    pub(super) fn add_symbol(&mut self, to: &mut Builder, text: &str, unit: UnitWord) {
        to.add(text, Sense::Number(NumberWord::Symbol(self.symbols.len() as u16)));
        self.symbols.push(Symbol { text: text.to_owned(), unit });
    }

    /// Stores a factor.
    fn add_value(&mut self, value: Decimal) -> u16 {
        self.values.iter().position(|&known| known == value).unwrap_or_else(|| {
            self.values.push(value);
            self.values.len() - 1
        }) as u16
    }
}

/// A number of a lexicon file: decimal or fraction.
pub(super) fn read_value(file: &str, text: &str) -> Result<Decimal, Error> {
    let read = |part: &str| part.trim().parse::<Decimal>().ok();
    let value = match text.split_once('/') {
        Some((above, below)) => {
            read(above).zip(read(below)).and_then(|(above, below)| above.checked_div(below))
        }
        None => read(text),
    };
    value.ok_or_else(|| wrong(file, &format!("`{text}` is no number")))
}

fn wrong(file: &str, what: &str) -> Error {
    Error::Lexicon { file: file.to_owned(), what: what.to_owned() }
}

/// Reads all the files.
pub(super) fn load(to: &mut Builder) -> Result<NumberWords, Error> {
    let mut words = NumberWords::default();
    money::load(to, &mut words)?;
    units::load(to, &mut words)?;
    scales::load(to, &mut words)?;
    numerals::load(to, &mut words)?;
    modifiers::load(to, &mut words)?;
    exclusions::load(to, &mut words)?;
    Ok(words)
}
