//! What a run tells people: progress and log lines while it goes on, a table when it has ended.

use std::{
    fmt::Write as _,
    io::{self, Write},
    sync::{Mutex, PoisonError},
    time::Duration,
};

use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressStyle};
use sandbar_dataflow::{Fault, Observer, Snapshot, spec::Kind};
use sandbar_sandbox::{GuestLog, Level};
use serde_json::{Value, json};

use crate::{
    job::Outcome,
    pipeline::{Planned, Setup},
};

/// The terminal, or what stands for it: one line of progress that moves, log lines above it.
#[derive(Debug)]
pub struct Console {
    bar: Option<ProgressBar>,
    /// When progress was last printed, where no line can move.
    printed: Mutex<Duration>,
}

/// Time between lines of progress where no line can move.
const PROGRESS_LINES: Duration = Duration::from_millis(500);

impl Console {
    /// `moves`: whether stderr is a terminal that shows progress.
    pub fn new(moves: bool) -> Self {
        let style = ProgressStyle::with_template("{spinner} {msg}")
            .unwrap_or_else(|_| ProgressStyle::default_spinner());
        let bar = moves.then(|| ProgressBar::new_spinner().with_style(style));
        Self { bar, printed: Mutex::new(Duration::ZERO) }
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
        );
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

impl GuestLog for Console {
    fn line(&self, operator: &str, task_index: u32, level: Level, line: &str) {
        let level = match level {
            Level::Trace => "trace",
            Level::Debug => "debug",
            Level::Info => "info",
            Level::Warn => "warn",
            Level::Error => "error",
        };
        self.say(&format!("{operator}[{task_index}] {level}: {line}"));
    }

    fn dropped(&self, operator: &str, task_index: u32, lines: u64) {
        self.say(&format!(
            "{operator}[{task_index}] warn: {lines} more lines dropped: they came faster than `limits.log_lines`"
        ));
    }
}

impl Observer for Console {
    fn paused(&self, node: &str, pause: Duration, fault: &Fault) {
        self.say(&format!(
            "`{node}` pauses for {} ms: its records fail one after the other ({fault})",
            pause.as_millis()
        ));
    }
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
