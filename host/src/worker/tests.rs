//! Workers in one process, joined over loopback: what two of them do together, and what becomes of a part that is fenced
//! off, dropped or begun anew.

use std::{
    cell::RefCell, collections::BTreeSet, fs, num::NonZeroUsize, path::Path, time::Duration,
};

use rustix::fs::{Mode, OFlags};
use sandbar_dataflow::channel::CHANNEL_BYTES;
use sandbar_exchange::{Limits, Listener, TcpDial, Transport};
use sandbar_schema::{control_capnp::problem, node_capnp::task_id};
use tempfile::TempDir;
use tokio::{
    sync::Notify,
    task::{LocalSet, spawn_local},
    time::timeout,
};

use super::*;
use crate::{
    clock::SystemClock,
    connectors::Root,
    threads::{Here, Pool},
};

mod acknowledged;

/// Far longer than anything here takes, on any machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Loopback without TLS, and tasks wherever the test says.
struct Loopback {
    folder: TempDir,
    spawn: Rc<dyn Spawn>,
    /// What makes nodes, if not their connectors.
    make: Option<Rc<dyn Make>>,
}

#[async_trait(?Send)]
impl Platform for Loopback {
    async fn configure(&self, _: &Configuration, inlets: &Inlets) -> Result<Equipment, Problem> {
        let limits = Limits::default();
        let any = "127.0.0.1:0".parse().unwrap();
        let listener = Listener::bind(any, Transport::Plain, limits).await.unwrap();
        let address = listener.address().unwrap().to_string();
        // More than one, as on larger machines; all on this thread.
        let (shards, running) = Shards::new(2);
        spawn_local(shards.deal(listener, |_| ()));
        for shard in running {
            let dial = Rc::new(TcpDial::new(Transport::Plain, limits));
            spawn_local(shard.run(dial, inlets.clone(), limits, |_| ()));
        }
        let folder =
            rustix::fs::open(self.folder.path(), OFlags::DIRECTORY | OFlags::PATH, Mode::empty());
        let root = Root::Beneath(Arc::new(folder.unwrap()));
        Ok(Equipment {
            address,
            protections: Vec::new(),
            shards,
            channel_bytes: CHANNEL_BYTES,
            spawn: Rc::clone(&self.spawn),
            make: self.make.clone().unwrap_or_else(|| Rc::new(Native::new(None, root))),
            clock: Arc::new(SystemClock),
        })
    }

    fn renew(&self, _: Credentials) -> Result<(), Problem> {
        Err(conflict("its connections are plain"))
    }
}

/// What workers told.
#[derive(Default)]
struct Heard {
    passed: RefCell<Vec<(u64, (u32, u32))>>,
    ended: RefCell<Vec<(u32, u32)>>,
    halted: RefCell<Vec<String>>,
    positions: RefCell<BTreeMap<(String, u32), Position>>,
    more: Notify,
}

#[derive(Clone, Default)]
struct Leader(Rc<Heard>);

fn id(task: task_id::Reader<'_>) -> (u32, u32) {
    (task.get_chain(), task.get_task())
}

impl Leader {
    fn keep(
        &self,
        positions: capnp::struct_list::Reader<'_, sandbar_schema::node_capnp::position::Owned>,
    ) {
        for position in positions {
            let position = Position::read(position).unwrap();
            let key = (position.node.clone(), position.task);
            self.0.positions.borrow_mut().insert(key, position);
        }
    }

    /// Waits until `done` of what was heard.
    async fn until(&self, done: impl Fn(&Heard) -> bool) {
        let waiting = async {
            while !done(&self.0) {
                self.0.more.notified().await;
                assert!(self.0.halted.borrow().is_empty(), "{:?}", self.0.halted.borrow());
            }
        };
        timeout(PATIENCE, waiting).await.expect("it takes no minute");
    }

    fn positions(&self) -> Vec<Position> {
        self.0.positions.borrow().values().cloned().collect()
    }
}

