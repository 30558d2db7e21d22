//! Whole pipelines in one thread, with native nodes: what reaches the other side when everything works, and what does
//! when something fails.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    rc::Rc,
    sync::{Arc, Mutex},
    time::Duration,
};

use async_trait::async_trait;
use sandbar_schema::headers;
use tokio::{sync::watch, task::LocalSet};

use super::*;
use crate::{
    BatchBuilder, ErrorPolicy, Factory, Operator, Output, Policies, Port, Read, Record,
    RecordBatch, Snapshot, Then,
    partition::Secret,
    plan::plan,
    spec::{Input, Kind, Node, Partitioning, Pipeline, Watermarks},
    wire,
};

mod barriers;
mod consistency;

type Seen = Arc<Mutex<BTreeMap<String, Vec<String>>>>;

/// What the operators of a test do with a record: its value says.
#[derive(Clone)]
struct Stage {
    seen: Seen,
    name: String,
    kind: Kind,
    /// Calls that are to fail, from the first.
    flaky: Rc<RefCell<u32>>,
    opened: bool,
    task: u32,
    /// How long a sink takes for a batch.
    wait: Duration,
}

struct Numbers {
    next: u64,
    end: u64,
    step: u64,
    /// How long each read waits.
    wait: Duration,
}

#[async_trait(?Send)]
impl Source for Numbers {
    async fn open(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        if !self.wait.is_zero() {
            tokio::time::sleep(self.wait).await;
        }
        let mut builder = BatchBuilder::default();
        while self.next < self.end && builder.len() < 100 {
            let (key, value) = (format!("k{}", self.next % 7), self.next.to_string());
            let timestamp = self.next as i64;
            let headers = &[];
            let (key, value) = (key.as_bytes(), value.as_bytes());
            builder.push(Record { key, value, timestamp, headers });
            self.next += self.step;
        }
        let read = if builder.is_empty() { Read::End } else { Read::More };
        output.emit(Port(0), builder.finish()).expect("a small batch");
        Ok(read)
    }

    async fn drain(&mut self, output: &mut Output) -> Result<(), Fault> {
        let mut builder = BatchBuilder::default();
        builder.push(Record { key: b"k0", value: b"drained", ..Record::default() });
        output.emit(Port(0), builder.finish()).expect("a small batch");
        Ok(())
    }
}

impl Stage {
    fn see(&self, what: String) {
        let mut seen = self.seen.lock().unwrap();
        seen.entry(self.name.clone()).or_default().push(what);
    }
}

#[async_trait(?Send)]
impl Operator for Stage {
    async fn open(&mut self) -> Result<(), Fault> {
        self.opened = true;
        Ok(())
    }

    /// Sinks note values. Operators trap on 13, reject 77, fail their first `flaky` calls, and forward the rest; all of
    /// it after they staged everything, so that only the engine can take it back.
    async fn process(
        &mut self,
        _port: Port,
        batch: &RecordBatch,
        output: &mut Output,
    ) -> Result<(), Fault> {
        assert!(self.opened, "a failed call is followed by a fresh start");
        if self.kind == Kind::Sink {
            tokio::time::sleep(self.wait).await;
            if self.name == "picky" && batch.iter().any(|record| record.value == b"13") {
                return Err(Fault::new(Code::SinkFailed, "13 is unlucky"));
            }
            for record in batch.iter() {
                let value = String::from_utf8_lossy(record.value);
                match headers::get(record.headers, header::CAUSE) {
                    Some(cause) => self.see(format!("{value} {}", String::from_utf8_lossy(cause))),
                    None => self.see(value.into_owned()),
                }
            }
            return Ok(());
        }
        let is = |number: &str| {
            batch.iter().position(|record| record.value == number.as_bytes()).map(|row| row as u32)
        };
        let rejected = is("77");
        let rows: Vec<u32> = (0..batch.len() as u32).filter(|row| Some(*row) != rejected).collect();
        output.forward(Port(0), &rows)?;
        if let Some(row) = rejected {
            output.reject(&[row], &Fault::new(Code::Rejected, "77 is refused"))?;
        }
        let mut flaky = self.flaky.borrow_mut();
        if *flaky > 0 || is("13").is_some() {
            *flaky = flaky.saturating_sub(1);
            self.opened = false;
            return Err(Fault::new(Code::GuestTrapped, "unreachable"));
        }
        Ok(())
    }

    async fn on_watermark(&mut self, time: i64, _output: &mut Output) -> Result<(), Fault> {
        if self.kind == Kind::Sink && time != i64::MAX {
            self.see(format!("@{time}"));
        }
        Ok(())
    }

