//! A tenant's worker: runs its share of pipelines for a host, and joins the channels that cross to other workers. The
//! server of `Process` and `Run` of node.capnp; each part that is started is a [`running::Active`].
//!
//! Knows no process, socket or system call: what the machine does comes through [`Platform`], so that a simulation runs
//! many workers in one thread. Everything here stays on the thread of its `LocalSet`; tasks run wherever `Spawn` says.

mod exhausted;
mod machine;
mod native;
mod part;
mod report;
mod running;
#[cfg(test)]
mod tests;

use std::{
    cell::RefCell,
    collections::BTreeMap,
    rc::{Rc, Weak},
    sync::Arc,
};

use async_trait::async_trait;
use sandbar_control::{Code, Problem};
use sandbar_dataflow::{Budget, Clock, Factory, plan::Plan};
use sandbar_exchange::{Inlets, Shards};
use sandbar_sandbox::GuestLog;
use sandbar_schema::node_capnp::{events, process, run};

use tokio::sync::watch;

use crate::{
    connectors::Granted,
    factory::Resume,
    pipeline::{self, Setup},
    plugins::Table,
    protect::Protection,
    threads::Spawn,
};

pub(crate) use exhausted::exhausted;
pub use machine::Machine;
pub use native::Native;
pub use part::{Configuration, Credentials, Part, Peer, PluginUse, Position};

/// Of a worker's memory, the share that batches may hold before sources wait: the rest is for guests.
const BATCH_SHARE: u64 = 4;

/// Memory of a worker whose quota says nothing.
const MEMORY_BYTES: u64 = 1 << 30;

/// What a worker needs of the machine, or of a simulation of one.
#[async_trait(?Send)]
pub trait Platform {
    /// Called once, first. Listens for peers and serves `inlets` to them, and gives up every right not needed any more.
    ///
    /// # Errors
    /// Why this cannot become the worker that `configuration` describes.
    async fn configure(
        &self,
        configuration: &Configuration,
        inlets: &Inlets,
    ) -> Result<Equipment, Problem>;

    /// Uses `credentials` for connections from now on.
    ///
    /// # Errors
    /// Why they cannot be used; then the old ones stay.
    fn renew(&self, credentials: Credentials) -> Result<(), Problem>;
}

/// What a configured worker works with.
pub struct Equipment {
    /// Where peers reach this worker, `IP:PORT`.
    pub address: String,
    pub protections: Vec<Protection>,
    /// Reach peers, which are named `HOST@ADDRESS`.
    pub shards: Shards,
    /// Bytes that a channel holds before its sender waits.
    pub channel_bytes: usize,
    pub spawn: Rc<dyn Spawn>,
    pub make: Rc<dyn Make>,
    pub clock: Arc<dyn Clock>,
}

impl std::fmt::Debug for Equipment {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Equipment").field("address", &self.address).finish_non_exhaustive()
    }
}

/// Makes the nodes of pipelines.
pub trait Make {
    /// And what is to be held for as long as the run is.
    ///
    /// # Errors
    /// If a node cannot be made here, as where the native code of a plugin did not arrive.
    fn factory(&self, order: Order) -> Result<(Arc<dyn Factory>, Held), Problem>;
}

/// Whatever must not go before the host has let go of a run: native code, which it sends only once meanwhile.
pub type Held = Box<dyn std::any::Any>;

/// What the nodes of one pipeline are to be made of.
pub struct Order {
    pub tenant: String,
    pub epoch: u64,
    pub plan: Arc<Plan>,
    /// By node.
    pub setups: Vec<Setup>,
    pub plugins: Table,
    /// What connectors may reach.
    pub granted: Granted,
    pub log: Arc<dyn GuestLog>,
    pub clock: Arc<dyn Clock>,
    pub seed: u64,
    pub resume: BTreeMap<(usize, u32), Resume>,
}

impl std::fmt::Debug for Order {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Order").field("tenant", &self.tenant).finish_non_exhaustive()
    }
}

/// A worker, before and after it was configured.
pub struct Worker {
    platform: Rc<dyn Platform>,
    inlets: Inlets,
    ground: RefCell<Option<Rc<Ground>>>,
    pipelines: RefCell<BTreeMap<String, Known>>,
}

/// A worker's own place in the cluster.
struct Ground {
    tenant: String,
    host: String,
    budget: Arc<Budget>,
    equipment: Equipment,
}

/// What a worker remembers of a pipeline.
#[derive(Default)]
struct Known {
    /// The newest that was seen.
    epoch: u64,
    /// Whether tasks of it were started.
    started: bool,
    active: Weak<Slot>,
    /// Turns true: its tasks are given up. Closed: they are gone.
    given_up: Option<Rc<watch::Sender<bool>>>,
}

