//! The source that listens: requests bring batches into a bounded buffer, and `read` takes them out. A full buffer refuses
//! requests; it never makes a sender wait. Where `ack = "sunk"`, a request is answered once the barrier behind its records
//! has passed every sink.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
    time::Duration,
};

use async_trait::async_trait;
use sandbar_dataflow::{
    BATCH_BYTES, BATCH_RECORDS, BatchBuilder, Code, Fault, Output, Port, Read, RecordBatch,
};
use tokio::{
    sync::{Notify, oneshot},
    task::JoinSet,
    time::timeout,
};
use tokio_rustls::TlsAcceptor;

use super::{request::Body, server};
use crate::{
    connectors::{
        Context,
        acks::Acks,
        network::{Address, Reachable, tls},
        secret::Secret,
        settings::Settings,
    },
    formats::Decoder,
};

/// Default of `max_body`.
const BODY_BYTES: u64 = 4 << 20;

/// Default of `buffer`: some bodies of the largest size.
const BUFFER_BYTES: u64 = 16 << 20;

/// Default of `connections`.
const CONNECTIONS: i64 = 2_048;

/// How long a source that stops waits for answers to be sent.
const FAREWELL: Duration = Duration::from_secs(1);

/// What the server and its source share, on one thread.
pub(super) struct Shared {
    pub(super) decoder: RefCell<Decoder>,
    pub(super) token: Option<Secret>,
    pub(super) body_bytes_max: usize,
    pub(super) buffer_bytes_max: usize,
    pub(super) connections_max: usize,
    pub(super) connections: Cell<usize>,
    pub(super) acknowledges: bool,
    /// Turned once: no request is taken any more.
    pub(super) stopping: Cell<bool>,
    stop: Notify,
    held: Cell<usize>,
    taken: RefCell<VecDeque<Taken>>,
    arrived: Notify,
}

/// A request whose records wait to be staged.
struct Taken {
    batches: VecDeque<RecordBatch>,
    bytes: usize,
    sender: oneshot::Sender<()>,
}

impl Shared {
    /// Bytes in the buffer, those of bodies that are being read included.
    pub(super) fn held(&self) -> usize {
        self.held.get()
    }

    pub(super) fn hold(&self, bytes: usize) {
        self.held.set(self.held.get() + bytes);
    }

    pub(super) fn release(&self, bytes: usize) {
        self.held.set(self.held.get() - bytes);
    }

    /// Puts `body` into the buffer. What is returned ends when its records are staged, or, where they are acknowledged, in
    /// every sink; with an error if neither will be.
    pub(super) fn put(&self, body: Body) -> oneshot::Receiver<()> {
        let (sender, told) = oneshot::channel();
        self.hold(body.bytes);
        let taken = Taken { batches: body.batches.into(), bytes: body.bytes, sender };
        self.taken.borrow_mut().push_back(taken);
        self.arrived.notify_one();
        told
    }

    /// Returns once the source stops.
    pub(super) async fn stopped(&self) {
        loop {
            let stop = self.stop.notified();
            if self.stopping.get() {
                return;
            }
            stop.await;
        }
    }
}

/// What listens.
pub(super) struct Source {
    address: Address,
    is_listener: bool,
    tls: Option<TlsAcceptor>,
    reachable: Reachable,
    shared: Rc<Shared>,
    /// The server and its connections; gone when the source is dropped.
    server: JoinSet<()>,
    acks: Acks<oneshot::Sender<()>>,
}

