//! From a pipeline's description to what runs: edges with ports and partitionings, and chains of nodes that share a task.
//! Pure. Every problem is found in one pass and says which key of which node is wrong.

use crate::{
    Port,
    spec::{Kind, Node, Partitioning, Pipeline},
};

mod check;
mod digest;
#[cfg(test)]
mod tests;

/// A pipeline that can run.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    pub pipeline: Pipeline,
    pub edges: Vec<Edge>,
    pub chains: Vec<Chain>,
    /// What is allowed but probably not meant.
    pub warnings: Vec<Problem>,
}

/// Records from one port to another. Nodes are numbered as in the pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    pub from: usize,
    pub from_port: Port,
    pub to: usize,
    pub to_port: Port,
    pub partitioning: Partitioning,
    /// Whether both ends are in one task, and no channel lies between them.
    pub chained: bool,
}

/// Nodes that run in one task, the first of them fed by channels or a source. Each parallel copy is a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// In topological order.
    pub nodes: Vec<usize>,
    pub parallelism: u32,
}

/// Which task of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId {
    /// Its chain's number in [`Plan::chains`].
    pub chain: u32,
    /// Which copy of that chain.
    pub task: u32,
}

/// What is wrong with a pipeline, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Name of the node; absent: the pipeline as a whole.
    pub node: Option<String>,
    /// The key of that node, as in the pipeline file.
    pub key: &'static str,
    /// Which element, where the key's value is a list.
    pub index: usize,
    pub message: String,
}

/// Plans `pipeline`.
///
/// # Errors
/// All problems at once; at least one.
pub fn plan(pipeline: Pipeline) -> Result<Plan, Vec<Problem>> {
    let mut problems = Vec::new();
    check::nodes(&pipeline, &mut problems);
    let mut edges = check::edges(&pipeline, &mut problems);
    check::reached(&pipeline, &edges, &mut problems);
    let order = check::order(&pipeline, &edges, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let chains = chains(&pipeline, &mut edges, &order);
    let warnings = check::warnings(&pipeline, &edges);
    Ok(Plan { pipeline, edges, chains, warnings })
}

impl Plan {
    pub fn node(&self, index: usize) -> &Node {
        &self.pipeline.nodes[index]
    }

    /// Edges that leave node `index`.
    pub fn outgoing(&self, index: usize) -> impl Iterator<Item = &Edge> {
        self.edges.iter().filter(move |edge| edge.from == index)
    }

    /// Number of the chain that node `index` is in.
    pub fn chain_of(&self, index: usize) -> u32 {
        let chain = self.chains.iter().position(|chain| chain.nodes.contains(&index));
        let chain = chain.expect("every node is in a chain");
        u32::try_from(chain).expect("chains are few")
    }

    /// The node that feeds the chain numbered `chain`, if that is a source; `None` also where there is no such chain.
    pub fn source_of(&self, chain: u32) -> Option<usize> {
        let first = *self.chains.get(usize::try_from(chain).ok()?)?.nodes.first()?;
        (self.node(first).kind == Kind::Source).then_some(first)
    }

    /// Tasks in all chains.
    pub fn tasks(&self) -> usize {
        self.chains.iter().map(|chain| chain.parallelism as usize).sum()
    }

    /// Tells plans apart: BLAKE3 over nodes, edges and chains, hexadecimal. The same for the same plan in every process of
    /// this version.
    pub fn digest(&self) -> String {
        digest::of(self)
    }

    /// Channels of an edge: one for each pair of tasks that it joins.
    pub fn channels(&self, edge: &Edge) -> usize {
        let from = self.node(edge.from).parallelism as usize;
        match edge.partitioning {
            _ if edge.chained => 0,
            Partitioning::Forward => from,
            _ => from * self.node(edge.to).parallelism as usize,
        }
    }
}

/// Puts every node into the task of its only input where records need not leave that task.
fn chains(pipeline: &Pipeline, edges: &mut [Edge], order: &[usize]) -> Vec<Chain> {
    let mut chains: Vec<Chain> = Vec::new();
    let mut chain_of = vec![usize::MAX; pipeline.nodes.len()];
    for &node in order {
        let mut incoming = edges.iter_mut().filter(|edge| edge.to == node);
        let only = match (incoming.next(), incoming.next()) {
            (Some(edge), None) if edge.partitioning == Partitioning::Forward => Some(edge),
            _ => None,
        };
        if let Some(edge) = only {
            edge.chained = true;
            chain_of[node] = chain_of[edge.from];
            chains[chain_of[node]].nodes.push(node);
        } else {
            chain_of[node] = chains.len();
            let parallelism = pipeline.nodes[node].parallelism;
            chains.push(Chain { nodes: vec![node], parallelism });
        }
    }
    debug_assert!(
        pipeline.nodes.iter().all(|node| node.kind != Kind::Source || node.inputs.is_empty())
    );
    chains
}
