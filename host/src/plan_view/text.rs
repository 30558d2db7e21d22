//! A plan in words: every node with what it runs, takes, may use and does about faults.

use std::fmt::Write as _;

use sandbar_dataflow::{
    Breaker, ErrorPolicy, Policies,
    plan::Plan,
    spec::{Node, Watermarks},
};

use super::{by, classes, counted, from_port, guarantees, plain, runs, then, to_port, totals};
use crate::{
    connectors::settings::Value,
    pipeline::{
        Connector, Limits, Planned, Plugin, Setup,
        quantity::{show_duration, show_size},
    },
};

/// The whole plan, several lines a node.
pub fn text(planned: &Planned) -> String {
    let plan = &planned.plan;
    let mut page = format!("pipeline {}: {}\n", plan.pipeline.name, totals(plan));
    for (index, node) in plan.pipeline.nodes.iter().enumerate() {
        let setup = &planned.setups[index];
        let _ = writeln!(page, "\n{} {} ({})", node.kind, node.name, runs(setup));
        for (name, value) in lines(plan, index, node, setup) {
            let _ = writeln!(page, "  {name:<11} {value}");
        }
    }
    page.push_str("\nguarantee\n");
    for sentence in guarantees(planned) {
        let _ = writeln!(page, "  {sentence}");
    }
    page
}

fn lines(plan: &Plan, index: usize, node: &Node, setup: &Setup) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    match setup {
        Setup::Source(connector) | Setup::Sink(connector) => {
            lines.push(("settings", settings(connector)));
        }
        Setup::Operator(plugin) => lines.extend(of_plugin(plugin)),
    }
    let inputs = plan.edges.iter().filter(|edge| edge.to == index);
    lines.extend(inputs.map(|edge| {
        let ports = (from_port(plan, edge), to_port(plan, edge));
        let way = match (edge.chained, plan.channels(edge)) {
            (true, _) => "in the same task".to_owned(),
            (false, channels) => counted(channels, "channel"),
        };
        let from = &plan.node(edge.from).name;
        ("input", format!("{from}.{} -> {}, {}, {way}", ports.0, ports.1, by(edge)))
    }));
    lines.push(("tasks", tasks(plan, index, node)));
    lines.extend(node.watermarks.map(|marks| ("watermark", watermarks(marks))));
    if matches!(setup, Setup::Operator(_)) || node.policies != Policies::default() {
        lines.push(("on error", policies(node, setup)));
    }
    lines
}

fn of_plugin(plugin: &Plugin) -> Vec<(&'static str, String)> {
    let parameters: Vec<String> =
        plugin.parameters.iter().map(|(name, value)| plain(&format!("{name} = {value}"))).collect();
    let rights =
        if plugin.rights.is_empty() { "none".to_owned() } else { plugin.rights.join(", ") };
    let mut lines = vec![
        ("plugin", plain(&format!("{}, {}", plugin.code, plugin.digest))),
        ("limits", limits(&plugin.limits)),
        ("rights", plain(&rights)),
    ];
    if !plugin.grants.is_empty() {
        lines.push(("grants", plain(&plugin.grants.join(", "))));
    }
    if !parameters.is_empty() {
        lines.push(("parameters", parameters.join(", ")));
    }
    lines
}

fn tasks(plan: &Plan, index: usize, node: &Node) -> String {
    let copies = counted(node.parallelism as usize, "copy");
    let chain = plan.chains.iter().find(|chain| chain.nodes.contains(&index));
    let others: Vec<&str> = chain
        .into_iter()
        .flat_map(|chain| &chain.nodes)
        .filter(|other| **other != index)
        .map(|other| plan.node(*other).name.as_str())
        .collect();
    match others.is_empty() {
        true => copies,
        false => format!("{copies}, each in one task with {}", others.join(", ")),
    }
}

fn settings(connector: &Connector) -> String {
    let shown: Vec<String> = connector
        .given()
        .map(|(name, value)| plain(&format!("{name} = {}", setting(value))))
        .collect();
    if shown.is_empty() { "defaults".to_owned() } else { shown.join(", ") }
}

fn setting(value: &Value) -> String {
    match value {
        Value::Text(text) => format!("{text:?}"),
        Value::Texts(texts) => format!("{texts:?}"),
        Value::Path(path) => format!("{:?}", path.display().to_string()),
        Value::Integer(integer) => integer.to_string(),
        Value::Boolean(boolean) => boolean.to_string(),
        Value::Duration(duration) => show_duration(*duration),
        Value::Bytes(bytes) => show_size(*bytes),
        Value::Secret(reference) => plain(&reference.to_string()),
    }
}

fn limits(limits: &Limits) -> String {
    let output = match limits.output_bytes_max {
        Some(bytes) => show_size(bytes),
        None => "16 x input, at least 4 MiB".to_owned(),
    };
    format!(
        "memory {}, tables {}, stack {}, call {}, start {}, output {output}, log {} lines/s",
        show_size(limits.memory_bytes_max),
        limits.table_elements_max,
        show_size(limits.stack_bytes_max),
        show_duration(limits.call),
        show_duration(limits.start),
        limits.log_lines_max
    )
}

fn watermarks(watermarks: Watermarks) -> String {
    let lateness = show_duration(watermarks.lateness.0);
    match watermarks.idle {
        Some(idle) => {
            format!("{lateness} behind the newest record, idle after {}", show_duration(idle))
        }
        None => format!("{lateness} behind the newest record"),
    }
}

/// What happens on each class of faults, said once where all are alike. A source meets rejects only.
fn policies(node: &Node, setup: &Setup) -> String {
    let policies = &node.policies;
    let classes = classes(policies);
    let mut parts = match setup {
        Setup::Operator(_) if classes.iter().all(|(_, other)| *other == policies.rejects) => {
            vec![policy(policies.rejects)]
        }
        Setup::Operator(_) => {
            classes.iter().map(|(class, one)| format!("{class}: {}", policy(*one))).collect()
        }
        Setup::Source(_) | Setup::Sink(_) => {
            vec![format!("rejects: {}", then(policies.rejects.then))]
        }
    };
    if policies.breaker == Breaker::Off {
        parts.push("no circuit breaker".to_owned());
    }
    parts.join("; ")
}

fn policy(policy: ErrorPolicy) -> String {
    let then = then(policy.then);
    match policy.retry {
        0 => then.to_owned(),
        retry => {
            let retries = counted(retry as usize, "retry");
            format!("{retries} from {}, then {then}", show_duration(policy.backoff))
        }
    }
}
