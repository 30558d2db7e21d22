//! `sandbar tenant`: who shares a cluster, and how much of it each may use.

use std::str::FromStr;

use clap::Subcommand;
use sandbar_control::{self as control, Network, Ports, Problem};
use serde_json::json;

use super::cluster::{Target, table};
use crate::{
    api::client::view::{self, Quota},
    exit::Exit,
    pipeline::quantity::{show_size, size},
};

/// Tenants of the cluster and their quotas. For its operators.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar tenant create airline --pipelines 20 --memory 1GiB
  sandbar tenant list
  sandbar tenant quota airline --tasks 64
  sandbar tenant grant airline --connect broker.example:1883 --listen 9000-9010")]
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
    /// Let connectors of a tenant's pipelines reach addresses and ports. Nobody may reach any at first.
    Grant {
        name: String,
        #[command(flatten)]
        network: NetworkArguments,
        #[command(flatten)]
        target: Target,
    },
    /// Take rules back, each as it was granted. Pipelines that reach others start again without them.
    Withdraw {
        name: String,
        #[command(flatten)]
        network: NetworkArguments,
        #[command(flatten)]
        target: Target,
    },
}

#[derive(Debug, clap::Args)]
#[group(required = true, multiple = true)]
struct NetworkArguments {
    /// Others to connect to, such as broker.example:1883, 10.1.0.0/16:9000-9010 or [fd00::5]:443; may be given again. Hosts
    /// of the cluster are meant by a rule for just their address alone.
    #[arg(long, value_name = "HOST:PORT", value_parser = rule::<control::Target>)]
    connect: Vec<control::Target>,
    /// Ports to listen on, on whichever host the task is placed, such as 9000 or 9000-9010; may be given again.
    #[arg(long, value_name = "PORT", value_parser = rule::<Ports>)]
    listen: Vec<Ports>,
}

/// A rule out of the command line.
fn rule<T: FromStr<Err = Problem>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|Problem { message, help, .. }| format!("{message}: {help}"))
}

impl NetworkArguments {
    fn network(&self) -> Network {
        Network { connect: self.connect.clone(), listen: self.listen.clone() }
    }
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
        Verb::Grant { name, network, target } => target.ask_as_operator(async |operator| {
            operator.grant(name, &network.network()).await?;
            target.done(&format!("`{name}` may reach that from now on"))
        }),
        Verb::Withdraw { name, network, target } => target.ask_as_operator(async |operator| {
            operator.withdraw(name, &network.network()).await?;
            target.done(&format!("`{name}` may not reach that any more"))
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
                        reached(&tenant.network),
                    ]
                })
                .collect();
            let heads = ["tenant", "plugins", "pipelines", "tasks", "memory", "network"];
            table(&heads, &rows)
        })
    })
}

/// What a tenant may reach, in one cell.
fn reached(network: &view::Network) -> String {
    let listen = network.listen.iter().map(|ports| format!("listens on {ports}"));
    let rules: Vec<String> = network.connect.iter().cloned().chain(listen).collect();
    match rules.is_empty() {
        true => "-".to_owned(),
        false => rules.join(", "),
    }
}
