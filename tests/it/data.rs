//! Data that is not what it should be: what is good goes on, what is not is kept with its reason and can be read again.

use std::{fs::File, io::Write, process::Command};

use sandbar_tests::{
    Bench, Ran, built,
    running::{Running, until},
};
use serde_json::{Value, json};

const MIB: usize = 1 << 20;

/// Reads `input` as it is told to, and writes records and dead letters.
fn pipeline(source: &str) -> String {
    format!(
        r#"name = "data"

[source.in]
connector = "file"
path = "input"
{source}

[sink.out]
connector = "file"
input = "in"
path = "out/out"

[sink.dead]
connector = "file"
input = "in.dead-letters"
path = "out/dead"
format = "dead-letters"
"#
    )
}

const JSON: &str =
    "format = \"json-lines\"\ntimestamp = \"/t\"\non_error = { then = \"dead-letter\" }";

/// The same with an operator between that does not take every record.
const OPERATOR: &str = r#"name = "data"

[source.in]
connector = "file"
path = "input"
format = "json-lines"
timestamp = "/t"
key = "/carrier"

[operator.departed]
plugin = "departed"
input = "in"
on_error = { then = "dead-letter" }

[sink.out]
connector = "file"
input = "departed.late"
path = "out/out"

[sink.dead]
connector = "file"
input = "departed.dead-letters"
path = "out/dead"
format = "dead-letters"
"#;

fn run(bench: &Bench, file: &str, arguments: &[&str]) -> Ran {
    let plugins = format!("plugins={}", built::plugins().display());
    let before = ["run", file, "--quiet", "--set", plugins.as_str()];
    bench.run(&[&before, arguments].concat())
}

/// A bench in which `pipeline` has read `input` to the end.
#[track_caller]
fn read(pipeline: &str, input: impl AsRef<[u8]>) -> Bench {
    let bench = Bench::new();
    bench.write("input", input);
    bench.write("data.toml", pipeline);
    run(&bench, "data.toml", &[]).ended(0);
    bench
}

/// The dead letters in a file, without the time at which they failed.
fn letters(bench: &Bench, file: &str) -> Vec<Value> {
    let lines = bench.read(file);
    assert!(lines.is_empty() || lines.ends_with('\n'), "part of a line: {lines}");
    let letter = |line: &str| {
        let mut letter: Value = serde_json::from_str(line).expect("a dead letter is JSON");
        let failed_ms = letter.as_object_mut().expect("it is an object").remove("failed_ms");
        assert!(failed_ms.expect("it has a time").as_i64() > Some(1_700_000_000_000));
        letter
    };
    lines.lines().map(letter).collect()
}

fn letter(cause: &str, message: &str, value: impl Into<Value>) -> Value {
    json!({
        "cause": cause, "message": message, "operator": "in", "plugin": "", "attempts": 1,
        "record": { "key": "", "value": value.into(), "timestamp": 0, "headers": [] },
    })
}

/// Three good lines among what files hold when things went wrong.
fn broken() -> Vec<u8> {
    let long = [b"{\"t\":6,\"pad\":\"".as_slice(), &vec![b'x'; MIB], b"\"}\n"].concat();
    [
        b"{\"t\":1,\"v\":\"a\"}\n{\"t\":2\n\xff\xfe{\"t\":3}\n{\"v\":\"no time\"}\n".as_slice(),
        b"{\"t\":\"noon\"}\n{\"t\":4}\r\n",
        &long,
        b"\n{\"t\":9e99}\n{\"t\":5}",
    ]
    .concat()
}

