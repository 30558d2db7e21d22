//! `sandbar list`: the pipelines of a tenant.

use indicatif::HumanCount;
use serde_json::json;

use super::cluster::{Target, table, time};
use crate::exit::Exit;

/// List the pipelines: status, tasks, hosts, records read.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar list
  sandbar list -o json | jq '.pipelines[] | select(.status == \"failed\").name'")]
pub(crate) struct Arguments {
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let target = &arguments.target;
    target.ask_as_tenant(async |tenant| {
        let pipelines = tenant.pipelines().await?;
        target.show(&json!({ "pipelines": pipelines }), || {
            if pipelines.is_empty() {
                return "no pipeline is deployed; deploy one with `sandbar deploy PIPELINE.toml`"
                    .to_owned();
            }
            let rows: Vec<Vec<String>> = pipelines
                .iter()
                .map(|pipeline| {
                    vec![
                        pipeline.name.clone(),
                        pipeline.status.to_string(),
                        HumanCount(pipeline.records_in).to_string(),
                        pipeline.tasks.to_string(),
                        pipeline.hosts.join(", "),
                        pipeline.epoch.to_string(),
                        pipeline.restarts.to_string(),
                        time(pipeline.deployed),
                    ]
                })
                .collect();
            let titles =
                ["pipeline", "status", "read", "tasks", "hosts", "epoch", "restarts", "deployed"];
            table(&titles, &rows)
        })
    })
}
