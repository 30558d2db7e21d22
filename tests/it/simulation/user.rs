//! What users do to the pipeline while it runs: they deploy it as soon as all hosts are there, change, pause, stop and
//! resume it, drain hosts and take them back, and wait for its end whoever crashes meanwhile.

use std::{cell::RefCell, rc::Rc, sync::Arc, time::Duration};

use sandbar::cluster::Cluster;
use sandbar_control::{
    Code, Digest, HostName, Network, PipelineName, PluginName, Problem, Quota, Status, TenantName,
    Version, keys,
    record::{Plugin, Record as _, Source, Tenant},
    view::HostStatus,
};
use sandbar_store::{Metadata, Write, metadata};
use tokio::time::sleep;

use super::{HOSTS, Random, faults::Weather, oracle::Oracle};

/// How often somebody looks at the cluster.
const LOOK: Duration = Duration::from_millis(100);

/// Where the pipeline file says that a broker is; nodes are native, so nobody connects.
const BROKER: &str = "broker:4222";

/// Of the plugin that the pipeline runs.
const VERSIONS: [&str; 2] = ["1", "2"];

/// One thing that a user does, and undoes after so many milliseconds.
#[derive(Clone, Copy, Debug)]
enum Errand {
    Pause {
        ms: u64,
    },
    /// Stops the pipeline and deploys it again.
    Stop {
        ms: u64,
    },
    /// Deploys a variant over what runs.
    Change {
        variant: u64,
    },
    Drain {
        host: &'static str,
        ms: u64,
    },
}

/// A user's errands, each with the milliseconds before it.
pub(super) struct Errands(Vec<(u64, Errand)>);

impl Errands {
    pub(super) fn new(random: &mut Random, weather: Weather) -> Self {
        let count = match weather {
            Weather::Anything => random.below(5),
            Weather::Stalls => 0,
            Weather::Calm => 1 + random.below(5),
        };
        let errand = |random: &mut Random| match random.below(4) {
            0 => Errand::Pause { ms: random.below(1_000) },
            1 => Errand::Stop { ms: random.below(1_000) },
            2 => Errand::Change { variant: random.below(1_000) },
            _ => Errand::Drain { host: HOSTS[random.index(HOSTS.len())], ms: random.below(3_000) },
        };
        Self((0..count).map(|_| (random.below(2_000), errand(random))).collect())
    }
}

/// Where records come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Input {
    /// The source goes on at its position.
    Replayed,
    /// Senders wait until what they sent is in every sink, and send again what was not.
    Awaited,
}

impl Input {
    fn connector(self) -> String {
        match self {
            Input::Replayed => "connector = \"generator\"".to_owned(),
            Input::Awaited => format!(
                "connector = \"nats\"\naddress = \"{BROKER}\"\nstream = \"s\"\nconsumer = \"c\""
            ),
        }
    }
}

/// Parallelism, a version of the plugin and the number of operators, all decided by `variant`; the source is the same.
fn pipeline(variant: u64, input: Input) -> Source {
    let connector = input.connector();
    let (first, second, sinks) = (1 + variant % 4, 1 + variant / 4 % 3, 1 + variant / 12 % 3);
    let version = VERSIONS[usize::from(variant / 36 % 2 == 1)];
    let between = match variant / 72 % 2 {
        0 => String::new(),
        _ => format!(
            r#"
[operator.more]
plugin = "identity@1"
input = {{ from = "same", by = "key" }}
parallelism = {second}
"#
        ),
    };
    let last = if between.is_empty() { "same" } else { "more" };
    let text = format!(
        r#"
name = "counted"
[source.in]
{connector}
parallelism = 2
[operator.same]
plugin = "identity@{version}"
input = {{ from = "in", by = "key" }}
parallelism = {first}
{between}
[sink.out]
connector = "discard"
input = {{ from = "{last}", by = "key" }}
parallelism = {sinks}
"#
    );
    Source { file: "p.toml".to_owned(), text, overrides: Vec::new() }
}

/// The variant that is deployed first: three copies of everything but the source.
const FIRST: u64 = 2 + 2 * 12;

fn tenant() -> TenantName {
    TenantName::parse("t").expect("it is well-formed")
}

/// Metadata in which the plugin is published, and the tenant may reach the broker.
pub(super) async fn published() -> Rc<dyn Metadata> {
    let store = metadata::Memory::new();
    let network =
        Network { connect: vec![BROKER.parse().expect("it is well-formed")], ..Network::default() };
    let record = Tenant { name: tenant(), quota: Quota::default(), created: 0, network };
    let put = Write::put(keys::tenant(&tenant()), record.encode());
    store.commit(&[], &[put]).await.expect("it is well-formed");
    for version in VERSIONS {
        let (name, version) = (
            PluginName::parse("identity").expect("it is well-formed"),
            Version::parse(version).expect("it is well-formed"),
        );
        let digest = Digest::of(version.as_str().as_bytes());
        let manifest = serde_json::json!({
            "digest": digest.as_str(), "form": "component", "world": "operator",
            "operator": { "name": "identity", "inputs": ["in"], "outputs": ["out"], "parameters": [] },
            "imports": [], "rights": ["output.emit"], "exports": [],
            "memory": { "initial": 65_536, "maximum": null }, "core_modules": 1, "size": 100,
        });
        let key = keys::plugin(&tenant(), &name, &version);
        let manifest = manifest.to_string();
        let plugin =
            Plugin { name, version, digest, bytes: 100, published: 0, manifest, retracted: false };
        store.commit(&[], &[Write::put(key, plugin.encode())]).await.expect("it is well-formed");
    }
    Rc::new(store)
}

