//! `sandbar context`: which clusters are known, and which of them is meant.

use serde_json::json;

use super::{
    Format,
    cluster::{contexts, fail, table},
    print,
};
use crate::{
    api::client::Failure,
    contexts::{Contexts, Error},
    exit::Exit,
};

/// List the known clusters, or make one of them current.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar context                           list them
  sandbar context staging                   from now on, ask this one
  sandbar context staging --forget")]
pub(crate) struct Arguments {
    /// The context to make current.
    name: Option<String>,
    /// Forget it instead, with its token.
    #[arg(long, requires = "name")]
    forget: bool,
    /// How to show it.
    #[arg(short, long, value_enum, default_value_t)]
    output: Format,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    Ok(context(arguments).unwrap_or_else(|failure| fail(&failure, arguments.output)))
}

fn context(arguments: &Arguments) -> Result<Exit, Failure> {
    let store = contexts()?;
    if let Some(name) = &arguments.name {
        store.change(|contexts| choose(contexts, name, arguments.forget))?;
    }
    let contexts = store.read()?;
    let current = |name: &str| contexts.current.as_deref() == Some(name);
    let shown = match arguments.output {
        Format::Json => {
            let list: Vec<_> = contexts
                .named
                .iter()
                .map(|(name, context)| {
                    json!({ "name": name, "address": context.address, "current": current(name) })
                })
                .collect();
            format!("{:#}", json!({ "contexts": list }))
        }
        Format::Text if contexts.named.is_empty() => Error::None.to_string(),
        Format::Text => {
            let rows: Vec<Vec<String>> = contexts
                .named
                .iter()
                .map(|(name, context)| {
                    let mark = if current(name) { "*" } else { "" };
                    vec![mark.to_owned(), name.clone(), context.address.clone()]
                })
                .collect();
            table(&["", "context", "address"], &rows)
        }
    };
    print(&shown).map_err(anyhow::Error::from)?;
    Ok(Exit::Success)
}

fn choose(contexts: &mut Contexts, name: &str, forget: bool) -> Result<(), Error> {
    contexts.pick(Some(name))?;
    if forget {
        contexts.named.remove(name);
        contexts.current.take_if(|current| current == name);
    } else {
        contexts.current = Some(name.to_owned());
    }
    Ok(())
}
