//! What a leader keeps on its disk: metadata, published plugins, uploads begun.

use std::{
    rc::Rc,
    time::{Duration, UNIX_EPOCH},
};

use sandbar_dataflow::Clock as _;
use sandbar_store::{Blobs, Metadata, blobs, metadata};
use tokio::time::sleep;

use super::files::Folder;
use crate::clock::SystemClock;

/// Names in the data folder.
const METADATA: &str = "metadata.redb";
const BLOBS: &str = "plugins";

/// Time between two copies of the metadata: what a damaged disk may cost.
const COPY: Duration = Duration::from_secs(60 * 60);

/// The stores of a leader.
pub(super) struct Stores {
    pub(super) metadata: Rc<dyn Metadata>,
    pub(super) blobs: Rc<dyn Blobs>,
    pub(super) uploads: blobs::Uploads,
    redb: metadata::Redb,
}

impl Stores {
    /// Opens the stores in `folder`.
    ///
    /// # Errors
    /// What is damaged, and how to restore it.
    pub(super) fn open(folder: &Folder) -> anyhow::Result<Self> {
        let at = |name: &str| folder.path().join(name);
        let redb = metadata::Redb::open(&at(METADATA))?;
        let blobs = blobs::Folder::open(&at(BLOBS))?;
        let uploads = blobs::Uploads::open(&blobs, blobs::Limits::default())?;
        Ok(Self { metadata: Rc::new(redb.clone()), blobs: Rc::new(blobs), uploads, redb })
    }

    /// Keeps a copy of the metadata beside it, and removes uploads that nobody goes on with: now and every hour.
    pub(super) async fn keep_copies(&self) {
        loop {
            match self.redb.backup().await {
                Ok(path) => tracing::debug!(path = %path.display(), "the metadata was copied"),
                Err(error) => tracing::error!(%error, "the metadata cannot be copied"),
            }
            let now = UNIX_EPOCH + Duration::from_millis(SystemClock.now_ms().unsigned_abs());
            if let Err(error) = self.uploads.sweep(now).await {
                tracing::warn!(%error, "stale uploads cannot be removed");
            }
            sleep(COPY).await;
        }
    }
}
