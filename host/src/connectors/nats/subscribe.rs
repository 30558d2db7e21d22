//! The source: pulls messages, and acknowledges each once its record is in every sink. What was not acknowledged when the
//! source went away comes again, to this task or another.

use std::{pin::pin, time::Duration};

use async_nats::jetstream::{
    self, AckKind, Message,
    consumer::{AckPolicy, pull},
};
use async_trait::async_trait;
use futures_util::StreamExt as _;
use sandbar_dataflow::{Code, Fault, Output, Read};
use tokio::time::{Instant, timeout_at};

use crate::{
    connectors::{Context, messages::Messages, settings::Settings},
    formats::Decoder,
};

/// After this long without an acknowledgement the server sends a message again. Far longer than barriers take.
const ACK_WAIT: Duration = Duration::from_secs(60);

/// Messages that may wait for their acknowledgement; beyond that the server sends no more.
const UNACKNOWLEDGED_MAX: i64 = 20_000;

/// A silence is noticed by missing heartbeats, every 10 s. What was noticed longer ago than this was another one.
const NOTICED: Duration = Duration::from_secs(30);

/// Messages and bytes that are asked for at once.
const PULL_MESSAGES: usize = 2_048;
const PULL_BYTES: usize = 4 << 20;

/// One task's share of a stream.
pub(super) struct Source {
    settings: Settings,
    context: Context,
    stream: Option<pull::Stream>,
    messages: Messages<Message>,
    /// Since when the server has not been heard of, and when that was last noticed.
    silent: Option<(Instant, Instant)>,
    patience: Duration,
}

impl Source {
    pub(super) fn new(settings: &Settings, context: &Context) -> Result<Self, Fault> {
        Ok(Self {
            settings: settings.clone(),
            context: context.clone(),
            stream: None,
            messages: Messages::new(Decoder::new(settings, &context.clock)?),
            silent: None,
            patience: settings.duration("give_up").unwrap_or(Duration::from_secs(60)),
        })
    }

    fn failed(&self, error: &dyn std::fmt::Display) -> Fault {
        let stream = self.settings.text("stream").unwrap_or_default();
        Fault::new(Code::SourceFailed, format!("cannot read the NATS stream `{stream}`: {error}"))
    }

    async fn subscribe(&self) -> Result<pull::Stream, Fault> {
        let client = super::connect(&self.settings, &self.context, Code::SourceFailed).await?;
        let name = self.settings.text("consumer").unwrap_or_default();
        let context = jetstream::new(client);
        let stream = context.get_stream(self.settings.text("stream").unwrap_or_default()).await;
        let stream = stream.map_err(|error| self.failed(&error))?;
        let config = pull::Config {
            durable_name: Some(name.to_owned()),
            ack_policy: AckPolicy::Explicit,
            ack_wait: ACK_WAIT,
            max_ack_pending: UNACKNOWLEDGED_MAX,
            ..pull::Config::default()
        };
        let consumer = stream.get_or_create_consumer(name, config).await;
        let consumer = consumer.map_err(|error| self.failed(&error))?;
        let messages = consumer
            .stream()
            .max_messages_per_batch(PULL_MESSAGES)
            .max_bytes_per_batch(PULL_BYTES)
            .heartbeat(Duration::from_secs(5))
            .expires(Duration::from_secs(30))
            .messages();
        messages.await.map_err(|error| self.failed(&error))
    }
}

#[async_trait(?Send)]
impl sandbar_dataflow::Source for Source {
    async fn open(&mut self) -> Result<(), Fault> {
        if self.stream.is_none() {
            self.stream = Some(self.subscribe().await?);
        }
        Ok(())
    }

    async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        loop {
            if self.messages.is_full() {
                break;
            }
            let Some(stream) = &mut self.stream else { return Ok(Read::End) };
            let next = match self.messages.deadline() {
                None => stream.next().await,
                Some(deadline) => match timeout_at(deadline, pin!(stream.next())).await {
                    Ok(next) => next,
                    Err(_) => break,
                },
            };
            match next {
                Some(Ok(message)) => {
                    self.silent = None;
                    let payload = message.payload.clone();
                    let subject = message.subject.clone();
                    self.messages.take(subject.as_str(), &payload, message);
                }
                Some(Err(error)) => {
                    let now = Instant::now();
                    let silent = self.silent.filter(|(_, noticed)| now - *noticed < NOTICED);
                    let (since, _) = silent.unwrap_or((now, now));
                    self.silent = Some((since, now));
                    let gone = matches!(
                        error.kind(),
                        pull::MessagesErrorKind::ConsumerDeleted | pull::MessagesErrorKind::Other
                    );
                    if gone || since.elapsed() > self.patience {
                        return Err(self.failed(&error));
                    }
                }
                None => return Err(self.failed(&"the server ended the subscription")),
            }
        }
        self.messages.stage(output)?;
        Ok(Read::More)
    }

    fn mark(&mut self, barrier: u64) {
        self.messages.mark(barrier);
    }

    async fn acknowledge(&mut self, barrier: u64) -> Result<(), Fault> {
        let done: Vec<_> = self.messages.acknowledged(barrier).collect();
        let Some((last, others)) = done.split_last() else { return Ok(()) };
        for message in others {
            // One that is lost on the way makes the message come again.
            let _ = message.ack().await;
        }
        // The server has read all before it when it answers this one.
        let _ =
            tokio::time::timeout(Duration::from_secs(5), last.double_ack_with(AckKind::Ack)).await;
        Ok(())
    }

    fn is_awaited(&self) -> bool {
        !self.messages.is_quiet()
    }
}
