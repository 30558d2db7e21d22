//! Values of `control.capnp` as they go out.

use sandbar_control::{
    Network, Problem, Quota, Scope, Severity,
    record::{self, AuditEntry},
    view::{self, HostStatus, Status, TenantDescription},
};
use sandbar_schema::control_capnp::{
    self, audit_entry, diagnostic, host, network, problem, quota, tenant_description,
    token_description,
};

mod pipeline;
mod plugin;

pub(super) use pipeline::{change, description, lines, summary};
pub(super) use plugin::plugin;

/// The length of a list. What is listed is limited far below what a message can count.
pub(super) fn length(length: usize) -> u32 {
    u32::try_from(length).expect("lists are limited to some thousands")
}

pub(crate) fn problem(problem: &Problem, mut to: problem::Builder<'_>) {
    to.set_code(problem.code.name());
    to.set_message(&problem.message);
    to.set_help(&problem.help);
    let mut list = to.init_diagnostics(length(problem.diagnostics.len()));
    for (index, diagnostic) in (0..).zip(&problem.diagnostics) {
        self::diagnostic(diagnostic, list.reborrow().get(index));
    }
}

/// Sets the problem of an action that has no other result.
pub(super) fn outcome<R>(
    outcome: Result<(), Problem>,
    results: R,
    init: impl for<'r> FnOnce(&'r mut R) -> problem::Builder<'r>,
) {
    let mut results = results;
    if let Err(problem) = outcome {
        self::problem(&problem, init(&mut results));
    }
}

/// Where a call has no place for a problem.
pub(super) fn exception(problem: Problem) -> capnp::Error {
    capnp::Error::failed(problem.message)
}

fn diagnostic(diagnostic: &sandbar_control::Diagnostic, mut to: diagnostic::Builder<'_>) {
    to.set_severity(match diagnostic.severity {
        Severity::Error => diagnostic::Severity::Error,
        Severity::Warning => diagnostic::Severity::Warning,
    });
    to.set_message(&diagnostic.message);
    to.set_help(&diagnostic.help);
    to.set_file(&diagnostic.file);
    to.set_line(diagnostic.line);
    to.set_column(diagnostic.column);
    to.set_excerpt(&diagnostic.excerpt);
}

fn status(status: Status) -> control_capnp::Status {
    match status {
        Status::Starting => control_capnp::Status::Starting,
        Status::Running => control_capnp::Status::Running,
        Status::Pausing => control_capnp::Status::Pausing,
        Status::Paused => control_capnp::Status::Paused,
        Status::Stopping => control_capnp::Status::Stopping,
        Status::Stopped => control_capnp::Status::Stopped,
        Status::Finished => control_capnp::Status::Finished,
        Status::Recovering => control_capnp::Status::Recovering,
        Status::Failed => control_capnp::Status::Failed,
    }
}

pub(super) fn host(host: &view::Host, mut to: host::Builder<'_>) {
    to.set_name(host.name.as_str());
    to.set_address(&host.address);
    to.set_status(match host.status {
        HostStatus::Up => host::Status::Up,
        HostStatus::Draining => host::Status::Draining,
        HostStatus::Drained => host::Status::Drained,
        HostStatus::Down => host::Status::Down,
    });
    to.set_leader(host.leader);
    to.set_tasks(host.tasks);
    to.set_workers(host.workers);
    to.set_cpus(host.cpus);
    to.set_seen(host.seen);
    to.set_version(&host.version);
}

fn quota(quota: Quota, mut to: quota::Builder<'_>) {
    to.set_plugins(quota.plugins);
    to.set_pipelines(quota.pipelines);
    to.set_tasks(quota.tasks);
    to.set_memory_bytes(quota.memory_bytes);
    to.set_instances(quota.instances);
}

pub(crate) fn network(network: &Network, mut to: network::Builder<'_>) {
    let mut list = to.reborrow().init_connect(length(network.connect.len()));
    for (index, rule) in (0..).zip(&network.connect) {
        list.set(index, rule.to_string());
    }
    let mut list = to.init_listen(length(network.listen.len()));
    for (index, rule) in (0..).zip(&network.listen) {
        list.set(index, rule.to_string());
    }
}

pub(super) fn tenant(tenant: &TenantDescription, mut to: tenant_description::Builder<'_>) {
    to.set_name(tenant.name.as_str());
    quota(tenant.quota, to.reborrow().init_quota());
    to.set_plugins(tenant.plugins);
    to.set_pipelines(tenant.pipelines);
    to.set_tasks(tenant.tasks);
    network(&tenant.network, to.init_network());
}

pub(super) fn token(token: &record::Token, mut to: token_description::Builder<'_>) {
    to.set_id(token.id.as_str());
    if let Scope::Tenant(tenant) = &token.scope {
        to.set_tenant(tenant.as_str());
    }
    to.set_label(&token.label);
    to.set_created(token.created);
    to.set_expires(token.expires);
}

pub(super) fn audit_entry(entry: &AuditEntry, mut to: audit_entry::Builder<'_>) {
    to.set_time(entry.time);
    to.set_actor(&entry.actor);
    to.set_action(&entry.action);
    to.set_subject(&entry.subject);
    to.set_outcome(&entry.outcome);
}