/// Somebody with a token, at whichever leader there is.
pub(super) struct User {
    pub(super) leader: Rc<RefCell<Option<Cluster>>>,
    pub(super) oracle: Arc<Oracle>,
    pub(super) weather: Weather,
    pub(super) input: Input,
}

/// Whether something was done, or was not to be done any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Done {
    Yes,
    Refused,
}

impl User {
    pub(super) async fn run(self, errands: Errands) {
        self.hosts_are_up().await;
        let mut variant = FIRST;
        self.deploy(variant).await;
        for (wait, errand) in errands.0 {
            sleep(Duration::from_millis(wait)).await;
            if self.weather == Weather::Calm && self.reach(Status::Running).await != Status::Running
            {
                break;
            }
            self.oracle.happened(&format!("{errand:?}"));
            self.act(errand, &mut variant).await;
        }
        let ended = self.reach(Status::Finished).await;
        assert_eq!(ended, Status::Finished);
    }

    async fn act(&self, errand: Errand, variant: &mut u64) {
        let name = PipelineName::parse("counted").expect("it is well-formed");
        let (tenant, name) = (&tenant(), &name);
        match errand {
            Errand::Pause { ms } => {
                if self.try_to(async |cluster| cluster.pause(tenant, name).await).await == Done::Yes
                {
                    self.rest(Status::Paused, ms).await;
                    self.try_to(async |cluster| cluster.resume(tenant, name).await).await;
                }
            }
            Errand::Stop { ms } => {
                self.try_to(async |cluster| cluster.stop(tenant, name).await).await;
                self.rest(Status::Stopped, ms).await;
                self.deploy(*variant).await;
            }
            Errand::Change { variant: to } => {
                *variant = to;
                self.deploy(to).await;
            }
            Errand::Drain { host, ms } => {
                let host = &HostName::parse(host).expect("it is well-formed");
                self.try_to(async |cluster| cluster.drain(host).await).await;
                sleep(Duration::from_millis(ms)).await;
                self.try_to(async |cluster| cluster.undrain(host).await).await;
            }
        }
    }

    /// Waits until the pipeline rests, and then for `ms` in which nothing is to happen.
    async fn rest(&self, at: Status, ms: u64) {
        if self.reach(at).await == at {
            self.oracle.resting(true);
            sleep(Duration::from_millis(ms)).await;
            self.oracle.resting(false);
        }
    }

    async fn deploy(&self, variant: u64) {
        let source = pipeline(variant, self.input);
        let deployed = self.try_to(async |cluster| {
            let change = cluster.plan(&tenant(), &source).await?;
            cluster.deploy(&tenant(), &source, &change.rights, 0).await.map(|_| ())
        });
        assert_eq!(deployed.await, Done::Yes);
    }

    /// Does something at the leader, again and again until there is one and it says yes or no.
    async fn try_to(&self, act: impl AsyncFn(Cluster) -> Result<(), Problem>) -> Done {
        loop {
            let cluster = self.leader.borrow().clone();
            if let Some(cluster) = cluster {
                match act(cluster).await {
                    Ok(()) => return Done::Yes,
                    Err(problem) if problem.code == Code::Unavailable => {}
                    // Its end may have come first; a host may not have come back yet.
                    Err(problem) if matches!(problem.code, Code::Conflict | Code::NotFound) => {
                        self.oracle.happened(&problem.message);
                        return Done::Refused;
                    }
                    Err(problem) => panic!("{problem}"),
                }
            }
            sleep(LOOK).await;
        }
    }

    async fn hosts_are_up(&self) {
        let is_up = |cluster: &Cluster| {
            let hosts = cluster.hosts();
            hosts.iter().filter(|host| host.status == HostStatus::Up).count() == HOSTS.len()
        };
        while !self.leader.borrow().as_ref().is_some_and(is_up) {
            sleep(LOOK).await;
        }
    }

    /// Waits until the pipeline is in this status, or in one that it does not leave by itself.
    async fn reach(&self, wanted: Status) -> Status {
        loop {
            let cluster = self.leader.borrow().clone();
            if let Some(cluster) = cluster {
                let pipelines = cluster.pipelines(&tenant()).await;
                let pipeline = &pipelines[0];
                let status = pipeline.status;
                self.oracle.happened(status.name());
                if status == Status::Failed {
                    panic!("{:?}", cluster.describe(&tenant(), &pipeline.name).await);
                }
                if status == wanted || status.is_rest() {
                    return status;
                }
            }
            sleep(LOOK).await;
        }
    }
}
