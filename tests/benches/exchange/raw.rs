//! The least there is: frames of a length and the columns' bytes, each acknowledged by eight bytes.

use std::collections::VecDeque;
use std::io::IoSlice;

use sandbar_dataflow::RecordBatch;
use sandbar_exchange::{Limits, Listener, Stream, Transport, dial};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, BufReader};

use crate::ends::{WINDOW_BYTES, both};

pub(crate) fn run((server, client): (Transport, Transport), batch: &RecordBatch, count: usize) {
    let bytes = batch.bytes();
    both(
        async move |told| {
            let loopback = "127.0.0.1:0".parse().unwrap();
            let listener = Listener::bind(loopback, server, Limits::default()).await.unwrap();
            told.send(listener.address().unwrap()).unwrap();
            let (stream, _) = listener.accept().await.unwrap().greet().await.unwrap();
            take(stream, count).await;
        },
        async move |address| {
            let to = address.await.unwrap();
            let stream = dial(to, "server", &client, Limits::default()).await.unwrap();
            push(stream, bytes, count).await;
        },
    );
}

async fn push(stream: Stream, bytes: usize, count: usize) {
    let (reader, mut writer) = tokio::io::split(stream);
    let mut reader = BufReader::new(reader);
    let payload = vec![b'v'; bytes];
    let mut waiting = VecDeque::new();
    for number in 0..count as u64 {
        let header = (payload.len() as u32).to_le_bytes();
        let mut slices = [IoSlice::new(&header), IoSlice::new(&payload)];
        let mut left = &mut slices[..];
        while !left.is_empty() {
            let written = writer.write_vectored(left).await.unwrap();
            IoSlice::advance_slices(&mut left, written);
        }
        writer.flush().await.unwrap();
        waiting.push_back(number);
        while waiting.len() * payload.len() >= WINDOW_BYTES {
            assert_eq!(Some(reader.read_u64_le().await.unwrap()), waiting.pop_front());
        }
    }
    for number in waiting {
        assert_eq!(reader.read_u64_le().await.unwrap(), number);
    }
}

async fn take(stream: Stream, count: usize) {
    let (reader, mut writer) = tokio::io::split(stream);
    let mut reader = BufReader::with_capacity(32 << 10, reader);
    for number in 0..count as u64 {
        let len = reader.read_u32_le().await.unwrap();
        let mut payload = Vec::with_capacity(len as usize);
        let mut part = (&mut reader).take(u64::from(len));
        while payload.len() < len as usize {
            assert!(part.read_buf(&mut payload).await.unwrap() > 0);
        }
        writer.write_u64_le(number).await.unwrap();
        writer.flush().await.unwrap();
    }
}
