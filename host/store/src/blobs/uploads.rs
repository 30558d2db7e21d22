//! Blobs that come in pieces, over connections that break. What came lies in a file of its own until it is complete and
//! its digest is right; then the file becomes the blob.
//!
//! An upload is known by its owner, the digest and the size that were announced. Whoever begins the same one again goes on
//! where it stands; two that write at once take turns, and the later one is told the offset. That the blob exists already
//! shortens nothing: else a digest would be enough to publish what one does not have.

use std::{
    collections::BTreeMap,
    fs, io,
    os::unix::fs::FileExt,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::{Duration, SystemTime},
};

use super::{BLOB_BYTES_MAX, Digest, Error, Folder, blocking};

/// How long an upload that nobody writes to is kept.
const STALE: Duration = Duration::from_secs(24 * 60 * 60);

/// What one owner may have begun.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub uploads: usize,
    /// As announced, of all uploads.
    pub bytes: u64,
}

/// All uploads that were begun. Clones share them.
#[derive(Clone, Debug)]
pub struct Uploads {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    blobs: Folder,
    folder: PathBuf,
    limits: Limits,
    /// Uploads that somebody holds, by their files.
    held: Mutex<BTreeMap<PathBuf, Weak<Slot>>>,
}

/// One upload. Dropping it keeps what came.
#[derive(Clone, Debug)]
pub struct Upload {
    slot: Arc<Slot>,
    blobs: Folder,
}

#[derive(Debug)]
struct Slot {
    path: PathBuf,
    digest: Digest,
    bytes: u64,
    state: Mutex<State>,
}

#[derive(Debug)]
enum State {
    /// So many bytes came.
    Open(u64),
    /// It is a blob.
    Done,
}

impl Default for Limits {
    /// Some at once, and twice the largest blob.
    fn default() -> Self {
        Self { uploads: 8, bytes: 2 * BLOB_BYTES_MAX as u64 }
    }
}

impl Uploads {
    /// Uploads into `blobs`, on the same disk. Blocks.
    ///
    /// # Errors
    /// If the disk refuses.
    pub fn open(blobs: &Folder, limits: Limits) -> Result<Self, Error> {
        let folder = blobs.path().join("partial");
        fs::create_dir_all(&folder).map_err(|source| super::io(&folder, source))?;
        let shared = Shared { blobs: blobs.clone(), folder, limits, held: Mutex::default() };
        Ok(Self { shared: Arc::new(shared) })
    }

    /// Begins an upload, or goes on with one. Stale ones of this owner are removed first, as of the time `now`.
    ///
    /// # Errors
    /// [`Error::NoOwner`], [`Error::TooLarge`], [`Error::TooMany`], [`Error::TooMuch`], or if the disk refuses.
    pub async fn begin(
        &self,
        owner: &str,
        digest: Digest,
        bytes: u64,
        now: SystemTime,
    ) -> Result<Upload, Error> {
        let (shared, owner) = (Arc::clone(&self.shared), owner.to_owned());
        blocking(move || shared.begin(&owner, digest, bytes, now)).await
    }

    /// Removes what nobody wrote to for a day, as of the time `now`, and says how many.
    ///
    /// # Errors
    /// If the disk refuses.
    pub async fn sweep(&self, now: SystemTime) -> Result<usize, Error> {
        let shared = Arc::clone(&self.shared);
        blocking(move || {
            let held = locked(&shared.held);
            let mut removed = 0;
            for owner in list(&shared.folder)? {
                removed += shared.sweep(&held, &owner.path(), now)?;
            }
            Ok(removed)
        })
        .await
    }
}

