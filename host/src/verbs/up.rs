//! `sandbar up`: a cluster of this machine alone, in one command, for trying things out.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use sandbar_control::{HostName, Quota, Scope, TenantName};
use sandbar_dataflow::Clock as _;

use super::{
    host::{asked_to_end, block_on},
    print,
};
use crate::{
    authority::{Authority, DAYS_MAX},
    clock::SystemClock,
    contexts::{Context, Secret, Store},
    daemon::{Configuration, Host, PORT, Role},
    environment,
    exit::Exit,
    observe::{self, Log},
};

/// Name of the tenant that is made.
const TENANT: &str = "dev";

/// Names of the contexts that are written.
const CONTEXT: &str = "dev";
const OPERATOR_CONTEXT: &str = "dev-operator";

/// Most hosts: each is a process of this machine.
const HOSTS_MAX: u32 = 9;

/// Run a cluster on this machine: makes what is missing, prints what to type next, and ends with Ctrl-C. Run again, it has
/// the same data.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar up
  sandbar up --data /tmp/sandbar --listen 127.0.0.1:0
  sandbar up --hosts 3")]
pub(crate) struct Arguments {
    /// Where everything is kept. Default: `sandbar` in the user's data folder.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Where clients connect; port 0 lets the system choose.
    #[arg(long, value_name = "ADDR", default_value_t = SocketAddr::from(([127, 0, 0, 1], PORT)))]
    listen: SocketAddr,
    /// Where metrics are served; default: a port that the system chooses.
    #[arg(long, value_name = "ADDR", default_value_t = SocketAddr::from(([127, 0, 0, 1], 0)))]
    http: SocketAddr,
    /// How many hosts, each a process of its own.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=i64::from(HOSTS_MAX)))]
    hosts: u32,
    /// How the log on stderr is written.
    #[arg(long, value_enum, default_value_t)]
    log: Log,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    observe::init(arguments.log, &environment::log_filter_or("warn"))?;
    let data = match &arguments.data {
        Some(data) => std::path::absolute(data)?,
        None => environment::data_folder().context("there is no home folder: use --data")?,
    };
    block_on(up(arguments, &data))?;
    Ok(Exit::Success)
}

async fn up(arguments: &Arguments, data: &Path) -> anyhow::Result<()> {
    let name = HostName::parse("h1").expect("a valid name");
    let configuration = configuration(arguments, data, &name);
    // Before certificates are issued: those of a cluster that runs must stay as they are.
    let claim = Host::claim(&configuration)?;
    let authority = authority(&data.join("authority"))?;
    certify(&authority, &configuration)?;
    let host = Host::open_claimed(claim, &configuration).await?;
    let address = host.address()?;
    let tenant = TenantName::parse(TENANT).expect("a valid name");
    let tokens = Tokens::of(&host, &tenant).await?;
    let store = Store::new(environment::config_folder().context("there is no home folder")?);
    let authority_pem = std::fs::read_to_string(configuration.certificates.join("authority.pem"))?;
    let context = |token: &str| Context {
        address: address.to_string(),
        authority: authority_pem.clone(),
        token: Secret::new(token),
    };
    store.change(|contexts| {
        contexts.put(CONTEXT, context(&tokens.tenant))?;
        contexts.put(OPERATOR_CONTEXT, context(&tokens.operator))?;
        contexts.current = Some(CONTEXT.to_owned());
        Ok(())
    })?;
    let mut others = Vec::new();
    for number in 2..=arguments.hosts {
        others.push(other(&authority, data, &configuration.files, number, address)?);
    }
    print(&welcome(&host, data, arguments.hosts)?)?;
    host.run(asked_to_end()).await?;
    for mut other in others {
        end(&mut other).await;
    }
    Ok(())
}

fn configuration(arguments: &Arguments, data: &Path, name: &HostName) -> Configuration {
    Configuration {
        name: name.clone(),
        listen: arguments.listen,
        address: None,
        data: data.join(name.as_str()),
        certificates: data.join(format!("{name}-certificates")),
        role: Role::Leader,
        files: data.join("files"),
        http: arguments.http,
        threads: 0,
    }
}

