//! The second step: plugins, parameters and the graph, with places in the file.

use std::{fs, path::Path};

use sandbar_schema::descriptor;

use super::{
    super::{Description, Planned, Plugins, Setup, Severity, parse},
    RIGHT, shown,
};

/// Descriptors by file name, as JSON; the others are no plugins.
struct Described(&'static [(&'static str, &'static str)]);

const DESCRIBED: Described = Described(&[
    (
        "departed.wasm",
        r#"{"name":"departed","inputs":["in"],"outputs":["late","cancelled"],"parameters":[
            {"name":"min_delay","type":"integer","default":15},
            {"name":"carriers","type":"text-list","default":[]},
            {"name":"share","type":"number","default":0.5},
            {"name":"names","type":"text-map","default":null},
            {"name":"strict","type":"boolean","default":false}]}"#,
    ),
    (
        "by-carrier.wasm",
        r#"{"name":"by-carrier","inputs":["in"],"outputs":["out"],"parameters":[]}"#,
    ),
    (
        "needy.wasm",
        r#"{"name":"needy","inputs":["left","right"],"outputs":["out"],"parameters":[
            {"name":"field","type":"text"}]}"#,
    ),
    (
        "documented.wasm",
        r#"{"name":"documented","inputs":["in"],"outputs":["out"],"parameters":[
            {"name":"field","type":"text","description":"Field that is compared."},
            {"name":"most","type":"integer","default":9,"description":"Most of it."}]}"#,
    ),
]);

impl Plugins for Described {
    fn describe(&mut self, path: &Path) -> Result<Description, String> {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap();
        let found = self.0.iter().find(|(known, _)| *known == name);
        let (_, json) = found.ok_or_else(|| "it has no section".to_owned())?;
        let descriptor: descriptor::Operator = serde_json::from_str(json).unwrap();
        let timed = descriptor.name == "by-carrier";
        Ok(Description {
            descriptor,
            digest: "d1".to_owned(),
            rights: vec!["output".to_owned()],
            timed,
            memory_bytes_initial: 0,
        })
    }
}

/// Plans `content` in a folder that has the plugins; what is wrong with it, or the plan.
fn planned(content: &str) -> Result<Planned, Vec<String>> {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("pipelines");
    let plugins = root.path().join("plugins");
    fs::create_dir_all(&folder).unwrap();
    fs::create_dir_all(&plugins).unwrap();
    fs::write(folder.join("flights.jsonl"), "").unwrap();
    fs::write(folder.join("departed.wasm"), "").unwrap();
    for name in ["by-carrier", "needy", "documented", "broken"] {
        fs::write(plugins.join(format!("{name}.wasm")), "").unwrap();
    }
    let planned = parse("p.toml", &folder, content, &[], &mut { DESCRIBED });
    let hide = |text: String| text.replace(&root.path().display().to_string(), "ROOT");
    planned.map_err(|found| shown(&found).into_iter().map(hide).collect())
}

fn change(old: &str, new: &str, expected: &[&str]) {
    assert!(RIGHT.contains(old), "{old} is not in the pipeline");
    let found = planned(&RIGHT.replacen(old, new, 1)).err().unwrap_or_default();
    let errors: Vec<&String> = found.iter().filter(|line| !line.contains("warning: ")).collect();
    assert_eq!(errors, expected);
}

#[test]
fn the_design_s_example_can_run() {
    let planned = planned(RIGHT).unwrap();
    assert_eq!(planned.setups.len(), planned.plan.pipeline.nodes.len());
    let Setup::Operator(plugin) = &planned.setups[1] else { panic!("node 1 is an operator") };
    assert!(plugin.code.to_string().ends_with("pipelines/departed.wasm"));
    assert_eq!(
        serde_json::Value::Object(plugin.parameters.clone()),
        serde_json::json!({ "min_delay": 15, "carriers": [], "share": 0.5, "names": null, "strict": false })
    );
    let Setup::Operator(plugin) = &planned.setups[2] else { panic!("node 2 is an operator") };
    let path = plugin.code.to_string();
    assert!(path.ends_with("plugins/by-carrier.wasm"), "found in the folder of plugins");
    assert_eq!(
        shown(&planned.warnings),
        ["11:11: warning: nothing takes the output port `cancelled`: its records are dropped"]
    );
}

#[test]
fn parameters_are_what_the_plugin_declares() {
    let with =
        |parameters: &str, expected: &[&str]| change("{ min_delay = 15 }", parameters, expected);
    with(
        "{ min_delay = 1, carriers = [\"AA\"], share = 1, names = { a = \"b\" }, strict = true }",
        &[],
    );
    with(
        "{ min_dealy = 1 }",
        &["14:16: `departed` has no parameter `min_dealy`: did you mean `min_delay`?"],
    );
    with(
        "{ min_delay = \"1\" }",
        &["14:28: parameter `min_delay` must be a whole number, not a text"],
    );
    with(
        "{ min_delay = 1.5 }",
        &["14:28: parameter `min_delay` must be a whole number, not a number with a point"],
    );
    with(
        "{ carriers = [1] }",
        &[
            "14:27: parameter `carriers` must be a list of texts, not a list with something else in it",
        ],
    );
    with(
        "{ names = { a = 1 } }",
        &[
            "14:24: parameter `names` must be a table of texts, not a table with something else in it",
        ],
    );
    with(
        "{ strict = 1, share = true }",
        &[
            "14:25: parameter `strict` must be true or false, not a whole number",
            "14:36: parameter `share` must be a number, not true or false",
        ],
    );
}

