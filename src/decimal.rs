//! Exact decimals: the numbers that the text prints.
//!
//! [`Decimal`] keeps its printed places (`4.0` is not `4`), which is what rounding is judged by.

pub use rust_decimal::Decimal;
use schemars::{Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::str::FromStr;

/// Ten to the power of `exponent`; `None` beyond what a [`Decimal`] holds (28 digits).
///
/// ```
/// assert_eq!(zahlenwerk::decimal::power_of_ten(6).unwrap().to_string(), "1000000");
/// assert_eq!(zahlenwerk::decimal::power_of_ten(-2).unwrap().to_string(), "0.01");
/// ```
pub fn power_of_ten(exponent: i32) -> Option<Decimal> {
    let size = exponent.unsigned_abs();
    if size > 28 {
        return None;
    }
    Some(if exponent < 0 {
        Decimal::new(1, size)
    } else {
        Decimal::from_i128_with_scale(10_i128.checked_pow(size)?, 0)
    })
}

/// Plain notation without trailing zeros: how the output writes a value.
///
/// ```
/// use zahlenwerk::decimal::{Decimal, plain};
/// assert_eq!(plain("112.50".parse::<Decimal>().unwrap()), "112.5");
/// ```
pub fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}

/// Reads plain notation; `None` for anything else or beyond 28 digits.
pub fn read_plain(text: &str) -> Option<Decimal> {
    Decimal::from_str(text).ok().or_else(|| Decimal::from_scientific(text).ok())
}

/// Serde form of a decimal: a JSON string in plain notation.
pub mod text {
    use super::{
        Decimal, Deserialize, Deserializer, Schema, SchemaGenerator, Serializer, de, plain, read_plain,
    };

    /// Writes the value as a string.
    pub fn serialize<S: Serializer>(value: &Decimal, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&plain(*value))
    }

    /// Reads a value from a string.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Decimal, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        read_plain(&text).ok_or_else(|| de::Error::custom(format!("`{text}` is not a decimal number")))
    }

    /// The schema: a string that holds a decimal.
    pub fn schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^-?[0-9]+([.][0-9]+)?$" })
    }
}

/// Serde form of a decimal that may be missing: a JSON string or `null`.
pub mod text_or_null {
    use super::{
        Decimal, Deserialize, Deserializer, Schema, SchemaGenerator, Serialize, Serializer, de, plain,
        read_plain,
    };

    /// Writes the value as a string or `null`.
    pub fn serialize<S: Serializer>(value: &Option<Decimal>, to: S) -> Result<S::Ok, S::Error> {
        value.map(plain).serialize(to)
    }

    /// Reads a value from a string or `null`.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Decimal>, D::Error> {
        let Some(text) = Option::<std::borrow::Cow<str>>::deserialize(from)? else { return Ok(None) };
        let value = read_plain(&text)
            .ok_or_else(|| de::Error::custom(format!("`{text}` is not a decimal number")))?;
        Ok(Some(value))
    }

    /// The schema: a string that holds a decimal, or null.
    pub fn schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": ["string", "null"], "pattern": "^-?[0-9]+([.][0-9]+)?$" })
    }
}
