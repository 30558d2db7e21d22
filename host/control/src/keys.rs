//! Where each record lies in the metadata store. Names hold no slash, so that no key of one tenant begins like another's.

use crate::{HostName, PipelineName, PluginName, TenantName, TokenHash, TokenId, Version};

pub const TENANTS: &str = "tenant/";
pub const TOKENS: &str = "token/";
pub const HOSTS: &str = "host/";
pub const AUDIT: &str = "audit/";
pub const PIPELINES: &str = "pipeline/";

pub fn tenant(tenant: &TenantName) -> String {
    format!("{TENANTS}{tenant}")
}

pub fn token(hash: &TokenHash) -> String {
    format!("{TOKENS}{hash}")
}

/// The prefix of the one token of this id.
pub fn token_by_id(id: &TokenId) -> String {
    format!("{TOKENS}{id}")
}

pub fn plugin(tenant: &TenantName, name: &PluginName, version: &Version) -> String {
    format!("plugin/{tenant}/{name}/{version}")
}

/// The prefix of all plugins of a tenant.
pub fn plugins(tenant: &TenantName) -> String {
    format!("plugin/{tenant}/")
}

pub fn pipeline(tenant: &TenantName, name: &PipelineName) -> String {
    format!("{PIPELINES}{tenant}/{name}")
}

/// The prefix of all pipelines of a tenant.
pub fn pipelines(tenant: &TenantName) -> String {
    format!("{PIPELINES}{tenant}/")
}

/// Whose pipeline, and which, a key of [`pipeline`] names.
pub fn parse_pipeline(key: &str) -> Option<(TenantName, PipelineName)> {
    let (tenant, name) = key.strip_prefix(PIPELINES)?.split_once('/')?;
    Some((TenantName::parse(tenant).ok()?, PipelineName::parse(name).ok()?))
}

pub fn checkpoint(tenant: &TenantName, name: &PipelineName) -> String {
    format!("checkpoint/{tenant}/{name}")
}

pub fn host(name: &HostName) -> String {
    format!("{HOSTS}{name}")
}

/// In the order of their numbers.
pub fn audit(number: u64) -> String {
    format!("{AUDIT}{number:020}")
}

/// The number of a key of [`audit`].
pub fn parse_audit(key: &str) -> Option<u64> {
    key.strip_prefix(AUDIT)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_is_read_back() {
        let (acme, delays) =
            (TenantName::parse("acme").unwrap(), PipelineName::parse("delays").unwrap());
        let key = pipeline(&acme, &delays);
        assert_eq!(key, "pipeline/acme/delays");
        assert_eq!(parse_pipeline(&key), Some((acme, delays)));
        assert_eq!(parse_pipeline("pipeline/acme"), None);
        assert_eq!(parse_pipeline("plugin/acme/delays"), None);
        assert_eq!(parse_audit(&audit(7)), Some(7));
        assert!(audit(9) < audit(10));
    }

    #[test]
    fn no_tenant_sees_keys_of_another_whose_name_begins_alike() {
        let short = TenantName::parse("acme").unwrap();
        let long = TenantName::parse("acme-2").unwrap();
        let name = PipelineName::parse("a").unwrap();
        assert!(!pipeline(&long, &name).starts_with(&pipelines(&short)));
    }
}
