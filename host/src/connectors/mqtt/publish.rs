//! The sink: publishes a batch's records and waits until the broker has acknowledged all of them. What was not when a
//! connection broke is published again on the next one, so a message may come twice.

use async_trait::async_trait;
use rumqttc::v5::{
    AsyncClient, Event, EventLoop, Incoming,
    mqttbytes::{QoS, v5::PubAckReason},
};
use sandbar_dataflow::{Code, Fault, Operator, Output, Port, RecordBatch};

use crate::{
    connectors::{Context, network::Attempts, settings::Settings},
    formats::Encoder,
};

/// Messages that are on their way at once.
const WINDOW: usize = 1_024;

/// One task's publisher.
pub(super) struct Sink {
    settings: Settings,
    topic: String,
    encoder: Encoder,
    client: AsyncClient,
    connection: EventLoop,
    connected: bool,
    /// What waits for its acknowledgement. A new connection knows nothing of it.
    window: Vec<Vec<u8>>,
    published: u64,
    failed: Option<Fault>,
}

impl Sink {
    pub(super) fn new(settings: &Settings, context: &Context) -> Result<Self, Fault> {
        context.refuse_network("`mqtt`", Code::SinkFailed)?;
        let mut options = super::options(settings, context, Code::SinkFailed)?;
        options.set_clean_start(true);
        let (client, connection) = AsyncClient::new(options, WINDOW);
        Ok(Self {
            settings: settings.clone(),
            topic: settings.text("topic").unwrap_or_default().to_owned(),
            encoder: Encoder::new(settings),
            client,
            connection,
            connected: false,
            window: Vec::new(),
            published: 0,
            failed: None,
        })
    }

    fn fail(&mut self, why: &str) -> Fault {
        let (host, port) = self.connection.options.broker_address();
        let message = format!(
            "cannot publish to `{}` at {host}:{port}: {why}, with {} records published",
            self.topic, self.published
        );
        let fault = Fault::new(Code::SinkFailed, message);
        self.failed = Some(fault.clone());
        fault
    }

    /// Publishes the window on the connection that stands.
    fn publish(&mut self) -> Result<(), Fault> {
        for message in &self.window {
            let message = message.clone();
            let sent =
                self.client.try_publish(self.topic.as_str(), QoS::AtLeastOnce, false, message);
            if let Err(error) = sent {
                return Err(self.fail(&error.to_string()));
            }
        }
        Ok(())
    }

    /// Drives the connection until it stands and all of the window was acknowledged.
    async fn drive(&mut self) -> Result<(), Fault> {
        let mut attempts = Attempts::new(&self.settings);
        let mut acknowledged = 0;
        if self.connected {
            self.publish()?;
        }
        while acknowledged < self.window.len() || !self.connected {
            match self.connection.poll().await {
                Ok(Event::Incoming(Incoming::PubAck(answer))) => {
                    let taken = matches!(
                        answer.reason,
                        PubAckReason::Success | PubAckReason::NoMatchingSubscribers
                    );
                    if !taken {
                        let why = format!("the broker refuses it: {:?}", answer.reason);
                        return Err(self.fail(&why));
                    }
                    acknowledged += 1;
                    attempts = Attempts::new(&self.settings);
                }
                Ok(Event::Incoming(Incoming::ConnAck(_))) => {
                    (self.connected, acknowledged) = (true, 0);
                    self.publish()?;
                }
                Ok(_) => {}
                Err(error) => {
                    self.connected = false;
                    if super::is_refused(&error) || !attempts.again().await {
                        let why = format!("{error}; gave up after {} attempts", attempts.made);
                        return Err(self.fail(&why));
                    }
                }
            }
        }
        self.published += self.window.len() as u64;
        self.window.clear();
        Ok(())
    }
}

#[async_trait(?Send)]
impl Operator for Sink {
    async fn open(&mut self) -> Result<(), Fault> {
        match &self.failed {
            Some(fault) => Err(fault.clone()),
            None => self.drive().await,
        }
    }

    async fn process(
        &mut self,
        _: Port,
        batch: &RecordBatch,
        output: &mut Output,
    ) -> Result<(), Fault> {
        if let Some(fault) = &self.failed {
            return Err(fault.clone());
        }
        for (row, record) in (0..).zip(batch.iter()) {
            let mut line = Vec::new();
            if let Err(fault) = self.encoder.encode(record, &mut line) {
                output.reject(&[row], &fault)?;
                continue;
            }
            // A message ends by itself.
            line.pop();
            self.window.push(line);
            if self.window.len() == WINDOW {
                self.drive().await?;
            }
        }
        self.drive().await
    }

    async fn close(&mut self) -> Result<(), Fault> {
        if self.connected && self.failed.is_none() && self.client.try_disconnect().is_ok() {
            // Said once; whether it was heard is nobody's concern.
            while let Ok(Ok(_)) =
                tokio::time::timeout(std::time::Duration::from_millis(50), self.connection.poll())
                    .await
            {}
        }
        self.connected = false;
        Ok(())
    }
}
