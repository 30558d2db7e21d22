//! The host's own log, on stderr: what it does and what went wrong, each line with tenant and pipeline where there is one.

use std::io;

use anyhow::anyhow;
use clap::ValueEnum;
use tracing_subscriber::EnvFilter;

/// How the log is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Log {
    /// For people.
    #[default]
    Text,
    /// For programs: one JSON document a line.
    Json,
}

/// Begins to write what this process traces to stderr. `filter` says what: a level, or a list like
/// `info,sandbar::api=debug`.
///
/// # Errors
/// If the filter cannot be read, or something else took the place already.
pub fn init(log: Log, filter: &str) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(filter)
        .map_err(|error| anyhow!("bad filter `{filter}` of the log: {error}"))?;
    let subscriber = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    let begun = match log {
        Log::Text => subscriber.with_ansi(rustix::termios::isatty(io::stderr())).try_init(),
        Log::Json => subscriber.json().flatten_event(true).try_init(),
    };
    begun.map_err(|error| anyhow!("cannot write a log: {error}"))
}
