//! The keys of a connector, which lie in its node's table: checked against the connector's own list, made into
//! [`Settings`].

use std::net::SocketAddr;

use sandbar_control::{Network, Refusal};
use sandbar_dataflow::spec::Kind;

use super::{
    diagnostic::{Problems, quoted},
    file::Connector,
    ground::Ground,
    table::{self, Table, unknown},
    tree::{Entry, Value as Tree},
};
use crate::connectors::{
    Complaint, Endpoint, Reach, SINKS, SOURCES, SinkConnector, SourceConnector, Wanted,
    secret::Reference,
    settings::{Key, KeyKind, Settings, Value},
};

/// What this module needs of a source or sink connector.
#[derive(Clone, Copy)]
struct Known {
    name: &'static str,
    keys: &'static [Key],
    check: fn(&Settings) -> Vec<Complaint>,
    reach: Reach,
}

fn known(kind: Kind) -> Vec<Known> {
    match kind {
        Kind::Source => {
            let known = SOURCES.iter();
            known
                .map(|&SourceConnector { name, keys, check, reach, .. }| Known {
                    name,
                    keys,
                    check,
                    reach,
                })
                .collect()
        }
        Kind::Sink => {
            let known = SINKS.iter();
            known
                .map(|&SinkConnector { name, keys, check, reach, .. }| Known {
                    name,
                    keys,
                    check,
                    reach,
                })
                .collect()
        }
        Kind::Operator => Vec::new(),
    }
}

/// What the connector itself has to say against its settings, and against the files that they name on this machine.
pub(super) fn check(kind: Kind, ground: &Ground, connector: &Connector) -> Vec<Complaint> {
    let found = known(kind).into_iter().find(|known| known.name == connector.name);
    let Some(Known { check, reach, .. }) = found else { return Vec::new() };
    let mut complaints = check(&connector.settings);
    if let (Reach::Files(look), Ground::Machine(_)) = (reach, ground) {
        complaints.extend(look(&connector.settings));
    }
    if let (Reach::Network(wanted), Ground::Cluster(Some(network))) = (reach, ground) {
        let wanted = wanted(&connector.settings);
        complaints.extend(wanted.and_then(|wanted| refused(network, &wanted)));
    }
    complaints
}

/// Why `wanted` is out of a tenant's reach. What names mean is found out when they are connected to.
fn refused(network: &Network, Wanted { key, endpoint }: &Wanted) -> Option<Complaint> {
    let ask = |what: &str, option: String| {
        format!(
            "{what}; whoever runs the cluster grants it: `sandbar tenant grant TENANT {option}`"
        )
    };
    let message = match endpoint {
        Endpoint::Listen { port } if network.listens(*port) => return None,
        Endpoint::Listen { port } => {
            ask(&format!("port {port} is not granted to this tenant"), format!("--listen {port}"))
        }
        Endpoint::Connect { host, port } => {
            let shown = if host.contains(':') {
                format!("[{host}]:{port}")
            } else {
                format!("{host}:{port}")
            };
            let granted = match host.parse() {
                Ok(ip) => network.reaches(SocketAddr::new(ip, *port), false, false),
                Err(_) if network.names(host, *port) => Ok(()),
                Err(_) => Err(Refusal::NotGranted),
            };
            let what = match granted {
                Ok(()) => return None,
                Err(Refusal::NotGranted) => format!("{shown} is not granted to this tenant"),
                Err(Refusal::Inside) => format!(
                    "{shown} is near the hosts, which only a rule for just that address grants"
                ),
            };
            ask(&what, format!("--connect {shown}"))
        }
    };
    Some((key, message))
}

