//! What a process that handles other people's code gives up before it sees any of it: limits of the kernel on memory,
//! time and files, no way to more rights, and a filter of system calls. `sandbar doctor` tries each in a child.
//! Everything binds the whole process and what it starts, and none of it can be taken back.

mod attempt;
mod descriptors;
mod files;
mod filter;
mod limits;
mod syscalls;

use std::{fmt::Display, os::fd::AsFd};

use rustix::{
    process::{DumpableBehavior, Resource, Signal},
    thread,
};
use serde::{Deserialize, Serialize};

pub use attempt::{Attempt, Outcome, Role};
pub use descriptors::keep_from_children;

/// Set for processes that protect themselves by [`worker`] and [`compiler`]: without it their allocator takes 1 GiB of
/// writable memory at once, which counts against the limit before anything is in it.
pub const ENVIRONMENT: &[(&str, &str)] =
    &[("MIMALLOC_ARENA_EAGER_COMMIT", "0"), ("MIMALLOC_DISALLOW_ARENA_ALLOC", "1")];

/// One protection of a process, and whether it is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Protection {
    pub name: String,
    pub in_force: bool,
    /// The limit, or why there is none.
    pub detail: String,
}

/// What a worker may use.
#[derive(Clone, Copy, Debug)]
pub struct WorkerLimits {
    /// Bytes of the tenant's quota: batches, and memories of guests.
    pub memory_bytes: u64,
    /// Threads that run tasks.
    pub threads: u32,
}

/// What one compilation may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompilerLimits {
    pub cpu_seconds: u64,
    pub address_bytes: u64,
}

impl Default for CompilerLimits {
    /// A language runtime of 18 MB took 27 s and less than half of this memory.
    fn default() -> Self {
        Self { cpu_seconds: 60, address_bytes: 1 << 30 }
    }
}

/// Leaves a worker the files beneath its tenant's `folder`. To be called before it has threads, which are not bound, and
/// before [`worker`], which takes the right to do this.
pub fn worker_files(folder: impl AsFd) -> Protection {
    files::beneath(folder)
}

/// Protects the machine from this process, a worker. Best before it has threads, though all of them are bound.
pub fn worker(limits: &WorkerLimits) -> Vec<Protection> {
    let mut protections = everywhere();
    protections.push(limits::set("data", Resource::Data, limits::worker_data_bytes(limits)));
    protections.push(limits::set("files", Resource::Nofile, limits::WORKER_FILES));
    protections.push(state(
        "dies-with-host",
        rustix::process::set_parent_process_death_signal(Some(Signal::KILL)),
        "killed when its host ends",
    ));
    protections.push(state(
        "system-calls",
        filter::worker(),
        "those of files, TCP, threads and memory; others are refused, the most dangerous end the process",
    ));
    protections
}

/// Protects the machine from this process, which compiles one plugin: it reads standard input, writes standard output and
/// does nothing else.
pub fn compiler(limits: &CompilerLimits) -> Vec<Protection> {
    let mut protections = everywhere();
    protections.push(files::none());
    protections.push(limits::set("address-space", Resource::As, limits.address_bytes));
    protections.push(limits::cpu(limits.cpu_seconds));
    protections.push(limits::set("files", Resource::Nofile, limits::COMPILER_FILES));
    protections.push(limits::set("written-files", Resource::Fsize, 0));
    protections.push(state(
        "dies-with-host",
        rustix::process::set_parent_process_death_signal(Some(Signal::KILL)),
        "killed when its host ends",
    ));
    protections.push(state(
        "system-calls",
        filter::compiler(),
        "those of threads and memory, and of its two pipes; others are refused, the most dangerous end the process",
    ));
    protections
}

/// What both have.
fn everywhere() -> Vec<Protection> {
    vec![
        state(
            "no-new-privileges",
            thread::set_no_new_privs(true),
            "no program can raise its rights",
        ),
        state(
            "not-dumpable",
            rustix::process::set_dumpable_behavior(DumpableBehavior::NotDumpable),
            "no other process of this user can read its memory",
        ),
        limits::set("core", Resource::Core, 0),
    ]
}

fn state(name: &str, outcome: Result<(), impl Display>, detail: &str) -> Protection {
    let (in_force, detail) = match outcome {
        Ok(()) => (true, detail.to_owned()),
        Err(error) => (false, error.to_string()),
    };
    Protection { name: name.to_owned(), in_force, detail }
}
