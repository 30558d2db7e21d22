//! What who runs a cluster asks of it.

use sandbar_control::Network;
use sandbar_schema::control_capnp::operator;

use super::{
    Failure,
    view::{self, AuditEntry, Host, Quota, TenantUse, Token},
};
use crate::{api::encode_network, contexts::Secret};

/// The capability of an operator of the cluster. Ends with its connection.
#[derive(Clone)]
pub struct Operator(operator::Client);

impl std::fmt::Debug for Operator {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Operator").finish_non_exhaustive()
    }
}

impl Operator {
    pub(super) fn new(client: operator::Client) -> Self {
        Self(client)
    }

    pub async fn hosts(&self) -> Result<Vec<Host>, Failure> {
        let answer = self.0.hosts_request().send().promise.await?;
        view::all(answer.get()?.get_hosts()?)
    }

    /// Moves every task away from `host`.
    pub async fn drain(&self, host: &str) -> Result<(), Failure> {
        let mut request = self.0.drain_request();
        request.get().set_host(host);
        view::refusal(request.send().promise.await?.get()?.get_problem())
    }

    pub async fn undrain(&self, host: &str) -> Result<(), Failure> {
        let mut request = self.0.undrain_request();
        request.get().set_host(host);
        view::refusal(request.send().promise.await?.get()?.get_problem())
    }

    pub async fn tenants(&self) -> Result<Vec<TenantUse>, Failure> {
        let answer = self.0.tenants_request().send().promise.await?;
        view::all(answer.get()?.get_tenants()?)
    }

    pub async fn create_tenant(&self, name: &str, quota: Quota) -> Result<(), Failure> {
        let mut request = self.0.create_tenant_request();
        request.get().set_name(name);
        quota.write(request.get().init_quota());
        view::refusal(request.send().promise.await?.get()?.get_problem())
    }

    pub async fn set_quota(&self, name: &str, quota: Quota) -> Result<(), Failure> {
        let mut request = self.0.set_quota_request();
        request.get().set_name(name);
        quota.write(request.get().init_quota());
        view::refusal(request.send().promise.await?.get()?.get_problem())
    }

    /// Lets the tenant's connectors reach what `network` has, too.
    pub async fn grant(&self, tenant: &str, network: &Network) -> Result<(), Failure> {
        let mut request = self.0.grant_request();
        request.get().set_tenant(tenant);
        encode_network(network, request.get().init_network());
        view::refusal(request.send().promise.await?.get()?.get_problem())
    }

    /// Takes the rules of `network` back.
    pub async fn withdraw(&self, tenant: &str, network: &Network) -> Result<(), Failure> {
        let mut request = self.0.withdraw_request();
        request.get().set_tenant(tenant);
        encode_network(network, request.get().init_network());
        view::refusal(request.send().promise.await?.get()?.get_problem())
    }

    /// A new token of `tenant`, or of an operator if that is empty, and its id. `expires` is a time; 0: never.
    pub async fn issue_token(
        &self,
        tenant: &str,
        label: &str,
        expires: i64,
    ) -> Result<(Secret, String), Failure> {
        let mut request = self.0.issue_token_request();
        let mut issue = request.get();
        issue.set_tenant(tenant);
        issue.set_label(label);
        issue.set_expires(expires);
        let answer = request.send().promise.await?;
        let answer = answer.get()?;
        view::refusal(answer.get_problem())?;
        Ok((Secret::new(view::text(answer.get_token())?), view::text(answer.get_id())?))
    }

    pub async fn tokens(&self) -> Result<Vec<Token>, Failure> {
        let answer = self.0.tokens_request().send().promise.await?;
        view::all(answer.get()?.get_tokens()?)
    }

    pub async fn revoke_token(&self, id: &str) -> Result<(), Failure> {
        let mut request = self.0.revoke_token_request();
        request.get().set_id(id);
        view::refusal(request.send().promise.await?.get()?.get_problem())
    }

    /// The newest `entries`, oldest first.
    pub async fn audit(&self, entries: u32) -> Result<Vec<AuditEntry>, Failure> {
        let mut request = self.0.audit_request();
        request.get().set_entries(entries);
        let answer = request.send().promise.await?;
        view::all(answer.get()?.get_entries()?)
    }
}
