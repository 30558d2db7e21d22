//! One run of a small pipeline in this process, on the same engine and in the same sandbox as every run, whose sinks only
//! remember. What is remembered is written as lines that people can read and compare.

use std::{
    collections::{BTreeMap, BTreeSet},
    mem,
    num::NonZeroUsize,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use sandbar_dataflow::{
    Factory, Failed, Fault, Observer, Operator, Output, Port, RecordBatch, Source, Then, spec::Kind,
};
use sandbar_sandbox::{GuestLog, Level};

use super::{
    cases::{Expected, Ready},
    line,
};
use crate::{
    clock::SystemClock,
    connectors::{Reachable, Root},
    factory::{LOCAL_TENANT, Nodes},
    job::{Job, Options, Outcome},
    plugins::Loaded,
    report,
};
use turns::Turns;

mod turns;

/// Memory for batches: a case is small.
const MEMORY_BYTES_MAX: usize = 64 << 20;

/// How the line begins that tells which record halted an operator.
pub const RECORD: &str = "  record";

/// What a run gave.
#[derive(Debug)]
pub struct Found {
    pub lines: Expected,
    pub outcome: Outcome,
    /// What operators logged, and which record it was that halted one.
    pub told: Vec<String>,
    /// Rights that were used.
    pub rights: BTreeSet<&'static str>,
}

/// Runs what is `ready` with `plugins`, always with the same seed.
///
/// # Errors
/// If this machine has no thread to give.
pub fn run(ready: &Ready, plugins: &Loaded) -> anyhow::Result<Found> {
    let plan = Arc::new(ready.planned.plan.clone());
    let witness = Arc::new(Witness::default());
    let nodes = Nodes {
        plan: Arc::clone(&plan),
        setups: ready.planned.setups.clone(),
        plugins: Arc::clone(plugins),
        folder: PathBuf::from(&ready.planned.folder),
        clock: Arc::new(SystemClock),
        log: Arc::clone(&witness) as _,
        seed: 0,
        tenant: LOCAL_TENANT.to_owned(),
        resume: BTreeMap::new(),
        root: Root::Free,
        reachable: Reachable::Everything,
    };
    let files = ready.files.clone();
    let turns = Arc::new(Turns::new(ready, &plan));
    let factory: Arc<dyn Factory> = Arc::new(Remembering {
        nodes,
        files,
        witness: Arc::clone(&witness),
        turns: Arc::clone(&turns),
    });
    let options =
        Options { threads: NonZeroUsize::MIN, seed: 0, memory_bytes_max: MEMORY_BYTES_MAX };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let outcome = runtime.block_on(async {
        let mut job = Job::start(&plan, &factory, Arc::clone(&witness) as _, options)?;
        turns.count(job.counted());
        anyhow::Ok(job.finish(|_| {}).await)
    })?;
    drop(factory);
    let mut seen = witness.0.lock().unwrap_or_else(PoisonError::into_inner);
    let Seen { lines, told, rights } = mem::take(&mut *seen);
    // In the order of the sinks: what the source could not read comes first.
    let mut by_file = Expected::new();
    for (sink, file) in &ready.files {
        by_file
            .entry(file.clone())
            .or_default()
            .extend(lines.get(sink).cloned().unwrap_or_default());
    }
    Ok(Found { lines: by_file, outcome, told, rights })
}

/// What has come out so far.
#[derive(Debug, Default)]
struct Seen {
    /// By the sink's number.
    lines: BTreeMap<usize, Vec<String>>,
    told: Vec<String>,
    rights: BTreeSet<&'static str>,
}

/// Sees everything; the run's tasks share it.
#[derive(Debug, Default)]
struct Witness(Mutex<Seen>);

impl Witness {
    fn see(&self, see: impl FnOnce(&mut Seen)) {
        see(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl Observer for Witness {
    fn paused(&self, node: &str, _: Duration, fault: &Fault) {
        self.see(|seen| seen.told.push(format!("`{node}` pauses: {fault}")));
    }

    fn failed(&self, failed: &Failed<'_>) {
        if failed.then == Then::Halt {
            self.see(|seen| seen.told.push(format!("  {}", report::record(failed))));
        }
    }
}

impl GuestLog for Witness {
    fn line(&self, operator: &str, _: u32, level: Level, line: &str) {
        let level = report::level(level);
        self.see(|seen| seen.told.push(format!("{operator} {level}: {line}")));
    }

    fn dropped(&self, operator: &str, _: u32, lines: u64) {
        self.see(|seen| seen.told.push(format!("{operator}: {lines} more lines were dropped")));
    }

    fn used(&self, _: &str, _: u32, rights: &[&'static str]) {
        self.see(|seen| seen.rights.extend(rights));
    }
}

/// The nodes of the pipeline, with sources that take turns and sinks that remember.
#[derive(Debug)]
struct Remembering {
    nodes: Nodes,
    files: BTreeMap<usize, String>,
    witness: Arc<Witness>,
    turns: Arc<Turns>,
}

impl Factory for Remembering {
    fn source(&self, node: usize, task: u32) -> Result<Box<dyn Source>, Fault> {
        let source = self.nodes.source(node, task)?;
        Ok(Turns::of(&self.turns, node, source))
    }

    fn operator(&self, node: usize, task: u32) -> Result<Box<dyn Operator>, Fault> {
        match self.nodes.plan.node(node).kind {
            Kind::Sink if self.files.contains_key(&node) => {
                Ok(Box::new(Sink { node, witness: Arc::clone(&self.witness) }))
            }
            _ => self.nodes.operator(node, task),
        }
    }

    fn plugin(&self, node: usize) -> String {
        self.nodes.plugin(node)
    }
}

/// A sink that remembers.
#[derive(Debug)]
struct Sink {
    node: usize,
    witness: Arc<Witness>,
}

#[async_trait(?Send)]
impl Operator for Sink {
    async fn open(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    async fn process(&mut self, _: Port, batch: &RecordBatch, _: &mut Output) -> Result<(), Fault> {
        let lines: Vec<String> = batch.iter().map(line::of).collect();
        self.witness.see(|seen| seen.lines.entry(self.node).or_default().extend(lines));
        Ok(())
    }

    async fn close(&mut self) -> Result<(), Fault> {
        Ok(())
    }
}
