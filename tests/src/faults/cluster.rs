//! Three hosts, each a process of its own on loopback or in a network of the run's own, numbers that pass through all of
//! them by key, and blows to these processes, by their ids only. What came out is counted from the files.

use std::{
    fs::{self, File},
    io::{self, Write},
    net::TcpListener,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Duration,
};

use serde_json::Value;

use super::{
    Random,
    network::{self, Network, Weather},
};
use crate::{
    Bench, Ran, built,
    running::{kill, until, workers},
};

mod starve;
mod threads;

use starve::Starved;

const HOSTS: [&str; 3] = ["h1", "h2", "h3"];
pub(super) const LEADER: usize = 0;
pub(super) const FOLLOWERS: [usize; 2] = [1, 2];
pub(super) const ALL: [usize; 3] = [0, 1, 2];

/// Numbers a second: some thousand are on their way when a blow falls.
const RATE: u64 = 20_000;

const PIPELINE: &str = r#"name = "numbers"

[source.in]
connector = "generator"
count = {count}
rate = {rate}
keys = 1000
parallelism = 3

[operator.copy]
plugin = "identity@1.0.0"
input = { from = "in", by = "key" }
parallelism = 3

[sink.out]
connector = "file"
input = "copy"
path = "out-{task}.txt"
parallelism = 3
"#;

/// A running cluster; it ends when dropped.
pub(super) struct Cluster {
    bench: Bench,
    /// Where the hosts are; none: on loopback.
    network: Option<Network>,
    /// One of each of `HOSTS`, dead or alive.
    hosts: Vec<Child>,
    /// Processes that stand still.
    frozen: Vec<u32>,
    starved: Vec<Starved>,
    crowded: Option<threads::Group>,
    numbers: u64,
}

/// What joins the hosts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    Loopback,
    Network,
}

/// How far the pipeline is.
pub(super) struct Progress {
    pub(super) epoch: u64,
    /// Bytes that each sink has written.
    written: Vec<u64>,
}

/// What came out of a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Count {
    pub(super) lost: u64,
    pub(super) doubled: u64,
    /// Lines that are none of the numbers.
    pub(super) others: u64,
    /// Whether it began again where it had begun, and not where its checkpoint stood.
    pub(super) anew: bool,
}

impl Cluster {
    /// Starts the hosts and the pipeline, which would last so long undisturbed; the first numbers have come out,
    /// and positions behind some of them are committed: nothing may begin anew from here on.
    pub(super) fn start(ground: Ground, lasts: Duration, random: &mut Random) -> Self {
        let numbers = RATE * lasts.as_secs();
        let bench = Bench::new();
        let network = (ground == Ground::Network).then(|| {
            let run = (random.number() % 1_000_000).to_string();
            let network = Network::start(&run, HOSTS.len(), random);
            network.unwrap_or_else(|error| panic!("no network: {error:#}"))
        });
        let (hosts, frozen, starved) = (Vec::new(), Vec::new(), Vec::new());
        let crowded = None;
        let mut cluster = Self { bench, network, hosts, frozen, starved, crowded, numbers };
        cluster.verb(&["cert", "init", "ca"]);
        let at = |host: usize| match ground {
            Ground::Loopback => ("127.0.0.1".to_owned(), free()),
            Ground::Network => {
                let address = network::address(host);
                (address.clone(), format!("{address}:7170"))
            }
        };
        let leader = at(LEADER).1;
        for (number, host) in HOSTS.iter().enumerate() {
            let (address, listen) =
                if number == LEADER { (at(number).0, leader.clone()) } else { at(number) };
            let out = format!("{host}/certificates");
            cluster.verb(&[
                "cert",
                "issue",
                host,
                "--ca",
                "ca",
                "--out",
                &out,
                "--address",
                &address,
            ]);
            let role = match number == LEADER {
                true => "metadata = true".to_owned(),
                false => format!("leader = \"{leader}\""),
            };
            let configuration = format!(
                "name = \"{host}\"\nlisten = \"{listen}\"\nhttp = \"127.0.0.1:0\"\ndata = \"data\"\n\
                 certificates = \"certificates\"\nfiles = \"../files\"\n{role}\n"
            );
            cluster.bench.write(&format!("{host}/host.toml"), configuration);
        }
        cluster.hosts = ALL.iter().map(|&host| cluster.spawn(host)).collect();
        cluster.deploy(&leader);
        cluster
    }

