//! `sandbar deploy`: shows what a pipeline file would change, asks before rights beyond the standard ones are granted, and
//! starts it.

use std::{
    fs,
    io::{self, IsTerminal as _, Read as _},
    time::Duration,
};

use anyhow::{Context as _, anyhow};
use clap::ValueEnum;
use indicatif::HumanCount;
use sandbar_control::right;
use serde_json::json;

use super::{
    PipelineArguments,
    cluster::{Target, can_ask, confirmed, diagnostic, plain},
    tell,
};
use crate::{
    api::client::{
        Failure, Pipeline, Source, Tenant,
        view::{Change, Description, Right, Status},
    },
    exit::Exit,
    report::Console,
};

/// A pipeline file beyond this is refused by every host.
const FILE_BYTES_MAX: u64 = 1 << 20;

/// How long one call waits for a status: as often the progress is told.
const PATIENCE: Duration = Duration::from_millis(500);

/// Deploy a pipeline: start it, or replace the running one of its name.
///
/// Shows what changes and which rights its operators get anew, and asks before granting those that exceed the standard
/// ones, which every plugin has.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar deploy flights.toml
  sandbar deploy flights.toml --wait        until its sources ended and every record went through
  sandbar deploy flights.toml --yes --set operator.departed.parallelism=4
  sandbar deploy flights.toml --dry-run")]
pub(crate) struct Arguments {
    #[command(flatten)]
    pipeline: PipelineArguments,
    /// Wait until the pipeline is there: `--wait=running`, or `finished` where nothing is said.
    #[arg(long, value_name = "STATUS", num_args = 0..=1, require_equals = true, default_missing_value = "finished")]
    wait: Option<Until>,
    /// Grant new rights beyond the standard ones without asking.
    #[arg(short, long)]
    yes: bool,
    /// Show what would change, and change nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    target: Target,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Until {
    Running,
    Finished,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let source = match source(&arguments.pipeline) {
        Ok(source) => source,
        Err(error) => {
            tell(format_args!("{}: error: {error:#}", arguments.pipeline.pipeline.display()));
            return Ok(Exit::Invalid);
        }
    };
    arguments.target.ask_as_tenant(async |tenant| deploy(arguments, &source, &tenant).await)
}

/// The pipeline file as it goes to the cluster, which reads it itself.
fn source(arguments: &PipelineArguments) -> anyhow::Result<Source> {
    let mut text = String::new();
    let file = fs::File::open(&arguments.pipeline).context("the pipeline file cannot be read")?;
    let read = file.take(FILE_BYTES_MAX + 1).read_to_string(&mut text);
    read.context("the pipeline file cannot be read")?;
    if text.len() as u64 > FILE_BYTES_MAX {
        return Err(anyhow!("the pipeline file exceeds the limit of {FILE_BYTES_MAX} bytes"));
    }
    let file = arguments.pipeline.display().to_string();
    Ok(Source { file, text, overrides: arguments.overrides.clone() })
}

async fn deploy(arguments: &Arguments, source: &Source, tenant: &Tenant) -> Result<Exit, Failure> {
    let target = &arguments.target;
    let change = tenant.plan(source).await?;
    if !target.is_json() {
        change.warnings.iter().for_each(|warning| tell(diagnostic(warning)));
        tell(text(&change));
    }
    if arguments.dry_run {
        return match target.is_json() {
            true => target.show(&change, String::new),
            false => Ok(Exit::Success),
        };
    }
    if change.rights.iter().any(exceeds) && !arguments.yes {
        if !can_ask() {
            tell(format_args!(
                "error: `{}` gets rights that nobody granted, and nobody can be asked here; nothing was deployed\n  \
                 help: look at them with `--dry-run`, then add `--yes` to grant them",
                plain(&change.name)
            ));
            return Ok(Exit::Usage);
        }
        if !confirmed("grant these rights?") {
            tell("nothing was deployed");
            return Ok(Exit::Refused);
        }
    }
    let (pipeline, done) = tenant.deploy(source, &change.rights, change.revision).await?;
    if !target.is_json() {
        tell(format_args!("deployed `{}`", plain(&change.name)));
    }
    match arguments.wait {
        Some(until) => wait(&pipeline, until, target).await,
        None if target.is_json() => target.show(&json!({ "change": done }), String::new),
        None => {
            tell(format_args!("look at it with `sandbar describe {}`", plain(&change.name)));
            Ok(Exit::Success)
        }
    }
}

/// What changes, for people.
fn text(change: &Change) -> String {
    let name = plain(&change.name);
    let mut lines = vec![match (change.revision, change.nodes.is_empty()) {
        (0, _) => format!("pipeline {name}: new"),
        (revision, true) => format!("pipeline {name}: as deployed (revision {revision})"),
        (revision, false) => format!("pipeline {name}: changes revision {revision}"),
    }];
    for node in &change.nodes {
        let sign = match node.kind {
            "added" => '+',
            "removed" => '-',
            _ => '~',
        };
        let what = if node.what.is_empty() { String::new() } else { format!(": {}", node.what) };
        lines.push(format!("  {sign} {}{}", plain(&node.name), plain(&what)));
    }
    let standard = change.rights.iter().filter(|right| !exceeds(right));
    let standard = right::summary(standard.map(|right| right.right.as_str()));
    lines.extend(standard.into_iter().map(|rights| format!("new rights: {rights}")));
    let beyond: Vec<_> = change.rights.iter().filter(|right| exceeds(right)).collect();
    if !beyond.is_empty() {
        lines.push("new rights beyond the standard".to_owned());
        let rights = beyond.iter();
        lines.extend(
            rights.map(|right| format!("  {}: {}", plain(&right.operator), plain(&right.right))),
        );
    }
    lines.join("\n")
}

/// Whether somebody has to agree to it.
fn exceeds(right: &Right) -> bool {
    !right::is_standard(&right.right)
}

/// Waits until the pipeline is there, telling how far it is.
async fn wait(pipeline: &Pipeline, until: Until, target: &Target) -> Result<Exit, Failure> {
    let console = Console::new(!target.is_json() && io::stderr().is_terminal());
    let wanted = match until {
        Until::Running => Status::Running,
        Until::Finished => Status::Finished,
    };
    let reached = loop {
        let description = pipeline.reach(wanted, PATIENCE).await?;
        let status = description.summary.status;
        if status == wanted || status.is_settled() {
            break description;
        }
        if !target.is_json() {
            console.moved(&format!(
                "{status:<10} {} records read",
                HumanCount(description.summary.records_in)
            ));
        }
    };
    console.clear();
    conclude(&reached, wanted, target)
}

fn conclude(reached: &Description, wanted: Status, target: &Target) -> Result<Exit, Failure> {
    let status = reached.summary.status;
    if target.is_json() {
        target.show(reached, String::new)?;
    } else {
        let records = HumanCount(reached.summary.records_in);
        tell(format_args!(
            "`{}` is {status}: {records} records read",
            plain(&reached.summary.name)
        ));
        if let Some(fault) = &reached.fault {
            tell(format_args!(
                "error: `{}`: {} ({})\n  help: {}",
                plain(&fault.node),
                plain(&fault.message),
                plain(&fault.code),
                plain(&fault.help)
            ));
        }
    }
    // One that finished has been running.
    match status == wanted || status == Status::Finished {
        true => Ok(Exit::Success),
        false => Ok(Exit::Halted),
    }
}
