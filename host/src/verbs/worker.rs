//! `sandbar worker`: what a host starts for each of its tenants. Standard input is the socket of its calls, standard
//! output that of native code; when the host is gone, so is the worker.

use std::{os::fd::OwnedFd, rc::Rc};

use rustix::fs::FileType;
use sandbar_exchange::{Limits, rpc};
use tokio::{net::UnixStream, task::LocalSet};

use super::tell;
use crate::{
    exit::Exit,
    observe::{self, Log},
    worker::{Machine, Worker, exhausted},
};

/// Runs one tenant's tasks for a host, which alone can start it.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// How the log on stderr, which is the host's, is written; absent: not at all.
    #[arg(long, value_enum)]
    log: Option<Log>,
    /// What is written to it.
    #[arg(long, default_value = "info")]
    log_filter: String,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let calls = rustix::stdio::stdin().try_clone_to_owned()?;
    let plugins = rustix::stdio::stdout().try_clone_to_owned()?;
    if !is_socket(&calls) || !is_socket(&plugins) {
        tell("error: a worker is started by its host; run `sandbar host`");
        return Ok(Exit::Usage);
    }
    if let Some(log) = arguments.log {
        observe::init(log, &arguments.log_filter)?;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let served = LocalSet::new().block_on(&runtime, async {
        let calls = std::os::unix::net::UnixStream::from(calls);
        calls.set_nonblocking(true)?;
        let process = Worker::serve(Rc::new(Machine::new(plugins)));
        let served = rpc::serve(UnixStream::from_std(calls)?, process.client, Limits::local());
        tokio::select! {
            // However it ended: without its host a worker has nobody to work for.
            ended = served => {
                if let Err(error) = ended {
                    tracing::debug!(%error, "the connection to the host");
                }
                Ok(Exit::Success)
            }
            () = exhausted() => {
                tell("error: this worker gets no more file descriptors; its host starts another one");
                Ok(Exit::Unavailable)
            }
        }
    });
    // Reads that nobody waits for any more would hold the process.
    runtime.shutdown_background();
    served
}

fn is_socket(descriptor: &OwnedFd) -> bool {
    let stat = rustix::fs::fstat(descriptor);
    stat.is_ok_and(|stat| FileType::from_raw_mode(stat.st_mode) == FileType::Socket)
}
