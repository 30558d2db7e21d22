//! One run of a pipeline in this process: wires the plan, gives the tasks their threads, and sees them to their ends.

use std::{collections::BTreeMap, num::NonZeroUsize, sync::Arc, time::Duration};

use sandbar_dataflow::{
    Budget, Clock, Code, Counters, Ending, Factory, Halt, Observer, Setting, Snapshot,
    channel::CHANNEL_BYTES, partition::Secret, plan::Plan, wire,
};
use tokio::{
    sync::watch,
    time::{Instant, MissedTickBehavior, interval},
};

use crate::{
    clock::{SystemClock, process_cpu},
    threads::{self, Endings, Making, Pool},
};
use barriers::Barriers;

mod barriers;

/// How a pipeline runs on this machine.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    pub threads: NonZeroUsize,
    /// Decides key groups and random numbers; the same seed gives the same run.
    pub seed: u64,
    /// Bytes that batches may hold before sources wait.
    pub memory_bytes_max: usize,
}

/// A pipeline whose tasks run.
#[derive(Debug)]
pub struct Job {
    _pool: Pool,
    /// Dropped: the tasks are given up.
    _going_on: watch::Sender<bool>,
    endings: Endings,
    barriers: Arc<Barriers>,
    /// Tasks that have not ended.
    tasks: usize,
    stop: watch::Sender<bool>,
    counted: Counted,
    budget: Arc<Budget>,
    seed: u64,
    started: Instant,
    cpu_before: Duration,
}

/// What the tasks of a job count, by node. Cheap to clone; the clones are the same.
#[derive(Clone, Debug)]
pub struct Counted(Arc<BTreeMap<usize, Vec<Arc<Counters>>>>);

impl Counted {
    /// Counts of each node so far, in the plan's order.
    pub fn snapshot(&self) -> Vec<Snapshot> {
        let total = |counters: &Vec<Arc<Counters>>| {
            let mut total = Snapshot::default();
            counters.iter().for_each(|counters| total += counters.snapshot());
            total
        };
        self.0.values().map(total).collect()
    }
}

/// How a job ended, or stands.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What stopped tasks early, the first one first.
    pub halts: Vec<Halt>,
    /// Where the other tasks stood at their ends.
    pub endings: Vec<Ending>,
    /// What each node of the plan counted, all its tasks together.
    pub nodes: Vec<Snapshot>,
    pub elapsed: Duration,
    /// CPU time of the whole process meanwhile.
    pub cpu: Duration,
    /// Most bytes that batches held at once.
    pub batch_bytes_peak: usize,
    /// Runs the same again.
    pub seed: u64,
}

impl Job {
    /// Starts the tasks of `plan`.
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub fn start(
        plan: &Arc<Plan>,
        factory: &Arc<dyn Factory>,
        observer: Arc<dyn Observer>,
        options: Options,
    ) -> std::io::Result<Self> {
        let budget = Budget::new(options.memory_bytes_max);
        let (stop, stopped) = watch::channel(false);
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let mut secret = [0; 16];
        secret[..8].copy_from_slice(&options.seed.to_le_bytes());
        let seeds = wire(plan, Secret(secret), CHANNEL_BYTES, &|_| true).seeds;
        // Nothing is kept of a run: barriers are for sources whose senders wait for them.
        let (barriers, asked) = Barriers::new(&seeds, factory.acknowledges(), observer);
        let setting = Setting {
            budget: Arc::clone(&budget),
            clock,
            stop: stopped,
            barrier: asked.barrier,
            acknowledged: asked.acknowledged,
            observer: Arc::clone(&barriers) as _,
        };
        let mut counters: BTreeMap<usize, Vec<Arc<Counters>>> = BTreeMap::new();
        for (node, counted) in seeds.iter().flat_map(sandbar_dataflow::Seed::counters) {
            counters.entry(node).or_default().push(Arc::clone(counted));
        }
        let (started, cpu_before) = (Instant::now(), process_cpu());
        let tasks = seeds.len();
        let pool = Pool::new("worker", options.threads)?;
        let (going_on, given_up) = watch::channel(false);
        let (plan, factory) = (Arc::clone(plan), Arc::clone(factory));
        let span = tracing::Span::none();
        let making = Making { plan, factory, given_up, span };
        let endings = threads::run(&pool, seeds, &making, |_| (setting.clone(), Vec::new()));
        let seed = options.seed;
        Ok(Self {
            _pool: pool,
            _going_on: going_on,
            endings,
            barriers,
            tasks,
            stop,
            counted: Counted(Arc::new(counters)),
            budget,
            seed,
            started,
            cpu_before,
        })
    }

    /// Lets sources end; what is in flight goes on to the sinks.
    pub fn drain(&self) {
        self.stop.send_replace(true);
    }

    /// Drains the job, as [`drain`](Self::drain) does, when `true` is sent.
    pub fn stopper(&self) -> watch::Sender<bool> {
        self.stop.clone()
    }

    /// Counts of each node so far, in the plan's order.
    pub fn snapshot(&self) -> Vec<Snapshot> {
        self.counted.snapshot()
    }

    /// What the tasks count, for others to look at meanwhile.
    pub fn counted(&self) -> Counted {
        self.counted.clone()
    }

    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// Waits for the end of all tasks. The first one that halts makes the others drain. Calls `each` now and then.
    pub async fn finish(&mut self, mut each: impl FnMut(&Self)) -> Outcome {
        const PROGRESS: Duration = Duration::from_millis(250);
        let (mut halts, mut endings) = (Vec::new(), Vec::new());
        let mut ticks = interval(PROGRESS);
        let mut barriers = interval(barriers::PERIOD);
        barriers.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                ending = self.endings.recv() => {
                    let Some((task, ending)) = ending else { break };
                    self.barriers.ended(task, ending.is_ok());
                    self.tasks = self.tasks.saturating_sub(1);
                    match ending {
                        Ok(ending) => endings.push(ending),
                        Err(halt) => {
                            // The task that lost its input does not know why; the one that sent it says so itself.
                            if halt.fault.code != Code::InputLost {
                                halts.push(halt);
                            }
                            self.drain();
                        }
                    }
                }
                _ = ticks.tick() => each(self),
                _ = barriers.tick(), if self.barriers.are_wanted() => self.barriers.ask(),
            }
        }
        if self.tasks > 0 {
            halts.push(threads::lost(self.tasks));
        }
        Outcome {
            halts,
            endings,
            nodes: self.snapshot(),
            elapsed: self.elapsed(),
            cpu: process_cpu().saturating_sub(self.cpu_before),
            batch_bytes_peak: self.budget.peak(),
            seed: self.seed,
        }
    }
}
