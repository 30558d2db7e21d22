//! The network under capnp-rpc, made for batches and for hostile peers: vectored writes, one piece of memory for each
//! received message, and limits that hold before memory is set aside. One network is one connection.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::{Rc, Weak};

use arrow_buffer::Buffer;
use capnp::capability::Promise;
use capnp::message::{Builder, HeapAllocator, Reader, ReaderOptions};
use capnp_rpc::rpc_twoparty_capnp::Side;
use capnp_rpc::{FlowController, IncomingMessage, OutgoingMessage, VatNetwork};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{Notify, mpsc, oneshot};

pub(crate) use self::lists::{Lists, Next, Width};
pub(crate) use self::memory::Memory;
#[cfg(test)]
pub(crate) use self::write::written;

use self::flow::Window;
use self::read::{Messages, Segments};
use self::write::{Item, Parcel};
use crate::{Error, Limits};

mod count;
mod flow;
mod lists;
mod memory;
mod read;
mod write;

/// Words that a message begins with at most, filled with zeros: capnp-rpc guesses 1,024 for every answer, and most
/// messages need a few dozen. Those that need more get more segments.
const FIRST_WORDS_MAX: u32 = 128;

/// Depth of pointers: a frame has four levels, and RPC's own messages few more.
const NESTING_MAX: i32 = 32;

/// Why a connection ended: the first reason counts, what follows from it does not.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cause(Rc<RefCell<Option<Error>>>);

impl Cause {
    fn record(&self, error: &Error) {
        self.0.borrow_mut().get_or_insert_with(|| error.clone());
    }

    pub(crate) fn take(&self) -> Option<Error> {
        self.0.borrow_mut().take()
    }
}

/// What a connection's memory is shared by: columns of received messages, and columns that go out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sharing {
    pub(crate) memory: Memory,
    pub(crate) next: Next,
}

/// One connection as capnp-rpc wants it.
pub(crate) struct Network<R> {
    side: Side,
    accepted: Option<Connection<R>>,
    connection: Weak<Inner<R>>,
    driver: Option<Promise<(), capnp::Error>>,
}

struct Connection<R>(Rc<Inner<R>>);

struct Inner<R> {
    side: Side,
    limits: Limits,
    /// Not here while a message is being read.
    messages: Rc<RefCell<Option<Messages<R>>>>,
    shared: Rc<Shared>,
    queue: mpsc::UnboundedSender<Item>,
    next: Next,
    _gone: oneshot::Sender<()>,
}

struct Shared {
    cause: Cause,
    memory: Memory,
    /// Bytes of messages that were received and are still in use.
    bytes: Cell<usize>,
    freed: Notify,
    /// Nothing can be written any more.
    broken: Notify,
    /// The peer's calls that it has not finished, by their numbers.
    calls: RefCell<BTreeSet<u32>>,
}

impl<R: AsyncRead + Unpin + 'static> Network<R> {
    pub(crate) fn new<W: AsyncWrite + Unpin + 'static>(
        (reader, writer): (R, W),
        side: Side,
        limits: Limits,
        cause: Cause,
        sharing: Sharing,
    ) -> Self {
        let Sharing { memory, next } = sharing;
        let (queue, queued) = mpsc::unbounded_channel();
        let (_gone, gone) = oneshot::channel();
        let shared = Rc::new(Shared {
            cause,
            memory,
            bytes: Cell::new(0),
            freed: Notify::new(),
            broken: Notify::new(),
            calls: RefCell::default(),
        });
        let driven = Rc::clone(&shared);
        let driver = Promise::from_future(async move {
            if let Err(error) = write::write(writer, queued, limits.handshake).await {
                driven.cause.record(&error);
                driven.broken.notify_one();
            }
            // Until the connection is dropped, its calls are not told yet that it ended.
            let _ = gone.await;
            Ok(())
        });
        let messages = Rc::new(RefCell::new(Some(Messages::new(reader, limits))));
        let inner = Rc::new(Inner { side, limits, messages, shared, queue, next, _gone });
        let connection = Rc::downgrade(&inner);
        Self { side, accepted: Some(Connection(inner)), connection, driver: Some(driver) }
    }
}

impl<R: AsyncRead + Unpin + 'static> VatNetwork<Side> for Network<R> {
    fn connect(&mut self, host: Side) -> Option<Box<dyn capnp_rpc::Connection<Side>>> {
        if host == self.side {
            return None;
        }
        Some(Box::new(Connection(self.connection.upgrade()?)))
    }

    fn accept(&mut self) -> Promise<Box<dyn capnp_rpc::Connection<Side>>, capnp::Error> {
        match self.accepted.take() {
            Some(connection) => Promise::ok(Box::new(connection)),
            None => Promise::from_future(std::future::pending()),
        }
    }

    fn drive_until_shutdown(&mut self) -> Promise<(), capnp::Error> {
        let driver = self.driver.take();
        driver.unwrap_or_else(|| Promise::from_future(std::future::pending()))
    }
}

