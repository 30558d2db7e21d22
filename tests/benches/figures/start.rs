//! How long a person waits for the first record.

use std::{
    fs,
    io::Read,
    process::{Command, Stdio},
};

use tokio::time::Instant;

use crate::{
    files::{plugins, sandbar},
    median, say,
};

const RUNS: usize = 11;

/// `sandbar run` of a cached pipeline to its first byte on stdout.
pub(crate) fn start() -> anyhow::Result<()> {
    say("start: `sandbar run` of a cached pipeline to its first output");
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("in.txt"), "a line\n")?;
    let pipeline = folder.path().join("pipeline.toml");
    fs::write(
        &pipeline,
        format!(
            "name = \"start\"\nplugins = {:?}\n\
             [source.in]\nconnector = \"file\"\npath = \"in.txt\"\nformat = \"raw-lines\"\n\
             [operator.copy]\nplugin = \"identity\"\ninput = \"in\"\n\
             [sink.out]\nconnector = \"stdout\"\ninput = \"copy\"\nformat = \"raw-lines\"\n",
            plugins()
        ),
    )?;
    let mut waits = Vec::new();
    for _ in 0..=RUNS {
        let begin = Instant::now();
        let mut child = Command::new(sandbar()?)
            .args(["run", "--quiet"])
            .arg(&pipeline)
            .env("SANDBAR_CACHE", folder.path().join("cache"))
            .stdout(Stdio::piped())
            .spawn()?;
        let mut first = [0];
        if let Some(stdout) = &mut child.stdout {
            stdout.read_exact(&mut first)?;
        }
        waits.push(begin.elapsed().as_secs_f64() * 1e3);
        child.wait()?;
    }
    let compiled = waits.remove(0);
    say(&format!("  {:.0} ms (goal: 300); compiled anew: {compiled:.0} ms\n", median(waits)));
    Ok(())
}