impl Source {
    pub(super) fn new(settings: &Settings, context: &Context) -> Result<Self, Fault> {
        let fault = |message: String| Fault::new(Code::SourceFailed, message);
        let address = Address::parse(settings.text("listen").unwrap_or_default()).map_err(fault)?;
        let tls = tls::acceptor(settings, context).map_err(|error| failed(&address, &error))?;
        let bytes = |key, default| {
            let bytes = settings.bytes(key).unwrap_or(default);
            usize::try_from(bytes).unwrap_or(usize::MAX)
        };
        let connections = settings.integer("connections").unwrap_or(CONNECTIONS);
        let shared = Shared {
            decoder: RefCell::new(Decoder::new(settings, &context.clock)?),
            token: context.secret(settings, "token", Code::SourceFailed)?,
            body_bytes_max: bytes("max_body", BODY_BYTES),
            buffer_bytes_max: bytes("buffer", BUFFER_BYTES),
            connections_max: usize::try_from(connections).unwrap_or(1).max(1),
            connections: Cell::new(0),
            acknowledges: super::acknowledges(settings),
            stopping: Cell::new(false),
            stop: Notify::new(),
            held: Cell::new(0),
            taken: RefCell::new(VecDeque::new()),
            arrived: Notify::new(),
        };
        Ok(Self {
            address,
            // An address has one owner: the other tasks have nothing to do.
            is_listener: context.task_index == 0,
            tls,
            reachable: context.reachable.clone(),
            shared: Rc::new(shared),
            server: JoinSet::new(),
            acks: Acks::default(),
        })
    }

    /// Stages what waits, up to one batch; whether there was anything.
    fn stage(&mut self, output: &mut Output) -> Result<bool, Fault> {
        let mut batch = BatchBuilder::default();
        let mut taken = self.shared.taken.borrow_mut();
        while let Some(first) = taken.front_mut() {
            if let Some(next) = first.batches.front() {
                let fits = batch.len() + next.len() <= BATCH_RECORDS
                    && batch.bytes() + next.bytes() <= BATCH_BYTES;
                if !fits && !batch.is_empty() {
                    break;
                }
                let Some(next) = first.batches.pop_front() else { continue };
                batch.extend(&next, 0..next.len());
                continue;
            }
            let Some(first) = taken.pop_front() else { break };
            self.shared.release(first.bytes);
            match self.shared.acknowledges {
                true => self.acks.stage(first.sender),
                // Whoever was answered does not wait.
                false => _ = first.sender.send(()),
            }
        }
        let any = !batch.is_empty();
        if any {
            output.emit(Port(0), batch.finish())?;
        }
        Ok(any)
    }
}

fn failed(address: &Address, error: &dyn std::fmt::Display) -> Fault {
    Fault::new(Code::SourceFailed, format!("cannot listen on {address}: {error}"))
}

#[async_trait(?Send)]
impl sandbar_dataflow::Source for Source {
    async fn open(&mut self) -> Result<(), Fault> {
        if !self.is_listener || !self.server.is_empty() {
            return Ok(());
        }
        let listener = self.address.listen(&self.reachable).await;
        let listener = listener.map_err(|error| failed(&self.address, &error))?;
        let serving = server::serve(listener, self.tls.clone(), Rc::clone(&self.shared));
        self.server.spawn_local(serving);
        Ok(())
    }

    async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        if !self.is_listener {
            return Ok(Read::End);
        }
        loop {
            // Kept for whoever asks next, if it comes before.
            let arrived = self.shared.arrived.notified();
            if !self.shared.taken.borrow().is_empty() {
                break;
            }
            arrived.await;
        }
        self.stage(output)?;
        Ok(Read::More)
    }

    async fn drain(&mut self, output: &mut Output) -> Result<(), Fault> {
        self.shared.stopping.set(true);
        self.shared.stop.notify_waiters();
        // A request that was taken this moment is answered, and its records go on.
        let shared = Rc::clone(&self.shared);
        let quiet = async move {
            while shared.connections.get() > 0 {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        if !self.shared.acknowledges {
            let _ = timeout(FAREWELL, quiet).await;
        }
        while self.stage(output)? {}
        Ok(())
    }

    fn mark(&mut self, barrier: u64) {
        self.acks.mark(barrier);
    }

    async fn acknowledge(&mut self, barrier: u64) -> Result<(), Fault> {
        for sender in self.acks.acknowledged(barrier) {
            // One that went away was not told, and sends again.
            let _ = sender.send(());
        }
        Ok(())
    }

    fn is_awaited(&self) -> bool {
        let answers = self.shared.stopping.get() && self.shared.connections.get() > 0;
        self.shared.acknowledges && (answers || !self.acks.is_empty())
    }
}
