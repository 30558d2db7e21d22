//! Tenants, tokens and the audit log of a cluster, over its metadata. Whoever calls here has been let in already; who that
//! is, a [`Grant`] says. Connections are not known here.

use std::rc::Rc;

use sandbar_control::{
    Code, Network, Problem, Quota, TenantName, TokenKey, keys,
    record::{self, Record as _},
};
use sandbar_dataflow::Clock;
use sandbar_store::{Expect, Metadata, Write, metadata};

mod audit;
mod grant;
#[cfg(test)]
mod tests;
mod tokens;

pub use audit::Audit;
pub use grant::{Ended, Grant};
pub use tokens::Issued;

/// Most tenants: listing them takes one message.
const TENANTS_MAX: usize = 10_000;

/// Times that a change is tried again when somebody else changed the same.
const ATTEMPTS: u32 = 8;

/// Tenants and their tokens.
pub struct Tenancy {
    metadata: Rc<dyn Metadata>,
    key: TokenKey,
    clock: Rc<dyn Clock>,
    live: grant::Live,
}

impl std::fmt::Debug for Tenancy {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Tenancy").finish_non_exhaustive()
    }
}

impl Tenancy {
    /// What `metadata` holds. Tokens are hashed under `key`.
    pub fn new(metadata: Rc<dyn Metadata>, key: TokenKey, clock: Rc<dyn Clock>) -> Self {
        Self { metadata, key, clock, live: grant::Live::default() }
    }

    /// All tenants by name.
    ///
    /// # Errors
    /// If the metadata cannot be read.
    pub async fn tenants(&self) -> Result<Vec<record::Tenant>, Problem> {
        let entries = self.metadata.scan(keys::TENANTS).await.map_err(|error| problem(&error))?;
        entries.iter().map(|(_, entry)| record::Tenant::decode(&entry.value)).collect()
    }

    /// # Errors
    /// `not-found`.
    pub async fn tenant(&self, name: &TenantName) -> Result<record::Tenant, Problem> {
        Ok(self.find(name).await?.0)
    }

    /// # Errors
    /// `exists`; `quota` if there are too many.
    pub async fn create(&self, name: &TenantName, quota: Quota) -> Result<(), Problem> {
        let key = keys::tenant(name);
        let taken = || Problem::exists(format!("there is a tenant `{name}` already"));
        if self.metadata.get(&key).await.map_err(|error| problem(&error))?.is_some() {
            return Err(taken());
        }
        let tenants = self.tenants().await?.len();
        if tenants >= TENANTS_MAX {
            let message = format!("there are {tenants} tenants, and may be {TENANTS_MAX}");
            return Err(Problem::new(Code::Quota, message));
        }
        let tenant = record::Tenant {
            name: name.clone(),
            quota,
            created: self.clock.now_ms(),
            network: Network::default(),
        };
        let expects = [Expect::absent(&key)];
        match self.metadata.commit(&expects, &[Write::put(&key, tenant.encode())]).await {
            Ok(_) => Ok(()),
            Err(metadata::Error::Conflict { .. }) => Err(taken()),
            Err(error) => Err(problem(&error)),
        }
    }

    /// What the tenant may use from now on. What it uses already stays.
    ///
    /// # Errors
    /// `not-found`.
    pub async fn set_quota(&self, name: &TenantName, quota: Quota) -> Result<(), Problem> {
        self.change(name, |tenant| Ok(record::Tenant { quota, ..tenant })).await
    }

    /// What the tenant's connectors may reach from now on, out of what they may now.
    ///
    /// # Errors
    /// `not-found`, and those of `change`.
    pub async fn regrant(
        &self,
        name: &TenantName,
        change: impl Fn(Network) -> Result<Network, Problem>,
    ) -> Result<(), Problem> {
        let changed = |tenant: record::Tenant| {
            let network = change(tenant.network)?;
            Ok(record::Tenant { network, ..tenant })
        };
        self.change(name, changed).await
    }

    async fn change(
        &self,
        name: &TenantName,
        change: impl Fn(record::Tenant) -> Result<record::Tenant, Problem>,
    ) -> Result<(), Problem> {
        let key = keys::tenant(name);
        for _ in 0..ATTEMPTS {
            let (tenant, revision) = self.find(name).await?;
            let tenant = change(tenant)?;
            let expects = [Expect::unchanged(&key, revision)];
            match self.metadata.commit(&expects, &[Write::put(&key, tenant.encode())]).await {
                Ok(_) => return Ok(()),
                Err(metadata::Error::Conflict { .. }) => {}
                Err(error) => return Err(problem(&error)),
            }
        }
        Err(Problem::conflict(format!("tenant `{name}` is being changed by others: try again")))
    }

    async fn find(&self, name: &TenantName) -> Result<(record::Tenant, u64), Problem> {
        let entry =
            self.metadata.get(&keys::tenant(name)).await.map_err(|error| problem(&error))?;
        let unknown = || {
            Problem::not_found(format!("there is no tenant `{name}`"))
                .help("`sandbar tenants` lists them; `sandbar tenants create NAME` makes one")
        };
        let entry = entry.ok_or_else(unknown)?;
        Ok((record::Tenant::decode(&entry.value)?, entry.revision))
    }
}

/// What the failure of a store means to whoever asked for something.
pub(crate) fn problem(error: &metadata::Error) -> Problem {
    let code = match error {
        metadata::Error::Conflict { .. } => Code::Conflict,
        metadata::Error::TooLarge { .. } => Code::TooLarge,
        metadata::Error::Full { .. } => Code::Unavailable,
        metadata::Error::Io { .. }
        | metadata::Error::Twice { .. }
        | metadata::Error::InUse { .. }
        | metadata::Error::Corrupt { .. } => {
            tracing::error!(%error, "the metadata cannot be used");
            Code::Internal
        }
    };
    Problem::new(code, error.to_string())
}
