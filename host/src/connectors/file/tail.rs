//! The end of a file that a sink goes on with: whole lines stay, a torn last one is cut.

use std::{fs::File, io::Result, os::unix::fs::FileExt};

use sandbar_dataflow::RECORD_BYTES_MAX;

use crate::{connectors::lines::Lines, formats::Quotes};

/// Bytes looked at in one go, from the end.
const STEP_BYTES: u64 = 64 << 10;

/// Cuts what stands behind the last line break of `file`; the file's length then.
pub(super) fn cut_torn_line(file: &File) -> Result<u64> {
    let length = file.metadata()?.len();
    let mut buffer = vec![0; usize::try_from(STEP_BYTES.min(length)).expect("a step is small")];
    let mut end = length;
    while end > 0 {
        let begin = end.saturating_sub(STEP_BYTES);
        let bytes = &mut buffer[..usize::try_from(end - begin).expect("a step is small")];
        file.read_exact_at(bytes, begin)?;
        if let Some(found) = memchr::memrchr(b'\n', bytes) {
            end = begin + found as u64 + 1;
            break;
        }
        end = begin;
    }
    if end < length {
        file.set_len(end)?;
    }
    Ok(end)
}

/// Cuts what stands behind the last whole record of `file`; the file's length then, and its first record. Whether a line
/// break ends a record shows only from the file's beginning on.
pub(super) fn cut_torn_record(file: &File, quotes: Quotes) -> Result<(u64, Option<Vec<u8>>)> {
    let mut lines = Lines::new(RECORD_BYTES_MAX, Some(quotes));
    let mut first = None;
    loop {
        while let Some(line) = lines.next() {
            if first.is_none() && !line.bytes.trim_ascii().is_empty() {
                first = Some(line.bytes.to_vec());
            }
        }
        let offset = lines.read_offset();
        match file.read_at(lines.room(), offset)? {
            0 => break,
            bytes => lines.filled(bytes),
        }
    }
    let end = lines.offset();
    if end < file.metadata()?.len() {
        file.set_len(end)?;
    }
    Ok((end, first))
}
