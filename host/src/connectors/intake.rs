//! From buffered lines to one batch: decodes until a bound is met, keeps what it could not read, and stages both at once.
//! Nothing is staged before that, so a source may be dropped while it waits for more bytes.

use sandbar_dataflow::{
    BATCH_BYTES, BATCH_RECORDS, BatchBuilder, Code, Fault, Output, Port, RECORD_BYTES_MAX, Record,
};

use serde::{Deserialize, Serialize};

use super::lines::{HEAD_BYTES, Line, Lines};
use crate::formats::{Decoder, Refused};

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

/// Where a stream stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Spot {
    /// The next line that has not been staged begins here.
    pub(super) offset: u64,
    /// Its number, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) line: Option<u64>,
    /// Whether `offset` lies inside of a line that was reported as too long.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) inside: bool,
}

impl Spot {
    pub(super) const BEGINNING: Self = Self { offset: 0, line: Some(1), inside: false };
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
            lines: Lines::new(decoder.line_bytes_max()),
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
        match spot.inside {
            true => self.lines.seek_into_line(spot.offset, spot.line),
            false => self.lines.seek(spot.offset, spot.line),
        }
    }

    /// Where the stream stands, once everything decoded has been staged.
    pub(super) fn spot(&self) -> Spot {
        debug_assert!(self.is_empty(), "a read stages all that it decodes");
        let lines = &self.lines;
        Spot { offset: lines.offset(), line: lines.number(), inside: lines.is_skipping() }
    }

    /// Whether the stream's first line must be [read again](Self::header) by who goes on in its middle.
    pub(super) fn has_header(&self) -> bool {
        self.decoder.has_header()
    }

    /// `line` is the first of the stream that was turned to; if nothing can be read from it, that was said before.
    pub(super) fn header(&mut self, line: &[u8]) {
        let _ = self.decoder.decode(line, &mut BatchBuilder::default());
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
                true => Err(too_long(self.decoder.line_bytes_max())),
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
