//! `sandbar logs`: what the operators of a pipeline said, and what its hosts said about it.

use super::{
    Format,
    cluster::{Target, date_and_clock, plain},
    print,
};
use crate::{
    api::client::{Failure, Lines, view::LogLine},
    exit::Exit,
};

/// Show the last log lines of a pipeline, and with -f every new one, until Ctrl-C.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar logs flights
  sandbar logs flights -f -n 0
  sandbar logs flights -o json | jq -r 'select(.level == \"warn\").message'     one document a line")]
pub(crate) struct Arguments {
    /// The pipeline.
    name: String,
    /// Go on with every new line.
    #[arg(short, long)]
    follow: bool,
    /// How many of the last lines to begin with.
    #[arg(short = 'n', long, default_value_t = 100)]
    lines: u32,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let target = &arguments.target;
    target.ask_as_tenant(async |tenant| {
        let pipeline = tenant.pipeline(&arguments.name).await?;
        let mut shown = Shown(target.output);
        pipeline.logs(arguments.lines, arguments.follow, &mut shown).await?;
        Ok(Exit::Success)
    })
}

struct Shown(Format);

impl Lines for Shown {
    fn line(&mut self, line: LogLine) -> Result<bool, Failure> {
        let shown = match self.0 {
            Format::Json => serde_json::to_string(&line).map_err(anyhow::Error::from)?,
            Format::Text => text(&line),
        };
        print(&shown).map_err(anyhow::Error::from)?;
        Ok(true)
    }

    fn dropped(&mut self, lines: u64) -> Result<bool, Failure> {
        let shown = match self.0 {
            Format::Json => serde_json::json!({ "dropped": lines }).to_string(),
            Format::Text => format!("... {lines} lines are missing here"),
        };
        print(&shown).map_err(anyhow::Error::from)?;
        Ok(true)
    }
}

/// "18:01:02.345 warn  departed[0]@a: message"; a line of the host has no operator.
fn text(line: &LogLine) -> String {
    let (_, clock) = date_and_clock(line.time);
    let ms = line.time.rem_euclid(1_000);
    let from = match line.operator.as_str() {
        "" => format!("host {}", line.host),
        operator => format!("{operator}[{}]@{}", line.task, line.host),
    };
    format!("{clock}.{ms:03} {:<5} {}: {}", plain(&line.level), plain(&from), plain(&line.message))
}
