//! The planner on small graphs: what it makes of them and what it refuses.

use std::time::Duration;

use super::{Plan, plan};
use crate::{
    Lateness, Policies, Port, Then,
    spec::{Input, Kind, Node, Partitioning, Pipeline, Watermarks},
};

fn node(kind: Kind, name: &str, inputs: &[&str]) -> Node {
    let ports = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    Node {
        name: name.to_owned(),
        kind,
        parallelism: 1,
        inputs: inputs.iter().map(|text| input(text)).collect(),
        input_ports: if kind == Kind::Source { vec![] } else { ports(&["in"]) },
        output_ports: if kind == Kind::Sink { vec![] } else { ports(&["out"]) },
        policies: Policies::default(),
        watermarks: None,
        output_bytes_max: None,
    }
}

/// "from", "from.port" or either with "by key" and the like behind it.
fn input(text: &str) -> Input {
    let (sender, by) =
        text.split_once(" by ").map_or((text, None), |(sender, by)| (sender, Some(by)));
    let (from, port) =
        sender.split_once('.').map_or((sender, None), |(from, port)| (from, Some(port)));
    let by = by.map(|by| match by {
        "key" => Partitioning::Hash,
        "forward" => Partitioning::Forward,
        "broadcast" => Partitioning::Broadcast,
        "rebalance" => Partitioning::Rebalance,
        other => panic!("no partitioning is called {other}"),
    });
    Input { from: from.to_owned(), port: port.map(str::to_owned), to: None, by }
}

fn source(name: &str) -> Node {
    node(Kind::Source, name, &[])
}

fn operator(name: &str, inputs: &[&str]) -> Node {
    node(Kind::Operator, name, inputs)
}

fn sink(name: &str, inputs: &[&str]) -> Node {
    node(Kind::Sink, name, inputs)
}

fn times(parallelism: u32, node: Node) -> Node {
    Node { parallelism, ..node }
}

fn pipeline(nodes: impl IntoIterator<Item = Node>) -> Pipeline {
    Pipeline { name: "test".to_owned(), nodes: nodes.into_iter().collect() }
}

/// "name.key[index]: message" for each problem.
fn shown(problems: &[super::Problem]) -> Vec<String> {
    let name = |problem: &super::Problem| problem.node.clone().unwrap_or_default();
    let show = |p: &super::Problem| format!("{}.{}[{}]: {}", name(p), p.key, p.index, p.message);
    problems.iter().map(show).collect()
}

fn planned(nodes: impl IntoIterator<Item = Node>) -> Plan {
    plan(pipeline(nodes)).unwrap_or_else(|problems| panic!("{:#?}", shown(&problems)))
}

fn refused(nodes: impl IntoIterator<Item = Node>, expected: &[&str]) {
    let problems = plan(pipeline(nodes)).expect_err("the plan must be refused");
    assert_eq!(shown(&problems), expected);
}

/// The names of each chain, with its number of tasks.
fn chains(plan: &Plan) -> Vec<String> {
    let names = |nodes: &[usize]| -> Vec<&str> {
        nodes.iter().map(|node| plan.node(*node).name.as_str()).collect()
    };
    plan.chains
        .iter()
        .map(|chain| format!("{} x{}", names(&chain.nodes).join(" "), chain.parallelism))
        .collect()
}

fn channels(plan: &Plan) -> Vec<usize> {
    plan.edges.iter().map(|edge| plan.channels(edge)).collect()
}

#[test]
fn forward_joined_nodes_share_a_task() {
    let plan = planned([source("a"), operator("b", &["a"]), sink("c", &["b"])]);
    assert_eq!(chains(&plan), ["a b c x1"]);
    assert_eq!((plan.tasks(), channels(&plan)), (1, vec![0, 0]));
    assert!(plan.edges.iter().all(|edge| edge.chained));
}

#[test]
fn a_chain_ends_where_records_change_tasks() {
    let nodes = [
        source("a"),
        operator("b", &["a"]),
        times(3, operator("c", &["b by key"])),
        times(3, operator("d", &["c"])),
        sink("e", &["d"]),
    ];
    let plan = planned(nodes);
    assert_eq!(chains(&plan), ["a b x1", "c d x3", "e x1"]);
    assert_eq!(plan.tasks(), 5);
    assert_eq!(channels(&plan), [0, 3, 0, 3]);
    assert_eq!(plan.edges[3].partitioning, Partitioning::Rebalance, "3 tasks feed 1");
}

