//! What connectors to others have in common: addresses, connections with and without TLS, and the certificates that either
//! side shows. Knows no protocol above TCP.

use std::{
    io::{Error, Result},
    path::Path,
    pin::Pin,
    sync::Arc,
    task::{Context as Polling, Poll},
    time::Duration,
};

use rustls::{
    ClientConfig, RootCertStore, ServerConfig,
    crypto::ring::default_provider,
    pki_types::{CertificateDer, PrivateKeyDer, ServerName, pem::PemObject as _},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpSocket, TcpStream, lookup_host},
    time::{Instant, sleep_until, timeout},
};
use tokio_rustls::{TlsAcceptor, TlsConnector, TlsStream};

use super::settings::{Key, KeyKind, Settings};

/// Longest wait for a connection and its handshake.
pub(super) const CONNECT: Duration = Duration::from_secs(10);

/// How long a sink tries again.
pub(super) const GIVE_UP: Key = Key {
    name: "give_up",
    kind: KeyKind::Duration,
    required: false,
    help: "how long to try again before the pipeline halts; 60 s by default",
};

/// Whether TLS is spoken to others.
pub(super) const TLS: Key = Key {
    name: "tls",
    kind: KeyKind::Boolean,
    required: false,
    help: "whether to speak TLS; false by default, true where `authority` is given",
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

/// The authority whose certificates others must show.
pub(super) const AUTHORITY: Key = Key {
    name: "authority",
    kind: KeyKind::Path,
    required: false,
    help: "PEM file with the certificate of the authority to be trusted; by default those that this machine trusts",
};

/// What this side shows to those who connect.
pub(super) const CERTIFICATE: Key = Key {
    name: "certificate",
    kind: KeyKind::Path,
    required: false,
    help: "PEM file with the certificate to show; with it, only TLS is spoken",
};
pub(super) const CERTIFICATE_KEY: Key = Key {
    name: "certificate_key",
    kind: KeyKind::Path,
    required: false,
    help: "PEM file with the certificate's key",
};

/// A connection, with TLS or without.
pub(super) enum Stream {
    Plain(TcpStream),
    Tls(Box<TlsStream<TcpStream>>),
}

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
    /// What the system or the other side says; none of it within [`CONNECT`].
    pub(super) async fn connect(&self, tls: Option<&TlsConnector>) -> Result<Stream> {
        let connected = async {
            let stream = TcpStream::connect((self.host.as_str(), self.port)).await?;
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
    /// What the system says.
    pub(super) async fn listen(&self) -> Result<TcpListener> {
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

/// What is wrong with the certificates to be shown.
pub(super) fn check_certificate(settings: &Settings) -> Option<super::Complaint> {
    let given = |key| settings.get(key).is_some();
    match (given("certificate"), given("certificate_key")) {
        (true, false) => Some(("certificate", "has no key; name `certificate_key` too".to_owned())),
        (false, true) => Some((
            "certificate_key",
            "belongs to no certificate; name `certificate` too".to_owned(),
        )),
        _ => None,
    }
}

/// How others are trusted: those of `authority`, else those that this machine trusts.
///
/// # Errors
/// If a certificate cannot be read.
pub(super) fn client(settings: &Settings) -> Result<ClientConfig> {
    let mut roots = RootCertStore::empty();
    match settings.path("authority") {
        Some(path) => {
            for certificate in certificates(path)? {
                roots.add(certificate).map_err(Error::other)?;
            }
        }
        None => {
            // Those that cannot be read are of no use; if none can, no server is trusted.
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    let builder = ClientConfig::builder_with_provider(Arc::new(default_provider()));
    let builder = builder.with_safe_default_protocol_versions().map_err(Error::other)?;
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}

/// Whether TLS is to be spoken to others.
pub(super) fn wants_tls(settings: &Settings) -> bool {
    settings.boolean("tls").unwrap_or(settings.get("authority").is_some())
}

/// As [`client`], where TLS is to be spoken.
///
/// # Errors
/// As [`client`].
pub(super) fn connector(settings: &Settings) -> Result<Option<TlsConnector>> {
    if !wants_tls(settings) {
        return Ok(None);
    }
    Ok(Some(TlsConnector::from(Arc::new(client(settings)?))))
}

/// What is shown to those who connect; `None` without a certificate.
///
/// # Errors
/// If the certificate or its key cannot be read, or do not belong together.
pub(super) fn acceptor(settings: &Settings) -> Result<Option<TlsAcceptor>> {
    let (Some(shown), Some(key)) = (settings.path("certificate"), settings.path("certificate_key"))
    else {
        return Ok(None);
    };
    let chain = certificates(shown)?;
    let key = PrivateKeyDer::from_pem_file(key).map_err(|error| {
        Error::other(format!("no key can be read from {}: {error}", key.display()))
    })?;
    let builder = ServerConfig::builder_with_provider(Arc::new(default_provider()));
    let builder = builder.with_safe_default_protocol_versions().map_err(Error::other)?;
    let config =
        builder.with_no_client_auth().with_single_cert(chain, key).map_err(Error::other)?;
    Ok(Some(TlsAcceptor::from(Arc::new(config))))
}

fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>> {
    let unreadable = |error: &dyn std::fmt::Display| {
        Error::other(format!("no certificate can be read from {}: {error}", path.display()))
    };
    let found = CertificateDer::pem_file_iter(path).map_err(|error| unreadable(&error))?;
    let found: std::result::Result<Vec<_>, _> = found.collect();
    match found {
        Ok(found) if found.is_empty() => Err(unreadable(&"there is none")),
        Ok(found) => Ok(found),
        Err(error) => Err(unreadable(&error)),
    }
}

impl std::fmt::Debug for Stream {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Plain(_) => "Plain",
            Self::Tls(_) => "Tls",
        })
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        self: Pin<&mut Self>,
        polling: &mut Polling<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<Result<()>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_read(polling, buffer),
            Self::Tls(stream) => Pin::new(stream.as_mut()).poll_read(polling, buffer),
        }
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        self: Pin<&mut Self>,
        polling: &mut Polling<'_>,
        bytes: &[u8],
    ) -> Poll<Result<usize>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_write(polling, bytes),
            Self::Tls(stream) => Pin::new(stream.as_mut()).poll_write(polling, bytes),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, polling: &mut Polling<'_>) -> Poll<Result<()>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_flush(polling),
            Self::Tls(stream) => Pin::new(stream.as_mut()).poll_flush(polling),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, polling: &mut Polling<'_>) -> Poll<Result<()>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_shutdown(polling),
            Self::Tls(stream) => Pin::new(stream.as_mut()).poll_shutdown(polling),
        }
    }
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
