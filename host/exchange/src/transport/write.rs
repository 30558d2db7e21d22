//! Messages to a stream of bytes: all that are queued go out by one vectored write, straight from where they were
//! built, and the lists that follow them from where these lie.

use std::io::IoSlice;
use std::rc::Rc;
use std::time::Duration;

use capnp::message::{Builder, HeapAllocator};
use tokio::io::{AsyncWrite, AsyncWriteExt as _};
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

use super::lists::Joined;
#[cfg(test)]
use super::lists::{Lists, Next};
use crate::Error;

/// Messages and bytes of one write: more would save nothing and hold memory longer.
const MESSAGES_MAX: usize = 64;
const BYTES_MAX: usize = 512 << 10;

/// Rounds of the other futures that a write waits for, as long as each of them queues more.
const ROUNDS_MAX: usize = 8;

/// One message to write.
pub(super) struct Parcel {
    pub(super) message: Rc<Builder<HeapAllocator>>,
    /// What follows it; then the message has one segment.
    pub(super) lists: Option<Joined>,
}

impl Parcel {
    fn bytes(&self) -> usize {
        let lists = self.lists.as_ref().map_or(0, Joined::words);
        (self.message.size_in_words() + lists) * 8
    }
}

/// What the connection queues for writing. The queue has no bound of its own: what may enter it is limited by the
/// windows of the channels and by the peer's unfinished calls.
pub(super) enum Item {
    Message(Parcel, oneshot::Sender<()>),
    /// Nothing follows: close the stream.
    Close(oneshot::Sender<()>),
}

/// Writes what is queued, until the queue ends or says so.
pub(super) async fn write<W: AsyncWrite + Unpin>(
    mut stream: W,
    mut queue: mpsc::UnboundedReceiver<Item>,
    patience: Duration,
) -> Result<(), Error> {
    let mut messages = Vec::new();
    let mut heads = Vec::new();
    while let Some(first) = queue.recv().await {
        gather(&queue).await;
        let close = collect(first, &mut queue, &mut messages);
        if !messages.is_empty() {
            write_all(&mut stream, &messages, &mut heads, patience).await?;
        }
        for (_, written) in messages.drain(..) {
            // Nobody has to wait for it.
            let _ = written.send(());
        }
        if let Some(closed) = close {
            // The peer may be gone already, or not read; either way this side is done with it.
            let _ = timeout(patience, stream.shutdown()).await;
            let _ = closed.send(());
            return Ok(());
        }
    }
    Ok(())
}

/// Lets everything else that can run queue its messages first, so that they go out together.
async fn gather(queue: &mpsc::UnboundedReceiver<Item>) {
    let mut queued = queue.len();
    for _ in 0..ROUNDS_MAX {
        tokio::task::yield_now().await;
        if queue.len() == std::mem::replace(&mut queued, queue.len()) || queued >= MESSAGES_MAX {
            break;
        }
    }
}

/// `first` and what is queued behind it, up to one write's bounds. Some if the queue said to close.
fn collect(
    first: Item,
    queue: &mut mpsc::UnboundedReceiver<Item>,
    messages: &mut Vec<(Parcel, oneshot::Sender<()>)>,
) -> Option<oneshot::Sender<()>> {
    let mut next = Some(first);
    let mut bytes = 0;
    while let Some(item) = next {
        match item {
            Item::Message(parcel, written) => {
                bytes += parcel.bytes();
                messages.push((parcel, written));
            }
            Item::Close(closed) => return Some(closed),
        }
        if bytes >= BYTES_MAX || messages.len() >= MESSAGES_MAX {
            break;
        }
        next = queue.try_recv().ok();
    }
    None
}

async fn write_all<W: AsyncWrite + Unpin>(
    stream: &mut W,
    messages: &[(Parcel, oneshot::Sender<()>)],
    heads: &mut Vec<u8>,
    patience: Duration,
) -> Result<(), Error> {
    let segments: Vec<_> =
        messages.iter().map(|(parcel, _)| parcel.message.get_segments_for_output()).collect();
    let parcels = || messages.iter().map(|(parcel, _)| parcel).zip(&segments);
    heads.clear();
    let ends: Vec<usize> = parcels()
        .map(|(parcel, segments)| {
            push_head(heads, segments, parcel.lists.as_ref());
            heads.len()
        })
        .collect();
    let mut slices = Vec::with_capacity(2 * messages.len());
    let mut start = 0;
    for ((parcel, segments), end) in parcels().zip(ends) {
        let head = &heads[start..end];
        match &parcel.lists {
            Some(lists) => {
                let words = lists.segments().count() * 8;
                lists.slices(head, head.len() - words, &mut slices);
            }
            None => {
                slices.push(IoSlice::new(head));
                slices.extend(segments.iter().map(|segment| IoSlice::new(segment)));
            }
        }
        start = end;
    }
    let mut left = &mut slices[..];
    let lost = |error: std::io::Error| Error::Disconnected(error.to_string());
    let silent = || Error::Silent { seconds: patience.as_secs(), awaited: "it was written to" };
    while !left.is_empty() {
        let written = timeout(patience, stream.write_vectored(left)).await;
        let written = written.map_err(|_| silent())?.map_err(lost)?;
        if written == 0 {
            return Err(Error::Disconnected("nothing more can be written".to_owned()));
        }
        IoSlice::advance_slices(&mut left, written);
    }
    timeout(patience, stream.flush()).await.map_err(|_| silent())?.map_err(lost)
}

/// The table of segments that precedes a message; with `lists`, also its first segment and what goes before each list.
fn push_head(to: &mut Vec<u8>, segments: &[&[u8]], lists: Option<&Joined>) {
    let before = to.len();
    to.extend([0; 4]);
    let more = lists.into_iter().flat_map(Joined::segments);
    for words in segments.iter().map(|segment| segment.len() / 8).chain(more) {
        let words = u32::try_from(words).expect("a message of ours is small");
        to.extend(words.to_le_bytes());
    }
    let count =
        u32::try_from((to.len() - before) / 4 - 1).expect("a message of ours has few segments");
    to[before..before + 4].copy_from_slice(&(count - 1).to_le_bytes());
    if count.is_multiple_of(2) {
        to.extend([0; 4]);
    }
    if let (Some(lists), [segment]) = (lists, segments) {
        lists.write_head(segment, to);
    }
}

/// The bytes of one message, with the lists that follow it.
#[cfg(test)]
pub(crate) fn written(message: Builder<HeapAllocator>, lists: Option<Lists>) -> Vec<u8> {
    let next = Next::default();
    let lists = lists.map(|lists| {
        next.takes(lists);
        next.join(message.get_segments_for_output()[0]).expect("they belong to it")
    });
    let (queue, queued) = mpsc::unbounded_channel();
    let parcel = Parcel { message: Rc::new(message), lists };
    assert!(queue.send(Item::Message(parcel, oneshot::channel().0)).is_ok(), "it is open");
    drop(queue);
    let mut bytes = Vec::new();
    let writing = write(&mut bytes, queued, Duration::MAX);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    runtime.expect("a runtime needs nothing").block_on(writing).expect("memory takes all");
    bytes
}
