//! `Member`, `Worker` and `Run` as the leader holds them. A run is passed through, and counted while it is held.

use std::rc::Rc;

use capnp::{Error, capability};
use sandbar_control::{Digest, Problem, TenantName};
use sandbar_schema::node_capnp::{member, part, run, worker};
use tracing::Instrument as _;

use super::{
    Limits, Member,
    live::{Live, Running},
    wire,
};
use crate::observe;

/// Plugins of one part. A pipeline has some tens of operators.
const PLUGINS_MAX: u32 = 1_024;

pub(super) struct MemberServer {
    member: Member,
}

impl MemberServer {
    pub(super) fn new(member: Member) -> Self {
        Self { member }
    }
}

impl member::Server for MemberServer {
    async fn worker(
        self: capability::Rc<Self>,
        params: member::WorkerParams,
        mut results: member::WorkerResults,
    ) -> Result<(), Error> {
        let params = params.get()?;
        let limits = params.get_limits()?;
        let limits =
            Limits { memory_bytes: limits.get_memory_bytes(), threads: limits.get_threads() };
        let live = match TenantName::parse(params.get_tenant()?.to_str()?) {
            Ok(tenant) => self.member.worker(&tenant, limits).await,
            Err(problem) => Err(problem),
        };
        match live {
            Ok(live) => {
                let mut results = results.get();
                results.set_address(live.address());
                results.set_worker(capnp_rpc::new_client(WorkerServer { live }));
            }
            Err(problem) => wire::problem(&problem, results.get().init_problem()),
        }
        Ok(())
    }

    async fn ping(
        self: capability::Rc<Self>,
        _: member::PingParams,
        mut results: member::PingResults,
    ) -> Result<(), Error> {
        let usage = self.member.usage();
        let mut to = results.get().init_usage();
        to.set_workers(usage.workers);
        to.set_tasks(usage.tasks);
        to.set_cpu_ns(usage.cpu_ns);
        Ok(())
    }
}

struct WorkerServer {
    live: Rc<Live>,
}

impl worker::Server for WorkerServer {
    async fn start(
        self: capability::Rc<Self>,
        params: worker::StartParams,
        results: worker::StartResults,
    ) -> Result<(), Error> {
        let span = {
            let part = params.get()?.get_part()?;
            observe::pipeline(part.get_tenant()?.to_str()?, part.get_pipeline()?.to_str()?)
        };
        self.begin(params, results).instrument(span).await
    }
}

impl WorkerServer {
    async fn begin(
        &self,
        params: worker::StartParams,
        mut results: worker::StartResults,
    ) -> Result<(), Error> {
        let live = &self.live;
        let gone = || Error::disconnected(format!("the worker of `{}` is gone", live.tenant()));
        if live.is_gone() {
            return Err(gone());
        }
        let params = params.get()?;
        let part = params.get_part()?;
        let (tenant, tasks) = (part.get_tenant()?.to_str()?, tasks(part)?);
        // Counted from here on, so that the worker is not ended for want of work meanwhile.
        let mut running = live.running(tasks);
        let plugins = check(live, tenant, part)?;
        let process = match &plugins {
            Ok(plugins) => live.process(plugins, &mut running).await,
            Err(problem) => Err(problem.clone()),
        };
        let process = match process {
            Ok(process) => process,
            Err(_) if live.is_gone() => return Err(gone()),
            Err(problem) => {
                wire::problem(&problem, results.get().init_problem());
                return Ok(());
            }
        };
        let mut request = process.start_request();
        request.get().set_part(part)?;
        request.get().set_events(params.get_events()?);
        let answer = request.send().promise.await?;
        let answer = answer.get()?;
        let problem = answer.get_problem()?;
        if !problem.get_code()?.is_empty() {
            live.forget(plugins.as_deref().unwrap_or_default());
            results.get().set_problem(problem)?;
            return Ok(());
        }
        tracing::info!(tasks, "a part was started");
        let run = RunServer { run: answer.get_run()?, _running: running };
        results.get().set_run(capnp_rpc::new_client(run));
        Ok(())
    }
}

/// Tasks of the part that are this host's.
fn tasks(part: part::Reader<'_>) -> Result<u32, Error> {
    let (own, mut tasks) = (part.get_host(), 0_u32);
    for chain in part.get_placement()? {
        tasks +=
            u32::try_from(chain?.iter().filter(|host| *host == own).count()).unwrap_or(u32::MAX);
    }
    Ok(tasks)
}

/// The digests of the part's plugins, if the part is for this worker.
fn check(
    live: &Live,
    tenant: &str,
    part: part::Reader<'_>,
) -> Result<Result<Vec<Digest>, Problem>, Error> {
    if tenant != live.tenant().as_str() {
        let message = format!("a part of tenant `{tenant}` for the worker of `{}`", live.tenant());
        return Ok(Err(Problem::forbidden(message)));
    }
    let plugins = part.get_plugins()?;
    if plugins.len() > PLUGINS_MAX {
        let message = format!("{} plugins exceed the limit of {PLUGINS_MAX}", plugins.len());
        return Ok(Err(Problem::invalid(message)));
    }
    let mut digests = Vec::new();
    for plugin in plugins {
        match Digest::parse(plugin.get_digest()?.to_str()?) {
            Ok(digest) => digests.push(digest),
            Err(problem) => return Ok(Err(problem)),
        }
    }
    Ok(Ok(digests))
}

struct RunServer {
    run: run::Client,
    _running: Running,
}

impl run::Server for RunServer {
    async fn checkpoint(
        self: capability::Rc<Self>,
        params: run::CheckpointParams,
        _: run::CheckpointResults,
    ) -> Result<(), Error> {
        let mut request = self.run.checkpoint_request();
        request.get().set_barrier(params.get()?.get_barrier());
        request.send().promise.await?;
        Ok(())
    }

    async fn acknowledged(
        self: capability::Rc<Self>,
        params: run::AcknowledgedParams,
        _: run::AcknowledgedResults,
    ) -> Result<(), Error> {
        let mut request = self.run.acknowledged_request();
        request.get().set_barrier(params.get()?.get_barrier());
        request.send().promise.await?;
        Ok(())
    }

    async fn drain(
        self: capability::Rc<Self>,
        _: run::DrainParams,
        _: run::DrainResults,
    ) -> Result<(), Error> {
        self.run.drain_request().send().promise.await?;
        Ok(())
    }

    async fn counts(
        self: capability::Rc<Self>,
        _: run::CountsParams,
        mut results: run::CountsResults,
    ) -> Result<(), Error> {
        let answer = self.run.counts_request().send().promise.await?;
        results.get().set_nodes(answer.get()?.get_nodes()?)
    }
}
