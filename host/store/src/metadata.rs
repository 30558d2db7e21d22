//! What a cluster knows of itself: small values under keys, changed in transactions. One store is an embedded file,
//! another memory; a third may be a server elsewhere, so nothing here relies on being the only user.

use std::collections::BTreeSet;

use async_trait::async_trait;

#[cfg(test)]
mod conformance;
mod memory;
mod redb;

pub use self::redb::Redb;
pub use memory::Memory;

/// Most bytes of a key.
pub const KEY_BYTES_MAX: usize = 512;

/// Most bytes of a value: what etcd takes by default, with room.
pub const VALUE_BYTES_MAX: usize = 1 << 20;

/// Most bytes of all keys and values of one commit: what etcd takes by default, with room.
pub const COMMIT_BYTES_MAX: usize = 5 << 18;

/// Most writes and expectations of one commit: what etcd takes by default.
pub const COMMIT_MAX: usize = 128;

/// Keys and values with revisions.
///
/// A revision is a number of the whole store that grows with each commit. An entry bears that of the commit that wrote
/// it; a key that was deleted and written again has a new one.
#[async_trait(?Send)]
pub trait Metadata {
    /// What lies under `key`.
    async fn get(&self, key: &str) -> Result<Option<Entry>, Error>;

    /// All keys that begin with `prefix`, in the order of their bytes.
    async fn scan(&self, prefix: &str) -> Result<Vec<(String, Entry)>, Error>;

    /// Does all of `writes` or none of them, and returns their revision. When this returns ok, they are on the disk.
    /// Without writes only the expectations are checked. May be dropped half-way: then it is done or not.
    ///
    /// # Errors
    /// [`Error::Conflict`] if an expectation does not hold, [`Error::Twice`] if two writes are of one key.
    async fn commit(&self, expects: &[Expect], writes: &[Write]) -> Result<u64, Error>;
}

/// A value and when it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub value: Vec<u8>,
    pub revision: u64,
}

/// What must be true for a commit to happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expect {
    pub key: String,
    /// Of the entry; 0: there is none.
    pub revision: u64,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    Put {
        key: String,
        value: Vec<u8>,
    },
    /// Deleting what is not there is no error.
    Delete {
        key: String,
    },
}

/// Why a store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{key} was changed by somebody else")]
    Conflict { key: String },
    #[error("a commit writes {key} twice")]
    Twice { key: String },
    #[error("{what}, {value}, exceeds the {limit} that metadata takes")]
    TooLarge { what: &'static str, value: usize, limit: usize },
    #[error(
        "cannot write the metadata at {path}: the disk is full or at its quota; free some space and try again"
    )]
    Full { path: String },
    #[error("cannot use the metadata at {path}: {reason}")]
    Io { path: String, reason: String },
    #[error(
        "the metadata at {path} is in use by another process: end that one first, two hosts cannot share it"
    )]
    InUse { path: String },
    #[error("the metadata at {path} is damaged: {reason}; {restore}")]
    Corrupt { path: String, reason: String, restore: String },
}

impl Expect {
    /// That nothing lies under `key`.
    pub fn absent(key: impl Into<String>) -> Self {
        Self { key: key.into(), revision: 0 }
    }

    /// That `key` holds what bore this revision.
    pub fn unchanged(key: impl Into<String>, revision: u64) -> Self {
        Self { key: key.into(), revision }
    }
}

impl Write {
    pub fn put(key: impl Into<String>, value: impl Into<Vec<u8>>) -> Self {
        Write::Put { key: key.into(), value: value.into() }
    }

    pub fn delete(key: impl Into<String>) -> Self {
        Write::Delete { key: key.into() }
    }

    fn key(&self) -> &str {
        match self {
            Write::Put { key, .. } | Write::Delete { key } => key,
        }
    }
}

/// Refuses what no store takes, before anything is done.
fn check(expects: &[Expect], writes: &[Write]) -> Result<(), Error> {
    let refuse = |what, value, limit| Err(Error::TooLarge { what, value, limit });
    let steps = expects.len() + writes.len();
    if steps > COMMIT_MAX {
        return refuse("a commit in steps", steps, COMMIT_MAX);
    }
    let keys =
        expects.iter().map(|expect| expect.key.as_str()).chain(writes.iter().map(Write::key));
    if let Some(key) = keys.into_iter().find(|key| key.len() > KEY_BYTES_MAX) {
        return refuse("a key in bytes", key.len(), KEY_BYTES_MAX);
    }
    let mut bytes = 0;
    for write in writes {
        bytes += write.key().len();
        if let Write::Put { value, .. } = write {
            if value.len() > VALUE_BYTES_MAX {
                return refuse("a value in bytes", value.len(), VALUE_BYTES_MAX);
            }
            bytes += value.len();
        }
    }
    if bytes > COMMIT_BYTES_MAX {
        return refuse("a commit in bytes", bytes, COMMIT_BYTES_MAX);
    }
    let mut seen = BTreeSet::new();
    match writes.iter().find(|write| !seen.insert(write.key())) {
        Some(twice) => Err(Error::Twice { key: twice.key().to_owned() }),
        None => Ok(()),
    }
}
