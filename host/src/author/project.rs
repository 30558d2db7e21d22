//! One author's project: the folder that one plugin is built from, told by its files. Cargo describes those in Rust,
//! `sandbar.toml` the others.

use std::path::{Path, PathBuf};

use super::{
    language::{Language, rust},
    manifest::{self, Manifest},
};

/// What builds into one plugin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// The plugin's name.
    pub name: String,
    /// The project's folder.
    pub folder: PathBuf,
    /// Where what is built goes.
    pub target: PathBuf,
    pub(super) source: Source,
}

/// What describes a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    Cargo(rust::Package),
    Manifest(Manifest),
}

impl Project {
    /// The project in `folder`.
    ///
    /// # Errors
    /// Why there is none, and what to do.
    pub fn at(folder: &Path) -> Result<Self, String> {
        let shown = folder.display();
        if folder.join(manifest::FILE).is_file() {
            return Self::described(folder);
        }
        if folder.join("Cargo.toml").is_file() {
            return rust::at(folder);
        }
        let what = match folder.is_dir() {
            true => format!("{shown} has neither Cargo.toml nor {}", manifest::FILE),
            false => format!("there is no folder {shown}"),
        };
        Err(format!(
            "{what}: name the folder of a project, or make one by typing: sandbar new NAME"
        ))
    }

    /// All projects around `folder`: the one that it lies in, and those of the workspace above.
    pub fn around(folder: &Path) -> Vec<Self> {
        let above = folder.ancestors().find(|above| above.join(manifest::FILE).is_file());
        let mut projects: Vec<Self> =
            above.and_then(|above| Self::described(above).ok()).into_iter().collect();
        projects.extend(rust::around(folder));
        projects
    }

    fn described(folder: &Path) -> Result<Self, String> {
        let manifest = Manifest::read(folder)?;
        let folder =
            folder.canonicalize().map_err(|error| format!("{}: {error}", folder.display()))?;
        let name = manifest.operator.name.clone();
        let target = folder.join("target");
        Ok(Self { name, target, folder, source: Source::Manifest(manifest) })
    }

    pub fn language(&self) -> Language {
        match &self.source {
            Source::Cargo(_) => Language::Rust,
            Source::Manifest(manifest) => manifest.language,
        }
    }

    /// The plugin.
    pub fn plugin(&self) -> PathBuf {
        self.target.join("plugins").join(format!("{}.wasm", self.name))
    }

    /// What the plugin is built from.
    pub fn watched(&self) -> [PathBuf; 2] {
        let described = match &self.source {
            Source::Cargo(_) => "Cargo.toml",
            Source::Manifest(_) => manifest::FILE,
        };
        ["src", described].map(|path| self.folder.join(path))
    }
}
