//! Pipeline files that cannot run: every problem is told at once, with its place and what to do, and nothing is written.

use std::{fs, os::unix::fs::PermissionsExt, process::Command};

use sandbar_tests::{Bench, Ran, built};
use serde_json::Value;

/// A pipeline that is right; tests change one thing.
const RIGHT: &str = r#"name = "late"

[source.flights]
connector = "file"
path = "flights.jsonl"
format = "json-lines"
timestamp = "/departed_ms"
on_error = { then = "dead-letter" }

[operator.departed]
plugin = "departed"
input = "flights"
parameters = { min_delay = 15 }
limits = { memory = "16MiB", call = "50ms" }

[operator.copy]
plugin = "identity"
input = { from = "departed.late", by = "key" }
parallelism = 2

[sink.delayed]
connector = "file"
input = "copy"
path = "out/delayed.jsonl"

[sink.failed]
connector = "file"
input = ["flights.dead-letters", "departed.cancelled"]
path = "out/failed.jsonl"
format = "dead-letters"
"#;

fn bench(pipeline: &str) -> Bench {
    let bench = Bench::new();
    bench.write("flights.jsonl", "{\"carrier\":\"UA\",\"departed_ms\":1,\"dep_delay_min\":20}\n");
    bench.write("late.toml", pipeline);
    bench
}

fn verb(bench: &Bench, verb: &str, arguments: &[&str]) -> Ran {
    let plugins = format!("plugins={}", built::plugins().display());
    let before = [verb, "late.toml", "--set", plugins.as_str()];
    bench.run(&[&before, arguments].concat())
}

/// "line:column: message" of each problem, as JSON tells them.
fn problems(bench: &Bench) -> Vec<String> {
    let ran = verb(bench, "plan", &["-o", "json"]).ended(3);
    assert_eq!(ran.stderr, "");
    let document: Value = serde_json::from_str(&ran.stdout).expect("the output is JSON");
    let problems = document["problems"].as_array().expect("problems are a list");
    let shown = problems.iter().filter(|problem| problem["severity"] == "error").map(|problem| {
        let text = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
        let help =
            if problem["help"].is_null() { String::new() } else { format!(": {}", text("help")) };
        format!("{}:{}: {}{help}", problem["line"], problem["column"], text("message"))
    });
    shown.collect()
}

/// `pipeline` is refused by both verbs, for just these problems: each begins as told.
#[track_caller]
fn refused(pipeline: &str, expected: &[&str]) {
    let bench = bench(pipeline);
    let found = problems(&bench);
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.starts_with(expected), "expected {expected}\nfound    {found}");
    }
    for ran in [verb(&bench, "plan", &[]).ended(3), verb(&bench, "run", &[]).ended(3)] {
        assert_eq!(ran.stdout, "");
        for expected in expected {
            let (place, message) = expected.split_once(": ").expect("a place and a message");
            let line = format!("late.toml:{place}: error: {message}");
            assert!(
                ran.stderr.lines().any(|found| found.starts_with(&line)),
                "no {line} in {}",
                ran.stderr
            );
        }
        let count = if expected.len() == 1 {
            "1 problem".to_owned()
        } else {
            format!("{} problems", expected.len())
        };
        assert!(ran.stderr.ends_with(&format!("{count}; nothing was run\n")), "{}", ran.stderr);
    }
    assert!(!bench.path("out").exists(), "something was written");
}

/// [`RIGHT`] with `old` replaced by `new` is refused for these problems.
#[track_caller]
fn change(old: &str, new: &str, expected: &[&str]) {
    assert!(RIGHT.contains(old), "{old} is not in the pipeline");
    refused(&RIGHT.replacen(old, new, 1), expected);
}

#[test]
fn the_pipeline_that_the_cases_change_is_right() {
    let bench = bench(RIGHT);
    verb(&bench, "run", &[]).ended(0);
    assert_eq!(bench.read("out/delayed.jsonl").lines().count(), 1);
}

