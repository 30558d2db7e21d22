//! Limits of the kernel on what a process may use (`setrlimit`). Soft and hard are the same, so they cannot be raised.

use rustix::process::{Resource, Rlimit, setrlimit};

use super::{Protection, WorkerLimits, state};

/// Open files of a worker: connections to peers, files of connectors, channels; a tenant of a thousand tasks fits.
pub(super) const WORKER_FILES: u64 = 16_384;

/// Open files of a compiler: its three pipes, and some in hand.
pub(super) const COMPILER_FILES: u64 = 16;

/// What a worker takes besides its tenant's quota: code and tables of the program, RPC, native code of plugins.
const SHARED_BYTES: u64 = 256 << 20;

/// For each thread: its stack of 32 MiB, fibers of calls, and the allocator's share.
const THREAD_BYTES: u64 = 48 << 20;

/// Threads besides those that run tasks: RPC, tickers, blocking reads.
const OTHER_THREADS: u64 = 4;

/// Writable private memory of a worker. Not its address space: a memory of wasm reserves 4 GiB of that and uses little.
pub(super) fn worker_data_bytes(limits: &WorkerLimits) -> u64 {
    let threads = u64::from(limits.threads.max(1)) + OTHER_THREADS;
    limits.memory_bytes.saturating_add(SHARED_BYTES).saturating_add(threads * THREAD_BYTES)
}

/// Limits `resource` to `most`, or leaves it where it is lower already.
pub(super) fn set(name: &str, resource: Resource, most: u64) -> Protection {
    let hard = rustix::process::getrlimit(resource).maximum;
    let most = hard.map_or(most, |hard| hard.min(most));
    let limit = Rlimit { current: Some(most), maximum: Some(most) };
    state(name, setrlimit(resource, limit), &format!("at most {most}"))
}

/// CPU time: a signal that says so at the limit, and one that cannot be caught a second later.
pub(super) fn cpu(seconds: u64) -> Protection {
    let limit = Rlimit { current: Some(seconds), maximum: Some(seconds.saturating_add(1)) };
    state("cpu", setrlimit(Resource::Cpu, limit), &format!("at most {seconds} s"))
}
