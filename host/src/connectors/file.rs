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
use sandbar_control::Replay;
use sandbar_dataflow::{Fault, Source};

use super::{
    Complaint, Context, Reach, SinkConnector, SourceConnector,
    settings::{self, Key, KeyKind, Settings},
};
use crate::formats;
use packing::Packing;

pub(super) use beneath::read as open_beneath;
pub(crate) use listing::means;

mod beneath;
mod follow;
mod listing;
mod packing;
mod position;
mod series;
mod sink;
mod source;
mod tail;
#[cfg(test)]
mod tests;

pub(super) const SOURCE: SourceConnector = SourceConnector {
    name: "file",
    help: "lines of a file; several tasks share it, each line is read once",
    keys: &KEYS,
    check: check_source,
    reach: Reach::Files(look_source),
    replay: |_| Replay::FromPosition,
    build: build_source,
};

const KEYS: [Key; 9] = settings::joined(
    [
        Key {
            name: "path",
            kind: KeyKind::Path,
            required: true,
            help: "the file to read; `*`, `?` and `[` in its name stand for others",
        },
        Key {
            name: "follow",
            kind: KeyKind::Boolean,
            required: false,
            help: "whether to wait for more at a file's end, and for files to come; false by default",
        },
        Key {
            name: "compression",
            kind: KeyKind::Choice(packing::NAMES),
            required: false,
            help: "how the file is packed; by default its name says it, `.gz` or `.zst`",
        },
    ],
    formats::SOURCE_KEYS,
);

pub(super) const SINK: SinkConnector = SinkConnector {
    name: "file",
    help: "a file with one line a record, written anew",
    keys: &SINK_KEYS,
    check: check_sink,
    reach: Reach::Files(look_sink),
    build: |settings, context| Ok(Box::new(sink::Sink::new(settings, context)?)),
};

const SINK_KEYS: [Key; 5] = settings::joined(
    [
        Key {
            name: "path",
            kind: KeyKind::Path,
            required: true,
            help: "the file to write; `{task}` in it becomes the task's index",
        },
        Key {
            name: "fsync",
            kind: KeyKind::Boolean,
            required: false,
            help: "whether the file is forced to the disk when the pipeline ends; false by default",
        },
    ],
    formats::SINK_KEYS,
);

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

/// A line may be read by any task only where it says all by itself, and nothing has to be unpacked before it.
fn build_source(settings: &Settings, context: &Context) -> Result<Box<dyn Source>, Fault> {
    let path = settings.path("path").unwrap_or(Path::new(""));
    if settings.boolean("follow") == Some(true) {
        return Ok(Box::new(follow::Source::new(settings, context)?));
    }
    let is_packed = packing_of(settings, path) != Packing::None;
    let is_csv = settings.text("format") == Some("csv");
    match listing::is_pattern(path) || is_packed || (is_csv && !is_stream(path)) {
        true => Ok(Box::new(series::Source::new(settings, context)?)),
        false => Ok(Box::new(source::Source::new(settings, context)?)),
    }
}

fn packing_of(settings: &Settings, path: &Path) -> Packing {
    let name = path.file_name().unwrap_or_default();
    Packing::of(settings, &name.to_string_lossy())
}

fn check_source(settings: &Settings) -> Vec<Complaint> {
    let mut complaints = formats::check(settings);
    let Some(path) = settings.path("path") else {
        complaints.push(("path", "is missing; name the file to read".to_owned()));
        return complaints;
    };
    if path.components().any(|part| listing::is_pattern(Path::new(part.as_os_str())))
        && let Err(why) = listing::check(path)
    {
        complaints.push(("path", why));
    }
    if settings.boolean("follow") == Some(true) && packing_of(settings, path) != Packing::None {
        let message = "a packed file cannot be followed as it grows; leave it out, or `follow`";
        complaints.push(("compression", message.to_owned()));
    }
    complaints
}

fn look_source(settings: &Settings) -> Vec<Complaint> {
    let Some(path) = settings.path("path") else { return Vec::new() };
    let shown = path.display();
    let is_followed = settings.boolean("follow") == Some(true);
    if listing::is_pattern(path) {
        let folder = path.parent().unwrap_or(Path::new("")).display();
        let there = path.parent().is_some_and(Path::is_dir);
        let message = format!("there is no folder {folder} in which files could be found");
        return if there { Vec::new() } else { vec![("path", message)] };
    }
    let complaint = match path.metadata() {
        Ok(found) if is_followed && !found.is_file() => {
            Some(format!("{shown} is no regular file, and only those can be followed"))
        }
        Err(error) if is_followed && error.kind() == ErrorKind::NotFound => None,
        Ok(found) if found.is_dir() => Some(format!("{shown} is a folder; name a file in it")),
        Ok(_) => access(path, Access::READ_OK)
            .err()
            .map(|error| format!("{shown} cannot be read: {error}")),
        Err(error) => Some(format!("{shown} cannot be read: {error}")),
    };
    complaint.map(|message| ("path", message)).into_iter().collect()
}

fn check_sink(settings: &Settings) -> Vec<Complaint> {
    let mut complaints = formats::check_sink(settings);
    if settings.path("path").is_none() {
        complaints.push(("path", "is missing; name the file to write".to_owned()));
    }
    complaints
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
