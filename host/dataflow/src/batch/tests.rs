//! Batches: what building, slicing and gathering keep, and which columns are refused.

use super::*;
use crate::{BATCH_BYTES_MAX, RECORD_BYTES_MAX};

fn record(number: usize) -> (String, String) {
    // Every third record has no key, every seventh no value.
    let key = if number.is_multiple_of(3) { String::new() } else { format!("k{number}") };
    let value = if number.is_multiple_of(7) { String::new() } else { format!("value {number}") };
    (key, value)
}

fn batch(numbers: Range<usize>) -> RecordBatch {
    let mut builder = BatchBuilder::default();
    for number in numbers {
        let (key, value) = record(number);
        builder.push(Record {
            key: key.as_bytes(),
            value: value.as_bytes(),
            timestamp: number as i64,
            headers: &[],
        });
    }
    builder.finish()
}

#[track_caller]
fn check(batch: &RecordBatch, numbers: &[usize]) {
    assert_eq!(batch.len(), numbers.len());
    for (row, &number) in numbers.iter().enumerate() {
        let (key, value) = record(number);
        let found = batch.record(row);
        assert_eq!((found.key, found.value), (key.as_bytes(), value.as_bytes()), "row {row}");
        assert_eq!(found.timestamp, number as i64);
    }
    batch.columns().check().unwrap();
    let copy = RecordBatch::new(Columns {
        timestamps: batch.columns().timestamps.to_vec().into(),
        key_ends: batch.columns().key_ends.to_vec().into(),
        keys: batch.columns().keys.to_vec().into(),
        value_ends: batch.columns().value_ends.to_vec().into(),
        values: batch.columns().values.to_vec().into(),
        ..Columns::default()
    });
    assert!(copy.unwrap().iter().eq(batch.iter()), "the columns are the batch");
}

#[test]
fn slices_and_gathered_rows_keep_their_records() {
    let whole = batch(0..50);
    let numbers: Vec<usize> = (0..50).collect();
    check(&whole, &numbers);
    for (start, end) in [(0, 0), (0, 1), (0, 50), (3, 17), (49, 50), (50, 50)] {
        let slice = whole.slice(start..end);
        check(&slice, &numbers[start..end]);
        let odd: Vec<u32> = (0..slice.len() as u32).filter(|row| row % 2 == 1).collect();
        let expected: Vec<usize> = odd.iter().map(|&row| numbers[start + row as usize]).collect();
        check(&slice.gather(&odd), &expected);
        let all: Vec<u32> = (0..slice.len() as u32).collect();
        check(&slice.gather(&all), &numbers[start..end]);
    }
}

#[test]
fn new_keys_leave_everything_else_as_it_was() {
    let slice = batch(0..20).slice(5..15);
    for rows in [vec![0, 1, 2, 3, 4, 5, 6, 7, 8, 9], vec![1, 4, 9], vec![]] {
        let keys: Vec<u8> = rows.iter().map(|row| b'a' + *row as u8).collect();
        let ends: Vec<u32> = (1..=rows.len() as u32).collect();
        let rekeyed = slice.rekeyed(&rows, &ends, &keys).unwrap();
        assert_eq!(rekeyed.len(), rows.len());
        for (record, row) in rekeyed.iter().zip(&rows) {
            let before = slice.record(*row as usize);
            assert_eq!(record.key, [b'a' + *row as u8]);
            assert_eq!((record.value, record.timestamp), (before.value, before.timestamp));
        }
    }
    assert!(slice.rekeyed(&[0, 1], &[2, 1], b"ab").is_err());
    assert!(slice.rekeyed(&[0, 1], &[1, 3], b"ab").is_err());
}

#[test]
fn columns_that_lie_are_refused() {
    let good = Columns {
        timestamps: vec![0, 0, 0].into(),
        value_ends: vec![1, 1, 4].into(),
        values: vec![0; 4].into(),
        ..Columns::default()
    };
    assert_eq!(good.check(), Ok(()));
    let with = |change: fn(&mut Columns<'static>)| {
        let mut columns = good.clone();
        change(&mut columns);
        let refused = columns.check().expect_err("columns that lie");
        assert!(RecordBatch::new(columns).is_err());
        refused.to_string()
    };
    assert_eq!(
        with(|c| c.value_ends = vec![1, 4].into()),
        "column `values` has 2 ends for 3 records"
    );
    assert_eq!(
        with(|c| c.value_ends = vec![2, 1, 4].into()),
        "column `values` ends before it begins at record 1"
    );
    assert_eq!(
        with(|c| c.value_ends = vec![1, 1, u32::MAX].into()),
        "column `values` ends at byte 4294967295 but has 4 bytes"
    );
    assert_eq!(with(|c| c.keys = vec![1].into()), "column `keys` has 0 ends for 3 records");
    assert_eq!(
        with(|c| {
            c.values = vec![0; RECORD_BYTES_MAX + 2].into();
            c.value_ends = vec![1, 1, RECORD_BYTES_MAX as u32 + 2].into();
        }),
        "record 2 of 1048577 bytes exceeds the 1048576 byte cap"
    );
    assert!(with(|c| c.values = vec![0; BATCH_BYTES_MAX].into()).starts_with("batch of"));
}

#[test]
fn a_lease_lasts_as_long_as_any_slice() {
    let budget = Budget::new(1_000_000);
    let whole = batch(0..50);
    whole.lease_from(&budget);
    whole.lease_from(&budget);
    let bytes = whole.bytes();
    assert_eq!(budget.used(), bytes, "charged once");
    let slice = whole.slice(3..4);
    drop(whole);
    assert_eq!(budget.used(), bytes);
    drop(slice);
    assert_eq!((budget.used(), budget.peak()), (0, bytes));
}
