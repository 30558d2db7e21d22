//! Native code of compiled plugins, in a folder that only its owner can enter. Native code is run as it is, so the folder
//! has a key, under which whoever writes a file seals it and whoever reads it checks the seal.

use std::{
    fs, io,
    io::Write,
    os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use rustix::rand::{GetRandomFlags, getrandom};

/// Name of the file that holds the folder's key.
const KEY_FILE: &str = "key";

const KEY_BYTES: usize = 32;

/// Compiled plugins by digest and compatibility.
#[derive(Debug)]
pub struct CompiledCache {
    folder: PathBuf,
    key: Key,
}

struct Key([u8; KEY_BYTES]);

impl std::fmt::Debug for Key {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Key")
    }
}

/// Why a cache cannot be used. A pipeline runs without one, after compiling again.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("cannot use the cache of compiled plugins at {path}: {source}")]
    Io { path: PathBuf, source: io::Error },
    #[error(
        "the cache of compiled plugins at {path} {reason}: give it to yourself alone (chmod 0700), \
         or name another folder in SANDBAR_CACHE"
    )]
    Unsafe { path: PathBuf, reason: &'static str },
}

impl CompiledCache {
    /// Opens the cache in `folder`, making it with mode 0700 where it is missing.
    ///
    /// # Errors
    /// If somebody else owns the folder or may enter it, or the disk refuses.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        let error = |source| Error::Io { path: folder.to_owned(), source };
        fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(error)?;
        let metadata = fs::symlink_metadata(folder).map_err(error)?;
        let refuse = |reason| Err(Error::Unsafe { path: folder.to_owned(), reason });
        if !metadata.is_dir() {
            return refuse("is not a folder");
        }
        if metadata.uid() != rustix::process::geteuid().as_raw() {
            return refuse("belongs to another user");
        }
        if metadata.mode() & 0o077 != 0 {
            return refuse("may be entered by others");
        }
        let key = key(folder).map_err(error)?;
        Ok(Self { folder: folder.to_owned(), key })
    }

    /// The key to seal and check files with. It never leaves this machine.
    pub fn key(&self) -> [u8; KEY_BYTES] {
        self.key.0
    }

    /// What was kept for a plugin: sealed, and to be checked before use.
    pub fn get(&self, digest: &str, compatibility: u64) -> Option<Vec<u8>> {
        fs::read(self.path(digest, compatibility)).ok()
    }

    /// Forgets what was kept for a plugin: its seal does not hold.
    pub fn remove(&self, digest: &str, compatibility: u64) {
        // Where it cannot be removed it is refused again the next time.
        let _ = fs::remove_file(self.path(digest, compatibility));
    }

    /// Keeps sealed code. Whoever reads at the same time sees the whole file or none.
    ///
    /// # Errors
    /// If the disk refuses.
    pub fn put(&self, digest: &str, compatibility: u64, sealed: &[u8]) -> Result<(), Error> {
        let path = self.path(digest, compatibility);
        let write = || -> io::Result<()> {
            let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
            file.write_all(sealed)?;
            file.persist(&path)?;
            Ok(())
        };
        write().map_err(|source| Error::Io { path: path.clone(), source })
    }

    fn path(&self, digest: &str, compatibility: u64) -> PathBuf {
        self.folder.join(format!("{digest}-{compatibility:016x}.native"))
    }
}

/// The folder's key, made on first use. Of two that make it at once, the first one wins.
fn key(folder: &Path) -> io::Result<Key> {
    let path = folder.join(KEY_FILE);
    if !path.exists() {
        let mut fresh = [0; KEY_BYTES];
        let filled = getrandom(&mut fresh, GetRandomFlags::empty())?;
        // Up to 256 bytes come at once or not at all.
        if filled != fresh.len() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let mut file = tempfile::Builder::new().make_in(folder, |path| {
            fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
        })?;
        file.write_all(&fresh)?;
        match file.persist_noclobber(&path) {
            Ok(_) => {}
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error.error),
        }
    }
    let bytes = fs::read(&path)?;
    let key = bytes.try_into().map_err(|_| {
        io::Error::new(io::ErrorKind::InvalidData, "the file `key` is damaged: remove the folder")
    })?;
    Ok(Key(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn code_comes_back_under_its_own_name_and_the_key_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cache");
        let cache = CompiledCache::open(&path).unwrap();
        cache.put("aa", 1, b"code").unwrap();
        let again = CompiledCache::open(&path).unwrap();
        assert_eq!(again.get("aa", 1).unwrap(), b"code");
        assert_eq!(again.get("aa", 2), None);
        assert_eq!(again.key(), cache.key());
        assert_ne!(again.key(), [0; KEY_BYTES]);
        again.remove("aa", 1);
        assert_eq!(again.get("aa", 1), None);
        let mode = fs::metadata(path.join(KEY_FILE)).unwrap().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_folder_that_others_may_enter_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cache");
        CompiledCache::open(&path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o700);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        let refused = CompiledCache::open(&path).unwrap_err().to_string();
        assert!(refused.contains("may be entered by others"), "{refused}");
    }
}
