//! What becomes of one pipeline: a state machine that is told what happened and answers with what to do. It knows no
//! clock, no network and no store; times are milliseconds of any clock that never goes back.
//!
//! Whoever drives it, for each pipeline:
//! 1. makes it with [`Deployment::restore`] from what the store holds, or with [`Deployment::new`];
//! 2. asks [`Deployment::allows`] before an action of a user, records the action, and then tells it by [`Event`];
//! 3. carries out the [`Command`]s that [`Deployment::step`] returns, in order, and tells what came of them;
//! 4. sends [`Event::Timer`] when [`Deployment::wake`] is due.

use std::collections::BTreeMap;

use crate::{
    Code, HostName, Placement, Problem, Status, TaskId,
    record::{Checkpoint, Desired, Outcome, Position},
    view::{Fault, Level},
};

mod backoff;
mod barrier;
mod ending;
mod epoch;
mod pace;
mod progress;
#[cfg(test)]
mod tests;
mod verb;

pub use verb::Verb;

use backoff::Backoff;
use pace::{Pace, Rhythm};
use progress::Progress;

/// How long sources and what is in flight may take to drain.
pub const DRAIN_MS: u64 = 30_000;

/// How long all hosts together may take to start: a plugin compiles for up to a minute, and others may be before it.
const START_MS: u64 = 180_000;

/// How long until positions that could not be recorded are recorded again.
const COMMIT_AGAIN_MS: u64 = 1_000;

/// The source that a chain begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub name: String,
    /// Whether its senders wait until what they sent is in every sink: [`Command::Acknowledge`].
    pub acknowledges: bool,
}

/// What happened. What bears an epoch is ignored unless that is the present one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A new version was recorded, and is to run. What runs is drained first.
    Deployed,
    /// The user's wish was recorded.
    Paused,
    Resumed,
    Stopped,
    /// [`Command::Place`] is done: the epoch is recorded and the hosts are chosen. `sources`: of the chains that
    /// begin with one.
    Placed {
        epoch: u64,
        placement: Placement,
        sources: BTreeMap<u32, Source>,
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
    /// What its connectors may reach has changed.
    Regranted,
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
    /// Tell every run that this barrier, and with it all before, passed every task and that what it says of positions is
    /// recorded. Nothing answers. Only where a source acknowledges.
    Acknowledge { epoch: u64, barrier: u64 },
    /// Ask every run to drain: [`Event::Ended`] of each task.
    Drain { epoch: u64 },
    /// Record the checkpoint: [`Event::Committed`] or [`Event::NotCommitted`], always one of them.
    Commit { epoch: u64, barrier: u64, positions: Vec<Position> },
    /// Record how the pipeline ended by itself. Nothing answers: when it is not recorded, a new leader finds out again.
    Record { outcome: Outcome },
    /// A line for the pipeline's log.
    Log { level: Level, message: String },
}

/// One pipeline.
#[derive(Clone, Debug)]
pub struct Deployment {
    phase: Phase,
    desired: Desired,
    outcome: Option<Outcome>,
    epoch: u64,
    /// The largest barrier that was asked for or committed.
    barrier: u64,
    checkpoint: Option<Checkpoint>,
    /// A checkpoint that is being recorded. No epoch begins meanwhile, so that it begins where the last one ended.
    commit: Option<Checkpoint>,
    backoff: Backoff,
    why: Why,
    restarts: u32,
    before: Option<Placement>,
}

/// Why tasks are being started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    Asked,
    Recovery,
}

#[derive(Clone, Debug)]
enum Phase {
    /// Nothing runs and nothing will, until somebody asks.
    Rest,
    /// Nothing runs; the next epoch begins at this time.
    Waiting { until: u64, hostless: bool },
    /// An epoch was chosen; its hosts are not.
    Placing,
    /// Tasks were started, on some hosts perhaps not yet.
    Running(Run),
    /// Its sources were told to stop; given up at this time. Where senders wait, barriers go on until nobody does.
    Draining { run: Run, until: u64 },
    /// All tasks are through; their last positions are being recorded.
    Settling { run: Run, again: u64, ending: Ending },
}

