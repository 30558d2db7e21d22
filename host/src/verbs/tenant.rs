//! `sandbar tenant`: who shares a cluster, and how much of it each may use.

use clap::Subcommand;
use serde_json::json;

use super::cluster::{Target, table};
use crate::{
    api::client::view::Quota,
    exit::Exit,
    pipeline::quantity::{show_size, size},
};

/// Tenants of the cluster and their quotas. For its operators.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar tenant create airline --pipelines 20 --memory 1GiB
  sandbar tenant list
  sandbar tenant quota airline --tasks 64")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Make a tenant.
    Create {
        name: String,
        #[command(flatten)]
        quota: QuotaArguments,
        #[command(flatten)]
        target: Target,
    },
    /// List the tenants: what each may use, and uses.
    List {
        #[command(flatten)]
        target: Target,
    },
    /// Change what a tenant may use; what is not named stays as it is.
    Quota {
        name: String,
        #[command(flatten)]
        quota: QuotaArguments,
        #[command(flatten)]
        target: Target,
    },
}

#[derive(Debug, clap::Args)]
struct QuotaArguments {
    /// Published plugins; 0 is the cluster's default, here and below.
    #[arg(long)]
    plugins: Option<u32>,
    /// Pipelines.
    #[arg(long)]
    pipelines: Option<u32>,
    /// Tasks of all its pipelines.
    #[arg(long)]
    tasks: Option<u32>,
    /// Instances of plugins: one for each operator and task.
    #[arg(long)]
    instances: Option<u32>,
    /// Memory of each of its workers, such as 512MiB.
    #[arg(long, value_parser = size)]
    memory: Option<u64>,
}

impl QuotaArguments {
    /// `before` with what the command line names.
    fn over(&self, before: Quota) -> Quota {
        Quota {
            plugins: self.plugins.unwrap_or(before.plugins),
            pipelines: self.pipelines.unwrap_or(before.pipelines),
            tasks: self.tasks.unwrap_or(before.tasks),
            instances: self.instances.unwrap_or(before.instances),
            memory_bytes: self.memory.unwrap_or(before.memory_bytes),
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    match &arguments.verb {
        Verb::Create { name, quota, target } => target.ask_as_operator(async |operator| {
            operator.create_tenant(name, quota.over(Quota::default())).await?;
            let next = format!("sandbar token issue {name} --label LABEL --to FILE");
            target.done(&format!("tenant `{name}` is there; give it a token with `{next}`"))
        }),
        Verb::List { target } => list(target),
        Verb::Quota { name, quota, target } => target.ask_as_operator(async |operator| {
            let tenants = operator.tenants().await?;
            let before = tenants.iter().find(|tenant| tenant.name == *name);
            let before = before.map(|tenant| tenant.quota).unwrap_or_default();
            operator.set_quota(name, quota.over(before)).await?;
            target.done(&format!("the quota of `{name}` is set"))
        }),
    }
}

fn list(target: &Target) -> anyhow::Result<Exit> {
    target.ask_as_operator(async |operator| {
        let tenants = operator.tenants().await?;
        target.show(&json!({ "tenants": tenants }), || {
            let of = |used: u32, quota: u32| match quota {
                0 => used.to_string(),
                quota => format!("{used} of {quota}"),
            };
            let rows: Vec<Vec<String>> = tenants
                .iter()
                .map(|tenant| {
                    let memory = match tenant.quota.memory_bytes {
                        0 => "-".to_owned(),
                        bytes => show_size(bytes),
                    };
                    vec![
                        tenant.name.clone(),
                        of(tenant.plugins, tenant.quota.plugins),
                        of(tenant.pipelines, tenant.quota.pipelines),
                        of(tenant.tasks, tenant.quota.tasks),
                        memory,
                    ]
                })
                .collect();
            table(&["tenant", "plugins", "pipelines", "tasks", "memory"], &rows)
        })
    })
}
