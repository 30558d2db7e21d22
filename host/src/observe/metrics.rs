//! What is measured, as Prometheus reads it. Labels are names that were checked before and are as many as there are
//! tenants, pipelines and nodes: nothing of a record ever is one.

use std::fmt;

use prometheus_client::{
    encoding::{EncodeLabelSet, text},
    metrics::{counter::Counter, family::Family, gauge::Gauge},
    registry::Registry,
};
use sandbar_control::{
    TenantName,
    view::{Description, Host, NodeDescription, TenantDescription},
};

use crate::factory::LOCAL_TENANT;

/// Everything that is told of one moment.
#[derive(Debug, Default)]
pub struct Snapshot {
    /// Of a leader; a member knows none.
    pub hosts: Vec<Host>,
    pub tenants: Vec<TenantDescription>,
    pub pipelines: Vec<Pipeline>,
    pub counts: Counts,
}

/// A pipeline and whose it is.
#[derive(Debug)]
pub struct Pipeline {
    pub tenant: TenantName,
    pub described: Description,
}

/// What this host counted since it began, and what it has now.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    pub connections: u64,
    pub connections_refused: u64,
    pub tokens_right: u64,
    pub tokens_wrong: u64,
    pub uploads_begun: u64,
    pub uploads_published: u64,
    pub uploads_refused: u64,
    pub upload_bytes: u64,
}

