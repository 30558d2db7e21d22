//! Large things that never change, under the digest of their bytes: published plugins. Whoever gets one gets exactly
//! what was put, or an error.

use std::{fmt, path::Path, str::FromStr};

use async_trait::async_trait;

mod folder;
mod memory;
#[cfg(test)]
mod tests;
mod uploads;

pub use folder::Folder;
pub use memory::Memory;
pub use uploads::{Limits, Upload, Uploads};

/// Most bytes of a blob: the largest plugin.
pub const BLOB_BYTES_MAX: usize = 32 << 20;

/// Bytes by their digest.
#[async_trait(?Send)]
pub trait Blobs {
    /// Keeps `bytes`. When this returns ok, they are on the disk. Putting the same twice is no error.
    async fn put(&self, bytes: Vec<u8>) -> Result<Digest, Error>;

    /// The bytes of that digest: verified.
    async fn get(&self, digest: &Digest) -> Result<Vec<u8>, Error>;

    async fn contains(&self, digest: &Digest) -> Result<bool, Error>;

    /// Forgets a blob. One that is not there is no error.
    async fn remove(&self, digest: &Digest) -> Result<(), Error>;
}

/// BLAKE3 of some bytes. Written as 64 hexadecimal digits in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Digest(blake3::Hash);

/// Why blobs did not do what they were asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("blob {digest} is not here")]
    NotFound { digest: Digest },
    #[error("blob {digest} was damaged on the disk and is set aside at {aside}: upload it again")]
    Corrupt { digest: Digest, aside: String },
    #[error("a blob of {bytes} bytes exceeds the {limit} that are taken")]
    TooLarge { bytes: u64, limit: u64 },
    #[error("{text:?} is not a digest of 64 hexadecimal digits in lower case")]
    NoDigest { text: String },
    #[error("{name:?} cannot own uploads: use up to 63 of a-z, 0-9 and hyphens")]
    NoOwner { name: String },
    #[error("the upload stands at {expected} bytes, not at {offset}: go on from there")]
    Offset { offset: u64, expected: u64 },
    #[error("the upload has {have} of {bytes} bytes: it is not complete")]
    Incomplete { have: u64, bytes: u64 },
    #[error("the bytes that came have the digest {found}, not {expected}: begin the upload again")]
    Mismatch { expected: Digest, found: Digest },
    #[error("{owner} has {uploads} uploads begun and may have {limit}: finish them, or wait a day")]
    TooMany { owner: String, uploads: usize, limit: usize },
    #[error(
        "{owner} would have {bytes} bytes in uploads begun and may have {limit}: finish them, or wait a day"
    )]
    TooMuch { owner: String, bytes: u64, limit: u64 },
    #[error(
        "cannot write to {path}: the disk is full or at its quota; free some space and try again"
    )]
    Full { path: String },
    #[error("cannot use {path}: {source}")]
    Io { path: String, source: std::io::Error },
}

impl Digest {
    pub fn of(bytes: &[u8]) -> Self {
        Self(blake3::hash(bytes))
    }

    /// Takes `text` for a digest.
    ///
    /// # Errors
    /// [`Error::NoDigest`] if it is none.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let refuse = || Error::NoDigest { text: text.chars().take(80).collect() };
        if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return Err(refuse());
        }
        blake3::Hash::from_hex(text).map(Self).map_err(|_| refuse())
    }
}

/// What an error of the system means to whoever runs the host.
fn io(path: &Path, source: std::io::Error) -> Error {
    use std::io::ErrorKind;
    let path = path.display().to_string();
    match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            Error::Full { path }
        }
        _ => Error::Io { path, source },
    }
}

/// Does what may block where it may.
async fn blocking<T: Send + 'static>(
    act: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let done = tokio::task::spawn_blocking(act).await;
    done.unwrap_or_else(|error| {
        let source = std::io::Error::other(error);
        Err(Error::Io { path: "the folder of blobs".to_owned(), source })
    })
}

impl FromStr for Digest {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.to_hex())
    }
}
