//! `sandbar host`: the node daemon.

use std::path::PathBuf;

use tokio::{
    runtime::Builder,
    signal::unix::{SignalKind, signal},
    task::LocalSet,
};

use super::tell;
use crate::{
    daemon::{Configuration, Host, Role},
    environment,
    exit::Exit,
    observe::{self, Log},
};

/// Run this machine as a host of a cluster.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example of a configuration:
  name = \"h1\"                        # as in `sandbar cert issue h1 ...`
  listen = \"192.0.2.10:7170\"
  data = \"/var/lib/sandbar\"
  certificates = \"/etc/sandbar/h1\"   # the folder that `cert issue` wrote
  metadata = true                    # on the one host that leads; on the others: leader = \"192.0.2.10:7170\"
  files = \"/srv/sandbar\"             # a folder for each tenant's files; default: in `data`
  http = \"127.0.0.1:7171\"            # /metrics, /healthz, /readyz; this is the default
  threads = 2                        # processors that tasks may use; default: all

A host that leads for the first time writes an operator's token to `operator.token` in its data folder.
SIGTERM and Ctrl-C end it; SIGHUP makes it look for new certificates at once.")]
pub(crate) struct Arguments {
    /// The configuration.
    #[arg(long, value_name = "FILE")]
    config: PathBuf,
    /// How the log on stderr is written.
    #[arg(long, value_enum, default_value_t)]
    log: Log,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let configuration = match Configuration::read(&arguments.config) {
        Ok(configuration) => configuration,
        Err(problems) => {
            problems.iter().for_each(tell);
            return Ok(Exit::Invalid);
        }
    };
    observe::init(arguments.log, &environment::log_filter_or("info"))?;
    block_on(async {
        let host = Host::open(&configuration).await?;
        if configuration.role == Role::Leader {
            host.first_operator().await?;
        }
        tracing::info!(
            host = %configuration.name,
            address = %host.address()?,
            http = %host.http_address()?,
            "the host runs"
        );
        host.run(asked_to_end()).await
    })?;
    Ok(Exit::Success)
}

/// Runs `future` on this thread, with everything that it spawns here.
pub(super) fn block_on<T>(future: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let done = LocalSet::new().block_on(&runtime, future);
    runtime.shutdown_background();
    done
}

/// Ready at SIGTERM or Ctrl-C.
pub(super) async fn asked_to_end() {
    let (Ok(mut terminate), Ok(mut interrupt)) =
        (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        // Then the signals end the process as they always do.
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}