/// A part that runs, until it was given up.
type Slot = RefCell<Option<running::Active>>;

impl std::fmt::Debug for Worker {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Worker").finish_non_exhaustive()
    }
}

impl Worker {
    /// A worker that waits for its configuration. Its futures are spawned on the caller's `LocalSet`.
    pub fn serve(platform: Rc<dyn Platform>) -> process::Client {
        let (inlets, ground) = (Inlets::default(), RefCell::default());
        let pipelines = RefCell::default();
        capnp_rpc::new_client(Self { platform, inlets, ground, pipelines })
    }

    fn ground(&self) -> Result<Rc<Ground>, Problem> {
        let ground = self.ground.borrow().clone();
        ground.ok_or_else(|| conflict("the worker was not configured"))
    }

    async fn set_up(&self, configuration: Configuration) -> Result<Rc<Ground>, Problem> {
        if self.ground.borrow().is_some() {
            return Err(conflict("the worker is configured already"));
        }
        let equipment = self.platform.configure(&configuration, &self.inlets).await?;
        let memory = match configuration.memory_bytes {
            0 => MEMORY_BYTES,
            bytes => bytes,
        };
        let budget = Budget::new(usize::try_from(memory / BATCH_SHARE).unwrap_or(usize::MAX));
        let Configuration { tenant, host, .. } = configuration;
        let ground = Rc::new(Ground { tenant, host, budget, equipment });
        *self.ground.borrow_mut() = Some(Rc::clone(&ground));
        Ok(ground)
    }

    /// Starts `part`, once all of its pipeline that is older is gone.
    async fn begin(&self, part: Part, events: events::Client) -> Result<Run, Problem> {
        let ground = self.ground()?;
        if part.tenant != ground.tenant {
            let message = format!("a worker of another tenant than `{}` was asked", part.tenant);
            return Err(Problem::new(Code::Forbidden, message));
        }
        let before = self.admit(&part)?;
        if let Some(given_up) = before {
            given_up.send_replace(true);
            given_up.closed().await;
        }
        let planned = plan(&part)?;
        // Meanwhile somebody may have come with a newer epoch.
        self.check(&part)?;
        let (active, held) = running::start(&ground, &self.inlets, &part, planned, events)?;
        let given_up = active.given_up();
        let slot = Rc::new(RefCell::new(Some(active)));
        let mut pipelines = self.pipelines.borrow_mut();
        let known = pipelines.entry(part.pipeline).or_default();
        known.started = true;
        (known.active, known.given_up) = (Rc::downgrade(&slot), Some(given_up));
        Ok(Run { slot, _held: held })
    }

    /// Fences older epochs off; what still runs of them is returned. Refuses an epoch that is older itself.
    fn admit(&self, part: &Part) -> Result<Option<Rc<watch::Sender<bool>>>, Problem> {
        self.check(part)?;
        let fenced = self.inlets.fence(&part.pipeline, part.epoch);
        fenced.map_err(|error| conflict(error.to_string()))?;
        let mut pipelines = self.pipelines.borrow_mut();
        let known = pipelines.entry(part.pipeline.clone()).or_default();
        drop(known.active.upgrade().and_then(|slot| slot.borrow_mut().take()));
        (known.epoch, known.started, known.active) = (part.epoch, false, Weak::new());
        // Kept, too, for whoever comes while this one waits.
        Ok(known.given_up.clone())
    }

    fn check(&self, part: &Part) -> Result<(), Problem> {
        let pipelines = self.pipelines.borrow();
        let Some(known) = pipelines.get(&part.pipeline) else { return Ok(()) };
        let (pipeline, epoch) = (&part.pipeline, part.epoch);
        if epoch < known.epoch {
            let newest = known.epoch;
            return Err(conflict(format!(
                "epoch {epoch} of `{pipeline}` is over, epoch {newest} was seen here"
            )));
        }
        if epoch == known.epoch && known.started {
            return Err(conflict(format!("epoch {epoch} of `{pipeline}` was started here before")));
        }
        Ok(())
    }
}

