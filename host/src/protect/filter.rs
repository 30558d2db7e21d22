//! Filters of system calls. Three are laid over each other, of which the strictest answer counts:
//!
//! 1. What no library of ours ever calls, and whoever broke out calls first (`execve`, `ptrace`, `mount`, `bpf`, ...),
//!    ends the process: there is nothing to go on with, and the host sees why it ended.
//! 2. `clone3` does not exist: its flags lie in memory, where a filter cannot read them, and libc falls back to `clone`.
//! 3. What is not listed fails with EPERM. It is not deadly, because libraries try this and that and do without.

use std::collections::BTreeMap;

use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, TargetArch,
};

use super::syscalls;

type Error = Box<dyn std::error::Error>;

/// What a call's argument must be.
struct Argument {
    index: u8,
    /// Bits that are looked at.
    mask: u64,
    value: u64,
}

/// Calls with what one of their arguments must be, where it matters; of several lines for a call, one must hold.
type Calls<'a> = &'a [(&'a str, Option<Argument>)];

const DEADLY: &str = "\
    execve execveat ptrace process_vm_readv process_vm_writev mount umount2 pivot_root chroot bpf \
    perf_event_open init_module finit_module delete_module kexec_load kexec_file_load reboot swapon swapoff \
    setns unshare add_key request_key keyctl userfaultfd open_by_handle_at io_uring_setup io_uring_enter \
    io_uring_register settimeofday clock_settime quotactl acct move_mount fsopen fsmount fsconfig open_tree \
    mount_setattr fanotify_init kcmp personality iopl ioperm modify_ldt";

/// Threads, time and signals: whatever a program needs to go on at all.
const RUNTIME: &str = "\
    munmap mremap madvise brk membarrier mincore futex sched_yield sched_getaffinity nanosleep clock_nanosleep \
    clock_gettime clock_getres gettimeofday getrandom getpid gettid getppid getuid geteuid getgid getegid \
    uname sysinfo getrusage getcpu clone3 set_robust_list rseq exit exit_group rt_sigaction rt_sigprocmask \
    rt_sigreturn sigaltstack restart_syscall close fstat";

/// Files beneath the tenant's folder, sockets, and waiting for both.
const WORKER: &str = "\
    mmap mprotect read write readv writev pread64 pwrite64 preadv pwritev close_range lseek newfstatat statx \
    fcntl ftruncate fsync fdatasync dup dup3 pipe2 openat openat2 getdents64 readlinkat faccessat faccessat2 \
    fallocate fadvise64 flock renameat renameat2 unlinkat mkdirat unlink rename mkdir stat lstat access readlink epoll_create1 epoll_ctl epoll_wait \
    epoll_pwait epoll_pwait2 poll ppoll eventfd2 connect bind listen accept accept4 getsockname getpeername \
    setsockopt getsockopt shutdown sendto recvfrom sendmsg recvmsg sendmmsg recvmmsg";

const AF_UNIX: u64 = 1;
const AF_INET: u64 = 2;
const AF_INET6: u64 = 10;

const CLONE_THREAD: u64 = 0x0001_0000;
/// All flags that make namespaces, of `clone`: of time, cgroups, names, IPC, users, processes, networks, mounts.
const CLONE_NEW: u64 = 0x7e02_0080;

const PROT_EXEC: u64 = 4;
/// Makes a socket or pipe non-blocking.
const FIONBIO: u64 = 0x5421;

const PR_GET_PDEATHSIG: u64 = 2;
const PR_GET_DUMPABLE: u64 = 3;
const PR_SET_NAME: u64 = 15;
const PR_GET_NO_NEW_PRIVS: u64 = 39;
/// Names of memory regions, by the allocator.
const PR_SET_VMA: u64 = 0x5356_4d41;

const ENOSYS: u32 = 38;
const EPERM: u32 = 1;

pub(super) fn worker() -> Result<(), Error> {
    let mut calls = common();
    calls.extend(WORKER.split(' ').map(|name| (name, None)));
    calls.extend([
        ("socket", is(0, AF_INET)),
        ("socket", is(0, AF_INET6)),
        // Signals reach tokio through a pair of sockets.
        ("socketpair", is(0, AF_UNIX)),
        ("ioctl", is(1, FIONBIO)),
    ]);
    apply(&calls)
}

pub(super) fn compiler() -> Result<(), Error> {
    let mut calls = common();
    calls.extend([
        ("read", is(0, 0)),
        ("write", is(0, 1)),
        ("write", is(0, 2)),
        ("writev", is(0, 1)),
        ("writev", is(0, 2)),
        // Native code is written here and run elsewhere.
        ("mmap", masked(2, PROT_EXEC, 0)),
        ("mprotect", masked(2, PROT_EXEC, 0)),
    ]);
    apply(&calls)
}

/// What both may do.
fn common() -> Vec<(&'static str, Option<Argument>)> {
    let own = u64::from(std::process::id());
    let mut calls: Vec<_> = RUNTIME.split(' ').map(|name| (name, None)).collect();
    calls.extend([
        // Threads, but no processes and no namespaces.
        ("clone", masked(0, CLONE_THREAD | CLONE_NEW, CLONE_THREAD)),
        // An abort signals itself; others are out of reach.
        ("tgkill", is(0, own)),
        ("kill", is(0, own)),
        // Limits can be read but not set.
        ("prlimit64", masked(2, u64::MAX, 0)),
        ("prctl", is(0, PR_SET_NAME)),
        ("prctl", is(0, PR_SET_VMA)),
        ("prctl", is(0, PR_GET_PDEATHSIG)),
        ("prctl", is(0, PR_GET_DUMPABLE)),
        ("prctl", is(0, PR_GET_NO_NEW_PRIVS)),
    ]);
    calls
}

fn is(index: u8, value: u64) -> Option<Argument> {
    masked(index, u64::from(u32::MAX), value)
}

fn masked(index: u8, mask: u64, value: u64) -> Option<Argument> {
    Some(Argument { index, mask, value })
}

/// Binds all threads of this process, and those to come.
fn apply(allowed: Calls<'_>) -> Result<(), Error> {
    let deadly: Vec<_> = DEADLY.split(' ').map(|name| (name, None)).collect();
    let filters = [
        filter(&deadly, SeccompAction::KillProcess, SeccompAction::Allow)?,
        filter(&[("clone3", None)], SeccompAction::Errno(ENOSYS), SeccompAction::Allow)?,
        // The last one: it does not let filters be added.
        filter(allowed, SeccompAction::Allow, SeccompAction::Errno(EPERM))?,
    ];
    for filter in &filters {
        seccompiler::apply_filter_all_threads(filter)?;
    }
    Ok(())
}

fn filter(
    calls: Calls<'_>,
    matched: SeccompAction,
    others: SeccompAction,
) -> Result<BpfProgram, Error> {
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> = BTreeMap::new();
    for (name, argument) in calls {
        // A call that this architecture lacks cannot be made.
        let Some(number) = syscalls::number(name) else { continue };
        let rules = rules.entry(number).or_default();
        if let Some(Argument { index, mask, value }) = argument {
            let operator = SeccompCmpOp::MaskedEq(*mask);
            let condition =
                SeccompCondition::new(*index, SeccompCmpArgLen::Qword, operator, *value)?;
            rules.push(SeccompRule::new(vec![condition])?);
        }
    }
    let architecture = TargetArch::try_from(std::env::consts::ARCH)?;
    Ok(SeccompFilter::new(rules, others, matched, architecture)?.try_into()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_call_of_a_filter_has_a_number() {
        let known = |names: &str| {
            for name in names.split(' ') {
                assert!(syscalls::number(name).is_some(), "{name}");
            }
        };
        if std::env::consts::ARCH == "x86_64" {
            known(DEADLY);
            known(RUNTIME);
            known(WORKER);
            common().iter().for_each(|(name, _)| known(name));
            known("socket socketpair ioctl mmap mprotect");
        }
    }

    #[test]
    fn nothing_deadly_is_allowed() {
        for name in DEADLY.split(' ') {
            let allowed = RUNTIME.split(' ').chain(WORKER.split(' ')).any(|other| other == name);
            assert!(!allowed, "{name}");
        }
    }
}
