//! Pipelines as they go out: summaries, descriptions, changes, lines of their logs.

use sandbar_control::{
    HostName,
    view::{Change, ChangeKind, Description, LogLine, NodeDescription, Right, Summary},
};
use sandbar_schema::control_capnp::{
    change, description, log_line, node_change, node_description, right, summary,
};

use super::{diagnostic, length, status};

pub(in crate::api) fn summary(summary: &Summary, mut to: summary::Builder<'_>) {
    to.set_name(summary.name.as_str());
    to.set_status(status(summary.status));
    to.set_epoch(summary.epoch);
    to.set_deployed(summary.deployed);
    to.set_tasks(summary.tasks);
    let mut hosts = to.reborrow().init_hosts(length(summary.hosts.len()));
    for (index, host) in (0..).zip(&summary.hosts) {
        hosts.set(index, HostName::as_str(host));
    }
    to.set_records_in(summary.records_in);
    to.set_restarts(summary.restarts);
}

pub(in crate::api) fn change(change: &Change, mut to: change::Builder<'_>) {
    to.set_name(change.name.as_str());
    to.set_revision(change.revision);
    let mut nodes = to.reborrow().init_nodes(length(change.nodes.len()));
    for (index, node) in (0..).zip(&change.nodes) {
        let mut to = nodes.reborrow().get(index);
        to.set_name(&node.name);
        to.set_kind(match node.kind {
            ChangeKind::Added => node_change::Kind::Added,
            ChangeKind::Changed => node_change::Kind::Changed,
            ChangeKind::Removed => node_change::Kind::Removed,
        });
        to.set_what(&node.what);
    }
    rights(&change.rights, to.reborrow().init_rights(length(change.rights.len())));
    let mut warnings = to.init_warnings(length(change.warnings.len()));
    for (index, warning) in (0..).zip(&change.warnings) {
        diagnostic(warning, warnings.reborrow().get(index));
    }
}

fn rights(rights: &[Right], mut to: capnp::struct_list::Builder<'_, right::Owned>) {
    for (index, right) in (0..).zip(rights) {
        let mut to = to.reborrow().get(index);
        to.set_operator(&right.operator);
        to.set_right(&right.right);
    }
}

pub(in crate::api) fn description(description: &Description, mut to: description::Builder<'_>) {
    summary(&description.summary, to.reborrow().init_summary());
    let mut nodes = to.reborrow().init_nodes(length(description.nodes.len()));
    for (index, node) in (0..).zip(&description.nodes) {
        self::node(node, nodes.reborrow().get(index));
    }
    if let Some(fault) = &description.fault {
        let mut to = to.reborrow().init_fault();
        to.set_code(&fault.code);
        to.set_message(&fault.message);
        to.set_help(&fault.help);
        to.set_node(&fault.node);
    }
    to.set_barrier(description.barrier);
    to.set_acknowledged(description.acknowledged);
    to.set_guarantee(description.guarantee.name());
    to.set_text(&description.text);
}

fn node(node: &NodeDescription, mut to: node_description::Builder<'_>) {
    to.set_name(&node.name);
    to.set_kind(&node.kind);
    to.set_plugin(&node.plugin);
    to.set_digest(&node.digest);
    let mut tasks = to.reborrow().init_tasks(length(node.tasks.len()));
    for (index, place) in (0..).zip(&node.tasks) {
        let mut to = tasks.reborrow().get(index);
        to.set_task(place.task);
        to.set_host(place.host.as_str());
    }
    to.set_records_in(node.records_in);
    to.set_records_out(node.records_out);
    to.set_rejected(node.rejected);
    to.set_failures(node.failures);
    to.set_cpu_ns(node.cpu_ns);
    to.set_memory_bytes_peak(node.memory_bytes_peak);
    to.set_dead_lettered(node.dead_lettered);
    to.set_skipped(node.skipped);
    to.set_pauses(node.pauses);
    to.set_paused(node.paused);
    to.set_log_lines_dropped(node.log_lines_dropped);
    let mut rights = to.init_rights(length(node.rights.len()));
    for (index, right) in (0..).zip(&node.rights) {
        rights.set(index, right.as_str());
    }
}

pub(in crate::api) fn lines<'l>(
    lines: impl ExactSizeIterator<Item = &'l LogLine>,
    mut to: capnp::struct_list::Builder<'_, log_line::Owned>,
) {
    for (index, line) in (0..).zip(lines) {
        let mut to = to.reborrow().get(index);
        to.set_time(line.time);
        to.set_level(line.level.name());
        to.set_operator(&line.operator);
        to.set_task(line.task);
        to.set_host(&line.host);
        to.set_message(&line.message);
    }
}
