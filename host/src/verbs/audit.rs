//! `sandbar audit`: who changed what.

use serde_json::json;

use super::cluster::{Target, table, time};
use crate::exit::Exit;

/// Show the newest entries of the audit log: when, who, what, with what outcome. For operators of the cluster.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar audit
  sandbar audit -n 1000 -o json | jq '.entries[] | select(.outcome != \"ok\")'")]
pub(crate) struct Arguments {
    /// How many entries.
    #[arg(short = 'n', long, default_value_t = 50)]
    entries: u32,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let target = &arguments.target;
    target.ask_as_operator(async |operator| {
        let entries = operator.audit(arguments.entries).await?;
        target.show(&json!({ "entries": entries }), || {
            let rows: Vec<Vec<String>> = entries
                .iter()
                .map(|entry| {
                    vec![
                        time(entry.time),
                        entry.actor.clone(),
                        entry.action.clone(),
                        entry.subject.clone(),
                        entry.outcome.clone(),
                    ]
                })
                .collect();
            table(&["time", "actor", "action", "subject", "outcome"], &rows)
        })
    })
}
