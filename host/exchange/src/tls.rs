//! Who a peer is. A worker's certificate has one DNS name, `HOST.TENANT.worker.sandbar`; both sides show theirs, both
//! must be signed by the cluster's authority, and both must be of the same tenant. TLS 1.3 only.

use std::sync::Arc;

use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::server::WebPkiClientVerifier;
use rustls::{ClientConfig, RootCertStore, ServerConfig};
use tokio::net::TcpStream;
use tokio_rustls::{TlsAcceptor, TlsConnector, client, server};

use crate::Error;

/// What every worker's name ends with, behind its tenant.
const SUFFIX: &str = "worker.sandbar";

/// A worker: the host that runs it, and the tenant whose tasks it runs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Peer {
    pub host: String,
    pub tenant: String,
}

impl Peer {
    /// The name in its certificate.
    pub fn name(&self) -> String {
        format!("{}.{}.{SUFFIX}", self.host, self.tenant)
    }

    /// The worker that `name` names, if it names one: two labels before the suffix, no wildcards.
    fn from_name(name: &str) -> Option<Self> {
        let labels = name.strip_suffix(SUFFIX)?.strip_suffix('.')?;
        let (host, tenant) = labels.split_once('.')?;
        let is_label = |label: &str| {
            let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
            !label.is_empty() && label.bytes().all(is_allowed)
        };
        let is_worker = is_label(host) && is_label(tenant);
        is_worker.then(|| Self { host: host.to_owned(), tenant: tenant.to_owned() })
    }
}

/// A worker's certificate and key, and the authority that its peers must have theirs from.
#[derive(Clone)]
pub struct Credentials {
    tenant: String,
    acceptor: TlsAcceptor,
    connector: TlsConnector,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Credentials").field("tenant", &self.tenant).finish_non_exhaustive()
    }
}

impl Credentials {
    /// Of the worker whose certificate chain and key these are. Its tenant is read from the certificate.
    ///
    /// # Errors
    /// [`Error::Credentials`] says what does not fit.
    pub fn new(
        authority: CertificateDer<'static>,
        chain: Vec<CertificateDer<'static>>,
        key: PrivateKeyDer<'static>,
    ) -> Result<Self, Error> {
        let own = chain.first().ok_or_else(|| Error::Credentials("no certificate".to_owned()))?;
        let Peer { tenant, .. } = named(own)
            .ok_or_else(|| Error::Credentials("the certificate names no worker".to_owned()))?;
        let mut roots = RootCertStore::empty();
        roots.add(authority).map_err(unusable)?;
        let roots = Arc::new(roots);
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let verifier =
            WebPkiClientVerifier::builder_with_provider(Arc::clone(&roots), Arc::clone(&provider));
        let versions = &[&rustls::version::TLS13];
        let server = ServerConfig::builder_with_provider(Arc::clone(&provider))
            .with_protocol_versions(versions)
            .map_err(unusable)?
            .with_client_cert_verifier(verifier.build().map_err(unusable)?)
            .with_single_cert(chain.clone(), key.clone_key())
            .map_err(unusable)?;
        let client = ClientConfig::builder_with_provider(provider)
            .with_protocol_versions(versions)
            .map_err(unusable)?
            .with_root_certificates(roots)
            .with_client_auth_cert(chain, key)
            .map_err(unusable)?;
        let connector = TlsConnector::from(Arc::new(client));
        Ok(Self { tenant, acceptor: TlsAcceptor::from(Arc::new(server)), connector })
    }

    pub fn tenant(&self) -> &str {
        &self.tenant
    }

    /// The serving side's handshake, and who called.
    pub(crate) async fn accept(
        &self,
        stream: TcpStream,
    ) -> Result<(server::TlsStream<TcpStream>, Peer), Error> {
        let stream = self.acceptor.accept(stream).await.map_err(failed)?;
        let chain = stream.get_ref().1.peer_certificates();
        let peer = chain.and_then(|chain| named(chain.first()?));
        let peer = peer.filter(|peer| peer.tenant == self.tenant);
        let peer = peer.ok_or_else(|| Error::WrongTenant { tenant: self.tenant.clone() })?;
        Ok((stream, peer))
    }

    /// The calling side's handshake with the worker of this tenant on `host`.
    pub(crate) async fn connect(
        &self,
        stream: TcpStream,
        host: &str,
    ) -> Result<client::TlsStream<TcpStream>, Error> {
        let peer = Peer { host: host.to_owned(), tenant: self.tenant.clone() };
        self.connect_to(stream, &peer.name()).await
    }

    pub(crate) async fn connect_to(
        &self,
        stream: TcpStream,
        name: &str,
    ) -> Result<client::TlsStream<TcpStream>, Error> {
        let name = ServerName::try_from(name.to_owned())
            .map_err(|_| Error::Handshake(format!("`{name}` is not a name that TLS can carry")))?;
        self.connector.connect(name, stream).await.map_err(failed)
    }
}

/// The one worker that a certificate names. More names, or others, make it nobody's.
fn named(certificate: &CertificateDer<'_>) -> Option<Peer> {
    let certificate = webpki::EndEntityCert::try_from(certificate).ok()?;
    let mut names = certificate.valid_dns_names();
    let peer = Peer::from_name(names.next()?)?;
    names.next().is_none().then_some(peer)
}

fn unusable(error: impl std::fmt::Display) -> Error {
    Error::Credentials(error.to_string())
}

fn failed(error: std::io::Error) -> Error {
    Error::Handshake(error.to_string())
}
