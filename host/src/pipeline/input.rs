//! `input` of an operator or sink: a name, a table or a list of these.

use sandbar_dataflow::spec::{Input, Partitioning};

use super::{
    diagnostic::{Place, Problems, quoted},
    table::{self, Table, wrong_kind},
    tree::{Entry, Item, Value},
};

const BY: &[(&str, Partitioning)] = &[
    ("key", Partitioning::Hash),
    ("forward", Partitioning::Forward),
    ("broadcast", Partitioning::Broadcast),
    ("rebalance", Partitioning::Rebalance),
];

/// Reads all inputs that `entry` lists, each with its place.
pub(super) fn read(entry: &Entry, problems: &mut Problems) -> Vec<(Input, Place)> {
    let items = match &entry.item.value {
        Value::List(items) if items.is_empty() => {
            let help = "name the source or operator that sends";
            problems.error_with_help(entry.item.place, "`input` is an empty list", help);
            return Vec::new();
        }
        Value::List(items) => items.as_slice(),
        _ => std::slice::from_ref(&entry.item),
    };
    items.iter().filter_map(|item| Some((one(item, problems)?, item.place))).collect()
}

fn one(item: &Item, problems: &mut Problems) -> Option<Input> {
    match &item.value {
        Value::Text(text) => {
            let (from, port) = reference(text, item.place, problems)?;
            Some(Input { from, port, to: None, by: None })
        }
        Value::Table(entries) => {
            let mut table = Table::new("`input`", item.place, entries);
            let help = "name the source or operator that sends: `from = \"NAME\"` or `from = \"NAME.PORT\"`";
            let from = table.require("from", help, problems).and_then(|entry| {
                reference(table::text(entry, problems)?, entry.item.place, problems)
            });
            let by = table.choice("by", BY, problems);
            let to = table.take("to").and_then(|entry| table::text(entry, problems));
            table.finish(problems);
            let (from, port) = from?;
            Some(Input { from, port, to: to.map(str::to_owned), by })
        }
        other => {
            let wanted =
                "a name, a table such as { from = \"NAME\", by = \"key\" } or a list of these";
            wrong_kind("`input`", item.place, other, wanted, problems);
            None
        }
    }
}

/// "name" or "name.port".
fn reference(
    text: &str,
    place: Place,
    problems: &mut Problems,
) -> Option<(String, Option<String>)> {
    let (from, port) = match text.split_once('.') {
        Some((from, port)) => (from, Some(port)),
        None => (text, None),
    };
    if from.is_empty() || port.is_some_and(|port| port.is_empty() || port.contains('.')) {
        let message = format!("{} names no node and port", quoted(text));
        problems.error_with_help(place, message, "write \"NAME\" or \"NAME.PORT\"");
        return None;
    }
    Some((from.to_owned(), port.map(str::to_owned)))
}
