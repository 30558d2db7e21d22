//! The care of workers over workers that live in this very thread, on a paused clock.

use std::cell::{Cell, RefCell};

use capnp::{Error, capability};
use futures_util::FutureExt as _;
use sandbar_control::{Code, Digest};
use sandbar_schema::node_capnp::{events, process, run, worker};
use tokio::{
    sync::oneshot,
    task::LocalSet,
    time::{Duration, advance},
};

use super::*;
use crate::compiler::Native;

/// Launches workers that do as they are told, and remembers what they were told.
#[derive(Default)]
struct Stage {
    launched: Cell<u32>,
    renewed: Cell<u32>,
    compiled: Cell<u32>,
    issued: Cell<u32>,
    handed: RefCell<Vec<Digest>>,
    /// Kills the worker that was launched last.
    kill: RefCell<Option<oneshot::Sender<()>>>,
    refuse: Cell<bool>,
}

#[derive(Clone)]
struct Staged(Rc<Stage>);

#[async_trait::async_trait(?Send)]
impl Launcher for Staged {
    async fn launch(&self, _: &TenantName) -> Result<Launched, Problem> {
        self.0.launched.set(self.0.launched.get() + 1);
        let (kill, killed) = oneshot::channel::<()>();
        let (end, ending) = oneshot::channel();
        self.0.kill.replace(Some(kill));
        let (sender, receiver) = oneshot::channel();
        tokio::task::spawn_local(async move {
            let how = tokio::select! {
                _ = killed => "killed by signal 9",
                _ = ending => "ended",
            };
            let _ = sender.send(Ended(how.to_owned()));
        });
        Ok(Launched {
            process: capnp_rpc::new_client(self.clone()),
            plugins: Rc::new(self.clone()),
            ended: receiver.map(|ended| ended.unwrap()).boxed_local(),
            end,
            cpu: Box::new(|| Duration::from_millis(3)),
        })
    }
}

#[async_trait::async_trait(?Send)]
impl Recipient for Staged {
    async fn hand(&self, digest: &Digest, _: &Native) -> Result<(), Problem> {
        self.0.handed.borrow_mut().push(digest.clone());
        Ok(())
    }
}

#[async_trait::async_trait(?Send)]
impl Plugins for Staged {
    async fn native(&self, _: &TenantName, _: &Digest) -> Result<Option<Rc<Native>>, Problem> {
        self.0.compiled.set(self.0.compiled.get() + 1);
        Ok(Some(Rc::new(Native::new(b"code").unwrap())))
    }
}

impl Identities for Staged {
    fn worker(&self, _: &TenantName) -> Result<Credentials, Problem> {
        self.0.issued.set(self.0.issued.get() + 1);
        let renew_after = Duration::from_secs(3600);
        Ok(Credentials {
            authority: vec![1],
            chain: vec![vec![2], vec![3]],
            key: vec![4],
            renew_after,
        })
    }
}

impl process::Server for Staged {
    async fn configure(
        self: capability::Rc<Self>,
        params: process::ConfigureParams,
        mut results: process::ConfigureResults,
    ) -> Result<(), Error> {
        if self.0.refuse.get() {
            results.get().init_problem().set_code("unavailable");
            return Ok(());
        }
        let configuration = params.get()?.get_configuration()?;
        assert_eq!(configuration.get_tenant()?.to_str()?, "acme");
        assert_eq!(configuration.get_limits()?.get_memory_bytes(), 64 << 20);
        assert_eq!(configuration.get_limits()?.get_threads(), 3, "what the host's file says");
        assert_eq!(configuration.get_credentials()?.get_chain()?.len(), 2);
        results.get().set_address("127.0.0.1:4000");
        Ok(())
    }

    async fn start(
        self: capability::Rc<Self>,
        params: process::StartParams,
        mut results: process::StartResults,
    ) -> Result<(), Error> {
        if params.get()?.get_part()?.get_epoch() == 0 {
            results.get().init_problem().set_code("conflict");
            return Ok(());
        }
        results.get().set_run(capnp_rpc::new_client(Idle));
        Ok(())
    }

