//! Whole pipelines: each folder beneath `pipelines/` has a `pipeline.toml`, its input, and what must come out in
//! `expected/` (`stdout`, and the files of `out/`). On one thread the bytes must be the same, on two the lines.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use sandbar_tests::{Bench, Ran, built};

/// Outputs by path.
type Files = BTreeMap<String, Vec<u8>>;

fn folder() -> PathBuf {
    built::root().join("tests/it/pipelines")
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("it can be listed").path()).collect();
    paths.sort();
    paths
}

/// The files in `folder`, by name. None if there is no folder.
fn files(folder: &Path) -> Files {
    if !folder.exists() {
        return Files::new();
    }
    let name =
        |path: &Path| path.file_name().expect("an entry has a name").to_string_lossy().into_owned();
    entries(folder)
        .iter()
        .map(|path| (name(path), fs::read(path).expect("a case can be read")))
        .collect()
}

/// Runs the case in `case`, whose input was copied to `bench`, and returns its outputs.
fn run(case: &Path, bench: &Bench, threads: &str) -> Files {
    let stdin = fs::read(case.join("stdin")).unwrap_or_default();
    let plugins = format!("plugins={}", built::plugins().display());
    let mut arguments = vec!["run", "pipeline.toml", "--quiet", "--seed", "0"];
    arguments.extend(["--threads", threads, "--set", plugins.as_str()]);
    let Ran { stdout, stderr, .. } = bench.run_with(&arguments, &stdin).ended(0);
    assert_eq!(stderr, "", "{}", case.display());
    let mut outputs = files(&bench.path("out"));
    if !stdout.is_empty() {
        outputs.insert("stdout".to_owned(), stdout.into_bytes());
    }
    outputs.into_iter().map(|(name, bytes)| (name, settled(bytes))).collect()
}

/// Dead letters without what differs from run to run and from build to build: the time and the plugin's digest.
fn settled(bytes: Vec<u8>) -> Vec<u8> {
    let Ok(text) = String::from_utf8(bytes.clone()) else { return bytes };
    let line = |line: &str| match line.starts_with("{\"cause\":") {
        true => without(&without(line, "\"failed_ms\":", ','), "\"plugin\":\"", '"'),
        false => line.to_owned(),
    };
    text.split_inclusive('\n').map(line).collect::<String>().into_bytes()
}

/// `line` without what stands between `before` and the next `after`.
fn without(line: &str, before: &str, after: char) -> String {
    let Some(at) = line.find(before).map(|at| at + before.len()) else { return line.to_owned() };
    let end = line[at..].find(after).map_or(line.len(), |end| at + end);
    format!("{}{}", &line[..at], &line[end..])
}

fn sorted(files: &Files) -> Files {
    let lines = |bytes: &Vec<u8>| {
        let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
        lines.sort_unstable();
        lines.concat()
    };
    files.iter().map(|(name, bytes)| (name.clone(), lines(bytes))).collect()
}

/// The first difference between what came out and what should have, for people.
fn difference(found: &Files, expected: &Files) -> Option<String> {
    for name in found.keys().chain(expected.keys()) {
        let (Some(found), Some(expected)) = (found.get(name), expected.get(name)) else {
            let what =
                if found.contains_key(name) { "was not expected" } else { "was not written" };
            return Some(format!("{name} {what}"));
        };
        if found != expected {
            let show = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            return Some(format!("{name}: found\n{}expected\n{}", show(found), show(expected)));
        }
    }
    None
}

/// What is wrong with the case in `case`.
fn check(case: &Path) -> Vec<String> {
    let expected: Files = files(&case.join("expected"))
        .into_iter()
        .map(|(name, bytes)| (name, settled(bytes)))
        .collect();
    let bench = Bench::new();
    for path in entries(case).iter().filter(|path| path.is_file()) {
        let name = path.file_name().expect("an entry has a name").to_string_lossy();
        bench.write(&name, fs::read(path).expect("a case can be read"));
    }
    let mut problems = Vec::new();
    for (threads, as_written) in [("1", true), ("2", false)] {
        let found = run(case, &bench, threads);
        let difference = match as_written {
            true => difference(&found, &expected),
            false => difference(&sorted(&found), &sorted(&expected)),
        };
        problems.extend(
            difference.map(|text| format!("{} with {threads} threads: {text}", case.display())),
        );
        let _ = fs::remove_dir_all(bench.path("out"));
    }
    problems
}

