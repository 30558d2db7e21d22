//! A batch's way through one task: each node is called, what it staged is committed and handed to the next, and what
//! fails is retried, bisected and met with the node's policy.

use std::{
    pin::Pin,
    sync::{Arc, atomic::Ordering::Relaxed},
    time::Duration,
};

use tokio::time::Instant;

use super::{
    Failed, Halt, Node, Setting, Target,
    dead_letter::{self, Stamp},
    stopped,
};
use crate::{
    Code, Counters, Emission, Fault, Frame, Generator, Output, Port, RecordBatch, Rejection, Retry,
    Then, Watermark, partition::Partitioner, spec::Kind,
};

type Step<'a> = Pin<Box<dyn Future<Output = Result<(), Halt>> + 'a>>;

/// The nodes of one task, the first one fed by its head.
pub(crate) struct Chain {
    nodes: Vec<Node>,
    setting: Setting,
}

/// Records that one call is to take.
struct Attempt {
    batch: RecordBatch,
    /// Calls that saw these records fail.
    failures: u32,
    /// Whether this is the batch as it came, not a part of it.
    whole: bool,
}

impl Chain {
    pub(crate) fn new(nodes: Vec<Node>, setting: Setting) -> Self {
        Self { nodes, setting }
    }

    /// Name of the first node, which stands for the task.
    pub(crate) fn name(&self) -> &str {
        &self.nodes[0].name
    }

    /// Node `node` stops for `fault`: nothing more is sent to it.
    pub(crate) fn halt(&mut self, node: usize, fault: Fault) -> Halt {
        let node = &mut self.nodes[node];
        node.halted = true;
        Halt { node: node.name.clone(), fault }
    }

    pub(crate) async fn open(&mut self) -> Result<(), Halt> {
        for index in 0..self.nodes.len() {
            let opened = self.nodes[index].open().await;
            opened.map_err(|fault| self.halt(index, fault))?;
        }
        Ok(())
    }