    fn deploy(&self, leader: &str) {
        let login = |name, token| {
            let to =
                ["--address", leader, "--authority", "ca/authority.pem", "--token-file", token];
            self.run(&[&["login", name], &to[..]].concat()).code == Some(0)
        };
        until("the leader answers", || login("operator", "h1/data/operator.token"));
        self.verb(&["tenant", "create", "demo"]);
        self.verb(&["token", "issue", "demo", "--label", "demo", "--to", "demo.token"]);
        until("three hosts are up", || {
            let told = self.asked(&["hosts"]).unwrap_or_default();
            told["hosts"].as_array().is_some_and(|hosts| {
                hosts.iter().filter(|host| host["status"] == "up").count() == HOSTS.len()
            })
        });
        assert!(login("demo", "demo.token"), "the tenant's token is refused");
        let plugin = built::plugin("identity").display().to_string();
        self.verb(&["publish", &plugin, "--name", "identity", "--version", "1.0.0"]);
        let pipeline = PIPELINE.replace("{count}", &self.numbers.to_string());
        self.bench.write("numbers.toml", pipeline.replace("{rate}", &RATE.to_string()));
        self.verb(&["deploy", "numbers.toml", "--yes", "--wait=running"]);
        until("every sink writes", || {
            let written = self.written();
            written.len() == HOSTS.len() && written.iter().all(|&bytes| bytes > 0)
        });
        until("a checkpoint is committed", || {
            let described = self.asked(&["describe", "numbers"]).unwrap_or_default();
            described["barrier"].as_u64() > Some(0)
        });
    }

    fn spawn(&self, number: usize) -> Child {
        let host = HOSTS[number];
        let log = self.bench.path(&format!("{host}/log"));
        let log = File::options().create(true).append(true).open(log);
        let log = log.expect("a temporary folder can be written");
        let configuration = format!("{host}/host.toml");
        let mut command = self.command(number, &["host", "--config", &configuration]);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
        command.spawn().expect("the program can be started")
    }

    /// The program in the place of a host.
    fn command(&self, host: usize, arguments: &[&str]) -> Command {
        let command = self.bench.command(arguments);
        match &self.network {
            Some(network) => network.inside(host, &command),
            None => command,
        }
    }

    /// Runs the program beside the leader.
    fn run(&self, arguments: &[&str]) -> Ran {
        let mut command = self.command(LEADER, arguments);
        command.stdin(Stdio::null()).output().expect("the program can be started").into()
    }

    #[track_caller]
    fn verb(&self, arguments: &[&str]) {
        self.run(arguments).ended(0);
    }

    /// What a verb answers; nothing while nobody does.
    fn asked(&self, arguments: &[&str]) -> Option<Value> {
        let ran = self.run(&[arguments, &["-o", "json"]].concat());
        serde_json::from_str(&ran.stdout).ok().filter(|_| ran.code == Some(0))
    }

    /// Status and epoch.
    fn state(&self) -> Option<(String, u64)> {
        let described = self.asked(&["describe", "numbers"])?;
        Some((described["status"].as_str()?.to_owned(), described["epoch"].as_u64()?))
    }

    /// How far the pipeline is; the leader must be up.
    pub(super) fn progress(&self) -> Progress {
        let (_, epoch) = self.state().expect("the leader answers");
        Progress { epoch, written: self.written() }
    }

    /// Whether it runs in an epoch after `before`.
    pub(super) fn runs_since(&self, before: &Progress) -> bool {
        let runs = |status: &str| status == "running" || status == "finished";
        self.state().is_some_and(|(status, epoch)| runs(&status) && epoch > before.epoch)
    }

    /// Whether every sink has written since `before`.
    pub(super) fn writes_since(&self, before: &Progress) -> bool {
        self.written().iter().zip(&before.written).all(|(now, before)| now > before)
    }

    pub(super) fn has_finished(&self) -> bool {
        self.state().is_some_and(|(status, _)| status == "finished")
    }

