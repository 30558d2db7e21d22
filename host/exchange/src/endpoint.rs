//! Connections over TCP: listening, dialling, and who may do either without TLS.

use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use crate::tls::{Credentials, Peer};
use crate::{Error, Limits};

/// How bytes travel.
#[derive(Clone, Debug)]
pub enum Transport {
    /// Mutual TLS.
    Tls(Credentials),
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

/// A connection whose peer has shown nothing yet. Let it do so beside the others: see [`Arrival::greet`].
#[derive(Debug)]
pub struct Arrival {
    stream: TcpStream,
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
            stream.set_nodelay(true).map_err(Error::io("cannot set up a connection"))?;
            let (transport, limits) = (self.transport.clone(), self.limits);
            return Ok(Arrival { stream, transport, limits, held });
        }
    }
}

impl Arrival {
    /// Waits for the peer's certificate. No peer is named on a plain connection.
    ///
    /// # Errors
    /// Why the peer is not let in.
    pub async fn greet(self) -> Result<(Stream, Option<Peer>), Error> {
        let Self { stream, transport, limits, held } = self;
        let (bytes, peer): (Box<dyn Bytes>, _) = match transport {
            Transport::Plain => (Box::new(stream), None),
            Transport::Tls(credentials) => {
                let (stream, peer) = in_time(limits, credentials.accept(stream)).await?;
                (Box::new(stream), Some(peer))
            }
        };
        Ok((Stream { bytes, _held: Some(held) }, peer))
    }
}

/// Connects to the worker of the same tenant on `host`, at `address`.
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
        let bytes: Box<dyn Bytes> = match transport {
            Transport::Plain => Box::new(stream),
            Transport::Tls(credentials) => Box::new(credentials.connect(stream, host).await?),
        };
        Ok(Stream { bytes, _held: None })
    })
    .await
}

async fn in_time<T>(
    limits: Limits,
    handshake: impl Future<Output = Result<T, Error>>,
) -> Result<T, Error> {
    let silent = Error::Silent { seconds: limits.handshake.as_secs(), awaited: "shaking hands" };
    timeout(limits.handshake, handshake).await.unwrap_or(Err(silent))
}

trait Bytes: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Bytes for T {}

/// A connected stream, plain or not. Counts as one of its listener's connections until it is dropped.
pub struct Stream {
    bytes: Box<dyn Bytes>,
    _held: Option<OwnedSemaphorePermit>,
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
