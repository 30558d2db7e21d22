//! What who runs the cluster may do: hosts, tenants, tokens, the audit log.

use std::rc::Rc;

use sandbar_control::{HostName, Network, Problem, Scope, TenantName, TokenId};
use sandbar_schema::control_capnp::operator;

use super::{connection::Held, decode, encode, session::Session};
use crate::tenancy::Issued;

/// Most entries of the audit log that one call gets: they fit a message.
const AUDIT_MAX: usize = 5_000;

pub(super) struct Operator {
    pub(super) session: Session,
    pub(super) _held: Held,
}

impl Operator {
    async fn drain(&self, host: &str) -> Result<(), Problem> {
        self.session.change()?;
        self.session.shared.cluster.drain(&HostName::parse(host)?).await
    }

    async fn undrain(&self, host: &str) -> Result<(), Problem> {
        self.session.change()?;
        self.session.shared.cluster.undrain(&HostName::parse(host)?).await
    }

    /// Changes what the tenant called `name` may reach, and lets its pipelines know.
    async fn regrant(
        &self,
        name: &str,
        network: Result<Network, Problem>,
        change: impl Fn(Network, &Network) -> Result<Network, Problem>,
    ) -> Result<(), Problem> {
        self.session.change()?;
        let (name, network) = (TenantName::parse(name)?, network?);
        let shared = &self.session.shared;
        shared.tenancy.regrant(&name, |granted| change(granted, &network)).await?;
        shared.cluster.regranted(&name).await;
        Ok(())
    }

    async fn issue(&self, tenant: &str, label: &str, expires: i64) -> Result<Issued, Problem> {
        self.session.change()?;
        let scope = match tenant {
            "" => Scope::Operator,
            tenant => Scope::Tenant(TenantName::parse(tenant)?),
        };
        self.session.shared.tenancy.issue(scope, label, expires).await
    }

    async fn revoke(&self, id: &str) -> Result<(), Problem> {
        self.session.change()?;
        self.session.shared.tenancy.revoke(&TokenId::parse(id)?).await
    }
}

impl operator::Server for Operator {
    async fn hosts(
        self: Rc<Self>,
        _: operator::HostsParams,
        mut results: operator::HostsResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let hosts = self.session.shared.cluster.hosts();
        let mut list = results.get().init_hosts(encode::length(hosts.len()));
        for (index, host) in (0..).zip(&hosts) {
            encode::host(host, list.reborrow().get(index));
        }
        Ok(())
    }

    async fn drain(
        self: Rc<Self>,
        params: operator::DrainParams,
        mut results: operator::DrainResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let host = decode::text(params.get()?.get_host()?)?;
        let done = Operator::drain(&self, &host).await;
        let done = self.session.audited("drain", &host, done).await;
        encode::outcome(done, results.get(), |results| results.reborrow().init_problem());
        Ok(())
    }

    async fn undrain(
        self: Rc<Self>,
        params: operator::UndrainParams,
        mut results: operator::UndrainResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let host = decode::text(params.get()?.get_host()?)?;
        let done = Operator::undrain(&self, &host).await;
        let done = self.session.audited("undrain", &host, done).await;
        encode::outcome(done, results.get(), |results| results.reborrow().init_problem());
        Ok(())
    }

    async fn tenants(
        self: Rc<Self>,
        _: operator::TenantsParams,
        mut results: operator::TenantsResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let tenants = self.session.shared.tenants().await.map_err(encode::exception)?;
        let mut list = results.get().init_tenants(encode::length(tenants.len()));
        for (index, tenant) in (0..).zip(&tenants) {
            encode::tenant(tenant, list.reborrow().get(index));
        }
        Ok(())
    }

    async fn create_tenant(
        self: Rc<Self>,
        params: operator::CreateTenantParams,
        mut results: operator::CreateTenantResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let params = params.get()?;
        let (name, quota) = (decode::text(params.get_name()?)?, decode::quota(params.get_quota()?));
        let created = async {
            self.session.change()?;
            self.session.shared.tenancy.create(&TenantName::parse(&name)?, quota).await
        };
        let created = created.await;
        let created = self.session.audited("create-tenant", &name, created).await;
        encode::outcome(created, results.get(), |results| results.reborrow().init_problem());
        Ok(())
    }

