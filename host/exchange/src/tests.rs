//! What the tests share: batches, random numbers that repeat, and both ends of a connection in one thread.

mod corrupt;
mod hostile;
mod hosts;
mod links;
mod resume;
mod serving;
mod tls;
mod wire;

use sandbar_dataflow::channel::Inbox;
use sandbar_dataflow::{BatchBuilder, Frame, Port, Record, RecordBatch};
use tokio::task::{JoinHandle, LocalSet, spawn_local};

use crate::{Address, Error, Inlets, Limits, Link, connect, serve};

/// Random numbers by Steele, Lea and Flood's SplitMix.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }
}

pub(super) fn address(to: u32) -> Address {
    Address { pipeline: "delays".to_owned(), edge: 3, from: 0, to }
}

/// One record of `bytes` bytes at time `number`.
pub(super) fn batch(number: u64, bytes: usize) -> RecordBatch {
    let mut builder = BatchBuilder::default();
    let timestamp = i64::try_from(number).unwrap();
    builder.push(Record { key: b"key", value: &vec![b'x'; bytes], timestamp, headers: &[] });
    builder.finish()
}

/// What of a frame must come through.
pub(super) fn shown(frame: &Frame) -> String {
    match frame {
        Frame::Batch(batch) => format!("{:?}", batch.columns()),
        other => format!("{other:?}"),
    }
}

/// Runs a test whose futures stay on its thread. What waits for ever fails: a paused clock is soon a day on.
pub(super) async fn local<T>(test: impl Future<Output = T>) -> T {
    let day = std::time::Duration::from_secs(24 * 3_600);
    let set = LocalSet::new();
    let test = tokio::time::timeout(day, set.run_until(test));
    test.await.expect("the test is over within a day of its clock")
}

/// An inbox with the receiving end of `address(to)`, whose task's queue holds `bytes`.
pub(super) fn expected(inlets: &Inlets, to: u32, epoch: u64, bytes: usize) -> Inbox {
    let mut inbox = Inbox::default();
    let sender = inbox.channel(Port(0), bytes);
    spawn_local(inlets.expect(address(to), epoch, sender).unwrap());
    inbox
}

/// A served connection in memory, and what its serving end says when it is over.
pub(super) fn linked(inlets: &Inlets, limits: Limits) -> (Link, JoinHandle<Result<(), Error>>) {
    let (near, far) = tokio::io::duplex(64 << 10);
    let served = spawn_local(serve(far, inlets.clone(), limits));
    let (link, run) = connect(near, limits);
    spawn_local(run);
    (link, served)
}
