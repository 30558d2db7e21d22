//! Published plugins: their records in the metadata, their bytes among the blobs. A name and version is bound to one digest
//! for ever. What the bytes are was checked before they come here.

use std::rc::Rc;

use sandbar_control::Resource;
use sandbar_control::{
    Digest, PluginName, Problem, Quota, Reference, TenantName, Version, keys,
    record::{self, Record as _},
};
use sandbar_store::{Blobs, Expect, Metadata, Write, blobs, metadata};
use tokio::sync::Mutex;

use crate::tenancy::problem;

#[cfg(test)]
mod tests;

/// All records of plugins, whoever's.
const PLUGINS: &str = "plugin/";

/// The plugins of all tenants.
pub struct Registry {
    metadata: Rc<dyn Metadata>,
    blobs: Rc<dyn Blobs>,
    /// Held while plugins are counted and one is added or taken back.
    changing: Mutex<()>,
}

impl std::fmt::Debug for Registry {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Registry").finish_non_exhaustive()
    }
}

impl Registry {
    pub fn new(metadata: Rc<dyn Metadata>, blobs: Rc<dyn Blobs>) -> Self {
        Self { metadata, blobs, changing: Mutex::default() }
    }

    /// The plugins of `tenant` that can be used, by name and version.
    ///
    /// # Errors
    /// If the metadata cannot be read.
    pub async fn plugins(&self, tenant: &TenantName) -> Result<Vec<record::Plugin>, Problem> {
        let plugins = self.all(&keys::plugins(tenant)).await?;
        Ok(plugins.into_iter().filter(|plugin| !plugin.retracted).collect())
    }

    /// The plugin that `tenant` published under this name and version, unless it was taken back.
    ///
    /// # Errors
    /// If the metadata cannot be read.
    pub async fn plugin(
        &self,
        tenant: &TenantName,
        reference: &Reference,
    ) -> Result<Option<record::Plugin>, Problem> {
        let (plugin, _) = self.find(tenant, &reference.name, &reference.version).await?;
        Ok(plugin.filter(|plugin| !plugin.retracted))
    }

    /// Whether `tenant` may publish bytes of this digest under this name and version; the plugin, if it did so before and
    /// its bytes are still there.
    ///
    /// # Errors
    /// `exists` if other bytes are bound to it, `quota` if there are too many plugins.
    pub async fn admit(
        &self,
        tenant: &TenantName,
        quota: Quota,
        reference: &Reference,
        digest: &Digest,
    ) -> Result<Option<record::Plugin>, Problem> {
        let (found, _) = self.find(tenant, &reference.name, &reference.version).await?;
        match found {
            Some(plugin) if plugin.digest != *digest => Err(bound(&plugin, digest)),
            Some(plugin) if !plugin.retracted => Ok(self.is_here(digest).await?.then_some(plugin)),
            _ => {
                let used = self.all(&keys::plugins(tenant)).await?.len();
                // Names that were taken back count too: they stay bound.
                let more = usize::from(found.is_none());
                quota.admit(tenant, Resource::Plugins, used, more)?;
                Ok(None)
            }
        }
    }

    /// Whether the bytes are there; those that were found damaged are not.
    async fn is_here(&self, digest: &Digest) -> Result<bool, Problem> {
        let digest = blobs::Digest::parse(digest.as_str()).map_err(|error| blob_problem(&error))?;
        self.blobs.contains(&digest).await.map_err(|error| blob_problem(&error))
    }

    /// Publishes `bytes` as `plugin`, or finds that this was done before.
    ///
    /// # Errors
    /// As [`admit`](Self::admit), or if the disk refuses; then nothing is published.
    pub async fn publish(
        &self,
        tenant: &TenantName,
        quota: Quota,
        plugin: record::Plugin,
        bytes: Vec<u8>,
    ) -> Result<record::Plugin, Problem> {
        let _changing = self.changing.lock().await;
        let reference = Reference { name: plugin.name.clone(), version: plugin.version.clone() };
        if let Some(plugin) = self.admit(tenant, quota, &reference, &plugin.digest).await? {
            return Ok(plugin);
        }
        self.blobs.put(bytes).await.map_err(|error| blob_problem(&error))?;
        let (_, revision) = self.find(tenant, &plugin.name, &plugin.version).await?;
        let key = keys::plugin(tenant, &plugin.name, &plugin.version);
        let expects = [Expect { key: key.clone(), revision }];
        let writes = [Write::put(key, plugin.encode())];
        match self.metadata.commit(&expects, &writes).await {
            Ok(_) => Ok(plugin),
            Err(metadata::Error::Conflict { .. }) => {
                let (name, version) = (&plugin.name, &plugin.version);
                let message = format!("{name}@{version} was changed meanwhile: try again");
                Err(Problem::conflict(message))
            }
            Err(error) => Err(problem(&error)),
        }
    }