impl<R: AsyncRead + Unpin + 'static> capnp_rpc::Connection<Side> for Connection<R> {
    fn get_peer_vat_id(&self) -> Side {
        match self.0.side {
            Side::Client => Side::Server,
            Side::Server => Side::Client,
        }
    }

    fn new_outgoing_message(&mut self, words: u32) -> Box<dyn OutgoingMessage> {
        let allocator = HeapAllocator::new().first_segment_words(words.clamp(64, FIRST_WORDS_MAX));
        let Inner { shared, limits, queue, next, .. } = &*self.0;
        let message = Builder::new(allocator);
        let (queue, next, shared) = (queue.clone(), next.clone(), Rc::clone(shared));
        Box::new(Outgoing { message, queue, next, shared, exports_max: limits.exports_max })
    }

    fn receive_incoming_message(
        &mut self,
    ) -> Promise<Option<Box<dyn IncomingMessage>>, capnp::Error> {
        let messages = Rc::clone(&self.0.messages);
        let shared = Rc::clone(&self.0.shared);
        let limits = self.0.limits;
        let Some(mut reading) = messages.borrow_mut().take() else {
            return Promise::err(capnp::Error::failed("two reads at once".to_owned()));
        };
        Promise::from_future(async move {
            let received = receive(&mut reading, &shared, limits).await;
            messages.borrow_mut().replace(reading);
            let received = received.inspect_err(|error| shared.cause.record(error))?;
            Ok(received.map(|received| Box::new(received) as Box<dyn IncomingMessage>))
        })
    }

    fn new_stream(&mut self) -> (Box<dyn FlowController>, Promise<(), capnp::Error>) {
        let (window, driver) = Window::new(self.0.limits.window_bytes);
        (Box::new(window), driver)
    }

    fn shutdown(&mut self, _: capnp::Result<()>) -> Promise<(), capnp::Error> {
        let (closed, on) = oneshot::channel();
        // Fails only when the writer ended already, and then there is nothing to close.
        let _ = self.0.queue.send(Item::Close(closed));
        Promise::from_future(async move {
            let _ = on.await;
            Ok(())
        })
    }
}

async fn receive<R: AsyncRead + Unpin>(
    messages: &mut Messages<R>,
    shared: &Rc<Shared>,
    limits: Limits,
) -> Result<Option<Incoming>, Error> {
    while shared.bytes.get() > limits.receive_bytes {
        shared.freed.notified().await;
    }
    let segments = tokio::select! {
        biased;
        segments = messages.next() => segments?,
        () = shared.broken.notified() => {
            return Err(Error::Disconnected("nothing can be written".to_owned()));
        }
    };
    let Some(segments) = segments else { return Ok(None) };
    let memory = segments.memory().clone();
    let options = ReaderOptions {
        traversal_limit_in_words: Some(limits.message_bytes_max / 8 * 2),
        nesting_limit: NESTING_MAX,
    };
    let message = Reader::new(segments, options);
    count::incoming(&message, &mut shared.calls.borrow_mut(), limits)?;
    shared.bytes.set(shared.bytes.get() + memory.len());
    shared.memory.hold(&memory);
    Ok(Some(Incoming { message, memory, shared: Rc::clone(shared) }))
}

struct Incoming {
    message: Reader<Segments>,
    memory: Buffer,
    shared: Rc<Shared>,
}

impl IncomingMessage for Incoming {
    fn get_body(&self) -> capnp::Result<capnp::any_pointer::Reader<'_>> {
        self.message.get_root()
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        self.shared.memory.release(&self.memory);
        self.shared.bytes.set(self.shared.bytes.get() - self.memory.len());
        self.shared.freed.notify_one();
    }
}

struct Outgoing {
    message: Builder<HeapAllocator>,
    queue: mpsc::UnboundedSender<Item>,
    next: Next,
    shared: Rc<Shared>,
    exports_max: u32,
}

impl OutgoingMessage for Outgoing {
    fn get_body(&mut self) -> capnp::Result<capnp::any_pointer::Builder<'_>> {
        self.message.get_root()
    }

    fn get_body_as_reader(&self) -> capnp::Result<capnp::any_pointer::Reader<'_>> {
        self.message.get_root_as_reader()
    }

    fn send(self: Box<Self>) -> (Promise<(), capnp::Error>, Rc<Builder<HeapAllocator>>) {
        let message = Rc::new(self.message);
        let lists = match *message.get_segments_for_output() {
            [segment] => self.next.join(segment),
            _ => None,
        };
        if let Err(error) = count::outgoing(&message, self.exports_max) {
            self.shared.cause.record(&error);
            self.shared.broken.notify_one();
        }
        let (written, on) = oneshot::channel();
        // Fails only when the writer ended: then `on` says so.
        let _ =
            self.queue.send(Item::Message(Parcel { message: Rc::clone(&message), lists }, written));
        let sent = async move {
            on.await.map_err(|_| capnp::Error::disconnected("the connection is gone".to_owned()))
        };
        (Promise::from_future(sent), message)
    }

    fn take(self: Box<Self>) -> Builder<HeapAllocator> {
        self.message
    }

    fn size_in_words(&self) -> usize {
        self.message.size_in_words() + self.next.words()
    }
}
