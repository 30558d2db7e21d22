//! The data folder of a host: its owner's alone, and one host's at a time.

use std::{
    fs::{self, File, TryLockError},
    io::{self, Write as _},
    os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, anyhow, bail};
use sandbar_control::TokenKey;
use sandbar_store::CompiledCache;

use crate::environment;

/// Held for as long as a host runs.
const LOCK: &str = "lock";

/// The key that tokens are hashed under. Not in the metadata: a copy of that alone must not be enough to test tokens.
const TOKEN_KEY: &str = "token.key";

const CACHE: &str = "compiled";

/// Largest secret that is read back.
const SECRET_BYTES_MAX: u64 = 4 << 10;

/// A data folder, locked.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    _lock: File,
}

impl Folder {
    /// Opens the folder at `path`, making it where it is missing.
    ///
    /// # Errors
    /// If another host uses it, or others may enter it.
    pub(super) fn open(path: &Path) -> anyhow::Result<Self> {
        make(path)?;
        let shown = path.display();
        let metadata = fs::metadata(path).with_context(|| format!("cannot use {shown}"))?;
        if metadata.mode() & 0o077 != 0 {
            bail!(
                "the data folder {shown} may be entered by others (mode {:03o}): run `chmod 700 {shown}`",
                metadata.mode() & 0o777
            );
        }
        let lock = path.join(LOCK);
        let mut options = fs::OpenOptions::new();
        let lock = options.write(true).create(true).truncate(false).mode(0o600).open(&lock);
        let lock = lock.with_context(|| format!("cannot write to the data folder {shown}"))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { path: path.to_owned(), _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(anyhow!(
                "another host uses the data folder {shown}: end that one first, or name another folder"
            )),
            Err(TryLockError::Error(error)) => {
                Err(error).with_context(|| format!("cannot lock the data folder {shown}"))
            }
        }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Where native code of plugins is kept.
    pub(super) fn cache(&self) -> anyhow::Result<CompiledCache> {
        Ok(CompiledCache::open(&self.path.join(CACHE))?)
    }

    /// The key that tokens are hashed under, made on first use.
    pub(super) fn token_key(&self) -> anyhow::Result<TokenKey> {
        let path = self.path.join(TOKEN_KEY);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let mut fresh = [0; 32];
                environment::fill_random(&mut fresh)?;
                self.write(TOKEN_KEY, &fresh)?;
                fresh.to_vec()
            }
            Err(error) => {
                return Err(error).with_context(|| format!("cannot read {}", path.display()));
            }
        };
        let key: [u8; 32] = bytes.try_into().map_err(|_| {
            anyhow!(
                "{} is damaged: restore it from a copy; without it every token must be issued anew \
                 (remove the file to do that)",
                path.display()
            )
        })?;
        Ok(TokenKey::new(key))
    }

    /// The secret that was written under `name`, if any was.
    pub(super) fn read_secret(&self, name: &str) -> anyhow::Result<Option<String>> {
        let path = self.path.join(name);
        let what = || format!("cannot read {}", path.display());
        match fs::metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).with_context(what),
            Ok(metadata) if metadata.len() > SECRET_BYTES_MAX => {
                bail!("{} holds no token: it has {} bytes", path.display(), metadata.len());
            }
            Ok(_) => {}
        }
        fs::read_to_string(&path).map(Some).with_context(what)
    }

    /// Writes a secret that only its owner can read.
    pub(super) fn write_secret(&self, name: &str, secret: &str) -> anyhow::Result<()> {
        self.write(name, format!("{secret}\n").as_bytes())
    }

    fn write(&self, name: &str, content: &[u8]) -> anyhow::Result<()> {
        let (path, beside) = (self.path.join(name), self.path.join(format!(".{name}.new")));
        let write = || -> io::Result<()> {
            // Left by a host that was killed here; the lock says that there is no other.
            if let Err(error) = fs::remove_file(&beside)
                && error.kind() != io::ErrorKind::NotFound
            {
                return Err(error);
            }
            let mut options = fs::OpenOptions::new();
            let mut file = options.write(true).create_new(true).mode(0o600).open(&beside)?;
            file.write_all(content)?;
            file.sync_all()?;
            fs::rename(&beside, &path)?;
            File::open(&self.path)?.sync_all()
        };
        write().with_context(|| format!("cannot write {}", path.display()))
    }
}

/// Makes the folder at `path` with mode 0700 where it is missing.
pub(super) fn make(path: &Path) -> anyhow::Result<()> {
    let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(path);
    made.with_context(|| format!("cannot make the folder {}", path.display()))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_second_host_on_the_same_folder_is_refused_until_the_first_is_gone() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("data");
        let folder = Folder::open(&path).unwrap();
        let refused = Folder::open(&path).unwrap_err().to_string();
        assert!(refused.contains("another host uses the data folder"), "{refused}");
        drop(folder);
        Folder::open(&path).unwrap();
    }

    #[test]
    fn what_others_could_read_is_refused_and_secrets_are_not_readable() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("data");
        let folder = Folder::open(&path).unwrap();
        folder.write_secret("operator.token", "sbt_x").unwrap();
        assert_eq!(folder.read_secret("operator.token").unwrap().unwrap(), "sbt_x\n");
        assert_eq!(folder.read_secret("other").unwrap(), None);
        let mode = fs::metadata(path.join("operator.token")).unwrap().mode();
        assert_eq!(mode & 0o777, 0o600);
        drop(folder);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        let refused = Folder::open(&path).unwrap_err().to_string();
        assert!(refused.contains("may be entered by others (mode 755)"), "{refused}");
    }

    #[test]
    fn the_key_of_tokens_stays_and_a_damaged_one_is_told() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("data");
        let folder = Folder::open(&path).unwrap();
        folder.token_key().unwrap();
        let kept = fs::read(path.join(TOKEN_KEY)).unwrap();
        folder.token_key().unwrap();
        assert_eq!(fs::read(path.join(TOKEN_KEY)).unwrap(), kept);
        fs::write(path.join(TOKEN_KEY), "short").unwrap();
        let refused = folder.token_key().unwrap_err().to_string();
        assert!(refused.contains("is damaged"), "{refused}");
    }
}
