//! `sandbar plan`: what would run.

use clap::ValueEnum;

use super::{PipelineArguments, print, tell};
use crate::{
    exit::Exit,
    pipeline::{self, Diagnostic, Planned},
    plan_view,
    plugins::Files,
};

/// Show what a pipeline file would run: tasks, channels, partitionings, rights and limits. Runs nothing.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar plan flights.toml                 as text
  sandbar plan flights.toml -o mermaid      as a graph for Markdown
  sandbar plan flights.toml -o dot | dot -Tsvg > flights.svg
  sandbar plan flights.toml --set operator.summary.limits.memory=16MiB")]
pub(crate) struct Arguments {
    #[command(flatten)]
    pipeline: PipelineArguments,
    /// How to show it.
    #[arg(short, long, value_enum, default_value_t)]
    output: View,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum View {
    #[default]
    Text,
    /// The graph alone, as a tree.
    Tree,
    Mermaid,
    Dot,
    Json,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let as_json = arguments.output == View::Json;
    let planned = match planned(&arguments.pipeline) {
        Ok(planned) => planned,
        Err(diagnostics) => return Ok(refuse(&diagnostics, as_json)),
    };
    if !as_json {
        show(&planned.warnings);
    }
    let view = match arguments.output {
        View::Text => plan_view::text(&planned),
        View::Tree => plan_view::tree(&planned),
        View::Mermaid => plan_view::mermaid(&planned),
        View::Dot => plan_view::dot(&planned),
        View::Json => serde_json::to_string_pretty(&plan_view::json(&planned))?,
    };
    print(&view)?;
    Ok(Exit::Success)
}

/// Reads and plans what `arguments` name.
pub(super) fn planned(arguments: &PipelineArguments) -> Result<Planned, Vec<Diagnostic>> {
    pipeline::load(&arguments.pipeline, &arguments.overrides, &mut Files)
}

/// Says why a pipeline cannot run.
pub(super) fn refuse(diagnostics: &[Diagnostic], as_json: bool) -> Exit {
    if as_json {
        // It is invalid even if that cannot be printed.
        let _ = print(&format!("{:#}", serde_json::json!({ "problems": diagnostics })));
        return Exit::Invalid;
    }
    show(diagnostics);
    let errors = diagnostics.iter().filter(|found| found.severity == pipeline::Severity::Error);
    let errors = match errors.count() {
        1 => "1 problem".to_owned(),
        count => format!("{count} problems"),
    };
    tell(format_args!("{errors}; nothing was run"));
    Exit::Invalid
}

/// Prints `diagnostics` for people.
pub(super) fn show(diagnostics: &[Diagnostic]) {
    diagnostics.iter().for_each(tell);
}
