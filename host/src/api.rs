//! The Cap'n Proto servers of `control.capnp`: what people and programs ask of a cluster. Every connection gets a
//! `Bootstrap`; a token turns that into a `Tenant` or an `Operator`, which ask their session at each call. Decisions are
//! made by the cluster, the registry and the tenancy; here calls are let in, limited, written down and answered.
//!
//! ```text
//! connection --Bootstrap.authenticate--> Session --> Tenant --> Upload, Pipeline
//!                                                `-> Operator
//! ```

use std::{cell::Cell, net::IpAddr, rc::Rc};

use sandbar_control::{HostName, Problem, TenantName, view::TenantDescription};
use sandbar_dataflow::Clock;
use sandbar_store::blobs::Uploads;

use crate::{
    cluster::Cluster,
    observe,
    registry::Registry,
    tenancy::{Audit, Tenancy},
};

mod bootstrap;
pub mod client;
mod connection;
mod decode;
mod encode;
mod operator;
mod pipeline;
mod rate;
mod session;
mod tenant;
#[cfg(test)]
mod tests;
mod upload;

pub use connection::{Connection, Doors};
pub(crate) use decode::network as decode_network;
pub(crate) use encode::{network as encode_network, problem as encode_problem};
pub use upload::Compile;

use connection::Gate;
use rate::Rate;

/// Of this program, as it tells others.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Changes that a tenant, or all operators together, may ask for in a minute: each is a write to the disk or two.
const CHANGES_PER_MINUTE: u32 = 300;

/// Plans that a tenant may ask for in a minute: each reads and checks a file.
const PLANS_PER_MINUTE: u32 = 600;

/// Uploads that a tenant may begin in a minute.
const UPLOADS_PER_MINUTE: u32 = 60;

/// What the API stands on.
#[allow(missing_debug_implementations, reason = "it is taken apart at once")]
pub struct Parts {
    pub host: HostName,
    pub cluster: Cluster,
    pub registry: Registry,
    pub tenancy: Tenancy,
    pub audit: Audit,
    pub uploads: Uploads,
    pub compile: Rc<dyn Compile>,
    pub clock: Rc<dyn Clock>,
}

/// The API of one cluster. Cheap to clone; the clones are the same.
#[derive(Clone)]
pub struct Api {
    shared: Rc<Shared>,
    gate: Rc<Gate>,
}

impl std::fmt::Debug for Api {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Api").field("host", &self.shared.host).finish_non_exhaustive()
    }
}

/// What all connections use.
struct Shared {
    host: HostName,
    cluster: Cluster,
    registry: Registry,
    tenancy: Tenancy,
    audit: Audit,
    uploads: Uploads,
    compile: Rc<dyn Compile>,
    clock: Rc<dyn Clock>,
    changes: Rate<String>,
    plans: Rate<TenantName>,
    beginning: Rate<TenantName>,
    counts: Counts,
}

/// What happened since the host began.
#[derive(Default)]
struct Counts {
    connections_refused: Cell<u64>,
    tokens_right: Cell<u64>,
    tokens_wrong: Cell<u64>,
    uploads_begun: Cell<u64>,
    uploads_published: Cell<u64>,
    uploads_refused: Cell<u64>,
    upload_bytes: Cell<u64>,
}

impl Api {
    pub fn new(parts: Parts) -> Self {
        let Parts { host, cluster, registry, tenancy, audit, uploads, compile, clock } = parts;
        let shared = Shared {
            host,
            cluster,
            registry,
            tenancy,
            audit,
            uploads,
            compile,
            clock,
            changes: Rate::per_minute(CHANGES_PER_MINUTE),
            plans: Rate::per_minute(PLANS_PER_MINUTE),
            beginning: Rate::per_minute(UPLOADS_PER_MINUTE),
            counts: Counts::default(),
        };
        Self { shared: Rc::new(shared), gate: Rc::default() }
    }

    /// Lets a connection from `address` in, before anything of it is read. Hold what is returned as long as it lasts.
    /// `None`: there are too many; close it.
    pub fn admit(&self, address: IpAddr) -> Option<Rc<Connection>> {
        let admitted = self.gate.enter(address);
        if admitted.is_none() {
            add(&self.shared.counts.connections_refused, 1);
        }
        admitted
    }

    /// What the connection gives its peer. Run [`Connection::run`] beside the RPC, and close when it returns.
    pub fn bootstrap(
        &self,
        connection: &Rc<Connection>,
    ) -> sandbar_schema::control_capnp::bootstrap::Client {
        let (shared, connection) = (Rc::clone(&self.shared), Rc::clone(connection));
        capnp_rpc::new_client(bootstrap::Bootstrap { shared, connection })
    }

    /// The tokens and tenants that this serves.
    pub fn tenancy(&self) -> &Tenancy {
        &self.shared.tenancy
    }

    /// What was counted since the host began.
    pub fn counted(&self) -> observe::Counts {
        let counts = &self.shared.counts;
        observe::Counts {
            connections: self.gate.connections() as u64,
            connections_refused: counts.connections_refused.get(),
            tokens_right: counts.tokens_right.get(),
            tokens_wrong: counts.tokens_wrong.get(),
            uploads_begun: counts.uploads_begun.get(),
            uploads_published: counts.uploads_published.get(),
            uploads_refused: counts.uploads_refused.get(),
            upload_bytes: counts.upload_bytes.get(),
        }
    }

    /// All tenants and what they use.
    ///
    /// # Errors
    /// If the metadata cannot be read.
    pub async fn tenants(&self) -> Result<Vec<TenantDescription>, Problem> {
        self.shared.tenants().await
    }
}

impl Shared {
    async fn tenants(&self) -> Result<Vec<TenantDescription>, Problem> {
        let mut described = Vec::new();
        for tenant in self.tenancy.tenants().await? {
            let plugins = self.registry.plugins(&tenant.name).await?.len();
            let used = self.cluster.used(&tenant.name);
            described.push(TenantDescription {
                plugins: encode::length(plugins),
                pipelines: used.pipelines,
                tasks: used.tasks,
                quota: tenant.quota.effective(),
                network: tenant.network,
                name: tenant.name,
            });
        }
        Ok(described)
    }
}

/// Counts `more`.
fn add(count: &Cell<u64>, more: u64) {
    count.set(count.get().saturating_add(more));
}
