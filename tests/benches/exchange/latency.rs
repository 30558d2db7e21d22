//! How long a record takes from one host's source to another host's sink: source and Wasm, by key over mutual TLS, Wasm
//! and sink. First as fast as it goes, then at half of that rate, with batches that wait for more records for so long.
//! Hosts are threads here; the engine, the plugins and the exchange are those of a worker.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use sandbar::{clock::SystemClock, pipeline, plugins};
use sandbar_dataflow::channel::CHANNEL_BYTES;
use sandbar_dataflow::partition::Secret;
use sandbar_dataflow::plan::{Plan, plan};
use sandbar_dataflow::spec::{Input, Kind, Node, Partitioning, Pipeline};
use sandbar_dataflow::{
    BatchBuilder, Budget, Factory, Fault, Observer, Operator, Output, Policies, Port, Read, Record,
    RecordBatch, Setting, Source, wire,
};
use sandbar_exchange::{Address, Inlets, Limits, Links, Listener, Outgoing, TcpDial, serve};
use sandbar_sandbox::{
    CompiledPlugin, Context, GuestLog, Interruption, Level, Limits as Sandboxed, PluginOperator,
};
use tokio::sync::{mpsc, watch};
use tokio::task::{spawn_blocking, spawn_local};
use tokio::time::Instant;

use crate::ends::{both, workers};
use crate::say;

/// How long batches wait for more records. The first is how often the source looks for records that are due.
const DELAYS: [Duration; 3] =
    [Duration::from_micros(100), Duration::from_millis(1), Duration::from_millis(5)];
const LASTS: Duration = Duration::from_secs(5);
const STALL: Duration = Duration::from_micros(200);
const BATCH_RECORDS_MAX: usize = 1_024;
const VALUE: [u8; 88] = [b'v'; 88];

/// How fast records come: so many a second, looked for each `delay`; or `count` as fast as they go.
#[derive(Clone, Copy)]
enum Pace {
    AtOnce,
    Paced { rate: f64, delay: Duration },
}

pub(crate) fn run(is_bench: bool) {
    let (count, lasts) =
        if is_bench { (2_000_000, LASTS) } else { (2_000, Duration::from_millis(10)) };
    let identity = identity();
    let started = Instant::now();
    pass(&identity, count, Pace::AtOnce);
    let most = count as f64 / started.elapsed().as_secs_f64();
    let rate = most / 2.0;
    say(&format!(
        "latency from host to host at {:.2} M records/s, half of what goes; mutual TLS; load {}",
        rate / 1e6,
        crate::ends::load()
    ));
    say("  batching delay       p50       p99   p99 besides the delay");
    for delay in DELAYS {
        let mut took =
            pass(&identity, (rate * lasts.as_secs_f64()) as u64, Pace::Paced { rate, delay });
        // What was cold in the first tenth is not what is asked.
        took.drain(..took.len() / 10);
        took.sort_unstable();
        let at = |share: f64| f64::from(took[((took.len() - 1) as f64 * share) as usize]) / 1e3;
        let delay = delay.as_secs_f64() * 1e3;
        let (middle, p99) = (at(0.5), at(0.99));
        let besides = (p99 - delay).max(0.0);
        say(&format!("  {delay:>9.1} ms   {middle:>7.2}   {p99:>7.2}   {besides:>7.2} ms"));
    }
    let (share, longest) = stalls(lasts);
    say(&format!(
        "  the machine itself: threads that only watch the clock stood still for {:.2} % of the time, up to {:.1} ms",
        share * 100.0,
        longest.as_secs_f64() * 1e3
    ));
}

/// What the machine takes from two busy threads: the share of `lasts` that they stood still for longer than
/// [`STALL`], and the longest time that they did. No p99 of theirs can be better.
fn stalls(lasts: Duration) -> (f64, Duration) {
    let watch = move || {
        let start = Instant::now();
        let (mut lost, mut longest, mut before) = (Duration::ZERO, Duration::ZERO, start);
        while before - start < lasts {
            let now = Instant::now();
            let gap = now - before;
            lost += if gap > STALL { gap } else { Duration::ZERO };
            longest = longest.max(gap);
            before = now;
        }
        (lost, longest)
    };
    #[allow(clippy::disallowed_methods, reason = "the measure is of two threads")]
    let other = std::thread::spawn(watch);
    let ((lost, longest), (others, other_longest)) = (watch(), other.join().unwrap());
    ((lost + others).as_secs_f64() / lasts.as_secs_f64() / 2.0, longest.max(other_longest))
}

