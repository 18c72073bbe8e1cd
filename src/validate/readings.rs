//! Readings: the single corrections under which contradicting figures would hold.
//!
//! Every figure of a contradiction is changed in every way that slips of the pen change figures; a change that makes all
//! relations of the figure hold is a reading. Readings are ordered by the number of contradictions that they repair, and
//! then by how common the slip is.

use super::{
    bounds,
    figure::{Figure, View, digits_of},
    message::Slip,
    relation::{Confidence, Relation, Ties},
};
use crate::{
    claim::{Direction, Kind},
    decimal::Decimal,
    interval::Interval,
};

/// The most readings of one contradiction.
const MOST: usize = 6;

/// The most figures of one contradiction that are tried.
const MOST_MEMBERS: usize = 12;

/// The most relations that a correction must satisfy.
const MOST_RELATIONS: usize = 16;

/// A correction of one figure.
#[derive(Debug, Clone)]
pub(crate) struct Correction {
    /// The figure.
    pub at: usize,
    /// What happened.
    pub slip: Slip,
    /// How it would be printed.
    pub text: String,
    interval: Interval,
    kind: Kind,
    direction: Option<Direction>,
}

/// The corrections of one figure.
fn corrections(at: usize, figure: &Figure<'_>) -> Vec<Correction> {
    let quantity = &figure.claim.quantity;
    let as_is = |slip: Slip, text: String| Correction {
        at,
        slip,
        text,
        interval: figure.tolerance,
        kind: figure.kind(),
        direction: figure.claim.direction,
    };
    let mut all = Vec::new();
    if let Some(direction) = figure.claim.direction {
        let turned = if direction == Direction::Up { Direction::Down } else { Direction::Up };
        let changed = Correction { direction: Some(turned), ..as_is(Slip::Direction, quantity.text.clone()) };
        all.push(changed);
    }
    if figure.is_change() && figure.kind() == Kind::Percent {
        let text = quantity.text.replace("Prozent", "Prozentpunkte").replace('%', "Prozentpunkte");
        all.push(Correction { kind: Kind::PercentagePoint, ..as_is(Slip::Points, text) });
    }
    if figure.kind() == Kind::PercentagePoint {
        let text = quantity.text.replace("Prozentpunkten", "Prozent").replace("Prozentpunkte", "Prozent");
        all.push(Correction { kind: Kind::Percent, ..as_is(Slip::Percent, text) });
    }
    let scaled = |slip: Slip, factor: Decimal, text: String| Correction {
        interval: bounds::scale(figure.tolerance, factor),
        ..as_is(slip, text)
    };
    for (small, large) in
        [("Millionen", "Milliarden"), ("Mio", "Mrd"), ("Million", "Milliarde"), ("Milliarden", "Billionen")]
    {
        if quantity.text.contains(small) {
            all.push(scaled(Slip::Scale, Decimal::ONE_THOUSAND, quantity.text.replace(small, large)));
        }
        if quantity.text.contains(large) {
            all.push(scaled(Slip::Scale, Decimal::new(1, 3), quantity.text.replace(large, small)));
        }
    }
    if let Some((number, value, _)) = digits_of(&quantity.text) {
        let size = quantity.value.and_then(|full| full.abs().checked_div(value)).unwrap_or(Decimal::ONE);
        let sign = if quantity.value.is_some_and(|value| value.is_sign_negative()) {
            Decimal::NEGATIVE_ONE
        } else {
            Decimal::ONE
        };
        for (slip, printed) in respelled(number) {
            let Some((_, other, _)) = digits_of(&printed) else { continue };
            if other == value {
                continue;
            }
            let moved = other
                .checked_sub(value)
                .and_then(|by| by.checked_mul(size))
                .and_then(|by| by.checked_mul(sign));
            let Some(by) = moved else { continue };
            let interval = if slip == Slip::Comma {
                other
                    .checked_div(value)
                    .map_or(figure.tolerance, |factor| bounds::scale(figure.tolerance, factor))
            } else {
                bounds::add(figure.tolerance, Interval::exactly(by))
            };
            all.push(Correction { interval, ..as_is(slip, quantity.text.replacen(number, &printed, 1)) });
        }
    }
    all
}

/// The spellings of a number that one slip away from it, with the slip.
fn respelled(number: &str) -> Vec<(Slip, String)> {
    let chars: Vec<char> = number.chars().collect();
    let places: Vec<usize> = (0..chars.len()).filter(|at| chars[*at].is_ascii_digit()).collect();
    let mut all = Vec::new();
    for pair in places.windows(2) {
        let mut other = chars.clone();
        other.swap(pair[0], pair[1]);
        let leads = other.first() == Some(&'0') && other.get(1).is_some_and(char::is_ascii_digit);
        if !leads {
            all.push((Slip::Swapped, other.into_iter().collect()));
        }
    }
    let digits: String = places.iter().map(|at| chars[*at]).collect();
    let (_, value, unit) = digits_of(number).unwrap_or(("", Decimal::ZERO, Decimal::ONE));
    for factor in [Decimal::TEN, Decimal::new(1, 1)] {
        if let Some(moved) = value.checked_mul(factor) {
            all.push((Slip::Comma, german(moved.normalize(), number.contains('.'))));
        }
    }
    if digits.len() <= 9 && unit <= Decimal::ONE {
        for at in &places {
            for digit in '0'..='9' {
                let leads = digit == '0' && Some(at) == places.first();
                if chars[*at] != digit && !leads {
                    let mut other = chars.clone();
                    other[*at] = digit;
                    all.push((Slip::Digit, other.into_iter().collect()));
                }
            }
        }
    }
    all
}

