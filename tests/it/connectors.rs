//! Connectors against what they connect to: one suite for all of them, real brokers, and everything that may go wrong on
//! either side.

mod brokers;
mod conformance;
mod csv;
mod granted;
mod http;
mod origins;
mod peers;
mod pipelines;
mod redelivery;
pub(crate) mod servers;
mod targets;

use std::{path::PathBuf, sync::Arc, time::Duration};

use sandbar::{
    clock::SystemClock,
    connectors::{
        Context, Reachable, Root, SINKS, SOURCES,
        secret::Reference,
        settings::{Settings, Value},
    },
};
use sandbar_dataflow::{
    BatchBuilder, Fault, Operator, Output, Port, Position, Read, Record, RecordBatch, Source,
};

/// After this long without what it waits for, a test fails.
const DEADLINE: Duration = Duration::from_secs(30);

fn context(position: Option<Position>) -> Context {
    Context {
        task_index: 0,
        parallelism: 1,
        folder: PathBuf::from("/"),
        clock: Arc::new(SystemClock),
        seed: 1,
        position,
        root: Root::Free,
        reachable: Reachable::Everything,
    }
}

fn source(
    connector: &str,
    settings: &Settings,
    position: Option<Position>,
) -> Result<Box<dyn Source>, Fault> {
    let kind = SOURCES.iter().find(|kind| kind.name == connector).expect("it is in the list");
    let complaints = (kind.check)(settings);
    assert!(complaints.is_empty(), "{complaints:?}");
    (kind.build)(settings, &context(position))
}

fn sink(connector: &str, settings: &Settings) -> Result<Box<dyn Operator>, Fault> {
    let kind = SINKS.iter().find(|kind| kind.name == connector).expect("it is in the list");
    let complaints = (kind.check)(settings);
    assert!(complaints.is_empty(), "{complaints:?}");
    (kind.build)(settings, &context(None))
}

fn text(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

fn secret(path: PathBuf) -> Value {
    Value::Secret(Reference::File(path))
}

fn batch<'a>(values: impl IntoIterator<Item = &'a [u8]>) -> RecordBatch {
    let mut batch = BatchBuilder::default();
    values.into_iter().for_each(|value| batch.push(Record { value, ..Record::default() }));
    batch.finish()
}

fn values(output: &mut Output) -> Vec<String> {
    let (emissions, rejections) = output.take();
    assert!(rejections.is_empty(), "{}", rejections[0].fault);
    let text = |value: &[u8]| String::from_utf8(value.to_vec()).expect("records are text");
    emissions.iter().flat_map(|one| one.batch.iter().map(|of| text(of.value))).collect()
}

/// What comes until `count` records have; all of the last batch.
async fn read(source: &mut dyn Source, count: usize) -> Vec<String> {
    let mut found = Vec::new();
    let mut output = Output::new(1, Some(usize::MAX));
    while found.len() < count {
        output.begin(None);
        let read = tokio::time::timeout(DEADLINE, source.read(&mut output)).await;
        let read = read.unwrap_or_else(|_| panic!("only {} of {count} came", found.len()));
        found.extend(values(&mut output));
        match read.expect("it reads") {
            Read::More => {}
            Read::End => break,
        }
    }
    found
}

async fn process(sink: &mut dyn Operator, batch: &RecordBatch) -> Result<Output, Fault> {
    let mut output = Output::new(1, None);
    output.begin(Some(batch));
    sink.process(Port(0), batch, &mut output).await.map(|()| output)
}

/// A port that nobody listens on.
pub(crate) fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("there is a port");
    listener.local_addr().expect("it is bound").port()
}
