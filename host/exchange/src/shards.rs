//! Data connections spread over RPC threads. Each thread runs one [`Shard`]: it carries the channels that it is handed,
//! over connections of its own, and serves the connections that it is dealt. [`Shards`] hands and deals, from one thread.

use std::cell::Cell;
use std::rc::Rc;

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use sandbar_dataflow::channel::Inbox;
use tokio::sync::{mpsc, oneshot};

use crate::serving::contained;
use crate::{
    Arrival, Dial, Error, Inlets, Limits, Links, Listener, Outgoing, deal, serve_arrivals,
};

/// Connections that were accepted and wait for the thread that serves them.
const ARRIVALS: usize = 64;

/// All shards of a process, for whoever has channels to carry or connections to serve.
#[derive(Debug)]
pub struct Shards {
    errands: Vec<mpsc::UnboundedSender<Errand>>,
    arriving: Vec<mpsc::Sender<Arrival>>,
    /// Which is next.
    turn: Cell<usize>,
}

/// What one thread runs.
#[derive(Debug)]
pub struct Shard {
    errands: mpsc::UnboundedReceiver<Errand>,
    arrivals: mpsc::Receiver<Arrival>,
}

/// A channel to be carried, and who waits for its end.
#[derive(Debug)]
struct Errand {
    peer: String,
    outgoing: Outgoing,
    input: Inbox,
    ended: oneshot::Sender<Result<(), Error>>,
}

impl Shards {
    /// So many shards, at least one; each is for one thread to run.
    pub fn new(count: usize) -> (Self, Vec<Shard>) {
        let (mut errands, mut arriving, mut shards) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..count.max(1) {
            let (errand, received) = mpsc::unbounded_channel();
            let (arrival, arrivals) = mpsc::channel(ARRIVALS);
            errands.push(errand);
            arriving.push(arrival);
            shards.push(Shard { errands: received, arrivals });
        }
        (Self { errands, arriving, turn: Cell::default() }, shards)
    }

    /// As [`Links::carry`], by one shard or another. The channel is handed over at once; when the future is dropped, the
    /// channel is given up.
    pub fn carry(
        &self,
        peer: String,
        outgoing: Outgoing,
        input: Inbox,
    ) -> impl Future<Output = Result<(), Error>> + use<> {
        let turn = self.turn.get();
        self.turn.set((turn + 1) % self.errands.len());
        let (ended, ending) = oneshot::channel();
        // Only a shard that is gone takes nothing; then the errand is dropped, which its end tells.
        let _ = self.errands[turn].send(Errand { peer, outgoing, input, ended });
        async {
            let gone = |_| Error::Disconnected("nobody runs this process's connections".to_owned());
            ending.await.map_err(gone)?
        }
    }

    /// As [`deal`], to all shards.
    pub fn deal<T: Fn(Error)>(
        &self,
        listener: Listener,
        told: T,
    ) -> impl Future<Output = ()> + use<T> {
        deal(listener, self.arriving.clone(), told)
    }
}

impl Shard {
    /// Carries and serves until nobody hands or deals any more and all connections ended. What fails on a connection is
    /// told. May be dropped at any time: all connections are closed then.
    pub async fn run(
        self,
        dial: Rc<dyn Dial>,
        inlets: Inlets,
        limits: Limits,
        told: impl Fn(Error),
    ) {
        let (links, running) = Links::new(dial, limits);
        let carrying = carry_all(self.errands, links);
        tokio::join!(running, carrying, serve_arrivals(self.arrivals, inlets, limits, told));
    }
}

/// Carries what is handed, all beside each other.
async fn carry_all(mut errands: mpsc::UnboundedReceiver<Errand>, links: Links) {
    let mut running = FuturesUnordered::new();
    let mut is_open = true;
    while is_open || !running.is_empty() {
        tokio::select! {
            biased;
            errand = errands.recv(), if is_open => match errand {
                Some(errand) => running.push(run(errand, &links)),
                None => is_open = false,
            },
            Some(()) = running.next(), if !running.is_empty() => {}
        }
    }
}

async fn run(errand: Errand, links: &Links) {
    let Errand { peer, outgoing, input, mut ended } = errand;
    tokio::select! {
        biased;
        how = contained(links.carry(&peer, outgoing, input)) => {
            // Who waited may be gone by now.
            let _ = ended.send(how);
        }
        () = ended.closed() => {}
    }
}
