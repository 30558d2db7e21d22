//! What a cluster says to who runs it: hosts, tenants, tokens, and who did what.

use sandbar_schema::control_capnp as schema;
use serde::Serialize;

use super::{Read, text, texts};
use crate::api::client::Failure;

#[derive(Clone, Debug, Serialize)]
pub struct Host {
    pub name: String,
    pub address: String,
    /// `up`, `draining`, `drained` or `down`.
    pub status: &'static str,
    pub leader: bool,
    pub tasks: u32,
    pub workers: u32,
    pub cpus: u32,
    pub seen: i64,
    pub version: String,
}

/// What a tenant may use; 0: the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Quota {
    pub plugins: u32,
    pub pipelines: u32,
    pub tasks: u32,
    pub memory_bytes: u64,
    pub instances: u32,
}

/// A tenant: what it may use, and what it uses.
#[derive(Clone, Debug, Serialize)]
pub struct TenantUse {
    pub name: String,
    pub quota: Quota,
    pub plugins: u32,
    pub pipelines: u32,
    pub tasks: u32,
    pub network: Network,
}

/// What a tenant's connectors may reach.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Network {
    pub connect: Vec<String>,
    pub listen: Vec<String>,
}

/// A token, without its text.
#[derive(Clone, Debug, Serialize)]
pub struct Token {
    pub id: String,
    /// Empty: an operator's.
    pub tenant: String,
    pub label: String,
    pub created: i64,
    pub expires: i64,
}

#[derive(Clone, Debug, Serialize)]
pub struct AuditEntry {
    pub time: i64,
    pub actor: String,
    pub action: String,
    pub subject: String,
    pub outcome: String,
}

impl<'a> Read<'a> for Host {
    type Message = schema::host::Owned;
    fn read(from: schema::host::Reader<'a>) -> Result<Self, Failure> {
        Ok(Self {
            name: text(from.get_name())?,
            address: text(from.get_address())?,
            status: match from.get_status()? {
                schema::host::Status::Up => "up",
                schema::host::Status::Draining => "draining",
                schema::host::Status::Drained => "drained",
                schema::host::Status::Down => "down",
            },
            leader: from.get_leader(),
            tasks: from.get_tasks(),
            workers: from.get_workers(),
            cpus: from.get_cpus(),
            seen: from.get_seen(),
            version: text(from.get_version())?,
        })
    }
}

impl<'a> Read<'a> for Quota {
    type Message = schema::quota::Owned;
    fn read(from: schema::quota::Reader<'a>) -> Result<Self, Failure> {
        Ok(Self {
            plugins: from.get_plugins(),
            pipelines: from.get_pipelines(),
            tasks: from.get_tasks(),
            memory_bytes: from.get_memory_bytes(),
            instances: from.get_instances(),
        })
    }
}

impl Quota {
    pub(in crate::api::client) fn write(self, mut to: schema::quota::Builder<'_>) {
        to.set_plugins(self.plugins);
        to.set_pipelines(self.pipelines);
        to.set_tasks(self.tasks);
        to.set_memory_bytes(self.memory_bytes);
        to.set_instances(self.instances);
    }
}

impl<'a> Read<'a> for TenantUse {
    type Message = schema::tenant_description::Owned;
    fn read(from: schema::tenant_description::Reader<'a>) -> Result<Self, Failure> {
        Ok(Self {
            name: text(from.get_name())?,
            quota: Quota::read(from.get_quota()?)?,
            plugins: from.get_plugins(),
            pipelines: from.get_pipelines(),
            tasks: from.get_tasks(),
            network: Network::read(from.get_network()?)?,
        })
    }
}

impl<'a> Read<'a> for Network {
    type Message = schema::network::Owned;
    fn read(from: schema::network::Reader<'a>) -> Result<Self, Failure> {
        Ok(Self { connect: texts(from.get_connect())?, listen: texts(from.get_listen())? })
    }
}

impl<'a> Read<'a> for Token {
    type Message = schema::token_description::Owned;
    fn read(from: schema::token_description::Reader<'a>) -> Result<Self, Failure> {
        Ok(Self {
            id: text(from.get_id())?,
            tenant: text(from.get_tenant())?,
            label: text(from.get_label())?,
            created: from.get_created(),
            expires: from.get_expires(),
        })
    }
}

impl<'a> Read<'a> for AuditEntry {
    type Message = schema::audit_entry::Owned;
    fn read(from: schema::audit_entry::Reader<'a>) -> Result<Self, Failure> {
        Ok(Self {
            time: from.get_time(),
            actor: text(from.get_actor())?,
            action: text(from.get_action())?,
            subject: text(from.get_subject())?,
            outcome: text(from.get_outcome())?,
        })
    }
}
