//! Dead letters: a failed record with the cause, place and time of its failure in headers of its own.

use sandbar_schema::headers;

use crate::{BATCH_BYTES, BATCH_RECORDS, BatchBuilder, Fault, Record, RecordBatch};

/// Names of the headers that a dead letter has besides the record's own.
pub mod header {
    /// All headers of dead letters begin so.
    pub const PREFIX: &str = "sandbar.";
    /// The fault's code.
    pub const CAUSE: &str = "sandbar.cause";
    /// The fault's message.
    pub const MESSAGE: &str = "sandbar.message";
    /// Name of the node where the record failed.
    pub const OPERATOR: &str = "sandbar.operator";
    /// Digest of its plugin, hexadecimal; empty for built-in nodes.
    pub const PLUGIN: &str = "sandbar.plugin";
    /// How many calls saw the record fail, decimal.
    pub const ATTEMPTS: &str = "sandbar.attempts";
    /// When, milliseconds since the Unix epoch, decimal.
    pub const FAILED_MS: &str = "sandbar.failed-ms";
}

/// Longest message that a dead letter carries; a guest's reason may be any length.
const MESSAGE_BYTES_MAX: usize = 4_096;

/// Where and when records failed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stamp<'a> {
    pub(super) operator: &'a str,
    pub(super) plugin: &'a str,
    pub(super) attempts: u32,
    pub(super) failed_ms: i64,
}

/// `records` as dead letters, cut into batches of the engine's size.
pub(super) fn batches(records: &RecordBatch, fault: &Fault, stamp: Stamp<'_>) -> Vec<RecordBatch> {
    let end = fault.message.floor_char_boundary(MESSAGE_BYTES_MAX);
    let mut ours = Vec::new();
    headers::push(&mut ours, header::CAUSE, fault.code.name().as_bytes());
    headers::push(&mut ours, header::MESSAGE, &fault.message.as_bytes()[..end]);
    headers::push(&mut ours, header::OPERATOR, stamp.operator.as_bytes());
    headers::push(&mut ours, header::PLUGIN, stamp.plugin.as_bytes());
    headers::push(&mut ours, header::ATTEMPTS, stamp.attempts.to_string().as_bytes());
    headers::push(&mut ours, header::FAILED_MS, stamp.failed_ms.to_string().as_bytes());
    let mut batches = Vec::new();
    let mut builder = BatchBuilder::default();
    let mut all = Vec::new();
    for record in records.iter() {
        all.clear();
        // A guest's headers may be malformed; what cannot be read must not hide ours.
        for (name, value) in headers::iter(record.headers) {
            headers::push(&mut all, name, value);
        }
        all.extend_from_slice(&ours);
        builder.push(Record { headers: &all, ..record });
        if builder.len() >= BATCH_RECORDS || builder.bytes() >= BATCH_BYTES {
            batches.push(std::mem::take(&mut builder).finish());
        }
    }
    if !builder.is_empty() {
        batches.push(builder.finish());
    }
    batches
}
