//! Metadata in one file of this machine, written by one process. Every commit is on the disk when it returns.
//!
//! What may go wrong with the file, and what then happens:
//! - somebody else has it open: it is not opened;
//! - it is damaged: it is not opened, and the error says how to get the copy back that [`Redb::backup`] made. Damage to
//!   the very last commit before a kill looks like a commit that the kill cut off, and is undone: telling them apart
//!   takes a second sync, and commits twice as long;
//! - the disk is full: that commit fails; the file is opened again at the next call, as its last commit left it;
//! - syncing fails: nobody knows what is on the disk, so the store refuses everything until the process starts again.

use std::{
    fmt, fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicBool, Ordering},
    },
};

use ::redb::{Database, DatabaseError, ReadableDatabase, TableDefinition};
use async_trait::async_trait;

use super::{Entry, Error, Expect, Metadata, Write, check};

mod disk;
mod file;
mod group;
#[cfg(test)]
mod tests;

/// Revision and value of each key.
const ENTRIES: TableDefinition<&str, (u64, &[u8])> = TableDefinition::new("entries");

/// Numbers of the store itself.
const NUMBERS: TableDefinition<&str, u64> = TableDefinition::new("numbers");

const REVISION: &str = "revision";

/// How the tables are laid out: another number is another layout.
const FORMAT: &str = "format";
const FORMAT_NOW: u64 = 1;

/// The whole metadata of a large cluster; redb's default is a gigabyte.
const CACHE_BYTES: usize = 16 << 20;

/// Metadata in a file. Clones are handles of one store.
#[derive(Clone)]
pub struct Redb {
    shared: Arc<Shared>,
}

/// Opens the file; sets the flag when syncing fails.
type Opener = dyn Fn(&Arc<AtomicBool>) -> Result<Database, DatabaseError> + Send + Sync;

struct Shared {
    path: PathBuf,
    opener: Box<Opener>,
    /// Syncing has failed.
    unsynced: Arc<AtomicBool>,
    state: RwLock<State>,
    group: Arc<group::Group>,
}

enum State {
    Open(Database),
    /// To be opened again at the next call.
    Closed,
    Broken(String),
}

/// Why a call into the file failed.
enum Failure {
    /// Refused; the file is well.
    Refused(Error),
    File(::redb::Error),
}

impl Redb {
    /// Opens the metadata in the file `path`, making it where it is missing. Blocks.
    ///
    /// # Errors
    /// [`Error::InUse`], [`Error::Corrupt`], [`Error::Full`] or [`Error::Io`].
    pub fn open(path: &Path) -> Result<Self, Error> {
        file::prepare(path)?;
        let file = path.to_owned();
        Self::with_opener(path, Box::new(move |unsynced| file::open(&file, unsynced)))
    }

    fn with_opener(path: &Path, opener: Box<Opener>) -> Result<Self, Error> {
        let unsynced = Arc::new(AtomicBool::new(false));
        let state = RwLock::new(State::Closed);
        let group = Arc::default();
        let shared = Shared { path: path.to_owned(), opener, unsynced, state, group };
        shared.reopen(&mut shared.state.write().unwrap_or_else(PoisonError::into_inner))?;
        shared.act(file::check)?;
        Ok(Self { shared: Arc::new(shared) })
    }

    /// Writes a consistent copy of everything beside the file, and returns where. The copy before it is replaced only
    /// when the new one is whole and on the disk.
    ///
    /// # Errors
    /// If the disk refuses; the copy before stays.
    pub async fn backup(&self) -> Result<PathBuf, Error> {
        let path = self.shared.path.clone();
        self.act(move |database| file::copy(database, &path)).await
    }

    /// Does `act` where it may block.
    async fn act<T: Send + 'static>(
        &self,
        act: impl FnOnce(&Database) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Error> {
        let shared = Arc::clone(&self.shared);
        let path = self.shared.path.display().to_string();
        let done = tokio::task::spawn_blocking(move || shared.act(act)).await;
        done.unwrap_or_else(|error| Err(Error::Io { path, reason: error.to_string() }))
    }
}

