//! Peers that break the rules: each is refused by the limit it meets, and others go on.

use std::rc::Rc;

use capnp_rpc::rpc_capnp::message;
use sandbar_dataflow::Frame;
use sandbar_schema::exchange_capnp::{channel, credits, opened};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::task::spawn_local;

use super::{Random, address, batch, expected, linked, local};
use crate::{Error, Inlets, Limits, Link, Listener, Transport, serve};

/// What a server says that was sent `bytes`; the peer then waits until it is cut off.
async fn sent(bytes: Vec<u8>, limits: Limits) -> Result<(), Error> {
    local(async {
        let (mut near, far) = tokio::io::duplex(64 << 10);
        let served = spawn_local(serve(far, Inlets::default(), limits));
        // The server may have hung up before all is written.
        let _ = near.write_all(&bytes).await;
        let _ = near.read_to_end(&mut Vec::new()).await;
        served.await.unwrap()
    })
    .await
}

/// A table of `count` segments of `words` each, as a header announces it.
fn header(count: u32, words: u32) -> Vec<u8> {
    let mut bytes = (count - 1).to_le_bytes().to_vec();
    bytes.extend((0..count).flat_map(|_| words.to_le_bytes()));
    bytes.resize(bytes.len().next_multiple_of(8), 0);
    bytes
}

#[tokio::test(start_paused = true)]
async fn a_header_that_announces_too_much_is_refused() {
    let refused = sent(header(1, 8 << 20), Limits::default()).await;
    assert!(
        matches!(refused, Err(Error::MessageTooLarge { bytes: 67_108_864, .. })),
        "{refused:?}"
    );
    let refused = sent(header(64, u32::MAX), Limits::default()).await;
    assert!(matches!(refused, Err(Error::MessageTooLarge { .. })), "{refused:?}");
}

#[tokio::test(start_paused = true)]
async fn thousands_of_segments_are_refused() {
    for count in [65, 5_000] {
        let refused = sent(header(count, 1), Limits::default()).await;
        assert!(matches!(refused, Err(Error::Segments { max: 64, .. })), "{refused:?}");
    }
    let refused = sent(vec![0xff; 8], Limits::default()).await;
    assert!(matches!(refused, Err(Error::Segments { count: 4_294_967_296, .. })), "{refused:?}");
}

