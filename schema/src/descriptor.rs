//! What a plugin says of itself: the custom section `sandbar:operator`, JSON, written by the SDK when the plugin is
//! built and read by `check` and `plan` without running it. Ports are numbered in the order listed here.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Name of the custom section of the core module that holds an [`Operator`] as JSON.
pub const SECTION: &str = "sandbar:operator";

/// Most bytes the section may have; a descriptor is a page of text, not data.
pub const SECTION_BYTES_MAX: usize = 256 << 10;

/// The operator in a plugin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operator {
    /// What its author calls it; a pipeline may call it otherwise.
    pub name: String,
    /// For people, from the author's doc comment.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Input ports; port i is the i-th name. At least one.
    pub inputs: Vec<String>,
    /// Output ports; port i is the i-th name. May be empty.
    pub outputs: Vec<String>,
    #[serde(default)]
    pub parameters: Vec<Parameter>,
}

/// One parameter that a pipeline may or must give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    pub name: String,
    #[serde(rename = "type")]
    pub kind: ParameterKind,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Absent: the pipeline must give the parameter. `null`: it may be left out and has no value then.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub default: Option<serde_json::Value>,
}

/// Longest description repeated in one line, in characters: it comes from the plugin.
const SHOWN_MAX: usize = 300;

/// For people, in one line: `min_delay (integer, default 15): Least delay kept, in minutes.`
impl fmt::Display for Parameter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ({}", self.name, self.kind)?;
        match &self.default {
            None => formatter.write_str(", required)")?,
            Some(serde_json::Value::Null) => formatter.write_str(", optional)")?,
            Some(default) => write!(formatter, ", default {default})")?,
        }
        if self.description.is_empty() {
            return Ok(());
        }
        let printable = |letter: char| if letter.is_control() { ' ' } else { letter };
        let shown: String = self.description.chars().take(SHOWN_MAX).map(printable).collect();
        write!(formatter, ": {shown}")
    }
}

/// Type of a parameter's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ParameterKind {
    Boolean,
    /// A whole number of 64 bits, signed.
    Integer,
    /// A number of 64 bits, floating.
    Number,
    Text,
    /// A list of texts.
    TextList,
    /// A table of texts by name.
    TextMap,
}

/// As the descriptor names it.
impl fmt::Display for ParameterKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Text => "text",
            Self::TextList => "text-list",
            Self::TextMap => "text-map",
        })
    }
}

/// Tells `"default": null` from no default at all.
fn present<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<serde_json::Value>, D::Error> {
    serde_json::Value::deserialize(deserializer).map(Some)
}

#[cfg(test)]
mod tests {
    use super::{Parameter, ParameterKind};

    #[test]
    fn a_parameter_is_shown_in_one_line_whatever_its_plugin_says() {
        let shown = |json: &str| {
            let parameter: Parameter = serde_json::from_str(json).expect("it is a parameter");
            parameter.to_string()
        };
        assert_eq!(
            shown(r#"{"name":"a","type":"integer","default":15,"description":"Least delay."}"#),
            "a (integer, default 15): Least delay."
        );
        assert_eq!(shown(r#"{"name":"a","type":"text-map"}"#), "a (text-map, required)");
        assert_eq!(shown(r#"{"name":"a","type":"text","default":null}"#), "a (text, optional)");
        let hostile = format!(
            r#"{{"name":"a","type":"text","description":"\u001b[31m\n{}"}}"#,
            "x".repeat(1_000)
        );
        let hostile = shown(&hostile);
        assert!(!hostile.contains(char::is_control) && hostile.len() < 400, "{hostile}");
    }

    #[test]
    fn a_type_is_shown_as_it_is_written() {
        use ParameterKind::{Boolean, Integer, Number, Text, TextList, TextMap};
        for kind in [Boolean, Integer, Number, Text, TextList, TextMap] {
            let written = serde_json::to_value(kind).expect("it is a name");
            assert_eq!(written, kind.to_string());
        }
    }
}
