//! Pipeline files: text to [`File`], then with the plugins' descriptors to [`Planned`]. [`load`] does both and tells every
//! problem at once, each with its line and column. Nothing is run and no plugin is opened here.
//!
//! ```text
//! text -> tree (places) -> overrides -> read (types, names, ranges) -> File -> plan (plugins, parameters, graph) -> Planned
//! ```

use std::{
    collections::BTreeSet,
    fs,
    io::Read as _,
    path::{Path, PathBuf},
};

mod catalog;
mod connector;
pub(crate) mod diagnostic;
mod file;
mod ground;
mod input;
mod limits;
mod on_error;
mod overrides;
mod parameters;
mod paths;
mod planned;
pub(crate) mod quantity;
mod read;
pub(crate) mod table;
#[cfg(test)]
mod tests;
pub(crate) mod tree;

pub use catalog::{Code, Description, Plugins, Published};
pub(crate) use diagnostic::visible;
pub use diagnostic::{Diagnostic, Severity};
pub use file::{Connector, File, Node, Operator, Role};
pub use limits::Limits;
pub use planned::{Planned, Plugin, Setup};

use sandbar_control::Network;

use catalog::Source;
use diagnostic::{Problems, Texts};
use ground::Ground;

/// Largest pipeline file: a thousand nodes are a tenth of it.
const FILE_BYTES_MAX: u64 = 1 << 20;

/// Reads and plans the pipeline file at `path`, changed by `overrides`, each `PATH=VALUE`.
///
/// # Errors
/// All problems at once, of the text and of what it describes.
pub fn load(
    path: &Path,
    overrides: &[String],
    plugins: &mut dyn Plugins,
) -> Result<Planned, Vec<Diagnostic>> {
    let name = path.display().to_string();
    let whole = |message| vec![Diagnostic::of_file(Severity::Error, &name, message, None)];
    let (content, folder) = read_file(path).map_err(whole)?;
    let content = String::from_utf8(content).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = memchr::memchr_iter(b'\n', before).count() + 1;
        whole(format!("line {line} is not UTF-8 text"))
    })?;
    parse(&name, &folder, &content, overrides, plugins)
}

/// As [`load`], of `content` as a pipeline file called `name` that lies in `folder`, an absolute path.
pub(crate) fn parse(
    name: &str,
    folder: &Path,
    content: &str,
    overrides: &[String],
    plugins: &mut dyn Plugins,
) -> Result<Planned, Vec<Diagnostic>> {
    let ground = Ground::Machine(folder.to_owned());
    let (file, problems) = examine(name, ground, content, overrides);
    planned::plan(&file, problems, Source::Files(plugins))
}

/// Plans a pipeline file that a program made in part: `root` is its tree, with places in `texts`, and it lies in `folder`, an
/// absolute path.
pub(crate) fn plan_tree(
    folder: &Path,
    root: &[tree::Entry],
    texts: &Texts,
    mut problems: Problems,
    plugins: &mut dyn Plugins,
) -> Result<Planned, Vec<Diagnostic>> {
    let file = read::file(Ground::Machine(folder.to_owned()), root, texts, &mut problems);
    planned::plan(&file, problems, Source::Files(plugins))
}

/// Plans `content` as a pipeline file called `name` that is to run on a cluster: operators name published plugins as
/// `NAME@VERSION`, paths are relative to the tenant's folder, and no file of this machine is looked at. Where it is known what
/// connectors may reach, as `network`, they may name nothing else.
///
/// # Errors
/// All problems at once, of the text and of what it describes.
pub fn parse_published(
    name: &str,
    content: &str,
    overrides: &[String],
    network: Option<&Network>,
    published: &mut dyn Published,
) -> Result<Planned, Vec<Diagnostic>> {
    if content.len() as u64 > FILE_BYTES_MAX {
        return Err(vec![Diagnostic::of_file(Severity::Error, name, too_large(), None)]);
    }
    let (file, problems) = examine(name, Ground::Cluster(network.cloned()), content, overrides);
    planned::plan(&file, problems, Source::Published(published))
}

/// The published plugins that `content` refers to, in so far as it can be read: what [`parse_published`] will ask for.
pub fn references(content: &str, overrides: &[String]) -> BTreeSet<String> {
    if content.len() as u64 > FILE_BYTES_MAX {
        return BTreeSet::new();
    }
    let (file, _) = examine("", Ground::Cluster(None), content, overrides);
    let reference = |node: file::Node| match node.role {
        Role::Operator(operator) => Some(operator.plugin),
        _ => None,
    };
    file.nodes.into_iter().filter_map(reference).collect()
}

/// What could be read of a pipeline file, and what could not.
fn examine(name: &str, ground: Ground, content: &str, overrides: &[String]) -> (File, Problems) {
    let mut problems = Problems::default();
    let mut texts = Texts::default();
    let text = texts.add(name, content);
    let mut root = tree::parse(text, content, &mut problems);
    overrides::apply(&mut root, overrides, &mut texts, &mut problems);
    let file = read::file(ground, &root, &texts, &mut problems);
    (file, problems)
}

/// The bytes of the file at `path` and the absolute folder that it lies in.
fn read_file(path: &Path) -> Result<(Vec<u8>, PathBuf), String> {
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such pipeline file".to_owned(),
        _ => format!("the pipeline file cannot be read: {error}"),
    };
    let absolute = std::path::absolute(path).map_err(failed)?;
    let mut content = Vec::new();
    let file = fs::File::open(path).map_err(failed)?;
    file.take(FILE_BYTES_MAX + 1).read_to_end(&mut content).map_err(failed)?;
    if content.len() as u64 > FILE_BYTES_MAX {
        return Err(too_large());
    }
    let folder = absolute.parent().unwrap_or(Path::new("/"));
    Ok((content, folder.to_owned()))
}

fn too_large() -> String {
    format!("the pipeline file exceeds the limit of {}", quantity::show_size(FILE_BYTES_MAX))
}
