//! `sandbar new`: a project to begin with.

use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::{print, tell};
use crate::{
    author::{
        language::Language,
        template::{self, Base, Kind, New},
    },
    exit::Exit,
};

/// Make a project of an operator that builds and passes its tests as it is.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar new hot
  sandbar new by-region --kind router
  sandbar new hot --lang python
  sandbar new hot --sdk ~/sandbar/sdk")]
pub(crate) struct Arguments {
    /// Its name, or the path of its folder, which is made; `.` for the empty folder that you are in.
    #[arg(value_name = "NAME")]
    name: PathBuf,
    /// What it does with records.
    #[arg(long, value_enum, default_value_t)]
    kind: Kind,
    /// What it is written in.
    #[arg(long, value_enum, default_value_t)]
    lang: Language,
    /// The folder of the SDK: `sdk/` of a checkout of Sandbar. By default the one that this program was built in, or one
    /// that this folder lies in.
    #[arg(long, value_name = "PATH")]
    sdk: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let refuse = |message: String| {
        tell(format_args!("error: {message}"));
        Ok(Exit::Invalid)
    };
    // The folder one is in has a name, too.
    let named = std::path::absolute(&arguments.name).unwrap_or_else(|_| arguments.name.clone());
    let name = named.file_name().map(|name| name.to_string_lossy().into_owned());
    let base = match (arguments.lang, &arguments.sdk) {
        (Language::Rust, sdk) => match find_sdk(sdk.as_deref())? {
            Ok(sdk) => Base::Sdk(sdk),
            Err(message) => return refuse(message),
        },
        (language, None) => Base::Language(language),
        (language, Some(_)) => {
            return refuse(format!("the SDK is for Rust: leave `--sdk` out for {language}"));
        }
    };
    let new = New {
        name: name.unwrap_or_default(),
        kind: arguments.kind,
        folder: arguments.name.clone(),
        base,
    };
    if let Err(message) = new.check() {
        return refuse(message);
    }
    let files = new.write().with_context(|| format!("{} is not whole", new.folder.display()))?;
    print(&text(&new, &files))?;
    Ok(Exit::Success)
}

/// The folder of the SDK that was asked for, or one that is near; else why not.
fn find_sdk(asked: Option<&Path>) -> anyhow::Result<Result<PathBuf, String>> {
    let here = std::env::current_dir().context("there is no current folder")?;
    let sdk = match asked {
        Some(sdk) if template::is_sdk(sdk) => Some(sdk.to_owned()),
        Some(sdk) if template::is_sdk(&sdk.join("sdk")) => Some(sdk.join("sdk")),
        Some(sdk) => {
            let sdk = sdk.display();
            return Ok(Err(format!(
                "{sdk} has no `sandbar-sdk`: name the folder `sdk` of a checkout of Sandbar"
            )));
        }
        None => template::find_sdk(&here),
    };
    let Some(sdk) = sdk else {
        return Ok(Err(
            "no SDK is near: name the folder `sdk` of a checkout of Sandbar by --sdk PATH"
                .to_owned(),
        ));
    };
    Ok(Ok(sdk.canonicalize().with_context(|| sdk.display().to_string())?))
}

fn text(new: &New, files: &[String]) -> String {
    let folder = new.folder.display();
    let (language, sources, tests) = match new.base {
        Base::Sdk(_) => (
            String::new(),
            "  src/lib.rs         the operator, and its native tests".to_owned(),
            "\n  cargo test                    its native tests",
        ),
        Base::Language(language) => (
            format!(" in {language}"),
            format!(
                "  {:<18} the operator\n  sandbar.toml       its name, ports and parameters",
                language.source()
            ),
            "",
        ),
    };
    let enter =
        if new.folder == Path::new(".") { String::new() } else { format!("\n  cd {folder}") };
    let ports = files.iter().filter(|file| file.starts_with("cases/first/expected/")).count();
    format!(
        "made {folder}, a {kind}{language}:
{sources}
  cases/first/       what comes in, and the {ports} files that must come out
  pipeline.toml      a pipeline that runs it

now type:{enter}
  sandbar test                  builds it, and tries it on its cases in the sandbox
  sandbar dev pipeline.toml     runs it, and goes on with what you change{tests}",
        kind = match new.kind {
            Kind::Filter => "filter",
            Kind::Map => "map",
            Kind::FlatMap => "flat-map",
            Kind::Router => "router",
        }
    )
}
