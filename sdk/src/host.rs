//! What an operator can ask of whoever runs it. The WebAssembly back-end is in `wasm`; natively the embedder brings
//! its own. Object safe, so that an operator is compiled once for every host.

use std::fmt;

use crate::{BatchRef, Columns};

/// The imports of the guest interface. Nothing here waits or fails: the host stages what it is given and faults the
/// call on a violation.
pub trait Host {
    /// New records leave by `port`.
    fn emit(&mut self, port: u32, batch: &BatchRef<'_>);
    /// The same for columns that the operator built; a host that passes owned lists on can take them from here.
    fn emit_columns(&mut self, port: u32, columns: &mut Columns) {
        self.emit(port, &columns.as_batch());
    }
    /// Rows of the input, strictly increasing, leave unchanged by `port`.
    fn forward(&mut self, port: u32, rows: &[u32]);
    /// Rows of the input leave by `port` under new keys; `key_ends` has the length of `rows`.
    fn rekey(&mut self, port: u32, rows: &[u32], key_ends: &[u32], keys: &[u8]);
    /// These rows of the input fail.
    fn reject(&mut self, rows: &[u32], reason: &str);
    fn log(&mut self, level: Level, message: &str);

    fn tenant(&self) -> String;
    /// The name of the operator in its pipeline.
    fn operator(&self) -> String;
    fn task_index(&self) -> u32;
    fn parallelism(&self) -> u32;
    /// The watermark; the smallest `i64` before the first one.
    fn event_time(&self) -> i64;
    /// Milliseconds since the Unix epoch, frozen for the length of a call.
    fn processing_time(&self) -> i64;
    /// 64 random bits from the pipeline's seed.
    fn random(&mut self) -> u64;
}

/// How much a log message matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Trace,
    Debug,
    Info,
    Warn,
    Error,
}

/// What an operator may know about where it runs.
pub struct Context<'a> {
    host: &'a mut dyn Host,
}

impl<'a> Context<'a> {
    pub(crate) fn new(host: &'a mut dyn Host) -> Self {
        Self { host }
    }

    #[must_use]
    pub fn tenant(&self) -> String {
        self.host.tenant()
    }

    /// The name of the operator in its pipeline.
    #[must_use]
    pub fn operator(&self) -> String {
        self.host.operator()
    }

    /// Which parallel copy this is, from 0.
    #[must_use]
    pub fn task_index(&self) -> u32 {
        self.host.task_index()
    }

    /// How many parallel copies there are.
    #[must_use]
    pub fn parallelism(&self) -> u32 {
        self.host.parallelism()
    }

    /// The watermark: no record with a smaller timestamp is expected any more. The smallest `i64` before the first.
    #[must_use]
    pub fn event_time(&self) -> i64 {
        self.host.event_time()
    }

    /// The host's clock in milliseconds since the Unix epoch, frozen for the length of a call.
    #[must_use]
    pub fn processing_time(&self) -> i64 {
        self.host.processing_time()
    }

    /// 64 random bits; the same for the same pipeline seed, operator, task and number of earlier draws.
    pub fn random(&mut self) -> u64 {
        self.host.random()
    }
}

impl fmt::Debug for Context<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Context").finish_non_exhaustive()
    }
}
