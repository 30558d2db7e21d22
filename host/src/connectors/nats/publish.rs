//! The sink: publishes a batch's records and waits until the server has stored all of them. Each message has an id by which
//! the stream drops what it has already, so trying again does not double within the stream's window.

use async_nats::{HeaderMap, header::NATS_MESSAGE_ID, jetstream};
use async_trait::async_trait;
use sandbar_dataflow::{Code, Fault, Operator, Output, Port, RecordBatch};

use crate::{
    connectors::{Context, network::Attempts, settings::Settings},
    environment,
    formats::Encoder,
};

/// One task's publisher.
pub(super) struct Sink {
    settings: Settings,
    subject: String,
    encoder: Encoder,
    context: Context,
    jetstream: Option<jetstream::Context>,
    /// Tells this run's messages from those of all others.
    run: u64,
    task: u32,
    published: u64,
    failed: Option<Fault>,
}

impl Sink {
    pub(super) fn new(settings: &Settings, context: &Context) -> Result<Self, Fault> {
        let run = environment::random();
        Ok(Self {
            settings: settings.clone(),
            subject: settings.text("subject").unwrap_or_default().to_owned(),
            encoder: Encoder::new(settings),
            context: context.clone(),
            jetstream: None,
            run: run.map_err(|error| Fault::new(Code::SinkFailed, error.to_string()))?,
            task: context.task_index,
            published: 0,
            failed: None,
        })
    }

    /// Publishes `messages`, numbered from what was published before, and waits for the server's word for each.
    async fn try_publish(&self, messages: &[Vec<u8>]) -> Result<(), String> {
        let Some(jetstream) = &self.jetstream else { return Err("it is not open".to_owned()) };
        let mut waiting = Vec::with_capacity(messages.len());
        for (number, message) in (self.published..).zip(messages) {
            let mut headers = HeaderMap::new();
            let id = format!("{:016x}-{}-{number}", self.run, self.task);
            headers.insert(NATS_MESSAGE_ID, id.as_str());
            let payload = message.clone().into();
            let sent = jetstream.publish_with_headers(self.subject.clone(), headers, payload).await;
            waiting.push(sent.map_err(|error| error.to_string())?);
        }
        for stored in waiting {
            stored.await.map_err(|error| error.to_string())?;
        }
        Ok(())
    }
}

#[async_trait(?Send)]
impl Operator for Sink {
    async fn open(&mut self) -> Result<(), Fault> {
        if let Some(fault) = &self.failed {
            return Err(fault.clone());
        }
        if self.jetstream.is_none() {
            let client = super::connect(&self.settings, &self.context, Code::SinkFailed).await?;
            self.jetstream = Some(jetstream::new(client));
        }
        Ok(())
    }

    async fn process(
        &mut self,
        _: Port,
        batch: &RecordBatch,
        output: &mut Output,
    ) -> Result<(), Fault> {
        self.open().await?;
        let mut messages = Vec::with_capacity(batch.len());
        for (row, record) in (0..).zip(batch.iter()) {
            let mut line = Vec::new();
            match self.encoder.encode(record, &mut line) {
                Ok(()) => {
                    // A message ends by itself.
                    line.pop();
                    messages.push(line);
                }
                Err(fault) => output.reject(&[row], &fault)?,
            }
        }
        let mut attempts = Attempts::new(&self.settings);
        while let Err(why) = self.try_publish(&messages).await {
            if !attempts.again().await {
                let message = format!(
                    "cannot publish to `{}`: {why}; gave up after {} attempts, with {} records published",
                    self.subject, attempts.made, self.published
                );
                let fault = Fault::new(Code::SinkFailed, message);
                self.failed = Some(fault.clone());
                return Err(fault);
            }
        }
        self.published += messages.len() as u64;
        Ok(())
    }

    async fn close(&mut self) -> Result<(), Fault> {
        self.jetstream = None;
        Ok(())
    }
}
