//! The pipeline that a case stands for: a source for each file of records, the operator, and a sink for each of its ports
//! and for what fails.

use std::{collections::BTreeMap, path::Path};

use sandbar_schema::descriptor;

use super::{REJECTS, inputs::Input};
use crate::pipeline::{
    diagnostic::{Place, Problems},
    table::{Table, suggestion},
    tree::{Entry, Item, Value},
};

/// Name of the source where there is one; others have their number behind it.
const SOURCE: &str = "input";

/// What the pipeline of a case is made of.
#[derive(Debug)]
pub(super) struct Parts<'t> {
    operator: &'t str,
    plugin: &'t Path,
    sources: Vec<Source>,
    sinks: Vec<Sink>,
    given: Given<'t>,
}

#[derive(Debug)]
struct Source {
    name: String,
    input: Input,
}

#[derive(Debug)]
struct Sink {
    name: String,
    input: String,
    /// The file that its records belong in.
    file: String,
}

/// What a case says of itself.
#[derive(Debug, Default)]
struct Given<'t> {
    source: &'t [Entry],
    /// What holds for the sources of one port, over what holds for all.
    inputs: BTreeMap<&'t str, &'t [Entry]>,
    /// Tables of the operator, as they are.
    operator: Vec<&'t Entry>,
}

impl<'t> Parts<'t> {
    /// The parts of a case with `inputs`, whose `case.toml` is `root`, around the plugin at `plugin`, which is operator
    /// `operator` and says `described` of itself.
    pub(super) fn new(
        operator: &'t str,
        plugin: &'t Path,
        inputs: Vec<Input>,
        described: &descriptor::Operator,
        root: &'t [Entry],
        problems: &mut Problems,
    ) -> Self {
        let given = Given::read(root, &inputs, described, problems);
        let name = |number: usize| match inputs.len() {
            1 => SOURCE.to_owned(),
            _ => format!("{SOURCE}-{}", number + 1),
        };
        let names: Vec<String> = (0..inputs.len()).map(name).collect();
        let sources = names.into_iter().zip(inputs).map(|(name, input)| Source { name, input });
        let sources: Vec<Source> = sources.collect();
        let sinks = sinks(operator, &sources, described);
        Self { operator, plugin, sources, sinks, given }
    }

    /// The names of the sources, in the order in which they come in.
    pub(super) fn sources(&self) -> impl Iterator<Item = &str> {
        self.sources.iter().map(|source| source.name.as_str())
    }

    /// The file that the records of the node `sink` belong in; `None` if it is no sink.
    pub(super) fn file_of(&self, sink: &str) -> Option<&str> {
        let found = self.sinks.iter().find(|found| found.name == sink)?;
        Some(&found.file)
    }

    /// The pipeline file.
    pub(super) fn root(&self) -> Vec<Entry> {
        let sources = self.sources.iter().map(|source| self.source(source)).collect();
        let sinks = self.sinks.iter().map(|sink| {
            table(&sink.name, vec![text("connector", "discard"), text("input", &sink.input)])
        });
        vec![
            text("name", "case"),
            table("source", sources),
            table("operator", vec![table(self.operator, self.operator())]),
            table("sink", sinks.collect()),
        ]
    }

    fn source(&self, Source { name, input }: &Source) -> Entry {
        let of_port = input.port.as_deref().and_then(|port| self.given.inputs.get(port));
        let of_port = of_port.copied().unwrap_or_default();
        let mut entries = of_port.to_vec();
        entries.extend(missing(of_port.iter(), self.given.source.iter().cloned()));
        let dead_letters = table("on_error", vec![text("then", "dead-letter")]);
        let defaults = missing(entries.iter(), [text("format", input.format), dead_letters]);
        entries.extend(defaults);
        entries.push(text("connector", "file"));
        entries.push(text("path", &input.path.to_string_lossy()));
        table(name, entries)
    }

    fn operator(&self) -> Vec<Entry> {
        let given = &self.given.operator;
        let mut operator: Vec<Entry> = given.iter().map(|&entry| entry.clone()).collect();
        operator.push(text("plugin", &self.plugin.to_string_lossy()));
        let input = |Source { name, input }: &Source| {
            let to = input.port.as_deref().map(|port| text("to", port));
            let entries = [text("from", name)].into_iter().chain(to).collect();
            Item { place: Place::default(), value: Value::Table(entries) }
        };
        operator.push(entry("input", Value::List(self.sources.iter().map(input).collect())));
        // A trap ends the case with its place in the source; records that were refused are part of what comes out.
        let halt =
            |class| table(class, vec![entry("retry", Value::Integer(0)), text("then", "halt")]);
        let policies = vec![text("then", "dead-letter"), halt("traps"), halt("limits")];
        operator.extend(missing(given.iter().copied(), [table("on_error", policies)]));
        operator
    }
}

impl<'t> Given<'t> {
    fn read(
        root: &'t [Entry],
        inputs: &[Input],
        described: &descriptor::Operator,
        problems: &mut Problems,
    ) -> Self {
        let mut table = Table::new("the case", Place::default(), root);
        let source = table.take("source").map_or(&[][..], |entry| entries(entry, problems));
        let of_ports = table.take("inputs").map_or(&[][..], |entry| entries(entry, problems));
        let names = ["parameters", "limits", "on_error"];
        let operator = names.into_iter().filter_map(|name| table.take(name)).collect();
        table.finish(problems);
        let mut by_port = BTreeMap::new();
        for port @ Entry { key, key_place, .. } in of_ports {
            let known: Vec<&str> = described.inputs.iter().map(String::as_str).collect();
            let feeds = |input: &Input| input.port.as_deref() == Some(key);
            if !known.contains(&key.as_str()) {
                let message = format!("there is no input port `{}`", key.escape_debug());
                problems.error_with_help(*key_place, message, suggestion(key, &known));
            } else if !inputs.iter().any(feeds) {
                let message = format!("nothing comes in by `{key}`");
                let help = format!("write inputs/{key}.jsonl, or leave `[inputs.{key}]` out");
                problems.error_with_help(*key_place, message, help);
            }
            by_port.insert(key.as_str(), entries(port, problems));
        }
        Self { source, inputs: by_port, operator }
    }
}

/// The entries of the table that `entry` is, else a problem.
fn entries<'t>(entry: &'t Entry, problems: &mut Problems) -> &'t [Entry] {
    match (
        &entry.item.value,
        Table::of(format!("`{}`", entry.key.escape_debug()), &entry.item, problems),
    ) {
        (Value::Table(entries), Some(_)) => entries,
        _ => &[],
    }
}

fn sinks(name: &str, sources: &[Source], described: &descriptor::Operator) -> Vec<Sink> {
    let port = |(number, port): (usize, &String)| Sink {
        name: format!("port-{number}"),
        input: format!("{name}.{port}"),
        file: port.clone(),
    };
    let mut sinks: Vec<Sink> = described.outputs.iter().enumerate().map(port).collect();
    // What could not be read comes before what the operator refused.
    let unread = sources.iter().map(|source| (format!("unread-{}", source.name), &*source.name));
    for (sink, from) in unread.chain([(REJECTS.to_owned(), name)]) {
        let input = format!("{from}.dead-letters");
        sinks.push(Sink { name: sink, input, file: REJECTS.to_owned() });
    }
    sinks
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
