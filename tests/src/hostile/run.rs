//! Runs one attack in this process: the hostile pipeline and the neighbour's, as two jobs of one host that share its
//! sandbox, from pipeline files, through the same steps as `sandbar run`.

use std::{
    collections::BTreeMap,
    fs,
    io::Read as _,
    num::NonZeroUsize,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use anyhow::{Context as _, anyhow};
use sandbar::{
    clock::SystemClock,
    connectors::{Reachable, Root},
    factory::{LOCAL_TENANT, Nodes},
    job::{Job, Options, Outcome},
    pipeline,
    plugins::{Files, Plugins, load_all},
};
use sandbar_dataflow::{Factory, Fault, Observer};
use sandbar_sandbox::{GuestLog, Interruption, Level};

use super::{Case, Expected, Letter, Observed, Plugin};
use crate::{Bench, built, guest};

/// Long after every limit, yet an end: an attack that nothing stops must fail its test.
const TIME_MAX: Duration = Duration::from_secs(60);

/// Most that is read of each output, several times what any case should write.
const COLLECTED_BYTES_MAX: u64 = 64 << 20;

/// Records that each well-behaved operator copies; they take longer than one budget of a call.
const NEIGHBOUR_RECORDS: usize = 50_000;

/// Runs `case` to its end.
///
/// # Errors
/// If the attack does not end, or the machine lacks what it takes to run it.
pub fn run(case: &Case) -> anyhow::Result<Observed> {
    let bench = Bench::new();
    prepare(case, &bench)?;
    let plugins = Plugins::new(None, Interruption::Yielding);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let recorder = Arc::new(Recorder::default());
        let neighbour = start(&bench.path("neighbour.toml"), &plugins, &recorder);
        let neighbour = neighbour.map_err(|refused| anyhow!("the neighbour: {refused}"))?;
        let mut observed = attack(case, &bench, &plugins, &recorder, neighbour).await?;
        collect(&bench, &recorder, &mut observed);
        Ok(observed)
    })
}

/// Runs both jobs to their ends. All that the hostile one takes lies between the two looks at the process's memory.
async fn attack(
    case: &Case,
    bench: &Bench,
    plugins: &Plugins,
    recorder: &Arc<Recorder>,
    mut neighbour: Job,
) -> anyhow::Result<Observed> {
    let mut observed = Observed::default();
    let started = tokio::time::Instant::now();
    let before = memory_bytes("VmRSS:")?;
    // The peak from here on; where that cannot be reset, the peak so far counts too, which is stricter.
    let _ = fs::write("/proc/self/clear_refs", "5");
    let outcome = match start(&bench.path("hostile.toml"), plugins, recorder) {
        Ok(mut job) => {
            let ended = tokio::time::timeout(TIME_MAX, job.finish(|_| {})).await;
            Some(ended.context("the attack did not end")?)
        }
        Err(refused) => {
            observed.refused = Some(refused);
            None
        }
    };
    observed.elapsed_ms = started.elapsed().as_secs_f64() * 1e3;
    let ended = tokio::time::timeout(TIME_MAX, neighbour.finish(|_| {})).await;
    let beside = ended.context("the neighbour did not end")?;
    observed.memory_bytes = memory_bytes("VmHWM:")?.saturating_sub(before);
    let whole = |output: &str| bench.bytes(output) == neighbour_input().as_bytes();
    observed.neighbour_whole = beside.halts.is_empty() && whole("neighbour-output.txt");
    if let Some(outcome) = &outcome {
        count(outcome, &mut observed);
        let runs_beside = !matches!(case.expected, Expected::Halted(..));
        observed.companion_whole = runs_beside.then(|| whole("companion-output.txt"));
    }
    Ok(observed)
}

fn count(outcome: &Outcome, observed: &mut Observed) {
    let first = outcome.halts.first();
    observed.halted =
        first.map(|halt| (halt.fault.code.name().to_owned(), halt.fault.message.clone()));
    observed.stopped = outcome.nodes.iter().map(|node| node.calls_failed).sum();
    observed.pauses = outcome.nodes.iter().map(|node| node.pauses).sum();
}

