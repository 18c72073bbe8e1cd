//! What a text asserts with a number: the vocabulary that resolution makes and validation reads.
//!
//! Offsets are whatever the producer counted in: bytes inside the program, code points in the
//! output unless asked otherwise (see `write::offsets`).

use crate::{decimal::Decimal, interval::Interval};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Makes a closed set of lower-case names: an enum, its names, and the way back.
macro_rules! names {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $text)] $variant,)+
        }
        impl $name {
            /// Every member, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The name as the output writes it.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
            /// The member of that name.
            pub fn find(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|member| member.name() == name)
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.name()) }
        }
    };
}
pub(crate) use names;

names! {
    /// What sort of quantity a number is.
    Kind {
        /// An amount of a currency.
        Money = "money",
        /// A share or change in percent.
        Percent = "percent",
        /// A difference of shares or rates.
        PercentagePoint = "percentage_point",
        /// A factor.
        Multiple = "multiple",
        /// A cardinal that counts things or persons.
        Count = "count",
        /// A physical unit.
        Measure = "measure",
        /// Index points.
        Points = "points",
        /// A bare number that claims nothing by itself.
        Number = "number",
    }
}

names! {
    /// What a figure states.
    Role {
        /// What something is, was, costs or amounts to.
        Level = "level",
        /// How much something rose or fell.
        Change = "change",
        /// A part of a whole.
        Share = "share",
        /// A price or amount per unit.
        Rate = "rate",
        /// Anything that claims nothing.
        Other = "other",
    }
}

names! {
    /// Which way a change goes.
    Direction {
        /// A rise.
        Up = "up",
        /// A fall.
        Down = "down",
    }
}

names! {
    /// How real the figure is.
    Modality {
        /// A fact of past or present.
        Reported = "reported",
        /// A forecast or estimate of the future.
        Expected = "expected",
        /// A target or intention.
        Planned = "planned",
        /// It could be, it is rumoured.
        Possible = "possible",
        /// Somebody says it is not so.
        Denied = "denied",
    }
}

names! {
    /// A word beside the number that loosens it.
    Modifier {
        /// rund, etwa, circa.
        About = "about",
        /// knapp, fast, nahezu.
        Almost = "almost",
        /// gut, etwas mehr als.
        SlightlyOver = "slightly_over",
        /// mehr als, über.
        Over = "over",
        /// mindestens, ab.
        AtLeast = "at_least",
        /// weniger als, unter.
        Under = "under",
        /// höchstens, bis zu.
        AtMost = "at_most",
    }
}

names! {
    /// The perimeter a figure is measured on; figures of different perimeters are not compared.
    Scope {
        /// bereinigt.
        Adjusted = "adjusted",
        /// währungsbereinigt.
        CurrencyAdjusted = "currency_adjusted",
        /// saisonbereinigt.
        SeasonallyAdjusted = "seasonally_adjusted",
        /// real: after inflation.
        Real = "real",
        /// nominal: before inflation.
        Nominal = "nominal",
        /// annualisiert.
        Annualised = "annualised",
        /// organisch, ohne Zukäufe.
        Organic = "organic",
        /// flächenbereinigt.
        LikeForLike = "like_for_like",
        /// fortgeführtes Geschäft.
        Continuing = "continuing",
        /// pro Kopf.
        PerCapita = "per_capita",
    }
}

names! {
    /// The place of a figure in the statement that ties it to others.
    Part {
        /// The value before: *von X*, *nach X im Vorjahr*.
        Old = "old",
        /// The value after: *auf X*.
        New = "new",
        /// What was added or taken away: *um X*, *ein Plus von X*.
        Change = "change",
        /// The total.
        Whole = "whole",
        /// A portion of the total: *davon X*.
        Part = "part",
        /// A portion of the total where all portions are given: *setzt sich zusammen aus X und Y*, *X und Y, zusammen Z*.
        Addend = "addend",
        /// A portion that is set against its total: *X der Y*, *X von Y*.
        Share = "share",
        /// The portion in percent.
        Percent = "percent",
        /// The amount for one.
        Price = "price",
        /// How many.
        Count = "count",
        /// The amount for all.
        Total = "total",
        /// The first of two compared shares or rates.
        A = "a",
        /// The second of two compared shares or rates.
        B = "b",
        /// The distance between the two.
        Gap = "gap",
    }
}