impl Shared {
    fn act<T>(&self, act: impl FnOnce(&Database) -> Result<T, Failure>) -> Result<T, Error> {
        let mut act = Some(act);
        loop {
            let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
            match &*state {
                State::Open(database) => {
                    let act = act.take().expect("it is called once and then returned");
                    // A damaged file should be an error of redb's; where it is a panic, it stays one of this call.
                    let done = catch_unwind(AssertUnwindSafe(|| act(database)));
                    drop(state);
                    return match done {
                        Ok(Ok(value)) => Ok(value),
                        Ok(Err(Failure::Refused(error))) => Err(error),
                        Ok(Err(Failure::File(error))) => Err(self.failed(error)),
                        Err(_) => Err(self.failed(::redb::Error::Corrupted(PANICKED.to_owned()))),
                    };
                }
                State::Broken(reason) => return Err(file::io(&self.path, reason)),
                State::Closed => drop(state),
            }
            let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
            if let State::Closed = *state {
                self.reopen(&mut state)?;
            }
        }
    }

    /// Opens a file that is closed.
    fn reopen(&self, state: &mut State) -> Result<(), Error> {
        let opened = catch_unwind(AssertUnwindSafe(|| (self.opener)(&self.unsynced)));
        let error = match opened {
            Ok(Ok(database)) => {
                *state = State::Open(database);
                return Ok(());
            }
            Ok(Err(error)) => ::redb::Error::from(error),
            Err(_) => ::redb::Error::Corrupted(PANICKED.to_owned()),
        };
        Err(file::error(&self.path, &error))
    }

    /// What becomes of the store after `error`.
    fn failed(&self, error: ::redb::Error) -> Error {
        let told = file::error(&self.path, &error);
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        let is_passing = matches!(told, Error::Full { .. })
            || matches!(error, ::redb::Error::PreviousIo | ::redb::Error::TransactionPoisoned);
        *state = match &told {
            _ if self.unsynced.load(Ordering::Acquire) => {
                let reason = format!("syncing failed ({error}); mend the disk and start again");
                let broken = file::io(&self.path, &reason);
                *state = State::Broken(reason);
                return broken;
            }
            _ if is_passing => State::Closed,
            told => State::Broken(format!("it failed before and is not used any more: {told}")),
        };
        told
    }
}

const PANICKED: &str = "a page of it cannot be understood";

#[async_trait(?Send)]
impl Metadata for Redb {
    async fn get(&self, key: &str) -> Result<Option<Entry>, Error> {
        let key = key.to_owned();
        self.act(move |database| {
            let entries = database.begin_read()?.open_table(ENTRIES)?;
            Ok(entries.get(key.as_str())?.map(|found| entry(found.value())))
        })
        .await
    }

    async fn scan(&self, prefix: &str) -> Result<Vec<(String, Entry)>, Error> {
        let prefix = prefix.to_owned();
        self.act(move |database| {
            let entries = database.begin_read()?.open_table(ENTRIES)?;
            let mut found = Vec::new();
            for row in entries.range(prefix.as_str()..)? {
                let (key, value) = row?;
                if !key.value().starts_with(&prefix) {
                    break;
                }
                found.push((key.value().to_owned(), entry(value.value())));
            }
            Ok(found)
        })
        .await
    }

    async fn commit(&self, expects: &[Expect], writes: &[Write]) -> Result<u64, Error> {
        check(expects, writes)?;
        group::commit(&self.shared, expects, writes).await
    }
}

fn entry((revision, value): (u64, &[u8])) -> Entry {
    Entry { value: value.to_vec(), revision }
}

impl<E: Into<::redb::Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Failure::File(error.into())
    }
}

impl fmt::Debug for Redb {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Redb").field("path", &self.shared.path).finish_non_exhaustive()
    }
}

/// Makes a new name of a file durable.
fn sync_folder(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    fs::File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}