    async fn close(&mut self) -> Result<(), Fault> {
        self.see(format!("closed {}", self.task));
        Ok(())
    }
}

struct Nodes {
    seen: Seen,
    names: Vec<(String, Kind, u32)>,
    records: u64,
    flaky: u32,
    wait: Duration,
}

impl Factory for Nodes {
    fn source(&self, node: usize, task: u32) -> Result<Box<dyn Source>, Fault> {
        let step = u64::from(self.names[node].2);
        let wait = self.wait / 10;
        Ok(Box::new(Numbers { next: u64::from(task), end: self.records, step, wait }))
    }

    fn operator(&self, node: usize, task: u32) -> Result<Box<dyn Operator>, Fault> {
        let (name, kind, _) = self.names[node].clone();
        let (seen, flaky) = (Arc::clone(&self.seen), Rc::new(RefCell::new(self.flaky)));
        let wait = self.wait;
        Ok(Box::new(Stage { seen, name, kind, flaky, opened: false, task, wait }))
    }

    fn plugin(&self, _node: usize) -> String {
        "d1935".to_owned()
    }
}

struct StillClock;

impl Clock for StillClock {
    fn now_ms(&self) -> i64 {
        1_000
    }

    fn thread_cpu(&self) -> Duration {
        Duration::ZERO
    }
}

#[derive(Default)]
struct Pauses(Mutex<Vec<Duration>>);

impl Observer for Pauses {
    fn paused(&self, _node: &str, pause: Duration, _fault: &Fault) {
        self.0.lock().unwrap().push(pause);
    }
}

/// One test's pipeline: source -> operator -> sink, with a sink for the operator's dead letters.
struct Case {
    records: u64,
    parallelism: u32,
    by: Option<Partitioning>,
    policy: ErrorPolicy,
    flaky: u32,
    stop_after: Option<Duration>,
    channel_bytes: usize,
    /// How long sinks take for a batch; sources wait a tenth of it.
    wait: Duration,
    /// A second sink of the source, which stops at record 13.
    picky: bool,
}

impl Default for Case {
    fn default() -> Self {
        Self {
            records: 10,
            parallelism: 1,
            by: None,
            policy: ErrorPolicy { then: Then::DeadLetter, ..ErrorPolicy::default() },
            flaky: 0,
            stop_after: None,
            channel_bytes: 1 << 20,
            wait: Duration::ZERO,
            picky: false,
        }
    }
}

struct Ran {
    seen: BTreeMap<String, Vec<String>>,
    halts: Vec<Halt>,
    counts: BTreeMap<String, Snapshot>,
    pauses: usize,
    budget: Arc<Budget>,
}

fn node(name: &str, kind: Kind, parallelism: u32, inputs: Vec<Input>) -> Node {
    let ports = |has: bool, name: &str| if has { vec![name.to_owned()] } else { vec![] };
    Node {
        name: name.to_owned(),
        kind,
        parallelism,
        inputs,
        input_ports: ports(kind != Kind::Source, "in"),
        output_ports: ports(kind != Kind::Sink, "out"),
        policies: Policies::default(),
        watermarks: (kind == Kind::Source).then(Watermarks::default),
        output_bytes_max: None,
    }
}

fn input(from: &str, port: Option<&str>, by: Option<Partitioning>) -> Vec<Input> {
    let port = port.map(str::to_owned);
    vec![Input { from: from.to_owned(), port, to: None, by }]
}

