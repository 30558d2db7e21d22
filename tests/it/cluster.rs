//! A cluster of one host, asked by its command line and by a client of other make: what a user does from `up` to `delete`,
//! and that nothing is lost when a worker dies or an upload breaks off.

use std::{
    collections::BTreeMap,
    fs,
    process::{Command, Stdio},
};

use sandbar_tests::{
    built,
    running::{Running, kill, until},
};

mod certificates;
mod damage;
mod disk;
mod flood;
mod hostile;
mod network;
mod proxy;
mod python;
mod strangers;
mod up;

use up::{TENANT, Up, sorted};

/// Real departures: lines that are JSON, through two plugins, by key.
const FLIGHTS: &str = r#"name = "flights"

[source.flights]
connector = "file"
path = "flights.jsonl"
format = "json-lines"
timestamp = ["/departed_ms", "/scheduled_ms"]
watermark = { lateness = "22h" }
parallelism = 2

[operator.departed]
plugin = "departed@1.0.0"
input = "flights"
parallelism = 2

[operator.summary]
plugin = "delay-summary@1.0.0"
input = { from = "departed.late", by = "key" }
parallelism = 2

[sink.report]
connector = "file"
input = "summary"
path = "report.jsonl"

[sink.cancelled]
connector = "file"
input = "departed.cancelled"
path = "cancelled.jsonl"
"#;

/// Numbers, at a pace that leaves time to disturb them.
const NUMBERS: &str = r#"name = "numbers"

[source.in]
connector = "generator"
count = 60000
rate = 20000

[operator.copy]
plugin = "identity@1.0.0"
input = "in"

[sink.out]
connector = "file"
input = "copy"
path = "numbers.txt"
"#;

/// How many `NUMBERS` are.
const COUNT: u64 = 60_000;

fn with_flights() -> Up {
    let up = Up::start();
    up.publish("departed");
    up.publish("delay-summary");
    let flights = built::root().join("plugins/demo/flights.jsonl");
    fs::create_dir_all(up.file("")).expect("the folder can be made");
    fs::copy(flights, up.file("flights.jsonl")).expect("the tenant's folder can be written");
    up.bench.write("flights.toml", FLIGHTS);
    up
}

fn with_numbers() -> Up {
    let up = Up::start();
    up.publish("identity");
    up.bench.write("numbers.toml", NUMBERS);
    up
}

/// How often each number came out; every one of them must have.
#[track_caller]
fn doubled(up: &Up) -> u64 {
    let mut seen: BTreeMap<u64, u64> = BTreeMap::new();
    for line in up.lines("numbers.txt") {
        let number = line.parse().unwrap_or_else(|_| panic!("`{line}` is no number"));
        *seen.entry(number).or_default() += 1;
    }
    let lost: Vec<u64> = (0..COUNT).filter(|number| !seen.contains_key(number)).collect();
    assert!(
        lost.is_empty(),
        "{} of {COUNT} are lost, such as {:?}",
        lost.len(),
        &lost[..lost.len().min(5)]
    );
    assert_eq!(seen.len() as u64, COUNT, "there are others than were read");
    seen.values().map(|times| times - 1).sum()
}

/// Deploys the numbers and waits on one connection until they have finished, beside the test.
fn deploying(up: &Up) -> Running {
    let mut command = up.bench.command(&["deploy", "numbers.toml", "--yes", "--wait"]);
    command.stdout(Stdio::null());
    Running::start_logged(&up.bench, command, "deploying.stderr")
}

/// Waits until the pipeline is in the middle of the numbers.
#[track_caller]
fn until_under_way(up: &Up) {
    until("numbers come out", || !up.lines("numbers.txt").is_empty());
    assert_eq!(up.status("numbers"), "running");
}