impl Shared {
    fn begin(
        &self,
        owner: &str,
        digest: Digest,
        bytes: u64,
        now: SystemTime,
    ) -> Result<Upload, Error> {
        if !is_owner(owner) {
            return Err(Error::NoOwner { name: owner.chars().take(80).collect() });
        }
        if bytes > BLOB_BYTES_MAX as u64 {
            return Err(Error::TooLarge { bytes, limit: BLOB_BYTES_MAX as u64 });
        }
        let folder = self.folder.join(owner);
        let path = folder.join(format!("{digest}-{bytes}"));
        let mut held = locked(&self.held);
        held.retain(|_, slot| slot.strong_count() > 0);
        if let Some(slot) = held.get(&path).and_then(Weak::upgrade) {
            return Ok(Upload { slot, blobs: self.blobs.clone() });
        }
        fs::create_dir_all(&folder).map_err(|source| super::io(&folder, source))?;
        self.sweep(&held, &folder, now)?;
        self.admit(owner, &path, bytes)?;
        let open = || -> io::Result<u64> {
            let file =
                fs::OpenOptions::new().create(true).truncate(false).write(true).open(&path)?;
            // A crash may leave anything of a file that was not synced, but no more than was written.
            let have = file.metadata()?.len();
            if have > bytes {
                file.set_len(0)?;
            }
            Ok(if have > bytes { 0 } else { have })
        };
        let have = open().map_err(|source| super::io(&path, source))?;
        let state = Mutex::new(State::Open(have));
        let slot = Arc::new(Slot { path: path.clone(), digest, bytes, state });
        held.insert(path, Arc::downgrade(&slot));
        Ok(Upload { slot, blobs: self.blobs.clone() })
    }

    /// Whether the owner may have the upload at `path` besides the others.
    fn admit(&self, owner: &str, path: &Path, bytes: u64) -> Result<(), Error> {
        let (mut uploads, mut sum) = (1, bytes);
        for entry in list(&self.folder.join(owner))? {
            if entry.path() != path {
                uploads += 1;
                sum = sum.saturating_add(announced(&entry.path()));
            }
        }
        let owner = owner.to_owned();
        if uploads > self.limits.uploads {
            return Err(Error::TooMany { owner, uploads, limit: self.limits.uploads });
        }
        if sum > self.limits.bytes {
            return Err(Error::TooMuch { owner, bytes: sum, limit: self.limits.bytes });
        }
        Ok(())
    }

    fn sweep(
        &self,
        held: &BTreeMap<PathBuf, Weak<Slot>>,
        folder: &Path,
        now: SystemTime,
    ) -> Result<usize, Error> {
        let mut removed = 0;
        for entry in list(folder)? {
            let path = entry.path();
            let is_held = held.get(&path).is_some_and(|slot| slot.strong_count() > 0);
            let written = entry.metadata().and_then(|found| found.modified());
            let written = written.map_err(|source| super::io(&path, source))?;
            let is_stale = now.duration_since(written).is_ok_and(|age| age >= STALE);
            if is_stale && !is_held {
                fs::remove_file(&path).map_err(|source| super::io(&path, source))?;
                removed += 1;
            }
        }
        Ok(removed)
    }
}

impl Upload {
    /// How much came: go on from there.
    pub fn offset(&self) -> u64 {
        match *locked(&self.slot.state) {
            State::Open(have) => have,
            State::Done => self.slot.bytes,
        }
    }

    /// Adds `content` at the end, which must be `offset`.
    ///
    /// # Errors
    /// [`Error::Offset`] with the one to go on from, [`Error::TooLarge`] if that is more than was announced, or if the
    /// disk refuses; then nothing was added.
    pub async fn write(&self, offset: u64, content: Vec<u8>) -> Result<(), Error> {
        let slot = Arc::clone(&self.slot);
        blocking(move || slot.write(offset, &content)).await
    }

    /// Makes it a blob, if all of it came and its digest is right; doing so again changes nothing.
    ///
    /// # Errors
    /// [`Error::Incomplete`]; [`Error::Mismatch`], then it stands at 0 again; or if the disk refuses.
    pub async fn finish(&self) -> Result<Digest, Error> {
        let (slot, blobs) = (Arc::clone(&self.slot), self.blobs.clone());
        blocking(move || slot.finish(&blobs)).await
    }

