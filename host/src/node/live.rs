//! One worker, from its start to its end.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
    path::Path,
    rc::Rc,
    time::Duration,
};

use rustix::fs::Mode;
use sandbar_control::{Digest, Problem, TenantName};
use sandbar_schema::node_capnp::process;
use tokio::{
    sync::{oneshot, watch},
    time::{Instant, sleep, timeout},
};

use super::{Identities, Launched, Limits, Plugins, Recipient, Seams, Setting, wire};

/// Longest wait for a worker to start and answer. It takes some milliseconds, on a busy machine a second.
const START: Duration = Duration::from_secs(30);

/// A worker without runs is ended after this long.
const IDLE: Duration = Duration::from_secs(60);

/// Wait before a renewal that failed is tried again.
const RENEW_AGAIN: Duration = Duration::from_secs(60);

pub(super) struct Live {
    tenant: TenantName,
    process: process::Client,
    address: String,
    recipient: Rc<dyn Recipient>,
    plugins: Rc<dyn Plugins>,
    /// Plugins that the worker has, and how many runs use each: it drops those that none does any more. Locked while one
    /// is handed over, so that none is handed over twice.
    handing: tokio::sync::Mutex<()>,
    handed: RefCell<BTreeMap<Digest, usize>>,
    runs: Cell<u32>,
    tasks: Cell<u32>,
    /// When the last run ended, or the worker was asked for last.
    used: Cell<Instant>,
    /// Set before it is ended on purpose.
    unwanted: Cell<bool>,
    end: RefCell<Option<oneshot::Sender<()>>>,
    gone: watch::Receiver<Option<Gone>>,
    cpu: Box<dyn Fn() -> Duration>,
}

/// How and when a worker ended.
#[derive(Clone, Debug)]
pub(super) struct Gone {
    pub(super) how: String,
    pub(super) at: Instant,
    /// This host ended it on purpose.
    pub(super) expected: bool,
}

/// Tasks and plugins of one start, counted for as long as this is held.
pub(super) struct Running {
    live: Rc<Live>,
    tasks: u32,
    plugins: BTreeSet<Digest>,
}

impl Live {
    /// Starts a worker and configures it.
    pub(super) async fn start(
        tenant: &TenantName,
        limits: Limits,
        setting: &Setting,
        seams: &Seams,
    ) -> Result<Rc<Self>, Problem> {
        let files = match &setting.files {
            Some(folder) => tenant_folder(folder, tenant)?,
            None => String::new(),
        };
        let credentials = match &seams.identities {
            Some(identities) => Some(identities.worker(tenant)?),
            None => None,
        };
        let Launched { process, plugins, ended, end, cpu } = seams.launcher.launch(tenant).await?;
        let mut request = process.configure_request();
        let to = request.get().init_configuration();
        wire::configuration(tenant.as_str(), limits, setting, &files, credentials.as_ref(), to);
        // Whatever fails from here on drops `end`, which ends the worker.
        let answer = timeout(START, request.send().promise).await.map_err(|_| {
            Problem::unavailable(format!("a worker did not answer within {} s", START.as_secs()))
        })?;
        let address = configured(tenant, answer)?;
        let (sender, gone) = watch::channel(None);
        let live = Rc::new(Self {
            tenant: tenant.clone(),
            process,
            address,
            recipient: plugins,
            plugins: Rc::clone(&seams.plugins),
            handing: tokio::sync::Mutex::default(),
            handed: RefCell::default(),
            runs: Cell::new(0),
            tasks: Cell::new(0),
            used: Cell::new(Instant::now()),
            unwanted: Cell::new(false),
            end: RefCell::new(Some(end)),
            gone,
            cpu,
        });
        let watched = Rc::downgrade(&live);
        tokio::task::spawn_local(async move {
            let how = ended.await.0;
            let expected = watched.upgrade().is_some_and(|live| live.unwanted.get());
            let _ = sender.send(Some(Gone { how, at: Instant::now(), expected }));
        });
        let renew = seams.identities.as_ref().zip(credentials);
        if let Some((identities, credentials)) = renew {
            let renewing = Rc::clone(&live).renew(Rc::clone(identities), credentials.renew_after);
            tokio::task::spawn_local(renewing);
        }
        tokio::task::spawn_local(Rc::clone(&live).end_when_idle());
        Ok(live)
    }

    /// The worker itself, for a start; it has the plugins then, and keeps them for as long as `running` is there.
    pub(super) async fn process(
        &self,
        plugins: &[Digest],
        running: &mut Running,
    ) -> Result<process::Client, Problem> {
        self.used.set(Instant::now());
        let _handing = self.handing.lock().await;
        // While one is handed over, the last run that used another one may end.
        while let Some(digest) = self.missing(plugins) {
            if let Some(native) = self.plugins.native(&self.tenant, digest).await? {
                self.recipient.hand(digest, &native).await?;
            }
            self.handed.borrow_mut().insert(digest.clone(), 0);
        }
        running.plugins = plugins.iter().cloned().collect();
        for digest in &running.plugins {
            *self.handed.borrow_mut().entry(digest.clone()).or_default() += 1;
        }
        Ok(self.process.clone())
    }

