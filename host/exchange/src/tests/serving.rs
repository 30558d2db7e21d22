//! Listeners that are attacked, or spread over threads.

use std::rc::Rc;
use std::time::Duration;

use sandbar_dataflow::{Frame, Port, channel::Inbox};
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tokio::task::spawn_local;

use super::resume::drain;
use super::{address, expected, local};
use crate::{
    Error, Inlets, Limits, Links, Listener, Outgoing, Shards, TcpDial, Transport, deal,
    serve_arrivals,
};

/// Carries one frame to `to` over a connection of its own.
async fn carried(to: std::net::SocketAddr, task: u32, limits: Limits) -> Result<(), Error> {
    let (links, run) = Links::new(Rc::new(TcpDial::new(Transport::Plain, limits)), limits);
    spawn_local(run);
    let mut input = Inbox::default();
    input.channel(Port(0), 1_000).send(Frame::End).await.unwrap();
    links.carry(&TcpDial::peer("h1", to), Outgoing::new(address(task), 1), input).await
}

#[tokio::test]
async fn ten_thousand_connections_keep_an_honest_peer_out_for_a_moment_only() {
    local(async {
        let inlets = Inlets::default();
        let handshake = Duration::from_millis(500);
        let limits = Limits { connections_max: 32, handshake, ..Limits::default() };
        let loopback = "127.0.0.1:0".parse().unwrap();
        let listener = Listener::bind(loopback, Transport::Plain, limits).await.unwrap();
        let to = listener.address().unwrap();
        let (queue, arrivals) = mpsc::channel(64);
        spawn_local(deal(listener, vec![queue], |error| panic!("{error}")));
        let (told, mut heard) = mpsc::unbounded_channel();
        let told = move |error| told.send(error).unwrap();
        spawn_local(serve_arrivals(arrivals, inlets.clone(), limits, told));
        // All say three bytes; the first hold their place, the others find none and do not stay.
        let mut silent = Vec::new();
        for _ in 0..10_000 {
            let mut peer = TcpStream::connect(to).await.unwrap();
            let _ = peer.write_all(&[0; 3]).await;
            if silent.len() < 32 {
                silent.push(peer);
            }
        }
        let mut inbox = expected(&inlets, 0, 1, 1_000);
        let (carried, taken) = tokio::join!(carried(to, 0, limits), drain(&mut inbox));
        carried.unwrap();
        assert_eq!(taken.len(), 1);
        let told = std::iter::from_fn(|| heard.try_recv().ok());
        let silent = told.filter(|error| matches!(error, Error::Silent { .. })).count();
        assert!(silent > 0, "they were sent away for their silence");
    })
    .await;
}

#[tokio::test]
async fn connections_are_dealt_out_to_threads() {
    local(async {
        let inlets = Inlets::default();
        let limits = Limits::default();
        let loopback = "127.0.0.1:0".parse().unwrap();
        let listener = Listener::bind(loopback, Transport::Plain, limits).await.unwrap();
        let to = listener.address().unwrap();
        let (queues, arrivals): (Vec<_>, Vec<_>) = (0..2).map(|_| mpsc::channel(8)).unzip();
        spawn_local(deal(listener, queues, |error| panic!("{error}")));
        // Each on a runtime of its own, as threads have it.
        let threads = arrivals.into_iter().map(|mut arrivals| {
            let inlets = inlets.clone();
            tokio::task::spawn_blocking(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
                let served = local(async move {
                    let first = arrivals.recv().await.expect("it gets its share");
                    let (queue, one) = mpsc::channel(1);
                    queue.try_send(first).unwrap();
                    drop(queue);
                    serve_arrivals(one, inlets, limits, |_| ()).await;
                });
                runtime.unwrap().block_on(served);
            })
        });
        let threads: Vec<_> = threads.collect();
        for task in 0..2 {
            let mut inbox = expected(&inlets, task, 1, 1_000);
            let (carried, taken) = tokio::join!(carried(to, task, limits), drain(&mut inbox));
            carried.unwrap();
            assert_eq!(taken.len(), 1);
        }
        for thread in threads {
            thread.await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn channels_are_carried_by_shards_on_threads_of_their_own() {
    local(async {
        let (inlets, limits) = (Inlets::default(), Limits::default());
        let loopback = "127.0.0.1:0".parse().unwrap();
        let listener = Listener::bind(loopback, Transport::Plain, limits).await.unwrap();
        let to = TcpDial::peer("h1", listener.address().unwrap());
        let (shards, running) = Shards::new(2);
        let dealing = spawn_local(shards.deal(listener, |error| panic!("{error}")));
        let threads = running.into_iter().map(|shard| {
            let inlets = inlets.clone();
            tokio::task::spawn_blocking(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
                let dial = Rc::new(TcpDial::new(Transport::Plain, limits));
                runtime.unwrap().block_on(local(shard.run(dial, inlets, limits, |_| ())));
            })
        });
        let threads: Vec<_> = threads.collect();
        for task in 0..4 {
            let mut inbox = expected(&inlets, task, 1, 1_000);
            let mut input = Inbox::default();
            input.channel(Port(0), 1_000).send(Frame::End).await.unwrap();
            let carried = shards.carry(to.clone(), Outgoing::new(address(task), 1), input);
            let (carried, taken) = tokio::join!(carried, drain(&mut inbox));
            carried.unwrap();
            assert_eq!(taken.len(), 1);
        }
        // One that nobody waits for any more is given up: its sender learns.
        let mut inbox = expected(&inlets, 4, 1, 1_000);
        let mut input = Inbox::default();
        let sender = input.channel(Port(0), 1_000);
        let carried = shards.carry(to, Outgoing::new(address(4), 1), input);
        sender.send(Frame::Barrier(1)).await.unwrap();
        assert!(inbox.recv().await.is_some());
        drop(carried);
        while sender.send(Frame::Barrier(2)).await.is_ok() {
            tokio::task::yield_now().await;
        }
        dealing.abort();
        let _ = dealing.await;
        drop(shards);
        for thread in threads {
            thread.await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn a_channel_for_shards_that_nobody_runs_ends() {
    let (shards, running) = Shards::new(2);
    drop(running);
    let carried =
        shards.carry("h1@127.0.0.1:1".to_owned(), Outgoing::new(address(0), 1), Inbox::default());
    assert!(matches!(carried.await, Err(Error::Disconnected(_))));
}

#[tokio::test(start_paused = true)]
async fn a_stale_deployment_is_refused_on_a_new_connection_too() {
    local(async {
        let inlets = Inlets::default();
        let limits = Limits::default();
        let loopback = "127.0.0.1:0".parse().unwrap();
        let listener = Listener::bind(loopback, Transport::Plain, limits).await.unwrap();
        let to = listener.address().unwrap();
        let (queue, arrivals) = mpsc::channel(8);
        spawn_local(deal(listener, vec![queue], |error| panic!("{error}")));
        spawn_local(serve_arrivals(arrivals, inlets.clone(), limits, |_| ()));
        inlets.fence(&address(0).pipeline, 2).unwrap();
        let stale = carried(to, 0, limits).await;
        assert!(matches!(stale, Err(Error::StaleEpoch { epoch: 1, newest: 2, .. })), "{stale:?}");
    })
    .await;
}
