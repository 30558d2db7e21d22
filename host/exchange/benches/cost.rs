//! CPU time that both ends of a connection use to move a gigabyte of batches: the exchange beside plain frames over
//! TCP with an acknowledgement each, with and without TLS, in turns within one run. `cargo bench -p sandbar-exchange`.
//! Without `--bench` (as `cargo test --benches` runs it) each case moves a little only.

#![allow(clippy::unwrap_used, reason = "a bench fails by a panic, as a test does")]

use std::collections::VecDeque;
use std::future::Future;
use std::io::{IoSlice, Write as _};
use std::net::SocketAddr;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustix::time::{ClockId, clock_gettime};
use rustls::pki_types::PrivateKeyDer;
use sandbar_dataflow::channel::Inbox;
use sandbar_dataflow::{BatchBuilder, Frame, Port, Record, RecordBatch};
use sandbar_exchange::{
    Address, Credentials, Inlets, Limits, Listener, Outgoing, Peer, Stream, Transport, connect,
    dial, serve,
};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::sync::oneshot;
use tokio::task::{LocalSet, spawn_blocking, spawn_local};

/// As the host's own binary has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SIZES: [usize; 4] = [16 << 10, 64 << 10, 256 << 10, 1 << 20];
const ROUNDS: usize = 5;
const ROUND_BYTES: usize = 512 << 20;

#[derive(Clone, Copy)]
enum Way {
    Raw,
    Exchange,
}

fn main() {
    let is_bench = std::env::args().any(|argument| argument == "--bench");
    let (rounds, round_bytes) = if is_bench { (ROUNDS, ROUND_BYTES) } else { (1, 4 << 20) };
    let (server, client) = workers();
    let cases = [
        ("raw TCP", Way::Raw, Transport::Plain, Transport::Plain),
        ("exchange", Way::Exchange, Transport::Plain, Transport::Plain),
        ("raw TLS", Way::Raw, server.clone(), client.clone()),
        ("exchange TLS", Way::Exchange, server, client),
    ];
    let mut out = std::io::stdout().lock();
    let titles = cases.each_ref().map(|(title, ..)| format!("{title:>14}")).concat();
    writeln!(out, "CPU s/GB, both ends, median of {rounds}\n{:>8}{titles}", "batch").unwrap();
    for size in SIZES {
        let batch = batch(size);
        let count = round_bytes / batch.bytes();
        let mut figures = cases.each_ref().map(|_| Vec::new());
        for _ in 0..rounds {
            for ((_, way, server, client), figures) in cases.iter().zip(&mut figures) {
                let before = cpu_seconds();
                run(*way, server.clone(), client.clone(), batch.clone(), count);
                let gigabytes = (count * batch.bytes()) as f64 / 1e9;
                figures.push((cpu_seconds() - before) / gigabytes);
            }
        }
        let medians = figures.map(|mut figures| {
            figures.sort_by(f64::total_cmp);
            format!("{:14.3}", figures[figures.len() / 2])
        });
        writeln!(out, "{:>4} KiB{}", size >> 10, medians.concat()).unwrap();
    }
}

fn cpu_seconds() -> f64 {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    now.tv_sec as f64 + now.tv_nsec as f64 / 1e9
}

/// Records of 112 bytes, `size` bytes in all.
fn batch(size: usize) -> RecordBatch {
    let mut builder = BatchBuilder::default();
    for number in 0..(size / 112) as i64 {
        let key = number.to_le_bytes();
        builder.push(Record { key: &key, value: &[b'v'; 88], timestamp: number, headers: &[] });
    }
    builder.finish()
}

/// Credentials for both ends.
fn workers() -> (Transport, Transport) {
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
    let worker = |host: &str| {
        let name = Peer { host: host.to_owned(), tenant: "acme".to_owned() }.name();
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new([name]).unwrap();
        let certificate = params.signed_by(&key, &authority).unwrap();
        let chain = vec![certificate.der().clone()];
        let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        Transport::Tls(Credentials::new(authority.der().clone(), chain, key).unwrap())
    };
    (worker("server"), worker("client"))
}

/// Moves `batch` `count` times between two threads.
fn run(way: Way, server: Transport, client: Transport, batch: RecordBatch, count: usize) {
    let (told, address) = oneshot::channel();
    local(async move {
        let server = spawn_blocking(move || local(serving(way, server, told, count)));
        let client = spawn_blocking(move || local(calling(way, client, address, batch, count)));
        server.await.unwrap();
        client.await.unwrap();
    });
}

fn local<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    LocalSet::new().block_on(&runtime, future)
}

fn address() -> Address {
    Address { pipeline: "bench".to_owned(), edge: 0, from: 0, to: 0 }
}

async fn serving(way: Way, transport: Transport, told: oneshot::Sender<SocketAddr>, count: usize) {
    let loopback = "127.0.0.1:0".parse().unwrap();
    let limits = Limits::default();
    let listener = Listener::bind(loopback, transport, limits).await.unwrap();
    told.send(listener.address().unwrap()).unwrap();
    let (stream, _) = listener.accept().await.unwrap().greet().await.unwrap();
    match way {
        Way::Raw => take_raw(stream, count).await,
        Way::Exchange => {
            let inlets = Inlets::default();
            let mut inbox = Inbox::default();
            let sender = inbox.channel(Port(0), 1 << 20);
            spawn_local(inlets.expect(address(), 1, sender).unwrap());
            let served = spawn_local(serve(stream, inlets, limits));
            let mut taken = 0;
            while let Some(delivery) = inbox.recv().await {
                taken += usize::from(matches!(delivery.frame, Frame::Batch(_)));
            }
            assert_eq!(taken, count);
            // Ends when the caller has learned that all was taken, and hangs up.
            let _ = served.await;
        }
    }
}

async fn calling(
    way: Way,
    transport: Transport,
    to: oneshot::Receiver<SocketAddr>,
    batch: RecordBatch,
    count: usize,
) {
    let limits = Limits::default();
    let stream = dial(to.await.unwrap(), "server", &transport, limits).await.unwrap();
    match way {
        Way::Raw => push_raw(stream, &batch, count, limits.window_bytes).await,
        Way::Exchange => {
            let (link, run) = connect(stream, limits);
            let run = spawn_local(run);
            let mut input = Inbox::default();
            let sender = input.channel(Port(0), 1 << 20);
            spawn_local(async move {
                for _ in 0..count {
                    sender.send(Frame::Batch(batch.clone())).await.unwrap();
                }
                sender.send(Frame::End).await.unwrap();
            });
            Outgoing::new(address(), 1).carry(&link, &mut input).await.unwrap();
            run.abort();
        }
    }
}

/// Frames of a length and the columns' bytes, with as much on its way as the exchange allows.
async fn push_raw(stream: Stream, batch: &RecordBatch, count: usize, window_bytes: usize) {
    let (reader, mut writer) = tokio::io::split(stream);
    let mut reader = BufReader::new(reader);
    let payload = vec![b'v'; batch.bytes()];
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
        while waiting.len() * payload.len() >= window_bytes {
            assert_eq!(Some(reader.read_u64_le().await.unwrap()), waiting.pop_front());
        }
    }
    for number in waiting {
        assert_eq!(reader.read_u64_le().await.unwrap(), number);
    }
}

async fn take_raw(stream: Stream, count: usize) {
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
