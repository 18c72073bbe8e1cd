//! One sentence a check, in English or German: what is printed and what follows.

use super::{
    bounds,
    figure::Figure,
    readings::german,
    relation::{Solved, Ties},
};
use crate::{
    check::Verdict,
    claim::{Direction, Kind},
    decimal::{Decimal, plain},
    interval::Interval,
};

/// The language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German.
    German,
}

/// What a correction takes for the cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slip {
    /// Two neighbouring digits stand in the wrong order.
    Swapped,
    /// The comma stands one place off.
    Comma,
    /// Millionen for Milliarden and the like.
    Scale,
    /// Percent where points are meant.
    Points,
    /// Points where percent is meant.
    Percent,
    /// A rise that is a fall, or the other way round.
    Direction,
    /// A percentage of the new level instead of the old one.
    Base,
    /// What is left where what went is meant: *auf* for *um*.
    Left,
    /// One digit is another.
    Digit,
}

impl Slip {
    /// The order of readings: common slips first.
    pub(crate) fn rarity(self) -> u32 {
        match self {
            Self::Direction | Self::Points | Self::Percent | Self::Scale | Self::Swapped | Self::Comma => 0,
            Self::Base | Self::Left => 1,
            Self::Digit => 2,
        }
    }

    /// What the slip is called.
    pub(crate) fn why(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Swapped, Language::English) => "two digits swapped",
            (Self::Swapped, Language::German) => "Zahlendreher",
            (Self::Comma, Language::English) => "the comma one place off",
            (Self::Comma, Language::German) => "Komma um eine Stelle verrutscht",
            (Self::Scale, Language::English) => "Million and Milliarde mistaken for each other",
            (Self::Scale, Language::German) => "Millionen und Milliarden verwechselt",
            (Self::Points, Language::English) => "percentage points meant, not percent",
            (Self::Points, Language::German) => "Prozentpunkte gemeint, nicht Prozent",
            (Self::Percent, Language::English) => "percent meant, not percentage points",
            (Self::Percent, Language::German) => "Prozent gemeint, nicht Prozentpunkte",
            (Self::Direction, Language::English) => "the other direction",
            (Self::Direction, Language::German) => "umgekehrte Richtung",
            (Self::Base, Language::English) => "computed on the new level instead of the old one",
            (Self::Base, Language::German) => "auf den neuen statt den alten Stand bezogen",
            (Self::Left, Language::English) => {
                "what is left instead of the change: auf and um mistaken for each other"
            }
            (Self::Left, Language::German) => "auf und um verwechselt: genannt ist, was bleibt",
            (Self::Digit, Language::English) => "one digit is wrong",
            (Self::Digit, Language::German) => "eine Ziffer ist falsch",
        }
    }
}

/// A number as a person writes it: at most four digits that count, with a scale word.
pub(crate) fn number(value: Decimal, language: Language) -> String {
    let order = bounds::order(value);
    let (scale, english, in_german) = match order {
        12.. => (12, " trillion", " Bio."),
        9.. => (9, " bn", " Mrd."),
        6.. => (6, " m", " Mio."),
        _ => (0, "", ""),
    };
    let divisor = crate::decimal::power_of_ten(scale).unwrap_or(Decimal::ONE);
    let small = value.checked_div(divisor).unwrap_or(value);
    let places = u32::try_from(2 - bounds::order(small).clamp(-20, 2)).unwrap_or(0);
    let rounded = small.round_dp(places).normalize();
    match language {
        Language::English => format!("{}{english}", plain(rounded)),
        Language::German => format!("{}{in_german}", german(rounded, true)),
    }
}

/// An interval as a person writes it.
fn interval(of: &Solved, language: Language) -> String {
    let unit = match of.kind {
        Kind::Percent => match language {
            Language::English => " percent",
            Language::German => " Prozent",
        }
        .to_owned(),
        Kind::PercentagePoint => match language {
            Language::English => " percentage points",
            Language::German => " Prozentpunkte",
        }
        .to_owned(),
        Kind::Multiple => match language {
            Language::English => " times",
            Language::German => "-fach",
        }
        .to_owned(),
        _ => of.unit.as_ref().map_or_else(String::new, |unit| format!(" {unit}")),
    };
    let Interval { low, high } = bounds::shown(of.interval);
    let (to, least, most) = match language {
        Language::English => (" to ", "at least ", "at most "),
        Language::German => (" bis ", "mindestens ", "höchstens "),
    };
    let show = |value: Decimal| number(value, language);
    match (low, high) {
        (Some(low), Some(high)) if show(low) == show(high) => format!("{}{unit}", show(low)),
        (Some(low), Some(high)) => format!("{}{to}{}{unit}", show(low), show(high)),
        (Some(low), None) => format!("{least}{}{unit}", show(low)),
        (None, Some(high)) => format!("{most}{}{unit}", show(high)),
        (None, None) => "?".to_owned(),
    }
}

fn surface<'a>(figure: &Figure<'a>) -> &'a str {
    &figure.claim.quantity.text
}

