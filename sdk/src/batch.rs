//! A batch of records as the guest interface has it: seven columns, borrowed. Reading a record copies and parses
//! nothing.

use crate::headers;

/// N records as seven columns; N is the length of `timestamps`.
///
/// `ends[i]` is the exclusive end of record i in the bytes beside it. A column that no record uses is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BatchRef<'a> {
    /// Event time of each record, milliseconds since the Unix epoch.
    pub timestamps: &'a [i64],
    pub key_ends: &'a [u32],
    pub keys: &'a [u8],
    pub value_ends: &'a [u32],
    pub values: &'a [u8],
    pub header_ends: &'a [u32],
    pub headers: &'a [u8],
}

impl<'a> BatchRef<'a> {
    /// The number of records.
    #[must_use]
    pub fn len(&self) -> usize {
        self.timestamps.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.timestamps.is_empty()
    }

    /// The record at `row`; `None` past the last.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<Record<'a>> {
        let timestamp = *self.timestamps.get(row)?;
        Some(Record {
            key: field(self.key_ends, self.keys, row),
            value: field(self.value_ends, self.values, row),
            timestamp,
            headers: field(self.header_ends, self.headers, row),
        })
    }

    /// The records in order.
    #[must_use]
    pub fn records(&self) -> Records<'a> {
        Records { batch: *self, row: 0, key_start: 0, value_start: 0, header_start: 0 }
    }
}

/// The bytes of row `row`; empty in a column that no record uses, and where the ends are not well formed.
pub(crate) fn field<'a>(ends: &[u32], bytes: &'a [u8], row: usize) -> &'a [u8] {
    let start = if row == 0 { Some(0) } else { ends.get(row - 1).copied() };
    match (start, ends.get(row)) {
        (Some(start), Some(&end)) => bytes.get(start as usize..end as usize).unwrap_or_default(),
        _ => &[],
    }
}

/// One record, borrowed from its batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Record<'a> {
    /// Empty if the record has no key.
    pub key: &'a [u8],
    pub value: &'a [u8],
    /// Event time in milliseconds since the Unix epoch.
    pub timestamp: i64,
    /// In the encoding of [`headers`](crate::headers).
    pub headers: &'a [u8],
}

impl<'a> Record<'a> {
    /// The value of the first header called `name`.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&'a [u8]> {
        headers::get(self.headers, name)
    }

    /// Bytes of all columns but the timestamp.
    pub(crate) fn bytes(&self) -> usize {
        self.key.len() + self.value.len() + self.headers.len()
    }
}

/// A record of this value alone: no key, timestamp 0.
impl<'a> From<&'a str> for Record<'a> {
    fn from(value: &'a str) -> Self {
        Self { value: value.as_bytes(), ..Self::default() }
    }
}

/// The records of a batch in order.
#[derive(Clone, Debug)]
pub struct Records<'a> {
    batch: BatchRef<'a>,
    row: usize,
    // Where the next record begins, so that each end is loaded once.
    key_start: usize,
    value_start: usize,
    header_start: usize,
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    #[inline]
    fn next(&mut self) -> Option<Record<'a>> {
        let Self { batch, row, .. } = *self;
        let timestamp = *batch.timestamps.get(row)?;
        self.row += 1;
        Some(Record {
            key: next_field(batch.key_ends, batch.keys, row, &mut self.key_start),
            value: next_field(batch.value_ends, batch.values, row, &mut self.value_start),
            timestamp,
            headers: next_field(batch.header_ends, batch.headers, row, &mut self.header_start),
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.batch.len().saturating_sub(self.row);
        (left, Some(left))
    }
}

impl ExactSizeIterator for Records<'_> {}

#[inline]
fn next_field<'a>(ends: &[u32], bytes: &'a [u8], row: usize, start: &mut usize) -> &'a [u8] {
    let Some(&end) = ends.get(row) else { return &[] };
    let field = bytes.get(*start..end as usize).unwrap_or_default();
    *start = end as usize;
    field
}
