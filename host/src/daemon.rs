//! A host: the process that has certificates, keeps workers and answers clients. Never runs a guest.
//!
//! ```text
//! open:  data folder (locked) -> certificates -> stores, cluster, API (a leader) -> member -> listeners
//! run:   accept -> TLS -> a client: Bootstrap; a host: Cluster.join
//!        a member joins its leader, again and again; certificates are read anew when they change
//! ```
//!
//! All of it is futures of one thread, in a `LocalSet`.

use std::{net::SocketAddr, rc::Rc};

use anyhow::{Context as _, bail};
use sandbar_control::HostName;
use sandbar_dataflow::Clock as _;
use tokio::net::TcpListener;

use crate::{
    api::{Api, Parts},
    clock::SystemClock,
    cluster::{self, Cluster, Offer},
    compiler::{self, Compiler},
    environment, node, observe,
    registry::Registry,
    tenancy::{Audit, Tenancy},
};

mod certificates;
mod configuration;
mod files;
mod listen;
mod stores;
mod watch;

pub use configuration::{Configuration, PORT, Role};

use certificates::Certificates;
use files::Folder;
use stores::Stores;

/// File of the operator's token that a cluster begins with.
const OPERATOR_TOKEN: &str = "operator.token";

/// File of the plugins that brought their compiler down.
const QUARANTINE: &str = "quarantine.json";

/// A host that is ready to run.
pub struct Host {
    folder: Folder,
    certificates: Certificates,
    member: node::Member,
    offer: Offer,
    part: Part,
    listener: TcpListener,
    http: TcpListener,
}

/// A data folder that is no other host's.
#[derive(Debug)]
pub struct Claim(Folder);

/// Its part in the cluster.
enum Part {
    Leader { cluster: Cluster, api: Api, stores: Stores },
    Member { joining: Rc<node::Joining>, leader: String },
}

impl std::fmt::Debug for Host {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Host").field("offer", &self.offer).finish_non_exhaustive()
    }
}

impl Host {
    /// Opens what `configuration` names. Nobody is answered yet, but whoever connects from now on will be.
    ///
    /// # Errors
    /// What is missing, damaged, or in use by another host, and what to do.
    pub async fn open(configuration: &Configuration) -> anyhow::Result<Self> {
        Self::open_claimed(Self::claim(configuration)?, configuration).await
    }

    /// Takes the data folder, before anything is changed that another host of the same folder would use.
    ///
    /// # Errors
    /// If another host has it.
    pub fn claim(configuration: &Configuration) -> anyhow::Result<Claim> {
        Folder::open(&configuration.data).map(Claim)
    }

    /// As [`open`](Self::open), with the data folder that was taken before.
    ///
    /// # Errors
    /// As there.
    pub async fn open_claimed(
        Claim(folder): Claim,
        configuration: &Configuration,
    ) -> anyhow::Result<Self> {
        let name = &configuration.name;
        let certificates = Certificates::open(&configuration.certificates, name)?;
        let listener = bind(configuration.listen, "listen").await?;
        let http = bind(configuration.http, "http").await?;
        let address = match &configuration.address {
            Some(address) => address.clone(),
            None => listener.local_addr()?.to_string(),
        };
        let cpus = match configuration.threads {
            0 => std::thread::available_parallelism().map_or(1, |cpus| cpus.get() as u32),
            threads => threads,
        };
        let version = crate::api::VERSION.to_owned();
        let offer = Offer { name: name.clone(), address, cpus, version };
        let quarantine = Some(folder.path().join(QUARANTINE));
        let setting = compiler::Setting { quarantine, ..compiler::Setting::default() };
        let compiler = Rc::new(Compiler::new(folder.cache()?, setting)?);
        let (part, components): (_, Rc<dyn node::Components>) = match &configuration.role {
            Role::Leader => {
                let (part, blobs) = lead(name, &folder, Rc::clone(&compiler)).await?;
                (part, Rc::new(node::FromBlobs(blobs)))
            }
            Role::Member { leader } => {
                let joining = Rc::<node::Joining>::default();
                let components = Rc::clone(&joining);
                (Part::Member { joining, leader: leader.clone() }, components)
            }
        };
        files::make(&configuration.files)?;
        let setting = node::Setting {
            host: name.clone(),
            listen: configuration.workers_listen(),
            files: Some(configuration.files.clone()),
            threads: configuration.threads,
        };
        let seams = node::Seams {
            launcher: Rc::new(node::Processes::default()),
            plugins: Rc::new(node::Compiling::new(compiler, components)),
            identities: Some(Rc::new(certificates.clone())),
        };
        let member = node::Member::new(setting, seams);
        Ok(Self { folder, certificates, member, offer, part, listener, http })
    }

    /// Where clients and hosts connect.
    ///
    /// # Errors
    /// If the system does not say.
    pub fn address(&self) -> std::io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Where metrics and health are served.
    ///
    /// # Errors
    /// If the system does not say.
    pub fn http_address(&self) -> std::io::Result<SocketAddr> {
        self.http.local_addr()
    }

