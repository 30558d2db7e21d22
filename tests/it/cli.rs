//! The command line: help, exit codes, signals, overrides, the report for programs, and the cache of compiled plugins.

use std::{fs, os::unix::fs::PermissionsExt, path::PathBuf, process::Stdio};

use sandbar_tests::{Bench, Ran, built, running};
use serde_json::Value;

/// Numbers through a plugin into a file.
const COPY: &str = r#"name = "copy"

[source.in]
connector = "generator"
count = 10

[operator.copy]
plugin = "identity"
input = "in"

[sink.out]
connector = "file"
input = "copy"
path = "out.txt"
"#;

fn bench() -> Bench {
    let bench = Bench::new();
    let plugins = format!("plugins = \"{}\"\n", built::plugins().display());
    bench.write("p.toml", plugins + COPY);
    bench
}

fn numbers(count: u64) -> String {
    (0..count).map(|number| format!("{number}\n")).collect()
}

#[test]
fn help_tells_verbs_options_and_exit_codes() {
    let bench = bench();
    let help = bench.run(&["--help"]).ended(0).stdout;
    for part in [
        "run ",
        "check ",
        "plan ",
        "Exit codes:",
        "\n  0 ",
        "\n  1 ",
        "\n  2 ",
        "\n  3 ",
        "\n  4 ",
        "\n  5 ",
        "\n  130 ",
    ] {
        assert!(help.contains(part), "no {part:?} in {help}");
    }
    let verbs = "new build test dev explain completions man run check plan login context publish plugins deploy list \
                 describe logs top pause resume stop delete hosts drain tenant token audit";
    for verb in verbs.split(' ') {
        assert!(help.contains(&format!("\n  {verb} ")), "no {verb} in {help}");
        let help = bench.run(&[verb, "--help"]).ended(0).stdout;
        assert!(help.contains("Examples:\n"), "{help}");
    }
    assert!(bench.run(&["--version"]).ended(0).stdout.starts_with("sandbar 0."));
}

#[test]
fn a_wrong_command_line_says_so_and_ends_with_2() {
    let bench = bench();
    for (arguments, part) in [
        (&["rum", "p.toml"][..], "unrecognized subcommand 'rum'"),
        (&["run"][..], "PIPELINE.toml"),
        (&["run", "p.toml", "--thread", "2"][..], "unexpected argument '--thread'"),
        (&["run", "p.toml", "--threads", "0"][..], "invalid value '0' for '--threads"),
        (&["plan", "p.toml", "-o", "yaml"][..], "invalid value 'yaml'"),
        (&[][..], "Usage: sandbar"),
    ] {
        let ran = bench.run(arguments).ended(2);
        assert!(ran.stderr.contains(part), "{arguments:?}: {}", ran.stderr);
        assert_eq!(ran.stdout, "");
    }
    assert!(!bench.path("out.txt").exists());
}

#[test]
fn an_override_changes_the_run_and_is_checked_like_the_file() {
    let bench = bench();
    bench
        .run(&[
            "run",
            "p.toml",
            "-q",
            "--set",
            "source.in.count=3",
            "--set",
            "source.in.value=n{seq}",
        ])
        .ended(0);
    assert_eq!(bench.read("out.txt"), "n0\nn1\nn2\n");
    for (set, message) in [
        (
            "source.in.cuont=3",
            "--set:1:11: error: unknown key `cuont` in source `in`: did you mean `count`?",
        ),
        (
            "source.inn.count=3",
            "--set:1:8: error: the pipeline file has no `source.inn` to set: did you mean `in`?",
        ),
        ("source.in.count=-3", "--set:1:17: error: -3 is less than 0"),
        ("source.in.count", "--set:1:1: error: no `=` in the override: write --set PATH=VALUE"),
    ] {
        let ran = bench.run(&["run", "p.toml", "-q", "--set", set]).ended(3);
        assert!(ran.stderr.starts_with(message), "{}", ran.stderr);
    }
    assert_eq!(bench.read("out.txt"), "n0\nn1\nn2\n");
}

