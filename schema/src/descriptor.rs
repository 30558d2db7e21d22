//! What a plugin says of itself: the custom section `sandbar:operator`, JSON, written by the SDK when the plugin is
//! built and read by `check` and `plan` without running it. Ports are numbered in the order listed here.

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

/// Tells `"default": null` from no default at all.
fn present<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<serde_json::Value>, D::Error> {
    serde_json::Value::deserialize(deserializer).map(Some)
}
