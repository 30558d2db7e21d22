//! `--set`: what it changes, and how its slips are told.

use std::path::Path;

use super::{RIGHT, Role, read, shown};

/// What is wrong with [`RIGHT`] under an override.
fn set(given: &str, expected: &[&str]) {
    match read(RIGHT, &[given]) {
        Ok(_) => assert!(expected.is_empty(), "nothing was found wrong with {given}"),
        Err(diagnostics) => assert_eq!(shown(&diagnostics), expected, "with {given}"),
    }
}

#[test]
fn an_override_is_checked_like_the_file() {
    set("operator.departed.parameters.min_delay=30", &[]);
    set(
        "operator.by-carrier.parallelism=0",
        &["--set:1:33: `parallelism` 0 is not between 1 and 1024"],
    );
    set("operator.departed.limits.call = 9d", &["--set:1:33: `call` 9d is not between 1ms and 1m"]);
    set(
        "operator.by-carrier.paralelism=3",
        &[
            "--set:1:21: unknown key `paralelism` in operator `by-carrier`: did you mean `parallelism`?",
        ],
    );
    set(
        "operator.departde.parallelism=3",
        &[
            "--set:1:10: the pipeline file has no `operator.departde` to set: did you mean `departed`?",
        ],
    );
    set(
        "operatr.departed.parallelism=3",
        &["--set:1:1: the pipeline file has no `operatr` to set: did you mean `operator`?"],
    );
    set(
        "operator.departed.input.from=flights",
        &[
            "--set:1:19: `input` is a text, not a table: set it as a whole: --set operator.departed.input=...",
        ],
    );
    set(
        "name",
        &[
            "--set:1:1: no `=` in the override: write --set PATH=VALUE, such as --set operator.NAME.parallelism=2",
        ],
    );
    set(
        "operator..x=1",
        &[
            "--set:1:10: an empty name in the path: write --set PATH=VALUE, such as --set operator.NAME.parallelism=2",
        ],
    );
    set(
        "name=Delays",
        &["--set:1:6: bad name `Delays` of the pipeline: use 1 to 64 of a-z, 0-9 and `-`"],
    );
}

#[test]
fn an_override_takes_text_as_it_stands() {
    let file = read(RIGHT, &["source.flights.path=/tmp/2026 01=02.jsonl", "name=other"]).unwrap();
    let Role::Source(connector) = &file.nodes[0].role else { panic!("sources come first") };
    assert_eq!(connector.settings.path("path"), Some(Path::new("/tmp/2026 01=02.jsonl")));
    assert_eq!(file.name, "other");
    let file = read(RIGHT, &["source.flights.path=2026-01-02"]).unwrap();
    let Role::Source(connector) = &file.nodes[0].role else { panic!("sources come first") };
    assert_eq!(connector.settings.path("path"), Some(Path::new("/pipelines/2026-01-02")));
}
