//! What every connector promises: positions and seeking, acknowledgements, flushing, errors, waiting, shutdown. A new one is
//! a line here and what it connects to in `origins` or `targets`.

use std::{future::Future, ops::Range, time::Duration};

use sandbar::connectors::{
    SOURCES,
    settings::{Settings, Value},
};
use sandbar_control::Replay;
use sandbar_dataflow::{Code, Output, Position};
use tempfile::TempDir;
use tokio::{task::LocalSet, time::timeout};

use super::{
    batch, free_port,
    origins::{self, Keeps, Origin},
    process, read,
    servers::Server,
    sink, source,
    targets::{self, Target},
    text, values,
};

fn strings(numbers: Range<u32>) -> Vec<String> {
    numbers.map(|number| number.to_string()).collect()
}

/// Each promise of a source, on an origin of its own.
async fn source_keeps_its_promises<O: Origin, F: Future<Output = O>>(origin: impl Fn() -> F) {
    takes_everything_in_order(&mut origin().await).await;
    loses_nothing_when_reads_are_dropped(&mut origin().await).await;
    loses_nothing_when_it_is_drained(&mut origin().await).await;
    let mut origin = origin().await;
    says_what_comes_again(&origin);
    match origin.keeps() {
        Keeps::Position => goes_on_at_its_position(&mut origin).await,
        Keeps::Unacknowledged => is_sent_again_what_it_did_not_acknowledge(&mut origin).await,
        Keeps::Nothing => {
            let source = source(origin.connector(), &origin.settings(), None).expect("it is built");
            assert_eq!(source.position(), None);
        }
    }
}

/// From this a cluster computes what a pipeline promises.
fn says_what_comes_again(origin: &dyn Origin) {
    let kind = SOURCES.iter().find(|kind| kind.name == origin.connector());
    let settings = origin.settings();
    let waits = settings.text("ack") == Some("sunk");
    let expected = match origin.keeps() {
        Keeps::Position => Replay::FromPosition,
        Keeps::Unacknowledged => Replay::Unacknowledged,
        // Here nobody sends again, but who got no answer can.
        Keeps::Nothing if waits => Replay::Unacknowledged,
        Keeps::Nothing => Replay::Never,
    };
    assert_eq!((kind.expect("it is in the list").replay)(&settings), expected);
}

async fn takes_everything_in_order(origin: &mut dyn Origin) {
    let mut source = source(origin.connector(), &origin.settings(), None).expect("it is built");
    if origin.keeps() == Keeps::Position {
        origin.supply(0..5_000).await;
    }
    source.open().await.expect("it opens");
    if origin.keeps() != Keeps::Position {
        origin.supply(0..5_000).await;
    }
    let mut found = Vec::new();
    // Brokers hold back what follows until they have an acknowledgement.
    for barrier in 1.. {
        found.extend(read(source.as_mut(), 1).await);
        source.mark(barrier);
        source.acknowledge(barrier).await.expect("it acknowledges");
        if found.len() >= 5_000 {
            break;
        }
    }
    assert_eq!(found, strings(0..5_000));
}

/// A read may be dropped whenever it waits.
async fn loses_nothing_when_reads_are_dropped(origin: &mut dyn Origin) {
    let mut source = source(origin.connector(), &origin.settings(), None).expect("it is built");
    origin_first(origin, source.as_mut(), 0..1_500).await;
    let expected = if origin.connector() == "generator" { 5_000 } else { 1_500 };
    let mut found = Vec::new();
    let mut output = Output::new(1, Some(usize::MAX));
    for _ in 0..5_000 {
        output.begin(None);
        // Polled once more often than it is ready.
        let read = timeout(Duration::from_millis(2), source.read(&mut output)).await;
        if read.is_ok() {
            found.extend(values(&mut output));
        }
        if found.len() >= expected {
            break;
        }
    }
    assert_eq!(found.len(), expected);
}

/// Opens `source` and has `numbers` supplied, in the order in which that works.
async fn origin_first(
    origin: &mut dyn Origin,
    source: &mut dyn sandbar_dataflow::Source,
    numbers: Range<u32>,
) {
    match origin.keeps() {
        Keeps::Position => {
            origin.supply(numbers).await;
            source.open().await.expect("it opens");
        }
        Keeps::Unacknowledged | Keeps::Nothing => {
            source.open().await.expect("it opens");
            origin.supply(numbers).await;
        }
    }
}

