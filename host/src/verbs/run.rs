//! `sandbar run`: a whole pipeline in this process, until its sources end or a signal comes.

use std::{
    collections::BTreeMap,
    io::{self, IsTerminal},
    net::SocketAddr,
    num::NonZeroUsize,
    sync::Arc,
    thread::available_parallelism,
};

use anyhow::Context as _;
use sandbar_dataflow::{Code, Factory};
use sandbar_sandbox::Interruption;
use sandbar_store::CompiledCache;
use tokio::{
    net::TcpListener,
    signal::unix::{Signal, SignalKind, signal},
};

use super::{Format, PipelineArguments, plan, print, tell};
use crate::{
    clock::SystemClock,
    connectors::{Reachable, Root},
    environment,
    exit::Exit,
    factory::{LOCAL_TENANT, Nodes, Resume},
    job::{Job, Options, Outcome},
    observe,
    pipeline::{Planned, Setup},
    plan_view,
    plugins::{self, Loaded, Plugins},
    report::{self, Console},
};

mod filter;

/// Memory for batches where `--memory` does not say otherwise: channels of a large pipeline filled to the brim.
const MEMORY_MIB: NonZeroUsize = NonZeroUsize::new(256).expect("it is not zero");

/// Run a pipeline on this machine, or one plugin between stdin and stdout, until its sources end or Ctrl-C; a second Ctrl-C
/// stops at once.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar run flights.toml
  sandbar run flights.toml --threads 2 --set operator.departed.parameters.min_delay=30
  sandbar run flights.toml -o json > report.json
  sandbar run departed.wasm -p min_delay=30 < flights.jsonl > late.jsonl
  sandbar run flights.toml --metrics 127.0.0.1:9090     then: curl http://127.0.0.1:9090/metrics")]
pub(crate) struct Arguments {
    #[command(flatten)]
    pipeline: PipelineArguments,
    /// Threads that run tasks; by default as many as there are processors.
    #[arg(long)]
    threads: Option<NonZeroUsize>,
    /// Decides random numbers and key groups. On one thread the same seed and input give the same bytes. By default nobody
    /// can guess it; the report names it.
    #[arg(long)]
    seed: Option<u64>,
    /// Memory for batches in MiB; when it is used up, sources wait.
    #[arg(long, value_name = "MIB", default_value_t = MEMORY_MIB)]
    memory: NonZeroUsize,
    /// How to print the report: text on stderr, JSON on stdout.
    #[arg(short, long, value_enum, default_value_t)]
    output: Format,
    /// Print nothing but errors and the operators' log lines.
    #[arg(short, long)]
    quiet: bool,
    /// Serve metrics for Prometheus at this address while the pipeline runs, under the names that a host gives them.
    #[arg(long, value_name = "IP:PORT")]
    metrics: Option<SocketAddr>,
    /// Compile plugins anew instead of taking them from the cache.
    #[arg(long)]
    no_cache: bool,
    #[command(flatten)]
    filter: filter::Options,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    if filter::is_plugin(&arguments.pipeline.pipeline) {
        return filter::run(arguments);
    }
    if let Some(option) = arguments.filter.first() {
        tell(format_args!("error: {option} is for a plugin (.wasm), not for a pipeline file"));
        return Ok(Exit::Usage);
    }
    let as_json = arguments.output == Format::Json;
    let planned = match plan::planned(&arguments.pipeline) {
        Ok(planned) => planned,
        Err(diagnostics) => return Ok(plan::refuse(&diagnostics, as_json)),
    };
    if as_json && let Some(sink) = stdout_sink(&planned) {
        tell(format_args!("error: `-o json` and the sink `{sink}` would both write to stdout"));
        return Ok(Exit::Usage);
    }
    let speaks = !arguments.quiet && !as_json;
    if speaks {
        plan::show(&planned.warnings);
        tell(plan_view::tree(&planned).trim_end());
    }
    let console = Arc::new(Console::new(speaks && io::stderr().is_terminal()));
    match execute(&planned, arguments, Arc::clone(&console), speaks)? {
        Executed::Refused(exit) => Ok(exit),
        Executed::Ended(outcome) => conclude(&outcome, &planned, arguments, &console),
    }
}

