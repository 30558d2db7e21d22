//! What the engine asks of the code it runs: operators, of which sinks are those without outputs, and sources.

use async_trait::async_trait;

use crate::{Fault, Output, Port, RecordBatch};

/// One parallel copy of a processing step. Lives on one thread.
///
/// A call is a transaction: what it stages in its [`Output`] counts only if it returns `Ok`. After a call that failed the
/// engine calls [`open`](Operator::open) again before anything else, and the operator starts afresh.
#[async_trait(?Send)]
pub trait Operator {
    /// Starts, or starts afresh after a failed call.
    async fn open(&mut self) -> Result<(), Fault>;

    /// Takes one batch that came in by `port`.
    async fn process(
        &mut self,
        port: Port,
        batch: &RecordBatch,
        output: &mut Output,
    ) -> Result<(), Fault>;

    /// No record with a timestamp below `time` is expected any more.
    async fn on_watermark(&mut self, time: i64, output: &mut Output) -> Result<(), Fault> {
        let _ = (time, output);
        Ok(())
    }

    /// A barrier came through: makes durable what was taken so far, so that nothing of it has to come again. What a sink
    /// can lose with its process it must not keep beyond this call; others have nothing to do.
    async fn flush(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    /// All inputs have ended.
    async fn close(&mut self) -> Result<(), Fault>;

    /// What it holds now.
    fn usage(&self) -> Usage {
        Usage::default()
    }
}

/// Resources of one operator task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// Most bytes of guest memory held at once.
    pub memory_bytes_peak: u64,
    /// Log lines that were dropped for coming too fast.
    pub log_lines_dropped: u64,
}

/// Whether a source has more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// Something was read, or may be next time.
    More,
    /// This was all there is.
    End,
}

/// One parallel copy of a source: a split of the input. Lives on one thread.
#[async_trait(?Send)]
pub trait Source {
    async fn open(&mut self) -> Result<(), Fault>;

    /// Stages up to one batch on port 0, and records it could not read as rejections of the batch they came in. Waits
    /// for input; the future may be dropped while it waits, and nothing is lost.
    async fn read(&mut self, output: &mut Output) -> Result<Read, Fault>;

    /// Stages what has been taken from the input and not been staged yet. Called once, when the pipeline is to stop; a
    /// source that can read again what it has not staged has nothing to do.
    async fn drain(&mut self, output: &mut Output) -> Result<(), Fault> {
        let _ = output;
        Ok(())
    }

    /// Where the source stands: behind everything that it has staged, before everything that it has not. From there a
    /// source that is given this position goes on. `None`: it cannot read again what it has read.
    fn position(&self) -> Option<Position> {
        None
    }

    /// `barrier` goes out behind everything that has been staged, before everything that has not.
    fn mark(&mut self, barrier: u64) {
        let _ = barrier;
    }

    /// What was staged before `barrier`, and before those marked earlier, is durable in every sink: whoever sent it may be
    /// told. Never called where nobody follows barriers to their sinks.
    async fn acknowledge(&mut self, barrier: u64) -> Result<(), Fault> {
        let _ = barrier;
        Ok(())
    }

    /// Whether somebody waits for what was staged to be acknowledged. A source that stops is kept until nobody does, or
    /// nobody acknowledges any more.
    fn is_awaited(&self) -> bool {
        false
    }
}

/// Where a source stands, as text that only its connector understands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position(pub String);
