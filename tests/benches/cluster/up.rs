//! A cluster for one group of figures: `sandbar up` in a folder of its own, and what its processes use.

use std::{collections::BTreeMap, fs, path::PathBuf, time::Duration};

use sandbar_tests::{
    Bench, Ran, built,
    running::{Running, kill, until},
};
use serde_json::Value;

/// The tenant that `sandbar up` makes.
pub(crate) const TENANT: &str = "dev";

/// Ticks of the system's clock for processes: Linux shows them by the hundred a second everywhere.
const TICKS: f64 = 100.0;

/// Running hosts; they end with this.
pub(crate) struct Up {
    pub(crate) bench: Bench,
    host: Running,
}

impl Up {
    pub(crate) fn start(hosts: u32) -> Self {
        let bench = Bench::new();
        let count = hosts.to_string();
        let mut host =
            bench.start(&["up", "--data", "data", "--listen", "127.0.0.1:0", "--hosts", &count]);
        until("the hosts are ready", || {
            assert!(host.runs(), "`sandbar up` ended: {}\n{}", host.stdout(), host.stderr());
            host.stdout().contains("Ctrl-C ends it")
        });
        let up = Self { bench, host };
        until("all hosts are up", || {
            let told = up.json(&["hosts", "--context", "dev-operator"]);
            let told = told["hosts"].as_array().unwrap();
            told.iter().filter(|host| host["status"] == "up").count() == hosts as usize
        });
        up
    }

    /// Runs a verb that must succeed.
    #[track_caller]
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.bench.run(arguments).ended(0)
    }

    #[track_caller]
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.run(&[arguments, &["-o", "json"]].concat()).stdout).unwrap()
    }

    #[track_caller]
    pub(crate) fn publish(&self, plugin: &str) {
        let file = built::plugin(plugin).display().to_string();
        self.run(&["publish", &file, "--name", plugin, "--version", "1.0.0"]);
    }

    /// Deploys `text` and goes on as soon as the verb does. Where too much is asked a minute, it is tried again.
    #[track_caller]
    pub(crate) fn deploy(&self, text: &str, wait: &[&str]) {
        self.bench.write("pipeline.toml", text);
        loop {
            let ran = self.bench.run(&[&["deploy", "pipeline.toml", "--yes"], wait].concat());
            if ran.code == Some(0) || !ran.stderr.contains("too many ") {
                ran.ended(0);
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// Where the tenant's pipelines read and write.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.bench.path("data/files").join(TENANT).join(name)
    }

    /// All processes of the hosts: their own, their workers', and whatever these started.
    fn processes(&self) -> Vec<u32> {
        let mut children: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for entry in fs::read_dir("/proc").unwrap().filter_map(Result::ok) {
            let id = entry.file_name().to_str().and_then(|name| name.parse().ok());
            if let Some((id, fields)) = id.and_then(|id| Some((id, stat(id)?))) {
                children.entry(u32::try_from(fields[1]).unwrap_or(0)).or_default().push(id);
            }
        }
        let mut found = vec![self.host.id()];
        let mut at = 0;
        while at < found.len() {
            found.extend(children.remove(&found[at]).unwrap_or_default());
            at += 1;
        }
        found
    }

    /// MiB of memory that each process holds: the first host's first.
    pub(crate) fn resident_mib(&self) -> Vec<f64> {
        let page = rustix::param::page_size() as f64;
        let pages = |id: u32| {
            let statm = fs::read_to_string(format!("/proc/{id}/statm")).ok()?;
            statm.split(' ').nth(1)?.parse::<f64>().ok()
        };
        self.processes().into_iter().filter_map(pages).map(|n| n * page / 1_048_576.0).collect()
    }

    /// CPU seconds of all processes since they started, with those that have ended.
    pub(crate) fn cpu_seconds(&self) -> f64 {
        let used = |id| stat(id).map_or(0, |fields| fields[11..15].iter().sum::<i64>());
        self.processes().into_iter().map(used).sum::<i64>() as f64 / TICKS
    }
}

impl Drop for Up {
    fn drop(&mut self) {
        // Asked to end, the first host ends the others, and each its workers.
        if self.host.runs() {
            kill(self.host.id(), "TERM");
            until("the hosts have ended", || !self.host.runs());
        }
    }
}

/// CPU seconds of this process's children that have ended.
pub(crate) fn children_cpu_seconds() -> f64 {
    let fields = stat(std::process::id()).unwrap();
    (fields[13] + fields[14]) as f64 / TICKS
}

/// The fields of a process after its name, as numbers: 1 is its parent, 11 to 14 are its times and those of its children.
fn stat(id: u32) -> Option<Vec<i64>> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (_, fields) = stat.rsplit_once(") ")?;
    Some(fields.split(' ').take(20).map(|field| field.parse().unwrap_or(0)).collect())
}