#[test]
fn a_signal_drains_all_that_was_read_into_the_sink() {
    for signal in ["TERM", "INT"] {
        let bench = bench();
        let endless = ["--set", "source.in.count=1000000000", "--set", "source.in.rate=5000"];
        let mut running = bench
            .start(&[&["run", "p.toml", "-o", "json", "--threads", "2"], &endless[..]].concat());
        running::until("records are in the sink", || {
            fs::metadata(bench.path("out.txt")).is_ok_and(|file| file.len() > 0)
        });
        running.signal(signal);
        let ran = running.wait().ended(0);
        let report: Value = serde_json::from_str(&ran.stdout).expect("the report is JSON");
        let read =
            report["nodes"][0]["counts"]["records_in"].as_u64().expect("a count is a number");
        assert!(read > 0 && read < 1_000_000_000);
        assert_eq!(bench.read("out.txt"), numbers(read));
        assert_eq!(report["halts"], Value::Array(Vec::new()));
    }
}

/// What a node counted.
struct Counts<'r>(&'r Value);

impl Counts<'_> {
    fn get(&self, name: &str) -> u64 {
        self.0["counts"][name].as_u64().unwrap_or_else(|| panic!("no {name} in {}", self.0))
    }
}

#[test]
fn the_report_s_counts_add_up() {
    let bench = Bench::new();
    // Of 3,000 lines a tenth is no JSON and another tenth no reading.
    let line = |number: u32| match number % 10 {
        0 => "{\n".to_owned(),
        1 => "{\"v\":true}\n".to_owned(),
        _ => format!(
            "{{\"id\":{number},\"device\":\"d{}\",\"ts\":{number},\"v\":{number},\"tag\":\"\",\"ok\":true}}\n",
            number % 7
        ),
    };
    bench.write("input.jsonl", (0..3_000).map(line).collect::<String>());
    bench.write(
        "p.toml",
        format!(
            r#"name = "counts"
plugins = "{}"
source.in = {{ connector = "file", path = "input.jsonl", format = "json-lines", key = "/device", on_error = {{ then = "skip" }} }}
operator.copy = {{ plugin = "identity", input = "in" }}
operator.double = {{ plugin = "json-map", input = {{ from = "copy", by = "rebalance" }}, parallelism = 2, on_error = {{ then = "dead-letter" }} }}
sink.out = {{ connector = "file", input = "double", path = "out.jsonl" }}
sink.dead = {{ connector = "file", input = "double.dead-letters", path = "dead.jsonl", format = "dead-letters" }}
"#,
            built::plugins().display()
        ),
    );
    let ran = bench.run(&["run", "p.toml", "-o", "json", "--threads", "2"]).ended(0);
    assert_eq!(ran.stderr, "");
    let report: Value = serde_json::from_str(&ran.stdout).expect("the report is JSON");
    let nodes = report["nodes"].as_array().expect("nodes are a list");
    let of = |name: &str| {
        Counts(nodes.iter().find(|node| node["name"] == name).expect("each node is reported"))
    };
    for name in ["in", "copy", "double"] {
        let node = of(name);
        assert_eq!(
            node.get("records_in"),
            node.get("records_out") + node.get("rejected"),
            "{name}"
        );
        assert_eq!(node.get("rejected"), node.get("skipped") + node.get("dead_lettered"), "{name}");
    }
    for (from, count, to) in [
        ("in", "records_out", "copy"),
        ("copy", "records_out", "double"),
        ("double", "records_out", "out"),
        ("double", "dead_lettered", "dead"),
    ] {
        assert_eq!(of(from).get(count), of(to).get("records_in"), "{from} to {to}");
    }
    assert_eq!(
        [of("in").get("records_in"), of("in").get("skipped"), of("double").get("rejected")],
        [3_000, 300, 300]
    );
    for (sink, file) in [("out", "out.jsonl"), ("dead", "dead.jsonl")] {
        assert_eq!(of(sink).get("records_in"), bench.read(file).lines().count() as u64);
        assert_eq!(report["outputs"][sink], bench.path(file).to_string_lossy().as_ref());
    }
    assert_eq!(
        (&report["pipeline"], &report["halts"]),
        (&"counts".into(), &Value::Array(Vec::new()))
    );
}