    /// The API of a leader.
    pub fn api(&self) -> Option<&Api> {
        match &self.part {
            Part::Leader { api, .. } => Some(api),
            Part::Member { .. } => None,
        }
    }

    /// The token in file `name` of the data folder, if it still holds; else a new one that is written there.
    ///
    /// # Errors
    /// If this host does not lead, or none can be issued or written.
    pub async fn token(
        &self,
        scope: sandbar_control::Scope,
        label: &str,
        name: &str,
    ) -> anyhow::Result<String> {
        let Some(api) = self.api() else { bail!("only the host that leads issues tokens") };
        if let Some(kept) = self.folder.read_secret(name)?
            && api.tenancy().authenticate(kept.trim()).await.is_ok()
        {
            return Ok(kept.trim().to_owned());
        }
        let issued = api.tenancy().issue(scope, label, 0).await?;
        let token = issued.token.reveal();
        self.folder.write_secret(name, &token)?;
        Ok(token)
    }

    /// An operator's token, in `operator.token` of the data folder. None is issued while somebody has another one.
    ///
    /// # Errors
    /// If this host does not lead, or it cannot be issued or written.
    pub async fn first_operator(&self) -> anyhow::Result<Option<String>> {
        let Some(api) = self.api() else { bail!("only the host that leads issues tokens") };
        let is_kept = self.folder.read_secret(OPERATOR_TOKEN)?.is_some();
        if !is_kept && api.tenancy().has_operator().await? {
            return Ok(None);
        }
        let scope = sandbar_control::Scope::Operator;
        Ok(Some(self.token(scope, "first", OPERATOR_TOKEN).await?))
    }

    /// Serves until `until` is ready, then ends its workers.
    ///
    /// # Errors
    /// If it cannot go on.
    pub async fn run(self, until: impl Future<Output = ()>) -> anyhow::Result<()> {
        let Self { folder, certificates, member, offer, part, listener, http } = self;
        let (questions, metrics) = observe::serve(http);
        let ended: anyhow::Result<()> = match &part {
            Part::Leader { cluster, api, stores } => {
                // Its own host is a member like the others, on no connection.
                let leader = cluster.join(offer.clone(), member.client())?;
                let served = listen::Served::Leader { api: api.clone(), cluster: cluster.clone() };
                let ended = tokio::select! {
                    () = until => Ok(()),
                    ended = cluster.run() => ended.map_err(anyhow::Error::from),
                    ended = listen::run(listener, &certificates, served) => ended,
                    ended = metrics => ended.context("metrics are not served any more"),
                    () = watch::answer_for_leader(questions, api, cluster) => Ok(()),
                    () = certificates.watch() => Ok(()),
                    () = stores.keep_copies() => Ok(()),
                };
                drop(leader);
                ended
            }
            Part::Member { joining, leader } => {
                let served =
                    listen::Served::Member { host: offer.name.clone(), leader: leader.clone() };
                tokio::select! {
                    () = until => Ok(()),
                    () = joining.run(leader, &certificates, &offer, &member) => Ok(()),
                    ended = listen::run(listener, &certificates, served) => ended,
                    ended = metrics => ended.context("metrics are not served any more"),
                    () = watch::answer_for_member(questions, joining) => Ok(()),
                    () = certificates.watch() => Ok(()),
                }
            }
        };
        tracing::info!(host = %offer.name, "the host ends its workers");
        member.end().await;
        drop(folder);
        ended
    }
}

/// What only the host with the metadata has.
async fn lead(
    name: &HostName,
    folder: &Folder,
    compiler: Rc<Compiler>,
) -> anyhow::Result<(Part, Rc<dyn sandbar_store::Blobs>)> {
    let stores = Stores::open(folder)?;
    let clock: Rc<dyn sandbar_dataflow::Clock> = Rc::new(SystemClock);
    let seams = cluster::Seams {
        host: name.clone(),
        now_ms: Rc::new(|| SystemClock.now_ms()),
        random: Rc::new(|bytes| {
            environment::fill_random(bytes).expect("the system gave randomness at the start");
        }),
    };
    let (metadata, blobs) = (Rc::clone(&stores.metadata), Rc::clone(&stores.blobs));
    let cluster = Cluster::open(Rc::clone(&metadata), Rc::clone(&blobs), seams).await?;
    let key = folder.token_key()?;
    let api = Api::new(Parts {
        host: name.clone(),
        cluster: cluster.clone(),
        registry: Registry::new(Rc::clone(&metadata), Rc::clone(&blobs)),
        tenancy: Tenancy::new(Rc::clone(&metadata), key, Rc::clone(&clock)),
        audit: Audit::open(metadata, Rc::clone(&clock)).await?,
        uploads: stores.uploads.clone(),
        compile: compiler,
        clock,
    });
    Ok((Part::Leader { cluster, api, stores }, blobs))
}

async fn bind(address: SocketAddr, setting: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| {
        format!("cannot listen on {address} (`{setting}`): end what does, or choose another port")
    })
}
