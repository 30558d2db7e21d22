//! Tenants that misbehave on a cluster of real processes: what they use of it ends at its limit, and the pipelines beside
//! theirs go on.

use std::{collections::BTreeSet, fs};

use sandbar_tests::{
    guest,
    running::{kill, until},
};
use serde_json::Value;

use super::up::{TENANT, Up};

fn publish_guest(up: &Up, guest: &str) {
    let file = guest::guest(guest, up.bench.folder()).display().to_string();
    up.run(&["publish", &file, "--name", guest, "--version", "1.0.0"]).ended(0);
}

/// H38.
#[test]
fn a_tenant_has_so_many_instances_and_no_more() {
    let up = Up::start();
    up.publish("identity");
    let mut text = "name = \"many\"\n[source.in]\nconnector = \"generator\"\nparallelism = 60\n\
        rate = 60\n"
        .to_owned();
    let mut input = "in".to_owned();
    for number in 0..20 {
        let name = format!("copy-{number}");
        text.push_str(&format!(
            "[operator.{name}]\nplugin = \"identity@1.0.0\"\ninput = \"{input}\"\nparallelism = 60\n"
        ));
        input = name;
    }
    text.push_str(&format!(
        "[sink.out]\nconnector = \"discard\"\ninput = \"{input}\"\nparallelism = 60\n"
    ));
    up.bench.write("many.toml", text);
    let refused = up.run(&["deploy", "many.toml", "--yes"]);
    assert_ne!(refused.code, Some(0));
    let message = "tenant dev would have 1200 instances of plugins and may have 1000";
    assert!(refused.stderr.contains(message), "{}", refused.stderr);
    assert!(refused.stderr.contains("lower a parallelism"), "{}", refused.stderr);
    assert!(up.workers().is_empty(), "nothing was started for it");
    let quota = ["tenant", "quota", TENANT, "--instances", "1200", "--context", "dev-operator"];
    up.run(&quota).ended(0);
    up.run(&["deploy", "many.toml", "--yes"]).ended(0);
    up.until_status("many", "running");
}

const STUCK: &str = r#"name = "stuck"

[source.in]
connector = "generator"
keys = 100
size = "1KiB"
parallelism = 2

[operator.slow]
plugin = "h01-loop@1.0.0"
input = { from = "in", by = "key" }
parallelism = 2
limits = { call = "60s" }

[sink.out]
connector = "discard"
input = "slow"
parallelism = 2
"#;

const FREE: &str = r#"name = "free"

[source.in]
connector = "generator"
count = 20000
keys = 100
parallelism = 2

[operator.copy]
plugin = "identity@1.0.0"
input = { from = "in", by = "key" }
parallelism = 2

[sink.out]
connector = "file"
input = "copy"
path = "NAME-{task}.txt"
parallelism = 2
"#;

/// Records that the source of `pipeline` has sent.
fn sent(up: &Up, pipeline: &str) -> u64 {
    let told = up.json(&["describe", pipeline]);
    let nodes = told["nodes"].as_array().expect("it has nodes");
    let source = nodes.iter().find(|node| node["name"] == "in").expect("it has a source");
    source["records_out"].as_u64().expect("a number")
}

/// H30: both pipelines are spread over both hosts, whose workers share one connection each way.
#[test]
fn an_operator_that_takes_nothing_stops_its_own_source_and_no_other() {
    let up = Up::start_hosts(2);
    up.publish("identity");
    publish_guest(&up, "h01-loop");
    up.bench.write("stuck.toml", STUCK);
    up.bench.write("free.toml", FREE.replace("NAME", "free"));
    up.run(&["deploy", "stuck.toml", "--yes"]).ended(0);
    up.until_status("stuck", "running");
    let hosts = |pipeline: &str| up.json(&["describe", pipeline])["hosts"].clone();
    assert_eq!(hosts("stuck").as_array().map(Vec::len), Some(2), "{}", hosts("stuck"));
    let (mut before, mut same) = (0, 0);
    until("its source stands still", || {
        let now = sent(&up, "stuck");
        same = if now == before && now > 0 { same + 1 } else { 0 };
        before = now;
        same == 10
    });
    // Two sources, each with a queue and a window of 1 MiB to two tasks, and what was under way.
    assert!(
        before < 40_000,
        "{before} records of 1 KiB left the source of a pipeline that is stuck"
    );
    up.run(&["deploy", "free.toml", "--yes"]).ended(0);
    up.until_status("free", "finished");
    let numbers: BTreeSet<String> =
        ["free-0.txt", "free-1.txt"].iter().flat_map(|name| up.lines(name)).collect();
    assert_eq!(numbers.len(), 20_000, "nothing of it is lost");
    assert_eq!(up.status("stuck"), "running");
    // H29: a worker dies while the other one is in the middle of calls. They are given up, and threads are free again.
    let epoch = || up.json(&["describe", "stuck"])["epoch"].as_u64().expect("a number");
    let before = epoch();
    kill(up.workers()[0], "KILL");
    until("it runs again", || epoch() > before && up.status("stuck") == "running");
    up.bench.write("again.toml", FREE.replace("\"free\"", "\"again\"").replace("NAME", "again"));
    up.run(&["deploy", "again.toml", "--yes"]).ended(0);
    up.until_status("again", "finished");
}

