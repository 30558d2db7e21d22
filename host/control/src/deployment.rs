//! What becomes of one pipeline: a state machine that is told what happened and answers with what to do. It knows no
//! clock, no network and no store; times are milliseconds of any clock that never goes back.
//!
//! Whoever drives it, for each pipeline:
//! 1. makes it with [`Deployment::restore`] from what the store holds, or with [`Deployment::new`];
//! 2. asks [`Deployment::allows`] before an action of a user, records the action, and then tells it by [`Event`];
//! 3. carries out the [`Command`]s that [`Deployment::step`] returns, in order, and tells what came of them;
//! 4. sends [`Event::Timer`] when [`Deployment::wake`] is due.

use crate::{
    HostName, Placement, Problem, Status, TaskId,
    record::{Checkpoint, Desired, Outcome, Position},
    view::{Fault, Level},
};

/// What happened. What bears an epoch is ignored unless that is the present one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A new version was recorded, and is to run. What runs is drained first.
    Deployed,
    /// The user's wish was recorded.
    Paused,
    Resumed,
    Stopped,
    /// [`Command::Place`] is done: the epoch is recorded and the hosts are chosen. `sources`: the chains that begin with a
    /// source.
    Placed {
        epoch: u64,
        placement: Placement,
        sources: Vec<u32>,
    },
    /// It is not. `unavailable` and `conflict` are tried again; anything else fails the pipeline.
    NotPlaced {
        epoch: u64,
        problem: Problem,
    },
    /// [`Command::Start`] is done on one of the hosts.
    Started {
        epoch: u64,
        host: HostName,
    },
    /// It is not. `unavailable` and `conflict` are tried again; anything else fails the pipeline.
    Refused {
        epoch: u64,
        host: HostName,
        problem: Problem,
    },
    /// A barrier went through a task.
    Passed {
        epoch: u64,
        barrier: u64,
        task: TaskId,
        positions: Vec<Position>,
    },
    /// A task is through.
    Ended {
        epoch: u64,
        task: TaskId,
        positions: Vec<Position>,
    },
    /// A task stopped by a fault.
    Halted {
        epoch: u64,
        task: TaskId,
        fault: Fault,
    },
    /// A worker or its host is gone, with all that ran there in this epoch.
    Lost {
        epoch: u64,
        host: HostName,
    },
    /// Nothing is to stay on this host.
    Evacuated {
        host: HostName,
    },
    /// A host came, or takes tasks again.
    HostCame,
    /// [`Command::Commit`] is done, at this time of the wall clock.
    Committed {
        epoch: u64,
        barrier: u64,
        at: i64,
    },
    /// It is not, and the store holds what it held.
    NotCommitted {
        epoch: u64,
        barrier: u64,
        problem: Problem,
    },
    /// The time of [`Deployment::wake`] has come.
    Timer,
}

/// What to do. Every one is answered by an event, where the event says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Record `epoch` as the pipeline's, then choose hosts: [`Event::Placed`] or [`Event::NotPlaced`].
    Place { epoch: u64 },
    /// Start the tasks on all hosts of the placement, from these positions: [`Event::Started`] or [`Event::Refused`]
    /// for each host. Barriers will be larger than `barrier`.
    Start { epoch: u64, placement: Placement, barrier: u64, positions: Vec<Position> },
    /// Give up everything of this epoch, also what is about to start. Nothing of it is told any more.
    Drop { epoch: u64 },
    /// Ask every run for this barrier: [`Event::Passed`] of each task.
    Barrier { epoch: u64, barrier: u64 },
    /// Ask every run to drain: [`Event::Ended`] of each task.
    Drain { epoch: u64 },
    /// Record the checkpoint: [`Event::Committed`] or [`Event::NotCommitted`], always one of them.
    Commit { epoch: u64, barrier: u64, positions: Vec<Position> },
    /// Record how the pipeline ended by itself. Nothing answers: when it is not recorded, a new leader finds out again.
    Record { outcome: Outcome },
    /// A line for the pipeline's log.
    Log { level: Level, message: String },
}

/// What a user may ask of a pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    Deploy,
    Pause,
    Resume,
    Stop,
    Delete,
}

/// One pipeline.
#[derive(Clone, Debug)]
pub struct Deployment {
    epoch: u64,
}

impl Deployment {
    /// A pipeline that was never deployed before: tell it [`Event::Deployed`].
    pub fn new() -> Self {
        Self { epoch: 0 }
    }

    /// What the store holds of a pipeline. One that is to run starts at its first [`Event::Timer`].
    pub fn restore(
        epoch: u64,
        desired: Desired,
        outcome: Option<Outcome>,
        checkpoint: Option<Checkpoint>,
    ) -> Self {
        let _ = (desired, outcome, checkpoint);
        Self { epoch }
    }

    /// Whether a user may ask this now.
    ///
    /// # Errors
    /// `conflict`, if not, with what can be done instead.
    pub fn allows(&self, verb: Verb) -> Result<(), Problem> {
        let _ = verb;
        Ok(())
    }

    /// Takes an event at the time `now` and says what to do.
    pub fn step(&mut self, now: u64, event: Event) -> Vec<Command> {
        let _ = (now, event);
        Vec::new()
    }

    /// When it wants [`Event::Timer`]; none: not before something else happens.
    pub fn wake(&self) -> Option<u64> {
        None
    }

    pub fn status(&self) -> Status {
        Status::Starting
    }

    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// Where its tasks run, or are about to.
    pub fn placement(&self) -> Option<&Placement> {
        None
    }

    /// Where its tasks ran last, for a new placement to stay close to.
    pub fn before(&self) -> Option<&Placement> {
        None
    }

    /// How often it was started again because a worker or host was gone.
    pub fn restarts(&self) -> u32 {
        0
    }

    /// Why it failed.
    pub fn fault(&self) -> Option<&Fault> {
        None
    }

    /// What was committed last.
    pub fn checkpoint(&self) -> Option<&Checkpoint> {
        None
    }
}

impl Default for Deployment {
    fn default() -> Self {
        Self::new()
    }
}