/// Plans the part's text anew, and sees that this is the plan that the leader made.
fn plan(part: &Part) -> Result<(pipeline::Planned, Table), Problem> {
    let mut table = Table::default();
    for PluginUse { reference, digest, manifest } in &part.plugins {
        table.add(reference, digest, manifest).map_err(Problem::invalid)?;
    }
    let name = &part.pipeline;
    let planned = pipeline::parse_published(name, &part.text, &part.overrides, None, &mut table);
    let planned = planned.map_err(|found| {
        let first = found.first().map(pipeline::Diagnostic::headline).unwrap_or_default();
        Problem::invalid(first).help("see the pipeline's file with `sandbar describe`")
    })?;
    let digest = planned.plan.digest();
    if digest != part.plan_digest {
        let theirs = &part.plan_digest;
        let message =
            format!("`{name}` is planned as {digest} here and as {theirs} by the leading host");
        let help = "run the same version of Sandbar on all hosts";
        return Err(Problem::internal(message).help(help));
    }
    Ok((planned, table))
}

fn conflict(message: impl Into<String>) -> Problem {
    Problem::new(Code::Conflict, message)
}

impl process::Server for Worker {
    async fn configure(
        self: Rc<Self>,
        params: process::ConfigureParams,
        mut results: process::ConfigureResults,
    ) -> Result<(), capnp::Error> {
        let configuration = Configuration::read(params.get()?.get_configuration()?)?;
        let mut results = results.get();
        match self.set_up(configuration).await {
            Ok(ground) => {
                let Equipment { address, protections, .. } = &ground.equipment;
                results.set_address(address);
                let length = u32::try_from(protections.len()).expect("protections are few");
                let mut list = results.init_protections(length);
                for (index, protection) in (0..).zip(protections) {
                    let mut to = list.reborrow().get(index);
                    to.set_name(&protection.name);
                    to.set_in_force(protection.in_force);
                    to.set_detail(&protection.detail);
                }
            }
            Err(problem) => part::refuse(&problem, results.init_problem()),
        }
        Ok(())
    }

    async fn start(
        self: Rc<Self>,
        params: process::StartParams,
        mut results: process::StartResults,
    ) -> Result<(), capnp::Error> {
        let params = params.get()?;
        let (part, events) = (Part::read(params.get_part()?), params.get_events()?);
        let begun = match part? {
            Ok(part) => self.begin(part, events).await,
            Err(problem) => Err(problem),
        };
        let begun = match begun {
            // Whatever it lacked, the process that replaces this one will have.
            Err(problem) if exhausted::is_exhausted() => {
                let message = format!("a worker without file descriptors left: {problem}");
                Err(Problem::unavailable(message))
            }
            begun => begun,
        };
        match begun {
            Ok(run) => {
                let run: run::Client = capnp_rpc::new_client(run);
                results.get().set_run(run);
            }
            Err(problem) => part::refuse(&problem, results.get().init_problem()),
        }
        Ok(())
    }

    async fn renew(
        self: Rc<Self>,
        params: process::RenewParams,
        mut results: process::RenewResults,
    ) -> Result<(), capnp::Error> {
        let credentials = Credentials::read(params.get()?.get_credentials()?)?;
        if let Err(problem) = self.platform.renew(credentials) {
            part::refuse(&problem, results.get().init_problem());
        }
        Ok(())
    }
}

/// The right to steer one part. Dropped: its tasks are given up.
struct Run {
    slot: Rc<Slot>,
    _held: Held,
}

impl run::Server for Run {
    async fn checkpoint(
        self: Rc<Self>,
        params: run::CheckpointParams,
        _: run::CheckpointResults,
    ) -> Result<(), capnp::Error> {
        let barrier = params.get()?.get_barrier();
        if let Some(active) = &*self.slot.borrow() {
            active.checkpoint(barrier);
        }
        Ok(())
    }

    async fn acknowledged(
        self: Rc<Self>,
        params: run::AcknowledgedParams,
        _: run::AcknowledgedResults,
    ) -> Result<(), capnp::Error> {
        let barrier = params.get()?.get_barrier();
        if let Some(active) = &*self.slot.borrow() {
            active.acknowledged(barrier);
        }
        Ok(())
    }

    async fn drain(
        self: Rc<Self>,
        _: run::DrainParams,
        _: run::DrainResults,
    ) -> Result<(), capnp::Error> {
        if let Some(active) = &*self.slot.borrow() {
            active.drain();
        }
        Ok(())
    }

    async fn counts(
        self: Rc<Self>,
        _: run::CountsParams,
        mut results: run::CountsResults,
    ) -> Result<(), capnp::Error> {
        let counts = self.slot.borrow().as_ref().map(running::Active::counts).unwrap_or_default();
        let length = u32::try_from(counts.len()).expect("nodes are few");
        let mut list = results.get().init_nodes(length);
        for (index, (node, counted)) in (0..).zip(counts) {
            part::counts(node, &counted, list.reborrow().get(index));
        }
        Ok(())
    }
}
