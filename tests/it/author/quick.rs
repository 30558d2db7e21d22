//! What is tested is built quickly unless it is asked for otherwise: with the same results, and nothing of it is taken for
//! what is shipped.

use std::fs;

use sandbar_tests::Bench;

#[test]
fn a_quick_build_judges_alike_and_leaves_what_is_shipped_alone() {
    let bench = Bench::new();
    super::new(&bench, "quick", "filter");
    let ran = super::type_in(&bench, "quick", &["test", "--shipped"]).ended(0);
    assert!(!ran.stderr.contains("quick build"), "{}", ran.stderr);
    let shipped = super::target().join("plugins/quick.wasm");
    let quick = super::target().join("plugins/quick/quick.wasm");
    // What an earlier run of this test left.
    let _ = fs::remove_file(&quick);
    let before = fs::read(&shipped).expect("it was built");
    let ran = super::type_in(&bench, "quick", &["test"]).ended(0);
    assert_eq!(ran.stdout, "1 of 1 cases passed\n", "{}", ran.stderr);
    // Its costs are not those of what is shipped, and the line with them says so.
    let cost = ran.stderr.lines().find(|line| line.starts_with("cpu "));
    let cost = cost.expect("the cost is told");
    assert!(cost.contains("in a quick build") && cost.contains("`--shipped`"), "{cost}");
    super::edit(
        &bench.path("quick/src/lib.rs"),
        ">= limit.min_celsius",
        ">= limit.min_celsius + 22.0",
    );
    let ran = super::type_in(&bench, "quick", &["test"]).ended(1);
    assert!(ran.stderr.contains("  - {\"key\":\"boiler\""), "{}", ran.stderr);
    // What wraps in one wraps in the other; a panic is told with its place in both.
    super::edit(
        &bench.path("quick/src/lib.rs"),
        "out.rekey(reading.device)",
        "out.rekey(&reading.device[90..])",
    );
    let ran = super::type_in(&bench, "quick", &["test"]).ended(1);
    assert!(ran.stderr.contains("panicked at src/lib.rs:"), "{}", ran.stderr);
    assert!(quick.exists(), "the quick one is elsewhere");
    assert!(fs::read(&shipped).expect("it was built") == before, "what is shipped was changed");
}

#[test]
fn a_limit_that_a_quick_build_runs_into_may_not_be_what_is_shipped_s() {
    let bench = Bench::new();
    super::new(&bench, "slow", "filter");
    super::edit(
        &bench.path("slow/src/lib.rs"),
        "out.rekey(reading.device)",
        "loop { std::hint::black_box(reading.device); }",
    );
    let ran = super::type_in(&bench, "slow", &["test"]).ended(1);
    assert!(
        ran.stderr.contains("more than what is shipped: type: sandbar test --shipped"),
        "{}",
        ran.stderr
    );
    let ran = super::type_in(&bench, "slow", &["test", "--shipped"]).ended(1);
    assert!(!ran.stderr.contains("what is shipped"), "{}", ran.stderr);
}
