//! A pipeline as its author describes it: named nodes and what each takes its input from. Pure values; what a connector
//! or plugin is called is the host's matter, which ports it has is told here.

use std::{fmt, time::Duration};

use crate::{Lateness, Policies, Port};

/// Most parallel copies of a node: a key group each.
pub const PARALLELISM_MAX: u32 = crate::partition::GROUPS;

/// Most nodes of a pipeline: a graph that people still read.
pub const NODES_MAX: usize = 1_000;

/// Most inputs of all nodes together: ten for each node.
pub const EDGES_MAX: usize = 10_000;

/// A DAG of sources, operators and sinks.
#[derive(Clone, Debug, PartialEq)]
pub struct Pipeline {
    pub name: String,
    pub nodes: Vec<Node>,
}

/// One node. Its name is its identity for state, metrics and restore.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub name: String,
    pub kind: Kind,
    /// How many parallel copies run.
    pub parallelism: u32,
    pub inputs: Vec<Input>,
    /// Names of the declared input ports, by number.
    pub input_ports: Vec<String>,
    /// Names of the declared output ports, by number.
    pub output_ports: Vec<String>,
    pub policies: Policies,
    /// Where this node makes the watermarks of what it sends on.
    pub watermarks: Option<Watermarks>,
    /// Most bytes one call may stage; by default 16 times its input, at least 4 MiB.
    pub output_bytes_max: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Source,
    Operator,
    Sink,
}

/// One edge into a node, as its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Name of the node that sends.
    pub from: String,
    /// Its output port; absent: its only or first one.
    pub port: Option<String>,
    /// The input port here; absent: the only or first one.
    pub to: Option<String>,
    /// Absent: forward where both sides have the same parallelism, else rebalance.
    pub by: Option<Partitioning>,
}

/// How the records of an edge find their target task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Partitioning {
    /// Task i sends to task i.
    Forward,
    /// Records of one key go to one task.
    Hash,
    /// Every task gets every record.
    Broadcast,
    /// Batches go round.
    Rebalance,
}

/// How a node makes watermarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Watermarks {
    /// How far out of order timestamps may be.
    pub lateness: Lateness,
    /// After this long without records nobody waits for this node's watermark; absent: never.
    pub idle: Option<Duration>,
}

impl Node {
    /// Number of the output port `name`; absent: the first one.
    pub fn output_port(&self, name: Option<&str>) -> Option<Port> {
        let Some(name) = name else { return (!self.output_ports.is_empty()).then_some(Port(0)) };
        port(&self.output_ports, name).or_else(|| Port::built_in(name))
    }

    /// Number of the input port `name`; absent: the first one.
    pub fn input_port(&self, name: Option<&str>) -> Option<Port> {
        let Some(name) = name else { return (!self.input_ports.is_empty()).then_some(Port(0)) };
        port(&self.input_ports, name)
    }
}

fn port(names: &[String], name: &str) -> Option<Port> {
    let number = names.iter().position(|port| port == name)?;
    u32::try_from(number).ok().map(Port)
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Kind::Source => "source",
            Kind::Operator => "operator",
            Kind::Sink => "sink",
        })
    }
}

impl fmt::Display for Partitioning {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Partitioning::Forward => "forward",
            Partitioning::Hash => "hash",
            Partitioning::Broadcast => "broadcast",
            Partitioning::Rebalance => "rebalance",
        })
    }
}
