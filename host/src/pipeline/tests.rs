//! What pipeline files may say, and how each slip is told: one line `line:column: message` a problem.

use std::path::Path;

use super::{Diagnostic, File, Ground, Role};

mod kept;
mod overrides;
mod planning;
mod published;
mod quantities;

/// A pipeline that is right, for tests that change one thing.
const RIGHT: &str = r#"name = "delays"
plugins = "../plugins"

[source.flights]
connector = "file"
path = "flights.jsonl"
format = "json-lines"
timestamp = "/departed_ms"
watermark = { lateness = "22h", idle = "30s" }

[operator.departed]
plugin = "departed"
input = "flights"
parameters = { min_delay = 15 }
limits = { memory = "16MiB", call = "50ms" }
on_error = { retry = 2, then = "dead-letter" }

[operator.by-carrier]
plugin = "by-carrier"
input = { from = "departed", by = "key" }
parallelism = 2
grants = []

[sink.delayed]
connector = "file"
input = "by-carrier"
path = "out/delayed.jsonl"

[sink.failed]
connector = "stdout"
input = "departed.dead-letters"
"#;

fn read(content: &str, overrides: &[&str]) -> Result<File, Vec<Diagnostic>> {
    let overrides: Vec<String> = overrides.iter().map(|text| (*text).to_owned()).collect();
    let (file, problems) =
        super::examine("p.toml", Ground::Machine("/pipelines".into()), content, &overrides);
    match problems.has_errors() {
        true => Err(problems.into_diagnostics(&file.texts)),
        false => Ok(file),
    }
}

/// "line:column: message: help" for each problem; overrides bear their own name instead of a file's.
fn shown(diagnostics: &[Diagnostic]) -> Vec<String> {
    let shorten = |line: String| line.replace(": error: ", ": ").replace("p.toml:", "");
    diagnostics.iter().map(|diagnostic| shorten(diagnostic.headline())).collect()
}

/// What is wrong with `content`.
fn check(content: &str, expected: &[&str]) {
    match read(content, &[]) {
        Ok(_) => assert!(expected.is_empty(), "nothing was found wrong with\n{content}"),
        Err(diagnostics) => assert_eq!(shown(&diagnostics), expected, "in\n{content}"),
    }
}

/// What is wrong with [`RIGHT`] once `old` in it is `new`.
fn change(old: &str, new: &str, expected: &[&str]) {
    assert!(RIGHT.contains(old), "{old} is not in the pipeline");
    check(&RIGHT.replacen(old, new, 1), expected);
}

#[test]
fn the_design_s_example_is_right() {
    check(RIGHT, &[]);
}

#[test]
fn an_unknown_key_names_the_nearest_one() {
    change(
        "parallelism = 2",
        "paralelism = 2",
        &["21:1: unknown key `paralelism` in operator `by-carrier`: did you mean `parallelism`?"],
    );
    change(
        "name =",
        "nmae =",
        &[
            "1:1: the pipeline file has no `name`: begin with name = \"NAME\"",
            "1:1: unknown key `nmae` in the pipeline file: did you mean `name`?",
        ],
    );
    change(
        "[sink.failed]",
        "[sinks.failed]",
        &["29:2: unknown key `sinks` in the pipeline file: did you mean `sink`?"],
    );
    change(
        "call =",
        "cal =",
        &["15:30: unknown key `cal` in `limits` of operator `departed`: did you mean `call`?"],
    );
    change(
        "format =",
        "fromat =",
        &["7:1: unknown key `fromat` in source `flights`: did you mean `format`?"],
    );
    change(
        "retry = 2",
        "zzz = 2",
        &[
            "16:14: unknown key `zzz` in `on_error` of operator `departed`: known are `retry`, `backoff`, `then`, \
         `failures`, `traps`, `limits`, `rejects`, `breaker`",
        ],
    );
    change(
        "by = \"key\"",
        "via = \"key\"",
        &["20:30: unknown key `via` in `input`: known are `from`, `by`, `to`"],
    );
}

