//! Random sets of claims of every rule whose figures are computed from one truth and rounded: nothing may be called inconsistent.
//! Then one figure gets a slip of the pen that rounding cannot explain: exactly that set must be named, with the figure
//! as it was among the first three readings.
#![allow(clippy::unwrap_used)]

use rust_decimal::RoundingStrategy;
use std::collections::BTreeSet;
use zahlenwerk::{
    check::{Check, Verdict},
    claim::{Claim, Direction, Kind, Link, Modality, Part, Quantity, Role},
    decimal::{Decimal, power_of_ten},
    interval::Interval,
    validate::{Settings, validate},
};

/// How many sets.
const SETS: u64 = 10_000;

/// A generator of numbers that is the same in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn place(&mut self, end: usize) -> usize {
        usize::try_from(self.below(u64::try_from(end).unwrap())).unwrap()
    }

    fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.below(u64::try_from(high - low).unwrap())).unwrap()
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

/// A figure as it is printed: digits with places, a scale word, a unit.
#[derive(Debug, Clone)]
struct Figure {
    printed: Decimal,
    places: u32,
    scale: i32,
    kind: Kind,
    part: Part,
    direction: Option<Direction>,
    /// Its unit, where neither euros nor percent.
    unit: Option<&'static str>,
}

impl Figure {
    /// A true number, rounded to some places in some scale.
    fn round(truth: Decimal, random: &mut Random, kind: Kind, part: Part) -> Self {
        let scale = if kind == Kind::Money { [0, 6, 9][random.place(3)] } else { 0 };
        let places = u32::try_from(random.below(3)).unwrap();
        let mut printed = truth.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
        printed.rescale(places);
        Self { printed, places, scale, kind, part, direction: None, unit: None }
    }

    /// In a unit of its own.
    fn of(self, unit: &'static str) -> Self {
        Self { unit: Some(unit), ..self }
    }

    fn text(&self) -> String {
        let text = self.printed.to_string();
        let (whole, places) = text.split_once('.').unwrap_or((&text, ""));
        let mut number = String::new();
        for (at, c) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 && whole.len() > 4 {
                number.push('.');
            }
            number.push(c);
        }
        if !places.is_empty() {
            number = format!("{number},{places}");
        }
        match (self.kind, self.scale) {
            _ if self.unit.is_some() => format!("{number} {}", self.unit.unwrap_or_default()),
            (Kind::PercentagePoint, _) => format!("{number} Prozentpunkte"),
            (Kind::Percent, _) => format!("{number} Prozent"),
            (_, 6) => format!("{number} Millionen Euro"),
            (_, 9) => format!("{number} Milliarden Euro"),
            _ => format!("{number} Euro"),
        }
    }

    fn half(&self) -> Decimal {
        Decimal::new(5, self.places + 1)
    }

    /// More than what any rounding can excuse: two units of the last digit, and the trailing zeros.
    fn excuse(&self) -> Decimal {
        let mut slack = self.half() * Decimal::from(4);
        let mut unit = Decimal::TEN;
        while self.places == 0 && !self.printed.is_zero() && (self.printed % unit).is_zero() {
            slack = slack.max(unit);
            unit *= Decimal::TEN;
        }
        slack
    }

    fn claim(&self, at: usize) -> Claim {
        let factor = power_of_ten(self.scale).unwrap();
        let start = u32::try_from(at * 40).unwrap();
        let unit = self.unit.unwrap_or(match self.kind {
            Kind::Percent => "%",
            Kind::PercentagePoint => "pp",
            _ => "EUR",
        });
        // Another unit says the first figure again.
        let again = self.kind == Kind::Measure;
        let (low, high) = (self.printed - self.half(), self.printed + self.half());
        Claim {
            id: format!("c{at}"),
            sentence: 1,
            role: if matches!(self.part, Part::Change | Part::Gap) { Role::Change } else { Role::Level },
            direction: self.direction,
            quantity: Quantity {
                start,
                end: start + 20,
                text: self.text(),
                kind: self.kind,
                value: Some(self.printed * factor),
                unit: Some(unit.to_owned()),
                range: None,
                modifier: None,
                interval: Interval::new(low * factor, high * factor),
            },
            subjects: Vec::new(),
            joint: false,
            segment: None,
            metric: None,
            scope: Vec::new(),
            period: None,
            base: None,
            modality: Modality::Reported,
            attribution: None,
            equivalent_of: (again && at % 2 == 1).then(|| format!("c{}", at - 1)),
            link: Some(Link { statement: 1, part: self.part }).filter(|_| !again),
            ties: Vec::new(),
            implied: Vec::new(),
        }
    }
}

