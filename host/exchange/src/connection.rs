//! One connection between workers: channels over a stream of bytes that is connected, and authenticated where that
//! matters. The futures here must be polled on one thread, and end when the connection does.

use std::time::Duration;

use capnp::capability::FromClientHook as _;
use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use sandbar_schema::exchange_capnp::channels;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};

use crate::inlets::Inlets;
use crate::service::Channels;
use crate::transport::{Next, Sharing};
use crate::{Error, Limits, rpc};

/// The calling side of one connection, on which channels are opened. Cheap to clone; the clones are the same.
#[derive(Clone)]
pub struct Link {
    pub(crate) channels: channels::Client,
    pub(crate) next: Next,
}

impl std::fmt::Debug for Link {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Link").finish_non_exhaustive()
    }
}

/// Serves `inlets` to the peer at the other end of `stream`. Dropping the future closes the connection.
///
/// # Errors
/// Why the connection ended, if not by the peer's leave.
pub async fn serve<S>(stream: S, inlets: Inlets, limits: Limits) -> Result<(), Error>
where
    S: AsyncRead + AsyncWrite + 'static,
{
    let sharing = Sharing::default();
    let (beside, mut arriving) = mpsc::unbounded_channel();
    let channels: channels::Client =
        capnp_rpc::new_client(Channels::new(inlets, limits, sharing.memory.clone(), beside));
    let rpc = rpc::serve_sharing(stream, channels.client, limits, sharing);
    let mut rpc = std::pin::pin!(rpc);
    let mut running = FuturesUnordered::new();
    loop {
        tokio::select! {
            biased;
            ended = &mut rpc => return ended,
            Some(future) = arriving.recv() => running.push(future),
            Some(()) = running.next(), if !running.is_empty() => {}
        }
    }
}

/// The calling side of a connection over `stream`, and the future that runs it: poll it as long as the link is in use.
/// Dropping it closes the connection.
pub fn connect<S>(
    stream: S,
    limits: Limits,
) -> (Link, impl Future<Output = Result<(), Error>> + use<S>)
where
    S: AsyncRead + AsyncWrite + 'static,
{
    connect_telling(stream, limits, || ())
}

/// As [`connect`]; `answered` is called when the peer answers for the first time.
pub(crate) fn connect_telling<S, F>(
    stream: S,
    limits: Limits,
    answered: F,
) -> (Link, impl Future<Output = Result<(), Error>> + use<S, F>)
where
    S: AsyncRead + AsyncWrite + 'static,
    F: Fn(),
{
    let sharing = Sharing::default();
    let next = sharing.next.clone();
    let (client, cause, rpc) = rpc::calling(stream, limits, sharing);
    let channels = channels::Client::new(client.hook);
    let link = Link { channels: channels.clone(), next };
    let run = async move {
        tokio::select! {
            biased;
            ended = rpc => rpc::outcome(ended, &cause),
            error = keep_alive(channels, limits, answered) => Err(cause.take().unwrap_or(error)),
        }
    };
    (link, run)
}

/// Pings often enough that neither side takes the other for dead; returns when the peer does not answer. The first
/// ping goes at once, since a server does not wait long for a connection's first message.
async fn keep_alive(channels: channels::Client, limits: Limits, answered: impl Fn()) -> Error {
    let pause: Duration = limits.idle / 3;
    loop {
        match timeout(limits.idle, channels.ping_request().send().promise).await {
            Ok(Ok(_)) => answered(),
            Ok(Err(error)) => return error.into(),
            Err(_) => {
                let seconds = limits.idle.as_secs();
                return Error::Silent { seconds, awaited: "it was pinged" };
            }
        }
        sleep(pause).await;
    }
}