#[test]
fn a_wrong_type_says_what_is_wanted() {
    change(
        "parallelism = 2",
        "parallelism = \"2\"",
        &["21:15: `parallelism` must be a whole number, not a text"],
    );
    change(
        "parallelism = 2",
        "parallelism = 2.0",
        &["21:15: `parallelism` must be a whole number, not a number with a point"],
    );
    change(
        "parallelism = 2",
        "parallelism = 2026-01-02",
        &["21:15: `parallelism` must be a whole number, not a date or time"],
    );
    change("\"delays\"", "7", &["1:8: `name` must be a text in quotes, not a whole number"]);
    change(
        "\"../plugins\"",
        "[\"a\", true]",
        &["2:17: an element of `plugins` must be a text in quotes, not true or false"],
    );
    change(
        "\"flights\"",
        "3",
        &[
            "13:9: `input` must be a name, a table such as { from = \"NAME\", by = \"key\" } or a list of these, \
         not a whole number",
        ],
    );
    change("{ min_delay = 15 }", "[15]", &["14:14: `parameters` must be a table, not a list"]);
    change(
        "[sink.failed]",
        "[[sink.failed]]",
        &["29:1: sink `failed` must be a table, not a list"],
    );
    check(
        "name = \"a\"\nsource = 3",
        &["2:1: `source` must be a table of tables, [source.NAME], not a whole number"],
    );
    change("grants = []", "grants = \"state\"", &["22:10: `grants` must be a list, not a text"]);
}

#[test]
fn durations_and_sizes_say_what_is_accepted() {
    let durations =
        "write a whole number and a unit (ms, s, m, h or d), such as \"250ms\", \"30s\" or \"22h\"";
    let sizes =
        "write a whole number and a unit (B, KiB, MiB or GiB), such as \"512KiB\" or \"16MiB\"";
    change(
        "\"30s\"",
        "\"30\"",
        &[&format!("9:40: `30` is not a duration: it has no unit: {durations}")],
    );
    change(
        "\"30s\"",
        "30",
        &[&format!("9:40: `idle` must be a duration, not a whole number: {durations}")],
    );
    change(
        "\"16MiB\"",
        "\"16MB\"",
        &[&format!("15:21: `16MB` is not a size: it has an unknown unit: {sizes}")],
    );
    change(
        "\"50ms\"",
        "\"99999999999999999999h\"",
        &[&format!("15:37: `99999999999999999999h` is longer than a century: {durations}")],
    );
    change(
        "\"16MiB\"",
        "\"9999999999GiB\"",
        &[&format!("15:21: `9999999999GiB` is more than 9223372036854775807 bytes: {sizes}")],
    );
}

#[test]
fn numbers_stay_in_their_range() {
    change(
        "parallelism = 2",
        "parallelism = 0",
        &["21:15: `parallelism` 0 is not between 1 and 1024"],
    );
    change(
        "parallelism = 2",
        "parallelism = -1",
        &["21:15: `parallelism` -1 is not between 1 and 1024"],
    );
    change(
        "parallelism = 2",
        "parallelism = 99999999999999999999",
        &["21:15: the whole number does not fit 64 bits"],
    );
    change("{ min_delay = 15 }", "{ min_delay = 1e999 }", &["14:28: the number is not finite"]);
    change("retry = 2", "retry = 11", &["16:22: `retry` 11 is not between 0 and 10"]);
    change("\"16MiB\"", "\"1KiB\"", &["15:21: `memory` 1 KiB is not between 64 KiB and 4 GiB"]);
    change("\"50ms\"", "\"2m\"", &["15:37: `call` 2m is not between 1ms and 1m"]);
    change("\"30s\"", "\"0s\"", &["9:40: `idle` 0ms is not between 1ms and 1d"]);
}

#[test]
fn names_are_checked_and_shared_by_all_nodes() {
    let rule = "use 1 to 64 of a-z, 0-9 and `-`";
    change(
        "\"delays\"",
        "\"Delays\"",
        &[&format!("1:8: bad name `Delays` of the pipeline: {rule}")],
    );
    change(
        "[sink.failed]",
        "[sink.\"fai led\"]",
        &[&format!("29:7: bad name `fai led` of a sink: {rule}")],
    );
    change("[sink.failed]", "[sink.\"\"]", &[&format!("29:7: bad name `` of a sink: {rule}")]);
    let long = "x".repeat(65);
    change(
        "[sink.failed]",
        &format!("[sink.{long}]"),
        &[&format!("29:7: bad name `{long}` of a sink: {rule}")],
    );
    change(
        "[sink.failed]",
        "[sink.departed]",
        &[
            "29:7: `departed` already names the operator of line 11: give each node a name of its own",
        ],
    );
    change(
        "[sink.failed]\nconnector = \"stdout\"\ninput",
        "[sink.delayed]\nformat",
        &[
            "29:7: duplicate key `delayed`",
            "30:10: `format` cannot be `departed.dead-letters`: did you mean `dead-letters`?",
        ],
    );
}

