//! One case each: when a source passes barriers though something keeps it waiting, and when a task does not pass.

use tokio::sync::{Semaphore, mpsc};

use super::*;
use crate::{Code, Wiring, plan::Plan};

/// Records come when the test sends their timestamps, and end when it drops its end.
struct Fed {
    input: mpsc::UnboundedReceiver<i64>,
    taken: u64,
    /// Where it hears that batches are sunk; absent: nobody waits for that.
    sunk: Option<Arc<Mutex<Vec<String>>>>,
    /// Barriers, and how many batches came before each.
    marked: Vec<(u64, u64)>,
    acknowledged: u64,
}

#[async_trait(?Send)]
impl Source for Fed {
    async fn open(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        let Some(timestamp) = self.input.recv().await else { return Ok(Read::End) };
        self.taken += 1;
        let mut builder = BatchBuilder::default();
        // As many as it takes for a watermark.
        for _ in 0..crate::BATCH_RECORDS {
            builder.push(Record { timestamp, ..Record::default() });
        }
        output.emit(Port(0), builder.finish()).expect("a small batch");
        Ok(Read::More)
    }

    fn position(&self) -> Option<Position> {
        Some(Position(self.taken.to_string()))
    }

    fn mark(&mut self, barrier: u64) {
        self.marked.push((barrier, self.taken));
    }

    async fn acknowledge(&mut self, barrier: u64) -> Result<(), Fault> {
        let before = self.marked.iter().rev().find(|(marked, _)| *marked <= barrier);
        self.acknowledged = before.expect("it was marked").1;
        if let Some(sunk) = &self.sunk {
            sunk.lock().unwrap().push(format!("{} sunk", self.acknowledged));
        }
        Ok(())
    }

    fn is_awaited(&self) -> bool {
        self.sunk.is_some() && self.acknowledged < self.taken
    }
}

/// A sink that takes a batch for each permit.
struct Gated {
    gate: Arc<Semaphore>,
    log: Arc<Mutex<Vec<String>>>,
    flushes: Result<(), Fault>,
}

#[async_trait(?Send)]
impl Operator for Gated {
    async fn open(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    async fn process(&mut self, _: Port, _: &RecordBatch, _: &mut Output) -> Result<(), Fault> {
        self.gate.acquire().await.expect("an open gate").forget();
        self.log.lock().unwrap().push("saw".to_owned());
        Ok(())
    }

    async fn on_watermark(&mut self, time: i64, _: &mut Output) -> Result<(), Fault> {
        self.log.lock().unwrap().push(format!("@{time}"));
        Ok(())
    }

    async fn flush(&mut self) -> Result<(), Fault> {
        self.flushes.clone()
    }

    async fn close(&mut self) -> Result<(), Fault> {
        self.log.lock().unwrap().push("closed".to_owned());
        Ok(())
    }
}

/// A pipeline in one thread, its controls, and what it did.
struct Bench {
    feeds: Vec<Option<mpsc::UnboundedSender<i64>>>,
    inputs: Mutex<Vec<Option<mpsc::UnboundedReceiver<i64>>>>,
    gate: Arc<Semaphore>,
    log: Arc<Mutex<Vec<String>>>,
    flushes: Result<(), Fault>,
    /// Whether sources are awaited.
    awaited: bool,
    acknowledge: watch::Sender<u64>,
    ask: watch::Sender<u64>,
    stop: watch::Sender<bool>,
    budget: Arc<Budget>,
    setting: Setting,
    plan: Plan,
}

impl Factory for Bench {
    fn source(&self, node: usize, _: u32) -> Result<Box<dyn Source>, Fault> {
        let input = self.inputs.lock().unwrap()[node].take().expect("each source is built once");
        let sunk = self.awaited.then(|| Arc::clone(&self.log));
        Ok(Box::new(Fed { input, taken: 0, sunk, marked: Vec::new(), acknowledged: 0 }))
    }

    fn operator(&self, _: usize, _: u32) -> Result<Box<dyn Operator>, Fault> {
        let (gate, log) = (Arc::clone(&self.gate), Arc::clone(&self.log));
        Ok(Box::new(Gated { gate, log, flushes: self.flushes.clone() }))
    }