#[test]
fn a_node_with_several_inputs_starts_a_chain_of_its_own() {
    let plan = planned([source("a"), source("b"), operator("c", &["a", "b"]), sink("d", &["c"])]);
    assert_eq!(chains(&plan), ["a x1", "b x1", "c d x1"]);
    assert_eq!(channels(&plan), [1, 1, 0]);
}

#[test]
fn a_fan_out_stays_in_one_task() {
    let plan = planned([source("a"), operator("b", &["a"]), sink("c", &["b"]), sink("d", &["a"])]);
    assert_eq!(chains(&plan), ["a b c d x1"]);
}

#[test]
fn channels_join_every_pair_of_tasks_but_on_forward_edges() {
    let count = |by: &str| {
        let nodes = [
            source("a"),
            times(2, operator("b", &["a"])),
            times(2, operator("c", &[by, "a by broadcast"])),
            sink("d", &["c"]),
        ];
        channels(&planned(nodes))
    };
    assert_eq!(count("b by key"), [2, 4, 2, 2]);
    assert_eq!(count("b by broadcast"), [2, 4, 2, 2]);
    assert_eq!(count("b by rebalance"), [2, 4, 2, 2]);
    assert_eq!(count("b by forward"), [2, 2, 2, 2]);
    assert_eq!(count("b"), [2, 2, 2, 2], "the same parallelism on both sides is forward");
}

#[test]
fn chains_are_in_topological_order_whatever_the_order_of_the_file() {
    let plan = planned([sink("c", &["b"]), operator("b", &["a"]), source("a")]);
    assert_eq!(chains(&plan), ["a b c x1"]);
}

#[test]
fn ports_are_found_by_name() {
    let mut router = operator("b", &["a"]);
    router.output_ports = vec!["late".to_owned(), "other".to_owned()];
    let plan = planned([
        source("a"),
        router,
        sink("c", &["b.other"]),
        sink("d", &["b", "b.dead-letters"]),
    ]);
    let ports: Vec<Port> = plan.edges.iter().map(|edge| edge.from_port).collect();
    assert_eq!(ports, [Port(0), Port(1), Port(0), Port::DEAD_LETTERS]);

    let plan =
        planned([source("a"), operator("b", &["a"]), sink("c", &["b"]), sink("d", &["b.late"])]);
    assert_eq!(plan.edges[2].from_port, Port::LATE, "built in, unless the operator has its own");
}

#[test]
fn a_cycle_is_told_in_full() {
    refused(
        [
            source("a"),
            operator("b", &["a", "d"]),
            operator("c", &["b"]),
            operator("d", &["c"]),
            sink("e", &["d"]),
        ],
        &["b.input[1]: the pipeline must have no cycle: `b` -> `c` -> `d` -> `b`"],
    );
    refused(
        [source("a"), operator("b", &["b"]), sink("c", &["a"])],
        &["b.input[0]: the pipeline must have no cycle: `b` -> `b`"],
    );
}

#[test]
fn an_unknown_node_or_port_names_the_nearest_one() {
    refused(
        [source("flights"), operator("b", &["flihgts"]), sink("c", &["b"])],
        &["b.input[0]: no source or operator is called `flihgts`: did you mean `flights`?"],
    );
    refused(
        [source("a"), operator("b", &["a"]), sink("c", &["zzz"])],
        &["c.input[0]: no source or operator is called `zzz`: there are `a`, `b`"],
    );
    refused(
        [source("a"), sink("b", &["a", "a.ouT"])],
        &["b.input[1]: `a` has no output port `ouT`: did you mean `out`?"],
    );
    let mut wrong = sink("b", &["a"]);
    wrong.inputs[0].to = Some("left".to_owned());
    refused([source("a"), wrong], &["b.input[0]: `b` has no input port `left`: there are `in`"]);
    refused(
        [source("a"), sink("b", &["a"]), sink("c", &["b"])],
        &["c.input[0]: `b` is a sink and sends nothing but dead letters"],
    );
}

#[test]
fn forward_needs_the_same_parallelism() {
    refused(
        [source("a"), times(2, operator("b", &["a by forward"])), sink("c", &["b"])],
        &[
            "b.input[0]: a forward edge needs the same parallelism on both sides, but `a` has 1 and `b` has 2",
        ],
    );
}

