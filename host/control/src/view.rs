//! What a cluster shows of itself, as in `control.capnp`: plain values that the leader fills and the API encodes.

use serde::{Deserialize, Serialize};

use crate::{Diagnostic, HostName, Network, PipelineName, Quota, TenantName, TokenId};

/// Where a pipeline stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

impl Status {
    pub fn name(self) -> &'static str {
        match self {
            Status::Starting => "starting",
            Status::Running => "running",
            Status::Pausing => "pausing",
            Status::Paused => "paused",
            Status::Stopping => "stopping",
            Status::Stopped => "stopped",
            Status::Finished => "finished",
            Status::Recovering => "recovering",
            Status::Failed => "failed",
        }
    }

    /// Whether a pipeline leaves this status only when somebody asks.
    pub fn is_rest(self) -> bool {
        matches!(self, Status::Paused | Status::Stopped | Status::Finished | Status::Failed)
    }
}

impl std::fmt::Display for Status {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name())
    }
}

/// A right of a plugin in a pipeline.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Right {
    pub operator: String,
    pub right: String,
}

/// Why a pipeline failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    pub code: String,
    pub message: String,
    pub help: String,
    /// Name of the node; empty: the pipeline as a whole.
    pub node: String,
}

/// What a deploy does or did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub name: PipelineName,
    /// Of the pipeline before the change; 0: there is none.
    pub revision: u64,
    /// Only those that differ.
    pub nodes: Vec<NodeChange>,
    /// Rights that the pipeline gets and did not have.
    pub rights: Vec<Right>,
    pub warnings: Vec<Diagnostic>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeChange {
    pub name: String,
    pub kind: ChangeKind,
    /// In words: `parallelism 1 -> 2`.
    pub what: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    Added,
    Changed,
    Removed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    pub name: PipelineName,
    pub status: Status,
    pub epoch: u64,
    pub deployed: i64,
    pub tasks: u32,
    pub hosts: Vec<HostName>,
    pub records_in: u64,
    pub restarts: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    pub summary: Summary,
    pub nodes: Vec<NodeDescription>,
    pub fault: Option<Fault>,
    /// The last one that passed every sink in this epoch.
    pub barrier: u64,
    /// When that was.
    pub acknowledged: i64,
    pub guarantee: crate::Guarantee,
    /// The pipeline file as deployed.
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct NodeDescription {
    pub name: String,
    /// `source`, `operator` or `sink`.
    pub kind: String,
    /// `NAME@VERSION`; empty for connectors.
    pub plugin: String,
    pub digest: String,
    pub tasks: Vec<TaskPlace>,
    pub records_in: u64,
    pub records_out: u64,
    pub rejected: u64,
    pub failures: u64,
    /// Estimated from samples.
    pub cpu_ns: u64,
    pub memory_bytes_peak: u64,
    pub rights: Vec<String>,
    pub dead_lettered: u64,
    pub skipped: u64,
    /// Times that its circuit breaker opened.
    pub pauses: u64,
    /// Tasks that the breaker holds back now.
    pub paused: u32,
    pub log_lines_dropped: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskPlace {
    pub task: u32,
    pub host: HostName,
}

/// One line of a pipeline's log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    pub time: i64,
    pub level: Level,
    /// Empty: a line of the host about the pipeline.
    pub operator: String,
    pub task: u32,
    pub host: String,
    /// Escaped: one line, printable.
    pub message: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Error,
    Warn,
    Info,
    Debug,
    Trace,
}

impl Level {
    pub const ALL: &[Level] = &[Level::Error, Level::Warn, Level::Info, Level::Debug, Level::Trace];

    pub fn name(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warn => "warn",
            Level::Info => "info",
            Level::Debug => "debug",
            Level::Trace => "trace",
        }
    }

    pub fn parse(name: &str) -> Option<Level> {
        Level::ALL.iter().copied().find(|level| level.name() == name)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    pub name: HostName,
    pub address: String,
    pub status: HostStatus,
    pub leader: bool,
    pub tasks: u32,
    pub workers: u32,
    pub cpus: u32,
    pub seen: i64,
    pub version: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostStatus {
    Up,
    Draining,
    /// Nothing is left on it.
    Drained,
    Down,
}

impl HostStatus {
    pub fn name(self) -> &'static str {
        match self {
            HostStatus::Up => "up",
            HostStatus::Draining => "draining",
            HostStatus::Drained => "drained",
            HostStatus::Down => "down",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TenantDescription {
    pub name: TenantName,
    pub quota: Quota,
    pub plugins: u32,
    pub pipelines: u32,
    pub tasks: u32,
    pub network: Network,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenDescription {
    pub id: TokenId,
    /// Absent: an operator's.
    pub tenant: Option<TenantName>,
    pub label: String,
    pub created: i64,
    pub expires: i64,
}
