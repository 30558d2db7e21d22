//! Golden cases of a project: a folder each beneath `cases/`, with what comes in and what must come out.
//!
//! ```text
//! cases/NAME/input.jsonl             a record a line: JSON (or input.txt: any text)
//! cases/NAME/case.toml               [source], [parameters], [limits], [on_error], as in a pipeline file; may be missing
//! cases/NAME/expected/PORT.jsonl     the records that leave by a port; no file: none
//! cases/NAME/expected/rejects.jsonl  the records that fail, with the cause
//! ```
//!
//! A case is a small pipeline: its own tables are put into one that this file makes, so that they are read and checked as
//! in a pipeline file, with their lines in messages.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use sandbar_schema::descriptor;

use crate::pipeline::{
    self, Diagnostic, Planned, Plugins, Severity,
    diagnostic::{Place, Problems, Texts},
    table::Table,
    tree::{self, Entry, Item, Value},
};

/// The file of records that failed; no port can have its name.
pub const REJECTS: &str = "rejects";

/// Name of the source in the pipeline of a case.
const SOURCE: &str = "input";

/// Largest file of a case: they are read by people.
const FILE_BYTES_MAX: u64 = 16 << 20;

/// One case of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub name: String,
    folder: PathBuf,
}

/// A case that can run.
#[derive(Debug)]
pub struct Ready {
    pub planned: Planned,
    /// Which file the records of each sink belong in, by the sink's number in the plan.
    pub files: BTreeMap<usize, String>,
}

/// Lines of each file in `expected/`, by the file's name without its end.
pub type Expected = BTreeMap<String, Vec<String>>;

impl Case {
    /// The cases of the project in `folder`, by name.
    ///
    /// # Errors
    /// If there are none, or they cannot be read.
    pub fn all(folder: &Path) -> Result<Vec<Self>, String> {
        let cases = folder.join("cases");
        let shown = cases.display();
        let help =
            "make one: a folder cases/NAME with an input.jsonl, then type: sandbar test --bless";
        let entries = match fs::read_dir(&cases) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(format!("there is no folder {shown}; {help}"));
            }
            Err(error) => return Err(format!("{shown}: {error}")),
        };
        let mut found = Vec::new();
        for entry in entries {
            let folder = entry.map_err(|error| format!("{shown}: {error}"))?.path();
            let name = folder.file_name().map(|name| name.to_string_lossy().into_owned());
            if let Some(name) = name.filter(|name| folder.is_dir() && !name.starts_with('.')) {
                found.push(Self { name, folder });
            }
        }
        found.sort_by(|one, other| one.name.cmp(&other.name));
        if found.is_empty() { Err(format!("{shown} has no case; {help}")) } else { Ok(found) }
    }

    /// The case as a pipeline around the plugin at `plugin`, which is operator `name` and says `described` of itself.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn ready(
        &self,
        name: &str,
        plugin: &Path,
        described: &descriptor::Operator,
        plugins: &mut dyn Plugins,
    ) -> Result<Ready, Vec<Diagnostic>> {
        let path = self.folder.join("case.toml");
        let whole = |message| {
            vec![Diagnostic::of_file(Severity::Error, path.display().to_string(), message, None)]
        };
        let (input, format) = self.input().map_err(whole)?;
        let content = read(&path).map_err(whole)?.unwrap_or_default();
        let (mut problems, mut texts) = (Problems::default(), Texts::default());
        let text = texts.add(path.display().to_string(), &content);
        let root = tree::parse(text, &content, &mut problems);
        let given = Given::read(&root, &mut problems);
        let sinks = sinks(name, described);
        let root = pipeline_of(name, plugin, (&input, format), &given, &sinks);
        let planned = pipeline::plan_tree(&self.folder, &root, &texts, problems, plugins)?;
        let nodes = planned.plan.pipeline.nodes.iter().enumerate();
        let file = |(number, node): (usize, &sandbar_dataflow::spec::Node)| {
            let sink = sinks.iter().find(|sink| sink.name == node.name)?;
            Some((number, sink.file.clone()))
        };
        Ok(Ready { files: nodes.filter_map(file).collect(), planned })
    }

    /// The file of records, and its format.
    fn input(&self) -> Result<(PathBuf, &'static str), String> {
        let of = |name: &str| Some(self.folder.join(name)).filter(|path| path.is_file());
        match (of("input.jsonl"), of("input.txt")) {
            (Some(path), None) => Ok((path, "json-lines")),
            (None, Some(path)) => Ok((path, "raw-lines")),
            (None, None) => {
                Err("the case has no input: write input.jsonl (JSON) or input.txt".to_owned())
            }
            (Some(_), Some(_)) => {
                Err("the case has both input.jsonl and input.txt; remove one of them".to_owned())
            }
        }
    }

    /// What must come out; `None` if nothing was ever kept. Lines may end as on Windows.
    ///
    /// # Errors
    /// If a file cannot be read.
    pub fn expected(&self) -> Result<Option<Expected>, String> {
        let folder = self.folder.join("expected");
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(format!("{}: {error}", folder.display())),
        };
        let mut expected = Expected::new();
        for entry in entries {
            let path = entry.map_err(|error| format!("{}: {error}", folder.display()))?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
            let Some(name) = name.strip_suffix(".jsonl") else { continue };
            let text = read(&path)?.unwrap_or_default();
            expected.insert(name.to_owned(), text.lines().map(str::to_owned).collect());
        }
        Ok(Some(expected))
    }

    /// Keeps `found` as what must come out.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn bless(&self, found: &Expected) -> io::Result<()> {
        let folder = self.folder.join("expected");
        fs::create_dir_all(&folder)?;
        for name in self.expected().ok().flatten().unwrap_or_default().keys() {
            if found.get(name).is_none_or(Vec::is_empty) {
                fs::remove_file(folder.join(format!("{name}.jsonl")))?;
            }
        }
        for (name, lines) in found.iter().filter(|(_, lines)| !lines.is_empty()) {
            let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
            fs::write(folder.join(format!("{name}.jsonl")), text)?;
        }
        Ok(())
    }
}

