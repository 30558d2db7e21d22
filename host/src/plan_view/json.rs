//! A plan for programs. The shape only grows: a field may be added, none is renamed.

use std::collections::BTreeMap;

use sandbar_dataflow::{Breaker, plan::Plan, spec::Node};
use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use super::{classes, from_port, guarantees, then, to_port};
use crate::{
    connectors::{secret::Reference, settings::Value},
    pipeline::{Connector, Diagnostic, Limits, Planned, Setup},
};

/// A plan as JSON shows it. Durations are in milliseconds, sizes in bytes.
#[derive(Debug, Serialize)]
pub struct Document<'p> {
    name: &'p str,
    tasks: usize,
    channels: usize,
    nodes: Vec<NodeDocument<'p>>,
    edges: Vec<EdgeDocument<'p>>,
    chains: Vec<ChainDocument<'p>>,
    guarantees: Vec<String>,
    warnings: &'p [Diagnostic],
}

#[derive(Debug, Serialize)]
struct NodeDocument<'p> {
    name: &'p str,
    kind: String,
    parallelism: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    watermark: Option<WatermarkDocument>,
    on_error: BTreeMap<&'static str, PolicyDocument>,
    circuit_breaker: bool,
    #[serde(flatten)]
    setup: SetupDocument<'p>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum SetupDocument<'p> {
    Connector {
        connector: &'p str,
        settings: Map<String, Json>,
    },
    Plugin {
        plugin: &'p str,
        path: String,
        digest: &'p str,
        rights: &'p [String],
        grants: &'p [String],
        event_time: bool,
        parameters: &'p Map<String, Json>,
        limits: LimitsDocument,
    },
}

#[derive(Debug, Serialize)]
struct WatermarkDocument {
    lateness_ms: u64,
    idle_ms: Option<u64>,
}

#[derive(Debug, Serialize)]
struct PolicyDocument {
    retry: u32,
    backoff_ms: u64,
    then: &'static str,
}

#[derive(Debug, Serialize)]
struct LimitsDocument {
    memory_bytes: u64,
    table_elements: u32,
    stack_bytes: u64,
    call_ms: u64,
    start_ms: u64,
    /// Null: 16 times the input, at least 4 MiB.
    output_bytes: Option<u64>,
    log_lines_per_second: u32,
}

#[derive(Debug, Serialize)]
struct EdgeDocument<'p> {
    from: &'p str,
    from_port: String,
    to: &'p str,
    to_port: String,
    partitioning: String,
    chained: bool,
    channels: usize,
}

#[derive(Debug, Serialize)]
struct ChainDocument<'p> {
    nodes: Vec<&'p str>,
    parallelism: u32,
}

/// The whole plan, ready to be serialized.
pub fn json(planned: &Planned) -> Document<'_> {
    Document::new(planned)
}

impl<'p> Document<'p> {
    fn new(planned: &'p Planned) -> Self {
        let plan = &planned.plan;
        let nodes = plan.pipeline.nodes.iter().zip(&planned.setups);
        let edges: Vec<_> = edges(plan).collect();
        let chains = plan.chains.iter().map(|chain| ChainDocument {
            nodes: chain.nodes.iter().map(|node| plan.node(*node).name.as_str()).collect(),
            parallelism: chain.parallelism,
        });
        Self {
            name: &plan.pipeline.name,
            tasks: plan.tasks(),
            channels: edges.iter().map(|edge| edge.channels).sum(),
            nodes: nodes.map(|(node, setup)| of_node(node, setup)).collect(),
            edges,
            chains: chains.collect(),
            guarantees: guarantees(planned),
            warnings: &planned.warnings,
        }
    }
}

fn edges(plan: &Plan) -> impl Iterator<Item = EdgeDocument<'_>> {
    plan.edges.iter().map(|edge| EdgeDocument {
        from: &plan.node(edge.from).name,
        from_port: from_port(plan, edge),
        to: &plan.node(edge.to).name,
        to_port: to_port(plan, edge),
        partitioning: edge.partitioning.to_string(),
        chained: edge.chained,
        channels: plan.channels(edge),
    })
}

fn of_node<'p>(node: &'p Node, setup: &'p Setup) -> NodeDocument<'p> {
    let on_error = classes(&node.policies).into_iter().map(|(class, policy)| {
        let backoff_ms = ms(policy.backoff);
        (class, PolicyDocument { retry: policy.retry, backoff_ms, then: then(policy.then) })
    });
    NodeDocument {
        name: &node.name,
        kind: node.kind.to_string(),
        parallelism: node.parallelism,
        watermark: node.watermarks.map(|watermarks| WatermarkDocument {
            lateness_ms: ms(watermarks.lateness.0),
            idle_ms: watermarks.idle.map(ms),
        }),
        on_error: on_error.collect(),
        circuit_breaker: node.policies.breaker == Breaker::On,
        setup: match setup {
            Setup::Source(connector) | Setup::Sink(connector) => SetupDocument::Connector {
                connector: connector.name,
                settings: settings(connector),
            },
            Setup::Operator(plugin) => SetupDocument::Plugin {
                plugin: &plugin.name,
                path: plugin.code.to_string(),
                digest: &plugin.digest,
                rights: &plugin.rights,
                grants: &plugin.grants,
                event_time: plugin.timed,
                parameters: &plugin.parameters,
                limits: limits(&plugin.limits),
            },
        },
    }
}

fn limits(limits: &Limits) -> LimitsDocument {
    LimitsDocument {
        memory_bytes: limits.memory_bytes_max,
        table_elements: limits.table_elements_max,
        stack_bytes: limits.stack_bytes_max,
        call_ms: ms(limits.call),
        start_ms: ms(limits.start),
        output_bytes: limits.output_bytes_max,
        log_lines_per_second: limits.log_lines_max,
    }
}

fn settings(connector: &Connector) -> Map<String, Json> {
    connector.given().map(|(name, value)| (name.to_owned(), setting(value))).collect()
}

fn setting(value: &Value) -> Json {
    match value {
        Value::Text(text) => Json::from(text.as_str()),
        Value::Texts(texts) => Json::from(texts.clone()),
        Value::Path(path) => Json::from(path.display().to_string()),
        Value::Integer(integer) => Json::from(*integer),
        Value::Boolean(boolean) => Json::from(*boolean),
        Value::Duration(duration) => Json::from(ms(*duration)),
        Value::Bytes(bytes) => Json::from(*bytes),
        Value::Secret(Reference::Environment(name)) => json!({ "env": name }),
        Value::Secret(Reference::File(path)) => json!({ "file": path.display().to_string() }),
    }
}

fn ms(duration: std::time::Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
