//! Operators in Rust: cargo says which package of a project becomes a plugin, and builds it.

use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use anyhow::Context as _;
use serde::Deserialize;

use crate::{
    author::{
        build::{Failure, Lock, Options, Progress},
        project::{Project, Source},
        toolchain,
    },
    environment,
};

/// What cargo says of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// The folder of the workspace; the package's own where there is none.
    pub root: PathBuf,
    /// What cargo calls the library.
    library: String,
    /// Names and folders of the packages that it needs by path.
    pub beside: Vec<(String, PathBuf)>,
}

/// What `cargo metadata` says, in so far as it is needed.
#[derive(Debug, Deserialize)]
struct Metadata {
    packages: Vec<Listed>,
    workspace_root: PathBuf,
    target_directory: PathBuf,
}

#[derive(Debug, Deserialize)]
struct Listed {
    name: String,
    manifest_path: PathBuf,
    targets: Vec<Target>,
    dependencies: Vec<Dependency>,
}

#[derive(Debug, Deserialize)]
struct Target {
    name: String,
    crate_types: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Dependency {
    name: String,
    path: Option<PathBuf>,
}

/// The project in `folder`, which has a Cargo.toml.
///
/// # Errors
/// Why there is none, and what to do.
pub(in crate::author) fn at(folder: &Path) -> Result<Project, String> {
    let shown = folder.display();
    let manifest = folder.join("Cargo.toml");
    let manifest = manifest.canonicalize().map_err(|error| format!("{shown}: {error}"))?;
    let metadata = metadata(&manifest)?;
    let package = metadata.packages.iter().find(|package| package.manifest_path == manifest);
    let Some(package) = package else {
        let plugins = metadata.packages.iter().filter(|package| package.library().is_some());
        let folders: Vec<String> = plugins.filter_map(Listed::folder_text).collect();
        return Err(format!(
            "{shown} is a workspace, not a package: name the folder of one operator{}",
            if folders.is_empty() { String::new() } else { format!(": {}", folders.join(", ")) }
        ));
    };
    project(package, &metadata).ok_or_else(|| {
        format!(
            "{shown} builds no plugin: its Cargo.toml needs\n  [lib]\n  crate-type = [\"cdylib\", \"rlib\"]"
        )
    })
}

/// All projects of the workspace that `folder` lies in; none where there is no Cargo.toml.
pub(in crate::author) fn around(folder: &Path) -> Vec<Project> {
    let mut above = folder.ancestors().map(|folder| folder.join("Cargo.toml"));
    let Some(manifest) = above.find(|manifest| manifest.is_file()) else { return Vec::new() };
    let Ok(metadata) = metadata(&manifest) else { return Vec::new() };
    let packages = metadata.packages.iter();
    packages.filter_map(|package| project(package, &metadata)).collect()
}

fn project(package: &Listed, metadata: &Metadata) -> Option<Project> {
    let library = package.library()?;
    let beside = package.dependencies.iter();
    let beside = beside.filter_map(|beside| Some((beside.name.clone(), beside.path.clone()?)));
    let (root, beside) = (metadata.workspace_root.clone(), beside.collect());
    Some(Project {
        name: package.name.clone(),
        folder: package.manifest_path.parent()?.to_owned(),
        target: metadata.target_directory.clone(),
        source: Source::Cargo(Package { root, library, beside }),
    })
}

/// The module of `project`, with debug information.
pub(in crate::author) fn compile(
    project: &Project,
    package: &Package,
    options: Options,
) -> anyhow::Result<Result<Vec<u8>, Failure>> {
    let rustc = toolchain::rustc()?;
    let status = cargo(project, package, &rustc, options).status();
    let status = status.map_err(|error| anyhow::anyhow!(no_cargo(&error)))?;
    if !status.success() {
        return Ok(Err(Failure::Compiler));
    }
    let module = guests(project).join(toolchain::TARGET).join(options.profile.folder());
    let module = module.join(format!("{}.wasm", package.library.replace('-', "_")));
    let bytes = fs::read(&module).with_context(|| {
        format!("cargo left no {}; type `cargo clean`, then try again", module.display())
    })?;
    Ok(Ok(bytes))
}

/// Where cargo builds guests: apart, since their compiler is another one.
fn guests(project: &Project) -> PathBuf {
    project.target.join("guests")
}

impl Listed {
    /// The library's name, if it can be a plugin.
    fn library(&self) -> Option<String> {
        let is_plugin = |target: &&Target| target.crate_types.iter().any(|kind| kind == "cdylib");
        self.targets.iter().find(is_plugin).map(|target| target.name.clone())
    }

    fn folder_text(&self) -> Option<String> {
        Some(self.manifest_path.parent()?.display().to_string())
    }
}

fn metadata(manifest: &Path) -> Result<Metadata, String> {
    let mut command = Command::new("cargo");
    command.args(["metadata", "--no-deps", "--format-version", "1", "--manifest-path"]);
    let Output { status, stdout, stderr } =
        command.arg(manifest).output().map_err(|error| no_cargo(&error))?;
    if !status.success() {
        return Err(String::from_utf8_lossy(&stderr).trim().to_owned());
    }
    serde_json::from_slice(&stdout)
        .map_err(|error| format!("what `cargo metadata` says cannot be read: {error}"))
}

/// Why cargo does not run.
fn no_cargo(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => {
            "cargo is not found in PATH: install Rust (https://rustup.rs), then try again"
                .to_owned()
        }
        _ => format!("cargo does not run: {error}"),
    }
}

fn cargo(project: &Project, package: &Package, rustc: &Path, options: Options) -> Command {
    let mut command = Command::new("cargo");
    // As a cdylib alone: with an rlib beside it, cargo would leave out the LTO.
    command.args(["rustc", "--profile", options.profile.name(), "--lib", "--crate-type", "cdylib"]);
    command.args(["--target", toolchain::TARGET, "--package", &project.name]);
    command.arg("--target-dir").arg(guests(project));
    command.arg("--manifest-path").arg(project.folder.join("Cargo.toml"));
    if options.progress == Progress::Quiet {
        command.arg("--quiet");
    }
    if options.lock == Lock::Locked {
        command.arg("--locked");
    }
    command
        .current_dir(&package.root)
        .env("RUSTC", rustc)
        .envs(options.profile.settings().iter().copied())
        .env_remove("CARGO_INCREMENTAL")
        .env_remove("CARGO_BUILD_TARGET")
        .env("CARGO_ENCODED_RUSTFLAGS", flags(package))
        // What cargo and the compiler say is for people; stdout is for what was asked for.
        .stdin(Stdio::null())
        .stdout(Stdio::from(std::io::stderr()));
    command
}

/// The compiler's flags, separated so that paths may have spaces. A plugin names no folder of the machine it was built on;
/// of several that fit, the compiler takes the last.
fn flags(package: &Package) -> String {
    const SEPARATOR: char = '\u{1f}';
    // SIMD gains a tenth on scans.
    let mut flags = format!("-C{SEPARATOR}target-feature=+simd128");
    let mut remap = |from: &Path, to: &str| {
        flags.push_str(&format!("{SEPARATOR}--remap-path-prefix={}={to}", from.display()));
    };
    remap(&package.root, ".");
    if let Some(cargo) = environment::cargo_folder() {
        remap(&cargo, "/cargo");
    }
    for (name, folder) in &package.beside {
        remap(folder, &format!("/{name}"));
    }
    flags
}
