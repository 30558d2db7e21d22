//! What the engine and the sandbox cost when nothing else does: batches from memory through one operator into nothing.

use std::{num::NonZeroUsize, path::PathBuf, sync::Arc, time::Duration};

use async_trait::async_trait;
use sandbar::{
    clock::SystemClock,
    job::{Job, Options},
    pipeline,
    plugins::{Files, Plugins},
};
use sandbar_dataflow::{
    Factory, Fault, Observer, Operator, Output, Policies, Port, Read, RecordBatch, Source,
    plan::{Plan, plan},
    spec::{Input, Kind, Node, Pipeline},
};
use sandbar_sandbox::{
    CompiledPlugin, Context, GuestLog, Interruption, Level, Limits, PluginOperator,
};

use crate::{
    data, median,
    native::{Make, Native},
    say,
};

/// Runs of each side; sides alternate, and the median counts.
const RUNS: usize = 5;

/// Which code the operator is.
#[derive(Clone)]
enum Side {
    Native(Make),
    Plugin(CompiledPlugin),
}

/// source -> operator -> sink, in one task.
struct Nodes {
    batches: Vec<RecordBatch>,
    rounds: usize,
    side: Side,
}

struct Replay {
    batches: Vec<RecordBatch>,
    next: usize,
    end: usize,
}

struct Nothing;

struct Silent;

#[async_trait(?Send)]
impl Source for Replay {
    async fn open(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        if self.next == self.end {
            return Ok(Read::End);
        }
        output.emit(Port(0), self.batches[self.next % self.batches.len()].clone())?;
        self.next += 1;
        Ok(Read::More)
    }
}

#[async_trait(?Send)]
impl Operator for Nothing {
    async fn open(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    async fn process(&mut self, _: Port, _: &RecordBatch, _: &mut Output) -> Result<(), Fault> {
        Ok(())
    }

    async fn close(&mut self) -> Result<(), Fault> {
        Ok(())
    }
}

impl GuestLog for Silent {
    fn line(&self, _: &str, _: u32, _: Level, _: &str) {}

    fn dropped(&self, _: &str, _: u32, _: u64) {}
}

impl Observer for Silent {
    fn paused(&self, _: &str, _: Duration, _: &Fault) {}
}

impl Factory for Nodes {
    fn source(&self, _: usize, _: u32) -> Result<Box<dyn Source>, Fault> {
        let end = self.rounds * self.batches.len();
        Ok(Box::new(Replay { batches: self.batches.clone(), next: 0, end }))
    }

    fn operator(&self, node: usize, task_index: u32) -> Result<Box<dyn Operator>, Fault> {
        match &self.side {
            _ if node == 2 => Ok(Box::new(Nothing)),
            Side::Native(make) => Ok(Box::new(Native::new(*make))),
            Side::Plugin(plugin) => {
                let context = Context {
                    parameters: "{}".to_owned(),
                    tenant: "local".to_owned(),
                    operator: "operator".to_owned(),
                    task_index,
                    parallelism: 1,
                    seed: 0,
                    clock: Arc::new(SystemClock),
                    log: Arc::new(Silent),
                };
                Ok(Box::new(PluginOperator::new(plugin.clone(), context, Limits::default())))
            }
        }
    }

