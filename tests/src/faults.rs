//! Faults of a real cluster, as one table: what is done to its processes while numbers pass through it. Each runs on a
//! cluster of its own; afterwards every number must have come out.

use std::{thread::sleep, time::Duration};

use tokio::time::Instant;

use crate::running::until;

mod cluster;
mod random;

use cluster::{ALL, Cluster, FOLLOWERS, LEADER};
pub use random::Random;

/// What is done to a cluster.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// The number of the fault; several may be variants of one.
    pub number: &'static str,
    /// What is done, for the report.
    pub does: &'static str,
    /// How often in one run, with `PAUSE` between.
    times: u32,
    cause: fn(&mut Cluster, &mut Random),
    recovered: Recovered,
}

/// What one run came to.
#[derive(Clone, Copy, Debug)]
pub struct Outcome {
    pub lost: u64,
    pub doubled: u64,
    /// Lines that are none of the numbers.
    pub others: u64,
    /// From the last blow until every sink wrote again.
    pub recovery: Duration,
}

/// How one sees that the pipeline goes on.
#[derive(Clone, Copy, Debug)]
enum Recovered {
    /// It runs in a new epoch, and every sink writes in that.
    Anew,
    /// It never ended: every sink writes again.
    Onwards,
}

/// Between blows: a worker is up again by then, at least the first times.
const PAUSE: Duration = Duration::from_secs(2);

/// The first blow falls within this time, some checkpoints; as much is left after the last.
const WITHIN: Duration = Duration::from_secs(3);

/// Shorter than the silence after which the leader gives up a host.
const STALL: Duration = Duration::from_secs(1);

/// Every fault of the table.
pub const FAULTS: &[Fault] = &[
    once("F01", "a worker is killed", |cluster, random| cluster.kill_worker(random)),
    once("F02", "a host is killed, and back once it was replaced", |cluster, random| {
        cluster.kill_hosts(&[random.among(&FOLLOWERS)]);
    }),
    once("F03", "the leader is killed, and back at once", |cluster, _| {
        cluster.kill_hosts(&[LEADER]);
        cluster.mend();
    }),
    once("F04", "all hosts are killed, and back at once", |cluster, _| {
        cluster.kill_hosts(&ALL);
        cluster.mend();
    }),
    once("F05", "a host stands still, and wakes once it was replaced", |cluster, random| {
        cluster.freeze_host(random.among(&FOLLOWERS));
    }),
    Fault {
        number: "F10",
        does: "a worker stands still for a second, five times",
        times: 5,
        cause: |cluster, random| {
            cluster.freeze_worker(random);
            sleep(STALL);
            cluster.mend();
        },
        recovered: Recovered::Onwards,
    },
    Fault {
        number: "F30",
        does: "a worker is killed every 2 s, ten times",
        times: 10,
        cause: |cluster, random| cluster.kill_worker(random),
        recovered: Recovered::Anew,
    },
];

const fn once(
    number: &'static str,
    does: &'static str,
    cause: fn(&mut Cluster, &mut Random),
) -> Fault {
    Fault { number, does, times: 1, cause, recovered: Recovered::Anew }
}

impl Fault {
    /// Runs numbers through a new cluster, strikes in the middle, and counts what came out.
    ///
    /// # Panics
    /// If the cluster cannot be started or does not come to the end.
    pub fn run(&self, random: &mut Random) -> Outcome {
        let lasts = WITHIN * 2 + (PAUSE + STALL) * self.times;
        let mut cluster = Cluster::start(lasts);
        sleep(random.below(WITHIN));
        let (mut before, mut struck) = (cluster.progress(), Instant::now());
        for time in 0..self.times {
            if time > 0 {
                sleep(PAUSE);
            }
            (before, struck) = (cluster.progress(), Instant::now());
            (self.cause)(&mut cluster, random);
        }
        match self.recovered {
            Recovered::Anew => {
                until("the pipeline runs anew", || cluster.runs_since(&before));
                before = cluster.progress();
            }
            Recovered::Onwards => (before, struck) = (cluster.progress(), Instant::now()),
        }
        until("every sink writes again", || {
            cluster.writes_since(&before) || cluster.has_finished()
        });
        let recovery = struck.elapsed();
        cluster.mend();
        until("the pipeline has finished", || cluster.has_finished());
        let (lost, doubled, others) = cluster.count();
        if lost + others > 0 {
            cluster.keep();
        }
        Outcome { lost, doubled, others, recovery }
    }
}
