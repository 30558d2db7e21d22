//! Messages from a stream of bytes. Whatever a header announces is checked before memory is set aside for it, and a
//! peer is believed about a large message only as far as it has sent such messages before.

use std::time::Duration;

use arrow_buffer::Buffer;
use capnp::message::ReaderSegments;
use tokio::io::{AsyncRead, AsyncReadExt as _, BufReader};
use tokio::time::timeout;

use crate::{Error, Limits};

/// Small messages are read together; what is larger than this goes past it, straight into the message's own memory. Of
/// a batch that follows its header in the buffer, no more than this is copied twice.
const BUFFER_BYTES: usize = 8 << 10;

/// Announced bytes that any peer is believed at first.
const BELIEVED_BYTES: usize = 64 << 10;

/// Cap'n Proto reads words of eight bytes, where they lie.
const WORD: usize = 8;

pub(super) struct Messages<R> {
    stream: BufReader<R>,
    limits: Limits,
    believed: usize,
    is_first: bool,
}

/// One received message: the memory of all its segments, and where each of them lies.
pub(super) struct Segments {
    bytes: Buffer,
    ranges: Vec<(usize, usize)>,
}

impl ReaderSegments for Segments {
    fn get_segment(&self, id: u32) -> Option<&[u8]> {
        self.ranges.get(id as usize).map(|&(start, end)| &self.bytes[start..end])
    }

    fn len(&self) -> usize {
        self.ranges.len()
    }
}

impl Segments {
    pub(super) fn memory(&self) -> &Buffer {
        &self.bytes
    }
}

impl<R: AsyncRead + Unpin> Messages<R> {
    pub(super) fn new(stream: R, limits: Limits) -> Self {
        let stream = BufReader::with_capacity(BUFFER_BYTES, stream);
        Self { stream, limits, believed: BELIEVED_BYTES, is_first: true }
    }

    /// The next message; `None` where the stream ends between two.
    pub(super) async fn next(&mut self) -> Result<Option<Segments>, Error> {
        let Some(sizes) = self.header().await? else { return Ok(None) };
        let total: u64 = sizes.iter().map(|words| u64::from(*words) * WORD as u64).sum();
        let max = self.limits.message_bytes_max;
        let total = match usize::try_from(total) {
            Ok(total) if total <= max => total,
            _ => return Err(Error::MessageTooLarge { bytes: total, max }),
        };
        let (bytes, mut start) = self.body(total).await?;
        let ranges = sizes.iter().map(|&words| {
            let end = start + words as usize * WORD;
            (std::mem::replace(&mut start, end), end)
        });
        let ranges = ranges.collect();
        self.is_first = false;
        self.believed = self.believed.max(2 * total);
        Ok(Some(Segments { bytes: Buffer::from_vec(bytes), ranges }))
    }

    /// The sizes of a message's segments, in words.
    async fn header(&mut self) -> Result<Option<Vec<u32>>, Error> {
        let patience = if self.is_first { self.limits.handshake } else { self.limits.idle };
        let mut count = [0; 4];
        let begun = self.stream.read(&mut count[..1]);
        if within(patience, "waiting for a message", begun).await? == 0 {
            return Ok(None);
        }
        let patience = self.limits.handshake;
        let rest = self.stream.read_exact(&mut count[1..]);
        within(patience, "in the middle of a header", rest).await?;
        let count = u64::from(u32::from_le_bytes(count)) + 1;
        let max = self.limits.segments_max;
        if count > u64::from(max) {
            return Err(Error::Segments { count, max });
        }
        let count = usize::try_from(count).expect("at most the limit");
        // The count and the sizes fill whole words together.
        let mut table = vec![0; (count | 1) * 4];
        let rest = self.stream.read_exact(&mut table);
        within(patience, "in the middle of a header", rest).await?;
        let (sizes, _) = table.as_chunks::<4>();
        Ok(Some(sizes.iter().take(count).map(|size| u32::from_le_bytes(*size)).collect()))
    }

    /// `total` bytes behind enough zeros for them to begin at a word; where they begin.
    async fn body(&mut self, total: usize) -> Result<(Vec<u8>, usize), Error> {
        let (mut bytes, mut start) = aligned(total.min(self.believed));
        self.fill(&mut bytes, start + total.min(self.believed)).await?;
        if total > self.believed {
            let (mut whole, begin) = aligned(total);
            whole.extend_from_slice(&bytes[start..]);
            (bytes, start) = (whole, begin);
            self.fill(&mut bytes, start + total).await?;
        }
        Ok((bytes, start))
    }

    async fn fill(&mut self, bytes: &mut Vec<u8>, len: usize) -> Result<(), Error> {
        while bytes.len() < len {
            let left = (len - bytes.len()) as u64;
            let mut part = (&mut self.stream).take(left);
            let read = part.read_buf(bytes);
            if within(self.limits.handshake, "in the middle of a message", read).await? == 0 {
                return Err(Error::Disconnected("in the middle of a message".to_owned()));
            }
        }
        Ok(())
    }
}

/// Memory for `len` bytes that is not filled yet, but for zeros up to where a word begins.
fn aligned(len: usize) -> (Vec<u8>, usize) {
    let mut bytes: Vec<u8> = Vec::with_capacity(len + WORD);
    let start = bytes.as_ptr().align_offset(WORD);
    bytes.resize(start, 0);
    (bytes, start)
}

/// `read`, unless nothing comes for `patience`.
async fn within<T>(
    patience: Duration,
    awaited: &'static str,
    read: impl Future<Output = std::io::Result<T>>,
) -> Result<T, Error> {
    match timeout(patience, read).await {
        Ok(Ok(read)) => Ok(read),
        Ok(Err(error)) => Err(Error::Disconnected(error.to_string())),
        Err(_) => Err(Error::Silent { seconds: patience.as_secs(), awaited }),
    }
}
