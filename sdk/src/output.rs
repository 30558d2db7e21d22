//! Where an operator sends records. Everything is staged in the operator's own memory and handed to the host when the
//! call ends, so that a batch costs a few calls of the host and not one per record.

mod rejects;
mod stage;

use std::fmt;

use serde::Serialize;

pub(crate) use rejects::Rejects;
pub(crate) use stage::Stage;

use crate::{BatchRef, Context, Failure, Host, RECORD_BYTES_MAX, Record, json};
use stage::At;

/// No record of the input is the current one.
const NO_ROW: u32 = u32::MAX;

/// Where a call sends records. Its own methods send by the first output port; every declared port has a method of its
/// name that returns a [`Port`].
pub struct Output<'a> {
    batch: BatchRef<'a>,
    record: Record<'a>,
    row: u32,
    /// The current record failed: what it sent is taken back when the call leaves it.
    rejected: bool,
    stages: &'a mut [Stage],
    rejects: &'a mut Rejects,
    host: &'a mut dyn Host,
    fault: Option<Failure>,
}

impl<'a> Output<'a> {
    pub(crate) fn new(
        batch: BatchRef<'a>,
        stages: &'a mut [Stage],
        rejects: &'a mut Rejects,
        host: &'a mut dyn Host,
    ) -> Self {
        let record = Record::default();
        Self { batch, record, row: NO_ROW, rejected: false, stages, rejects, host, fault: None }
    }

    /// Makes the record at `row` the current one: the one that is forwarded, rekeyed or rejected, and that gives `emit`
    /// its key, timestamp and headers. Functions over one record need not call it.
    pub fn at(&mut self, row: usize) -> &mut Self {
        match (self.batch.get(row), u32::try_from(row)) {
            (Some(record), Ok(number)) => self.enter(number, record),
            _ => self.fail(format!("row {row} is past the {} rows of the batch", self.batch.len())),
        }
        self
    }

    /// The port numbered `index` in the order of the declared outputs.
    #[inline]
    pub fn port(&mut self, index: u32) -> Port<'_, 'a> {
        Port { output: self, index }
    }

    /// The current record leaves unchanged.
    #[inline]
    pub fn forward(&mut self) {
        self.port(0).forward();
    }

    /// The current record leaves under `key`.
    #[inline]
    pub fn rekey(&mut self, key: impl AsRef<[u8]>) {
        self.port(0).rekey(key);
    }

    /// A new record leaves with the key, timestamp and headers of the current one.
    #[inline]
    pub fn emit(&mut self, value: impl AsRef<[u8]>) {
        self.port(0).emit(value);
    }

    /// As [`emit`](Self::emit), with `value` written as JSON. The current record is rejected if that fails.
    #[inline]
    pub fn emit_json<T: Serialize + ?Sized>(&mut self, value: &T) {
        self.port(0).emit_json(value);
    }

    /// A new record leaves under `key`, with the timestamp and headers of the current one.
    #[inline]
    pub fn emit_keyed(&mut self, key: impl AsRef<[u8]>, value: impl AsRef<[u8]>) {
        self.port(0).emit_keyed(key, value);
    }

    /// As [`emit_keyed`](Self::emit_keyed), with `value` written as JSON. The current record is rejected if that fails.
    #[inline]
    pub fn emit_json_keyed<T: Serialize + ?Sized>(&mut self, key: impl AsRef<[u8]>, value: &T) {
        self.port(0).emit_json_keyed(key, value);
    }

    /// A new record leaves; it has no headers.
    #[inline]
    pub fn emit_record(&mut self, key: impl AsRef<[u8]>, value: impl AsRef<[u8]>, timestamp: i64) {
        self.port(0).emit_record(key, value, timestamp);
    }

    /// A copy of `record` leaves, whatever the current record is.
    #[inline]
    pub fn push(&mut self, record: Record<'_>) {
        self.port(0).push(record);
    }

    /// A copy of `batch` leaves, in one piece.
    pub fn emit_batch(&mut self, batch: BatchRef<'_>) {
        self.port(0).emit_batch(batch);
    }

    /// The current record fails for `reason`, and what it has sent since it became the current one is taken back.
    #[cold]
    pub fn reject(&mut self, reason: impl fmt::Display) {
        if self.row == NO_ROW {
            self.fail(format!("no record to reject for {reason}: name one with at(row)"));
        } else if !self.rejected {
            self.rejected = true;
            self.rejects.push(self.row, &reason);
        }
    }

    /// The batch of this call; empty in `on_watermark`.
    #[must_use]
    pub fn batch(&self) -> BatchRef<'a> {
        self.batch
    }

    /// What the operator may know about where it runs.
    pub fn context(&mut self) -> Context<'_> {
        Context::new(self.host)
    }

    #[inline]
    pub(crate) fn enter(&mut self, row: u32, record: Record<'a>) {
        if self.rejected {
            self.undo();
        }
        self.row = row;
        self.record = record;
    }

    /// Hands everything to the host; nothing if the call misused its output.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        if self.rejected {
            self.undo();
        }
        if let Some(failure) = self.fault {
            return Err(failure);
        }
        for (port, stage) in (0..).zip(self.stages) {
            stage.flush(port, self.host);
        }
        self.rejects.flush(self.host);
        Ok(())
    }

    #[cold]
    fn undo(&mut self) {
        self.rejected = false;
        for stage in &mut *self.stages {
            if let Err(failure) = stage.undo(self.row) {
                self.fault.get_or_insert(failure);
            }
        }
    }

    #[cold]
    fn no_port(&mut self, port: u32) {
        self.fail(format!("output port {port} is not one of the {} declared", self.stages.len()));
    }

    /// The call cannot count: the first reason is the one that is told.
    #[cold]
    fn fail(&mut self, message: String) {
        let row = (self.row != NO_ROW).then_some(self.row);
        self.fault.get_or_insert(Failure { message, row });
    }
}