/// What the figures make, without the verdict.
fn arithmetic(ties: &Ties, figures: &[Figure<'_>], solved: &Solved, language: Language) -> String {
    let german = language == Language::German;
    let show = |at: &Option<usize>| at.map_or("?", |at| surface(&figures[at]));
    let list = |all: &[usize]| all.iter().map(|at| surface(&figures[*at])).collect::<Vec<_>>().join(" + ");
    let result = interval(solved, language);
    match ties {
        Ties::Growth { old: old @ Some(_), new: new @ Some(_), change } => {
            let down = change.is_some_and(|at| figures[at].claim.direction == Some(Direction::Down));
            let word = match (german, down) {
                (true, true) => "ein Rückgang um",
                (true, false) => "eine Veränderung um",
                (false, true) => "a fall of",
                (false, false) => "a change of",
            };
            let after = if german { "nach" } else { "after" };
            let is = if german { "ist" } else { "is" };
            format!("{} {after} {} {is} {word} {result}", show(new), show(old))
        }
        Ties::Growth { old: None, new, change } if german => {
            format!("{} nach einer Veränderung um {}: vorher {result}", show(new), show(change))
        }
        Ties::Growth { old: None, new, change } => {
            format!("{} after a change of {}: {result} before", show(new), show(change))
        }
        Ties::Growth { old, change, .. } => {
            let then = if german { "dann" } else { "then" };
            format!("{}, {}: {then} {result}", show(old), show(change))
        }
        Ties::Sum { whole, parts, .. } if solved.of == "rest" => {
            let rest = if german { "Rest" } else { "rest" };
            format!("{} − ({}): {rest} {result}", show(whole), list(parts))
        }
        Ties::Sum { parts, .. } => format!("{} = {result}", list(parts)),
        Ties::Share { part, whole, percent } => match solved.of {
            "percent" if german => format!("{} von {} sind {result}", show(part), show(whole)),
            "percent" => format!("{} of {} is {result}", show(part), show(whole)),
            "whole" if german => format!("{} sind {} von {result}", show(part), show(percent)),
            "whole" => format!("{} is {} of {result}", show(part), show(percent)),
            _ if german => format!("{} von {} sind {result}", show(percent), show(whole)),
            _ => format!("{} of {} is {result}", show(percent), show(whole)),
        },
        Ties::Product { price, count, total } => match solved.of {
            "total" => format!("{} × {} = {result}", show(count), show(price)),
            "count" => format!("{} / {} = {result}", show(total), show(price)),
            _ => format!("{} / {} = {result}", show(total), show(count)),
        },
        Ties::Conversion { a, .. } if solved.interval == Interval::default() => {
            if german {
                format!("für {} ist kein Kurs bekannt", surface(&figures[*a]))
            } else {
                format!("no rate is known for {}", surface(&figures[*a]))
            }
        }
        Ties::Conversion { a, .. } => {
            let are = if german { "sind" } else { "is" };
            format!("{} {are} {result}", surface(&figures[*a]))
        }
        Ties::Difference { a, b, gap } => match solved.of {
            "gap" => format!("{} − {} = {result}", show(a), show(b)),
            "b" => format!("{} − {} = {result}", show(a), show(gap)),
            _ => format!("{} + {} = {result}", show(b), show(gap)),
        },
        Ties::Repeated { a, .. } => {
            if german {
                format!("an anderer Stelle steht {}", surface(&figures[*a]))
            } else {
                format!("elsewhere it is {}", surface(&figures[*a]))
            }
        }
    }
}

/// The sentence of a check.
pub(crate) fn sentence(
    ties: &Ties,
    verdict: Verdict,
    figures: &[Figure<'_>],
    solved: &Solved,
    language: Language,
) -> String {
    let arithmetic = arithmetic(ties, figures, solved, language);
    let Some(printed) = solved.printed.filter(|_| verdict != Verdict::Derivable).map(|at| &figures[at])
    else {
        return arithmetic;
    };
    let way = match (printed.claim.direction, language) {
        (Some(Direction::Up), Language::English) => " up",
        (Some(Direction::Down), Language::English) => " down",
        (Some(Direction::Up), Language::German) => " mehr",
        (Some(Direction::Down), Language::German) => " weniger",
        (None, _) => "",
    };
    let surface = surface(printed);
    let way = if printed.kind() == Kind::Multiple { "" } else { way };
    match (verdict, language) {
        (Verdict::Inconsistent, Language::English) => {
            format!("{arithmetic}, but the text says {surface}{way}")
        }
        (Verdict::Inconsistent, Language::German) => {
            format!("{arithmetic}, im Text steht aber {surface}{way}")
        }
        (_, Language::English) => format!("{arithmetic}; the text says {surface}{way}"),
        (_, Language::German) => format!("{arithmetic}; im Text steht {surface}{way}"),
    }
}

/// Why a claim is in no check.
pub(crate) fn unchecked(figure: &Figure<'_>, language: Language) -> &'static str {
    let unknown = figure.topic.what == 0 || figure.topic.who == 0;
    match (figure.is_change(), unknown, language) {
        (_, true, Language::English) => "subject or metric is not known",
        (_, true, Language::German) => "Gegenstand oder Kennzahl ist nicht bekannt",
        (true, false, Language::English) => "the level that the change leads to is not stated",
        (true, false, Language::German) => "der Stand, zu dem die Veränderung führt, ist nicht genannt",
        (false, false, Language::English) => "no second figure for the same metric and period",
        (false, false, Language::German) => "keine zweite Zahl zur selben Kennzahl und Zeit",
    }
}

/// The end of the sentence of a contradiction between relations that can each hold alone.
pub(crate) fn core(members: &[usize], figures: &[Figure<'_>], language: Language) -> String {
    let mut members = members.to_vec();
    members.sort_unstable();
    members.dedup();
    let all = members.iter().map(|at| surface(&figures[*at])).collect::<Vec<_>>().join(", ");
    match language {
        Language::English => format!("; together these cannot hold: {all}"),
        Language::German => format!("; zusammen können nicht stimmen: {all}"),
    }
}

/// What is noted where the system was too large.
pub(crate) fn stopped(language: Language) -> &'static str {
    match language {
        Language::English => "too many relations hang together: they were checked one by one only",
        Language::German => "zu viele Beziehungen hängen zusammen: sie wurden nur einzeln geprüft",
    }
}