#[test]
fn ten_slips_of_the_pen_are_ten_problems() {
    let pipeline = RIGHT
        .replace("timestamp =", "timestmp =")
        .replace(
            "connector = \"file\"\npath = \"flights.jsonl\"\nformat = \"json-lines\"",
            "connector = \"file\"\npath = 3\nformat = \"json\"",
        )
        .replace("memory = \"16MiB\"", "memory = \"16\"")
        .replace("call = \"50ms\"", "call = \"soon\"")
        .replace("parallelism = 2", "parallelism = 0")
        .replace("by = \"key\"", "by = \"keys\"")
        .replace("[sink.delayed]\nconnector = \"file\"", "[sink.delayed]\nconnector = \"fiel\"")
        .replace("then = \"dead-letter\"", "then = \"drop\"")
        .replace("[sink.failed]", "[sink.copy]");
    refused(
        &pipeline,
        &[
            "5:8: `path` must be a text in quotes, not a whole number",
            "6:10: `format` cannot be `json`: did you mean `json-lines`?",
            "7:1: unknown key `timestmp` in source `flights`: did you mean `timestamp`?",
            "8:21: `then` cannot be `drop`: known are `skip`, `dead-letter`, `halt`",
            "14:21: `16` is not a size: it has no unit: write a whole number and a unit",
            "14:34: `soon` is not a duration: write a whole number and a unit",
            "18:40: `by` cannot be `keys`: did you mean `key`?",
            "19:15: `parallelism` 0 is not between 1 and 1024",
            "22:13: no sink connector is called `fiel`: did you mean `file`?",
            "26:7: `copy` already names the operator of line 16: give each node a name of its own",
        ],
    );
}

#[test]
fn all_that_is_wrong_with_the_graph_is_told_at_once() {
    let pipeline = RIGHT
        .replace("path = \"flights.jsonl\"", "path = \"missing.jsonl\"")
        .replace("min_delay = 15", "min_delay = \"15\", min_delai = 3")
        .replace("plugin = \"identity\"", "plugin = \"identical\"")
        .replace("from = \"departed.late\"", "from = \"departed.delayed\"")
        .replace("input = \"copy\"", "input = \"copies\"")
        .replace("path = \"out/failed.jsonl\"", "path = \"out/delayed.jsonl\"");
    refused(
        &pipeline,
        &[
            "5:8: ",
            "13:28: parameter `min_delay` must be a whole number, not a text",
            "13:34: `departed` has no parameter `min_delai`: did you mean `min_delay`?",
            "17:10: no plugin `identical`: there is no file",
            "18:9: `departed` has no output port `delayed`",
            "23:9: no source or operator is called `copies`: did you mean `copy`?",
            "29:8: the sink `delayed` writes",
        ],
    );
}

#[test]
fn what_is_no_toml_is_told_with_its_place() {
    change("name = \"late\"", "name = late", &["1:8: "]);
    change("[operator.copy]", "[operator.copy", &["16:15: "]);
    let bench = bench("");
    bench.write("late.toml", b"name = \"late\"\n\xff\n");
    let found = problems(&bench);
    assert_eq!(found, ["0:0: line 2 is not UTF-8 text"]);
}

#[test]
fn a_cycle_is_shown_from_node_to_node() {
    change(
        "input = \"flights\"\nparameters",
        "input = \"copy\"\nparallelism = 2\nparameters",
        &["12:9: the pipeline must have no cycle: `departed` -> `copy` -> `departed`"],
    );
}

#[test]
fn inputs_that_are_missing_or_lead_nowhere_are_told() {
    change(
        "input = \"copy\"\n",
        "",
        &["21:7: sink `delayed` has no `input`: name the source or operator"],
    );
    change("input = \"copy\"", "input = []", &["23:9: `input` is an empty list"]);
    change(
        "input = \"copy\"",
        "input = \"failed\"",
        &["23:9: `failed` is a sink and sends nothing but dead letters"],
    );
    change(
        "[\"flights.dead-letters\", ",
        "[",
        &["8:12: failed records go to the dead letters, but nothing takes them: add a sink"],
    );
    change(
        "by = \"key\" }",
        "by = \"forward\" }",
        &[
            "18:9: a forward edge needs the same parallelism on both sides, but `departed` has 1 and `copy` has 2",
        ],
    );
}

#[test]
fn durations_and_sizes_out_of_range_are_told_with_the_range() {
    change("call = \"50ms\"", "call = \"2d\"", &["14:37: `call` 2d is not between 1ms and 1m"]);
    change(
        "memory = \"16MiB\"",
        "memory = \"1KiB\"",
        &["14:21: `memory` 1 KiB is not between 64 KiB and 4 GiB"],
    );
    change(
        "memory = \"16MiB\"",
        "memory = 16",
        &["14:21: `memory` must be a size, not a whole number"],
    );
    change(
        "memory = \"16MiB\"",
        "memory = \"99999999999999999999GiB\"",
        &["14:21: `99999999999999999999GiB` is more than"],
    );
    change("memory = \"16MiB\"", "memory = \"64KiB\"", &["14:10: the plugin starts with "]);
}

