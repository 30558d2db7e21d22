//! `sandbar delete`: forgets a pipeline and its positions.

use super::{
    cluster::{Target, can_ask, confirmed, plain},
    tell,
};
use crate::exit::Exit;

/// Delete a pipeline that is stopped, finished or failed, with the positions it had reached.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar delete flights
  sandbar delete flights --yes              without asking")]
pub(crate) struct Arguments {
    /// The pipeline.
    name: String,
    /// Do not ask.
    #[arg(short, long)]
    yes: bool,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let (name, target) = (&arguments.name, &arguments.target);
    if !arguments.yes {
        if !can_ask() {
            tell("error: deleting cannot be undone, and nobody can be asked here; add `--yes`");
            return Ok(Exit::Usage);
        }
        if !confirmed(&format!("forget `{}` and the positions it had reached?", plain(name))) {
            tell("nothing was deleted");
            return Ok(Exit::Refused);
        }
    }
    target.ask_as_tenant(async |tenant| {
        tenant.pipeline(name).await?.delete().await?;
        target.done(&format!("deleted `{name}`"))
    })
}