impl events::Server for Leader {
    async fn passed(self: Rc<Self>, params: events::PassedParams) -> Result<(), capnp::Error> {
        let params = params.get()?;
        self.keep(params.get_positions()?);
        self.0.passed.borrow_mut().push((params.get_barrier(), id(params.get_task()?)));
        self.0.more.notify_one();
        Ok(())
    }

    async fn ended(self: Rc<Self>, params: events::EndedParams) -> Result<(), capnp::Error> {
        let params = params.get()?;
        self.keep(params.get_positions()?);
        self.0.ended.borrow_mut().push(id(params.get_task()?));
        self.0.more.notify_one();
        Ok(())
    }

    async fn halted(self: Rc<Self>, params: events::HaltedParams) -> Result<(), capnp::Error> {
        let message = params.get()?.get_fault()?.get_message()?.to_string()?;
        self.0.halted.borrow_mut().push(message);
        self.0.more.notify_one();
        Ok(())
    }

    async fn log(self: Rc<Self>, _: events::LogParams) -> Result<(), capnp::Error> {
        Ok(())
    }
}

struct Site {
    process: process::Client,
    address: String,
    platform: Rc<Loopback>,
}

async fn site(spawn: Rc<dyn Spawn>, make: Option<Rc<dyn Make>>) -> Site {
    let platform = Rc::new(Loopback { folder: TempDir::new().unwrap(), spawn, make });
    let process = Worker::serve(Rc::clone(&platform) as _);
    let mut request = process.configure_request();
    request.get().init_configuration().set_tenant("acme");
    request.get().get_configuration().unwrap().set_host("h");
    let answer = request.send().promise.await.unwrap();
    let address = answer.get().unwrap().get_address().unwrap().to_string().unwrap();
    Site { process, address, platform }
}

/// Which pipeline, and who runs what of it.
struct Deployment<'a> {
    text: &'a str,
    name: &'a str,
    epoch: u64,
    placement: &'a [&'a [u32]],
    positions: Vec<Position>,
}

/// Starts the deployment's part on site `host` of `sites`.
async fn start(
    deployment: &Deployment<'_>,
    sites: &[Site],
    host: usize,
    leader: &Leader,
) -> Result<run::Client, String> {
    let Deployment { text, name, epoch, placement, positions } = deployment;
    let planned = pipeline::parse_published(name, text, &[], None, &mut Table::default()).unwrap();
    let mut request = sites[host].process.start_request();
    request.get().set_events(capnp_rpc::new_client(leader.clone()));
    let mut part = request.get().init_part();
    part.set_tenant("acme");
    part.set_pipeline(*name);
    part.set_epoch(*epoch);
    part.set_text(*text);
    part.set_host(u32::try_from(host).unwrap());
    part.set_secret(&[7; 16]);
    part.set_plan_digest(planned.plan.digest());
    let mut peers = part.reborrow().init_peers(u32::try_from(sites.len()).unwrap());
    for (index, site) in (0..).zip(sites) {
        peers.reborrow().get(index).set_host("h");
        peers.reborrow().get(index).set_address(&*site.address);
    }
    let mut chains = part.reborrow().init_placement(u32::try_from(placement.len()).unwrap());
    for (chain, tasks) in (0..).zip(*placement) {
        let mut list = chains.reborrow().init(chain, u32::try_from(tasks.len()).unwrap());
        (0..).zip(*tasks).for_each(|(task, &peer)| list.set(task, peer));
    }
    let mut list = part.reborrow().init_positions(u32::try_from(positions.len()).unwrap());
    (0..).zip(positions).for_each(|(index, position)| position.write(list.reborrow().get(index)));
    let answer = request.send().promise.await.unwrap();
    let answer = answer.get().unwrap();
    match answer.has_run() {
        true => Ok(answer.get_run().unwrap()),
        false => Err(shown(answer.get_problem().unwrap())),
    }
}

fn shown(problem: problem::Reader<'_>) -> String {
    let text = |text: capnp::text::Reader<'_>| text.to_string().unwrap();
    format!("{}: {}", text(problem.get_code().unwrap()), text(problem.get_message().unwrap()))
}

