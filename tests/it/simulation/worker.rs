//! A worker in one thread: runs its part of a plan on the real engine, and joins it to its peers by the real exchange over
//! simulated connections.

use std::{cell::RefCell, rc::Rc, sync::Arc, time::Duration};

use async_trait::async_trait;
use sandbar::{pipeline, plugins::Table};
use sandbar_dataflow::{
    Budget, ChannelId, Clock, Ending, Fault, Halt, Inlet, Observer, Outlet, Position, Setting,
    TaskId, partition::Secret, wire,
};
use sandbar_exchange::{Address, Dial, Error, Inlets, Limits, Links, Outgoing, Stream};
use sandbar_schema::node_capnp::{events, part, position, run, worker};
use tokio::{
    sync::{mpsc, watch},
    task::JoinSet,
};

use super::{nodes::Nodes, oracle::Oracle};

/// Where workers of a host listen.
pub(super) const PORT: u16 = 8_000;

/// What runs of one epoch; given up when dropped.
type Tasks = Rc<RefCell<JoinSet<()>>>;

/// What all parts on one host share.
#[derive(Clone)]
pub(super) struct Worker {
    pub(super) oracle: Arc<Oracle>,
    pub(super) inlets: Inlets,
    pub(super) links: Links,
    /// The newest epoch and its tasks.
    present: Rc<RefCell<(u64, Option<Tasks>)>>,
}

impl Worker {
    pub(super) fn new(oracle: Arc<Oracle>) -> (Self, impl Future<Output = ()>) {
        let (links, running) = Links::new(Rc::new(Turmoil), limits());
        let (inlets, present) = (Inlets::default(), Rc::default());
        (Self { oracle, inlets, links, present }, running)
    }

    /// Gives up whatever runs.
    pub(super) fn give_up(&self) {
        let gone = self.present.borrow_mut().1.take();
        if let Some(tasks) = gone {
            tasks.borrow_mut().abort_all();
        }
    }
}

pub(super) fn limits() -> Limits {
    Limits { idle: Duration::from_secs(3), handshake: Duration::from_secs(2), ..Limits::default() }
}

struct Turmoil;

#[async_trait(?Send)]
impl Dial for Turmoil {
    async fn dial(&self, peer: &str) -> Result<Stream, Error> {
        let connecting = turmoil::net::TcpStream::connect(peer);
        match tokio::time::timeout(Duration::from_secs(1), connecting).await {
            Ok(Ok(stream)) => Ok(Stream::new(stream)),
            Ok(Err(error)) => Err(Error::Disconnected(error.to_string())),
            Err(_) => Err(Error::Disconnected("no answer".to_owned())),
        }
    }
}

struct Still;

impl Clock for Still {
    fn now_ms(&self) -> i64 {
        0
    }

    fn thread_cpu(&self) -> Duration {
        Duration::ZERO
    }
}

/// What tasks tell, in order.
enum Told {
    Passed(TaskId, u64, Option<Position>),
    Ended(Result<Ending, Halt>, TaskId),
}

struct Tell(mpsc::UnboundedSender<Told>);

impl Observer for Tell {
    fn paused(&self, _: &str, _: Duration, _: &Fault) {}

    fn passed(&self, task: TaskId, barrier: u64, position: Option<Position>) {
        let _ = self.0.send(Told::Passed(task, barrier, position));
    }
}

impl worker::Server for Worker {
    async fn start(
        self: Rc<Self>,
        params: worker::StartParams,
        mut results: worker::StartResults,
    ) -> Result<(), capnp::Error> {
        let params = params.get()?;
        let (part, events) = (params.get_part()?, params.get_events()?);
        let epoch = part.get_epoch();
        if epoch <= self.present.borrow().0 {
            let mut problem = results.get().init_problem();
            problem.set_code("conflict");
            problem.set_message(format!("epoch {epoch} is over here"));
            return Ok(());
        }
        self.give_up();
        let run = self.run(&part, events).map_err(capnp::Error::failed)?;
        *self.present.borrow_mut() = (epoch, Some(Rc::clone(&run.tasks)));
        results.get().set_run(capnp_rpc::new_client(run));
        Ok(())
    }
}

