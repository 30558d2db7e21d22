//! The table of attacks. A new one is a guest, and an entry in the part that it belongs to.

use super::Case;

mod memory;
mod output;
mod time;
mod upload;

/// The table, by what is attacked.
pub const CASES: &[&[Case]] = &[time::CASES, memory::CASES, output::CASES, upload::CASES];
