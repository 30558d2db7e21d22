//! `sandbar hosts`: the nodes of a cluster.

use serde_json::json;

use super::cluster::{Target, table, time};
use crate::exit::Exit;

/// List the hosts of the cluster: status, tasks, workers. For its operators.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar hosts
  sandbar hosts -o json | jq '.hosts[] | select(.status == \"down\").name'")]
pub(crate) struct Arguments {
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let target = &arguments.target;
    target.ask_as_operator(async |operator| {
        let hosts = operator.hosts().await?;
        target.show(&json!({ "hosts": hosts }), || {
            let rows: Vec<Vec<String>> = hosts
                .iter()
                .map(|host| {
                    vec![
                        host.name.clone(),
                        host.address.clone(),
                        host.status.to_owned(),
                        if host.leader { "leader" } else { "" }.to_owned(),
                        host.tasks.to_string(),
                        host.workers.to_string(),
                        host.cpus.to_string(),
                        time(host.seen),
                        host.version.clone(),
                    ]
                })
                .collect();
            let titles =
                ["host", "address", "status", "", "tasks", "workers", "cpus", "seen", "version"];
            table(&titles, &rows)
        })
    })
}