/// Writes the plugin, the pipelines and their input.
fn prepare(case: &Case, bench: &Bench) -> anyhow::Result<()> {
    match case.plugin {
        Plugin::Guest(name) => fs::rename(guest(name, bench.folder()), bench.path("guest.wasm"))?,
        Plugin::Generated(generate) => fs::write(bench.path("guest.wasm"), generate())?,
    }
    let plugins = built::plugins();
    let head = |name: &str| format!("name = \"{name}\"\nplugins = [\"{}\"]\n", plugins.display());
    let neighbour = |name: &str| {
        format!(
            "[source.{name}-input]\nconnector = \"file\"\npath = \"neighbour-input.txt\"\n\
             [operator.{name}]\nplugin = \"identity\"\ninput = \"{name}-input\"\n\
             [sink.{name}-output]\nconnector = \"file\"\ninput = \"{name}\"\npath = \"{name}-output.txt\"\n"
        )
    };
    let Case { limits, breaker, .. } = case;
    let mut hostile = format!(
        "{}[source.input]\nconnector = \"file\"\npath = \"input.txt\"\n\
         [operator.hostile]\nplugin = \"guest\"\ninput = \"input\"\nlimits = {{ {limits} }}\n\
         on_error = {{ then = \"dead-letter\", breaker = \"{breaker}\" }}\n\
         [sink.output]\nconnector = \"file\"\ninput = \"hostile\"\npath = \"output.txt\"\n\
         [sink.letters]\nconnector = \"file\"\ninput = \"hostile.dead-letters\"\npath = \"letters.jsonl\"\n\
         format = \"dead-letters\"\n",
        head("hostile")
    );
    // A halt drains all sources of its pipeline, the companion's included.
    if !matches!(case.expected, Expected::Halted(..)) {
        hostile.push_str(&neighbour("companion"));
    }
    bench.write("hostile.toml", hostile);
    bench.write("neighbour.toml", head("neighbour") + &neighbour("neighbour"));
    bench.write("input.txt", case.records().join("\n") + "\n");
    bench.write("neighbour-input.txt", neighbour_input());
    Ok(())
}

fn neighbour_input() -> String {
    (0..NEIGHBOUR_RECORDS)
        .map(|number| format!("{{\"flight\":{number},\"delay\":{}}}\n", number % 97))
        .collect()
}

/// Starts the pipeline at `path` on one thread of its own.
fn start(path: &Path, plugins: &Plugins, recorder: &Arc<Recorder>) -> Result<Job, String> {
    let shown = |diagnostics: Vec<pipeline::Diagnostic>| {
        let messages: Vec<String> = diagnostics.into_iter().map(|found| found.message).collect();
        messages.join("\n")
    };
    let planned = pipeline::load(path, &[], &mut Files).map_err(shown)?;
    let loaded = load_all(plugins, &planned.setups).map_err(|error| format!("{error:#}"))?;
    let plan = Arc::new(planned.plan);
    let factory: Arc<dyn Factory> = Arc::new(Nodes {
        plan: Arc::clone(&plan),
        setups: planned.setups,
        plugins: Arc::new(loaded),
        folder: planned.folder,
        clock: Arc::new(SystemClock),
        log: Arc::clone(recorder) as _,
        seed: 0,
        tenant: LOCAL_TENANT.to_owned(),
        resume: BTreeMap::default(),
        root: Root::Free,
        reachable: Reachable::Everything,
    });
    let options = Options { threads: NonZeroUsize::MIN, seed: 0, memory_bytes_max: 64 << 20 };
    let observer = Arc::clone(recorder) as _;
    Job::start(&plan, &factory, observer, options).map_err(|error| error.to_string())
}

/// Reads what the hostile pipeline wrote.
fn collect(bench: &Bench, recorder: &Recorder, observed: &mut Observed) {
    let lines = |name: &str| -> Vec<String> {
        let mut bytes = Vec::new();
        // A file is there once its sink has opened it, and an attack that was let through may have filled it.
        if let Ok(file) = fs::File::open(bench.path(name)) {
            let _ = file.take(COLLECTED_BYTES_MAX).read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect()
    };
    observed.passed = lines("output.txt");
    let field = |letter: &serde_json::Value, pointer: &str| {
        letter.pointer(pointer).and_then(|found| found.as_str()).unwrap_or_default().to_owned()
    };
    observed.letters = lines("letters.jsonl")
        .iter()
        .filter_map(|line| serde_json::from_str(line).ok())
        .map(|letter: serde_json::Value| Letter {
            cause: field(&letter, "/cause"),
            message: field(&letter, "/message"),
            value: field(&letter, "/record/value"),
        })
        .collect();
    let logged = recorder.0.lock().unwrap_or_else(PoisonError::into_inner);
    observed.log_lines = logged.lines;
    observed.log_dropped = logged.dropped;
    observed.log_line_bytes_max = logged.line_bytes_max;
    observed.log_unsafe = logged.hazardous;
}

/// Bytes that the kernel tells of this process under `name`.
fn memory_bytes(name: &str) -> anyhow::Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let kib = line.and_then(|line| line.trim().strip_suffix(" kB"));
    let kib: u64 = kib.ok_or_else(|| anyhow!("/proc/self/status has no {name}"))?.parse()?;
    Ok(kib * 1024)
}

/// Takes note of what guests log.
#[derive(Debug, Default)]
struct Recorder(Mutex<Logged>);

#[derive(Debug, Default)]
struct Logged {
    lines: u64,
    dropped: u64,
    line_bytes_max: usize,
    hazardous: u64,
}

impl GuestLog for Recorder {
    fn line(&self, _: &str, _: u32, _: Level, line: &str) {
        let is_hazard = |character: char| {
            (character.is_control() && character != '\t')
                || matches!(character, '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        let mut logged = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        logged.lines += 1;
        logged.line_bytes_max = logged.line_bytes_max.max(line.len());
        logged.hazardous += u64::from(line.chars().any(is_hazard));
    }

    fn dropped(&self, _: &str, _: u32, lines: u64) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).dropped += lines;
    }
}

impl Observer for Recorder {
    fn paused(&self, _: &str, _: Duration, _: &Fault) {}
}
