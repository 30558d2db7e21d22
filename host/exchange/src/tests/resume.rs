//! Connections that break anywhere: nothing is lost, doubled or reordered.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use sandbar_dataflow::channel::{Inbox, Sender};
use sandbar_dataflow::{Frame, Port, Watermark};
use tokio::io::{AsyncRead, AsyncWrite, DuplexStream, ReadBuf};
use tokio::task::{JoinHandle, spawn_local};

use super::{Random, address, batch, expected, linked, local, shown};
use crate::{Error, Inlets, Limits, Link, Outgoing, connect, serve};

/// A stream that breaks once so many bytes were written.
pub(super) struct Cut {
    pub(super) stream: DuplexStream,
    pub(super) left: usize,
}

impl AsyncRead for Cut {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        to: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, to)
    }
}

impl AsyncWrite for Cut {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        from: &[u8],
    ) -> Poll<std::io::Result<usize>> {
        if self.left == 0 {
            return Poll::Ready(Err(std::io::ErrorKind::ConnectionReset.into()));
        }
        let len = from.len().min(self.left);
        let written = ready!(Pin::new(&mut self.stream).poll_write(context, &from[..len]))?;
        self.left -= written;
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

/// A connection that breaks soon, in one direction or the other.
fn breaking(inlets: &Inlets, limits: Limits, random: &mut Random) -> (Link, JoinHandle<()>) {
    let (near, far) = tokio::io::duplex(16 << 10);
    let mut cut =
        |stream, bytes| Cut { stream, left: usize::try_from(random.below(bytes)).unwrap() };
    let served = serve(cut(far, 20_000), inlets.clone(), limits);
    let (link, run) = connect(cut(near, 150_000), limits);
    let both = async move {
        // How it breaks is not the question.
        let _ = tokio::join!(spawn_local(served), run);
    };
    (link, spawn_local(both))
}

pub(super) fn frames(random: &mut Random, count: u64) -> Vec<Frame> {
    let frame = |number| match random.below(8) {
        0 => Frame::Watermark(Watermark::At(number as i64)),
        1 => Frame::Watermark(Watermark::Idle),
        2 => Frame::Barrier(number),
        _ => Frame::Batch(batch(number, usize::try_from(random.below(20_000)).unwrap())),
    };
    let mut frames: Vec<_> = (0..count).map(frame).collect();
    frames.push(Frame::End);
    frames
}

pub(super) async fn feed(sender: Sender, frames: Vec<Frame>) {
    for frame in frames {
        sender.send(frame).await.unwrap();
    }
}

/// Everything that arrives until the end, and that nothing comes behind it.
pub(super) async fn drain(inbox: &mut Inbox) -> Vec<String> {
    let mut frames = Vec::new();
    while let Some(delivery) = inbox.recv().await {
        frames.push(shown(&delivery.frame));
    }
    frames
}

/// Two channels over connections that break at random; how often they did.
async fn check(seed: u64) -> u64 {
    let mut random = Random(seed);
    let limits = Limits { window_bytes: 60_000, ..Limits::default() };
    let inlets = Inlets::default();
    let mut carriers = Vec::new();
    let mut takers = Vec::new();
    for to in 0..2 {
        let sent = frames(&mut random, 120);
        let wanted: Vec<_> = sent.iter().map(shown).collect();
        let mut taker = expected(&inlets, to, 1, 30_000);
        takers.push(spawn_local(async move { (drain(&mut taker).await, wanted) }));
        let mut input = Inbox::default();
        spawn_local(feed(input.channel(Port(0), 30_000), sent));
        let (inlets, mut random) = (inlets.clone(), Random(random.below(u64::MAX)));
        carriers.push(spawn_local(async move {
            let mut outgoing = Outgoing::new(address(to), 1);
            let mut breaks = 0;
            loop {
                let (link, _) = breaking(&inlets, limits, &mut random);
                match outgoing.carry(&link, &mut input).await {
                    Ok(()) => return breaks,
                    Err(error) if error.is_passing() => breaks += 1,
                    Err(error) => panic!("seed {seed}: {error}"),
                }
            }
        }));
    }
    let mut breaks = 0;
    for carrier in carriers {
        breaks += carrier.await.unwrap();
    }
    for taker in takers {
        let (got, wanted) = taker.await.unwrap();
        assert_eq!(got.len(), wanted.len(), "seed {seed}");
        assert!(got == wanted, "seed {seed}: other frames, or in another order");
    }
    breaks
}

#[tokio::test(start_paused = true)]
async fn connections_that_break_lose_double_and_reorder_nothing() {
    let mut breaks = 0;
    for seed in 0..40 {
        breaks += local(check(seed)).await;
    }
    assert!(breaks > 400, "only {breaks} connections broke");
}

#[tokio::test(start_paused = true)]
async fn a_sender_waits_for_the_receiving_task_and_keeps_no_more_than_its_window() {
    local(async {
        let limits = Limits { window_bytes: 10_000, ..Limits::default() };
        let inlets = Inlets::default();
        let mut taker = expected(&inlets, 0, 1, 1_000);
        let (link, _) = linked(&inlets, limits);
        let mut input = Inbox::default();
        let sender = input.channel(Port(0), 1_000_000);
        let sent: Vec<_> = (0..50).map(|number| Frame::Batch(batch(number, 1_000))).collect();
        feed(sender, sent.into_iter().chain([Frame::End]).collect()).await;
        let mut outgoing = Outgoing::new(address(0), 1);
        let minute = std::time::Duration::from_secs(60);
        let stuck = tokio::time::timeout(minute, outgoing.carry(&link, &mut input)).await;
        assert!(stuck.is_err(), "nobody takes, so it must wait");
        let mut left = 0;
        while input.try_recv().is_some() {
            left += 1;
        }
        assert!(left > 30, "{left} of 50 batches of 1 kB are left behind a window of 10 kB");
        assert!(taker.try_recv().is_some());
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_quiet_connection_stays() {
    local(async {
        let inlets = Inlets::default();
        let mut taker = expected(&inlets, 0, 1, 1_000);
        let (link, served) = linked(&inlets, Limits::default());
        let mut input = Inbox::default();
        let sender = input.channel(Port(0), 1_000);
        let mut outgoing = Outgoing::new(address(0), 1);
        let carried = spawn_local(async move { outgoing.carry(&link, &mut input).await });
        tokio::time::sleep(std::time::Duration::from_secs(3_600)).await;
        assert!(!served.is_finished() && !carried.is_finished());
        sender.send(Frame::End).await.unwrap();
        assert_eq!(drain(&mut taker).await.len(), 1);
        carried.await.unwrap().unwrap();
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_receiver_that_forgot_is_told_apart_from_one_that_is_behind() {
    local(async {
        let inlets = Inlets::default();
        let mut taker = expected(&inlets, 0, 1, 100_000);
        let (link, _) = linked(&inlets, Limits { window_bytes: 1_000, ..Limits::default() });
        let mut input = Inbox::default();
        let sender = input.channel(Port(0), 100_000);
        let mut outgoing = Outgoing::new(address(0), 1);
        sender.send(Frame::Batch(batch(1, 5_000))).await.unwrap();
        let second = std::time::Duration::from_secs(1);
        let carried = tokio::time::timeout(second, outgoing.carry(&link, &mut input)).await;
        assert!(carried.is_err(), "it waits for more input");
        assert!(taker.recv().await.is_some());
        // The receiving task begins anew, without what it was sent before.
        let _fresh = expected(&inlets, 0, 1, 1_000);
        let lost = outgoing.carry(&link, &mut input).await;
        assert!(matches!(lost, Err(Error::Lost { received: 0, forgotten: 1 })), "{lost:?}");
    })
    .await;
}
