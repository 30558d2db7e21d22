//! A value is a line and a line is a value, whatever its bytes; keys, timestamps and headers are not written.

use sandbar_dataflow::{Code, Fault, Record};

use super::excerpt;

/// A value that has a newline would come back as two records, so it is refused rather than written.
#[inline]
pub(super) fn encode(record: Record<'_>, lines: &mut Vec<u8>) -> Result<(), Fault> {
    if let Some(at) = memchr::memchr(b'\n', record.value) {
        let message = format!(
            "value `{}` has a newline at byte {at} and raw-lines cannot escape it; write json-lines",
            excerpt(record.value)
        );
        return Err(Fault::new(Code::RecordMalformed, message));
    }
    lines.extend_from_slice(record.value);
    lines.push(b'\n');
    Ok(())
}
