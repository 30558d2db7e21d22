//! Operators in other languages than Rust, where something is not as it should be. The transcripts show what goes well.

use std::{fs, os::unix::fs::symlink, process::Command};

use sandbar_tests::{Bench, built};

use super::{edit, type_in, with_tools};

#[test]
fn what_no_template_has_is_refused_with_what_there_is() {
    let bench = Bench::new();
    for (arguments, exit, part) in [
        (&["new", "x", "--lang", "cobol"][..], 2, "[possible values: rust, c, python, javascript]"),
        (&["new", "x", "--lang", "c", "--kind", "map"], 3, "leave `--kind` out"),
        (&["new", "x", "--lang", "js", "--sdk", "."], 3, "the SDK is for Rust: leave `--sdk` out"),
        (&["new", "X", "--lang", "python"], 3, "such as `x`"),
    ] {
        let ran = bench.run(arguments).ended(exit);
        assert!(ran.stderr.contains(part), "{arguments:?}: {}", ran.stderr);
        assert!(!bench.path("x").exists(), "{arguments:?} left something");
    }
    // A name that only Rust cannot have.
    bench.run(&["new", "match", "--lang", "c"]).ended(0);
}

#[test]
fn a_missing_tool_is_named_with_the_command_that_installs_it() {
    let bench = Bench::new();
    let programs = bench.path("programs");
    fs::create_dir(&programs).expect("it is ours");
    for program in ["sh", "mkdir", "rm"] {
        let found = ["/bin", "/usr/bin"].map(|folder| format!("{folder}/{program}"));
        let found = found.iter().find(|path| fs::exists(path).is_ok_and(|is| is));
        symlink(found.expect("every system has it"), programs.join(program)).expect("it is ours");
    }
    for (language, part) in [
        ("c", "python3 is missing; on Debian and Ubuntu type: sudo apt-get install python3"),
        ("python", "python3 is missing; on Debian and Ubuntu type: sudo apt-get install python3"),
        (
            "javascript",
            "python3 is missing; on Debian and Ubuntu type: sudo apt-get install python3",
        ),
    ] {
        bench.run(&["new", language, "--lang", language]).ended(0);
        let mut command = bench.command(&["build", language]);
        command.env("PATH", &programs).env("HOME", bench.folder()).env_remove("XDG_CACHE_HOME");
        let output = command.output().expect("the program can be started");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && told.contains(part), "{language}: {told}");
        assert!(told.contains("nothing here builds operators in"), "{language}: {told}");
    }
    let mut doctor = bench.command(&["doctor", "--author", "-o", "json"]);
    let output = doctor.env("PATH", &programs).output().expect("the program can be started");
    assert!(!output.status.success());
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let checks = told["checks"].as_array().expect("a list");
    assert_eq!(checks.len(), 5, "{told}");
    assert!(checks.iter().all(|check| check["ok"] == false && check["mend"].is_string()), "{told}");
}

#[test]
fn the_header_needs_a_compiler_and_nothing_else() {
    let bench = Bench::new();
    bench.run(&["new", "bare", "--lang", "c"]).ended(0);
    let mut tools = Command::new(built::root().join("sdk/toolchain/ensure-language.sh"));
    let output = with_tools(tools.arg("c")).output().expect("there is a shell");
    assert!(output.status.success(), "type: sdk/toolchain/ensure-language.sh c");
    let words = String::from_utf8(output.stdout).expect("a path is text");
    let mut words = words.lines();
    let mut compiler = Command::new(words.next().expect("there is a command"));
    compiler.args(words).current_dir(bench.path("bare/src"));
    compiler.args(["-ffreestanding", "-nostdlib", "-mbulk-memory", "-O3", "-Wl,--no-entry"]);
    let status = with_tools(&mut compiler).args(["-o", "bare.wasm", "plugin.c"]).status();
    assert!(status.expect("the compiler runs").success());
    let ran = bench.run(&["check", "bare/src/bare.wasm"]).ended(0);
    assert!(ran.stdout.contains("form         core module"), "{}", ran.stdout);
}

