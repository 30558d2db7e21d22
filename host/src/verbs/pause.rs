//! `sandbar pause`: lets a pipeline come to rest, to go on later.

use super::cluster::Target;
use crate::exit::Exit;

/// Pause a pipeline: its sources stop, what is in flight goes through, positions are kept.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar pause flights
  sandbar pause flights -o json")]
pub(crate) struct Arguments {
    /// The pipeline.
    name: String,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let (name, target) = (&arguments.name, &arguments.target);
    target.ask_as_tenant(async |tenant| {
        tenant.pipeline(name).await?.pause().await?;
        target.done(&format!("`{name}` pauses; go on with `sandbar resume {name}`"))
    })
}
