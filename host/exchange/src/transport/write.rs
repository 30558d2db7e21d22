//! Messages to a stream of bytes: all that are queued go out by one vectored write, straight from where they were built.

use std::io::IoSlice;
use std::rc::Rc;
use std::time::Duration;

use capnp::message::{Builder, HeapAllocator};
use tokio::io::{AsyncWrite, AsyncWriteExt as _};
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

use crate::Error;

/// Messages and bytes of one write: more would save nothing and hold memory longer.
const MESSAGES_MAX: usize = 64;
const BYTES_MAX: usize = 512 << 10;

/// Rounds of the other futures that a write waits for, as long as each of them queues more.
const ROUNDS_MAX: usize = 8;

pub(super) type Message = Rc<Builder<HeapAllocator>>;

/// What the connection queues for writing. The queue has no bound of its own: what may enter it is limited by the
/// windows of the channels and by the peer's unfinished calls.
pub(super) enum Item {
    Message(Message, oneshot::Sender<()>),
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
    let mut headers = Vec::new();
    while let Some(first) = queue.recv().await {
        gather(&queue).await;
        let close = collect(first, &mut queue, &mut messages);
        if !messages.is_empty() {
            write_all(&mut stream, &messages, &mut headers, patience).await?;
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
    messages: &mut Vec<(Message, oneshot::Sender<()>)>,
) -> Option<oneshot::Sender<()>> {
    let mut next = Some(first);
    let mut bytes = 0;
    while let Some(item) = next {
        match item {
            Item::Message(message, written) => {
                bytes += message.size_in_words() * 8;
                messages.push((message, written));
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
    messages: &[(Message, oneshot::Sender<()>)],
    headers: &mut Vec<u8>,
    patience: Duration,
) -> Result<(), Error> {
    let segments: Vec<_> =
        messages.iter().map(|(message, _)| message.get_segments_for_output()).collect();
    headers.clear();
    let ends: Vec<usize> = segments
        .iter()
        .map(|segments| {
            push_header(headers, segments);
            headers.len()
        })
        .collect();
    let mut slices = Vec::with_capacity(2 * messages.len());
    let mut start = 0;
    for (segments, end) in segments.iter().zip(ends) {
        slices.push(IoSlice::new(&headers[start..end]));
        slices.extend(segments.iter().map(|segment| IoSlice::new(segment)));
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

/// The table of segments that precedes a message.
fn push_header(headers: &mut Vec<u8>, segments: &[&[u8]]) {
    let count = u32::try_from(segments.len()).expect("a message of ours has few segments");
    headers.extend((count - 1).to_le_bytes());
    for segment in segments {
        let words = u32::try_from(segment.len() / 8).expect("a message of ours is small");
        headers.extend(words.to_le_bytes());
    }
    if count.is_multiple_of(2) {
        headers.extend([0; 4]);
    }
}
