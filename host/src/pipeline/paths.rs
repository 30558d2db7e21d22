//! What the paths of a pipeline mean together: nobody may write what another reads, runs or writes, whatever name leads to
//! it. A sink empties its file when it opens it, so a second name for the same file would lose what is in there.

use std::{
    collections::BTreeMap,
    os::unix::fs::MetadataExt,
    path::{Component, Path, PathBuf},
};

use sandbar_dataflow::spec::Kind;

use super::{
    diagnostic::{Problems, quoted},
    file::{File, Node, Role},
    planned::{Plugin, Setup},
};
use crate::connectors::is_stream;

/// What stands for a task's number in the path of a sink.
const TASK: &str = "{task}";

/// What two names have in common if they lead to one file.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Identity {
    There {
        device: u64,
        inode: u64,
    },
    /// It would be made here: a path without links, in so far as its folders are there.
    Missing(PathBuf),
}

/// Who uses a file, how, and by which name.
struct User {
    who: String,
    does: &'static str,
    path: PathBuf,
}

/// Finds sinks whose files would be written twice, or while they are read or run.
pub(super) fn check(file: &File, setups: &[Setup], problems: &mut Problems) {
    let mut taken = read(file, setups);
    for node in file.nodes.iter().filter(|node| node.role.kind() == Kind::Sink) {
        let Some(path) = path(node) else { continue };
        let place = node.places.find("path", 0);
        let has_task = path.to_string_lossy().contains(TASK);
        if node.parallelism > 1 && !has_task {
            let shown = quoted(&path.to_string_lossy());
            problems.error_with_help(
                place,
                format!("{} tasks would write {shown}", node.parallelism),
                "put {task} into the path: each task has a file of its own",
            );
        }
        let mut clash = None;
        for task in 0..if has_task { node.parallelism } else { 1 } {
            let path = PathBuf::from(path.to_string_lossy().replace(TASK, &task.to_string()));
            let user = User { who: format!("sink `{}`", node.name), does: "writes", path };
            let shown = user.path.clone();
            let before = taken.insert(identity(&user.path), user);
            clash = clash.or_else(|| Some(message(&shown, &before?)));
        }
        if let Some(message) = clash {
            problems.error_with_help(place, message, "give each sink a path of its own");
        }
    }
}

/// What is read or run, and must not be written.
fn read(file: &File, setups: &[Setup]) -> BTreeMap<Identity, User> {
    let mut users = Vec::new();
    if let Some(name) = file.texts.name() {
        users.push(User { who: "pipeline".to_owned(), does: "is read from", path: name.into() });
    }
    for (node, setup) in file.nodes.iter().zip(setups) {
        if let Setup::Operator(Plugin { path, .. }) = setup {
            let who = format!("operator `{}`", node.name);
            users.push(User { who, does: "runs", path: path.clone() });
        }
    }
    for node in file.nodes.iter().filter(|node| node.role.kind() == Kind::Source) {
        let Some(path) = path(node) else { continue };
        let who = format!("source `{}`", node.name);
        users.push(User { who, does: "reads", path: path.to_owned() });
    }
    users.into_iter().map(|user| (identity(&user.path), user)).collect()
}

fn message(path: &Path, other: &User) -> String {
    let User { who, does, path: theirs } = other;
    let shown = quoted(&path.to_string_lossy());
    match theirs == path {
        true => format!("the {who} {does} {shown} too"),
        false => {
            let theirs = quoted(&theirs.to_string_lossy());
            format!("the {who} {does} {shown} too, under the name {theirs}")
        }
    }
}

fn identity(path: &Path) -> Identity {
    if let Ok(found) = path.metadata() {
        return Identity::There { device: found.dev(), inode: found.ino() };
    }
    let above = path.ancestors().find_map(|above| Some((above, above.canonicalize().ok()?)));
    let Some((above, mut resolved)) = above else { return Identity::Missing(path.to_owned()) };
    for component in path.strip_prefix(above).unwrap_or(path).components() {
        match component {
            Component::ParentDir => _ = resolved.pop(),
            component => resolved.push(component),
        }
    }
    Identity::Missing(resolved)
}

/// The file of a source or sink. Devices and pipes may be shared.
fn path(node: &Node) -> Option<&Path> {
    let (Role::Source(connector) | Role::Sink(connector)) = &node.role else { return None };
    connector.settings.path("path").filter(|path| !is_stream(path))
}
