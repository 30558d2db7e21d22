//! From a project to its plugin: cargo makes a module with debug information, which is kept aside; what is shipped is a
//! component without it.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::Context as _;
use sandbar_sandbox::inspect::{self, Manifest, Refusal};

use super::{
    debug,
    profile::Profile,
    project::{Project, no_cargo},
    toolchain,
};
use crate::environment;

/// How a plugin is built.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Whether cargo tells how far it is. Errors and warnings are told in any case.
    pub progress: Progress,
    /// Whether cargo may change Cargo.lock.
    pub lock: Lock,
    pub profile: Profile,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Progress {
    #[default]
    Shown,
    Quiet,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lock {
    #[default]
    Free,
    Locked,
}

/// A plugin that was built.
#[derive(Clone, Debug)]
pub struct Built {
    pub plugin: PathBuf,
    /// The module with its debug information, for [`Symbols`](super::symbols::Symbols).
    pub debug: PathBuf,
    pub manifest: Manifest,
    /// Whether the plugin's bytes are others than before.
    pub changed: bool,
}

/// Why there is no plugin.
#[derive(Debug)]
pub enum Failure {
    /// The compiler has said why.
    Compiler,
    /// What was compiled is no plugin.
    Refused(Vec<String>),
}

/// Builds `project`.
///
/// # Errors
/// If this machine lacks something; what the project lacks is a [`Failure`].
pub fn build(project: &Project, options: Options) -> anyhow::Result<Result<Built, Failure>> {
    let rustc = toolchain::rustc()?;
    let status = cargo(project, &rustc, options).status();
    let status = status.map_err(|error| anyhow::anyhow!(no_cargo(&error)))?;
    if !status.success() {
        return Ok(Err(Failure::Compiler));
    }
    let module = project.module(options.profile);
    let bytes = fs::read(&module).with_context(|| {
        format!("cargo left no {}; type `cargo clean`, then try again", module.display())
    })?;
    let shipped = debug::stripped(&bytes);
    let limits = inspect::Limits::default();
    // What is encoded is what is published: its digest is that of the component.
    let component = match inspect::inspect(&shipped, &limits) {
        Ok(inspected) => inspected.component,
        Err(refusals) => return Ok(Err(refused(&refusals))),
    };
    let manifest = match inspect::inspect(&component, &limits) {
        Ok(inspected) => inspected.manifest,
        Err(refusals) => return Ok(Err(refused(&refusals))),
    };
    let plugin = options.profile.plugin(project);
    let debug = debug::beside(&plugin);
    let kept = |path: &Path, bytes| {
        write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
    };
    // The plugin last: whoever sees it change finds its debug information.
    kept(&debug, &bytes)?;
    let changed = kept(&plugin, &component)?;
    Ok(Ok(Built { plugin, debug, manifest, changed }))
}

fn refused(refusals: &[Refusal]) -> Failure {
    Failure::Refused(refusals.iter().map(ToString::to_string).collect())
}

fn cargo(project: &Project, rustc: &Path, options: Options) -> Command {
    let mut command = Command::new("cargo");
    // As a cdylib alone: with an rlib beside it, cargo would leave out the LTO.
    command.args(["rustc", "--profile", options.profile.name(), "--lib", "--crate-type", "cdylib"]);
    command.args(["--target", toolchain::TARGET, "--package", &project.name]);
    command.arg("--target-dir").arg(project.guests());
    command.arg("--manifest-path").arg(project.folder.join("Cargo.toml"));
    if options.progress == Progress::Quiet {
        command.arg("--quiet");
    }
    if options.lock == Lock::Locked {
        command.arg("--locked");
    }
    command
        .current_dir(&project.root)
        .env("RUSTC", rustc)
        .envs(options.profile.settings().iter().copied())
        .env_remove("CARGO_INCREMENTAL")
        .env_remove("CARGO_BUILD_TARGET")
        .env("CARGO_ENCODED_RUSTFLAGS", flags(project))
        // What cargo and the compiler say is for people; stdout is for what was asked for.
        .stdin(Stdio::null())
        .stdout(Stdio::from(io::stderr()));
    command
}

/// The compiler's flags, separated so that paths may have spaces. A plugin names no folder of the machine it was built on;
/// of several that fit, the compiler takes the last.
fn flags(project: &Project) -> String {
    const SEPARATOR: char = '\u{1f}';
    // SIMD gains a tenth on scans.
    let mut flags = format!("-C{SEPARATOR}target-feature=+simd128");
    let mut remap = |from: &Path, to: &str| {
        flags.push_str(&format!("{SEPARATOR}--remap-path-prefix={}={to}", from.display()));
    };
    remap(&project.root, ".");
    if let Some(cargo) = environment::cargo_folder() {
        remap(&cargo, "/cargo");
    }
    for (name, folder) in &project.beside {
        remap(folder, &format!("/{name}"));
    }
    flags
}

/// Puts `bytes` into the file at `path`, unless they are there: a file that did not change keeps its time. Renamed, so that
/// nobody reads half of it. Whether it changed.
fn write(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    if fs::read(path).is_ok_and(|before| before == bytes) {
        return Ok(false);
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let new = path.with_extension("new");
    fs::write(&new, bytes)?;
    fs::rename(&new, path)?;
    Ok(true)
}
