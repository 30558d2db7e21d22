//! Under whose authority a call is made, and whether that still holds. Every capability that came of a token has a session
//! and asks it first, at each call: this is where revoked and expired ones end, and where a viewer is told no.

use std::rc::Rc;

use sandbar_control::{Code, Problem, Scope, TenantName};
use tokio::sync::watch;

use super::{
    Shared,
    connection::{Connection, Held},
};
use crate::tenancy::Grant;

/// What a capability may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    Owner,
    /// It looks and changes nothing.
    Viewer,
}

/// The authority behind some capabilities of one connection. Cheap to clone; the clones are the same.
#[derive(Clone)]
pub(super) struct Session {
    pub(super) shared: Rc<Shared>,
    grant: Rc<Grant>,
    connection: Rc<Connection>,
    access: Access,
    /// Each a viewer's: a viewer of a viewer has both.
    revocations: Vec<Rc<watch::Sender<bool>>>,
}

impl Session {
    pub(super) fn new(shared: Rc<Shared>, grant: Rc<Grant>, connection: Rc<Connection>) -> Self {
        Self { shared, grant, connection, access: Access::Owner, revocations: Vec::new() }
    }

    /// The same with less, and how to end it.
    pub(super) fn viewer(&self) -> (Self, Rc<watch::Sender<bool>>) {
        let revocation = Rc::new(watch::channel(false).0);
        let mut viewer = self.clone();
        viewer.access = Access::Viewer;
        viewer.revocations.push(Rc::clone(&revocation));
        (viewer, revocation)
    }

    /// Must come first in every call.
    ///
    /// # Errors
    /// That the capability is useless by now.
    pub(super) fn enter(&self) -> Result<(), capnp::Error> {
        if let Err(ended) = self.grant.check() {
            return Err(revoked(&ended.to_string()));
        }
        match self.revocations.iter().any(|revocation| *revocation.borrow()) {
            true => Err(revoked("whoever handed it on took it back")),
            false => Ok(()),
        }
    }

    /// Runs a call that takes long, and ends it when the capability becomes useless.
    ///
    /// # Errors
    /// That it became useless, or the call's own.
    pub(super) async fn during<T>(
        &self,
        call: impl Future<Output = Result<T, capnp::Error>>,
    ) -> Result<T, capnp::Error> {
        let revocations = self.revocations.iter().map(|revocation| {
            let mut revocation = revocation.subscribe();
            Box::pin(async move { revocation.wait_for(|revoked| *revoked).await.is_ok() })
        });
        let never = Box::pin(std::future::pending::<bool>());
        let mut any: Vec<std::pin::Pin<Box<dyn Future<Output = bool>>>> = vec![never];
        any.extend(revocations.map(|revocation| revocation as _));
        tokio::select! {
            done = call => done,
            ended = self.grant.ended() => Err(revoked(&ended.to_string())),
            _ = futures_util::future::select_all(any) => {
                Err(revoked("whoever handed it on took it back"))
            }
        }
    }

    /// Whether this session may change something now, and how often it may.
    ///
    /// # Errors
    /// `forbidden` for a viewer, `unavailable` if there are too many changes.
    pub(super) fn change(&self) -> Result<(), Problem> {
        if self.access == Access::Viewer {
            return Err(Problem::forbidden("this capability is a viewer's: it changes nothing")
                .help("ask its owner to do it, or for more"));
        }
        let who = self.grant.tenant().map(TenantName::to_string).unwrap_or_default();
        self.shared.changes.take(&who).map_err(|seconds| {
            Problem::new(Code::Unavailable, "too many changes in the last minute")
                .help(format!("try again in {seconds} s"))
        })
    }

    /// The tenant whose session this is.
    pub(super) fn tenant(&self) -> &TenantName {
        self.grant.tenant().expect("sessions of tenants only are asked for it")
    }

    /// A place for one more capability on this connection.
    ///
    /// # Errors
    /// `overloaded`, if there is none.
    pub(super) fn hold(&self) -> Result<Held, capnp::Error> {
        self.connection.hold()
    }

    /// Writes `outcome` of an action down, and gives it back.
    pub(super) async fn audited<T>(
        &self,
        action: &str,
        subject: &str,
        outcome: Result<T, Problem>,
    ) -> Result<T, Problem> {
        self.shared.audit.note(&self.grant.actor(), action, subject, &outcome).await;
        outcome
    }

    pub(super) fn scope(&self) -> &Scope {
        self.grant.scope()
    }
}

fn revoked(reason: &str) -> capnp::Error {
    capnp::Error::failed(format!("revoked: {reason}"))
}