    fn plugin(&self, _: usize) -> String {
        String::new()
    }
}

/// A batch of 256 identical passengers: what the way into the guest and out again costs.
pub(crate) fn boundary() -> anyhow::Result<()> {
    say("boundary: identity in the running engine, 256 records of 100 bytes a batch");
    let batches = data::batches(data::readings(), 256, 16);
    let sides = [
        ("native", Side::Native(identity::native)),
        ("Wasm", Side::Plugin(plugin("identity", Interruption::Yielding)?)),
        ("Wasm, interruption off", Side::Plugin(plugin("identity", Interruption::Off)?)),
    ];
    let costs = measure(&batches, 2_000, &sides)?;
    for ((name, _), cost) in sides.iter().zip(&costs) {
        say(&format!("  {name:<24} {cost:>7.1} ns/record   {:+.1} ns", cost - costs[0]));
    }
    say("  goal: Wasm at most 8 ns more than native\n");
    Ok(())
}

/// The same operators over JSON, natively, as shipped and without interruption.
pub(crate) fn json() -> anyhow::Result<()> {
    let operators: [(&str, Make, f64); 2] =
        [("json-filter", json_filter::native, 4.0), ("json-map", json_map::native, 2.8)];
    for (name, make, goal) in operators {
        say(&format!("{name}: JSON of about 100 bytes, 1,024 records a batch"));
        let batches = data::batches(data::readings(), 1_024, 16);
        let sides = [
            ("native", Side::Native(make)),
            ("Wasm", Side::Plugin(plugin(name, Interruption::Yielding)?)),
            ("Wasm, interruption off", Side::Plugin(plugin(name, Interruption::Off)?)),
        ];
        let costs = measure(&batches, 60, &sides)?;
        for ((side, _), cost) in sides.iter().zip(&costs) {
            let rate = 1e3 / cost;
            let ratio = cost / costs[0];
            say(&format!(
                "  {side:<24} {rate:>6.2} M records per CPU-second   {ratio:.2} x native"
            ));
        }
        say(&format!("  goal: {goal} M with interruption off\n"));
    }
    Ok(())
}

/// CPU nanoseconds a record of each side: the median over alternating runs.
fn measure(
    batches: &[RecordBatch],
    rounds: usize,
    sides: &[(&str, Side)],
) -> anyhow::Result<Vec<f64>> {
    let mut costs = vec![Vec::new(); sides.len()];
    for _ in 0..RUNS {
        for ((_, side), costs) in sides.iter().zip(&mut costs) {
            costs.push(run(batches, rounds, side.clone())?);
        }
    }
    Ok(costs.into_iter().map(median).collect())
}

fn run(batches: &[RecordBatch], rounds: usize, side: Side) -> anyhow::Result<f64> {
    let records: usize = batches.iter().map(RecordBatch::len).sum::<usize>() * rounds;
    let plan = Arc::new(line()?);
    let nodes: Arc<dyn Factory> = Arc::new(Nodes { batches: batches.to_vec(), rounds, side });
    let options = Options { threads: NonZeroUsize::MIN, seed: 0, memory_bytes_max: 1 << 30 };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let outcome = runtime.block_on(async {
        let mut job = Job::start(&plan, &nodes, Arc::new(Silent), options)?;
        anyhow::Ok(job.finish(|_| ()).await)
    })?;
    anyhow::ensure!(outcome.halts.is_empty(), "{:?}", outcome.halts);
    anyhow::ensure!(outcome.nodes[1].records_in == records as u64, "records are missing");
    Ok(outcome.cpu.as_nanos() as f64 / records as f64)
}

fn line() -> anyhow::Result<Plan> {
    let node = |name: &str, kind, from: Option<&str>| Node {
        name: name.to_owned(),
        kind,
        parallelism: 1,
        inputs: from
            .map(|from| Input { from: from.to_owned(), port: None, to: None, by: None })
            .into_iter()
            .collect(),
        input_ports: vec!["in".to_owned()],
        output_ports: vec!["out".to_owned()],
        policies: Policies::default(),
        watermarks: None,
        output_bytes_max: None,
    };
    let nodes = vec![
        node("source", Kind::Source, None),
        node("operator", Kind::Operator, Some("source")),
        node("sink", Kind::Sink, Some("operator")),
    ];
    let name = "line".to_owned();
    plan(Pipeline { name, nodes }).map_err(|problems| anyhow::anyhow!("{problems:?}"))
}

/// The plugin `name` as `make plugins` built it, compiled now.
fn plugin(name: &str, interruption: Interruption) -> anyhow::Result<CompiledPlugin> {
    let path: PathBuf = crate::files::plugins().join(format!("{name}.wasm"));
    let described = pipeline::Plugins::describe(&mut Files, &path);
    let description = described
        .map_err(|error| anyhow::anyhow!("{}: {error}: run `make plugins`", path.display()))?;
    let plugin = pipeline::Plugin {
        code: pipeline::Code::File(path),
        name: description.descriptor.name,
        digest: description.digest,
        rights: description.rights,
        grants: Vec::new(),
        timed: description.timed,
        parameters: serde_json::Map::new(),
        limits: pipeline::Limits::default(),
    };
    Plugins::new(None, interruption).load(&plugin)
}
