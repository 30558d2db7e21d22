//! NATS JetStream: a source that reads a stream through a durable consumer, and a sink that publishes to a subject.

use async_nats::{Client, ConnectError, ConnectErrorKind, ConnectOptions};
use sandbar_control::Replay;
use sandbar_dataflow::{Code, Fault};

use super::{
    Complaint, Context, Reach, SinkConnector, SourceConnector,
    network::{self, Address, Attempts, Reachable, tls},
    settings::{self, Key, KeyKind, Settings},
};
use crate::formats;

mod publish;
mod subscribe;

pub(super) const SOURCE: SourceConnector = SourceConnector {
    name: "nats",
    help: "messages of a JetStream stream, by a durable consumer; several tasks share them",
    keys: &SOURCE_KEYS,
    check: check_source,
    reach: Reach::Network(|settings| network::connects(settings, "address")),
    replay: |_| Replay::Unacknowledged,
    build: |settings, context| Ok(Box::new(subscribe::Source::new(settings, context)?)),
};

pub(super) const SINK: SinkConnector = SinkConnector {
    name: "nats",
    help: "messages to a subject that a JetStream stream takes, one a record",
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
        help: "where the server is, such as \"127.0.0.1:4222\"",
    },
    Key { name: "user", kind: KeyKind::Text, required: false, help: "goes with `password`" },
    Key { name: "password", kind: KeyKind::Secret, required: false, help: "goes with `user`" },
    Key {
        name: "token",
        kind: KeyKind::Secret,
        required: false,
        help: "instead of user and password",
    },
    network::GIVE_UP,
    tls::TLS,
    tls::AUTHORITY,
];

const SINK_KEYS: [Key; 9] = settings::joined(
    KEYS,
    [
        Key {
            name: "subject",
            kind: KeyKind::Text,
            required: true,
            help: "what messages are published to; a stream must take it",
        },
        formats::FORMAT,
    ],
);

const SOURCE_KEYS: [Key; 15] = settings::joined(
    settings::joined::<7, 2, 9>(
        KEYS,
        [
            Key {
                name: "stream",
                kind: KeyKind::Text,
                required: true,
                help: "the stream to read; it must be there",
            },
            Key {
                name: "consumer",
                kind: KeyKind::Text,
                required: true,
                help: "the durable consumer, by which the server knows what was acknowledged; made if it is not there",
            },
        ],
    ),
    formats::SOURCE_KEYS,
);

fn check_source(settings: &Settings) -> Vec<Complaint> {
    let mut complaints = formats::check_messages(settings);
    complaints.extend(network::check(settings, "address"));
    for key in ["stream", "consumer"] {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        let name = settings.text(key).unwrap_or_default();
        if name.is_empty() || name.len() > 64 || !name.bytes().all(allowed) {
            complaints.push((key, "must be 1 to 64 of a-z, A-Z, 0-9, `-` and `_`".to_owned()));
        }
    }
    complaints
}

fn check_sink(settings: &Settings) -> Vec<Complaint> {
    let mut complaints = formats::check_sink_messages(settings);
    complaints.extend(network::check(settings, "address"));
    let subject = settings.text("subject").unwrap_or_default();
    let is_part =
        |part: &str| !part.is_empty() && !part.contains(['*', '>', ' ', '\t', '\r', '\n']);
    if subject.len() > 255 || !subject.split('.').all(is_part) {
        let message = "must be parts with points between them, without `*`, `>` and blanks";
        complaints.push(("subject", message.to_owned()));
    }
    complaints
}

/// Connects, trying again for a while if nobody is there.
async fn connect(settings: &Settings, context: &Context, code: Code) -> Result<Client, Fault> {
    let address = Address::parse(settings.text("address").unwrap_or_default());
    let address = address.map_err(|why| Fault::new(code, why))?;
    let mut attempts = Attempts::new(settings);
    loop {
        let (why, refused) = match context.reachable.pin(&address).await {
            Ok(pinned) => {
                let options = options(settings, context, (&address, &pinned), code)?;
                match options.connect(pinned.to_string()).await {
                    Ok(client) => return Ok(client),
                    Err(error) => (error.to_string(), is_refused(&error)),
                }
            }
            Err(error) => (error.to_string(), network::is_refused(&error)),
        };
        if refused || !attempts.again().await {
            let message = format!(
                "cannot connect to NATS at {address}: {why}; gave up after {} attempts",
                attempts.made
            );
            return Err(Fault::new(code, message));
        }
    }
}

/// Whether trying again is of no use: the server knows who we are, and does not want us.
fn is_refused(error: &ConnectError) -> bool {
    use ConnectErrorKind::{Authentication, AuthorizationViolation};
    matches!(error.kind(), Authentication | AuthorizationViolation)
}

fn options(
    settings: &Settings,
    context: &Context,
    (address, pinned): (&Address, &Address),
    code: Code,
) -> Result<ConnectOptions, Fault> {
    let mut options = ConnectOptions::new().name("sandbar").connection_timeout(network::CONNECT);
    if let Reachable::Granted(_) = context.reachable {
        // Others of its cluster that it tells of nobody granted.
        options = options.ignore_discovered_servers();
    }
    if let Some(password) = context.secret(settings, "password", code)? {
        let user = settings.text("user").unwrap_or_default().to_owned();
        options = options.user_and_password(user, password.reveal().to_owned());
    }
    if let Some(token) = context.secret(settings, "token", code)? {
        options = options.token(token.reveal().to_owned());
    }
    if tls::wants_tls(settings) {
        let config = tls::client_of(settings, context, address, pinned);
        let config = config.map_err(|error| Fault::new(code, error.to_string()))?;
        options = options.require_tls(true).tls_client_config(config);
    }
    Ok(options)
}
