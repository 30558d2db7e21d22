//! Who a peer is, shown by certificates of the cluster's authority over TLS 1.3.
//!
//! - A worker has one DNS name, `HOST.TENANT.worker.sandbar`. Both sides show theirs, and both are of one tenant.
//! - A host has two, `HOST.host.sandbar` and `host.sandbar`. Whoever calls it checks the second, which any host of the
//!   cluster may show; who calls may be another host, which shows its own, or a client, which shows none.
//!
//! Certificates are replaced while everything runs: each handshake uses the newest, and what is connected stays so.
//! Sessions are never resumed, since a resumed one would not look at certificates again.

use std::sync::{Arc, PoisonError, RwLock};

use rustls::client::Resumption;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::server::{NoServerSessionStorage, WebPkiClientVerifier};
use rustls::{CertificateError, ClientConfig, RootCertStore, ServerConfig};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_rustls::{TlsAcceptor, TlsConnector, client, server};

use crate::Error;

mod host;
mod name;
mod worker;

pub use host::{HostCredentials, Trust};
pub use name::Peer;
pub use worker::Credentials;

/// Who showed a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caller {
    Worker(Peer),
    /// The name of a host of the cluster.
    Host(String),
}

/// What a certificate is called that is shown, and its key.
type Identity = (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>);

/// Whether callers must show a certificate.
#[derive(Clone, Copy)]
enum Ask {
    Always,
    IfTheyHaveOne,
}

/// The newest value, shared by all clones.
struct Newest<T>(Arc<RwLock<Arc<T>>>);

impl<T> Clone for Newest<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Newest<T> {
    fn new(value: T) -> Self {
        Self(Arc::new(RwLock::new(Arc::new(value))))
    }

    fn get(&self) -> Arc<T> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn set(&self, value: T) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(value);
    }
}

/// Both ends' settings of whoever shows one certificate.
struct Ends {
    acceptor: TlsAcceptor,
    connector: TlsConnector,
}

impl Ends {
    fn new(authority: CertificateDer<'static>, own: Identity, ask: Ask) -> Result<Self, Error> {
        let roots = roots(authority)?;
        let (chain, key) = (own.0.clone(), own.1.clone_key());
        let connector = connector(Arc::clone(&roots), Some(own))?;
        Ok(Self { acceptor: acceptor(roots, (chain, key), ask)?, connector })
    }
}

fn roots(authority: CertificateDer<'static>) -> Result<Arc<RootCertStore>, Error> {
    let mut roots = RootCertStore::empty();
    roots.add(authority).map_err(unusable)?;
    Ok(Arc::new(roots))
}

fn provider() -> Arc<CryptoProvider> {
    Arc::new(rustls::crypto::ring::default_provider())
}

fn acceptor(
    roots: Arc<RootCertStore>,
    (chain, key): Identity,
    ask: Ask,
) -> Result<TlsAcceptor, Error> {
    let verifier = WebPkiClientVerifier::builder_with_provider(roots, provider());
    let verifier = match ask {
        Ask::Always => verifier,
        Ask::IfTheyHaveOne => verifier.allow_unauthenticated(),
    };
    let mut config = ServerConfig::builder_with_provider(provider())
        .with_protocol_versions(&[&rustls::version::TLS13])
        .map_err(unusable)?
        .with_client_cert_verifier(verifier.build().map_err(unusable)?)
        .with_single_cert(chain, key)
        .map_err(unusable)?;
    config.session_storage = Arc::new(NoServerSessionStorage {});
    config.send_tls13_tickets = 0;
    Ok(TlsAcceptor::from(Arc::new(config)))
}

fn connector(roots: Arc<RootCertStore>, own: Option<Identity>) -> Result<TlsConnector, Error> {
    let config = ClientConfig::builder_with_provider(provider())
        .with_protocol_versions(&[&rustls::version::TLS13])
        .map_err(unusable)?
        .with_root_certificates(roots);
    let mut config = match own {
        Some((chain, key)) => config.with_client_auth_cert(chain, key).map_err(unusable)?,
        None => config.with_no_client_auth(),
    };
    config.resumption = Resumption::disabled();
    Ok(TlsConnector::from(Arc::new(config)))
}

/// The serving side's handshake.
async fn accept<S: AsyncRead + AsyncWrite + Unpin>(
    acceptor: &TlsAcceptor,
    stream: S,
) -> Result<server::TlsStream<S>, Error> {
    acceptor.accept(stream).await.map_err(failed)
}

/// The calling side's handshake with whoever shows `name`.
async fn connect<S: AsyncRead + AsyncWrite + Unpin>(
    connector: &TlsConnector,
    stream: S,
    name: &str,
) -> Result<client::TlsStream<S>, Error> {
    let server = ServerName::try_from(name.to_owned())
        .map_err(|_| Error::Handshake(format!("`{name}` is not a name that TLS can carry")))?;
    connector.connect(server, stream).await.map_err(failed)
}

/// The certificate that the peer showed first.
fn shown<S>(stream: &server::TlsStream<S>) -> Option<&CertificateDer<'static>> {
    stream.get_ref().1.peer_certificates().and_then(|chain| chain.first())
}

fn unusable(error: impl std::fmt::Display) -> Error {
    Error::Credentials(error.to_string())
}

fn failed(error: std::io::Error) -> Error {
    let cause = error.get_ref().and_then(|cause| cause.downcast_ref::<rustls::Error>());
    match cause {
        Some(rustls::Error::InvalidCertificate(
            why @ (CertificateError::Expired
            | CertificateError::ExpiredContext { .. }
            | CertificateError::NotValidYet
            | CertificateError::NotValidYetContext { .. }),
        )) => Error::OutOfDate(why.to_string()),
        _ => Error::Handshake(error.to_string()),
    }
}
