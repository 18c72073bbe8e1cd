//! Arithmetic on intervals in exact decimals.
//!
//! Every result covers all numbers that the operands can make: where a decimal cannot hold a quotient or a long product
//! exactly, the lower end goes down and the upper end up (outward rounding), and where it cannot hold it at all, the end
//! is open. So a computed interval may be too wide, never too narrow, and an empty one is a proof.

use crate::{
    decimal::{Decimal, power_of_ten},
    interval::Interval,
};

/// Results with this many digits may have been rounded by the decimal type.
const FULL_MANTISSA: u128 = 1_000_000_000_000_000_000_000_000_000;

/// The most decimal places that a decimal holds.
const MOST_PLACES: u32 = 28;

/// One unit of the last place of a result that may have been rounded.
fn slack(value: Decimal) -> Option<Decimal> {
    let full = value.mantissa().unsigned_abs() >= FULL_MANTISSA || value.scale() >= MOST_PLACES;
    full.then(|| Decimal::new(1, value.scale()))
}

fn down(value: Decimal) -> Option<Decimal> {
    slack(value).map_or(Some(value), |unit| value.checked_sub(unit))
}

fn up(value: Decimal) -> Option<Decimal> {
    slack(value).map_or(Some(value), |unit| value.checked_add(unit))
}

/// The sum.
pub(crate) fn add(a: Interval, b: Interval) -> Interval {
    let end = |a: Option<Decimal>, b: Option<Decimal>| a.zip(b).and_then(|(a, b)| a.checked_add(b));
    Interval { low: end(a.low, b.low).and_then(down), high: end(a.high, b.high).and_then(up) }
}

/// The mirror image.
pub(crate) fn negate(a: Interval) -> Interval {
    Interval { low: a.high.map(|end| -end), high: a.low.map(|end| -end) }
}

/// The difference.
pub(crate) fn subtract(a: Interval, b: Interval) -> Interval {
    add(a, negate(b))
}

/// The product.
pub(crate) fn multiply(a: Interval, b: Interval) -> Interval {
    if let (Some(al), Some(ah), Some(bl), Some(bh)) = (a.low, a.high, b.low, b.high) {
        let products = [al.checked_mul(bl), al.checked_mul(bh), ah.checked_mul(bl), ah.checked_mul(bh)];
        return hull(products);
    }
    if negative(a) {
        return negate(multiply(negate(a), b));
    }
    if negative(b) {
        return negate(multiply(a, negate(b)));
    }
    if !positive(a) || !positive(b) {
        return Interval::default();
    }
    let end = |a: Option<Decimal>, b: Option<Decimal>| a.zip(b).and_then(|(a, b)| a.checked_mul(b));
    Interval { low: end(a.low, b.low).and_then(down), high: end(a.high, b.high).and_then(up) }
}

/// The quotient; unbounded where the divisor can be zero.
pub(crate) fn divide(a: Interval, b: Interval) -> Interval {
    if negative(b) && !positive(b) {
        return divide(negate(a), negate(b));
    }
    let Some(bl) = b.low.filter(|low| *low > Decimal::ZERO) else { return Interval::default() };
    if let (Some(al), Some(ah), Some(bh)) = (a.low, a.high, b.high) {
        let quotients = [al.checked_div(bl), al.checked_div(bh), ah.checked_div(bl), ah.checked_div(bh)];
        return hull(quotients);
    }
    if negative(a) && !positive(a) {
        return negate(divide(negate(a), b));
    }
    if !positive(a) {
        return Interval::default();
    }
    let low = a.low.and_then(|al| b.high.map_or(Some(Decimal::ZERO), |bh| al.checked_div(bh).and_then(down)));
    Interval { low, high: a.high.and_then(|ah| ah.checked_div(bl).and_then(up)) }
}

/// Every number times `factor`.
pub(crate) fn scale(a: Interval, factor: Decimal) -> Interval {
    multiply(a, Interval::exactly(factor))
}

/// Every end moved outward by `by`.
pub(crate) fn widen(a: Interval, by: Decimal) -> Interval {
    Interval {
        low: a.low.and_then(|end| end.checked_sub(by)),
        high: a.high.and_then(|end| end.checked_add(by)),
    }
}

