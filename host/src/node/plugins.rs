//! Where a host's workers have their native code from: the cache, and else the compiler, fed from wherever the component
//! lies.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    rc::{Rc, Weak},
};

use async_trait::async_trait;
use sandbar_control::{Digest, Problem, TenantName};
use sandbar_schema::node_capnp::leader;
use sandbar_store::{Blobs, blobs};
use tokio::sync::Mutex;

use super::{Components, Plugins, wire};
use crate::compiler::{Compiler, Native};

/// Native code by this host's own compiler.
pub struct Compiling {
    compiler: Rc<Compiler>,
    components: Rc<dyn Components>,
    /// Plugins that are being compiled: who else wants one waits for it.
    busy: RefCell<BTreeMap<Digest, Weak<Mutex<()>>>>,
}

impl std::fmt::Debug for Compiling {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Compiling").field("compiler", &self.compiler).finish_non_exhaustive()
    }
}

impl Compiling {
    pub fn new(compiler: Rc<Compiler>, components: Rc<dyn Components>) -> Self {
        Self { compiler, components, busy: RefCell::default() }
    }

    /// The lock of one plugin.
    fn lock(&self, digest: &Digest) -> Rc<Mutex<()>> {
        let mut busy = self.busy.borrow_mut();
        busy.retain(|_, lock| lock.strong_count() > 0);
        if let Some(lock) = busy.get(digest).and_then(Weak::upgrade) {
            return lock;
        }
        let lock = Rc::default();
        busy.insert(digest.clone(), Rc::downgrade(&lock));
        lock
    }
}

#[async_trait(?Send)]
impl Plugins for Compiling {
    async fn native(
        &self,
        tenant: &TenantName,
        digest: &Digest,
    ) -> Result<Option<Rc<Native>>, Problem> {
        let lock = self.lock(digest);
        let _held = lock.lock().await;
        if let Some(native) = self.compiler.native(digest).await {
            return Ok(Some(native));
        }
        let component = self.components.component(tenant, digest).await?;
        if Digest::of(&component) != *digest {
            let message =
                format!("plugin {digest} came with other content than it was published with");
            return Err(Problem::internal(message).help("check the leading host's disk"));
        }
        self.compiler.compile(tenant, &component).await?;
        match self.compiler.native(digest).await {
            Some(native) => Ok(Some(native)),
            None => {
                let message = format!("the compiled code of plugin {digest} cannot be read back");
                Err(Problem::unavailable(message).help("check this host's disk and memory"))
            }
        }
    }
}

/// Components from this host's own blobs: those of the leader.
pub struct FromBlobs(pub Rc<dyn Blobs>);

impl std::fmt::Debug for FromBlobs {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("FromBlobs")
    }
}

#[async_trait(?Send)]
impl Components for FromBlobs {
    async fn component(&self, _: &TenantName, digest: &Digest) -> Result<Vec<u8>, Problem> {
        let digest: blobs::Digest = digest
            .as_str()
            .parse()
            .map_err(|error: blobs::Error| Problem::invalid(error.to_string()))?;
        self.0.get(&digest).await.map_err(|error| component_problem(&error))
    }
}

/// Why there is no component, and how it comes back.
pub(crate) fn component_problem(error: &blobs::Error) -> Problem {
    let again =
        "publish the same file again under the same name and version, then `sandbar resume`";
    match error {
        blobs::Error::NotFound { .. } => Problem::not_found(error.to_string()).help(again),
        blobs::Error::Corrupt { .. } => Problem::internal(error.to_string()).help(again),
        error => Problem::unavailable(error.to_string()),
    }
}

/// Components from the leading host.
#[derive(Clone)]
pub struct FromLeader(pub leader::Client);

impl std::fmt::Debug for FromLeader {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("FromLeader")
    }
}

#[async_trait(?Send)]
impl Components for FromLeader {
    async fn component(&self, tenant: &TenantName, digest: &Digest) -> Result<Vec<u8>, Problem> {
        let lost = |error: capnp::Error| {
            Problem::unavailable(format!("the leading host did not give plugin {digest}: {error}"))
        };
        let mut request = self.0.plugin_request();
        request.get().set_tenant(tenant.as_str());
        request.get().set_digest(digest.as_str());
        let answer = request.send().promise.await.map_err(lost)?;
        let answer = answer.get().map_err(lost)?;
        match answer.get_problem().and_then(wire::told).map_err(lost)? {
            Some(problem) => Err(problem),
            None => Ok(answer.get_component().map_err(lost)?.to_vec()),
        }
    }
}
