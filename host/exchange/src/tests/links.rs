//! Links: connections that come and go under channels that stay.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use async_trait::async_trait;
use sandbar_dataflow::{Frame, Port, channel::Inbox};
use tokio::task::spawn_local;
use tokio::time::{Instant, sleep, timeout};

use super::resume::{Cut, drain, feed, frames};
use super::{Random, address, batch, expected, local, shown};
use crate::{Dial, Error, Inlets, Limits, Links, Outgoing, Stream, serve};

/// A network in memory with one peer, whose connections break after so many bytes each way.
struct Memory {
    inlets: Inlets,
    limits: Limits,
    random: RefCell<Random>,
    breaks: Option<(u64, u64)>,
    dials: Cell<usize>,
    open: Rc<Cell<usize>>,
}

impl Memory {
    fn new(inlets: &Inlets, limits: Limits) -> Self {
        Self {
            inlets: inlets.clone(),
            limits,
            random: RefCell::new(Random(0)),
            breaks: None,
            dials: Cell::new(0),
            open: Rc::default(),
        }
    }
}

#[async_trait(?Send)]
impl Dial for Memory {
    async fn dial(&self, peer: &str) -> Result<Stream, Error> {
        self.dials.set(self.dials.get() + 1);
        if peer != "peer" {
            let address = "192.0.2.1:1".parse().unwrap();
            return Err(Error::PlainOffLoopback { address });
        }
        let (near, far) = tokio::io::duplex(16 << 10);
        let mut random = self.random.borrow_mut();
        let mut cut = |stream, most: Option<u64>| {
            let left = most.map_or(usize::MAX, |most| random.below(most) as usize);
            Cut { stream, left }
        };
        let far = cut(far, self.breaks.map(|(_, back)| back));
        let near = cut(near, self.breaks.map(|(there, _)| there));
        let open = Rc::clone(&self.open);
        open.set(open.get() + 1);
        let served = serve(far, self.inlets.clone(), self.limits);
        spawn_local(async move {
            // How it ends is not the question.
            let _ = served.await;
            open.set(open.get() - 1);
        });
        Ok(Stream::new(near))
    }
}

fn links(dial: &Rc<Memory>) -> Links {
    let limits = dial.limits;
    let (links, run) = Links::new(Rc::clone(dial) as Rc<dyn Dial>, limits);
    spawn_local(run);
    links
}

/// A channel with `frames` in it, on its way to task `to`.
fn sent(links: &Links, to: u32, frames: Vec<Frame>) -> tokio::task::JoinHandle<Result<(), Error>> {
    let mut input = Inbox::default();
    spawn_local(feed(input.channel(Port(0), 30_000), frames));
    let links = links.clone();
    spawn_local(async move { links.carry("peer", Outgoing::new(address(to), 1), input).await })
}

/// Eight channels over one link that breaks at random; how often it was made.
async fn check(seed: u64) -> usize {
    let mut random = Random(seed);
    let inlets = Inlets::default();
    let limits = Limits { window_bytes: 40_000, ..Limits::default() };
    let dial = Memory { breaks: Some((600_000, 40_000)), ..Memory::new(&inlets, limits) };
    dial.random.replace(Random(random.below(u64::MAX)));
    let dial = Rc::new(dial);
    let links = links(&dial);
    let mut channels = Vec::new();
    for to in 0..8 {
        let frames = frames(&mut random, 60);
        let wanted: Vec<_> = frames.iter().map(shown).collect();
        let mut taker = expected(&inlets, to, 1, 20_000);
        let taken = spawn_local(async move { drain(&mut taker).await });
        channels.push((sent(&links, to, frames), taken, wanted));
    }
    for (carried, taken, wanted) in channels {
        carried.await.unwrap().unwrap();
        let got = taken.await.unwrap();
        assert_eq!(got.len(), wanted.len(), "seed {seed}");
        assert!(got == wanted, "seed {seed}: other frames, or in another order");
    }
    dial.dials.get()
}

#[tokio::test(start_paused = true)]
async fn links_that_break_lose_double_and_reorder_nothing_on_any_channel() {
    let mut dials = 0;
    for seed in 0..25 {
        dials += local(check(seed)).await;
    }
    assert!(dials > 25 * 8, "only {dials} connections");
}