async fn run(case: Case) -> Ran {
    let mut operator =
        node("work", Kind::Operator, case.parallelism, input("numbers", None, case.by));
    let policy = case.policy;
    operator.policies = Policies {
        rejects: policy,
        failures: policy,
        traps: policy,
        limits: policy,
        ..Policies::default()
    };
    let mut nodes = vec![node("numbers", Kind::Source, 1, vec![]), operator];
    nodes.push(node("out", Kind::Sink, 1, input("work", None, None)));
    nodes.push(node("dead", Kind::Sink, 1, input("work", Some("dead-letters"), None)));
    if case.picky {
        nodes.push(node("picky", Kind::Sink, 1, input("numbers", None, None)));
        nodes.push(node("other", Kind::Sink, 1, input("numbers", None, None)));
    }
    let plan = plan(Pipeline { name: "test".to_owned(), nodes }).expect("a good plan");
    let names = plan.pipeline.nodes.iter();
    let names = names.map(|node| (node.name.clone(), node.kind, node.parallelism)).collect();
    let seen = Seen::default();
    let factory = Nodes {
        seen: Arc::clone(&seen),
        names,
        records: case.records,
        flaky: case.flaky,
        wait: case.wait,
    };
    let (stop, stopped) = watch::channel(false);
    let pauses = Arc::new(Pauses::default());
    let budget = Budget::new(1 << 20);
    let setting = Setting {
        budget: Arc::clone(&budget),
        clock: Arc::new(StillClock),
        stop: stopped,
        barrier: watch::channel(0).1,
        acknowledged: watch::channel(0).1,
        observer: Arc::clone(&pauses) as _,
    };
    let seeds = wire(&plan, Secret([7; 16]), case.channel_bytes, &|_| true).seeds;
    let counters: Vec<_> = seeds
        .iter()
        .flat_map(|seed| seed.counters().map(|(node, c)| (node, Arc::clone(c))))
        .collect();
    let local = LocalSet::new();
    let tasks: Vec<_> = seeds
        .into_iter()
        .map(|seed| seed.build(&plan, &factory, &setting).expect("nodes build"))
        .map(|task| local.spawn_local(task.run()))
        .collect();
    if let Some(after) = case.stop_after {
        local.spawn_local(async move {
            tokio::time::sleep(after).await;
            stop.send_replace(true);
        });
    }
    local.await;
    let mut halts = Vec::new();
    for task in tasks {
        halts.extend(task.await.expect("no task panics").err());
    }
    let mut counts = BTreeMap::<String, Snapshot>::new();
    for (node, counters) in counters {
        *counts.entry(plan.node(node).name.clone()).or_default() += counters.snapshot();
    }
    let seen = seen.lock().unwrap().clone();
    let pauses = pauses.0.lock().unwrap().len();
    Ran { seen, halts, counts, pauses, budget }
}

/// Values of a sink, without watermarks and ends.
fn values(ran: &Ran, sink: &str) -> Vec<String> {
    let of = ran.seen.get(sink).into_iter().flatten();
    of.filter(|what| !what.starts_with('@') && !what.starts_with("closed")).cloned().collect()
}

fn numbers(range: std::ops::Range<u64>, without: &[u64]) -> Vec<String> {
    range.filter(|number| !without.contains(number)).map(|number| number.to_string()).collect()
}

#[tokio::test(start_paused = true)]
async fn every_record_arrives_in_order_and_everything_is_closed() {
    let ran = run(Case { records: 13, ..Case::default() }).await;
    assert_eq!(ran.halts, []);
    assert_eq!(values(&ran, "out"), numbers(0..13, &[]));
    assert_eq!(ran.seen["work"], ["closed 0"]);
    assert_eq!(ran.seen["out"].last().unwrap(), "closed 0");
    assert_eq!(ran.budget.used(), 0, "all leases are freed");
}

#[tokio::test(start_paused = true)]
async fn the_one_poison_record_is_found_and_all_others_pass_once() {
    let ran = run(Case { records: 1_000, ..Case::default() }).await;
    assert_eq!(ran.halts, []);
    assert_eq!(values(&ran, "out"), numbers(0..1_000, &[13, 77]));
    assert_eq!(values(&ran, "dead"), ["13 guest-trapped", "77 rejected"]);
    let work = ran.counts["work"];
    assert_eq!((work.records_in, work.records_out, work.dead_lettered), (1_000, 998, 2));
    assert!(work.calls_failed <= 9, "a bisection of 100 records, not a search through them");
}

#[tokio::test(start_paused = true)]
async fn a_skipped_record_is_counted_and_gone() {
    let policy = ErrorPolicy { then: Then::Skip, ..ErrorPolicy::default() };
    let ran = run(Case { records: 100, policy, ..Case::default() }).await;
    assert_eq!(values(&ran, "out"), numbers(0..100, &[13, 77]));
    assert_eq!(values(&ran, "dead"), Vec::<String>::new());
    assert_eq!(ran.counts["work"].skipped, 2);
}

#[tokio::test(start_paused = true)]
async fn a_halt_stops_at_the_record_and_keeps_what_came_before() {
    let policy = ErrorPolicy { then: Then::Halt, ..ErrorPolicy::default() };
    let ran = run(Case { records: 1_000, policy, ..Case::default() }).await;
    assert_eq!(ran.halts.len(), 1);
    assert_eq!(ran.halts[0].to_string(), "`work` stopped: guest-trapped: unreachable");
    assert_eq!(values(&ran, "out"), numbers(0..13, &[]));
    assert_eq!(ran.seen["out"].last().unwrap(), "closed 0", "the sink ends as after any input");
}

