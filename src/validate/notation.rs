//! Claims in one line each, for tests.
//!
//! ```text
//! change+ 5 % @Acme :revenue in:2024 base:2023 s1 #1.change
//! level 21 Mrd EUR @Acme :revenue in:2024 s1 #1.new
//! ```
//!
//! First the role, with `+` or `-` for the direction; then the figure; then marks: `@` subjects (`+` between joint ones),
//! `:` metric, `in:` and `base:` periods (year, half, quarter, month, day), `s` sentence, `#` statement and part, `~`
//! modifier, `=` the claim that is repeated, `!` modality, `?` perimeter, `/` segment, `"` the metric's word.

use super::{Settings, validate};
use crate::{
    check::Check,
    claim::{
        Claim, Direction, Kind, Link, Metric, Modality, Modifier, Part, PeriodRef, Phrase, Quantity, Role,
        Scope, Subject,
    },
    decimal::{Decimal, power_of_ten},
    interval::Interval,
};
use jiff::{
    ToSpan,
    civil::{Date, date},
};

/// The checks of the lines: `rule verdict members`, one a line.
pub(crate) fn verdicts(lines: &str) -> String {
    summary(&checks(lines, Settings::default()))
}

/// The checks of the lines in strict mode.
pub(crate) fn strict(lines: &str) -> String {
    summary(&checks(lines, Settings { strict: true, ..Settings::default() }))
}

/// The checks of the lines.
pub(crate) fn checks(lines: &str, settings: Settings) -> Vec<Check> {
    validate(&claims(lines), Some(date(2024, 8, 26)), &settings).checks
}

fn summary(checks: &[Check]) -> String {
    let line =
        |check: &Check| format!("{} {} {}", check.rule, check.verdict, check.members.stated().join(" "));
    checks.iter().map(line).collect::<Vec<_>>().join("; ")
}

/// The claims of the lines, `c1` first.
pub(crate) fn claims(lines: &str) -> Vec<Claim> {
    let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.enumerate().map(|(at, line)| claim(at, line)).collect()
}

fn claim(at: usize, line: &str) -> Claim {
    let mut words = line.split_whitespace();
    let role = words.next().unwrap();
    let direction = if role.ends_with('+') {
        Some(Direction::Up)
    } else if role.ends_with('-') {
        Some(Direction::Down)
    } else {
        None
    };
    let words: Vec<&str> = words.collect();
    let is_mark = |word: &str| {
        let rest = &word[1..];
        word.starts_with(['@', ':', '#', '~', '=', '!', '?', '/', '"'])
            || word.starts_with("in:")
            || word.starts_with("base:")
            || (word.starts_with('s') && !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit()))
    };
    let figure: Vec<&str> = words.iter().copied().take_while(|word| !is_mark(word)).collect();
    let mut claim = Claim {
        id: format!("c{}", at + 1),
        sentence: 1,
        role: Role::find(role.trim_end_matches(['+', '-'])).unwrap(),
        direction,
        quantity: quantity(u32::try_from(at * 30).unwrap(), &figure),
        subjects: Vec::new(),
        joint: false,
        segment: None,
        metric: None,
        scope: Vec::new(),
        period: None,
        base: None,
        modality: Modality::Reported,
        attribution: None,
        equivalent_of: None,
        link: None,
        ties: Vec::new(),
        implied: Vec::new(),
    };
    for word in &words[figure.len()..] {
        mark(&mut claim, word);
    }
    loosen(&mut claim.quantity);
    claim
}

