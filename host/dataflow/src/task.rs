//! Tasks: one parallel copy of a chain of nodes, a future that runs from its first record to its last. A head feeds it,
//! either a source or an inbox of channels; the [`chain`] does the rest.

use std::{sync::Arc, time::Duration};

use tokio::sync::watch;

use crate::{Budget, Clock, Fault, Frame, Output, Read, Source, Watermark};

mod chain;
mod dead_letter;
mod inputs;
mod meter;
mod node;
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
    pub observer: Arc<dyn Observer>,
}

/// Who wants to know at once what happens to an operator.
pub trait Observer: Send + Sync {
    /// The circuit breaker of `node` opened for `pause`, because of `fault`.
    fn paused(&self, node: &str, pause: Duration, fault: &Fault);
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
    pub async fn run(mut self) -> Result<(), Halt> {
        let result = self.run_to_end().await;
        if result.is_err() {
            self.chain.abandon().await;
        }
        result
    }

    async fn run_to_end(&mut self) -> Result<(), Halt> {
        let Self { head, chain, setting } = self;
        match head {
            Head::Source { source, idle } => {
                run_source(source.as_mut(), *idle, chain, setting).await?
            }
            Head::Inputs(inputs) => {
                chain.open().await?;
                run_inputs(inputs, chain).await?;
            }
        }
        chain.deliver(0, Frame::End).await
    }
}

/// Reads until the source ends or the pipeline stops. Only a source that ended says that time has ended too.
async fn run_source(
    source: &mut dyn Source,
    idle: Option<Duration>,
    chain: &mut Chain,
    setting: &Setting,
) -> Result<(), Halt> {
    let mut stop = setting.stop.clone();
    tokio::select! {
        biased;
        // What is behind the source is opened whatever comes, since it will be closed.
        opened = async { (chain.open().await, source.open().await) } => {
            opened.0?;
            opened.1.map_err(|fault| chain.halt(0, fault))?;
        }
        () = stopped(&mut stop) => return Ok(()),
    }
    let mut output = Output::new(1, Some(usize::MAX));
    let mut turn = Turn::default();
    loop {
        tokio::select! {
            biased;
            () = stopped(&mut stop) => break,
            () = setting.budget.ready() => {}
        }
        output.begin(None);
        let read = read(source.read(&mut output), idle, chain, &mut stop).await?;
        let Some(read) = read else { break };
        let read = read.map_err(|fault| chain.halt(0, fault))?;
        chain.commit_source(&mut output).await?;
        if read == Read::End {
            return chain.deliver(0, Frame::Watermark(Watermark::At(i64::MAX))).await;
        }
        // A file is always ready.
        turn.over().await;
    }
    output.begin(None);
    source.drain(&mut output).await.map_err(|fault| chain.halt(0, fault))?;
    chain.commit_source(&mut output).await
}

/// Waits for `read`; meanwhile open batches leave, and after `idle` the source is said to be silent. `None` once the
/// pipeline is to stop. Only waiting is ever cut short, never what goes on to others.
async fn read(
    read: impl Future<Output = Result<Read, Fault>>,
    idle: Option<Duration>,
    chain: &mut Chain,
    stop: &mut watch::Receiver<bool>,
) -> Result<Option<Result<Read, Fault>>, Halt> {
    let mut read = std::pin::pin!(read);
    tokio::select! {
        biased;
        read = &mut read => return Ok(Some(read)),
        () = std::future::ready(()) => {}
    }
    chain.flush().await?;
    if let Some(idle) = idle {
        tokio::select! {
            biased;
            read = &mut read => return Ok(Some(read)),
            () = stopped(stop) => return Ok(None),
            () = tokio::time::sleep(idle) => {}
        }
        chain.deliver(0, Frame::Watermark(Watermark::Idle)).await?;
    }
    tokio::select! {
        biased;
        read = &mut read => Ok(Some(read)),
        () = stopped(stop) => Ok(None),
    }
}

/// Returns once the pipeline is to stop; a pipeline whose controller is gone runs on to its end.
async fn stopped(stop: &mut watch::Receiver<bool>) {
    if stop.wait_for(|stop| *stop).await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// Takes frames until all inputs have ended.
async fn run_inputs(inputs: &mut Inputs, chain: &mut Chain) -> Result<(), Halt> {
    let mut turn = Turn::default();
    loop {
        let frame = match inputs.try_next() {
            Some(frame) => Some(frame),
            None => {
                chain.flush().await?;
                inputs.next().await
            }
        };
        let Some((port, frame)) = frame else { return Ok(()) };
        chain.deliver_to(0, port, frame).await?;
        // Frames may come faster than they are taken.
        turn.over().await;
    }
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