/// A set that is right: a growth, a sum, a share, portions of a total, a product, a gap or a conversion.
fn consistent(random: &mut Random) -> Vec<Figure> {
    let amount = Decimal::new(random.between(10_000, 9_999_999), 3);
    let mut set = match random.below(7) {
        0 => growth(random, amount),
        1 => sum(random, Part::Addend),
        2 => sum(random, Part::Part),
        3 => {
            let percent = Decimal::new(random.between(100, 9_900), 2);
            let part = amount * percent / Decimal::ONE_HUNDRED;
            vec![
                Figure::round(part, random, Kind::Money, Part::Part),
                Figure::round(amount, random, Kind::Money, Part::Whole),
                Figure::round(percent, random, Kind::Percent, Part::Percent),
            ]
        }
        4 => {
            let count = Decimal::from(random.between(2, 9_999));
            let mut pieces = Figure::round(count, random, Kind::Count, Part::Count).of("Busse");
            (pieces.printed, pieces.places) = (count, 0);
            vec![
                Figure::round(amount, random, Kind::Money, Part::Price),
                pieces,
                Figure::round(amount * count, random, Kind::Money, Part::Total),
            ]
        }
        5 => {
            let (low, gap) =
                (Decimal::new(random.between(100, 5_000), 2), Decimal::new(random.between(100, 4_000), 2));
            vec![
                Figure::round(low + gap, random, Kind::Percent, Part::A),
                Figure::round(low, random, Kind::Percent, Part::B),
                Figure::round(gap, random, Kind::PercentagePoint, Part::Gap),
            ]
        }
        _ => {
            let (from, to, factor) = CONVERSIONS[random.place(CONVERSIONS.len())];
            vec![
                Figure::round(amount, random, Kind::Measure, Part::Old).of(from),
                Figure::round(amount * factor.parse::<Decimal>().unwrap(), random, Kind::Measure, Part::New)
                    .of(to),
            ]
        }
    };
    let scale = set[0].scale;
    for figure in set.iter_mut().filter(|figure| figure.kind == Kind::Money) {
        figure.scale = scale;
    }
    set
}

/// Units with the factor from the first to the second, as their definitions give it.
const CONVERSIONS: &[(&str, &str, &str)] = &[
    ("Meile", "Kilometer", "1.609344"),
    ("Quadratkilometer", "Hektar", "100"),
    ("Barrel", "Liter", "158.987"),
    ("Kilometer", "Meile", "0.621371"),
];

fn growth(random: &mut Random, amount: Decimal) -> Vec<Figure> {
    let percent = Decimal::new(random.between(100, 9_000), 2);
    let falls = random.one_in(3);
    let factor = Decimal::ONE + if falls { -percent } else { percent } / Decimal::ONE_HUNDRED;
    let old = Figure::round(amount, random, Kind::Money, Part::Old);
    let new = Figure::round(amount * factor, random, Kind::Money, Part::New);
    let mut change = Figure::round(percent, random, Kind::Percent, Part::Change);
    change.direction = Some(if falls { Direction::Down } else { Direction::Up });
    vec![old, new, change]
}

