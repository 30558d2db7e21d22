//! The driver of one pipeline: tells its state machine what happened, and carries out what that answers. One local
//! future, which waits for nothing but the metadata and, for a moment, for the last counts of an epoch; whatever else
//! asks hosts runs beside it and may take its time.

use std::{
    cell::Cell,
    collections::{BTreeMap, VecDeque},
    rc::Rc,
};

use futures_util::{StreamExt as _, future::LocalBoxFuture, stream::FuturesUnordered};
use sandbar_control::{
    Command, Event, HostName, Placement, Problem, place,
    record::Position,
    view::{Level, LogLine},
};
use tokio::{
    sync::{mpsc, watch},
    time::{Duration, Instant, sleep_until},
};
use tracing::info;

use super::{
    events::{Told, WAITING_MAX, What},
    gather,
    members::{MemberId, Present},
    part::Start,
    pipeline::{self, Ask, Pipeline},
    start::{self, Asked},
    version::candidate,
    world::World,
};

mod records;

/// What ends a driver: somebody else writes the metadata.
pub(super) type Fenced = Problem;

pub(super) struct Driver {
    world: Rc<World>,
    pipeline: Rc<Pipeline>,
    asks: mpsc::Receiver<Ask>,
    tell: mpsc::Sender<Told>,
    told: mpsc::Receiver<Told>,
    /// The epoch that is listened to, 0 for none; shared with its events.
    listening: Rc<Cell<u64>>,
    /// Whether the present epoch was asked to drain.
    draining: bool,
    /// What is asked of hosts for the present epoch.
    asking: FuturesUnordered<LocalBoxFuture<'static, Asked>>,
    members: watch::Receiver<Present>,
    known: Present,
    /// The members that the present epoch was placed on.
    joined: BTreeMap<HostName, MemberId>,
    began: Instant,
    /// An epoch that was recorded with the deploy, to save a commit before the first start.
    reserved: Option<u64>,
}

/// Whether a driver goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Onward {
    Yes,
    /// Its pipeline was deleted.
    No,
}

impl Driver {
    pub(super) fn new(
        world: Rc<World>,
        pipeline: Rc<Pipeline>,
        asks: mpsc::Receiver<Ask>,
        reserved: Option<u64>,
    ) -> Self {
        let (tell, told) = mpsc::channel(WAITING_MAX);
        let mut members = world.members.watch();
        let known = Rc::clone(&members.borrow_and_update());
        Self {
            world,
            pipeline,
            asks,
            tell,
            told,
            listening: Rc::default(),
            draining: false,
            asking: FuturesUnordered::new(),
            members,
            known,
            joined: BTreeMap::new(),
            began: Instant::now(),
            reserved,
        }
    }

    /// Drives the pipeline until it is deleted.
    ///
    /// # Errors
    /// If its metadata is somebody else's now.
    pub(super) async fn run(mut self, first: Event) -> Result<(), Fenced> {
        gather::gathered(&self.world).await;
        self.feed(first).await?;
        loop {
            let wake = self.pipeline.state.borrow().machine.wake();
            let wake = wake.map(|at| self.began + Duration::from_millis(at));
            tokio::select! {
                biased;
                Some(told) = self.told.recv() => self.feed(event(told)).await?,
                Some(asked) = self.asking.next(), if !self.asking.is_empty() => {
                    self.answered(asked).await?;
                }
                Ok(()) = self.members.changed() => self.members_changed().await?,
                ask = self.asks.recv() => {
                    let Some(ask) = ask else { return Ok(()) };
                    if self.asked(ask).await? == Onward::No {
                        return Ok(());
                    }
                }
                () = until(wake) => self.feed(Event::Timer).await?,
            }
        }
    }

