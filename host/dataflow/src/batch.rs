//! Record batches: N records as seven columns (timestamps, and ends + bytes of keys, values and headers), the same here,
//! in a guest's memory and on the wire. A batch is shared columns and a range of rows: slicing and cloning copy nothing.

use std::{
    ops::Range,
    sync::{Arc, OnceLock},
};

use arrow_buffer::{Buffer, ScalarBuffer};

use crate::{Budget, Lease};

mod builder;
mod columns;
#[cfg(test)]
mod tests;

pub use builder::BatchBuilder;
pub use columns::{Columns, Malformed};

/// Records `rows` of shared columns.
#[derive(Clone, Debug)]
pub struct RecordBatch {
    shared: Arc<Shared>,
    rows: Range<usize>,
}

#[derive(Debug)]
struct Shared {
    timestamps: ScalarBuffer<i64>,
    keys: Column,
    values: Column,
    headers: Column,
    lease: OnceLock<Lease>,
}

/// Seven columns in memory that may belong to something larger, as a message that they came in; each is as in
/// [`Columns`]. The batch keeps that memory.
#[derive(Clone, Debug)]
pub struct Buffers {
    pub timestamps: ScalarBuffer<i64>,
    pub key_ends: ScalarBuffer<u32>,
    pub keys: Buffer,
    pub value_ends: ScalarBuffer<u32>,
    pub values: Buffer,
    pub header_ends: ScalarBuffer<u32>,
    pub headers: Buffer,
}

/// One variable-length column; `None` where no record uses it.
#[derive(Debug, Default)]
struct Column(Option<(ScalarBuffer<u32>, Buffer)>);

/// One record, borrowed from its batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Record<'a> {
    pub key: &'a [u8],
    pub value: &'a [u8],
    /// Event time, milliseconds since the Unix epoch.
    pub timestamp: i64,
    /// As `sandbar_schema::headers` encodes them.
    pub headers: &'a [u8],
}

impl Column {
    fn from_vecs(ends: Vec<u32>, bytes: Vec<u8>) -> Self {
        Self((!ends.is_empty()).then(|| (ends.into(), Buffer::from_vec(bytes))))
    }

    fn get(&self, row: usize) -> &[u8] {
        let Some((ends, bytes)) = &self.0 else { return &[] };
        let start = if row == 0 { 0 } else { ends[row - 1] as usize };
        &bytes[start..ends[row] as usize]
    }

    /// Where the bytes of `rows` begin, from the column's own beginning.
    fn start(&self, rows: &Range<usize>) -> u32 {
        match &self.0 {
            Some((ends, _)) if rows.start > 0 && !rows.is_empty() => ends[rows.start - 1],
            _ => 0,
        }
    }

    /// The bytes of all `rows`, and the ends that belong to them, counted from the column's own beginning.
    fn span(&self, rows: &Range<usize>) -> (&[u32], &[u8]) {
        let Some((ends, bytes)) = &self.0 else { return (&[], &[]) };
        if rows.is_empty() {
            return (&[], &[]);
        }
        let start = self.start(rows) as usize;
        (&ends[rows.clone()], &bytes[start..ends[rows.end - 1] as usize])
    }

    /// As [`span`](Self::span), shared, and with ends counted from the span's own beginning.
    fn buffers(&self, rows: &Range<usize>) -> (ScalarBuffer<u32>, Buffer) {
        let Some((ends, bytes)) = self.0.as_ref().filter(|_| !rows.is_empty()) else {
            return Default::default();
        };
        let start = self.start(rows);
        let len = ends[rows.end - 1] - start;
        let ends = match start {
            0 => ends.slice(rows.start, rows.len()),
            _ => ends[rows.clone()].iter().map(|end| end - start).collect(),
        };
        (ends, bytes.slice_with_length(start as usize, len as usize))
    }
}

impl RecordBatch {
    /// A batch of owned columns, checked: hostile columns are refused, never believed.
    ///
    /// # Errors
    /// [`Malformed`] names the column and what is wrong with it.
    pub fn new(columns: Columns<'static>) -> Result<Self, Malformed> {
        columns.check()?;
        Ok(Self::from_checked(columns))
    }

    /// A batch of columns where they lie, checked as [`new`](Self::new) checks them.
    ///
    /// # Errors
    /// [`Malformed`] names the column and what is wrong with it.
    pub fn from_buffers(buffers: Buffers) -> Result<Self, Malformed> {
        let columns = Columns {
            timestamps: (&*buffers.timestamps).into(),
            key_ends: (&*buffers.key_ends).into(),
            keys: buffers.keys.as_slice().into(),
            value_ends: (&*buffers.value_ends).into(),
            values: buffers.values.as_slice().into(),
            header_ends: (&*buffers.header_ends).into(),
            headers: buffers.headers.as_slice().into(),
        };
        columns.check()?;
        let rows = 0..buffers.timestamps.len();
        let column =
            |ends: ScalarBuffer<u32>, bytes| Column((!ends.is_empty()).then_some((ends, bytes)));
        let shared = Shared {
            timestamps: buffers.timestamps,
            keys: column(buffers.key_ends, buffers.keys),
            values: column(buffers.value_ends, buffers.values),
            headers: column(buffers.header_ends, buffers.headers),
            lease: OnceLock::new(),
        };
        Ok(Self { shared: Arc::new(shared), rows })
    }