#[test]
fn good_lines_go_on_and_bad_ones_are_kept_with_their_reason_and_place() {
    let bench = read(&pipeline(JSON), broken());
    assert_eq!(bench.read("out/out"), "{\"t\":1,\"v\":\"a\"}\n{\"t\":4}\n{\"t\":5}\n");
    let long = format!("{{\"t\":6,\"pad\":\"{}", "x".repeat(256 - 14));
    let after_long = 71 + 14 + MIB + 3 + 1;
    let expected = [
        letter(
            "record-malformed",
            "input line 2 (byte 16): not JSON: EOF while parsing an object at byte 6 of the line",
            "{\"t\":2",
        ),
        letter(
            "record-malformed",
            "input line 3 (byte 23): not UTF-8 after byte 0 of the line",
            json!({ "base64": "//57InQiOjN9" }),
        ),
        letter(
            "timestamp-missing",
            "input line 4 (byte 33): no value, or null, at `/t`",
            "{\"v\":\"no time\"}",
        ),
        letter(
            "timestamp-missing",
            "input line 5 (byte 49): `\\\"noon\\\"` at `/t` is no whole number of milliseconds",
            "{\"t\":\"noon\"}",
        ),
        letter(
            "record-too-large",
            "input line 7 (byte 71): longer than the 1048576 byte cap of a line; its first 256 bytes are kept",
            long,
        ),
        letter(
            "timestamp-missing",
            &format!(
                "input line 9 (byte {after_long}): `9e99` at `/t` is no whole number of milliseconds"
            ),
            "{\"t\":9e99}",
        ),
    ];
    for (found, expected) in letters(&bench, "out/dead").iter().zip(&expected) {
        assert_eq!(found, expected);
    }
    assert_eq!(letters(&bench, "out/dead").len(), expected.len());
}

#[test]
fn dead_letters_read_back_are_the_lines_that_failed() {
    let bench = read(&pipeline(JSON), broken());
    bench.write("input", bench.bytes("out/dead"));
    bench.write("again.toml", pipeline("format = \"dead-letters\"").replace("out/", "again/"));
    run(&bench, "again.toml", &[]).ended(0);
    let long = format!("{{\"t\":6,\"pad\":\"{}", "x".repeat(256 - 14));
    let expected = [
        b"{\"t\":2\n\xff\xfe{\"t\":3}\n{\"v\":\"no time\"}\n{\"t\":\"noon\"}\n".as_slice(),
        long.as_bytes(),
        b"\n{\"t\":9e99}\n",
    ]
    .concat();
    assert_eq!(bench.bytes("again/out"), expected);
    assert_eq!(bench.bytes("again/dead"), b"");
}

/// Late flights, those in places that are multiples of `every` without a carrier.
fn flights(count: usize, every: usize) -> Vec<String> {
    let flight = |number: usize| match number % every {
        0 => format!("{{\"t\":{number},\"flight\":{number}}}"),
        _ => format!(
            "{{\"carrier\":\"C{}\",\"t\":{number},\"dep_delay_min\":{}}}",
            number % 7,
            15 + number
        ),
    };
    (1..=count).map(flight).collect()
}

fn lines<'l>(lines: impl IntoIterator<Item = &'l String>) -> String {
    lines.into_iter().map(|line| format!("{line}\n")).collect()
}

fn has_carrier(line: &&String) -> bool {
    line.contains("carrier")
}

#[test]
fn what_an_operator_rejects_keeps_its_key_and_time_and_fails_again_alike() {
    let flights = flights(1_000, 10);
    let bench = read(OPERATOR, lines(&flights));
    assert_eq!(bench.read("out/out"), lines(flights.iter().filter(has_carrier)));
    let found = letters(&bench, "out/dead");
    assert_eq!(found.len(), 100);
    for (at, letter) in found.iter().enumerate() {
        let number = (at + 1) * 10;
        let value = &flights[number - 1];
        assert_eq!(
            letter["record"],
            json!({ "key": "", "value": value, "timestamp": number, "headers": [] })
        );
        assert_eq!(
            (&letter["cause"], &letter["operator"]),
            (&json!("rejected"), &json!("departed"))
        );
        let message = letter["message"].as_str().expect("a message is text");
        assert!(message.starts_with("missing field `carrier`"), "{message}");
        assert_eq!(letter["plugin"].as_str().map(str::len), Some(64), "the digest of the plugin");
    }
    // Read back and sent through the same operator, they are the same dead letters.
    let again = OPERATOR.replace(
        "path = \"input\"\nformat = \"json-lines\"\ntimestamp = \"/t\"\nkey = \"/carrier\"",
        "path = \"first\"\nformat = \"dead-letters\"",
    );
    bench.write("first", bench.bytes("out/dead"));
    bench.write("again.toml", again);
    run(&bench, "again.toml", &[]).ended(0);
    assert_eq!(bench.read("out/out"), "");
    assert_eq!(letters(&bench, "out/dead"), found);
}

