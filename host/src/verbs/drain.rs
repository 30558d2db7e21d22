//! `sandbar drain`: empties a host, to be looked after.

use super::cluster::Target;
use crate::exit::Exit;

/// Drain a host: its tasks move to others, and nothing new is placed there. For operators of the cluster.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar drain b
  sandbar hosts                             tells when it is drained
  sandbar drain b --undo")]
pub(crate) struct Arguments {
    /// The host.
    host: String,
    /// Let tasks be placed there again.
    #[arg(long)]
    undo: bool,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let (host, target) = (&arguments.host, &arguments.target);
    target.ask_as_operator(async |operator| match arguments.undo {
        false => {
            operator.drain(host).await?;
            target.done(&format!("`{host}` drains; `sandbar hosts` tells when it has"))
        }
        true => {
            operator.undrain(host).await?;
            target.done(&format!("`{host}` takes tasks again"))
        }
    })
}
