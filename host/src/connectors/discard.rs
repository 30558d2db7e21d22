//! A sink that drops every record: for benchmarks, and for outputs that nobody wants.

use async_trait::async_trait;
use sandbar_dataflow::{Fault, Operator, Output, Port, RecordBatch};

use super::{Reach, SinkConnector};

pub(super) const SINK: SinkConnector = SinkConnector {
    name: "discard",
    help: "drops every record",
    keys: &[],
    check: |_| Vec::new(),
    reach: Reach::Nothing,
    build: |_, _| Ok(Box::new(Sink)),
};

#[derive(Debug)]
struct Sink;

#[async_trait(?Send)]
impl Operator for Sink {
    async fn open(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    async fn process(&mut self, _: Port, _: &RecordBatch, _: &mut Output) -> Result<(), Fault> {
        Ok(())
    }

    async fn close(&mut self) -> Result<(), Fault> {
        Ok(())
    }
}