    async fn set_quota(
        self: Rc<Self>,
        params: operator::SetQuotaParams,
        mut results: operator::SetQuotaResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let params = params.get()?;
        let (name, quota) = (decode::text(params.get_name()?)?, decode::quota(params.get_quota()?));
        let set = async {
            self.session.change()?;
            self.session.shared.tenancy.set_quota(&TenantName::parse(&name)?, quota).await
        };
        let set = set.await;
        let set = self.session.audited("set-quota", &name, set).await;
        encode::outcome(set, results.get(), |results| results.reborrow().init_problem());
        Ok(())
    }

    async fn grant(
        self: Rc<Self>,
        params: operator::GrantParams,
        mut results: operator::GrantResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let params = params.get()?;
        let name = decode::text(params.get_tenant()?)?;
        let network = decode::network(params.get_network()?)?;
        let granted = self.regrant(&name, network, |granted, more| granted.with(more.clone()));
        let granted = granted.await;
        let granted = self.session.audited("grant", &name, granted).await;
        encode::outcome(granted, results.get(), |results| results.reborrow().init_problem());
        Ok(())
    }

    async fn withdraw(
        self: Rc<Self>,
        params: operator::WithdrawParams,
        mut results: operator::WithdrawResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let params = params.get()?;
        let name = decode::text(params.get_tenant()?)?;
        let network = decode::network(params.get_network()?)?;
        let withdrawn = self.regrant(&name, network, Network::without).await;
        let withdrawn = self.session.audited("withdraw", &name, withdrawn).await;
        encode::outcome(withdrawn, results.get(), |results| results.reborrow().init_problem());
        Ok(())
    }

    async fn issue_token(
        self: Rc<Self>,
        params: operator::IssueTokenParams,
        mut results: operator::IssueTokenResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let params = params.get()?;
        let tenant = decode::text(params.get_tenant()?)?;
        let label = decode::text(params.get_label()?)?;
        let issued = self.issue(&tenant, &label, params.get_expires()).await;
        let subject = match tenant.as_str() {
            "" => format!("operator/{label}"),
            tenant => format!("{tenant}/{label}"),
        };
        match self.session.audited("issue-token", &subject, issued).await {
            Ok(issued) => {
                let mut results = results.get();
                results.set_token(issued.token.reveal());
                results.set_id(issued.id.as_str());
            }
            Err(problem) => encode::problem(&problem, results.get().init_problem()),
        }
        Ok(())
    }

    async fn tokens(
        self: Rc<Self>,
        _: operator::TokensParams,
        mut results: operator::TokensResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let tokens = self.session.shared.tenancy.tokens().await.map_err(encode::exception)?;
        let mut list = results.get().init_tokens(encode::length(tokens.len()));
        for (index, token) in (0..).zip(&tokens) {
            encode::token(token, list.reborrow().get(index));
        }
        Ok(())
    }

    async fn revoke_token(
        self: Rc<Self>,
        params: operator::RevokeTokenParams,
        mut results: operator::RevokeTokenResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let id = decode::text(params.get()?.get_id()?)?;
        let revoked = self.revoke(&id).await;
        let revoked = self.session.audited("revoke-token", &id, revoked).await;
        encode::outcome(revoked, results.get(), |results| results.reborrow().init_problem());
        Ok(())
    }

    async fn audit(
        self: Rc<Self>,
        params: operator::AuditParams,
        mut results: operator::AuditResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let wanted = params.get()?.get_entries() as usize;
        let entries = self.session.shared.audit.newest(wanted.min(AUDIT_MAX)).await;
        let entries = entries.map_err(encode::exception)?;
        let mut list = results.get().init_entries(encode::length(entries.len()));
        for (index, entry) in (0..).zip(&entries) {
            encode::audit_entry(entry, list.reborrow().get(index));
        }
        Ok(())
    }
}
