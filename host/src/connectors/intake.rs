//! From buffered lines to one batch: decodes until a bound is met, keeps what it could not read, and stages both at once.
//! Nothing is staged before that, so a source may be dropped while it waits for more bytes.

use sandbar_dataflow::{
    BATCH_BYTES, BATCH_RECORDS, BatchBuilder, Code, Fault, Output, Port, RECORD_BYTES_MAX, Record,
};

use super::lines::{HEAD_BYTES, Line, Lines, Spot};
use crate::formats::{Decoder, Refused};

/// What is read at once to see a header again.
const HEADER_CHUNK_BYTES: usize = 4 << 10;

/// Lines on their way to a batch.
#[derive(Debug)]
pub(super) struct Intake {
    /// The source as messages name it.
    name: String,
    pub(super) lines: Lines,
    decoder: Decoder,
    batch: BatchBuilder,
    /// Lines and bytes taken for the batch, refused ones included.
    taken: usize,
    taken_bytes: usize,
    refused: Vec<(Vec<u8>, Refused)>,
    /// The last batch's size: what the next one will need.
    records_expected: usize,
    bytes_expected: usize,
}

/// Why decoding stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stopped {
    /// The batch is as large as a batch gets.
    Full,
    /// Another read is needed.
    Starved,
    /// The next line begins at the limit or behind it.
    Limit,
}

impl Intake {
    pub(super) fn new(name: String, decoder: Decoder) -> Self {
        Self {
            name,
            lines: Lines::new(decoder.line_bytes_max(), decoder.quotes()),
            decoder,
            batch: BatchBuilder::default(),
            taken: 0,
            taken_bytes: 0,
            refused: Vec::new(),
            records_expected: 0,
            bytes_expected: 0,
        }
    }

    /// Goes on at `spot` of the stream that messages call `name`. What was decoded before stays.
    pub(super) fn turn_to(&mut self, name: String, spot: Spot) {
        self.name = name;
        self.decoder.begin();
        self.lines.turn_to(spot);
    }

    /// Where the stream stands, once everything decoded has been staged.
    pub(super) fn spot(&self) -> Spot {
        debug_assert!(self.is_empty(), "a read stages all that it decodes");
        self.lines.spot()
    }

    /// Whether the stream that was turned to goes on behind a header that is not known yet.
    pub(super) fn is_behind_header(&self) -> bool {
        self.decoder.needs_header() && self.lines.offset() > 0
    }

    /// Reads the header again of the stream that was turned to, where it goes on [behind it](Self::is_behind_header); `read` gives what there is at
    /// a place of the stream. If nothing can be read from the header, that was said before.
    ///
    /// # Errors
    /// Those of `read`.
    pub(super) fn read_header(
        &mut self,
        mut read: impl FnMut(u64, &mut [u8]) -> std::io::Result<usize>,
    ) -> std::io::Result<()> {
        let mut lines = Lines::new(self.decoder.line_bytes_max(), self.decoder.quotes());
        lines.read_in(HEADER_CHUNK_BYTES);
        while self.decoder.needs_header() && lines.offset() < self.lines.offset() {
            if let Some(line) = lines.next() {
                if line.too_long {
                    self.decoder.miss();
                } else {
                    let _ = self.decoder.decode(line.bytes, &mut BatchBuilder::default());
                }
                continue;
            }
            if lines.is_done() {
                break;
            }
            let offset = lines.read_offset();
            let bytes = read(offset, lines.room())?;
            lines.filled(bytes);
        }
        Ok(())
    }

    /// Takes the lines that begin before `limit`.
    pub(super) fn decode(&mut self, limit: u64) -> Stopped {
        while self.taken < BATCH_RECORDS && self.taken_bytes < BATCH_BYTES {
            if self.lines.offset() >= limit {
                return Stopped::Limit;
            }
            let Some(line) = self.lines.next() else { return Stopped::Starved };
            // What lies before the line belonged to another split.
            if line.place.offset >= limit {
                return Stopped::Limit;
            }
            self.taken += 1;
            self.taken_bytes += line.bytes.len();
            let decoded = match line.too_long {
                true => {
                    self.decoder.miss();
                    Err(too_long(self.decoder.line_bytes_max()))
                }
                false => self.decoder.decode(line.bytes, &mut self.batch),
            };
            if let Err(refused) = decoded {
                self.refused.push(kept(&self.name, &line, refused));
            }
        }
        Stopped::Full
    }

    /// Whether nothing waits to be staged.
    pub(super) fn is_empty(&self) -> bool {
        self.taken == 0
    }

    /// Stages what was decoded: the batch on port 0, refused lines as rejections.
    pub(super) fn stage(&mut self, output: &mut Output) -> Result<(), Fault> {
        self.records_expected = self.batch.len();
        self.bytes_expected = self.batch.bytes();
        (self.taken, self.taken_bytes) = (0, 0);
        // A tenth more, so that batches of about the same size never grow their columns.
        let bytes_expected = self.bytes_expected + self.bytes_expected / 10;
        let next = BatchBuilder::with_capacity(self.records_expected, bytes_expected);
        let batch = std::mem::replace(&mut self.batch, next);
        for (value, Refused { key, timestamp, fault }) in self.refused.drain(..) {
            output
                .reject_record(Record { key: &key, value: &value, timestamp, headers: &[] }, fault);
        }
        if !batch.is_empty() {
            output.emit(Port(0), batch.finish())?;
        }
        Ok(())
    }
}

#[cold]
fn too_long(line_bytes_max: usize) -> Refused {
    let message = format!(
        "longer than the {line_bytes_max} byte cap of a line; its first {HEAD_BYTES} bytes are kept"
    );
    let fault = Fault::new(Code::RecordTooLarge, message);
    Refused { key: Vec::new(), timestamp: 0, fault }
}

/// What is kept of a refused line, and the fault with the line's place in its message.
#[cold]
fn kept(name: &str, line: &Line<'_>, mut refused: Refused) -> (Vec<u8>, Refused) {
    let offset = line.place.offset;
    let place = match line.place.number {
        Some(number) => format!("{name} line {number} (byte {offset})"),
        None => format!("{name} line at byte {offset}"),
    };
    refused.fault.message = format!("{place}: {}", refused.fault.message);
    // A line of escapes may be longer than any record, and the key comes out of the line.
    if refused.key.len() + line.bytes.len() > RECORD_BYTES_MAX {
        refused.key.clear();
    }
    let whole = line.bytes.len() <= RECORD_BYTES_MAX;
    let value = if whole { line.bytes } else { &line.bytes[..HEAD_BYTES] };
    (value.to_vec(), refused)
}
