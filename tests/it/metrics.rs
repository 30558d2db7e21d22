//! What a run tells of itself while it goes on: metrics under the names that a host gives them, and who is held back.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
};

use sandbar_tests::{
    Bench, guest,
    running::{Running, until},
};

const BROKEN: &str = r#"
name = "broken"
[source.in]
connector = "generator"
rate = 1000
[operator.floods]
plugin = "h14-log-trap"
input = "in"
limits = { log_lines = 7 }
on_error = { then = "dead-letter" }
[sink.out]
connector = "discard"
input = ["floods", "floods.dead-letters"]
"#;

/// The page at `path` of the run, which told on stderr where that is.
fn page(running: &Running, path: &str) -> String {
    let told = running.stderr();
    let address = told.split("metrics at http://").nth(1).and_then(|rest| rest.split('/').next());
    let address = address.expect("it was told before anything ran");
    let mut stream = TcpStream::connect(address).expect("somebody listens");
    let request = format!("GET {path} HTTP/1.1\r\nHost: sandbar\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("it is taken");
    let mut page = String::new();
    stream.read_to_string(&mut page).expect("it answers in text");
    page
}

/// The number that `page` tells under `name` of the operator.
fn number(page: &str, name: &str) -> u64 {
    let labels = "tenant=\"local\",pipeline=\"broken\",operator=\"floods\",kind=\"operator\"";
    let line = format!("sandbar_operator_{name}{{{labels}}} ");
    let found = page.lines().find_map(|found| found.strip_prefix(&line));
    found.unwrap_or_else(|| panic!("no {line}in {page}")).parse().expect("a number")
}

#[test]
fn a_run_serves_metrics_and_tells_whose_breaker_is_open() {
    let bench = Bench::new();
    guest("h14-log-trap", bench.folder());
    bench.write("broken.toml", BROKEN);
    let mut running = bench.start(&["run", "broken.toml", "--metrics", "127.0.0.1:0"]);
    until("metrics are told of", || running.stderr().contains("/metrics\n"));
    until("the breaker opens", || number(&page(&running, "/metrics"), "breaker_open") == 1);
    until("progress tells of it", || {
        running.stderr().contains(", `floods` held back by its circuit breaker")
    });
    let measured = page(&running, "/metrics");
    assert!(measured.starts_with("HTTP/1.1 200 OK\r\n"), "{measured}");
    assert!(number(&measured, "records_in_total") >= 10, "{measured}");
    assert!(number(&measured, "dead_letters_total") >= 9, "{measured}");
    assert!(number(&measured, "failures_total") >= 10, "{measured}");
    assert!(number(&measured, "breaker_pauses_total") >= 1, "{measured}");
    assert!(number(&measured, "log_lines_dropped_total") >= 1_000, "{measured}");
    assert_eq!(number(&measured, "records_skipped_total"), 0, "{measured}");
    assert!(page(&running, "/readyz").ends_with("ready\n"));
    running.signal("INT");
    running.wait().ended(0);
}

#[test]
fn metrics_at_a_bad_address_are_refused_before_anything_runs() {
    let bench = Bench::new();
    bench.write("broken.toml", BROKEN.replace("h14-log-trap", "nowhere"));
    let refused = bench.run(&["run", "broken.toml", "--metrics", "localhost"]).ended(2);
    assert!(refused.stderr.contains("--metrics"), "{}", refused.stderr);
}