    /// Tells the machine, and does what it says until it says nothing more.
    async fn feed(&mut self, event: Event) -> Result<(), Fenced> {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            let now = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX);
            let commands = self.pipeline.state.borrow_mut().machine.step(now, event);
            for command in commands {
                events.extend(self.carry_out(command).await?);
            }
        }
        self.show_status();
        Ok(())
    }

    async fn carry_out(&mut self, command: Command) -> Result<Option<Event>, Fenced> {
        match command {
            Command::Place { epoch } => return self.place(epoch).await.map(Some),
            Command::Start { epoch, placement, barrier, positions } => {
                self.start(epoch, placement, barrier, positions);
            }
            Command::Drop { .. } => self.drop_epoch().await,
            Command::Barrier { epoch, barrier } => self.ask_runs(epoch, |run| {
                let mut request = run.checkpoint_request();
                request.get().set_barrier(barrier);
                let sent = request.send().promise;
                Box::pin(async move { sent.await.map(|_| ()) })
            }),
            Command::Acknowledge { epoch, barrier } => self.ask_runs(epoch, |run| {
                let mut request = run.acknowledged_request();
                request.get().set_barrier(barrier);
                let sent = request.send().promise;
                Box::pin(async move { sent.await.map(|_| ()) })
            }),
            Command::Drain { epoch } => {
                self.draining = true;
                self.ask_runs(epoch, drain);
            }
            Command::Commit { epoch, barrier, positions } => {
                return self.commit(epoch, barrier, positions).await.map(Some);
            }
            Command::Record { outcome } => self.record_outcome(outcome).await?,
            Command::Log { level, message } => self.log(level, message),
        }
        Ok(None)
    }

    /// Records the epoch and chooses hosts for it.
    async fn place(&mut self, epoch: u64) -> Result<Event, Fenced> {
        let recorded = match self.reserved.take() {
            Some(reserved) if reserved == epoch => Ok(()),
            _ => self.write(|record| record.epoch = epoch).await?,
        };
        let state = self.pipeline.state.borrow();
        let placed = recorded.and_then(|()| {
            let version = state.version.as_ref().map_err(Problem::clone)?;
            let loads = self.world.loads(Some(&self.pipeline));
            let draining = self.world.draining.borrow();
            let candidate = |member| candidate(&member, &loads, &draining);
            let hosts: Vec<_> = self.world.members.all().into_iter().map(candidate).collect();
            Ok((place(&version.shape(), &hosts, state.machine.before())?, version.sources()))
        });
        Ok(match placed {
            Ok((placement, sources)) => Event::Placed { epoch, placement, sources },
            Err(problem) => Event::NotPlaced { epoch, problem },
        })
    }

    fn start(&mut self, epoch: u64, placement: Placement, barrier: u64, positions: Vec<Position>) {
        let mut state = self.pipeline.state.borrow_mut();
        let Ok(version) = state.version.clone() else { return };
        let from = (barrier, positions);
        let record = &state.record;
        let start = Start::new(&self.pipeline.tenant, record, &version, epoch, placement, from);
        state.present = pipeline::Present::of(version);
        drop(state);
        let members = start.placement.hosts().into_iter().map(|host| {
            let member = self.world.members.get(&host);
            (host, member)
        });
        let members: Vec<_> = members.collect();
        self.joined =
            members.iter().filter_map(|(host, m)| Some((host.clone(), m.as_ref()?.id))).collect();
        self.listening.set(epoch);
        self.draining = false;
        let workers = start::workers(Rc::clone(&self.world), Rc::new(start), members);
        self.asking.push(Box::pin(workers));
    }

    /// Gives the tasks up. What they counted is asked for once more: it is all that will be known of them.
    async fn drop_epoch(&mut self) {
        self.listening.set(0);
        self.pipeline.count().await;
        self.asking = FuturesUnordered::new();
        self.joined.clear();
        // Dropped after the borrow: a capability that goes may end other things.
        let runs = std::mem::take(&mut self.pipeline.state.borrow_mut().present.runs);
        drop(runs);
    }

    fn ask_runs(&self, epoch: u64, ask: impl Fn(&start::Run) -> start::Answer) {
        let runs = self.pipeline.state.borrow().present.runs.clone();
        for (host, run) in runs {
            let answer = ask(&run);
            self.asking.push(Box::pin(async move {
                match answer.await {
                    Ok(()) => Asked::Done,
                    Err(error) => {
                        info!(epoch, %host, %error, "a worker does not answer");
                        Asked::Lost { epoch, host }
                    }
                }
            }));
        }
    }

    async fn answered(&mut self, asked: Asked) -> Result<(), Fenced> {
        match asked {
            Asked::Done => Ok(()),
            Asked::Lost { epoch, host } => self.feed(Event::Lost { epoch, host }).await,
            Asked::Refused { epoch, host, problem } => {
                self.feed(Event::Refused { epoch, host, problem }).await
            }
            Asked::Workers { start, workers } => {
                let ground = Rc::new(workers.ground());
                for (index, worker) in workers.list.into_iter().enumerate() {
                    let (host, tell) = (worker.host.clone(), self.tell.clone());
                    let log = Rc::clone(&self.pipeline.log);
                    let listening = Rc::clone(&self.listening);
                    let (events, lost) = start::events(start.epoch, host, tell, log, listening);
                    let (start, ground) = (Rc::clone(&start), Rc::clone(&ground));
                    let part = start::part(start, ground, index, worker, events, lost);
                    self.asking.push(Box::pin(part));
                }
                Ok(())
            }
            Asked::Started { epoch, host, run, lost } => {
                if self.draining {
                    let answer = drain(&run);
                    self.asking.push(Box::pin(async move {
                        let _ = answer.await;
                        Asked::Done
                    }));
                }
                let before =
                    self.pipeline.state.borrow_mut().present.runs.insert(host.clone(), run);
                drop(before);
                let gone = host.clone();
                self.asking.push(Box::pin(async move {
                    let _ = lost.await;
                    Asked::Lost { epoch, host: gone }
                }));
                self.feed(Event::Started { epoch, host }).await
            }
        }
    }

    async fn members_changed(&mut self) -> Result<(), Fenced> {
        let present = Rc::clone(&self.members.borrow_and_update());
        let before = std::mem::replace(&mut self.known, Rc::clone(&present));
        let epoch = self.listening.get();
        let gone = self.joined.iter().filter(|(host, id)| present.get(*host) != Some(id));
        let gone: Vec<HostName> = gone.map(|(host, _)| host.clone()).collect();
        for host in gone {
            self.feed(Event::Lost { epoch, host }).await?;
        }
        match present.iter().any(|(host, id)| before.get(host) != Some(id)) {
            true => self.feed(Event::HostCame).await,
            false => Ok(()),
        }
    }

    fn show_status(&self) {
        let status = self.pipeline.state.borrow().machine.status();
        let changed = self
            .pipeline
            .status
            .send_if_modified(|shown| std::mem::replace(shown, status) != status);
        if changed {
            let epoch = self.pipeline.state.borrow().machine.epoch();
            info!(epoch, "pipeline is {status}");
        }
    }

    /// A line of the host about the pipeline.
    fn log(&self, level: Level, message: String) {
        let time = (self.world.seams.now_ms)();
        let host = self.world.seams.host.to_string();
        let line = LogLine { time, level, operator: String::new(), task: 0, host, message };
        self.pipeline.log.push(line, 0);
    }
}

fn event(told: Told) -> Event {
    let Told { epoch, task, what } = told;
    match what {
        What::Passed { barrier, positions } => Event::Passed { epoch, barrier, task, positions },
        What::Ended { positions } => Event::Ended { epoch, task, positions },
        What::Halted { fault } => Event::Halted { epoch, task, fault },
    }
}

fn drain(run: &start::Run) -> start::Answer {
    let sent = run.drain_request().send().promise;
    Box::pin(async move { sent.await.map(|_| ()) })
}

async fn until(wake: Option<Instant>) {
    match wake {
        Some(wake) => sleep_until(wake).await,
        None => std::future::pending().await,
    }
}