#[tokio::test(start_paused = true)]
async fn a_channel_whose_task_takes_nothing_holds_only_itself() {
    local(async {
        let inlets = Inlets::default();
        let limits = Limits { window_bytes: 20_000, ..Limits::default() };
        let dial = Rc::new(Memory::new(&inlets, limits));
        let links = links(&dial);
        let hundred = || -> Vec<_> {
            let batches = (0..100).map(|number| Frame::Batch(batch(number, 5_000)));
            batches.chain([Frame::End]).collect()
        };
        let _stuck_inbox = expected(&inlets, 0, 1, 5_000);
        let stuck = sent(&links, 0, hundred());
        for to in 1..6 {
            let mut taker = expected(&inlets, to, 1, 5_000);
            let carried = sent(&links, to, hundred());
            assert_eq!(drain(&mut taker).await.len(), 101);
            carried.await.unwrap().unwrap();
        }
        assert!(!stuck.is_finished());
        assert_eq!(dial.dials.get(), 1, "one connection for all");
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_is_cut_at_once_is_not_made_in_a_spin() {
    local(async {
        let inlets = Inlets::default();
        let dial = Memory { breaks: Some((1, 1)), ..Memory::new(&inlets, Limits::default()) };
        let dial = Rc::new(dial);
        let links = links(&dial);
        let _inbox = expected(&inlets, 0, 1, 1_000);
        let carried = sent(&links, 0, vec![Frame::End]);
        sleep(Duration::from_secs(30)).await;
        assert!(!carried.is_finished());
        // Eight doublings from 5 ms to 1 s, then one each second.
        let dials = dial.dials.get();
        assert!((30..50).contains(&dials), "{dials} connections in 30 s");
        assert_eq!(links.troubles().len(), 1, "{links:?}");
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_channel_is_open_soon_after_its_task_is_there() {
    local(async {
        let inlets = Inlets::default();
        let dial = Rc::new(Memory::new(&inlets, Limits::default()));
        let links = links(&dial);
        let carried = sent(&links, 0, vec![Frame::End]);
        for late in [3, 500] {
            sleep(Duration::from_millis(late)).await;
            assert!(!carried.is_finished());
        }
        let begun = Instant::now();
        let mut inbox = expected(&inlets, 0, 1, 1_000);
        assert_eq!(drain(&mut inbox).await.len(), 1);
        carried.await.unwrap().unwrap();
        assert!(begun.elapsed() < Duration::from_millis(110), "{:?}", begun.elapsed());
        assert_eq!(dial.dials.get(), 1, "over the same connection");
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn what_no_connection_mends_ends_the_channel() {
    local(async {
        let inlets = Inlets::default();
        let dial = Rc::new(Memory::new(&inlets, Limits::default()));
        let links = links(&dial);
        inlets.fence(&address(0).pipeline, 2).unwrap();
        let stale = sent(&links, 0, vec![Frame::End]).await.unwrap();
        assert!(matches!(stale, Err(Error::StaleEpoch { epoch: 1, newest: 2, .. })), "{stale:?}");
        for _ in 0..2 {
            let outgoing = Outgoing::new(address(0), 2);
            let refused = links.carry("nobody", outgoing, Inbox::default()).await;
            assert!(matches!(refused, Err(Error::PlainOffLoopback { .. })), "{refused:?}");
        }
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn connections_are_as_many_as_channels_need() {
    local(async {
        let inlets = Inlets::default();
        let limits = Limits { channels_max: 2, ..Limits::default() };
        let dial = Rc::new(Memory::new(&inlets, limits));
        let links = links(&dial);
        let mut channels = Vec::new();
        for to in 0..5 {
            let mut input = Inbox::default();
            let sender = input.channel(Port(0), 1_000);
            let inbox = expected(&inlets, to, 1, 1_000);
            let links = links.clone();
            let outgoing = Outgoing::new(address(to), 1);
            let carry = async move { links.carry("peer", outgoing, input).await };
            channels.push((spawn_local(carry), sender, inbox));
        }
        sleep(Duration::from_secs(1)).await;
        assert_eq!((dial.dials.get(), dial.open.get()), (3, 3));
        for (carried, sender, _) in channels {
            sender.send(Frame::End).await.unwrap();
            carried.await.unwrap().unwrap();
        }
        sleep(Duration::from_secs(1)).await;
        assert_eq!(dial.open.get(), 0, "a link that nobody uses is closed");
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn links_end_with_their_last_user() {
    local(async {
        let inlets = Inlets::default();
        let dial = Rc::new(Memory::new(&inlets, Limits::default()));
        let (links, run) = Links::new(dial, Limits::default());
        let run = spawn_local(run);
        let mut inbox = expected(&inlets, 0, 1, 1_000);
        let carried = sent(&links, 0, vec![Frame::End]);
        assert_eq!(drain(&mut inbox).await.len(), 1);
        carried.await.unwrap().unwrap();
        drop(links);
        timeout(Duration::from_secs(1), run).await.expect("it ends").unwrap();
    })
    .await;
}
