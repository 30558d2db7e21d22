//! The records of one call that failed, grouped by reason.

use std::fmt::{self, Write as _};

use crate::Host;

/// A reason is a sentence for people; parsers quote their input, which may be a megabyte.
const REASON_BYTES_MAX: usize = 1024;

/// How many of the latest groups are searched for the same reason, so that a batch of a thousand different reasons
/// stays linear.
const GROUPS_SEARCHED: usize = 8;

#[derive(Debug, Default)]
pub(crate) struct Rejects {
    groups: Vec<(String, Vec<u32>)>,
}

impl Rejects {
    pub(crate) const fn new() -> Self {
        Self { groups: Vec::new() }
    }

    pub(crate) fn clear(&mut self) {
        self.groups.clear();
    }

    #[cold]
    pub(crate) fn push(&mut self, row: u32, reason: &dyn fmt::Display) {
        let mut text = Bounded(String::new());
        // The error says only that the bound was reached.
        _ = write!(text, "{reason}");
        let Bounded(text) = text;
        let mut latest = self.groups.iter_mut().rev().take(GROUPS_SEARCHED);
        match latest.find(|(reason, _)| *reason == text) {
            Some((_, rows)) => rows.push(row),
            None => self.groups.push((text, vec![row])),
        }
    }

    pub(crate) fn flush(&mut self, host: &mut dyn Host) {
        for (reason, mut rows) in self.groups.drain(..) {
            rows.sort_unstable();
            rows.dedup();
            host.reject(&rows, &reason);
        }
    }
}

/// Text that takes no more than [`REASON_BYTES_MAX`].
struct Bounded(String);

impl fmt::Write for Bounded {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut end = text.len().min(REASON_BYTES_MAX - self.0.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        self.0.push_str(&text[..end]);
        if end < text.len() { Err(fmt::Error) } else { Ok(()) }
    }
}
