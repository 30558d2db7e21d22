//! Channels between tasks: many senders, one inbox, each channel bounded in bytes. A channel that is full stops its
//! sender; yet one frame always passes, however large.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};

use crate::{Frame, Port};

/// Bytes a channel holds before its sender waits: a few batches, enough to keep both ends busy.
pub const CHANNEL_BYTES: usize = 1 << 20;

/// What a frame without records counts, so that marks cannot pile up without bound.
const MARK_BYTES: usize = 256;

/// The receiving end of all channels of one task.
#[derive(Debug)]
pub struct Inbox {
    sender: Option<mpsc::UnboundedSender<Delivery>>,
    receiver: mpsc::UnboundedReceiver<Delivery>,
    ports: Vec<Port>,
}

/// The sending end of one channel.
#[derive(Debug)]
pub struct Sender {
    channel: usize,
    bytes_max: usize,
    free: Arc<Semaphore>,
    inbox: mpsc::UnboundedSender<Delivery>,
}

/// A frame that arrived by a channel. The channel's bytes are free again when it is dropped.
#[derive(Debug)]
pub struct Delivery {
    pub channel: usize,
    pub frame: Frame,
    _held: OwnedSemaphorePermit,
}

/// The receiving task is gone: what is sent now would be lost, and nobody waits for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the receiving task is gone")]
pub struct Closed;

impl Default for Inbox {
    fn default() -> Self {
        let (sender, receiver) = mpsc::unbounded_channel();
        Self { sender: Some(sender), receiver, ports: Vec::new() }
    }
}

impl Inbox {
    /// A new channel into input port `port`, holding `bytes_max` bytes.
    ///
    /// # Panics
    /// After the inbox was first read.
    pub fn channel(&mut self, port: Port, bytes_max: usize) -> Sender {
        let inbox = self.sender.clone().expect("channels are made before the task runs");
        let bytes_max = bytes_max.clamp(1, u32::MAX as usize);
        self.ports.push(port);
        let free = Arc::new(Semaphore::new(bytes_max));
        Sender { channel: self.ports.len() - 1, bytes_max, free, inbox }
    }

    /// Input port of each channel, by its number.
    pub fn ports(&self) -> &[Port] {
        &self.ports
    }

    /// A frame that is here already.
    pub fn try_recv(&mut self) -> Option<Delivery> {
        self.sender = None;
        self.receiver.try_recv().ok()
    }

    /// The next frame; `None` when all senders are gone. May be dropped half-way.
    pub async fn recv(&mut self) -> Option<Delivery> {
        self.sender = None;
        self.receiver.recv().await
    }
}

impl Sender {
    /// Waits until the channel has room, then sends. May be dropped while it waits; the frame is not sent then.
    ///
    /// # Errors
    /// [`Closed`] when the receiving task is gone.
    pub async fn send(&self, frame: Frame) -> Result<(), Closed> {
        let bytes = match &frame {
            Frame::Batch(batch) => batch.bytes() + MARK_BYTES,
            _ => MARK_BYTES,
        };
        let permits = u32::try_from(bytes.min(self.bytes_max)).expect("bytes_max fits in 32 bits");
        let room = Arc::clone(&self.free).acquire_many_owned(permits);
        let held = tokio::select! {
            biased;
            held = room => held.map_err(|_| Closed)?,
            () = self.inbox.closed() => return Err(Closed),
        };
        let delivery = Delivery { channel: self.channel, frame, _held: held };
        self.inbox.send(delivery).map_err(|_| Closed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{BatchBuilder, Record, RecordBatch};

    fn batch(bytes: usize) -> RecordBatch {
        let mut builder = BatchBuilder::default();
        builder.push(Record { value: &vec![b'x'; bytes], ..Record::default() });
        builder.finish()
    }

    #[tokio::test(start_paused = true)]
    async fn a_full_channel_stops_its_sender() {
        let mut inbox = Inbox::default();
        let sender = inbox.channel(Port(0), 4_000);
        let (one, two) = (Frame::Batch(batch(2_000)), Frame::Batch(batch(2_000)));
        sender.send(one).await.unwrap();
        let mut waiting = std::pin::pin!(sender.send(two));
        let second = std::time::Duration::from_secs(1);
        assert!(tokio::time::timeout(second, &mut waiting).await.is_err(), "no room yet");
        drop(inbox.recv().await.unwrap());
        tokio::time::timeout(second, waiting).await.unwrap().unwrap();
    }

    #[tokio::test(start_paused = true)]
    async fn a_batch_larger_than_the_channel_passes_alone() {
        let mut inbox = Inbox::default();
        let sender = inbox.channel(Port(0), 100);
        sender.send(Frame::Batch(batch(5_000))).await.unwrap();
        let delivery = inbox.recv().await.unwrap();
        assert!(matches!(delivery.frame, Frame::Batch(batch) if batch.bytes() > 5_000));
    }

    #[tokio::test]
    async fn a_sender_learns_that_its_receiver_is_gone() {
        let mut inbox = Inbox::default();
        let sender = inbox.channel(Port(0), 100);
        sender.send(Frame::Batch(batch(5_000))).await.unwrap();
        let blocked = sender.send(Frame::End);
        drop(inbox);
        assert_eq!(blocked.await, Err(Closed));
    }
}