/// Why all tasks ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    ByItself,
    /// Somebody wanted it: given up at this time, if the positions cannot be recorded.
    Drained {
        until: u64,
    },
}

/// The tasks of one epoch.
#[derive(Clone, Debug)]
struct Run {
    placement: Placement,
    /// Hosts that did not start yet.
    missing: std::collections::BTreeSet<HostName>,
    /// When the last host started; before that, when starting began.
    since: u64,
    progress: Progress,
    pace: Pace,
}

impl Deployment {
    /// A pipeline that was never deployed before: tell it [`Event::Deployed`].
    pub fn new() -> Self {
        Self {
            phase: Phase::Rest,
            desired: Desired::Running,
            outcome: None,
            epoch: 0,
            barrier: 0,
            checkpoint: None,
            commit: None,
            backoff: Backoff::default(),
            why: Why::Asked,
            restarts: 0,
            before: None,
        }
    }

    /// What the store holds of a pipeline. One that is to run starts at its first [`Event::Timer`].
    pub fn restore(
        epoch: u64,
        desired: Desired,
        outcome: Option<Outcome>,
        checkpoint: Option<Checkpoint>,
    ) -> Self {
        let runs = desired == Desired::Running && outcome.is_none();
        let phase = if runs { Phase::Waiting { until: 0, hostless: false } } else { Phase::Rest };
        let barrier = checkpoint.as_ref().map_or(0, |checkpoint| checkpoint.barrier);
        let why = Why::Recovery;
        Self { phase, desired, outcome, epoch, barrier, checkpoint, why, ..Self::new() }
    }

    /// Takes an event at the time `now` and says what to do.
    pub fn step(&mut self, now: u64, event: Event) -> Vec<Command> {
        let mut commands = Vec::new();
        let out = &mut commands;
        match event {
            Event::Deployed => self.deployed(now, out),
            Event::Paused => self.halt_as(now, Desired::Paused, out),
            Event::Resumed => self.resumed(now, out),
            Event::Stopped => self.halt_as(now, Desired::Stopped, out),
            Event::HostCame => self.host_came(now, out),
            Event::Evacuated { host } => self.evacuated(now, &host, out),
            Event::Regranted => self.regranted(now, out),
            Event::Committed { epoch, barrier, at } => {
                self.committed(now, (epoch, barrier), at, out)
            }
            Event::NotCommitted { epoch, barrier, problem } => {
                self.not_committed(now, (epoch, barrier), &problem, out);
            }
            Event::Timer => self.timer(now, out),
            event if event.epoch() != Some(self.epoch) => {}
            Event::Placed { placement, sources, .. } => self.placed(now, placement, sources, out),
            Event::NotPlaced { problem, .. } => self.not_placed(now, &problem, out),
            Event::Started { host, .. } => self.started(now, &host, out),
            Event::Refused { host, problem, .. } => self.refused(now, &host, &problem, out),
            Event::Passed { barrier, task, positions, .. } => {
                self.passed(now, barrier, task, positions, out);
            }
            Event::Ended { task, positions, .. } => self.ended(now, task, positions, out),
            Event::Halted { fault, .. } => self.halted(fault, out),
            Event::Lost { host, .. } => self.lost(now, &host, out),
        }
        commands
    }

    /// When it wants [`Event::Timer`]; none: not before something else happens.
    pub fn wake(&self) -> Option<u64> {
        let is_committing = self.commit.is_some();
        match &self.phase {
            Phase::Rest | Phase::Placing => None,
            Phase::Waiting { until, .. } => (!is_committing).then_some(*until),
            Phase::Running(run) if !run.missing.is_empty() => Some(run.since + START_MS),
            Phase::Running(run) => run.barrier_due(is_committing),
            Phase::Draining { run, until } => {
                let barrier = run.last_barrier_due(is_committing);
                Some(barrier.map_or(*until, |due| due.min(*until)))
            }
            Phase::Settling { ending: Ending::Drained { until }, .. } if is_committing => {
                Some(*until)
            }
            Phase::Settling { .. } if is_committing => None,
            Phase::Settling { again, .. } => Some(*again),
        }
    }

