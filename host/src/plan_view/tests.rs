//! One plan in every form, and what hostile names do to each.

use std::{fs, path::Path};

use sandbar_schema::descriptor;

use super::{dot, json, mermaid, text, tree};
use crate::pipeline::{Code, Description, Planned, Plugins, Setup, parse};

const PIPELINE: &str = r#"name = "delays"

[source.flights]
connector = "stdin"

[operator.departed]
plugin = "split"
input = "flights"
limits = { memory = "16MiB" }
on_error = { retry = 2, then = "dead-letter", traps = { then = "halt" } }

[operator.by-carrier]
plugin = "join"
input = [{ from = "departed", by = "key", to = "left" }, { from = "departed.cancelled", by = "broadcast", to = "right" }]
parallelism = 2
on_error = { then = "skip" }

[sink.delayed]
connector = "stdout"
input = ["by-carrier", "flights"]

[sink.failed]
connector = "discard"
input = "departed.dead-letters"
"#;

/// Plugins whose names and ports are what an attacker would choose.
struct Hostile;

impl Plugins for Hostile {
    fn describe(&mut self, path: &Path) -> Result<Description, String> {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let split = path.ends_with("split.wasm");
        let descriptor = descriptor::Operator {
            name: if split { "a\"]--><b>\\\u{1b}[2J" } else { "join" }.to_owned(),
            description: String::new(),
            inputs: if split { owned(&["in"]) } else { owned(&["left", "right"]) },
            outputs: if split { owned(&["late|\"", "cancelled"]) } else { owned(&["out"]) },
            parameters: vec![descriptor::Parameter {
                name: "min_delay".to_owned(),
                kind: descriptor::ParameterKind::Integer,
                description: String::new(),
                default: Some(15.into()),
            }],
        };
        let rights = owned(&["sandbar:operator/output", "sandbar:operator/log"]);
        Ok(Description {
            descriptor,
            digest: "blake3:11".to_owned(),
            rights,
            timed: false,
            memory_bytes_initial: 0,
        })
    }
}

fn planned() -> Planned {
    let folder = tempfile::tempdir().unwrap();
    for name in ["split.wasm", "join.wasm"] {
        fs::write(folder.path().join(name), "").unwrap();
    }
    let planned = parse("p.toml", folder.path(), PIPELINE, &[], &mut Hostile);
    let mut planned = planned.unwrap_or_else(|found| panic!("{found:#?}"));
    for setup in &mut planned.setups {
        if let Setup::Operator(plugin) = setup {
            let Code::File(path) = &plugin.code else { panic!("it was read from a file") };
            plugin.code = Code::File(path.file_name().unwrap().into());
        }
    }
    planned
}

