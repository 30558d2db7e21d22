//! The leading host's view of the cluster: which hosts are there, which pipelines should run, and one driver for each of
//! them that brings its hosts to that. Decisions are made in `sandbar-control`; here they are carried out. Knows nothing of
//! connections, tokens or certificates: whoever calls has been let in.
//!
//! ```text
//! api --deploy, pause..--> Cluster --Ask--> driver of the pipeline --start, checkpoint--> members' workers
//!                          members --came, went--> driver <--passed, ended, halted-- Events
//!                                                  driver --positions, with expectations--> metadata
//! ```

use std::{rc::Rc, time::Duration};

use futures_util::{StreamExt as _, stream::FuturesUnordered};
use sandbar_control::{
    Digest, HostName, PipelineName, Problem, Status, TenantName,
    deployment::Verb,
    record::Source,
    view::{Change, Description, Host, Right, Summary},
};
use sandbar_schema::node_capnp::{leader, member};
use sandbar_store::{Blobs, Metadata};

mod carry;
mod deploy;
mod driver;
mod events;
mod gather;
mod hosts;
mod log;
mod members;
mod open;
mod part;
mod pipeline;
mod start;
mod version;
mod world;

pub use log::{Follow, Lines, Tail};
pub use members::Offer;

use world::World;

/// Fills its argument with random bytes.
pub type Random = Rc<dyn Fn(&mut [u8])>;

/// What the cluster takes from the world, so that a test can give it another one.
#[derive(Clone)]
pub struct Seams {
    /// Name of the host that leads.
    pub host: HostName,
    /// Milliseconds since the Unix epoch.
    pub now_ms: Rc<dyn Fn() -> i64>,
    /// Fills its argument with random bytes that nobody can guess.
    pub random: Random,
}

impl std::fmt::Debug for Seams {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Seams").field("host", &self.host).finish_non_exhaustive()
    }
}

/// What a tenant uses of the cluster.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Used {
    pub pipelines: u32,
    pub tasks: u32,
    pub instances: u32,
}

/// The cluster, as its leader has it. Cheap to clone; the clones are the same. Lives on one thread.
#[derive(Clone)]
pub struct Cluster(Rc<World>);

impl std::fmt::Debug for Cluster {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Cluster").field("members", &self.0.members).finish_non_exhaustive()
    }
}

impl Cluster {
    /// Opens the cluster that `metadata` holds: pipelines that should run start again from their committed positions as
    /// soon as there are hosts and [`run`](Self::run) is polled.
    ///
    /// # Errors
    /// If the metadata cannot be read.
    pub async fn open(
        metadata: Rc<dyn Metadata>,
        blobs: Rc<dyn Blobs>,
        seams: Seams,
    ) -> Result<Self, Problem> {
        let world = World::new(metadata, blobs, seams);
        open::restore(&world).await?;
        Ok(Self(world))
    }

    /// Runs the drivers of all pipelines and looks after the hosts, for as long as it is polled. To be called once.
    ///
    /// # Errors
    /// If another leader wrote to the metadata, so that this one must not go on.
    pub async fn run(&self) -> Result<(), Problem> {
        let arriving = self.0.arriving.borrow_mut().take();
        let mut arriving = arriving.ok_or_else(|| Problem::internal("the cluster runs already"))?;
        let mut running = FuturesUnordered::new();
        loop {
            tokio::select! {
                biased;
                Some(duty) = arriving.recv() => running.push(duty),
                Some(ended) = running.next(), if !running.is_empty() => ended?,
            }
        }
    }

    /// Takes a host in, for as long as the capability returned is held: serve it over the host's connection.
    ///
    /// # Errors
    /// `conflict` while another host of this name is connected.
    pub fn join(&self, offer: Offer, member: member::Client) -> Result<leader::Client, Problem> {
        hosts::join(&self.0, offer, member)
    }

    /// What [`deploy`](Self::deploy) would do.
    ///
    /// # Errors
    /// Why it would be refused, rights apart.
    pub async fn plan(&self, tenant: &TenantName, source: &Source) -> Result<Change, Problem> {
        deploy::plan(&self.0, tenant, source).await
    }

    /// Starts the pipeline, or replaces the running one of that name. `rights` were agreed to; `revision` is that of the
    /// change that was shown, 0: whatever it is. Returns once that is recorded.
    ///
    /// # Errors
    /// `invalid`, `forbidden` for rights nobody agreed to, `quota`, `conflict`.
    pub async fn deploy(
        &self,
        tenant: &TenantName,
        source: &Source,
        rights: &[Right],
        revision: u64,
    ) -> Result<(PipelineName, Change), Problem> {
        deploy::deploy(&self.0, tenant, source, rights, revision).await
    }

