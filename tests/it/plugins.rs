//! Uploads through the real program: what is no plugin is refused with its reason, by `check` and by `run`, before anything
//! of it is compiled; what is one says what it is.

use std::{fs, os::unix::fs::FileExt};

use sandbar_tests::{Bench, Ran, built};
use serde_json::Value;

/// A pipeline that runs the upload.
const PIPELINE: &str = r#"
name = "upload"

[source.in]
connector = "generator"
count = 10

[operator.upload]
plugin = "upload.wasm"
input = "in"
on_error = { then = "skip", breaker = "off" }

[sink.out]
connector = "file"
input = "upload"
path = "out/out.txt"
"#;

/// The smallest plugin that a compiler made, as the module that it made.
fn identity() -> Vec<u8> {
    let module = fs::read(built::plugins().join("identity.debug.wasm"));
    sandbar::author::debug::stripped(&module.expect("the plugin was built"))
}

fn wasm(text: &str) -> Vec<u8> {
    wat::parse_str(text).expect("the text is WebAssembly")
}

/// `bytes` with each `from` replaced by `to`, which is as long: lengths in the file stay right.
fn replaced(mut bytes: Vec<u8>, from: &str, to: &str) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let places: Vec<usize> = (0..bytes.len() - from.len())
        .filter(|&at| bytes[at..].starts_with(from.as_bytes()))
        .collect();
    assert!(!places.is_empty(), "{from} is not in the plugin");
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
    }
    bytes
}

fn upload(bytes: &[u8]) -> Bench {
    let bench = Bench::new();
    bench.write("upload.wasm", bytes);
    bench.write("pipeline.toml", PIPELINE);
    bench
}

/// Neither verb takes the upload in `bench`: one line of `check` has all of `parts`, and nothing was run.
#[track_caller]
fn refused_in(bench: &Bench, parts: &[&str]) {
    let has_all = |line: &str| parts.iter().all(|part| line.contains(part));
    let checked = bench.run(&["check", "upload.wasm"]).ended(3);
    assert!(
        checked.stderr.lines().any(has_all),
        "no line has all of {parts:?}: {}",
        checked.stderr
    );
    assert_eq!(checked.stdout, "");
    let ran = bench.run(&["run", "pipeline.toml"]).ended(3);
    assert!(ran.stderr.lines().any(has_all), "no line has all of {parts:?}: {}", ran.stderr);
    assert!(
        ran.stderr.contains("pipeline.toml:9:10: error: "),
        "its place is not told: {}",
        ran.stderr
    );
    assert!(!bench.path("out").exists(), "something was run");
    let cached = fs::read_dir(bench.path("cache/compiled")).map_or(0, Iterator::count);
    assert_eq!(cached, 0, "something was compiled");
}

#[track_caller]
fn refused(bytes: &[u8], parts: &[&str]) {
    refused_in(&upload(bytes), parts);
}

#[test]
fn an_empty_file_is_refused() {
    refused(b"", &["plugin is empty"]);
}

#[test]
fn a_truncated_plugin_is_refused_wherever_it_was_cut() {
    let plugin = identity();
    let lengths = [1, 4, 7, 9, 100, 5_000, plugin.len() / 2, plugin.len() - 1];
    for length in lengths {
        refused(&plugin[..length], &[&format!("plugin of {length} bytes is cut short")]);
    }
}

#[test]
fn what_is_no_webassembly_is_refused() {
    refused(b"#!/bin/sh\nexit 0\n", &["not WebAssembly", "23, 21, 2f"]);
    refused(b"\0asm\x07\0\0\0", &["plugin cannot be read"]);
}

#[test]
fn a_core_module_that_was_never_meant_as_a_plugin_is_refused() {
    let parts = ["core module without component-type sections", "build it with the SDK"];
    refused(&wasm("(module)"), &parts);
    refused(&wasm(r#"(module (memory (export "memory") 1) (func (export "_start")))"#), &parts);
}

#[test]
fn a_component_of_another_world_is_refused_and_all_that_it_lacks_is_named() {
    let other = wasm(
        r#"(component
            (core module $m (func (export "run") (result i32) i32.const 0))
            (core instance $i (instantiate $m))
            (func (export "run") (result u32) (canon lift (core func $i "run"))))"#,
    );
    for export in ["open", "process", "close"] {
        refused(&other, &[&format!("export `{export}` is missing"), "the world `operator` wants"]);
    }
}

#[test]
fn an_export_of_another_type_is_refused() {
    let other = wasm(
        r#"(component
            (core module $m (func (export "open") (result i32) i32.const 0))
            (core instance $i (instantiate $m))
            (func (export "open") (result u32) (canon lift (core func $i "open"))))"#,
    );
    refused(&other, &["export `open` has type", "u32", "wants func() -> result<_, failure>"]);
}

