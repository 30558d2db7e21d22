//! What the paths of several connectors mean together: nobody may write where another reads or writes.

use std::{collections::BTreeMap, path::Path};

use sandbar_dataflow::spec::Kind;

use super::{
    diagnostic::{Problems, quoted},
    file::{File, Node, Role},
};

/// What stands for a task's number in the path of a sink.
const TASK: &str = "{task}";

/// Finds sinks whose files would be written twice, or while they are read.
pub(super) fn check(file: &File, problems: &mut Problems) {
    let mut taken: BTreeMap<&Path, &Node> = BTreeMap::new();
    for node in &file.nodes {
        let Some(path) = path(node) else { continue };
        if node.role.kind() == Kind::Source {
            taken.insert(path, node);
        }
    }
    for node in file.nodes.iter().filter(|node| node.role.kind() == Kind::Sink) {
        let Some(path) = path(node) else { continue };
        let place = node.places.find("path", 0);
        let shown = quoted(&path.to_string_lossy());
        if node.parallelism > 1 && !path.to_string_lossy().contains(TASK) {
            let message = format!("{} tasks would write {shown}", node.parallelism);
            problems.error_with_help(
                place,
                message,
                "put {task} into the path: each task has a file of its own",
            );
        }
        if let Some(other) = taken.insert(path, node) {
            let does = if other.role.kind() == Kind::Sink { "writes" } else { "reads" };
            let message = format!("the {} `{}` {does} {shown} too", other.role.kind(), other.name);
            problems.error_with_help(place, message, "give each sink a path of its own");
        }
    }
}

/// The file of a source or sink. Devices and pipes may be shared.
fn path(node: &Node) -> Option<&Path> {
    let (Role::Source(connector) | Role::Sink(connector)) = &node.role else { return None };
    connector.settings.path("path").filter(|path| !path.starts_with("/dev"))
}