impl Worker {
    fn run(&self, part: &part::Reader<'_>, events: events::Client) -> Result<Run, String> {
        let text = |text: Result<capnp::text::Reader<'_>, capnp::Error>| {
            text.expect("sent by the leader").to_string().expect("UTF-8")
        };
        let mut table = Table::default();
        for used in part.get_plugins().expect("sent").iter() {
            let (reference, digest) = (text(used.get_reference()), text(used.get_digest()));
            table.add(&reference, &digest, &text(used.get_manifest()))?;
        }
        let planned = pipeline::parse_published("p.toml", &text(part.get_text()), &[], &mut table);
        let plan = Arc::new(planned.map_err(|_| "the text cannot be planned")?.plan);
        assert_eq!(plan.digest(), text(part.get_plan_digest()));
        let epoch = part.get_epoch();
        let pipeline = text(part.get_pipeline());
        let placement: Vec<Vec<u32>> = (part.get_placement().expect("sent").iter())
            .map(|chain| chain.expect("sent").iter().collect())
            .collect();
        let peers: Vec<String> =
            part.get_peers().expect("sent").iter().map(|peer| text(peer.get_address())).collect();
        let me = part.get_host();
        let place = |task: TaskId| placement[task.chain as usize][task.task as usize];
        let secret: [u8; 16] = part.get_secret().expect("sent").try_into().expect("16 bytes");
        let wiring = wire(&plan, Secret(secret), 16 << 10, &|task| place(task) == me);
        let peer_of = |channel: &ChannelId| {
            let edge = &plan.edges[channel.edge as usize];
            let to = TaskId { chain: plan.chain_of(edge.to), task: channel.to };
            peers[place(to) as usize].clone()
        };
        let mut tasks = JoinSet::new();
        self.join(&mut tasks, (&pipeline, epoch), wiring.inlets, wiring.outlets, peer_of)?;
        let (barrier, asked) = watch::channel(part.get_barrier());
        let (stop, stopped) = watch::channel(false);
        let (tell, told) = mpsc::unbounded_channel();
        let setting = Setting {
            budget: Budget::new(1 << 20),
            clock: Arc::new(Still),
            stop: stopped,
            barrier: asked,
            acknowledged: watch::channel(0).1,
            observer: Arc::new(Tell(tell.clone())),
        };
        let positions = part.get_positions().expect("sent").iter();
        let positions = positions
            .map(|position| {
                (position.get_task(), (text(position.get_content()), position.get_ended()))
            })
            .collect();
        let nodes =
            Nodes { plan: Arc::clone(&plan), positions, oracle: Arc::clone(&self.oracle), epoch };
        for seed in wiring.seeds {
            let id = seed.id;
            let task = seed.build(&plan, &nodes, &setting).map_err(|halt| halt.to_string())?;
            let tell = tell.clone();
            tasks.spawn_local(async move {
                let ended = task.run().await;
                let _ = tell.send(Told::Ended(ended, id));
            });
        }
        let parallelism = plan.node(plan.chains[0].nodes[0]).parallelism;
        // Holds the events for as long as the run: their loss says that the worker is gone.
        tasks.spawn_local(report(events, told, parallelism));
        Ok(Run { tasks: Rc::new(RefCell::new(tasks)), barrier, stop })
    }

    /// Joins the channels that cross to other workers.
    fn join(
        &self,
        tasks: &mut JoinSet<()>,
        (pipeline, epoch): (&str, u64),
        inlets: Vec<Inlet>,
        outlets: Vec<Outlet>,
        peer_of: impl Fn(&ChannelId) -> String,
    ) -> Result<(), String> {
        self.inlets.fence(pipeline, epoch).map_err(|error| error.to_string())?;
        let address = |channel: ChannelId| Address {
            pipeline: pipeline.to_owned(),
            edge: channel.edge,
            from: channel.from,
            to: channel.to,
        };
        for inlet in inlets {
            let pump = self.inlets.expect(address(inlet.channel), epoch, inlet.sender);
            let pump = pump.map_err(|error| error.to_string())?;
            tasks.spawn_local(async move {
                let _ = pump.await;
            });
        }
        for outlet in outlets {
            let peer = peer_of(&outlet.channel);
            let (links, outgoing) =
                (self.links.clone(), Outgoing::new(address(outlet.channel), epoch));
            tasks.spawn_local(async move {
                let _ = links.carry(&peer, outgoing, outlet.inbox).await;
            });
        }
        Ok(())
    }
}

async fn report(events: events::Client, mut told: mpsc::UnboundedReceiver<Told>, parallelism: u32) {
    while let Some(told) = told.recv().await {
        let sent = match told {
            Told::Passed(task, barrier, at) => {
                let mut request = events.passed_request();
                request.get().set_barrier(barrier);
                set_task(task, request.get().init_task());
                if let Some(at) = at {
                    let to = request.get().init_positions(1).get(0);
                    set_position(task, &at, parallelism, false, to);
                }
                request.send().await
            }
            Told::Ended(Ok(ending), task) => {
                let mut request = events.ended_request();
                set_task(task, request.get().init_task());
                if let Some(at) = ending.position {
                    let to = request.get().init_positions(1).get(0);
                    set_position(task, &at, parallelism, ending.complete, to);
                }
                request.send().await
            }
            Told::Ended(Err(halt), task) => {
                let mut request = events.halted_request();
                set_task(task, request.get().init_task());
                let mut fault = request.get().init_fault();
                fault.set_code("internal");
                fault.set_message(halt.to_string());
                request.send().await
            }
        };
        if sent.is_err() {
            break;
        }
    }
    std::future::pending().await
}

fn set_task(task: TaskId, mut to: sandbar_schema::node_capnp::task_id::Builder<'_>) {
    to.set_chain(task.chain);
    to.set_task(task.task);
}

fn set_position(task: TaskId, at: &Position, of: u32, ended: bool, mut to: position::Builder<'_>) {
    to.set_node("in");
    to.set_task(task.task);
    to.set_parallelism(of);
    to.set_content(&at.0);
    to.set_ended(ended);
}

/// The tasks of one epoch; gone with this.
struct Run {
    tasks: Rc<RefCell<JoinSet<()>>>,
    barrier: watch::Sender<u64>,
    stop: watch::Sender<bool>,
}

impl Drop for Run {
    fn drop(&mut self) {
        self.tasks.borrow_mut().abort_all();
    }
}

impl run::Server for Run {
    async fn checkpoint(
        self: Rc<Self>,
        params: run::CheckpointParams,
        _: run::CheckpointResults,
    ) -> Result<(), capnp::Error> {
        self.barrier.send_replace(params.get()?.get_barrier());
        Ok(())
    }

    async fn drain(
        self: Rc<Self>,
        _: run::DrainParams,
        _: run::DrainResults,
    ) -> Result<(), capnp::Error> {
        self.stop.send_replace(true);
        Ok(())
    }
}
