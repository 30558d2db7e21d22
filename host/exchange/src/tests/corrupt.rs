//! Bits that change on the way: TLS notices, the connection ends, nothing of it is delivered, and the channel goes on over
//! the next one.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use sandbar_dataflow::{Port, channel::Inbox};
use tokio::io::{AsyncRead, AsyncWrite, DuplexStream, ReadBuf};
use tokio::task::spawn_local;
use tokio::time::timeout;

use super::resume::{drain, feed, frames};
use super::tls::Authority;
use super::{Random, address, expected, local, shown};
use crate::{Credentials, Error, Inlets, Limits, Outgoing, connect, serve};

/// A stream of which one bit is changed, after so many bytes written.
struct Flip {
    stream: DuplexStream,
    after: usize,
}

impl AsyncRead for Flip {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        to: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, to)
    }
}

impl AsyncWrite for Flip {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        from: &[u8],
    ) -> Poll<std::io::Result<usize>> {
        let (mut bytes, after) = (from.to_vec(), self.after);
        if let Some(byte) = bytes.get_mut(after) {
            *byte ^= 1 << (after % 8);
        }
        let written = ready!(Pin::new(&mut self.stream).poll_write(context, &bytes))?;
        // Changed once, and never again.
        self.after = if after < written { usize::MAX } else { after - written };
        Poll::Ready(Ok(written))
    }

    fn poll_flush(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// Carries as much as one connection lets through.
async fn carry(
    ends: &(Credentials, Credentials),
    inlets: &Inlets,
    random: &mut Random,
    (outgoing, input): (&mut Outgoing, &mut Inbox),
) -> Result<(), Error> {
    let limits = Limits { window_bytes: 60_000, ..Limits::default() };
    let (near, far) = tokio::io::duplex(16 << 10);
    let mut flip =
        |stream, most| Flip { stream, after: usize::try_from(random.below(most)).unwrap() };
    let (near, far) = (flip(near, 150_000), flip(far, 20_000));
    let (credentials, inlets) = (ends.0.clone(), inlets.clone());
    let serving = spawn_local(async move {
        let (stream, _) = timeout(limits.handshake, credentials.accept(far)).await.ok()?.ok()?;
        // How it ends is not the question.
        serve(stream, inlets, limits).await.ok()
    });
    let silent = |_| Error::Disconnected("no handshake".to_owned());
    let stream = timeout(limits.handshake, ends.1.connect(near, "b")).await.map_err(silent)??;
    let (link, running) = connect(stream, limits);
    let running = spawn_local(running);
    let carried = outgoing.carry(&link, input).await;
    running.abort();
    serving.abort();
    carried
}

/// One channel over connections that change bits; how many of them ended for that.
async fn check(seed: u64, ends: &(Credentials, Credentials)) -> u64 {
    let mut random = Random(seed);
    let inlets = Inlets::default();
    let sent = frames(&mut random, 60);
    let wanted: Vec<_> = sent.iter().map(shown).collect();
    let mut taker = expected(&inlets, 0, 1, 30_000);
    let taken = spawn_local(async move { drain(&mut taker).await });
    let mut input = Inbox::default();
    spawn_local(feed(input.channel(Port(0), 30_000), sent));
    let mut outgoing = Outgoing::new(address(0), 1);
    let mut breaks = 0;
    loop {
        match carry(ends, &inlets, &mut random, (&mut outgoing, &mut input)).await {
            Ok(()) => break,
            Err(error) if error.is_passing() => breaks += 1,
            Err(error) => panic!("seed {seed}: {error}"),
        }
    }
    let got = taken.await.unwrap();
    assert!(got == wanted, "seed {seed}: {} frames of {}, or others", got.len(), wanted.len());
    breaks
}

#[tokio::test(start_paused = true)]
async fn a_changed_bit_ends_its_connection_and_is_never_delivered() {
    let authority = Authority::new();
    let ends = (authority.worker("b", "acme"), authority.worker("a", "acme"));
    let mut breaks = 0;
    for seed in 0..10 {
        breaks += local(check(seed, &ends)).await;
    }
    assert!(breaks > 50, "only {breaks} connections broke");
}
