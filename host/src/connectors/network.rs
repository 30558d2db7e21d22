//! What connectors to others have in common: addresses, how long to try, and below it connections ([`stream`]), TLS
//! ([`tls`]) and what may be reached at all ([`reachable`]). Knows no protocol above TCP.

use std::{
    io::{Error, Result},
    time::Duration,
};

use rustls::pki_types::ServerName;
use tokio::{
    net::{TcpListener, TcpSocket, TcpStream, lookup_host},
    time::{Instant, sleep_until, timeout},
};
use tokio_rustls::TlsConnector;

use super::{
    Endpoint, Wanted,
    settings::{Key, KeyKind, Settings},
};

mod reachable;
mod stream;
pub(super) mod tls;

pub(super) use reachable::is_refused;
pub use reachable::{Granted, Reachable};
pub(super) use stream::Stream;

/// Longest wait for a connection and its handshake.
pub(super) const CONNECT: Duration = Duration::from_secs(10);

/// How long a sink tries again.
pub(super) const GIVE_UP: Key = Key {
    name: "give_up",
    kind: KeyKind::Duration,
    required: false,
    help: "how long to try again before the pipeline halts; 60 s by default",
};

/// Default of `give_up`.
const PATIENCE: Duration = Duration::from_secs(60);

/// The pause after the first failure; it doubles with each.
const PAUSE: Duration = Duration::from_millis(100);
const PAUSE_MAX: Duration = Duration::from_secs(5);

/// Attempts at one thing, with growing pauses between them.
#[derive(Debug)]
pub(super) struct Attempts {
    pub(super) made: u32,
    until: Instant,
    pause: Duration,
}

impl Attempts {
    pub(super) fn new(settings: &Settings) -> Self {
        let patience = settings.duration("give_up").unwrap_or(PATIENCE);
        Self { made: 1, until: Instant::now() + patience, pause: PAUSE }
    }

    /// Waits for the next attempt; false if there is to be none.
    pub(super) async fn again(&mut self) -> bool {
        self.again_after(Duration::ZERO).await
    }

    /// As [`again`](Self::again), after at least `pause`, which the other side asked for.
    pub(super) async fn again_after(&mut self, pause: Duration) -> bool {
        let next = Instant::now() + pause.max(self.pause);
        if next > self.until {
            return false;
        }
        sleep_until(next).await;
        self.pause = (self.pause * 2).min(PAUSE_MAX);
        self.made += 1;
        true
    }
}

/// Connections that may wait to be accepted; those beyond are dropped by the system when many come at once.
const BACKLOG: u32 = 4_096;

/// Where others are reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) host: String,
    pub(super) port: u16,
}

impl Address {
    /// "HOST:PORT"; an IPv6 address stands in brackets.
    pub(super) fn parse(text: &str) -> std::result::Result<Self, String> {
        let wrong =
            || format!("`{text}` is no address; write HOST:PORT, such as \"127.0.0.1:9000\"");
        let (host, port) = text.rsplit_once(':').ok_or_else(wrong)?;
        let host = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b".-_:".contains(&byte);
        if host.is_empty() || host.len() > 253 || !host.bytes().all(allowed) {
            return Err(wrong());
        }
        let port = port.parse().map_err(|_| wrong())?;
        Ok(Self { host: host.to_owned(), port })
    }

    /// Connects, and shakes hands where `tls` is given.
    ///
    /// # Errors
    /// What the system or the other side says; none of it within [`CONNECT`]; that it may not be reached.
    pub(super) async fn connect(
        &self,
        reachable: &Reachable,
        tls: Option<&TlsConnector>,
    ) -> Result<Stream> {
        let connected = async {
            let stream = TcpStream::connect(&*reachable.find(self).await?).await?;
            stream.set_nodelay(true)?;
            let Some(tls) = tls else { return Ok(Stream::Plain(stream)) };
            let name = ServerName::try_from(self.host.clone()).map_err(Error::other)?;
            let stream = tls.connect(name, stream).await?;
            Ok(Stream::Tls(Box::new(stream.into())))
        };
        let waited = timeout(CONNECT, connected).await;
        waited.unwrap_or_else(|_| {
            Err(Error::other(format!("no answer within {} s", CONNECT.as_secs())))
        })
    }

    /// Listens here.
    ///
    /// # Errors
    /// What the system says; that it may not be listened on.
    pub(super) async fn listen(&self, reachable: &Reachable) -> Result<TcpListener> {
        reachable.check_port(self.port)?;
        let mut found = lookup_host((self.host.as_str(), self.port)).await?;
        let address = found.next().ok_or_else(|| Error::other("the name means no address"))?;
        let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
        socket.set_reuseaddr(true)?;
        socket.bind(address)?;
        socket.listen(BACKLOG)
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.host.contains(':') {
            true => write!(formatter, "[{}]:{}", self.host, self.port),
            false => write!(formatter, "{}:{}", self.host, self.port),
        }
    }
}

/// What is wrong with the address under `key`.
pub(super) fn check(settings: &Settings, key: &'static str) -> Option<super::Complaint> {
    let text = settings.text(key)?;
    Address::parse(text).err().map(|message| (key, message))
}

/// What a connector wants that connects to the address under `key`.
pub(super) fn connects(settings: &Settings, key: &'static str) -> Option<Wanted> {
    let Address { host, port } = Address::parse(settings.text(key)?).ok()?;
    Some(Wanted { key, endpoint: Endpoint::Connect { host, port } })
}

/// What a connector wants that listens on the address under `key`.
pub(super) fn listens(settings: &Settings, key: &'static str) -> Option<Wanted> {
    let Address { port, .. } = Address::parse(settings.text(key)?).ok()?;
    Some(Wanted { key, endpoint: Endpoint::Listen { port } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_a_host_and_a_port() {
        for (text, shown) in [
            ("localhost:80", Some("localhost:80")),
            ("[::1]:8080", Some("[::1]:8080")),
            ("10.0.0.1:65535", Some("10.0.0.1:65535")),
            ("localhost", None),
            (":80", None),
            ("a:70000", None),
            ("a b:1", None),
            ("user@host:1", None),
        ] {
            let parsed = Address::parse(text).ok().map(|address| address.to_string());
            assert_eq!(parsed.as_deref(), shown, "{text}");
        }
    }
}
