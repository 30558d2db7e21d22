//! How loaded hosts are: tasks per processor, compared without rounding.

use std::cmp::Ordering;

use super::Candidate;

/// The load of each host while tasks are placed.
pub(super) struct Loads {
    hosts: Vec<Load>,
}

#[derive(Clone, Copy)]
struct Load {
    tasks: u64,
    /// At least one.
    cpus: u64,
}

impl Loads {
    pub(super) fn new(hosts: &[&Candidate]) -> Self {
        let load = |host: &&Candidate| Load {
            tasks: u64::from(host.tasks),
            cpus: u64::from(host.cpus.max(1)),
        };
        Self { hosts: hosts.iter().map(load).collect() }
    }

    pub(super) fn add(&mut self, host: usize, weight: u64) {
        self.hosts[host].tasks += weight;
    }

    pub(super) fn remove(&mut self, host: usize, weight: u64) {
        self.hosts[host].tasks -= weight;
    }

    /// Adds `weight` where it loads least, and says where.
    pub(super) fn settle(&mut self, weight: u64) -> usize {
        let host = self.best(weight);
        self.add(host, weight);
        host
    }

    /// The host that would be the least loaded one with `weight` more; the first of several.
    pub(super) fn best(&self, weight: u64) -> usize {
        let with = |host: &usize| self.hosts[*host].with(weight);
        let all = 0..self.hosts.len();
        all.min_by(|left, right| with(left).compare(with(right)))
            .expect("hosts were counted before")
    }

    /// Whether moving `weight` leaves the receiving host less loaded than the other one was.
    pub(super) fn gains(&self, from: usize, to: usize, weight: u64) -> bool {
        from != to && self.hosts[to].with(weight).compare(self.hosts[from]) == Ordering::Less
    }
}

impl Load {
    fn with(self, weight: u64) -> Self {
        Self { tasks: self.tasks + weight, ..self }
    }

    fn compare(self, other: Self) -> Ordering {
        (self.tasks * other.cpus).cmp(&(other.tasks * self.cpus))
    }
}