#[test]
fn required_keys_are_missed() {
    change(
        "plugin = \"departed\"\n",
        "",
        &[
            "11:11: operator `departed` has no `plugin`: name its WebAssembly file: plugin = \"NAME\" or plugin = \
         \"path/NAME.wasm\"",
        ],
    );
    change(
        "input = \"by-carrier\"\n",
        "",
        &[
            "24:7: sink `delayed` has no `input`: name the source or operator that sends: input = \"NAME\"",
        ],
    );
    change(
        "from = \"departed\", ",
        "",
        &[
            "20:9: `input` has no `from`: name the source or operator that sends: `from = \"NAME\"` or `from = \
         \"NAME.PORT\"`",
        ],
    );
    let missing = read(&RIGHT.replace("path = \"flights.jsonl\"\n", ""), &[]).unwrap_err();
    assert!(shown(&missing)[0].starts_with("4:9: source `flights` has no `path`: "), "{missing:?}");
    let missing = read(&RIGHT.replace("connector = \"stdout\"\n", ""), &[]).unwrap_err();
    assert!(
        shown(&missing)[0].starts_with("29:7: sink `failed` has no `connector`: say what it"),
        "{missing:?}"
    );
}

#[test]
fn connectors_and_choices_are_looked_up() {
    let slip = read(&RIGHT.replace("connector = \"stdout\"", "conector = \"stdout\""), &[]);
    let slip = shown(&slip.unwrap_err());
    assert_eq!(slip[1], "30:1: unknown key `conector` in sink `failed`: did you mean `connector`?");
    change(
        "\"stdout\"",
        "\"stdotu\"",
        &["30:13: no sink connector is called `stdotu`: did you mean `stdout`?"],
    );
    change(
        "\"stdout\"",
        "\"stdin\"",
        &["30:13: no sink connector is called `stdin`: did you mean `stdout`?"],
    );
    change(
        "\"json-lines\"",
        "\"json\"",
        &["7:10: `format` cannot be `json`: did you mean `json-lines`?"],
    );
    change(
        "\"dead-letter\"",
        "\"dead\"",
        &["16:32: `then` cannot be `dead`: did you mean `dead-letter`?"],
    );
    change(
        "by = \"key\"",
        "by = \"hash\"",
        &["20:35: `by` cannot be `hash`: known are `key`, `forward`, `broadcast`, `rebalance`"],
    );
    change(
        "\"by-carrier\"\npath",
        "\"a.b.c\"\npath",
        &["26:9: `a.b.c` names no node and port: write \"NAME\" or \"NAME.PORT\""],
    );
    change(
        "\"flights\"",
        "[]",
        &["13:9: `input` is an empty list: name the source or operator that sends"],
    );
    change(
        "grants = []",
        "grants = [\"net\"]",
        &["22:11: `net` is no right that can be granted: write grants = [] or leave it out"],
    );
    change("\"out/delayed.jsonl\"", "\"\"", &["27:8: a path must not be empty"]);
    change(
        "\"out/delayed.jsonl\"",
        "\"a\\u0000b\"",
        &["27:8: a path must not contain a zero byte"],
    );
}

#[test]
fn a_source_meets_rejects_only() {
    let on_error =
        |value: &str| RIGHT.replacen("format =", &format!("on_error = {value}\nformat ="), 1);
    check(&on_error("{ then = \"skip\" }"), &[]);
    check(&on_error("{ rejects = { then = \"dead-letter\" } }"), &[]);
    check(
        &on_error("{ retry = 2 }"),
        &[
            "7:14: unknown key `retry` in `on_error` of source `flights`: known are `then`, `rejects`",
        ],
    );
}