    /// All pipelines of a tenant, by name. Counts are those known last where a host does not answer soon.
    pub async fn pipelines(&self, tenant: &TenantName) -> Vec<Summary> {
        let pipelines = self.0.pipelines_of(tenant);
        futures_util::future::join_all(pipelines.iter().map(|pipeline| pipeline.count())).await;
        pipelines.iter().map(|pipeline| pipeline.summary()).collect()
    }

    /// What the pipelines of a tenant use.
    pub fn used(&self, tenant: &TenantName) -> Used {
        self.0.used(tenant, None)
    }

    /// The name of the tenant's pipeline that somebody calls `name`.
    ///
    /// # Errors
    /// `invalid`, `not-found`.
    pub fn find(&self, tenant: &TenantName, name: &str) -> Result<PipelineName, Problem> {
        let name = PipelineName::parse(name)?;
        Ok(self.0.pipeline(tenant, &name)?.name.clone())
    }

    /// Counts are asked of the hosts, and those known last where one does not answer soon.
    ///
    /// # Errors
    /// `not-found`.
    pub async fn describe(
        &self,
        tenant: &TenantName,
        name: &PipelineName,
    ) -> Result<Description, Problem> {
        let pipeline = self.0.pipeline(tenant, name)?;
        pipeline.count().await;
        Ok(pipeline.describe())
    }

    /// Waits until the pipeline is in status `until`, in one that it does not leave by itself, or for `timeout`.
    ///
    /// # Errors
    /// `not-found`, also if it is deleted meanwhile.
    pub async fn reach(
        &self,
        tenant: &TenantName,
        name: &PipelineName,
        until: Status,
        timeout: Duration,
    ) -> Result<Description, Problem> {
        let mut status = self.0.pipeline(tenant, name)?.status.subscribe();
        let reached = status.wait_for(|&status| status == until || status.is_rest());
        let _ = tokio::time::timeout(timeout, reached).await;
        self.describe(tenant, name).await
    }

    /// Sources stop, what is in flight goes on to the sinks, positions are kept. Returns once that is recorded.
    ///
    /// # Errors
    /// `not-found`; `conflict` if it is over.
    pub async fn pause(&self, tenant: &TenantName, name: &PipelineName) -> Result<(), Problem> {
        deploy::act(&self.0, tenant, name, Verb::Pause).await
    }

    /// Goes on from the positions kept.
    ///
    /// # Errors
    /// `not-found`; `conflict` if it is over.
    pub async fn resume(&self, tenant: &TenantName, name: &PipelineName) -> Result<(), Problem> {
        deploy::act(&self.0, tenant, name, Verb::Resume).await
    }

    /// As [`pause`](Self::pause), for good.
    ///
    /// # Errors
    /// `not-found`.
    pub async fn stop(&self, tenant: &TenantName, name: &PipelineName) -> Result<(), Problem> {
        deploy::act(&self.0, tenant, name, Verb::Stop).await
    }

    /// Forgets a pipeline that is stopped, finished or failed, with its positions.
    ///
    /// # Errors
    /// `not-found`; `conflict` while it runs.
    pub async fn delete(&self, tenant: &TenantName, name: &PipelineName) -> Result<(), Problem> {
        deploy::act(&self.0, tenant, name, Verb::Delete).await
    }

    /// The last `lines` lines of the pipeline's log, and those that come if `follow` says so.
    ///
    /// # Errors
    /// `not-found`.
    pub fn logs(
        &self,
        tenant: &TenantName,
        name: &PipelineName,
        lines: usize,
        follow: Follow,
    ) -> Result<Tail, Problem> {
        Ok(self.0.pipeline(tenant, name)?.log.tail(lines, follow))
    }

    /// All hosts that are connected or known to be drained, by name.
    pub fn hosts(&self) -> Vec<Host> {
        hosts::all(&self.0)
    }

    /// Moves every task away from the host; nothing new is placed there. Returns once that is recorded.
    ///
    /// # Errors
    /// `not-found` if there is no such host.
    pub async fn drain(&self, host: &HostName) -> Result<(), Problem> {
        hosts::drain(&self.0, host).await
    }

    /// Lets tasks be placed on the host again.
    ///
    /// # Errors
    /// `not-found` if there is no such host.
    pub async fn undrain(&self, host: &HostName) -> Result<(), Problem> {
        hosts::undrain(&self.0, host).await
    }

    /// Starts the tenant's pipelines that reach others again: what they may reach has changed.
    pub async fn regranted(&self, tenant: &TenantName) {
        deploy::regranted(&self.0, tenant).await;
    }

    /// The component of a plugin that `tenant` published, for a host that has to compile it.
    ///
    /// # Errors
    /// `not-found` unless the tenant has a plugin of this digest.
    pub async fn component(
        &self,
        tenant: &TenantName,
        digest: &Digest,
    ) -> Result<Vec<u8>, Problem> {
        self.0.component(tenant, digest).await
    }
}
