//! The stream engine: batches, tasks, channels, time, faults, and the plan that says which task runs what.
//!
//! A batch's way: a [`Source`] stages it in an [`Output`], its [`task`] commits that and hands it along a chain of
//! [`Operator`]s; where the chain ends, a [`partition`]er cuts it up and [`channel`]s carry the parts to other tasks.
//!
//! No I/O, no threads, no wasm, no RPC: whoever runs the engine supplies a [`Factory`], a [`Clock`] and the threads.

pub mod batch;
mod breaker;
mod budget;
pub mod channel;
mod clock;
mod counters;
mod fault;
mod frame;
mod operator;
mod output;
pub mod partition;
pub mod plan;
mod policy;
pub mod spec;
pub mod task;
mod watermark;
mod wiring;

pub use batch::{BatchBuilder, Columns, Record, RecordBatch};
pub use breaker::Setting as Breaker;
pub use budget::{Budget, Lease};
pub use clock::Clock;
pub use counters::{Counters, Snapshot};
pub use fault::{Class, Code, Fault, Origin, Retry};
pub use frame::{Frame, Port, Watermark};
pub use operator::{Operator, Position, Read, Source, Usage};
pub use output::{Emission, Output, Rejection, Violation};
pub use plan::TaskId;
pub use policy::{ErrorPolicy, Policies, Then};
pub use task::{Ending, Failed, Halt, Observer, Setting, Task};
pub use watermark::{Generator, Lateness};
pub use wiring::{ChannelId, Factory, Inlet, Outlet, Seed, Wiring, wire};

/// Most records in a batch that the engine itself cuts: large enough that a call's fixed cost vanishes, small enough
/// that a batch stays in a core's cache.
pub const BATCH_RECORDS: usize = 1_024;

/// Bytes at which the engine itself cuts a batch.
pub const BATCH_BYTES: usize = 256 << 10;

/// How long a record may wait for its batch to fill.
pub const BATCH_WAIT: std::time::Duration = std::time::Duration::from_millis(5);

pub use sandbar_schema::{BATCH_BYTES_MAX, RECORD_BYTES_MAX};