#[test]
fn a_pipeline_on_a_cluster_gives_what_it_gives_on_one_machine() {
    let up = with_flights();
    let plugins = up.json(&["plugins"]);
    assert_eq!(plugins["plugins"].as_array().map(Vec::len), Some(2), "{plugins}");
    let planned = up.json(&["deploy", "flights.toml", "--dry-run"]);
    let rights = planned["rights"].as_array().expect("a list");
    assert!(rights.iter().any(|right| right["right"] == "output.emit"), "{planned}");
    assert!(up.json(&["list"])["pipelines"].as_array().expect("a list").is_empty());
    // Nobody can be asked here, and nobody has to be: no plugin has more than what all have.
    let deployed = up.run(&["deploy", "flights.toml", "--wait"]).ended(0);
    let standard = "\nnew rights: standard (context, log, output)\n";
    assert!(deployed.stderr.contains(standard), "{}", deployed.stderr);

    let described = up.json(&["describe", "flights"]);
    assert_eq!(described["status"], "finished");
    assert_eq!(described["records_in"], 12_208);
    assert_eq!(described["hosts"].as_array().map(Vec::len), Some(1), "where it ran: {described}");
    assert!(!described["nodes"][0]["tasks"].as_array().expect("a list").is_empty(), "{described}");
    let listed = up.json(&["list"]);
    assert_eq!(listed["pipelines"][0]["name"], "flights");
    // What its source reached is of no use in another file, and of little to another number of tasks.
    let set = |setting| ["deploy", "flights.toml", "--dry-run", "--set", setting];
    let moved = up.run(&set("source.flights.path=\"other.jsonl\"")).ended(3);
    assert!(moved.stderr.contains("give the source another name"), "{}", moved.stderr);
    let split = up.run(&set("source.flights.parallelism=3")).ended(0);
    assert!(split.stderr.contains("source `flights` begins anew"), "{}", split.stderr);
    up.run(&["logs", "flights"]).ended(0);

    // The same without a cluster.
    let alone = FLIGHTS.replace("@1.0.0", "");
    let alone = format!("plugins = \"{}\"\n{alone}", built::plugins().display());
    up.bench.write("alone/flights.toml", alone);
    fs::copy(up.file("flights.jsonl"), up.bench.path("alone/flights.jsonl")).expect("room for it");
    up.run(&["run", "alone/flights.toml", "--quiet"]).ended(0);
    for file in ["report.jsonl", "cancelled.jsonl"] {
        let expected = sorted(&up.bench.read(&format!("alone/{file}")));
        assert!(!expected.is_empty(), "{file} is empty");
        assert!(up.lines(file) == expected, "{file} differs from that of one machine");
    }
    up.run(&["delete", "flights", "--yes"]).ended(0);
    up.run(&["describe", "flights"]).ended(5);
}

#[test]
fn a_worker_that_is_killed_loses_nothing() {
    let up = with_numbers();
    up.run(&["deploy", "numbers.toml", "--yes", "--wait=running"]).ended(0);
    until_under_way(&up);
    let workers = up.workers();
    assert_eq!(workers.len(), 1, "one tenant has one worker");
    kill(workers[0], "KILL");
    up.until_status("numbers", "finished");
    let described = up.json(&["describe", "numbers"]);
    assert!(described["restarts"].as_u64() > Some(0), "it was not killed in time: {described}");
    assert_ne!(up.workers(), workers);
    doubled(&up);
}

#[test]
fn what_is_paused_goes_on_where_it_was() {
    let up = with_numbers();
    up.run(&["deploy", "numbers.toml", "--yes", "--wait=running"]).ended(0);
    until_under_way(&up);
    up.run(&["pause", "numbers"]).ended(0);
    up.until_status("numbers", "paused");
    let before = up.lines("numbers.txt").len() as u64;
    assert!(before < COUNT, "it was over before it was paused");
    up.run(&["resume", "numbers"]).ended(0);
    up.until_status("numbers", "finished");
    assert_eq!(doubled(&up), 0, "a pause doubles nothing");
}

#[test]
fn a_pipeline_is_replaced_stopped_and_deleted() {
    let up = with_numbers();
    up.run(&["deploy", "numbers.toml", "--yes", "--wait=running"]).ended(0);
    until_under_way(&up);
    let planned =
        up.run(&["deploy", "numbers.toml", "--dry-run", "--set", "operator.copy.parallelism=2"]);
    assert!(planned.ended(0).stderr.contains("copy"));
    // Nothing is new about its rights, so nobody is asked.
    let replaced = ["deploy", "numbers.toml", "--set", "operator.copy.parallelism=2"];
    up.run(&replaced).ended(0);
    up.until_status("numbers", "running");
    up.run(&["delete", "numbers", "--yes"]).ended(5);
    up.run(&["stop", "numbers"]).ended(0);
    up.until_status("numbers", "stopped");
    up.run(&["delete", "numbers", "--yes"]).ended(0);
    assert!(up.json(&["list"])["pipelines"].as_array().expect("a list").is_empty());
}

