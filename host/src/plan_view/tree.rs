//! A plan as a tree for the terminal: sources at the left, what they send to beneath. A node with several inputs is drawn
//! out once and named again where it comes up a second time, so that the drawing grows with the edges, not with the paths.

use std::collections::BTreeSet;

use sandbar_dataflow::{
    plan::{Edge, Plan},
    spec::Kind,
};

use super::{by, from_port, runs, tells_port, to_port, totals};
use crate::pipeline::Planned;

/// The pipeline as a drawing, a line for each edge.
pub fn tree(planned: &Planned) -> String {
    let plan = &planned.plan;
    let mut drawing = Drawing { planned, drawn: BTreeSet::new(), page: String::new() };
    drawing.page = format!("{}: {}\n", plan.pipeline.name, totals(plan));
    for (index, node) in plan.pipeline.nodes.iter().enumerate() {
        if node.kind == Kind::Source {
            drawing.page.push_str(&label(planned, index));
            drawing.page.push('\n');
            drawing.branches(index);
        }
    }
    drawing.page
}

struct Drawing<'p> {
    planned: &'p Planned,
    drawn: BTreeSet<usize>,
    page: String,
}

impl Drawing<'_> {
    /// Everything beneath `root`. A stack instead of recursion: a pipeline may be a thousand nodes deep.
    fn branches(&mut self, root: usize) {
        let plan = &self.planned.plan;
        let mut open = vec![(String::new(), edges(plan, root))];
        while let Some((indent, rest)) = open.last_mut() {
            let Some(edge) = rest.pop() else {
                open.pop();
                continue;
            };
            let last = rest.is_empty();
            let (joint, below) = if last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
            let below = format!("{indent}{below}");
            let again = !self.drawn.insert(edge.to);
            let suffix =
                if again && plan.outgoing(edge.to).next().is_some() { ", see above" } else { "" };
            let line = format!(
                "{indent}{joint}{}{}{suffix}\n",
                way(plan, &edge),
                label(self.planned, edge.to)
            );
            self.page.push_str(&line);
            if !again {
                open.push((below, edges(plan, edge.to)));
            }
        }
    }
}

/// What leaves `node`, last first.
fn edges(plan: &Plan, node: usize) -> Vec<Edge> {
    let mut edges: Vec<Edge> = plan.outgoing(node).copied().collect();
    edges.sort_by_key(|edge| std::cmp::Reverse((edge.from_port, edge.to)));
    edges
}

/// What lies on an edge, where it is more than the plain way on.
fn way(plan: &Plan, edge: &Edge) -> String {
    let mut parts = Vec::new();
    if tells_port(plan, edge) {
        parts.push(from_port(plan, edge));
    }
    if !edge.chained {
        parts.push(by(edge).to_owned());
    }
    if plan.node(edge.to).input_ports.len() > 1 {
        parts.push(format!("to {}", to_port(plan, edge)));
    }
    if parts.is_empty() { String::new() } else { format!("[{}] ", parts.join(", ")) }
}

fn label(planned: &Planned, index: usize) -> String {
    let node = planned.plan.node(index);
    let copies = match node.parallelism {
        1 => String::new(),
        copies => format!(" x{copies}"),
    };
    match runs(&planned.setups[index]) {
        runs if runs == node.name => format!("{}{copies} ({})", node.name, node.kind),
        runs => format!("{}{copies} ({} {runs})", node.name, node.kind),
    }
}
