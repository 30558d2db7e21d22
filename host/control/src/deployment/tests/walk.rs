//! Random walks: a simulated cluster does what the machine asks, in any order and badly, while users change their minds.
//! Whatever happens, what must hold holds, and once faults end the pipeline runs again.

use std::collections::{BTreeMap, BTreeSet};

use crate::deployment::*;

/// Numbers that a seed decides (splitmix64).
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }
}

const SOURCES: u32 = 2;

/// A source of two tasks and two tasks behind them, on three hosts.
fn placement() -> Placement {
    let name = |text: &str| HostName::parse(text).unwrap();
    Placement { chains: vec![vec![name("a"), name("b")], vec![name("b"), name("c")]] }
}

/// The cluster: what runs there, and what the store holds.
struct World {
    deployment: Deployment,
    draw: Draw,
    now: u64,
    seed: u64,
    /// What was asked of it and not answered yet.
    open: Vec<Event>,
    /// The epoch that runs, if one does.
    live: Option<Live>,
    /// The largest epoch that was begun.
    epoch: u64,
    /// What the store holds.
    stored: BTreeMap<u32, u64>,
    barrier: u64,
    commits: u64,
    /// Barriers that senders were told of.
    acknowledged: u64,
    is_draining: bool,
}

struct Live {
    epoch: u64,
    /// Where each source task stands.
    offsets: BTreeMap<u32, u64>,
    /// What each task told of the newest barrier, or that it ended: seen from outside, to check commits by.
    told: BTreeMap<TaskId, BTreeSet<u64>>,
    /// Where source tasks told that they stood: with which barrier, and where.
    stood: BTreeMap<(u32, u64), u64>,
    ended: BTreeSet<TaskId>,
    is_asked: bool,
}

/// Of every other seed, senders wait.
fn sources(seed: u64) -> BTreeMap<u32, Source> {
    BTreeMap::from([(0, Source { name: "s".to_owned(), acknowledges: seed % 2 == 1 })])
}

fn positions(offset: u64, task: u32, ended: bool) -> Vec<Position> {
    let content = offset.to_string();
    vec![Position { node: "s".to_owned(), task, parallelism: SOURCES, content, ended }]
}

impl Live {
    fn assert_is_past(&self, barrier: u64, seed: u64) {
        for (task, _) in placement().tasks() {
            let passed = self.told.get(&task).is_some_and(|told| told.contains(&barrier));
            let is_through = self.ended.contains(&task);
            assert!(passed || is_through, "seed {seed}: {task:?} is not past barrier {barrier}");
        }
    }
}

impl World {
    fn new(seed: u64) -> Self {
        Self {
            deployment: Deployment::new(),
            draw: Draw(seed),
            now: 0,
            seed,
            open: Vec::new(),
            live: None,
            epoch: 0,
            stored: BTreeMap::new(),
            barrier: 0,
            commits: 0,
            acknowledged: 0,
            is_draining: false,
        }
    }

    fn tell(&mut self, event: Event) {
        if let (Event::Passed { epoch, barrier, task, positions }, Some(live)) =
            (&event, &mut self.live)
            && *epoch == live.epoch
        {
            live.told.entry(*task).or_default().insert(*barrier);
            for position in positions {
                live.stood.insert((position.task, *barrier), position.content.parse().unwrap());
            }
        }
        if let (Event::Ended { epoch, task, .. }, Some(live)) = (&event, &mut self.live)
            && *epoch == live.epoch
        {
            live.ended.insert(*task);
        }
        for command in self.deployment.step(self.now, event) {
            self.carry_out(command);
        }
    }

