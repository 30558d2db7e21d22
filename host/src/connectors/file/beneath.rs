//! Regular files beneath one folder. The kernel resolves each path there and refuses every step out of it, be it `..`, an
//! absolute path or a link, also while somebody moves folders about; so nothing is decided from the path's text.

use std::{
    fs::File,
    io::{Error, ErrorKind, Result},
    os::fd::{AsFd, OwnedFd},
    path::{Component, Path, PathBuf},
};

use rustix::{
    fs::{FileType, Mode, OFlags, ResolveFlags, fstat, mkdirat, openat2},
    io::Errno,
};

/// How often the kernel is asked again that saw a folder move in the middle of a path.
const ATTEMPTS: u32 = 16;

/// Opens the regular file `path` beneath `root` to read it.
///
/// # Errors
/// As [`open`].
pub(in crate::connectors) fn read(root: &OwnedFd, path: &Path) -> Result<File> {
    open(root, path, OFlags::RDONLY)
}

/// Opens the regular file `path` beneath `root`.
///
/// # Errors
/// What the system says; also if the path leads out of `root` or to anything but a regular file.
pub(super) fn open(root: &OwnedFd, path: &Path, flags: OFlags) -> Result<File> {
    // A FIFO must not make its opener wait, nor a terminal become this process's.
    let flags = flags | OFlags::NONBLOCK | OFlags::NOCTTY;
    let file = resolve(root, path, flags).map_err(|error| match error {
        // A FIFO or socket that nobody reads from.
        Errno::NXIO => not_regular(),
        error => said(error),
    })?;
    match FileType::from_raw_mode(fstat(&file)?.st_mode) {
        FileType::RegularFile => Ok(file.into()),
        FileType::Directory => Err(Error::other("it is a folder; name a file in it")),
        _ => Err(not_regular()),
    }
}

/// Makes the folder that `path` beneath `root` lies in, and those above it.
///
/// # Errors
/// What the system says; also if the path leads out of `root`.
pub(super) fn make_folders(root: &OwnedFd, path: &Path) -> Result<()> {
    let mut made = PathBuf::new();
    let mut above = root.try_clone()?;
    for component in path.parent().into_iter().flat_map(Path::components) {
        made.push(component);
        let mut found = resolve(root, &made, OFlags::PATH | OFlags::DIRECTORY);
        if let (Err(Errno::NOENT), Component::Normal(name)) = (&found, component) {
            match mkdirat(&above, name, Mode::from_raw_mode(0o777)) {
                Ok(()) | Err(Errno::EXIST) => {}
                Err(error) => return Err(error.into()),
            }
            found = resolve(root, &made, OFlags::PATH | OFlags::DIRECTORY);
        }
        above = found.map_err(said)?;
    }
    Ok(())
}

/// The folder that `path` beneath `root` lies in.
///
/// # Errors
/// What the system says.
pub(super) fn folder_of(root: &OwnedFd, path: &Path) -> Result<File> {
    let above = path.parent().filter(|above| !above.as_os_str().is_empty());
    let above = above.unwrap_or(Path::new("."));
    let folder = resolve(root, above, OFlags::RDONLY | OFlags::DIRECTORY).map_err(said)?;
    Ok(folder.into())
}

fn resolve(root: &OwnedFd, path: &Path, flags: OFlags) -> rustix::io::Result<OwnedFd> {
    let resolution = ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS;
    let mode = match flags.contains(OFlags::CREATE) {
        true => Mode::from_raw_mode(0o666),
        false => Mode::empty(),
    };
    let flags = flags | OFlags::CLOEXEC;
    for _ in 0..ATTEMPTS {
        match openat2(root.as_fd(), path, flags, mode, resolution) {
            Err(Errno::AGAIN | Errno::INTR) => {}
            opened => return opened,
        }
    }
    Err(Errno::AGAIN)
}

/// What the kernel means by its refusals.
fn said(error: Errno) -> Error {
    match error {
        Errno::XDEV => {
            Error::new(ErrorKind::PermissionDenied, "it leads out of the tenant's folder")
        }
        Errno::LOOP => {
            let message = "it goes by a link out of the tenant's folder, or by links without end";
            Error::new(ErrorKind::PermissionDenied, message)
        }
        error => error.into(),
    }
}

fn not_regular() -> Error {
    let message = "it is no regular file; on a cluster devices and FIFOs cannot be used";
    Error::new(ErrorKind::PermissionDenied, message)
}
