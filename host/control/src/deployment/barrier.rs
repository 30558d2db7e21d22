//! Barriers: when they are asked for, what they tell, and what becomes of those that do not come through.

use crate::{
    Problem, TaskId,
    record::{Checkpoint, Position},
    view::{Fault, Level},
};

use super::{COMMIT_AGAIN_MS, Command, Deployment, Phase, Rhythm, Run, log, pace};

impl Run {
    /// When a barrier is to be asked for or given up.
    pub(super) fn barrier_due(&self, is_committing: bool) -> Option<u64> {
        // Where no source reads, no barrier can be sent; the tasks behind take as long as they need.
        match self.progress.sources_ended() {
            true => None,
            false => self.pace.wake(is_committing),
        }
    }

    /// The same once it drains: barriers are for senders that still wait, and the end of draining is the end of them.
    pub(super) fn last_barrier_due(&self, is_committing: bool) -> Option<u64> {
        let is_due = self.is_awaited() && self.pace.asked().is_none();
        is_due.then(|| self.barrier_due(is_committing)).flatten()
    }

    /// Whether senders wait for its barriers.
    fn is_awaited(&self) -> bool {
        self.pace.rhythm() == Rhythm::Awaited
    }
}

impl Phase {
    /// The tasks whose barriers are followed.
    fn followed(&mut self) -> Option<&mut Run> {
        match self {
            Phase::Running(run) => Some(run),
            // Where it ends is recorded then, so the barriers in between matter only to senders.
            Phase::Draining { run, .. } if run.is_awaited() => Some(run),
            _ => None,
        }
    }
}

impl Deployment {
    pub(super) fn passed(
        &mut self,
        now: u64,
        barrier: u64,
        task: TaskId,
        positions: Vec<Position>,
        out: &mut Vec<Command>,
    ) {
        let Some(run) = self.phase.followed() else { return };
        if run.pace.asked() == Some(barrier) {
            run.progress.passed(task, positions);
            self.after_passed(now, out);
        }
    }

    /// Commits the barrier that was asked for, if all tasks are past it. Where there is nothing to commit, it is
    /// acknowledged at once.
    pub(super) fn after_passed(&mut self, now: u64, out: &mut Vec<Command>) {
        let Some(run) = self.phase.followed() else { return };
        let Some(barrier) = run.pace.asked() else { return };
        if !run.progress.all_passed() {
            return;
        }
        let before = self.checkpoint.as_ref().map_or(&[][..], |checkpoint| &checkpoint.positions);
        let positions = run.progress.positions(before);
        let changed = positions != before;
        run.pace.complete(now, changed);
        run.progress.clear();
        match changed {
            true => self.commit(barrier, positions, out),
            false => self.acknowledge(self.epoch, barrier, out),
        }
    }

    /// Tells those who wait, if anybody does, that this barrier is through.
    fn acknowledge(&mut self, epoch: u64, barrier: u64, out: &mut Vec<Command>) {
        let is_present = epoch == self.epoch;
        if is_present && self.phase.followed().is_some_and(|run| run.is_awaited()) {
            out.push(Command::Acknowledge { epoch, barrier });
        }
    }

    pub(super) fn barrier_timer(&mut self, now: u64, out: &mut Vec<Command>) {
        let is_committing = self.commit.is_some();
        let Phase::Running(run) = &mut self.phase else { return };
        if run.barrier_due(is_committing).is_none_or(|due| now < due) {
            return;
        }
        if let Some(barrier) = run.pace.asked() {
            let waiting = run.progress.waiting();
            let given_up = run.pace.give_up();
            run.progress.clear();
            let waited = pace::LIMIT_MS / 1_000;
            let reason = format!("barrier {barrier} did not pass {waiting} within {waited} s");
            if given_up >= pace::GIVEN_UP_MAX {
                return self.fail(stuck(reason, given_up), out);
            }
            log(out, Level::Warn, format!("{reason}; the next one is asked for"));
        }
        self.ask(now, out);
    }

    pub(super) fn last_barrier_timer(&mut self, now: u64, out: &mut Vec<Command>) {
        let is_committing = self.commit.is_some();
        let Phase::Draining { run, .. } = &self.phase else { return };
        if run.last_barrier_due(is_committing).is_some_and(|due| now >= due) {
            self.ask(now, out);
        }
    }

    fn ask(&mut self, now: u64, out: &mut Vec<Command>) {
        let (epoch, barrier) = (self.epoch, self.barrier + 1);
        let Some(run) = self.phase.followed() else { return };
        run.pace.ask(now, barrier);
        self.barrier = barrier;
        out.push(Command::Barrier { epoch, barrier });
    }

    pub(super) fn commit(
        &mut self,
        barrier: u64,
        positions: Vec<Position>,
        out: &mut Vec<Command>,
    ) {
        let epoch = self.epoch;
        out.push(Command::Commit { epoch, barrier, positions: positions.clone() });
        self.commit = Some(Checkpoint { epoch, barrier, positions, at: 0 });
    }

    pub(super) fn committed(
        &mut self,
        now: u64,
        which: (u64, u64),
        at: i64,
        out: &mut Vec<Command>,
    ) {
        if let Some(checkpoint) =
            self.commit.take_if(|commit| (commit.epoch, commit.barrier) == which)
        {
            self.checkpoint = Some(Checkpoint { at, ..checkpoint });
            self.acknowledge(which.0, which.1, out);
            self.after_commit(now, out);
        }
    }

    pub(super) fn not_committed(
        &mut self,
        now: u64,
        which: (u64, u64),
        problem: &Problem,
        out: &mut Vec<Command>,
    ) {
        let is_mine = |commit: &mut Checkpoint| (commit.epoch, commit.barrier) == which;
        if self.commit.take_if(is_mine).is_none() {
            return;
        }
        let message = format!("positions of barrier {} were not recorded: {problem}", which.1);
        log(out, Level::Warn, message);
        match &mut self.phase {
            Phase::Settling { again, .. } => *again = now + COMMIT_AGAIN_MS,
            Phase::Running(run) | Phase::Draining { run, .. } => {
                run.pace.defer(now + COMMIT_AGAIN_MS);
            }
            Phase::Rest | Phase::Waiting { .. } | Phase::Placing => self.after_commit(now, out),
        }
    }

    /// What waited for the store goes on.
    fn after_commit(&mut self, now: u64, out: &mut Vec<Command>) {
        match &self.phase {
            Phase::Waiting { .. } => self.begin(now, out),
            Phase::Settling { .. } => self.settle(now, out),
            Phase::Rest | Phase::Placing | Phase::Running(_) | Phase::Draining { .. } => {}
        }
    }
}

/// What a pipeline fails with whose barriers do not come through.
fn stuck(reason: String, given_up: u32) -> Fault {
    Fault {
        code: "barrier-stuck".to_owned(),
        message: format!("{given_up} barriers in a row did not come through: {reason}"),
        help: "a call or a sink takes too long: see `sandbar describe` and `sandbar logs`, then resume it"
            .to_owned(),
        node: String::new(),
    }
}