#[test]
fn a_project_s_manifest_decides_its_name_ports_and_parameters() {
    let bench = Bench::new();
    bench.run(&["new", "told", "--lang", "c"]).ended(0);
    let manifest = bench.path("told/sandbar.toml");
    edit(&manifest, "outputs = [\"out\"]", "outputs = [\"warm\", \"cold\"]");
    let ran = type_in(&bench, "told", &["build"]).ended(0);
    for part in ["operator     told\n", "outputs      warm, cold\n", "min_celsius", "debug "] {
        assert!(ran.stdout.contains(part), "{part}: {}", ran.stdout);
    }
    // What is compiled is the same: only what is said of it has changed.
    edit(&manifest, "\"cold\"]", "\"Cold\"]");
    let ran = type_in(&bench, "told", &["build"]).ended(3);
    assert!(ran.stderr.contains("what . builds is no plugin"), "{}", ran.stderr);
    edit(&manifest, "language = \"c\"", "language = \"cobol\"");
    let ran = type_in(&bench, "told", &["build"]).ended(3);
    assert!(ran.stderr.contains("unknown variant `cobol`"), "{}", ran.stderr);
    fs::remove_file(bench.path("told/src/plugin.c")).expect("the template wrote it");
    edit(&manifest, "cobol", "c");
    let ran = type_in(&bench, "told", &["build"]).ended(3);
    assert!(ran.stderr.contains("src/plugin.c is missing"), "{}", ran.stderr);
}

/// An operator in C that looks at all a record has, and at time.
const CURIOUS: &str = r#"#include "sandbar.h"
static void each(const sandbar_record *record) {
    sandbar_text trace, by = record->port ? SANDBAR_TEXT("right") : SANDBAR_TEXT("left");
    if (sandbar_header(record, SANDBAR_TEXT("trace"), &trace))
        sandbar_emit(0, trace, record->value);
    else
        sandbar_emit_record(0, record->timestamp, record->key, record->value,
                            sandbar_with_header(record->headers, SANDBAR_TEXT("by"), by));
}
static void at(int64_t time) {
    sandbar_text none = {0, 0};
    if (time == INT64_MAX) sandbar_emit_record(0, 9, SANDBAR_TEXT("end"), SANDBAR_TEXT("{}"), none);
}
SANDBAR_OPERATOR(each)
SANDBAR_ON_WATERMARK(at)
"#;

#[test]
fn an_operator_in_c_sees_ports_headers_and_time() {
    let bench = Bench::new();
    bench.run(&["new", "curious", "--lang", "c"]).ended(0);
    edit(&bench.path("curious/sandbar.toml"), "[\"in\"]", "[\"left\", \"right\"]");
    bench.write("curious/src/plugin.c", CURIOUS);
    fs::remove_dir_all(bench.path("curious/cases/first")).expect("the template wrote it");
    let case = |file: &str, text: &str| bench.write(&format!("curious/cases/all/{file}"), text);
    let line = |key: &str, headers: &str| {
        let failed = r#""cause":"rejected","message":"","operator":"a","plugin":"","attempts":1,"failed_ms":1"#;
        format!(
            "{{{failed},\"record\":{{\"key\":\"{key}\",\"value\":\"1\",\"timestamp\":4,\"headers\":[{headers}]}}}}\n"
        )
    };
    // Of the formats, this one brings headers.
    case("case.toml", "[source]\nformat = \"dead-letters\"\n");
    case(
        "inputs/left.jsonl",
        &line("a", r#"{"name":"b","value":"c"},{"name":"trace","value":"seven"}"#),
    );
    case("inputs/right.jsonl", &line("d", r#"{"name":"e","value":"f"}"#));
    case(
        "expected/out.jsonl",
        "{\"key\":\"seven\",\"timestamp\":4,\"headers\":[[\"b\",\"c\"],[\"trace\",\"seven\"]],\"value\":1}\n\
         {\"key\":\"d\",\"timestamp\":4,\"headers\":[[\"e\",\"f\"],[\"by\",\"right\"]],\"value\":1}\n\
         {\"key\":\"end\",\"timestamp\":9,\"value\":{}}\n",
    );
    let ran = type_in(&bench, "curious", &["test"]).ended(0);
    assert_eq!(ran.stdout, "1 of 1 cases passed\n", "{}", ran.stderr);
}

#[test]
fn modules_of_python_and_javascript_send_what_they_should() {
    let root = built::root();
    let mut python = Command::new("python3");
    python.arg(root.join("tests/python/component.py")).arg(root.join("sdk/python"));
    python.env("PYTHONDONTWRITEBYTECODE", "1");
    let mut tools = Command::new(root.join("sdk/toolchain/ensure-language.sh"));
    let output = with_tools(tools.arg("javascript")).output().expect("there is a shell");
    assert!(output.status.success(), "type: sdk/toolchain/ensure-language.sh javascript");
    let words = String::from_utf8(output.stdout).expect("a path is text");
    let mut node = Command::new(words.lines().next().expect("there is a Node.js"));
    node.arg(root.join("tests/javascript/component.mjs"))
        .arg(root.join("sdk/javascript/sandbar.js"));
    for mut command in [python, node] {
        let output = command.output().expect("it can be started");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}
