//! From `sandbar deploy` to the first record at the sink: the verb's own start, its connection, the plan and the placement
//! are in it. The plugin has 87 KiB and was compiled when it was published.

use std::{fs, process::Stdio, time::Duration};

use tokio::time::Instant;

use crate::{median, say, up::Up};

const DEPLOYS: usize = 20;

pub(crate) fn first_record() {
    let up = Up::start(1);
    up.publish("words");
    let cold = deploy(&up, "cold");
    say("first record after a deploy, worker started for it", "-", &format!("{cold:.0} ms"));
    let warm: Vec<f64> = (0..DEPLOYS).map(|i| deploy(&up, &format!("warm-{i}"))).collect();
    let most = warm.iter().copied().fold(0.0, f64::max);
    let measured = format!("{:.0} ms (most {most:.0})", median(warm));
    say("first record after a deploy, median of 20", "50 ms", &measured);
    let asked: Vec<f64> = (0..DEPLOYS)
        .map(|_| {
            let begin = Instant::now();
            up.run(&["list"]);
            milliseconds(begin)
        })
        .collect();
    let measured = format!("{:.0} ms", median(asked));
    say("  beside it: `sandbar list`, the least any verb takes", "-", &measured);
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

/// The first deploy of a pipeline: milliseconds until its file has a record.
fn deploy(up: &Up, name: &str) -> f64 {
    let text = format!(
        "name = \"{name}\"\n[source.in]\nconnector = \"generator\"\nrate = 1\nvalue = \"word\"\n\
         [operator.split]\nplugin = \"words@1.0.0\"\ninput = \"in\"\n\
         [sink.out]\nconnector = \"file\"\ninput = \"split\"\npath = \"{name}.txt\"\n"
    );
    let path = format!("{name}.toml");
    up.bench.write(&path, text);
    let begin = Instant::now();
    let mut verb = up.bench.command(&["deploy", &path, "--yes"]);
    let mut verb = verb.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    while fs::metadata(up.file(&format!("{name}.txt"))).map_or(0, |file| file.len()) == 0 {
        assert!(begin.elapsed() < Duration::from_secs(60), "{name} has no record");
        std::thread::sleep(Duration::from_micros(200));
    }
    let took = milliseconds(begin);
    assert!(verb.wait().unwrap().success(), "{name} was not deployed");
    took
}
