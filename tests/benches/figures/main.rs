//! The figures: what a plugin costs beside the same operator in native code, all sides in one run. CPU time and ratios;
//! wall time only where it is what is asked. Nothing here passes or fails.
//!
//! `make bench` runs all of it; `cargo bench --workspace --bench figures -- boundary json` runs some.

mod data;
mod engine;
mod files;
mod memory;
mod native;
mod start;

use std::io::{self, Write};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// One group of figures.
type Group = (&'static str, fn() -> anyhow::Result<()>);

const GROUPS: &[Group] = &[
    ("boundary", engine::boundary),
    ("json", engine::json),
    ("files", files::identity),
    ("threads", files::threads),
    ("start", start::start),
    ("memory", memory::flat),
];

fn main() -> anyhow::Result<()> {
    let wanted: Vec<String> =
        std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    for (name, group) in GROUPS {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            group()?;
        }
    }
    Ok(())
}

/// Prints one line of a table.
fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}

/// The middle of an odd number of figures.
fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// Load of the machine over the last minute, as the system says it.
fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().unwrap_or("unknown").to_owned()
}