#[test]
fn the_report_for_people_is_on_stderr_and_quiet_means_quiet() {
    let bench = bench();
    let ran = bench.run(&["run", "p.toml"]).ended(0);
    assert_eq!(ran.stdout, "");
    for part in ["copy: 3 nodes", "node  ", "`out` wrote "] {
        assert!(ran.stderr.contains(part), "no {part} in {}", ran.stderr);
    }
    let Ran { stdout, stderr, .. } = bench.run(&["run", "p.toml", "--quiet"]).ended(0);
    assert_eq!((stdout.as_str(), stderr.as_str()), ("", ""));
}

/// The only compiled plugin in the cache.
#[track_caller]
fn cached(bench: &Bench) -> PathBuf {
    let entries = fs::read_dir(bench.path("cache/compiled")).expect("there is a cache");
    let paths = entries.map(|entry| entry.expect("it can be listed").path());
    let native: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "native"))
        .collect();
    assert_eq!(native.len(), 1, "{native:?}");
    native[0].clone()
}

#[test]
fn the_cache_is_for_its_owner_alone() {
    let bench = bench();
    bench.run(&["run", "p.toml", "-q"]).ended(0);
    let mode =
        |path: PathBuf| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!(mode(bench.path("cache/compiled")), 0o700);
    assert_eq!(mode(bench.path("cache/compiled/key")), 0o600);
    assert_eq!(mode(cached(&bench)) & 0o077, 0);
    fs::set_permissions(bench.path("cache/compiled"), fs::Permissions::from_mode(0o755))
        .expect("it is ours");
    // A cache that others can write is not used; the pipeline still runs.
    let ran = bench.run(&["run", "p.toml", "-q"]).ended(0);
    assert!(ran.stderr.starts_with("warning: the cache of compiled plugins at "), "{}", ran.stderr);
    assert!(ran.stderr.contains("may be entered by others"), "{}", ran.stderr);
    assert_eq!(bench.read("out.txt"), numbers(10));
}

#[test]
fn no_cache_writes_none_and_one_that_cannot_be_made_is_a_warning() {
    let bench = bench();
    bench.run(&["run", "p.toml", "-q", "--no-cache"]).ended(0);
    assert!(!bench.path("cache").exists());
    bench.write("cache", "a file where the folder should be");
    let ran = bench.run(&["run", "p.toml", "-q"]).ended(0);
    assert!(
        ran.stderr.starts_with("warning: cannot use the cache of compiled plugins at "),
        "{}",
        ran.stderr
    );
    assert_eq!(bench.read("out.txt"), numbers(10));
}

#[test]
fn damaged_native_code_is_compiled_anew_and_never_loaded() {
    let bench = bench();
    bench.run(&["run", "p.toml", "-q"]).ended(0);
    let path = cached(&bench);
    let whole = fs::read(&path).expect("it is ours");
    let flipped = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        bytes
    };
    let last = whole.len() - 1;
    let mut damaged: Vec<Vec<u8>> = (0..=8)
        .map(|eighth| flipped(last * eighth / 8))
        .chain([flipped(40), flipped(last - 31)])
        .collect();
    damaged.extend([
        Vec::new(),
        whole[..10].to_vec(),
        whole[..last].to_vec(),
        [&whole[..], b"x"].concat(),
    ]);
    for (number, bytes) in damaged.iter().enumerate() {
        fs::write(&path, bytes).expect("it is ours");
        let _ = fs::remove_file(bench.path("out.txt"));
        let ran = bench.run(&["run", "p.toml", "-q"]).ended(0);
        assert_eq!(ran.stderr, "");
        assert_eq!(bench.read("out.txt"), numbers(10));
        let now = fs::read(cached(&bench)).expect("it was compiled anew");
        assert!(now != *bytes, "damage number {number} was taken for good");
    }
    // What is whole is used as it is.
    let before =
        fs::metadata(cached(&bench)).and_then(|file| file.modified()).expect("it has a time");
    bench.run(&["run", "p.toml", "-q"]).ended(0);
    let after =
        fs::metadata(cached(&bench)).and_then(|file| file.modified()).expect("it has a time");
    assert_eq!(before, after);
}

