//! A client that none of us wrote: pycapnp, from the schemas alone.

use std::{fs, process::Command};

use sandbar_tests::built;

use super::up::Up;

/// Ends by itself, and reads all that it reads from the generator.
const PIPELINE: &str = r#"name = "python"

[source.in]
connector = "generator"
count = 1000

[operator.copy]
plugin = "copy@1.0.0"
input = "in"

[sink.out]
connector = "file"
input = "copy"
path = "python.txt"
"#;

#[test]
fn a_client_of_other_make_uploads_deploys_describes_and_reads_logs() {
    let python = built::target().join("python/bin/python");
    assert!(python.exists(), "{} is missing; run `tests/python/ensure.sh`", python.display());
    let up = Up::start();
    let pipeline = up.bench.write("python.toml", PIPELINE);
    let ran = Command::new(python)
        .arg(built::root().join("tests/python/client.py"))
        .arg("--schema")
        .arg(built::root().join("schema/capnp"))
        .args(["--address", &up.address(), "--authority", &up.authority()])
        .args(["--token-file", &up.token(), "--publish", "copy@1.0.0", "--plugin"])
        .arg(built::plugin("identity"))
        .arg("--pipeline")
        .arg(pipeline)
        .current_dir(up.bench.folder())
        .output();
    let ran = sandbar_tests::Ran::from(ran.expect("python can be started")).ended(0);
    for line in [
        "login: tenant dev on host ",
        "upload: copy@1.0.0, ",
        "deploy: python (",
        "describe: python is finished, 1000 records read",
        "describe: sink out: 1000 in",
        "logs: ",
    ] {
        assert!(ran.stdout.contains(line), "no {line:?} in\n{}", ran.stdout);
    }
    let lines = fs::read_to_string(up.file("python.txt")).expect("the sink wrote it");
    assert_eq!(lines.lines().count(), 1_000);
}