fn authority(folder: &Path) -> anyhow::Result<Authority> {
    match folder.join("authority.key").exists() {
        true => Authority::open(folder),
        false => Authority::init(folder, SystemClock.now_ms()),
    }
}

/// Issues certificates anew at each start: these machines are their own authority.
fn certify(authority: &Authority, configuration: &Configuration) -> anyhow::Result<()> {
    let (name, folder) = (configuration.name.as_str(), &configuration.certificates);
    let addresses = [configuration.listen.ip().to_string()];
    authority.issue(name, &addresses, DAYS_MAX, folder, SystemClock.now_ms())
}

struct Tokens {
    tenant: String,
    operator: String,
}

impl Tokens {
    /// Those of the run before, or new ones; with the tenant, if there is none yet.
    async fn of(host: &Host, tenant: &TenantName) -> anyhow::Result<Self> {
        let api = host.api().context("this host leads")?;
        if api.tenancy().tenant(tenant).await.is_err() {
            api.tenancy().create(tenant, Quota::default()).await?;
        }
        let scope = Scope::Tenant(tenant.clone());
        Ok(Self {
            tenant: host.token(scope, "up", "dev.token").await?,
            operator: host.token(Scope::Operator, "up", "operator.token").await?,
        })
    }
}

/// Starts host number `number` as a process, which joins the one at `leader`. It ends with this process.
fn other(
    authority: &Authority,
    data: &Path,
    files: &Path,
    number: u32,
    leader: SocketAddr,
) -> anyhow::Result<tokio::process::Child> {
    let name = HostName::parse(&format!("h{number}"))?;
    let listen = SocketAddr::new(leader.ip(), 0);
    let configuration = Configuration {
        name: name.clone(),
        listen,
        address: None,
        data: data.join(name.as_str()),
        certificates: data.join(format!("{name}-certificates")),
        role: Role::Member { leader: leader.to_string() },
        files: files.to_owned(),
        http: SocketAddr::from(([127, 0, 0, 1], 0)),
        threads: 0,
    };
    certify(authority, &configuration)?;
    let path = data.join(format!("{name}.toml"));
    std::fs::write(&path, configuration.to_toml())?;
    let mut command = tokio::process::Command::new("/proc/self/exe");
    command.arg("host").arg("--config").arg(&path).kill_on_drop(true).process_group(0);
    command.stdin(std::process::Stdio::null()).stdout(std::process::Stdio::null());
    command.spawn().with_context(|| format!("cannot start host `{name}`"))
}

/// Asks a host to end, and waits until it has.
async fn end(host: &mut tokio::process::Child) {
    let id = host.id().and_then(|id| rustix::process::Pid::from_raw(id.cast_signed()));
    if let Some(id) = id {
        // One that has ended needs no asking.
        let _ = rustix::process::kill_process(id, rustix::process::Signal::TERM);
    }
    let _ = tokio::time::timeout(std::time::Duration::from_secs(10), host.wait()).await;
}

fn welcome(host: &Host, data: &Path, hosts: u32) -> anyhow::Result<String> {
    let (address, http) = (host.address()?, host.http_address()?);
    let hosts = if hosts == 1 { "one host".to_owned() } else { format!("{hosts} hosts") };
    let (data, authority) = (data.display(), data.join("authority/authority.pem"));
    let token = data.to_string() + "/h1/dev.token";
    Ok(format!(
        "a cluster of {hosts} is up at {address}
  data      {data}
  files     {data}/files/{TENANT}    what pipelines read and write
  metrics   http://{http}/metrics
  contexts  `{CONTEXT}` (tenant {TENANT}, current now), `{OPERATOR_CONTEXT}` (looks after the cluster)

Type next, in another terminal:
  sandbar publish PLUGIN.wasm --name NAME --version 1.0.0
  sandbar deploy PIPELINE.toml --wait        plugin = \"NAME@1.0.0\"; its paths lie in the folder `files`
  sandbar list
  sandbar hosts --context {OPERATOR_CONTEXT}
From elsewhere on this machine, or as another user:
  sandbar login --address {address} --authority {} --token-file {token}
Ctrl-C ends it; run again, it goes on with the same data.",
        authority.display()
    ))
}