#[test]
fn dead_letters_need_a_taker() {
    let mut careful = operator("b", &["a"]);
    careful.policies.traps.then = Then::DeadLetter;
    refused(
        [source("a"), careful.clone(), sink("c", &["b"])],
        &["b.on_error[0]: failed records go to the dead letters, but nothing takes them: \
           add a sink with `input = \"b.dead-letters\"`"],
    );
    planned([source("a"), careful.clone(), sink("c", &["b"]), sink("d", &["b.dead-letters"])]);
    let mut letters = sink("d", &["b.dead-letters"]);
    letters.inputs[0].by = Some(Partitioning::Hash);
    refused(
        [source("a"), careful, sink("c", &["b"]), letters],
        &[
            "d.input[0]: dead letters cannot be partitioned by key: a line that cannot be read has none",
            "b.on_error[0]: failed records go to the dead letters, but nothing takes them: \
             add a sink with `input = \"b.dead-letters\"`",
        ],
    );
}

#[test]
fn a_name_belongs_to_one_node() {
    let nodes = [source("a"), sink("a", &["a"])];
    refused(
        nodes,
        &["a.[0]: two nodes are called `a`, one source and one sink: give each a name of its own"],
    );
}

#[test]
fn the_same_edge_twice_is_refused_but_not_two_ports() {
    refused([source("a"), sink("b", &["a", "a"])], &["b.input[1]: `a` is listed twice"]);
    refused([source("a"), sink("b", &["a", "a.out"])], &["b.input[1]: `a` is listed twice"]);
    planned([source("a"), sink("b", &["a", "a.dead-letters"])]);
}

#[test]
fn limits_bind() {
    let many = (0..1_001).map(|number| sink(&format!("s{number}"), &["a"]));
    let problems = plan(pipeline([source("a")].into_iter().chain(many))).expect_err("too many");
    assert_eq!(shown(&problems), [".name[0]: 1002 nodes exceed the limit of 1000"]);

    let of = |parallelism| {
        let wide = times(parallelism, operator("b", &["a"]));
        let problems = plan(pipeline([source("a"), wide, sink("c", &["b"])]));
        problems.map_err(|problems| shown(&problems))
    };
    assert!(of(1_024).is_ok());
    assert_eq!(of(0).unwrap_err(), ["b.parallelism[0]: parallelism 0 is not between 1 and 1024"]);
    assert_eq!(
        of(1_025).unwrap_err(),
        ["b.parallelism[0]: parallelism 1025 is not between 1 and 1024"]
    );

    refused(
        [
            source("a"),
            times(512, operator("b", &["a"])),
            times(256, operator("c", &["b by key"])),
            sink("d", &["c"]),
        ],
        &[
            "c.input[0]: 131072 channels between `b` and `c` exceed the limit of 65536: lower a parallelism",
        ],
    );
}

#[test]
fn a_pipeline_has_both_ends_and_no_node_without_input() {
    refused(
        [operator("b", &[])],
        &[
            ".name[0]: the pipeline has no source: add a [source.NAME] table",
            ".name[0]: the pipeline has no sink: add a [sink.NAME] table",
            "b.input[0]: the operator takes its input from nobody: add `input`",
        ],
    );
}

#[test]
fn every_problem_is_told_at_once() {
    refused(
        [source("a"), times(0, operator("b", &["x", "y"])), sink("c", &[])],
        &[
            "b.parallelism[0]: parallelism 0 is not between 1 and 1024",
            "c.input[0]: the sink takes its input from nobody: add `input`",
            "b.input[0]: no source or operator is called `x`: there are `a`, `b`",
            "b.input[1]: no source or operator is called `y`: there are `a`, `b`",
        ],
    );
}

#[test]
fn surprises_are_warnings() {
    let nodes = [
        source("a"),
        times(2, operator("b", &["a"])),
        operator("c", &["b by key"]),
        sink("d", &["a.dead-letters"]),
    ];
    let plan = planned(nodes);
    assert_eq!(
        shown(&plan.warnings),
        [
            "b.input[0]: a rebalance from `a` comes before a hash edge: records of one key may overtake each other",
            "c.[0]: nothing takes the output port `out`: its records are dropped",
        ]
    );
}

#[test]
fn a_plan_keeps_the_pipeline_it_was_made_from() {
    let mut timed = source("a");
    timed.watermarks = Some(Watermarks {
        lateness: Lateness(Duration::from_secs(5)),
        idle: Some(Duration::from_secs(30)),
    });
    let given = pipeline([timed, sink("b", &["a"])]);
    assert_eq!(plan(given.clone()).map(|plan| plan.pipeline), Ok(given));
}