/// How a pipeline was run.
enum Executed {
    Refused(Exit),
    Ended(Box<Outcome>),
}

/// Runs what is planned to its end.
fn execute(
    planned: &Planned,
    arguments: &Arguments,
    console: Arc<Console>,
    speaks: bool,
) -> anyhow::Result<Executed> {
    let way = Way {
        threads: arguments.threads,
        seed: arguments.seed,
        memory: arguments.memory,
        no_cache: arguments.no_cache,
        console: Arc::clone(&console),
        resume: BTreeMap::new(),
        root: Root::Free,
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        // Before the first record is read: a signal from then on finds somebody who drains.
        let signals = Signals::listen().context("no signals to listen to")?;
        let metrics = match arguments.metrics {
            Some(address) => Some(listen(address, arguments.quiet).await?),
            None => None,
        };
        let job = match start(planned, &way)? {
            Ok(job) => job,
            Err(exit) => return Ok(Executed::Refused(exit)),
        };
        Ok(match supervise(job, signals, planned, &console, speaks, metrics).await? {
            Some(outcome) => Executed::Ended(Box::new(outcome)),
            None => Executed::Refused(Exit::Aborted),
        })
    })
}

/// How a pipeline runs, and from where.
pub(super) struct Way {
    threads: Option<NonZeroUsize>,
    seed: Option<u64>,
    memory: NonZeroUsize,
    no_cache: bool,
    console: Arc<Console>,
    resume: BTreeMap<(usize, u32), Resume>,
    root: Root,
}

impl Way {
    /// As `sandbar run` does without options, from `resume` on.
    pub(super) fn new(
        console: Arc<Console>,
        resume: BTreeMap<(usize, u32), Resume>,
        root: Root,
    ) -> Self {
        let (threads, seed, memory, no_cache) = (None, None, MEMORY_MIB, false);
        Self { threads, seed, memory, no_cache, console, resume, root }
    }
}

/// Starts what is planned; else says why not.
fn start(planned: &Planned, way: &Way) -> anyhow::Result<Result<Job, Exit>> {
    // Who names a seed wants the same run again: which task goes on when must not depend on the clock then.
    let interruption = match way.seed {
        Some(_) => Interruption::Holding,
        None => Interruption::Yielding,
    };
    let plugins = Plugins::new(cache(way.no_cache), interruption);
    let loaded = match plugins::load_all(&plugins, &planned.setups) {
        Ok(loaded) => Arc::new(loaded),
        Err(error) => {
            tell(format_args!("error: {error:#}"));
            // The system's own refusals are nobody's input.
            let refused = error.chain().any(|cause| cause.is::<io::Error>());
            return Ok(Err(if refused { Exit::Unavailable } else { Exit::Invalid }));
        }
    };
    start_loaded(planned, loaded, way).map(Ok)
}

/// As [`start`], with native code that is there already.
pub(super) fn start_loaded(planned: &Planned, plugins: Loaded, way: &Way) -> anyhow::Result<Job> {
    let seed = match way.seed {
        Some(seed) => seed,
        None => environment::random()?,
    };
    let plan = Arc::new(planned.plan.clone());
    let nodes: Arc<dyn Factory> = Arc::new(Nodes {
        plan: Arc::clone(&plan),
        setups: planned.setups.clone(),
        plugins,
        folder: planned.folder.clone(),
        clock: Arc::new(SystemClock),
        log: Arc::clone(&way.console) as _,
        seed,
        tenant: LOCAL_TENANT.to_owned(),
        resume: way.resume.clone(),
        root: way.root.clone(),
        reachable: Reachable::Everything,
    });
    let options = Options {
        threads: way.threads.or(available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN),
        seed,
        memory_bytes_max: way.memory.get().saturating_mul(1 << 20),
    };
    let observer = Arc::clone(&way.console) as _;
    Job::start(&plan, &nodes, observer, options).context("no thread to run tasks")
}

