//! `sandbar run PLUGIN.wasm`: one operator as a filter of JSON lines, a small pipeline around it. What a record that fails
//! was is told on stderr, and in the end what the operator cost.

use std::{
    fmt::Write as _,
    io::{self, IsTerminal},
    path::Path,
    sync::Arc,
};

use super::{Arguments, Executed, execute, tell_halts};
use crate::{
    author::cost::Cost,
    exit::Exit,
    pipeline::{self, Description, Planned, Plugins as _, Setup},
    plugins::Files,
    report::{Console, Failures},
    verbs::{Format, plan, tell},
};

/// What can be said of a plugin between stdin and stdout.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "For a plugin (.wasm)")]
pub(crate) struct Options {
    /// A parameter of the operator. May be given again.
    #[arg(short, long = "parameter", value_name = "NAME=VALUE")]
    parameters: Vec<String>,
    /// Where in each record its key is, as a JSON pointer: /device.
    #[arg(long, value_name = "POINTER")]
    key: Option<String>,
    /// Where in each record its event time in ms is, as a JSON pointer.
    #[arg(long, value_name = "POINTER")]
    timestamp: Option<String>,
    /// Print what leaves by this port alone; all ports by default.
    #[arg(long, value_name = "PORT")]
    port: Option<String>,
    /// Take lines as they are, not as JSON.
    #[arg(long)]
    raw: bool,
}

impl Options {
    /// The first option that was given.
    pub(super) fn first(&self) -> Option<&'static str> {
        let given = [
            ("`--parameter`", !self.parameters.is_empty()),
            ("`--key`", self.key.is_some()),
            ("`--timestamp`", self.timestamp.is_some()),
            ("`--port`", self.port.is_some()),
            ("`--raw`", self.raw),
        ];
        given.iter().find(|(_, given)| *given).map(|(option, _)| *option)
    }
}

/// Whether a plugin is named, and no pipeline file.
pub(super) fn is_plugin(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "wasm")
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let path = &arguments.pipeline.pipeline;
    let shown = path.display();
    if arguments.output != Format::Text || !arguments.pipeline.overrides.is_empty() {
        tell("error: `-o` and `--set` are for a pipeline file, not for a plugin (.wasm)");
        return Ok(Exit::Usage);
    }
    let absolute = std::path::absolute(path)?;
    let description = match Files.describe(&absolute) {
        Ok(description) => description,
        Err(why) => {
            tell(format_args!("error: {shown}: {why}"));
            return Ok(Exit::Invalid);
        }
    };
    let outputs = &description.descriptor.outputs;
    if let Some(port) = arguments.filter.port.as_ref().filter(|port| !outputs.contains(*port)) {
        let ports = outputs.join(", ");
        tell(format_args!("error: {shown} has no port `{port}`; it has: {ports}"));
        return Ok(Exit::Usage);
    }
    let planned = match planned(&absolute, &description, &arguments.filter) {
        Ok(planned) => planned,
        Err(diagnostics) => return Ok(plan::refuse(&diagnostics, false)),
    };
    let console =
        Console::new(!arguments.quiet && io::stderr().is_terminal() && !io::stdout().is_terminal());
    let console =
        Arc::new(console.with(if arguments.quiet { Failures::Counted } else { Failures::Told }));
    let outcome = match execute(&planned, arguments, Arc::clone(&console), false)? {
        Executed::Refused(exit) => return Ok(exit),
        Executed::Ended(outcome) => outcome,
    };
    if !arguments.quiet {
        let mut cost = Cost::default();
        for (counts, setup) in outcome.nodes.iter().zip(&planned.setups) {
            if let Setup::Operator(plugin) = setup {
                cost.add(*counts, &console.rights());
                tell(cost.text(plugin));
            }
        }
    }
    Ok(tell_halts(&outcome, &console))
}

/// The pipeline around the plugin at `path`.
fn planned(
    path: &Path,
    description: &Description,
    options: &Options,
) -> Result<Planned, Vec<pipeline::Diagnostic>> {
    let name = &description.descriptor.name;
    let ports = match &options.port {
        Some(port) => std::slice::from_ref(port),
        None => description.descriptor.outputs.as_slice(),
    };
    let ports: Vec<String> = ports.iter().map(|port| format!("{name}.{port}")).collect();
    let format = if options.raw { "raw-lines" } else { "json-lines" };
    // What a line of the input or a record lacks is told and left out; a trap, a failure or a limit ends the run.
    let mut text = format!(
        "name = \"filter\"\n[source.stdin]\nconnector = \"stdin\"\nformat = \"{format}\"\non_error.then = \"skip\"\n"
    );
    for (key, pointer) in [("key", &options.key), ("timestamp", &options.timestamp)] {
        if let Some(pointer) = pointer {
            let _ = writeln!(text, "{key} = {}", quoted(pointer));
        }
    }
    let _ = writeln!(
        text,
        "[operator.{name}]\nplugin = {}\ninput = \"stdin\"\non_error.rejects.then = \"skip\"",
        quoted(&path.to_string_lossy())
    );
    if !ports.is_empty() {
        let ports: Vec<String> = ports.iter().map(|port| quoted(port)).collect();
        let _ = writeln!(
            text,
            "[sink.stdout]\nconnector = \"stdout\"\nformat = \"{format}\"\ninput = [{}]",
            ports.join(", ")
        );
    }
    let of = |parameter: &String| format!("operator.{name}.parameters.{parameter}");
    let overrides: Vec<String> = options.parameters.iter().map(of).collect();
    let folder = path.parent().unwrap_or(Path::new("/"));
    pipeline::parse(&path.display().to_string(), folder, &text, &overrides, &mut Files)
}

/// `text` as TOML: a JSON text is one.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
