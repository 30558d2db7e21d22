//! Lines of standard input. It cannot be split or read again: the first task reads it all.

use async_trait::async_trait;
use sandbar_control::Replay;
use sandbar_dataflow::{Code, Fault, Output, Read};
use tokio::io::Stdin;

use super::{Reach, SourceConnector, stream};
use crate::formats::{self, Decoder};

pub(super) const SOURCE: SourceConnector = SourceConnector {
    name: "stdin",
    help: "lines of standard input; read by one task",
    keys: &formats::SOURCE_KEYS,
    check: formats::check,
    reach: Reach::Process,
    replay: |_| Replay::Never,
    build: |settings, context| {
        context.refuse_beneath("stdin", Code::SourceFailed)?;
        let decoder = Decoder::new(settings, &context.clock)?;
        let is_reader = context.task_index == 0;
        Ok(Box::new(Source { decoder: is_reader.then_some(decoder), stream: None }))
    },
};

/// Standard input, from `open` on.
#[derive(Debug)]
struct Source {
    decoder: Option<Decoder>,
    stream: Option<stream::Source<Stdin>>,
}

#[async_trait(?Send)]
impl sandbar_dataflow::Source for Source {
    async fn open(&mut self) -> Result<(), Fault> {
        if let Some(decoder) = self.decoder.take() {
            self.stream =
                Some(stream::Source::new("stdin".to_owned(), tokio::io::stdin(), decoder));
        }
        Ok(())
    }

    async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        match &mut self.stream {
            Some(stream) => stream.read(output).await,
            None => Ok(Read::End),
        }
    }

    async fn drain(&mut self, output: &mut Output) -> Result<(), Fault> {
        match &mut self.stream {
            Some(stream) => stream.drain(output).await,
            None => Ok(()),
        }
    }
}
