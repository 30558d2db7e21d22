//! Processes of the cluster that the system gives nothing more: memory, descriptors or threads. What they have, they keep.

use std::{fs, process::Child};

use rustix::process::{Pid, Resource, Rlimit, getrlimit, prlimit};

use super::{ALL, Cluster, FOLLOWERS, Random, threads::Group};
use crate::running::{kill, workers};

/// Fewer than any process has.
const DESCRIPTORS: u64 = 4;

/// That a host may start: fewer than a worker has.
const MORE_THREADS: [u64; 4] = [0, 1, 2, 3];

/// What is to be given back.
pub(super) struct Starved {
    id: u32,
    resource: Resource,
    before: Rlimit,
}

/// Changes a limit of a process of ours.
fn limit(id: u32, resource: Resource, to: Rlimit) -> Rlimit {
    let pid = Pid::from_raw(i32::try_from(id).expect("ids are small"));
    prlimit(pid, resource, to).unwrap_or_else(|error| panic!("{resource:?} of {id}: {error}"))
}

impl Cluster {
    /// A worker gets not one byte more, for good.
    pub(in super::super) fn starve_worker_of_memory(&self, random: &mut Random) {
        let nothing = Rlimit { current: Some(0), maximum: Some(0) };
        limit(self.worker(random), Resource::Data, nothing);
    }

    /// A worker gets no descriptor more, for good; then another one is killed, so that it needs some.
    pub(in super::super) fn starve_worker_of_descriptors(&self, random: &mut Random) {
        let found: Vec<u32> = self.hosts.iter().flat_map(|host| workers(host.id())).collect();
        let starved = random.among(&found);
        let few = Rlimit { current: Some(DESCRIPTORS), maximum: Some(DESCRIPTORS) };
        limit(starved, Resource::Nofile, few);
        let others: Vec<u32> = found.into_iter().filter(|&id| id != starved).collect();
        kill(random.among(&others), "KILL");
    }

    /// A host gets no descriptor more until it is mended; then its worker is killed.
    pub(in super::super) fn starve_host_of_descriptors(&mut self, random: &mut Random) {
        let id = self.hosts[random.among(&FOLLOWERS)].id();
        let maximum = getrlimit(Resource::Nofile).maximum;
        let few = Rlimit { current: Some(DESCRIPTORS), maximum };
        let before = limit(id, Resource::Nofile, few);
        self.starved.push(Starved { id, resource: Resource::Nofile, before });
        workers(id).into_iter().for_each(|id| kill(id, "KILL"));
    }

    /// A host gets no thread more until it is mended, or a few, which are too few for a worker; then its worker is killed.
    pub(in super::super) fn starve_host_of_threads(&mut self, random: &mut Random) {
        let id = self.hosts[random.among(&FOLLOWERS)].id();
        let before = workers(id);
        let group = Group::of(&[&[id], &before[..]].concat()).expect("root may make groups");
        let own = told(id, "Threads:").expect("it lives");
        group.allow(own + random.among(&MORE_THREADS)).expect("it is a group");
        before.into_iter().for_each(|id| kill(id, "KILL"));
        self.crowded = Some(group);
    }

    /// Gives back what was taken, except from those that are gone.
    pub(super) fn feed(&mut self) {
        self.crowded = None;
        let hosts: Vec<u32> = ALL.iter().map(|&host| self.hosts[host].id()).collect();
        for Starved { id, resource, before } in self.starved.drain(..) {
            if hosts.contains(&id) {
                limit(id, resource, before);
            }
        }
    }

    /// The most memory that one of the processes had so far, of those that live.
    pub(in super::super) fn memory_bytes(&self) -> u64 {
        let hosts = self.hosts.iter().map(Child::id);
        let all = hosts.clone().flat_map(workers).chain(hosts);
        all.filter_map(peak_bytes).max().unwrap_or(0)
    }
}

fn peak_bytes(id: u32) -> Option<u64> {
    Some(told(id, "VmHWM:")? << 10)
}

/// A number that the kernel tells of a process.
fn told(id: u32, what: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(what))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}
