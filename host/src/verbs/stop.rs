//! `sandbar stop`: ends a pipeline.

use super::cluster::Target;
use crate::exit::Exit;

/// Stop a pipeline for good: as pause, and then it can be deleted.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar stop flights
  sandbar stop flights -o json")]
pub(crate) struct Arguments {
    /// The pipeline.
    name: String,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let (name, target) = (&arguments.name, &arguments.target);
    target.ask_as_tenant(async |tenant| {
        tenant.pipeline(name).await?.stop().await?;
        target.done(&format!("`{name}` stops; forget it with `sandbar delete {name}`"))
    })
}
