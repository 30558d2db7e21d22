//! Each check of the code, seen to fail: what it must find, and what looks like it but is allowed.

use super::{
    Source,
    layers::{self, Package},
    misplaced, sources,
};

fn package(name: &str, manifest: &str, needs: &[&str]) -> Package {
    let needs = needs.iter().map(|need| (*need).to_owned()).collect();
    Package { name: name.to_owned(), manifest: manifest.to_owned(), needs }
}

fn source(path: &str, text: &str) -> Source {
    Source { path: path.to_owned(), text: text.to_owned() }
}

/// `found` names each of `offenders` once, in this order, and nothing else.
#[track_caller]
fn names(found: &[String], offenders: &[&str]) {
    assert_eq!(found.len(), offenders.len(), "{found:#?}");
    for (found, offender) in found.iter().zip(offenders) {
        assert!(found.starts_with(offender), "{found} does not name {offender}");
    }
}

#[test]
fn edges_that_lead_up_or_sideways_are_found() {
    let packages = [
        package("sandbar-schema", "schema/Cargo.toml", &["serde", "sandbar-dataflow"]),
        package("sandbar-dataflow", "host/dataflow/Cargo.toml", &["sandbar-schema"]),
        package(
            "sandbar-sandbox",
            "host/sandbox/Cargo.toml",
            &["sandbar-dataflow", "sandbar-store"],
        ),
        package("sandbar-store", "host/store/Cargo.toml", &[]),
        package("sandbar-sdk", "sdk/Cargo.toml", &["sandbar-sdk-macros", "sandbar-schema"]),
        package("sandbar-sdk-macros", "sdk/macros/Cargo.toml", &["sandbar-schema"]),
        package("words", "plugins/words/Cargo.toml", &["sandbar-sdk", "sandbar-schema"]),
        package("loop", "tests/guests/loop/Cargo.toml", &["sandbar-sdk"]),
        package("stray", "host/stray/Cargo.toml", &[]),
        package("sandbar-tests", "tests/Cargo.toml", &["sandbar-store", "sandbar-sdk"]),
    ];
    names(
        &layers::upward(&packages),
        &[
            "sandbar-schema depends on sandbar-dataflow",
            "sandbar-sandbox depends on sandbar-store",
            "sandbar-sdk-macros depends on sandbar-schema",
            "words depends on sandbar-schema",
            "stray (host/stray/Cargo.toml) has no layer",
        ],
    );
}

#[test]
fn dependencies_that_somebody_else_owns_are_found() {
    let packages = [
        package("sandbar-sandbox", "host/sandbox/Cargo.toml", &["wasmtime", "tokio", "tomlish"]),
        package("sandbar", "host/Cargo.toml", &["clap", "toml", "wasmtime-environ"]),
        package("sandbar-schema", "schema/Cargo.toml", &["capnp", "tokio"]),
        package("words", "plugins/words/Cargo.toml", &["tokio-util"]),
    ];
    names(
        &layers::foreign(&packages),
        &[
            "sandbar depends on wasmtime-environ",
            "sandbar-schema depends on tokio",
            "words depends on tokio-util",
        ],
    );
}

#[test]
fn the_workspace_that_is_checked_is_the_real_one() {
    let packages = layers::declared();
    let named =
        |name: &str| packages.iter().find(|package| package.name == name).expect("it is a member");
    assert!(named("sandbar-sandbox").needs.contains("wasmtime"));
    assert!(named("sandbar-dataflow").needs.contains("tokio"), "also if it is a test's dependency");
    // Declared for one target only.
    assert!(named("sandbar-sdk").needs.contains("wit-bindgen"));
    assert_eq!(named("words").manifest, "plugins/words/Cargo.toml");
}

#[test]
fn files_that_do_not_say_what_they_are_are_found() {
    let files = [
        source("host/src/a.rs", "//! What it is.\nfn a() {}\n"),
        source("host/src/b.rs", "fn b() {}\n//! Too late.\n"),
        source("host/src/c.rs", ""),
        source("host/src/d.rs", "//!\n"),
    ];
    names(&sources::silent(&files), &["host/src/b.rs", "host/src/c.rs", "host/src/d.rs"]);
}