/// What a source has taken and cannot be given again leaves when the pipeline stops.
async fn loses_nothing_when_it_is_drained(origin: &mut dyn Origin) {
    let mut source = source(origin.connector(), &origin.settings(), None).expect("it is built");
    origin_first(origin, source.as_mut(), 0..3_000).await;
    let mut found = read(source.as_mut(), 1).await;
    let mut output = Output::new(1, Some(usize::MAX));
    output.begin(None);
    timeout(super::DEADLINE, source.drain(&mut output)).await.expect("it ends").expect("it drains");
    found.extend(values(&mut output));
    if origin.keeps() == Keeps::Nothing {
        assert_eq!(found, strings(0..3_000));
    }
}

async fn goes_on_at_its_position(origin: &mut dyn Origin) {
    origin.supply(0..5_000).await;
    let (connector, settings) = (origin.connector(), origin.settings());
    let mut found = Vec::new();
    let mut position = None;
    while found.len() < 5_000 {
        let mut source = source(connector, &settings, position).expect("it is built");
        source.open().await.expect("it opens");
        let read = read(source.as_mut(), 1).await;
        assert!(!read.is_empty(), "it ended after {}", found.len());
        found.extend(read);
        position = source.position();
    }
    assert_eq!(found, strings(0..5_000));
    for foreign in ["", "nonsense", "{}", r#"{"at":-1}"#] {
        let foreign = Some(Position(foreign.to_owned()));
        let built = super::source(connector, &settings, foreign);
        let Err(fault) = built else { panic!("{connector} takes a position of nobody's") };
        assert_eq!(fault.code, Code::SourceFailed);
        assert!(fault.message.contains("position"), "{}", fault.message);
    }
}

async fn is_sent_again_what_it_did_not_acknowledge(origin: &mut dyn Origin) {
    let (connector, settings) = (origin.connector(), origin.settings());
    let open = async || {
        let mut source = source(connector, &settings, None).expect("it is built");
        source.open().await.expect("it opens");
        source
    };
    let mut first = open().await;
    if connector == "mqtt" {
        origins::subscribed(origin, first.as_mut()).await;
    }
    origin.supply(0..10).await;
    assert_eq!(read(first.as_mut(), 10).await, strings(0..10));
    assert!(first.is_awaited());
    // Those behind the barrier are not acknowledged with it.
    first.mark(1);
    origin.supply(10..20).await;
    assert_eq!(read(first.as_mut(), 10).await, strings(10..20));
    first.acknowledge(1).await.expect("it acknowledges");
    assert!(first.is_awaited(), "for the others");
    // The connection's turn.
    tokio::time::sleep(Duration::from_millis(100)).await;
    drop(first);
    let mut second = open().await;
    if connector == "nats" {
        // The server waits a minute for a consumer that went away; nothing is there but what comes now.
        origin.supply(20..25).await;
        assert_eq!(read(second.as_mut(), 5).await, strings(20..25));
    } else {
        assert_eq!(read(second.as_mut(), 10).await, strings(10..20));
    }
    second.mark(2);
    second.acknowledge(2).await.expect("it acknowledges");
    assert!(!second.is_awaited());
}

/// Each promise of a sink.
async fn sink_keeps_its_promises(target: &mut dyn Target, absent: Option<(&'static str, String)>) {
    let mut sink = sink(target.connector(), &target.settings()).expect("it is built");
    sink.open().await.expect("it opens");
    let mut expected = Vec::new();
    for start in [0, 1_000, 2_000] {
        let numbers = strings(start..start + 1_000);
        process(sink.as_mut(), &batch(numbers.iter().map(String::as_bytes)))
            .await
            .expect("it writes");
        expected.extend(numbers);
    }
    // Durable when that returns, without being closed.
    sink.flush().await.expect("it flushes");
    assert_eq!(target.received(3_000).await, expected);
    // A record that has no line does not stop its neighbours.
    let mixed = [&b"before"[..], b"one\ntwo", b"after"];
    let mut output = process(sink.as_mut(), &batch(mixed)).await.expect("it writes the others");
    let (_, rejections) = output.take();
    assert_eq!(rejections.len(), 1);
    assert_eq!(rejections[0].fault.code, Code::RecordMalformed);
    sink.close().await.expect("it closes");
    expected.extend(["before".to_owned(), "after".to_owned()]);
    assert_eq!(target.received(3_002).await, expected);
    let Some((key, value)) = absent else { return };
    fails_and_stays_failed(target, key, &value).await;
}

/// Nobody is there: the sink gives up after a while, says where it tried, and does not pretend to go on.
async fn fails_and_stays_failed(target: &mut dyn Target, key: &'static str, value: &str) {
    let mut settings: Settings = target.settings();
    settings.insert(key, text(value));
    settings.insert("give_up", Value::Duration(Duration::from_millis(250)));
    let mut sink = sink(target.connector(), &settings).expect("it is built");
    let opened = sink.open().await;
    let failed = match opened {
        Err(fault) => fault,
        Ok(()) => process(sink.as_mut(), &batch([&b"x"[..]])).await.expect_err("nobody is there"),
    };
    assert_eq!(failed.code, Code::SinkFailed);
    assert!(failed.message.contains("gave up after"), "{}", failed.message);
    let port = value.rsplit_once(':').map_or(value, |(_, rest)| rest.trim_end_matches("/x"));
    assert!(failed.message.contains(port) || target.connector() == "mqtt", "{}", failed.message);
}

fn run(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let local = LocalSet::new();
    local.block_on(&runtime.expect("the system gives a runtime"), test);
}

fn file(name: &'static str, more: &[(&'static str, Value)]) -> origins::File {
    let folder = TempDir::new().expect("a temporary folder");
    origins::File { folder, name, more: more.to_vec() }
}

