//! One node in a task: the operator, how it is called, and the edges its output leaves by.

use std::sync::{Arc, atomic::Ordering::Relaxed};

use super::meter::metered;
use crate::{
    Clock, Counters, Fault, Generator, Operator, Output, Policies, Port, RecordBatch,
    breaker::Breaker, partition::Partitioner, spec::Kind,
};

/// The CPU time of every so many calls is taken: the clock costs as much as a few records.
const SAMPLE_EVERY: u64 = 8;

/// A node of a chain.
pub(crate) struct Node {
    pub(crate) name: String,
    /// Digest of its plugin; empty for built-in nodes.
    pub(crate) plugin: String,
    /// Absent for a source: the task's head drives that.
    pub(crate) operator: Option<Box<dyn Operator>>,
    pub(crate) output: Output,
    pub(crate) edges: Vec<Edge>,
    pub(crate) kind: Kind,
    pub(crate) policies: Policies,
    pub(crate) breaker: Breaker,
    pub(crate) counters: Arc<Counters>,
    /// Present where this node makes watermarks; those of its inputs end here then.
    pub(crate) generator: Option<Generator>,
    pub(crate) calls: u64,
    /// Whether all that it sends leaves by one port, so that a watermark can go between two of its records.
    pub(crate) one_port: bool,
    /// How far time has come here.
    pub(crate) time: i64,
    /// Whether others were told that this source is silent.
    pub(crate) idle: bool,
    /// Nothing reaches a node that has halted.
    pub(crate) halted: bool,
}

/// One edge out of a node.
#[derive(Debug)]
pub(crate) struct Edge {
    pub(crate) port: Port,
    pub(crate) target: Target,
}

#[derive(Debug)]
pub(crate) enum Target {
    /// Another node of this chain.
    Node { index: usize, port: Port },
    /// Other tasks. `None` once they are gone: what they do not want is not sent.
    Channels(Option<Partitioner>),
}

impl Edge {
    /// Whether records must have a key to go this way.
    pub(crate) fn needs_keys(&self) -> bool {
        matches!(&self.target, Target::Channels(Some(partitioner)) if partitioner.needs_keys())
    }
}

impl Node {
    /// One call over `batch`; its output is staged, not committed.
    pub(crate) async fn process(
        &mut self,
        port: Port,
        batch: &RecordBatch,
        clock: &dyn Clock,
    ) -> Result<(), Fault> {
        let operator = self.operator.as_mut().expect("a source is never called");
        self.output.begin(Some(batch));
        let sampled = self.calls.is_multiple_of(SAMPLE_EVERY);
        self.calls += 1;
        Counters::add(&self.counters.calls, 1);
        let call = operator.process(port, batch, &mut self.output);
        if !sampled {
            return call.await;
        }
        let (result, spent) = metered(clock, call).await;
        let spent = usize::try_from(spent.as_nanos()).unwrap_or(usize::MAX);
        Counters::add(&self.counters.sampled_cpu_ns, spent);
        Counters::add(&self.counters.sampled_records, batch.len());
        result
    }

    /// Tells the operator how far time has come, if that is news; its output is staged, not committed.
    pub(crate) async fn on_watermark(&mut self, time: i64) -> Result<(), Fault> {
        if time <= self.time {
            return Ok(());
        }
        self.time = time;
        let Some(operator) = &mut self.operator else { return Ok(()) };
        self.output.begin(None);
        operator.on_watermark(time, &mut self.output).await
    }

    pub(crate) async fn open(&mut self) -> Result<(), Fault> {
        match &mut self.operator {
            Some(operator) => operator.open().await,
            None => Ok(()),
        }
    }

    pub(crate) async fn flush(&mut self) -> Result<(), Fault> {
        match &mut self.operator {
            Some(operator) => operator.flush().await,
            None => Ok(()),
        }
    }

    pub(crate) async fn close(&mut self) -> Result<(), Fault> {
        let Some(operator) = &mut self.operator else { return Ok(()) };
        let closed = operator.close().await;
        self.note_usage();
        closed
    }

    pub(crate) fn note_usage(&self) {
        if let Some(operator) = &self.operator {
            let usage = operator.usage();
            self.counters.memory_bytes_peak.fetch_max(usage.memory_bytes_peak, Relaxed);
            self.counters.log_lines_dropped.fetch_max(usage.log_lines_dropped, Relaxed);
        }
    }
}
