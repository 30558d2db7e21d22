//! A cluster of one host for one test: `sandbar up` in a folder of its own, and the verbs that ask it.

use std::{fs, path::PathBuf};

use sandbar_tests::{
    Bench, Ran, built,
    running::{Running, until, workers},
};
use serde_json::Value;

/// The tenant that `sandbar up` makes.
pub(super) const TENANT: &str = "dev";

/// A running host; it ends with its test.
pub(super) struct Up {
    pub(super) bench: Bench,
    pub(super) host: Running,
}

impl Up {
    /// Starts a host on ports that the system picks, and waits until it is ready. Its context is the current one then.
    pub(super) fn start() -> Self {
        Self::started(&[], &[])
    }

    /// As [`start`](Self::start), with a log of `filter` in JSON.
    pub(super) fn start_logging(filter: &str) -> Self {
        Self::started(&["--log", "json"], &[("SANDBAR_LOG", filter)])
    }

    /// As [`start`](Self::start), of so many hosts.
    pub(super) fn start_hosts(count: usize) -> Self {
        let up = Self::started(&["--hosts", &count.to_string()], &[]);
        until("all hosts are up", || {
            let told = up.json(&["hosts", "--context", "dev-operator"]);
            let hosts = told["hosts"].as_array().expect("they are a list");
            hosts.iter().filter(|host| host["status"] == "up").count() == count
        });
        up
    }

    fn started(more: &[&str], environment: &[(&str, &str)]) -> Self {
        let bench = Bench::new();
        let arguments =
            ["up", "--data", "data", "--listen", "127.0.0.1:0", "--http", "127.0.0.1:0"];
        let mut command = bench.command(&[&arguments, more].concat());
        command.envs(environment.iter().copied());
        let mut host = Running::start(&bench, command);
        until("the host is ready", || {
            assert!(host.runs(), "`sandbar up` ended: {}\n{}", host.stdout(), host.stderr());
            host.stdout().contains("Ctrl-C ends it")
        });
        Self { bench, host }
    }

    /// Where it listens.
    pub(super) fn address(&self) -> String {
        let told = self.host.stdout();
        let address = told.lines().find_map(|line| line.split_once(" is up at "));
        address.unwrap_or_else(|| panic!("no address in {told}")).1.to_owned()
    }

    /// The certificate of its authority.
    pub(super) fn authority(&self) -> String {
        self.bench.path("data/authority/authority.pem").display().to_string()
    }

    /// A file with the tenant's token.
    pub(super) fn token(&self) -> String {
        self.bench.path("data/h1/dev.token").display().to_string()
    }

    pub(super) fn run(&self, arguments: &[&str]) -> Ran {
        self.bench.run(arguments)
    }

    /// Runs a verb with `-o json` that must succeed.
    #[track_caller]
    pub(super) fn json(&self, arguments: &[&str]) -> Value {
        let ran = self.run(&[arguments, &["-o", "json"]].concat()).ended(0);
        serde_json::from_str(&ran.stdout)
            .unwrap_or_else(|error| panic!("{arguments:?}: {error} in {}", ran.stdout))
    }

    #[track_caller]
    pub(super) fn publish(&self, plugin: &str) {
        let file = built::plugin(plugin).display().to_string();
        self.run(&["publish", &file, "--name", plugin, "--version", "1.0.0"]).ended(0);
    }

    #[track_caller]
    pub(super) fn status(&self, pipeline: &str) -> String {
        self.json(&["describe", pipeline])["status"].as_str().expect("it has one").to_owned()
    }

    /// Waits until `pipeline` is in `status`.
    #[track_caller]
    pub(super) fn until_status(&self, pipeline: &str, status: &str) {
        until(&format!("{pipeline} is {status}"), || self.status(pipeline) == status);
    }

    /// Where the tenant's pipelines read and write.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.bench.path("data/files").join(TENANT).join(name)
    }

    /// Lines of a file that a pipeline wrote, sorted; none where there is no file yet.
    pub(super) fn lines(&self, name: &str) -> Vec<String> {
        let text = fs::read_to_string(self.file(name)).unwrap_or_default();
        sorted(&text)
    }

    /// Processes of workers that the host runs now.
    pub(super) fn workers(&self) -> Vec<u32> {
        workers(self.host.id())
    }
}

pub(super) fn sorted(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines.sort_unstable();
    lines
}
