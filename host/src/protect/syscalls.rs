//! Numbers of system calls, by name: what filters are made of. Taken from the kernel's `unistd.h`, in which a number is
//! never given to another call. An architecture that lacks a call has none for it.

/// The number of `name` on this architecture, if there is such a call.
pub(super) fn number(name: &str) -> Option<i64> {
    let call = CALLS.iter().find(|call| call.0 == name)?;
    let number = match std::env::consts::ARCH {
        "x86_64" => call.1,
        "aarch64" => call.2,
        _ => NONE,
    };
    (number != NONE).then_some(number)
}

const NONE: i64 = -1;

/// Name, number on x86_64, number on aarch64.
#[rustfmt::skip]
const CALLS: &[(&str, i64, i64)] = &[
    ("execve", 59, 221), ("execveat", 322, 281), ("ptrace", 101, 117), ("process_vm_readv", 310, 270),
    ("process_vm_writev", 311, 271), ("mount", 165, 40), ("umount2", 166, 39), ("pivot_root", 155, 41),
    ("chroot", 161, 51), ("bpf", 321, 280), ("perf_event_open", 298, 241), ("init_module", 175, 105),
    ("finit_module", 313, 273), ("delete_module", 176, 106), ("kexec_load", 246, 104), ("kexec_file_load", 320, 294),
    ("reboot", 169, 142), ("swapon", 167, 224), ("swapoff", 168, 225), ("setns", 308, 268), ("unshare", 272, 97),
    ("add_key", 248, 217), ("request_key", 249, 218), ("keyctl", 250, 219), ("userfaultfd", 323, 282),
    ("open_by_handle_at", 304, 265), ("io_uring_setup", 425, 425), ("io_uring_enter", 426, 426),
    ("io_uring_register", 427, 427), ("settimeofday", 164, 170), ("clock_settime", 227, 112), ("quotactl", 179, 60),
    ("acct", 163, 89), ("move_mount", 429, 429), ("fsopen", 430, 430), ("fsmount", 432, 432), ("fsconfig", 431, 431),
    ("open_tree", 428, 428), ("mount_setattr", 442, 442), ("fanotify_init", 300, 262), ("kcmp", 312, 272),
    ("personality", 135, 92), ("iopl", 172, NONE), ("ioperm", 173, NONE), ("modify_ldt", 154, NONE),
    ("mmap", 9, 222), ("munmap", 11, 215), ("mprotect", 10, 226), ("mremap", 25, 216), ("madvise", 28, 233),
    ("brk", 12, 214), ("membarrier", 324, 283), ("mincore", 27, 232), ("futex", 202, 98), ("sched_yield", 24, 124),
    ("sched_getaffinity", 204, 123), ("nanosleep", 35, 101), ("clock_nanosleep", 230, 115),
    ("clock_gettime", 228, 113), ("clock_getres", 229, 114), ("gettimeofday", 96, 169), ("getrandom", 318, 278),
    ("getpid", 39, 172), ("gettid", 186, 178), ("getppid", 110, 173), ("getuid", 102, 174), ("geteuid", 107, 175),
    ("getgid", 104, 176), ("getegid", 108, 177), ("uname", 63, 160), ("sysinfo", 99, 179), ("getrusage", 98, 165),
    ("getcpu", 309, 168), ("clone", 56, 220), ("clone3", 435, 435), ("set_robust_list", 273, 99), ("rseq", 334, 293),
    ("exit", 60, 93), ("exit_group", 231, 94), ("rt_sigaction", 13, 134), ("rt_sigprocmask", 14, 135),
    ("rt_sigreturn", 15, 139), ("sigaltstack", 131, 132), ("restart_syscall", 219, 128), ("tgkill", 234, 131),
    ("kill", 62, 129), ("prctl", 157, 167), ("prlimit64", 302, 261),
    ("read", 0, 63), ("write", 1, 64), ("readv", 19, 65), ("writev", 20, 66), ("pread64", 17, 67),
    ("pwrite64", 18, 68), ("preadv", 295, 69), ("pwritev", 296, 70), ("close", 3, 57), ("close_range", 436, 436),
    ("lseek", 8, 62), ("fstat", 5, 80), ("newfstatat", 262, 79), ("statx", 332, 291), ("fcntl", 72, 25),
    ("ftruncate", 77, 46), ("fsync", 74, 82), ("fdatasync", 75, 83), ("dup", 32, 23), ("dup3", 292, 24),
    ("pipe2", 293, 59), ("openat", 257, 56), ("openat2", 437, 437), ("getdents64", 217, 61), ("readlinkat", 267, 78),
    ("faccessat", 269, 48), ("faccessat2", 439, 439), ("fallocate", 285, 47), ("fadvise64", 221, 223),
    ("flock", 73, 32), ("ioctl", 16, 29), ("renameat", 264, 38), ("renameat2", 316, 276), ("unlinkat", 263, 35),
    ("mkdirat", 258, 34),
    ("unlink", 87, NONE), ("rename", 82, NONE), ("mkdir", 83, NONE), ("stat", 4, NONE), ("lstat", 6, NONE),
    ("access", 21, NONE), ("readlink", 89, NONE),
    ("epoll_create1", 291, 20), ("epoll_ctl", 233, 21), ("epoll_wait", 232, NONE), ("epoll_pwait", 281, 22),
    ("epoll_pwait2", 441, 441), ("poll", 7, NONE), ("ppoll", 271, 73), ("eventfd2", 290, 19),
    ("socket", 41, 198), ("socketpair", 53, 199), ("connect", 42, 203), ("bind", 49, 200), ("listen", 50, 201),
    ("accept", 43, 202), ("accept4", 288, 242), ("getsockname", 51, 204), ("getpeername", 52, 205),
    ("setsockopt", 54, 208), ("getsockopt", 55, 209), ("shutdown", 48, 210), ("sendto", 44, 206),
    ("recvfrom", 45, 207), ("sendmsg", 46, 211), ("recvmsg", 47, 212), ("sendmmsg", 307, 269), ("recvmmsg", 299, 243),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_is_given_twice() {
        for (index, call) in CALLS.iter().enumerate() {
            for other in &CALLS[..index] {
                assert_ne!(call.0, other.0);
                assert!(call.1 != other.1 || call.1 == NONE, "{} and {}", call.0, other.0);
                assert!(call.2 != other.2 || call.2 == NONE, "{} and {}", call.0, other.0);
            }
        }
    }
}