#[test]
fn paths_that_cannot_be_read_or_written_are_told_before_anything_runs() {
    change("path = \"flights.jsonl\"", "path = \".\"", &["5:8: "]);
    change("path = \"flights.jsonl\"", "path = \"\"", &["5:8: a path must not be empty"]);
    change("path = \"flights.jsonl\"", "path = \"no/such/file\"", &["5:8: "]);
    change("path = \"out/delayed.jsonl\"", "path = \"..\"", &["24:8: "]);
    change("path = \"out/delayed.jsonl\"", "path = \"flights.jsonl/delayed\"", &["24:8: "]);
    change(
        "path = \"out/delayed.jsonl\"",
        "path = \"flights.jsonl\"",
        &["24:8: the source `flights` reads"],
    );
}

/// `path` as the place where [`RIGHT`] writes is refused: it leads to what somebody else has.
#[track_caller]
fn taken(bench: &Bench, path: &str, by: &str) {
    bench.write("late.toml", RIGHT.replace("out/delayed.jsonl", path));
    let input = bench.read("flights.jsonl");
    let ran = verb(bench, "run", &[]).ended(3);
    let found = ran
        .stderr
        .lines()
        .any(|line| line.starts_with("late.toml:24:8: error: ") && line.contains(by));
    assert!(found, "{path}: {}", ran.stderr);
    assert_eq!(bench.read("flights.jsonl"), input, "{path} was emptied");
}

#[test]
fn a_sink_does_not_empty_what_is_read_or_run_whatever_name_leads_to_it() {
    use std::os::unix::fs::symlink;

    let bench = bench(RIGHT);
    let path = |name: &str| bench.path(name);
    bench.write("folder/other", "");
    symlink(path("flights.jsonl"), path("link")).expect("a temporary folder can be written");
    symlink(path("folder"), path("linked")).expect("a temporary folder can be written");
    fs::hard_link(path("flights.jsonl"), path("twin")).expect("a temporary folder can be written");
    for name in
        ["./flights.jsonl", "folder/../flights.jsonl", "linked/../flights.jsonl", "link", "twin"]
    {
        taken(&bench, name, "the source `flights` reads ");
    }
    taken(&bench, "link", "too, under the name ");
    taken(&bench, "late.toml", "the pipeline is read from ");
    taken(&bench, "linked/../late.toml", "the pipeline is read from ");
    let plugin = built::plugin("identity");
    taken(&bench, &plugin.to_string_lossy(), "the operator `copy` runs ");
}

#[test]
fn two_sinks_do_not_write_one_file_whatever_its_names() {
    let bench = bench(RIGHT);
    fs::create_dir(bench.path("there")).expect("a temporary folder can be written");
    std::os::unix::fs::symlink("there", bench.path("link"))
        .expect("a temporary folder can be written");
    for (one, other) in [
        ("out/a", "out/../out/a"),
        ("there/a", "link/a"),
        ("there/new/a", "link/new/a"),
        ("out/0.jsonl", "out/{task}.jsonl"),
        ("out/{task}", "./out/{task}"),
    ] {
        let pipeline = RIGHT.replace("out/delayed.jsonl", one).replace("out/failed.jsonl", other);
        bench.write("late.toml", pipeline);
        let ran = verb(&bench, "run", &[]).ended(3);
        let begins = "late.toml:29:8: error: the sink `delayed` writes ";
        assert!(
            ran.stderr.lines().any(|line| line.starts_with(begins)),
            "{one}, {other}: {}",
            ran.stderr
        );
    }
}

#[test]
fn nobody_shares_a_stream_but_the_one_that_keeps_nothing() {
    let bench = bench(RIGHT);
    let made = Command::new("mkfifo").arg(bench.path("fifo")).status();
    assert!(made.expect("there is mkfifo").success());
    let plan = |one: &str, other: &str, more: &str| {
        let pipeline = RIGHT.replace("out/delayed.jsonl", one).replace("out/failed.jsonl", other);
        bench.write("late.toml", pipeline + more);
        verb(&bench, "plan", &[])
    };
    let refused = |ran: Ran, begins: &str| {
        let ran = ran.ended(3);
        assert!(
            ran.stderr.lines().any(|line| line.starts_with(begins)),
            "{begins}: {}",
            ran.stderr
        );
    };
    let taken = "late.toml:29:8: error: the sink `delayed` writes ";
    for (one, other) in
        [("/dev/stdout", "/proc/self/fd/1"), ("fifo", "fifo"), ("/dev/full", "/dev/full")]
    {
        refused(plan(one, other, ""), taken);
    }
    plan("/dev/null", "/dev/null", "parallelism = 2\n").ended(0);
    for path in ["fifo", "/dev/stdout"] {
        let begins = "late.toml:29:8: error: 2 tasks would write ";
        refused(plan("out/a", path, "parallelism = 2\n"), begins);
    }
    // Sinks of the kind `stdout` take turns, a file of that name does not.
    let stdout = "\n[sink.more]\nconnector = \"stdout\"\ninput = \"copy\"\n";
    let another = stdout.replace("more", "again");
    plan("out/a", "out/b", &[stdout, &another].concat()).ended(0);
    refused(plan("out/a", "/dev/stdout", stdout), "late.toml:29:8: error: the sink `more` writes ");
}