    fn missing<'p>(&self, plugins: &'p [Digest]) -> Option<&'p Digest> {
        let handed = self.handed.borrow();
        plugins.iter().find(|digest| !handed.contains_key(digest))
    }

    /// Hands these over again at the next start: one was refused, perhaps for want of them.
    pub(super) fn forget(&self, plugins: &[Digest]) {
        let mut handed = self.handed.borrow_mut();
        handed.retain(|digest, _| !plugins.contains(digest));
    }

    /// Counts a run of so many tasks.
    pub(super) fn running(self: &Rc<Self>, tasks: u32) -> Running {
        self.runs.set(self.runs.get() + 1);
        self.tasks.set(self.tasks.get() + tasks);
        Running { live: Rc::clone(self), tasks, plugins: BTreeSet::new() }
    }

    pub(super) fn tenant(&self) -> &TenantName {
        &self.tenant
    }

    /// Where its peers reach it.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    pub(super) fn tasks(&self) -> u32 {
        self.tasks.get()
    }

    pub(super) fn cpu_ns(&self) -> u64 {
        u64::try_from((self.cpu)().as_nanos()).unwrap_or(u64::MAX)
    }

    /// Whether it is there, and is to stay. If so, it counts as used now.
    pub(super) fn is_wanted(&self) -> bool {
        self.used.set(Instant::now());
        !self.unwanted.get() && !self.is_gone()
    }

    pub(super) fn is_gone(&self) -> bool {
        self.gone.borrow().is_some()
    }

    /// Waits until it is gone.
    pub(super) async fn ended(&self) -> Gone {
        let mut gone = self.gone.clone();
        let gone = gone.wait_for(Option::is_some).await;
        let lost =
            || Gone { how: "nobody saw how".to_owned(), at: Instant::now(), expected: false };
        gone.ok().and_then(|gone| gone.clone()).unwrap_or_else(lost)
    }

    /// Ends it, and waits until it is gone.
    pub(super) async fn end(&self) {
        self.unwanted.set(true);
        if let Some(end) = self.end.borrow_mut().take() {
            let _ = end.send(());
        }
        self.ended().await;
    }

    async fn end_when_idle(self: Rc<Self>) {
        loop {
            let idle = match self.runs.get() {
                0 => self.used.get().elapsed(),
                _ => Duration::ZERO,
            };
            if idle >= IDLE {
                return self.end().await;
            }
            tokio::select! {
                biased;
                () = sleep(IDLE.saturating_sub(idle)) => {}
                _ = self.ended() => return,
            }
        }
    }

    /// Gives the worker new credentials before the old ones expire.
    async fn renew(self: Rc<Self>, identities: Rc<dyn Identities>, first: Duration) {
        let mut wait = first;
        loop {
            tokio::select! {
                biased;
                () = sleep(wait) => {}
                _ = self.ended() => return,
            }
            wait = match self.renew_once(identities.as_ref()).await {
                Ok(next) => next,
                Err(problem) => {
                    let (tenant, problem) = (&self.tenant, problem.message);
                    tracing::warn!(%tenant, problem, "a worker keeps its old certificate for now");
                    RENEW_AGAIN
                }
            };
        }
    }

    async fn renew_once(&self, identities: &dyn Identities) -> Result<Duration, Problem> {
        let fresh = identities.worker(&self.tenant)?;
        let mut request = self.process.renew_request();
        wire::credentials(&fresh, request.get().init_credentials());
        let failed = |error: capnp::Error| Problem::unavailable(error.to_string());
        let answer = request.send().promise.await.map_err(failed)?;
        let problem = answer.get().and_then(|answer| wire::told(answer.get_problem()?));
        match problem.map_err(failed)? {
            Some(problem) => Err(problem),
            None => Ok(fresh.renew_after),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let live = &self.live;
        live.runs.set(live.runs.get() - 1);
        live.tasks.set(live.tasks.get() - self.tasks);
        live.used.set(Instant::now());
        let mut handed = live.handed.borrow_mut();
        for digest in &self.plugins {
            let Some(runs) = handed.get_mut(digest) else { continue };
            // Handed over again meanwhile, it may be counted anew.
            *runs = runs.saturating_sub(1);
            if *runs == 0 {
                handed.remove(digest);
            }
        }
    }
}

/// What a worker answered to its configuration: its address.
fn configured(
    tenant: &TenantName,
    answer: Result<capnp::capability::Response<process::configure_results::Owned>, capnp::Error>,
) -> Result<String, Problem> {
    let failed = |error: capnp::Error| {
        Problem::unavailable(format!("a worker ended before it was configured: {error}"))
    };
    let answer = answer.map_err(failed)?;
    let answer = answer.get().map_err(failed)?;
    if let Some(problem) = answer.get_problem().and_then(wire::told).map_err(failed)? {
        return Err(problem);
    }
    for protection in answer.get_protections().map_err(failed)? {
        let protection = wire::protection(protection).map_err(failed)?;
        if !protection.in_force {
            let (protection, detail) = (protection.name, protection.detail);
            tracing::warn!(%tenant, protection, detail, "not in force in a worker; see `sandbar doctor`");
        }
    }
    let address = answer.get_address().map_err(failed)?;
    address.to_string().map_err(|error| failed(error.into()))
}

/// The folder of a tenant's files, made with mode 0700 where it is missing.
fn tenant_folder(files: &Path, tenant: &TenantName) -> Result<String, Problem> {
    let folder = files.join(tenant.as_str());
    match rustix::fs::mkdir(&folder, Mode::RWXU) {
        Ok(()) | Err(rustix::io::Errno::EXIST) => {}
        Err(error) => {
            let message = format!("no folder {} for the tenant's files: {error}", folder.display());
            return Err(Problem::unavailable(message));
        }
    }
    let folder = folder.into_os_string().into_string();
    folder.map_err(|folder| Problem::unavailable(format!("{} is not UTF-8", folder.display())))
}
