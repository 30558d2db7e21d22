//! Processes of a simulated machine. A worker is the real one in a `LocalSet` of its own within its host's: all that it
//! spawns dies with it at once, its sockets too, as if by signal 9.

use std::{
    pin::Pin,
    rc::Rc,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use async_trait::async_trait;
use futures_util::FutureExt as _;
use sandbar::{
    compiler::Native,
    node::{Ended, Launched, Launcher, Recipient},
    threads::Here,
    worker::{Configuration, Credentials, Equipment, Platform, Worker},
};
use sandbar_control::{Digest, Problem, TenantName};
use sandbar_dataflow::Clock;
use sandbar_exchange::{Dial, Error, Inlets, Limits, Shards, Stream, rpc};
use sandbar_schema::node_capnp::process;
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    sync::oneshot,
    task::{LocalSet, spawn_local},
    time::timeout,
};

use super::{host::Site, nodes::Natives};

/// Bytes between a host and its worker that are on their way.
const PIPE_BYTES: usize = 64 << 10;

/// Bytes of a channel: so few that it is full now and then.
const CHANNEL_BYTES: usize = 16 << 10;

pub(super) fn limits() -> Limits {
    Limits { idle: Duration::from_secs(3), handshake: Duration::from_secs(2), ..Limits::default() }
}

/// Starts workers at its site.
pub(super) struct Processes(pub(super) Rc<Site>);

#[async_trait(?Send)]
impl Launcher for Processes {
    async fn launch(&self, _: &TenantName) -> Result<Launched, Problem> {
        let (ours, theirs) = tokio::io::duplex(PIPE_BYTES);
        let platform = Rc::new(Machine(Rc::clone(&self.0)));
        let (end, ending) = oneshot::channel();
        let (sender, ended) = oneshot::channel();
        let killed = self.0.killed();
        spawn_local(async move {
            let process = LocalSet::new();
            let run = process.run_until(async move {
                let worker = Worker::serve(platform);
                rpc::serve(theirs, worker.client, Limits::local()).await
            });
            let how = tokio::select! {
                biased;
                Ok(()) = killed => "killed by signal 9",
                _ = ending => "ended",
                _ = run => "exit code 0",
            };
            drop(process);
            // The host may not listen any more.
            let _ = sender.send(Ended(how.to_owned()));
        });
        let (client, connection) = rpc::call(ours, Limits::local());
        spawn_local(async move {
            let _ = connection.await;
        });
        let process: process::Client = capnp::capability::FromClientHook::new(client.hook);
        Ok(Launched {
            process,
            plugins: Rc::new(Nothing),
            ended: ended.map(|ended| ended.expect("its future sends it")).boxed_local(),
            end,
            cpu: Box::new(|| Duration::ZERO),
        })
    }
}

/// Takes native code, of which there is none.
struct Nothing;

#[async_trait(?Send)]
impl Recipient for Nothing {
    async fn hand(&self, digest: &Digest, _: &Native) -> Result<(), Problem> {
        Err(Problem::internal(format!("nothing takes the native code of {digest}")))
    }
}

/// What a worker has of the machine at its site.
struct Machine(Rc<Site>);

#[async_trait(?Send)]
impl Platform for Machine {
    async fn configure(&self, _: &Configuration, inlets: &Inlets) -> Result<Equipment, Problem> {
        let refused = |error: std::io::Error| Problem::unavailable(error.to_string());
        let listener = turmoil::net::TcpListener::bind(("0.0.0.0", 0)).await.map_err(refused)?;
        let port = listener.local_addr().map_err(refused)?.port();
        let (shards, running) = Shards::new(1);
        for shard in running {
            let dial = Rc::new(Dialled(Some(Rc::clone(&self.0))));
            // Nobody deals: connections of this network are no arrivals.
            spawn_local(shard.run(dial, inlets.clone(), limits(), |_| ()));
        }
        let inlets = inlets.clone();
        spawn_local(async move {
            while let Ok((stream, _)) = listener.accept().await {
                spawn_local(sandbar_exchange::serve(stream, inlets.clone(), limits()));
            }
        });
        Ok(Equipment {
            address: format!("{}:{port}", self.0.name),
            protections: Vec::new(),
            shards,
            channel_bytes: CHANNEL_BYTES,
            spawn: Rc::new(Here::default()),
            make: Rc::new(Natives(Arc::clone(&self.0.oracle))),
            clock: Arc::new(Still),
        })
    }

    fn renew(&self, _: Credentials) -> Result<(), Problem> {
        Err(Problem::conflict("its connections are plain"))
    }
}

struct Still;

impl Clock for Still {
    fn now_ms(&self) -> i64 {
        0
    }

    fn thread_cpu(&self) -> Duration {
        Duration::ZERO
    }
}

/// Connects to peers, which are written `HOST@HOST:PORT`; the site may cut what was connected.
pub(super) struct Dialled(pub(super) Option<Rc<Site>>);

#[async_trait(?Send)]
impl Dial for Dialled {
    async fn dial(&self, peer: &str) -> Result<Stream, Error> {
        let address = peer.split_once('@').map_or(peer, |(_, address)| address);
        let cut = self.0.as_ref().map(|site| site.cuttable());
        let connecting = turmoil::net::TcpStream::connect(address);
        match timeout(Duration::from_secs(1), connecting).await {
            Ok(Ok(stream)) => Ok(Stream::new(Cuttable { stream, cut, is_cut: false })),
            Ok(Err(error)) => Err(Error::Disconnected(error.to_string())),
            Err(_) => Err(Error::Disconnected("no answer".to_owned())),
        }
    }
}

/// A connection that fails in both directions once it is cut.
struct Cuttable {
    stream: turmoil::net::TcpStream,
    cut: Option<oneshot::Receiver<()>>,
    is_cut: bool,
}

impl Cuttable {
    fn check(&mut self, context: &mut Context<'_>) -> std::io::Result<()> {
        if let Some(cut) = &mut self.cut
            && cut.poll_unpin(context).is_ready()
        {
            (self.is_cut, self.cut) = (true, None);
        }
        match self.is_cut {
            true => Err(std::io::ErrorKind::ConnectionReset.into()),
            false => Ok(()),
        }
    }
}

impl AsyncRead for Cuttable {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        to: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        // Reading goes on for as long as a connection does, so the cut wakes its reader.
        self.check(context)?;
        Pin::new(&mut self.stream).poll_read(context, to)
    }
}

impl AsyncWrite for Cuttable {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<std::io::Result<usize>> {
        match self.is_cut {
            true => Poll::Ready(Err(std::io::ErrorKind::ConnectionReset.into())),
            false => Pin::new(&mut self.stream).poll_write(context, bytes),
        }
    }

    fn poll_flush(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
