//! What an operator may use, and what it may use unless its pipeline file says otherwise.

use std::time::Duration;

use super::{diagnostic::Problems, table::Table};

/// Limits of one operator; each of its instances has them for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// All memories of an instance, summed.
    pub memory_bytes_max: u64,
    /// All tables of an instance, summed.
    pub table_elements_max: u32,
    pub stack_bytes_max: u64,
    /// CPU time of one call.
    pub call: Duration,
    /// CPU time of instantiation and `open`.
    pub start: Duration,
    /// What one call may stage; absent: 16 times its input, at least 4 MiB.
    pub output_bytes_max: Option<u64>,
    /// Log lines a second.
    pub log_lines_max: u32,
}

/// What a pipeline file may ask for.
mod bounds {
    use std::{ops::RangeInclusive, time::Duration};

    /// From a page of WebAssembly to what 32-bit addresses reach.
    pub(super) const MEMORY: RangeInclusive<u64> = 64 << 10..=4 << 30;
    /// An element takes 8 bytes of the host's memory.
    pub(super) const TABLES: RangeInclusive<u32> = 0..=1 << 20;
    /// Every running instance holds its stack; deep recursion belongs on the heap.
    pub(super) const STACK: RangeInclusive<u64> = 16 << 10..=2 << 20;
    /// Below a millisecond the clock that interrupts calls is too coarse; a minute blocks a checkpoint for as long.
    pub(super) const CALL: RangeInclusive<Duration> =
        Duration::from_millis(1)..=Duration::from_secs(60);
    /// What one call stages is held in memory at once.
    pub(super) const OUTPUT: RangeInclusive<u64> = 1 << 10..=256 << 20;
    /// More lines than these belong in a sink.
    pub(super) const LOG_LINES: RangeInclusive<u32> = 0..=10_000;
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            memory_bytes_max: 64 << 20,
            table_elements_max: 16_384,
            stack_bytes_max: 512 << 10,
            call: Duration::from_millis(100),
            start: Duration::from_secs(1),
            output_bytes_max: None,
            log_lines_max: 100,
        }
    }
}

/// Reads `limits = { ... }`.
pub(super) fn read(mut table: Table<'_>, problems: &mut Problems) -> Limits {
    let default = Limits::default();
    let limits = Limits {
        memory_bytes_max: table
            .size("memory", bounds::MEMORY, problems)
            .unwrap_or(default.memory_bytes_max),
        table_elements_max: table
            .count("tables", bounds::TABLES, problems)
            .unwrap_or(default.table_elements_max),
        stack_bytes_max: table
            .size("stack", bounds::STACK, problems)
            .unwrap_or(default.stack_bytes_max),
        call: table.duration("call", bounds::CALL, problems).unwrap_or(default.call),
        start: table.duration("start", bounds::CALL, problems).unwrap_or(default.start),
        output_bytes_max: table.size("output", bounds::OUTPUT, problems),
        log_lines_max: table
            .count("log_lines", bounds::LOG_LINES, problems)
            .unwrap_or(default.log_lines_max),
    };
    table.finish(problems);
    limits
}