    pub(super) fn kill_worker(&self, random: &mut Random) {
        kill(self.worker(random), "KILL");
    }

    /// All are dead before the first is missed.
    pub(super) fn kill_hosts(&mut self, hosts: &[usize]) {
        hosts.iter().for_each(|&host| self.hosts[host].kill().expect("it is our child"));
        for &host in hosts {
            self.hosts[host].wait().expect("it is our child");
        }
    }

    pub(super) fn freeze_worker(&mut self, random: &mut Random) {
        self.freeze(vec![self.worker(random)]);
    }

    /// Its worker as well.
    pub(super) fn freeze_host(&mut self, host: usize) {
        let host = self.hosts[host].id();
        self.freeze(workers(host).into_iter().chain([host]).collect());
    }

    fn freeze(&mut self, ids: Vec<u32>) {
        ids.iter().for_each(|&id| kill(id, "STOP"));
        self.frozen.extend(ids);
    }

    /// Some worker; where none is up, the next that is.
    fn worker(&self, random: &mut Random) -> u32 {
        let mut found = Vec::new();
        until("there is a worker", || {
            found = self.hosts.iter().flat_map(|host| workers(host.id())).collect();
            !found.is_empty()
        });
        random.among(&found)
    }

    /// What joins the hosts.
    fn network(&self) -> &Network {
        self.network.as_ref().expect("the fault is one of networks")
    }

    /// Whether the weather did nothing to any frame.
    pub(super) fn went_unhurt(&self) -> bool {
        self.network.as_ref().is_some_and(|network| network.hit() == 0)
    }

    /// Changes the weather from one host to another.
    pub(super) fn weather_from(&self, from: usize, to: usize, weather: Weather) {
        self.network().set(from, to, weather);
    }

    /// Changes the weather between two hosts.
    pub(super) fn weather_between(&self, one: usize, other: usize, weather: Weather) {
        self.network().between(one, other, weather);
    }

    /// Wakes what stands still, starts the hosts that are dead, clears the weather and lifts limits.
    pub(super) fn mend(&mut self) {
        if let Some(network) = &self.network {
            network.clear();
        }
        self.feed();
        self.frozen.drain(..).for_each(|id| kill(id, "CONT"));
        for at in ALL {
            if self.hosts[at].try_wait().expect("it is our child").is_some() {
                self.hosts[at] = self.spawn(at);
            }
        }
    }

    fn files(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.bench.path("files/demo")).into_iter().flatten();
        let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        files.sort();
        files
    }

    fn written(&self) -> Vec<u64> {
        self.files().into_iter().flat_map(fs::metadata).map(|file| file.len()).collect()
    }

    /// What came out, against what should have.
    pub(super) fn count(&self) -> Count {
        let (mut others, mut doubled, mut anew) = (0, 0, false);
        let mut seen = vec![false; usize::try_from(self.numbers).expect("they fit into memory")];
        for file in self.files() {
            let text = fs::read(file).expect("a sink wrote it");
            for line in String::from_utf8_lossy(&text).lines() {
                match line.parse().ok().and_then(|number: usize| seen.get_mut(number)) {
                    Some(true) => {
                        doubled += 1;
                        // The first number of a source that began behind a checkpoint does not come again.
                        anew |= line == "0";
                    }
                    Some(once) => *once = true,
                    None => others += 1,
                }
            }
        }
        let lost = seen.iter().filter(|seen| !**seen).count() as u64;
        Count { lost, doubled, others, anew }
    }

    /// Leaves its files behind.
    pub(super) fn keep(&mut self) {
        self.bench.keep();
        let folder = self.bench.folder().display();
        // Who does not listen loses the hint alone.
        let _ = writeln!(io::stderr(), "what is left of this run is in {folder}");
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // Whoever is dead already need not be killed; the workers of the others end with them.
        self.hosts.iter_mut().for_each(|host| drop((host.kill(), host.wait())));
        if std::thread::panicking() {
            self.keep();
        }
    }
}

/// An address that nobody listens at.
fn free() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has ports");
    listener.local_addr().expect("it listens").to_string()
}
