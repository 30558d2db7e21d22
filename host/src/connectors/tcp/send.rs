//! The sink: writes lines to one connection, and connects again where that is lost. A batch whose write failed is sent
//! again as a whole; what the other side had read of it comes twice, and what it had not read of earlier ones is lost.

use async_trait::async_trait;
use sandbar_dataflow::{Code, Fault, Operator, Output, Port, RecordBatch};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::TlsConnector;

use crate::{
    connectors::{
        Context, encode,
        network::{self, Address, Attempts, Reachable, Stream, tls},
        settings::Settings,
    },
    formats::Encoder,
};

/// One task's connection.
pub(super) struct Sink {
    address: Address,
    tls: Option<TlsConnector>,
    encoder: Encoder,
    settings: Settings,
    reachable: Reachable,
    stream: Option<Stream>,
    /// Whether the connection was sent its header.
    has_header: bool,
    /// Reused from batch to batch.
    lines: Vec<u8>,
    written: u64,
    failed: Option<Fault>,
}

impl Sink {
    pub(super) fn new(settings: &Settings, context: &Context) -> Result<Self, Fault> {
        let fault = |message: String| Fault::new(Code::SinkFailed, message);
        let address =
            Address::parse(settings.text("address").unwrap_or_default()).map_err(fault)?;
        let tls = tls::connector(settings, context).map_err(|error| fault(format!("{error}")))?;
        Ok(Self {
            address,
            tls,
            encoder: Encoder::new(settings),
            settings: settings.clone(),
            reachable: context.reachable.clone(),
            stream: None,
            has_header: false,
            lines: Vec::new(),
            written: 0,
            failed: None,
        })
    }

    /// Writes `lines` to a connection that stands, or is made now.
    async fn try_write(&mut self) -> std::io::Result<()> {
        if let Some(stream) = &mut self.stream
            && is_closed(stream).await
        {
            self.stream = None;
        }
        let stream = match &mut self.stream {
            Some(stream) => stream,
            none => {
                self.has_header = false;
                none.insert(self.address.connect(&self.reachable, self.tls.as_ref()).await?)
            }
        };
        // It is known once there is a line.
        let header =
            if self.has_header || self.lines.is_empty() { &[] } else { self.encoder.header() };
        let written = async {
            stream.write_all(header).await?;
            stream.write_all(&self.lines).await?;
            stream.flush().await
        };
        let written = written.await;
        match &written {
            Ok(()) => self.has_header |= !self.lines.is_empty(),
            Err(_) => self.stream = None,
        }
        written
    }

    async fn write(&mut self) -> Result<(), Fault> {
        let mut attempts = Attempts::new(&self.settings);
        while let Err(error) = self.try_write().await {
            if network::is_refused(&error) || !attempts.again().await {
                let message = format!(
                    "cannot send to {}: {error}; gave up after {} attempts, with {} records sent",
                    self.address, attempts.made, self.written
                );
                let fault = Fault::new(Code::SinkFailed, message);
                self.failed = Some(fault.clone());
                return Err(fault);
            }
        }
        Ok(())
    }
}

/// Whether the other side has closed: it has nothing to say, so whatever it says is its end.
async fn is_closed(stream: &mut Stream) -> bool {
    let mut byte = [0; 64];
    tokio::select! {
        biased;
        read = stream.read(&mut byte) => !matches!(read, Ok(1..)),
        () = std::future::ready(()) => false,
    }
}

#[async_trait(?Send)]
impl Operator for Sink {
    async fn open(&mut self) -> Result<(), Fault> {
        if let Some(fault) = &self.failed {
            return Err(fault.clone());
        }
        self.lines.clear();
        self.write().await
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
        self.lines.clear();
        let records = encode(&mut self.encoder, batch, &mut self.lines, output)?;
        self.write().await?;
        self.written += records;
        Ok(())
    }

    async fn close(&mut self) -> Result<(), Fault> {
        if let Some(stream) = &mut self.stream {
            // What was written is the system's to deliver; that the other side has gone is no news.
            let _ = stream.shutdown().await;
        }
        Ok(())
    }
}
