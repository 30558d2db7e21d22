//! Where the plugins of a pipeline come from: files of this machine, or what was published on a cluster.

use std::{
    collections::BTreeMap,
    fmt,
    path::{Path, PathBuf},
};

use sandbar_schema::descriptor;

use super::{
    diagnostic::{Problems, quoted},
    file::{self, File},
};

/// Tells what plugin files say of themselves, without running them.
pub trait Plugins {
    /// The file to take where a pipeline says `path`, if there is one.
    fn file(&self, path: &Path) -> Option<PathBuf> {
        path.is_file().then(|| path.to_owned())
    }

    /// # Errors
    /// Why the file at `path` is no plugin, for people.
    fn describe(&mut self, path: &Path) -> Result<Description, String>;
}

/// Tells what is known of published plugins.
pub trait Published {
    /// The plugin that `reference` names, written `NAME@VERSION`; `None` if nothing was published under it.
    ///
    /// # Errors
    /// Why it cannot be used, for people.
    fn describe(&mut self, reference: &str) -> Result<Option<Description>, String>;
}

/// What a plugin says of itself, and what its file shows.
#[derive(Clone, Debug)]
pub struct Description {
    pub descriptor: descriptor::Operator,
    pub digest: String,
    /// What it imports: all that it can do.
    pub rights: Vec<String>,
    /// Whether it follows event time.
    pub timed: bool,
    /// Memory that each instance has from its first moment.
    pub memory_bytes_initial: u64,
}

/// Where the code of a plugin is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// In a file of this machine.
    File(PathBuf),
    /// With the cluster, by its digest.
    Published {
        /// `NAME@VERSION`.
        reference: String,
        digest: String,
    },
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(formatter),
            Self::Published { reference, .. } => formatter.write_str(reference),
        }
    }
}

/// Either kind of them.
pub(super) enum Source<'p> {
    Files(&'p mut dyn Plugins),
    Published(&'p mut dyn Published),
}

/// Plugins as they were described: several operators may run one, and looking into a file takes time.
pub(super) struct Catalog<'p> {
    source: Source<'p>,
    described: BTreeMap<PathBuf, Result<Description, String>>,
}

impl<'p> Catalog<'p> {
    pub(super) fn new(source: Source<'p>) -> Self {
        Self { source, described: BTreeMap::new() }
    }

    /// What `operator` of `node` runs; `None` once the problem with it is told.
    pub(super) fn find(
        &mut self,
        file: &File,
        node: &file::Node,
        operator: &file::Operator,
        problems: &mut Problems,
    ) -> Option<(Code, Description)> {
        let place = node.places.find("plugin", 0);
        let unusable =
            |what: &str, why: &str| format!("{} is no plugin that can run: {why}", quoted(what));
        match &mut self.source {
            Source::Files(plugins) => {
                let candidates = candidates(file, &operator.plugin);
                let file = candidates.iter().find_map(|path| plugins.file(path));
                let Some(path) = file else {
                    let (message, help) = no_file(&operator.plugin, &candidates);
                    problems.error_with_help(place, message, help);
                    return None;
                };
                let described =
                    self.described.entry(path.clone()).or_insert_with(|| plugins.describe(&path));
                match described {
                    Ok(description) => Some((Code::File(path), description.clone())),
                    Err(why) => {
                        problems.error(place, unusable(&path.to_string_lossy(), why));
                        None
                    }
                }
            }
            Source::Published(published) => {
                let reference = operator.plugin.as_str();
                match published.describe(reference) {
                    Ok(Some(description)) => {
                        let (reference, digest) =
                            (reference.to_owned(), description.digest.clone());
                        return Some((Code::Published { reference, digest }, description));
                    }
                    Ok(None) => {
                        let message = format!("no plugin {} is published", quoted(reference));
                        let help = "publish it, or see with `sandbar plugins` which ones are";
                        problems.error_with_help(place, message, help);
                    }
                    Err(why) => problems.error(place, unusable(reference, &why)),
                }
                None
            }
        }
    }
}

fn no_file(plugin: &str, candidates: &[PathBuf]) -> (String, String) {
    let looked: Vec<String> =
        candidates.iter().map(|path| quoted(&path.to_string_lossy())).collect();
    let help = format!(
        "there is no file {}; build it (`sandbar build`), or name its folder with `plugins = \"FOLDER\"`",
        looked.join(" or ")
    );
    (format!("no plugin {}", quoted(plugin)), help)
}

/// Where the plugin written as `plugin` may lie, the first place first.
fn candidates(file: &File, plugin: &str) -> Vec<PathBuf> {
    let name = match plugin.ends_with(".wasm") {
        true => plugin.to_owned(),
        false => format!("{plugin}.wasm"),
    };
    let mut candidates: Vec<PathBuf> = Vec::new();
    let own = file.ground.folder();
    for folder in std::iter::once(own).chain(file.plugins.iter().map(|(_, folder)| &**folder)) {
        let candidate = folder.join(&name);
        if !candidates.contains(&candidate) {
            candidates.push(candidate);
        }
    }
    candidates
}
