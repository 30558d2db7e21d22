//! Whole pipelines over files, by the `sandbar` that people run: the process's own CPU time and wall time.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, ensure};
use serde_json::Value;

use crate::{data, load, median, say};

const LINES: usize = 2_000_000;
const RUNS: usize = 5;

/// The top folder of the checkout.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Where `make plugins` puts plugins.
pub(crate) fn plugins() -> PathBuf {
    root().join("target/plugins")
}

/// The binary beside this benchmark.
pub(crate) fn sandbar() -> anyhow::Result<PathBuf> {
    let here = std::env::current_exe()?;
    let release = here.ancestors().nth(2).context("a benchmark lies in target/release/deps")?;
    let sandbar = release.join("sandbar");
    ensure!(sandbar.exists(), "{} is missing: run `make build`", sandbar.display());
    Ok(sandbar)
}

/// Runs `pipeline` and reads its report.
fn report(pipeline: &Path, threads: usize) -> anyhow::Result<Value> {
    let output = Command::new(sandbar()?)
        .args(["run", "-o", "json", "--threads", &threads.to_string()])
        .arg(pipeline)
        .output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn figure(report: &Value, key: &str) -> anyhow::Result<f64> {
    report[key].as_f64().with_context(|| format!("the report has no `{key}`"))
}

/// file -> identity in Wasm -> file.
pub(crate) fn identity() -> anyhow::Result<()> {
    say(&format!("files: file -> identity in Wasm -> file, {LINES} lines of 100 bytes"));
    let folder = tempfile::tempdir()?;
    data::lines(&folder.path().join("in.txt"), LINES)?;
    let pipeline = folder.path().join("pipeline.toml");
    fs::write(
        &pipeline,
        format!(
            "name = \"files\"\nplugins = {:?}\n\
             [source.in]\nconnector = \"file\"\npath = \"in.txt\"\nformat = \"raw-lines\"\n\
             [operator.copy]\nplugin = \"identity\"\ninput = \"in\"\n\
             [sink.out]\nconnector = \"file\"\ninput = \"copy\"\npath = \"out.txt\"\nformat = \"raw-lines\"\n",
            plugins()
        ),
    )?;
    let mut rates = Vec::new();
    for _ in 0..RUNS {
        let report = report(&pipeline, 1)?;
        rates.push(LINES as f64 / figure(&report, "cpu_ms")? / 1e3);
    }
    let (whole, copy) = (folder.path().join("in.txt"), folder.path().join("out.txt"));
    ensure!(fs::read(whole)? == fs::read(copy)?, "the output is not the input");
    say(&format!("  {:.2} M records per CPU-second (goal: 5)\n", median(rates)));
    Ok(())
}

/// The demo's pipeline over two million departures, on one thread and on two.
pub(crate) fn threads() -> anyhow::Result<()> {
    say(&format!("threads: the demo's pipeline over {LINES} departures, load average {}", load()));
    let folder = tempfile::tempdir()?;
    let demo = root().join("plugins/demo");
    let flights = fs::read(demo.join("flights.jsonl"))?;
    let lines = flights.iter().filter(|byte| **byte == b'\n').count();
    let mut input = Vec::with_capacity(flights.len() * (LINES / lines + 1));
    for _ in 0..LINES.div_ceil(lines) {
        input.extend_from_slice(&flights);
    }
    fs::write(folder.path().join("input.jsonl"), &input)?;
    let text = fs::read_to_string(demo.join("flights.toml"))?;
    let text = text
        .replace("../../target/plugins", &plugins().display().to_string())
        .replace("../../out/demo", &folder.path().display().to_string());
    let pipeline = folder.path().join("flights.toml");
    fs::write(&pipeline, text)?;
    let mut walls = [Vec::new(), Vec::new()];
    for _ in 0..RUNS {
        for threads in [1, 2] {
            walls[threads - 1].push(figure(&report(&pipeline, threads)?, "elapsed_ms")? / 1e3);
        }
    }
    let [one, two] = walls.map(median);
    say(&format!(
        "  one thread {one:.2} s, two threads {two:.2} s: {:.2} x (goal: 1.8)",
        one / two
    ));
    say(&format!("  load average afterwards {}\n", load()));
    Ok(())
}
