//! Calls without a token, made message by message by a client of other make: nothing is given, and the host goes on.

use std::process::Command;

use sandbar_tests::{Ran, built};

use super::{deploying, doubled, until_under_way, with_numbers};

/// Of each sequence the numbers of the questions that got results, which are the bootstrap (0 and 1000) and what is wrong
/// with a token, and of those that got an exception; or that the host ended the connection.
const ANSWERS: &[(&str, &str)] = &[
    ("calls of a capability that was never given", ENDED),
    (
        "the bootstrap taken for a tenant, an operator and a cluster",
        "results [0, 1000] exceptions [1, 2, 3, 4] ended False",
    ),
    (
        "calls of what a wrong token would have given",
        "results [0, 1, 1000] exceptions [2, 3, 4, 5] ended False",
    ),
    ("the end of a question never asked", "results [0, 1000] exceptions [1] ended False"),
    ("a thousand references given back that nobody has", ENDED),
    ("a promise resolved that nobody made", ENDED),
    ("an embargo lifted that nobody laid", ENDED),
    ("an answer to what nobody asked", ENDED),
    ("the same question twice", ENDED),
    (
        "a call of an answer that is still to be asked for",
        "results [1000] exceptions [0] ended False",
    ),
    ("provide of a third party", "results [1, 1000] exceptions [] ended False"),
    ("accept of a third party", "results [1, 1000] exceptions [] ended False"),
    ("join of a third party", "results [1, 1000] exceptions [] ended False"),
    ("many tokens at once, each used before it is looked at", ENDED),
];

/// Without any answer.
const ENDED: &str = "results [] exceptions [] ended True";

#[test]
fn no_sequence_of_calls_gives_a_stranger_anything() {
    let python = built::target().join("python/bin/python");
    assert!(python.exists(), "{} is missing; run `tests/python/ensure.sh`", python.display());
    let up = with_numbers();
    let waiting = deploying(&up);
    until_under_way(&up);
    let ran = Command::new(python)
        .arg(built::root().join("tests/python/stranger.py"))
        .arg("--schema")
        .arg(built::root().join("schema/capnp"))
        .args(["--address", &up.address(), "--authority", &up.authority()])
        .output();
    let ran = Ran::from(ran.expect("python can be started")).ended(0);
    // Before a host ends a connection, the bootstrap may have been on its way.
    let got =
        ran.stdout.lines().map(|line| line.replace("results [0] exceptions [] ended True", ENDED));
    let wanted = ANSWERS.iter().map(|(sequence, answer)| format!("{sequence}: {answer}"));
    assert_eq!(got.collect::<Vec<_>>(), wanted.collect::<Vec<_>>());
    up.run(&["list"]).ended(0);
    waiting.wait().ended(0);
    assert_eq!(doubled(&up), 0, "nothing was started anew");
}
