//! What a file that is right becomes: every value, every default.

use std::{path::Path, time::Duration};

use sandbar_dataflow::{
    Breaker, ErrorPolicy, Lateness, Policies, Then,
    spec::{Input, Kind, Partitioning, Watermarks},
};

use super::{super::Limits, File, RIGHT, Role, read};

fn right(content: &str) -> File {
    read(content, &[]).unwrap_or_else(|found| panic!("{:#?}", super::shown(&found)))
}

/// The policies of `departed` under `on_error`.
fn policies(on_error: &str) -> Policies {
    let file = right(&RIGHT.replace("{ retry = 2, then = \"dead-letter\" }", on_error));
    file.nodes[1].policies
}

fn inputs(input: &str) -> Vec<Input> {
    right(&RIGHT.replace("{ from = \"departed\", by = \"key\" }", input)).nodes[2].inputs.clone()
}

#[test]
fn nodes_come_as_sources_operators_sinks_each_in_the_order_of_the_file() {
    let file = right(RIGHT);
    let nodes: Vec<_> = file
        .nodes
        .iter()
        .map(|node| (node.role.kind(), node.name.as_str(), node.parallelism))
        .collect();
    assert_eq!(
        nodes,
        [
            (Kind::Source, "flights", 1),
            (Kind::Operator, "departed", 1),
            (Kind::Operator, "by-carrier", 2),
            (Kind::Sink, "delayed", 1),
            (Kind::Sink, "failed", 1),
        ]
    );
    assert_eq!(file.name, "delays");
    assert_eq!(file.plugins[0].1, Path::new("/pipelines/../plugins"));
}

#[test]
fn settings_have_the_types_that_the_connector_asks_for() {
    let file = right(RIGHT);
    let Role::Source(connector) = &file.nodes[0].role else { panic!("sources come first") };
    assert_eq!(connector.name, "file");
    assert_eq!(connector.settings.path("path"), Some(Path::new("/pipelines/flights.jsonl")));
    assert_eq!(connector.settings.text("format"), Some("json-lines"));
    assert_eq!(connector.settings.texts("timestamp"), ["/departed_ms"]);
    let given: Vec<&str> = connector.given().map(|(name, _)| name).collect();
    assert_eq!(given.len(), 3, "{given:?}");
}

#[test]
fn watermarks_have_lateness_and_idleness() {
    let of = |content: &str| right(content).nodes[0].watermarks;
    let idle = Some(Duration::from_secs(30));
    let day = Lateness(Duration::from_secs(22 * 3_600));
    assert_eq!(of(RIGHT), Some(Watermarks { lateness: day, idle }));
    let watermark = "watermark = { lateness = \"22h\", idle = \"30s\" }";
    assert_eq!(of(&RIGHT.replace(watermark, "watermark = {}")), Some(Watermarks::default()));
    assert_eq!(of(&RIGHT.replace(watermark, "")), None);
}

#[test]
fn limits_have_defaults() {
    let file = right(RIGHT);
    let limits = |index: usize| match &file.nodes[index].role {
        Role::Operator(operator) => operator.limits,
        _ => panic!("node {index} is an operator"),
    };
    let given =
        Limits { memory_bytes_max: 16 << 20, call: Duration::from_millis(50), ..Limits::default() };
    assert_eq!(limits(1), given);
    assert_eq!(limits(2), Limits::default());
    let all = "limits = { memory = \"1MiB\", tables = 5, stack = \"64KiB\", call = \"1s\", start = \"2s\", \
               output = \"8MiB\", log_lines = 0 }";
    let file = right(&RIGHT.replace("limits = { memory = \"16MiB\", call = \"50ms\" }", all));
    let Role::Operator(operator) = &file.nodes[1].role else { panic!("node 1 is an operator") };
    assert_eq!(
        operator.limits,
        Limits {
            memory_bytes_max: 1 << 20,
            table_elements_max: 5,
            stack_bytes_max: 64 << 10,
            call: Duration::from_secs(1),
            start: Duration::from_secs(2),
            output_bytes_max: Some(8 << 20),
            log_lines_max: 0,
        }
    );
}

#[test]
fn an_error_policy_holds_for_all_classes_but_those_that_have_their_own() {
    let backoff = Duration::from_millis(100);
    let all = ErrorPolicy { retry: 2, backoff, then: Then::DeadLetter };
    let rejects = ErrorPolicy { retry: 0, ..all };
    let expected =
        Policies { rejects, failures: all, traps: all, limits: all, breaker: Breaker::On };
    assert_eq!(policies("{ retry = 2, then = \"dead-letter\" }"), expected);

    let own = "{ retry = 2, then = \"dead-letter\", breaker = \"off\", traps = { then = \"halt\" }, \
               limits = { retry = 0, backoff = \"1s\" } }";
    let second = Duration::from_secs(1);
    let expected = Policies {
        traps: ErrorPolicy { then: Then::Halt, ..all },
        limits: ErrorPolicy { retry: 0, backoff: second, ..all },
        breaker: Breaker::Off,
        ..expected
    };
    assert_eq!(policies(own), expected);
    assert_eq!(policies("{}"), Policies::default());
}

#[test]
fn a_source_s_policy_is_about_rejects_alone() {
    let file = right(&RIGHT.replacen("format =", "on_error = { then = \"skip\" }\nformat =", 1));
    let skip = ErrorPolicy { then: Then::Skip, ..ErrorPolicy::default() };
    assert_eq!(file.nodes[0].policies, Policies { rejects: skip, ..Policies::default() });
}

#[test]
fn an_input_is_a_name_a_table_or_a_list_of_them() {
    let input = |from: &str, port: Option<&str>, to: Option<&str>, by| Input {
        from: from.to_owned(),
        port: port.map(str::to_owned),
        to: to.map(str::to_owned),
        by,
    };
    assert_eq!(inputs("\"departed\""), [input("departed", None, None, None)]);
    assert_eq!(inputs("\"departed.late\""), [input("departed", Some("late"), None, None)]);
    assert_eq!(
        inputs("{ from = \"departed.late\", to = \"left\", by = \"broadcast\" }"),
        [input("departed", Some("late"), Some("left"), Some(Partitioning::Broadcast))]
    );
    assert_eq!(
        inputs("[\"departed\", { from = \"flights\", by = \"key\" }]"),
        [
            input("departed", None, None, None),
            input("flights", None, None, Some(Partitioning::Hash))
        ]
    );
}