/// Reads `connector` and its keys.
pub(super) fn read(
    kind: Kind,
    ground: &Ground,
    table: &mut Table<'_>,
    problems: &mut Problems,
) -> Option<Connector> {
    let known = known(kind);
    let names: Vec<&'static str> = known.iter().map(|known| known.name).collect();
    let help = format!("say what it connects to: connector = \"{}\"", names.join("\" or \""));
    let entry = table.require("connector", &help, problems)?;
    let given = table::text(entry, problems)?;
    let Some(Known { name, keys, reach, .. }) = known.into_iter().find(|known| known.name == given)
    else {
        let message = format!("no {kind} connector is called {}", quoted(given));
        unknown(entry.item.place, message, given, &names, problems);
        return None;
    };
    if let (Reach::Process, Ground::Cluster(_)) = (reach, ground) {
        let message = format!("{} belongs to one process", quoted(name));
        let help = "on a cluster connect to something that every host reaches, such as \"file\"";
        problems.error_with_help(entry.item.place, message, help);
    }
    let mut settings = Settings::default();
    for key in keys {
        let entry = if key.required {
            table.require(key.name, key.help, problems)
        } else {
            table.take(key.name)
        };
        if let Some(value) = entry.and_then(|entry| value(ground, key, entry, problems)) {
            settings.insert(key.name, value);
        }
    }
    Some(Connector { name, settings, keys })
}

/// Where a secret is to be found. One that stands in the file itself is refused, and not repeated in the message.
fn secret(ground: &Ground, key: &Key, entry: &Entry, problems: &mut Problems) -> Option<Reference> {
    const HELP: &str = "say where it is: { env = \"NAME\" } or { file = \"PATH\" }";
    if matches!(entry.item.value, Tree::Text(_)) {
        let message =
            format!("`{}` is a secret, which does not belong into a pipeline file", key.name);
        problems.error_with_help(entry.item.place, message, HELP);
        return None;
    }
    let mut table = Table::of(format!("`{}`", key.name), &entry.item, problems)?;
    let (variable, file) = (table.take("env"), table.take("file"));
    table.finish(problems);
    match (variable, file) {
        (Some(entry), None) => {
            let name = table::text(entry, problems)?;
            if let Ground::Cluster(_) = ground {
                let message = format!("`{}` cannot be in the environment of a cluster", key.name);
                let help = "put it into a file of the tenant's folder: { file = \"PATH\" }";
                problems.error_with_help(entry.item.place, message, help);
                return None;
            }
            Some(Reference::Environment(name.to_owned()))
        }
        (None, Some(entry)) => {
            let text = table::text(entry, problems)?;
            Some(Reference::File(ground.path(text, entry.item.place, problems)?))
        }
        _ => {
            let message = format!("`{}` does not say where it is to be found", key.name);
            problems.error_with_help(entry.item.place, message, HELP);
            None
        }
    }
}

fn value(ground: &Ground, key: &Key, entry: &Entry, problems: &mut Problems) -> Option<Value> {
    Some(match key.kind {
        KeyKind::Text => Value::Text(table::text(entry, problems)?.to_owned()),
        KeyKind::Texts => {
            let texts = table::texts(entry, problems)?;
            Value::Texts(texts.into_iter().map(|(_, text)| text.to_owned()).collect())
        }
        KeyKind::Path => {
            let text = table::text(entry, problems)?;
            Value::Path(ground.path(text, entry.item.place, problems)?)
        }
        KeyKind::Integer => Value::Integer(table::integer(entry, problems)?),
        KeyKind::Boolean => Value::Boolean(table::boolean(entry, problems)?),
        KeyKind::Duration => Value::Duration(table::duration(entry, problems)?),
        KeyKind::Bytes => Value::Bytes(table::size(entry, problems)?),
        KeyKind::Secret => Value::Secret(secret(ground, key, entry, problems)?),
        KeyKind::Choice(choices) => {
            let text = table::text(entry, problems)?;
            if !choices.contains(&text) {
                let message = format!("`{}` cannot be {}", key.name, quoted(text));
                unknown(entry.item.place, message, text, choices, problems);
                return None;
            }
            Value::Text(text.to_owned())
        }
    })
}
