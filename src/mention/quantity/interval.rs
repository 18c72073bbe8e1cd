//! Which numbers a printed figure can stand for.
//!
//! First what would be printed so: half a unit of the last digit to both sides, where the trailing zeros
//! of a whole number count as rounded down to two digits (*12.000* may be 12.300, *50* is not 54). Counts
//! under a hundred are exact. Then the modifier, by the table of `modifiers.toml`.

use crate::{
    claim::Modifier,
    decimal::{Decimal, power_of_ten},
    interval::Interval,
    lexicon::numbers::{Effects, End},
};

/// How a number was printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Print {
    /// Nothing is rounded.
    Exact,
    /// To a unit of this size.
    Rounded(Decimal),
    /// A fraction in words.
    Fraction,
    /// A factor in words.
    Factor,
}

/// A number and how it was printed.
pub(super) type Printed = (Decimal, Print);

/// The size of the last printed unit of a whole number, its trailing zeros taken as rounded down to two digits.
pub(super) fn step_of_whole(value: Decimal) -> Decimal {
    let mut rest = value.normalize().abs().trunc().mantissa();
    let (mut digits, mut zeros) = (0_i32, 0_i32);
    let mut only_zeros = true;
    while rest > 0 {
        digits += 1;
        only_zeros &= rest % 10 == 0;
        zeros += i32::from(only_zeros);
        rest /= 10;
    }
    power_of_ten(zeros.min(digits - 2).max(0)).unwrap_or(Decimal::ONE)
}

/// The interval of a number or range.
pub(super) fn interval(
    effects: &Effects,
    low: Printed,
    high: Printed,
    modifier: Option<Modifier>,
) -> Interval {
    if high.0.is_sign_negative() && !high.0.is_zero() {
        let mirrored = interval(effects, (-high.0, high.1), (-low.0, low.1), modifier);
        return Interval { low: mirrored.high.map(|end| -end), high: mirrored.low.map(|end| -end) };
    }
    let effect = effects.of(modifier);
    let rounded = Interval { low: printed(effects, low).low, high: printed(effects, high).high };
    let end = |end: End,
               value: Decimal,
               rounding: Option<Decimal>,
               widen: fn(Decimal, Decimal) -> Decimal| match end {
        End::Rounding => rounding,
        End::Value => Some(value),
        End::Open => None,
        End::Zero => Some(Decimal::ZERO),
        End::Times(factor) => Some(widen(value.checked_mul(factor)?, rounding?)),
    };
    Interval {
        low: end(effect.low, low.0, rounded.low, Decimal::min),
        high: end(effect.high, high.0, rounded.high, Decimal::max),
    }
}

/// What the printing alone leaves open.
fn printed(effects: &Effects, (value, print): Printed) -> Interval {
    let factor = |name: &str, end: fn(&crate::lexicon::numbers::Effect) -> End| match effects
        .named(name)
        .map(|e| end(&e))
    {
        Some(End::Times(factor)) => factor,
        _ => Decimal::ONE,
    };
    match print {
        Print::Exact => Interval::exactly(value),
        Print::Rounded(step) => {
            let half = step.checked_div(Decimal::TWO).unwrap_or_default();
            Interval { low: value.checked_sub(half), high: value.checked_add(half) }
        }
        Print::Fraction => Interval {
            low: value.checked_mul(factor("fraction", |e| e.low)),
            high: value.checked_mul(factor("fraction", |e| e.high)),
        },
        Print::Factor => {
            let (less, more) = (factor("multiple", |e| e.low), factor("multiple", |e| e.high));
            if value >= Decimal::ONE {
                Interval { low: value.checked_mul(less), high: value.checked_mul(more) }
            } else {
                Interval { low: value.checked_div(more), high: value.checked_div(less) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::one;

    /// The table as text: what is printed, and what it may stand for.
    const TABLE: &str = "
        4,2 Milliarden Euro          [4150000000, 4250000000]
        50 Milliarden Renminbi       [49500000000, 50500000000]
        23 Milliarden Euro           [22500000000, 23500000000]
        400 Millionen Euro           [395000000, 405000000]
        eine Million Euro            [500000, 1500000]
        12.000 Dollar                [11500, 12500]
        12.300 Dollar                [12250, 12350]
        12.345 Dollar                [12344.5, 12345.5]
        112,50 Euro                  [112.495, 112.505]
        2,5 Prozent                  [2.45, 2.55]
        100 Prozent                  [99.5, 100.5]
        drei Werke                   [3, 3]
        27 Länder                    [27, 27]
        2.300 Mitarbeiter            [2250, 2350]
        20.000 Mitarbeiter           [19500, 20500]
        12.000 bis 13.000 Dollar     [11500, 13500]
        ein Viertel                  [23.75, 26.25]
        verdoppelt                   [1.95, 2.25]
        halbiert                     [0.4444444444444444444444444444, 0.5128205128205128205128205128]
        rund 100 Euro                [95, 105]
        rund 4,2 Milliarden Euro     [3990000000, 4410000000]
        knapp 40 Prozent             [36, 40]
        gut 40 Prozent               [40, 44]
        mehr als 40 Prozent          [40, …]
        mindestens 40 Prozent        [40, …]
        weniger als 40 Prozent       [0, 40]
        höchstens 40 Prozent         [0, 40]
        mehr als verdoppelt          [2, …]
        bei minus 0,1 Prozent        [-0.15, -0.05]
    ";

    #[test]
    fn every_printed_number_is_an_interval() {
        for line in TABLE.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let (text, want) = line.split_once("  ").unwrap();
            assert_eq!(one(text).interval.to_string(), want.trim(), "{text}");
        }
    }
}
