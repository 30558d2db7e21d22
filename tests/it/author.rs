//! What authors of operators type: a project from nothing, its cases, its faults, a plugin as a filter, a pipeline that
//! changes while it runs. Everything is built without network; what cargo makes is kept from run to run.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use sandbar_tests::{Bench, Ran, built};

mod cases;
mod dev;
mod languages;
mod quick;
mod shapes;
mod transcript;

/// `command` with the compiler and the crates of whoever runs the tests.
pub(crate) fn with_tools(command: &mut Command) -> &mut Command {
    for name in ["HOME", "XDG_CACHE_HOME", "CARGO_HOME"] {
        match std::env::var_os(name) {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command.env("CARGO_NET_OFFLINE", "true").env("CARGO_TARGET_DIR", target())
}

/// Where projects of these tests are built: what they need is built once.
fn target() -> PathBuf {
    built::target().join("author")
}

fn type_in(bench: &Bench, folder: &str, arguments: &[&str]) -> Ran {
    let mut command = bench.command(arguments);
    command.current_dir(bench.path(folder));
    with_tools(&mut command).output().expect("the program can be started").into()
}

/// A project that nobody has made yet.
fn new(bench: &Bench, name: &str, kind: &str) {
    let sdk = built::root().join("sdk");
    let sdk = sdk.to_str().expect("the checkout's path is text");
    bench.run(&["new", name, "--kind", kind, "--sdk", sdk]).ended(0);
}

fn edit(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).expect("the template wrote it");
    assert!(text.contains(from), "no {from} in {text}");
    fs::write(path, text.replacen(from, to, 1)).expect("it is ours");
}

#[test]
fn every_template_passes_its_cases_as_it_is_and_offline() {
    for kind in ["map", "flat-map", "router"] {
        let bench = Bench::new();
        let name = format!("as-{kind}");
        new(&bench, &name, kind);
        let ran = type_in(&bench, &name, &["test", "--shipped"]).ended(0);
        assert_eq!(ran.stdout, "1 of 1 cases passed\n", "{}", ran.stderr);
        let plugin = target().join(format!("plugins/{name}.wasm"));
        let checked = bench.run(&["check", plugin.to_str().expect("it is text")]).ended(0);
        assert!(checked.stdout.contains("form         component\n"), "{}", checked.stdout);
        let shipped =
            String::from_utf8_lossy(&fs::read(&plugin).expect("it was built")).into_owned();
        for forbidden in [".debug_info", bench.folder().to_str().expect("it is text")] {
            assert!(!shipped.contains(forbidden), "{kind} ships {forbidden}");
        }
    }
}

#[test]
fn a_case_is_judged_by_every_line_and_kept_by_bless() {
    let bench = Bench::new();
    new(&bench, "judged", "filter");
    let expected = bench.path("judged/cases/first/expected");
    type_in(&bench, "judged", &["test"]).ended(0);
    // A line that should not be there, one that is missing, and a port that does not exist.
    edit(&expected.join("out.jsonl"), "71.5", "71.4");
    bench.write("judged/cases/first/expected/outt.jsonl", "{}\n");
    let ran = type_in(&bench, "judged", &["test"]).ended(1);
    for part in [
        "failed\n",
        "expected/outt.jsonl: there is no port `outt`; ports are out\n",
        "  - {\"key\":\"boiler\",\"value\":{\"device\":\"boiler\",\"celsius\":71.4}}\n",
        "  + {\"key\":\"boiler\",\"value\":{\"device\":\"boiler\",\"celsius\":71.5}}\n",
        "sandbar test --bless",
    ] {
        assert!(ran.stderr.contains(part), "no {part} in {}", ran.stderr);
    }
    assert!(!ran.stderr.contains('\u{1b}'), "colours without a terminal");
    type_in(&bench, "judged", &["test", "--bless"]).ended(0);
    assert!(!expected.join("outt.jsonl").exists());
    type_in(&bench, "judged", &["test"]).ended(0);
    // Lines that end as on Windows are the same lines, of what comes in and of what must come out.
    for file in ["input.jsonl", "expected/out.jsonl", "expected/rejects.jsonl"] {
        let path = bench.path("judged/cases/first").join(file);
        let text = fs::read_to_string(&path).expect("it was kept");
        fs::write(&path, text.replace('\n', "\r\n")).expect("it is ours");
    }
    type_in(&bench, "judged", &["test"]).ended(0);
    fs::remove_dir_all(&expected).expect("it was kept");
    let ran = type_in(&bench, "judged", &["test"]).ended(1);
    assert!(ran.stderr.contains("nothing was kept that must come out"), "{}", ran.stderr);
    assert!(ran.stderr.contains("by typing: sandbar test --bless"), "{}", ran.stderr);
    // What a case says is checked as in a pipeline file.
    bench.write("judged/cases/first/case.toml", "[parameters]\nmin_celsus = 1.5\n");
    let ran = type_in(&bench, "judged", &["test"]).ended(3);
    let place =
        "case.toml:2:1: error: `judged` has no parameter `min_celsus`: did you mean `min_celsius`?";
    assert!(ran.stderr.contains(place), "{}", ran.stderr);
    fs::remove_file(bench.path("judged/cases/first/input.jsonl")).expect("it is ours");
    let ran = type_in(&bench, "judged", &["test"]).ended(3);
    assert!(ran.stderr.contains("the case has no input: write input.jsonl"), "{}", ran.stderr);
}

#[test]
fn code_that_does_not_compile_is_told_by_the_compiler_first() {
    let bench = Bench::new();
    new(&bench, "wrong", "filter");
    edit(&bench.path("wrong/src/lib.rs"), "out.rekey", "out.rekeyed");
    let ran = type_in(&bench, "wrong", &["build", "--quiet"]).ended(3);
    assert!(ran.stderr.starts_with("error[E0599]: no method named `rekeyed`"), "{}", ran.stderr);
    assert!(ran.stderr.trim_end().ends_with("then build again"), "{}", ran.stderr);
    assert_eq!(ran.stdout, "");
}

#[test]
fn what_new_and_build_cannot_do_they_say_with_what_to_do() {
    let bench = Bench::new();
    bench.write("full/file", "");
    bench.write("file", "");
    bench.write(
        "no-plugin/Cargo.toml",
        "[package]\nname = \"x\"\nedition = \"2024\"\n[workspace]\n",
    );
    bench.write("no-plugin/src/lib.rs", "");
    let sdk = built::root().join("sdk");
    let sdk = sdk.to_str().expect("the checkout's path is text");
    for (arguments, part) in [
        (&["new", "full", "--sdk", sdk][..], "the folder full is not empty; choose another name"),
        (&["new", "file", "--sdk", sdk], "file is a file; choose another name"),
        (&["new", "Hot", "--sdk", sdk], "such as `hot`"),
        (&["new", "hot", "--sdk", "full"], "full has no `sandbar-sdk`"),
        (
            &["build", "full"],
            "full has neither Cargo.toml nor sandbar.toml: name the folder of a project, or make one",
        ),
        (&["build", "no-plugin"], "crate-type = [\"cdylib\", \"rlib\"]"),
        (&["test", "nothing"], "there is no folder nothing: name the folder of a project, or make"),
        (&["dev", "nothing.toml"], "there is no pipeline file nothing.toml"),
    ] {
        let ran = type_in(&bench, ".", arguments).ended(3);
        assert!(ran.stderr.contains(part), "{arguments:?}: {}", ran.stderr);
    }
    let entries = fs::read_dir(bench.path("full")).expect("it is ours").count();
    assert_eq!(entries, 1, "something was written into a folder that was not empty");
    // Without cargo in reach the message says where it comes from.
    let mut command = bench.command(&["build", "no-plugin"]);
    command.env("PATH", bench.folder());
    let ran: Ran = command.output().expect("the program can be started").into();
    let ran = ran.ended(3);
    assert!(ran.stderr.contains("install Rust (https://rustup.rs)"), "{}", ran.stderr);
}

#[test]
fn the_folder_one_is_in_becomes_a_project_though_it_has_a_repository() {
    let bench = Bench::new();
    bench.write("here/.git/HEAD", "");
    let ran = type_in(&bench, "here", &["new", ".", "--lang", "c"]).ended(0);
    assert!(ran.stdout.contains("now type:\n  sandbar test"), "{}", ran.stdout);
    let described = fs::read_to_string(bench.path("here/sandbar.toml")).expect("it was made");
    assert!(described.contains("name = \"here\""), "{described}");
    let ran = type_in(&bench, "here", &["new", "."]).ended(3);
    assert!(ran.stderr.contains("the folder . is not empty"), "{}", ran.stderr);
}

#[test]
fn a_plugin_is_a_filter_of_json_lines() {
    let bench = Bench::new();
    let plugin = built::plugin("departed");
    let plugin = plugin.to_str().expect("the checkout's path is text");
    let flights = "{\"carrier\":\"UA\",\"dep_delay_min\":20}\n{\"carrier\":\"AA\",\"dep_delay_min\":null}\n\
                   oops\n{\"carrier\":\"B6\",\"dep_delay_min\":16}\n{\"flight\":1}\n";
    let ran = bench.run_with(&["run", plugin, "--port", "late"], flights.as_bytes()).ended(0);
    let late = |line: &&str| line.contains("\"dep_delay_min\":20") || line.contains("min\":16");
    let expected: String = flights.lines().filter(late).map(|line| format!("{line}\n")).collect();
    assert_eq!(ran.stdout, expected);
    for part in [
        "`stdin` failed at record: oops: record-malformed: stdin line 3 (byte 74): not JSON",
        "`departed` failed at record: {\"flight\":1}: rejected: missing field `carrier`",
        "records  4 in, 3 out, 1 rejected\n",
        "cpu      ",
        " at most, of 64.00 MiB\n",
        "rights   used context.parameters, output.forward, output.reject, output.rekey; ",
    ] {
        assert!(ran.stderr.contains(part), "no {part} in {}", ran.stderr);
    }
    let all = bench.run_with(&["run", plugin, "-q", "-p", "min_delay=18"], flights.as_bytes());
    assert_eq!(all.ended(0).stdout.lines().count(), 2);
    for (arguments, code, part) in [
        (&["run", plugin, "-p", "min_dely=18"][..], 3, "did you mean `min_delay`?"),
        (&["run", plugin, "--port", "early"], 2, "it has: late, cancelled"),
        (&["run", plugin, "-o", "json"], 2, "for a pipeline file"),
        (&["run", "p.toml", "--port", "late"], 2, "`--port` is for a plugin (.wasm)"),
        (&["run", "none.wasm"], 3, "No such file"),
    ] {
        let ran = bench.run_with(arguments, b"").ended(code);
        assert!(ran.stderr.contains(part), "{arguments:?}: {}", ran.stderr);
    }
}

#[test]
fn every_code_is_explained_and_shells_and_man_know_every_verb() {
    let bench = Bench::new();
    let list = bench.run(&["explain"]).ended(0).stdout;
    assert_eq!(list.lines().count(), sandbar_dataflow::Code::ALL.len());
    for code in sandbar_dataflow::Code::ALL {
        let told = bench.run(&["explain", code.name()]).ended(0).stdout;
        for part in ["cause ", "to do ", "policy ", "example\n", code.help()] {
            assert!(told.contains(part), "no {part} in {told}");
        }
    }
    let ran = bench.run(&["explain", "guest-traped"]).ended(2);
    assert!(ran.stderr.contains("did you mean `guest-trapped`?"), "{}", ran.stderr);
    for shell in ["bash", "zsh", "fish"] {
        let script = bench.run(&["completions", shell]).ended(0).stdout;
        assert!(["explain", "publish", "test"].iter().all(|verb| script.contains(verb)), "{shell}");
    }
    let page = bench.run(&["man"]).ended(0).stdout;
    assert!(page.contains(".TH sandbar 1") && page.contains("explain"), "{page}");
    assert!(bench.run(&["man", "run"]).ended(0).stdout.contains("\\-\\-threads"));
    let ran = bench.run(&["man", "runn"]).ended(2);
    assert!(ran.stderr.contains("did you mean `run`?"), "{}", ran.stderr);
}
