//! A worker's process as its platform: TCP, a pool of threads, the tenant's folder and the kernel's protections.

use std::{
    cell::RefCell,
    fs,
    net::{IpAddr, SocketAddr},
    num::NonZeroUsize,
    os::fd::OwnedFd,
    rc::Rc,
    sync::Arc,
    thread::available_parallelism,
};

use async_trait::async_trait;
use rustix::fs::{Mode, OFlags};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use sandbar_control::Problem;
use sandbar_dataflow::channel::CHANNEL_BYTES;
use sandbar_exchange::{
    Credentials as Own, Error, Inlets, Limits, Listener, Shard, Shards, TcpDial, Transport,
};
use tokio::task::spawn_local;

use super::{Configuration, Credentials, Equipment, Native, Platform};
use crate::{
    clock::SystemClock,
    connectors::Root,
    protect::{self, WorkerLimits},
    threads::{Pool, Spawn as _},
};

/// Of the threads that run tasks, for how many there is one that carries what leaves and comes. That takes some tenths
/// of what the simplest plugins take for the same records.
const THREADS_PER_SHARD: usize = 2;

/// This process.
#[derive(Debug)]
pub struct Machine {
    /// Where native code comes from, until it is configured.
    plugins: RefCell<Option<OwnedFd>>,
    own: RefCell<Option<Own>>,
}

impl Machine {
    /// `plugins`: the socket that native code comes by, see [`handover`](crate::handover).
    pub fn new(plugins: OwnedFd) -> Self {
        Self { plugins: RefCell::new(Some(plugins)), own: RefCell::default() }
    }
}

#[async_trait(?Send)]
impl Platform for Machine {
    async fn configure(
        &self,
        configuration: &Configuration,
        inlets: &Inlets,
    ) -> Result<Equipment, Problem> {
        let own = configuration.credentials.clone().map(credentials).transpose()?;
        let transport = match &own {
            Some(own) => Transport::Tls(own.clone()),
            None => Transport::Plain,
        };
        *self.own.borrow_mut() = own;
        let limits = Limits::default();
        let listen: IpAddr = configuration.listen.parse().map_err(|_| {
            Problem::invalid(format!("`{}` is no IP address to listen on", configuration.listen))
        })?;
        let address = SocketAddr::new(listen, 0);
        let listener = Listener::bind(address, transport.clone(), limits).await.map_err(refused)?;
        let address = listener.address().map_err(refused)?.to_string();
        // Asks the system's files.
        let processors = available_parallelism().unwrap_or(NonZeroUsize::MIN);
        let folder = Arc::new(folder(&configuration.files)?);
        // Before there are threads: it binds this one, and those that it starts.
        let files = protect::worker_files(&folder);
        let root = Root::Beneath(folder);
        let threads = NonZeroUsize::new(configuration.threads as usize).unwrap_or(processors);
        let (shards, running) = Shards::new(threads.get().div_ceil(THREADS_PER_SHARD));
        let others = running.len();
        let none = |error| Problem::unavailable(format!("no threads for a worker: {error}"));
        let pool = Pool::new("worker", threads).map_err(none)?;
        run(running, transport, inlets, limits).map_err(none)?;
        spawn_local(shards.deal(listener, told));
        let native = Native::new(self.plugins.borrow_mut().take(), root);
        let threads = u32::try_from(threads.get() + others).unwrap_or(u32::MAX);
        let memory_bytes = configuration.memory_bytes;
        let mut protections = protect::worker(&WorkerLimits { memory_bytes, threads });
        protections.push(files);
        Ok(Equipment {
            address,
            protections,
            shards,
            channel_bytes: CHANNEL_BYTES,
            spawn: Rc::new(pool),
            make: Rc::new(native),
            clock: Arc::new(SystemClock),
        })
    }

    fn renew(&self, new: Credentials) -> Result<(), Problem> {
        let own = self.own.borrow();
        let own = own.as_ref().ok_or_else(|| {
            Problem::conflict("the worker has no credentials: its connections are plain")
        })?;
        let (authority, chain, key) = parts(new);
        own.renew(authority, chain, key).map_err(refused)
    }
}

/// Runs each shard on a thread of its own.
fn run(
    shards: Vec<Shard>,
    transport: Transport,
    inlets: &Inlets,
    limits: Limits,
) -> std::io::Result<()> {
    let Some(threads) = NonZeroUsize::new(shards.len()) else { return Ok(()) };
    let pool = Pool::new("exchange", threads)?;
    for (thread, shard) in shards.into_iter().enumerate() {
        let (dial, inlets) = (TcpDial::new(transport.clone(), limits), inlets.clone());
        let work = move || {
            spawn_local(shard.run(Rc::new(dial), inlets, limits, told));
        };
        pool.hand(thread, Box::new(work));
    }
    Ok(())
}

fn told(error: Error) {
    tracing::debug!(%error, "a connection of a peer");
}

type Parts = (CertificateDer<'static>, Vec<CertificateDer<'static>>, PrivateKeyDer<'static>);

fn parts(credentials: Credentials) -> Parts {
    let Credentials { authority, chain, key } = credentials;
    let chain = chain.into_iter().map(CertificateDer::from).collect();
    (authority.into(), chain, PrivatePkcs8KeyDer::from(key).into())
}

fn credentials(given: Credentials) -> Result<Own, Problem> {
    let (authority, chain, key) = parts(given);
    Own::new(authority, chain, key).map_err(refused)
}

fn refused(error: Error) -> Problem {
    Problem::unavailable(error.to_string())
}

/// The tenant's folder, made where it is missing.
fn folder(path: &str) -> Result<OwnedFd, Problem> {
    let failed = |error: std::io::Error| {
        Problem::unavailable(format!("the tenant's folder `{path}` cannot be used: {error}"))
    };
    if path.is_empty() {
        return Err(Problem::invalid("the worker was given no folder for the tenant's files"));
    }
    fs::create_dir_all(path).map_err(failed)?;
    let flags = OFlags::DIRECTORY | OFlags::PATH | OFlags::CLOEXEC;
    rustix::fs::open(path, flags, Mode::empty()).map_err(|error| failed(error.into()))
}
