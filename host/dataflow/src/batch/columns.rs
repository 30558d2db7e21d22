//! The seven columns as plain slices: what crosses to a guest and to the wire, and the check of what comes back.

use std::borrow::Cow;

use super::{Column, RecordBatch};
use crate::{BATCH_BYTES_MAX, RECORD_BYTES_MAX};

/// Seven columns; `ends[i]` is the exclusive end of record i, and an unused column is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns<'a> {
    pub timestamps: Cow<'a, [i64]>,
    pub key_ends: Cow<'a, [u32]>,
    pub keys: Cow<'a, [u8]>,
    pub value_ends: Cow<'a, [u32]>,
    pub values: Cow<'a, [u8]>,
    pub header_ends: Cow<'a, [u32]>,
    pub headers: Cow<'a, [u8]>,
}

/// What is wrong with columns that somebody else built.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    #[error("column `{column}` has {ends} ends for {records} records")]
    Length { column: &'static str, ends: usize, records: usize },
    #[error("column `{column}` ends before it begins at record {row}")]
    Decreasing { column: &'static str, row: usize },
    #[error("column `{column}` ends at byte {end} but has {bytes} bytes")]
    LastEnd { column: &'static str, end: usize, bytes: usize },
    #[error("batch of {bytes} bytes exceeds the {BATCH_BYTES_MAX} byte cap")]
    BatchTooLarge { bytes: usize },
    #[error("record {row} of {bytes} bytes exceeds the {RECORD_BYTES_MAX} byte cap")]
    RecordTooLarge { row: usize, bytes: usize },
}

impl<'a> Columns<'a> {
    pub(super) fn of(batch: &'a RecordBatch) -> Self {
        let column = |column: &'a Column| {
            let (ends, bytes) = column.span(&batch.rows);
            let ends = match column.start(&batch.rows) {
                0 => Cow::Borrowed(ends),
                start => Cow::Owned(ends.iter().map(|end| end - start).collect()),
            };
            (ends, Cow::Borrowed(bytes))
        };
        let (key_ends, keys) = column(&batch.shared.keys);
        let (value_ends, values) = column(&batch.shared.values);
        let (header_ends, headers) = column(&batch.shared.headers);
        let timestamps = Cow::Borrowed(batch.timestamps());
        Self { timestamps, key_ends, keys, value_ends, values, header_ends, headers }
    }

    /// Bytes of all columns.
    pub fn bytes(&self) -> usize {
        size_of_val(&*self.timestamps)
            + size_of_val(&*self.key_ends)
            + size_of_val(&*self.value_ends)
            + size_of_val(&*self.header_ends)
            + self.keys.len()
            + self.values.len()
            + self.headers.len()
    }

    /// Whether these are the columns of one batch within the caps.
    ///
    /// # Errors
    /// [`Malformed`] names the first column that is not.
    pub fn check(&self) -> Result<(), Malformed> {
        let bytes = self.bytes();
        if bytes > BATCH_BYTES_MAX {
            return Err(Malformed::BatchTooLarge { bytes });
        }
        let records = self.timestamps.len();
        check_column("keys", &self.key_ends, self.keys.len(), records)?;
        check_column("values", &self.value_ends, self.values.len(), records)?;
        check_column("headers", &self.header_ends, self.headers.len(), records)?;
        // Only then can a record be too large, and the sum below is seldom needed.
        if self.keys.len() + self.values.len() + self.headers.len() > RECORD_BYTES_MAX {
            self.check_records(records)?;
        }
        Ok(())
    }

    fn check_records(&self, records: usize) -> Result<(), Malformed> {
        let length = |ends: &[u32], row: usize| {
            let end = ends.get(row).copied().unwrap_or(0);
            (end - row.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0))
                as usize
        };
        for row in 0..records {
            let bytes = length(&self.key_ends, row)
                + length(&self.value_ends, row)
                + length(&self.header_ends, row);
            if bytes > RECORD_BYTES_MAX {
                return Err(Malformed::RecordTooLarge { row, bytes });
            }
        }
        Ok(())
    }
}

fn check_column(
    column: &'static str,
    ends: &[u32],
    bytes: usize,
    records: usize,
) -> Result<(), Malformed> {
    if ends.is_empty() && bytes == 0 {
        return Ok(());
    }
    if ends.len() != records {
        return Err(Malformed::Length { column, ends: ends.len(), records });
    }
    // Branch-free over the whole column; the row is looked for only once something is wrong.
    let sorted = ends.windows(2).fold(true, |sorted, pair| sorted & (pair[0] <= pair[1]));
    if !sorted {
        let row = ends.windows(2).position(|pair| pair[0] > pair[1]).map_or(0, |row| row + 1);
        return Err(Malformed::Decreasing { column, row });
    }
    let end = ends[ends.len() - 1] as usize;
    if end != bytes {
        return Err(Malformed::LastEnd { column, end, bytes });
    }
    Ok(())
}
