//! A connection to somebody, with TLS or without, as one type.

use std::{
    io::Result,
    pin::Pin,
    task::{Context as Polling, Poll},
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
};
use tokio_rustls::TlsStream;

/// A connection, with TLS or without.
pub(in crate::connectors) enum Stream {
    Plain(TcpStream),
    Tls(Box<TlsStream<TcpStream>>),
}

impl std::fmt::Debug for Stream {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Plain(_) => "Plain",
            Self::Tls(_) => "Tls",
        })
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        self: Pin<&mut Self>,
        polling: &mut Polling<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<Result<()>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_read(polling, buffer),
            Self::Tls(stream) => Pin::new(stream.as_mut()).poll_read(polling, buffer),
        }
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        self: Pin<&mut Self>,
        polling: &mut Polling<'_>,
        bytes: &[u8],
    ) -> Poll<Result<usize>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_write(polling, bytes),
            Self::Tls(stream) => Pin::new(stream.as_mut()).poll_write(polling, bytes),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, polling: &mut Polling<'_>) -> Poll<Result<()>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_flush(polling),
            Self::Tls(stream) => Pin::new(stream.as_mut()).poll_flush(polling),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, polling: &mut Polling<'_>) -> Poll<Result<()>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_shutdown(polling),
            Self::Tls(stream) => Pin::new(stream.as_mut()).poll_shutdown(polling),
        }
    }
}
