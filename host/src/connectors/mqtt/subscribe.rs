//! The source: a session that outlives its connections. Each message is acknowledged once its record is in every sink, so
//! the broker sends again what was not when the source went away.

use async_trait::async_trait;
use rumqttc::v5::{
    AsyncClient, Event, EventLoop, Incoming,
    mqttbytes::{
        QoS,
        v5::{Filter, Publish},
    },
};
use sandbar_dataflow::{Code, Fault, Output, Read};
use tokio::{sync::mpsc, task::JoinSet, time::timeout_at};

use crate::{
    connectors::{
        Context,
        messages::Messages,
        network::{Address, Attempts},
        settings::Settings,
    },
    formats::Decoder,
};

/// Messages that the broker may send before it has their acknowledgements.
const UNACKNOWLEDGED_MAX: u16 = 4_096;

/// How long the broker keeps the session of a source that went away, in seconds.
const SESSION_SECONDS: u32 = 24 * 60 * 60;

/// Where sources share a subscription, the broker deals messages out to them.
const SHARED: &str = "$share/";

type Taken = Result<Publish, Fault>;

/// One task's subscription.
pub(super) struct Source {
    settings: Settings,
    context: Context,
    address: Address,
    /// One task reads all, unless the subscription is shared.
    is_reader: bool,
    client: Option<AsyncClient>,
    received: Option<mpsc::Receiver<Taken>>,
    /// What drives the connection; gone when the source is dropped.
    driver: JoinSet<()>,
    messages: Messages<Publish>,
}

impl Source {
    pub(super) fn new(settings: &Settings, context: &Context) -> Result<Self, Fault> {
        let shared = settings.texts("topics").iter().all(|topic| topic.starts_with(SHARED));
        Ok(Self {
            settings: settings.clone(),
            context: context.clone(),
            address: super::address(settings, Code::SourceFailed)?,
            is_reader: context.task_index == 0 || shared,
            client: None,
            received: None,
            driver: JoinSet::new(),
            messages: Messages::new(Decoder::new(settings, &context.clock)?),
        })
    }
}

/// Keeps the connection, and hands on what comes. Ends when nobody takes it, or with a fault.
async fn drive(
    (settings, address): (Settings, Address),
    client: AsyncClient,
    mut connection: EventLoop,
    taken: mpsc::Sender<Taken>,
) {
    let topics = settings.texts("topics").iter();
    let filters: Vec<_> =
        topics.map(|topic| Filter::new(topic.clone(), QoS::AtLeastOnce)).collect();
    // Since the connection broke.
    let mut attempts = None;
    loop {
        let event = tokio::select! {
            event = connection.poll() => event,
            () = taken.closed() => return,
        };
        let fault = match event {
            Ok(Event::Incoming(Incoming::Publish(message))) => {
                if taken.send(Ok(message)).await.is_err() {
                    return;
                }
                continue;
            }
            Ok(Event::Incoming(Incoming::ConnAck(_))) => {
                attempts = None;
                // Also where the session was kept: the pipeline file may name other topics than before.
                match client.try_subscribe_many(filters.clone()) {
                    Ok(()) => continue,
                    Err(error) => error.to_string(),
                }
            }
            Ok(Event::Incoming(Incoming::SubAck(answer))) => {
                let refused = answer.return_codes.iter().find(|code| !is_granted(code));
                let Some(refused) = refused else { continue };
                format!("the broker refuses the subscription: {refused:?}")
            }
            Ok(_) => continue,
            Err(error) => {
                let attempts = attempts.get_or_insert_with(|| Attempts::new(&settings));
                if !super::is_refused(&error) && attempts.again().await {
                    continue;
                }
                format!("{error}; gave up after {} attempts", attempts.made)
            }
        };
        let message = format!("cannot read from MQTT at {address}: {fault}");
        let _ = taken.send(Err(Fault::new(Code::SourceFailed, message))).await;
        return;
    }
}

fn is_granted(code: &rumqttc::v5::mqttbytes::v5::SubscribeReasonCode) -> bool {
    matches!(code, rumqttc::v5::mqttbytes::v5::SubscribeReasonCode::Success(_))
}

#[async_trait(?Send)]
impl sandbar_dataflow::Source for Source {
    async fn open(&mut self) -> Result<(), Fault> {
        if !self.is_reader || self.client.is_some() {
            return Ok(());
        }
        let (settings, address) = (&self.settings, &self.address);
        let options = super::options(settings, &self.context, address, Code::SourceFailed);
        let mut options = options.await?;
        options.set_clean_start(false);
        options.set_session_expiry_interval(Some(SESSION_SECONDS));
        options.set_receive_maximum(Some(UNACKNOWLEDGED_MAX));
        options.set_manual_acks(true);
        // Room for each acknowledgement that may be due, so that giving one never waits.
        let room = usize::from(UNACKNOWLEDGED_MAX) * 2;
        let (client, connection) = AsyncClient::new(options, room);
        let (taken, received) = mpsc::channel(usize::from(UNACKNOWLEDGED_MAX));
        let who = (self.settings.clone(), self.address.clone());
        let driving = drive(who, client.clone(), connection, taken);
        self.driver.spawn_local(driving);
        (self.client, self.received) = (Some(client), Some(received));
        Ok(())
    }

    async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        loop {
            if self.messages.is_full() {
                break;
            }
            let Some(received) = &mut self.received else { return Ok(Read::End) };
            let next = match self.messages.deadline() {
                None => received.recv().await,
                Some(deadline) => match timeout_at(deadline, received.recv()).await {
                    Ok(next) => next,
                    Err(_) => break,
                },
            };
            match next {
                Some(Ok(message)) => {
                    let payload = message.payload.clone();
                    let topic = String::from_utf8_lossy(&message.topic).into_owned();
                    self.messages.take(&topic, &payload, message);
                }
                Some(Err(fault)) => return Err(fault),
                None => {
                    let message = "the connection to MQTT ended without a word";
                    return Err(Fault::new(Code::SourceFailed, message));
                }
            }
        }
        self.messages.stage(output)?;
        Ok(Read::More)
    }

    fn mark(&mut self, barrier: u64) {
        self.messages.mark(barrier);
    }

    async fn acknowledge(&mut self, barrier: u64) -> Result<(), Fault> {
        let Some(client) = &self.client else { return Ok(()) };
        for message in self.messages.acknowledged(barrier) {
            // One that is lost on the way makes the message come again.
            let _ = client.try_ack(&message);
        }
        // The connection's turn, so that they go out before a source that was waiting for them ends.
        for _ in 0..8 {
            tokio::task::yield_now().await;
        }
        Ok(())
    }

    fn is_awaited(&self) -> bool {
        !self.messages.is_quiet()
    }
}