#[test]
fn syntax_errors_are_all_told_and_hide_what_they_only_seem_to_cause() {
    check(
        "name = \"a\nplugins = 7\nbad\n",
        &[
            "1:10: invalid basic string, expected `\"`",
            "2:11: `plugins` must be a text or a list of texts, not a whole number",
            "3:4: key with no value, expected `=`",
        ],
    );
    change(
        "plugin = \"departed\"",
        "plugin \"departed\"",
        &["12:8: key with no value, expected `=`"],
    );
}

#[test]
fn every_problem_is_told_at_once_in_the_order_of_the_file() {
    let content = RIGHT
        .replace("parallelism = 2", "parallelism = 0")
        .replace("\"22h\"", "\"22x\"")
        .replace("\"16MiB\"", "16")
        .replace("[sink.failed]", "[sink.FAILED]");
    let found = read(&content, &[]).unwrap_err();
    let places: Vec<_> = found.iter().map(|found| (found.line, found.column)).collect();
    assert_eq!(places, [(9, 26), (15, 21), (21, 15), (29, 7)]);
}

#[test]
fn garbage_is_bounded() {
    change(
        "{ min_delay = 15 }",
        &format!("{{ a = {}1{} }}", "[".repeat(20), "]".repeat(20)),
        &["14:26: tables and lists are nested deeper than 10 levels"],
    );
    assert!(read(&"[".repeat(1 << 20), &[]).is_err());
    assert!(read(&"a=[".repeat(1 << 18), &[]).is_err());
    let dotted = read(&format!("{} = 1", vec!["a"; 1 << 19].join(".")), &[]);
    assert!(dotted.is_err());
    let many: String = (0..500).map(|number| format!("key{number} = 1\n")).collect();
    let found = read(&many, &[]).unwrap_err();
    assert_eq!(found.len(), 101);
    assert_eq!(found[100].headline(), "p.toml: error: 401 more problems are not shown");
}

#[test]
fn a_diagnostic_marks_its_place() {
    let render = |content: &str| read(content, &[]).unwrap_err().last().unwrap().to_string();
    assert_eq!(
        render(&RIGHT.replace("parallelism = 2", "\tparalelism = 2 # much")),
        "p.toml:21:2: error: unknown key `paralelism` in operator `by-carrier`: did you mean `parallelism`?\n\
         21 |  paralelism = 2 # much\n   |  ^^^^^^^^^^"
    );
    let wide = format!("name = \"x\"\n{}= {{}}\n", "k".repeat(3_000));
    let lines: Vec<usize> = render(&wide).lines().map(|line| line.chars().count()).collect();
    assert!(lines[1..].iter().all(|width| *width <= 104), "{lines:?}");
    let hostile = render("name = \"x\"\n\"\\u001b[2J\u{202e}\" = 1\n");
    assert!(!hostile.contains(['\u{1b}', '\u{202e}']), "{hostile}");
}

#[test]
fn diagnostics_are_json_too() {
    let found = read("name = \"x\"\nnmae = 1\n", &[]).unwrap_err();
    let json = serde_json::to_value(&found).unwrap();
    assert_eq!(
        json,
        serde_json::json!([{
            "severity": "error", "file": "p.toml", "line": 2, "column": 1,
            "message": "unknown key `nmae` in the pipeline file", "help": "did you mean `name`?",
        }])
    );
}

#[test]
fn a_file_that_cannot_be_read_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let tell = |name: &str| {
        let found = super::load(&folder.path().join(name), &[], &mut NoPlugins).unwrap_err();
        found[0].headline().rsplit_once("error: ").unwrap().1.to_owned()
    };
    assert_eq!(tell("absent.toml"), "there is no such pipeline file");
    std::fs::write(folder.path().join("binary.toml"), b"name = \"a\"\n\xff\xfe").unwrap();
    assert_eq!(tell("binary.toml"), "line 2 is not UTF-8 text");
    std::fs::write(folder.path().join("large.toml"), vec![b'#'; (1 << 20) + 1]).unwrap();
    assert_eq!(tell("large.toml"), "the pipeline file exceeds the limit of 1 MiB");
}

struct NoPlugins;

impl super::Plugins for NoPlugins {
    fn describe(&mut self, _: &Path) -> Result<super::Description, String> {
        Err("there are none".to_owned())
    }
}
