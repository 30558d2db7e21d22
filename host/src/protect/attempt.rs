//! What a process must not be able to do, tried for real: each attempt runs in a child of its own, which protects itself
//! first and then tries. `sandbar doctor` shows what became of it, and tests try the same without protection, where it
//! must succeed: else it would show nothing.

use std::{
    fs::{self, File},
    io,
    os::{fd::OwnedFd, unix::process::CommandExt},
    process::Command,
};

use clap::ValueEnum;
use rustix::{
    net::{AddressFamily, SocketType},
    process::{Resource, Rlimit},
};
use serde::{Deserialize, Serialize};

use super::{CompilerLimits, Protection, WorkerLimits, compiler, worker, worker_files};

/// Which process the child plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Role {
    Worker,
    Compiler,
    /// Protects itself by nothing.
    Bare,
}

/// What is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Attempt {
    /// Nothing: only what is in force is told.
    None,
    /// Become another program.
    Execute,
    /// Start another program.
    Fork,
    /// Talk to the kernel's network configuration.
    Netlink,
    /// Talk to the network.
    Network,
    /// Read a file that everybody may read.
    ReadFile,
    /// Write a file in the folder for temporary files.
    WriteFile,
    /// Reach another process by a signal.
    Signal,
    /// Take more memory than the limit.
    Memory,
    /// Take more CPU time than the limit.
    Cpu,
    /// Open more files than the limit.
    Files,
    /// Raise a limit.
    RaiseLimit,
}

/// What became of an attempt, as the child tells it; one that cannot tell was ended by the kernel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Why it failed; `None`: it succeeded.
    pub refused: Option<String>,
    pub protections: Vec<Protection>,
}

/// Limits small enough to be reached at once.
const WORKER: WorkerLimits = WorkerLimits { memory_bytes: 64 << 20, threads: 1 };
const COMPILER: CompilerLimits = CompilerLimits { cpu_seconds: 1, address_bytes: 512 << 20 };

/// More than either role may have, and yet nothing to a machine that is asked for it without limits.
const MEMORY_BYTES: usize = 2 << 30;

/// More than either role may open.
const FILES: usize = 17_000;

/// Protects this process as `role` and tries. Some attempts do not come back.
fn run(attempt: Attempt, role: Role) -> Outcome {
    // Without protection every attempt may go as far as the system lets it.
    let free = || {
        let most = rustix::process::getrlimit(Resource::Nofile).maximum;
        let _ =
            rustix::process::setrlimit(Resource::Nofile, Rlimit { current: most, maximum: most });
        Vec::new()
    };
    let protections = match role {
        Role::Worker => as_worker(),
        Role::Compiler => compiler(&COMPILER),
        Role::Bare => free(),
    };
    let refused = attempt.run().err().map(|error| error.to_string());
    Outcome { refused, protections }
}

/// As a worker whose tenant has the folder for temporary files.
fn as_worker() -> Vec<Protection> {
    let folder = File::open(std::env::temp_dir());
    let files = folder.map(worker_files).unwrap_or_else(|error| Protection {
        name: "reachable-files".to_owned(),
        in_force: false,
        detail: format!("the folder for temporary files: {error}"),
    });
    let mut protections = worker(&WORKER);
    protections.push(files);
    protections
}

impl Attempt {
    /// Tries, in this process, protected as `role`.
    pub fn in_this_process(self, role: Role) -> Outcome {
        run(self, role)
    }

    fn run(self) -> io::Result<()> {
        match self {
            Self::None => Ok(()),
            // Comes back only if it failed.
            Self::Execute => Err(Command::new("/bin/true").exec()),
            Self::Fork => {
                Command::new("/bin/true").spawn().and_then(|mut child| child.wait()).map(drop)
            }
            Self::Netlink => socket(AddressFamily::NETLINK, SocketType::RAW),
            Self::Network => socket(AddressFamily::INET, SocketType::STREAM),
            Self::ReadFile => fs::read("/etc/passwd").map(drop),
            Self::WriteFile => {
                let path = std::env::temp_dir().join(format!("sandbar-{}", std::process::id()));
                fs::write(&path, "written")?;
                fs::remove_file(path)
            }
            Self::Signal => match rustix::process::getppid() {
                Some(parent) => Ok(rustix::process::test_kill_process(parent)?),
                None => Ok(()),
            },
            Self::Memory => {
                let mut bytes: Vec<u8> = Vec::new();
                bytes.try_reserve_exact(MEMORY_BYTES).map_err(io::Error::other)
            }
            Self::Cpu => spin(),
            Self::Files => open_many(),
            Self::RaiseLimit => {
                let resource = Resource::Stack;
                Ok(rustix::process::setrlimit(resource, rustix::process::getrlimit(resource))?)
            }
        }
    }
}

fn socket(family: AddressFamily, kind: SocketType) -> io::Result<()> {
    let _socket: OwnedFd = rustix::net::socket(family, kind, None)?;
    Ok(())
}

/// Two seconds of CPU time, above the limit of one.
fn spin() -> io::Result<()> {
    let begin = crate::clock::process_cpu();
    while (crate::clock::process_cpu() - begin).as_secs() < 2 {
        std::hint::spin_loop();
    }
    Ok(())
}

fn open_many() -> io::Result<()> {
    let first = rustix::io::dup(rustix::stdio::stdout())?;
    let mut open: Vec<File> = vec![File::from(first)];
    while open.len() < FILES {
        open.push(open[0].try_clone()?);
    }
    Ok(())
}
