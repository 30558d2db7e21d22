//! What the care of workers asks of the rest of the host, so that a test or a simulation can answer otherwise.

use std::{rc::Rc, time::Duration};

use async_trait::async_trait;
use futures_util::future::LocalBoxFuture;
use sandbar_control::{Digest, Problem, TenantName};
use sandbar_schema::node_capnp::process;

use crate::compiler::Native;

/// Starts workers.
#[async_trait(?Send)]
pub trait Launcher {
    /// A worker that is not configured yet.
    ///
    /// # Errors
    /// If the machine has no process to give.
    async fn launch(&self, tenant: &TenantName) -> Result<Launched, Problem>;
}

/// A worker that was started. Dropping `end` ends it, if nothing else did.
pub struct Launched {
    /// What it serves; broken once it is gone.
    pub process: process::Client,
    /// Where compiled plugins go, before a start that needs them.
    pub plugins: Rc<dyn Recipient>,
    /// Ready once the worker is gone and nothing is left of it.
    pub ended: LocalBoxFuture<'static, Ended>,
    /// Ends it at once, on a message or when dropped.
    pub end: tokio::sync::oneshot::Sender<()>,
    /// CPU time that it has used.
    pub cpu: Box<dyn Fn() -> Duration>,
}

/// How a worker ended, for people: `killed by signal 9`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended(pub String);

/// Takes native code into a worker.
#[async_trait(?Send)]
pub trait Recipient {
    /// Hands over the code of a plugin. Each is handed over once to each worker.
    ///
    /// # Errors
    /// If the worker is gone.
    async fn hand(&self, digest: &Digest, native: &Native) -> Result<(), Problem>;
}

/// Gives native code of plugins.
#[async_trait(?Send)]
pub trait Plugins {
    /// The plugin's code, verified; compiled now if it was not before. `None`: workers here need no code.
    ///
    /// # Errors
    /// If the component cannot be had or compiled.
    async fn native(
        &self,
        tenant: &TenantName,
        digest: &Digest,
    ) -> Result<Option<Rc<Native>>, Problem>;
}

/// Gives components as they were published, for hosts that have to compile them.
#[async_trait(?Send)]
pub trait Components {
    /// # Errors
    /// If there is none, or it cannot be had now.
    async fn component(&self, tenant: &TenantName, digest: &Digest) -> Result<Vec<u8>, Problem>;
}

/// Issues certificates of workers.
pub trait Identities {
    /// For this host's worker of `tenant`, fresh.
    ///
    /// # Errors
    /// If the host's own certificates do not serve.
    fn worker(&self, tenant: &TenantName) -> Result<Credentials, Problem>;
}

/// A worker's certificate and key.
#[derive(Clone)]
pub struct Credentials {
    /// DER certificate of the cluster's authority.
    pub authority: Vec<u8>,
    /// DER certificates, the worker's own first.
    pub chain: Vec<Vec<u8>>,
    /// PKCS #8.
    pub key: Vec<u8>,
    /// When the worker is to get new ones: well before these expire.
    pub renew_after: Duration,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Credentials")
            .field("renew_after", &self.renew_after)
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Launched {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Launched").finish_non_exhaustive()
    }
}
