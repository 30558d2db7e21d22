//! CPU time that both ends of a connection use to move a gigabyte of batches: the exchange, plain and with mutual TLS,
//! beside frames over TCP with an acknowledgement each, gRPC (tonic) and Arrow Flight. All in turns within one run, with
//! one allocator, one thread an end, and the same bytes in flight. Nothing here passes or fails.
//!
//! `make bench` runs it; `cargo bench --workspace --bench exchange -- 64` measures batches of 64 KiB only, and
//! `-- 64 exchange` this one way alone, for a profile; `-- 0` the latency only.

#![allow(clippy::unwrap_used, reason = "a bench fails by a panic, as a test does")]

mod ends;
mod flight;
mod grpc;
mod latency;
mod ours;
mod raw;

use std::io::Write as _;

use sandbar_exchange::Transport;

use crate::ends::{batch, cpu_seconds, load, workers};

/// As the host's own binary has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// KiB of a batch.
const SIZES: [usize; 4] = [16, 64, 256, 1_024];
const ROUNDS: usize = 7;
const ROUND_BYTES: usize = 512 << 20;

/// Moves a batch so many times.
type Way<'a> = &'a dyn Fn(&sandbar_dataflow::RecordBatch, usize);

fn main() {
    let wanted: Vec<usize> =
        std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    // `cargo test --benches` runs this without `--bench`: then it only has to work.
    let is_bench = std::env::args().any(|argument| argument == "--bench");
    let (rounds, round_bytes) = if is_bench { (ROUNDS, ROUND_BYTES) } else { (1, 4 << 20) };
    let plain = || (Transport::Plain, Transport::Plain);
    let tls = workers();
    let ways: [(&str, Way<'_>); 6] = [
        ("raw TCP", &|batch, count| raw::run(plain(), batch, count)),
        ("exchange", &|batch, count| ours::run(plain(), batch, count)),
        ("gRPC", &grpc::run),
        ("Flight", &flight::run),
        ("raw TLS", &|batch, count| raw::run(tls.clone(), batch, count)),
        ("exch. TLS", &|batch, count| ours::run(tls.clone(), batch, count)),
    ];
    let alone = ways.iter().find(|(title, _)| std::env::args().any(|argument| argument == *title));
    if let Some((title, way)) = alone {
        wanted.iter().for_each(|size| run_alone(title, way, size << 10, rounds * round_bytes));
        return;
    }
    let titles = ways.map(|(title, _)| format!("{title:>11}")).concat();
    say(&format!("CPU s/GB, both ends, median of {rounds}; load {}", load()));
    say(&format!("{:>9}{titles}    exchange/raw  /gRPC  /Flight  TLS/plain", "batch"));
    for size in SIZES.into_iter().filter(|size| wanted.is_empty() || wanted.contains(size)) {
        let batch = batch(size << 10);
        let count = round_bytes / batch.bytes();
        let mut figures = ways.map(|_| Vec::new());
        // Once before it counts: threads, pages and buffers are new then.
        for round in 0..=rounds {
            for ((_, way), figures) in ways.iter().zip(&mut figures) {
                let before = cpu_seconds();
                way(&batch, count);
                if round > 0 {
                    let gigabytes = (count * batch.bytes()) as f64 / 1e9;
                    figures.push((cpu_seconds() - before) / gigabytes);
                }
            }
        }
        let medians @ [raw, ours, grpc, flight, _, tls] = figures.map(median);
        let row = medians.map(|median| format!("{median:11.3}")).concat();
        let ratios = [(13, ours / raw), (7, ours / grpc), (9, ours / flight), (11, tls / ours)];
        let ratios = ratios.map(|(width, ratio)| format!("{ratio:width$.2}")).concat();
        say(&format!("{size:>5} KiB{row}   {ratios}"));
    }
    latency::run(is_bench);
}

fn run_alone(title: &str, way: Way<'_>, size: usize, bytes: usize) {
    let batch = batch(size);
    let count = bytes / batch.bytes();
    let before = cpu_seconds();
    way(&batch, count);
    let gigabytes = (count * batch.bytes()) as f64 / 1e9;
    say(&format!("{title}, {} KiB: {:.3}", size >> 10, (cpu_seconds() - before) / gigabytes));
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