    /// Columns that this package built itself, or has just checked.
    pub(crate) fn from_checked(columns: Columns<'static>) -> Self {
        let rows = 0..columns.timestamps.len();
        let shared = Shared {
            timestamps: columns.timestamps.into_owned().into(),
            keys: Column::from_vecs(columns.key_ends.into_owned(), columns.keys.into_owned()),
            values: Column::from_vecs(columns.value_ends.into_owned(), columns.values.into_owned()),
            headers: Column::from_vecs(
                columns.header_ends.into_owned(),
                columns.headers.into_owned(),
            ),
            lease: OnceLock::new(),
        };
        Self { shared: Arc::new(shared), rows }
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Bytes of the rows in memory, ends and timestamps counted.
    pub fn bytes(&self) -> usize {
        let column = |column: &Column| {
            let (ends, bytes) = column.span(&self.rows);
            size_of_val(ends) + bytes.len()
        };
        let shared = &self.shared;
        size_of_val(self.timestamps())
            + column(&shared.keys)
            + column(&shared.values)
            + column(&shared.headers)
    }

    pub fn timestamps(&self) -> &[i64] {
        &self.shared.timestamps[self.rows.clone()]
    }

    pub fn has_keys(&self) -> bool {
        self.shared.keys.0.is_some()
    }

    pub fn key(&self, row: usize) -> &[u8] {
        self.shared.keys.get(self.at(row))
    }

    /// # Panics
    /// If `row` is not below `len()`.
    pub fn record(&self, row: usize) -> Record<'_> {
        let row = self.at(row);
        Record {
            key: self.shared.keys.get(row),
            value: self.shared.values.get(row),
            timestamp: self.shared.timestamps[row],
            headers: self.shared.headers.get(row),
        }
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = Record<'_>> {
        (0..self.len()).map(|row| self.record(row))
    }

    /// Rows `rows` of this batch, without a copy.
    ///
    /// # Panics
    /// If `rows` ends past `len()`.
    #[must_use]
    pub fn slice(&self, rows: Range<usize>) -> Self {
        assert!(rows.start <= rows.end && rows.end <= self.len(), "a slice lies within its batch");
        let rows = self.rows.start + rows.start..self.rows.start + rows.end;
        Self { shared: Arc::clone(&self.shared), rows }
    }

    /// The rows at `rows`, strictly increasing and below `len()`: shared where they are contiguous, else copied.
    #[must_use]
    pub fn gather(&self, rows: &[u32]) -> Self {
        let (Some(&first), Some(&last)) = (rows.first(), rows.last()) else {
            return self.slice(0..0);
        };
        if (last - first) as usize + 1 == rows.len() {
            return self.slice(first as usize..last as usize + 1);
        }
        self.gather_owned(rows)
    }

    /// The rows at `rows`, as for [`gather`](Self::gather), under the keys of another column.
    ///
    /// # Errors
    /// [`Malformed`] if `key_ends` and `keys` are not a column of `rows.len()` records.
    pub fn rekeyed(&self, rows: &[u32], key_ends: &[u32], keys: &[u8]) -> Result<Self, Malformed> {
        match rows.len() == self.shared.timestamps.len() {
            true => self.rekeyed_whole(key_ends, keys),
            false => self.gather_owned(rows).rekeyed_whole(key_ends, keys),
        }
    }

    /// Columns of their own with just these rows.
    fn gather_owned(&self, rows: &[u32]) -> Self {
        // Exact: a few tiny rows out of a large batch must not hold memory in proportion to it.
        let value_bytes =
            rows.iter().map(|&row| self.shared.values.get(self.at(row as usize)).len());
        let mut builder = BatchBuilder::with_capacity(rows.len(), value_bytes.sum());
        builder.extend_rows(self, rows);
        builder.finish()
    }

    /// New keys for all rows of the columns; the other columns stay shared.
    fn rekeyed_whole(&self, key_ends: &[u32], keys: &[u8]) -> Result<Self, Malformed> {
        Columns { keys: keys.into(), key_ends: key_ends.into(), ..self.columns() }.check()?;
        let shared = &self.shared;
        let columns = Shared {
            timestamps: shared.timestamps.clone(),
            keys: Column::from_vecs(key_ends.to_vec(), keys.to_vec()),
            values: Column(shared.values.0.clone()),
            headers: Column(shared.headers.0.clone()),
            lease: OnceLock::new(),
        };
        Ok(Self { shared: Arc::new(columns), rows: self.rows.clone() })
    }

    /// The seven columns of these rows. Borrowed where the rows begin with the columns, else ends are rebased in a copy.
    pub fn columns(&self) -> Columns<'_> {
        Columns::of(self)
    }

    /// The seven columns of these rows in shared memory. Nothing is copied where the rows begin with the columns, else
    /// only the ends are.
    pub fn buffers(&self) -> Buffers {
        let column = |column: &Column| column.buffers(&self.rows);
        let (key_ends, keys) = column(&self.shared.keys);
        let (value_ends, values) = column(&self.shared.values);
        let (header_ends, headers) = column(&self.shared.headers);
        let timestamps = self.shared.timestamps.slice(self.rows.start, self.rows.len());
        Buffers { timestamps, key_ends, keys, value_ends, values, header_ends, headers }
    }

    /// Charges the memory of these columns to `budget` until the last batch that shares them is gone. Charged once.
    pub fn lease_from(&self, budget: &Arc<Budget>) {
        self.shared.lease.get_or_init(|| budget.lease(self.bytes()));
    }

    fn at(&self, row: usize) -> usize {
        assert!(row < self.len(), "row {row} of a batch of {} records", self.len());
        self.rows.start + row
    }
}