#[test]
fn a_file_is_a_source() {
    run(source_keeps_its_promises(async || file("in", &[])));
}

#[test]
fn a_pattern_is_a_source() {
    run(source_keeps_its_promises(async || file("*.in", &[])));
}

#[test]
fn a_followed_file_is_a_source() {
    let more = [("follow", Value::Boolean(true))];
    run(source_keeps_its_promises(async || file("in", &more)));
}

#[test]
fn the_generator_is_a_source() {
    run(source_keeps_its_promises(async || origins::Generator));
}

#[test]
fn tcp_is_a_source() {
    run(source_keeps_its_promises(async || origins::Tcp::new()));
}

#[test]
fn http_is_a_source_that_answers_when_it_has_taken() {
    run(source_keeps_its_promises(async || origins::Http::new("taken")));
}

#[test]
fn http_is_a_source_that_answers_when_all_is_sunk() {
    run(source_keeps_its_promises(async || origins::Http::new("sunk")));
}

#[test]
fn nats_is_a_source() {
    run(source_keeps_its_promises(origins::Nats::new));
}

#[test]
fn mqtt_is_a_source() {
    run(async {
        loses_nothing_when_reads_are_dropped(&mut subscribed().await).await;
        loses_nothing_when_it_is_drained(&mut subscribed().await).await;
        takes_everything_in_order(&mut subscribed().await).await;
        let mut origin = origins::Mqtt { server: Server::mosquitto("allow_anonymous true") };
        says_what_comes_again(&origin);
        is_sent_again_what_it_did_not_acknowledge(&mut origin).await;
    });
}

/// A broker that knows the source's session: what is published is kept for it.
async fn subscribed() -> origins::Mqtt {
    let mut origin = origins::Mqtt { server: Server::mosquitto("allow_anonymous true") };
    let mut source = source("mqtt", &origin.settings(), None).expect("it is built");
    source.open().await.expect("it opens");
    origins::subscribed(&mut origin, source.as_mut()).await;
    origin
}

#[test]
fn a_file_is_a_sink() {
    let folder = TempDir::new().expect("a temporary folder");
    run(async { sink_keeps_its_promises(&mut targets::File(folder), None).await });
}

#[test]
fn tcp_is_a_sink() {
    let absent = format!("127.0.0.1:{}", free_port());
    run(async {
        let mut target = targets::Listener::new(false).await;
        sink_keeps_its_promises(&mut target, Some(("address", absent))).await;
    });
}

#[test]
fn http_is_a_sink() {
    let absent = format!("http://127.0.0.1:{}/x", free_port());
    run(async {
        let mut target = targets::Listener::new(true).await;
        sink_keeps_its_promises(&mut target, Some(("url", absent))).await;
    });
}

#[test]
fn nats_is_a_sink() {
    let absent = format!("127.0.0.1:{}", free_port());
    run(async {
        let server = Server::nats("");
        drop(origins::nats_stream(&server).await);
        sink_keeps_its_promises(&mut targets::Nats(server), Some(("address", absent))).await;
    });
}

#[test]
fn mqtt_is_a_sink() {
    let absent = format!("127.0.0.1:{}", free_port());
    run(async {
        let mut target = targets::Mqtt::new(Server::mosquitto("allow_anonymous true")).await;
        sink_keeps_its_promises(&mut target, Some(("address", absent))).await;
    });
}

#[test]
fn every_connector_is_in_the_suite() {
    // Standard input and output belong to one process: tests of the program try them. Discarding promises nothing.
    let tried = ["discard", "file", "generator", "http", "mqtt", "nats", "stdin", "stdout", "tcp"];
    let sources = SOURCES.iter().map(|kind| kind.name);
    let all = sources.chain(sandbar::connectors::SINKS.iter().map(|kind| kind.name));
    let missing: Vec<_> = all.filter(|name| !tried.contains(name)).collect();
    assert!(missing.is_empty(), "give {missing:?} a line in this suite");
}
