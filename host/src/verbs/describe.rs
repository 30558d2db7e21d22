//! `sandbar describe`: how one pipeline stands, node by node.

use std::fmt::Write as _;

use indicatif::{HumanBytes, HumanCount};
use sandbar_control::right;

use super::cluster::{Target, plain, table, time};
use crate::{
    api::client::view::{Description, Node},
    exit::Exit,
};

/// Describe a pipeline: status, guarantee, and what each node read, wrote, refused and used, and where.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar describe flights
  sandbar describe flights --file > flights.toml       the pipeline file as it was deployed
  sandbar describe flights -o json | jq .status")]
pub(crate) struct Arguments {
    /// The pipeline.
    name: String,
    /// Print the pipeline file as deployed, and nothing else.
    #[arg(long)]
    file: bool,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let target = &arguments.target;
    target.ask_as_tenant(async |tenant| {
        let description = tenant.pipeline(&arguments.name).await?.describe().await?;
        target.show(&description, || match arguments.file {
            true => description.text.lines().map(plain).collect::<Vec<_>>().join("\n"),
            false => text(&description),
        })
    })
}

fn text(description: &Description) -> String {
    let summary = &description.summary;
    let mut page = format!("pipeline {}: {}\n", plain(&summary.name), summary.status);
    let mut row = |title: &str, value: String| {
        let _ = writeln!(page, "  {title:<12} {}", plain(&value));
    };
    row("deployed", time(summary.deployed));
    row("epoch", format!("{}, restarted {} times", summary.epoch, summary.restarts));
    row("hosts", summary.hosts.join(", "));
    row("guarantee", description.guarantee.clone());
    if description.acknowledged > 0 {
        let at = time(description.acknowledged);
        row("safe", format!("up to barrier {}, at {at}", description.barrier));
    }
    if let Some(fault) = &description.fault {
        row("fault", format!("`{}`: {} ({})", fault.node, fault.message, fault.code));
        row("", fault.help.clone());
    }
    page.push('\n');
    let titles =
        ["node", "runs", "tasks", "in", "out", "refused", "failures", "ns/record", "memory"];
    let rows: Vec<Vec<String>> = description.nodes.iter().map(cells).collect();
    page.push_str(&table(&titles, &rows));
    let rights = description.nodes.iter().filter(|node| !node.rights.is_empty());
    for node in rights {
        let rights = right::summary(node.rights.iter().map(String::as_str)).join(", ");
        let _ = writeln!(page, "rights of {}: {}", plain(&node.name), plain(&rights));
    }
    for node in &description.nodes {
        for line in troubles(node) {
            let _ = writeln!(page, "{line}");
        }
    }
    page
}

/// What a person should know of a node besides its numbers.
fn troubles(node: &Node) -> Vec<String> {
    let (name, mut lines) = (plain(&node.name), Vec::new());
    let times = HumanCount(node.pauses);
    match (node.pauses, node.paused) {
        (0, _) => {}
        (_, 0) => lines.push(format!("circuit breaker of {name}: closed, opened {times} times")),
        (_, tasks) => lines.push(format!(
            "circuit breaker of {name}: open, {tasks} of its tasks wait; opened {times} times"
        )),
    }
    if node.dead_lettered + node.skipped > 0 {
        let (letters, skipped) = (HumanCount(node.dead_lettered), HumanCount(node.skipped));
        lines.push(format!("refused by {name}: {letters} dead letters, {skipped} skipped"));
    }
    if node.log_lines_dropped > 0 {
        let dropped = HumanCount(node.log_lines_dropped);
        let why = "they came faster than `limits.log_lines`";
        lines.push(format!("log of {name}: {dropped} lines dropped, {why}"));
    }
    lines
}

fn cells(node: &Node) -> Vec<String> {
    let runs = match node.plugin.as_str() {
        "" => node.kind.clone(),
        plugin => plugin.to_owned(),
    };
    let cpu = match node.records_in {
        0 => "-".to_owned(),
        _ if node.cpu_ns == 0 => "-".to_owned(),
        records => (node.cpu_ns / records).to_string(),
    };
    let memory = match node.memory_bytes_peak {
        0 => "-".to_owned(),
        bytes => HumanBytes(bytes).to_string(),
    };
    vec![
        node.name.clone(),
        runs,
        places(node),
        HumanCount(node.records_in).to_string(),
        HumanCount(node.records_out).to_string(),
        HumanCount(node.rejected).to_string(),
        HumanCount(node.failures).to_string(),
        cpu,
        memory,
    ]
}

/// "2 on a, 1 on b"
fn places(node: &Node) -> String {
    let mut hosts: Vec<(&str, usize)> = Vec::new();
    for place in &node.tasks {
        match hosts.iter_mut().find(|(host, _)| *host == place.host) {
            Some((_, tasks)) => *tasks += 1,
            None => hosts.push((&place.host, 1)),
        }
    }
    let parts: Vec<String> =
        hosts.iter().map(|(host, tasks)| format!("{tasks} on {host}")).collect();
    match parts.is_empty() {
        true => "-".to_owned(),
        false => parts.join(", "),
    }
}
