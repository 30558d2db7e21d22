//! What could be seen of an attack. Goes from the process that ran it to the one that judges it, as JSON.

use serde::{Deserialize, Serialize};

/// What became of an attack and of those beside it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Observed {
    /// Why the upload was refused.
    pub refused: Option<String>,
    /// What stopped the hostile pipeline: code and message of the first halt.
    pub halted: Option<(String, String)>,
    pub letters: Vec<Letter>,
    /// Records that left the hostile operator.
    pub passed: Vec<String>,
    /// Whether the well-behaved operator on the same thread wrote all its input; absent where the pipeline halts.
    pub companion_whole: Option<bool>,
    /// Whether the well-behaved pipeline in the same process did.
    pub neighbour_whole: bool,
    /// Log lines that came through.
    pub log_lines: u64,
    /// Log lines that were counted and dropped.
    pub log_dropped: u64,
    pub log_line_bytes_max: usize,
    /// Log lines that a terminal would have obeyed.
    pub log_unsafe: u64,
    /// Times the circuit breaker paused the operator.
    pub pauses: u64,
    /// Calls that were stopped.
    pub stopped: u64,
    pub elapsed_ms: f64,
    /// How far the process grew above what it had before the attack.
    pub memory_bytes: u64,
}

/// A dead letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    pub cause: String,
    pub message: String,
    pub value: String,
}
