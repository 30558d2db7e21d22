//! `sandbar resume`: goes on with a pipeline that was paused, stopped or failed.

use super::cluster::Target;
use crate::exit::Exit;

/// Resume a pipeline from the positions kept.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar resume flights
  sandbar resume flights -o json")]
pub(crate) struct Arguments {
    /// The pipeline.
    name: String,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let (name, target) = (&arguments.name, &arguments.target);
    target.ask_as_tenant(async |tenant| {
        tenant.pipeline(name).await?.resume().await?;
        target.done(&format!("`{name}` goes on"))
    })
}
