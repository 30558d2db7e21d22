//! What the paths of a pipeline mean together: nobody may write what another reads, runs or writes, whatever name leads to
//! it. A sink empties its file when it opens it, so a second name for the same file would lose what is in there.

use std::{
    collections::BTreeMap,
    os::unix::fs::MetadataExt,
    path::{Component, Path, PathBuf},
};

use sandbar_dataflow::spec::Kind;

use super::{
    Code,
    diagnostic::{Problems, quoted},
    file::{Connector, File, Node, Role},
    ground::Ground,
    planned::{Plugin, Setup},
};
use crate::connectors::{is_null, is_stream, means, names_task, path_of_task};

/// A name of standard output.
const STDOUT: &str = "/dev/stdout";

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
    let sight = Sight::of(&file.ground);
    let mut taken = sight.read(file, setups);
    let sinks = || file.nodes.iter().filter(|node| node.role.kind() == Kind::Sink);
    sinks().for_each(|node| check_header(node, problems));
    // Sinks called `stdout` take turns there; nobody else does.
    if let Some(node) = sinks().find(|node| is_stdout(node)).filter(|_| sight == Sight::Machine) {
        let path = PathBuf::from(STDOUT);
        if !is_null(&path) {
            taken.insert(
                sight.identity(&path),
                User { who: format!("sink `{}`", node.name), does: "writes", path },
            );
        }
    }
    for node in sinks() {
        let Some(path) = path(node) else { continue };
        let place = node.places.find("path", 0);
        let paths = sight.of_tasks(path, node.parallelism).unwrap_or_else(|| {
            let shown = quoted(&path.to_string_lossy());
            problems.error_with_help(
                place,
                format!("{} tasks would write {shown}", node.parallelism),
                match sight.is_stream(path) {
                    true => "set parallelism = 1: their lines would tear each other",
                    false => "put {task} into the path: each task has a file of its own",
                },
            );
            vec![path.to_owned()]
        });
        let mut clash = None;
        for path in paths.into_iter().filter(|path| !sight.is_null(path)) {
            let user = User { who: format!("sink `{}`", node.name), does: "writes", path };
            let shown = user.path.clone();
            let readers = file.nodes.iter().filter(|node| node.role.kind() == Kind::Source);
            let reader =
                readers.filter(|node| self::path(node).is_some_and(|one| means(one, &shown)));
            if let Some(node) = reader.into_iter().next() {
                let (shown, name) = (quoted(&shown.to_string_lossy()), &node.name);
                clash.get_or_insert(format!(
                    "the source `{name}` reads {shown} too, by its pattern"
                ));
            }
            let before = taken.insert(sight.identity(&user.path), user);
            clash = clash.or_else(|| Some(message(&shown, &before?)));
        }
        if let Some(message) = clash {
            problems.error_with_help(place, message, "give each sink a path of its own");
        }
    }
}

/// A header is to stand above all lines, and the tasks of a sink called `stdout` do not know of each other.
fn check_header(node: &Node, problems: &mut Problems) {
    let Role::Sink(connector) = &node.role else { return };
    let is_csv = connector.settings.text("format") == Some("csv");
    if is_csv && is_stdout(node) && node.parallelism > 1 {
        problems.error_with_help(
            node.places.find("format", 0),
            format!("{} tasks would each write a header to standard output", node.parallelism),
            "set parallelism = 1",
        );
    }
}

/// Whether files can be looked at. Where they cannot, a name stands for a file of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sight {
    Machine,
    Cluster,
}

impl Sight {
    fn of(ground: &Ground) -> Self {
        match ground {
            Ground::Machine(_) => Self::Machine,
            Ground::Cluster(_) => Self::Cluster,
        }
    }

    fn is_null(self, path: &Path) -> bool {
        self == Self::Machine && is_null(path)
    }

    fn is_stream(self, path: &Path) -> bool {
        self == Self::Machine && is_stream(path)
    }

    /// Where the tasks of a sink write; `None` if they would do it in each other's way. Those that may share have one.
    fn of_tasks(self, path: &Path, tasks: u32) -> Option<Vec<PathBuf>> {
        if self == Self::Cluster && tasks > 1 && !names_task(path) {
            return None;
        }
        let of_task = |task| path_of_task(path, task, tasks);
        let mut paths = (0..tasks).map(of_task).collect::<Option<Vec<PathBuf>>>()?;
        paths.dedup();
        Some(paths)
    }

    /// What is read or run, and must not be written.
    fn read(self, file: &File, setups: &[Setup]) -> BTreeMap<Identity, User> {
        let mut users = Vec::new();
        if let Some(name) = file.texts.name().filter(|_| self == Self::Machine) {
            let path = name.into();
            users.push(User { who: "pipeline".to_owned(), does: "is read from", path });
        }
        for (node, setup) in file.nodes.iter().zip(setups) {
            if let Setup::Operator(Plugin { code: Code::File(path), .. }) = setup {
                let who = format!("operator `{}`", node.name);
                users.push(User { who, does: "runs", path: path.clone() });
            }
        }
        for node in file.nodes.iter().filter(|node| node.role.kind() == Kind::Source) {
            // What comes out of a device or a pipe is not what goes in.
            let Some(path) = path(node).filter(|path| !self.is_stream(path)) else { continue };
            let who = format!("source `{}`", node.name);
            users.push(User { who, does: "reads", path: path.to_owned() });
        }
        users.into_iter().map(|user| (self.identity(&user.path), user)).collect()
    }

    fn identity(self, path: &Path) -> Identity {
        if self == Self::Cluster {
            return Identity::Missing(path.to_owned());
        }
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
}

impl Connector {
    /// Whether this sink, with so many tasks, writes to standard output, whatever name leads there.
    pub(crate) fn writes_stdout(&self, tasks: u32) -> bool {
        let stdout = Path::new(STDOUT);
        let Some(path) = self.settings.path("path") else { return self.name == "stdout" };
        let sight = Sight::Machine;
        let paths = sight.of_tasks(path, tasks).unwrap_or_default();
        let is_stdout = |path: &PathBuf| sight.identity(path) == sight.identity(stdout);
        !is_null(stdout) && paths.iter().any(is_stdout)
    }
}

fn is_stdout(node: &Node) -> bool {
    matches!(&node.role, Role::Sink(connector) if connector.name == "stdout")
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

/// The file of a source or sink.
fn path(node: &Node) -> Option<&Path> {
    let (Role::Source(connector) | Role::Sink(connector)) = &node.role else { return None };
    connector.settings.path("path")
}
