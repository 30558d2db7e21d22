//! The programs of simulated hosts: every host takes care of workers as a member does, and one of them leads. What a host
//! has in memory is gone when it crashes; the leader's metadata is not.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
    sync::Arc,
};

use async_trait::async_trait;
use sandbar::{
    cluster::{Cluster, Offer, Seams},
    compiler::Native,
    node::{self, Joining, Member, Plugins},
};
use sandbar_control::{Digest, HostName, Problem, TenantName};
use sandbar_exchange::rpc;
use sandbar_schema::node_capnp::cluster;
use sandbar_store::{Blobs, Metadata};
use tokio::{sync::oneshot, task::spawn_local};

use super::{
    oracle::Oracle,
    process::{Dialled, Processes, limits},
};

/// Where the leader listens.
const LEADER_PORT: u16 = 7_000;
pub(super) const LEADER: &str = "a";

type Ended = Result<(), Box<dyn std::error::Error>>;

/// The places where hosts stand, by name. They outlive crashes.
pub(super) type Sites = BTreeMap<&'static str, Rc<Site>>;

/// Where one host stands, and by what faults reach it.
pub(super) struct Site {
    pub(super) name: &'static str,
    pub(super) oracle: Arc<Oracle>,
    /// Kills the worker that was started last.
    killing: Cell<Option<oneshot::Sender<()>>>,
    /// Cut the connections that were made here.
    cutting: RefCell<Vec<oneshot::Sender<()>>>,
}

impl Site {
    pub(super) fn new(name: &'static str, oracle: Arc<Oracle>) -> Self {
        Self { name, oracle, killing: Cell::default(), cutting: RefCell::default() }
    }

    /// Ready when the worker that starts now is killed.
    pub(super) fn killed(&self) -> oneshot::Receiver<()> {
        let (killing, killed) = oneshot::channel();
        self.killing.set(Some(killing));
        killed
    }

    pub(super) fn kill(&self) {
        if let Some(killing) = self.killing.take() {
            // It may have ended already.
            let _ = killing.send(());
        }
    }

    /// Ready when the connection that is made now is cut.
    pub(super) fn cuttable(&self) -> oneshot::Receiver<()> {
        let (cutting, cut) = oneshot::channel();
        let mut all = self.cutting.borrow_mut();
        all.retain(|cutting| !cutting.is_closed());
        all.push(cutting);
        cut
    }

    pub(super) fn cut(&self) {
        for cutting in self.cutting.take() {
            // It may have ended already.
            let _ = cutting.send(());
        }
    }

    fn offer(&self) -> Offer {
        let name = HostName::parse(self.name).expect("it is well-formed");
        let address = format!("{}:{LEADER_PORT}", self.name);
        Offer { name, address, cpus: 2, version: String::new() }
    }

    fn member(self: &Rc<Self>) -> Member {
        let setting = node::Setting {
            host: self.offer().name,
            listen: std::net::Ipv4Addr::UNSPECIFIED.into(),
            files: None,
            threads: 0,
        };
        let seams = node::Seams {
            launcher: Rc::new(Processes(Rc::clone(self))),
            plugins: Rc::new(Needless),
            identities: None,
        };
        Member::new(setting, seams)
    }
}

/// Nodes are native here.
struct Needless;

#[async_trait(?Send)]
impl Plugins for Needless {
    async fn native(&self, _: &TenantName, _: &Digest) -> Result<Option<Rc<Native>>, Problem> {
        Ok(None)
    }
}

/// A host that joins its leader, again and again.
pub(super) async fn follow(site: Rc<Site>) -> Ended {
    let leader = format!("{LEADER}@{LEADER}:{LEADER_PORT}");
    // Cuts are for the connections of workers.
    let dial = Dialled(None);
    Joining::default().run(&leader, &dial, &site.offer(), &site.member()).await;
    Ok(())
}

/// The host that leads: opens the cluster, is a member itself, and lets the others join.
pub(super) async fn lead(
    metadata: Rc<dyn Metadata>,
    blobs: Rc<dyn Blobs>,
    site: Rc<Site>,
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
    let _leader = opened.join(site.offer(), site.member().client())?;
    *handle.borrow_mut() = Some(opened);
    let listener = turmoil::net::TcpListener::bind(("0.0.0.0", LEADER_PORT)).await?;
    loop {
        let (stream, _) = listener.accept().await?;
        let door: cluster::Client = capnp_rpc::new_client(Door(joining.clone()));
        spawn_local(rpc::serve(stream, door.client, limits()));
    }
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
        let host = params.get_host()?;
        let failed = |problem: Problem| capnp::Error::failed(problem.to_string());
        let offer = Offer {
            name: HostName::parse(host.get_name()?.to_str()?).map_err(failed)?,
            address: host.get_address()?.to_string()?,
            cpus: host.get_cpus(),
            version: String::new(),
        };
        match self.0.join(offer, params.get_member()?) {
            Ok(leader) => results.get().set_leader(leader),
            Err(problem) => return Err(capnp::Error::overloaded(problem.to_string())),
        }
        Ok(())
    }
}
