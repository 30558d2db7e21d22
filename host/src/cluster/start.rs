//! What a driver asks of hosts to start an epoch: first every host for its worker, then every worker for its part, all
//! at once. Each answer is a value for the driver; nothing here decides anything.

use std::{
    cell::Cell,
    net::{IpAddr, SocketAddr},
    rc::Rc,
};

use futures_util::future::{LocalBoxFuture, join_all};
use sandbar_control::{Code, HostName, Network, Problem, TenantName};
use sandbar_schema::{
    control_capnp::problem,
    node_capnp::{events, member, run, worker},
};
use tokio::sync::{mpsc, oneshot};

use super::{
    events::{Events, Told},
    log::Log,
    members::Member,
    part::{Ground, Start},
    world::World,
};

pub(super) type Run = run::Client;
pub(super) type Answer = LocalBoxFuture<'static, Result<(), capnp::Error>>;

/// What came of asking a host.
pub(super) enum Asked {
    Done,
    /// The hosts have workers: their parts can be started.
    Workers {
        start: Rc<Start>,
        workers: Workers,
    },
    Started {
        epoch: u64,
        host: HostName,
        run: Run,
        lost: oneshot::Receiver<()>,
    },
    Refused {
        epoch: u64,
        host: HostName,
        problem: Problem,
    },
    Lost {
        epoch: u64,
        host: HostName,
    },
}

/// The workers of one epoch, and what all of them are told.
pub(super) struct Workers {
    /// In the order of the epoch's peers.
    pub(super) list: Vec<Worker>,
    network: Network,
    hosts: Vec<IpAddr>,
}

pub(super) struct Worker {
    pub(super) host: HostName,
    address: String,
    client: worker::Client,
}

impl Workers {
    pub(super) fn ground(&self) -> Ground {
        let peers = self.list.iter().map(|worker| (worker.host.clone(), worker.address.clone()));
        let (network, hosts) = (self.network.clone(), self.hosts.clone());
        Ground { peers: peers.collect(), network, hosts }
    }
}

/// Asks each of `members` for its worker of the tenant.
pub(super) async fn workers(
    world: Rc<World>,
    start: Rc<Start>,
    members: Vec<(HostName, Option<Member>)>,
) -> Asked {
    let epoch = start.epoch;
    let (memory_bytes, network) = match world.allowed(&start.tenant).await {
        Ok((quota, network)) => (quota.effective().memory_bytes, network),
        Err(problem) => {
            let host = members.into_iter().next().map(|(host, _)| host);
            let host = host.expect("a placement has a host");
            return Asked::Refused { epoch, host, problem };
        }
    };
    let tenant = &start.tenant;
    let asked = members.into_iter().map(|(host, member)| async move {
        let worker = match member {
            Some(member) => worker_of(&member.client, tenant, memory_bytes).await,
            None => Err(Problem::unavailable(format!("host {host} is gone"))),
        };
        (host, worker)
    });
    let hosts = world.members.all().into_iter().filter_map(|member| address(&member)).collect();
    let mut workers = Vec::new();
    for (host, worker) in join_all(asked).await {
        match worker {
            Ok((client, address)) => workers.push(Worker { host, address, client }),
            Err(problem) => return Asked::Refused { epoch, host, problem },
        }
    }
    Asked::Workers { start, workers: Workers { list: workers, network, hosts } }
}

/// Where clients reach a host; none if that is a name.
fn address(member: &Member) -> Option<IpAddr> {
    member.offer.address.parse::<SocketAddr>().ok().map(|address| address.ip())
}

async fn worker_of(
    member: &member::Client,
    tenant: &TenantName,
    memory_bytes: u64,
) -> Result<(worker::Client, String), Problem> {
    let mut request = member.worker_request();
    request.get().set_tenant(tenant.as_str());
    request.get().init_limits().set_memory_bytes(memory_bytes);
    let answer = async {
        let response = request.send().promise.await?;
        let response = response.get()?;
        if let Some(problem) = refusal(response.get_problem()?)? {
            return Ok(Err(problem));
        }
        Ok(Ok((response.get_worker()?, response.get_address()?.to_string()?)))
    };
    answer.await.unwrap_or_else(|error| Err(unreachable(&error)))
}

/// Starts the part of host number `index` of those of `ground`.
pub(super) async fn part(
    start: Rc<Start>,
    ground: Rc<Ground>,
    index: usize,
    worker: Worker,
    events: events::Client,
    lost: oneshot::Receiver<()>,
) -> Asked {
    let epoch = start.epoch;
    let mut request = worker.client.start_request();
    start.write(index, &ground, request.get().init_part());
    request.get().set_events(events);
    let answer = async {
        let response = request.send().promise.await?;
        let response = response.get()?;
        Ok(match refusal(response.get_problem()?)? {
            Some(problem) => Err(problem),
            None => Ok(response.get_run()?),
        })
    };
    let host = worker.host;
    match answer.await.unwrap_or_else(|error| Err(unreachable(&error))) {
        Ok(run) => Asked::Started { epoch, host, run, lost },
        Err(problem) => Asked::Refused { epoch, host, problem },
    }
}

/// Takes what a worker tells of one part; the receiver ends when the worker gives that up.
pub(super) fn events(
    epoch: u64,
    host: HostName,
    to: mpsc::Sender<Told>,
    log: Rc<Log>,
    listening: Rc<Cell<u64>>,
) -> (events::Client, oneshot::Receiver<()>) {
    let (alive, lost) = oneshot::channel();
    let events =
        Events { epoch, host, to, log, lost_lines: Cell::new(0), listening, _alive: alive };
    (capnp_rpc::new_client(events), lost)
}

/// What a host answered, if it refused.
fn refusal(problem: problem::Reader<'_>) -> Result<Option<Problem>, capnp::Error> {
    let code = problem.get_code()?.to_str()?;
    if code.is_empty() {
        return Ok(None);
    }
    // A code of a newer host: what it means is in its message.
    let code = Code::parse(code).unwrap_or(Code::Internal);
    let message = problem.get_message()?.to_string()?;
    let help = problem.get_help()?.to_string()?;
    Ok(Some(Problem::new(code, message).help(help)))
}

fn unreachable(error: &capnp::Error) -> Problem {
    Problem::unavailable(format!("a host did not answer: {error}"))
}
