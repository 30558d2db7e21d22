//! The figures of a cluster, of real `sandbar` processes on loopback: how soon a deployed plugin's first record is out, what
//! hosts and idle pipelines hold in memory, and what a pipeline over two hosts costs beside one process. Nothing here
//! passes or fails.
//!
//! `make bench` runs all of it; `cargo bench --workspace --bench cluster -- deploy idle` runs some.

#![allow(clippy::unwrap_used, reason = "a bench fails by a panic, as a test does")]

mod across;
mod deploy;
mod memory;
mod up;

use std::io::Write as _;

const GROUPS: &[(&str, fn())] = &[
    ("deploy", deploy::first_record),
    ("host", memory::host),
    ("idle", memory::pipelines),
    ("across", across::hosts),
];

fn main() {
    let wanted: Vec<String> =
        std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    for (name, group) in GROUPS {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            group();
        }
    }
}

/// Prints one figure beside its goal.
fn say(what: &str, goal: &str, measured: &str) {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default().to_owned();
    let _ = writeln!(
        std::io::stdout(),
        "{what:<58}  goal {goal:<8}  measured {measured:<24}  load {load}"
    );
}

/// The middle of an odd number of figures; of an even number, the higher of the two.
fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
