//! Making, opening, checking and copying the file, and what its errors mean.

use std::{
    ffi::OsString,
    fs, io as std_io,
    path::{Path, PathBuf},
    sync::{Arc, atomic::AtomicBool},
};

use redb::{
    Builder, Database, DatabaseError, ReadableDatabase, ReadableTable, backends::FileBackend,
};

use super::{
    CACHE_BYTES, ENTRIES, Error, FORMAT, FORMAT_NOW, Failure, NUMBERS, disk::Disk, sync_folder,
};

/// Where the copy of the file at `path` lies.
pub(super) fn copy_path(path: &Path) -> PathBuf {
    let mut copy = OsString::from(path);
    copy.push(".backup");
    copy.into()
}

/// Makes the file where it is missing: whole, or not at all. Refuses what cannot be one.
pub(super) fn prepare(path: &Path) -> Result<(), Error> {
    let length = match fs::metadata(path) {
        Ok(found) => found.len(),
        Err(error) if error.kind() == std_io::ErrorKind::NotFound => {
            // Whoever lost the file does not want an empty one.
            return if copy_path(path).exists() {
                Err(corrupt(path, "it is missing, and its copy is there"))
            } else {
                create(path)
            };
        }
        Err(error) => return Err(io(path, &error)),
    };
    if length == 0 { Err(corrupt(path, "it is empty")) } else { Ok(()) }
}

fn create(path: &Path) -> Result<(), Error> {
    let temporary = write(path, |_| Ok(())).map_err(|failure| told(path, failure))?;
    match temporary.persist_noclobber(path) {
        Ok(_) => sync_folder(path).map_err(|error| self::error(path, &error.into())),
        // Two that start at once: one of them made it, and one will be refused when it opens it.
        Err(error) if error.error.kind() == std_io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(self::error(path, &error.error.into())),
    }
}

/// A new database beside `path`, with what `fill` writes, closed and on the disk.
fn write(
    path: &Path,
    fill: impl FnOnce(&redb::WriteTransaction) -> Result<(), Failure>,
) -> Result<tempfile::NamedTempFile, Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let temporary = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
    let database = Builder::new().set_cache_size(CACHE_BYTES).create(temporary.path())?;
    let transaction = database.begin_write()?;
    transaction.open_table(NUMBERS)?.insert(FORMAT, FORMAT_NOW)?;
    transaction.open_table(ENTRIES)?;
    fill(&transaction)?;
    transaction.commit()?;
    drop(database);
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

/// Opens an existing file, after checking all of it.
pub(super) fn open(path: &Path, unsynced: &Arc<AtomicBool>) -> Result<Database, DatabaseError> {
    let file = fs::OpenOptions::new().read(true).write(true).open(path)?;
    builder().create_with_backend(Disk::new(FileBackend::new(file)?, unsynced))
}

/// How every file is opened.
pub(super) fn builder() -> Builder {
    let mut builder = Builder::new();
    builder.set_cache_size(CACHE_BYTES).set_check_integrity_on_open(true);
    builder
}

/// Whether a file that redb understands holds metadata.
pub(super) fn check(database: &Database) -> Result<(), Failure> {
    let damaged = |reason: String| Failure::File(redb::Error::Corrupted(reason));
    let transaction = database.begin_read()?;
    let numbers = transaction.open_table(NUMBERS).map_err(|error| damaged(error.to_string()))?;
    let format = numbers.get(FORMAT)?.map_or(0, |found| found.value());
    if format != FORMAT_NOW {
        let known = format!("its format is {format}, and this program knows {FORMAT_NOW}");
        return Err(damaged(known));
    }
    transaction.open_table(ENTRIES).map_err(|error| damaged(error.to_string()))?;
    Ok(())
}

/// Writes all that `database` holds beside the file at `path`.
pub(super) fn copy(database: &Database, path: &Path) -> Result<PathBuf, Failure> {
    let copy = copy_path(path);
    let from = database.begin_read()?;
    let (entries, numbers) = (from.open_table(ENTRIES)?, from.open_table(NUMBERS)?);
    // A full disk is no damage of the file that is being copied: it stays open.
    let refuse = |failure| Failure::Refused(told(&copy, failure));
    let temporary = write(path, |transaction| {
        let mut all = transaction.open_table(ENTRIES)?;
        for row in entries.iter()? {
            let (key, value) = row?;
            all.insert(key.value(), value.value())?;
        }
        let mut own = transaction.open_table(NUMBERS)?;
        for row in numbers.iter()? {
            let (key, value) = row?;
            own.insert(key.value(), value.value())?;
        }
        Ok(())
    })
    .map_err(refuse)?;
    temporary.persist(&copy).map_err(|error| refuse(error.error.into()))?;
    sync_folder(path).map_err(|error| refuse(error.into()))?;
    Ok(copy)
}

fn told(path: &Path, failure: Failure) -> Error {
    match failure {
        Failure::Refused(error) => error,
        Failure::File(error) => self::error(path, &error),
    }
}

/// What an error of redb means to whoever runs the host.
pub(super) fn error(path: &Path, error: &redb::Error) -> Error {
    use std_io::ErrorKind;
    match error {
        redb::Error::DatabaseAlreadyOpen | redb::Error::LockProtocolMismatch => {
            Error::InUse { path: path.display().to_string() }
        }
        redb::Error::Corrupted(reason) => corrupt(path, reason),
        redb::Error::UpgradeRequired(_) | redb::Error::RepairAborted => {
            corrupt(path, &error.to_string())
        }
        redb::Error::Io(error) => match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                Error::Full { path: path.display().to_string() }
            }
            ErrorKind::InvalidData | ErrorKind::UnexpectedEof => corrupt(path, &error.to_string()),
            _ => io(path, error),
        },
        other => io(path, other),
    }
}

pub(super) fn io(path: &Path, reason: &impl ToString) -> Error {
    Error::Io { path: path.display().to_string(), reason: reason.to_string() }
}

fn corrupt(path: &Path, reason: &str) -> Error {
    let copy = copy_path(path);
    let (shown, copy_shown) = (path.display(), copy.display());
    let restore = if copy.exists() {
        format!(
            "to restore, move it away and copy `{copy_shown}` to `{shown}`: pipelines then go on from the time of \
             that copy"
        )
    } else {
        format!(
            "there is no copy at `{copy_shown}`: bring one back from elsewhere, or move the file away to begin with \
             an empty cluster"
        )
    };
    Error::Corrupt { path: shown.to_string(), reason: reason.to_owned(), restore }
}
