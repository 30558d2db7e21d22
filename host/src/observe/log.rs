//! The host's own log, on stderr: what it does and what went wrong, each line with tenant and pipeline where there is one.

use std::{io, sync::OnceLock};

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
    let written = filter.to_owned();
    let filter = EnvFilter::try_new(filter)
        .map_err(|error| anyhow!("bad filter `{filter}` of the log: {error}"))?;
    let subscriber = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    let begun = match log {
        Log::Text => subscriber.with_ansi(rustix::termios::isatty(io::stderr())).try_init(),
        Log::Json => subscriber.json().flatten_event(true).try_init(),
    };
    begun.map_err(|error| anyhow!("cannot write a log: {error}"))?;
    BEGUN.get_or_init(|| (log, written));
    Ok(())
}

/// How this process writes its log, if it does: for programs that it starts, which write to the same place.
pub fn begun() -> Option<(Log, &'static str)> {
    BEGUN.get().map(|(log, filter)| (*log, filter.as_str()))
}

static BEGUN: OnceLock<(Log, String)> = OnceLock::new();