#[test]
fn every_case_gives_what_is_expected() {
    let cases: Vec<PathBuf> = entries(&folder()).into_iter().filter(|path| path.is_dir()).collect();
    assert!(cases.len() >= 12, "{cases:?}");
    let problems: Vec<String> = cases.iter().flat_map(|case| check(case)).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn a_case_that_differs_in_one_byte_is_seen() {
    let files = |text: &str| Files::from([("out".to_owned(), text.as_bytes().to_vec())]);
    assert_eq!(difference(&files("a\nb\n"), &files("a\nb\n")), None);
    for found in [files("a\nc\n"), files("b\na\n"), files("a\nb"), Files::new()] {
        assert!(difference(&found, &files("a\nb\n")).is_some());
        assert!(difference(&files("a\nb\n"), &found).is_some());
    }
    assert_eq!(sorted(&files("b\na\n")), files("a\nb\n"));
    let letter = "{\"cause\":\"c\",\"plugin\":\"12\",\"failed_ms\":34,\"record\":{\"value\":\"\\\"failed_ms\\\":5\"}}\n";
    let settled = settled(letter.as_bytes().to_vec());
    let expected = "{\"cause\":\"c\",\"plugin\":\"\",\"failed_ms\":,\"record\":{\"value\":\"\\\"failed_ms\\\":5\"}}\n";
    assert_eq!(String::from_utf8_lossy(&settled), expected);
}

/// Flights of a whole month, by any number of tasks, through hash edges and back together.
const FLIGHTS: &str = r#"name = "flights"

[source.flights]
connector = "file"
path = "flights.jsonl"
format = "json-lines"
timestamp = ["/departed_ms", "/scheduled_ms"]
parallelism = 3

[operator.departed]
plugin = "departed"
input = "flights"
parallelism = 2
parameters = { min_delay = -1000 }

[operator.copy]
plugin = "identity"
input = { from = "departed.late", by = "key" }
parallelism = 3

[sink.all]
connector = "file"
input = ["copy", "departed.cancelled"]
path = "out/all.jsonl"
"#;

fn flights() -> Vec<u8> {
    let path = built::root().join("plugins/demo/flights.jsonl");
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(bytes.len() > 3 * (256 << 10), "too small to be split");
    bytes
}

fn run_flights(bench: &Bench, threads: &str, seed: &str) -> Files {
    let plugins = format!("plugins={}", built::plugins().display());
    let arguments = [
        "run",
        "pipeline.toml",
        "--quiet",
        "--threads",
        threads,
        "--seed",
        seed,
        "--set",
        plugins.as_str(),
    ];
    bench.run(&arguments).ended(0);
    files(&bench.path("out"))
}

#[test]
fn a_file_read_by_several_tasks_gives_every_line_once() {
    let bench = Bench::new();
    let input = flights();
    bench.write("flights.jsonl", &input);
    bench.write("pipeline.toml", FLIGHTS);
    let expected = sorted(&Files::from([("all.jsonl".to_owned(), input)]));
    for threads in ["1", "2", "5"] {
        let found = sorted(&run_flights(&bench, threads, "0"));
        assert!(found == expected, "{} bytes with {threads} threads", found["all.jsonl"].len());
    }
}

/// Keys dealt out to tasks with files of their own, through a plugin.
const BY_CARRIER: &str = r#"name = "by-carrier"

[source.flights]
connector = "file"
path = "flights.jsonl"
format = "json-lines"
key = "/carrier"

[operator.copy]
plugin = "identity"
input = { from = "flights", by = "key" }
parallelism = 3

[sink.all]
connector = "file"
input = "copy"
path = "out/{task}.jsonl"
parallelism = 3
"#;

#[test]
fn the_same_seed_and_input_give_the_same_bytes_on_one_thread() {
    for pipeline in [BY_CARRIER, FLIGHTS] {
        let bench = Bench::new();
        bench.write("flights.jsonl", flights());
        bench.write("pipeline.toml", pipeline);
        let first = run_flights(&bench, "1", "7");
        for _ in 0..4 {
            assert!(run_flights(&bench, "1", "7") == first, "the same seed gave other bytes");
        }
    }
}

#[test]
fn another_seed_deals_keys_otherwise_and_keeps_all_in_the_order_of_their_key() {
    let bench = Bench::new();
    let input = String::from_utf8(flights()).expect("flights are text");
    bench.write("flights.jsonl", &input);
    bench.write("pipeline.toml", BY_CARRIER);
    let (one, other) = (run_flights(&bench, "2", "7"), run_flights(&bench, "2", "8"));
    assert!(one != other, "another seed deals keys alike");
    let by_key = |lines: &str| {
        let mut by_key = BTreeMap::<String, Vec<String>>::new();
        for line in lines.lines() {
            let key = line.split('"').nth(3).expect("a flight begins with its carrier");
            by_key.entry(key.to_owned()).or_default().push(line.to_owned());
        }
        by_key
    };
    let expected = by_key(&input);
    assert!(expected.len() > 10, "too few keys to be dealt out");
    for outputs in [one, other] {
        let mut found = BTreeMap::new();
        for output in outputs.values() {
            for (key, lines) in by_key(&String::from_utf8_lossy(output)) {
                assert!(found.insert(key.clone(), lines).is_none(), "{key} came to two tasks");
            }
        }
        assert!(found == expected, "records of a key are lost or out of order");
    }
}

#[test]
fn the_longest_chain_of_nodes_runs() {
    let bench = Bench::new();
    let plugins = built::plugins().display().to_string();
    let mut pipeline = format!("name = \"long\"\nplugins = {plugins:?}\n");
    pipeline.push_str("[source.n0]\nconnector = \"generator\"\ncount = 5\n");
    for number in 1..999 {
        let before = number - 1;
        pipeline.push_str(&format!(
            "[operator.n{number}]\nplugin = \"identity\"\ninput = \"n{before}\"\n"
        ));
    }
    pipeline.push_str("[sink.out]\nconnector = \"stdout\"\ninput = \"n998\"\n");
    bench.write("p.toml", pipeline);
    assert_eq!(bench.run(&["run", "p.toml", "--quiet"]).ended(0).stdout, "0\n1\n2\n3\n4\n");
}
