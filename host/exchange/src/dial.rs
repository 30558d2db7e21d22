//! How a peer is reached. A seam: the real network here, streams of its own making in a simulation.

use std::net::SocketAddr;

use async_trait::async_trait;

use crate::endpoint::{Stream, Transport, dial};
use crate::{Error, Limits};

/// Makes connections to peers.
#[async_trait(?Send)]
pub trait Dial {
    /// A new connection to `peer`, authenticated. May be dropped half-way.
    ///
    /// # Errors
    /// Why there is none; whether that [passes](Error::is_passing) decides whether it is asked again.
    async fn dial(&self, peer: &str) -> Result<Stream, Error>;
}

/// Over TCP. Peers are written `HOST@IP:PORT`.
#[derive(Clone, Debug)]
pub struct TcpDial {
    transport: Transport,
    limits: Limits,
}

impl TcpDial {
    pub fn new(transport: Transport, limits: Limits) -> Self {
        Self { transport, limits }
    }

    /// How the worker on `host` that listens at `address` is written.
    pub fn peer(host: &str, address: SocketAddr) -> String {
        format!("{host}@{address}")
    }
}

#[async_trait(?Send)]
impl Dial for TcpDial {
    async fn dial(&self, peer: &str) -> Result<Stream, Error> {
        let parts = peer.split_once('@');
        let parts = parts.and_then(|(host, address)| Some((host, address.parse().ok()?)));
        let (host, address) = parts.ok_or_else(|| Error::Peer { peer: peer.to_owned() })?;
        dial(address, host, &self.transport, self.limits).await
    }
}
