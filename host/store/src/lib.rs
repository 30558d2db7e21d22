//! What survives a restart: the metadata of a cluster, the plugins that were published, and native code of plugins that
//! can be made again, but not in a hurry.

pub mod blobs;
mod compiled;
pub mod metadata;

pub use blobs::{Blobs, Digest};
pub use compiled::{CompiledCache, Error};
pub use metadata::{Entry, Expect, Metadata, Write};
