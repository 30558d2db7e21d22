//! What users ask of a pipeline, and when they may.

use crate::{Problem, Status, record::Desired};

use super::{Command, DRAIN_MS, Deployment, Ending, Phase, Why};

/// What a user may ask of a pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    Deploy,
    Pause,
    Resume,
    Stop,
    Delete,
}

impl Deployment {
    /// Whether a user may ask this now.
    ///
    /// # Errors
    /// `conflict`, if not, with what can be done instead.
    pub fn allows(&self, verb: Verb) -> Result<(), Problem> {
        let status = self.status();
        let refuse = |done: &str, help: &str| {
            let message = format!("a pipeline that is {status} cannot be {done}");
            Err(Problem::conflict(message).help(help))
        };
        match verb {
            Verb::Deploy | Verb::Stop => Ok(()),
            Verb::Pause => match status {
                Status::Stopping | Status::Stopped | Status::Finished | Status::Failed => {
                    refuse("paused", "nothing of it will run: there is nothing to pause")
                }
                _ => Ok(()),
            },
            Verb::Resume => match status {
                Status::Stopping | Status::Stopped => {
                    refuse("resumed", "deploy it again: it goes on from the positions kept")
                }
                Status::Finished => {
                    refuse("resumed", "to run it from the beginning, delete it and deploy it again")
                }
                _ => Ok(()),
            },
            Verb::Delete => match status {
                Status::Stopped | Status::Finished | Status::Failed if self.commit.is_some() => {
                    let message = "a checkpoint of the pipeline is just being written";
                    Err(Problem::conflict(message).help("try again in a moment"))
                }
                Status::Stopped | Status::Finished | Status::Failed => Ok(()),
                _ => refuse("deleted", "stop it first"),
            },
        }
    }

    /// A new version goes on from where the old one ends.
    pub(super) fn deployed(&mut self, now: u64, out: &mut Vec<Command>) {
        self.want_running();
        match &mut self.phase {
            Phase::Running(run) if run.missing.is_empty() => self.drain(now, out),
            Phase::Draining { .. } => {}
            Phase::Settling { ending, .. } => {
                if *ending == Ending::ByItself {
                    *ending = Ending::Drained { until: now + DRAIN_MS };
                }
            }
            Phase::Rest | Phase::Waiting { .. } => self.begin_at(now, now, out),
            Phase::Placing | Phase::Running(_) => {
                out.push(Command::Drop { epoch: self.epoch });
                self.begin_at(now, now, out);
            }
        }
    }

    pub(super) fn resumed(&mut self, now: u64, out: &mut Vec<Command>) {
        if self.allows(Verb::Resume).is_err() {
            return;
        }
        let is_resting = matches!(self.phase, Phase::Rest | Phase::Waiting { .. });
        if is_resting || self.desired != Desired::Running {
            self.want_running();
        }
        if is_resting {
            self.begin_at(now, now, out);
        }
    }

    /// Pauses or stops.
    pub(super) fn halt_as(&mut self, now: u64, desired: Desired, out: &mut Vec<Command>) {
        if desired == Desired::Paused && self.allows(Verb::Pause).is_err() {
            return;
        }
        self.desired = desired;
        match &self.phase {
            Phase::Rest | Phase::Draining { .. } | Phase::Settling { .. } => {}
            Phase::Waiting { .. } => self.phase = Phase::Rest,
            Phase::Running(run) if run.missing.is_empty() => self.drain(now, out),
            Phase::Placing | Phase::Running(_) => {
                out.push(Command::Drop { epoch: self.epoch });
                self.phase = Phase::Rest;
            }
        }
    }

    fn want_running(&mut self) {
        self.desired = Desired::Running;
        self.outcome = None;
        self.why = Why::Asked;
        self.backoff.reset();
    }
}
