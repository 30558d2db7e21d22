//! `sandbar token`: who may ask the cluster for something. A token's text is written once, to a file, and never shown.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::Context as _;
use clap::Subcommand;
use sandbar_dataflow::Clock as _;
use serde_json::json;

use super::cluster::{Target, plain, table, time};
use crate::{
    api::client::{Failure, view::Token},
    clock::SystemClock,
    contexts::Secret,
    exit::Exit,
    pipeline::quantity::duration,
};

/// Tokens of tenants and operators: issue, list, revoke. For the cluster's operators.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar token issue airline --label ann --to ann.token --expires 90d
  sandbar token issue --operator --label night-shift --to operator.token
  sandbar token list
  sandbar token revoke 4f2a")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Issue a token, and write it to a file that only you can read. It cannot be had again.
    Issue {
        /// Whose token.
        #[arg(required_unless_present = "operator", conflicts_with = "operator")]
        tenant: Option<String>,
        /// Issue a token of an operator of the cluster.
        #[arg(long)]
        operator: bool,
        /// Who or what will use it; the audit log names it.
        #[arg(long)]
        label: String,
        /// The file to write it to, which must not exist yet; `-` is standard output.
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
        /// How long it is good for, such as 90d; by default until it is revoked.
        #[arg(long, value_parser = duration)]
        expires: Option<Duration>,
        #[command(flatten)]
        target: Target,
    },
    /// List tokens: id, holder, label; never their text.
    List {
        #[command(flatten)]
        target: Target,
    },
    /// Revoke a token: connections that use it are closed.
    Revoke {
        /// As `sandbar token list` shows it.
        id: String,
        #[command(flatten)]
        target: Target,
    },
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    match &arguments.verb {
        Verb::Issue { tenant, label, to, expires, target, .. } => {
            let tenant = tenant.as_deref().unwrap_or_default();
            let expires = expires.map_or(0, |expires| {
                let ms = i64::try_from(expires.as_millis()).unwrap_or(i64::MAX);
                SystemClock.now_ms().saturating_add(ms)
            });
            target.ask_as_operator(async |operator| {
                // First: a token whose file cannot be had would be lost.
                let to = Destination::open(to)?;
                let issued = operator.issue_token(tenant, label, expires).await;
                match issued {
                    Ok((token, id)) => to.write(&token, &id, target),
                    Err(failure) => {
                        to.forget();
                        Err(failure)
                    }
                }
            })
        }
        Verb::List { target } => target.ask_as_operator(async |operator| {
            let tokens = operator.tokens().await?;
            target.show(&json!({ "tokens": tokens }), || {
                let rows: Vec<Vec<String>> = tokens.iter().map(cells).collect();
                table(&["token", "of", "label", "created", "expires"], &rows)
            })
        }),
        Verb::Revoke { id, target } => target.ask_as_operator(async |operator| {
            operator.revoke_token(id).await?;
            target.done(&format!("revoked `{id}`"))
        }),
    }
}

fn cells(token: &Token) -> Vec<String> {
    let holder = match token.tenant.as_str() {
        "" => "operator".to_owned(),
        tenant => format!("tenant {tenant}"),
    };
    vec![token.id.clone(), holder, token.label.clone(), time(token.created), time(token.expires)]
}

/// Where a token's text goes.
enum Destination {
    Stdout,
    File { path: PathBuf, file: fs::File },
}

impl Destination {
    fn open(path: &Path) -> anyhow::Result<Self> {
        if path == Path::new("-") {
            return Ok(Self::Stdout);
        }
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
        let file = file
            .with_context(|| format!("{} cannot be made; no token was issued", path.display()))?;
        Ok(Self::File { path: path.to_owned(), file })
    }

    /// Takes the empty file away again.
    fn forget(self) {
        if let Self::File { path, .. } = self {
            // An empty file that stays says no less than the refusal that is told.
            let _ = fs::remove_file(path);
        }
    }

    fn write(self, token: &Secret, id: &str, target: &Target) -> Result<Exit, Failure> {
        match self {
            Self::Stdout => {
                let written = writeln!(io::stdout(), "{}", token.expose());
                written.context("the token cannot be written").map_err(Failure::from)?;
                Ok(Exit::Success)
            }
            Self::File { path, mut file } => {
                let written = writeln!(file, "{}", token.expose()).and_then(|()| file.sync_all());
                written.with_context(|| {
                    let id = plain(id);
                    format!("{} cannot be written; `sandbar token revoke {id}`", path.display())
                })?;
                let path = path.display().to_string();
                target.show(&json!({ "id": id, "file": path }), || {
                    format!("issued token `{}`, written to {path}", plain(id))
                })
            }
        }
    }
}