    async fn renew(
        self: capability::Rc<Self>,
        params: process::RenewParams,
        _: process::RenewResults,
    ) -> Result<(), Error> {
        assert_eq!(params.get()?.get_credentials()?.get_key()?, [4]);
        self.0.renewed.set(self.0.renewed.get() + 1);
        Ok(())
    }
}

struct Idle;
impl run::Server for Idle {}
struct Deaf;
impl events::Server for Deaf {}

fn member(stage: &Rc<Stage>) -> Member {
    let setting = Setting {
        host: HostName::parse("one").unwrap(),
        listen: std::net::Ipv4Addr::LOCALHOST.into(),
        files: None,
        threads: 3,
    };
    let staged = Staged(Rc::clone(stage));
    let seams = Seams {
        launcher: Rc::new(staged.clone()),
        plugins: Rc::new(staged.clone()),
        identities: Some(Rc::new(staged)),
    };
    Member::new(setting, seams)
}

/// What the leader asks first. An error is the code and message of a problem.
async fn ask(member: &Member, tenant: &str) -> Result<worker::Client, (String, String)> {
    let mut request = member.client().worker_request();
    request.get().set_tenant(tenant);
    request.get().init_limits().set_memory_bytes(64 << 20);
    let answer = request.send().promise.await.unwrap();
    let answer = answer.get().unwrap();
    let problem = wire::told(answer.get_problem().unwrap()).unwrap();
    match problem {
        Some(problem) => Err((problem.code.name().to_owned(), problem.message)),
        None => {
            assert_eq!(answer.get_address().unwrap(), "127.0.0.1:4000");
            Ok(answer.get_worker().unwrap())
        }
    }
}

/// The code and message that `ask` is refused with.
async fn refused(member: &Member, tenant: &str) -> (String, String) {
    ask(member, tenant).await.err().expect("it is refused")
}

/// Starts a part of two tasks here and one elsewhere; the problem's code, if it was refused.
async fn start(
    worker: &worker::Client,
    tenant: &str,
    epoch: u64,
) -> Result<Result<run::Client, String>, Error> {
    let mut request = worker.start_request();
    request.get().set_events(capnp_rpc::new_client(Deaf));
    let mut part = request.get().init_part();
    part.set_tenant(tenant);
    part.set_epoch(epoch);
    part.set_host(1);
    let mut placement = part.reborrow().init_placement(1);
    let mut tasks = placement.reborrow().init(0, 3);
    (0..3).for_each(|task| tasks.set(task, u32::from(task != 0)));
    let mut uses = part.init_plugins(2);
    for index in 0..2 {
        uses.reborrow().get(index).set_digest(Digest::of(&[b'p', index as u8]).as_str());
    }
    let answer = request.send().promise.await?;
    let answer = answer.get()?;
    let code = answer.get_problem()?.get_code()?.to_string()?;
    Ok(if code.is_empty() { Ok(answer.get_run()?) } else { Err(code) })
}

fn stage<F: Future>(test: impl FnOnce(Rc<Stage>, Member) -> F) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .unwrap();
    let stage = Rc::new(Stage::default());
    let member = member(&stage);
    LocalSet::new().block_on(&runtime, async { test(stage, member).await });
}

async fn settle() {
    for _ in 0..20 {
        tokio::task::yield_now().await;
    }
}

#[test]
fn a_tenant_has_one_worker_however_often_it_is_asked_for() {
    stage(|stage, member| async move {
        let (first, second) = tokio::join!(ask(&member, "acme"), ask(&member, "acme"));
        first.unwrap();
        second.unwrap();
        assert_eq!(stage.launched.get(), 1);
        let (code, _) = refused(&member, "../acme").await;
        assert_eq!(code, "invalid");
    });
}

