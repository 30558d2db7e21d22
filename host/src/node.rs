//! A host's care of its workers: one process for each tenant, started when it is needed, told what to run, replaced when
//! it dies, ended when it idles. Serves `Member` to the leader. What a worker is (a process, or something in a test), where
//! plugins come from and who signs certificates are seams; this knows no TLS, no sockets and no guests.
//!
//! ```text
//! leader --worker(tenant)--> Member --launch, configure--> Live (one worker)
//!        --Worker.start----> Live   --plugins, then Process.start--> the worker
//!        <--Run------------- counted here, so that a worker without runs can be ended
//! ```

mod backoff;
mod joining;
mod live;
mod plugins;
mod process;
mod seams;
mod serve;
#[cfg(test)]
mod tests;
mod wire;

use std::{cell::RefCell, collections::BTreeMap, path::PathBuf, rc::Rc};

use sandbar_control::{HostName, Problem, TenantName};
use sandbar_schema::node_capnp::member;
use tokio::sync::Mutex;

use backoff::Backoff;
use live::Live;

pub use joining::Joining;
pub(crate) use plugins::component_problem;
pub use plugins::{Compiling, FromBlobs, FromLeader};
pub use process::Processes;
pub use seams::{
    Components, Credentials, Ended, Identities, Launched, Launcher, Plugins, Recipient,
};

/// What a host tells its workers.
#[derive(Clone, Debug)]
pub struct Setting {
    pub host: HostName,
    /// Where workers listen for their peers; the port is the system's choice.
    pub listen: std::net::IpAddr,
    /// The folder in which each tenant has one for its files. `None`: workers have no files.
    pub files: Option<PathBuf>,
    /// Threads of each worker; 0: as many as there are processors.
    pub threads: u32,
}

/// What a host's care of workers takes from the rest.
#[derive(Clone)]
pub struct Seams {
    pub launcher: Rc<dyn Launcher>,
    pub plugins: Rc<dyn Plugins>,
    /// `None`: workers talk to each other without TLS, on loopback addresses.
    pub identities: Option<Rc<dyn Identities>>,
}

/// What a worker may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub memory_bytes: u64,
    /// 0: as many as this host gives its workers, and never more than that.
    pub threads: u32,
}

/// What all workers use together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    pub workers: u32,
    pub tasks: u32,
    pub cpu_ns: u64,
}

/// A host as its leader sees it. Cheap to clone; the clones are the same. Lives in a `LocalSet`.
#[derive(Clone)]
pub struct Member(Rc<Inner>);

struct Inner {
    setting: Setting,
    seams: Seams,
    tenants: RefCell<BTreeMap<TenantName, Rc<Mutex<Tenant>>>>,
    /// Live workers, for what looks at all of them.
    live: RefCell<BTreeMap<TenantName, Rc<Live>>>,
    ending: std::cell::Cell<bool>,
}

/// One tenant's place on this host.
#[derive(Default)]
struct Tenant {
    live: Option<Rc<Live>>,
    backoff: Backoff,
}

impl std::fmt::Debug for Member {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Member").field("setting", &self.0.setting).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Seams {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Seams").finish_non_exhaustive()
    }
}

impl Member {
    pub fn new(setting: Setting, seams: Seams) -> Self {
        let (tenants, live) = (RefCell::default(), RefCell::default());
        Self(Rc::new(Inner { setting, seams, tenants, live, ending: std::cell::Cell::new(false) }))
    }

    /// The capability for the leader.
    pub fn client(&self) -> member::Client {
        capnp_rpc::new_client(serve::MemberServer::new(self.clone()))
    }

    /// What the workers use now.
    pub fn usage(&self) -> Usage {
        let live = self.0.live.borrow();
        let mut usage = Usage::default();
        for worker in live.values() {
            usage.workers += 1;
            usage.tasks += worker.tasks();
            usage.cpu_ns += worker.cpu_ns();
        }
        usage
    }

    /// Ends all workers and waits until they are gone. No more are started.
    pub async fn end(&self) {
        self.0.ending.set(true);
        let tenants: Vec<_> = self.0.tenants.borrow().values().cloned().collect();
        for tenant in tenants {
            // One that is being started is waited for, and ended.
            if let Some(live) = tenant.lock().await.live.take() {
                live.end().await;
            }
        }
    }

    /// The tenant's worker, started if need be.
    async fn worker(&self, name: &TenantName, limits: Limits) -> Result<Rc<Live>, Problem> {
        let tenant = Rc::clone(self.0.tenants.borrow_mut().entry(name.clone()).or_default());
        let mut tenant = tenant.lock().await;
        if self.0.ending.get() {
            return Err(Problem::unavailable("this host is ending"));
        }
        if let Some(live) = &tenant.live {
            if live.is_wanted() {
                return Ok(Rc::clone(live));
            }
            // It was ended for want of work.
            let gone = live.ended().await;
            tracing::debug!(tenant = %name, how = gone.how, "a worker is replaced");
            tenant.gone(gone);
        }
        tenant.backoff.check(name)?;
        tenant.backoff.started();
        match Live::start(name, limits, &self.0.setting, &self.0.seams).await {
            Ok(live) => {
                tenant.live = Some(Rc::clone(&live));
                self.watch(name, &live);
                Ok(live)
            }
            Err(problem) => {
                tracing::warn!(tenant = %name, problem = problem.message, "a worker did not start");
                tenant.backoff.failed(problem.message.clone());
                Err(problem)
            }
        }
    }

    /// Keeps the list of live workers, for as long as this one lives.
    fn watch(&self, name: &TenantName, live: &Rc<Live>) {
        self.0.live.borrow_mut().insert(name.clone(), Rc::clone(live));
        let (inner, name, live) = (Rc::downgrade(&self.0), name.clone(), Rc::clone(live));
        tokio::task::spawn_local(async move {
            let gone = live.ended().await;
            match gone.expected {
                true => tracing::info!(tenant = %name, "a worker was ended"),
                false => tracing::warn!(tenant = %name, how = gone.how, "a worker died"),
            }
            let Some(inner) = inner.upgrade() else { return };
            let mut all = inner.live.borrow_mut();
            if all.get(&name).is_some_and(|other| Rc::ptr_eq(other, &live)) {
                all.remove(&name);
            }
        });
    }
}

impl Tenant {
    /// Takes note that the worker is gone.
    fn gone(&mut self, gone: live::Gone) {
        self.live = None;
        if !gone.expected {
            self.backoff.failed_at(gone.how, gone.at);
        }
    }
}