    /// All of it, if it came and its digest is right; it stays an upload. For whoever looks into it before it is a blob.
    ///
    /// # Errors
    /// As of [`finish`](Self::finish).
    pub async fn content(&self) -> Result<Vec<u8>, Error> {
        let (slot, blobs) = (Arc::clone(&self.slot), self.blobs.clone());
        blocking(move || {
            let mut state = locked(&slot.state);
            if let State::Done = *state {
                return blobs.read(&slot.digest);
            }
            slot.verified(&mut state)
        })
        .await
    }

    /// Removes what came, unless it is a blob already. It stands at 0 again.
    ///
    /// # Errors
    /// If the disk refuses.
    pub async fn forget(&self) -> Result<(), Error> {
        let slot = Arc::clone(&self.slot);
        blocking(move || {
            let mut state = locked(&slot.state);
            if let State::Open(have) = &mut *state {
                *have = 0;
                match fs::remove_file(&slot.path) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => {
                        return Err(super::io(&slot.path, error));
                    }
                    _ => {}
                }
            }
            Ok(())
        })
        .await
    }
}

impl Slot {
    fn write(&self, offset: u64, content: &[u8]) -> Result<(), Error> {
        let mut state = locked(&self.state);
        let expected = match *state {
            State::Open(have) => have,
            State::Done => self.bytes,
        };
        if offset != expected {
            return Err(Error::Offset { offset, expected });
        }
        let end = offset.saturating_add(content.len() as u64);
        if end > self.bytes {
            return Err(Error::TooLarge { bytes: end, limit: self.bytes });
        }
        if content.is_empty() {
            return Ok(());
        }
        let write = || -> io::Result<()> {
            // Another handle may have forgotten it.
            let mut options = fs::OpenOptions::new();
            let file = options.create(true).truncate(false).write(true).open(&self.path)?;
            file.write_all_at(content, offset).inspect_err(|_| {
                // What is left over would be written again; a shorter file is only tidier.
                let _ = file.set_len(offset);
            })
        };
        write().map_err(|source| super::io(&self.path, source))?;
        *state = State::Open(end);
        Ok(())
    }

    fn finish(&self, blobs: &Folder) -> Result<Digest, Error> {
        let mut state = locked(&self.state);
        if let State::Done = *state {
            return Ok(self.digest);
        }
        self.verified(&mut state)?;
        let sync = || fs::File::open(&self.path)?.sync_all();
        sync().map_err(|source| super::io(&self.path, source))?;
        blobs.adopt(&self.path, &self.digest)?;
        *state = State::Done;
        Ok(self.digest)
    }

    /// All bytes of an upload that is open.
    fn verified(&self, state: &mut State) -> Result<Vec<u8>, Error> {
        if let State::Open(have) = *state
            && have < self.bytes
        {
            return Err(Error::Incomplete { have, bytes: self.bytes });
        }
        let error = |source| super::io(&self.path, source);
        let content = fs::read(&self.path).map_err(error)?;
        let found = Digest::of(&content);
        if found == self.digest {
            return Ok(content);
        }
        let file = fs::OpenOptions::new().write(true).open(&self.path).map_err(error)?;
        file.set_len(0).map_err(error)?;
        *state = State::Open(0);
        Err(Error::Mismatch { expected: self.digest, found })
    }
}

/// Whether `name` may be part of a path.
fn is_owner(name: &str) -> bool {
    let inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=63).contains(&name.len()) && name.bytes().all(inner)
}

/// The size in the name of an upload's file. A name that is none counts as much as may be.
fn announced(path: &Path) -> u64 {
    let name = path.file_name().map(|name| name.to_string_lossy());
    let bytes = name.as_ref().and_then(|name| name.rsplit_once('-')?.1.parse().ok());
    bytes.unwrap_or(BLOB_BYTES_MAX as u64)
}

fn list(folder: &Path) -> Result<Vec<fs::DirEntry>, Error> {
    let list = || fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>();
    list().map_err(|source| super::io(folder, source))
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Whoever panicked left the state as of the last step that was complete.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