/// The ends of a printed range, as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Range {
    /// The lower end.
    #[serde(with = "crate::decimal::text")]
    #[schemars(schema_with = "crate::decimal::text::schema")]
    pub low: Decimal,
    /// The upper end.
    #[serde(with = "crate::decimal::text")]
    #[schemars(schema_with = "crate::decimal::text::schema")]
    pub high: Decimal,
}

/// A number with its unit, as the text prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Quantity {
    /// Where it starts.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
    /// The surface.
    pub text: String,
    /// What sort of quantity.
    pub kind: Kind,
    /// The value in whole units (percent: in percent); null exactly when `range` is set.
    #[serde(with = "crate::decimal::text_or_null")]
    #[schemars(schema_with = "crate::decimal::text_or_null::schema")]
    pub value: Option<Decimal>,
    /// ISO 4217 code, `%`, `pp`, `x`, the counted noun, the physical unit, `points`; null for a bare number.
    pub unit: Option<String>,
    /// Both ends of a range.
    pub range: Option<Range>,
    /// The word that loosens it.
    pub modifier: Option<Modifier>,
    /// Every number that the printed figure can stand for.
    pub interval: Interval,
}

/// Who or what a figure is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Subject {
    /// The canonical short name.
    pub name: String,
    /// The id in the document's list of companies; null for anything that is no company.
    pub company: Option<String>,
    /// Where the mention starts that the name was resolved from; null where none is.
    pub start: Option<u32>,
    /// Where it ends, exclusive.
    pub end: Option<u32>,
}

/// A piece of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Phrase {
    /// The surface.
    pub text: String,
    /// Where it starts.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
}

/// What is measured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Metric {
    /// An id of the guideline's list, `other`, or an id of a user's lexicon.
    pub id: String,
    /// The word that names it; null where only the verb does.
    pub text: Option<String>,
    /// Where that word starts.
    pub start: Option<u32>,
    /// Where it ends, exclusive.
    pub end: Option<u32>,
}

/// The time a figure holds for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PeriodRef {
    /// The wording; null where the period is implied by the context alone.
    pub text: Option<String>,
    /// The first day; null where wording and document date do not fix it.
    #[schemars(with = "Option<String>")]
    pub from: Option<Date>,
    /// The last day.
    #[schemars(with = "Option<String>")]
    pub to: Option<Date>,
}

/// Who says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Attribution {
    /// As written.
    pub text: String,
}

/// How the grammar of a sentence ties a figure to the others of its statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Link {
    /// The statement's number in the document; figures of one statement belong together.
    pub statement: u32,
    /// The figure's place in it.
    pub part: Part,
}

/// A field that the text does not state but the context implies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Implied {
    /// The name of the field.
    pub field: String,
    /// The id of the rule that implied it.
    pub rule: String,
}

/// One quantity and everything the text asserts with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    /// Unique in the document: `c1`, `c2`, … in text order.
    pub id: String,
    /// The sentence it stands in, counted from 1.
    pub sentence: u32,
    /// What the figure states.
    pub role: Role,
    /// Which way, for a change.
    pub direction: Option<Direction>,
    /// The number itself.
    pub quantity: Quantity,
    /// Who or what it is about; empty if none can be told.
    pub subjects: Vec<Subject>,
    /// Whether the figure is the total of its subjects.
    pub joint: bool,
    /// The segment, branch or region of the subject that the figure is limited to.
    #[serde(default)]
    pub segment: Option<Phrase>,
    /// What is measured.
    pub metric: Option<Metric>,
    /// The perimeters that the text names.
    #[serde(default)]
    pub scope: Vec<Scope>,
    /// The time it holds for.
    pub period: Option<PeriodRef>,
    /// The period that a change is measured against.
    pub base: Option<PeriodRef>,
    /// How real it is.
    pub modality: Modality,
    /// Who says it; null if the article itself does.
    pub attribution: Option<Attribution>,
    /// The id of the claim whose amount this one repeats in another currency or unit.
    pub equivalent_of: Option<String>,
    /// The grammatical tie to other figures.
    #[serde(default)]
    pub link: Option<Link>,
    /// Further ties: parts, wholes, prices, gaps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ties: Vec<Link>,
    /// The fields that were implied, not stated.
    #[serde(default)]
    pub implied: Vec<Implied>,
}
