//! Who may ask over HTTP at once. The port has no token, so anybody near may hold connections open: each answers one
//! question within a time, there are so many at once, and whoever came first makes room for the next.

use std::{
    collections::VecDeque,
    io,
    net::SocketAddr,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    time::{Sleep, sleep},
};

/// Connections at once: scrapers and probes are a handful.
const VISITORS_MAX: usize = 64;

/// Longest visit: an answer takes 5 s at most, and whoever asks and reads no faster than this is no scraper.
const VISIT: Duration = Duration::from_secs(15);

/// Pause after the system had no descriptor for a connection.
const PAUSE: Duration = Duration::from_millis(100);

/// Accepts connections, each for one visit.
pub(super) struct Visitors {
    listener: TcpListener,
    /// Dropping one ends its visit; in the order in which they came.
    present: VecDeque<oneshot::Sender<()>>,
}

/// One connection.
pub(super) struct Visitor {
    stream: TcpStream,
    /// Ready when the visit is over.
    shown_out: oneshot::Receiver<()>,
    time: Pin<Box<Sleep>>,
    is_over: bool,
}

impl Visitors {
    pub(super) fn new(listener: TcpListener) -> Self {
        Self { listener, present: VecDeque::new() }
    }

    fn admit(&mut self, stream: TcpStream) -> Visitor {
        self.present.retain(|visitor| !visitor.is_closed());
        if self.present.len() >= VISITORS_MAX {
            // An honest question is answered long before so many others come.
            self.present.pop_front();
        }
        let (stays, shown_out) = oneshot::channel();
        self.present.push_back(stays);
        Visitor { stream, shown_out, time: Box::pin(sleep(VISIT)), is_over: false }
    }
}

impl axum::serve::Listener for Visitors {
    type Io = Visitor;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Visitor, SocketAddr) {
        loop {
            match self.listener.accept().await {
                Ok((stream, address)) => return (self.admit(stream), address),
                Err(error) => {
                    tracing::warn!(%error, "a connection for metrics cannot be accepted");
                    sleep(PAUSE).await;
                }
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

impl Visitor {
    fn check(&mut self, context: &mut Context<'_>) -> io::Result<()> {
        self.is_over = self.is_over
            || self.time.as_mut().poll(context).is_ready()
            || Pin::new(&mut self.shown_out).poll(context).is_ready();
        match self.is_over {
            true => Err(io::ErrorKind::TimedOut.into()),
            false => Ok(()),
        }
    }
}

impl AsyncRead for Visitor {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        to: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.check(context)?;
        Pin::new(&mut self.stream).poll_read(context, to)
    }
}

impl AsyncWrite for Visitor {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        from: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.check(context)?;
        Pin::new(&mut self.stream).poll_write(context, from)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.check(context)?;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use axum::serve::Listener as _;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    use super::*;

    #[tokio::test]
    async fn who_came_first_makes_room() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let mut visitors = Visitors::new(listener);
        let (mut clients, mut visits) = (Vec::new(), Vec::new());
        for _ in 0..=VISITORS_MAX {
            clients.push(TcpStream::connect(address).await.unwrap());
            visits.push(visitors.accept().await.0);
        }
        for client in &mut clients {
            client.write_all(b"abc").await.unwrap();
        }
        let mut bytes = [0; 3];
        let first = visits[0].read_exact(&mut bytes).await;
        assert_eq!(first.unwrap_err().kind(), io::ErrorKind::TimedOut);
        for visit in &mut visits[1..] {
            visit.read_exact(&mut bytes).await.unwrap();
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_visit_ends_however_often_a_byte_comes() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let mut visitors = Visitors::new(listener);
        let _client = TcpStream::connect(address).await.unwrap();
        let (mut visit, _) = visitors.accept().await;
        let begin = tokio::time::Instant::now();
        let ended = visit.read_u8().await;
        assert_eq!(ended.unwrap_err().kind(), io::ErrorKind::TimedOut);
        assert_eq!(begin.elapsed(), VISIT);
    }
}
