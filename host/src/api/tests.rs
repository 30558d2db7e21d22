//! The API over a connection in memory, with the real servers: who is let in, what viewers may do, what becomes of uploads.

use std::{cell::Cell, net::IpAddr, rc::Rc};

use async_trait::async_trait;
use sandbar_control::{
    Digest, HostName, Problem, Quota, Scope, TenantName, Token, TokenKey, record::AuditEntry,
};
use sandbar_dataflow::Clock;
use sandbar_exchange::{Limits, rpc};
use sandbar_sandbox::inspect::{Form, Manifest, Memory, World as Exports};
use sandbar_schema::{
    control_capnp::{authority, bootstrap, problem, tenant, upload},
    descriptor::Operator,
};
use sandbar_store::{blobs, metadata};
use tokio::task::{JoinHandle, LocalSet, spawn_local};

use super::{Api, Compile, Parts};
use crate::{
    clock::SystemClock,
    cluster::{self, Cluster},
    registry::Registry,
    tenancy::{Audit, Issued, Tenancy},
};

mod rights;
mod tokens;
mod uploads;

/// Finds the same in every component but those that begin with `bad`, or with `state`: these want more rights.
#[derive(Default)]
struct Fixed {
    compiled: Cell<usize>,
}

#[async_trait(?Send)]
impl Compile for Fixed {
    async fn compile(&self, _: &TenantName, component: &[u8]) -> Result<Manifest, Problem> {
        self.compiled.set(self.compiled.get() + 1);
        if component.starts_with(b"bad") {
            return Err(Problem::invalid("it is no component"));
        }
        Ok(Manifest {
            digest: Digest::of(component).to_string(),
            form: Form::Component,
            world: Exports::Operator,
            operator: Operator {
                name: "departed".to_owned(),
                description: String::new(),
                inputs: vec!["in".to_owned()],
                outputs: vec!["late".to_owned()],
                parameters: vec![],
            },
            imports: vec![],
            rights: match component.starts_with(b"state") {
                true => vec!["output.emit".to_owned(), "state.get".to_owned()],
                false => vec!["output.emit".to_owned()],
            },
            exports: vec![],
            memory: Memory { initial: 0, maximum: None },
            core_modules: 1,
            size: component.len() as u64,
        })
    }
}

struct World {
    api: Api,
    compile: Rc<Fixed>,
    acme: Issued,
    operator: Issued,
    _folder: tempfile::TempDir,
}

impl World {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let kept = blobs::Folder::open(folder.path()).unwrap();
        let uploads = blobs::Uploads::open(&kept, blobs::Limits::default()).unwrap();
        let metadata: Rc<dyn sandbar_store::Metadata> = Rc::new(metadata::Memory::default());
        let blobs: Rc<dyn sandbar_store::Blobs> = Rc::new(kept);
        let clock: Rc<dyn Clock> = Rc::new(SystemClock);
        let host = HostName::parse("h1").unwrap();
        let seams = cluster::Seams {
            host: host.clone(),
            now_ms: Rc::new(|| 0),
            random: Rc::new(|bytes| bytes.fill(7)),
        };
        let cluster = Cluster::open(Rc::clone(&metadata), Rc::clone(&blobs), seams).await.unwrap();
        let runs = cluster.clone();
        spawn_local(async move { runs.run().await });
        let tenancy = Tenancy::new(Rc::clone(&metadata), TokenKey::new([1; 32]), Rc::clone(&clock));
        let acme = TenantName::parse("acme").unwrap();
        tenancy.create(&acme, Quota { plugins: 3, ..Quota::default() }).await.unwrap();
        let (acme, operator) = (
            tenancy.issue(Scope::Tenant(acme), "ci", 0).await.unwrap(),
            tenancy.issue(Scope::Operator, "me", 0).await.unwrap(),
        );
        let compile = Rc::<Fixed>::default();
        let api = Api::new(Parts {
            host,
            cluster,
            registry: Registry::new(Rc::clone(&metadata), blobs),
            tenancy,
            audit: Audit::open(metadata, Rc::clone(&clock)).await.unwrap(),
            uploads,
            compile: Rc::clone(&compile) as _,
            clock,
        });
        Self { api, compile, acme, operator, _folder: folder }
    }

    /// A connection, and the future of its serving side.
    fn connect(&self) -> (bootstrap::Client, JoinHandle<()>) {
        let address: IpAddr = "192.0.2.1".parse().unwrap();
        let connection = self.api.admit(address).unwrap();
        let (ours, theirs) = tokio::io::duplex(64 << 10);
        let served = rpc::serve(theirs, self.api.bootstrap(&connection).client, Limits::control());
        let serving = spawn_local(async move {
            tokio::select! {
                _ = served => {}
                () = connection.run() => {}
            }
        });
        let (client, running) = rpc::call(ours, Limits::control());
        spawn_local(running);
        (capnp::capability::FromClientHook::new(client.hook), serving)
    }

    async fn tenant(&self) -> tenant::Client {
        let (bootstrap, _) = self.connect();
        tenant(&bootstrap, &self.acme.token).await
    }

    async fn audited(&self) -> Vec<AuditEntry> {
        self.api.shared.audit.newest(100).await.unwrap()
    }
}

/// Runs a test where capabilities can live.
async fn local(test: impl Future<Output = ()>) {
    LocalSet::new().run_until(test).await;
}

async fn code(bootstrap: &bootstrap::Client, token: &str) -> Result<String, capnp::Error> {
    let mut request = bootstrap.authenticate_request();
    request.get().set_token(token);
    let answer = request.send().promise.await?;
    Ok(code_of(answer.get()?.get_problem()?))
}

fn code_of(problem: problem::Reader<'_>) -> String {
    problem.get_code().unwrap().to_string().unwrap()
}

async fn tenant(bootstrap: &bootstrap::Client, token: &Token) -> tenant::Client {
    let mut request = bootstrap.authenticate_request();
    request.get().set_token(token.reveal());
    let answer = request.send().promise.await.unwrap();
    match answer.get().unwrap().get_authority().unwrap().which().unwrap() {
        authority::Which::Tenant(tenant) => tenant.unwrap(),
        _ => panic!("it is no tenant's token"),
    }
}

/// Begins an upload; else the code of the problem.
async fn begin(
    tenant: &tenant::Client,
    (name, version): (&str, &str),
    digest: &str,
    bytes: u64,
) -> Result<upload::Client, String> {
    let mut request = tenant.upload_request();
    request.get().set_name(name);
    request.get().set_version(version);
    request.get().set_digest(digest);
    request.get().set_bytes(bytes);
    let answer = request.send().promise.await.unwrap();
    let answer = answer.get().unwrap();
    match answer.has_upload() {
        true => Ok(answer.get_upload().unwrap()),
        false => Err(code_of(answer.get_problem().unwrap())),
    }
}
