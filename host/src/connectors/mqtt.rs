//! MQTT 5: a source that subscribes to topics, and a sink that publishes to one. For devices.

use std::{io, time::Duration};

use rumqttc::{
    TlsConfiguration, Transport,
    v5::{ConnectionError, MqttOptions, mqttbytes::v5::ConnectReturnCode},
};
use sandbar_control::Replay;
use sandbar_dataflow::{Code, Fault, RECORD_BYTES_MAX};

use super::{
    Complaint, Context, Reach, SinkConnector, SourceConnector,
    network::{self, Address, Attempts, tls},
    settings::{self, Key, KeyKind, Settings},
};
use crate::formats;

mod publish;
mod subscribe;

pub(super) const SOURCE: SourceConnector = SourceConnector {
    name: "mqtt",
    help: "messages of topics",
    keys: &SOURCE_KEYS,
    check: check_source,
    reach: Reach::Network(|settings| network::connects(settings, "address")),
    replay: |_| Replay::Unacknowledged,
    build: |settings, context| Ok(Box::new(subscribe::Source::new(settings, context)?)),
};

pub(super) const SINK: SinkConnector = SinkConnector {
    name: "mqtt",
    help: "messages to a topic, one a record",
    keys: &SINK_KEYS,
    check: check_sink,
    reach: Reach::Network(|settings| network::connects(settings, "address")),
    build: |settings, context| Ok(Box::new(publish::Sink::new(settings, context)?)),
};

const KEYS: [Key; 7] = [
    Key {
        name: "address",
        kind: KeyKind::Text,
        required: true,
        help: "where the broker is, such as \"127.0.0.1:1883\"",
    },
    Key {
        name: "client",
        kind: KeyKind::Text,
        required: true,
        help: "the name by which the broker knows this client, and keeps what it has not acknowledged",
    },
    Key { name: "user", kind: KeyKind::Text, required: false, help: "goes with `password`" },
    Key { name: "password", kind: KeyKind::Secret, required: false, help: "goes with `user`" },
    network::GIVE_UP,
    tls::TLS,
    tls::AUTHORITY,
];

const SINK_KEYS: [Key; 9] = settings::joined(
    KEYS,
    [
        Key {
            name: "topic",
            kind: KeyKind::Text,
            required: true,
            help: "what messages are published to",
        },
        formats::FORMAT,
    ],
);

const SOURCE_KEYS: [Key; 14] = settings::joined(
    settings::joined::<7, 1, 8>(
        KEYS,
        [Key {
            name: "topics",
            kind: KeyKind::Texts,
            required: true,
            help: "what to subscribe to, such as \"sensors/+/temperature\"",
        }],
    ),
    formats::SOURCE_KEYS,
);

/// Longest name of a client or topic.
const NAME_BYTES_MAX: usize = 1_024;

fn check_source(settings: &Settings) -> Vec<Complaint> {
    let mut complaints = formats::check_messages(settings);
    complaints.extend(network::check(settings, "address"));
    complaints.extend(check_name(settings, "client"));
    let topics = settings.texts("topics");
    if topics.is_empty() || topics.iter().any(|topic| !rumqttc::valid_filter(topic)) {
        complaints.push(("topics", "must be filters of topics, such as \"sensors/#\"".to_owned()));
    }
    complaints
}

fn check_sink(settings: &Settings) -> Vec<Complaint> {
    let mut complaints = formats::check_sink_messages(settings);
    complaints.extend(network::check(settings, "address"));
    complaints.extend(check_name(settings, "client"));
    complaints.extend(check_name(settings, "topic"));
    if !rumqttc::valid_topic(settings.text("topic").unwrap_or_default()) {
        complaints.push(("topic", "must be a topic, without `+` and `#`".to_owned()));
    }
    complaints
}

fn check_name(settings: &Settings, key: &'static str) -> Option<Complaint> {
    let name = settings.text(key).unwrap_or_default();
    let wrong = name.is_empty() || name.len() > NAME_BYTES_MAX || name.contains('\0');
    wrong.then(|| (key, format!("must be 1 to {NAME_BYTES_MAX} bytes of text")))
}

fn address(settings: &Settings, code: Code) -> Result<Address, Fault> {
    let address = Address::parse(settings.text("address").unwrap_or_default());
    address.map_err(|why| Fault::new(code, why))
}

/// How to connect to `address` as task `context.task_index`.
async fn options(
    settings: &Settings,
    context: &Context,
    address: &Address,
    code: Code,
) -> Result<MqttOptions, Fault> {
    let pinned = pin(settings, context, address).await.map_err(|error| {
        Fault::new(code, format!("cannot connect to MQTT at {address}: {error}"))
    })?;
    let client = settings.text("client").unwrap_or_default();
    let client = match context.parallelism {
        0 | 1 => client.to_owned(),
        _ => format!("{client}-{}", context.task_index),
    };
    let mut options = MqttOptions::new(client, pinned.host.clone(), pinned.port);
    options.set_keep_alive(Duration::from_secs(60));
    options.set_connection_timeout(network::CONNECT.as_secs());
    let packet_bytes_max = u32::try_from(RECORD_BYTES_MAX + (64 << 10)).unwrap_or(u32::MAX);
    options.set_max_packet_size(Some(packet_bytes_max));
    if let Some(password) = context.secret(settings, "password", code)? {
        options.set_credentials(settings.text("user").unwrap_or_default(), password.reveal());
    }
    if tls::wants_tls(settings) {
        let config = tls::client_of(settings, context, address, &pinned);
        let config = config.map_err(|error| Fault::new(code, error.to_string()))?;
        let config = TlsConfiguration::Rustls(std::sync::Arc::new(config));
        options.set_transport(Transport::tls_with_config(config));
    }
    Ok(options)
}

/// Where the broker is, trying again while its name cannot be resolved.
async fn pin(settings: &Settings, context: &Context, address: &Address) -> io::Result<Address> {
    let mut attempts = Attempts::new(settings);
    loop {
        match context.reachable.pin(address).await {
            Err(error) if !network::is_refused(&error) && attempts.again().await => {}
            pinned => return pinned,
        }
    }
}

/// Whether trying again is of no use: the broker knows who we are, and does not want us.
fn is_refused(error: &ConnectionError) -> bool {
    use ConnectReturnCode as Said;
    matches!(
        error,
        ConnectionError::ConnectionRefused(
            Said::BadUserNamePassword
                | Said::NotAuthorized
                | Said::Banned
                | Said::BadAuthenticationMethod
                | Said::ClientIdentifierNotValid
                | Said::BadClientId
                | Said::UnsupportedProtocolVersion
        )
    )
}
