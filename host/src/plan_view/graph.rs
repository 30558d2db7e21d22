//! A plan for drawing programs: Mermaid and Graphviz. Nodes get numbers for ids, names stand in escaped labels only.

use std::fmt::Write as _;

use sandbar_dataflow::{
    plan::{Edge, Plan},
    spec::Kind,
};

use super::{by, from_port, runs, tells_port, to_port};
use crate::pipeline::Planned;

/// A Mermaid flow chart; nodes of one chain share a box.
pub fn mermaid(planned: &Planned) -> String {
    let plan = &planned.plan;
    let mut page = "flowchart LR\n".to_owned();
    for (number, chain) in plan.chains.iter().enumerate() {
        let _ = writeln!(page, "  subgraph c{number}[\"{}\"]", tasks(chain.parallelism));
        for &index in &chain.nodes {
            let (open, close) = match plan.node(index).kind {
                Kind::Source => ("([", "])"),
                Kind::Operator => ("[", "]"),
                Kind::Sink => ("[(", ")]"),
            };
            let label = mermaid_text(&format!(
                "{}\n{}",
                plan.node(index).name,
                runs(&planned.setups[index])
            ));
            let _ = writeln!(page, "    n{index}{open}\"{label}\"{close}");
        }
        page.push_str("  end\n");
    }
    for edge in &plan.edges {
        let label = mermaid_text(&label(plan, edge));
        let _ = writeln!(page, "  n{} -->|\"{label}\"| n{}", edge.from, edge.to);
    }
    page
}

/// A Graphviz graph; nodes of one chain share a box.
pub fn dot(planned: &Planned) -> String {
    let plan = &planned.plan;
    let name = dot_text(&plan.pipeline.name);
    let mut page = format!("digraph \"{name}\" {{\n  rankdir=LR;\n  node [shape=box];\n");
    for (number, chain) in plan.chains.iter().enumerate() {
        let _ = writeln!(page, "  subgraph cluster_{number} {{");
        let _ = writeln!(page, "    label=\"{}\";", tasks(chain.parallelism));
        for &index in &chain.nodes {
            let shape = match plan.node(index).kind {
                Kind::Source => "ellipse",
                Kind::Operator => "box",
                Kind::Sink => "cylinder",
            };
            let label =
                dot_text(&format!("{}\n{}", plan.node(index).name, runs(&planned.setups[index])));
            let _ = writeln!(page, "    n{index} [label=\"{label}\", shape={shape}];");
        }
        page.push_str("  }\n");
    }
    for edge in &plan.edges {
        let label = dot_text(&label(plan, edge));
        let _ = writeln!(page, "  n{} -> n{} [label=\"{label}\"];", edge.from, edge.to);
    }
    page.push_str("}\n");
    page
}

fn tasks(parallelism: u32) -> String {
    match parallelism {
        1 => "1 task".to_owned(),
        tasks => format!("{tasks} tasks"),
    }
}

fn label(plan: &Plan, edge: &Edge) -> String {
    let from = match tells_port(plan, edge) {
        true => format!("{}, ", from_port(plan, edge)),
        false => String::new(),
    };
    let to = match plan.node(edge.to).input_ports.len() > 1 {
        true => format!(", to {}", to_port(plan, edge)),
        false => String::new(),
    };
    format!("{from}{}{to}", by(edge))
}

/// Everything but letters, digits and harmless signs as an entity: Mermaid reads HTML and Markdown in labels.
fn mermaid_text(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '\n' => escaped.push_str("<br/>"),
            ' ' | '-' | '.' | ',' => escaped.push(character),
            other if other.is_alphanumeric() => escaped.push(other),
            other => {
                let _ = write!(escaped, "#{};", u32::from(other));
            }
        }
    }
    escaped
}

fn dot_text(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '\n' => escaped.push_str("\\n"),
            '"' | '\\' => escaped.extend(['\\', character]),
            other if other.is_control() => escaped.push(char::REPLACEMENT_CHARACTER),
            other => escaped.push(other),
        }
    }
    escaped
}
