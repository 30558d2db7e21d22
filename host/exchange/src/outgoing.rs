//! The sending end of one channel. It outlives connections:
//!
//! 1. Each frame gets the next sequence number and is kept.
//! 2. A kept frame is pushed when fewer bytes than granted were sent before it.
//! 3. A grant says which frames the receiver took: these are dropped.
//! 4. The connection breaks. On the next one the receiver says which frame it has last: those up to it are dropped, the
//!    kept ones behind it are pushed again, under their old numbers.
//!
//! So the receiver sees each number once, in order, and no more than a window of frames is ever kept.

use std::collections::VecDeque;
use std::rc::Rc;

use sandbar_dataflow::Frame;
use sandbar_dataflow::channel::Inbox;
use sandbar_schema::exchange_capnp::{channel, credits, opened, refused};
use tokio::sync::watch;

use crate::transport::Next;
use crate::{Address, Error, Link, wire};

/// The sending end of one channel of a deployment.
#[derive(Debug)]
pub struct Outgoing {
    address: Address,
    epoch: u64,
    /// Frames that the receiver has not taken, in order.
    kept: VecDeque<Kept>,
    /// Frames before the first kept one, and their bytes.
    forgotten: u64,
    forgotten_bytes: u64,
    ended: bool,
}

#[derive(Debug)]
struct Kept {
    frame: Frame,
    /// Bytes of the channel up to this frame's end.
    end: u64,
}

/// What the receiver told last.
#[derive(Clone, Copy, Debug, Default)]
struct Grant {
    granted: u64,
    taken: u64,
}

impl Outgoing {
    pub fn new(address: Address, epoch: u64) -> Self {
        let kept = VecDeque::new();
        Self { address, epoch, kept, forgotten: 0, forgotten_bytes: 0, ended: false }
    }

    /// Carries frames from `input` over `link` until the receiver took the last one. After an error that
    /// [is passing](Error::is_passing), call it again with another link: it goes on where the receiver is. May be
    /// dropped half-way, with the same effect as a broken connection.
    ///
    /// # Errors
    /// Why it could not go on.
    pub async fn carry(&mut self, link: &Link, input: &mut Inbox) -> Result<(), Error> {
        let (told, mut grant) = watch::channel(Grant::default());
        let credits = capnp_rpc::new_client(Credits(told));
        let (channel, received, mut granted) = self.open(link, credits).await?;
        self.forget_received(received)?;
        // Of the kept frames, those that were pushed on this connection.
        let mut pushed = 0;
        loop {
            let now = *grant.borrow_and_update();
            granted = granted.max(now.granted);
            pushed -= self.forget_taken(now.taken, pushed)?;
            if self.ended && self.kept.is_empty() {
                return Ok(());
            }
            if self.bytes_before(pushed) >= granted || (self.ended && pushed == self.kept.len()) {
                grant.changed().await.map_err(|_| dead())?;
            } else if let Some(kept) = self.kept.get(pushed) {
                let sequence = self.forgotten + pushed as u64 + 1;
                push(&link.next, &channel, sequence, &kept.frame)?.await?;
                pushed += 1;
            } else {
                tokio::select! {
                    biased;
                    changed = grant.changed() => changed.map_err(|_| dead())?,
                    delivery = input.recv() => self.keep(delivery.ok_or(Error::InputGone)?.frame),
                }
            }
        }
    }

    /// Frames that the receiver took.
    pub(crate) fn forgotten(&self) -> u64 {
        self.forgotten
    }

