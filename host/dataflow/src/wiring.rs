//! From a plan to tasks: makes the channels, and hands each thread the seeds of its tasks. A seed may change threads, the
//! task that grows from it may not. Where only a part of the plan runs here, channels that leave it or come into it are
//! handed over as loose ends; who joins them is no matter of this module.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    Counters, Fault, Generator, Halt, Operator, Output, Setting, Source, Task, TaskId,
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

    /// Whether any source wants to hear which barriers passed every task.
    fn acknowledges(&self) -> bool {
        false
    }
}

/// What runs of a plan in one place, and where its channels lead to other places.
#[derive(Debug)]
pub struct Wiring {
    /// The tasks that run here, chains in the plan's order.
    pub seeds: Vec<Seed>,
    /// Channels from a task here to a task elsewhere.
    pub outlets: Vec<Outlet>,
    /// Channels from a task elsewhere to a task here.
    pub inlets: Vec<Inlet>,
}

/// One channel of a plan: the same number wherever the plan is wired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChannelId {
    /// Its edge's number in [`Plan::edges`].
    pub edge: u32,
    /// Which copy of the edge's sender sends.
    pub from: u32,
    /// Which copy of the edge's receiver takes.
    pub to: u32,
}

/// The end of a channel where frames leave for a task elsewhere. Dropped: the sending task sends nothing there any more.
#[derive(Debug)]
pub struct Outlet {
    pub channel: ChannelId,
    pub inbox: Inbox,
}

/// The end of a channel where frames from a task elsewhere come in. Dropped before it sent [`Frame::End`](crate::Frame):
/// the receiving task halts with [`Code::InputLost`](crate::Code) once its other channels have ended.
#[derive(Debug)]
pub struct Inlet {
    pub channel: ChannelId,
    pub sender: Sender,
}

/// A task that has not been built yet.
#[derive(Debug)]
pub struct Seed {
    pub id: TaskId,
    nodes: Vec<usize>,
    inbox: Inbox,
    edges: BTreeMap<usize, Vec<Edge>>,
    /// What each node counts, by its number in the plan.
    counters: BTreeMap<usize, Arc<Counters>>,
}

/// Makes the tasks of `plan` that run `here`, and all channels of these, each holding `channel_bytes` at this end.
pub fn wire(
    plan: &Plan,
    secret: Secret,
    channel_bytes: usize,
    here: &dyn Fn(TaskId) -> bool,
) -> Wiring {
    let mut seeds: BTreeMap<TaskId, Seed> = BTreeMap::new();
    for (chain, number) in plan.chains.iter().zip(0..) {
        let ids = (0..chain.parallelism).map(|task| TaskId { chain: number, task });
        seeds.extend(ids.filter(|&id| here(id)).map(|id| (id, seed(chain, id))));
    }
    let mut wires = Wires { plan, secret, channel_bytes, seeds, outlets: vec![], inlets: vec![] };
    for (edge, number) in plan.edges.iter().zip(0..) {
        let (from, to) = (plan.chain_of(edge.from), plan.chain_of(edge.to));
        for task in 0..plan.node(edge.from).parallelism {
            let from = TaskId { chain: from, task };
            match edge.chained {
                true => wires.add(from, edge, chained(plan, edge)),
                false => wires.join(number, edge, from, to),
            }
        }
    }
    let Wires { seeds, outlets, inlets, .. } = wires;
    Wiring { seeds: seeds.into_values().collect(), outlets, inlets }
}

/// A plan in the middle of being wired.
struct Wires<'a> {
    plan: &'a Plan,
    secret: Secret,
    channel_bytes: usize,
    /// Of the tasks here.
    seeds: BTreeMap<TaskId, Seed>,
    outlets: Vec<Outlet>,
    inlets: Vec<Inlet>,
}

impl Wires<'_> {
    /// Makes the channels of `edge` that task `from` sends on, in so far as one of their ends is here. Tasks of the chain
    /// `to` take them.
    fn join(&mut self, number: u32, edge: &plan::Edge, from: TaskId, to: u32) {
        let is_here = self.seeds.contains_key(&from);
        let mut senders = Vec::new();
        for task in targets(self.plan, edge, from.task) {
            let channel = ChannelId { edge: number, from: from.task, to: task };
            let inbox = self.seeds.get_mut(&TaskId { chain: to, task }).map(|seed| &mut seed.inbox);
            match (is_here, inbox) {
                (true, Some(inbox)) => {
                    senders.push(inbox.channel(edge.to_port, self.channel_bytes));
                }
                (true, None) => {
                    let mut inbox = Inbox::default();
                    senders.push(inbox.channel(edge.to_port, self.channel_bytes));
                    self.outlets.push(Outlet { channel, inbox });
                }
                (false, Some(inbox)) => {
                    let sender = inbox.channel(edge.to_port, self.channel_bytes);
                    self.inlets.push(Inlet { channel, sender });
                }
                (false, None) => {}
            }
        }
        let partitioner = || Partitioner::new(edge.partitioning, senders, self.secret);
        let target = is_here.then(|| Target::Channels(Some(partitioner())));
        if let Some(target) = target {
            self.add(from, edge, target);
        }
    }

    /// The sender of `edge` in task `from`, if that is here, sends to `target`.
    fn add(&mut self, from: TaskId, edge: &plan::Edge, target: Target) {
        if let Some(seed) = self.seeds.get_mut(&from) {
            let port = edge.from_port;
            seed.edges.entry(edge.from).or_default().push(Edge { port, target });
        }
    }
}

fn seed(chain: &plan::Chain, id: TaskId) -> Seed {
    let counters = chain.nodes.iter().map(|&node| (node, Arc::default())).collect();
    let nodes = chain.nodes.clone();
    Seed { id, nodes, inbox: Inbox::default(), edges: BTreeMap::new(), counters }
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
                    .source(first, self.id.task)
                    .map_err(|fault| halt(plan, first, fault))?,
                idle: plan.node(first).watermarks.and_then(|watermarks| watermarks.idle),
            },
            _ => Head::Inputs(Inputs::new(self.inbox)),
        };
        let (id, setting) = (self.id, setting.clone());
        Ok(Task { id, head, chain: Chain::new(nodes, setting.clone()), setting })
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
            _ => Some(
                factory.operator(index, self.id.task).map_err(|fault| halt(plan, index, fault))?,
            ),
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
