//! Workers as processes of this machine. A worker has three descriptors and no environment:
//!
//! ```text
//! 0  a Unix socket: Cap'n Proto RPC, the worker serves `Process`
//! 1  a Unix socket of packets: a plugin's digest, and with it the descriptor of its native code
//! 2  the host's stderr
//! ```
//!
//! It is in a process group of its own, so that Ctrl-C in the host's terminal does not reach it, and it dies with the
//! host: when its socket closes, and by the kernel's hand.

use std::{
    ffi::OsString,
    io::{self, IoSlice},
    mem::MaybeUninit,
    os::{
        fd::{AsFd, OwnedFd},
        unix::process::ExitStatusExt,
    },
    path::PathBuf,
    process::{ExitStatus, Stdio},
    rc::Rc,
    time::Duration,
};

use async_trait::async_trait;
use clap::ValueEnum as _;
use futures_util::FutureExt as _;
use rustix::net::{
    AddressFamily, SendAncillaryBuffer, SendAncillaryMessage, SendFlags, SocketFlags, SocketType,
};
use sandbar_control::{Digest, Problem, TenantName};
use sandbar_exchange::{Limits, rpc};
use sandbar_schema::node_capnp::process;
use tokio::{
    io::Interest,
    net::UnixStream,
    process::{Child, Command},
    sync::oneshot,
};

use super::{Ended, Launched, Launcher, Recipient};
use crate::{
    compiler::Native,
    observe,
    protect::{ENVIRONMENT, keep_from_children},
};

/// Starts workers as processes.
#[derive(Clone, Debug)]
pub struct Processes {
    /// This program.
    pub program: PathBuf,
    pub arguments: Vec<OsString>,
    /// How it writes its log, which is this program's.
    pub log: Vec<String>,
}

impl Default for Processes {
    fn default() -> Self {
        // Whatever has become of the program's file since it was started.
        Self { program: "/proc/self/exe".into(), arguments: vec!["worker".into()], log: log() }
    }
}

/// As this program does, if it does.
fn log() -> Vec<String> {
    let Some((log, filter)) = observe::begun() else { return Vec::new() };
    let log = log.to_possible_value().map(|log| log.get_name().to_owned()).unwrap_or_default();
    vec!["--log".to_owned(), log, "--log-filter".to_owned(), filter.to_owned()]
}

#[async_trait(?Send)]
impl Launcher for Processes {
    async fn launch(&self, tenant: &TenantName) -> Result<Launched, Problem> {
        let refuse = |error: io::Error| {
            let program = self.program.display();
            Problem::unavailable(format!("the worker `{program}` cannot be started: {error}"))
                .help("run `sandbar doctor` on this host")
        };
        let (calls, its_calls) = pair(SocketType::STREAM).map_err(refuse)?;
        let (files, its_files) = pair(SocketType::SEQPACKET).map_err(refuse)?;
        keep_from_children();
        let child = Command::new(&self.program)
            .args(&self.arguments)
            .args(&self.log)
            .env_clear()
            .envs(ENVIRONMENT.iter().copied())
            .current_dir("/")
            .process_group(0)
            .stdin(Stdio::from(its_calls))
            .stdout(Stdio::from(its_files))
            .kill_on_drop(true)
            .spawn()
            .map_err(refuse)?;
        let (calls, files) =
            (registered(calls).map_err(refuse)?, registered(files).map_err(refuse)?);
        let (client, connection) = rpc::call(calls, Limits::local());
        tokio::task::spawn_local(async move {
            // Its end is seen by the process's own.
            let _ = connection.await;
        });
        let id = child.id();
        tracing::info!(%tenant, id, "a worker was started");
        let (end, ending) = oneshot::channel();
        let process: process::Client = capnp::capability::FromClientHook::new(client.hook);
        Ok(Launched {
            process,
            plugins: Rc::new(Packets(files)),
            ended: watch(child, ending),
            end,
            cpu: Box::new(move || id.map_or(Duration::ZERO, cpu)),
        })
    }
}

/// Two connected sockets, neither of which blocks or is inherited by chance.
fn pair(kind: SocketType) -> io::Result<(OwnedFd, OwnedFd)> {
    let flags = SocketFlags::CLOEXEC | SocketFlags::NONBLOCK;
    Ok(rustix::net::socketpair(AddressFamily::UNIX, kind, flags, None)?)
}

/// The same for tokio, which does not mind that one of them is of packets.
fn registered(socket: OwnedFd) -> io::Result<UnixStream> {
    UnixStream::from_std(std::os::unix::net::UnixStream::from(socket))
}

/// Sees the process to its end, which `ending` may bring about; it is reaped then.
fn watch(
    mut child: Child,
    ending: oneshot::Receiver<()>,
) -> futures_util::future::LocalBoxFuture<'static, Ended> {
    let (sender, receiver) = oneshot::channel();
    // A future of its own: the process is reaped whether anybody waits for it or not.
    tokio::task::spawn_local(async move {
        let status = tokio::select! {
            status = child.wait() => status,
            _ = ending => {
                // One that has ended by itself cannot be killed, and need not be.
                let _ = child.start_kill();
                child.wait().await
            }
        };
        let how = match status {
            Ok(status) => how(status),
            Err(error) => format!("nobody saw how: {error}"),
        };
        let _ = sender.send(Ended(how));
    });
    receiver.map(|ended| ended.unwrap_or_else(|_| Ended("nobody saw how".to_owned()))).boxed_local()
}

fn how(status: ExitStatus) -> String {
    match (status.signal(), status.code()) {
        (Some(signal), _) => format!("killed by signal {signal}"),
        (None, Some(code)) => format!("exit code {code}"),
        (None, None) => status.to_string(),
    }
}

/// CPU time that process `id` has used.
fn cpu(id: u32) -> Duration {
    /// The kernel tells it in hundredths of a second, whatever its own clock.
    const TICK: Duration = Duration::from_millis(10);
    let ticks = || {
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        // The name before may hold anything, so fields are counted from its bracket.
        let fields: Vec<&str> = stat.rsplit_once(") ")?.1.split(' ').collect();
        let ticks = |field: usize| fields.get(field)?.parse::<u32>().ok();
        ticks(11)?.checked_add(ticks(12)?)
    };
    TICK * ticks().unwrap_or(0)
}

/// Native code as packets.
struct Packets(UnixStream);

#[async_trait(?Send)]
impl Recipient for Packets {
    async fn hand(&self, digest: &Digest, native: &Native) -> Result<(), Problem> {
        let send = || send(&self.0, digest, native);
        let sent = self.0.async_io(Interest::WRITABLE, send).await;
        sent.map_err(|error| {
            Problem::unavailable(format!("plugin {digest} did not reach its worker: {error}"))
        })
    }
}

/// One packet: the digest, and the descriptor.
fn send(socket: &UnixStream, digest: &Digest, native: &Native) -> io::Result<()> {
    let descriptors = [native.file().as_fd()];
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
    let mut ancillary = SendAncillaryBuffer::new(&mut space);
    let fits = ancillary.push(SendAncillaryMessage::ScmRights(&descriptors));
    debug_assert!(fits, "the space is for one descriptor");
    let content = [IoSlice::new(digest.as_str().as_bytes())];
    rustix::net::sendmsg(socket, &content, &mut ancillary, SendFlags::NOSIGNAL)?;
    Ok(())
}
