//! Barriers under random timing, seed by seed: when a task of a sink passes one, that sink has seen exactly what the
//! sources had sent at the positions told with it. Whether the plan runs in one place or in parts must not matter.

use std::{cell::Cell, collections::BTreeSet};

use super::*;
use crate::{Wiring, plan::Plan};

/// `SplitMix64`.
#[derive(Clone)]
struct Random(Rc<Cell<u64>>);

impl Random {
    fn new(seed: u64) -> Self {
        Self(Rc::new(Cell::new(seed)))
    }

    fn below(&self, bound: u64) -> u64 {
        self.0.set(self.0.get().wrapping_add(0x9e37_79b9_7f4a_7c15));
        let mixed = (self.0.get() ^ (self.0.get() >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }

    async fn pause(&self, ms_max: u64) {
        tokio::time::sleep(Duration::from_millis(self.below(ms_max + 1))).await;
    }
}

/// One record: its source, which copy of that, and its number there.
type Value = (usize, u32, u64);

#[derive(Clone, Debug, PartialEq)]
enum Event {
    Saw { node: usize, task: u32, value: Value },
    Flushed { node: usize, task: u32 },
    Passed(TaskId, u64, Option<Position>),
}

type Log = Arc<Mutex<Vec<Event>>>;

struct Ticks {
    node: usize,
    task: u32,
    next: u64,
    end: u64,
    due: Option<tokio::time::Instant>,
    random: Random,
}

#[async_trait(?Send)]
impl Source for Ticks {
    async fn open(&mut self) -> Result<(), Fault> {
        self.random.pause(3).await;
        Ok(())
    }

    async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        if self.next == self.end {
            return Ok(Read::End);
        }
        let wait = Duration::from_millis(self.random.below(6));
        let due = *self.due.get_or_insert_with(|| tokio::time::Instant::now() + wait);
        tokio::time::sleep_until(due).await;
        self.due = None;
        let mut builder = BatchBuilder::default();
        for number in self.next..self.end.min(self.next + 1 + self.random.below(9)) {
            let value = format!("{} {} {number}", self.node, self.task);
            let key = format!("k{}", number % 11);
            let (key, value) = (key.as_bytes(), value.as_bytes());
            builder.push(Record { key, value, timestamp: number as i64, headers: &[] });
            self.next = number + 1;
        }
        output.emit(Port(0), builder.finish()).expect("a small batch");
        Ok(Read::More)
    }

    fn position(&self) -> Option<Position> {
        Some(Position(self.next.to_string()))
    }
}

/// An operator that lets everything through, or a sink that takes note of it.
struct Note {
    kind: Kind,
    node: usize,
    task: u32,
    random: Random,
    log: Log,
}

#[async_trait(?Send)]
impl Operator for Note {
    async fn open(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    async fn process(
        &mut self,
        _: Port,
        batch: &RecordBatch,
        output: &mut Output,
    ) -> Result<(), Fault> {
        self.random.pause(2).await;
        if self.kind == Kind::Operator {
            return Ok(output.forward(Port(0), &(0..batch.len() as u32).collect::<Vec<_>>())?);
        }
        let (node, task) = (self.node, self.task);
        for record in batch.iter() {
            let text = std::str::from_utf8(record.value).unwrap();
            let parts: Vec<u64> = text.split(' ').map(|part| part.parse().unwrap()).collect();
            let value = (parts[0] as usize, parts[1] as u32, parts[2]);
            self.log.lock().unwrap().push(Event::Saw { node, task, value });
        }
        Ok(())
    }

    async fn flush(&mut self) -> Result<(), Fault> {
        self.random.pause(2).await;
        self.log.lock().unwrap().push(Event::Flushed { node: self.node, task: self.task });
        Ok(())
    }

    async fn close(&mut self) -> Result<(), Fault> {
        Ok(())
    }
}

struct Makes {
    plan: Plan,
    seed: u64,
    log: Log,
}

impl Makes {
    fn random(&self, node: usize, task: u32) -> Random {
        Random::new(self.seed ^ (node as u64) << 32 ^ u64::from(task) << 48)
    }
}

impl Factory for Makes {
    fn source(&self, node: usize, task: u32) -> Result<Box<dyn Source>, Fault> {
        let random = self.random(node, task);
        let end = random.below(300);
        Ok(Box::new(Ticks { node, task, next: 0, end, due: None, random }))
    }