#[tokio::test(start_paused = true)]
async fn a_call_that_fails_for_a_while_is_retried_with_back_off_and_not_bisected() {
    let backoff = Duration::from_millis(100);
    let policy = ErrorPolicy { retry: 3, backoff, then: Then::DeadLetter };
    let start = tokio::time::Instant::now();
    let ran = run(Case { flaky: 3, policy, ..Case::default() }).await;
    assert_eq!(values(&ran, "out"), numbers(0..10, &[]));
    assert_eq!(start.elapsed(), 7 * backoff, "100, 200 and 400 ms");
    assert_eq!(ran.counts["work"].calls_failed, 3);
}

#[tokio::test(start_paused = true)]
async fn an_operator_that_fails_on_every_record_is_paused() {
    let ran = run(Case { flaky: u32::MAX, records: 12, ..Case::default() }).await;
    assert_eq!(ran.pauses, 3, "after the tenth record alone, and after each one more");
    assert_eq!(values(&ran, "dead").len(), 12);
    assert_eq!(values(&ran, "out"), Vec::<String>::new());
}

#[tokio::test(start_paused = true)]
async fn hash_edges_spread_records_and_lose_none_through_the_narrowest_channel() {
    let by = Some(Partitioning::Hash);
    let case = Case { records: 5_000, parallelism: 3, by, channel_bytes: 1, ..Case::default() };
    let ran = run(case).await;
    assert_eq!(ran.halts, []);
    let mut out = values(&ran, "out");
    let mut expected = numbers(0..5_000, &[13, 77]);
    for key in 0..7 {
        let of_key = |value: &&String| value.parse::<u64>().unwrap() % 7 == key;
        let seen: Vec<u64> = out.iter().filter(of_key).map(|v| v.parse().unwrap()).collect();
        assert!(seen.is_sorted(), "records of one key keep their order");
    }
    out.sort();
    expected.sort();
    assert_eq!(out, expected);
    assert_eq!(ran.budget.used(), 0);
}

#[tokio::test(start_paused = true)]
async fn watermarks_arrive_between_the_records_they_speak_of() {
    let ran = run(Case { records: 2_500, ..Case::default() }).await;
    let out = &ran.seen["out"];
    let at = |what: &str| out.iter().position(|seen| seen == what).unwrap();
    assert_eq!((at("@1023"), at("@2047")), (at("1023") + 1, at("2047") + 1));
}

#[tokio::test(start_paused = true)]
async fn a_stopped_pipeline_drains_what_it_has_read() {
    for stop_ms in 0..40 {
        let case = Case {
            records: u64::MAX,
            parallelism: 3,
            by: Some(Partitioning::Hash),
            channel_bytes: 1,
            wait: Duration::from_millis(10),
            stop_after: Some(Duration::from_millis(stop_ms)),
            ..Case::default()
        };
        let ran = run(case).await;
        assert_eq!(ran.halts, []);
        let (read, out) = (ran.counts["numbers"].records_in, values(&ran, "out"));
        assert_eq!(out.len() + values(&ran, "dead").len(), read as usize, "{stop_ms} ms");
        assert!(out.contains(&"drained".to_owned()), "what the source still held");
        assert_eq!(ran.seen["out"].last().unwrap(), "closed 0");
    }
}

#[tokio::test(start_paused = true)]
async fn a_node_that_halts_takes_nothing_from_the_others() {
    let ran = run(Case { records: 1_000, picky: true, ..Case::default() }).await;
    assert_eq!(ran.halts.len(), 1);
    assert_eq!(ran.halts[0].to_string(), "`picky` stopped: sink-failed: 13 is unlucky");
    let other = values(&ran, "other");
    assert_eq!(other, numbers(0..other.len() as u64, &[]));
    assert_eq!(other.len(), 100, "the whole batch in which the other sink failed");
    assert_eq!(values(&ran, "out"), numbers(0..100, &[13, 77]));
}

#[tokio::test(start_paused = true)]
async fn a_drain_does_not_wait_for_pauses() {
    let start = tokio::time::Instant::now();
    let stop_after = Some(Duration::from_millis(1_500));
    let ran = run(Case { flaky: u32::MAX, records: 100, stop_after, ..Case::default() }).await;
    assert_eq!(values(&ran, "dead").len(), 101, "and what the source still held");
    assert_eq!(start.elapsed(), Duration::from_millis(1_500), "and not a minute and a half");
}