/// Microseconds that each of `count` records took, in the order of their arrival.
fn pass(identity: &CompiledPlugin, count: u64, pace: Pace) -> Vec<u32> {
    let took = Arc::new(Mutex::new(Vec::with_capacity(usize::try_from(count).unwrap())));
    let nodes = Nodes {
        identity: identity.clone(),
        count,
        pace,
        start: Instant::now(),
        took: Arc::clone(&took),
    };
    let (there, here) = (nodes.clone(), nodes);
    let (server, client) = workers();
    let limits = Limits::default();
    both(
        async move |told| {
            let loopback = "127.0.0.1:0".parse().unwrap();
            let listener = Listener::bind(loopback, server, limits).await.unwrap();
            told.send(listener.address().unwrap()).unwrap();
            let inlets = Inlets::default();
            let plan = halves();
            let mut wiring = wire(&plan, Secret([7; 16]), CHANNEL_BYTES, &|task| task.chain == 1);
            let inlet = wiring.inlets.remove(0);
            spawn_local(inlets.expect(address(), 1, inlet.sender).unwrap());
            let (stream, _) = listener.accept().await.unwrap().greet().await.unwrap();
            let served = spawn_local(serve(stream, inlets, limits));
            let task = wiring.seeds.remove(0).build(&plan, &there, &setting()).unwrap();
            task.run().await.unwrap();
            let _ = served.await;
        },
        async move |heard| {
            let peer = TcpDial::peer("server", heard.await.unwrap());
            let (links, run) = Links::new(std::rc::Rc::new(TcpDial::new(client, limits)), limits);
            spawn_local(run);
            let plan = halves();
            let mut wiring = wire(&plan, Secret([7; 16]), CHANNEL_BYTES, &|task| task.chain == 0);
            let outlet = wiring.outlets.remove(0);
            let task = wiring.seeds.remove(0).build(&plan, &here, &setting()).unwrap();
            let task = spawn_local(async move { task.run().await.unwrap() });
            links.carry(&peer, Outgoing::new(address(), 1), outlet.inbox).await.unwrap();
            task.await.unwrap();
        },
    );
    let took = std::mem::take(&mut *took.lock().unwrap());
    assert_eq!(took.len() as u64, count, "records are missing");
    took
}

fn address() -> Address {
    Address { pipeline: "latency".to_owned(), edge: 0, from: 0, to: 0 }
}

fn setting() -> Setting {
    // Nobody stops the source or asks for barriers.
    Setting {
        budget: Budget::new(1 << 28),
        clock: Arc::new(SystemClock),
        stop: watch::channel(false).1,
        barrier: watch::channel(0).1,
        acknowledged: watch::channel(0).1,
        observer: Arc::new(Silent),
    }
}

/// Source and operator in the first chain, operator and sink in the second.
fn halves() -> Plan {
    let node = |name: &str, kind, from: Option<(&str, Partitioning)>| Node {
        name: name.to_owned(),
        kind,
        parallelism: 1,
        inputs: from
            .map(|(from, by)| Input { from: from.to_owned(), port: None, to: None, by: Some(by) })
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
        node("left", Kind::Operator, Some(("source", Partitioning::Forward))),
        node("right", Kind::Operator, Some(("left", Partitioning::Hash))),
        node("sink", Kind::Sink, Some(("right", Partitioning::Forward))),
    ];
    plan(Pipeline { name: "latency".to_owned(), nodes }).unwrap()
}

/// The plugin as `make plugins` built it.
fn identity() -> CompiledPlugin {
    let path: PathBuf = sandbar_tests::built::plugin("identity");
    let description = pipeline::Plugins::describe(&mut plugins::Files, &path);
    let description = description.expect("run `make plugins`");
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
    plugins::Plugins::new(None, Interruption::Yielding).load(&plugin).unwrap()
}

#[derive(Clone)]
struct Nodes {
    identity: CompiledPlugin,
    count: u64,
    pace: Pace,
    start: Instant,
    took: Arc<Mutex<Vec<u32>>>,
}