    async fn open(
        &self,
        link: &Link,
        credits: credits::Client,
    ) -> Result<(channel::Client, u64, u64), Error> {
        let mut request = link.channels.open_request();
        request.get().set_credits(credits);
        let mut opening = request.get().init_opening();
        opening.set_pipeline(&*self.address.pipeline);
        opening.set_epoch(self.epoch);
        opening.set_edge(self.address.edge);
        opening.set_from(self.address.from);
        opening.set_to(self.address.to);
        let response = request.send().promise.await?;
        let unknown = |_| Error::UnknownChannel { channel: self.address.to_string() };
        match response.get()?.get_opened()?.which().map_err(unknown)? {
            opened::Accepted(accepted) => {
                let accepted = accepted?;
                Ok((accepted.get_channel()?, accepted.get_received(), accepted.get_granted()))
            }
            opened::Refused(refused) => Err(self.refusal(refused?)),
        }
    }

    fn refusal(&self, refused: refused::Reader<'_>) -> Error {
        match refused.get_reason() {
            Ok(refused::Reason::StaleEpoch) => Error::StaleEpoch {
                pipeline: self.address.pipeline.clone(),
                epoch: self.epoch,
                newest: refused.get_epoch(),
            },
            Ok(refused::Reason::TooManyChannels) => {
                Error::Disconnected("the peer allows no more channels on a connection".to_owned())
            }
            _ => Error::UnknownChannel { channel: self.address.to_string() },
        }
    }

    fn keep(&mut self, frame: Frame) {
        self.ended = matches!(frame, Frame::End);
        let end = self.bytes_before(self.kept.len()) + wire::cost(&frame);
        self.kept.push_back(Kept { frame, end });
    }

    /// Bytes of the channel before kept frame `index`.
    fn bytes_before(&self, index: usize) -> u64 {
        let before = index.checked_sub(1).and_then(|index| self.kept.get(index));
        before.map_or(self.forgotten_bytes, |kept| kept.end)
    }

    /// Drops the frames that the receiver has, on a new connection.
    fn forget_received(&mut self, received: u64) -> Result<(), Error> {
        if received < self.forgotten {
            return Err(Error::Lost { received, forgotten: self.forgotten });
        }
        self.forget_taken(received, self.kept.len())?;
        Ok(())
    }

    /// Drops the frames up to number `taken`, which must be among the first `pushed`; how many that were.
    fn forget_taken(&mut self, taken: u64, pushed: usize) -> Result<usize, Error> {
        let count = taken.saturating_sub(self.forgotten);
        if count > pushed as u64 {
            return Err(Error::Taken { taken, sent: self.forgotten + pushed as u64 });
        }
        let count = usize::try_from(count).expect("at most the frames kept");
        self.forgotten_bytes = self.bytes_before(count);
        self.forgotten += count as u64;
        self.kept.drain(..count);
        Ok(count)
    }
}

/// Sends at once; the future waits until more may be sent.
pub(crate) fn push(
    next: &Next,
    channel: &channel::Client,
    sequence: u64,
    frame: &Frame,
) -> Result<impl Future<Output = Result<(), Error>> + use<>, Error> {
    let mut request = channel.push_request();
    if let Some(columns) = wire::encode(sequence, frame, request.get().init_frame())? {
        next.takes(columns);
    }
    let sent = request.send();
    // A batch without its columns would be taken for an empty one.
    let is_torn = next.is_left();
    Ok(async move {
        sent.await?;
        if is_torn {
            return Err(Error::Disconnected("a batch went without its columns".to_owned()));
        }
        Ok(())
    })
}

fn dead() -> Error {
    Error::Disconnected("the peer gave up the channel".to_owned())
}

/// Takes what the receiver grants. Dropped with the channel or its connection: then `carry` sees the watch closed.
struct Credits(watch::Sender<Grant>);

impl credits::Server for Credits {
    async fn grant(
        self: Rc<Self>,
        params: credits::GrantParams,
        _: credits::GrantResults,
    ) -> Result<(), capnp::Error> {
        let params = params.get()?;
        let (granted, taken) = (params.get_granted(), params.get_taken());
        self.0.send_modify(|grant| {
            *grant = Grant { granted: grant.granted.max(granted), taken: grant.taken.max(taken) };
        });
        Ok(())
    }
}
