//! Files: a source of lines that several tasks share, and a sink that leaves whole lines whatever happens. FIFOs and
//! devices are streams: one task reads them, nothing is truncated, and waiting for them blocks no thread.

use std::{
    ffi::OsString,
    io::ErrorKind,
    os::unix::{
        ffi::{OsStrExt, OsStringExt},
        fs::MetadataExt,
    },
    path::{Path, PathBuf},
};

use rustix::fs::{Access, access};

use super::{
    Complaint, Reach, SinkConnector, SourceConnector,
    settings::{Key, KeyKind, Settings},
};
use crate::formats;

mod beneath;
mod position;
mod sink;
mod source;
mod tail;
#[cfg(test)]
mod tests;

pub(super) const SOURCE: SourceConnector = SourceConnector {
    name: "file",
    help: "lines of a file; several tasks share it, each line is read once",
    keys: &[
        Key { name: "path", kind: KeyKind::Path, required: true, help: "the file to read" },
        formats::SOURCE_KEYS[0],
        formats::SOURCE_KEYS[1],
        formats::SOURCE_KEYS[2],
        formats::SOURCE_KEYS[3],
    ],
    check: check_source,
    reach: Reach::Files(look_source),
    build: |settings, context| Ok(Box::new(source::Source::new(settings, context)?)),
};

pub(super) const SINK: SinkConnector = SinkConnector {
    name: "file",
    help: "a file with one line a record, written anew",
    keys: &[
        Key {
            name: "path",
            kind: KeyKind::Path,
            required: true,
            help: "the file to write; `{task}` in it becomes the task's index",
        },
        formats::FORMAT,
        Key {
            name: "fsync",
            kind: KeyKind::Boolean,
            required: false,
            help: "whether the file is forced to the disk when the pipeline ends; false by default",
        },
    ],
    check: check_sink,
    reach: Reach::Files(look_sink),
    build: |settings, context| Ok(Box::new(sink::Sink::new(settings, context)?)),
};

/// Stands for the task's index in a sink's path.
const TASK: &str = "{task}";

/// Whether `path` must be treated as a stream. What lies in /dev and /proc may lead to a file that a shell opened for
/// somebody else (`/dev/stdout`), so it counts as one whatever it is.
pub(crate) fn is_stream(path: &Path) -> bool {
    let is_device = path.starts_with("/dev") && !path.starts_with("/dev/shm");
    is_device || path.starts_with("/proc") || path.metadata().is_ok_and(|found| !found.is_file())
}

/// Whether `path` leads to `/dev/null`: nothing that is written there can be spoilt.
pub(crate) fn is_null(path: &Path) -> bool {
    let identity = |path: &Path| path.metadata().map(|found| (found.dev(), found.ino())).ok();
    identity(path).is_some_and(|found| Some(found) == identity(Path::new("/dev/null")))
}

/// Whether the tasks of a sink that was given `path` each have a file of their own.
pub(crate) fn names_task(path: &Path) -> bool {
    memchr::memmem::find(path.as_os_str().as_bytes(), TASK.as_bytes()).is_some()
}

/// Where task `task_index` of the `tasks` of a sink writes, which was given `path`; `None` if they would all write there
/// at once. The index goes into the path's bytes: a path need not be UTF-8.
pub(crate) fn path_of_task(path: &Path, task_index: u32, tasks: u32) -> Option<PathBuf> {
    let mut rest = path.as_os_str().as_bytes();
    let mut replaced = Vec::new();
    while let Some(at) = memchr::memmem::find(rest, TASK.as_bytes()) {
        replaced.extend_from_slice(&rest[..at]);
        replaced.extend_from_slice(task_index.to_string().as_bytes());
        rest = &rest[at + TASK.len()..];
    }
    if rest.len() == path.as_os_str().len() && tasks > 1 && !is_null(path) {
        return None;
    }
    replaced.extend_from_slice(rest);
    Some(OsString::from_vec(replaced).into())
}

fn check_source(settings: &Settings) -> Vec<Complaint> {
    let mut complaints = formats::check(settings);
    if settings.path("path").is_none() {
        complaints.push(("path", "is missing; name the file to read".to_owned()));
    }
    complaints
}

fn look_source(settings: &Settings) -> Vec<Complaint> {
    let Some(path) = settings.path("path") else { return Vec::new() };
    let shown = path.display();
    let complaint = match path.metadata() {
        Ok(found) if found.is_dir() => Some(format!("{shown} is a folder; name a file in it")),
        Ok(_) => access(path, Access::READ_OK)
            .err()
            .map(|error| format!("{shown} cannot be read: {error}")),
        Err(error) => Some(format!("{shown} cannot be read: {error}")),
    };
    complaint.map(|message| ("path", message)).into_iter().collect()
}

fn check_sink(settings: &Settings) -> Vec<Complaint> {
    match settings.path("path") {
        Some(_) => Vec::new(),
        None => vec![("path", "is missing; name the file to write".to_owned())],
    }
}

fn look_sink(settings: &Settings) -> Vec<Complaint> {
    let Some(path) = settings.path("path") else { return Vec::new() };
    let unwritable = |path: &Path| {
        let error = access(path, Access::WRITE_OK).err()?;
        Some(format!("{} cannot be written: {error}", path.display()))
    };
    let complaint = match path.metadata() {
        Ok(found) if found.is_dir() => {
            Some(format!("{} is a folder; name a file in it", path.display()))
        }
        Ok(_) => unwritable(path),
        Err(error) if error.kind() == ErrorKind::NotFound && !is_stream(path) => {
            // Folders are made as needed, so the nearest one that is there decides.
            let above = path.ancestors().skip(1).find(|above| above.exists());
            match above {
                Some(above) if !above.is_dir() => {
                    Some(format!("{} is no folder, so no file can be made in it", above.display()))
                }
                Some(above) => unwritable(above),
                None => None,
            }
        }
        Err(error) => Some(format!("{} cannot be written: {error}", path.display())),
    };
    complaint.map(|message| ("path", message)).into_iter().collect()
}
