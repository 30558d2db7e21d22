//! Input made from nothing but a seed: the same bytes in every run.

use std::io::{BufWriter, Write};

use sandbar_dataflow::{BatchBuilder, Record, RecordBatch};

/// A stream of numbers (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}

/// JSON readings of about 100 bytes; `v` lies between 10 and 99.
pub(crate) fn readings() -> impl Iterator<Item = String> {
    let mut numbers = Numbers(42);
    (0_u64..).map(move |number| {
        let (drawn, v) = (numbers.next(), 10 + numbers.next() % 90);
        let (id, device, ts) = (1_000_000_000 + number, drawn % 100_000, 1_700_000_000_000 + number);
        let ok = if v < 50 { "true " } else { "false" };
        format!(
            r#"{{"id":{id:010},"device":"sensor-{device:05}","ts":{ts},"v":{v},"tag":"{drawn:016x}","ok":{ok}}}"#
        )
    })
}

/// `values` as batches of `records` each.
pub(crate) fn batches(
    values: impl Iterator<Item = String>,
    records: usize,
    count: usize,
) -> Vec<RecordBatch> {
    let mut values = values;
    let batch = |_| {
        let mut builder = BatchBuilder::default();
        for (row, value) in values.by_ref().take(records).enumerate() {
            let (value, timestamp) = (value.as_bytes(), row as i64);
            builder.push(Record { value, timestamp, ..Record::default() });
        }
        builder.finish()
    };
    (0..count).map(batch).collect()
}

/// Writes `count` lines of 100 bytes, the newline included.
pub(crate) fn lines(path: &std::path::Path, count: usize) -> std::io::Result<()> {
    let mut file = BufWriter::with_capacity(1 << 20, std::fs::File::create(path)?);
    let mut numbers = Numbers(7);
    for number in 0..count {
        writeln!(file, "{number:020} {:016x} {:061x}", numbers.next(), numbers.next())?;
    }
    file.flush()
}