    fn plugin(&self, _: usize) -> String {
        String::new()
    }
}

struct Passes(Arc<Mutex<Vec<String>>>);

impl Observer for Passes {
    fn paused(&self, _: &str, _: Duration, _: &Fault) {}

    fn passed(&self, task: TaskId, barrier: u64, position: Option<Position>) {
        let position = position.map_or("-".to_owned(), |position| position.0);
        self.0
            .lock()
            .unwrap()
            .push(format!("{}.{}|{barrier} at {position}", task.chain, task.task));
    }
}

impl Bench {
    /// So many sources, and a sink of so many copies, each of which gets everything.
    fn new(sources: usize, sinks: u32) -> Self {
        let by = (sinks > 1).then_some(Partitioning::Broadcast);
        let names: Vec<String> = (0..sources).map(|number| format!("s{number}")).collect();
        let mut nodes: Vec<Node> =
            names.iter().map(|name| node(name, Kind::Source, 1, vec![])).collect();
        for node in &mut nodes {
            let idle = Some(Duration::from_millis(100));
            node.watermarks = Some(Watermarks { idle, ..Watermarks::default() });
        }
        let inputs = names.iter().flat_map(|name| input(name, None, by)).collect();
        nodes.push(node("sink", Kind::Sink, sinks, inputs));
        let plan = plan(Pipeline { name: "bench".to_owned(), nodes }).expect("a good plan");
        let (feeds, inputs) =
            (0..sources).map(|_| mpsc::unbounded_channel()).collect::<(Vec<_>, Vec<_>)>();
        let (log, budget) = (Arc::default(), Budget::new(1 << 20));
        let ((stop, stopped), (ask, barrier)) = (watch::channel(false), watch::channel(0));
        let (acknowledge, acknowledged) = watch::channel(0);
        let setting = Setting {
            budget: Arc::clone(&budget),
            clock: Arc::new(StillClock),
            stop: stopped,
            barrier,
            acknowledged,
            observer: Arc::new(Passes(Arc::clone(&log))),
        };
        Self {
            feeds: feeds.into_iter().map(Some).collect(),
            inputs: Mutex::new(inputs.into_iter().map(Some).collect()),
            gate: Arc::new(Semaphore::new(1_000)),
            log,
            flushes: Ok(()),
            awaited: false,
            acknowledge,
            ask,
            stop,
            budget,
            setting,
            plan,
        }
    }

    fn wire(&self, here: &dyn Fn(TaskId) -> bool) -> Wiring {
        wire(&self.plan, Secret([7; 16]), 1, here)
    }

    /// Runs `seeds` beside `script`, and says how they ended.
    async fn run(
        &self,
        seeds: Vec<crate::Seed>,
        script: impl Future<Output = ()>,
    ) -> Vec<Result<Ending, Halt>> {
        let local = LocalSet::new();
        let tasks: Vec<_> = seeds
            .into_iter()
            .map(|seed| seed.build(&self.plan, self, &self.setting).expect("nodes build"))
            .map(|task| local.spawn_local(task.run()))
            .collect();
        local.run_until(script).await;
        local.await;
        let mut endings = Vec::new();
        for task in tasks {
            endings.push(task.await.expect("no task panics"));
        }
        endings
    }

    fn feed(&self, source: usize, timestamp: i64) {
        self.feeds[source].as_ref().expect("it has not ended").send(timestamp).unwrap();
    }

