//! JSON Schemas (draft 2020-12) of what the program writes, made from the types that are written.

use super::mentions::{self, MentionList};
use crate::extraction::{self, Extraction};
use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::Value;

/// The schema of an extraction.
pub fn extraction() -> Value {
    schema::<Extraction>(extraction::FORMAT)
}

/// The schema of a list of mentions.
pub fn mentions() -> Value {
    schema::<MentionList>(mentions::FORMAT)
}

/// The schema of a type: every key is written, no other is, and `format` is fixed.
fn schema<T: JsonSchema>(format: &str) -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    close(&mut schema);
    if let Some(property) = schema.pointer_mut("/properties/format") {
        property["const"] = Value::from(format);
    }
    schema
}

/// Allows no other properties than the listed ones, at every depth.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(keys) => {
            if keys.get("properties").is_some_and(Value::is_object) && keys.contains_key("type") {
                keys.insert("additionalProperties".to_owned(), Value::Bool(false));
            }
            keys.values_mut().for_each(close);
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_closed_and_the_format_is_fixed() {
        let schema = extraction();
        assert_eq!(schema["additionalProperties"], false);
        assert_eq!(schema["properties"]["format"]["const"], "zahlenwerk/1");
        assert_eq!(schema["$defs"]["Claim"]["additionalProperties"], false);
        assert_eq!(mentions()["properties"]["format"]["const"], "zahlenwerk.mentions/1");
    }
}
