//! The serving side of many connections: one listener whose arrivals are dealt out to threads, and on each thread one
//! future that serves what it is dealt. A panic of one connection's code ends that connection only.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use tokio::sync::mpsc::{self, error::TrySendError};
use tokio::time::sleep;

use crate::{Arrival, Error, Inlets, Limits, Listener, serve};

/// Wait after the system had no room for a connection: it is usually short of descriptors.
const SHORT: Duration = Duration::from_millis(20);

/// Deals the listener's connections out to `threads` in turn, until all of these are gone. An arrival for which a
/// thread has no room is closed. What fails is told; nothing ends because of it. May be dropped at any time: the
/// listener is closed then, and connections stay.
pub async fn deal(listener: Listener, threads: Vec<mpsc::Sender<Arrival>>, told: impl Fn(Error)) {
    for turn in 0_usize.. {
        let arrival = match listener.accept().await {
            Ok(arrival) => arrival,
            Err(error) => {
                told(error);
                sleep(SHORT).await;
                continue;
            }
        };
        // The next thread that is there takes it.
        let mut arrival = Some(arrival);
        for step in 0..threads.len() {
            let thread = &threads[(turn.wrapping_add(step)) % threads.len()];
            let Some(taken) = arrival.take() else { break };
            if let Err(TrySendError::Closed(back)) = thread.try_send(taken) {
                arrival = Some(back);
            }
        }
        if arrival.is_some() {
            return;
        }
    }
}

/// Greets each of `arrivals` and serves `inlets` to it, all beside each other, until the queue and all connections
/// ended. Why a peer was not let in, or its connection broke, is told. Channels of a stale deployment are refused, and
/// closed where they are open, by what [`Inlets`] knows. May be dropped at any time: all connections are closed then.
pub async fn serve_arrivals(
    mut arrivals: mpsc::Receiver<Arrival>,
    inlets: Inlets,
    limits: Limits,
    told: impl Fn(Error),
) {
    let mut running = FuturesUnordered::new();
    let mut is_open = true;
    while is_open || !running.is_empty() {
        tokio::select! {
            arrival = arrivals.recv(), if is_open => match arrival {
                Some(arrival) => {
                    let inlets = inlets.clone();
                    running.push(contained(async move {
                        let (stream, _) = arrival.greet().await?;
                        serve(stream, inlets, limits).await
                    }));
                }
                None => is_open = false,
            },
            Some(ended) = running.next(), if !running.is_empty() => {
                if let Err(error) = ended {
                    told(error);
                }
            }
        }
    }
}

/// Turns a panic into an error.
pub(crate) async fn contained(
    serving: impl Future<Output = Result<(), Error>>,
) -> Result<(), Error> {
    let mut serving = pin!(serving);
    std::future::poll_fn(|context| {
        // A future that panicked is not polled again, so nobody sees what it left behind.
        let polled = catch_unwind(AssertUnwindSafe(|| serving.as_mut().poll(context)));
        polled.unwrap_or(Poll::Ready(Err(Error::Bug)))
    })
    .await
}