    /// Takes a plugin back that no pipeline of its tenant uses.
    ///
    /// # Errors
    /// `not-found`, or `conflict` with the pipeline that uses it.
    pub async fn retract(&self, tenant: &TenantName, reference: &Reference) -> Result<(), Problem> {
        let _changing = self.changing.lock().await;
        let (name, version) = (&reference.name, &reference.version);
        let (found, revision) = self.find(tenant, name, version).await?;
        let plugin = found.filter(|plugin| !plugin.retracted).ok_or_else(|| {
            Problem::not_found(format!("there is no plugin `{reference}`"))
                .help("`sandbar plugins` lists them")
        })?;
        self.check_unused(tenant, reference).await?;
        let key = keys::plugin(tenant, name, version);
        let retracted = record::Plugin { retracted: true, ..plugin.clone() };
        let expects = [Expect::unchanged(&key, revision)];
        let writes = [Write::put(&key, retracted.encode())];
        let revision =
            self.metadata.commit(&expects, &writes).await.map_err(|error| problem(&error))?;
        // A deploy may have looked before and committed after the check above.
        if let Err(used) = self.check_unused(tenant, reference).await {
            let expects = [Expect::unchanged(&key, revision)];
            let writes = [Write::put(&key, plugin.encode())];
            self.metadata.commit(&expects, &writes).await.map_err(|error| problem(&error))?;
            return Err(used);
        }
        self.forget(&plugin.digest).await;
        Ok(())
    }

    async fn check_unused(
        &self,
        tenant: &TenantName,
        reference: &Reference,
    ) -> Result<(), Problem> {
        let pipelines = self.metadata.scan(&keys::pipelines(tenant)).await;
        for (_, entry) in pipelines.map_err(|error| problem(&error))? {
            let pipeline = record::Pipeline::decode(&entry.value)?;
            if pipeline.plugins.iter().any(|plugin| plugin.reference == *reference) {
                let name = &pipeline.name;
                let message = format!("pipeline `{name}` uses {reference}");
                let help = format!("`sandbar delete {name}`, or deploy it with another version");
                return Err(Problem::conflict(message).help(help));
            }
        }
        Ok(())
    }

    /// Removes the bytes that no tenant has a use for. What stays by mistake costs room and nothing else.
    async fn forget(&self, digest: &Digest) {
        let used = match self.all(PLUGINS).await {
            Ok(plugins) => {
                plugins.iter().any(|plugin| !plugin.retracted && plugin.digest == *digest)
            }
            Err(_) => true,
        };
        let Ok(blob) = blobs::Digest::parse(digest.as_str()) else { return };
        if !used && let Err(error) = self.blobs.remove(&blob).await {
            tracing::warn!(%error, "a plugin that was taken back stays on the disk");
        }
    }

    async fn all(&self, prefix: &str) -> Result<Vec<record::Plugin>, Problem> {
        let entries = self.metadata.scan(prefix).await.map_err(|error| problem(&error))?;
        entries.iter().map(|(_, entry)| record::Plugin::decode(&entry.value)).collect()
    }

    /// The record of a plugin and its revision; 0 where there is none.
    async fn find(
        &self,
        tenant: &TenantName,
        name: &PluginName,
        version: &Version,
    ) -> Result<(Option<record::Plugin>, u64), Problem> {
        let key = keys::plugin(tenant, name, version);
        match self.metadata.get(&key).await.map_err(|error| problem(&error))? {
            Some(entry) => Ok((Some(record::Plugin::decode(&entry.value)?), entry.revision)),
            None => Ok((None, 0)),
        }
    }
}

fn bound(plugin: &record::Plugin, digest: &Digest) -> Problem {
    let (name, version, bound) = (&plugin.name, &plugin.version, &plugin.digest);
    Problem::exists(format!(
        "{name}@{version} is bound to other bytes: their digest is {bound}, not {digest}"
    ))
    .help("publish under another version: one that was published never changes")
}

/// What the failure of the blobs means to whoever asked for something.
pub(crate) fn blob_problem(error: &blobs::Error) -> Problem {
    use blobs::Error;
    let message = error.to_string();
    match error {
        Error::NotFound { .. } => Problem::not_found(message),
        Error::NoDigest { .. }
        | Error::NoOwner { .. }
        | Error::Mismatch { .. }
        | Error::Incomplete { .. } => Problem::invalid(message),
        Error::Offset { .. } => Problem::conflict(message),
        Error::TooLarge { .. } => Problem::new(sandbar_control::Code::TooLarge, message),
        Error::TooMany { .. } | Error::TooMuch { .. } => {
            Problem::new(sandbar_control::Code::Quota, message)
        }
        Error::Full { .. } => Problem::unavailable(message),
        Error::Corrupt { .. } | Error::Io { .. } => {
            tracing::error!(%error, "blobs cannot be used");
            Problem::internal(message)
        }
    }
}