impl Factory for Nodes {
    fn source(&self, _: usize, _: u32) -> Result<Box<dyn Source>, Fault> {
        let ticks = match self.pace {
            Pace::AtOnce => None,
            Pace::Paced { delay, .. } => Some(ticks(delay)),
        };
        Ok(Box::new(Paced { nodes: self.clone(), sent: 0, rests: false, ticks }))
    }

    fn operator(&self, node: usize, task_index: u32) -> Result<Box<dyn Operator>, Fault> {
        if node == 3 {
            // One that grew on the way would stop the clock for as long as it moves.
            let took = Vec::with_capacity(usize::try_from(self.count).unwrap());
            return Ok(Box::new(Stopwatch { nodes: self.clone(), took }));
        }
        let context = Context {
            parameters: "{}".to_owned(),
            tenant: "local".to_owned(),
            operator: "identity".to_owned(),
            task_index,
            parallelism: 1,
            seed: 0,
            clock: Arc::new(SystemClock),
            log: Arc::new(Silent),
        };
        Ok(Box::new(PluginOperator::new(self.identity.clone(), context, Sandboxed::default())))
    }

    fn plugin(&self, _: usize) -> String {
        String::new()
    }
}

/// Tells each `delay`, more exactly than tokio's timers of a millisecond; ends when nobody listens.
fn ticks(delay: Duration) -> mpsc::Receiver<()> {
    let (tell, ticks) = mpsc::channel(1);
    spawn_blocking(move || {
        while !matches!(tell.try_send(()), Err(mpsc::error::TrySendError::Closed(()))) {
            std::thread::sleep(delay);
        }
    });
    ticks
}

/// Records whose timestamp is when they were due, in microseconds.
struct Paced {
    nodes: Nodes,
    sent: u64,
    /// All that was due is sent, and the next tick not yet waited for.
    rests: bool,
    ticks: Option<mpsc::Receiver<()>>,
}

impl Paced {
    /// Records that should have been sent by now, and when each comes.
    fn due(&self) -> (u64, f64) {
        match self.nodes.pace {
            Pace::AtOnce => (self.nodes.count, 0.0),
            Pace::Paced { rate, .. } => {
                let due = self.nodes.start.elapsed().as_secs_f64() * rate;
                ((due as u64).min(self.nodes.count), 1e6 / rate)
            }
        }
    }
}

#[async_trait(?Send)]
impl Source for Paced {
    async fn open(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        if self.sent == self.nodes.count {
            return Ok(Read::End);
        }
        // What is left of a tick's records goes on at once.
        let (mut due, mut each) = self.due();
        while due == self.sent || std::mem::take(&mut self.rests) {
            let Some(ticks) = &mut self.ticks else { break };
            ticks.recv().await.unwrap();
            (due, each) = self.due();
        }
        let mut builder = BatchBuilder::default();
        let until = due.min(self.sent + BATCH_RECORDS_MAX as u64);
        for number in self.sent..until {
            let timestamp = (number as f64 * each) as i64;
            let key = number.to_le_bytes();
            builder.push(Record { key: &key, value: &VALUE, timestamp, headers: &[] });
        }
        output.emit(Port(0), builder.finish())?;
        self.sent = until;
        self.rests = until == due;
        Ok(Read::More)
    }
}

struct Stopwatch {
    nodes: Nodes,
    took: Vec<u32>,
}

#[async_trait(?Send)]
impl Operator for Stopwatch {
    async fn open(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    async fn process(&mut self, _: Port, batch: &RecordBatch, _: &mut Output) -> Result<(), Fault> {
        let now = i64::try_from(self.nodes.start.elapsed().as_micros()).unwrap();
        let took = batch.timestamps().iter().map(|due| u32::try_from(now - due).unwrap_or(0));
        self.took.extend(took);
        Ok(())
    }

    async fn close(&mut self) -> Result<(), Fault> {
        self.nodes.took.lock().unwrap().append(&mut self.took);
        Ok(())
    }
}

struct Silent;

impl GuestLog for Silent {
    fn line(&self, _: &str, _: u32, _: Level, _: &str) {}

    fn dropped(&self, _: &str, _: u32, _: u64) {}
}

impl Observer for Silent {
    fn paused(&self, _: &str, _: Duration, _: &Fault) {}
}