/// The lines of all files of the sites, each as a number.
fn numbers(sites: &[Site]) -> Vec<u64> {
    let mut numbers = Vec::new();
    for site in sites {
        for file in fs::read_dir(site.platform.folder.path()).unwrap() {
            let lines = fs::read_to_string(file.unwrap().path()).unwrap();
            numbers.extend(lines.lines().map(|line| line.parse::<u64>().unwrap()));
        }
    }
    numbers.sort_unstable();
    numbers
}

/// The number that the source at `position` makes next.
fn next(position: &Position) -> u64 {
    let content: serde_json::Value = serde_json::from_str(&position.content).unwrap();
    content["next"].as_u64().unwrap()
}

const SPREAD: &str = r#"name = "spread"

[source.numbers]
connector = "generator"
count = 20000
keys = 50
parallelism = 2

[sink.out]
connector = "file"
input = { from = "numbers", by = "key" }
path = "out-{task}.txt"
parallelism = 2
"#;

const OVER_BOTH: &[&[u32]] = &[&[0, 1], &[0, 1]];

fn spread(epoch: u64) -> Deployment<'static> {
    let placement = OVER_BOTH;
    Deployment { text: SPREAD, name: "spread", epoch, placement, positions: Vec::new() }
}

fn local(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    LocalSet::new().block_on(&runtime, test);
}

async fn two() -> [Site; 2] {
    [site(Rc::new(Here::default()), None).await, site(Rc::new(Here::default()), None).await]
}

#[test]
fn two_workers_do_together_what_one_process_does() {
    local(async {
        let (sites, leader) = (two().await, Leader::default());
        let first = start(&spread(1), &sites, 0, &leader).await.unwrap();
        let second = start(&spread(1), &sites, 1, &leader).await.unwrap();
        leader.until(|heard| heard.ended.borrow().len() == 4).await;
        assert!(numbers(&sites).into_iter().eq(0..20_000));
        assert!(leader.positions().iter().all(|position| position.ended));
        for (site, run) in [(&sites[0], &first), (&sites[1], &second)] {
            let files = fs::read_dir(site.platform.folder.path()).unwrap().count();
            assert_eq!(files, 1, "each site has a sink of its own");
            let answer = run.counts_request().send().promise.await.unwrap();
            let nodes = answer.get().unwrap().get_nodes().unwrap();
            assert_eq!(nodes.get(0).get_records_out(), 10_000);
        }
    });
}

#[test]
fn what_was_dropped_goes_on_from_its_positions_and_nothing_is_lost() {
    local(async {
        let endless = SPREAD.replace("count = 20000\n", "");
        let (sites, leader) = (two().await, Leader::default());
        let deployment = Deployment { text: &endless, ..spread(1) };
        let mut runs = Vec::new();
        for host in [0, 1] {
            runs.push(start(&deployment, &sites, host, &leader).await.unwrap());
        }
        // The first barriers may go out before anything was read.
        for barrier in 1.. {
            for run in &runs {
                let mut request = run.checkpoint_request();
                request.get().set_barrier(barrier);
                request.send().promise.await.unwrap();
            }
            let passed = |(number, _): &&(u64, (u32, u32))| *number == barrier;
            leader.until(|heard| heard.passed.borrow().iter().filter(passed).count() == 4).await;
            if leader.positions().iter().all(|position| next(position) > 100) {
                break;
            }
        }
        runs.clear();
        let positions = leader.positions();
        assert_eq!(positions.len(), 2);
        let deployment = Deployment { text: &endless, positions, ..spread(2) };
        for host in [0, 1] {
            runs.push(start(&deployment, &sites, host, &leader).await.unwrap());
        }
        for run in &runs {
            run.drain_request().send().promise.await.unwrap();
        }
        leader.until(|heard| heard.ended.borrow().len() == 4).await;
        let found: BTreeSet<u64> = numbers(&sites).into_iter().collect();
        for position in leader.positions() {
            assert!(!position.ended, "it was drained");
            let next = next(&position);
            let mut wanted = (u64::from(position.task)..next).step_by(2);
            assert!(wanted.all(|number| found.contains(&number)), "before {next}");
        }
    });
}