#[test]
fn native_code_sealed_for_another_cache_is_not_loaded() {
    let (ours, theirs) = (bench(), bench());
    for bench in [&ours, &theirs] {
        bench.run(&["run", "p.toml", "-q"]).ended(0);
    }
    let foreign = fs::read(cached(&theirs)).expect("it is ours");
    fs::write(cached(&ours), &foreign).expect("it is ours");
    ours.run(&["run", "p.toml", "-q"]).ended(0);
    assert!(fs::read(cached(&ours)).expect("it was compiled anew") != foreign);
}

#[test]
fn a_report_and_records_do_not_share_stdout() {
    let bench = bench();
    let ran = bench.run(&["run", "p.toml", "-o", "json", "--set", "sink.out.connector=stdout"]);
    // The path means nothing to the new connector, which is told first.
    assert!(ran.ended(3).stdout.contains("unknown key `path`"));
    let pipeline =
        bench.read("p.toml").replace("\"file\"", "\"stdout\"").replace("path = \"out.txt\"\n", "");
    bench.write("p.toml", pipeline);
    let ran = bench.run(&["run", "p.toml", "-o", "json"]).ended(2);
    assert_eq!(ran.stdout, "");
    assert!(ran.stderr.contains("`-o json` and the sink `out` would both write to stdout"));
    assert_eq!(bench.run(&["run", "p.toml", "--quiet"]).ended(0).stdout, numbers(10));
    // Whatever name leads there.
    for path in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
        bench.write("p.toml", format!("plugins = \"{}\"\n", built::plugins().display()) + COPY);
        let set = format!("sink.out.path={path}");
        let ran = bench.run(&["run", "p.toml", "-o", "json", "--set", &set]).ended(2);
        assert_eq!(ran.stdout, "", "{path}");
        assert!(ran.stderr.contains("`-o json` and the sink `out` would both write to stdout"));
        assert_eq!(bench.run(&["run", "p.toml", "-q", "--set", &set]).ended(0).stdout, numbers(10));
    }
}

/// The end of a pipe that takes bytes, of which nobody has the other.
fn gone() -> Stdio {
    let (reader, writer) = std::io::pipe().expect("the system has pipes");
    drop(reader);
    writer.into()
}

#[test]
fn nobody_who_listens_changes_neither_the_run_nor_its_exit_code() {
    let bench = bench();
    let ended = |arguments: &[&str], code: i32| {
        let _ = fs::remove_file(bench.path("out.txt"));
        let mut command = bench.command(arguments);
        let status = command.stdout(gone()).stderr(gone()).status();
        let status = status.expect("the program can be started");
        assert_eq!(status.code(), Some(code), "{arguments:?}");
        fs::read_to_string(bench.path("out.txt")).unwrap_or_default()
    };
    bench.write("bad.toml", "name = \"bad\"\n");
    bench.write("bad.wasm", "no plugin");
    for output in ["text", "json"] {
        assert_eq!(ended(&["run", "p.toml", "-o", output], 0), numbers(10), "{output}");
        assert_eq!(
            ended(&["run", "p.toml", "-o", output, "--set", "sink.out.path=/dev/full"], 1),
            ""
        );
        for invalid in [["run", "bad.toml"], ["plan", "bad.toml"], ["check", "bad.wasm"]] {
            ended(&[&invalid[..], &["-o", output]].concat(), 3);
        }
    }
    ended(&["run", "p.toml", "-o", "json", "--set", "sink.out.path=/dev/stdout"], 2);
    ended(&["plan", "p.toml"], 0);
}

#[test]
fn a_report_that_cannot_be_written_is_told() {
    let bench = bench();
    let full = fs::File::options().write(true).open("/dev/full").expect("there is a /dev/full");
    let mut command = bench.command(&["run", "p.toml", "-o", "json"]);
    let output = command.stdout(full).stderr(Stdio::piped()).output();
    let ran = Ran::from(output.expect("the program can be started")).ended(4);
    let begins = "error: the report cannot be written to stdout: No space left on device";
    assert!(ran.stderr.starts_with(begins), "{}", ran.stderr);
    assert_eq!(bench.read("out.txt"), numbers(10));
}
