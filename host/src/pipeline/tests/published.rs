//! Pipelines for a cluster: plugins by reference, files beneath the tenant's folder, and nothing of this machine.

use sandbar_control::Network;

use super::{
    super::{Code, Description, Planned, Published, Setup, parse_published, references},
    shown,
};

/// A pipeline that can be deployed; tests change one thing.
const RIGHT: &str = r#"name = "delays"

[source.flights]
connector = "file"
path = "in/./flights.jsonl"
format = "json-lines"
parallelism = 2

[operator.departed]
plugin = "departed@1.0.0"
input = "flights"

[operator.again]
plugin = "departed@1.0.0"
input = "departed"

[sink.delayed]
connector = "file"
input = "again"
path = "out/delayed-{task}.jsonl"
parallelism = 2
"#;

/// One plugin, published once.
struct One;

impl Published for One {
    fn describe(&mut self, reference: &str) -> Result<Option<Description>, String> {
        match reference {
            "departed@1.0.0" => {
                let json = r#"{"name":"departed","inputs":["in"],"outputs":["out"]}"#;
                let descriptor = serde_json::from_str(json).unwrap();
                let (digest, rights) = ("d1".to_owned(), Vec::new());
                let (timed, memory_bytes_initial) = (false, 0);
                Ok(Some(Description { descriptor, digest, rights, timed, memory_bytes_initial }))
            }
            "broken@1" => Err("its manifest cannot be read".to_owned()),
            _ => Ok(None),
        }
    }
}

fn planned(content: &str) -> Result<Planned, Vec<String>> {
    parse_published("p.toml", content, &[], Some(&network()), &mut One)
        .map_err(|found| shown(&found))
}

/// What is wrong with [`RIGHT`] once `old` in it is `new`.
fn change(old: &str, new: &str, expected: &[&str]) {
    assert!(RIGHT.contains(old), "{old} is not in the pipeline");
    let found = planned(&RIGHT.replacen(old, new, 1)).map(|_| ()).unwrap_err();
    assert_eq!(found, expected);
}

#[test]
fn a_published_plugin_is_known_by_reference_and_digest() {
    let planned = planned(RIGHT).unwrap();
    assert_eq!(planned.folder.as_os_str(), "");
    let code = Code::Published { reference: "departed@1.0.0".into(), digest: "d1".into() };
    for node in [1, 2] {
        let Setup::Operator(plugin) = &planned.setups[node] else { panic!("an operator") };
        assert_eq!(plugin.code, code);
    }
    let Setup::Source(source) = &planned.setups[0] else { panic!("node 0 is the source") };
    assert_eq!(source.settings.path("path").unwrap().to_str(), Some("in/flights.jsonl"));
    assert!(references(RIGHT, &[]).into_iter().eq(["departed@1.0.0"]));
}

#[test]
fn only_what_is_published_runs_on_a_cluster() {
    let help = "on a cluster name a published plugin: plugin = \"NAME@VERSION\"";
    let plugin = "plugin = \"departed@1.0.0\"";
    for (written, why) in [
        ("departed", "`departed` names no version"),
        ("../departed.wasm", "`../departed.wasm` names no version"),
        ("../x@1", "`../x@1` is no plugin's name and version"),
        ("-x@1", "`-x@1` is no plugin's name and version"),
        ("x@", "`x@` is no plugin's name and version"),
        ("x@1/2", "`x@1/2` is no plugin's name and version"),
    ] {
        let changed = format!("plugin = \"{written}\"");
        change(plugin, &changed, &[&format!("10:10: {why}: {help}")]);
    }
    change(
        plugin,
        "plugin = \"departed@2.0.0\"",
        &[
            "10:10: no plugin `departed@2.0.0` is published: publish it, or see with `sandbar plugins` which ones are",
        ],
    );
    change(
        plugin,
        "plugin = \"broken@1\"",
        &["10:10: `broken@1` is no plugin that can run: its manifest cannot be read"],
    );
}

#[test]
fn no_path_leads_out_of_the_tenant_s_folder() {
    let help = "on a cluster name a file beneath it, such as `out/delayed.jsonl`";
    for path in ["/etc/passwd", "../flights.jsonl", "in/../../flights.jsonl", "./.."] {
        let changed = format!("path = \"{path}\"");
        let expected = format!("5:8: `{path}` leads out of the tenant's folder: {help}");
        let missing = expected.as_str();
        change("path = \"in/./flights.jsonl\"", &changed, &[missing]);
    }
    for path in [".", "in/"] {
        let changed = format!("path = \"{path}\"");
        let expected = format!("5:8: `{path}` is a folder; name a file in it");
        change("path = \"in/./flights.jsonl\"", &changed, &[&expected]);
    }
}

#[test]
fn streams_of_a_process_are_refused() {
    let help = "on a cluster connect to something that every host reaches, such as \"file\"";
    let sink = "connector = \"file\"\ninput = \"again\"\npath = \"out/delayed-{task}.jsonl\"";
    let expected = format!("18:13: `stdout` belongs to one process: {help}");
    change(sink, "connector = \"stdout\"\ninput = \"again\"", &[&expected]);
}

