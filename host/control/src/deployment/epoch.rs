//! How an epoch begins, and how it is given up for the next one.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    HostName, Placement, Problem,
    record::Desired,
    view::{Fault, Level},
};

use super::{
    Command, Deployment, Pace, Phase, Progress, Rhythm, Run, START_MS, Source, Why, is_passing, log,
};

impl Deployment {
    /// Begins the next epoch at `until`, or now if that has come.
    pub(super) fn begin_at(&mut self, now: u64, until: u64, out: &mut Vec<Command>) {
        self.phase = Phase::Waiting { until, hostless: false };
        self.begin(now, out);
    }

    /// Begins the next epoch, if its time has come and nothing of the last one is being recorded.
    pub(super) fn begin(&mut self, now: u64, out: &mut Vec<Command>) {
        if let Phase::Waiting { until, .. } = self.phase
            && now >= until
            && self.commit.is_none()
        {
            self.epoch += 1;
            self.phase = Phase::Placing;
            out.push(Command::Place { epoch: self.epoch });
        }
    }

    pub(super) fn placed(
        &mut self,
        now: u64,
        placement: Placement,
        sources: BTreeMap<u32, Source>,
        out: &mut Vec<Command>,
    ) {
        if !matches!(self.phase, Phase::Placing) {
            return;
        }
        out.push(Command::Start {
            epoch: self.epoch,
            placement: placement.clone(),
            barrier: self.barrier,
            positions: self.positions().to_vec(),
        });
        self.before = Some(placement.clone());
        let rhythm = match sources.values().any(|source| source.acknowledges) {
            true => Rhythm::Awaited,
            false => Rhythm::Easy,
        };
        self.phase = Phase::Running(Run {
            missing: placement.hosts(),
            since: now,
            progress: Progress::new(&placement, sources),
            pace: Pace::new(now, rhythm),
            placement,
        });
    }

    pub(super) fn not_placed(&mut self, now: u64, problem: &Problem, out: &mut Vec<Command>) {
        if !matches!(self.phase, Phase::Placing) {
            return;
        }
        if !is_passing(problem) {
            return self.fail(fault(problem), out);
        }
        let wait = self.backoff.next();
        log(out, Level::Warn, format!("cannot be placed: {problem}; tried again in {wait} ms"));
        self.phase = Phase::Waiting { until: now + wait, hostless: true };
    }

    pub(super) fn started(&mut self, now: u64, host: &HostName, out: &mut Vec<Command>) {
        let Phase::Running(run) = &mut self.phase else { return };
        if !run.missing.remove(host) || !run.missing.is_empty() {
            return;
        }
        run.since = now;
        run.pace.begin(now);
        let hosts: BTreeSet<HostName> = run.placement.hosts();
        let hosts: Vec<&str> = hosts.iter().map(HostName::as_str).collect();
        let epoch = self.epoch;
        log(out, Level::Info, format!("epoch {epoch} runs on {}", hosts.join(", ")));
        // Short pipelines are through before the last host has said that it began.
        self.after_ended(now, out);
    }

    pub(super) fn refused(
        &mut self,
        now: u64,
        host: &HostName,
        problem: &Problem,
        out: &mut Vec<Command>,
    ) {
        let Phase::Running(run) = &self.phase else { return };
        if !run.missing.contains(host) {
            return;
        }
        if is_passing(problem) {
            self.recover(now, format!("{host} does not start it: {problem}"), out);
        } else {
            self.fail(fault(problem), out);
        }
    }

    pub(super) fn lost(&mut self, now: u64, host: &HostName, out: &mut Vec<Command>) {
        let runs_there = self.placement().is_some_and(|placement| placement.hosts().contains(host));
        match &self.phase {
            _ if !runs_there => {}
            Phase::Running(_) => self.recover(now, format!("its worker on {host} is gone"), out),
            Phase::Draining { .. } => {
                let message = format!("its worker on {host} went while it was draining");
                self.abandon(now, message, out);
            }
            // What was through stays through.
            Phase::Rest | Phase::Waiting { .. } | Phase::Placing | Phase::Settling { .. } => {}
        }
    }

    pub(super) fn evacuated(&mut self, now: u64, host: &HostName, out: &mut Vec<Command>) {
        let again = match &self.phase {
            // It may have been chosen just before.
            Phase::Placing => true,
            Phase::Running(run) => run.placement.hosts().contains(host),
            _ => false,
        };
        if !again {
            return;
        }
        self.again(now, format!("moves away from {host}"), out);
    }

    pub(super) fn regranted(&mut self, now: u64, out: &mut Vec<Command>) {
        if let Phase::Placing | Phase::Running(_) = self.phase {
            let message = "starts again: what its connectors may reach has changed";
            self.again(now, message.to_owned(), out);
        }
    }

    /// Ends this epoch, with what is in flight where all of it runs, and begins the next one.
    fn again(&mut self, now: u64, why: String, out: &mut Vec<Command>) {
        log(out, Level::Info, why);
        self.why = Why::Recovery;
        match &self.phase {
            Phase::Running(run) if run.missing.is_empty() => self.drain(now, out),
            _ => {
                out.push(Command::Drop { epoch: self.epoch });
                self.begin_at(now, now, out);
            }
        }
    }

    pub(super) fn host_came(&mut self, now: u64, out: &mut Vec<Command>) {
        if let Phase::Waiting { hostless: true, .. } = self.phase {
            self.begin_at(now, now, out);
        }
    }

    pub(super) fn start_timer(&mut self, now: u64, out: &mut Vec<Command>) {
        let Phase::Running(run) = &self.phase else { return };
        if now >= run.since + START_MS {
            let missing: Vec<&str> = run.missing.iter().map(HostName::as_str).collect();
            let waited = START_MS / 1_000;
            let message = format!("{} did not start it within {waited} s", missing.join(", "));
            self.recover(now, message, out);
        }
    }

    /// Gives this epoch up and begins the next one after a while.
    pub(super) fn recover(&mut self, now: u64, reason: String, out: &mut Vec<Command>) {
        if let Phase::Running(run) = &self.phase
            && run.missing.is_empty()
        {
            self.backoff.ran(now - run.since);
        }
        let wait = self.backoff.next();
        log(out, Level::Warn, format!("{reason}; it starts again in {wait} ms"));
        out.push(Command::Drop { epoch: self.epoch });
        self.restarts += 1;
        self.why = Why::Recovery;
        self.begin_at(now, now + wait, out);
    }

    /// Gives up draining: what was committed stands.
    pub(super) fn abandon(&mut self, now: u64, reason: String, out: &mut Vec<Command>) {
        if self.desired == Desired::Running {
            return self.recover(now, reason, out);
        }
        log(out, Level::Warn, format!("{reason}; the last acknowledged positions stand"));
        out.push(Command::Drop { epoch: self.epoch });
        self.phase = Phase::Rest;
    }
}

/// What a pipeline fails with that cannot even start.
fn fault(problem: &Problem) -> Fault {
    Fault {
        code: problem.code.name().to_owned(),
        message: problem.message.clone(),
        help: problem.help.clone(),
        node: String::new(),
    }
}
