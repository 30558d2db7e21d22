//! What brokers send again to `sandbar run`: everything that was in no sink when it was killed, and nothing that was before
//! it ended.

use std::{collections::BTreeSet, net::TcpListener, time::Duration};

use async_nats::jetstream::consumer::{AckPolicy, Consumer, pull};
use sandbar_tests::{
    Bench,
    running::{Running, until},
};
use tokio::runtime::Runtime;

use super::{
    origins::{Mqtt, Nats, Origin},
    servers::Server,
};

/// Records that are supplied behind the first one, which is number 0.
const RECORDS: u32 = 500;

/// A broker, a place for pipelines, and what tests wait with.
struct Stage<O> {
    bench: Bench,
    runtime: Runtime,
    origin: O,
    /// The source in a pipeline file.
    source: String,
}

fn mqtt() -> Stage<Mqtt> {
    let origin = Mqtt { server: Server::mosquitto("allow_anonymous true") };
    let address = origin.server.address();
    let source =
        format!("connector = \"mqtt\", address = \"{address}\", client = \"p\", topics = \"t/+\"");
    Stage { bench: Bench::new(), runtime: runtime(), origin, source }
}

fn nats() -> Stage<Nats> {
    let runtime = runtime();
    let origin = runtime.block_on(Nats::new());
    let address = origin.server.address();
    let source =
        format!("connector = \"nats\", address = \"{address}\", stream = \"s\", consumer = \"c\"");
    Stage { bench: Bench::new(), runtime, origin, source }
}

fn runtime() -> Runtime {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(1).enable_all().build().expect("the system gives a runtime")
}

impl<O: Origin> Stage<O> {
    /// Runs a pipeline from the broker to `sink`. Each is a task, so that the source reads on while the sink waits.
    fn run(&self, name: &str, sink: &str) -> Running {
        let (source, input) = (&self.source, "{ from = \"in\", by = \"rebalance\" }");
        let pipeline = format!(
            "name = \"p\"\nsource.in = {{ {source} }}\nsink.out = {{ input = {input}, {sink} }}\n"
        );
        let file = format!("{name}.toml");
        self.bench.write(&file, pipeline);
        Running::start(&self.bench, self.bench.command(&["run", &file, "-q"]))
    }

    /// Runs it to the file `name`.
    fn run_to_file(&self, name: &str) -> Running {
        self.run(name, &format!("connector = \"file\", path = \"{name}\""))
    }

    fn supply(&mut self, numbers: std::ops::Range<u32>) {
        self.runtime.block_on(self.origin.supply(numbers));
    }

    /// Supplies number 0 until `is_there`: what is published before a subscription is for nobody.
    fn supply_first(&mut self, mut is_there: impl FnMut(&Self) -> bool) {
        until("the first record is there", || {
            self.supply(0..1);
            is_there(self)
        });
    }

    /// The whole lines of the file `name`, as numbers.
    fn found(&self, name: &str) -> Vec<u32> {
        if !self.bench.path(name).exists() {
            return Vec::new();
        }
        let text = self.bench.read(name);
        let whole = text.rfind('\n').map_or(0, |at| at + 1);
        text[..whole].lines().map(|line| line.parse().expect("a number")).collect()
    }
}

/// The first run's sink is given records and never has them; then the process is killed.
fn what_was_in_no_sink_comes_again<O: Origin>(mut stage: Stage<O>) {
    let silent = TcpListener::bind("127.0.0.1:0").expect("there is a port");
    silent.set_nonblocking(true).expect("it is a socket");
    let to = silent.local_addr().expect("it is bound");
    let mut first = stage.run("one", &format!("connector = \"http\", url = \"http://{to}/\""));
    let mut asking = None;
    stage.supply_first(|_| {
        asking = silent.accept().ok();
        asking.is_some()
    });
    stage.supply(1..RECORDS);
    first.signal("KILL");
    until("it is gone", || !first.runs());
    let mut second = stage.run_to_file("two");
    let expected: BTreeSet<u32> = (0..RECORDS).collect();
    until("all is there", || stage.found("two").into_iter().collect::<BTreeSet<_>>() == expected);
    second.signal("TERM");
    until("it has drained", || !second.runs());
}

/// The first run ends as soon as its file has all, whether or not a barrier came since. `all_acknowledged` asks the broker.
fn what_was_in_a_sink_does_not_come_again<O: Origin>(
    mut stage: Stage<O>,
    all_acknowledged: impl Fn(&Stage<O>) -> bool,
) {
    let mut first = stage.run_to_file("one");
    stage.supply_first(|stage| !stage.found("one").is_empty());
    stage.supply(1..RECORDS);
    until("all is there", || stage.found("one").contains(&(RECORDS - 1)));
    first.signal("TERM");
    first.wait().ended(0);
    assert!(all_acknowledged(&stage));
    let mut second = stage.run_to_file("two");
    stage.supply(RECORDS..RECORDS + 1);
    until("the last one is there", || stage.found("two").contains(&RECORDS));
    second.signal("TERM");
    second.wait().ended(0);
    assert_eq!(stage.found("two"), [RECORDS]);
}

#[test]
fn mqtt_sends_again_what_was_in_no_sink_when_the_process_was_killed() {
    what_was_in_no_sink_comes_again(mqtt());
}

#[test]
fn nats_sends_again_what_was_in_no_sink_when_the_process_was_killed() {
    let stage = nats();
    // The source takes the consumer that is there. Of its own the server waits a minute before it sends again.
    let config = pull::Config {
        durable_name: Some("c".to_owned()),
        ack_policy: AckPolicy::Explicit,
        ack_wait: Duration::from_secs(1),
        max_ack_pending: 20_000,
        ..pull::Config::default()
    };
    stage.runtime.block_on(async {
        let stream = stage.origin.context.get_stream("s").await.expect("it is there");
        stream.create_consumer(config).await.expect("it can be made");
    });
    what_was_in_no_sink_comes_again(stage);
}

#[test]
fn mqtt_does_not_send_again_what_was_sunk_before_a_clean_end() {
    // What was not acknowledged comes before what is published then.
    what_was_in_a_sink_does_not_come_again(mqtt(), |_| true);
}

#[test]
fn nats_does_not_send_again_what_was_sunk_before_a_clean_end() {
    what_was_in_a_sink_does_not_come_again(nats(), |stage| {
        stage.runtime.block_on(async {
            let context = &stage.origin.context;
            let stream = context.get_stream("s").await.expect("it is there");
            let consumer: Consumer<pull::Config> =
                stream.get_consumer("c").await.expect("the source made it");
            consumer.cached_info().num_ack_pending == 0
        })
    });
}
