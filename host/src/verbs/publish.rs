//! `sandbar publish`: uploads a plugin under a name and a version that are its own for ever.

use std::{
    io::{self, IsTerminal as _},
    path::PathBuf,
    thread::sleep,
    time::Duration,
};

use indicatif::{ProgressBar, ProgressStyle};

use super::{
    Format,
    cluster::{Target, contexts, fail, plain},
    tell,
};
use crate::{
    api::client::{Artefact, Failure, Progress, session, view::Parameter, view::Plugin},
    exit::Exit,
    plugins,
};

/// Broken connections in a row, without a byte gained, after which an upload is given up.
const ATTEMPTS: u32 = 5;

/// Wait before the second attempt; doubled for each further one.
const BACK_OFF: Duration = Duration::from_millis(200);

/// Publish a plugin: upload it, have it checked and compiled, and bind it to a name and version for ever.
///
/// An upload that breaks off is gone on with; so is one that was interrupted, by publishing the same again.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar publish departed.wasm --name departed --version 1.0.0
  sandbar publish departed.wasm --name departed --version 1.0.0 -o json | jq .digest")]
pub(crate) struct Arguments {
    /// A component, or a core module that the SDK built.
    #[arg(value_name = "FILE")]
    plugin: PathBuf,
    /// What pipelines call it: `plugin = \"NAME@VERSION\"`.
    #[arg(long)]
    name: String,
    /// Its version, such as 1.0.0.
    #[arg(long)]
    version: String,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let output = arguments.target.output;
    let content = match plugins::read(&arguments.plugin) {
        Ok(content) => content,
        Err(message) => {
            let file = arguments.plugin.display();
            tell(format_args!("{file}: error: {message}"));
            return Ok(Exit::Invalid);
        }
    };
    let published = publish(arguments, &content);
    Ok(published.unwrap_or_else(|failure| fail(&failure, output)))
}

fn publish(arguments: &Arguments, content: &[u8]) -> Result<Exit, Failure> {
    let contexts = contexts()?.read()?;
    let (name, context) = contexts.pick(arguments.target.context.as_deref())?;
    let digest = blake3::hash(content).to_hex();
    let artefact = Artefact {
        name: &arguments.name,
        version: &arguments.version,
        content,
        digest: digest.as_str(),
    };
    let mut shown = Shown::new(content.len() as u64, arguments.target.output);
    let mut attempts = 0;
    let plugin = loop {
        let gained = shown.at;
        let ended = session(name, context, async |client| {
            client.tenant()?.publish(&artefact, &mut shown).await
        });
        match ended {
            Err(failure) if failure.is_passing() && shown.begun => {
                attempts = if shown.at > gained { 1 } else { attempts + 1 };
                if attempts == ATTEMPTS {
                    return Err(failure);
                }
                shown.say(&format!("{}; trying again", plain(&failure.to_string())));
                sleep(BACK_OFF * 2_u32.pow(attempts - 1));
            }
            ended => break ended?,
        }
    };
    shown.clear();
    arguments.target.show(&plugin, || text(&plugin))
}

/// What a published plugin is.
fn text(plugin: &Plugin) -> String {
    let mut lines = vec![format!("published {}@{}", plugin.name, plugin.version)];
    let mut row = |title: &str, value: String| lines.push(format!("{title:<12} {}", plain(&value)));
    row("size", format!("{} bytes", plugin.bytes));
    row("digest", plugin.digest.clone());
    row("inputs", plugin.inputs.join(", "));
    row("outputs", plugin.outputs.join(", "));
    for (index, parameter) in plugin.parameters.iter().enumerate() {
        row(if index == 0 { "parameters" } else { "" }, describe(parameter));
    }
    let rights = match plugin.rights.is_empty() {
        true => "none".to_owned(),
        false => plugin.rights.join(", "),
    };
    row("rights", rights);
    lines.push(format!(
        "use it in a pipeline file: plugin = \"{}@{}\"",
        plain(&plugin.name),
        plain(&plugin.version)
    ));
    lines.join("\n")
}

fn describe(parameter: &Parameter) -> String {
    let default = match parameter.default.as_str() {
        "" => ", required".to_owned(),
        "null" => ", optional".to_owned(),
        default => format!(", default {default}"),
    };
    let help = match parameter.help.as_str() {
        "" => String::new(),
        help => format!(": {help}"),
    };
    format!("{} ({}{default}){help}", parameter.name, parameter.kind)
}

/// How far the upload is: a bar on a terminal.
struct Shown {
    bar: Option<ProgressBar>,
    /// Whether the host accepted the upload: only then is it worth another attempt.
    begun: bool,
    at: u64,
    quiet: bool,
}

impl Shown {
    fn new(bytes: u64, output: Format) -> Self {
        let template = "{msg:>9} {bar:30} {bytes}/{total_bytes} {bytes_per_sec}";
        let style = ProgressStyle::with_template(template);
        let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
        let moves = output == Format::Text && io::stderr().is_terminal();
        let bar = moves.then(|| ProgressBar::new(bytes).with_style(style));
        Self { bar, begun: false, at: 0, quiet: output == Format::Json }
    }

    fn say(&self, line: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| tell(line)),
            None if self.quiet => {}
            None => tell(line),
        }
    }

    fn clear(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

impl Progress for Shown {
    fn begins(&mut self, bytes: u64) {
        if bytes > 0 {
            self.say(&format!("going on at byte {bytes}"));
        }
        self.begun = true;
        self.at = self.at.max(bytes);
        if let Some(bar) = &self.bar {
            bar.set_message("uploading");
            bar.set_position(bytes);
        }
    }

    fn sent(&mut self, bytes: u64) {
        self.at = self.at.max(bytes);
        if let Some(bar) = &self.bar {
            bar.set_position(bytes);
        }
    }

    fn checking(&mut self) {
        if let Some(bar) = &self.bar {
            bar.set_message("compiling");
            bar.enable_steady_tick(Duration::from_millis(100));
        }
    }
}
