//! The source: each connection is a stream of lines of its own. A few batches wait between them and `read`; beyond that
//! nothing is read from a connection, and its sender has to wait.

use std::{rc::Rc, time::Duration};

use async_trait::async_trait;
use sandbar_dataflow::{Clock, Code, Emission, Fault, Output, Read, Rejection};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    sync::{mpsc, watch},
    task::JoinSet,
    time::timeout,
};
use tokio_rustls::TlsAcceptor;

use crate::{
    connectors::{
        Context,
        network::{self, Address, Reachable, tls},
        settings::Settings,
        stream,
    },
    formats::Decoder,
};

/// Default of `connections`.
const CONNECTIONS: i64 = 256;

/// Batches that wait between connections and the source, of at most 256 KiB each.
const WAITING_MAX: usize = 16;

/// Longest wait for what connections still have, when the source stops.
const FAREWELL: Duration = Duration::from_secs(1);

/// What one read of a connection brought.
type Piece = (Vec<Emission>, Vec<Rejection>);

/// What listens.
pub(super) struct Source {
    address: Address,
    tls: Option<TlsAcceptor>,
    reachable: Reachable,
    is_listener: bool,
    settings: Settings,
    clock: std::sync::Arc<dyn Clock>,
    pieces: Option<mpsc::Receiver<Piece>>,
    stop: watch::Sender<bool>,
    /// The listener and its connections; gone when the source is dropped.
    server: JoinSet<()>,
}

impl Source {
    pub(super) fn new(settings: &Settings, context: &Context) -> Result<Self, Fault> {
        let fault = |message: String| Fault::new(Code::SourceFailed, message);
        // Only to see that connections will have one.
        Decoder::new(settings, &context.clock)?;
        let address = Address::parse(settings.text("listen").unwrap_or_default()).map_err(fault)?;
        let tls = tls::acceptor(settings, context).map_err(|error| failed(&address, &error))?;
        Ok(Self {
            address,
            tls,
            reachable: context.reachable.clone(),
            // An address has one owner: the other tasks have nothing to do.
            is_listener: context.task_index == 0,
            settings: settings.clone(),
            clock: std::sync::Arc::clone(&context.clock),
            pieces: None,
            stop: watch::Sender::new(false),
            server: JoinSet::new(),
        })
    }
}

fn failed(address: &Address, error: &dyn std::fmt::Display) -> Fault {
    Fault::new(Code::SourceFailed, format!("cannot listen on {address}: {error}"))
}

fn stage((emissions, rejections): Piece, output: &mut Output) -> Result<(), Fault> {
    for Emission { port, batch } in emissions {
        output.emit(port, batch)?;
    }
    for Rejection { records, fault } in rejections {
        for record in records.iter() {
            output.reject_record(record, fault.clone());
        }
    }
    Ok(())
}

#[async_trait(?Send)]
impl sandbar_dataflow::Source for Source {
    async fn open(&mut self) -> Result<(), Fault> {
        if !self.is_listener || self.pieces.is_some() {
            return Ok(());
        }
        let listener = self.address.listen(&self.reachable).await;
        let listener = listener.map_err(|error| failed(&self.address, &error))?;
        let (pieces, received) = mpsc::channel(WAITING_MAX);
        let connections = self.settings.integer("connections").unwrap_or(CONNECTIONS);
        let server = Server {
            tls: self.tls.clone(),
            settings: self.settings.clone(),
            clock: std::sync::Arc::clone(&self.clock),
            connections_max: usize::try_from(connections).unwrap_or(1).max(1),
            pieces,
            stop: self.stop.subscribe(),
        };
        self.server.spawn_local(Rc::new(server).serve(listener));
        self.pieces = Some(received);
        Ok(())
    }

    async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        let Some(pieces) = &mut self.pieces else { return Ok(Read::End) };
        match pieces.recv().await {
            Some(piece) => stage(piece, output).map(|()| Read::More),
            None => Ok(Read::End),
        }
    }

    async fn drain(&mut self, output: &mut Output) -> Result<(), Fault> {
        self.stop.send_replace(true);
        let Some(pieces) = &mut self.pieces else { return Ok(()) };
        while let Ok(Some(piece)) = timeout(FAREWELL, pieces.recv()).await {
            stage(piece, output)?;
        }
        Ok(())
    }
}

struct Server {
    tls: Option<TlsAcceptor>,
    settings: Settings,
    clock: std::sync::Arc<dyn Clock>,
    connections_max: usize,
    pieces: mpsc::Sender<Piece>,
    stop: watch::Receiver<bool>,
}

impl Server {
    async fn serve(self: Rc<Self>, listener: TcpListener) {
        let mut connections = JoinSet::new();
        let mut stop = self.stop.clone();
        loop {
            while connections.try_join_next().is_some() {}
            // Beyond the limit they wait in the system's queue.
            let accepted = tokio::select! {
                accepted = listener.accept(), if connections.len() < self.connections_max => accepted,
                _ = connections.join_next(), if !connections.is_empty() => continue,
                _ = stop.wait_for(|stop| *stop) => break,
            };
            match accepted {
                Ok((stream, peer)) => {
                    let name = format!("tcp from {peer}");
                    connections.spawn_local(Rc::clone(&self).connect(stream, name));
                }
                // The process has no more files to give; some come back when connections end.
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
        drop(listener);
        while connections.join_next().await.is_some() {}
    }

    async fn connect(self: Rc<Self>, stream: TcpStream, name: String) {
        let Some(tls) = &self.tls else { return self.take(stream, name).await };
        // Who does not shake hands is nobody.
        if let Ok(Ok(stream)) = timeout(network::CONNECT, tls.accept(stream)).await {
            self.take(stream, name).await;
        }
    }

    /// Takes lines until the connection ends; a line that it breaks off in counts as it is.
    async fn take(&self, stream: impl AsyncRead + AsyncWrite + Unpin, name: String) {
        // It was made before with the same settings.
        let Ok(decoder) = Decoder::new(&self.settings, &self.clock) else { return };
        let mut source = stream::Source::new(name, stream, decoder).with_small_reads();
        let mut output = Output::new(1, Some(usize::MAX));
        let mut stop = self.stop.clone();
        loop {
            output.begin(None);
            let read = tokio::select! {
                biased;
                _ = stop.wait_for(|stop| *stop) => None,
                read = source.read(&mut output) => Some(read),
            };
            let goes_on = matches!(read, Some(Ok(Read::More)));
            if read.is_none() && source.drain(&mut output).await.is_err() {
                return;
            }
            let piece = output.take();
            if (!piece.0.is_empty() || !piece.1.is_empty())
                && self.pieces.send(piece).await.is_err()
            {
                return;
            }
            if !goes_on {
                return;
            }
        }
    }
}