#[test]
fn files_are_told_apart_by_name_alone() {
    change(
        "{task}.jsonl",
        "x.jsonl",
        &[
            "20:8: 2 tasks would write `out/delayed-x.jsonl`: put {task} into the path: each task has a file of its own",
        ],
    );
    change(
        "path = \"in/./flights.jsonl\"",
        "path = \"out/./delayed-1.jsonl\"",
        &[
            "20:8: the source `flights` reads `out/delayed-1.jsonl` too: give each sink a path of its own",
        ],
    );
    // A device of this machine is nothing special: it is refused as a path, not looked at.
    let found = planned(&RIGHT.replace("out/delayed-{task}.jsonl", "/dev/null")).unwrap_err();
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn folders_of_plugins_are_told_to_be_of_no_use() {
    let content = RIGHT.replacen('\n', "\nplugins = \"../plugins\"\n", 1);
    let planned = planned(&content).unwrap();
    assert_eq!(
        shown(&planned.warnings),
        ["2:11: warning: `plugins` is of no use on a cluster: operators name published plugins"]
    );
}

/// What the tenant was granted.
fn network() -> Network {
    let connect = ["broker.example:1883", "10.1.0.0/16:80", "127.0.0.1:4222"];
    let connect = connect.iter().map(|rule| rule.parse().unwrap()).collect();
    Network { connect, listen: vec!["9000-9001".parse().unwrap()] }
}

/// [`RIGHT`] with another sink, or another source.
fn connected(node: &str, connector: &str, keys: &str) -> String {
    match node {
        "sink" => {
            let sink =
                "connector = \"file\"\ninput = \"again\"\npath = \"out/delayed-{task}.jsonl\"";
            let new = format!("connector = \"{connector}\"\ninput = \"again\"\n{keys}");
            RIGHT.replacen(sink, &new, 1)
        }
        _ => {
            let source = "connector = \"file\"\npath = \"in/./flights.jsonl\"";
            RIGHT.replacen(source, &format!("connector = \"{connector}\"\n{keys}"), 1)
        }
    }
}

#[test]
fn what_was_granted_may_be_reached() {
    for (node, connector, keys) in [
        ("sink", "http", "url = \"http://10.1.2.3/\""),
        ("sink", "tcp", "address = \"127.0.0.1:4222\""),
        ("sink", "nats", "address = \"127.0.0.1:4222\"\nsubject = \"s\""),
        ("sink", "mqtt", "address = \"Broker.example:1883\"\nclient = \"c\"\ntopic = \"t\""),
        ("source", "http", "listen = \"0.0.0.0:9001\""),
        ("source", "tcp", "listen = \"[::]:9000\""),
    ] {
        let planned = planned(&connected(node, connector, keys)).unwrap();
        assert!(planned.setups.iter().any(Setup::connects), "{connector}");
    }
    assert!(!planned(RIGHT).unwrap().setups.iter().any(Setup::connects));
}

#[test]
fn what_was_not_granted_is_refused_with_who_can() {
    let ask = "; whoever runs the cluster grants it: `sandbar tenant grant TENANT";
    for (node, connector, keys, place, what) in [
        (
            "sink",
            "http",
            "url = \"https://broker.example/\"",
            "20:7",
            "broker.example:443 is not granted to this tenant",
        ),
        (
            "sink",
            "http",
            "url = \"http://10.2.0.1/\"",
            "20:7",
            "10.2.0.1:80 is not granted to this tenant",
        ),
        (
            "sink",
            "tcp",
            "address = \"[::1]:4222\"",
            "20:11",
            "[::1]:4222 is not granted to this tenant",
        ),
        (
            "sink",
            "tcp",
            "address = \"127.1:4222\"",
            "20:11",
            "127.1:4222 is not granted to this tenant",
        ),
        (
            "sink",
            "tcp",
            "address = \"localhost:4222\"",
            "20:11",
            "localhost:4222 is not granted to this tenant",
        ),
        (
            "source",
            "http",
            "listen = \"0.0.0.0:9002\"",
            "5:10",
            "port 9002 is not granted to this tenant",
        ),
        (
            "source",
            "tcp",
            "listen = \"127.0.0.1:0\"",
            "5:10",
            "port 0 is not granted to this tenant",
        ),
    ] {
        let found = planned(&connected(node, connector, keys)).map(|_| ()).unwrap_err();
        assert_eq!(found.len(), 1, "{found:?}");
        let expected = format!("{place}: {what}{ask}");
        assert!(found[0].starts_with(&expected), "{} is not {expected}", found[0]);
    }
}

#[test]
fn secrets_of_a_cluster_are_files() {
    let keys = "address = \"127.0.0.1:4222\"\nsubject = \"s\"\ntoken = { env = \"TOKEN\" }";
    let found = planned(&connected("sink", "nats", keys)).map(|_| ()).unwrap_err();
    let expected = "22:17: `token` cannot be in the environment of a cluster: put it into a file of the tenant's folder: { file = \"PATH\" }";
    assert_eq!(found, [expected]);
    let keys = keys.replace("{ env = \"TOKEN\" }", "{ file = \"../token\" }");
    let found = planned(&connected("sink", "nats", &keys)).map(|_| ()).unwrap_err();
    assert!(found[0].contains("leads out of the tenant's folder"), "{found:?}");
}

#[test]
fn no_sink_writes_what_a_pattern_means() {
    change(
        "path = \"in/./flights.jsonl\"",
        "path = \"out/*.jsonl\"",
        &[
            "20:8: the source `flights` reads `out/delayed-0.jsonl` too, by its pattern: give each sink a path of its own",
        ],
    );
}
