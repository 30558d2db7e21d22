//! `sandbar build`: projects into plugins.

use std::path::{Path, PathBuf};

use sandbar_sandbox::inspect::Manifest;
use serde_json::json;

use super::{Format, check, print, tell};
use crate::{
    author::{
        build::{self, Built, Failure, Lock, Options, Progress},
        profile::Profile,
        project::Project,
    },
    exit::Exit,
};

/// Build an operator: prints the plugin's path, size, digest, ports, parameters and rights.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The plugin goes to target/plugins/NAME.wasm, its debug information to NAME.debug.wasm beside it: keep that one, it
turns a trap into a file and a line. Where there is no compiler for WebAssembly, one is found or made. A project in
another language than Rust says so in its sandbar.toml; its tool is fetched from the language's registry, once.

Examples:
  sandbar build
  sandbar build --quick         in a second, to be tried and thrown away
  sandbar build hot -o json | jq -r .digest")]
pub(crate) struct Arguments {
    /// Folders of projects.
    #[arg(value_name = "DIR", default_value = ".")]
    folders: Vec<PathBuf>,
    /// Fail where Cargo.lock would have to change.
    #[arg(long)]
    locked: bool,
    /// Compile in a second instead of for speed, into target/plugins/quick, as `sandbar dev` does: nothing to publish. Other
    /// languages than Rust are built as ever.
    #[arg(long)]
    quick: bool,
    /// Print errors and warnings alone.
    #[arg(short, long)]
    quiet: bool,
    /// How to show it.
    #[arg(short, long, value_enum, default_value_t)]
    output: Format,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let options = Options {
        progress: if arguments.quiet { Progress::Quiet } else { Progress::Shown },
        lock: if arguments.locked { Lock::Locked } else { Lock::Free },
        profile: if arguments.quick { Profile::Quick } else { Profile::Shipped },
    };
    for folder in &arguments.folders {
        let built = match project(folder).map(|project| build::build(&project, options)) {
            Ok(built) => built?,
            Err(exit) => return Ok(exit),
        };
        let Built { plugin, debug, manifest, changed, .. } = match built {
            Ok(built) => built,
            Err(failure) => return Ok(refuse(folder, &failure)),
        };
        match arguments.output {
            Format::Text if arguments.quiet => {}
            Format::Text => print(&text(&plugin, debug.as_deref(), &manifest))?,
            Format::Json => {
                let mut document = check::document(&manifest);
                document["plugin"] = json!(plugin);
                document["debug"] = json!(debug);
                document["changed"] = json!(changed);
                print(&serde_json::to_string_pretty(&document)?)?;
            }
        }
    }
    Ok(Exit::Success)
}

/// The project in `folder`; else says why there is none.
pub(super) fn project(folder: &Path) -> Result<Project, Exit> {
    Project::at(folder).map_err(|message| {
        tell(format_args!("error: {message}"));
        Exit::Invalid
    })
}

/// Says why there is no plugin, after what the compiler said.
pub(super) fn refuse(folder: &Path, failure: &Failure) -> Exit {
    let shown = folder.display();
    match failure {
        Failure::Compiler => {
            tell(format_args!(
                "error: {shown} was not built; mend what the compiler says above, then build again"
            ));
        }
        Failure::Refused(reasons) => {
            for reason in reasons {
                tell(format_args!("error: what {shown} builds is no plugin: {reason}"));
            }
        }
    }
    Exit::Invalid
}

fn text(plugin: &Path, debug: Option<&Path>, manifest: &Manifest) -> String {
    let checked = check::text(&plugin.display().to_string(), manifest);
    let Some(debug) = debug else { return checked };
    let size = std::fs::metadata(debug).map_or(0, |file| file.len());
    format!("{checked}{:<12} {} ({size} bytes; stays with you)\n", "debug", debug.display())
}
