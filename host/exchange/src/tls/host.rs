//! A host's side of TLS, and its clients'. A client shows no certificate: what it may do follows from its token.

use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::TlsConnector;

use super::name::{HOST, named_host, of_host};
use super::{Ask, Ends, Newest, accept, connect, connector, roots, shown};
use crate::endpoint::{Bytes, Stream, in_time};
use crate::{Error, Limits};

/// A host's certificate and key, and the authority of its cluster. Cheap to clone; the clones are the same, and all of
/// them use what [`renew`](Self::renew) put there last.
#[derive(Clone)]
pub struct HostCredentials {
    host: String,
    ends: Newest<Ends>,
}

impl std::fmt::Debug for HostCredentials {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("HostCredentials").field("host", &self.host).finish_non_exhaustive()
    }
}

impl HostCredentials {
    /// The DNS names that the certificate of `host` must have: these and no others.
    pub fn names(host: &str) -> [String; 2] {
        [of_host(host), HOST.to_owned()]
    }

    /// Of the host whose certificate chain and key these are. Its name is read from the certificate.
    ///
    /// # Errors
    /// [`Error::Credentials`] says what does not fit.
    pub fn new(
        authority: CertificateDer<'static>,
        chain: Vec<CertificateDer<'static>>,
        key: PrivateKeyDer<'static>,
    ) -> Result<Self, Error> {
        let host = own(&chain)?;
        let ends = Ends::new(authority, (chain, key), Ask::IfTheyHaveOne)?;
        Ok(Self { host, ends: Newest::new(ends) })
    }

    /// Replaces them for all handshakes from now on. Connections stay.
    ///
    /// # Errors
    /// [`Error::Credentials`] if something does not fit, or they are of another host; then the old ones stay in use.
    pub fn renew(
        &self,
        authority: CertificateDer<'static>,
        chain: Vec<CertificateDer<'static>>,
        key: PrivateKeyDer<'static>,
    ) -> Result<(), Error> {
        let (own, new) = (&self.host, own(&chain)?);
        if *own != new {
            return Err(Error::Credentials(format!("they are of host `{new}`, not of `{own}`")));
        }
        self.ends.set(Ends::new(authority, (chain, key), Ask::IfTheyHaveOne)?);
        Ok(())
    }

    /// The host's name.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The serving side's handshake, and which host called; `None` for a caller without a certificate. May be dropped
    /// half-way, which closes the connection.
    ///
    /// # Errors
    /// Why the caller is not let in: [`Error::Handshake`], [`Error::Silent`], or [`Error::WrongHost`] for one who shows
    /// a certificate that is no host's.
    pub async fn accept<S: Bytes>(&self, stream: S) -> Result<(Stream, Option<String>), Error> {
        let ends = self.ends.get();
        let stream = in_time(Limits::control(), accept(&ends.acceptor, stream)).await?;
        let caller = match shown(&stream) {
            Some(certificate) => Some(named_host(certificate).ok_or(Error::WrongHost)?),
            None => None,
        };
        Ok((Stream::new(stream), caller))
    }

    /// The calling side's handshake with any host of the cluster, to which this host shows its certificate. May be
    /// dropped half-way.
    ///
    /// # Errors
    /// [`Error::Handshake`] or [`Error::Silent`].
    pub async fn connect<S: Bytes>(&self, stream: S) -> Result<Stream, Error> {
        let ends = self.ends.get();
        let stream = in_time(Limits::control(), connect(&ends.connector, stream, HOST)).await?;
        Ok(Stream::new(stream))
    }
}

/// What a client knows of a cluster: its authority. Cheap to clone.
#[derive(Clone)]
pub struct Trust(TlsConnector);

impl std::fmt::Debug for Trust {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Trust").finish_non_exhaustive()
    }
}

impl Trust {
    /// Trusts the hosts of the cluster that `authority` is of.
    ///
    /// # Errors
    /// [`Error::Credentials`] if that is no certificate.
    pub fn new(authority: CertificateDer<'static>) -> Result<Self, Error> {
        Ok(Self(connector(roots(authority)?, None)?))
    }

    /// The handshake with any host of the cluster. May be dropped half-way.
    ///
    /// # Errors
    /// [`Error::Handshake`] or [`Error::Silent`].
    pub async fn connect<S: Bytes>(&self, stream: S) -> Result<Stream, Error> {
        self.connect_to(stream, HOST).await
    }

    pub(crate) async fn connect_to<S: Bytes>(
        &self,
        stream: S,
        name: &str,
    ) -> Result<Stream, Error> {
        Ok(Stream::new(in_time(Limits::control(), connect(&self.0, stream, name)).await?))
    }
}

fn own(chain: &[CertificateDer<'_>]) -> Result<String, Error> {
    let own = chain.first().ok_or_else(|| Error::Credentials("no certificate".to_owned()))?;
    let unnamed = "the certificate names no host: it needs `HOST.host.sandbar` and `host.sandbar`";
    named_host(own).ok_or_else(|| Error::Credentials(unnamed.to_owned()))
}
