//! From a plan to tasks: makes the channels, and hands each thread the seeds of its tasks. A seed may change threads, the
//! task that grows from it may not.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    Counters, Fault, Generator, Halt, Operator, Output, Setting, Source, Task,
    breaker::Breaker,
    channel::{Inbox, Sender},
    partition::{Partitioner, Secret},
    plan::{self, Plan},
    spec::{Kind, Partitioning},
    task::{Chain, Edge, Head, Inputs, Node, Target},
};

/// Makes what runs in the nodes of a plan; the one who knows connectors and plugins supplies it.
pub trait Factory: Send + Sync {
    /// Split `task` of the source at `node`.
    ///
    /// # Errors
    /// The fault that stops the pipeline before it starts.
    fn source(&self, node: usize, task: u32) -> Result<Box<dyn Source>, Fault>;

    /// Copy `task` of the operator or sink at `node`.
    ///
    /// # Errors
    /// The fault that stops the pipeline before it starts.
    fn operator(&self, node: usize, task: u32) -> Result<Box<dyn Operator>, Fault>;

    /// Digest of the plugin at `node`, hexadecimal; empty for built-in nodes.
    fn plugin(&self, node: usize) -> String;
}

/// A task that has not been built yet.
#[derive(Debug)]
pub struct Seed {
    /// Which copy of its chain it is.
    pub task: u32,
    nodes: Vec<usize>,
    inbox: Inbox,
    edges: BTreeMap<usize, Vec<Edge>>,
    /// What each node counts, by its number in the plan.
    counters: BTreeMap<usize, Arc<Counters>>,
}

/// Which task of which chain.
type TaskIndex = (usize, u32);

/// Makes all channels of `plan`, each holding `channel_bytes`, and a seed for each task, chains in the plan's order.
pub fn wire(plan: &Plan, secret: Secret, channel_bytes: usize) -> Vec<Seed> {
    let mut chain_of = vec![0; plan.pipeline.nodes.len()];
    let mut seeds: BTreeMap<TaskIndex, Seed> = BTreeMap::new();
    for (index, chain) in plan.chains.iter().enumerate() {
        for &node in &chain.nodes {
            chain_of[node] = index;
        }
        for task in 0..chain.parallelism {
            seeds.insert((index, task), seed(chain, task));
        }
    }
    for edge in &plan.edges {
        let (from, to) = (chain_of[edge.from], chain_of[edge.to]);
        for task in 0..plan.node(edge.from).parallelism {
            let target = match edge.chained {
                true => chained(plan, edge),
                false => {
                    let tasks = targets(plan, edge, task);
                    let senders: Vec<Sender> = tasks
                        .map(|task| {
                            let seed = seeds.get_mut(&(to, task)).expect("every task has a seed");
                            seed.inbox.channel(edge.to_port, channel_bytes)
                        })
                        .collect();
                    Target::Channels(Some(Partitioner::new(edge.partitioning, senders, secret)))
                }
            };
            let seed = seeds.get_mut(&(from, task)).expect("every task has a seed");
            let port = edge.from_port;
            seed.edges.entry(edge.from).or_default().push(Edge { port, target });
        }
    }
    seeds.into_values().collect()
}

fn seed(chain: &plan::Chain, task: u32) -> Seed {
    let counters = chain.nodes.iter().map(|&node| (node, Arc::default())).collect();
    let nodes = chain.nodes.clone();
    Seed { task, nodes, inbox: Inbox::default(), edges: BTreeMap::new(), counters }
}

/// The tasks that task `from` of an edge's sender sends to.
fn targets(plan: &Plan, edge: &plan::Edge, from: u32) -> std::ops::Range<u32> {
    match edge.partitioning {
        Partitioning::Forward => from..from + 1,
        _ => 0..plan.node(edge.to).parallelism,
    }
}

/// A target inside the same task: its place in the chain, not in the plan.
fn chained(plan: &Plan, edge: &plan::Edge) -> Target {
    let chain = plan.chains.iter().find(|chain| chain.nodes.contains(&edge.to));
    let place = chain.and_then(|chain| chain.nodes.iter().position(|&node| node == edge.to));
    Target::Node { index: place.expect("every node is in a chain"), port: edge.to_port }
}

impl Seed {
    /// What each node of the task counts, by its number in the plan.
    pub fn counters(&self) -> impl Iterator<Item = (usize, &Arc<Counters>)> {
        self.counters.iter().map(|(&node, counters)| (node, counters))
    }

    /// Builds the task, on the thread that will run it.
    ///
    /// # Errors
    /// [`Halt`] with the first fault of `factory`.
    pub fn build(
        mut self,
        plan: &Plan,
        factory: &dyn Factory,
        setting: &Setting,
    ) -> Result<Task, Halt> {
        let mut nodes = Vec::new();
        for index in self.nodes.clone() {
            nodes.push(self.node(plan, index, factory, setting)?);
        }
        let first = self.nodes[0];
        let head = match plan.node(first).kind {
            Kind::Source => Head::Source {
                source: factory
                    .source(first, self.task)
                    .map_err(|fault| halt(plan, first, fault))?,
                idle: plan.node(first).watermarks.and_then(|watermarks| watermarks.idle),
            },
            _ => Head::Inputs(Inputs::new(self.inbox)),
        };
        Ok(Task { head, chain: Chain::new(nodes, setting.clone()), setting: setting.clone() })
    }

    fn node(
        &mut self,
        plan: &Plan,
        index: usize,
        factory: &dyn Factory,
        setting: &Setting,
    ) -> Result<Node, Halt> {
        let spec = plan.node(index);
        let operator = match spec.kind {
            Kind::Source => None,
            _ => {
                Some(factory.operator(index, self.task).map_err(|fault| halt(plan, index, fault))?)
            }
        };
        let mut edges = self.edges.remove(&index).unwrap_or_default();
        for edge in &mut edges {
            if let Target::Channels(Some(partitioner)) = &mut edge.target {
                partitioner.charge_to(&setting.budget);
            }
        }
        let ports = u32::try_from(spec.output_ports.len()).expect("ports are few");
        Ok(Node {
            name: spec.name.clone(),
            plugin: factory.plugin(index),
            operator,
            output: Output::new(ports, spec.output_bytes_max),
            edges,
            kind: spec.kind,
            policies: spec.policies,
            breaker: Breaker::new(spec.policies.breaker),
            counters: Arc::clone(&self.counters[&index]),
            generator: spec.watermarks.map(|watermarks| Generator::new(watermarks.lateness)),
            calls: 0,
            one_port: ports == 1,
            time: i64::MIN,
            idle: false,
            halted: false,
        })
    }
}

fn halt(plan: &Plan, node: usize, fault: Fault) -> Halt {
    Halt { node: plan.node(node).name.clone(), fault }
}
