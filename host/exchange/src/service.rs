//! What this process serves to a peer: `Channels` and, for each channel that the peer opened, `Channel`. Checks what
//! the peer says and hands it to the `Inlets`; credit goes back by futures that the connection runs.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use sandbar_schema::exchange_capnp::{channel, channels, credits, refused};
use tokio::sync::{mpsc, oneshot, watch};

use crate::inlets::{Address, Due, Inlets, Opening, Taken};
use crate::{Error, Limits, wire};

/// A future that a connection runs beside its RPC.
pub(crate) type Beside = Pin<Box<dyn Future<Output = ()>>>;

/// The bootstrap capability of one connection.
pub(crate) struct Channels {
    inlets: Inlets,
    limits: Limits,
    open: Rc<Cell<usize>>,
    beside: mpsc::UnboundedSender<Beside>,
}

impl Channels {
    pub(crate) fn new(
        inlets: Inlets,
        limits: Limits,
        beside: mpsc::UnboundedSender<Beside>,
    ) -> Self {
        Self { inlets, limits, open: Rc::default(), beside }
    }

    fn opening(&self, address: &Address, epoch: u64) -> Result<Opening, Error> {
        let max = self.limits.channels_max;
        if self.open.get() >= max {
            return Err(Error::TooManyChannels { max });
        }
        self.inlets.open(address, epoch)
    }

    /// The capability for an opened channel, whose credit goes to `credits`.
    fn serve(&self, opening: Opening, credits: credits::Client) -> channel::Client {
        let (alive, gone) = oneshot::channel();
        let window_bytes = self.limits.window_bytes;
        let progress = (opening.taken.clone(), opening.due.clone());
        // Fails only when the connection ended, and nobody is there to get the credit.
        let _ = self.beside.send(Box::pin(grant(credits, progress, window_bytes as u64, gone)));
        self.open.set(self.open.get() + 1);
        let open = Rc::clone(&self.open);
        let live = RefCell::new(Some(Live { opening, _alive: alive }));
        capnp_rpc::new_client(Channel { live, window_bytes, open })
    }
}

impl channels::Server for Channels {
    async fn open(
        self: Rc<Self>,
        params: channels::OpenParams,
        mut results: channels::OpenResults,
    ) -> Result<(), capnp::Error> {
        let params = params.get()?;
        let opening = params.get_opening()?;
        let address = Address {
            pipeline: opening.get_pipeline()?.to_string()?,
            edge: opening.get_edge(),
            from: opening.get_from(),
            to: opening.get_to(),
        };
        let credits = params.get_credits()?;
        let opened = results.get().init_opened();
        match self.opening(&address, opening.get_epoch()) {
            Ok(opening) => {
                let mut accepted = opened.init_accepted();
                accepted.set_received(opening.received);
                let taken = opening.taken.borrow().bytes;
                accepted.set_granted(taken + self.limits.window_bytes as u64);
                accepted.set_channel(self.serve(opening, credits));
            }
            Err(error) => {
                let mut refused = opened.init_refused();
                refused.set_message(error.to_string());
                let (reason, epoch) = match error {
                    Error::StaleEpoch { newest, .. } => (refused::Reason::StaleEpoch, newest),
                    Error::TooManyChannels { .. } => (refused::Reason::TooManyChannels, 0),
                    _ => (refused::Reason::UnknownChannel, 0),
                };
                refused.set_reason(reason);
                refused.set_epoch(epoch);
            }
        }
        Ok(())
    }

    async fn ping(
        self: Rc<Self>,
        _: channels::PingParams,
        _: channels::PingResults,
    ) -> Result<(), capnp::Error> {
        Ok(())
    }
}

struct Channel {
    /// Gone after the first broken rule: the sender learns by its credits, which are dropped then.
    live: RefCell<Option<Live>>,
    window_bytes: usize,
    open: Rc<Cell<usize>>,
}

struct Live {
    opening: Opening,
    _alive: oneshot::Sender<()>,
}

impl Channel {
    fn take(&self, params: &channel::PushParams) -> Result<(), Error> {
        let garbage = |error: capnp::Error| Error::Garbage(error.to_string());
        let frame = params.get().and_then(|params| params.get_frame()).map_err(garbage)?;
        let live = self.live.borrow();
        let Live { opening, .. } = live.as_ref().ok_or(Error::Superseded)?;
        opening.push(frame.get_sequence(), self.window_bytes, || wire::decode(frame))
    }
}

impl channel::Server for Channel {
    async fn push(self: Rc<Self>, params: channel::PushParams) -> Result<(), capnp::Error> {
        let taken = self.take(&params);
        if taken.is_err() {
            self.live.replace(None);
        }
        Ok(taken?)
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.open.set(self.open.get() - 1);
    }
}

/// Tells the sender how far the task came, until the channel is dead. A grant waits for the answer to the one before,
/// and for a quarter of the window, so that grants are few.
async fn grant(
    credits: credits::Client,
    (mut taken, due): (watch::Receiver<Taken>, Due),
    window_bytes: u64,
    mut gone: oneshot::Receiver<()>,
) {
    let mut told = *taken.borrow_and_update();
    // The end may have been taken before this opening.
    let mut is_due = told.ended;
    loop {
        if is_due {
            let mut request = credits.grant_request();
            request.get().set_granted(told.bytes + window_bytes);
            request.get().set_taken(told.sequence);
            tokio::select! {
                biased;
                answer = request.send().promise => if answer.is_err() { return },
                _ = &mut gone => return,
            }
        }
        if told.ended {
            // Nothing follows, but dropping the credits would look like a failure.
            let _ = gone.await;
            return;
        }
        let wanted = told.bytes + window_bytes / 4;
        due.at(wanted);
        // What was taken before the line above woke nobody, so it is looked at first.
        let is_reached = |taken: &Taken| taken.ended || taken.bytes >= wanted;
        tokio::select! {
            biased;
            reached = taken.wait_for(is_reached) => match reached {
                Ok(now) => told = *now,
                Err(_) => return,
            },
            _ = &mut gone => return,
        }
        is_due = true;
    }
}