#[test]
fn keys_and_times_come_back_from_dead_letters() {
    let record = json!({ "key": "k\u{1}", "value": { "base64": "AP8K" }, "timestamp": -5,
        "headers": [{ "name": "h", "value": "v" }, { "name": "g", "value": { "base64": "/w==" } }] });
    let line = json!({ "cause": "rejected", "record": record }).to_string();
    let again = OPERATOR.replace(
        "format = \"json-lines\"\ntimestamp = \"/t\"\nkey = \"/carrier\"",
        "format = \"dead-letters\"",
    );
    let bench = read(&again, line);
    assert_eq!(letters(&bench, "out/dead")[0]["record"], record);
}

#[test]
fn a_record_without_a_key_fails_before_an_edge_by_key() {
    let bench = read(
        &pipeline("format = \"json-lines\"\nkey = \"/k\"\non_error = { then = \"dead-letter\" }")
            .replace("input = \"in\"\n", "input = { from = \"in\", by = \"key\" }\n"),
        "{\"k\":\"a\"}\n{\"n\":1}\n{\"k\":null}\n{\"k\":7}\n{\"k\":[]}\n",
    );
    assert_eq!(bench.read("out/out"), "{\"k\":\"a\"}\n{\"k\":7}\n");
    let mut found: Vec<_> = letters(&bench, "out/dead")
        .iter()
        .map(|letter| (letter["cause"].clone(), letter["record"]["value"].clone()))
        .collect();
    found.sort_by_key(|(cause, value)| (cause.to_string(), value.to_string()));
    let expected = [
        (json!("key-missing"), json!("{\"k\":null}")),
        (json!("key-missing"), json!("{\"n\":1}")),
        (json!("record-malformed"), json!("{\"k\":[]}")),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_timestamp_far_ahead_of_the_clock_is_kept_apart() {
    let settings = format!("{JSON}\nmax_ahead = \"1d\"");
    let bench = read(&pipeline(&settings), "{\"t\":1}\n{\"t\":9007199254740991}\n{\"t\":2}\n");
    assert_eq!(bench.read("out/out"), "{\"t\":1}\n{\"t\":2}\n");
    let found = letters(&bench, "out/dead");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["cause"], "timestamp-too-far-ahead");
    assert_eq!(found[0]["record"]["timestamp"], 9_007_199_254_740_991_i64);
}

#[test]
fn skipped_records_are_counted_and_leave_no_trace_in_the_output() {
    let bench = Bench::new();
    bench.write("input", broken());
    bench.write("data.toml", pipeline(&JSON.replace("dead-letter", "skip")));
    let ran = run(&bench, "data.toml", &["-o", "json"]).ended(0);
    let report: Value = serde_json::from_str(&ran.stdout).expect("the report is JSON");
    let counts = &report["nodes"][0]["counts"];
    let count = |name: &str| counts[name].as_u64().expect("a count is a number");
    assert_eq!(
        [count("records_in"), count("records_out"), count("skipped"), count("dead_lettered")],
        [9, 3, 6, 0]
    );
    assert_eq!(bench.read("out/out").lines().count(), 3);
    assert_eq!(bench.read("out/dead"), "");
}

/// `found` holds whole lines, all of `before` first, and nothing that is not in `good`.
#[track_caller]
fn halted_after(found: &str, before: &str, good: &str) {
    assert!(found.is_empty() || found.ends_with('\n'), "part of a line: {found:?}");
    assert!(
        found.starts_with(before),
        "{} lines are lost",
        before.lines().count() - found.lines().count()
    );
    let mut good = good.lines();
    assert!(found.lines().all(|line| good.any(|good| good == line)), "lines that were never read");
}

#[test]
fn a_source_that_halts_has_written_what_came_before() {
    let flights = flights(5_000, 10_000);
    let good = lines(&flights);
    let before = lines(&flights[..4_000]);
    let input = format!("{before}no flight\n{}", lines(&flights[4_000..]));
    for threads in ["1", "2"] {
        let bench = Bench::new();
        bench.write("input", &input);
        bench.write("data.toml", pipeline(&JSON.replace("dead-letter", "halt")));
        let ran = run(&bench, "data.toml", &["--threads", threads]).ended(1);
        halted_after(&bench.read("out/out"), &before, &good);
        assert!(
            ran.stderr.starts_with("error: `in` stopped: record-malformed: input line 4001 (byte "),
            "{}",
            ran.stderr
        );
        assert!(ran.stderr.contains("\n  help: "), "{}", ran.stderr);
    }
}

#[test]
fn an_operator_that_halts_has_written_what_came_before() {
    let flights = flights(5_000, 4_001);
    let good = lines(flights.iter().filter(has_carrier));
    for threads in ["1", "2"] {
        let bench = Bench::new();
        bench.write("input", lines(&flights));
        bench.write("data.toml", OPERATOR.replace("then = \"dead-letter\"", "then = \"halt\""));
        let ran = run(&bench, "data.toml", &["--threads", threads]).ended(1);
        halted_after(&bench.read("out/out"), &lines(&flights[..4_000]), &good);
        assert!(ran.stderr.starts_with("error: `departed` stopped: rejected: "), "{}", ran.stderr);
    }
}

#[test]
fn empty_files_blank_lines_and_missing_newlines_are_no_errors() {
    for (input, raw, json) in [
        ("", "", ""),
        ("\n", "\n", ""),
        ("{}", "{}\n", "{}\n"),
        ("{}\r\n[1]\r\n", "{}\n[1]\n", "{}\n[1]\n"),
        ("\n \n{}\n\n1", "\n \n{}\n\n1\n", "{}\n1\n"),
        ("\r\n{}\r", "\n{}\n", "{}\n"),
    ] {
        let then = "on_error = { then = \"dead-letter\" }";
        for (format, expected) in [("raw-lines", raw), ("json-lines", json)] {
            let bench = read(&pipeline(&format!("format = \"{format}\"\n{then}")), input);
            assert_eq!(bench.read("out/out"), expected, "{input:?} as {format}");
            assert_eq!(bench.read("out/dead"), "", "{input:?} as {format}");
        }
    }
}

#[test]
fn raw_lines_keep_whatever_bytes_they_have() {
    let bytes: Vec<u8> = (0..=255).filter(|byte| *byte != b'\n').collect();
    let input = [&bytes[..], b"\n\0\n\xc3\x28\n"].concat();
    let bench = read(&pipeline("on_error = { then = \"dead-letter\" }"), &input);
    assert_eq!(bench.bytes("out/out"), input);
}

#[test]
fn a_line_of_one_mib_passes_through_a_plugin_and_one_byte_more_does_not() {
    let with_copy = pipeline("on_error = { then = \"dead-letter\" }").replace(
        "[sink.out]\nconnector = \"file\"\ninput = \"in\"",
        "[operator.copy]\nplugin = \"identity\"\ninput = \"in\"\n\n[sink.out]\nconnector = \"file\"\ninput = \"copy\"",
    );
    let (fits, too_long) = ("y".repeat(MIB), "z".repeat(MIB + 1));
    let bench = read(&with_copy, format!("a\n{fits}\n{too_long}\nb"));
    assert_eq!(bench.read("out/out"), format!("a\n{fits}\nb\n"));
    let found = letters(&bench, "out/dead");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["record"]["value"], "z".repeat(256));
}

