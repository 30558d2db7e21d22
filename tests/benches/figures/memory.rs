//! What a run holds in memory however much flows through it.

use std::{
    fs,
    process::{Child, Command},
    thread::sleep,
    time::Duration,
};

use anyhow::Context as _;

use crate::{
    files::{plugins, sandbar},
    load, say,
};

const RECORDS: u64 = 10_000_000;
const RECORD_BYTES: u64 = 1_000;

/// How often it is asked what the process holds.
const LOOK: Duration = Duration::from_millis(100);

/// 10 GB from the generator through a plugin that parses nothing, into nothing: the most that the process held, and what
/// it held in each fifth of the run.
pub(crate) fn flat() -> anyhow::Result<()> {
    let gigabytes = RECORDS * RECORD_BYTES / 1_000_000_000;
    say(&format!("memory: {gigabytes} GB, generator -> identity -> discard; load {}", load()));
    let folder = tempfile::tempdir()?;
    let pipeline = folder.path().join("pipeline.toml");
    fs::write(
        &pipeline,
        format!(
            "name = \"flat\"\nplugins = {:?}\n\
             [source.in]\nconnector = \"generator\"\ncount = {RECORDS}\nsize = \"{RECORD_BYTES}B\"\n\
             [operator.copy]\nplugin = \"identity\"\ninput = \"in\"\n\
             [sink.out]\nconnector = \"discard\"\ninput = \"copy\"\n",
            plugins()
        ),
    )?;
    let mut run = Command::new(sandbar()?);
    let mut child = run.args(["run", "--quiet"]).arg(&pipeline).spawn()?;
    let mut held = Vec::new();
    while child.try_wait()?.is_none() {
        held.extend(megabytes(&child, "VmRSS:"));
        sleep(LOOK);
        held.extend(megabytes(&child, "VmHWM:"));
    }
    anyhow::ensure!(child.wait()?.success(), "the run failed");
    let most = held.iter().max().context("it ended before it was looked at")?;
    // The kernel's own peak is every second of them; the other ones are what was held at the time.
    let now: Vec<u64> = held.iter().copied().step_by(2).collect();
    let fifths = now.chunks(now.len().div_ceil(5)).filter_map(|fifth| fifth.iter().max());
    let fifths: Vec<String> = fifths.map(u64::to_string).collect();
    say(&format!("  {most} MB at most (goal: 300); in each fifth: {}\n", fifths.join(", ")));
    Ok(())
}

/// What the kernel says of a process that lives.
fn megabytes(child: &Child, what: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(what))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()? * 1_024 / 1_000_000)
}
