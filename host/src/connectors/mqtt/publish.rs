//! The sink: publishes a batch's records and waits until the broker has acknowledged all of them. What was not when a
//! connection broke is published again on the next one, so a message may come twice.

use async_trait::async_trait;
use rumqttc::v5::{
    AsyncClient, Event, EventLoop, Incoming,
    mqttbytes::{QoS, v5::PubAckReason},
};
use sandbar_dataflow::{Code, Fault, Operator, Output, Port, RecordBatch};

use crate::{
    connectors::{
        Context,
        network::{Address, Attempts},
        settings::Settings,
    },
    formats::Encoder,
};

/// Messages that are on their way at once.
const WINDOW: usize = 1_024;

/// One task's publisher.
pub(super) struct Sink {
    settings: Settings,
    topic: String,
    encoder: Encoder,
    context: Context,
    address: Address,
    /// There once it was opened.
    link: Option<Link>,
    connected: bool,
    /// What waits for its acknowledgement. A new connection knows nothing of it.
    window: Vec<Vec<u8>>,
    published: u64,
    failed: Option<Fault>,
}

/// The connection, and what is put on it.
type Link = (AsyncClient, EventLoop);

impl Sink {
    pub(super) fn new(settings: &Settings, context: &Context) -> Result<Self, Fault> {
        Ok(Self {
            settings: settings.clone(),
            topic: settings.text("topic").unwrap_or_default().to_owned(),
            encoder: Encoder::new(settings),
            context: context.clone(),
            address: super::address(settings, Code::SinkFailed)?,
            link: None,
            connected: false,
            window: Vec::new(),
            published: 0,
            failed: None,
        })
    }

    fn fail(&mut self, why: &str) -> Fault {
        let Self { topic, address, published, .. } = self;
        let message = format!(
            "cannot publish to `{topic}` at {address}: {why}, with {published} records published"
        );
        let fault = Fault::new(Code::SinkFailed, message);
        self.failed = Some(fault.clone());
        fault
    }

    /// Publishes the window on the connection that stands.
    fn publish(&mut self) -> Result<(), Fault> {
        let Some((client, _)) = &self.link else { return Ok(()) };
        for message in &self.window {
            let message = message.clone();
            let sent = client.try_publish(self.topic.as_str(), QoS::AtLeastOnce, false, message);
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
            let Some((_, connection)) = &mut self.link else { return Ok(()) };
            match connection.poll().await {
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
        if let Some(fault) = &self.failed {
            return Err(fault.clone());
        }
        if self.link.is_none() {
            let (settings, address) = (&self.settings, &self.address);
            let options = super::options(settings, &self.context, address, Code::SinkFailed);
            let mut options = options.await?;
            options.set_clean_start(true);
            self.link = Some(AsyncClient::new(options, WINDOW));
        }
        self.drive().await
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
        if let Some((client, connection)) = &mut self.link
            && self.connected
            && self.failed.is_none()
            && client.try_disconnect().is_ok()
        {
            // Said once; whether it was heard is nobody's concern.
            while let Ok(Ok(_)) =
                tokio::time::timeout(std::time::Duration::from_millis(50), connection.poll()).await
            {
            }
        }
        self.connected = false;
        Ok(())
    }
}
