//! One pipeline as the leader keeps it: what was recorded, where it stands, who runs it. Its driver changes it; others
//! look at it and ask. No borrow of the state is held while anything is waited for.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc, time::Duration};

use futures_util::future::join_all;
use sandbar_control::{
    Deployment, HostName, PipelineName, Problem, Status, TenantName,
    deployment::Verb,
    record,
    right::is_standard,
    view::{Change, Description, NodeDescription, Right, Summary, TaskPlace},
};
use sandbar_dataflow::spec::Kind;
use sandbar_schema::node_capnp::run;
use tokio::{
    sync::{mpsc, oneshot, watch},
    time::timeout,
};

use super::{
    carry,
    log::Log,
    version::{Version, number},
};
use crate::pipeline::{Code, Setup};

/// How long counts are waited for before those known last are shown.
const COUNTS: Duration = Duration::from_millis(500);

/// Requests that wait for one driver: people and programs that act on one pipeline at once.
pub(super) const ASKS_MAX: usize = 64;

/// What others ask of a driver.
pub(super) enum Ask {
    Deploy {
        deploy: Box<Deploy>,
        reply: oneshot::Sender<Result<Change, Problem>>,
    },
    Act {
        verb: Verb,
        reply: oneshot::Sender<Result<(), Problem>>,
    },
    Evacuate {
        host: HostName,
    },
    HostCame,
    /// What the tenant's connectors may reach has changed.
    Regranted,
}

/// A new version, and what its user agreed to.
pub(super) struct Deploy {
    pub(super) version: Version,
    pub(super) agreed: Vec<Right>,
    pub(super) revision: u64,
}

pub(super) struct Pipeline {
    pub(super) tenant: TenantName,
    pub(super) name: PipelineName,
    pub(super) asks: mpsc::Sender<Ask>,
    pub(super) log: Rc<Log>,
    pub(super) state: RefCell<State>,
    pub(super) status: watch::Sender<Status>,
}

pub(super) struct State {
    pub(super) record: record::Pipeline,
    /// Of the record's entry, and of the checkpoint's; 0: there is none.
    pub(super) record_revision: u64,
    pub(super) checkpoint_revision: u64,
    pub(super) machine: Deployment,
    /// What is recorded; a problem if this program cannot read it.
    pub(super) version: Result<Version, Problem>,
    pub(super) present: Present,
}

/// What the tasks of one node on one host counted.
#[derive(Clone, Copy, Default)]
struct Counts {
    records_in: u64,
    records_out: u64,
    rejected: u64,
    failures: u64,
    cpu_ns: u64,
    memory_bytes_peak: u64,
    dead_lettered: u64,
    skipped: u64,
    pauses: u64,
    paused: u32,
    log_lines_dropped: u64,
}

/// The epoch that runs.
#[derive(Default)]
pub(super) struct Present {
    /// The version it was started with.
    pub(super) version: Option<Version>,
    pub(super) runs: BTreeMap<HostName, run::Client>,
    /// What each host counted, by node, as it told last.
    counts: BTreeMap<HostName, BTreeMap<usize, Counts>>,
}

impl Present {
    pub(super) fn of(version: Version) -> Self {
        Self { version: Some(version), ..Self::default() }
    }
}

impl State {
    /// Why this version must not be deployed on top of what is here, and what it changes.
    ///
    /// # Errors
    /// If a source's position is of no use to it.
    pub(super) fn change(&self, version: &Version) -> Result<Change, Problem> {
        let before = self.version.clone().ok();
        let lost = match (&before, self.machine.checkpoint()) {
            (Some(before), Some(reached)) => carry::over(before, version, &reached.positions)?,
            _ => Vec::new(),
        };
        let mut change = version.change(Some(&(self.record.clone(), before)));
        change.warnings.extend(lost);
        Ok(change)
    }

    fn shown(&self) -> Option<&Version> {
        self.present.version.as_ref().or(self.version.as_ref().ok())
    }
}

impl Deploy {
    /// Whether `change`, which this would make, is what its user saw and agreed to.
    pub(super) fn check(&self, change: &Change) -> Result<(), Problem> {
        if self.revision != 0 && self.revision != change.revision {
            let message = format!(
                "pipeline {} is at revision {}, not {}: it was deployed meanwhile",
                change.name, change.revision, self.revision
            );
            return Err(Problem::conflict(message).help("look at the change again"));
        }
        let missing: Vec<String> = change
            .rights
            .iter()
            .filter(|right| !is_standard(&right.right) && !self.agreed.contains(right))
            .map(|right| format!("{}: {}", right.operator, right.right))
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        let message = format!("nobody agreed to these rights: {}", missing.join(", "));
        Err(Problem::forbidden(message).help("agree to the rights that `plan` shows"))
    }
}

impl Pipeline {
    /// Asks the hosts what they counted; those that do not answer soon keep what is known.
    pub(super) async fn count(&self) {
        let runs = self.state.borrow().present.runs.clone();
        let asked = runs.into_iter().map(|(host, run)| async move {
            let counts = timeout(COUNTS, counts(&run)).await;
            (host, counts.ok().and_then(Result::ok))
        });
        let told = join_all(asked).await;
        let present = &mut self.state.borrow_mut().present;
        for (host, counts) in told {
            if let (Some(counts), true) = (counts, present.runs.contains_key(&host)) {
                present.counts.insert(host, counts);
            }
        }
    }

