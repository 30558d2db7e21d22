//! Where a pipeline file is to run, and so what the names in it mean: files of this machine, or published plugins and
//! files beneath the tenant's folder on whichever host a task is placed. There nothing can be looked at beforehand.

use std::path::{Component, Path, PathBuf};

use sandbar_control::Network;

use super::diagnostic::{Place, Problems, quoted};

/// Longest path, as Linux has it.
const PATH_BYTES_MAX: usize = 4_096;

/// Longest reference: a name, a version and the sign between them.
const REFERENCE_BYTES_MAX: usize = 127;

/// Where a pipeline runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// In a process of this machine; names are relative to the pipeline file's folder, an absolute path.
    Machine(PathBuf),
    /// On hosts whose files are not here; paths are relative to the tenant's folder. What the tenant may reach of the network;
    /// none: connectors will find out.
    Cluster(Option<Network>),
}

impl Ground {
    /// What relative paths are relative to; empty on a cluster, where they stay relative.
    pub(super) fn folder(&self) -> &Path {
        match self {
            Self::Machine(folder) => folder,
            Self::Cluster(_) => Path::new(""),
        }
    }

    /// The file that `text` names.
    pub(super) fn path(
        &self,
        text: &str,
        place: Place,
        problems: &mut Problems,
    ) -> Option<PathBuf> {
        if !check_path(text, place, problems) {
            return None;
        }
        match self {
            Self::Machine(folder) => Some(folder.join(text)),
            Self::Cluster(_) => beneath(text, place, problems),
        }
    }

    /// Whether `text` may name a plugin here; if not, a problem.
    pub(super) fn check_plugin(&self, text: &str, place: Place, problems: &mut Problems) -> bool {
        match self {
            Self::Machine(_) => check_path(text, place, problems),
            Self::Cluster(_) => check_reference(text, place, problems),
        }
    }
}

/// `text` without its needless parts, if it leads to nothing but what lies beneath the folder that it starts from.
fn beneath(text: &str, place: Place, problems: &mut Problems) -> Option<PathBuf> {
    let mut path = PathBuf::new();
    for component in Path::new(text).components() {
        match component {
            Component::Normal(part) => path.push(part),
            Component::CurDir => {}
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => {
                let message = format!("{} leads out of the tenant's folder", quoted(text));
                let help = "on a cluster name a file beneath it, such as `out/delayed.jsonl`";
                problems.error_with_help(place, message, help);
                return None;
            }
        }
    }
    if path.as_os_str().is_empty() || text.ends_with('/') {
        problems.error(place, format!("{} is a folder; name a file in it", quoted(text)));
        return None;
    }
    Some(path)
}

fn check_path(text: &str, place: Place, problems: &mut Problems) -> bool {
    let reason = match text {
        "" => "a path must not be empty".to_owned(),
        _ if text.contains('\0') => "a path must not contain a zero byte".to_owned(),
        _ if text.len() > PATH_BYTES_MAX => {
            format!("a path of {} bytes exceeds the limit of {PATH_BYTES_MAX}", text.len())
        }
        _ => return true,
    };
    problems.error(place, reason);
    false
}

fn check_reference(text: &str, place: Place, problems: &mut Problems) -> bool {
    let message = match text.split_once('@') {
        _ if text.len() > REFERENCE_BYTES_MAX => {
            format!("{} bytes are no plugin's name and version", text.len())
        }
        Some((name, version)) if is_name(name) && is_version(version) => return true,
        Some(_) => format!("{} is no plugin's name and version", quoted(text)),
        None => format!("{} names no version", quoted(text)),
    };
    let help = "on a cluster name a published plugin: plugin = \"NAME@VERSION\"";
    problems.error_with_help(place, message, help);
    false
}

fn is_name(name: &str) -> bool {
    let inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let edge = |byte: Option<u8>| byte.is_some_and(|byte| byte != b'-');
    let (first, last) = (name.bytes().next(), name.bytes().next_back());
    name.len() <= 63 && name.bytes().all(inner) && edge(first) && edge(last)
}

fn is_version(version: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b".+-".contains(&byte);
    (1..=63).contains(&version.len()) && version.bytes().all(allowed)
}
