//! Parameters of an operator: typed fields that the pipeline file sets. `#[derive(Parameters)]` writes the
//! implementation; this file has what it calls.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::Failure;

/// A struct of parameters.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no struct of parameters",
    label = "not `()`, and without `#[derive(Parameters)]`",
    note = "write `#[derive(Parameters)]` over the struct"
)]
pub trait Parameters: Sized {
    /// The parameters as the descriptor lists them: a JSON array.
    const DESCRIPTOR: &'static str;

    /// Reads the parameters from a JSON object; one that is left out has its default.
    fn parse(json: &str) -> Result<Self, Failure>;
}

/// No parameters.
impl Parameters for () {
    const DESCRIPTOR: &'static str = "[]";

    fn parse(_: &str) -> Result<Self, Failure> {
        Ok(())
    }
}

/// The type of one parameter.
#[diagnostic::on_unimplemented(
    message = "a parameter cannot be of type `{Self}`",
    label = "not a type of parameters",
    note = "take `bool`, an integer, `f64`, `String`, `Vec<String>`, `BTreeMap<String, String>`, or an `Option` of one of these, and make of it what you need in `open`"
)]
pub trait Parameter: Sized {
    /// As the descriptor names it.
    const KIND: &'static str;
    /// The default of a field that declares none, after a comma, as it follows in the descriptor; empty if there is
    /// none.
    const DEFAULT: &'static str = "";

    /// `None` if the value is of another type or out of range.
    fn read(value: &Value) -> Option<Self>;
}

impl Parameter for bool {
    const KIND: &'static str = "boolean";

    fn read(value: &Value) -> Option<Self> {
        value.as_bool()
    }
}

macro_rules! integers {
    ($($integer:ty),*) => {$(
        impl Parameter for $integer {
            const KIND: &'static str = "integer";

            fn read(value: &Value) -> Option<Self> {
                value.as_i64().and_then(|value| value.try_into().ok())
            }
        }
    )*};
}

integers!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);

impl Parameter for f64 {
    const KIND: &'static str = "number";

    fn read(value: &Value) -> Option<Self> {
        value.as_f64()
    }
}

impl Parameter for String {
    const KIND: &'static str = "text";

    fn read(value: &Value) -> Option<Self> {
        value.as_str().map(str::to_owned)
    }
}

impl Parameter for Vec<String> {
    const KIND: &'static str = "text-list";

    fn read(value: &Value) -> Option<Self> {
        value.as_array()?.iter().map(String::read).collect()
    }
}

impl Parameter for BTreeMap<String, String> {
    const KIND: &'static str = "text-map";

    fn read(value: &Value) -> Option<Self> {
        let entries = value.as_object()?.iter();
        entries.map(|(name, text)| Some((name.clone(), String::read(text)?))).collect()
    }
}

/// A parameter that may be left out and has no value then.
impl<T: Parameter> Parameter for Option<T> {
    const KIND: &'static str = T::KIND;
    const DEFAULT: &'static str = r#","default":null"#;

    fn read(value: &Value) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::read(value).map(Some) }
    }
}

/// The parameters that have been given and not yet been taken.
#[derive(Debug)]
pub struct Given(Map<String, Value>);

impl Given {
    pub fn parse(json: &str) -> Result<Self, Failure> {
        match serde_json::from_str(json) {
            Ok(parameters) => Ok(Self(parameters)),
            Err(error) => Err(Failure::new(format!("parameters are not a JSON object: {error}"))),
        }
    }

    /// The value of `name`, else that of `default`, a JSON text.
    pub fn take<T: Parameter>(&mut self, name: &str, default: Option<&str>) -> Result<T, Failure> {
        let value = match (self.0.remove(name), default) {
            (Some(value), _) => value,
            (None, Some(default)) => serde_json::from_str(default)?,
            (None, None) if !T::DEFAULT.is_empty() => Value::Null,
            (None, None) => {
                let message = format!("parameter {name} is missing: it has no default, so set it");
                return Err(Failure::new(message));
            }
        };
        T::read(&value).ok_or_else(|| {
            let (kind, rust) = (T::KIND, std::any::type_name::<T>());
            Failure::new(format!(
                "parameter {name} is {value}, which is not of type {kind} ({rust})"
            ))
        })
    }

    /// Refuses what nobody took.
    pub fn finish(self) -> Result<(), Failure> {
        match self.0.keys().next() {
            Some(name) => {
                Err(Failure::new(format!("parameter {name} is not one of the operator's")))
            }
            None => Ok(()),
        }
    }
}