#[test]
fn a_start_hands_each_plugin_over_once_and_counts_its_own_tasks() {
    stage(|stage, member| async move {
        let worker = ask(&member, "acme").await.unwrap();
        let run = start(&worker, "acme", 1).await.unwrap().unwrap();
        let again = start(&worker, "acme", 2).await.unwrap().unwrap();
        assert_eq!(*stage.handed.borrow(), [Digest::of(b"p\0"), Digest::of(b"p\x01")]);
        assert_eq!(stage.compiled.get(), 2);
        assert_eq!((member.usage().workers, member.usage().tasks), (1, 4));
        assert_eq!(member.usage().cpu_ns, 3_000_000);
        drop((run, again));
        settle().await;
        assert_eq!(member.usage().tasks, 0);
        // The worker let go of what no run uses: it gets that again, and once for two runs.
        let runs = [
            start(&worker, "acme", 2).await.unwrap().unwrap(),
            start(&worker, "acme", 3).await.unwrap().unwrap(),
        ];
        assert_eq!(stage.handed.borrow().len(), 4);
        drop(runs);
        settle().await;
        assert_eq!(start(&worker, "acme", 0).await.unwrap().err().unwrap(), "conflict");
        assert_eq!(member.usage().tasks, 0);
    });
}

#[test]
fn a_part_of_another_tenant_is_refused() {
    stage(|stage, member| async move {
        let worker = ask(&member, "acme").await.unwrap();
        assert_eq!(start(&worker, "other", 1).await.unwrap().err().unwrap(), "forbidden");
        assert!(stage.handed.borrow().is_empty());
    });
}

#[test]
fn a_worker_that_died_breaks_its_capability_and_comes_back_after_a_wait() {
    stage(|stage, member| async move {
        let worker = ask(&member, "acme").await.unwrap();
        stage.kill.take().unwrap().send(()).unwrap();
        settle().await;
        assert_eq!(member.usage().workers, 0);
        let error = start(&worker, "acme", 1).await.err().unwrap();
        assert_eq!(error.kind, capnp::ErrorKind::Disconnected);
        let (code, message) = refused(&member, "acme").await;
        assert_eq!(code, "unavailable");
        assert!(
            message.contains("killed by signal 9") && message.contains("in 101 ms"),
            "{message}"
        );
        assert_eq!(stage.launched.get(), 1);
        advance(Duration::from_millis(101)).await;
        ask(&member, "acme").await.unwrap();
        assert_eq!(stage.launched.get(), 2);
        stage.kill.take().unwrap().send(()).unwrap();
        settle().await;
        let (_, message) = refused(&member, "acme").await;
        assert!(message.contains("in 201 ms"), "{message}");
    });
}

#[test]
fn a_worker_that_does_not_start_waits_too() {
    stage(|stage, member| async move {
        stage.refuse.set(true);
        refused(&member, "acme").await;
        let (_, message) = refused(&member, "acme").await;
        assert!(message.contains("may be started again in 101 ms"), "{message}");
        assert_eq!(stage.launched.get(), 1);
    });
}

#[test]
fn a_worker_without_runs_is_ended_and_one_with_a_run_is_not() {
    stage(|stage, member| async move {
        let worker = ask(&member, "acme").await.unwrap();
        let run = start(&worker, "acme", 1).await.unwrap().unwrap();
        settle().await;
        advance(Duration::from_secs(600)).await;
        settle().await;
        assert_eq!(member.usage().workers, 1);
        drop(run);
        settle().await;
        tokio::time::sleep(Duration::from_secs(121)).await;
        assert_eq!(member.usage().workers, 0);
        // It was no failure: the next one starts at once.
        ask(&member, "acme").await.unwrap();
        assert_eq!(stage.launched.get(), 2);
    });
}

#[test]
fn credentials_are_renewed_for_as_long_as_the_worker_lives() {
    stage(|stage, member| async move {
        let worker = ask(&member, "acme").await.unwrap();
        let _run = start(&worker, "acme", 1).await.unwrap().unwrap();
        tokio::time::sleep(Duration::from_secs(2 * 3600 + 60)).await;
        assert_eq!((stage.renewed.get(), stage.issued.get()), (2, 3));
        stage.kill.take().unwrap().send(()).unwrap();
        tokio::time::sleep(Duration::from_secs(2 * 3600)).await;
        assert_eq!(stage.renewed.get(), 2);
    });
}

#[test]
fn a_host_that_ends_takes_its_workers_along_and_starts_no_more() {
    stage(|stage, member| async move {
        ask(&member, "acme").await.unwrap();
        member.end().await;
        settle().await;
        assert_eq!(member.usage().workers, 0);
        let (code, _) = refused(&member, "acme").await;
        assert_eq!((code.as_str(), stage.launched.get()), (Code::Unavailable.name(), 1));
    });
}
