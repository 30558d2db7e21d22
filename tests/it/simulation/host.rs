//! The programs of simulated hosts: every host is a member with a worker, and one of them leads. What a host has in memory
//! is gone when it crashes; the leader's metadata is not.

use std::{cell::RefCell, rc::Rc, sync::Arc, time::Duration};

use sandbar::cluster::{Cluster, Offer, Seams};
use sandbar_control::HostName;
use sandbar_exchange::rpc;
use sandbar_schema::node_capnp::{cluster, leader, member};
use sandbar_store::{Blobs, Metadata};
use tokio::{
    task::spawn_local,
    time::{sleep, timeout},
};

use super::{
    oracle::Oracle,
    worker::{PORT, Worker, limits},
};

/// Where the leader listens.
const LEADER_PORT: u16 = 7_000;
pub(super) const LEADER: &str = "a";

type Ended = Result<(), Box<dyn std::error::Error>>;

/// Starts the worker of a host and listens for its peers.
async fn worker(oracle: Arc<Oracle>) -> Result<Worker, std::io::Error> {
    let (worker, links) = Worker::new(oracle);
    spawn_local(links);
    let listener = turmoil::net::TcpListener::bind(("0.0.0.0", PORT)).await?;
    let inlets = worker.inlets.clone();
    spawn_local(async move {
        while let Ok((stream, _)) = listener.accept().await {
            spawn_local(sandbar_exchange::serve(stream, inlets.clone(), limits()));
        }
    });
    Ok(worker)
}

/// A host that looks for its leader and joins it, again and again.
pub(super) async fn follow(name: &'static str, oracle: Arc<Oracle>) -> Ended {
    let worker = worker(oracle).await?;
    loop {
        let at = (LEADER, LEADER_PORT);
        let connecting = turmoil::net::TcpStream::connect(at);
        if let Ok(Ok(stream)) = timeout(Duration::from_secs(1), connecting).await {
            let (client, running) = rpc::call(stream, limits());
            let running = spawn_local(running);
            let _ = membership(name, client, &worker).await;
            running.abort();
            // Nobody knows of what runs here any more.
            worker.give_up();
        }
        sleep(Duration::from_millis(150)).await;
    }
}

/// Is a member until the leader is not heard of any more.
async fn membership(
    name: &'static str,
    client: capnp::capability::Client,
    worker: &Worker,
) -> Result<(), capnp::Error> {
    let client: cluster::Client = capnp::capability::FromClientHook::new(client.hook);
    let mut request = client.join_request();
    let mut offer = request.get().init_host();
    offer.set_name(name);
    offer.set_cpus(2);
    request.get().set_member(capnp_rpc::new_client(Member { name, worker: worker.clone() }));
    let silent = || capnp::Error::disconnected("silence".to_owned());
    let wait = Duration::from_secs(3);
    let response = timeout(wait, request.send().promise).await.map_err(|_| silent())??;
    let leader: leader::Client = response.get()?.get_leader()?;
    loop {
        timeout(wait, leader.ping_request().send().promise).await.map_err(|_| silent())??;
        sleep(Duration::from_secs(1)).await;
    }
}

struct Member {
    name: &'static str,
    worker: Worker,
}

impl member::Server for Member {
    async fn worker(
        self: Rc<Self>,
        _: member::WorkerParams,
        mut results: member::WorkerResults,
    ) -> Result<(), capnp::Error> {
        results.get().set_worker(capnp_rpc::new_client(self.worker.clone()));
        results.get().set_address(format!("{}:{PORT}", self.name));
        Ok(())
    }

    async fn ping(
        self: Rc<Self>,
        _: member::PingParams,
        _: member::PingResults,
    ) -> Result<(), capnp::Error> {
        Ok(())
    }
}

/// The host that leads: opens the cluster, is a member itself, and lets the others join.
pub(super) async fn lead(
    metadata: Rc<dyn Metadata>,
    blobs: Rc<dyn Blobs>,
    oracle: Arc<Oracle>,
    handle: Rc<RefCell<Option<Cluster>>>,
) -> Ended {
    let random = RefCell::new(0_u8);
    let seams = Seams {
        host: HostName::parse(LEADER)?,
        now_ms: Rc::new(|| {
            let at = turmoil::sim_elapsed().unwrap_or_default().as_millis();
            i64::try_from(at).unwrap_or(i64::MAX)
        }),
        random: Rc::new(move |bytes| {
            let mut next = random.borrow_mut();
            bytes.fill_with(|| {
                *next = next.wrapping_add(41);
                *next
            });
        }),
    };
    let opened = Cluster::open(metadata, blobs, seams).await?;
    let (running, joining) = (opened.clone(), opened.clone());
    spawn_local(async move { running.run().await.expect("nobody else leads") });
    let worker = worker(oracle).await?;
    let own = capnp_rpc::new_client(Member { name: LEADER, worker });
    let _leader = opened.join(offer(LEADER)?, own)?;
    *handle.borrow_mut() = Some(opened);
    let listener = turmoil::net::TcpListener::bind(("0.0.0.0", LEADER_PORT)).await?;
    loop {
        let (stream, _) = listener.accept().await?;
        let door: cluster::Client = capnp_rpc::new_client(Door(joining.clone()));
        spawn_local(rpc::serve(stream, door.client, limits()));
    }
}

fn offer(name: &str) -> Result<Offer, sandbar_control::Problem> {
    let name = HostName::parse(name)?;
    Ok(Offer { name, address: String::new(), cpus: 2, version: String::new() })
}

/// What the leader gives to hosts that connect.
struct Door(Cluster);

impl cluster::Server for Door {
    async fn join(
        self: Rc<Self>,
        params: cluster::JoinParams,
        mut results: cluster::JoinResults,
    ) -> Result<(), capnp::Error> {
        let params = params.get()?;
        let name = params.get_host()?.get_name()?.to_str()?;
        let offer = offer(name).map_err(|problem| capnp::Error::failed(problem.to_string()))?;
        match self.0.join(offer, params.get_member()?) {
            Ok(leader) => results.get().set_leader(leader),
            Err(problem) => return Err(capnp::Error::overloaded(problem.to_string())),
        }
        Ok(())
    }
}