#[test]
fn long_files_are_found_and_generated_ones_are_not() {
    let files = [
        source("host/src/a.rs", &"\n".repeat(500)),
        source("host/src/b.rs", &"\n".repeat(501)),
        source("schema/src/record_batch_capnp.rs", &"\n".repeat(5_000)),
        source("sdk/src/bindings/operator.rs", &"\n".repeat(5_000)),
        source("plugins/a/src/lib.rs", &"\n".repeat(100)),
        source("plugins/b/src/lib.rs", &"\n".repeat(101)),
    ];
    names(&sources::long(&files), &["host/src/b.rs has 501", "plugins/b/src/lib.rs has 101"]);
}

#[test]
fn modules_called_mod_are_found() {
    let files = [source("host/src/a/mod.rs", ""), source("host/src/model.rs", "")];
    names(&sources::called_mod(&files), &["host/src/a/mod.rs"]);
}

#[test]
fn unsafe_code_is_found_and_texts_about_it_are_not() {
    let files = [
        source("host/sandbox/src/plugin.rs", "fn a() { unsafe { b() } }"),
        source(
            "host/src/a.rs",
            "//! unsafe\n// unsafe\nconst A: &str = \"unsafe { }\"; #[allow(unsafe_code)] fn a() {}",
        ),
        source("host/src/b.rs", "unsafe fn b() {}"),
        source("host/src/c.rs", "macro_rules! c { () => { [(unsafe { c() })] } }"),
        source("host/src/d.rs", "#[cfg(test)] mod tests { unsafe impl Send for D {} }"),
        source("sdk/src/lib.rs", "#[unsafe(no_mangle)] fn d() {}"),
    ];
    let found = ["host/src/b.rs", "host/src/c.rs", "host/src/d.rs", "sdk/src/lib.rs"];
    names(&sources::unsafe_code(&files), &found);
}

#[test]
fn threads_made_elsewhere_are_found_and_those_of_tests_are_not() {
    let files = [
        source("host/src/threads.rs", "fn a() { thread::Builder::new(); }"),
        source("host/src/a.rs", "fn a() { std::thread::spawn(|| ()); }"),
        source("host/src/b.rs", "fn b() { thread :: Builder::new(); }"),
        source(
            "host/src/c.rs",
            "fn c() { tokio::task::spawn(d); threads::spawn(d); thread::sleep(d); }",
        ),
        source(
            "host/src/d.rs",
            "fn d() {} #[cfg(test)] mod tests { fn e() { std::thread::spawn(f); } }",
        ),
        source("host/src/f.rs", "use std::{env, thread::{self, Builder}};"),
        source("host/src/e.rs", "#[cfg(test)] mod tests; fn e() { std::thread::spawn(f); }"),
        source("host/src/e/tests.rs", "fn e() { std::thread::spawn(f); }"),
        source("tests/src/a.rs", "fn a() { std::thread::scope(f); }"),
    ];
    names(
        &sources::threads(&files),
        &[
            "host/src/a.rs makes threads (`std::thread::spawn`)",
            "host/src/b.rs",
            "host/src/f.rs",
            "host/src/e.rs",
        ],
    );
}

#[test]
fn looks_at_the_environment_are_found() {
    let files = [
        source("host/src/environment.rs", "fn a() { std::env::var_os(\"A\"); }"),
        source("host/src/a.rs", "fn a() { std::env::var(\"A\"); }"),
        source("host/store/src/b.rs", "fn b() { env::vars_os(); }"),
        source("host/src/c.rs", "fn c() { std::env::args(); env!(\"A\"); env::variable(); }"),
    ];
    names(&sources::environment(&files), &["host/src/a.rs", "host/store/src/b.rs"]);
}

#[test]
fn files_of_tests_that_never_run_are_found() {
    let files = [
        source("tests/it/main.rs", "mod a; // mod b;\n#[path = \"mod c;\"] mod d;"),
        source("tests/it/a.rs", ""),
        source("tests/it/a/part.rs", ""),
        source("tests/it/b.rs", ""),
    ];
    names(&sources::unlisted(&files), &["tests/it/b.rs"]);
}

#[test]
fn folders_at_the_top_are_found_where_they_do_not_belong() {
    let names_of = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let right = ["host", "sdk", "plugins", "schema", "tests", "target", "out", ".git"];
    names(&misplaced(&names_of(&right)), &[]);
    names(
        &misplaced(&names_of(&["host", "sdk", "plugins", "schema", "docs"])),
        &["docs/", "tests/ is missing"],
    );
}