    fn log(&self) -> Vec<String> {
        self.log.lock().unwrap().clone()
    }
}

async fn pause() {
    tokio::time::sleep(Duration::from_millis(10)).await;
}

fn ending(chain: u32, position: Option<&str>, complete: bool) -> Result<Ending, Halt> {
    let position = position.map(|position| Position(position.to_owned()));
    Ok(Ending { task: TaskId { chain, task: 0 }, position, complete })
}

#[tokio::test(start_paused = true)]
async fn an_idle_source_passes_barriers_and_loses_nothing() {
    let bench = Bench::new(1, 1);
    // Asked before the task is built.
    bench.ask.send_replace(1);
    let endings = bench.run(bench.wire(&|_| true).seeds, async {
        pause().await;
        bench.ask.send_replace(2);
        pause().await;
        bench.feed(0, 5);
        bench.ask.send_replace(3);
        pause().await;
        // Not larger than the last one.
        bench.ask.send_replace(3);
        pause().await;
        bench.ask.send_replace(4);
        bench.stop.send_replace(true);
    });
    assert_eq!(endings.await, [ending(0, Some("1"), false)]);
    let expected = ["0.0|1 at 0", "0.0|2 at 0", "saw", "@5", "0.0|3 at 1", "closed"];
    assert_eq!(bench.log(), expected);
}

#[tokio::test(start_paused = true)]
async fn a_source_that_waits_for_the_budget_passes_barriers() {
    let mut bench = Bench::new(1, 1);
    let lease = bench.budget.lease(2 << 20);
    bench.feed(0, 5);
    bench.feeds.clear();
    let endings = bench.run(bench.wire(&|_| true).seeds, async {
        for barrier in [1, 2] {
            bench.ask.send_replace(barrier);
            pause().await;
        }
        assert_eq!(bench.log(), ["0.0|1 at 0", "0.0|2 at 0"]);
        drop(lease);
    });
    assert_eq!(endings.await, [ending(0, Some("1"), true)]);
    assert_eq!(bench.log()[2..], ["saw", "@5", &format!("@{}", i64::MAX), "closed"]);
}

#[tokio::test(start_paused = true)]
async fn a_barrier_asked_for_behind_a_full_channel_is_not_lost() {
    let bench = Bench::new(1, 2);
    bench.gate.forget_permits(1_000);
    for timestamp in 0..10 {
        bench.feed(0, timestamp);
    }
    let endings = bench.run(bench.wire(&|_| true).seeds, async {
        pause().await;
        bench.ask.send_replace(1);
        pause().await;
        assert_eq!(bench.log(), Vec::<String>::new(), "nothing moves");
        bench.gate.add_permits(1_000);
        pause().await;
        bench.stop.send_replace(true);
    });
    assert!(endings.await.iter().all(Result::is_ok));
    let log = bench.log();
    let source = log.iter().find_map(|line| line.strip_prefix("0.0|1 at ")).expect("it passed");
    let taken: usize = source.parse().unwrap();
    assert!(taken < 10, "before everything had gone");
    for sink in ["1.0|1 at -", "1.1|1 at -"] {
        assert!(log.contains(&sink.to_owned()), "{log:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_barrier_does_not_end_a_silence() {
    let bench = Bench::new(2, 1);
    let endings = bench.run(bench.wire(&|_| true).seeds, async {
        for barrier in 1..=20 {
            bench.feed(0, barrier);
            bench.ask.send_replace(barrier as u64);
            pause().await;
        }
        bench.stop.send_replace(true);
    });
    assert!(endings.await.iter().all(Result::is_ok));
    let log = bench.log();
    let first = log.iter().find(|line| line.starts_with('@')).expect("time goes on");
    assert!(["@10", "@11"].contains(&first.as_str()), "after 100 ms nobody waits: {first}");
    assert!(log.contains(&"2.0|15 at -".to_owned()));
}

#[tokio::test(start_paused = true)]
async fn a_sink_that_cannot_flush_halts_and_never_passes() {
    let mut bench = Bench::new(2, 1);
    let fault = Fault::new(Code::SinkFailed, "no space left");
    bench.flushes = Err(fault.clone());
    let endings = bench.run(bench.wire(&|_| true).seeds, async {
        bench.ask.send_replace(1);
        pause().await;
        bench.stop.send_replace(true);
    });
    let halt = Err(Halt { node: "sink".to_owned(), fault });
    assert_eq!(endings.await, [ending(0, Some("0"), false), ending(1, Some("0"), false), halt]);
    assert_eq!(bench.log(), ["0.0|1 at 0", "1.0|1 at 0"]);
}

#[tokio::test(start_paused = true)]
async fn a_task_whose_input_is_lost_halts_and_its_neighbours_end() {
    // The source is here with one copy of the sink; the other copy is elsewhere, and goes away.
    let bench = Bench::new(1, 2);
    let wiring = bench.wire(&|id| id != TaskId { chain: 1, task: 1 });
    assert_eq!((wiring.seeds.len(), wiring.inlets.len()), (2, 0));
    assert_eq!(wiring.outlets[0].channel, crate::ChannelId { edge: 0, from: 0, to: 1 });
    drop(wiring.outlets);
    let endings = bench.run(wiring.seeds, async {
        bench.feed(0, 1);
        pause().await;
        bench.stop.send_replace(true);
    });
    assert_eq!(endings.await, [ending(0, Some("1"), false), ending(1, None, false)]);

    let bench = Bench::new(2, 1);
    let wiring = bench.wire(&|id| id.chain == 2);
    let inlets: Vec<_> = wiring.inlets.iter().map(|inlet| inlet.channel.edge).collect();
    assert_eq!((wiring.seeds.len(), inlets, wiring.outlets.len()), (1, vec![0, 1], 0));
    let [one, two] = <[_; 2]>::try_from(wiring.inlets).unwrap();
    let endings = bench.run(wiring.seeds, async {
        one.sender.send(Frame::Barrier(1)).await.unwrap();
        drop(one);
        two.sender.send(Frame::Barrier(1)).await.unwrap();
        two.sender.send(Frame::End).await.unwrap();
        drop(two);
    });
    let halt = endings.await.remove(0).unwrap_err();
    assert_eq!((halt.node.as_str(), halt.fault.code), ("sink", Code::InputLost));
    assert_eq!(bench.log(), ["2.0|1 at -", "closed"]);
}

#[tokio::test(start_paused = true)]
async fn a_source_hears_of_barriers_that_passed_every_sink() {
    let mut bench = Bench::new(1, 1);
    bench.awaited = true;
    let endings = bench.run(bench.wire(&|_| true).seeds, async {
        bench.feed(0, 5);
        pause().await;
        bench.ask.send_replace(1);
        pause().await;
        bench.acknowledge.send_replace(1);
        pause().await;
        bench.stop.send_replace(true);
    });
    assert_eq!(endings.await, [ending(0, Some("1"), false)]);
    assert_eq!(bench.log(), ["saw", "@5", "0.0|1 at 1", "1 sunk", "closed"]);
}

#[tokio::test(start_paused = true)]
async fn a_source_that_is_awaited_outlives_the_stop_for_one_more_barrier() {
    let mut bench = Bench::new(1, 1);
    bench.awaited = true;
    let endings = bench.run(bench.wire(&|_| true).seeds, async {
        bench.feed(0, 5);
        pause().await;
        bench.stop.send_replace(true);
        pause().await;
        assert_eq!(bench.log(), ["saw", "@5"], "it waits");
        bench.ask.send_replace(1);
        pause().await;
        bench.acknowledge.send_replace(1);
    });
    assert_eq!(endings.await, [ending(0, Some("1"), false)]);
    assert_eq!(bench.log(), ["saw", "@5", "0.0|1 at 1", "1 sunk", "closed"]);
}

#[tokio::test(start_paused = true)]
async fn a_source_that_is_awaited_in_vain_ends_all_the_same() {
    for nobody_acknowledges in [true, false] {
        let mut bench = Bench::new(1, 1);
        bench.awaited = true;
        if nobody_acknowledges {
            bench.setting.acknowledged = watch::channel(0).1;
        }
        let before = tokio::time::Instant::now();
        let endings = bench.run(bench.wire(&|_| true).seeds, async {
            bench.feed(0, 5);
            pause().await;
            bench.stop.send_replace(true);
        });
        assert_eq!(endings.await, [ending(0, Some("1"), false)]);
        let waited = before.elapsed() >= Duration::from_secs(10);
        assert_ne!(waited, nobody_acknowledges, "only while somebody may");
    }
}