    fn carry_out(&mut self, command: Command) {
        let seed = self.seed;
        match command {
            Command::Place { epoch } => {
                assert!(epoch > self.epoch, "seed {seed}: epoch {epoch} begins twice");
                assert!(self.live.is_none(), "seed {seed}: epoch {epoch} begins beside another");
                self.epoch = epoch;
                let (placement, sources) = (placement(), sources(seed));
                self.open.push(Event::Placed { epoch, placement, sources });
            }
            Command::Start { epoch, placement, barrier, positions } => {
                assert!(self.live.is_none(), "seed {seed}: two epochs run");
                assert_eq!(epoch, self.epoch, "seed {seed}");
                assert!(barrier >= self.barrier, "seed {seed}: barriers begin again");
                let offset =
                    |position: &Position| (position.task, position.content.parse().unwrap());
                let from: BTreeMap<u32, u64> = positions.iter().map(offset).collect();
                assert_eq!(
                    from, self.stored,
                    "seed {seed}: it begins elsewhere than the store says"
                );
                let offsets =
                    (0..SOURCES).map(|task| (task, from.get(&task).copied().unwrap_or(0)));
                self.live = Some(Live {
                    epoch,
                    offsets: offsets.collect(),
                    told: BTreeMap::new(),
                    stood: BTreeMap::new(),
                    ended: BTreeSet::new(),
                    is_asked: false,
                });
                self.is_draining = false;
                let started = |host| Event::Started { epoch, host };
                self.open.extend(placement.hosts().into_iter().map(started));
            }
            Command::Drop { epoch } => {
                self.live.take_if(|live| live.epoch == epoch);
                // What was on its way may still come, and must not matter; but nobody answers any more.
                let is_commit = |event: &Event| {
                    matches!(event, Event::Committed { .. } | Event::NotCommitted { .. })
                };
                if self.draw.below(2) == 0 {
                    self.open.retain(|event| event.epoch() != Some(epoch) || is_commit(event));
                }
            }
            Command::Barrier { epoch, barrier } => self.barrier_asked(epoch, barrier),
            Command::Acknowledge { epoch, barrier } => self.acknowledge(epoch, barrier),
            Command::Drain { epoch } => {
                assert_eq!(self.live.as_ref().map(|live| live.epoch), Some(epoch), "seed {seed}");
                self.is_draining = true;
            }
            Command::Commit { epoch, barrier, positions } => {
                self.commit(epoch, barrier, &positions)
            }
            Command::Record { .. } | Command::Log { .. } => {}
        }
    }

    fn barrier_asked(&mut self, epoch: u64, barrier: u64) {
        let seed = self.seed;
        let live = self.live.as_mut().unwrap_or_else(|| panic!("seed {seed}: nothing runs"));
        assert_eq!(live.epoch, epoch, "seed {seed}");
        live.is_asked = true;
        for (task, _) in placement().tasks() {
            if live.ended.contains(&task) || self.draw.below(20) == 0 {
                continue;
            }
            let positions = match live.offsets.get_mut(&task.task).filter(|_| task.chain == 0) {
                Some(offset) => {
                    *offset += self.draw.below(3);
                    positions(*offset, task.task, false)
                }
                None => Vec::new(),
            };
            self.open.push(Event::Passed { epoch, barrier, task, positions });
        }
    }

    fn commit(&mut self, epoch: u64, barrier: u64, positions: &[Position]) {
        let seed = self.seed;
        assert!(barrier > self.barrier, "seed {seed}: barrier {barrier} was committed before");
        assert_eq!(self.epoch, epoch, "seed {seed}: an old epoch commits");
        let live = self.live.as_ref().unwrap_or_else(|| panic!("seed {seed}: nothing runs"));
        live.assert_is_past(barrier, seed);
        for position in positions {
            let offset: u64 = position.content.parse().unwrap();
            let before = self.stored.get(&position.task).copied().unwrap_or(0);
            assert!(offset >= before, "seed {seed}: {before} goes back to {offset}");
        }
        if self.draw.below(8) == 0 {
            let problem = Problem::unavailable("the disk is full");
            return self.open.push(Event::NotCommitted { epoch, barrier, problem });
        }
        // It is in the store at once, whenever the answer comes.
        self.barrier = barrier;
        self.commits += 1;
        let offset = |position: &Position| (position.task, position.content.parse().unwrap());
        self.stored.extend(positions.iter().map(offset));
        self.open.push(Event::Committed { epoch, barrier, at: 0 });
    }

    /// What came before the barrier will never be sent again.
    fn acknowledge(&mut self, epoch: u64, barrier: u64) {
        let seed = self.seed;
        assert!(sources(seed)[&0].acknowledges, "seed {seed}: nobody waits for it");
        let live = self.live.as_ref().unwrap_or_else(|| panic!("seed {seed}: nothing runs"));
        assert_eq!(live.epoch, epoch, "seed {seed}");
        live.assert_is_past(barrier, seed);
        for task in 0..SOURCES {
            let stored = self.stored.get(&task).copied().unwrap_or(0);
            let stood = live.stood.get(&(task, barrier)).copied().unwrap_or(0);
            assert!(stored >= stood, "seed {seed}: {task} stands at {stored}, not {stood}");
        }
        self.acknowledged += 1;
    }