#[test]
fn the_tree_draws_every_edge_once() {
    let expected = "\
delays: 5 nodes, 3 chains in 4 tasks, 7 channels
flights (source stdin)
├─ departed (operator a\"]--><b>\\\u{fffd}[2J)
│  ├─ [late|\", by key, to left] by-carrier x2 (operator join)
│  │  └─ [rebalance] delayed (sink stdout)
│  ├─ [cancelled, broadcast, to right] by-carrier x2 (operator join), see above
│  └─ [dead-letters] failed (sink discard)
└─ [forward] delayed (sink stdout)
";
    assert_eq!(tree(&planned()), expected);
}

#[test]
fn the_text_tells_every_node_and_the_guarantee() {
    let page = text(&planned());
    for line in [
        "pipeline delays: 5 nodes, 3 chains in 4 tasks, 7 channels",
        "source flights (stdin)",
        "  plugin      split.wasm, blake3:11",
        "  limits      memory 16 MiB, tables 16384, stack 512 KiB, call 100ms, start 1s, output 16 x input, at least 4 \
         MiB, log 100 lines/s",
        "  rights      sandbar:operator/output, sandbar:operator/log",
        "  parameters  min_delay = 15",
        "  input       departed.late|\" -> left, by key, 2 channels",
        "  input       departed.dead-letters -> in, forward, in the same task",
        "  tasks       2 copies",
        "  tasks       1 copy, each in one task with flights, failed",
        "  on error    rejects: dead-letter; failures: 2 retries from 100ms, then \
         dead-letter; traps: 2 retries from 100ms, then halt; limits: 2 retries from 100ms, then dead-letter",
        "  on error    skip",
        "  no checkpoints yet: a crash loses what is in flight (at-most-once across a crash)",
        "  `by-carrier` counts and drops records that fail (rejects, failures, traps, limits)",
    ] {
        assert!(page.lines().any(|found| found == line), "{line}\nis not in\n{page}");
    }
}

#[test]
fn a_crash_loses_nothing_where_all_senders_wait() {
    let lossy =
        "  no checkpoints yet: a crash loses what is in flight (at-most-once across a crash)";
    let again = "  `in` tells its senders when every sink has a record: after a crash they send the others again \
                 (at-least-once)";
    for (ack, expected, other) in [("sunk", again, lossy), ("taken", lossy, again)] {
        let pipeline = format!(
            "name = \"p\"\n\
             source.in = {{ connector = \"http\", listen = \"127.0.0.1:80\", ack = \"{ack}\" }}\n\
             sink.out = {{ connector = \"discard\", input = \"in\" }}\n"
        );
        let planned = parse("p.toml", Path::new("/"), &pipeline, &[], &mut Hostile);
        let page = text(&planned.unwrap_or_else(|found| panic!("{found:#?}")));
        let has = |line: &str| page.lines().any(|found| found == line);
        assert!(has(expected) && !has(other), "{page}");
    }
}

#[test]
fn mermaid_escapes_what_it_would_read() {
    let page = mermaid(&planned());
    assert!(
        page.starts_with(
            "flowchart LR\n  subgraph c0[\"1 task\"]\n    n0([\"flights<br/>stdin\"])\n"
        ),
        "{page}"
    );
    assert!(
        page.contains("    n1[\"departed<br/>a#34;#93;--#62;#60;b#62;#92;#65533;#91;2J\"]\n"),
        "{page}"
    );
    assert!(page.contains("  n1 -->|\"late#124;#34;, by key, to left\"| n2\n"), "{page}");
    assert_eq!(page.matches("-->|").count(), planned().plan.edges.len());
}

#[test]
fn dot_escapes_what_it_would_read() {
    let page = dot(&planned());
    assert!(page.starts_with("digraph \"delays\" {\n"), "{page}");
    assert!(
        page.contains("label=\"departed\\na\\\"]--><b>\\\\\u{fffd}[2J\", shape=box];\n"),
        "{page}"
    );
    assert!(page.contains("  n1 -> n2 [label=\"late|\\\", by key, to left\"];\n"), "{page}");
    assert!(page.ends_with("}\n"));
}

#[test]
fn json_has_it_all() {
    let json = serde_json::to_value(json(&planned())).unwrap();
    assert_eq!(json["name"], "delays");
    assert_eq!((json["tasks"].as_u64(), json["channels"].as_u64()), (Some(4), Some(7)));
    assert_eq!(json["nodes"][1]["plugin"], "a\"]--><b>\\\u{1b}[2J", "JSON escapes by itself");
    assert_eq!(json["nodes"][1]["limits"]["memory_bytes"], 16 << 20);
    assert_eq!(json["nodes"][1]["on_error"]["traps"]["then"], "halt");
    assert_eq!(json["nodes"][0]["connector"], "stdin");
    assert_eq!(json["edges"][1]["partitioning"], "hash");
    assert_eq!(json["edges"][1]["channels"], 2);
    assert_eq!(json["chains"][0]["nodes"], serde_json::json!(["flights", "departed", "failed"]));
    assert_eq!(json["warnings"], serde_json::json!([]));
}