/// Whether the two share a number.
pub(crate) fn meets(a: &Interval, b: &Interval) -> bool {
    a.meet(b).is_some()
}

/// The number in the middle; an end where the other is open.
pub(crate) fn middle(a: Interval) -> Option<Decimal> {
    match (a.low, a.high) {
        (Some(low), Some(high)) => low.checked_add(high)?.checked_div(Decimal::TWO),
        (low, high) => low.or(high),
    }
}

/// The interval as it is shown: ends outward to a hundredth of the order of its width.
///
/// ```text
/// [2.10638…, 2.24444…]   ->   [2.106, 2.245]
/// ```
pub(crate) fn shown(a: Interval) -> Interval {
    let (Some(low), Some(high)) = (a.low, a.high) else {
        return Interval { low: a.low.map(|v| coarse(v, false)), high: a.high.map(|v| coarse(v, true)) };
    };
    let width = high.checked_sub(low).unwrap_or_default();
    if width.is_zero() {
        return a;
    }
    let places = 2 - order(width);
    Interval { low: Some(outward(low, places, false)), high: Some(outward(high, places, true)) }
}

/// Five significant digits, outward.
fn coarse(value: Decimal, high: bool) -> Decimal {
    if value.is_zero() { value } else { outward(value, 4 - order(value), high) }
}

/// The power of ten of the first digit.
pub(crate) fn order(value: Decimal) -> i32 {
    let digits = value.mantissa().unsigned_abs().checked_ilog10().unwrap_or(0);
    i32::try_from(digits).unwrap_or(0) - i32::try_from(value.scale()).unwrap_or(0)
}

fn outward(value: Decimal, places: i32, high: bool) -> Decimal {
    let Some(unit) = power_of_ten(-places) else { return value };
    let Some(units) = value.checked_div(unit) else { return value };
    let whole = if high { units.ceil() } else { units.floor() };
    whole.checked_mul(unit).map_or(value, |end| end.normalize())
}

fn hull(ends: [Option<Decimal>; 4]) -> Interval {
    let [Some(a), Some(b), Some(c), Some(d)] = ends else { return Interval::default() };
    Interval { low: down(a.min(b).min(c).min(d)), high: up(a.max(b).max(c).max(d)) }
}

fn positive(a: Interval) -> bool {
    a.low.is_some_and(|low| low >= Decimal::ZERO)
}

fn negative(a: Interval) -> bool {
    a.high.is_some_and(|high| high <= Decimal::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Interval {
        let end = |part: &str| part.trim().parse::<Decimal>().ok();
        let (low, high) = text.split_once("..").unwrap();
        Interval { low: end(low), high: end(high) }
    }

    #[test]
    fn arithmetic_covers_every_case() {
        for (got, want) in [
            (add(of("1..2"), of("3..4")), of("4..6")),
            (add(of("1.."), of("3..4")), of("4..")),
            (subtract(of("1..2"), of("3..4")), of("-3..-1")),
            (multiply(of("-1..2"), of("3..4")), of("-4..8")),
            (multiply(of("2.."), of("3..4")), of("6..")),
            (multiply(of("..-2"), of("3..4")), of("..-6")),
            (divide(of("1..2"), of("4..5")), of("0.2..0.5")),
            (divide(of("1..2"), of("-1..5")), of("..")),
            (divide(of("10.."), of("4..5")), of("2..")),
            (divide(of("1..2"), of("-5..-4")), of("-0.5..-0.2")),
        ] {
            assert_eq!(got, want);
        }
    }

    #[test]
    fn an_inexact_quotient_is_covered() {
        let third = divide(of("1..1"), of("3..3"));
        let back = multiply(third, of("3..3"));
        assert!(back.contains(Decimal::ONE) && third.low < third.high, "{third}");
    }

    #[test]
    fn shown_ends_go_outward() {
        assert_eq!(shown(divide(of("49.5..50.5"), of("22.5..23.5"))).to_string(), "[2.106, 2.245]");
        assert_eq!(shown(of("7.12345678..")).to_string(), "[7.1234, …]");
        assert_eq!(shown(of("5..5")).to_string(), "[5, 5]");
    }
}
