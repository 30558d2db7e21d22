//! The seam for time: what the engine may ask of the world's clocks. Waiting goes through `tokio::time`, which tests
//! pause; everything else goes through here.

use std::time::Duration;

/// Clocks as the engine sees them.
pub trait Clock: Send + Sync {
    /// Milliseconds since the Unix epoch. Supplied to guests as processing time; never decides event time.
    fn now_ms(&self) -> i64;

    /// CPU time that the calling thread has used.
    fn thread_cpu(&self) -> Duration;
}
