//! From messages to batches: what sources share that are handed one record at a time, each with a way to say that it need
//! not come again. Nothing is staged before a batch is, so a source may be dropped while it waits for the next message.

use sandbar_dataflow::{
    BATCH_BYTES, BATCH_RECORDS, BATCH_WAIT, BatchBuilder, Fault, Output, Port, RECORD_BYTES_MAX,
    Record,
};
use tokio::time::Instant;

use super::{acks::Acks, lines::HEAD_BYTES};
use crate::formats::{Decoder, Refused};

/// Messages on their way to a batch; `A` says that one need not come again.
pub(super) struct Messages<A> {
    decoder: Decoder,
    batch: BatchBuilder,
    refused: Vec<(Vec<u8>, Refused)>,
    taken: Vec<A>,
    bytes: usize,
    /// When the batch must leave; set while there is something in it.
    deadline: Option<Instant>,
    acks: Acks<A>,
}

impl<A> Messages<A> {
    pub(super) fn new(decoder: Decoder) -> Self {
        Self {
            decoder,
            batch: BatchBuilder::default(),
            refused: Vec::new(),
            taken: Vec::new(),
            bytes: 0,
            deadline: None,
            acks: Acks::default(),
        }
    }

    /// Takes one message, from `place` as messages to people name it.
    pub(super) fn take(&mut self, place: &str, payload: &[u8], ack: A) {
        self.deadline.get_or_insert_with(|| Instant::now() + BATCH_WAIT);
        self.bytes += payload.len();
        self.taken.push(ack);
        let decoded = match payload.len() > self.decoder.line_bytes_max() {
            true => Err(Refused::too_large(payload.len(), self.decoder.line_bytes_max())),
            false => self.decoder.decode(payload, &mut self.batch),
        };
        if let Err(mut refused) = decoded {
            refused.fault.message = format!("message of {place}: {}", refused.fault.message);
            let whole = refused.key.len() + payload.len() <= RECORD_BYTES_MAX;
            let kept = if whole { payload } else { &payload[..HEAD_BYTES.min(payload.len())] };
            self.refused.push((kept.to_vec(), refused));
        }
    }

    /// When the batch must leave, if there is something in it.
    pub(super) fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// Whether the batch is as large as a batch gets.
    pub(super) fn is_full(&self) -> bool {
        self.taken.len() >= BATCH_RECORDS || self.bytes >= BATCH_BYTES
    }

    /// Stages what was taken.
    pub(super) fn stage(&mut self, output: &mut Output) -> Result<(), Fault> {
        (self.deadline, self.bytes) = (None, 0);
        for (value, Refused { key, timestamp, fault }) in self.refused.drain(..) {
            output
                .reject_record(Record { key: &key, value: &value, timestamp, headers: &[] }, fault);
        }
        if !self.batch.is_empty() {
            output.emit(Port(0), std::mem::take(&mut self.batch).finish())?;
        }
        self.taken.drain(..).for_each(|ack| self.acks.stage(ack));
        Ok(())
    }

    /// `barrier` goes out behind what was staged.
    pub(super) fn mark(&mut self, barrier: u64) {
        self.acks.mark(barrier);
    }

    /// Messages whose records came before `barrier`, which is in every sink.
    pub(super) fn acknowledged(&mut self, barrier: u64) -> impl Iterator<Item = A> {
        self.acks.acknowledged(barrier)
    }

    /// Whether every message was acknowledged.
    pub(super) fn is_quiet(&self) -> bool {
        self.acks.is_empty()
    }
}
