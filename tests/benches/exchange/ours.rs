//! The exchange: from one task's inbox to another's, as a worker has it.

use std::rc::Rc;

use sandbar_dataflow::channel::Inbox;
use sandbar_dataflow::{Frame, Port, RecordBatch};
use sandbar_exchange::{
    Address, Inlets, Limits, Links, Listener, Outgoing, TcpDial, Transport, serve,
};
use tokio::task::spawn_local;

use crate::ends::{WINDOW_BYTES, both};

pub(crate) fn run((server, client): (Transport, Transport), batch: &RecordBatch, count: usize) {
    let batch = batch.clone();
    let limits = Limits { window_bytes: WINDOW_BYTES, ..Limits::default() };
    both(
        async move |told| {
            let loopback = "127.0.0.1:0".parse().unwrap();
            let listener = Listener::bind(loopback, server, limits).await.unwrap();
            told.send(listener.address().unwrap()).unwrap();
            let inlets = Inlets::default();
            let mut inbox = Inbox::default();
            let sender = inbox.channel(Port(0), WINDOW_BYTES);
            spawn_local(inlets.expect(address(), 1, sender).unwrap());
            let (stream, _) = listener.accept().await.unwrap().greet().await.unwrap();
            let served = spawn_local(serve(stream, inlets, limits));
            let mut taken = 0;
            while let Some(delivery) = inbox.recv().await {
                taken += usize::from(matches!(delivery.frame, Frame::Batch(_)));
            }
            assert_eq!(taken, count);
            // Ends when the caller has learned that all was taken, and hangs up.
            let _ = served.await;
        },
        async move |heard| {
            let peer = TcpDial::peer("server", heard.await.unwrap());
            let (links, run) = Links::new(Rc::new(TcpDial::new(client, limits)), limits);
            spawn_local(run);
            let mut input = Inbox::default();
            let sender = input.channel(Port(0), WINDOW_BYTES);
            spawn_local(async move {
                for _ in 0..count {
                    sender.send(Frame::Batch(batch.clone())).await.unwrap();
                }
                sender.send(Frame::End).await.unwrap();
            });
            links.carry(&peer, Outgoing::new(address(), 1), input).await.unwrap();
        },
    );
}

fn address() -> Address {
    Address { pipeline: "bench".to_owned(), edge: 0, from: 0, to: 0 }
}
