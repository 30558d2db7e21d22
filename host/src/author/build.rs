//! From a project to its plugin: its language's tool makes a module with debug information, which is kept aside, or a
//! component; what is shipped is a component without it.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use sandbar_sandbox::inspect::{self, Manifest, Refusal};
use sandbar_schema::descriptor::{Operator, SECTION};

use super::{
    debug,
    language::rust,
    profile::Profile,
    project::{Project, Source},
};

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
    /// The module with its debug information, for [`Symbols`](super::symbols::Symbols), where its language has any.
    pub debug: Option<PathBuf>,
    pub manifest: Manifest,
    /// Whether the plugin's bytes are others than before.
    pub changed: bool,
    /// How it was compiled, which need not be what was wanted.
    pub profile: Profile,
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
    let made = match &project.source {
        Source::Cargo(package) => rust::compile(project, package, options)?,
        Source::Manifest(manifest) => manifest
            .language
            .compile(project)?
            .map(|bytes| debug::with_section(bytes, SECTION, &described(&manifest.operator))),
    };
    let bytes = match made {
        Ok(bytes) => bytes,
        Err(failure) => return Ok(Err(failure)),
    };
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
    let profile = options.profile.of(project);
    let plugin = profile.plugin(project);
    let kept = |path: &Path, bytes| {
        write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
    };
    // The plugin last: whoever sees it change finds its debug information. A component came without.
    let debug = wasmparser::Parser::is_core_wasm(&bytes).then(|| debug::beside(&plugin));
    if let Some(debug) = &debug {
        kept(debug, &bytes)?;
    }
    let changed = kept(&plugin, &component)?;
    Ok(Ok(Built { plugin, debug, manifest, changed, profile }))
}

fn described(operator: &Operator) -> Vec<u8> {
    serde_json::to_vec(operator).expect("a descriptor is plain JSON")
}

fn refused(refusals: &[Refusal]) -> Failure {
    Failure::Refused(refusals.iter().map(ToString::to_string).collect())
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
