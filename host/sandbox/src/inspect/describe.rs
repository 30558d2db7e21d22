//! What the plugin says of itself, read and checked: later steps rely on ports and parameters being sane.

use std::collections::BTreeSet;

use sandbar_dataflow::Port;
use sandbar_schema::descriptor::{Operator, Parameter, ParameterKind, SECTION_BYTES_MAX};
use serde_json::Value;

use super::refusal::{Refusal, quoted};

/// Ports of one direction; each is a queue in every task.
const PORTS_MAX: usize = 64;

/// Far more than anybody writes into a pipeline file.
const PARAMETERS_MAX: usize = 256;

/// Names appear in addresses of ports, metrics and file paths.
const NAME_CHARS_MAX: usize = 64;

/// The descriptor in the sections named `sandbar:operator`; without one, an operator with one input and one output.
pub(super) fn describe(sections: &[&[u8]]) -> Result<Operator, Refusal> {
    let section = match sections {
        [] => return Ok(plain()),
        [section] => *section,
        _ => return Err(Refusal::DescriptorTwice { count: sections.len() as u64 }),
    };
    let (bytes, limit) = (section.len() as u64, SECTION_BYTES_MAX as u64);
    if bytes > limit {
        return Err(Refusal::DescriptorTooLarge { bytes, limit });
    }
    let operator: Operator = serde_json::from_slice(section)
        .map_err(|error| Refusal::Descriptor { reason: quoted(&error.to_string()) })?;
    match check(&operator) {
        Ok(()) => Ok(operator),
        Err(reason) => Err(Refusal::Descriptor { reason: quoted(&reason) }),
    }
}

fn plain() -> Operator {
    Operator {
        name: "operator".to_owned(),
        description: String::new(),
        inputs: vec!["in".to_owned()],
        outputs: vec!["out".to_owned()],
        parameters: Vec::new(),
    }
}

fn check(operator: &Operator) -> Result<(), String> {
    name("operator", &operator.name, "")?;
    if operator.inputs.is_empty() {
        return Err("it lists no input, an operator has at least one".to_owned());
    }
    ports("input", &operator.inputs)?;
    ports("output", &operator.outputs)?;
    let count = operator.parameters.len();
    if count > PARAMETERS_MAX {
        return Err(format!("{count} parameters exceed the limit of {PARAMETERS_MAX}"));
    }
    unique("parameter", operator.parameters.iter().map(|parameter| parameter.name.as_str()))?;
    for parameter in &operator.parameters {
        // Parameters are keys of a file that people write, and often names in a program.
        name("parameter", &parameter.name, "_")?;
        default(parameter)?;
    }
    Ok(())
}

fn ports(what: &str, ports: &[String]) -> Result<(), String> {
    let count = ports.len();
    if count > PORTS_MAX {
        return Err(format!("{count} {what}s exceed the limit of {PORTS_MAX}"));
    }
    for port in ports {
        name(what, port, "")?;
        if Port::built_in(port) == Some(Port::DEAD_LETTERS) {
            return Err(format!("{what} `{port}` has the name of a port that every operator has"));
        }
    }
    unique(what, ports.iter().map(String::as_str))
}

fn name(what: &str, name: &str, also: &str) -> Result<(), String> {
    let fits = |character: char| {
        character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-'
    };
    let is_short = (1..=NAME_CHARS_MAX).contains(&name.len());
    if is_short && name.chars().all(|character| fits(character) || also.contains(character)) {
        return Ok(());
    }
    let shown: String = name.chars().take(NAME_CHARS_MAX).collect();
    Err(format!("{what} `{shown}`: a name is 1 to {NAME_CHARS_MAX} of a-z, 0-9, -{also}"))
}

fn unique<'a>(what: &str, names: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for name in names {
        if !seen.insert(name) {
            return Err(format!("{what} `{name}` is listed twice"));
        }
    }
    Ok(())
}

fn default(parameter: &Parameter) -> Result<(), String> {
    match &parameter.default {
        None | Some(Value::Null) => Ok(()),
        Some(value) if fits(value, parameter.kind) => Ok(()),
        Some(value) => {
            let (name, kind) = (&parameter.name, parameter.kind);
            Err(format!("default {value} of parameter `{name}` is not of its type {kind:?}"))
        }
    }
}

fn fits(value: &Value, kind: ParameterKind) -> bool {
    match (kind, value) {
        (ParameterKind::Boolean, Value::Bool(_))
        | (ParameterKind::Number, Value::Number(_))
        | (ParameterKind::Text, Value::String(_)) => true,
        (ParameterKind::Integer, Value::Number(number)) => number.is_i64(),
        (ParameterKind::TextList, Value::Array(items)) => items.iter().all(Value::is_string),
        (ParameterKind::TextMap, Value::Object(items)) => items.values().all(Value::is_string),
        _ => false,
    }
}
