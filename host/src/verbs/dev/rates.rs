//! How fast a pipeline goes: records a second of each node, from one look to the next.

use std::{
    io::{self, IsTerminal},
    time::Duration,
};

use sandbar_dataflow::Snapshot;

use crate::{job::Job, pipeline::Planned, report::Console};

/// What was seen last.
#[derive(Default)]
pub(super) struct Rates {
    before: Vec<Snapshot>,
    at: Duration,
}

impl Rates {
    /// Time between two looks.
    const EVERY: Duration = Duration::from_secs(1);

    pub(super) fn show(&mut self, console: &Console, planned: &Planned, job: &Job) {
        let (now, elapsed) = (job.snapshot(), job.elapsed());
        let passed = elapsed.saturating_sub(self.at);
        if passed < Self::EVERY || now == self.before {
            return;
        }
        let mut line = format!("{:>6.1} s ", elapsed.as_secs_f64());
        for (number, (node, counts)) in planned.plan.pipeline.nodes.iter().zip(&now).enumerate() {
            let before = self.before.get(number).map_or(0, |before| before.records_in);
            let rate = (counts.records_in - before) as f64 / passed.as_secs_f64();
            line.push_str(&format!("  {} {rate:.0}/s", node.name));
            if counts.rejected > 0 {
                line.push_str(&format!(" ({} failed)", counts.rejected));
            }
        }
        if io::stderr().is_terminal() {
            console.moved(&line);
        } else {
            console.say(&line);
        }
        (self.before, self.at) = (now, elapsed);
    }
}
