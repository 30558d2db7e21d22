//! The rules a pipeline must meet, each finding every offence.

use std::collections::{BTreeMap, BTreeSet};

use super::{Edge, Problem};
use crate::{
    Port,
    spec::{EDGES_MAX, Input, Kind, NODES_MAX, Node, PARALLELISM_MAX, Partitioning, Pipeline},
};

/// Most channels of one edge: the square of a modest parallelism; beyond it memory goes into queues, not into work.
const CHANNELS_MAX: u32 = 1 << 16;

fn problem(node: &Node, key: &'static str, index: usize, message: String) -> Problem {
    Problem { node: Some(node.name.clone()), key, index, message }
}

/// Each node by itself.
pub(super) fn nodes(pipeline: &Pipeline, problems: &mut Vec<Problem>) {
    if pipeline.nodes.len() > NODES_MAX {
        let message = format!("{} nodes exceed the limit of {NODES_MAX}", pipeline.nodes.len());
        problems.push(Problem { node: None, key: "name", index: 0, message });
    }
    for kind in [Kind::Source, Kind::Sink] {
        if !pipeline.nodes.iter().any(|node| node.kind == kind) {
            let message = format!("the pipeline has no {kind}: add a [{kind}.NAME] table");
            problems.push(Problem { node: None, key: "name", index: 0, message });
        }
    }
    let mut seen = BTreeMap::new();
    for node in &pipeline.nodes {
        if let Some(before) = seen.insert(&node.name, node.kind) {
            let message = format!(
                "two nodes are called `{}`, one {before} and one {}: give each a name of its own",
                node.name, node.kind
            );
            problems.push(problem(node, "", 0, message));
        }
        if !(1..=PARALLELISM_MAX).contains(&node.parallelism) {
            let message =
                format!("parallelism {} is not between 1 and {PARALLELISM_MAX}", node.parallelism);
            problems.push(problem(node, "parallelism", 0, message));
        }
        if node.kind != Kind::Source && node.inputs.is_empty() {
            let message = format!("the {} takes its input from nobody: add `input`", node.kind);
            problems.push(problem(node, "input", 0, message));
        }
    }
}

/// Resolves what nodes say of their inputs; what cannot be resolved is a problem and no edge.
pub(super) fn edges(pipeline: &Pipeline, problems: &mut Vec<Problem>) -> Vec<Edge> {
    let count: usize = pipeline.nodes.iter().map(|node| node.inputs.len()).sum();
    if count > EDGES_MAX {
        let message = format!("{count} inputs exceed the limit of {EDGES_MAX}");
        problems.push(Problem { node: None, key: "name", index: 0, message });
        return Vec::new();
    }
    let mut edges = Vec::new();
    let mut seen = BTreeSet::new();
    for (to, node) in pipeline.nodes.iter().enumerate() {
        for (index, input) in node.inputs.iter().enumerate() {
            match edge(pipeline, to, input) {
                Ok(edge) if !seen.insert((edge.from, edge.from_port, to, edge.to_port)) => {
                    let message = format!("`{}` is listed twice", input.from);
                    problems.push(problem(node, "input", index, message));
                }
                Ok(edge) => edges.push(edge),
                Err(message) => problems.push(problem(node, "input", index, message)),
            }
        }
    }
    edges
}

fn edge(pipeline: &Pipeline, to: usize, input: &Input) -> Result<Edge, String> {
    let names = pipeline.nodes.iter().filter(|node| node.kind != Kind::Sink);
    let Some(from) = pipeline.nodes.iter().position(|node| node.name == input.from) else {
        return Err(unknown(
            "no source or operator is called",
            &input.from,
            names.map(|n| &n.name),
        ));
    };
    let (sender, receiver) = (&pipeline.nodes[from], &pipeline.nodes[to]);
    if sender.kind == Kind::Sink && input.port.as_deref() != Some("dead-letters") {
        return Err(format!("`{}` is a sink and sends nothing but dead letters", sender.name));
    }
    let from_port = sender.output_port(input.port.as_deref()).ok_or_else(|| match &input.port {
        Some(port) => {
            let what = format!("`{}` has no output port", sender.name);
            unknown(&what, port, &sender.output_ports)
        }
        None => format!("`{}` has no output port", sender.name),
    })?;
    let to_port = receiver.input_port(input.to.as_deref()).ok_or_else(|| {
        let port = input.to.as_deref().unwrap_or_default();
        let what = format!("`{}` has no input port", receiver.name);
        unknown(&what, port, &receiver.input_ports)
    })?;
    let same = sender.parallelism == receiver.parallelism;
    let by_default = if same { Partitioning::Forward } else { Partitioning::Rebalance };
    let partitioning = input.by.unwrap_or(by_default);
    if partitioning == Partitioning::Hash && from_port == Port::DEAD_LETTERS {
        return Err(
            "dead letters cannot be partitioned by key: a line that cannot be read has none"
                .to_owned(),
        );
    }
    if partitioning == Partitioning::Forward && !same {
        return Err(format!(
            "a forward edge needs the same parallelism on both sides, but `{}` has {} and `{}` has {}",
            sender.name, sender.parallelism, receiver.name, receiver.parallelism
        ));
    }
    if sender.parallelism.saturating_mul(receiver.parallelism) > CHANNELS_MAX
        && partitioning != Partitioning::Forward
    {
        return Err(format!(
            "{} channels between `{}` and `{}` exceed the limit of {CHANNELS_MAX}: lower a parallelism",
            u64::from(sender.parallelism) * u64::from(receiver.parallelism),
            sender.name,
            receiver.name
        ));
    }
    Ok(Edge { from, from_port, to, to_port, partitioning, chained: false })
}

