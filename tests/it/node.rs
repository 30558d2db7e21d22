//! Workers as real processes.

use std::{fs, path::PathBuf, process::Command};

use sandbar::node::{Launcher, Processes};
use sandbar_control::TenantName;
use tokio::task::LocalSet;

/// A launcher of something that is no worker, but lives until it is ended.
fn sleeper() -> Processes {
    Processes {
        program: PathBuf::from("/bin/sleep"),
        arguments: vec!["1000".into()],
        log: Vec::new(),
    }
}

/// Processes that this thread started, the ended ones included.
fn children() -> Vec<u32> {
    let thread = fs::read_link("/proc/thread-self").expect("Linux");
    let children =
        fs::read_to_string(PathBuf::from("/proc").join(thread).join("children")).expect("Linux");
    children.split_whitespace().map(|id| id.parse().expect("a number")).collect()
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    LocalSet::new().block_on(&runtime, future)
}

/// Whether this process has a descriptor that its own parent left open for all programs. None of ours is.
fn handed_down(number: &str) -> bool {
    const CLOSED_ON_EXEC: u32 = 0o2_000_000;
    let flags = fs::read_to_string(format!("/proc/self/fdinfo/{number}")).ok().and_then(|text| {
        let flags = text.lines().find_map(|line| line.strip_prefix("flags:"))?.trim().to_owned();
        u32::from_str_radix(&flags, 8).ok()
    });
    number.parse::<u32>().is_ok_and(|number| number > 2)
        && flags.is_some_and(|flags| flags & CLOSED_ON_EXEC == 0)
}

fn tenant() -> TenantName {
    TenantName::parse("acme").expect("a name")
}

fn only_child() -> u32 {
    let children = children();
    assert_eq!(children.len(), 1, "{children:?}");
    children[0]
}

#[test]
fn a_worker_has_three_descriptors_of_ours_no_environment_and_its_own_group() {
    let file = fs::File::open("/dev/null").unwrap();
    block_on(async {
        let launched = sleeper().launch(&tenant()).await.unwrap();
        let id = only_child();
        sandbar_tests::running::until("the worker has become its program", || {
            fs::read_link(format!("/proc/{id}/exe")).is_ok_and(|path| path.ends_with("sleep"))
        });
        let mut open: Vec<String> = fs::read_dir(format!("/proc/{id}/fd"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        open.sort();
        let foreign = |number: &String| !handed_down(number);
        let open: Vec<String> = open.into_iter().filter(foreign).collect();
        assert_eq!(open, ["0", "1", "2"]);
        let is_socket = |number: u32| {
            let path = fs::read_link(format!("/proc/{id}/fd/{number}")).unwrap();
            path.to_string_lossy().starts_with("socket:")
        };
        assert!(is_socket(0) && is_socket(1));
        let environment = fs::read(format!("/proc/{id}/environ")).unwrap();
        let environment = String::from_utf8(environment).unwrap();
        let foreign = environment
            .split('\0')
            .find(|variable| !variable.is_empty() && !variable.starts_with("MIMALLOC_"));
        assert_eq!(foreign, None);
        let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap();
        let group = stat.rsplit_once(") ").unwrap().1.split(' ').nth(2).unwrap().to_owned();
        assert_eq!(group, id.to_string());
        drop(launched.end);
        launched.ended.await;
    });
    drop(file);
}

#[test]
fn a_worker_that_is_killed_is_told_of_and_leaves_no_zombie() {
    block_on(async {
        let launched = sleeper().launch(&tenant()).await.unwrap();
        let id = only_child();
        let killed = Command::new("/bin/kill").args(["-9", &id.to_string()]).status();
        // A machine without that program has the shell's.
        if killed.is_err() {
            Command::new("/bin/sh").args(["-c", &format!("kill -9 {id}")]).status().unwrap();
        }
        assert_eq!(launched.ended.await.0, "killed by signal 9");
        assert!(children().is_empty());
        assert!(!PathBuf::from(format!("/proc/{id}")).exists());
        let call = launched.process.renew_request().send().promise.await;
        assert!(call.is_err(), "its capability is broken");
    });
}

#[test]
fn a_worker_that_nobody_holds_is_ended_and_reaped() {
    block_on(async {
        let launched = sleeper().launch(&tenant()).await.unwrap();
        let id = only_child();
        drop(launched.end);
        assert_eq!(launched.ended.await.0, "killed by signal 9");
        assert!(!PathBuf::from(format!("/proc/{id}")).exists());
    });
}
