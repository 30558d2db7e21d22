//! What one call has sent to one port so far. It holds rows of the input first and new columns after them: whatever
//! would break that order (a row sent twice, a row after new columns) is copied into the columns. So the order of the
//! calls is kept, and a batch costs at most two calls of the host per port however its records were sent.

use crate::columns::end;
use crate::{BatchRef, Columns, Failure, Host, RECORD_BYTES_MAX, Record};

/// Staged columns are handed over at this size once a record ends. With one more record they stay below the 4 MiB
/// that a batch may have.
const FLUSH_BYTES: usize = 2 << 20;

/// Staged columns are handed over at this size even in the middle of a record; the 64 bytes are room for the ends and
/// the timestamp of one record of 1 MiB.
const FLUSH_BYTES_MAX: usize = (3 << 20) - 64;

/// One port's output.
#[derive(Debug, Default)]
pub(crate) struct Stage {
    rows: Vec<u32>,
    /// Whether `rows` leave under new keys, which are then in `keys`.
    rekeyed: bool,
    key_ends: Vec<u32>,
    keys: Vec<u8>,
    columns: Columns,
    /// The row whose record wrote to the columns last, and how many records were there before it.
    mark: Mark,
}

#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    row: Option<u32>,
    columns: usize,
    /// A part of what this record staged is with the host already and cannot be taken back.
    flushed: bool,
}

impl Stage {
    /// Forgets everything but the memory.
    pub(crate) fn clear(&mut self) {
        self.clear_rows();
        self.columns.clear();
        self.mark = Mark::default();
    }

    /// Row `row` of the input goes on unchanged.
    #[inline]
    pub(crate) fn forward(&mut self, at: At<'_, '_>, host: &mut dyn Host) {
        if !self.takes_row(at.row) {
            self.push(at, *at.record, host);
        } else if self.rekeyed {
            self.push_row(at.row, at.record.key);
        } else {
            self.rows.push(at.row);
        }
    }

    /// Row `row` of the input goes on under `key`.
    #[inline]
    pub(crate) fn rekey(&mut self, at: At<'_, '_>, key: &[u8], host: &mut dyn Host) {
        if !self.takes_row(at.row) {
            self.push(at, Record { key, ..*at.record }, host);
            return;
        }
        if !self.rekeyed {
            self.start_rekeying(*at.batch);
        }
        self.push_row(at.row, key);
    }

    /// A new record.
    #[inline]
    pub(crate) fn push(&mut self, at: At<'_, '_>, record: Record<'_>, host: &mut dyn Host) {
        self.start_record(at, host);
        self.columns.push(record);
    }

    /// A new record whose value is what `write` appends. Returns its size; one above [`RECORD_BYTES_MAX`] is not kept.
    #[inline]
    pub(crate) fn push_with<E>(
        &mut self,
        at: At<'_, '_>,
        record: Record<'_>,
        host: &mut dyn Host,
        write: impl FnOnce(&mut Vec<u8>) -> Result<(), E>,
    ) -> Result<usize, E> {
        self.start_record(at, host);
        let (records, before) = (self.columns.len(), self.columns.field_bytes());
        self.columns.push_with(record, write)?;
        let bytes = self.columns.field_bytes() - before;
        // The call fails only when it ends; until then a flush would hand the record over.
        if bytes > RECORD_BYTES_MAX {
            self.columns.truncate(records);
        }
        Ok(bytes)
    }

    /// Takes back what the record of `row` has sent.
    pub(crate) fn undo(&mut self, row: u32) -> Result<(), Failure> {
        if self.rows.last() == Some(&row) {
            self.rows.pop();
            if self.rekeyed {
                self.key_ends.pop();
                self.keys.truncate(self.key_ends.last().map_or(0, |&end| end as usize));
            }
        }
        if self.mark.row == Some(row) {
            if self.mark.flushed {
                let message = format!(
                    "row {row} was rejected after part of its output had left: reject it before it sends {FLUSH_BYTES_MAX} bytes or a batch"
                );
                return Err(Failure { message, row: Some(row) });
            }
            self.columns.truncate(self.mark.columns);
        }
        Ok(())
    }

    /// Hands everything to the host while `at.row` is the current record, and remembers whether any of it was of this
    /// record.
    pub(crate) fn flush_early(&mut self, at: At<'_, '_>, host: &mut dyn Host) {
        let marked = self.mark.row == Some(at.row);
        let flushed = self.rows.last() == Some(&at.row)
            || (marked && (self.mark.flushed || self.columns.len() > self.mark.columns));
        self.flush(at.port, host);
        self.mark = Mark { row: Some(at.row), columns: 0, flushed };
    }

    /// Hands everything to the host.
    pub(crate) fn flush(&mut self, port: u32, host: &mut dyn Host) {
        if !self.rows.is_empty() {
            if self.rekeyed {
                host.rekey(port, &self.rows, &self.key_ends, &self.keys);
            } else {
                host.forward(port, &self.rows);
            }
            self.clear_rows();
        }
        if !self.columns.is_empty() {
            host.emit_columns(port, &mut self.columns);
            self.columns.clear();
        }
    }

    fn clear_rows(&mut self) {
        self.rows.clear();
        self.rekeyed = false;
        self.key_ends.clear();
        self.keys.clear();
    }

    /// Whether `row` can still go by its number: nothing new is staged behind the rows, and rows increase.
    #[inline]
    fn takes_row(&self, row: u32) -> bool {
        self.columns.is_empty()
            && self.keys.len() < FLUSH_BYTES
            && self.rows.last().is_none_or(|&last| last < row)
    }

    #[inline]
    fn push_row(&mut self, row: u32, key: &[u8]) {
        self.rows.push(row);
        self.keys.extend_from_slice(key);
        self.key_ends.push(end(&self.keys));
    }

    /// The rows so far were forwarded: they keep the keys they have.
    #[cold]
    fn start_rekeying(&mut self, batch: BatchRef<'_>) {
        self.rekeyed = true;
        self.key_ends.reserve(batch.len());
        for &row in &self.rows {
            let key = batch.get(row as usize).unwrap_or_default().key;
            self.keys.extend_from_slice(key);
            self.key_ends.push(end(&self.keys));
        }
    }

    /// Makes room for a record in the columns.
    #[inline]
    fn start_record(&mut self, at: At<'_, '_>, host: &mut dyn Host) {
        let fresh = self.mark.row != Some(at.row);
        let bytes_max = if fresh { FLUSH_BYTES } else { FLUSH_BYTES_MAX };
        if self.columns.bytes() >= bytes_max {
            self.flush_early(at, host);
        } else if fresh {
            self.mark = Mark { row: Some(at.row), columns: self.columns.len(), flushed: false };
        }
        if self.columns.is_empty() {
            self.columns.reserve_like(*at.batch);
        }
    }
}

/// Where a call is: which record it is at, and to which port it sends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At<'o, 'a> {
    pub(crate) batch: &'o BatchRef<'a>,
    pub(crate) record: &'o Record<'a>,
    pub(crate) row: u32,
    pub(crate) port: u32,
}
