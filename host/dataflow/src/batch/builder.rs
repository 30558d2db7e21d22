//! Grows a batch record by record or row by row.

use std::{borrow::Cow, ops::Range};

use super::{Column, Columns, Record, RecordBatch};

/// A batch under construction. Columns that no record uses stay empty.
#[derive(Debug, Default)]
pub struct BatchBuilder {
    timestamps: Vec<i64>,
    keys: ColumnBuilder,
    values: ColumnBuilder,
    headers: ColumnBuilder,
}

#[derive(Debug, Default)]
struct ColumnBuilder {
    ends: Vec<u32>,
    bytes: Vec<u8>,
}

impl ColumnBuilder {
    /// Appends record number `row`.
    fn push(&mut self, row: usize, bytes: &[u8]) {
        if bytes.is_empty() && self.ends.is_empty() {
            return;
        }
        self.pad(row);
        self.bytes.extend_from_slice(bytes);
        self.ends.push(self.end());
    }

    /// Gives the records below `row` that have nothing here their ends.
    fn pad(&mut self, row: usize) {
        let end = self.end();
        self.ends.resize(row, end);
    }

    fn end(&self) -> u32 {
        u32::try_from(self.bytes.len()).expect("batches are cut long before 4 GiB")
    }

    fn extend(&mut self, row: usize, column: &Column, rows: Range<usize>) {
        let (ends, bytes) = column.span(&rows);
        if ends.is_empty() {
            if !self.ends.is_empty() {
                self.pad(row + rows.len());
            }
            return;
        }
        self.pad(row);
        let source_start = ends[ends.len() - 1] - u32::try_from(bytes.len()).expect("ends are u32");
        let base = self.end();
        self.ends.extend(ends.iter().map(|end| end - source_start + base));
        self.bytes.extend_from_slice(bytes);
    }

    fn finish(self, rows: usize) -> (Cow<'static, [u32]>, Cow<'static, [u8]>) {
        let mut this = self;
        if !this.ends.is_empty() {
            this.pad(rows);
        }
        (Cow::Owned(this.ends), Cow::Owned(this.bytes))
    }
}

impl BatchBuilder {
    pub fn with_capacity(records: usize, value_bytes: usize) -> Self {
        let values = ColumnBuilder {
            ends: Vec::with_capacity(records),
            bytes: Vec::with_capacity(value_bytes),
        };
        Self { timestamps: Vec::with_capacity(records), values, ..Self::default() }
    }

    pub fn len(&self) -> usize {
        self.timestamps.len()
    }

    pub fn is_empty(&self) -> bool {
        self.timestamps.is_empty()
    }

    /// Bytes of keys, values and headers so far.
    pub fn bytes(&self) -> usize {
        self.keys.bytes.len() + self.values.bytes.len() + self.headers.bytes.len()
    }

    pub fn push(&mut self, record: Record<'_>) {
        let row = self.timestamps.len();
        self.timestamps.push(record.timestamp);
        self.keys.push(row, record.key);
        self.values.push(row, record.value);
        self.headers.push(row, record.headers);
    }

    /// Appends rows of `batch`, a run of neighbours at a time.
    pub fn extend_rows(&mut self, batch: &RecordBatch, rows: &[u32]) {
        let mut rest = rows;
        while let Some(&first) = rest.first() {
            let run = (1..rest.len()).find(|&i| rest[i] != rest[i - 1] + 1).unwrap_or(rest.len());
            self.extend(batch, first as usize..first as usize + run);
            rest = &rest[run..];
        }
    }

    /// Appends the rows `rows` of `batch`.
    ///
    /// # Panics
    /// If `rows` ends past the batch.
    pub fn extend(&mut self, batch: &RecordBatch, rows: Range<usize>) {
        let row = self.timestamps.len();
        self.timestamps.extend_from_slice(&batch.timestamps()[rows.clone()]);
        let rows = batch.rows.start + rows.start..batch.rows.start + rows.end;
        self.keys.extend(row, &batch.shared.keys, rows.clone());
        self.values.extend(row, &batch.shared.values, rows.clone());
        self.headers.extend(row, &batch.shared.headers, rows);
    }

    pub fn finish(self) -> RecordBatch {
        let rows = self.timestamps.len();
        let (key_ends, keys) = self.keys.finish(rows);
        let (value_ends, values) = self.values.finish(rows);
        let (header_ends, headers) = self.headers.finish(rows);
        RecordBatch::from_checked(Columns {
            timestamps: Cow::Owned(self.timestamps),
            key_ends,
            keys,
            value_ends,
            values,
            header_ends,
            headers,
        })
    }
}
