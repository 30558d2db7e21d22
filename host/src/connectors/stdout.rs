//! Writes lines to standard output, a whole batch at a time, so that lines of several tasks never mix. A reader that went
//! away ends the task with a fault of its own code, which is nobody's concern.

use std::io::{ErrorKind, Write};

use async_trait::async_trait;
use sandbar_dataflow::{Code, Fault, Operator, Output, Port, RecordBatch};

use super::{Reach, SinkConnector, encode};
use crate::formats::{self, Encoder};

pub(super) const SINK: SinkConnector = SinkConnector {
    name: "stdout",
    help: "standard output, one line a record",
    keys: &formats::SINK_KEYS,
    check: formats::check_sink,
    reach: Reach::Process,
    build: |settings, context| {
        context.refuse_beneath("stdout", Code::SinkFailed)?;
        let encoder = Encoder::new(settings);
        Ok(Box::new(Sink {
            encoder,
            has_header: false,
            lines: Vec::new(),
            written: 0,
            failed: None,
        }))
    },
};

#[derive(Debug)]
struct Sink {
    encoder: Encoder,
    has_header: bool,
    /// Reused from batch to batch.
    lines: Vec<u8>,
    /// Records so far.
    written: u64,
    /// Why it stopped; nothing is written any more.
    failed: Option<Fault>,
}

#[async_trait(?Send)]
impl Operator for Sink {
    async fn open(&mut self) -> Result<(), Fault> {
        self.failed.clone().map_or(Ok(()), Err)
    }

    async fn process(
        &mut self,
        _: Port,
        batch: &RecordBatch,
        output: &mut Output,
    ) -> Result<(), Fault> {
        self.open().await?;
        self.lines.clear();
        let records = encode(&mut self.encoder, batch, &mut self.lines, output)?;
        let mut lines = std::mem::take(&mut self.lines);
        if records > 0 && !std::mem::replace(&mut self.has_header, true) {
            lines.splice(0..0, self.encoder.header().iter().copied());
        }
        // Whoever reads may have stopped reading, so the wait must not hold this thread.
        let wrote = tokio::task::spawn_blocking(move || {
            let mut stdout = std::io::stdout().lock();
            let wrote = stdout.write_all(&lines).and_then(|()| stdout.flush());
            (lines, wrote)
        });
        let (lines, wrote) = wrote.await.map_err(|error| {
            Fault::new(Code::Internal, format!("writing stdout failed: {error}"))
        })?;
        self.lines = lines;
        if let Err(error) = wrote {
            let code = match error.kind() {
                ErrorKind::BrokenPipe => Code::SinkClosed,
                _ => Code::SinkFailed,
            };
            let message = format!("cannot write stdout after {} records: {error}", self.written);
            let fault = Fault::new(code, message);
            self.failed = Some(fault.clone());
            return Err(fault);
        }
        self.written += records;
        Ok(())
    }

    async fn close(&mut self) -> Result<(), Fault> {
        Ok(())
    }
}
