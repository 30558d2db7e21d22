//! What a run tells people: progress and log lines while it goes on, a table when it has ended.

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    io::{self, Write},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::Duration,
};

use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressStyle};
use sandbar_dataflow::{Failed, Fault, Observer, Snapshot, Then, spec::Kind};
use sandbar_sandbox::{GuestLog, Level};
use serde_json::{Value, json};

use crate::{
    job::Outcome,
    pipeline::{Planned, Setup, visible},
};

/// The terminal, or what stands for it: one line of progress that moves, log lines above it.
#[derive(Debug)]
pub struct Console {
    bar: Option<ProgressBar>,
    /// When progress was last printed, where no line can move.
    printed: Mutex<Duration>,
    failures: Failures,
    /// Failures that were told.
    told: AtomicU64,
    /// Rights that operators used whose tasks are over.
    rights: Mutex<BTreeSet<&'static str>>,
    /// Nodes that halt, and the records that made them.
    halting: Mutex<Vec<(String, String)>>,
}

/// Whether each record that fails is told, or only those that halt an operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failures {
    Told,
    Counted,
}

/// Most records kept of nodes that halt.
const HALTING_MAX: usize = 64;

/// Most failures that are told: a terminal holds no more, and the report counts them all.
const FAILURES_MAX: u64 = 20;

/// Time between lines of progress where no line can move.
const PROGRESS_LINES: Duration = Duration::from_millis(500);

impl Console {
    /// `moves`: whether stderr is a terminal that shows progress.
    pub fn new(moves: bool) -> Self {
        let style = ProgressStyle::with_template("{spinner} {msg}")
            .unwrap_or_else(|_| ProgressStyle::default_spinner());
        let bar = moves.then(|| ProgressBar::new_spinner().with_style(style));
        let (failures, told) = (Failures::Counted, AtomicU64::new(0));
        let rights = Mutex::default();
        Self { bar, printed: Mutex::default(), failures, told, rights, halting: Mutex::default() }
    }

    /// Tells of failures as `failures` says.
    #[must_use]
    pub fn with(self, failures: Failures) -> Self {
        Self { failures, ..self }
    }

    /// Rights that operators used whose tasks are over.
    pub fn rights(&self) -> BTreeSet<&'static str> {
        self.rights.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The record that made `node` halt, where that is known.
    pub fn halting(&self, node: &str) -> Option<String> {
        let halting = self.halting.lock().unwrap_or_else(PoisonError::into_inner);
        halting.iter().find(|(halted, _)| halted == node).map(|(_, record)| record.clone())
    }

    /// One line that stays.
    pub fn say(&self, line: &str) {
        let print = || {
            // Nobody can be told that nobody can be told.
            let _ = writeln!(io::stderr(), "{line}");
        };
        match &self.bar {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }

    /// How far the run has come.
    pub fn progress(&self, planned: &Planned, nodes: &[Snapshot], elapsed: Duration) {
        let of = |kind: Kind| {
            let spec = planned.plan.pipeline.nodes.iter().zip(nodes);
            spec.filter(|(spec, _)| spec.kind == kind).map(|(_, node)| node.records_in).sum::<u64>()
        };
        let (read, written) = (of(Kind::Source), of(Kind::Sink));
        let rate = read as f64 / elapsed.as_secs_f64().max(0.001);
        let line = format!(
            "{:>5.1} s   {} records read ({}/s), {} written",
            elapsed.as_secs_f64(),
            HumanCount(read),
            HumanCount(rate as u64),
            HumanCount(written)
        ) + &held_back(planned, nodes);
        if let Some(bar) = &self.bar {
            bar.set_message(line);
            bar.tick();
            return;
        }
        let mut printed = self.printed.lock().unwrap_or_else(PoisonError::into_inner);
        if elapsed >= *printed + PROGRESS_LINES {
            *printed = elapsed;
            self.say(&line);
        }
    }

    /// Shows how something elsewhere stands, where a line can move.
    pub fn moved(&self, line: &str) {
        if let Some(bar) = &self.bar {
            bar.set_message(line.to_owned());
            bar.tick();
        }
    }

    /// Takes the moving line away.
    pub fn clear(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// The operators that their circuit breakers hold back at the moment.
fn held_back(planned: &Planned, nodes: &[Snapshot]) -> String {
    let spec = planned.plan.pipeline.nodes.iter().zip(nodes);
    let held = spec.filter(|(_, node)| node.paused > 0);
    held.map(|(spec, _)| format!(", `{}` held back by its circuit breaker", spec.name)).collect()
}

impl GuestLog for Console {
    fn line(&self, operator: &str, task_index: u32, level: Level, line: &str) {
        let level = self::level(level);
        self.say(&format!("{operator}[{task_index}] {level}: {line}"));
    }

    fn dropped(&self, operator: &str, task_index: u32, lines: u64) {
        self.say(&format!(
            "{operator}[{task_index}] warn: {lines} more lines dropped: they came faster than `limits.log_lines`"
        ));
    }

    fn used(&self, _: &str, _: u32, rights: &[&'static str]) {
        self.rights.lock().unwrap_or_else(PoisonError::into_inner).extend(rights);
    }
}

impl Observer for Console {
    fn paused(&self, node: &str, pause: Duration, fault: &Fault) {
        self.say(&format!(
            "`{node}` pauses for {} ms: its records fail one after the other ({fault})",
            pause.as_millis()
        ));
    }

    fn failed(&self, failed: &Failed<'_>) {
        // What halts says why in the end, and then also of which record; what does not is counted.
        match (failed.then, self.failures) {
            (Then::Halt, _) => {
                let mut halting = self.halting.lock().unwrap_or_else(PoisonError::into_inner);
                // Each task halts once, and the first few say enough.
                if halting.len() < HALTING_MAX {
                    halting.push((failed.node.to_owned(), record(failed)));
                }
            }
            (_, Failures::Told) if self.told.fetch_add(1, Relaxed) < FAILURES_MAX => {
                self.say(&format!("{}: {}", self::failed(failed), failed.fault));
            }
            _ => {}
        }
    }
}

/// Name of a level.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Trace => "trace",
        Level::Debug => "debug",
        Level::Info => "info",
        Level::Warn => "warn",
        Level::Error => "error",
    }
}

/// As [`record`], with the node.
pub fn failed(failed: &Failed<'_>) -> String {
    format!("`{}` failed at {}", failed.node, record(failed))
}

/// Which records failed, for people: the first of them in part, without what a terminal would obey.
pub fn record(failed: &Failed<'_>) -> String {
    let Failed { records, number, .. } = failed;
    let number = number.map_or(String::new(), |number| format!(" {number}"));
    let Some(first) = records.iter().next() else { return "no record".to_owned() };
    let key = match first.key.is_empty() {
        true => String::new(),
        false => format!(" with the key `{}`", excerpt(first.key)),
    };
    let more = match records.len() - 1 {
        0 => String::new(),
        more => format!(" and {} more", HumanCount(more as u64)),
    };
    format!("record{number}: {}{key}{more}", excerpt(first.value))
}

/// The beginning of `bytes`, as text where it is some.
fn excerpt(bytes: &[u8]) -> String {
    const SHOWN_CHARS: usize = 160;
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(4 * SHOWN_CHARS)]);
    let shown: String = text.chars().take(SHOWN_CHARS).map(visible).collect();
    if shown.len() < bytes.len() { format!("{shown}...") } else { shown }
}

