//! `sandbar explain`: what a code of a fault means, what to do about it, and an example of it.

use sandbar_dataflow::{Class, Code, Origin};
use serde_json::json;

use super::{Format, print, tell};
use crate::{exit::Exit, pipeline::table::suggestion};

/// Tell what the code of a fault means, and what to do about it; without a code, list them all.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar explain
  sandbar explain guest-trapped")]
pub(crate) struct Arguments {
    /// The code, as a message or a dead letter has it.
    #[arg(value_name = "CODE")]
    code: Option<String>,
    /// How to show it.
    #[arg(short, long, value_enum, default_value_t)]
    output: Format,
}

/// What stands behind a code.
struct Explanation {
    cause: &'static str,
    example: &'static str,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let codes: Vec<Code> = match &arguments.code {
        None => Code::ALL.to_vec(),
        Some(name) => {
            let Some(code) = Code::ALL.iter().find(|code| code.name() == *name) else {
                let names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
                let (name, help) = (name.escape_debug(), suggestion(name, &names));
                tell(format_args!("error: there is no code `{name}`: {help}"));
                return Ok(Exit::Usage);
            };
            vec![*code]
        }
    };
    let shown = match (arguments.output, &arguments.code) {
        (Format::Json, None) => {
            serde_json::Value::from_iter(codes.into_iter().map(document)).to_string()
        }
        (Format::Json, Some(_)) => document(codes[0]).to_string(),
        (Format::Text, Some(_)) => text(codes[0]),
        (Format::Text, None) => {
            let line = |code: &Code| format!("{:<24} {}\n", code.name(), explanation(*code).cause);
            codes.iter().map(line).collect()
        }
    };
    print(&shown)?;
    Ok(Exit::Success)
}

fn text(code: Code) -> String {
    let Explanation { cause, example } = explanation(code);
    format!(
        "{code}\n\ncause     {cause}\nto do     {}\npolicy    {}\norigin    {}\n\nexample\n{}",
        code.help(),
        policy(code),
        origin(code),
        example.lines().map(|line| format!("  {line}\n")).collect::<String>()
    )
}

fn document(code: Code) -> serde_json::Value {
    let Explanation { cause, example } = explanation(code);
    json!({
        "code": code.name(), "cause": cause, "help": code.help(), "policy": policy(code),
        "origin": origin(code), "example": example,
    })
}

/// Which part of `on_error` decides.
fn policy(code: Code) -> &'static str {
    match code.class() {
        Class::Reject => "on_error.rejects",
        Class::Failure => "on_error.failures",
        Class::Trap if code.origin() != Origin::Guest || code == Code::PluginInvalid => {
            "none: the pipeline halts"
        }
        Class::Trap => "on_error.traps",
        Class::Limit => "on_error.limits",
    }
}

fn origin(code: Code) -> &'static str {
    match code.origin() {
        Origin::Record => "the record",
        Origin::Guest => "the plugin",
        Origin::Connector => "a file, a disk, a pipe, a connection",
        Origin::Host => "sandbar",
    }
}

fn explanation(code: Code) -> Explanation {
    let (_, cause, example) = EXPLANATIONS
        .iter()
        .find(|(explained, _, _)| *explained == code)
        .expect("a test asks for every code");
    Explanation { cause, example }
}

/// Each code, its cause and an example.
const EXPLANATIONS: &[(Code, &str, &str)] = &[
    (
        Code::Rejected,
        "the operator looked at the record and refused it",
        "a function over `Json<Reading>` gets {\"device\":\"attic\"}, which has no `celsius`:\nrejected: missing field `celsius` at line 1 column 18",
    ),
    (
        Code::KeyMissing,
        "the record has no key, and its way on is decided by the key",
        "input = { from = \"flights\", by = \"key\" }, and the source has no `key = \"/carrier\"`",
    ),
    (
        Code::RecordMalformed,
        "a line is no record of its source's format, or a record no line of its sink's",
        "format = \"json-lines\", and the line is: oops",
    ),
    (
        Code::RecordTooLarge,
        "the record is larger than 1 MiB",
        "a file without line ends, read as raw-lines: all of it is one record",
    ),
    (
        Code::TimestampMissing,
        "the record has no event time where the source looks for it",
        "timestamp = \"/departed_ms\", and the record is {\"departed\":\"2013-01-01\"}",
    ),
    (
        Code::TimestampTooFarAhead,
        "the record's event time lies in the future, further than allowed",
        "max_ahead = \"1h\", and a device whose clock is a year ahead",
    ),
    (
        Code::GuestFailed,
        "the operator returned a failure, which takes back the whole call",
        "`Err(Failure::new(\"no such region\"))` from `process`; reject the one record instead",
    ),
    (
        Code::GuestTrapped,
        "the operator panicked, or broke a rule of WebAssembly",
        "panicked at src/lib.rs:12:20: index out of bounds: the len is 0 but the index is 3\n  at src/lib.rs:12 in hot::hot\nLines are shown where NAME.debug.wasm, which `sandbar build` makes, lies beside the plugin.",
    ),
    (
        Code::CallBudgetExceeded,
        "one call took more CPU time than it may: often an endless loop, or work that grows with the square of the batch",
        "limits = { call = \"500ms\" } if the work is meant; `sandbar test` shows the share of each call",
    ),
    (
        Code::StartBudgetExceeded,
        "instantiating the plugin and its `open` took more CPU time than they may",
        "a large table built in `open`; limits = { start = \"5s\" }, or build it at the first use",
    ),
    (
        Code::OutputInvalid,
        "the operator sent something that the interface does not allow",
        "rows of `forward` that do not increase; the SDK does this right, so look at hand-made calls",
    ),
    (
        Code::OutputTooLarge,
        "one call sent more than 16 times its input and 4 MiB, or more than its limit",
        "a flat-map that makes a thousand records of each; limits = { output = \"64MiB\" }",
    ),
    (
        Code::HostcallTooLarge,
        "one call into the host carried more than two batches may have",
        "`emit_batch` of 10 MiB at once; send it in parts of at most 4 MiB",
    ),
    (
        Code::PluginInvalid,
        "the file is no plugin that can be linked",
        "an import of WASI: build for wasm32-unknown-unknown, as `sandbar build` does",
    ),
    (Code::SourceFailed, "a source cannot read on", "cannot read flights.jsonl: permission denied"),
    (
        Code::SinkFailed,
        "a sink cannot write on",
        "cannot write out/delayed.jsonl: no space left on device; it has 1200 whole records",
    ),
    (Code::SinkClosed, "whoever read the output has gone", "sandbar run hot.toml | head -1"),
    (
        Code::InputLost,
        "the task or process that sent records is gone before it said that it ended",
        "another operator halted; its own message is the one to read",
    ),
    (Code::Internal, "something happened that only a bug can cause", "please report it"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_in_its_own_words() {
        let causes: std::collections::BTreeSet<&str> =
            Code::ALL.iter().map(|code| explanation(*code).cause).collect();
        assert_eq!(causes.len(), Code::ALL.len());
        for code in Code::ALL {
            let text = text(*code);
            assert!(text.starts_with(code.name()), "{text}");
            assert!(!explanation(*code).example.is_empty(), "{code}");
        }
    }
}
