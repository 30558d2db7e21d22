//! What one authenticated connection may do, for as long as it may. Each capability that came of a token asks its grant
//! at each call, so that revoking or expiry is felt at once, whoever holds the capability by then.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    rc::{Rc, Weak},
    time::Duration,
};

use sandbar_control::{Problem, Scope, TenantName, TokenId, record};
use sandbar_dataflow::Clock;
use tokio::sync::watch;

/// A token's authority, in use.
pub struct Grant {
    token: record::Token,
    clock: Rc<dyn Clock>,
    revoked: watch::Sender<bool>,
}

/// Why a grant gives nothing any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Revoked,
    Expired,
}

impl std::fmt::Debug for Grant {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Grant").field("id", &self.token.id).finish_non_exhaustive()
    }
}

impl std::fmt::Display for Ended {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str(match self {
            Ended::Revoked => "the token was revoked",
            Ended::Expired => "the token has expired",
        })
    }
}

impl Grant {
    pub fn scope(&self) -> &Scope {
        &self.token.scope
    }

    /// Whose it is, if a tenant's.
    pub fn tenant(&self) -> Option<&TenantName> {
        match &self.token.scope {
            Scope::Tenant(tenant) => Some(tenant),
            Scope::Operator => None,
        }
    }

    /// As the audit log names its holder: `TENANT/LABEL` or `operator/LABEL`.
    pub fn actor(&self) -> String {
        match &self.token.scope {
            Scope::Tenant(tenant) => format!("{tenant}/{}", self.token.label),
            Scope::Operator => format!("operator/{}", self.token.label),
        }
    }

    /// Whether it still holds.
    ///
    /// # Errors
    /// Why not.
    pub fn check(&self) -> Result<(), Ended> {
        if *self.revoked.borrow() {
            return Err(Ended::Revoked);
        }
        self.token.admit(self.clock.now_ms()).map_err(|_: Problem| Ended::Expired)
    }

    /// Waits until it holds no more. May be dropped half-way.
    pub async fn ended(&self) -> Ended {
        let mut revoked = self.revoked.subscribe();
        loop {
            if let Err(ended) = self.check() {
                return ended;
            }
            let left = match self.token.expires {
                // Looked at again later: sleeping for ever is not needed to be right.
                0 => Duration::from_secs(24 * 60 * 60),
                expires => {
                    let left = expires.saturating_sub(self.clock.now_ms()).max(1);
                    Duration::from_millis(left.unsigned_abs()).min(Duration::from_secs(60 * 60))
                }
            };
            tokio::select! {
                _ = revoked.wait_for(|revoked| *revoked) => {}
                () = tokio::time::sleep(left) => {}
            }
        }
    }
}

/// Grants in use, by token.
#[derive(Default)]
pub(super) struct Live(RefCell<BTreeMap<TokenId, Vec<Weak<Grant>>>>);

impl Live {
    pub(super) fn add(&self, token: record::Token, clock: Rc<dyn Clock>) -> Rc<Grant> {
        let id = token.id.clone();
        let grant = Rc::new(Grant { token, clock, revoked: watch::channel(false).0 });
        let mut live = self.0.borrow_mut();
        // Connections come and go; what they held is forgotten when the next one comes.
        live.retain(|_, grants| {
            grants.retain(|grant| grant.strong_count() > 0);
            !grants.is_empty()
        });
        live.entry(id).or_default().push(Rc::downgrade(&grant));
        grant
    }

    /// Ends all grants of a token.
    pub(super) fn revoke(&self, id: &TokenId) {
        for grant in self.0.borrow_mut().remove(id).unwrap_or_default() {
            if let Some(grant) = grant.upgrade() {
                grant.revoked.send_replace(true);
            }
        }
    }
}
