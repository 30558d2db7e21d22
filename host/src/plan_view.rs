//! A plan for people and programs: text, a tree for the terminal, Mermaid, DOT and JSON. Reads a [`Planned`], decides
//! nothing. Names come from pipeline files and plugins, so each form escapes what it shows.

use sandbar_control::Replay;
use sandbar_dataflow::{
    Policies, Port, Then,
    plan::{Edge, Plan},
};

use crate::pipeline::{Planned, Setup, visible};

mod graph;
mod json;
#[cfg(test)]
mod tests;
mod text;
mod tree;

pub use graph::{dot, mermaid};
pub use json::{Document, json};
pub use text::text;
pub use tree::tree;

/// What the pipeline promises, computed from its parts: one sentence for each promise or gap.
pub fn guarantees(planned: &Planned) -> Vec<String> {
    let mut sentences = vec![
        "while the process lives, a record passes each edge once; records of one split and key keep their order, except \
         across a rebalance"
            .to_owned(),
    ];
    let mut replays = planned.setups.iter().filter_map(Setup::replay);
    if !replays.all(|replay| replay == Replay::Unacknowledged) {
        sentences.push(
            "no checkpoints yet: a crash loses what is in flight (at-most-once across a crash)"
                .to_owned(),
        );
    }
    for (node, setup) in planned.plan.pipeline.nodes.iter().zip(&planned.setups) {
        if setup.acknowledges() {
            sentences.push(format!(
                "`{}` tells its senders when every sink has a record: after a crash they send the others again (at-least-once)",
                node.name
            ));
        }
        let skipped: Vec<&str> = classes(&node.policies)
            .into_iter()
            .filter(|(_, policy)| policy.then == Then::Skip)
            .map(|(class, _)| class)
            .collect();
        if !skipped.is_empty() {
            sentences.push(format!(
                "`{}` counts and drops records that fail ({})",
                node.name,
                skipped.join(", ")
            ));
        }
    }
    sentences
}

/// The classes of faults as the pipeline file names them.
fn classes(policies: &Policies) -> [(&'static str, sandbar_dataflow::ErrorPolicy); 4] {
    [
        ("rejects", policies.rejects),
        ("failures", policies.failures),
        ("traps", policies.traps),
        ("limits", policies.limits),
    ]
}

fn then(then: Then) -> &'static str {
    match then {
        Then::Skip => "skip",
        Then::DeadLetter => "dead-letter",
        Then::Halt => "halt",
    }
}

/// What a node runs: its connector or its plugin.
fn runs(setup: &Setup) -> String {
    match setup {
        Setup::Source(connector) | Setup::Sink(connector) => connector.name.to_owned(),
        Setup::Operator(plugin) => plain(&plugin.name),
    }
}

/// Name of the output port that `edge` leaves by.
fn from_port(plan: &Plan, edge: &Edge) -> String {
    port(&plan.node(edge.from).output_ports, edge.from_port)
}

/// Name of the input port that `edge` arrives at.
fn to_port(plan: &Plan, edge: &Edge) -> String {
    port(&plan.node(edge.to).input_ports, edge.to_port)
}

fn port(names: &[String], port: Port) -> String {
    match port {
        Port::DEAD_LETTERS => "dead-letters".to_owned(),
        Port::LATE => "late".to_owned(),
        Port(number) => {
            names.get(number as usize).map_or_else(|| number.to_string(), |name| plain(name))
        }
    }
}

/// Whether the name of the port that `edge` leaves by says something: it is one of several, or built in.
fn tells_port(plan: &Plan, edge: &Edge) -> bool {
    plan.node(edge.from).output_ports.len() > 1 || edge.from_port.0 >= Port::LATE.0
}

/// The name of a partitioning as the pipeline file has it, where "key" means hash.
fn by(edge: &Edge) -> &'static str {
    use sandbar_dataflow::spec::Partitioning;
    match edge.partitioning {
        Partitioning::Forward => "forward",
        Partitioning::Hash => "by key",
        Partitioning::Broadcast => "broadcast",
        Partitioning::Rebalance => "rebalance",
    }
}

/// `text` on one line, without characters that would write elsewhere on a terminal.
fn plain(text: &str) -> String {
    text.chars().map(visible).collect()
}

/// "1 task", "2 tasks", "3 copies".
fn counted(number: usize, noun: &str) -> String {
    match noun.strip_suffix('y') {
        _ if number == 1 => format!("1 {noun}"),
        Some(stem) => format!("{number} {stem}ies"),
        None => format!("{number} {noun}s"),
    }
}

/// "4 nodes, 2 chains in 3 tasks, 4 channels".
fn totals(plan: &Plan) -> String {
    let channels: usize = plan.edges.iter().map(|edge| plan.channels(edge)).sum();
    format!(
        "{}, {} in {}, {}",
        counted(plan.pipeline.nodes.len(), "node"),
        counted(plan.chains.len(), "chain"),
        counted(plan.tasks(), "task"),
        counted(channels, "channel")
    )
}