impl fmt::Debug for Output<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Output").field("row", &self.row).finish_non_exhaustive()
    }
}

/// One output port of the call.
#[derive(Debug)]
pub struct Port<'p, 'a> {
    output: &'p mut Output<'a>,
    index: u32,
}

impl<'a> Port<'_, 'a> {
    /// The current record leaves unchanged.
    #[inline]
    pub fn forward(&mut self) {
        if let Some((stage, at, host)) = self.current("forward") {
            stage.forward(at, host);
        }
    }

    /// The current record leaves under `key`.
    #[inline]
    pub fn rekey(&mut self, key: impl AsRef<[u8]>) {
        let key = key.as_ref();
        if self.fits(Record { key, ..self.output.record }.bytes()) {
            if let Some((stage, at, host)) = self.current("rekey") {
                stage.rekey(at, key, host);
            }
        }
    }

    /// A new record leaves with the key, timestamp and headers of the current one.
    #[inline]
    pub fn emit(&mut self, value: impl AsRef<[u8]>) {
        self.emit_like(Record { value: value.as_ref(), ..self.output.record });
    }

    /// A new record leaves under `key`, with the timestamp and headers of the current one.
    #[inline]
    pub fn emit_keyed(&mut self, key: impl AsRef<[u8]>, value: impl AsRef<[u8]>) {
        let (key, value) = (key.as_ref(), value.as_ref());
        self.emit_like(Record { key, value, ..self.output.record });
    }

    #[inline]
    fn emit_like(&mut self, record: Record<'_>) {
        if self.fits(record.bytes()) {
            if let Some((stage, at, host)) = self.current("emit") {
                stage.push(at, record, host);
            }
        }
    }

    /// As [`emit`](Self::emit), with `value` written as JSON. The current record is rejected if that fails.
    #[inline]
    pub fn emit_json<T: Serialize + ?Sized>(&mut self, value: &T) {
        self.emit_json_keyed(self.output.record.key, value);
    }

    /// As [`emit_keyed`](Self::emit_keyed), with `value` written as JSON. The current record is rejected if that fails.
    #[inline]
    pub fn emit_json_keyed<T: Serialize + ?Sized>(&mut self, key: impl AsRef<[u8]>, value: &T) {
        let Some((stage, at, host)) = self.current("emit_json") else { return };
        let write = |bytes: &mut Vec<u8>| json::write(bytes, value);
        match stage.push_with(at, Record { key: key.as_ref(), ..*at.record }, host, write) {
            Ok(bytes) => _ = self.fits(bytes),
            Err(error) => self.output.reject(error),
        }
    }

    /// A new record leaves; it has no headers.
    #[inline]
    pub fn emit_record(&mut self, key: impl AsRef<[u8]>, value: impl AsRef<[u8]>, timestamp: i64) {
        self.push(Record { key: key.as_ref(), value: value.as_ref(), timestamp, headers: &[] });
    }

    /// A copy of `record` leaves, whatever the current record is.
    #[inline]
    pub fn push(&mut self, record: Record<'_>) {
        if self.fits(record.bytes()) {
            if let Some((stage, at, host)) = self.stage() {
                stage.push(at, record, host);
            }
        }
    }

    /// A copy of `batch` leaves, in one piece. Rejecting a record does not take it back.
    pub fn emit_batch(&mut self, batch: BatchRef<'_>) {
        if let Some((stage, at, host)) = self.stage() {
            stage.flush_early(at, host);
            host.emit(at.port, &batch);
        }
    }

    /// The stage of this port, if there is a current record.
    #[inline]
    fn current(&mut self, what: &str) -> Option<(&mut Stage, At<'_, 'a>, &mut dyn Host)> {
        if self.output.row == NO_ROW {
            self.output.fail(format!(
                "no record to {what}: name one with at(row), or send a whole record with emit_record"
            ));
            return None;
        }
        self.stage()
    }

    #[inline]
    fn stage(&mut self) -> Option<(&mut Stage, At<'_, 'a>, &mut dyn Host)> {
        let (port, output) = (self.index, &mut *self.output);
        if output.stages.len() <= port as usize {
            output.no_port(port);
            return None;
        }
        let at = At { batch: &output.batch, record: &output.record, row: output.row, port };
        let stage = output.stages.get_mut(port as usize)?;
        Some((stage, at, output.host))
    }

    /// Whether a record of `bytes` may be sent; fails the call if not.
    #[inline]
    fn fits(&mut self, bytes: usize) -> bool {
        if bytes > RECORD_BYTES_MAX {
            self.output.fail(format!(
                "record of {bytes} bytes exceeds the {RECORD_BYTES_MAX} bytes that a record may have"
            ));
        }
        bytes <= RECORD_BYTES_MAX
    }
}
