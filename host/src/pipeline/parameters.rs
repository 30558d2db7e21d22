//! The parameters of an operator, checked against what its plugin declares, as the JSON object that the plugin gets. What
//! its author says of a parameter is told to who gets it wrong.

use sandbar_schema::descriptor::{Parameter, ParameterKind};
use serde_json::{Map, Value as Json};

use super::{
    diagnostic::{Place, Problems, quoted},
    table::unknown,
    tree::{Entry, Item, Value},
};

/// Types `given` as `declared` says and fills in defaults; `place` is where a missing parameter is reported.
pub(super) fn check(
    operator: &str,
    declared: &[Parameter],
    given: &[Entry],
    place: Place,
    problems: &mut Problems,
) -> Map<String, Json> {
    let names: Vec<&str> = declared.iter().map(|parameter| parameter.name.as_str()).collect();
    for entry in given {
        if !names.contains(&entry.key.as_str()) {
            let message = format!("`{operator}` has no parameter {}", quoted(&entry.key));
            unknown(entry.key_place, message, &entry.key, &names, problems);
        }
    }
    let mut parameters = Map::new();
    for parameter in declared {
        let entry = given.iter().find(|entry| entry.key == parameter.name);
        let value = match (entry, &parameter.default) {
            (Some(entry), _) => read(parameter, &entry.item, problems),
            (None, Some(default)) => Some(default.clone()),
            (None, None) => {
                let message = format!(
                    "`{operator}` needs its parameter {}, {}",
                    quoted(&parameter.name),
                    wanted(parameter.kind)
                );
                let mut help = format!("add parameters = {{ {} = ... }}", parameter.name);
                if let Some(about) = about(parameter) {
                    help.push_str(&format!("; {about}"));
                }
                problems.error_with_help(place, message, help);
                None
            }
        };
        if let Some(value) = value {
            parameters.insert(parameter.name.clone(), value);
        }
    }
    parameters
}

fn read(parameter: &Parameter, item: &Item, problems: &mut Problems) -> Option<Json> {
    let value = match (parameter.kind, &item.value) {
        (_, Value::Invalid) => return None,
        (ParameterKind::Boolean, Value::Boolean(boolean)) => Some(Json::from(*boolean)),
        (ParameterKind::Integer, Value::Integer(integer)) => Some(Json::from(*integer)),
        #[allow(clippy::cast_precision_loss, reason = "a number is a float, however it is written")]
        (ParameterKind::Number, Value::Integer(integer)) => Some(Json::from(*integer as f64)),
        (ParameterKind::Number, Value::Number(number)) => Some(Json::from(*number)),
        (ParameterKind::Text, Value::Text(text)) => Some(Json::from(text.as_str())),
        (ParameterKind::TextList, Value::List(items)) => items.iter().map(text).collect(),
        (ParameterKind::TextMap, Value::Table(entries)) => {
            let pairs = entries.iter().map(|entry| Some((entry.key.clone(), text(&entry.item)?)));
            pairs.collect::<Option<Map<String, Json>>>().map(Json::Object)
        }
        _ => None,
    };
    if value.is_none() {
        let given = match (&item.value, parameter.kind) {
            (Value::List(_), ParameterKind::TextList) => "a list with something else in it",
            (Value::Table(_), ParameterKind::TextMap) => "a table with something else in it",
            (other, _) => other.kind(),
        };
        let message = format!(
            "parameter {} must be {}, not {given}",
            quoted(&parameter.name),
            wanted(parameter.kind)
        );
        match about(parameter) {
            Some(about) => problems.error_with_help(item.place, message, about),
            None => problems.error(item.place, message),
        }
    }
    value
}

/// What the plugin's author says of the parameter.
fn about(parameter: &Parameter) -> Option<String> {
    (!parameter.description.is_empty()).then(|| parameter.to_string())
}

fn text(item: &Item) -> Option<Json> {
    match &item.value {
        Value::Text(text) => Some(Json::from(text.as_str())),
        _ => None,
    }
}

fn wanted(kind: ParameterKind) -> &'static str {
    match kind {
        ParameterKind::Boolean => "true or false",
        ParameterKind::Integer => "a whole number",
        ParameterKind::Number => "a number",
        ParameterKind::Text => "a text in quotes",
        ParameterKind::TextList => "a list of texts",
        ParameterKind::TextMap => "a table of texts",
    }
}
