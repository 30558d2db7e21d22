//! Uploads in memory, for tests: they do not survive the process.

use std::{cell::RefCell, collections::BTreeMap};

use async_trait::async_trait;
use sandbar_store::blobs::{Digest, Error};

use super::Uploads;

/// Uploads begun, by owner and digest.
#[derive(Debug, Default)]
pub struct Memory(RefCell<BTreeMap<(String, String), Vec<u8>>>);

fn key(owner: &str, digest: &Digest) -> (String, String) {
    (owner.to_owned(), digest.to_string())
}

#[async_trait(?Send)]
impl Uploads for Memory {
    async fn begin(&self, owner: &str, digest: &Digest, _: u64) -> Result<u64, Error> {
        Ok(self.0.borrow_mut().entry(key(owner, digest)).or_default().len() as u64)
    }

    async fn write(
        &self,
        owner: &str,
        digest: &Digest,
        bytes: u64,
        offset: u64,
        piece: Vec<u8>,
    ) -> Result<(), Error> {
        let mut begun = self.0.borrow_mut();
        let here = begun.entry(key(owner, digest)).or_default();
        let expected = here.len() as u64;
        if offset != expected {
            return Err(Error::Offset { offset, expected });
        }
        let limit = bytes;
        if expected + piece.len() as u64 > limit {
            return Err(Error::TooLarge { bytes: expected + piece.len() as u64, limit });
        }
        here.extend_from_slice(&piece);
        Ok(())
    }

    async fn finish(&self, owner: &str, digest: &Digest, bytes: u64) -> Result<Vec<u8>, Error> {
        let mut begun = self.0.borrow_mut();
        let here = begun.entry(key(owner, digest)).or_default();
        if here.len() as u64 != bytes {
            return Err(Error::Incomplete { have: here.len() as u64, bytes });
        }
        let found = Digest::of(here);
        if found != *digest {
            here.clear();
            return Err(Error::Mismatch { expected: *digest, found });
        }
        Ok(here.clone())
    }

    async fn forget(&self, owner: &str, digest: &Digest) {
        self.0.borrow_mut().remove(&key(owner, digest));
    }
}