/// Root may read and write everything, so where the tests run as root the program runs without that right.
fn without_rights(bench: &Bench, arguments: &[&str]) -> Command {
    use std::os::unix::fs::MetadataExt;

    let command = bench.command(arguments);
    let is_root = fs::metadata("/proc/self").expect("there is a /proc").uid() == 0;
    if !is_root {
        return command;
    }
    let mut without = Command::new("setpriv");
    without.arg("--bounding-set=-dac_override,-dac_read_search").arg(command.get_program());
    without.args(command.get_args()).current_dir(bench.folder());
    without.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    without
}

#[test]
fn files_without_permission_are_told_before_anything_runs() {
    let bench = bench(RIGHT);
    let forbid = |name: &str, mode: u32| {
        fs::set_permissions(bench.path(name), fs::Permissions::from_mode(mode))
            .expect("it is ours");
    };
    let plugins = format!("plugins={}", built::plugins().display());
    fs::create_dir(bench.path("out")).expect("a temporary folder can be written");
    forbid("flights.jsonl", 0o000);
    forbid("out", 0o555);
    let ran = without_rights(&bench, &["run", "late.toml", "--set", &plugins]).output();
    let ran = Ran::from(ran.expect("`setpriv` of util-linux is installed")).ended(3);
    for (place, path, what) in
        [("5:8", "flights.jsonl", "read"), ("24:8", "out", "written"), ("29:8", "out", "written")]
    {
        let line = format!("late.toml:{place}: error: ");
        let line = ran.stderr.lines().find(|found| found.starts_with(&line));
        let line = line.unwrap_or_else(|| panic!("no problem at {place}: {}", ran.stderr));
        assert!(
            line.contains(path) && line.contains(&format!("cannot be {what}: Permission denied")),
            "{line}"
        );
    }
    assert_eq!(fs::read_dir(bench.path("out")).expect("it can be listed").count(), 0);
    forbid("out", 0o755);
}

#[test]
fn a_pipeline_file_that_cannot_be_read_is_told() {
    let bench = Bench::new();
    for (path, reason) in [
        ("missing.toml", "there is no such pipeline file"),
        (".", "the pipeline file cannot be read: "),
    ] {
        for verb in ["plan", "run"] {
            let ran = bench.run(&[verb, path]).ended(3);
            assert!(ran.stderr.starts_with(&format!("{path}: error: {reason}")), "{}", ran.stderr);
        }
    }
    bench.write("large.toml", vec![b'#'; (1 << 20) + 1]);
    let ran = bench.run(&["run", "large.toml"]).ended(3);
    assert!(
        ran.stderr.starts_with("large.toml: error: the pipeline file exceeds the limit of 1 MiB"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_right_pipeline_is_shown_in_every_form_and_nothing_is_run() {
    let bench = bench(RIGHT);
    let shown = |form: &str| verb(&bench, "plan", &["-o", form]).ended(0).stdout;
    let names = ["flights", "departed", "copy", "delayed", "failed"];
    for form in ["text", "tree", "mermaid", "dot", "json"] {
        let shown = shown(form);
        assert!(names.iter().all(|name| shown.contains(name)), "{form}: {shown}");
    }
    let document: Value = serde_json::from_str(&shown("json")).expect("the output is JSON");
    assert_eq!(document["name"], "late");
    assert_eq!(document["nodes"].as_array().map(Vec::len), Some(5));
    assert_eq!(document["edges"].as_array().map(Vec::len), Some(5));
    // `flights` and `departed` share one; `copy` has two; each sink has one.
    assert_eq!(document["tasks"], 5);
    let hash = |edge: &&Value| edge["to"] == "copy";
    let edge = document["edges"]
        .as_array()
        .and_then(|edges| edges.iter().find(hash))
        .expect("copy has an input");
    assert_eq!(
        (&edge["from_port"], &edge["partitioning"]),
        (&Value::from("late"), &Value::from("hash"))
    );
    assert!(shown("mermaid").starts_with("flowchart "));
    assert!(shown("dot").starts_with("digraph"));
    assert!(!bench.path("out").exists() && !bench.path("cache").exists(), "something was run");
}