    pub(super) fn summary(&self) -> Summary {
        let state = self.state.borrow();
        let is_source = |node: usize| {
            state.shown().is_some_and(|version| {
                let nodes = &version.planned.plan.pipeline.nodes;
                nodes.get(node).is_some_and(|node| node.kind == Kind::Source)
            })
        };
        let counts = state.present.counts.values().flatten();
        let sources = counts.filter(|(node, _)| is_source(**node));
        let hosts = state.machine.shown_placement().map(|placement| placement.hosts());
        Summary {
            name: self.name.clone(),
            status: state.machine.status(),
            epoch: state.machine.epoch(),
            deployed: state.record.deployed,
            tasks: state.shown().map_or(0, |version| number(version.tasks())),
            hosts: hosts.unwrap_or_default().into_iter().collect(),
            records_in: sources.map(|(_, counted)| counted.records_out).sum(),
            restarts: state.machine.restarts(),
        }
    }

    pub(super) fn describe(&self) -> Description {
        let summary = self.summary();
        let state = self.state.borrow();
        let checkpoint = state.machine.checkpoint();
        let text = &state.record.source.text;
        Description {
            summary,
            nodes: state.nodes(),
            fault: state.machine.fault().cloned(),
            barrier: checkpoint.map_or(0, |checkpoint| checkpoint.barrier),
            acknowledged: checkpoint.map_or(0, |checkpoint| checkpoint.at),
            guarantee: state
                .shown()
                .map_or(sandbar_control::Guarantee::AtLeastOnce, Version::guarantee),
            text: text.clone(),
        }
    }
}

impl State {
    fn nodes(&self) -> Vec<NodeDescription> {
        let Some(version) = self.shown() else { return Vec::new() };
        let plan = &version.planned.plan;
        let setups = &version.planned.setups;
        let node = |(index, (node, setup)): (usize, (&sandbar_dataflow::spec::Node, &Setup))| {
            let mut total = Counts::default();
            for counts in self.present.counts.values() {
                if let Some(counted) = counts.get(&index) {
                    total.add(*counted);
                }
            }
            let (plugin, digest, rights) = match setup {
                Setup::Operator(plugin) => {
                    let reference = match &plugin.code {
                        Code::Published { reference, .. } => reference.clone(),
                        Code::File(path) => path.display().to_string(),
                    };
                    (reference, plugin.digest.clone(), plugin.rights.clone())
                }
                _ => Default::default(),
            };
            NodeDescription {
                name: node.name.clone(),
                kind: node.kind.to_string(),
                plugin,
                digest,
                tasks: self.places(plan.chains.iter().position(|c| c.nodes.contains(&index))),
                records_in: total.records_in,
                records_out: total.records_out,
                rejected: total.rejected,
                failures: total.failures,
                cpu_ns: total.cpu_ns,
                memory_bytes_peak: total.memory_bytes_peak,
                dead_lettered: total.dead_lettered,
                skipped: total.skipped,
                pauses: total.pauses,
                paused: total.paused,
                log_lines_dropped: total.log_lines_dropped,
                rights,
            }
        };
        plan.pipeline.nodes.iter().zip(setups).enumerate().map(node).collect()
    }

    /// Where the tasks of a chain run, or ran last.
    fn places(&self, chain: Option<usize>) -> Vec<TaskPlace> {
        let hosts = chain.and_then(|chain| self.machine.shown_placement()?.chains.get(chain));
        let place = |(task, host): (u32, &HostName)| TaskPlace { task, host: host.clone() };
        (0..).zip(hosts.into_iter().flatten()).map(place).collect()
    }
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.records_in = self.records_in.saturating_add(other.records_in);
        self.records_out = self.records_out.saturating_add(other.records_out);
        self.rejected = self.rejected.saturating_add(other.rejected);
        self.failures = self.failures.saturating_add(other.failures);
        self.cpu_ns = self.cpu_ns.saturating_add(other.cpu_ns);
        self.memory_bytes_peak = self.memory_bytes_peak.max(other.memory_bytes_peak);
        self.dead_lettered = self.dead_lettered.saturating_add(other.dead_lettered);
        self.skipped = self.skipped.saturating_add(other.skipped);
        self.pauses = self.pauses.saturating_add(other.pauses);
        self.paused = self.paused.saturating_add(other.paused);
        self.log_lines_dropped = self.log_lines_dropped.saturating_add(other.log_lines_dropped);
    }
}

async fn counts(run: &run::Client) -> Result<BTreeMap<usize, Counts>, capnp::Error> {
    let response = run.counts_request().send().promise.await?;
    let nodes = response.get()?.get_nodes()?;
    let count = |counted: sandbar_schema::node_capnp::node_counts::Reader<'_>| {
        let counts = Counts {
            records_in: counted.get_records_in(),
            records_out: counted.get_records_out(),
            rejected: counted.get_rejected(),
            failures: counted.get_failures(),
            cpu_ns: counted.get_cpu_ns(),
            memory_bytes_peak: counted.get_memory_bytes_peak(),
            dead_lettered: counted.get_dead_lettered(),
            skipped: counted.get_skipped(),
            pauses: counted.get_pauses(),
            paused: counted.get_paused(),
            log_lines_dropped: counted.get_log_lines_dropped(),
        };
        (counted.get_node() as usize, counts)
    };
    Ok(nodes.iter().map(count).collect())
}
