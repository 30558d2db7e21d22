//! What a channel carries: batches, and the marks between them that every task sees in the same order.

use crate::RecordBatch;

/// One item of a channel.
#[derive(Clone, Debug)]
pub enum Frame {
    Batch(RecordBatch),
    Watermark(Watermark),
    /// Everything before it belongs to checkpoint `id`. A task with several inputs passes it on when it came from all.
    Barrier(u64),
    /// Nothing follows.
    End,
}

/// How far event time has come on one channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watermark {
    /// No record with a smaller timestamp is expected, milliseconds since the Unix epoch. `i64::MAX`: none at all.
    At(i64),
    /// Says nothing until its next mark; others need not wait for it.
    Idle,
}

/// Number of an input or output of an operator, in the order it declares them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Port(pub u32);

impl Port {
    /// Where failed records leave, on every node.
    pub const DEAD_LETTERS: Port = Port(u32::MAX);
    /// Where records behind the watermark leave, on operators that tell them apart.
    pub const LATE: Port = Port(u32::MAX - 1);

    /// Name of a built-in output port.
    pub fn built_in(name: &str) -> Option<Port> {
        match name {
            "dead-letters" => Some(Port::DEAD_LETTERS),
            "late" => Some(Port::LATE),
            _ => None,
        }
    }
}
