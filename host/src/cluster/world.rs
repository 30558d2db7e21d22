//! What all parts of the leader share: the metadata, the members, the pipelines, and the futures that run them.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use futures_util::future::LocalBoxFuture;
use sandbar_control::{
    Code, Digest, Event, HostName, Network, PipelineName, Problem, Quota, TenantName, keys,
    record::{self, Record as _},
};
use sandbar_store::{Blobs, Metadata, blobs, metadata};
use tokio::sync::{Mutex, OnceCell, mpsc, watch};
use tracing::Instrument as _;

use crate::node::component_problem;

use super::{
    Seams, Used,
    driver::{Driver, Fenced},
    members::Members,
    pipeline::{ASKS_MAX, Pipeline, State},
    version::number,
};
use crate::observe;

/// A future that runs for as long as the cluster does.
pub(super) type Duty = LocalBoxFuture<'static, Result<(), Fenced>>;

pub(super) struct World {
    pub(super) metadata: Rc<dyn Metadata>,
    pub(super) blobs: Rc<dyn Blobs>,
    pub(super) seams: Seams,
    pub(super) members: Members,
    /// Hosts that nothing is placed on.
    pub(super) draining: RefCell<BTreeSet<HostName>>,
    /// Hosts that the metadata knows.
    pub(super) known: RefCell<BTreeSet<HostName>>,
    /// Set once those that were known at the start are there.
    pub(super) gathered: OnceCell<()>,
    /// Held while quotas are checked and a pipeline is added.
    pub(super) deploying: Mutex<()>,
    pub(super) arriving: RefCell<Option<mpsc::UnboundedReceiver<Duty>>>,
    duties: mpsc::UnboundedSender<Duty>,
    pipelines: RefCell<BTreeMap<(TenantName, PipelineName), Rc<Pipeline>>>,
}

impl World {
    pub(super) fn new(metadata: Rc<dyn Metadata>, blobs: Rc<dyn Blobs>, seams: Seams) -> Rc<Self> {
        // No more futures than pipelines and hosts.
        let (duties, arriving) = mpsc::unbounded_channel();
        let members = Members::new(Rc::clone(&seams.now_ms));
        Rc::new(Self {
            metadata,
            blobs,
            seams,
            members,
            draining: RefCell::default(),
            known: RefCell::default(),
            gathered: OnceCell::new(),
            deploying: Mutex::default(),
            arriving: RefCell::new(Some(arriving)),
            duties,
            pipelines: RefCell::default(),
        })
    }

    /// Adds a pipeline and starts its driver, which is told `first`.
    pub(super) fn add(
        self: &Rc<Self>,
        tenant: TenantName,
        state: State,
        first: Event,
        reserved: Option<u64>,
    ) {
        let (asks, asked) = mpsc::channel(ASKS_MAX);
        let name = state.record.name.clone();
        let pipeline = Rc::new(Pipeline {
            tenant: tenant.clone(),
            name: name.clone(),
            asks,
            log: Rc::default(),
            status: watch::channel(state.machine.status()).0,
            state: RefCell::new(state),
        });
        self.pipelines.borrow_mut().insert((tenant, name), Rc::clone(&pipeline));
        let span = observe::pipeline(&pipeline.tenant, &pipeline.name);
        let driver = Driver::new(Rc::clone(self), pipeline, asked, reserved);
        self.perform(Box::pin(driver.run(first).instrument(span)));
    }

    /// Runs `duty` beside the others.
    pub(super) fn perform(&self, duty: Duty) {
        // Fails only when nobody runs the cluster any more.
        let _ = self.duties.send(duty);
    }

    pub(super) fn forget(&self, pipeline: &Pipeline) {
        let key = (pipeline.tenant.clone(), pipeline.name.clone());
        let gone = self.pipelines.borrow_mut().remove(&key);
        drop(gone);
    }

    /// # Errors
    /// `not-found`.
    pub(super) fn pipeline(
        &self,
        tenant: &TenantName,
        name: &PipelineName,
    ) -> Result<Rc<Pipeline>, Problem> {
        let key = (tenant.clone(), name.clone());
        self.pipelines.borrow().get(&key).map(Rc::clone).ok_or_else(|| {
            Problem::not_found(format!("there is no pipeline {name}"))
                .help("`sandbar list` shows those that there are")
        })
    }

    pub(super) fn pipelines(&self) -> Vec<Rc<Pipeline>> {
        self.pipelines.borrow().values().map(Rc::clone).collect()
    }

    pub(super) fn pipelines_of(&self, tenant: &TenantName) -> Vec<Rc<Pipeline>> {
        let pipelines = self.pipelines.borrow();
        let of_tenant = pipelines.iter().filter(|((owner, _), _)| owner == tenant);
        of_tenant.map(|(_, pipeline)| Rc::clone(pipeline)).collect()
    }

    /// What whoever runs the cluster allows a tenant.
    ///
    /// # Errors
    /// If the metadata cannot be read.
    pub(super) async fn allowed(&self, tenant: &TenantName) -> Result<(Quota, Network), Problem> {
        let entry = self.metadata.get(&keys::tenant(tenant)).await.map_err(stored)?;
        let tenant = entry.map(|entry| record::Tenant::decode(&entry.value)).transpose()?;
        Ok(tenant.map(|tenant| (tenant.quota, tenant.network)).unwrap_or_default())
    }

    /// What the pipelines of a tenant use, but for the one called `except`.
    pub(super) fn used(&self, tenant: &TenantName, except: Option<&PipelineName>) -> Used {
        let mut used = Used::default();
        for pipeline in self.pipelines_of(tenant).iter().filter(|p| Some(&p.name) != except) {
            let state = pipeline.state.borrow();
            used.pipelines += 1;
            if let Ok(version) = &state.version {
                used.tasks += number(version.tasks());
                used.instances += number(version.instances());
            }
        }
        used
    }

    /// How many tasks of all pipelines but `except` each host runs.
    pub(super) fn loads(&self, except: Option<&Pipeline>) -> BTreeMap<HostName, u32> {
        let mut loads = BTreeMap::new();
        for pipeline in self.pipelines.borrow().values() {
            if except.is_some_and(|except| std::ptr::eq(except, &raw const **pipeline)) {
                continue;
            }
            let state = pipeline.state.borrow();
            for (_, host) in state.machine.placement().iter().flat_map(|placed| placed.tasks()) {
                *loads.entry(host.clone()).or_default() += 1;
            }
        }
        loads
    }

    /// # Errors
    /// `not-found` unless the tenant has a plugin of this digest.
    pub(super) async fn component(
        &self,
        tenant: &TenantName,
        digest: &Digest,
    ) -> Result<Vec<u8>, Problem> {
        let plugins = self.metadata.scan(&keys::plugins(tenant)).await.map_err(stored)?;
        let mut published = false;
        for (_, entry) in plugins {
            published |= record::Plugin::decode(&entry.value)?.digest == *digest;
        }
        let missing = || Problem::not_found(format!("tenant {tenant} has no plugin {digest}"));
        let digest: blobs::Digest =
            published.then(|| digest.as_str().parse().ok()).flatten().ok_or_else(missing)?;
        self.blobs.get(&digest).await.map_err(|error| component_problem(&error))
    }
}

/// What a user is told of an error of the metadata.
pub(super) fn stored(error: metadata::Error) -> Problem {
    let message = error.to_string();
    match error {
        metadata::Error::Conflict { .. } => Problem::conflict(message),
        metadata::Error::TooLarge { .. } => Problem::new(Code::TooLarge, message),
        metadata::Error::Full { .. } => Problem::unavailable(message),
        _ => Problem::internal(message),
    }
}
