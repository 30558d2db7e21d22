//! A worker's side of mutual TLS.

use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_rustls::{client, server};

use super::{Ask, Ends, Newest, Peer, accept, connect, shown};
use crate::Error;

/// A worker's certificate and key, and the authority that its peers must have theirs from. Cheap to clone; the clones
/// are the same, and all of them use what [`renew`](Self::renew) put there last.
#[derive(Clone)]
pub struct Credentials {
    own: Peer,
    ends: Newest<Ends>,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Credentials").field("own", &self.own).finish_non_exhaustive()
    }
}

impl Credentials {
    /// Of the worker whose certificate chain and key these are. Its host and tenant are read from the certificate.
    ///
    /// # Errors
    /// [`Error::Credentials`] says what does not fit.
    pub fn new(
        authority: CertificateDer<'static>,
        chain: Vec<CertificateDer<'static>>,
        key: PrivateKeyDer<'static>,
    ) -> Result<Self, Error> {
        let own = own(&chain)?;
        let ends = Ends::new(authority, (chain, key), Ask::Always)?;
        Ok(Self { own, ends: Newest::new(ends) })
    }

    /// Replaces them for all handshakes from now on. Connections stay.
    ///
    /// # Errors
    /// [`Error::Credentials`] if something does not fit, or they are of another worker; then the old ones stay in use.
    pub fn renew(
        &self,
        authority: CertificateDer<'static>,
        chain: Vec<CertificateDer<'static>>,
        key: PrivateKeyDer<'static>,
    ) -> Result<(), Error> {
        let (own, new) = (&self.own.name(), own(&chain)?.name());
        if *own != new {
            return Err(Error::Credentials(format!("they are of `{new}`, not of `{own}`")));
        }
        self.ends.set(Ends::new(authority, (chain, key), Ask::Always)?);
        Ok(())
    }

    /// The worker's tenant.
    pub fn tenant(&self) -> &str {
        &self.own.tenant
    }

    /// The serving side's handshake, and who called.
    pub(crate) async fn accept<S: AsyncRead + AsyncWrite + Unpin>(
        &self,
        stream: S,
    ) -> Result<(server::TlsStream<S>, Peer), Error> {
        let stream = accept(&self.ends.get().acceptor, stream).await?;
        let peer = shown(&stream).and_then(Peer::named);
        let peer = peer.filter(|peer| peer.tenant == self.own.tenant);
        let peer = peer.ok_or_else(|| Error::WrongTenant { tenant: self.own.tenant.clone() })?;
        Ok((stream, peer))
    }

    /// The calling side's handshake with the worker of this tenant on `host`.
    pub(crate) async fn connect<S: AsyncRead + AsyncWrite + Unpin>(
        &self,
        stream: S,
        host: &str,
    ) -> Result<client::TlsStream<S>, Error> {
        let peer = Peer { host: host.to_owned(), tenant: self.own.tenant.clone() };
        self.connect_to(stream, &peer.name()).await
    }

    pub(crate) async fn connect_to<S: AsyncRead + AsyncWrite + Unpin>(
        &self,
        stream: S,
        name: &str,
    ) -> Result<client::TlsStream<S>, Error> {
        connect(&self.ends.get().connector, stream, name).await
    }
}

fn own(chain: &[CertificateDer<'_>]) -> Result<Peer, Error> {
    let own = chain.first().ok_or_else(|| Error::Credentials("no certificate".to_owned()))?;
    let unnamed = || Error::Credentials("the certificate names no worker".to_owned());
    Peer::named(own).ok_or_else(unnamed)
}
