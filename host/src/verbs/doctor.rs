//! `sandbar doctor`: what this machine can protect itself with, each tried in a child, and what it has room for; or what
//! there is to build operators with.

mod author;

use std::{
    fmt::Write as _,
    fs, io,
    os::{fd::OwnedFd, unix::process::ExitStatusExt},
    path::Path,
    process::{Command, Stdio},
    thread::available_parallelism,
};

use clap::ValueEnum as _;
use rustix::{
    fs::{Mode, OFlags, ResolveFlags},
    process::Resource,
};
use serde::Serialize;

use super::{Format, print};
use crate::{
    exit::Exit,
    protect::{Attempt, ENVIRONMENT, Outcome, Role},
};

/// Check what this machine protects a cluster's processes with, and whether it has room for them; or what operators are
/// built with.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar doctor
  sandbar doctor --author
  sandbar doctor -o json | jq '.checks[] | select(.ok | not)'")]
pub(crate) struct Arguments {
    /// How to show it.
    #[arg(short, long, value_enum, default_value_t)]
    output: Format,
    /// Check instead what operators are built with, language by language.
    #[arg(long)]
    author: bool,
    /// Try one thing in this very process, and tell what became of it.
    #[arg(long, hide = true, requires = "role")]
    attempt: Option<Attempt>,
    #[arg(long = "as", id = "role", hide = true)]
    role: Option<Role>,
}

/// One thing that was looked at.
#[derive(Debug, Serialize)]
struct Check {
    name: String,
    ok: bool,
    detail: String,
    /// What to type or do where it is not ok.
    #[serde(skip_serializing_if = "Option::is_none")]
    mend: Option<String>,
}

/// What each role must not be able to do.
const ATTEMPTS: &[(Role, Attempt, &str)] = &[
    (Role::Worker, Attempt::Execute, "worker: become another program"),
    (Role::Worker, Attempt::Fork, "worker: start a program"),
    (Role::Worker, Attempt::Netlink, "worker: sockets other than TCP's"),
    (Role::Worker, Attempt::Signal, "worker: signal another process"),
    (Role::Worker, Attempt::ReadFile, "worker: open a file that is not its tenant's"),
    (Role::Worker, Attempt::Memory, "worker: memory beyond its quota"),
    (Role::Worker, Attempt::Files, "worker: files without end"),
    (Role::Worker, Attempt::RaiseLimit, "worker: raise a limit"),
    (Role::Compiler, Attempt::Execute, "compiler: become another program"),
    (Role::Compiler, Attempt::Fork, "compiler: start a program"),
    (Role::Compiler, Attempt::Network, "compiler: reach the network"),
    (Role::Compiler, Attempt::ReadFile, "compiler: open a file"),
    (Role::Compiler, Attempt::WriteFile, "compiler: write a file"),
    (Role::Compiler, Attempt::Memory, "compiler: memory beyond its limit"),
    (Role::Compiler, Attempt::Cpu, "compiler: CPU time beyond its limit"),
];

/// Open files of a host with a thousand connections and their workers' sockets.
const FILES_MIN: u64 = 4_096;

/// Mappings of one process: an instance takes a few, and a worker may have thousands of them.
const MAPPINGS_MIN: u64 = 65_530;

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    if let (Some(attempt), Some(role)) = (arguments.attempt, arguments.role) {
        print(&serde_json::to_string(&attempt.in_this_process(role))?)?;
        return Ok(Exit::Success);
    }
    let checks = if arguments.author { author::checks() } else { of_a_host() };
    let sound = checks.iter().all(|check| check.ok);
    let shown = match arguments.output {
        Format::Text => text(&checks),
        Format::Json => format!("{:#}", serde_json::json!({ "ok": sound, "checks": checks })),
    };
    print(&shown)?;
    Ok(if sound { Exit::Success } else { Exit::Unavailable })
}

fn of_a_host() -> Vec<Check> {
    let mut checks = vec![processors(), files(), mappings(), beneath()];
    checks.extend(in_force(Role::Worker, "worker"));
    checks.extend(in_force(Role::Compiler, "compiler"));
    checks.extend(ATTEMPTS.iter().map(|(role, attempt, name)| tried(*role, *attempt, name)));
    checks
}

fn processors() -> Check {
    let count = available_parallelism();
    let detail = match &count {
        Ok(count) => count.to_string(),
        Err(error) => error.to_string(),
    };
    Check { name: "processors".to_owned(), ok: count.is_ok(), detail, mend: None }
}

fn files() -> Check {
    let limit = rustix::process::getrlimit(Resource::Nofile);
    let shown =
        |limit: Option<u64>| limit.map_or("unlimited".to_owned(), |limit| limit.to_string());
    let detail =
        format!("{} open files, can be raised to {}", shown(limit.current), shown(limit.maximum));
    let ok = limit.maximum.is_none_or(|limit| limit >= FILES_MIN);
    let mend = format!(
        "raise the limit to {FILES_MIN} or more: `ulimit -Hn {FILES_MIN}`, or LimitNOFILE= of the service"
    );
    Check { name: "files".to_owned(), ok, detail, mend: (!ok).then_some(mend) }
}