    pub fn status(&self) -> Status {
        let starting = match self.why {
            Why::Asked => Status::Starting,
            Why::Recovery => Status::Recovering,
        };
        let is_through = matches!(self.phase, Phase::Settling { ending: Ending::ByItself, .. });
        match (&self.phase, &self.outcome, self.desired) {
            (Phase::Rest, Some(Outcome::Finished), _) => Status::Finished,
            (Phase::Rest, Some(Outcome::Failed(_)), _) => Status::Failed,
            (Phase::Rest, None, Desired::Paused) => Status::Paused,
            (Phase::Rest, None, Desired::Stopped) => Status::Stopped,
            (_, _, Desired::Paused) => Status::Pausing,
            (_, _, Desired::Stopped) => Status::Stopping,
            (Phase::Running(run), ..) if run.missing.is_empty() => Status::Running,
            _ if is_through => Status::Running,
            _ => starting,
        }
    }

    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// Where its tasks run, or are about to.
    pub fn placement(&self) -> Option<&Placement> {
        match &self.phase {
            Phase::Rest | Phase::Waiting { .. } | Phase::Placing => None,
            Phase::Running(run) | Phase::Draining { run, .. } | Phase::Settling { run, .. } => {
                Some(&run.placement)
            }
        }
    }

    /// Where its tasks ran last, for a new placement to stay close to.
    pub fn before(&self) -> Option<&Placement> {
        self.before.as_ref()
    }

    /// Where its tasks run; of a pipeline that rests, where they ran last, if that was since this leader began.
    pub fn shown_placement(&self) -> Option<&Placement> {
        match &self.phase {
            Phase::Rest => self.before(),
            _ => self.placement(),
        }
    }

    /// How often it was started again because a worker or host was gone.
    pub fn restarts(&self) -> u32 {
        self.restarts
    }

    /// Why it failed.
    pub fn fault(&self) -> Option<&Fault> {
        match &self.outcome {
            Some(Outcome::Failed(fault)) => Some(fault),
            _ => None,
        }
    }

    /// What was committed last.
    pub fn checkpoint(&self) -> Option<&Checkpoint> {
        self.checkpoint.as_ref()
    }

    fn timer(&mut self, now: u64, out: &mut Vec<Command>) {
        match &self.phase {
            Phase::Rest | Phase::Placing => {}
            Phase::Waiting { .. } => self.begin(now, out),
            Phase::Running(run) if !run.missing.is_empty() => self.start_timer(now, out),
            Phase::Running(_) => self.barrier_timer(now, out),
            Phase::Draining { until, .. } if now >= *until => {
                let waited = DRAIN_MS / 1_000;
                let message = format!("draining took longer than {waited} s and was given up");
                self.abandon(now, message, out);
            }
            Phase::Draining { .. } => self.last_barrier_timer(now, out),
            Phase::Settling { .. } => self.settle(now, out),
        }
    }

    /// The positions that the next epoch begins from.
    fn positions(&self) -> &[Position] {
        self.checkpoint.as_ref().map_or(&[], |checkpoint| &checkpoint.positions)
    }
}

impl Default for Deployment {
    fn default() -> Self {
        Self::new()
    }
}

impl Event {
    /// The epoch that the event is about.
    fn epoch(&self) -> Option<u64> {
        match self {
            Event::Placed { epoch, .. }
            | Event::NotPlaced { epoch, .. }
            | Event::Started { epoch, .. }
            | Event::Refused { epoch, .. }
            | Event::Passed { epoch, .. }
            | Event::Ended { epoch, .. }
            | Event::Halted { epoch, .. }
            | Event::Lost { epoch, .. }
            | Event::Committed { epoch, .. }
            | Event::NotCommitted { epoch, .. } => Some(*epoch),
            Event::Deployed
            | Event::Paused
            | Event::Resumed
            | Event::Stopped
            | Event::Evacuated { .. }
            | Event::Regranted
            | Event::HostCame
            | Event::Timer => None,
        }
    }
}

/// Whether the same may work a little later.
fn is_passing(problem: &Problem) -> bool {
    matches!(problem.code, Code::Unavailable | Code::Conflict)
}

fn log(out: &mut Vec<Command>, level: Level, message: impl Into<String>) {
    out.push(Command::Log { level, message: message.into() });
}
