//! `sandbar compile`: the one-shot compiler that a host starts for each plugin. Not for people: it speaks in bytes.

use crate::{compiler, exit::Exit};

/// Compile one plugin for a host: its request on standard input, native code on standard output.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {}

pub(super) fn run(_: &Arguments) -> anyhow::Result<Exit> {
    compiler::serve()?;
    Ok(Exit::Success)
}
