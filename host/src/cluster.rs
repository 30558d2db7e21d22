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

use sandbar_control::{
    Digest, HostName, PipelineName, Problem, Status, TenantName,
    record::Source,
    view::{Change, Description, Host, Right, Summary},
};
use sandbar_schema::node_capnp::{leader, member};
use sandbar_store::{Blobs, Metadata};

mod log;
mod members;

pub use log::{Follow, Lines, Tail};
pub use members::Offer;

/// What the cluster takes from the world, so that a test can give it another one.
#[derive(Clone)]
pub struct Seams {
    /// Milliseconds since the Unix epoch.
    pub now_ms: Rc<dyn Fn() -> i64>,
    /// Fills its argument with random bytes that nobody can guess.
    pub random: Rc<dyn Fn(&mut [u8])>,
}

/// What a tenant uses of the cluster.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Used {
    pub pipelines: u32,
    pub tasks: u32,
}

/// The cluster, as its leader has it. Cheap to clone; the clones are the same. Lives on one thread, in a `LocalSet`.
#[derive(Clone)]
pub struct Cluster(Rc<Inner>);

struct Inner {
    metadata: Rc<dyn Metadata>,
    blobs: Rc<dyn Blobs>,
    seams: Seams,
}

impl Cluster {
    /// Opens the cluster that `metadata` holds: pipelines that should run start again from their committed positions as
    /// soon as there are hosts. Call it in the `LocalSet` that it is to live in.
    ///
    /// # Errors
    /// If the metadata cannot be read.
    pub async fn open(
        metadata: Rc<dyn Metadata>,
        blobs: Rc<dyn Blobs>,
        seams: Seams,
    ) -> Result<Self, Problem> {
        Ok(Self(Rc::new(Inner { metadata, blobs, seams })))
    }

    /// Runs the drivers of all pipelines for as long as it is polled.
    ///
    /// # Errors
    /// If another leader wrote to the metadata, so that this one must not go on.
    pub async fn run(&self) -> Result<(), Problem> {
        std::future::pending().await
    }

    /// Takes a host in, for as long as the capability returned is held: serve it over the host's connection.
    ///
    /// # Errors
    /// `conflict` while another host of this name is connected.
    pub fn join(&self, offer: Offer, member: member::Client) -> Result<leader::Client, Problem> {
        let _ = (offer, member);
        Err(unavailable())
    }

    /// What [`deploy`](Self::deploy) would do.
    ///
    /// # Errors
    /// Why it would be refused, rights apart.
    pub async fn plan(&self, tenant: &TenantName, source: &Source) -> Result<Change, Problem> {
        let _ = (tenant, source);
        Err(unavailable())
    }

    /// Starts the pipeline, or replaces the running one of that name. `rights` were agreed to; `revision` is that of the
    /// change that was shown, 0: whatever it is.
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
        let _ = (tenant, source, rights, revision);
        Err(unavailable())
    }

    /// All pipelines of a tenant, by name. Counts are those known last.
    pub async fn pipelines(&self, tenant: &TenantName) -> Vec<Summary> {
        let _ = tenant;
        Vec::new()
    }

    /// What the pipelines of a tenant use.
    pub fn used(&self, tenant: &TenantName) -> Used {
        let _ = tenant;
        Used::default()
    }

    /// # Errors
    /// `not-found`.
    pub fn find(&self, tenant: &TenantName, name: &str) -> Result<PipelineName, Problem> {
        let _ = (tenant, name);
        Err(unavailable())
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
        let _ = (tenant, name);
        Err(unavailable())
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
        let _ = (tenant, name, until, timeout);
        Err(unavailable())
    }

    /// Sources stop, what is in flight goes on to the sinks, positions are kept. Returns once that is recorded.
    ///
    /// # Errors
    /// `not-found`; `conflict` if it is over.
    pub async fn pause(&self, tenant: &TenantName, name: &PipelineName) -> Result<(), Problem> {
        let _ = (tenant, name);
        Err(unavailable())
    }

    /// Goes on from the positions kept.
    ///
    /// # Errors
    /// `not-found`; `conflict` if it is over.
    pub async fn resume(&self, tenant: &TenantName, name: &PipelineName) -> Result<(), Problem> {
        let _ = (tenant, name);
        Err(unavailable())
    }

    /// As [`pause`](Self::pause), for good.
    ///
    /// # Errors
    /// `not-found`.
    pub async fn stop(&self, tenant: &TenantName, name: &PipelineName) -> Result<(), Problem> {
        let _ = (tenant, name);
        Err(unavailable())
    }

    /// Forgets a pipeline that is stopped, finished or failed, with its positions.
    ///
    /// # Errors
    /// `not-found`; `conflict` while it runs.
    pub async fn delete(&self, tenant: &TenantName, name: &PipelineName) -> Result<(), Problem> {
        let _ = (tenant, name);
        Err(unavailable())
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
        let _ = (tenant, name, lines, follow);
        Err(unavailable())
    }

    /// All hosts that are connected or known to be drained, by name.
    pub fn hosts(&self) -> Vec<Host> {
        Vec::new()
    }

    /// Moves every task away from the host; nothing new is placed there.
    ///
    /// # Errors
    /// `not-found` if there never was such a host.
    pub async fn drain(&self, host: &HostName) -> Result<(), Problem> {
        let _ = host;
        Err(unavailable())
    }

    /// Lets tasks be placed on the host again.
    ///
    /// # Errors
    /// `not-found` if there never was such a host.
    pub async fn undrain(&self, host: &HostName) -> Result<(), Problem> {
        let _ = host;
        Err(unavailable())
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
        let _ = (tenant, digest, &self.0.blobs, &self.0.metadata, &self.0.seams);
        Err(unavailable())
    }
}

fn unavailable() -> Problem {
    Problem::unavailable("pipelines cannot be run yet")
}