    fn operator(&self, node: usize, task: u32) -> Result<Box<dyn Operator>, Fault> {
        let (kind, random) = (self.plan.node(node).kind, self.random(node, task));
        Ok(Box::new(Note { kind, node, task, random, log: Arc::clone(&self.log) }))
    }

    fn plugin(&self, _: usize) -> String {
        String::new()
    }
}

struct Passes(Log);

impl Observer for Passes {
    fn paused(&self, _: &str, _: Duration, _: &Fault) {}

    fn passed(&self, task: TaskId, barrier: u64, position: Option<Position>) {
        self.0.lock().unwrap().push(Event::Passed(task, barrier, position));
    }
}

/// Two sources that meet in an operator, sinks in its task and behind it, and one in the task of a source.
fn meeting() -> Plan {
    let hash = Some(Partitioning::Hash);
    let inputs = [input("a", None, hash), input("b", None, hash)].concat();
    let nodes = vec![
        node("a", Kind::Source, 2, vec![]),
        node("b", Kind::Source, 1, vec![]),
        node("work", Kind::Operator, 3, inputs),
        node("near", Kind::Sink, 3, input("work", None, None)),
        node("far", Kind::Sink, 2, input("work", None, Some(Partitioning::Rebalance))),
        node("tap", Kind::Sink, 2, input("a", None, None)),
    ];
    plan(Pipeline { name: "meeting".to_owned(), nodes }).expect("a good plan")
}

struct Meeting {
    plan: Plan,
    events: Vec<Event>,
    endings: BTreeMap<TaskId, Ending>,
    stopped: bool,
}

/// Runs the plan in `parts`, each wired by itself, with loose ends joined by hand.
async fn meet(seed: u64, parts: u32) -> Meeting {
    let (plan, log, random) = (meeting(), Log::default(), Random::new(seed));
    let factory = Makes { plan: plan.clone(), seed, log: Arc::clone(&log) };
    let (stop, stopped) = watch::channel(false);
    let (ask, asked) = watch::channel(0);
    let (budget, clock) = (Budget::new(500), Arc::new(StillClock));
    let observer = Arc::new(Passes(Arc::clone(&log)));
    let acknowledged = watch::channel(0).1;
    let setting = Setting { budget, clock, stop: stopped, barrier: asked, acknowledged, observer };
    let local = LocalSet::new();
    let (mut tasks, mut outlets, mut inlets) = (Vec::new(), Vec::new(), BTreeMap::new());
    let bytes = 1 + random.below(2_000) as usize;
    for part in 0..parts {
        let here = |id: TaskId| (id.chain + id.task) % parts == part;
        let wiring: Wiring = wire(&plan, Secret([7; 16]), bytes, &here);
        for seed in wiring.seeds {
            assert!(here(seed.id));
            let task = seed.build(&plan, &factory, &setting).expect("nodes build");
            tasks.push(local.spawn_local(task.run()));
        }
        outlets.extend(wiring.outlets);
        inlets.extend(wiring.inlets.into_iter().map(|inlet| (inlet.channel, inlet.sender)));
    }
    assert_eq!(outlets.is_empty(), parts == 1);
    for mut outlet in outlets {
        let inlet = inlets.remove(&outlet.channel).expect("each outlet has its inlet");
        let random = random.clone();
        local.spawn_local(async move {
            while let Some(delivery) = outlet.inbox.recv().await {
                random.pause(2).await;
                inlet.send(delivery.frame).await.unwrap();
            }
        });
    }
    assert!(inlets.is_empty(), "each inlet has its outlet");
    let stops = random.below(2) == 0;
    let asker = local.spawn_local(async move {
        let mut barrier = 0;
        for _ in 0..random.below(40) {
            random.pause(12).await;
            barrier += 1 + random.below(2);
            ask.send_replace(barrier);
        }
        stop.send_replace(stops);
    });
    local.await;
    asker.await.unwrap();
    let mut endings = BTreeMap::new();
    for task in tasks {
        let ending = task.await.unwrap().expect("no task halts");
        assert!(endings.insert(ending.task, ending).is_none());
    }
    let events = std::mem::take(&mut *log.lock().unwrap());
    Meeting { plan, events, endings, stopped: stops }
}

impl Meeting {
    fn id(&self, node: usize, task: u32) -> TaskId {
        TaskId { chain: self.plan.chain_of(node), task }
    }

    /// When `task` passed `barrier`, as a place in the events, and the position told with it.
    fn passed(&self, task: TaskId, barrier: u64) -> Option<(usize, Option<Position>)> {
        self.events.iter().enumerate().find_map(|(place, event)| match event {
            Event::Passed(id, number, position) if (*id, *number) == (task, barrier) => {
                Some((place, position.clone()))
            }
            _ => None,
        })
    }

