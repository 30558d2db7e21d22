//! How an epoch ends: drained because somebody wants it, through by itself, or failed.

use crate::{
    TaskId,
    record::{Desired, Outcome, Position},
    view::{Fault, Level},
};

use super::{Command, DRAIN_MS, Deployment, Ending, Phase, log};

impl Deployment {
    /// Stops the sources; what is in flight goes on to the sinks.
    pub(super) fn drain(&mut self, now: u64, out: &mut Vec<Command>) {
        self.phase = match std::mem::replace(&mut self.phase, Phase::Rest) {
            Phase::Running(run) => {
                out.push(Command::Drain { epoch: self.epoch });
                Phase::Draining { run, until: now + DRAIN_MS }
            }
            phase => phase,
        };
    }

    pub(super) fn ended(
        &mut self,
        now: u64,
        task: TaskId,
        positions: Vec<Position>,
        out: &mut Vec<Command>,
    ) {
        let run = match &mut self.phase {
            Phase::Running(run) => {
                if positions.iter().any(|position| !position.ended) {
                    // Nobody asked for it, so its worker is going down.
                    let reason = "a source stopped before its end".to_owned();
                    return self.recover(now, reason, out);
                }
                run
            }
            Phase::Draining { run, .. } => run,
            Phase::Rest | Phase::Waiting { .. } | Phase::Placing | Phase::Settling { .. } => return,
        };
        run.progress.ended(task, positions);
        self.after_ended(now, out);
    }

    /// Records the last positions, if all tasks are through.
    pub(super) fn after_ended(&mut self, now: u64, out: &mut Vec<Command>) {
        let is_through = match &self.phase {
            Phase::Running(run) => run.missing.is_empty() && run.progress.all_ended(),
            Phase::Draining { run, .. } => run.progress.all_ended(),
            Phase::Rest | Phase::Waiting { .. } | Phase::Placing | Phase::Settling { .. } => false,
        };
        if !is_through {
            return self.after_passed(now, out);
        }
        // Nothing is on its way any more, so the barrier in hand means nothing.
        if let Phase::Running(run) | Phase::Draining { run, .. } = &mut self.phase {
            run.progress.clear();
        }
        self.phase = match std::mem::replace(&mut self.phase, Phase::Rest) {
            Phase::Running(run) => Phase::Settling { run, again: now, ending: Ending::ByItself },
            Phase::Draining { run, until } => {
                Phase::Settling { run, again: now, ending: Ending::Drained { until } }
            }
            phase => phase,
        };
        self.settle(now, out);
    }

    /// Records where all tasks ended, and then does what was wanted.
    pub(super) fn settle(&mut self, now: u64, out: &mut Vec<Command>) {
        let Phase::Settling { run, again, ending } = &self.phase else { return };
        let (again, ending) = (*again, *ending);
        if let Ending::Drained { until } = ending
            && now >= until
        {
            return self.abandon(now, "its last positions could not be recorded".to_owned(), out);
        }
        if self.commit.is_some() || now < again {
            return;
        }
        let positions = run.progress.positions(self.positions());
        if positions != self.positions() {
            self.barrier += 1;
            return self.commit(self.barrier, positions, out);
        }
        out.push(Command::Drop { epoch: self.epoch });
        self.phase = Phase::Rest;
        match (ending, self.desired) {
            (Ending::ByItself, _) => {
                log(out, Level::Info, "finished");
                self.outcome = Some(Outcome::Finished);
                out.push(Command::Record { outcome: Outcome::Finished });
            }
            (Ending::Drained { .. }, Desired::Running) => self.begin_at(now, now, out),
            (Ending::Drained { .. }, Desired::Paused) => log(out, Level::Info, "paused"),
            (Ending::Drained { .. }, Desired::Stopped) => log(out, Level::Info, "stopped"),
        }
    }

    pub(super) fn halted(&mut self, fault: Fault, out: &mut Vec<Command>) {
        if matches!(self.phase, Phase::Running(_) | Phase::Draining { .. }) {
            self.fail(fault, out);
        }
    }

    /// Gives everything up but the positions.
    pub(super) fn fail(&mut self, fault: Fault, out: &mut Vec<Command>) {
        log(out, Level::Error, format!("failed: {}", fault.message));
        out.push(Command::Drop { epoch: self.epoch });
        let outcome = Outcome::Failed(fault);
        self.phase = Phase::Rest;
        self.outcome = Some(outcome.clone());
        out.push(Command::Record { outcome });
    }
}