fn mappings() -> Check {
    let text = fs::read_to_string("/proc/sys/vm/max_map_count").unwrap_or_default();
    let count: Option<u64> = text.trim().parse().ok();
    let ok = count.is_some_and(|count| count >= MAPPINGS_MIN);
    let detail = match count {
        Some(count) => format!("{count} mappings a process"),
        None => "/proc/sys/vm/max_map_count cannot be read".to_owned(),
    };
    let mend = "type: sudo sysctl -w vm.max_map_count=262144".to_owned();
    Check { name: "mappings".to_owned(), ok, detail, mend: (!ok).then_some(mend) }
}

/// Whether files can be opened beneath a folder and nowhere else.
fn beneath() -> Check {
    let open = || -> rustix::io::Result<bool> {
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let folder: OwnedFd = rustix::fs::open("/", flags, Mode::empty())?;
        let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS;
        rustix::fs::openat2(&folder, "proc", flags, Mode::empty(), resolve)?;
        Ok(rustix::fs::openat2(&folder, "proc/../../etc", flags, Mode::empty(), resolve).is_err())
    };
    let (ok, detail) = match open() {
        Ok(true) => (true, "paths are kept beneath a tenant's folder".to_owned()),
        Ok(false) => (false, "a path led out of its folder".to_owned()),
        Err(error) => (false, format!("openat2: {error}")),
    };
    let mend = "use a kernel of 5.6 or newer, and let containers call openat2".to_owned();
    Check { name: "openat2".to_owned(), ok, detail, mend: (!ok).then_some(mend) }
}

/// What a child of this role says is in force.
fn in_force(role: Role, name: &str) -> Vec<Check> {
    let told = match child(role, Attempt::None) {
        Ok(Told::Outcome(outcome)) => outcome,
        Ok(Told::Ended(detail)) => return vec![failed(name, detail)],
        Err(error) => return vec![failed(name, error.to_string())],
    };
    let check = |protection: crate::protect::Protection| Check {
        name: format!("{name}: {}", protection.name),
        ok: protection.in_force,
        detail: protection.detail,
        mend: (!protection.in_force).then(|| mend().to_owned()),
    };
    told.protections.into_iter().map(check).collect()
}

fn tried(role: Role, attempt: Attempt, name: &str) -> Check {
    let (ok, detail) = match child(role, attempt) {
        Ok(Told::Ended(how)) => (true, how),
        Ok(Told::Outcome(Outcome { refused: Some(error), .. })) => {
            (true, format!("refused: {error}"))
        }
        Ok(Told::Outcome(_)) => (false, "not stopped".to_owned()),
        Err(error) => (false, error.to_string()),
    };
    Check { name: name.to_owned(), ok, detail, mend: (!ok).then(|| mend().to_owned()) }
}

fn failed(name: &str, detail: String) -> Check {
    Check { name: name.to_owned(), ok: false, detail, mend: Some(mend().to_owned()) }
}

fn mend() -> &'static str {
    "let this process use prctl, setrlimit and seccomp filters (kernel with CONFIG_SECCOMP_FILTER; for Docker: \
     --security-opt seccomp=unconfined)"
}

/// How a child ended.
enum Told {
    Outcome(Outcome),
    /// By a signal, before it could tell anything.
    Ended(String),
}

fn child(role: Role, attempt: Attempt) -> io::Result<Told> {
    let name = |value: Option<clap::builder::PossibleValue>| {
        value.map(|value| value.get_name().to_owned()).unwrap_or_default()
    };
    let output = Command::new(program()?)
        .args(["doctor", "--attempt", &name(attempt.to_possible_value())])
        .args(["--as", &name(role.to_possible_value())])
        .env_clear()
        .envs(ENVIRONMENT.iter().copied())
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()?;
    if let Some(signal) = output.status.signal() {
        let name = match signal {
            24 => "SIGXCPU".to_owned(),
            31 => "SIGSYS".to_owned(),
            6 => "SIGABRT".to_owned(),
            other => format!("signal {other}"),
        };
        return Ok(Told::Ended(format!("ended by {name}")));
    }
    let outcome = serde_json::from_slice(&output.stdout);
    outcome.map(Told::Outcome).map_err(|error| {
        io::Error::other(format!("a child told nothing ({}): {error}", output.status))
    })
}

/// This program, whatever has become of its file.
fn program() -> io::Result<std::path::PathBuf> {
    let own = Path::new("/proc/self/exe");
    match own.exists() {
        true => Ok(own.to_owned()),
        false => std::env::current_exe(),
    }
}

fn text(checks: &[Check]) -> String {
    let mut text = String::new();
    let width = checks.iter().map(|check| check.name.len()).max().unwrap_or(0);
    for check in checks {
        let mark = if check.ok { "ok     " } else { "MISSING" };
        let _ = writeln!(text, "{mark}  {:<width$}  {}", check.name, check.detail);
        if let Some(mend) = &check.mend {
            let _ = writeln!(text, "         help: {mend}");
        }
    }
    text
}
