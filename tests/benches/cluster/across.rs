//! Source and plugin on one host, by key to a plugin and a sink on another, beside the same in one process: records per
//! CPU second of all processes, hosts and workers. Each side reads the same and is compared by what comes out.

use std::{fs, path::Path, time::Duration};

use sandbar_tests::{Bench, built};

use crate::{
    median, say,
    up::{Up, children_cpu_seconds},
};

const RECORDS: u64 = 4_000_000;
const RUNS: usize = 3;

/// Made-up records of 200 bytes through two plugins that only copy: nearly nothing but ways.
const COPIES: &str = r#"
[source.in]
connector = "generator"
count = COUNT
size = "200B"
keys = 1000

[operator.first]
plugin = "identity@1.0.0"
input = "in"

[operator.second]
plugin = "identity@1.0.0"
input = { from = "first", by = "key" }

[sink.out]
connector = "discard"
input = "second"
"#;

/// Departures through two plugins that read JSON: what the second reads was keyed by the first.
const FLIGHTS: &str = r#"
[source.in]
connector = "file"
path = "flights.jsonl"
format = "json-lines"

[operator.departed]
plugin = "departed@1.0.0"
input = "in"
parameters = { min_delay = -1000 }

[operator.summary]
plugin = "delay-summary@1.0.0"
input = { from = "departed.late", by = "key" }

[sink.out]
connector = "discard"
input = "summary"

[sink.cancelled]
connector = "discard"
input = "departed.cancelled"
"#;

pub(crate) fn hosts() {
    let up = Up::start(2);
    for plugin in ["identity", "departed", "delay-summary"] {
        up.publish(plugin);
    }
    let demo = fs::read(built::root().join("plugins/demo/flights.jsonl")).unwrap();
    let lines = demo.iter().filter(|&&byte| byte == b'\n').count() as u64;
    let copies = RECORDS / lines / 2;
    let flights = demo.repeat(usize::try_from(copies).unwrap());
    fs::create_dir_all(up.file("")).unwrap();
    fs::write(up.file("flights.jsonl"), &flights).unwrap();
    let alone = Bench::new();
    alone.write("flights.jsonl", &flights);
    let copied = COPIES.replace("COUNT", &RECORDS.to_string());
    for (what, text, records) in
        [("copies", copied, RECORDS), ("flights", FLIGHTS.to_owned(), copies * lines)]
    {
        let (mut spread, mut one) = (Vec::new(), Vec::new());
        for run in 0..=RUNS {
            let figures =
                (across(&up, &format!("{what}-{run}"), &text, records), { single(&alone, &text) });
            // The first compiles for `sandbar run`, and starts the workers.
            if run > 0 {
                spread.push(records as f64 / figures.0 / 1e6);
                one.push(records as f64 / figures.1 / 1e6);
            }
        }
        let (spread, one) = (median(spread), median(one));
        let what = format!("{what} over two hosts beside one process, records/CPU s");
        say(&what, "0.6x", &format!("{:.2}x ({spread:.2} M, {one:.2} M)", spread / one));
    }
}

/// CPU seconds of all hosts and workers for one run of a pipeline.
fn across(up: &Up, name: &str, text: &str, records: u64) -> f64 {
    let before = up.cpu_seconds();
    up.deploy(&format!("name = \"{name}\"\n{text}"), &["--wait=running"]);
    let mut described = up.json(&["describe", name]);
    let hosts = described["hosts"].as_array().map_or(0, Vec::len);
    assert_eq!(hosts, 2, "it is not spread: {described}");
    // Each look costs the leader a handshake, so there are few.
    while described["status"] != "finished" {
        std::thread::sleep(Duration::from_millis(200));
        described = up.json(&["describe", name]);
    }
    let used = up.cpu_seconds() - before;
    assert_eq!(described["records_in"], records, "{described}");
    used
}

/// CPU seconds of `sandbar run` for the same.
fn single(alone: &Bench, text: &str) -> f64 {
    let plugins = built::plugins();
    let plugins: &Path = &plugins;
    let head = format!("name = \"alone\"\nplugins = {plugins:?}\n");
    alone.write("alone.toml", head + &text.replace("@1.0.0", ""));
    let before = children_cpu_seconds();
    alone.run(&["run", "alone.toml", "--quiet"]).ended(0);
    children_cpu_seconds() - before
}