/// H24: which task a key goes to is the pipeline's own secret.
#[test]
fn each_pipeline_spreads_the_same_keys_in_its_own_way() {
    let up = Up::start();
    up.publish("identity");
    let mut spread = BTreeSet::new();
    for name in ["one", "two", "three"] {
        let text = FREE.replace("\"free\"", &format!("\"{name}\"")).replace("NAME", name);
        let text = text.replace("{seq}", "").replace("count = 20000", "count = 100");
        up.bench.write("keys.toml", text);
        up.run(&["deploy", "keys.toml", "--yes"]).ended(0);
        up.until_status(name, "finished");
        let lines = [up.lines(&format!("{name}-0.txt")), up.lines(&format!("{name}-1.txt"))];
        assert_eq!(lines[0].len() + lines[1].len(), 100);
        assert!(lines.iter().all(|lines| lines.len() > 20), "spread unevenly: {lines:?}");
        spread.insert(lines);
    }
    assert_eq!(spread.len(), 3, "keys that meet in one pipeline meet in another");
}

/// A line of the log of host or worker.
fn logged(up: &Up) -> Vec<Value> {
    let lines = up.host.stderr();
    let parse = |line: &str| {
        serde_json::from_str(line).unwrap_or_else(|error| panic!("no JSON: {line}: {error}"))
    };
    lines.lines().map(parse).collect()
}

#[test]
fn each_line_about_a_pipeline_names_it_and_its_tenant() {
    let up = Up::start_logging("info");
    up.publish("identity");
    publish_guest(&up, "h15-trap");
    up.bench.write("numbers.toml", FREE.replace("NAME", "numbers"));
    up.run(&["deploy", "numbers.toml", "--yes"]).ended(0);
    up.until_status("free", "finished");
    up.bench.write("bad.toml", STUCK.replace("h01-loop", "h15-trap"));
    up.run(&["deploy", "bad.toml", "--yes"]).ended(0);
    up.until_status("stuck", "failed");
    let of = |message: &str, pipeline: &str| {
        let about = |line: &&Value| {
            line["message"] == message
                && line["span"]["tenant"] == TENANT
                && line["span"]["pipeline"] == pipeline
        };
        logged(&up).iter().filter(about).count()
    };
    for pipeline in ["free", "stuck"] {
        for message in ["audit", "pipeline is running", "a part was started", "tasks are started"] {
            until("the line is there", || of(message, pipeline) > 0);
        }
    }
    until("the worker told of the halt", || of("a task halted", "stuck") > 0);
    assert_eq!(of("a task halted", "free"), 0);
    for line in logged(&up) {
        let target = line["target"].as_str().unwrap_or_default();
        let message = line["message"].as_str().unwrap_or_default();
        let is_about_one = target.starts_with("sandbar::worker::r")
            || target.starts_with("sandbar::cluster::driver")
            || message.starts_with("pipeline ");
        assert!(!is_about_one || line["span"]["pipeline"].is_string(), "{line}");
    }
}

#[test]
fn a_second_up_on_a_running_folder_is_refused_and_changes_nothing() {
    let up = Up::start();
    let certificate = up.bench.path("data/h1-certificates/host.pem");
    let files = || -> Vec<(std::path::PathBuf, Vec<u8>)> {
        let folder = certificate.parent().expect("it is in a folder");
        let entries = fs::read_dir(folder).expect("it is there").map(|entry| entry.unwrap().path());
        let mut files: Vec<_> =
            entries.map(|path| (path.clone(), fs::read(path).unwrap())).collect();
        files.sort();
        files
    };
    let before = files();
    assert!(!before.is_empty());
    let refused = up.run(&["up", "--data", "data", "--listen", "127.0.0.1:0"]);
    assert_ne!(refused.code, Some(0));
    assert!(refused.stderr.contains("another host uses the data folder"), "{}", refused.stderr);
    assert!(files() == before, "certificates of a cluster that runs were issued anew");
    up.run(&["list"]).ended(0);
}
