//! `sandbar top`: how fast records go through each node, from two looks a second apart.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::{self, IsTerminal as _},
    time::Duration,
};

use indicatif::HumanCount;
use serde::Serialize;
use serde_json::json;
use tokio::time::{Instant, sleep};

use super::cluster::{Target, plain, table};
use crate::{
    api::client::{Failure, Tenant, view::Description},
    exit::Exit,
};

/// Time between two looks.
const PAUSE: Duration = Duration::from_secs(1);

/// Clears the terminal and goes to its first place.
const CLEAR: &str = "\u{1b}[H\u{1b}[2J";

/// Show rates of pipelines and their nodes, anew each second until Ctrl-C; once where nobody sees it move.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar top
  sandbar top flights
  sandbar top -o json | jq '.rates[] | select(.in_per_s > 0)'")]
pub(crate) struct Arguments {
    /// Only this pipeline.
    name: Option<String>,
    #[command(flatten)]
    target: Target,
}

/// One node between two looks.
#[derive(Debug, Serialize)]
struct Rate {
    pipeline: String,
    node: String,
    in_per_s: f64,
    out_per_s: f64,
    refused_per_s: f64,
    failures_per_s: f64,
    /// Processors in use.
    cpus: f64,
}

/// All pipelines as one look saw them.
type Look = BTreeMap<String, Description>;

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let target = &arguments.target;
    let moves = !target.is_json() && io::stdout().is_terminal();
    target.ask_as_tenant(async |tenant| {
        let mut before = (Instant::now(), look(&tenant, arguments).await?);
        loop {
            sleep(PAUSE).await;
            let now = (Instant::now(), look(&tenant, arguments).await?);
            let rates = rates(&before.1, &now.1, now.0 - before.0);
            let clear = if moves { CLEAR } else { "" };
            target
                .show(&json!({ "rates": rates }), || format!("{clear}{}", text(&now.1, &rates)))?;
            if !moves {
                return Ok(Exit::Success);
            }
            before = now;
        }
    })
}

async fn look(tenant: &Tenant, arguments: &Arguments) -> Result<Look, Failure> {
    let names = match &arguments.name {
        Some(name) => vec![name.clone()],
        None => tenant.pipelines().await?.into_iter().map(|pipeline| pipeline.name).collect(),
    };
    let mut look = Look::new();
    for name in names {
        let described = async { tenant.pipeline(&name).await?.describe().await };
        match described.await {
            Ok(description) => drop(look.insert(name, description)),
            // Deleted since it was listed.
            Err(failure) if failure.code() == "not-found" && arguments.name.is_none() => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(look)
}

fn rates(before: &Look, now: &Look, between: Duration) -> Vec<Rate> {
    let mut rates = Vec::new();
    for (name, description) in now {
        let same = before.get(name).filter(|then| then.summary.epoch == description.summary.epoch);
        for node in &description.nodes {
            let then = same.and_then(|then| then.nodes.iter().find(|then| then.name == node.name));
            // Counters of a new epoch began at nothing.
            let per_s = |counter: fn(&crate::api::client::view::Node) -> u64| {
                counter(node).saturating_sub(then.map_or(0, counter)) as f64 / between.as_secs_f64()
            };
            rates.push(Rate {
                pipeline: name.clone(),
                node: node.name.clone(),
                in_per_s: per_s(|node| node.records_in),
                out_per_s: per_s(|node| node.records_out),
                refused_per_s: per_s(|node| node.rejected),
                failures_per_s: per_s(|node| node.failures),
                cpus: per_s(|node| node.cpu_ns) / 1e9,
            });
        }
    }
    rates
}

fn text(look: &Look, rates: &[Rate]) -> String {
    if look.is_empty() {
        return "no pipeline is deployed; deploy one with `sandbar deploy PIPELINE.toml`"
            .to_owned();
    }
    let mut page = String::new();
    for (name, description) in look {
        let summary = &description.summary;
        let _ = writeln!(
            page,
            "{}: {}, {} records read, {} tasks on {}",
            plain(name),
            summary.status,
            HumanCount(summary.records_in),
            summary.tasks,
            plain(&summary.hosts.join(", "))
        );
        let number = |rate: f64| HumanCount(rate.round() as u64).to_string();
        let rows: Vec<Vec<String>> = rates
            .iter()
            .filter(|rate| rate.pipeline == *name)
            .map(|rate| {
                vec![
                    format!("  {}", rate.node),
                    number(rate.in_per_s),
                    number(rate.out_per_s),
                    number(rate.refused_per_s),
                    number(rate.failures_per_s),
                    format!("{:.2}", rate.cpus),
                ]
            })
            .collect();
        page.push_str(&table(
            &["  node", "in/s", "out/s", "refused/s", "failures/s", "cpus"],
            &rows,
        ));
        page.push('\n');
    }
    page
}