#[test]
fn a_missing_export_of_a_core_module_is_named() {
    refused(
        &replaced(identity(), "\u{7}process", "\u{7}prozess"),
        &["export `process` is missing"],
    );
}

#[test]
fn each_forbidden_import_is_named() {
    let names = ["wasi:filesystem/types@0.2.0", "wasi:sockets/tcp@0.2.0", "acme:cloud/keys"];
    let imports: String =
        names.iter().map(|name| format!("(import \"{name}\" (instance))")).collect();
    let component = wasm(&format!("(component {imports})"));
    for name in names {
        refused(
            &component,
            &[&format!("import `{name}` is not allowed"), "imports only sandbar:operator"],
        );
    }
    let module = wasm(
        r#"(module
            (import "wasi_snapshot_preview1" "fd_write" (func (param i32 i32 i32 i32) (result i32)))
            (import "env" "system" (func (param i32) (result i32))))"#,
    );
    for name in ["wasi_snapshot_preview1#fd_write", "env#system"] {
        refused(&module, &[&format!("import `{name}` is not allowed")]);
    }
}

#[test]
fn another_version_of_the_interface_is_refused_with_both_versions() {
    let future =
        replaced(identity(), "sandbar:operator/output@0.1.0", "sandbar:operator/output@0.9.0");
    refused(&future, &["version 0.9.0", "this host speaks 0.1.0"]);
    let unknown =
        replaced(identity(), "sandbar:operator/output@0.1.0", "sandbar:operator/outlet@0.1.0");
    refused(&unknown, &["import `sandbar:operator/outlet@0.1.0#emit` is not allowed"]);
}

#[test]
fn a_plugin_over_32_mib_is_refused_by_its_size() {
    let bench = upload(&identity());
    let file =
        fs::File::options().write(true).open(bench.path("upload.wasm")).expect("it was written");
    // A hole: the disk need not hold it, and neither must memory.
    file.set_len(1 << 40).expect("files may have holes");
    refused_in(&bench, &["exceeds the limit of 33554432"]);
}

