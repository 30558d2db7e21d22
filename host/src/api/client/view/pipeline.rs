//! What a cluster says of a pipeline that it runs.

use std::{fmt, str::FromStr};

use sandbar_schema::control_capnp as schema;
use serde::Serialize;

use super::{Read, all, text, texts};
use crate::api::client::Failure;

/// Where a pipeline stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Starting,
    Running,
    Pausing,
    Paused,
    Stopping,
    Stopped,
    Finished,
    Recovering,
    Failed,
}

#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    pub name: String,
    pub status: Status,
    pub epoch: u64,
    pub deployed: i64,
    pub tasks: u32,
    pub hosts: Vec<String>,
    pub records_in: u64,
    pub restarts: u32,
}

#[derive(Clone, Debug, Serialize)]
pub struct Description {
    #[serde(flatten)]
    pub summary: Summary,
    pub nodes: Vec<Node>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<Fault>,
    pub barrier: u64,
    pub acknowledged: i64,
    pub guarantee: String,
    pub text: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Node {
    pub name: String,
    pub kind: String,
    pub plugin: String,
    pub digest: String,
    pub tasks: Vec<Place>,
    pub records_in: u64,
    pub records_out: u64,
    pub rejected: u64,
    pub failures: u64,
    pub cpu_ns: u64,
    pub memory_bytes_peak: u64,
    pub rights: Vec<String>,
    pub dead_lettered: u64,
    pub skipped: u64,
    /// Times that its circuit breaker opened, and the tasks that it holds back now.
    pub pauses: u64,
    pub paused: u32,
    pub log_lines_dropped: u64,
}

/// Where a task runs.
#[derive(Clone, Debug, Serialize)]
pub struct Place {
    pub task: u32,
    pub host: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Fault {
    pub code: String,
    pub message: String,
    pub help: String,
    pub node: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct LogLine {
    pub time: i64,
    pub level: String,
    pub operator: String,
    pub task: u32,
    pub host: String,
    pub message: String,
}

impl Status {
    /// Every status, with its name and that of the schema.
    const ALL: [(Self, &'static str, schema::Status); 9] = [
        (Self::Starting, "starting", schema::Status::Starting),
        (Self::Running, "running", schema::Status::Running),
        (Self::Pausing, "pausing", schema::Status::Pausing),
        (Self::Paused, "paused", schema::Status::Paused),
        (Self::Stopping, "stopping", schema::Status::Stopping),
        (Self::Stopped, "stopped", schema::Status::Stopped),
        (Self::Finished, "finished", schema::Status::Finished),
        (Self::Recovering, "recovering", schema::Status::Recovering),
        (Self::Failed, "failed", schema::Status::Failed),
    ];

    pub(in crate::api::client) fn to_schema(self) -> schema::Status {
        let found = Self::ALL.iter().find(|(status, ..)| *status == self);
        found.map(|(_, _, schema)| *schema).expect("every status is in the table")
    }

    /// Whether it stays so until somebody asks for something else.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Paused | Self::Stopped | Self::Finished | Self::Failed)
    }
}

impl fmt::Display for Status {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = Self::ALL.iter().find(|(status, ..)| status == self);
        to.pad(found.map(|(_, name, _)| *name).expect("every status is in the table"))
    }
}

impl FromStr for Status {
    type Err = String;
    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.iter().find(|(_, known, _)| *known == name);
        found.map(|(status, ..)| *status).ok_or_else(|| {
            let names: Vec<&str> = Self::ALL.iter().map(|(_, name, _)| *name).collect();
            format!("it is one of {}", names.join(", "))
        })
    }
}

impl<'a> Read<'a> for Summary {
    type Message = schema::summary::Owned;
    fn read(from: schema::summary::Reader<'a>) -> Result<Self, Failure> {
        let status = from.get_status()?;
        let found = Status::ALL.iter().find(|(_, _, schema)| *schema == status);
        Ok(Self {
            name: text(from.get_name())?,
            status: found.map(|(status, ..)| *status).expect("the table has the whole schema"),
            epoch: from.get_epoch(),
            deployed: from.get_deployed(),
            tasks: from.get_tasks(),
            hosts: texts(from.get_hosts())?,
            records_in: from.get_records_in(),
            restarts: from.get_restarts(),
        })
    }
}

impl<'a> Read<'a> for Description {
    type Message = schema::description::Owned;
    fn read(from: schema::description::Reader<'a>) -> Result<Self, Failure> {
        let fault = Fault::read(from.get_fault()?)?;
        Ok(Self {
            summary: Summary::read(from.get_summary()?)?,
            nodes: all(from.get_nodes()?)?,
            fault: (!fault.code.is_empty()).then_some(fault),
            barrier: from.get_barrier(),
            acknowledged: from.get_acknowledged(),
            guarantee: text(from.get_guarantee())?,
            text: text(from.get_text())?,
        })
    }
}

impl<'a> Read<'a> for Node {
    type Message = schema::node_description::Owned;
    fn read(from: schema::node_description::Reader<'a>) -> Result<Self, Failure> {
        Ok(Self {
            name: text(from.get_name())?,
            kind: text(from.get_kind())?,
            plugin: text(from.get_plugin())?,
            digest: text(from.get_digest())?,
            tasks: all(from.get_tasks()?)?,
            records_in: from.get_records_in(),
            records_out: from.get_records_out(),
            rejected: from.get_rejected(),
            failures: from.get_failures(),
            cpu_ns: from.get_cpu_ns(),
            memory_bytes_peak: from.get_memory_bytes_peak(),
            rights: texts(from.get_rights())?,
            dead_lettered: from.get_dead_lettered(),
            skipped: from.get_skipped(),
            pauses: from.get_pauses(),
            paused: from.get_paused(),
            log_lines_dropped: from.get_log_lines_dropped(),
        })
    }
}

impl<'a> Read<'a> for Place {
    type Message = schema::task_place::Owned;
    fn read(from: schema::task_place::Reader<'a>) -> Result<Self, Failure> {
        Ok(Self { task: from.get_task(), host: text(from.get_host())? })
    }
}

impl<'a> Read<'a> for Fault {
    type Message = schema::fault::Owned;
    fn read(from: schema::fault::Reader<'a>) -> Result<Self, Failure> {
        Ok(Self {
            code: text(from.get_code())?,
            message: text(from.get_message())?,
            help: text(from.get_help())?,
            node: text(from.get_node())?,
        })
    }
}

impl<'a> Read<'a> for LogLine {
    type Message = schema::log_line::Owned;
    fn read(from: schema::log_line::Reader<'a>) -> Result<Self, Failure> {
        Ok(Self {
            time: from.get_time(),
            level: text(from.get_level())?,
            operator: text(from.get_operator())?,
            task: from.get_task(),
            host: text(from.get_host())?,
            message: text(from.get_message())?,
        })
    }
}
