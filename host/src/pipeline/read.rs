//! Walks the tree of a pipeline file, table by table, and makes a [`File`] of it.

use std::{collections::BTreeMap, ops::RangeInclusive, path::PathBuf, time::Duration};

use sandbar_dataflow::{
    Lateness, Policies,
    spec::{Kind, PARALLELISM_MAX, Watermarks},
};

use super::{
    connector,
    diagnostic::{Place, Problems, Texts, quoted},
    file::{File, Node, Operator, Places, Role},
    ground::Ground,
    input, limits, on_error,
    table::{self, Table, check_name, wrong_kind},
    tree::{Entry, Value},
};

/// Lateness beyond this keeps every window open for as long as people keep data.
const LATENESS: RangeInclusive<Duration> = Duration::ZERO..=Duration::from_secs(3_650 * 86_400);

/// An idle source is noticed when the engine next looks, which it does not do more often.
const IDLE: RangeInclusive<Duration> = Duration::from_millis(1)..=Duration::from_secs(86_400);

/// Reads the whole file, of which `root` is the tree, to run on `ground`.
pub(super) fn file(ground: Ground, root: &[Entry], texts: &Texts, problems: &mut Problems) -> File {
    let mut table = Table::new("the pipeline file", Place::default(), root);
    let name = table
        .require("name", "begin with name = \"NAME\"", problems)
        .and_then(|entry| Some((table::text(entry, problems)?, entry.item.place)))
        .filter(|(name, place)| check_name("the pipeline", name, *place, problems));
    let plugins = plugin_folders(&ground, &mut table, problems);
    let mut nodes = Vec::new();
    for kind in [Kind::Source, Kind::Operator, Kind::Sink] {
        let key = match kind {
            Kind::Source => "source",
            Kind::Operator => "operator",
            Kind::Sink => "sink",
        };
        let Some(entry) = table.take(key) else { continue };
        let Value::Table(entries) = &entry.item.value else {
            let wanted = format!("a table of tables, [{key}.NAME]");
            wrong_kind(&quoted(key), entry.key_place, &entry.item.value, &wanted, problems);
            continue;
        };
        nodes.extend(entries.iter().filter_map(|entry| node(kind, &ground, entry, problems)));
    }
    table.finish(problems);
    unique(&nodes, texts, problems);
    let (name, name_place) = name.unwrap_or_default();
    let name = name.to_owned();
    File { ground, name, plugins, nodes, texts: texts.clone(), name_place }
}

/// Folders in which plugins are looked for. A cluster looks in none, and lets a file that names some run as it is.
fn plugin_folders(
    ground: &Ground,
    table: &mut Table<'_>,
    problems: &mut Problems,
) -> Vec<(Place, PathBuf)> {
    let Some(entry) = table.take("plugins") else { return Vec::new() };
    let folders = table::texts(entry, problems).unwrap_or_default();
    if let Ground::Cluster(_) = ground {
        let message = "`plugins` is of no use on a cluster: operators name published plugins";
        problems.warning(entry.item.place, message);
        return Vec::new();
    }
    let folder =
        |&(place, text): &(Place, &str)| Some((place, ground.path(text, place, problems)?));
    folders.iter().filter_map(folder).collect()
}

/// Sources, operators and sinks share one set of names.
fn unique(nodes: &[Node], texts: &Texts, problems: &mut Problems) {
    let mut seen: BTreeMap<&str, &Node> = BTreeMap::new();
    for node in nodes {
        let Some(before) = seen.insert(&node.name, node) else { continue };
        let message = format!(
            "`{}` already names the {} of line {}",
            node.name,
            before.role.kind(),
            texts.line(before.places.name)
        );
        problems.error_with_help(node.places.name, message, "give each node a name of its own");
    }
}

