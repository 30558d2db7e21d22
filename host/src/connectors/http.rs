//! HTTP: a source that takes POSTs of records, and a sink that sends them.

use sandbar_control::Replay;

use super::{
    Complaint, Reach, SinkConnector, SourceConnector,
    network::{self, tls},
    settings::{self, Key, KeyKind, Settings},
};
use crate::formats;

mod ingest;
mod post;
mod request;
mod server;

pub(super) const SOURCE: SourceConnector = SourceConnector {
    name: "http",
    help: "records that others POST to an address of this machine",
    keys: &SOURCE_KEYS,
    check: check_source,
    reach: Reach::Network(|settings| network::listens(settings, "listen")),
    replay: |settings| match acknowledges(settings) {
        true => Replay::Unacknowledged,
        false => Replay::Never,
    },
    build: |settings, context| Ok(Box::new(ingest::Source::new(settings, context)?)),
};

const SOURCE_KEYS: [Key; 14] = settings::joined(
    [
        Key {
            name: "listen",
            kind: KeyKind::Text,
            required: true,
            help: "the address to listen on, such as \"127.0.0.1:8080\"",
        },
        Key {
            name: "ack",
            kind: KeyKind::Choice(&["taken", "sunk"]),
            required: false,
            help: "when a request is answered: its records are taken (the default), or in every sink",
        },
        Key {
            name: "token",
            kind: KeyKind::Secret,
            required: false,
            help: "what a sender must show, as `Authorization: Bearer TOKEN`; by default nothing",
        },
        Key {
            name: "max_body",
            kind: KeyKind::Bytes,
            required: false,
            help: "longest body, also unpacked; 4 MiB by default",
        },
        Key {
            name: "buffer",
            kind: KeyKind::Bytes,
            required: false,
            help: "bytes taken and not yet in the pipeline, beyond which requests are refused; 16 MiB by default",
        },
        Key {
            name: "connections",
            kind: KeyKind::Integer,
            required: false,
            help: "most connections at once, further ones wait; 2,048 by default",
        },
        tls::CERTIFICATE,
        tls::CERTIFICATE_KEY,
    ],
    formats::SOURCE_KEYS,
);

pub(super) const SINK: SinkConnector = SinkConnector {
    name: "http",
    help: "POSTs of lines to a URL, one for each batch",
    keys: &SINK_KEYS,
    check: check_sink,
    reach: Reach::Network(post::wants),
    build: |settings, context| Ok(Box::new(post::Sink::new(settings, context)?)),
};

const SINK_KEYS: [Key; 8] = settings::joined(
    [
        Key {
            name: "url",
            kind: KeyKind::Text,
            required: true,
            help: "where to POST to: http://HOST:PORT/PATH or https://...",
        },
        Key {
            name: "token",
            kind: KeyKind::Secret,
            required: false,
            help: "sent as `Authorization: Bearer TOKEN`; by default nothing is",
        },
        Key {
            name: "timeout",
            kind: KeyKind::Duration,
            required: false,
            help: "longest wait for an answer; 30 s by default",
        },
        network::GIVE_UP,
        tls::AUTHORITY,
    ],
    formats::SINK_KEYS,
);

fn check_sink(settings: &Settings) -> Vec<Complaint> {
    let mut complaints = formats::check_sink(settings);
    let url = settings.text("url").unwrap_or_default();
    complaints.extend(post::target(url).err().map(|message| ("url", message)));
    complaints
}

/// Largest `max_body`: each request is taken as a whole.
const BODY_BYTES_MAX: u64 = 64 << 20;

fn acknowledges(settings: &Settings) -> bool {
    settings.text("ack") == Some("sunk")
}

fn check_source(settings: &Settings) -> Vec<Complaint> {
    let mut complaints = formats::check(settings);
    complaints.extend(network::check(settings, "listen"));
    complaints.extend(tls::check_certificate(settings));
    let body = settings.bytes("max_body");
    if body.is_some_and(|body| body == 0 || body > BODY_BYTES_MAX) {
        complaints.push(("max_body", "must be between 1 byte and 64 MiB".to_owned()));
    }
    if settings.bytes("buffer").is_some_and(|buffer| buffer < body.unwrap_or(4 << 20)) {
        complaints.push(("buffer", "must hold at least one body of `max_body`".to_owned()));
    }
    if settings
        .integer("connections")
        .is_some_and(|connections| !(1..=65_536).contains(&connections))
    {
        complaints.push(("connections", "must be between 1 and 65,536".to_owned()));
    }
    complaints
}
