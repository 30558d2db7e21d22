//! What workers and compilers must not be able to do, tried in a process that protects itself as they do. Each attempt is
//! also made without protection, where it must succeed: else it would show nothing.

use std::{os::unix::process::ExitStatusExt, process::Command};

use sandbar::protect::{ENVIRONMENT, Outcome};
use sandbar_tests::{Bench, built};
use serde_json::Value;

const SIGSYS: i32 = 31;
const SIGXCPU: i32 = 24;

/// How an attempt went.
#[derive(Debug, PartialEq, Eq)]
enum Went {
    Through,
    Refused(String),
    Killed(i32),
}

fn attempt(role: &str, attempt: &str) -> Went {
    let output = Command::new(built::sandbar())
        .args(["doctor", "--attempt", attempt, "--as", role])
        .env_clear()
        .envs(ENVIRONMENT.iter().copied())
        .output()
        .expect("it starts");
    if let Some(signal) = output.status.signal() {
        return Went::Killed(signal);
    }
    // One that becomes another program tells nothing, and that is success.
    if output.stdout.is_empty() && output.status.success() {
        return Went::Through;
    }
    let outcome: Outcome = serde_json::from_slice(&output.stdout).expect("it tells the outcome");
    outcome.refused.map_or(Went::Through, Went::Refused)
}

/// Tries `what` unprotected and as `role`, where it must be refused with `message`.
#[track_caller]
fn refused(role: &str, what: &str, message: &str) {
    assert_eq!(attempt("bare", what), Went::Through, "{what} without protection");
    match attempt(role, what) {
        Went::Refused(reason) => assert!(reason.contains(message), "{what}: {reason}"),
        other => panic!("{what}: {other:?}"),
    }
}

/// Tries `what` unprotected and as `role`, which must not survive it.
#[track_caller]
fn deadly(role: &str, what: &str, signal: i32) {
    assert_eq!(attempt("bare", what), Went::Through, "{what} without protection");
    assert_eq!(attempt(role, what), Went::Killed(signal), "{what}");
}

#[test]
fn neither_can_become_another_program() {
    deadly("worker", "execute", SIGSYS);
    deadly("compiler", "execute", SIGSYS);
}

#[test]
fn neither_can_start_a_process_or_reach_another_one() {
    for role in ["worker", "compiler"] {
        refused(role, "fork", "not permitted");
        refused(role, "signal", "not permitted");
        refused(role, "raise-limit", "not permitted");
    }
}

#[test]
fn a_worker_has_the_sockets_of_tcp_and_no_others() {
    refused("worker", "netlink", "not permitted");
    assert_eq!(attempt("worker", "network"), Went::Through);
    refused("compiler", "network", "not permitted");
    refused("compiler", "netlink", "not permitted");
}

#[test]
fn a_compiler_reaches_no_file() {
    refused("compiler", "read-file", "not permitted");
    refused("compiler", "write-file", "not permitted");
}

#[test]
fn a_worker_keeps_the_files_of_its_connectors_and_no_others() {
    assert_eq!(attempt("worker", "write-file"), Went::Through);
    refused("worker", "read-file", "Permission denied");
}

#[test]
fn memory_files_and_time_end_at_their_limits() {
    refused("worker", "memory", "memory allocation failed");
    refused("compiler", "memory", "memory allocation failed");
    refused("worker", "files", "Too many open files");
    deadly("compiler", "cpu", SIGXCPU);
}

#[test]
fn the_doctor_tells_what_is_in_force_and_what_was_tried() {
    let told = Bench::new().run(&["doctor", "-o", "json"]).ended(0);
    let told: Value = serde_json::from_str(&told.stdout).unwrap();
    assert_eq!(told["ok"], true);
    let checks = told["checks"].as_array().unwrap();
    for name in [
        "processors",
        "openat2",
        "mappings",
        "worker: data",
        "worker: reachable-files",
        "compiler: reachable-files",
    ] {
        assert!(checks.iter().any(|check| check["name"] == name), "{name} is missing: {told:#}");
    }
}
