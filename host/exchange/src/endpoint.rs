//! Connections over TCP: listening, dialling, and who may do either without TLS.

use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use crate::tls::{Caller, Credentials, HostCredentials};
use crate::{Error, Limits};

/// How bytes travel.
#[derive(Clone, Debug)]
pub enum Transport {
    /// Mutual TLS between workers of one tenant.
    Tls(Credentials),
    /// TLS of a host, for clients and other hosts.
    Host(HostCredentials),
    /// Unprotected; for loopback addresses only.
    Plain,
}

impl Transport {
    fn check(&self, address: SocketAddr) -> Result<(), Error> {
        match self {
            Self::Plain if !address.ip().is_loopback() => Err(Error::PlainOffLoopback { address }),
            _ => Ok(()),
        }
    }
}

/// Where peers connect to.
#[derive(Debug)]
pub struct Listener {
    listener: TcpListener,
    transport: Transport,
    limits: Limits,
    free: Arc<Semaphore>,
}

/// A connection whose peer has shown nothing yet. Let it do so beside the others: see [`Arrival::greet`]. It may be
/// moved to another thread and runtime for that.
#[derive(Debug)]
pub struct Arrival {
    stream: std::net::TcpStream,
    transport: Transport,
    limits: Limits,
    held: OwnedSemaphorePermit,
}

impl Listener {
    /// Listens on `address`; port 0 picks one.
    ///
    /// # Errors
    /// [`Error::PlainOffLoopback`], or why the address cannot be had.
    pub async fn bind(
        address: SocketAddr,
        transport: Transport,
        limits: Limits,
    ) -> Result<Self, Error> {
        transport.check(address)?;
        let listener = TcpListener::bind(address).await.map_err(Error::io("cannot listen"))?;
        let free = Arc::new(Semaphore::new(limits.connections_max));
        Ok(Self { listener, transport, limits, free })
    }

    /// Where it listens.
    ///
    /// # Errors
    /// If the system does not say.
    pub fn address(&self) -> Result<SocketAddr, Error> {
        self.listener.local_addr().map_err(Error::io("cannot tell the address"))
    }

    /// The next connection. Those beyond the limit are closed at once and never seen. May be dropped half-way.
    ///
    /// # Errors
    /// If the system has no descriptor for it, for one: wait a little, then go on.
    pub async fn accept(&self) -> Result<Arrival, Error> {
        loop {
            let (stream, _) =
                self.listener.accept().await.map_err(Error::io("cannot accept a connection"))?;
            let Ok(held) = Arc::clone(&self.free).try_acquire_owned() else { continue };
            let set_up = Error::io("cannot set up a connection");
            // A peer that is gone already is nobody's error.
            if stream.set_nodelay(true).is_err() {
                continue;
            }
            // The thread that serves it registers it with a runtime of its own.
            let stream = stream.into_std().map_err(set_up)?;
            let (transport, limits) = (self.transport.clone(), self.limits);
            return Ok(Arrival { stream, transport, limits, held });
        }
    }
}

impl Arrival {
    /// Waits for the peer's certificate, on the runtime that will serve it. `None` for a peer who shows none, which
    /// only plain connections and those to a host allow. May be dropped half-way, which closes the connection.
    ///
    /// # Errors
    /// Why the peer is not let in.
    pub async fn greet(self) -> Result<(Stream, Option<Caller>), Error> {
        let Self { stream, transport, limits, held } = self;
        let stream =
            TcpStream::from_std(stream).map_err(Error::io("cannot set up a connection"))?;
        let (mut stream, caller) = match transport {
            Transport::Plain => (Stream::new(stream), None),
            Transport::Tls(credentials) => {
                let (stream, peer) = in_time(limits, credentials.accept(stream)).await?;
                (Stream::new(stream), Some(Caller::Worker(peer)))
            }
            Transport::Host(credentials) => {
                let (stream, host) = in_time(limits, credentials.accept(stream)).await?;
                (stream, host.map(Caller::Host))
            }
        };
        stream.held = Some(held);
        Ok((stream, caller))
    }
}

/// Connects to `host` at `address`: to its worker of the same tenant, or to itself, as the transport says. May be
/// dropped half-way.
///
/// # Errors
/// Why there is no connection.
pub async fn dial(
    address: SocketAddr,
    host: &str,
    transport: &Transport,
    limits: Limits,
) -> Result<Stream, Error> {
    transport.check(address)?;
    in_time(limits, async {
        let stream = TcpStream::connect(address).await.map_err(Error::io("cannot connect"))?;
        stream.set_nodelay(true).map_err(Error::io("cannot set up a connection"))?;
        Ok(match transport {
            Transport::Plain => Stream::new(stream),
            Transport::Tls(credentials) => Stream::new(credentials.connect(stream, host).await?),
            Transport::Host(credentials) => credentials.connect(stream).await?,
        })
    })
    .await
}

pub(crate) async fn in_time<T>(
    limits: Limits,
    handshake: impl Future<Output = Result<T, Error>>,
) -> Result<T, Error> {
    let silent = Error::Silent { seconds: limits.handshake.as_secs(), awaited: "shaking hands" };
    timeout(limits.handshake, handshake).await.unwrap_or(Err(silent))
}

/// Anything that bytes go through both ways.
pub trait Bytes: AsyncRead + AsyncWrite + Unpin + Send + 'static {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send + 'static> Bytes for T {}

/// A connected stream, plain or not. Counts as one of its listener's connections until it is dropped.
pub struct Stream {
    bytes: Box<dyn Bytes>,
    held: Option<OwnedSemaphorePermit>,
}

impl Stream {
    /// Of bytes that are connected already, and whose peer is known or need not be.
    pub fn new(bytes: impl Bytes) -> Self {
        Self { bytes: Box::new(bytes), held: None }
    }
}

impl std::fmt::Debug for Stream {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Stream").finish_non_exhaustive()
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        to: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.bytes).poll_read(context, to)
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        from: &[u8],
    ) -> Poll<std::io::Result<usize>> {
        Pin::new(&mut self.bytes).poll_write(context, from)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        from: &[std::io::IoSlice<'_>],
    ) -> Poll<std::io::Result<usize>> {
        Pin::new(&mut self.bytes).poll_write_vectored(context, from)
    }

    fn is_write_vectored(&self) -> bool {
        self.bytes.is_write_vectored()
    }

    fn poll_flush(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.bytes).poll_flush(context)
    }

    fn poll_shutdown(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.bytes).poll_shutdown(context)
    }
}