/// A number as German text prints it.
pub(crate) fn german(value: Decimal, grouped: bool) -> String {
    let plain = value.to_string();
    let (whole, places) = plain.split_once('.').unwrap_or((plain.as_str(), ""));
    let mut out = String::new();
    let length = whole.trim_start_matches('-').len();
    for (at, c) in whole.chars().enumerate() {
        let left = whole.len() - at;
        if grouped
            && at > 0
            && left % 3 == 0
            && left < length + 1
            && c.is_ascii_digit()
            && !out.ends_with('-')
        {
            out.push('.');
        }
        out.push(c);
    }
    if places.is_empty() { out } else { format!("{out},{places}") }
}

/// The corrections that repair a contradiction, the likeliest first. `relations` are all relations of the article, and
/// `touching` finds those of a figure.
pub(crate) fn find(
    broken: &Relation,
    figures: &[Figure<'_>],
    relations: &[Relation],
    touching: &dyn Fn(usize) -> Vec<usize>,
) -> Vec<Correction> {
    let mut ranked: Vec<(usize, u32, Decimal, Correction)> = Vec::new();
    for at in broken.ties.stated().into_iter().take(MOST_MEMBERS) {
        let mut own: Vec<&Relation> =
            touching(at).into_iter().take(MOST_RELATIONS).map(|place| &relations[place]).collect();
        // What was noticed by its arithmetic alone may be an accident of the slip.
        own.retain(|relation| relation.ties != broken.ties && relation.confidence > Confidence::Arithmetic);
        let plain = |other: usize| View::tolerant(&figures[other]);
        let held: Vec<bool> = own.iter().map(|relation| relation.ties.holds(&plain)).collect();
        for correction in corrections(at, &figures[at]) {
            let look = |other: usize| {
                let view = View::tolerant(&figures[other]);
                if other == at {
                    View {
                        interval: correction.interval,
                        kind: correction.kind,
                        direction: correction.direction,
                        ..view
                    }
                } else {
                    view
                }
            };
            if !broken.ties.holds(&look) {
                continue;
            }
            let mut repaired = 1;
            let mut harmless = true;
            for (relation, held) in own.iter().zip(&held) {
                let holds = relation.ties.holds(&look);
                harmless &= holds || !held;
                repaired += usize::from(holds && !held);
            }
            if harmless {
                let off = distance(broken, &look);
                ranked.push((repaired, correction.slip.rarity(), off, correction));
            }
        }
    }
    ranked.extend(
        of_growth(broken, figures).map(|correction| (1, correction.slip.rarity(), Decimal::ZERO, correction)),
    );
    ranked.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)).then(a.3.at.cmp(&b.3.at)));
    let mut kept: Vec<Correction> = Vec::new();
    for (.., correction) in ranked {
        let again = |other: &Correction| other.at == correction.at && other.slip == correction.slip;
        if !kept.iter().any(again) {
            kept.push(correction);
        }
    }
    kept.truncate(MOST);
    kept
}

/// The corrections of a percentage that is right in another sense: computed on the new level instead of the old one, or
/// what is left instead of what went.
fn of_growth(broken: &Relation, figures: &[Figure<'_>]) -> impl Iterator<Item = Correction> {
    let find = || {
        let Ties::Growth { old: Some(old), new: Some(new), change: Some(at) } = broken.ties else {
            return None;
        };
        let [old, new, change] = [old, new, at].map(|at| &figures[at]);
        if change.kind() != Kind::Percent || old.metric() != new.metric() {
            return None;
        }
        let distance = bounds::subtract(new.printed, old.printed);
        let falls = distance.high.is_some_and(|high| high.is_sign_negative());
        let distance = if falls { bounds::negate(distance) } else { distance };
        let percent =
            |of: Interval, by: Interval| bounds::scale(bounds::divide(of, by), Decimal::ONE_HUNDRED);
        let meant = bounds::middle(percent(distance, old.printed))?;
        let places = digits_of(&change.claim.quantity.text).map_or(0, |(.., unit)| unit.scale());
        let text = format!("{} Prozent", german(meant.round_dp(places), false));
        let slips = [
            (Slip::Base, bounds::meets(&percent(distance, new.printed), &change.printed)),
            (Slip::Left, bounds::meets(&percent(new.printed, old.printed), &change.printed)),
        ];
        let slip = slips.into_iter().find(|(_, fits)| *fits)?.0;
        let direction = Some(if falls { Direction::Down } else { Direction::Up });
        Some(Correction {
            at,
            slip,
            text,
            interval: Interval::exactly(meant),
            kind: Kind::Percent,
            direction,
        })
    };
    find().into_iter()
}

/// How far the corrected figures stay from each other, as a part of their size: zero is a perfect fit.
fn distance<'a>(broken: &Relation, look: &dyn Fn(usize) -> View<'a>) -> Decimal {
    let middle = |view: View<'_>| bounds::middle(view.interval);
    let off = || {
        let solved = broken.ties.solve(&|at| look(at))?;
        let printed = middle(look(solved.printed?))?;
        let computed = bounds::middle(solved.interval)?;
        let size = printed.abs().max(computed.abs());
        printed.checked_sub(computed)?.abs().checked_div(size)
    };
    off().unwrap_or(Decimal::ONE)
}
