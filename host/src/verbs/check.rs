//! `sandbar check`: whether a file is a plugin, and what it says of itself.

use std::{fmt::Write as _, path::PathBuf};

use sandbar_sandbox::inspect::{self, Form, Manifest, Refusal};
use serde_json::json;

use super::{Format, print, tell};
use crate::{exit::Exit, plugins};

/// Check a plugin without running it: valid or not and why, its ports, parameters, rights and memory.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar check departed.wasm
  sandbar check departed.wasm -o json | jq .rights")]
pub(crate) struct Arguments {
    /// A component, or a core module that the SDK built.
    #[arg(value_name = "FILE")]
    plugin: PathBuf,
    /// How to show it.
    #[arg(short, long, value_enum, default_value_t)]
    output: Format,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let name = arguments.plugin.display().to_string();
    let bytes = match plugins::read(&arguments.plugin) {
        Ok(bytes) => bytes,
        Err(message) => return Ok(refuse(&name, &[message], arguments.output)),
    };
    match inspect::inspect(&bytes, &inspect::Limits::default()) {
        Ok(inspected) => {
            let manifest = &inspected.manifest;
            let shown = match arguments.output {
                Format::Text => text(&name, manifest),
                Format::Json => serde_json::to_string_pretty(&document(manifest))?,
            };
            print(&shown)?;
            Ok(Exit::Success)
        }
        Err(refusals) => {
            let messages: Vec<String> = refusals.iter().map(Refusal::to_string).collect();
            Ok(refuse(&name, &messages, arguments.output))
        }
    }
}

fn refuse(name: &str, messages: &[String], output: Format) -> Exit {
    match output {
        Format::Text => {
            messages.iter().for_each(|message| tell(format_args!("{name}: error: {message}")));
        }
        Format::Json => {
            // It is invalid even if that cannot be printed.
            let _ = print(&format!("{:#}", json!({ "valid": false, "problems": messages })));
        }
    }
    Exit::Invalid
}

pub(super) fn text(name: &str, manifest: &Manifest) -> String {
    let operator = &manifest.operator;
    let mut text = String::new();
    let mut row = |title: &str, value: &str| {
        let _ = writeln!(text, "{title:<12} {value}");
    };
    row(&format!("{name}:"), "valid");
    row("operator", &operator.name);
    if !operator.description.is_empty() {
        row("", &operator.description);
    }
    let form = match manifest.form {
        Form::Component => "component",
        Form::CoreModule => "core module, encoded as a component when it is used",
    };
    row("world", manifest.world.name());
    row("form", form);
    row("size", &format!("{} bytes", manifest.size));
    row("digest", &manifest.digest);
    row("inputs", &operator.inputs.join(", "));
    row("outputs", &operator.outputs.join(", "));
    for (index, parameter) in operator.parameters.iter().enumerate() {
        row(if index == 0 { "parameters" } else { "" }, &parameter.to_string());
    }
    let rights = match manifest.rights.is_empty() {
        true => "none".to_owned(),
        false => manifest.rights.join(", "),
    };
    row("rights", &rights);
    row("memory", &memory(manifest));
    text
}

fn memory(manifest: &Manifest) -> String {
    let memory = &manifest.memory;
    let maximum = match memory.maximum {
        Some(maximum) => format!("at most {maximum} bytes"),
        None => "no maximum of its own".to_owned(),
    };
    format!("{} bytes at the start, {maximum}", memory.initial)
}

pub(super) fn document(manifest: &Manifest) -> serde_json::Value {
    json!({
        "valid": true,
        "world": manifest.world.name(),
        "form": match manifest.form { Form::Component => "component", Form::CoreModule => "core-module" },
        "size": manifest.size,
        "digest": manifest.digest,
        "operator": manifest.operator,
        "rights": manifest.rights,
        "imports": manifest.imports,
        "memory": {
            "initial_bytes": manifest.memory.initial,
            "maximum_bytes": manifest.memory.maximum,
        },
    })
}
