//! One author's project as cargo sees it: which package of it becomes a plugin, and where what is built goes.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde::Deserialize;

use super::profile::Profile;

/// A package that builds into one plugin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// The package's name, and the plugin's.
    pub name: String,
    /// The package's folder.
    pub folder: PathBuf,
    /// The folder of the workspace; the package's own where there is none.
    pub root: PathBuf,
    /// The folder that cargo builds into.
    pub target: PathBuf,
    /// What cargo calls the library.
    library: String,
    /// Names and folders of the packages that it needs by path.
    pub beside: Vec<(String, PathBuf)>,
}

/// What `cargo metadata` says, in so far as it is needed.
#[derive(Debug, Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    workspace_root: PathBuf,
    target_directory: PathBuf,
}

#[derive(Debug, Deserialize)]
struct Package {
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

impl Project {
    /// The project in `folder`.
    ///
    /// # Errors
    /// Why there is none, and what to do.
    pub fn at(folder: &Path) -> Result<Self, String> {
        let shown = folder.display();
        let manifest = folder.join("Cargo.toml");
        if !manifest.is_file() {
            return Err(format!(
                "{shown} has no Cargo.toml: name the folder of a project, or make one by typing: sandbar new NAME"
            ));
        }
        let manifest = manifest.canonicalize().map_err(|error| format!("{shown}: {error}"))?;
        let metadata = metadata(&manifest)?;
        let package = metadata.packages.iter().find(|package| package.manifest_path == manifest);
        let Some(package) = package else {
            let plugins = metadata.packages.iter().filter(|package| package.library().is_some());
            let folders: Vec<String> = plugins.filter_map(Package::folder_text).collect();
            return Err(format!(
                "{shown} is a workspace, not a package: name the folder of one operator{}",
                if folders.is_empty() {
                    String::new()
                } else {
                    format!(": {}", folders.join(", "))
                }
            ));
        };
        Self::of(package, &metadata).ok_or_else(|| {
            format!(
                "{shown} builds no plugin: its Cargo.toml needs\n  [lib]\n  crate-type = [\"cdylib\", \"rlib\"]"
            )
        })
    }

    /// All projects of the workspace that `folder` lies in; none where there is no Cargo.toml.
    pub fn around(folder: &Path) -> Vec<Self> {
        let mut above = folder.ancestors().map(|folder| folder.join("Cargo.toml"));
        let Some(manifest) = above.find(|manifest| manifest.is_file()) else { return Vec::new() };
        let Ok(metadata) = metadata(&manifest) else { return Vec::new() };
        let packages = metadata.packages.iter();
        packages.filter_map(|package| Self::of(package, &metadata)).collect()
    }

    fn of(package: &Package, metadata: &Metadata) -> Option<Self> {
        let library = package.library()?;
        let beside = package.dependencies.iter();
        let beside = beside.filter_map(|beside| Some((beside.name.clone(), beside.path.clone()?)));
        Some(Self {
            name: package.name.clone(),
            folder: package.manifest_path.parent()?.to_owned(),
            root: metadata.workspace_root.clone(),
            target: metadata.target_directory.clone(),
            library,
            beside: beside.collect(),
        })
    }

    /// Where cargo builds guests: apart, since their compiler is another one.
    pub fn guests(&self) -> PathBuf {
        self.target.join("guests")
    }

    /// The module that cargo makes.
    pub(super) fn module(&self, profile: Profile) -> PathBuf {
        let folder = self.guests().join(super::toolchain::TARGET).join(profile.folder());
        folder.join(format!("{}.wasm", self.library.replace('-', "_")))
    }

    /// The plugin.
    pub fn plugin(&self) -> PathBuf {
        self.target.join("plugins").join(format!("{}.wasm", self.name))
    }
}

impl Package {
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
pub(super) fn no_cargo(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => {
            "cargo is not found in PATH: install Rust (https://rustup.rs), then try again"
                .to_owned()
        }
        _ => format!("cargo does not run: {error}"),
    }
}