#[test]
fn an_epoch_that_is_over_is_refused_and_a_newer_one_takes_its_place() {
    local(async {
        let endless = SPREAD.replace("count = 20000\n", "");
        let (sites, leader) = (two().await, Leader::default());
        let deployment = |epoch| Deployment { text: &endless, ..spread(epoch) };
        let old = start(&deployment(5), &sites, 0, &leader).await.unwrap();
        let refused = start(&deployment(4), &sites, 0, &leader).await.map(drop).unwrap_err();
        assert_eq!(refused, "conflict: epoch 4 of `spread` is over, epoch 5 was seen here");
        let refused = start(&deployment(5), &sites, 0, &leader).await.map(drop).unwrap_err();
        assert_eq!(refused, "conflict: epoch 5 of `spread` was started here before");
        let load = sites[0].platform.spawn.loads()[0].clone();
        assert_eq!(load.tasks(), 2);
        let _new = start(&deployment(6), &sites, 0, &leader).await.unwrap();
        assert_eq!(load.tasks(), 2, "the older tasks were gone before the newer ones came");
        let answer = old.counts_request().send().promise.await.unwrap();
        assert_eq!(answer.get().unwrap().get_nodes().unwrap().len(), 0);
    });
}

#[test]
fn a_part_of_another_tenant_or_plan_is_refused() {
    local(async {
        let (sites, leader) = (two().await, Leader::default());
        let short: &[&[u32]] = &[&[0, 1]];
        let deployment = Deployment { placement: short, ..spread(1) };
        let refused = start(&deployment, &sites, 0, &leader).await.map(drop).unwrap_err();
        let why = "the placement of `spread` does not fit its plan of 2 chains";
        assert_eq!(refused, format!("invalid: {why}"));
        let beyond: &[&[u32]] = &[&[0, 1], &[0, 2]];
        let deployment = Deployment { placement: beyond, ..spread(1) };
        let refused = start(&deployment, &sites, 0, &leader).await.map(drop).unwrap_err();
        assert_eq!(refused, "invalid: peer 2 is named, there are 2");
        let mut request = sites[0].process.start_request();
        request.get().set_events(capnp_rpc::new_client(leader.clone()));
        let mut part = request.get().init_part();
        part.set_tenant("evil");
        part.set_pipeline("spread");
        part.set_secret(&[0; 16]);
        part.reborrow().init_peers(1).get(0).set_host("h");
        let answer = request.send().promise.await.unwrap();
        let refused = shown(answer.get().unwrap().get_problem().unwrap());
        assert_eq!(refused, "forbidden: a worker of another tenant than `evil` was asked");
    });
}

const IDLE: &str = r#"name = "idle"

[source.numbers]
connector = "generator"
rate = 1

[sink.out]
connector = "discard"
input = { from = "numbers", by = "forward" }
"#;

#[test]
fn a_thousand_idle_pipelines_take_no_thousand_threads_and_go_when_they_are_dropped() {
    local(async {
        let pool = Rc::new(Pool::new("worker", NonZeroUsize::new(2).unwrap()).unwrap());
        let (sites, leader) = ([site(pool, None).await], Leader::default());
        let threads = || fs::read_dir(Path::new("/proc/self/task")).unwrap().count();
        let before = threads();
        let names: Vec<String> = (0..1_000).map(|number| format!("idle-{number}")).collect();
        let mut runs = Vec::new();
        for name in &names {
            let placement: &[&[u32]] = &[&[0]];
            let positions = Vec::new();
            let deployment = Deployment { text: IDLE, name, epoch: 1, placement, positions };
            runs.push(start(&deployment, &sites, 0, &leader).await.unwrap());
        }
        let loads = sites[0].platform.spawn.loads();
        let tasks = || loads.iter().map(|load| load.tasks()).sum::<usize>();
        assert_eq!(tasks(), 1_000);
        assert!(threads() < before + 100, "other tests have threads too, but no thousand");
        drop(runs);
        let gone = async {
            while tasks() > 0 {
                tokio::task::yield_now().await;
            }
        };
        timeout(PATIENCE, gone).await.expect("they are given up at once");
    });
}