#[test]
fn a_parameter_without_default_must_be_given() {
    let needy = RIGHT.replace("plugin = \"by-carrier\"", "plugin = \"needy\"").replace(
        "{ from = \"departed\", by = \"key\" }",
        "{ from = \"departed\", to = \"rihgt\" }",
    );
    assert_eq!(
        planned(&needy).unwrap_err(),
        [
            "18:11: `by-carrier` needs its parameter `field`, a text in quotes: add parameters = { field = ... }",
            "20:9: `by-carrier` has no input port `rihgt`: did you mean `right`?",
        ]
    );
}

#[test]
fn who_gets_a_parameter_wrong_is_told_what_its_author_says_of_it() {
    let documented = RIGHT.replace(
        "plugin = \"by-carrier\"",
        "plugin = \"documented\"\nparameters = { most = true }",
    );
    let help = "add parameters = { field = ... }; field (text, required): Field that is compared.";
    assert_eq!(
        planned(&documented).unwrap_err(),
        [
            &format!("20:14: `by-carrier` needs its parameter `field`, a text in quotes: {help}"),
            "20:23: parameter `most` must be a whole number, not true or false: most (integer, default 9): Most of it.",
        ]
    );
}

#[test]
fn a_plugin_is_looked_for_beside_the_file_and_in_its_folders() {
    change(
        "plugin = \"departed\"",
        "plugin = \"departde\"",
        &["12:10: no plugin `departde`: there is no file `ROOT/pipelines/departde.wasm` or \
         `ROOT/pipelines/../plugins/departde.wasm`; build it (`sandbar build`), or name its folder with `plugins = \"FOLDER\"`"],
    );
    change(
        "plugin = \"departed\"",
        "plugin = \"broken\"",
        &[
            "12:10: `ROOT/pipelines/../plugins/broken.wasm` is no plugin that can run: it has no section",
        ],
    );
    change("plugin = \"departed\"", "plugin = \"departed.wasm\"", &[]);
}

#[test]
fn a_plugin_that_cannot_be_read_hides_no_fault_of_the_graph_and_causes_none() {
    let content = RIGHT
        .replace("plugin = \"departed\"", "plugin = \"broken\"")
        .replace("from = \"departed\"", "from = \"departed.late\"")
        .replace("input = \"by-carrier\"", "input = \"by-carier\"");
    assert_eq!(
        planned(&content).unwrap_err(),
        [
            "12:10: `ROOT/pipelines/../plugins/broken.wasm` is no plugin that can run: it has no section",
            "26:9: no source or operator is called `by-carier`: did you mean `by-carrier`?",
        ]
    );
}

#[test]
fn the_planner_s_problems_have_places() {
    change(
        "\"by-carrier\"\npath",
        "[\"by-carrier\", \"by-carrier\"]\npath",
        &["26:24: `by-carrier` is listed twice"],
    );
    change(
        "input = \"departed.dead-letters\"",
        "input = \"departed.late\"",
        &[
            "16:12: failed records go to the dead letters, but nothing takes them: add a sink with `input = \
         \"departed.dead-letters\"`",
        ],
    );
    change(
        "\"flights\"",
        "[\"flights\", \"by-carrier\"]",
        &["13:21: the pipeline must have no cycle: `departed` -> `by-carrier` -> `departed`"],
    );
    change(
        "by = \"key\"",
        "by = \"forward\"",
        &[
            "20:9: a forward edge needs the same parallelism on both sides, but `departed` has 1 and `by-carrier` has 2",
        ],
    );
    let problems =
        planned("name = \"x\"\n[sink.a]\nconnector = \"stdout\"\ninput = \"b\"\n").unwrap_err();
    assert_eq!(
        problems,
        [
            "1:8: the pipeline has no source: add a [source.NAME] table",
            "4:9: no source or operator is called `b`",
        ]
    );
}

#[test]
fn an_operator_that_waits_for_time_is_warned_if_none_comes() {
    let timeless = RIGHT.replace("watermark = { lateness = \"22h\", idle = \"30s\" }\n", "");
    let warnings = shown(&planned(&timeless).unwrap().warnings);
    assert_eq!(
        warnings[1],
        "17:11: warning: `by-carrier` follows event time, but `flights` makes no watermarks: `by-carrier` hears of \
         time only at the end; add `watermark` to `flights`"
    );
}

#[test]
fn a_flood_of_warnings_stays_one_of_warnings() {
    let idle =
        |number| format!("[operator.x{number}]\nplugin = \"departed\"\ninput = \"flights\"\n");
    let content = RIGHT.to_owned() + &(0..60).map(idle).collect::<String>();
    let warnings = planned(&content).unwrap().warnings;
    assert_eq!(warnings.len(), 101);
    assert!(warnings.iter().all(|warning| warning.severity == Severity::Warning));
    assert_eq!(warnings[100].headline(), "p.toml: warning: 21 more problems are not shown");
}

#[test]
fn what_can_be_read_is_checked_although_the_rest_cannot() {
    let content = RIGHT
        .replace("parallelism = 2", "paralelism = 2")
        .replace("min_delay = 15", "min_delay = \"15\"")
        .replace("plugin = \"by-carrier\"", "plugin = \"absent\"");
    let found = planned(&content).unwrap_err();
    let about = |what: &str| found.iter().filter(|found| found.contains(what)).count();
    assert_eq!(
        (about("paralelism"), about("min_delay"), about("`absent`")),
        (1, 1, 1),
        "{found:#?}"
    );
    assert_eq!(found.len(), 3, "{found:#?}");
}

#[test]
fn a_folder_of_plugins_that_is_not_there_is_told_although_others_have_them() {
    change(
        "plugins = \"../plugins\"",
        "plugins = [\"../plugins\", \"nope\"]",
        &[
            "2:26: there is no folder `ROOT/pipelines/nope`: name a folder that has plugins, or leave it out",
        ],
    );
}
