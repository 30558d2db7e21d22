//! A batch that grows record by record: the owned counterpart of [`BatchRef`].

use crate::{BatchRef, Record};

/// A record's timestamp and three ends.
const FIXED_BYTES: usize = 8 + 3 * 4;

/// N records as seven columns, with room for more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    timestamps: Vec<i64>,
    key_ends: Vec<u32>,
    keys: Vec<u8>,
    value_ends: Vec<u32>,
    values: Vec<u8>,
    header_ends: Vec<u32>,
    headers: Vec<u8>,
}

impl Columns {
    #[must_use]
    pub const fn new() -> Self {
        Self {
            timestamps: Vec::new(),
            key_ends: Vec::new(),
            keys: Vec::new(),
            value_ends: Vec::new(),
            values: Vec::new(),
            header_ends: Vec::new(),
            headers: Vec::new(),
        }
    }

    #[must_use]
    pub fn as_batch(&self) -> BatchRef<'_> {
        BatchRef {
            timestamps: &self.timestamps,
            key_ends: &self.key_ends,
            keys: &self.keys,
            value_ends: &self.value_ends,
            values: &self.values,
            header_ends: &self.header_ends,
            headers: &self.headers,
        }
    }

    /// The number of records.
    #[must_use]
    pub fn len(&self) -> usize {
        self.timestamps.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.timestamps.is_empty()
    }

    /// Bytes of the batch, all columns counted, as if every record used every column.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.field_bytes() + self.timestamps.len() * FIXED_BYTES
    }

    /// Bytes of the keys, values and headers alone.
    pub(crate) fn field_bytes(&self) -> usize {
        self.keys.len() + self.values.len() + self.headers.len()
    }

    /// Appends a copy of `record`.
    #[inline]
    pub fn push(&mut self, record: Record<'_>) {
        self.values.extend_from_slice(record.value);
        self.finish(record);
    }

    /// Appends `record` with the value that `write` appends to its argument; nothing if it fails.
    #[inline]
    pub fn push_with<E>(
        &mut self,
        record: Record<'_>,
        write: impl FnOnce(&mut Vec<u8>) -> Result<(), E>,
    ) -> Result<(), E> {
        let before = self.values.len();
        if let Err(error) = write(&mut self.values) {
            self.values.truncate(before);
            return Err(error);
        }
        self.finish(record);
        Ok(())
    }

    /// Makes room for as many records and value bytes as `input` has, so that most calls allocate once.
    pub fn reserve_like(&mut self, input: BatchRef<'_>) {
        self.timestamps.reserve(input.len());
        self.value_ends.reserve(input.len());
        self.values.reserve(input.values.len());
    }

    /// Keeps the first `rows` records.
    pub fn truncate(&mut self, rows: usize) {
        self.timestamps.truncate(rows);
        truncate_column(&mut self.key_ends, &mut self.keys, rows);
        truncate_column(&mut self.value_ends, &mut self.values, rows);
        truncate_column(&mut self.header_ends, &mut self.headers, rows);
    }

    /// Removes every record and keeps the memory.
    pub fn clear(&mut self) {
        self.truncate(0);
    }

    /// Shows the columns as the bindings want them, owned, without copying them.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn lend(&mut self, show: impl FnOnce(&crate::bindings::operator::Batch)) {
        let columns = std::mem::take(self);
        let batch = crate::bindings::operator::Batch {
            timestamps: columns.timestamps,
            key_ends: columns.key_ends,
            keys: columns.keys,
            value_ends: columns.value_ends,
            values: columns.values,
            header_ends: columns.header_ends,
            headers: columns.headers,
        };
        show(&batch);
        *self = Self {
            timestamps: batch.timestamps,
            key_ends: batch.key_ends,
            keys: batch.keys,
            value_ends: batch.value_ends,
            values: batch.values,
            header_ends: batch.header_ends,
            headers: batch.headers,
        };
    }

    /// The value is there already: adds its end and the other columns.
    #[inline]
    fn finish(&mut self, record: Record<'_>) {
        let row = self.timestamps.len();
        self.timestamps.push(record.timestamp);
        self.value_ends.push(end(&self.values));
        if !record.key.is_empty() || !self.key_ends.is_empty() {
            push_sparse(&mut self.key_ends, &mut self.keys, row, record.key);
        }
        if !record.headers.is_empty() || !self.header_ends.is_empty() {
            push_sparse(&mut self.header_ends, &mut self.headers, row, record.headers);
        }
    }
}

/// Appends to a column that no record before the first push uses.
#[inline]
fn push_sparse(ends: &mut Vec<u32>, bytes: &mut Vec<u8>, row: usize, field: &[u8]) {
    if ends.len() < row {
        ends.resize(row, end(bytes));
    }
    bytes.extend_from_slice(field);
    ends.push(end(bytes));
}

/// Output is flushed long before a column reaches 4 GiB.
#[inline]
pub(crate) fn end(bytes: &[u8]) -> u32 {
    bytes.len() as u32
}

fn truncate_column(ends: &mut Vec<u32>, bytes: &mut Vec<u8>, rows: usize) {
    ends.truncate(rows);
    bytes.truncate(ends.last().map_or(0, |&end| end as usize));
    if bytes.is_empty() && rows == 0 {
        ends.clear();
    }
}

/// A batch of these records.
impl<'a, R: Into<Record<'a>>> FromIterator<R> for Columns {
    fn from_iter<I: IntoIterator<Item = R>>(records: I) -> Self {
        let mut columns = Self::new();
        for record in records {
            columns.push(record.into());
        }
        columns
    }
}
