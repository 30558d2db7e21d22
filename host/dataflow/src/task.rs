//! Tasks: one parallel copy of a chain of nodes, a future that runs from its first record to its last. A head feeds it,
//! either a source or an inbox of channels; the [`chain`] does the rest.

use std::{sync::Arc, time::Duration};

use tokio::sync::watch;

use crate::{Budget, Clock, Code, Fault, Frame, Position, RecordBatch, Source, TaskId, Then};

mod chain;
mod dead_letter;
mod inputs;
mod meter;
mod node;
mod reading;
#[cfg(test)]
mod tests;

pub use dead_letter::header;

pub(crate) use chain::Chain;
pub(crate) use inputs::Inputs;
pub(crate) use node::{Edge, Node, Target};

/// What all tasks of a pipeline share. Cheap to clone.
#[derive(Clone)]
pub struct Setting {
    /// Memory for batches; sources wait for it.
    pub budget: Arc<Budget>,
    pub clock: Arc<dyn Clock>,
    /// Turns true when sources are to end: the pipeline drains.
    pub stop: watch::Receiver<bool>,
    /// The newest barrier that was asked for, each larger than all before. Sources send it between two reads; of several
    /// asked for in quick succession only the newest may be sent. What was sent before the tasks were wired is not theirs.
    pub barrier: watch::Receiver<u64>,
    /// The newest barrier that passed every task of the pipeline. Closed where nobody follows barriers that far.
    pub acknowledged: watch::Receiver<u64>,
    pub observer: Arc<dyn Observer>,
}

/// Who wants to know at once what happens to an operator.
pub trait Observer: Send + Sync {
    /// The circuit breaker of `node` opened for `pause`, because of `fault`.
    fn paused(&self, node: &str, pause: Duration, fault: &Fault);

    /// Records failed and meet their policy now. Called on the way of the records: it must be quick.
    fn failed(&self, failed: &Failed<'_>) {
        let _ = failed;
    }

    /// `barrier` went through every node of `task`, and what came before it is on its way or, in sinks, durable. Where a
    /// source feeds the task: its position right there; `None` if it cannot replay. A task may pass a later barrier
    /// without this one.
    fn passed(&self, task: TaskId, barrier: u64, position: Option<Position>) {
        let _ = (task, barrier, position);
    }
}

/// Records that failed for one reason.
#[derive(Clone, Copy, Debug)]
pub struct Failed<'a> {
    pub node: &'a str,
    pub records: &'a RecordBatch,
    pub fault: &'a Fault,
    /// Where one record failed alone: its place among those that came to its task of the node, from 1.
    pub number: Option<u64>,
    /// What becomes of them.
    pub then: Then,
}

/// How a task ended that did not halt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    pub task: TaskId,
    /// Where the task's source stands: all before it was sent on. `None` without a source, or if that cannot replay.
    pub position: Option<Position>,
    /// Whether the task's source had nothing more; false where it was stopped, and where there is none.
    pub complete: bool,
}

/// A task stopped before its input ended; what came before is in the output.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{node}` stopped: {fault}")]
pub struct Halt {
    pub node: String,
    pub fault: Fault,
}

/// One parallel copy of a chain. Lives on one thread.
pub struct Task {
    pub(crate) id: TaskId,
    pub(crate) head: Head,
    pub(crate) chain: Chain,
    pub(crate) setting: Setting,
}

/// What feeds a task.
pub(crate) enum Head {
    /// The chain's first node is this source; `idle` says after which silence nobody waits for it.
    Source {
        source: Box<dyn Source>,
        idle: Option<Duration>,
    },
    Inputs(Inputs),
}

impl std::fmt::Debug for Setting {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Setting").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Task {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Task").finish_non_exhaustive()
    }
}

impl Task {
    /// Runs until the input ends, the pipeline stops or a fault halts it. In each case everything downstream is told that
    /// nothing follows, so that it ends too, with all records up to here.
    ///
    /// # Errors
    /// [`Halt`] names the node and the fault.
    pub async fn run(mut self) -> Result<Ending, Halt> {
        let result = self.run_to_end().await;
        if result.is_err() {
            self.chain.abandon().await;
        }
        result
    }

    async fn run_to_end(&mut self) -> Result<Ending, Halt> {
        let Self { id, head, chain, setting } = self;
        let mut ending = Ending { task: *id, position: None, complete: false };
        match head {
            Head::Source { source, idle } => {
                let read = reading::run(*id, source.as_mut(), *idle, chain, setting).await?;
                ending.complete = read == reading::Over::Ended;
                ending.position = source.position();
            }
            Head::Inputs(inputs) => {
                chain.open().await?;
                run_inputs(*id, inputs, chain, setting).await?;
            }
        }
        chain.deliver(0, Frame::End).await?;
        Ok(ending)
    }
}

/// Returns once the pipeline is to stop; a pipeline whose controller is gone runs on to its end.
async fn stopped(stop: &mut watch::Receiver<bool>) {
    if stop.wait_for(|stop| *stop).await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// Takes frames until all inputs have ended.
async fn run_inputs(
    id: TaskId,
    inputs: &mut Inputs,
    chain: &mut Chain,
    setting: &Setting,
) -> Result<(), Halt> {
    let mut turn = Turn::default();
    loop {
        let frame = match inputs.try_next() {
            Some(frame) => Some(frame),
            None => {
                chain.flush().await?;
                let next = inputs.next().await;
                next.map_err(|inputs::Lost| Halt { node: chain.name().to_owned(), fault: lost() })?
            }
        };
        let Some((port, frame)) = frame else { return Ok(()) };
        let barrier = if let Frame::Barrier(barrier) = &frame { Some(*barrier) } else { None };
        chain.deliver_to(0, port, frame).await?;
        if let Some(barrier) = barrier {
            setting.observer.passed(id, barrier, None);
        }
        // Frames may come faster than they are taken.
        turn.over().await;
    }
}

fn lost() -> Fault {
    Fault::new(Code::InputLost, "an input went away before it ended")
}

/// How long a task may go on before the other tasks of its thread have their turn: a thread that yields with nobody else
/// ready asks the system for events, which costs as much as a small batch.
#[derive(Default)]
struct Turn {
    frames: u32,
}

impl Turn {
    /// Frames of one turn: some milliseconds of work at most, the budget of a call apart.
    const FRAMES: u32 = 8;

    /// A frame is done; gives way if the turn is over.
    async fn over(&mut self) {
        self.frames += 1;
        if self.frames == Self::FRAMES {
            self.frames = 0;
            tokio::task::yield_now().await;
        }
    }
}