#[test]
fn precompiled_code_is_refused() {
    refused(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0", &["compiled native code (an ELF file)"]);
    // What the cache holds is no upload either.
    let bench = upload(&identity());
    bench.run(&["run", "pipeline.toml"]).ended(0);
    let entries = fs::read_dir(bench.path("cache/compiled")).expect("the run made its cache");
    let paths = entries.map(|entry| entry.expect("it can be listed").path());
    let native =
        paths.filter(|path| path.extension().is_some_and(|extension| extension == "native"));
    let native: Vec<_> = native.collect();
    assert_eq!(native.len(), 1, "{native:?}");
    bench.write("upload.wasm", fs::read(&native[0]).expect("it can be read"));
    bench.run(&["check", "upload.wasm"]).ended(3);
    bench.run(&["run", "pipeline.toml"]).ended(3);
}

#[test]
fn a_function_that_would_take_the_compiler_seconds_is_refused() {
    let huge = format!("(module (func {}))", "nop ".repeat(600_000));
    refused(&wasm(&huge), &["function 0 has 600", "bytes", "over the limit of 524288"]);
}

#[test]
fn nested_branch_tables_are_refused() {
    const DEPTH: usize = 130;
    let targets: String = (0..=DEPTH).map(|target| format!("{target} ")).collect();
    let body = format!("(br_table {targets} (i32.const 0))").repeat(DEPTH);
    let nested =
        format!("(module (func {} {body} {}))", "block ".repeat(DEPTH), "end ".repeat(DEPTH));
    refused(&wasm(&nested), &["function 0 has 17030 ", "over the limit of 16384"]);
    let deep = format!("(module (func {} {}))", "block ".repeat(2_000), "end ".repeat(2_000));
    refused(&wasm(&deep), &["function 0 has", "over the limit of 1024"]);
}

#[test]
fn a_folder_and_a_file_that_is_not_there_are_no_plugins() {
    let bench = Bench::new();
    fs::create_dir(bench.path("folder")).expect("a temporary folder can be written");
    for (name, reason) in [("folder", "directory"), ("missing.wasm", "No such file")] {
        let ran = bench.run(&["check", name]).ended(3);
        assert!(ran.stderr.starts_with(&format!("{name}: error: ")), "{}", ran.stderr);
        assert!(ran.stderr.contains(reason), "{}", ran.stderr);
    }
}

#[test]
fn a_refusal_can_be_read_by_programs() {
    let bench =
        upload(&wasm(r#"(component (import "a:b/c" (instance)) (import "d:e/f" (instance)))"#));
    let ran = bench.run(&["check", "upload.wasm", "-o", "json"]).ended(3);
    let document: Value = serde_json::from_str(&ran.stdout).expect("the output is JSON");
    assert_eq!(document["valid"], false);
    let problems = document["problems"].as_array().expect("problems are a list");
    assert_eq!(problems.len(), 5, "two imports and three exports: {problems:?}");
}

#[test]
fn a_flipped_bit_never_breaks_the_host() {
    const FLIPS: usize = 320;
    let plugin = identity();
    let bench = upload(&plugin);
    let file =
        fs::File::options().write(true).open(bench.path("upload.wasm")).expect("it was written");
    let mut still_valid = 0;
    for flip in 0..FLIPS {
        let at = flip * plugin.len() / FLIPS;
        let flipped = plugin[at] ^ (1 << (flip % 8));
        file.write_all_at(&[flipped], at as u64).expect("it can be written");
        let Ran { code, stderr, .. } = bench.run(&["check", "upload.wasm"]);
        let described = format!("byte {at}, bit {}: {code:?} {stderr}", flip % 8);
        assert!(matches!(code, Some(0 | 3)), "{described}");
        assert!(!stderr.contains("panicked"), "{described}");
        assert_eq!(code == Some(3), stderr.contains("error: "), "{described}");
        if code == Some(0) {
            still_valid += 1;
            // Compiling takes most of the time: a part of those that pass is run too.
            if still_valid % 8 == 1 {
                let ran = bench.run(&["run", "pipeline.toml", "--no-cache", "--quiet"]);
                assert!(matches!(ran.code, Some(0 | 1)), "{described}: {ran:?}");
                // The guest may well panic; the host may not.
                let broke = ran.stderr.contains("internal: ") || ran.stderr.contains("thread '");
                assert!(!broke, "{described}: {ran:?}");
            }
        }
        file.write_all_at(&[plugin[at]], at as u64).expect("it can be written");
    }
    assert!(still_valid > 0 && still_valid < FLIPS, "{still_valid} of {FLIPS} passed");
}

#[test]
fn every_plugin_of_the_workspace_is_valid_and_says_what_it_is() {
    let bench = Bench::new();
    let entries =
        fs::read_dir(built::root().join("plugins")).expect("there is a folder of plugins");
    let folders = entries.map(|entry| entry.expect("it can be listed").path());
    let folders = folders.filter(|path| path.join("Cargo.toml").exists());
    let names: Vec<String> =
        folders.filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned())).collect();
    assert!(names.len() >= 7, "{names:?}");
    for name in names {
        let path = built::plugin(&name);
        let path = path.to_string_lossy();
        let text = bench.run(&["check", &path]).ended(0).stdout;
        assert!(text.contains(": valid\n"), "{text}");
        let json = bench.run(&["check", &path, "-o", "json"]).ended(0).stdout;
        let document: Value = serde_json::from_str(&json).expect("the output is JSON");
        assert_eq!(document["valid"], true);
        assert_eq!(document["operator"]["name"], name.as_str());
        assert_eq!(document["form"], "component");
        assert_eq!(document["digest"].as_str().map(str::len), Some(64));
        let rights = document["rights"].as_array().expect("rights are a list");
        let is_ours = |right: &Value| {
            let right = right.as_str().unwrap_or_default();
            ["output.", "log.", "context."].iter().any(|interface| right.starts_with(interface))
        };
        assert!(rights.iter().all(is_ours), "{rights:?}");
        assert!(document["memory"]["initial_bytes"].as_u64() > Some(0));
    }
}
