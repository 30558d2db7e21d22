//! `sandbar plugins`: what is published.

use serde_json::json;

use super::cluster::{Target, table, time};
use crate::exit::Exit;

/// List the published plugins: name, version, rights, size.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar plugins
  sandbar plugins -o json | jq '.plugins[] | select(.rights != [])'
  sandbar plugins --retract departed@1.0.0")]
pub(crate) struct Arguments {
    /// Take a plugin back that no pipeline uses. Its name and version stay bound to its content.
    #[arg(long, value_name = "NAME@VERSION")]
    retract: Option<String>,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let target = &arguments.target;
    let retracted = match arguments.retract.as_deref().map(|plugin| plugin.split_once('@')) {
        Some(None) => {
            super::tell("error: write the plugin to take back as NAME@VERSION");
            return Ok(Exit::Usage);
        }
        Some(retracted) => retracted,
        None => None,
    };
    target.ask_as_tenant(async |tenant| {
        if let Some((name, version)) = retracted {
            tenant.retract(name, version).await?;
            return target.done(&format!("retracted {name}@{version}"));
        }
        let plugins = tenant.plugins().await?;
        target.show(&json!({ "plugins": plugins }), || {
            if plugins.is_empty() {
                return "no plugin is published; publish one with \
                        `sandbar publish FILE --name NAME --version VERSION`"
                    .to_owned();
            }
            let rows: Vec<Vec<String>> = plugins
                .iter()
                .map(|plugin| {
                    vec![
                        format!("{}@{}", plugin.name, plugin.version),
                        plugin.bytes.to_string(),
                        time(plugin.published),
                        plugin.digest.chars().take(12).collect(),
                        plugin.rights.join(", "),
                    ]
                })
                .collect();
            table(&["plugin", "bytes", "published", "digest", "rights"], &rows)
        })
    })
}