#[test]
fn a_wrong_pipeline_file_is_told_with_its_place() {
    let up = Up::start();
    up.bench.write("wrong.toml", "name = \"wrong\"\n\n[source.in]\nconnector = \"generater\"\n");
    let refused = up.run(&["deploy", "wrong.toml", "--yes"]).ended(3);
    assert!(refused.stderr.contains("wrong.toml:4:13: error: "), "{}", refused.stderr);
    up.bench.write("out.toml", NUMBERS.replace("numbers.txt", "../../../escaped.txt"));
    up.publish("identity");
    up.run(&["deploy", "out.toml", "--yes", "--wait"]);
    assert!(!up.bench.path("escaped.txt").exists() && !up.bench.path("data/escaped.txt").exists());
}

#[test]
fn wrong_tokens_and_authorities_are_refused() {
    let up = Up::start();
    let (address, authority) = (up.address(), up.authority());
    let login = |address: &str, authority: &str, token: &str| {
        let token = up.bench.write("token", token).display().to_string();
        up.run(&[
            "login",
            "x",
            "--address",
            address,
            "--authority",
            authority,
            "--token-file",
            &token,
        ])
    };
    let wrong = format!("sbt_{}", "A".repeat(43));
    let refused = login(&address, &authority, &wrong).ended(5);
    assert!(
        !refused.stderr.contains(&wrong) && refused.stderr.contains("help: "),
        "{}",
        refused.stderr
    );
    // Another cluster's authority.
    let other = Up::start();
    let refused = login(&address, &other.authority(), &wrong).ended(4);
    assert!(refused.stderr.contains("not trusted"), "{}", refused.stderr);
    let token = fs::read_to_string(up.token()).expect("`up` wrote it");
    login(&address, &authority, &token).ended(0);
    up.run(&["context", "x", "--forget"]).ended(0);
    let refused = login("127.0.0.1:1", &authority, &wrong).ended(4);
    assert!(refused.stderr.contains("cannot be reached"), "{}", refused.stderr);
    // None of them became a context, and a tenant may not do what an operator may.
    up.run(&["context", "x"]).ended(2);
    let refused = up.run(&["hosts", "--context", "dev"]).ended(5);
    assert!(refused.stderr.contains(TENANT), "{}", refused.stderr);
    let hosts = up.json(&["hosts", "--context", "dev-operator"]);
    assert_eq!(hosts["hosts"][0]["status"], "up", "{hosts}");
}

#[test]
fn an_upload_that_breaks_off_goes_on() {
    let up = Up::start();
    let address = up.address();
    // The first connection ends within the upload, the others pass.
    let cut = proxy::Proxy::start(&address, 150_000);
    let (authority, token) = (up.authority(), up.token());
    let through = cut.address();
    up.run(&[
        "login",
        "cut",
        "--address",
        &through,
        "--authority",
        &authority,
        "--token-file",
        &token,
    ])
    .ended(0);
    cut.arm();
    let plugin = built::plugin("delay-summary");
    let bytes = fs::metadata(&plugin).expect("it was built").len();
    assert!(bytes > 100_000, "the plugin is too small to be cut: {bytes} bytes");
    let file = plugin.display().to_string();
    let published = up.run(&["publish", &file, "--name", "p", "--version", "1.0.0"]).ended(0);
    assert!(published.stderr.contains("trying again"), "{}", published.stderr);
    let digest = &up.json(&["plugins"])["plugins"][0]["digest"];
    let local = Command::new(built::sandbar()).args(["check", &file, "-o", "json"]).output();
    let local: serde_json::Value =
        serde_json::from_slice(&local.expect("it runs").stdout).expect("it is JSON");
    assert_eq!(*digest, local["digest"]);
    // The same again changes nothing, and other content under that name is refused.
    up.run(&["publish", &file, "--name", "p", "--version", "1.0.0"]).ended(0);
    let other = built::plugin("identity").display().to_string();
    up.run(&["publish", &other, "--name", "p", "--version", "1.0.0"]).ended(5);
}