    /// Hands `frame` to node `index` by its first port.
    pub(crate) fn deliver(&mut self, index: usize, frame: Frame) -> Step<'_> {
        self.deliver_to(index, Port(0), frame)
    }

    /// Hands `frame` to node `index`, and all that follows from it to the nodes behind.
    pub(crate) fn deliver_to(&mut self, index: usize, port: Port, frame: Frame) -> Step<'_> {
        match frame {
            _ if self.nodes[index].halted => Box::pin(std::future::ready(Ok(()))),
            Frame::Batch(batch) => Box::pin(self.process(index, port, batch)),
            Frame::Watermark(watermark) => Box::pin(self.advance(index, watermark)),
            mark @ Frame::Barrier(_) => Box::pin(self.barrier(index, mark)),
            Frame::End => Box::pin(self.end(index)),
        }
    }

    /// Commits what a source staged in `output`.
    pub(crate) async fn commit_source(&mut self, output: &mut Output) -> Result<(), Halt> {
        let (emissions, rejections) = output.take();
        let counters = &self.nodes[0].counters;
        let emitted: usize = emissions.iter().map(|emission| emission.batch.len()).sum();
        let rejected: usize = rejections.iter().map(|rejection| rejection.records.len()).sum();
        Counters::add(&counters.records_in, emitted + rejected);
        if emitted > 0 && std::mem::take(&mut self.nodes[0].idle) {
            // Others must wait for this source again, from where its time stands.
            let time = self.nodes[0].generator.as_ref().map_or(i64::MIN, Generator::last);
            self.mark(0, Frame::Watermark(Watermark::At(time))).await?;
        }
        self.commit(0, emissions, rejections, 1).await
    }

    /// Sends every open batch on its way: the input is idle.
    pub(crate) async fn flush(&mut self) -> Result<(), Halt> {
        for edge in self.nodes.iter_mut().flat_map(|node| &mut node.edges) {
            if let Target::Channels(channels) = &mut edge.target
                && let Some(partitioner) = channels
                && partitioner.flush().await.is_err()
            {
                give_up(channels).await;
            }
        }
        Ok(())
    }

    /// After a halt: sends on what was committed, and says that nothing follows. Faults of others change nothing now.
    pub(crate) async fn abandon(&mut self) {
        for node in &mut self.nodes {
            for edge in &mut node.edges {
                if let Target::Channels(Some(partitioner)) = &mut edge.target {
                    let _ = partitioner.mark(&Frame::End).await;
                }
            }
            if node.kind == Kind::Sink && !node.halted {
                let _ = node.close().await;
            }
            node.note_usage();
        }
    }

    /// Calls node `index` until every record of `batch` has been taken or met its policy.
    async fn process(&mut self, index: usize, port: Port, batch: RecordBatch) -> Result<(), Halt> {
        let mut attempts = vec![Attempt { batch, failures: 0, whole: true }];
        while let Some(attempt) = attempts.pop() {
            let node = &mut self.nodes[index];
            let called = node.process(port, &attempt.batch, self.setting.clock.as_ref()).await;
            match called {
                Ok(()) => {
                    Counters::add(&node.counters.records_in, attempt.batch.len());
                    let (emissions, rejections) = node.output.take();
                    self.commit(index, emissions, rejections, attempt.failures + 1).await?;
                }
                Err(fault) => self.failed(index, attempt, fault, &mut attempts).await?,
            }
        }
        Ok(())
    }

    /// A call failed and is taken back: what is to be tried now, or what becomes of a record that failed alone.
    async fn failed(
        &mut self,
        index: usize,
        attempt: Attempt,
        fault: Fault,
        attempts: &mut Vec<Attempt>,
    ) -> Result<(), Halt> {
        let Attempt { batch, failures, whole } = attempt;
        let node = &mut self.nodes[index];
        Counters::add(&node.counters.calls_failed, 1);
        if fault.code.retry() == Retry::Useless {
            return Err(self.halt(index, fault));
        }
        node.note_usage();
        let policy = *node.policies.of(fault.code.class());
        if whole && failures < policy.retry {
            let backoff = policy.backoff.saturating_mul(1 << failures.min(16));
            self.wait(backoff).await;
            attempts.push(Attempt { batch, failures: failures + 1, whole });
            return self.reopen(index).await;
        }
        if batch.len() > 1 {
            let half = batch.len() / 2;
            for part in [batch.slice(half..batch.len()), batch.slice(0..half)] {
                attempts.push(Attempt { batch: part, failures: failures + 1, whole: false });
            }
            return self.reopen(index).await;
        }
        Counters::add(&node.counters.records_in, 1);
        if policy.then != Then::Halt {
            self.pause(index, &fault).await;
            self.reopen(index).await?;
        }
        let number = Some(self.nodes[index].counters.snapshot().records_in);
        self.meet(index, Rejection { records: batch, fault }, failures + 1, number).await
    }

    /// A record failed alone: waits if the circuit breaker says so.
    async fn pause(&mut self, index: usize, fault: &Fault) {
        let node = &mut self.nodes[index];
        if let Some(pause) = node.breaker.failed_alone(Instant::now()) {
            Counters::add(&node.counters.pauses, 1);
            self.setting.observer.paused(&node.name, pause, fault);
            let counters = Arc::clone(&node.counters);
            counters.paused.store(1, Relaxed);
            self.wait(pause).await;
            counters.paused.store(0, Relaxed);
        }
    }

    /// Waits, but not while the pipeline drains: whoever stops it waits too.
    async fn wait(&self, time: Duration) {
        let mut stop = self.setting.stop.clone();
        tokio::select! {
            biased;
            () = stopped(&mut stop) => {}
            () = tokio::time::sleep(time) => {}
        }
    }

    async fn reopen(&mut self, index: usize) -> Result<(), Halt> {
        let opened = self.nodes[index].open().await;
        opened.map_err(|fault| self.halt(index, fault))
    }

    /// Makes what a call staged count. A node behind that halts takes nothing more; the others get all of it.
    async fn commit(
        &mut self,
        index: usize,
        emissions: Vec<Emission>,
        rejections: Vec<Rejection>,
        attempts: u32,
    ) -> Result<(), Halt> {
        let mut committed = Ok(());
        let mut due = None;
        for Emission { port, batch } in emissions {
            batch.lease_from(&self.setting.budget);
            let sent = match &mut self.nodes[index] {
                Node { generator: Some(generator), one_port: false, .. } => {
                    due = generator.observe_all(&batch).or(due);
                    self.send(index, port, batch).await
                }
                _ => self.send_timed(index, port, batch).await,
            };
            committed = committed.and(sent);
        }
        if let Some(time) = due {
            let marked = self.mark(index, Frame::Watermark(Watermark::At(time))).await;
            committed = committed.and(marked);
        }
        for rejection in rejections {
            let rejected = self.reject(index, rejection, attempts).await;
            committed = committed.and(rejected);
        }
        committed
    }

    /// Sends `batch`, with watermarks between its records where this node makes them.
    async fn send_timed(
        &mut self,
        index: usize,
        port: Port,
        mut batch: RecordBatch,
    ) -> Result<(), Halt> {
        let mut sent = Ok(());
        while let Some(generator) = &mut self.nodes[index].generator {
            let (taken, watermark) = generator.observe(&batch);
            if taken == batch.len() && watermark.is_none() {
                break;
            }
            sent = sent.and(self.send(index, port, batch.slice(0..taken)).await);
            if let Some(time) = watermark {
                let mark = Frame::Watermark(Watermark::At(time));
                sent = sent.and(self.mark(index, mark).await);
            }
            batch = batch.slice(taken..batch.len());
        }
        sent.and(self.send(index, port, batch).await)
    }

    /// Records that a call refused meet the policy of their node.
    async fn reject(
        &mut self,
        index: usize,
        rejection: Rejection,
        attempts: u32,
    ) -> Result<(), Halt> {
        self.meet(index, rejection, attempts, None).await
    }

    /// Records that failed meet the policy of their node; `number` tells which one it is that failed alone.
    async fn meet(
        &mut self,
        index: usize,
        rejection: Rejection,
        attempts: u32,
        number: Option<u64>,
    ) -> Result<(), Halt> {
        let Rejection { records, fault } = rejection;
        let node = &self.nodes[index];
        Counters::add(&node.counters.rejected, records.len());
        let then = node.policies.of(fault.code.class()).then;
        let failed = Failed { node: &node.name, records: &records, fault: &fault, number, then };
        self.setting.observer.failed(&failed);
        match then {
            Then::Halt => Err(self.halt(index, fault)),
            Then::Skip => {
                Counters::add(&node.counters.skipped, records.len());
                Ok(())
            }
            Then::DeadLetter => {
                Counters::add(&node.counters.dead_lettered, records.len());
                let failed_ms = self.setting.clock.now_ms();
                let (operator, plugin) = (&node.name, &node.plugin);
                let stamp = Stamp { operator, plugin, attempts, failed_ms };
                let mut sent = Ok(());
                for letters in dead_letter::batches(&records, &fault, stamp) {
                    letters.lease_from(&self.setting.budget);
                    sent = sent.and(self.send(index, Port::DEAD_LETTERS, letters).await);
                }
                sent
            }
        }
    }

    /// Sends `batch` to whoever takes `port` of node `index`. Records without a key cannot follow a hash edge and fail.
    async fn send(&mut self, index: usize, port: Port, batch: RecordBatch) -> Result<(), Halt> {
        if batch.is_empty() {
            return Ok(());
        }
        let node = &self.nodes[index];
        let keyed = node.edges.iter().any(|edge| edge.port == port && edge.needs_keys());
        let (keyed, keyless) = match keyed {
            true => split_keyless(&batch),
            false => (batch.clone(), None),
        };
        if port != Port::DEAD_LETTERS {
            Counters::add(&node.counters.records_out, keyed.len());
        }
        let mut sent = Ok(());
        for edge in 0..self.nodes[index].edges.len() {
            let edge = &mut self.nodes[index].edges[edge];
            if edge.port != port {
                continue;
            }
            let batch = if edge.needs_keys() { keyed.clone() } else { batch.clone() };
            match &mut edge.target {
                Target::Node { index, port } => {
                    let (index, port) = (*index, *port);
                    sent = sent.and(self.deliver_to(index, port, Frame::Batch(batch)).await);
                }
                Target::Channels(channels) => {
                    let Some(partitioner) = channels else { continue };
                    if partitioner.push(batch).await.is_err() {
                        give_up(channels).await;
                    }
                }
            }
        }
        let Some(records) = keyless else { return sent };
        let message = "the record has no key, but its edge is partitioned by key";
        let fault = Fault::new(Code::KeyMissing, message);
        sent.and(Box::pin(self.reject(index, Rejection { records, fault }, 1)).await)
    }

    /// Time has come to `watermark` at node `index`.
    async fn advance(&mut self, index: usize, watermark: Watermark) -> Result<(), Halt> {
        if let Watermark::At(time) = watermark {
            let node = &mut self.nodes[index];
            let called = node.on_watermark(time).await;
            let (emissions, rejections) = node.output.take();
            called.map_err(|fault| self.halt(index, fault))?;
            self.commit(index, emissions, rejections, 1).await?;
        } else {
            self.nodes[index].idle = true;
        }
        // A node that makes watermarks replaces those of its inputs; only the end of time passes.
        let node = &self.nodes[index];
        let makes = node.generator.is_some() && node.operator.is_some();
        let passes = !makes || watermark == Watermark::At(i64::MAX);
        if passes { self.mark(index, Frame::Watermark(watermark)).await } else { Ok(()) }
    }

    /// A barrier is at node `index`, which makes durable what it took before it goes on.
    async fn barrier(&mut self, index: usize, barrier: Frame) -> Result<(), Halt> {
        let flushed = self.nodes[index].flush().await;
        flushed.map_err(|fault| self.halt(index, fault))?;
        self.mark(index, barrier).await
    }

    async fn end(&mut self, index: usize) -> Result<(), Halt> {
        let closed = self.nodes[index].close().await;
        closed.map_err(|fault| self.halt(index, fault))?;
        self.mark(index, Frame::End).await
    }

    /// Sends a mark along every edge of node `index`, behind its records.
    async fn mark(&mut self, index: usize, mark: Frame) -> Result<(), Halt> {
        let mut marked = Ok(());
        for edge in 0..self.nodes[index].edges.len() {
            match &mut self.nodes[index].edges[edge].target {
                Target::Node { index, port } => {
                    let (index, port) = (*index, *port);
                    marked = marked.and(self.deliver_to(index, port, mark.clone()).await);
                }
                Target::Channels(channels) => {
                    if let Some(partitioner) = channels
                        && partitioner.mark(&mark).await.is_err()
                    {
                        give_up(channels).await;
                    }
                }
            }
        }
        marked
    }
}

/// A task behind `channels` is gone, having halted. Its neighbours end, so that all of the pipeline does.
async fn give_up(channels: &mut Option<Partitioner>) {
    if let Some(partitioner) = channels.take() {
        partitioner.end().await;
    }
}

/// `batch` without the records that have no key, and those, if there are any.
fn split_keyless(batch: &RecordBatch) -> (RecordBatch, Option<RecordBatch>) {
    let (mut keyed, mut keyless) = (Vec::new(), Vec::new());
    for row in 0..u32::try_from(batch.len()).expect("batches are short") {
        match batch.key(row as usize).is_empty() {
            true => keyless.push(row),
            false => keyed.push(row),
        }
    }
    if keyless.is_empty() {
        return (batch.clone(), None);
    }
    (batch.gather(&keyed), Some(batch.gather(&keyless)))
}