fn mark(claim: &mut Claim, word: &str) {
    let phrase = |text: &str| Phrase { text: text.to_owned(), start: 0, end: 0 };
    if let Some(text) = word.strip_prefix("in:") {
        claim.period = Some(period(text));
    } else if let Some(text) = word.strip_prefix("base:") {
        claim.base = Some(period(text));
    } else {
        let rest = &word[1..];
        match &word[..1] {
            "@" => {
                claim.joint = rest.contains('+');
                let subject =
                    |name: &str| Subject { name: name.into(), company: None, start: None, end: None };
                claim.subjects = rest.split('+').map(subject).collect();
            }
            ":" => claim.metric = Some(Metric { id: rest.into(), text: None, start: None, end: None }),
            "\"" => claim.metric.as_mut().unwrap().text = Some(rest.into()),
            "#" => {
                let (statement, part) = rest.split_once('.').unwrap();
                claim.link =
                    Some(Link { statement: statement.parse().unwrap(), part: Part::find(part).unwrap() });
            }
            "~" => claim.quantity.modifier = Modifier::find(rest),
            "=" => claim.equivalent_of = Some(rest.into()),
            "!" => claim.modality = Modality::find(rest).unwrap(),
            "?" => claim.scope.push(Scope::find(rest).unwrap()),
            "/" => claim.segment = Some(phrase(rest)),
            _ => claim.sentence = rest.parse().unwrap(),
        }
    }
}

fn quantity(start: u32, words: &[&str]) -> Quantity {
    let (number, value, unit) =
        super::figure::digits_of(words[0]).unwrap_or((words[0], Decimal::TWO, Decimal::ONE));
    let scale = match words.get(1) {
        Some(&"Mrd") => 9,
        Some(&"Mio") => 6,
        _ => 0,
    };
    let name = *words.last().unwrap();
    let (kind, code) = match name {
        "%" => (Kind::Percent, "%"),
        "pp" => (Kind::PercentagePoint, "pp"),
        "x" => (Kind::Multiple, "x"),
        "points" => (Kind::Points, "points"),
        "EUR" | "USD" | "CNY" | "DEM" | "XXX" => (Kind::Money, name),
        "Liter" | "Barrel" | "Hektar" | "Quadratkilometer" | "Tonne" => (Kind::Measure, name),
        _ => (Kind::Count, name),
    };
    let factor = power_of_ten(scale).unwrap();
    let sign =
        if number != words[0] && words[0].starts_with('-') { Decimal::NEGATIVE_ONE } else { Decimal::ONE };
    let value = value * factor * sign;
    let half = unit * factor / Decimal::TWO;
    let text =
        words.join(" ").replace("Mrd", "Milliarden").replace("Mio", "Millionen").replace('%', "Prozent");
    let text = if kind == Kind::Multiple { words[0].to_owned() } else { text };
    Quantity {
        start,
        end: start + 10,
        text,
        kind,
        value: Some(value),
        unit: Some(code.to_owned()),
        range: None,
        modifier: None,
        interval: Interval::new(value - half, value + half),
    }
}

fn loosen(quantity: &mut Quantity) {
    let value = quantity.value.unwrap();
    let part = |hundredths: i64| value * Decimal::new(hundredths, 2);
    let printed = quantity.interval;
    quantity.interval = match quantity.modifier {
        None => printed,
        Some(Modifier::About) => printed.cover(&Interval::new(part(95), part(105))),
        Some(Modifier::Almost) => Interval::new(part(90), value),
        Some(Modifier::SlightlyOver) => Interval::new(value, part(110)),
        Some(Modifier::Over | Modifier::AtLeast) => Interval { low: Some(value), high: None },
        Some(Modifier::Under | Modifier::AtMost) => Interval::new(Decimal::ZERO, value),
    };
}

fn period(text: &str) -> PeriodRef {
    let year: i16 = text[..4].parse().unwrap();
    let months = |first: i8, count: i32| -> (Date, Date) {
        let from = date(year, first, 1);
        (from, from + count.months() - 1.day())
    };
    let (from, to) = match &text[4..] {
        "" => months(1, 12),
        "-H1" => months(1, 6),
        "-H2" => months(7, 6),
        "-Q1" => months(1, 3),
        "-Q2" => months(4, 3),
        "-Q3" => months(7, 3),
        "-Q4" => months(10, 3),
        "-9M" => months(1, 9),
        rest if rest.len() == 3 => months(rest[1..].parse().unwrap(), 1),
        _ => {
            let day: Date = text.parse().unwrap();
            (day, day)
        }
    };
    PeriodRef { text: Some(text.to_owned()), from: Some(from), to: Some(to) }
}