fn node(kind: Kind, ground: &Ground, entry: &Entry, problems: &mut Problems) -> Option<Node> {
    let named = check_name(&format!("a {kind}"), &entry.key, entry.key_place, problems);
    let what = format!("{kind} {}", quoted(&entry.key));
    let mut table = Table::of(what, &entry.item, problems)?;
    table.place = entry.key_place;
    let mut places = Places { name: entry.key_place, ..Places::default() };
    if let Value::Table(entries) = &entry.item.value {
        places.keys = entries.iter().map(|e| (e.key.clone(), e.item.place)).collect();
    }
    let mut inputs = Vec::new();
    if kind != Kind::Source {
        let help = "name the source or operator that sends: input = \"NAME\"";
        let input = table.require("input", help, problems);
        let read = input.map(|entry| input::read(entry, problems)).unwrap_or_default();
        (inputs, places.inputs) = read.into_iter().unzip();
    }
    let parallelism = table.count("parallelism", 1..=PARALLELISM_MAX, problems).unwrap_or(1);
    let mut watermarks = None;
    if kind != Kind::Sink {
        watermarks =
            table.table("watermark", problems).map(|table| watermark(kind, table, problems));
    }
    let on_error = table.table("on_error", problems);
    let read = if kind == Kind::Operator { on_error::operator } else { on_error::connector };
    let policies: Policies = on_error.map(|table| read(table, problems)).unwrap_or_default();
    let role = match kind {
        Kind::Source => connector::read(kind, ground, &mut table, problems).map(Role::Source),
        Kind::Sink => connector::read(kind, ground, &mut table, problems).map(Role::Sink),
        Kind::Operator => operator(ground, &mut table, problems).map(Role::Operator),
    };
    // Which keys a connector has is not known while the connector itself isn't.
    if role.is_some() || kind == Kind::Operator {
        table.finish(problems);
    } else {
        table.slips("connector", problems);
    }
    let name = entry.key.clone();
    let node = Node { name, parallelism, inputs, policies, watermarks, role: role?, places };
    named.then_some(node)
}

fn operator(ground: &Ground, table: &mut Table<'_>, problems: &mut Problems) -> Option<Operator> {
    let help = "name its WebAssembly file: plugin = \"NAME\" or plugin = \"path/NAME.wasm\"";
    let plugin = table.require("plugin", help, problems).and_then(|entry| {
        let text = table::text(entry, problems)?;
        ground.check_plugin(text, entry.item.place, problems).then(|| text.to_owned())
    });
    let parameters = match table.take("parameters") {
        Some(entry) => match &entry.item.value {
            Value::Table(entries) => entries.clone(),
            other => {
                wrong_kind("`parameters`", entry.item.place, other, "a table", problems);
                Vec::new()
            }
        },
        None => Vec::new(),
    };
    let limits = table.table("limits", problems);
    let limits = limits.map(|table| limits::read(table, problems)).unwrap_or_default();
    grants(table, problems);
    Some(Operator { plugin: plugin?, limits, grants: Vec::new(), parameters })
}

/// No right beyond those that every operator has exists yet, so that only the empty list can be granted.
fn grants(table: &mut Table<'_>, problems: &mut Problems) {
    let Some(entry) = table.take("grants") else { return };
    match &entry.item.value {
        Value::List(items) => {
            for item in items {
                let what = match &item.value {
                    Value::Text(text) => quoted(text),
                    other => other.kind().to_owned(),
                };
                let message = format!("{what} is no right that can be granted");
                problems.error_with_help(item.place, message, "write grants = [] or leave it out");
            }
        }
        other => wrong_kind("`grants`", entry.item.place, other, "a list", problems),
    }
}

/// Only a source can fall silent: an operator hears from its inputs that they did.
fn watermark(kind: Kind, mut table: Table<'_>, problems: &mut Problems) -> Watermarks {
    let lateness = table.duration("lateness", LATENESS, problems).unwrap_or_default();
    let idle = match kind {
        Kind::Source => table.duration("idle", IDLE, problems),
        _ => None,
    };
    table.finish(problems);
    Watermarks { lateness: Lateness(lateness), idle }
}
