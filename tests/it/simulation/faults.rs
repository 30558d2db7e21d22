//! What goes wrong in a run, and when: decided by its seed.

use std::cell::RefCell;

use sandbar::cluster::Cluster;

use super::{
    HOSTS, Random,
    host::{LEADER, Sites},
};

/// What breaks, and what mends it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fault {
    /// A host with its worker.
    Crash(&'static str),
    /// The worker of a host alone.
    Kill(&'static str),
    /// The connections that a host's worker has made: each is made anew, and what was not acknowledged is sent again.
    Cut(&'static str),
    Partition(&'static str, &'static str),
    Hold(&'static str, &'static str),
}

/// A fault from one tick to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trouble {
    pub(super) fault: Fault,
    pub(super) from: u64,
    pub(super) to: u64,
}

/// Which faults a run has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weather {
    Anything,
    /// Connections stall and break, but nobody is taken for dead.
    Stalls,
    /// Nothing goes wrong; users do what they do.
    Calm,
}

impl Weather {
    pub(super) fn troubles(self, random: &mut Random) -> Vec<Trouble> {
        let count = if self == Weather::Calm { 0 } else { 1 + random.below(5) };
        let mut troubles: Vec<Trouble> = Vec::new();
        for _ in 0..count {
            let (fault, longest) = self.fault(random);
            let from = troubles.last().map_or(0, |last| last.to) + random.below(1_500);
            troubles.push(Trouble { fault, from, to: from + 20 + random.below(longest) });
        }
        troubles
    }

    /// A fault, and how long it may last.
    fn fault(self, random: &mut Random) -> (Fault, u64) {
        let one = random.index(HOSTS.len());
        let other = (one + 1 + random.index(HOSTS.len() - 1)) % HOSTS.len();
        let (one, other) = (HOSTS[one], HOSTS[other]);
        match (self, random.below(5)) {
            (Weather::Stalls, 0..=2) => (Fault::Hold(one, other), 1_000),
            (Weather::Stalls, _) | (_, 4) => (Fault::Cut(one), 500),
            (_, 0) => (Fault::Crash(one), 4_000),
            (_, 1) => (Fault::Kill(one), 500),
            (_, 2) => (Fault::Partition(one, other), 8_000),
            _ => (Fault::Hold(one, other), 8_000),
        }
    }
}

impl Fault {
    pub(super) fn begin(
        self,
        sim: &mut turmoil::Sim<'_>,
        leader: &RefCell<Option<Cluster>>,
        sites: &Sites,
    ) {
        match self {
            Fault::Crash(host) => {
                if host == LEADER {
                    leader.borrow_mut().take();
                }
                sim.crash(host);
            }
            Fault::Kill(host) => sites[host].kill(),
            Fault::Cut(host) => sites[host].cut(),
            Fault::Partition(one, other) => sim.partition(one, other),
            Fault::Hold(one, other) => sim.hold(one, other),
        }
    }

    pub(super) fn end(self, sim: &mut turmoil::Sim<'_>) {
        match self {
            Fault::Crash(host) => sim.bounce(host),
            Fault::Kill(_) | Fault::Cut(_) => {}
            Fault::Partition(one, other) => sim.repair(one, other),
            Fault::Hold(one, other) => sim.release(one, other),
        }
    }
}