    /// Something happens that nobody asked for.
    fn trouble(&mut self) {
        let hosts: Vec<HostName> = placement().hosts().into_iter().collect();
        let host = hosts[self.draw.below(3) as usize].clone();
        let epoch = self.epoch - self.draw.below(2).min(self.epoch);
        let text = |text: &str| text.to_owned();
        let event = match self.draw.below(11) {
            0..3 => Event::Lost { epoch, host },
            3 => Event::Evacuated { host },
            4 => Event::HostCame,
            5 => Event::Paused,
            6 => Event::Stopped,
            7 => Event::Deployed,
            8 => Event::Resumed,
            9 => Event::Regranted,
            _ => {
                let fault =
                    Fault { code: text("x"), message: text("x"), help: text(""), node: text("") };
                Event::Halted { epoch, task: TaskId { chain: 1, task: 0 }, fault }
            }
        };
        self.tell(event);
    }

    /// A task ends: because it is drained, or a source because it has no more.
    fn end(&mut self) {
        let Some(live) = &self.live else { return };
        let (epoch, is_draining) = (live.epoch, self.is_draining);
        let tasks: Vec<TaskId> = placement().tasks().map(|(task, _)| task).collect();
        let sources_ended =
            (0..SOURCES).all(|task| live.ended.contains(&TaskId { chain: 0, task }));
        let may = |task: &&TaskId| !live.ended.contains(task) && (task.chain == 0 || sources_ended);
        let Some(task) = tasks.iter().find(may).copied() else { return };
        let positions = match task.chain {
            0 => positions(live.offsets[&task.task], task.task, !is_draining),
            _ => Vec::new(),
        };
        self.tell(Event::Ended { epoch, task, positions });
    }

    fn answer(&mut self) {
        if self.open.is_empty() {
            return;
        }
        let which = self.draw.below(self.open.len() as u64) as usize;
        let event = self.open.swap_remove(which);
        let event = match event {
            Event::Placed { epoch, .. } if self.draw.below(6) == 0 => {
                Event::NotPlaced { epoch, problem: Problem::unavailable("no host is there") }
            }
            Event::Started { epoch, host } if self.draw.below(10) == 0 => {
                let problem = Problem::unavailable("its worker died a moment ago");
                Event::Refused { epoch, host, problem }
            }
            event => event,
        };
        self.tell(event);
    }

    fn wait(&mut self) {
        let Some(due) = self.deployment.wake() else { return };
        let seed = self.seed;
        // Sometimes what is due is late.
        self.now = self.now.max(due) + self.draw.below(2) * self.draw.below(2_000);
        self.tell(Event::Timer);
        let next = self.deployment.wake();
        assert!(next.is_none_or(|next| next > self.now), "seed {seed}: it wakes for nothing");
    }

    fn chaos(&mut self) {
        for _ in 0..200 {
            match self.draw.below(12) {
                0 => self.trouble(),
                1 if self.is_draining || self.draw.below(30) == 0 => self.end(),
                1..4 => self.wait(),
                _ => self.answer(),
            }
        }
    }

    /// All is well from now on: does it run?
    fn calm(&mut self) {
        self.tell(Event::Deployed);
        for _ in 0..500 {
            if self.deployment.status() == Status::Running && self.open.is_empty() {
                return;
            }
            while let Some(event) = self.open.pop() {
                self.tell(event);
            }
            let tasks = placement().tasks().count();
            if self.is_draining && self.live.as_ref().is_some_and(|live| live.ended.len() < tasks) {
                self.end();
            } else if self.deployment.status() != Status::Running {
                self.wait();
            }
        }
        let status = self.deployment.status();
        panic!("seed {}: it is {status} and does not come back: {:?}", self.seed, self.deployment);
    }
}

#[test]
fn whatever_happens_one_epoch_runs_and_positions_go_forward_and_it_comes_back() {
    let (mut commits, mut epochs, mut acknowledged) = (0, 0, 0);
    for seed in 0..3_000 {
        let mut world = World::new(seed);
        world.tell(Event::Deployed);
        for _ in 0..3 {
            world.chaos();
            world.calm();
        }
        commits += world.commits;
        epochs += world.epoch;
        acknowledged += world.acknowledged;
    }
    // The walks went somewhere.
    assert!(commits > 3_000 && epochs > 30_000, "{commits} commits in {epochs} epochs");
    assert!(acknowledged > 1_000, "{acknowledged} barriers were acknowledged");
}
