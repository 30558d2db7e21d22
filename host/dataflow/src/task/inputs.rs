//! The input side of a task: merges its channels, aligns barriers, and takes the minimum of watermarks.

use std::collections::VecDeque;

use crate::{
    Frame, Port, Watermark,
    channel::{Delivery, Inbox},
    watermark::Minimum,
};

/// All channels into one task.
#[derive(Debug)]
pub(crate) struct Inputs {
    inbox: Inbox,
    minimum: Minimum,
    channels: Vec<Channel>,
    /// Frames of channels that wait for a barrier, in order of arrival. Bounded by those channels' bytes.
    held: VecDeque<Delivery>,
    /// The newest barrier that some channel has brought and others have not.
    aligning: Option<u64>,
    /// The last barrier that all have brought.
    aligned: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Channel {
    Open,
    /// It brought the newest barrier; what follows belongs to the next checkpoint.
    AtBarrier,
    Ended,
}

/// All senders are gone, and not all channels have ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lost;

impl Inputs {
    pub(crate) fn new(inbox: Inbox) -> Self {
        let channels = vec![Channel::Open; inbox.ports().len()];
        let minimum = Minimum::new(channels.len());
        Self { inbox, minimum, channels, held: VecDeque::new(), aligning: None, aligned: 0 }
    }

    /// The next frame that the task must see and is here already.
    pub(crate) fn try_next(&mut self) -> Option<(Port, Frame)> {
        loop {
            if let Some(frame) = self.aligned() {
                return Some(frame);
            }
            let delivery = self.unheld().or_else(|| self.inbox.try_recv())?;
            if let Some(frame) = self.accept(delivery) {
                return Some(frame);
            }
        }
    }

    /// The next frame that the task must see; `None` after the end of all channels. May be dropped half-way.
    ///
    /// # Errors
    /// [`Lost`] when nothing can come any more although not all channels have ended.
    pub(crate) async fn next(&mut self) -> Result<Option<(Port, Frame)>, Lost> {
        loop {
            if let Some(frame) = self.try_next() {
                return Ok(Some(frame));
            }
            if self.channels.iter().all(|channel| *channel == Channel::Ended) {
                return Ok(None);
            }
            let delivery = self.inbox.recv().await.ok_or(Lost)?;
            if let Some(frame) = self.accept(delivery) {
                return Ok(Some(frame));
            }
        }
    }

    /// What one delivery means for the task, if anything yet.
    fn accept(&mut self, delivery: Delivery) -> Option<(Port, Frame)> {
        let channel = delivery.channel;
        if self.channels[channel] == Channel::AtBarrier {
            self.held.push_back(delivery);
            return None;
        }
        let port = self.inbox.ports()[channel];
        match delivery.frame {
            frame @ Frame::Batch(_) => return Some((port, frame)),
            Frame::Watermark(watermark) => {
                let watermark: Watermark = self.minimum.advance(channel, watermark)?;
                return Some((port, Frame::Watermark(watermark)));
            }
            Frame::Barrier(id) => self.reached(channel, id),
            Frame::End => self.channels[channel] = Channel::Ended,
        }
        None
    }

    /// `channel` brought barrier `id`. Where another one was ahead and brought a newer barrier, this one was given up: its
    /// channel goes on to the newer. Where this one is newer, those that are at an older one go on.
    fn reached(&mut self, channel: usize, id: u64) {
        let newest = self.aligning.unwrap_or(self.aligned);
        if id < newest || id == self.aligned {
            return;
        }
        if id > newest {
            self.aligning = Some(id);
            self.release();
        }
        self.channels[channel] = Channel::AtBarrier;
    }

    /// The barrier in hand, once it came from every channel that still can bring it.
    fn aligned(&mut self) -> Option<(Port, Frame)> {
        let id = self.aligning?;
        if self.channels.contains(&Channel::Open) {
            return None;
        }
        self.aligning = None;
        self.aligned = id;
        self.release();
        Some((Port(0), Frame::Barrier(id)))
    }

    /// No channel waits any longer.
    fn release(&mut self) {
        for channel in &mut self.channels {
            if *channel == Channel::AtBarrier {
                *channel = Channel::Open;
            }
        }
    }

    /// The first held frame whose channel waits no longer.
    fn unheld(&mut self) -> Option<Delivery> {
        let free = |held: &Delivery| self.channels[held.channel] != Channel::AtBarrier;
        let first = self.held.iter().position(free)?;
        self.held.remove(first)
    }
}

#[cfg(test)]
mod tests;