fn unknown<'a>(what: &str, name: &str, known: impl IntoIterator<Item = &'a String>) -> String {
    let known: Vec<&str> = known.into_iter().map(String::as_str).collect();
    let near = known
        .iter()
        .max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)));
    match near {
        Some(near) if strsim::jaro_winkler(near, name) > 0.75 => {
            format!("{what} `{name}`: did you mean `{near}`?")
        }
        Some(_) => format!("{what} `{name}`: there are `{}`", known.join("`, `")),
        None => format!("{what} `{name}`"),
    }
}

/// Whether every record goes somewhere: what a policy sends to the dead letters needs a taker.
pub(super) fn reached(pipeline: &Pipeline, edges: &[Edge], problems: &mut Vec<Problem>) {
    for (index, node) in pipeline.nodes.iter().enumerate() {
        let taken: BTreeSet<Port> =
            edges.iter().filter(|edge| edge.from == index).map(|edge| edge.from_port).collect();
        if node.policies.dead_letters() && !taken.contains(&Port::DEAD_LETTERS) {
            let message = format!(
                "failed records go to the dead letters, but nothing takes them: \
                 add a sink with `input = \"{}.dead-letters\"`",
                node.name
            );
            problems.push(problem(node, "on_error", 0, message));
        }
    }
}

/// The nodes in topological order; a cycle is a problem of the first node in it.
pub(super) fn order(
    pipeline: &Pipeline,
    edges: &[Edge],
    problems: &mut Vec<Problem>,
) -> Vec<usize> {
    let mut missing = vec![0_usize; pipeline.nodes.len()];
    let mut followers = vec![Vec::new(); pipeline.nodes.len()];
    for edge in edges {
        missing[edge.to] += 1;
        followers[edge.from].push(edge.to);
    }
    let mut ready: BTreeSet<usize> =
        (0..missing.len()).filter(|&node| missing[node] == 0).collect();
    let mut order = Vec::new();
    while let Some(node) = ready.pop_first() {
        order.push(node);
        for &follower in &followers[node] {
            missing[follower] -= 1;
            if missing[follower] == 0 {
                ready.insert(follower);
            }
        }
    }
    let waiting: Vec<usize> = (0..missing.len()).filter(|&node| missing[node] > 0).collect();
    if let Some(&node) = waiting.first() {
        let cycle = cycle(edges, &waiting, node);
        let names: Vec<&str> =
            cycle.iter().map(|&node| pipeline.nodes[node].name.as_str()).collect();
        let message = format!("the pipeline must have no cycle: `{}`", names.join("` -> `"));
        let (node, before) = (&pipeline.nodes[cycle[0]], names[names.len() - 2]);
        let closing = node.inputs.iter().position(|input| input.from == before);
        problems.push(problem(node, "input", closing.unwrap_or(0), message));
    }
    order
}

/// Walks inputs backwards from `start`, among nodes that all wait for another one, until a node comes again.
fn cycle(edges: &[Edge], waiting: &[usize], start: usize) -> Vec<usize> {
    let mut path = vec![start];
    loop {
        let node = path[path.len() - 1];
        let before = edges
            .iter()
            .find(|edge| edge.to == node && waiting.contains(&edge.from))
            .expect("a node waits only for another that waits")
            .from;
        if let Some(first) = path.iter().position(|&seen| seen == before) {
            let mut cycle = path.split_off(first);
            cycle.push(before);
            cycle.reverse();
            return cycle;
        }
        path.push(before);
    }
}

/// What may run but surprises.
pub(super) fn warnings(pipeline: &Pipeline, edges: &[Edge]) -> Vec<Problem> {
    let mut warnings = Vec::new();
    for (index, node) in pipeline.nodes.iter().enumerate() {
        if node.kind != Kind::Sink && node.kind != Kind::Operator {
            continue;
        }
        let rebalanced = |edge: &&Edge| {
            edge.to == index && edge.partitioning == Partitioning::Rebalance && node.parallelism > 1
        };
        let hashed = |edge: &Edge| edge.from == index && edge.partitioning == Partitioning::Hash;
        if let Some(edge) = edges.iter().find(rebalanced)
            && edges.iter().any(hashed)
        {
            let message = format!(
                "a rebalance from `{}` comes before a hash edge: records of one key may overtake each other",
                pipeline.nodes[edge.from].name
            );
            warnings.push(problem(node, "input", 0, message));
        }
    }
    for (index, node) in pipeline.nodes.iter().enumerate() {
        if node.kind == Kind::Sink {
            continue;
        }
        for (number, name) in node.output_ports.iter().enumerate() {
            let taken = |edge: &Edge| edge.from == index && edge.from_port.0 as usize == number;
            if !edges.iter().any(taken) {
                let message =
                    format!("nothing takes the output port `{name}`: its records are dropped");
                warnings.push(problem(node, "", 0, message));
            }
        }
    }
    warnings
}