    /// Whether `task` passed a barrier behind `barrier`.
    fn is_behind(&self, task: TaskId, barrier: u64) -> bool {
        let behind = |event: &Event| matches!(event, Event::Passed(id, number, _) if *id == task && *number > barrier);
        self.events.iter().any(behind)
    }

    /// What the copies of `sink` saw until each passed `barrier`; of a copy that ended without it, everything. `None` if
    /// one neither passed it nor ended before it.
    fn seen(&self, sink: usize, barrier: u64) -> Option<BTreeSet<Value>> {
        let mut seen = BTreeSet::new();
        for copy in 0..self.plan.node(sink).parallelism {
            let id = self.id(sink, copy);
            let until = match self.passed(id, barrier) {
                Some((place, _)) => place,
                None if self.is_behind(id, barrier) => return None,
                None => self.events.len(),
            };
            for event in &self.events[..until] {
                if let Event::Saw { node, task, value } = event
                    && (*node, *task) == (sink, copy)
                {
                    assert!(seen.insert(*value), "nothing comes twice");
                }
            }
        }
        Some(seen)
    }

    /// What the copies of `source` had sent at `barrier`, or in all, if they ended before it.
    fn sent(&self, source: usize, barrier: u64) -> BTreeSet<Value> {
        let mut sent = BTreeSet::new();
        for task in 0..self.plan.node(source).parallelism {
            let id = self.id(source, task);
            let position = match self.passed(id, barrier) {
                Some((_, position)) => position,
                None => {
                    assert!(!self.is_behind(id, barrier), "its sinks cannot have passed it");
                    self.endings[&id].position.clone()
                }
            };
            let position: u64 = position.expect("a position").0.parse().unwrap();
            sent.extend((0..position).map(|number| (source, task, number)));
        }
        sent
    }

    /// How many barriers were there to be checked.
    fn check(&self) -> usize {
        let of = |name: &str| self.plan.pipeline.nodes.iter().position(|node| node.name == name);
        let [a, b, near, far, tap] =
            ["a", "b", "near", "far", "tap"].map(|name| of(name).expect("a node"));
        let mut checked = 0;
        let barriers = self.events.iter().filter_map(|event| match event {
            Event::Passed(_, barrier, _) => Some(*barrier),
            _ => None,
        });
        // Nobody passes the last one, so it asks for all that there was.
        for barrier in barriers.chain([u64::MAX]).collect::<BTreeSet<_>>() {
            for (sink, sources) in [(near, &[a, b][..]), (far, &[a, b]), (tap, &[a])] {
                let Some(seen) = self.seen(sink, barrier) else { continue };
                checked += 1;
                let sent = sources.iter().flat_map(|&source| self.sent(source, barrier));
                assert_eq!(seen, sent.collect(), "sink {sink} at barrier {barrier}");
            }
        }
        let mut last = BTreeMap::new();
        for (place, event) in self.events.iter().enumerate() {
            let Event::Passed(id, barrier, _) = event else { continue };
            assert!(last.insert(*id, *barrier) < Some(*barrier), "barriers come in order");
            for &node in &self.plan.chains[id.chain as usize].nodes {
                let flushed = Event::Flushed { node, task: id.task };
                let saw = |event: &Event| matches!(event, Event::Saw { node: of, task, .. } if (*of, *task) == (node, id.task));
                let before = self.events[..place].iter().rev();
                let first = before.into_iter().find(|event| saw(event) || **event == flushed);
                let is_source = self.plan.node(node).kind == Kind::Source;
                assert!(is_source || first == Some(&flushed), "flushed behind what it saw");
            }
        }
        for ending in self.endings.values() {
            let is_source = self.plan.source_of(ending.task.chain).is_some();
            assert_eq!(ending.position.is_some(), is_source);
            assert!(!ending.complete || is_source);
            assert!(ending.complete || !is_source || self.stopped);
        }
        assert_eq!(self.endings.len(), self.plan.tasks());
        checked
    }
}

#[tokio::test(start_paused = true)]
async fn sinks_have_seen_what_sources_sent_before_a_barrier_and_nothing_else() {
    for parts in 1..=3 {
        let mut checked = 0;
        for seed in 0..20 {
            println!("{parts} parts, seed {seed}");
            checked += meet(seed, parts).await.check();
        }
        assert!(checked > 300, "only {checked} barriers went through");
    }
}
