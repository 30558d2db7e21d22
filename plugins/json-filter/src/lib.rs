//! Keeps the JSON records whose number in one field is below a bound.
//! A parameter says which field, so `Json<T>` with a struct does not do: a visitor of its own skips every other field.

use std::fmt;

use sandbar_sdk::prelude::*;
use sandbar_sdk::serde_json;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

#[derive(Parameters)]
struct Bound {
    /// Field of the record that is compared.
    #[parameter(default = "v")]
    field: String,
    /// Records whose field is this or more are dropped.
    #[parameter(default = 50)]
    below: f64,
}

/// Keeps records whose number is below a bound.
#[operator]
fn json_filter(bound: &Bound, value: &[u8], out: &mut Output) -> Result<(), serde_json::Error> {
    let number = json::read_with(Number { field: &bound.field }, value)?;
    if number < bound.below {
        out.forward();
    }
    Ok(())
}

/// Reads the number in `field` of an object.
#[derive(Clone, Copy)]
struct Number<'f> {
    field: &'f str,
}

impl<'de> DeserializeSeed<'de> for Number<'_> {
    type Value = f64;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<f64, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Number<'_> {
    type Value = f64;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "an object with a number in {}", self.field)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<f64, A::Error> {
        let mut number = None;
        while let Some(wanted) = object.next_key_seed(Name(self.field))? {
            if wanted {
                number = Some(object.next_value()?);
            } else {
                object.next_value::<IgnoredAny>()?;
            }
        }
        number.ok_or_else(|| A::Error::custom(format_args!("field {} is missing", self.field)))
    }
}

/// Tells whether the name of a field is this one, without keeping it.
struct Name<'f>(&'f str);

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = bool;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a field")
    }

    fn visit_str<E>(self, name: &str) -> Result<bool, E> {
        Ok(name == self.0)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn records_at_the_bound_or_without_a_number_do_not_pass() {
        let records = [r#"{"v":49.5}"#, r#"{"v":50}"#, r#"{"w":1}"#, r#"{"v":"1"}"#, "{"];
        let outcome = sandbar_sdk::testing::run(super::native(), "{}", records).unwrap();
        assert_eq!(outcome.values("out"), [r#"{"v":49.5}"#]);
        assert_eq!(
            outcome.rejected.iter().map(|rejection| rejection.row).collect::<Vec<_>>(),
            [2, 3, 4]
        );
    }
}