type Labels = Vec<(&'static str, String)>;

/// `snapshot` as text in the OpenMetrics format.
///
/// # Errors
/// If a family cannot be written as text.
pub fn encode(snapshot: &Snapshot) -> Result<String, fmt::Error> {
    let mut registry = Registry::with_prefix("sandbar");
    host(&mut registry, &snapshot.counts);
    hosts(&mut registry, &snapshot.hosts);
    tenants(&mut registry, &snapshot.tenants);
    pipelines(&mut registry, &snapshot.pipelines);
    let all = snapshot.pipelines.iter().map(|Pipeline { tenant, described }| {
        (tenant.as_str(), described.summary.name.as_str(), &*described.nodes)
    });
    operators(&mut registry, all);
    written(&registry)
}

/// What the nodes of one pipeline counted that runs without a cluster, under the names that a host gives them.
///
/// # Errors
/// If a family cannot be written as text.
pub fn encode_run(pipeline: &str, nodes: &[NodeDescription]) -> Result<String, fmt::Error> {
    let mut registry = Registry::with_prefix("sandbar");
    operators(&mut registry, std::iter::once((LOCAL_TENANT, pipeline, nodes)));
    written(&registry)
}

fn written(registry: &Registry) -> Result<String, fmt::Error> {
    let mut encoded = String::new();
    text::encode(&mut encoded, registry)?;
    Ok(encoded)
}

fn host(registry: &mut Registry, counts: &Counts) {
    let connections = gauges(registry, "connections", "Connections of clients and hosts");
    set(&connections, vec![], counts.connections);
    let refused = counters(registry, "connections_refused", "Connections beyond the limits");
    refused.get_or_create(&vec![]).inc_by(counts.connections_refused);
    let tokens = counters(registry, "tokens_shown", "Tokens that were shown");
    tokens.get_or_create(&vec![("outcome", "right".to_owned())]).inc_by(counts.tokens_right);
    tokens.get_or_create(&vec![("outcome", "wrong".to_owned())]).inc_by(counts.tokens_wrong);
    let uploads = counters(registry, "uploads", "Uploads of plugins");
    for (outcome, count) in [
        ("begun", counts.uploads_begun),
        ("published", counts.uploads_published),
        ("refused", counts.uploads_refused),
    ] {
        uploads.get_or_create(&vec![("outcome", outcome.to_owned())]).inc_by(count);
    }
    let bytes = counters(registry, "upload_bytes", "Bytes of plugins that came");
    bytes.get_or_create(&vec![]).inc_by(counts.upload_bytes);
}

fn hosts(registry: &mut Registry, hosts: &[Host]) {
    let statuses = gauges(registry, "host_status", "1 for the status that a host has");
    let tasks = gauges(registry, "host_tasks", "Tasks placed on a host");
    let workers = gauges(registry, "host_workers", "Worker processes of a host");
    for host in hosts {
        let named = || vec![("host", host.name.to_string())];
        let mut status = named();
        status.push(("status", host.status.name().to_owned()));
        set(&statuses, status, 1);
        set(&tasks, named(), host.tasks.into());
        set(&workers, named(), host.workers.into());
    }
}

fn tenants(registry: &mut Registry, tenants: &[TenantDescription]) {
    let plugins = gauges(registry, "tenant_plugins", "Plugins that a tenant has published");
    let pipelines = gauges(registry, "tenant_pipelines", "Pipelines of a tenant");
    let tasks = gauges(registry, "tenant_tasks", "Tasks of a tenant");
    for tenant in tenants {
        let named = || vec![("tenant", tenant.name.to_string())];
        set(&plugins, named(), tenant.plugins.into());
        set(&pipelines, named(), tenant.pipelines.into());
        set(&tasks, named(), tenant.tasks.into());
    }
}

fn pipelines(registry: &mut Registry, pipelines: &[Pipeline]) {
    let statuses = gauges(registry, "pipeline_status", "1 for the status that a pipeline has");
    let restarts = counters(registry, "pipeline_restarts", "Times that a pipeline recovered");
    let epochs = gauges(registry, "pipeline_epoch", "How often a pipeline was started");
    let acknowledged = gauges(
        registry,
        "pipeline_acknowledged_ms",
        "When every sink had everything, in milliseconds since 1970",
    );
    for Pipeline { tenant, described } in pipelines {
        let summary = &described.summary;
        let named = || vec![("tenant", tenant.to_string()), ("pipeline", summary.name.to_string())];
        let mut status = named();
        status.push(("status", summary.status.name().to_owned()));
        set(&statuses, status, 1);
        restarts.get_or_create(&named()).inc_by(summary.restarts.into());
        set(&epochs, named(), summary.epoch);
        acknowledged.get_or_create(&named()).set(described.acknowledged);
    }
}

/// `pipelines`: of each its tenant, its name and its nodes.
fn operators<'a>(
    registry: &mut Registry,
    pipelines: impl Iterator<Item = (&'a str, &'a str, &'a [NodeDescription])>,
) {
    let input = counters(registry, "operator_records_in", "Records that came in");
    let output = counters(registry, "operator_records_out", "Records that went out");
    let rejected = counters(registry, "operator_records_rejected", "Records that were rejected");
    let letters = counters(registry, "operator_dead_letters", "Failed records sent on as such");
    let skipped = counters(registry, "operator_records_skipped", "Failed records dropped");
    let failures = counters(registry, "operator_failures", "Calls that failed");
    let pauses = counters(registry, "operator_breaker_pauses", "Times the circuit breaker opened");
    let open = gauges(registry, "operator_breaker_open", "Tasks that the breaker holds back now");
    let unlogged = counters(registry, "operator_log_lines_dropped", "Log lines beyond the limit");
    let cpu = counters(registry, "operator_cpu_ns", "CPU time, estimated from samples");
    let memory = gauges(registry, "operator_memory_bytes_peak", "Most memory of an instance");
    for (tenant, pipeline, nodes) in pipelines {
        for node in nodes {
            let labels = vec![
                ("tenant", tenant.to_owned()),
                ("pipeline", pipeline.to_owned()),
                ("operator", node.name.clone()),
                ("kind", node.kind.clone()),
            ];
            input.get_or_create(&labels).inc_by(node.records_in);
            output.get_or_create(&labels).inc_by(node.records_out);
            rejected.get_or_create(&labels).inc_by(node.rejected);
            letters.get_or_create(&labels).inc_by(node.dead_lettered);
            skipped.get_or_create(&labels).inc_by(node.skipped);
            failures.get_or_create(&labels).inc_by(node.failures);
            pauses.get_or_create(&labels).inc_by(node.pauses);
            set(&open, labels.clone(), node.paused.into());
            unlogged.get_or_create(&labels).inc_by(node.log_lines_dropped);
            cpu.get_or_create(&labels).inc_by(node.cpu_ns);
            set(&memory, labels, node.memory_bytes_peak);
        }
    }
}

fn gauges(registry: &mut Registry, name: &str, help: &str) -> Family<Labels, Gauge> {
    let family = Family::default();
    registry.register(name, help, family.clone());
    family
}

fn counters(registry: &mut Registry, name: &str, help: &str) -> Family<Labels, Counter> {
    let family = Family::default();
    registry.register(name, help, family.clone());
    family
}

fn set<L>(family: &Family<L, Gauge>, labels: L, value: u64)
where
    L: EncodeLabelSet + Clone + std::hash::Hash + Eq + fmt::Debug,
{
    family.get_or_create(&labels).set(i64::try_from(value).unwrap_or(i64::MAX));
}

#[cfg(test)]
mod tests {
    use sandbar_control::{
        Guarantee, HostName, PipelineName,
        view::{HostStatus, Status, Summary},
    };

    use super::*;

    #[test]
    fn tenants_pipelines_operators_and_hosts_are_told_apart() {
        let node = NodeDescription {
            name: "departed".to_owned(),
            kind: "operator".to_owned(),
            records_in: 7,
            pauses: 3,
            paused: 2,
            ..NodeDescription::default()
        };
        let summary = Summary {
            name: PipelineName::parse("delays").unwrap(),
            status: Status::Running,
            epoch: 3,
            deployed: 0,
            tasks: 1,
            hosts: vec![],
            records_in: 7,
            restarts: 2,
        };
        let described = Description {
            summary,
            nodes: vec![node],
            fault: None,
            barrier: 0,
            acknowledged: 1_767_225_600_000,
            guarantee: Guarantee::AtLeastOnce,
            text: String::new(),
        };
        let host = Host {
            name: HostName::parse("h1").unwrap(),
            address: String::new(),
            status: HostStatus::Up,
            leader: true,
            tasks: 1,
            workers: 1,
            cpus: 2,
            seen: 0,
            version: String::new(),
        };
        let snapshot = Snapshot {
            hosts: vec![host],
            tenants: vec![],
            pipelines: vec![Pipeline { tenant: TenantName::parse("acme").unwrap(), described }],
            counts: Counts { tokens_wrong: 4, ..Counts::default() },
        };
        let encoded = encode(&snapshot).unwrap();
        let operator =
            "tenant=\"acme\",pipeline=\"delays\",operator=\"departed\",kind=\"operator\"";
        for line in [
            &format!("sandbar_operator_records_in_total{{{operator}}} 7"),
            &format!("sandbar_operator_breaker_open{{{operator}}} 2"),
            &format!("sandbar_operator_breaker_pauses_total{{{operator}}} 3"),
            "sandbar_pipeline_status{tenant=\"acme\",pipeline=\"delays\",status=\"running\"} 1",
            "sandbar_pipeline_restarts_total{tenant=\"acme\",pipeline=\"delays\"} 2",
            "sandbar_host_status{host=\"h1\",status=\"up\"} 1",
            "sandbar_tokens_shown_total{outcome=\"wrong\"} 4",
            "# EOF",
        ] {
            assert!(encoded.lines().any(|found| found == line), "no {line} in {encoded}");
        }
    }
}