#[test]
fn a_signal_loses_no_line_that_was_taken_from_a_stream() {
    let stdin = "name = \"data\"\nsource.in = { connector = \"stdin\" }\n\
                 sink.out = { connector = \"file\", input = \"in\", path = \"out\" }\n";
    let fifo = stdin.replace("\"stdin\"", "\"file\", path = \"fifo\"");
    for (pipeline, by_stdin) in [(stdin, true), (&fifo, false)] {
        let bench = Bench::new();
        bench.write("data.toml", pipeline);
        let made = Command::new("mkfifo").arg(bench.path("fifo")).status();
        assert!(made.expect("there is mkfifo").success());
        // Opened for both, so that opening waits for nobody and what is left can be looked at.
        let fifo = File::options().read(true).write(true).open(bench.path("fifo"));
        let mut fifo = fifo.expect("it was made");
        let mut command = bench.command(&["run", "data.toml", "-q", "--threads", "1"]);
        if by_stdin {
            command.stdin(fifo.try_clone().expect("it is open"));
        }
        let mut running = Running::start(&bench, command);
        running.until_idle();
        // One batch and then some, which the signal finds on their way.
        let lines: String = (0..1_500).map(|number| format!("{number}\n")).collect();
        fifo.write_all(lines.as_bytes()).expect("a FIFO takes that much");
        until("a batch is in the sink", || {
            std::fs::metadata(bench.path("out")).is_ok_and(|file| file.len() > 0)
        });
        running.signal("TERM");
        running.wait().ended(0);
        assert_eq!(bench.read("out"), lines);
    }
}