/// What a case says of itself.
#[derive(Debug, Default)]
struct Given<'t> {
    source: &'t [Entry],
    /// Tables of the operator, as they are.
    operator: Vec<&'t Entry>,
}

impl<'t> Given<'t> {
    fn read(root: &'t [Entry], problems: &mut Problems) -> Self {
        let mut table = Table::new("the case", Place::default(), root);
        let source = table.take("source").map_or(&[][..], |entry| match &entry.item.value {
            Value::Table(entries) => entries,
            _ => &[],
        });
        let names = ["parameters", "limits", "on_error"];
        let operator = names.into_iter().filter_map(|name| table.take(name)).collect();
        table.finish(problems);
        Self { source, operator }
    }
}

/// A sink in the pipeline of a case.
#[derive(Debug)]
struct Sink {
    name: String,
    input: String,
    /// The file that its records belong in.
    file: String,
}

fn sinks(name: &str, described: &descriptor::Operator) -> Vec<Sink> {
    let port = |(number, port): (usize, &String)| Sink {
        name: format!("port-{number}"),
        input: format!("{name}.{port}"),
        file: port.clone(),
    };
    let mut sinks: Vec<Sink> = described.outputs.iter().enumerate().map(port).collect();
    for (sink, from) in [("unread", SOURCE), (REJECTS, name)] {
        let input = format!("{from}.dead-letters");
        sinks.push(Sink { name: sink.to_owned(), input, file: REJECTS.to_owned() });
    }
    sinks
}

/// The pipeline file that a case stands for.
fn pipeline_of(
    name: &str,
    plugin: &Path,
    (input, format): (&Path, &str),
    given: &Given<'_>,
    sinks: &[Sink],
) -> Vec<Entry> {
    let dead_letters = || table("on_error", vec![text("then", "dead-letter")]);
    let mut source = given.source.to_vec();
    source.push(text("connector", "file"));
    source.push(text("path", &input.to_string_lossy()));
    source.extend(missing(given.source.iter(), [text("format", format), dead_letters()]));
    let mut operator: Vec<Entry> = given.operator.iter().map(|&entry| entry.clone()).collect();
    operator.push(text("plugin", &plugin.to_string_lossy()));
    operator.push(text("input", SOURCE));
    // A trap ends the case with its place in the source; records that were refused are part of what comes out.
    let halt = |class| table(class, vec![entry("retry", Value::Integer(0)), text("then", "halt")]);
    let policies = vec![text("then", "dead-letter"), halt("traps"), halt("limits")];
    operator.extend(missing(given.operator.iter().copied(), [table("on_error", policies)]));
    let sink = |sink: &Sink| {
        table(&sink.name, vec![text("connector", "discard"), text("input", &sink.input)])
    };
    vec![
        text("name", "case"),
        table("source", vec![table(SOURCE, source)]),
        table("operator", vec![table(name, operator)]),
        table("sink", sinks.iter().map(sink).collect()),
    ]
}

/// Those of `defaults` that are not given.
fn missing<'e>(
    given: impl Iterator<Item = &'e Entry> + Clone,
    defaults: impl IntoIterator<Item = Entry>,
) -> Vec<Entry> {
    let is_missing = |entry: &Entry| !given.clone().any(|given| given.key == entry.key);
    defaults.into_iter().filter(is_missing).collect()
}

fn entry(key: &str, value: Value) -> Entry {
    let place = Place::default();
    Entry { key: key.to_owned(), key_place: place, item: Item { place, value } }
}

fn text(key: &str, text: &str) -> Entry {
    entry(key, Value::Text(text.to_owned()))
}

fn table(key: &str, entries: Vec<Entry>) -> Entry {
    entry(key, Value::Table(entries))
}

/// The text of a file of a case; `None` if there is no such file.
fn read(path: &Path) -> Result<Option<String>, String> {
    let shown = path.display();
    let size = match fs::metadata(path) {
        Ok(file) => file.len(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(format!("{shown}: {error}")),
    };
    if size > FILE_BYTES_MAX {
        return Err(format!("{shown}: {size} bytes exceed the limit of {FILE_BYTES_MAX}"));
    }
    fs::read_to_string(path).map(Some).map_err(|error| format!("{shown}: {error}"))
}
