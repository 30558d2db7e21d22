//! `sandbar login`: tries an address, an authority and a token, and keeps them as a context when they work.

use std::{
    fs,
    io::{self, BufRead as _, IsTerminal as _, Read as _, Write as _},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, anyhow};
use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
use serde_json::json;

use super::{
    Format,
    cluster::{contexts, fail, plain},
    print,
};
use crate::{
    api::client::{Client, Failure, session},
    contexts::{Context, Secret, check_name},
    environment,
    exit::Exit,
};

/// Name of a context where none is given.
const NAME: &str = "default";

/// A file beyond this is no certificate and no token.
const FILE_BYTES_MAX: u64 = 64 << 10;

/// Log in to a cluster: tries address, authority and token, and keeps them as a context, which becomes the current one.
///
/// The token comes from --token-file, from $SANDBAR_TOKEN, or is asked for. It is never shown.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar login --address 127.0.0.1:7170 --authority authority.pem --token-file token
  sandbar login staging --address hosts.example.com:7170 --authority staging.pem
  sandbar login staging                     with a new token, the rest as before")]
pub(crate) struct Arguments {
    /// What to call the context.
    #[arg(default_value = NAME)]
    name: String,
    /// The host to ask; as before where the context exists.
    #[arg(long, value_name = "HOST:PORT")]
    address: Option<String>,
    /// The certificate of the cluster's authority, PEM; as before where the context exists.
    #[arg(long, value_name = "FILE")]
    authority: Option<PathBuf>,
    /// A file with the token; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    token_file: Option<PathBuf>,
    /// How to show it.
    #[arg(short, long, value_enum, default_value_t)]
    output: Format,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    Ok(login(arguments).unwrap_or_else(|failure| fail(&failure, arguments.output)))
}

fn login(arguments: &Arguments) -> Result<Exit, Failure> {
    check_name(&arguments.name)?;
    let store = contexts()?;
    let before = store.read()?.named.remove(&arguments.name);
    let Some(context) = context(arguments, before)? else {
        return Ok(Exit::Usage);
    };
    let (holder, host) = session(&arguments.name, &context, async |client: Client| {
        Ok((client.holder(), client.host.clone()))
    })?;
    let address = context.address.clone();
    store.change(|contexts| {
        contexts.current = Some(arguments.name.clone());
        contexts.put(&arguments.name, context)
    })?;
    let name = &arguments.name;
    let shown = match arguments.output {
        Format::Text => format!(
            "logged in to {address} (host `{}`, sandbar {}) as {}\ncontext `{name}` is current now; kept in {}",
            plain(&host.host),
            plain(&host.version),
            plain(&holder),
            store.path().display(),
        ),
        Format::Json => format!(
            "{:#}",
            json!({ "context": name, "address": address, "host": host.host, "version": host.version, "holder": holder })
        ),
    };
    print(&shown).map_err(anyhow::Error::from)?;
    Ok(Exit::Success)
}

/// The context as it is to be; `None` if the command line says too little, which is told.
fn context(arguments: &Arguments, before: Option<Context>) -> Result<Option<Context>, Failure> {
    let (address, authority) = match before {
        Some(before) => (Some(before.address), Some(before.authority)),
        None => (None, None),
    };
    let authority = match &arguments.authority {
        Some(file) => Some(read(file)?),
        None => authority,
    };
    let missing = |what: &str| {
        super::tell(format_args!(
            "error: context `{}` is new: add {what}\n  help: `sandbar up` prints both for a cluster on this machine",
            arguments.name
        ));
        Ok(None)
    };
    let Some(address) = arguments.address.clone().or(address) else {
        return missing("`--address HOST:PORT`");
    };
    let Some(authority) = authority else { return missing("`--authority FILE`") };
    if !address
        .rsplit_once(':')
        .is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok())
    {
        super::tell(format_args!("error: `{}` is no address: write HOST:PORT", plain(&address)));
        return Ok(None);
    }
    let token = match &arguments.token_file {
        Some(file) => read(file)?,
        None => match environment::token() {
            Some(token) => token,
            None => ask()?,
        },
    };
    let token = token.trim();
    if token.is_empty() || token.contains(char::is_whitespace) {
        return Err(anyhow!("the token is empty or more than one word; nothing was tried").into());
    }
    Ok(Some(Context { address, authority, token: Secret::new(token) }))
}

fn read(file: &Path) -> anyhow::Result<String> {
    let read = |from: &mut dyn io::Read| {
        let mut text = String::new();
        from.take(FILE_BYTES_MAX + 1).read_to_string(&mut text).map(|_| text)
    };
    let text = match file == Path::new("-") {
        true => read(&mut io::stdin()),
        false => fs::File::open(file).and_then(|mut file| read(&mut file)),
    };
    let text = text.with_context(|| format!("{} cannot be read", file.display()))?;
    if text.len() as u64 > FILE_BYTES_MAX {
        return Err(anyhow!("{} has more than {FILE_BYTES_MAX} bytes", file.display()));
    }
    Ok(text)
}

/// Asks for the token without showing what is typed.
fn ask() -> anyhow::Result<String> {
    let stdin = io::stdin();
    if !stdin.is_terminal() {
        return Err(anyhow!(
            "there is no token: add `--token-file FILE`, or set SANDBAR_TOKEN; nobody can be asked here"
        ));
    }
    let mut stderr = io::stderr();
    write!(stderr, "token: ").and_then(|()| stderr.flush())?;
    let shown = tcgetattr(&stdin)?;
    let mut hidden = shown.clone();
    hidden.local_modes.remove(LocalModes::ECHO);
    tcsetattr(&stdin, OptionalActions::Flush, &hidden)?;
    let mut token = String::new();
    let typed = stdin.lock().read_line(&mut token);
    let restored = tcsetattr(&stdin, OptionalActions::Flush, &shown);
    let _ = writeln!(stderr);
    typed?;
    restored?;
    Ok(token)
}