#[tokio::test(start_paused = true)]
async fn silence_ends_a_connection() {
    for bytes in [vec![], vec![0; 3], header(1, 100), [header(1, 9_000), vec![0; 70_000]].concat()]
    {
        let refused = sent(bytes, Limits::default()).await;
        assert!(matches!(refused, Err(Error::Silent { seconds: 10, .. })), "{refused:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn garbage_ends_its_connection_only() {
    for seed in 0..300 {
        let mut random = Random(seed);
        let mut bytes: Vec<u8> = (0..4_096).map(|_| random.below(256) as u8).collect();
        // Mostly with a header that lets the rest be read as a message.
        if seed % 4 != 0 {
            bytes.splice(..8, header(1, 100));
            bytes[8..16].copy_from_slice(&[0, 0, 0, 0, (seed % 3) as u8, 0, (seed % 5) as u8, 0]);
            bytes[16] %= 14;
            bytes[17] = 0;
        }
        let refused = sent(bytes, Limits::default()).await;
        assert!(refused.is_err() || seed % 4 != 0, "seed {seed}");
    }
}

#[tokio::test(start_paused = true)]
async fn calls_that_are_never_finished_are_counted() {
    let mut bytes = Vec::new();
    for question in 0..20 {
        let mut message = capnp::message::Builder::new_default();
        message.init_root::<message::Builder<'_>>().init_bootstrap().set_question_id(question);
        capnp::serialize::write_message(&mut bytes, &message).unwrap();
    }
    let refused = sent(bytes, Limits { calls_max: 10, ..Limits::default() }).await;
    assert!(matches!(refused, Err(Error::Calls { max: 10 })), "{refused:?}");
}

/// A call with so many capabilities, or an answer to a call that nobody made.
fn describing(capabilities: u32, is_call: bool) -> Vec<u8> {
    let mut message = capnp::message::Builder::new_default();
    let root = message.init_root::<message::Builder<'_>>();
    let payload = if is_call {
        let mut call = root.init_call();
        call.set_question_id(1);
        call.reborrow().init_target().set_imported_cap(0);
        call.init_params()
    } else {
        root.init_return().init_results()
    };
    let mut table = payload.init_cap_table(capabilities);
    (0..capabilities).for_each(|index| table.reborrow().get(index).set_sender_hosted(index));
    let mut bytes = Vec::new();
    capnp::serialize::write_message(&mut bytes, &message).unwrap();
    bytes
}

#[tokio::test(start_paused = true)]
async fn thousands_of_capabilities_in_a_message_are_refused() {
    for (capabilities, is_call) in [(17, true), (17, false), (100_000, true)] {
        let refused = sent(describing(capabilities, is_call), Limits::default()).await;
        let Err(Error::Capabilities { count, max: 16 }) = refused else { panic!("{refused:?}") };
        assert_eq!(count, capabilities);
    }
    // Within the limit, it is what it is: a call of nothing.
    let refused = sent(describing(16, true), Limits::default()).await;
    assert!(!matches!(refused, Err(Error::Capabilities { .. })), "{refused:?}");
}

#[tokio::test(start_paused = true)]
async fn a_peer_that_hoards_capabilities_is_cut_off_and_one_that_gives_them_back_is_not() {
    local(async {
        for hoards in [true, false] {
            let inlets = Inlets::default();
            // The bootstrap is one of them.
            let limits = Limits { exports_max: 21, ..Limits::default() };
            let (near, far) = tokio::io::duplex(64 << 10);
            let served = spawn_local(serve(far, inlets.clone(), limits));
            let (client, connection) = crate::rpc::call(near, limits);
            spawn_local(connection);
            let channels: sandbar_schema::exchange_capnp::channels::Client =
                capnp::capability::FromClientHook::new(client.hook);
            let mut held = Vec::new();
            let mut opened = 0;
            for epoch in 1..=100 {
                // Each epoch is another channel, of which only the newest is in use.
                let _inbox = expected(&inlets, 0, epoch, 1_000);
                let mut request = channels.open_request();
                let (dropped, _watched) = watch::channel(());
                request.get().set_credits(capnp_rpc::new_client(Ignored(dropped)));
                let mut opening = request.get().init_opening();
                opening.set_pipeline(&*address(0).pipeline);
                opening.set_epoch(epoch);
                opening.set_edge(3);
                opening.set_to(0);
                let Ok(answer) = request.send().promise.await else { break };
                opened += 1;
                if hoards {
                    held.push(answer);
                }
            }
            match hoards {
                true => {
                    let cut_off = served.await.unwrap();
                    assert!(matches!(cut_off, Err(Error::Exports { max: 21 })), "{cut_off:?}");
                    // What it had sent before it is cut off is still answered.
                    assert!((20..25).contains(&opened), "{opened}");
                }
                false => assert_eq!(opened, 100),
            }
        }
    })
    .await;
}

/// Credits that nobody heeds; closed when the receiver drops them.
struct Ignored(#[allow(dead_code, reason = "its drop is the message")] watch::Sender<()>);
impl credits::Server for Ignored {
    async fn grant(
        self: Rc<Self>,
        _: credits::GrantParams,
        _: credits::GrantResults,
    ) -> Result<(), capnp::Error> {
        Ok(())
    }
}

/// A channel opened by hand, and what tells that the receiver gave it up.
async fn opened(
    link: &Link,
    to: u32,
    epoch: u64,
) -> Option<(channel::Client, watch::Receiver<()>)> {
    let (dropped, watched) = watch::channel(());
    let mut request = link.channels.open_request();
    request.get().set_credits(capnp_rpc::new_client(Ignored(dropped)));
    let mut opening = request.get().init_opening();
    opening.set_pipeline(&*address(to).pipeline);
    opening.set_epoch(epoch);
    opening.set_edge(3);
    opening.set_to(to);
    let response = request.send().promise.await.unwrap();
    match response.get().unwrap().get_opened().unwrap().which().unwrap() {
        opened::Accepted(accepted) => Some((accepted.unwrap().get_channel().unwrap(), watched)),
        opened::Refused(_) => None,
    }
}

async fn push(
    link: &Link,
    channel: &channel::Client,
    sequence: u64,
    frame: &Frame,
) -> Result<(), Error> {
    crate::outgoing::push(&link.next, channel, sequence, frame)?.await
}

async fn count(inbox: &mut sandbar_dataflow::channel::Inbox) -> usize {
    let mut count = 0;
    let second = std::time::Duration::from_secs(1);
    while tokio::time::timeout(second, inbox.recv()).await.is_ok_and(|frame| frame.is_some()) {
        count += 1;
    }
    count
}

#[tokio::test(start_paused = true)]
async fn a_flood_past_the_window_ends_the_channel_and_nothing_else() {
    local(async {
        let inlets = Inlets::default();
        let limits = Limits { window_bytes: 50_000, ..Limits::default() };
        let mut flooded = expected(&inlets, 0, 1, 1_000);
        let mut other = expected(&inlets, 1, 1, 1_000);
        let (link, _) = linked(&inlets, limits);
        let (flood, mut watched) = opened(&link, 0, 1).await.unwrap();
        let (good, _credits) = opened(&link, 1, 1).await.unwrap();
        let frame = Frame::Batch(batch(1, 10_000));
        let mut refused = false;
        for sequence in 1..=100 {
            refused |= push(&link, &flood, sequence, &frame).await.is_err();
        }
        assert!(refused);
        assert!(watched.changed().await.is_err(), "its credits are dropped");
        push(&link, &good, 1, &frame).await.unwrap();
        assert_eq!(count(&mut other).await, 1);
        // One that the task's queue had taken, four that fill the window of 50 kB, and the one that always passes.
        assert_eq!(count(&mut flooded).await, 6);
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_batch_that_went_without_its_columns_is_not_taken_for_sent() {
    local(async {
        let inlets = Inlets::default();
        let _inbox = expected(&inlets, 0, 1, 1_000);
        let (link, _) = linked(&inlets, Limits::default());
        let (elsewhere, _) = linked(&inlets, Limits::default());
        let (channel, _credits) = opened(&link, 0, 1).await.unwrap();
        let torn = push(&elsewhere, &channel, 1, &Frame::Batch(batch(1, 10))).await;
        assert!(torn.unwrap_err().to_string().contains("without its columns"));
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn frames_out_of_order_are_refused() {
    local(async {
        for sequences in [[1, 1], [1, 3], [2, 3], [0, 1], [1, u64::MAX]] {
            let inlets = Inlets::default();
            let mut inbox = expected(&inlets, 0, 1, 1_000);
            let (link, _) = linked(&inlets, Limits::default());
            let (channel, mut watched) = opened(&link, 0, 1).await.unwrap();
            for sequence in sequences {
                // A streaming call may report what befell an earlier one.
                let _ = push(&link, &channel, sequence, &Frame::Barrier(sequence)).await;
            }
            assert!(watched.changed().await.is_err(), "{sequences:?}");
            let welcome = usize::from(sequences[0] == 1);
            assert_eq!(count(&mut inbox).await, welcome, "{sequences:?}");
        }
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_channel_opened_again_is_closed_to_its_older_opening() {
    local(async {
        let inlets = Inlets::default();
        let mut inbox = expected(&inlets, 0, 1, 1_000);
        let (old, _) = linked(&inlets, Limits::default());
        let (new, _) = linked(&inlets, Limits::default());
        let (stale, mut watched) = opened(&old, 0, 1).await.unwrap();
        push(&old, &stale, 1, &Frame::Barrier(1)).await.unwrap();
        assert_eq!(count(&mut inbox).await, 1);
        let (fresh, _credits) = opened(&new, 0, 1).await.unwrap();
        let _ = push(&old, &stale, 2, &Frame::Barrier(2)).await;
        assert!(watched.changed().await.is_err());
        push(&new, &fresh, 2, &Frame::Barrier(2)).await.unwrap();
        push(&new, &fresh, 3, &Frame::End).await.unwrap();
        assert_eq!(count(&mut inbox).await, 2);
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_stale_epoch_is_fenced_off() {
    local(async {
        let inlets = Inlets::default();
        let mut old = expected(&inlets, 0, 4, 1_000);
        let (link, _) = linked(&inlets, Limits::default());
        let (channel, mut watched) = opened(&link, 0, 4).await.unwrap();
        assert!(opened(&link, 0, 3).await.is_none(), "older than what runs");
        assert!(opened(&link, 0, 5).await.is_none(), "newer than what runs");
        assert!(opened(&link, 1, 4).await.is_none(), "nobody expects it");
        let mut new = expected(&inlets, 0, 5, 1_000);
        let _ = push(&link, &channel, 1, &Frame::End).await;
        assert!(watched.changed().await.is_err(), "also a channel that was open");
        assert_eq!((count(&mut old).await, count(&mut new).await), (0, 0));
        assert!(opened(&link, 0, 4).await.is_none());
        assert!(opened(&link, 0, 5).await.is_some());
        let refused = inlets.fence(&address(0).pipeline, 4);
        assert!(matches!(refused, Err(Error::StaleEpoch { epoch: 4, newest: 5, .. })));
        let mut outgoing = crate::Outgoing::new(address(0), 4);
        let refused = outgoing.carry(&link, &mut old).await;
        assert!(matches!(refused, Err(Error::StaleEpoch { epoch: 4, newest: 5, .. })));
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn channels_of_a_connection_are_limited() {
    local(async {
        let inlets = Inlets::default();
        let _inboxes: Vec<_> = (0..4).map(|to| expected(&inlets, to, 1, 1_000)).collect();
        let (link, _) = linked(&inlets, Limits { channels_max: 3, ..Limits::default() });
        let mut held = Vec::new();
        for to in 0..3 {
            held.push(opened(&link, to, 1).await.unwrap());
        }
        assert!(opened(&link, 3, 1).await.is_none());
    })
    .await;
}

#[tokio::test]
async fn connections_beyond_the_limit_are_closed_at_once() {
    let limits = Limits { connections_max: 2, ..Limits::default() };
    let loopback = "127.0.0.1:0".parse().unwrap();
    let listener = Listener::bind(loopback, Transport::Plain, limits).await.unwrap();
    let address = listener.address().unwrap();
    let mut peers = Vec::new();
    let mut arrivals = Vec::new();
    for _ in 0..2 {
        peers.push(TcpStream::connect(address).await.unwrap());
        arrivals.push(listener.accept().await.unwrap().greet().await.unwrap());
    }
    for _ in 0..50 {
        let mut peer = TcpStream::connect(address).await.unwrap();
        let mut byte = [0];
        tokio::select! {
            read = peer.read(&mut byte) => assert!(matches!(read, Ok(0) | Err(_))),
            _ = listener.accept() => panic!("a third connection was let in"),
        }
    }
    arrivals.pop();
    let _peer = TcpStream::connect(address).await.unwrap();
    listener.accept().await.unwrap();
}
