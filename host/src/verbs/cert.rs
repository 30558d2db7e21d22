//! `sandbar cert`: the cluster's authority, and the certificates of its hosts.

use std::path::PathBuf;

use clap::Subcommand;
use sandbar_dataflow::Clock as _;

use super::{print, tell};
use crate::{authority::Authority, clock::SystemClock, exit::Exit};

/// Make the cluster's certificates.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar cert init ca
  sandbar cert issue h1 --ca ca --out h1 --address 192.0.2.10

Keep the folder of the authority off the hosts: whoever has its key can join the cluster. A host needs the folder that
`issue` wrote and nothing else; issued again into the same folder, a running host takes the new ones within 10 seconds.")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Make an authority, which signs every certificate of a cluster.
    Init {
        /// Where its key and certificate go; it must not hold an authority.
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Make what a host needs: its certificate, and the issuer of its workers' ones.
    Issue {
        /// The host's name: 1 to 63 of a-z, 0-9 and `-`.
        #[arg(value_name = "HOST", value_parser = host_name)]
        host: String,
        /// The authority's folder.
        #[arg(long, value_name = "DIR")]
        ca: PathBuf,
        /// Where the files go: `certificates` of the host's configuration names this folder.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// An IP address of the host, for clients that look at that. May be given again.
        #[arg(long = "address", value_name = "IP")]
        addresses: Vec<String>,
        /// How long they hold.
        #[arg(long, default_value_t = 90)]
        days: u32,
    },
}

fn host_name(given: &str) -> Result<String, String> {
    sandbar_control::HostName::parse(given)
        .map(|_| given.to_owned())
        .map_err(|error| error.to_string())
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let now_ms = SystemClock.now_ms();
    match &arguments.action {
        Action::Init { folder } => {
            Authority::init(folder, now_ms)?;
            tell(format_args!(
                "the authority is in {0}: keep {0}/authority.key to yourself",
                folder.display()
            ));
            print(&format!("{}", folder.join("authority.pem").display()))?;
        }
        Action::Issue { host, ca, out, addresses, days } => {
            Authority::open(ca)?.issue(host, addresses, *days, out, now_ms)?;
            tell(format_args!("host `{host}` is certified for {days} days"));
            print(&format!("{}", out.display()))?;
        }
    }
    Ok(Exit::Success)
}