/// A total with all its addends, or with some portions (*davon*) that may leave a rest.
fn sum(random: &mut Random, part: Part) -> Vec<Figure> {
    let count = random.between(2, 6);
    let parts: Vec<Decimal> = (0..count).map(|_| Decimal::new(random.between(10_000, 999_999), 3)).collect();
    let rest = Decimal::new(if part == Part::Part { random.between(0, 300_000) } else { 0 }, 3);
    let whole = parts.iter().sum::<Decimal>() + rest;
    let mut set = vec![Figure::round(whole, random, Kind::Money, Part::Whole)];
    set.extend(parts.iter().map(|one| Figure::round(*one, random, Kind::Money, part)));
    set
}

fn check(set: &[Figure]) -> Vec<Check> {
    let claims: Vec<Claim> = set.iter().enumerate().map(|(at, figure)| figure.claim(at)).collect();
    validate(&claims, None, &Settings::default()).checks
}

/// A slip of the pen: digits swapped, a comma moved, another scale word, another direction.
fn slip(figure: &Figure, random: &mut Random) -> Option<Figure> {
    let mut broken = figure.clone();
    match random.below(4) {
        0 => {
            let mut digits: Vec<char> = figure.printed.mantissa().to_string().chars().collect();
            if digits.len() < 2 || digits.len() <= usize::try_from(figure.places).unwrap() {
                return None;
            }
            let at = random.place(digits.len() - 1);
            digits.swap(at, at + 1);
            if digits[0] == '0' {
                return None;
            }
            let mantissa: i64 = digits.into_iter().collect::<String>().parse().unwrap();
            broken.printed = Decimal::new(mantissa, figure.places);
        }
        1 => {
            broken.places = figure.places.checked_sub(1)?;
            broken.printed = Decimal::from_i128_with_scale(figure.printed.mantissa(), broken.places);
        }
        2 if figure.kind == Kind::Money && figure.scale > 0 => broken.scale = 15 - figure.scale,
        _ => {
            let turned = if figure.direction? == Direction::Up { Direction::Down } else { Direction::Up };
            broken.direction = Some(turned);
        }
    }
    Some(broken)
}

/// Whether no corner of what rounding can excuse makes the set right.
fn is_broken(set: &[Figure]) -> bool {
    let mut sides = [false, false];
    for corner in 0..1_u32 << set.len() {
        let value = |at: usize| {
            let figure = &set[at];
            let by = if corner >> at & 1 == 1 { figure.excuse() } else { -figure.excuse() };
            (figure.printed + by).max(Decimal::ZERO) * power_of_ten(figure.scale).unwrap()
        };
        let off = match set[0].part {
            Part::Old if set.len() == 2 => return is_converted_wrongly(set),
            Part::Old => {
                let part = value(2) / Decimal::ONE_HUNDRED;
                let falls = set[2].direction == Some(Direction::Down);
                value(0) * (Decimal::ONE + if falls { -part } else { part }) - value(1)
            }
            Part::Whole => value(0) - (1..set.len()).map(value).sum::<Decimal>(),
            Part::Price => value(0) * value(1) - value(2),
            // Which of the two is the larger is left open.
            Part::A => (value(0) - value(1)).abs() - value(2),
            _ => value(1) * value(2) / Decimal::ONE_HUNDRED - value(0),
        };
        sides[usize::from(off > Decimal::ZERO)] = true;
    }
    // Portions may leave a rest, but not be more than the total.
    let davon = set.iter().any(|figure| figure.part == Part::Part) && set[0].part == Part::Whole;
    if davon { sides == [true, false] } else { sides != [true, true] }
}

