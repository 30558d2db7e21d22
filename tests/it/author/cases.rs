//! Cases that feed several input ports: in which order, and what is wrong with them. `plugins/join-latest` has one that is as
//! it should be.

use std::fs;

use sandbar_tests::Bench;

use super::{edit, type_in};

/// A project in C that passes every record on, whatever port it came in by.
fn project(bench: &Bench) {
    bench.run(&["new", "two", "--lang", "c"]).ended(0);
    edit(&bench.path("two/sandbar.toml"), "inputs = [\"in\"]", "inputs = [\"left\", \"right\"]");
    bench.write(
        "two/src/plugin.c",
        "#include \"sandbar.h\"\nstatic void two(const sandbar_record *record) { (void)record; sandbar_forward(0); }\n\
         SANDBAR_OPERATOR(two)\n",
    );
    fs::remove_dir_all(bench.path("two/cases/first")).expect("the template wrote it");
}

#[test]
fn files_come_in_one_after_the_other_and_each_by_its_port() {
    let bench = Bench::new();
    project(&bench);
    // Several calls each: what is sent first must be taken first.
    let numbers = |from: usize, to: usize| {
        (from..to).map(|number| format!("{{\"n\":{number}}}\n")).collect::<String>()
    };
    for (turn, port) in ["right", "left", "right", "left"].iter().enumerate() {
        let file = format!("two/cases/turns/inputs/{}-{port}.jsonl", turn + 1);
        bench.write(&file, numbers(turn * 5_000, (turn + 1) * 5_000));
    }
    type_in(&bench, "two", &["test", "--bless"]).ended(0);
    let out = fs::read_to_string(bench.path("two/cases/turns/expected/out.jsonl"));
    let out = out.expect("it was kept").replace("{\"value\":{", "{").replace("}}", "}");
    assert!(out == numbers(0, 20_000), "not in the order of the turns");
    type_in(&bench, "two", &["test"]).ended(0);
}

#[test]
fn what_is_wrong_with_inputs_is_told_with_its_place() {
    let bench = Bench::new();
    project(&bench);
    let case = |file: &str| format!("two/cases/wrong/{file}");
    let told = || type_in(&bench, "two", &["test"]).ended(3).stderr;
    bench.write(&case("case.toml"), "");
    let missing = told();
    assert!(missing.contains("cases/wrong: error: the case has no input: write inputs/left.jsonl and inputs/right.jsonl"), "{missing}");
    bench.write(&case("inputs/lift.jsonl"), "{}\n");
    let unknown = told();
    assert!(
        unknown.contains("inputs/lift.jsonl: there is no input port `lift`: did you mean `left`?"),
        "{unknown}"
    );
    fs::rename(bench.path(&case("inputs/lift.jsonl")), bench.path(&case("inputs/left.jsonl")))
        .expect("it is ours");
    bench.write(
        &case("case.toml"),
        "[inputs.right]\ntimestamp = \"/at\"\n[inputs.rigth]\ntimestamp = \"/at\"\n",
    );
    let without = told();
    for part in [
        "case.toml:1:9: error: nothing comes in by `right`: write inputs/right.jsonl, or leave",
        "case.toml:3:9: error: there is no input port `rigth`: did you mean `right`?",
    ] {
        assert!(without.contains(part), "no {part} in {without}");
    }
    bench.write(&case("case.toml"), "source = 3\n[inputs]\nleft = 4\n");
    let kinds = told();
    for part in [
        "case.toml:1:10: error: `source` must be a table",
        "case.toml:3:8: error: `left` must be a",
    ] {
        assert!(kinds.contains(part), "no {part} in {kinds}");
    }
    bench.write(&case("case.toml"), "[source]\nkey = \"/k\"\n[inputs.left]\nkye = \"/x\"\n");
    let unknown = told();
    assert!(unknown.contains("case.toml:4:1: error: unknown key `kye`"), "{unknown}");
}
