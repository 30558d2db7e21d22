//! Which files a source means: one path, or all in one folder whose names match a pattern. Beneath a tenant's folder the
//! kernel resolves each name, as everywhere.

use std::{
    fs::{self, File},
    io::{Error, ErrorKind, Result},
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

use rustix::fs::{Dir, OFlags};

use super::beneath;
use crate::connectors::Root;

/// Most files that a pattern may mean.
const FILES_MAX: usize = 10_000;

/// Longest pattern that is matched against names.
const PATTERN_BYTES_MAX: usize = 255;

/// A folder and what is meant in it.
#[derive(Clone, Debug)]
pub(super) struct Listing {
    folder: PathBuf,
    name: Name,
    root: Root,
}

#[derive(Clone, Debug)]
enum Name {
    Exact(String),
    Pattern(glob::Pattern),
}

/// A file that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) name: String,
    /// Its inode: what stays when it is renamed.
    pub(super) id: u64,
}

/// Whether `path` is a pattern: `*`, `?` and `[` in its last part stand for others.
pub(super) fn is_pattern(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().contains(['*', '?', '[']))
}

/// Whether `path` is one of the files that `pattern` means.
pub(crate) fn means(pattern: &Path, path: &Path) -> bool {
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let (Some(wanted), Some(name)) = (name(pattern), name(path)) else { return false };
    is_pattern(pattern)
        && pattern.parent() == path.parent()
        && glob::Pattern::new(&wanted).is_ok_and(|wanted| wanted.matches(&name))
}

/// What is wrong with `path` as a file or a pattern.
pub(super) fn check(path: &Path) -> std::result::Result<(), String> {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
        return Err(format!("{} must end in a name that is UTF-8", path.display()));
    };
    if path.parent().is_some_and(is_above) {
        return Err(
            "has a pattern in a folder's name; `*` stands for names of files only".to_owned()
        );
    }
    if is_pattern(path) && name.len() > PATTERN_BYTES_MAX {
        return Err(format!(
            "{} bytes of a pattern exceed the limit of {PATTERN_BYTES_MAX}",
            name.len()
        ));
    }
    glob::Pattern::new(name).map(drop).map_err(|error| format!("{name} is no pattern: {error}"))
}

fn is_above(folder: &Path) -> bool {
    folder.ancestors().any(is_pattern)
}

impl Listing {
    /// # Errors
    /// What [`check`] says.
    pub(super) fn new(path: &Path, root: &Root) -> std::result::Result<Self, String> {
        check(path)?;
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let name = match is_pattern(path) {
            true => Name::Pattern(glob::Pattern::new(name).map_err(|error| error.to_string())?),
            false => Name::Exact(name.to_owned()),
        };
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        Ok(Self { folder, name, root: root.clone() })
    }

    /// Opens the file `name` of the folder.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn open(&self, name: &str) -> Result<File> {
        let path = self.folder.join(name);
        match &self.root {
            Root::Free | Root::GoingOn => File::open(&path),
            Root::Beneath(root) => beneath::open(root, &path, OFlags::RDONLY),
        }
    }

    /// The regular files that are meant, by name. Those that went away meanwhile are left out.
    ///
    /// # Errors
    /// What the system says; if there are too many.
    pub(super) fn meant(&self) -> Result<Vec<Found>> {
        let names = match &self.name {
            Name::Exact(name) => vec![name.clone()],
            Name::Pattern(pattern) => {
                let hidden = pattern.as_str().starts_with('.');
                let is_meant =
                    |name: &str| (hidden || !name.starts_with('.')) && pattern.matches(name);
                self.names(&is_meant)?
            }
        };
        self.look(names)
    }

    /// All regular files of the folder.
    ///
    /// # Errors
    /// What the system says; if there are too many.
    pub(super) fn all(&self) -> Result<Vec<Found>> {
        self.look(self.names(&|_| true)?)
    }

    fn look(&self, names: Vec<String>) -> Result<Vec<Found>> {
        let mut found = Vec::with_capacity(names.len());
        for name in names {
            let metadata = match &self.root {
                Root::Free | Root::GoingOn => fs::metadata(self.folder.join(&name)),
                Root::Beneath(_) => self.open(&name).and_then(|file| file.metadata()),
            };
            match metadata {
                Ok(metadata) if metadata.is_file() => {
                    found.push(Found { name, id: metadata.ino() })
                }
                Ok(_) => {}
                // It went away, or, beneath a tenant's folder, is a folder itself.
                Err(error) if [ErrorKind::NotFound, ErrorKind::Other].contains(&error.kind()) => {}
                // Another task's file may be anything; one that is meant must be readable.
                Err(error) => return Err(Error::new(error.kind(), format!("{name}: {error}"))),
            }
        }
        Ok(found)
    }

    fn names(&self, is_meant: &dyn Fn(&str) -> bool) -> Result<Vec<String>> {
        let folder = match &self.root {
            Root::Free | Root::GoingOn if self.folder.as_os_str().is_empty() => File::open(".")?,
            Root::Free | Root::GoingOn => File::open(&self.folder)?,
            Root::Beneath(root) => beneath::folder_of(root, &self.folder.join("a"))?,
        };
        let mut names = Vec::new();
        for entry in Dir::read_from(&folder)? {
            let entry = entry?;
            let Ok(name) = entry.file_name().to_str() else { continue };
            if [".", ".."].contains(&name) || !is_meant(name) {
                continue;
            }
            names.push(name.to_owned());
            if names.len() > FILES_MAX {
                let message =
                    format!("more than {FILES_MAX} files are meant; use a narrower pattern");
                return Err(Error::other(message));
            }
        }
        names.sort();
        Ok(names)
    }
}
