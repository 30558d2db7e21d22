//! Faults of a real cluster: what is done to its processes and its network while numbers pass through it. Each runs on a
//! cluster of its own; afterwards every number must have come out. Which ones there are is in `faults/table.rs`.

use std::{thread::sleep, time::Duration};

use tokio::time::Instant;

use crate::running::until;

mod cluster;
mod frame;
mod network;
mod random;
mod table;

use cluster::{Cluster, Ground};
pub use network::enter;
pub use random::Random;
pub use table::FAULTS;

/// What is done to a cluster.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// The number of the fault; several may be variants of one.
    pub number: &'static str,
    /// What is done, for the report.
    pub does: &'static str,
    ground: Ground,
    /// How often in one run, with `PAUSE` between.
    times: u32,
    /// How long one blow lasts.
    lasts: Duration,
    cause: fn(&mut Cluster, &mut Random),
    recovered: Recovered,
}

/// What one run came to.
#[derive(Clone, Copy, Debug)]
pub struct Outcome {
    pub lost: u64,
    pub doubled: u64,
    /// What must not be: lines that are none of the numbers, numbers that came twice where connections alone broke, a
    /// source that began anew, a process that took too much memory, weather that hurt nobody.
    pub wrong: u64,
    /// From the last blow, or where that lasts from its end, until every sink wrote again.
    pub recovery: Duration,
    /// The most memory of one process, of those that lived to the end.
    pub memory_bytes: u64,
}

/// What is to become of the pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Recovered {
    /// It runs in a new epoch, and every sink writes in that.
    Anew,
    /// It never ended: every sink writes again, and nothing comes twice.
    Onwards,
    /// One or the other, as it comes.
    Either,
}

/// Between blows: a worker is up again by then, at least the first times.
const PAUSE: Duration = Duration::from_secs(2);

/// The first blow falls within this time, some checkpoints; as much is left after the last.
const WITHIN: Duration = Duration::from_secs(3);

/// What no process comes near, whatever its peers do.
const MEMORY_BYTES_MAX: u64 = 256 << 20;

impl Fault {
    /// Runs numbers through a new cluster, strikes in the middle, and counts what came out.
    ///
    /// # Panics
    /// If the cluster cannot be started or does not come to the end.
    pub fn run(&self, random: &mut Random) -> Outcome {
        let lasts = WITHIN * 2 + (PAUSE + self.lasts) * self.times;
        let mut cluster = Cluster::start(self.ground, lasts, random);
        sleep(random.below(WITHIN));
        let (mut before, mut struck) = (cluster.progress(), Instant::now());
        let epoch = before.epoch;
        for time in 0..self.times {
            if time > 0 {
                sleep(PAUSE);
            }
            (before, struck) = (cluster.progress(), Instant::now());
            (self.cause)(&mut cluster, random);
            if !self.lasts.is_zero() {
                sleep(self.lasts);
                cluster.mend();
                struck = Instant::now();
            }
        }
        match self.recovered {
            Recovered::Anew => {
                until("the pipeline runs anew", || cluster.runs_since(&before));
                before = cluster.progress();
            }
            Recovered::Onwards | Recovered::Either => before = cluster.progress(),
        }
        until("every sink writes again", || {
            cluster.writes_since(&before) || cluster.has_finished()
        });
        let recovery = struck.elapsed();
        cluster.mend();
        until("the pipeline has finished", || cluster.has_finished());
        self.outcome(&mut cluster, epoch, recovery)
    }

    fn outcome(&self, cluster: &mut Cluster, epoch: u64, recovery: Duration) -> Outcome {
        let count = cluster.count();
        let memory_bytes = cluster.memory_bytes();
        let mut wrong = count.others + u64::from(count.anew);
        wrong += u64::from(memory_bytes > MEMORY_BYTES_MAX) + u64::from(cluster.went_unhurt());
        if self.recovered == Recovered::Onwards {
            wrong += count.doubled + (cluster.progress().epoch - epoch);
        }
        if count.lost + wrong > 0 {
            cluster.keep();
        }
        Outcome { lost: count.lost, doubled: count.doubled, wrong, recovery, memory_bytes }
    }
}