/// Whether a conversion is off by a power of ten: nearer, another rate or another amount may be meant.
fn is_converted_wrongly(set: &[Figure]) -> bool {
    let right = CONVERSIONS.iter().find(|it| (set[0].unit, set[1].unit) == (Some(it.0), Some(it.1))).unwrap();
    let sharp = set.iter().all(|figure| figure.printed > figure.excuse() * Decimal::TEN);
    let implied = set[1].printed.checked_div(set[0].printed).unwrap_or_default();
    let off = implied / right.2.parse::<Decimal>().unwrap();
    let near = |ten: Decimal| (off / ten - Decimal::ONE).abs() < Decimal::new(5, 2);
    sharp && (near(Decimal::TEN) || near(Decimal::new(1, 1)))
}

/// A surface without grouping and trailing zeros, to compare figures.
fn figure_of(text: &str) -> (Option<Decimal>, String) {
    let (number, rest) = text.split_once(' ').unwrap_or((text, ""));
    (
        number.replace('.', "").replace(',', ".").parse::<Decimal>().ok().map(|n| n.normalize()),
        rest.to_owned(),
    )
}

#[test]
fn what_is_right_is_never_called_wrong() {
    let mut random = Random(0x5EED);
    for round in 0..SETS {
        let set = consistent(&mut random);
        for check in check(&set) {
            assert_ne!(check.verdict, Verdict::Inconsistent, "{round}: {}\n{set:#?}", check.message);
        }
    }
}

#[test]
fn what_is_broken_is_named_with_its_repair() {
    let mut random = Random(0xB0B);
    let (mut broken, mut repaired) = (0_u32, 0_u32);
    let mut missed = Vec::new();
    let mut named = BTreeSet::new();
    for round in 0..SETS {
        let set = consistent(&mut random);
        let at = random.place(set.len());
        let Some(figure) = slip(&set[at], &mut random) else { continue };
        let mut other = set.clone();
        other[at] = figure;
        if !is_broken(&other) {
            continue;
        }
        broken += 1;
        let checks = check(&other);
        let wrong: Vec<&Check> =
            checks.iter().filter(|check| check.verdict == Verdict::Inconsistent).collect();
        assert_eq!(wrong.len(), 1, "{round}: {other:#?}");
        named.insert(wrong[0].rule.name());
        let mut members = wrong[0].members.stated();
        members.sort_unstable();
        let all: Vec<String> = (0..set.len()).map(|at| format!("c{at}")).collect();
        assert_eq!(members, all, "{round}");
        let (id, was) = (format!("c{at}"), figure_of(&set[at].text()));
        let first = &wrong[0].readings[..wrong[0].readings.len().min(3)];
        // A total that its portions exceed is repaired by anything that makes room.
        if set[0].part == Part::Whole && set[1].part == Part::Part {
            assert!(!first.is_empty(), "{round}: {other:#?}");
            repaired += 1;
        } else if first.iter().any(|reading| reading.claim == id && figure_of(&reading.text) == was) {
            repaired += 1;
        } else if missed.len() < 5 {
            missed.push(format!("{} was {}: {first:#?}", wrong[0].message, set[at].text()));
        }
    }
    assert!(broken > u32::try_from(SETS / 4).unwrap(), "only {broken} sets were broken");
    let rules = ["conversion", "difference", "growth", "product", "share", "sum"];
    assert!(named.iter().eq(rules.iter()), "only {named:?} were broken");
    assert!(repaired == broken, "{repaired} of {broken} repairs among the first three\n{missed:#?}");
}

#[test]
fn a_hundred_thousand_claims_are_no_trouble() {
    let mut random = Random(7);
    let mut claims: Vec<Claim> = Vec::new();
    while claims.len() < 100_000 {
        let statement = u32::try_from(claims.len()).unwrap();
        for figure in consistent(&mut random) {
            let mut claim = figure.claim(claims.len());
            claim.sentence = statement / 20;
            claim.link = claim.link.filter(|_| statement % 2 == 0).map(|link| Link { statement, ..link });
            claims.push(claim);
        }
    }
    let validation = validate(&claims, None, &Settings::default());
    assert!(validation.checks.len() > 1000);
    assert_eq!(usize::try_from(validation.coverage.claims).unwrap(), claims.len());
}
