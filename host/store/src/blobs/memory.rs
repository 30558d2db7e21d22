//! Blobs that a process holds for itself: for tests and simulated clusters. Clones share what they hold.

use std::{
    collections::HashMap,
    hash::BuildHasherDefault,
    sync::{Arc, Mutex, MutexGuard},
};

use async_trait::async_trait;

use super::{BLOB_BYTES_MAX, Blobs, Digest, Error};

/// Blobs in memory.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    shared: Arc<Mutex<Content>>,
}

/// Digests are spread evenly by themselves; nothing here depends on an order.
type Content = HashMap<Digest, Arc<[u8]>, BuildHasherDefault<std::hash::DefaultHasher>>;

impl Memory {
    pub fn new() -> Self {
        Self::default()
    }

    fn content(&self) -> MutexGuard<'_, Content> {
        self.shared.lock().expect("nobody panics while holding the lock")
    }
}

#[async_trait(?Send)]
impl Blobs for Memory {
    async fn put(&self, bytes: Vec<u8>) -> Result<Digest, Error> {
        if bytes.len() > BLOB_BYTES_MAX {
            let (bytes, limit) = (bytes.len() as u64, BLOB_BYTES_MAX as u64);
            return Err(Error::TooLarge { bytes, limit });
        }
        let digest = Digest::of(&bytes);
        self.content().insert(digest, bytes.into());
        Ok(digest)
    }

    async fn get(&self, digest: &Digest) -> Result<Vec<u8>, Error> {
        let found = self.content().get(digest).map(Arc::clone);
        found.map(|bytes| bytes.to_vec()).ok_or(Error::NotFound { digest: *digest })
    }

    async fn contains(&self, digest: &Digest) -> Result<bool, Error> {
        Ok(self.content().contains_key(digest))
    }

    async fn remove(&self, digest: &Digest) -> Result<(), Error> {
        self.content().remove(digest);
        Ok(())
    }
}
