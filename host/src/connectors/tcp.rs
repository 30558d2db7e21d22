//! Lines over TCP: a source that listens, and a sink that connects. Neither side tells the other what it has; who needs
//! that uses HTTP or a broker.

use sandbar_control::Replay;

use super::{
    Complaint, Reach, SinkConnector, SourceConnector,
    network::{self, tls},
    settings::{self, Key, KeyKind, Settings},
};
use crate::formats;

mod listen;
mod send;

pub(super) const SOURCE: SourceConnector = SourceConnector {
    name: "tcp",
    help: "lines that others send to an address of this machine",
    keys: &SOURCE_KEYS,
    check: check_source,
    reach: Reach::Network(|settings| network::listens(settings, "listen")),
    replay: |_| Replay::Never,
    build: |settings, context| Ok(Box::new(listen::Source::new(settings, context)?)),
};

pub(super) const SINK: SinkConnector = SinkConnector {
    name: "tcp",
    help: "lines to an address, one a record",
    keys: &SINK_KEYS,
    check: check_sink,
    reach: Reach::Network(|settings| network::connects(settings, "address")),
    build: |settings, context| Ok(Box::new(send::Sink::new(settings, context)?)),
};

const SINK_KEYS: [Key; 7] = settings::joined(
    [
        Key {
            name: "address",
            kind: KeyKind::Text,
            required: true,
            help: "where to connect to, such as \"collector:9000\"",
        },
        network::GIVE_UP,
        tls::TLS,
        tls::AUTHORITY,
    ],
    formats::SINK_KEYS,
);

const SOURCE_KEYS: [Key; 10] = settings::joined(
    [
        Key {
            name: "listen",
            kind: KeyKind::Text,
            required: true,
            help: "the address to listen on, such as \"127.0.0.1:9000\"",
        },
        Key {
            name: "connections",
            kind: KeyKind::Integer,
            required: false,
            help: "most connections at once, further ones wait; 256 by default",
        },
        tls::CERTIFICATE,
        tls::CERTIFICATE_KEY,
    ],
    formats::SOURCE_KEYS,
);

fn check_source(settings: &Settings) -> Vec<Complaint> {
    let mut complaints = formats::check(settings);
    complaints.extend(network::check(settings, "listen"));
    complaints.extend(tls::check_certificate(settings));
    if settings
        .integer("connections")
        .is_some_and(|connections| !(1..=4_096).contains(&connections))
    {
        complaints.push(("connections", "must be between 1 and 4,096".to_owned()));
    }
    complaints
}

fn check_sink(settings: &Settings) -> Vec<Complaint> {
    let mut complaints = formats::check_sink(settings);
    complaints.extend(network::check(settings, "address"));
    complaints
}