/// Where metrics are asked for. The port may be the system's choice, so it is told.
async fn listen(address: SocketAddr, quiet: bool) -> anyhow::Result<TcpListener> {
    let listener = TcpListener::bind(address).await.with_context(|| {
        format!("cannot serve metrics at {address}: end what does, or choose another port")
    })?;
    if !quiet {
        tell(format_args!("metrics at http://{}/metrics", listener.local_addr()?));
    }
    Ok(listener)
}

/// The name of a sink that writes to standard output.
fn stdout_sink(planned: &Planned) -> Option<&str> {
    let nodes = planned.plan.pipeline.nodes.iter().zip(&planned.setups);
    let mut sinks = nodes.filter(|(node, setup)| match setup {
        Setup::Sink(connector) => connector.writes_stdout(node.parallelism),
        _ => false,
    });
    sinks.next().map(|(node, _)| node.name.as_str())
}

/// The cache of compiled plugins; a machine where there can be none still runs pipelines.
pub(super) fn cache(off: bool) -> Option<CompiledCache> {
    let folder = environment::cache_folder().filter(|_| !off)?;
    match CompiledCache::open(&folder.join("compiled")) {
        Ok(cache) => Some(cache),
        Err(error) => {
            tell(format_args!("warning: {error}"));
            None
        }
    }
}

/// The signals that a run answers to.
pub(super) struct Signals {
    interrupt: Signal,
    terminate: Signal,
    /// Held so that a write past the limit of a file's size is an error of that sink and not the end of the process.
    _file_too_large: Signal,
}

impl Signals {
    pub(super) fn listen() -> io::Result<Self> {
        let number = rustix::process::Signal::XFSZ.as_raw();
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            _file_too_large: signal(SignalKind::from_raw(number))?,
        })
    }

    /// Waits until somebody wants the run to end.
    pub(super) async fn ending(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

/// Sees the job to its end; `None` if a second signal came first.
async fn supervise(
    mut job: Job,
    mut signals: Signals,
    planned: &Planned,
    console: &Console,
    speaks: bool,
    metrics: Option<TcpListener>,
) -> anyhow::Result<Option<Outcome>> {
    let (stop, counted) = (job.stopper(), job.counted());
    let mut serving = std::pin::pin!(async {
        match metrics {
            Some(listener) => observe::serve_run(listener, planned, counted).await,
            None => std::future::pending().await,
        }
    });
    let mut draining = false;
    let finish = job.finish(|job| {
        if speaks {
            console.progress(planned, &job.snapshot(), job.elapsed());
        }
    });
    let mut finish = std::pin::pin!(finish);
    loop {
        tokio::select! {
            outcome = &mut finish => {
                console.clear();
                return Ok(Some(outcome));
            }
            () = signals.ending() => {}
            () = &mut serving => continue,
        }
        if draining {
            console.say("stopped; what was in flight is lost");
            return Ok(None);
        }
        draining = true;
        stop.send_replace(true);
        console.say("draining; press Ctrl-C again to stop at once");
    }
}

/// Reports how the run ended.
fn conclude(
    outcome: &Outcome,
    planned: &Planned,
    arguments: &Arguments,
    console: &Console,
) -> anyhow::Result<Exit> {
    if arguments.output == Format::Text && !arguments.quiet {
        tell(report::text(outcome, planned).trim_end());
    }
    let exit = tell_halts(outcome, console);
    if arguments.output == Format::Json {
        let printed = print(&format!("{:#}", report::document(outcome, planned)));
        match exit {
            Exit::Success => printed.context("the report cannot be written to stdout")?,
            // That it halted matters more than that nobody could be told.
            _ => drop(printed),
        }
    }
    Ok(exit)
}

/// Says what stopped tasks early, and how the process ends for that.
pub(super) fn tell_halts(outcome: &Outcome, console: &Console) -> Exit {
    let faults = outcome.halts.iter().filter(|halt| halt.fault.code != Code::SinkClosed);
    let mut exit = Exit::Success;
    for halt in faults {
        let record = console.halting(&halt.node);
        let record = record.map_or(String::new(), |record| format!("\n  {record}"));
        tell(format_args!("error: {halt}{record}\n  help: {}", halt.fault.code.help()));
        exit = Exit::Halted;
    }
    exit
}
