//! Units that articles convert into each other, by their German names.

use crate::decimal::Decimal;

/// Name, what it measures, and its size: mantissa and decimal places in the base unit of what it measures.
const UNITS: &[(&str, &str, i64, u32)] = &[
    ("zentimeter", "length", 1, 2),
    ("meter", "length", 1, 0),
    ("kilometer", "length", 1000, 0),
    ("meile", "length", 1_609_344, 3),
    ("seemeile", "length", 1852, 0),
    ("fuß", "length", 3048, 4),
    ("zoll", "length", 254, 4),
    ("quadratmeter", "area", 1, 0),
    ("ar", "area", 100, 0),
    ("acre", "area", 40469, 1),
    ("hektar", "area", 10_000, 0),
    ("quadratkilometer", "area", 1_000_000, 0),
    ("quadratmeile", "area", 2_589_988, 0),
    ("milliliter", "volume", 1, 3),
    ("liter", "volume", 1, 0),
    ("hektoliter", "volume", 100, 0),
    ("gallone", "volume", 37854, 4),
    ("barrel", "volume", 158_987, 3),
    ("fass", "volume", 158_987, 3),
    ("kubikmeter", "volume", 1000, 0),
    ("gramm", "mass", 1, 3),
    ("unze", "mass", 311_035, 7),
    ("feinunze", "mass", 311_035, 7),
    ("pfund", "mass", 5, 1),
    ("kilogramm", "mass", 1, 0),
    ("kilo", "mass", 1, 0),
    ("zentner", "mass", 50, 0),
    ("tonne", "mass", 1000, 0),
    ("kilowatt", "power", 1, 0),
    ("ps", "power", 735_499, 6),
    ("megawatt", "power", 1000, 0),
    ("gigawatt", "power", 1_000_000, 0),
    ("kilowattstunde", "energy", 1, 0),
    ("megawattstunde", "energy", 1000, 0),
    ("gigawattstunde", "energy", 1_000_000, 0),
    ("terawattstunde", "energy", 1_000_000_000, 0),
    ("stundenkilometer", "speed", 1, 0),
    ("kilometer pro stunde", "speed", 1, 0),
    ("meile pro stunde", "speed", 1_609_344, 6),
    ("knoten", "speed", 1852, 3),
];

/// How many `to` make one `from`; `None` for unknown units and for units of different things.
pub(crate) fn factor(from: &str, to: &str) -> Option<Decimal> {
    let find = |name: &str| {
        let name = name.to_lowercase();
        UNITS.iter().find(|unit| unit.0 == name)
    };
    let (from, to) = (find(from)?, find(to)?);
    let size = |unit: &(&str, &str, i64, u32)| Decimal::new(unit.2, unit.3);
    if from.1 == to.1 { size(from).checked_div(size(to)) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_one_thing_convert() {
        let show = |from, to| factor(from, to).map(|factor| factor.round_dp(4).normalize().to_string());
        assert_eq!(show("Meile", "Kilometer").as_deref(), Some("1.6093"));
        assert_eq!(show("Hektar", "Quadratkilometer").as_deref(), Some("0.01"));
        assert_eq!(show("Barrel", "Liter").as_deref(), Some("158.987"));
        assert_eq!(show("Barrel", "Meile"), None);
        assert_eq!(show("Elle", "Meter"), None);
    }
}
