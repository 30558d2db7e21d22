//! Which host runs which task. Pure: the same question has the same answer.
//!
//! What is placed as one is a *bundle*: copy i of all chains that forward edges join, so that these edges never cross
//! hosts. Bundles that can stay where they were stay; the others go, the heaviest first, to the host that then has the
//! fewest tasks per processor; at last single bundles move from loaded hosts to idle ones, as long as that levels them.

use std::collections::BTreeSet;

use crate::{HostName, Problem};

mod bundle;
mod load;
#[cfg(test)]
mod tests;

use bundle::{Bundle, bundles};
use load::Loads;

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

/// Places the tasks of `shape` on `hosts`, as close to the placement `before` as balance allows.
///
/// # Errors
/// `unavailable`, if no host takes tasks; `internal`, if an edge leads to a chain that is not there.
pub fn place(
    shape: &Shape,
    hosts: &[Candidate],
    before: Option<&Placement>,
) -> Result<Placement, Problem> {
    let mut open: Vec<&Candidate> = hosts.iter().filter(|host| !host.draining).collect();
    if open.is_empty() {
        return Err(nowhere(shape, hosts));
    }
    // Ties go to the first host: whatever order hosts come in, the answer is the same.
    open.sort_by(|left, right| left.name.cmp(&right.name));
    open.dedup_by(|left, right| left.name == right.name);
    let bundles = bundles(shape)?;
    let mut loads = Loads::new(&open);
    let mut places = stay(&bundles, &open, before, &mut loads);
    for (bundle, place) in bundles.iter().zip(&mut places) {
        if place.is_none() {
            *place = Some(loads.settle(bundle.weight()));
        }
    }
    let mut places: Vec<usize> = places.into_iter().flatten().collect();
    level(&bundles, &mut places, &mut loads);
    let mut chains: Vec<Vec<HostName>> = Vec::with_capacity(shape.parallelism.len());
    for &parallelism in &shape.parallelism {
        chains.push(vec![open[0].name.clone(); parallelism as usize]);
    }
    for (bundle, &place) in bundles.iter().zip(&places) {
        for &chain in &bundle.chains {
            chains[chain as usize][bundle.copy as usize] = open[place].name.clone();
        }
    }
    Ok(Placement { chains })
}

/// Where each bundle was, if all of it was on one host and that still takes tasks.
fn stay(
    bundles: &[Bundle],
    open: &[&Candidate],
    before: Option<&Placement>,
    loads: &mut Loads,
) -> Vec<Option<usize>> {
    let stay = |bundle: &Bundle| {
        let mut hosts = bundle.tasks().map(|task| before?.host(task));
        let first = hosts.next()??;
        let place = open.iter().position(|host| host.name == *first)?;
        hosts.all(|host| host == Some(first)).then_some(place)
    };
    let places: Vec<Option<usize>> = bundles.iter().map(stay).collect();
    for (bundle, place) in bundles.iter().zip(&places) {
        if let Some(place) = *place {
            loads.add(place, bundle.weight());
        }
    }
    places
}

/// Moves single bundles from loaded hosts to idle ones while that makes the more loaded of the two less loaded. Each move
/// does so strictly, so that it ends; the last bundles move first.
fn level(bundles: &[Bundle], places: &mut [usize], loads: &mut Loads) {
    loop {
        let mut moves = (0..bundles.len()).rev().filter_map(|number| {
            let weight = bundles[number].weight();
            let to = loads.best(weight);
            loads.gains(places[number], to, weight).then_some((number, to, weight))
        });
        let Some((number, to, weight)) = moves.next() else { return };
        loads.remove(places[number], weight);
        loads.add(to, weight);
        places[number] = to;
    }
}

fn nowhere(shape: &Shape, hosts: &[Candidate]) -> Problem {
    let tasks: u64 = shape.parallelism.iter().map(|&parallelism| u64::from(parallelism)).sum();
    let problem = match hosts.len() {
        0 => format!("no host is there to run {tasks} tasks"),
        1 => format!("the only host is draining: there is none to run {tasks} tasks"),
        draining => {
            format!("all {draining} hosts are draining: there is none to run {tasks} tasks")
        }
    };
    Problem::unavailable(problem)
        .help("`sandbar hosts` lists them; start one, or `sandbar undrain HOST`")
}
