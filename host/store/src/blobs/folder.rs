//! Blobs in a folder: each in a file named by its digest. A file appears whole or not at all, and is verified each time it
//! is read. One that is damaged is set aside, for a person to look at, and is not there any more.

use std::{
    fs, io,
    io::{Read, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

use async_trait::async_trait;

use super::{BLOB_BYTES_MAX, Blobs, Digest, Error, blocking};

/// Files that are being written.
const NEW: &str = ".new-";

/// Folder of damaged files.
const DAMAGED: &str = "damaged";

/// Blobs in a folder. Clones share it.
#[derive(Clone, Debug)]
pub struct Folder {
    path: Arc<Path>,
}

impl Folder {
    /// Opens the folder at `path`, making it where it is missing. Blocks. What a crash left half-written is removed.
    ///
    /// # Errors
    /// If the disk refuses.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let error = |source| super::io(path, source);
        fs::create_dir_all(path).map_err(error)?;
        for entry in fs::read_dir(path).map_err(error)? {
            let entry = entry.map_err(error)?;
            if entry.file_name().to_string_lossy().starts_with(NEW) {
                fs::remove_file(entry.path()).map_err(error)?;
            }
        }
        Ok(Self { path: path.into() })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    fn file(&self, digest: &Digest) -> PathBuf {
        self.path.join(digest.to_string())
    }

    pub(super) fn read(&self, digest: &Digest) -> Result<Vec<u8>, Error> {
        let path = self.file(digest);
        let error = |source: io::Error| match source.kind() {
            io::ErrorKind::NotFound => Error::NotFound { digest: *digest },
            _ => super::io(&path, source),
        };
        let file = fs::File::open(&path).map_err(error)?;
        let mut bytes = Vec::new();
        // One byte more than may be: then it is not what was put.
        file.take(BLOB_BYTES_MAX as u64 + 1).read_to_end(&mut bytes).map_err(error)?;
        if Digest::of(&bytes) == *digest {
            return Ok(bytes);
        }
        let aside = self.path.join(DAMAGED).join(digest.to_string());
        let set_aside = || -> io::Result<()> {
            fs::create_dir_all(self.path.join(DAMAGED))?;
            fs::rename(&path, &aside)?;
            sync(&self.path)
        };
        set_aside().map_err(|source| super::io(&path, source))?;
        Err(Error::Corrupt { digest: *digest, aside: aside.display().to_string() })
    }

    fn write(&self, bytes: &[u8]) -> Result<Digest, Error> {
        let digest = Digest::of(bytes);
        match self.read(&digest) {
            Ok(_) => return Ok(digest),
            // A damaged one is replaced by the one that came now.
            Err(Error::NotFound { .. } | Error::Corrupt { .. }) => {}
            Err(error) => return Err(error),
        }
        let path = self.file(&digest);
        let write = || -> io::Result<()> {
            let mut file = tempfile::Builder::new().prefix(NEW).tempfile_in(&self.path)?;
            file.write_all(bytes)?;
            file.as_file().sync_all()?;
            file.persist(&path)?;
            sync(&self.path)
        };
        write().map_err(|source| super::io(&path, source))?;
        Ok(digest)
    }

    /// Makes the file at `path`, whose bytes are those of `digest` and on the disk, the blob.
    pub(super) fn adopt(&self, path: &Path, digest: &Digest) -> Result<(), Error> {
        let adopt = || {
            fs::rename(path, self.file(digest))?;
            sync(&self.path)
        };
        adopt().map_err(|source| super::io(path, source))
    }
}

#[async_trait(?Send)]
impl Blobs for Folder {
    async fn put(&self, bytes: Vec<u8>) -> Result<Digest, Error> {
        if bytes.len() > BLOB_BYTES_MAX {
            let (bytes, limit) = (bytes.len() as u64, BLOB_BYTES_MAX as u64);
            return Err(Error::TooLarge { bytes, limit });
        }
        let folder = self.clone();
        blocking(move || folder.write(&bytes)).await
    }

    async fn get(&self, digest: &Digest) -> Result<Vec<u8>, Error> {
        let (folder, digest) = (self.clone(), *digest);
        blocking(move || folder.read(&digest)).await
    }

    async fn contains(&self, digest: &Digest) -> Result<bool, Error> {
        let path = self.file(digest);
        blocking(move || path.try_exists().map_err(|source| super::io(&path, source))).await
    }

    async fn remove(&self, digest: &Digest) -> Result<(), Error> {
        let (folder, path) = (self.clone(), self.file(digest));
        blocking(move || match fs::remove_file(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(super::io(&path, error)),
            Ok(()) => sync(&folder.path).map_err(|source| super::io(&folder.path, source)),
        })
        .await
    }
}

/// Makes the names in a folder durable.
fn sync(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}