/// The table of a run that has ended, and where its outputs lie.
pub fn text(outcome: &Outcome, planned: &Planned) -> String {
    let mut text = String::new();
    let width = planned.plan.pipeline.nodes.iter().map(|node| node.name.len()).max().unwrap_or(0);
    let width = width.max("node".len());
    let _ = writeln!(
        text,
        "{:<width$}  {:>12} {:>12} {:>9} {:>12} {:>9} {:>10} {:>12}",
        "node", "in", "out", "failed", "dead-letters", "skipped", "ns/record", "peak memory"
    );
    for (spec, node) in planned.plan.pipeline.nodes.iter().zip(&outcome.nodes) {
        let cpu = node.cpu_ns_per_record().map_or("-".to_owned(), |cpu| format!("{cpu:.0}"));
        let memory = match node.memory_bytes_peak {
            0 => "-".to_owned(),
            bytes => HumanBytes(bytes).to_string(),
        };
        let _ = writeln!(
            text,
            "{:<width$}  {:>12} {:>12} {:>9} {:>12} {:>9} {cpu:>10} {memory:>12}",
            spec.name,
            HumanCount(node.records_in).to_string(),
            if spec.kind == Kind::Sink {
                "-".to_owned()
            } else {
                HumanCount(node.records_out).to_string()
            },
            HumanCount(node.rejected).to_string(),
            HumanCount(node.dead_lettered).to_string(),
            HumanCount(node.skipped).to_string(),
        );
    }
    let _ = writeln!(
        text,
        "{:.2} s, {:.2} s of CPU, batches held at most {}, seed {}",
        outcome.elapsed.as_secs_f64(),
        outcome.cpu.as_secs_f64(),
        HumanBytes(outcome.batch_bytes_peak as u64),
        outcome.seed
    );
    for (name, path) in outputs(planned) {
        let _ = writeln!(text, "`{name}` wrote {path}");
    }
    text
}

/// The report of a run that has ended, for programs. The shape only grows.
pub fn document(outcome: &Outcome, planned: &Planned) -> Value {
    let nodes: Vec<Value> = planned
        .plan
        .pipeline
        .nodes
        .iter()
        .zip(&outcome.nodes)
        .map(|(spec, node)| {
            json!({
                "name": spec.name,
                "kind": spec.kind.to_string(),
                "counts": node,
                "cpu_ns_per_record": node.cpu_ns_per_record(),
            })
        })
        .collect();
    let halts: Vec<Value> = outcome
        .halts
        .iter()
        .map(|halt| {
            let (code, message) = (halt.fault.code.name(), &halt.fault.message);
            json!({ "node": halt.node, "code": code, "message": message })
        })
        .collect();
    json!({
        "pipeline": planned.plan.pipeline.name,
        "elapsed_ms": outcome.elapsed.as_secs_f64() * 1e3,
        "cpu_ms": outcome.cpu.as_secs_f64() * 1e3,
        // As text: readers that have only floats would round it.
        "seed": outcome.seed.to_string(),
        "batch_bytes_peak": outcome.batch_bytes_peak,
        "nodes": nodes,
        "halts": halts,
        "outputs": outputs(planned).into_iter().collect::<std::collections::BTreeMap<_, _>>(),
    })
}

/// Files that the sinks wrote, by sink.
fn outputs(planned: &Planned) -> Vec<(String, String)> {
    let sinks = planned.plan.pipeline.nodes.iter().zip(&planned.setups);
    sinks
        .filter_map(|(spec, setup)| match setup {
            Setup::Sink(connector) => {
                let path = connector.settings.path("path")?;
                let folder = path.parent().and_then(|folder| folder.canonicalize().ok());
                let path = match (folder, path.file_name()) {
                    (Some(folder), Some(name)) => folder.join(name),
                    _ => path.to_owned(),
                };
                Some((spec.name.clone(), path.display().to_string()))
            }
            _ => None,
        })
        .collect()
}
