//! What every connection has: it can show a token, and ask who answers.

use std::{rc::Rc, time::Duration};

use sandbar_control::{Code, Problem, Scope};
use sandbar_schema::control_capnp::bootstrap;
use tokio::time::{Instant, sleep_until};

use super::{
    Shared,
    connection::{Connection, Try},
    encode,
    operator::Operator,
    session::Session,
    tenant::Tenant,
};

/// How long an answer to a token takes, whatever the token. Looking one up takes less.
const ANSWER: Duration = Duration::from_millis(5);

/// The bootstrap capability of one connection.
pub(super) struct Bootstrap {
    pub(super) shared: Rc<Shared>,
    pub(super) connection: Rc<Connection>,
}

impl Bootstrap {
    async fn check(&self, token: &str) -> Result<Session, Problem> {
        match self.connection.try_token() {
            Try::Now => {}
            Try::Later { seconds } => {
                return Err(Problem::new(
                    Code::Unavailable,
                    "too many wrong tokens came from this address",
                )
                .help(format!("try again in {seconds} s")));
            }
            Try::Never => return Err(Problem::unauthenticated()),
        }
        let counts = &self.shared.counts;
        match self.shared.tenancy.authenticate(token).await {
            Ok(grant) => {
                self.connection.token_was_right();
                counts.tokens_right.set(counts.tokens_right.get() + 1);
                let (shared, connection) = (Rc::clone(&self.shared), Rc::clone(&self.connection));
                self.close_with(&grant);
                Ok(Session::new(shared, grant, connection))
            }
            Err(problem) => {
                if problem.code == Code::Unauthenticated {
                    self.connection.token_was_wrong();
                    counts.tokens_wrong.set(counts.tokens_wrong.get() + 1);
                }
                Err(problem)
            }
        }
    }

    /// Closes the connection when its token ends.
    fn close_with(&self, grant: &Rc<crate::tenancy::Grant>) {
        let (grant, connection) = (Rc::clone(grant), Rc::downgrade(&self.connection));
        self.connection.beside(async move {
            let ended = grant.ended().await;
            let Some(connection) = connection.upgrade() else { return };
            tracing::info!(actor = grant.actor(), reason = %ended, "a connection is closed");
            connection.close();
        });
    }
}

impl bootstrap::Server for Bootstrap {
    async fn authenticate(
        self: Rc<Self>,
        params: bootstrap::AuthenticateParams,
        mut results: bootstrap::AuthenticateResults,
    ) -> Result<(), capnp::Error> {
        let until = Instant::now() + ANSWER;
        // What is no text is no token either.
        let token = params.get()?.get_token()?.to_str().unwrap_or_default();
        let session = self.check(token).await;
        sleep_until(until).await;
        let session = match session {
            Ok(session) => session,
            Err(problem) => {
                encode::problem(&problem, results.get().init_problem());
                return Ok(());
            }
        };
        let held = session.hold()?;
        let mut authority = results.get().init_authority();
        match session.scope().clone() {
            Scope::Tenant(tenant) => {
                authority.set_name(tenant.as_str());
                authority.set_tenant(capnp_rpc::new_client(Tenant { session, _held: held }));
            }
            Scope::Operator => {
                authority.set_operator(capnp_rpc::new_client(Operator { session, _held: held }));
            }
        }
        Ok(())
    }

    async fn version(
        self: Rc<Self>,
        _: bootstrap::VersionParams,
        mut results: bootstrap::VersionResults,
    ) -> Result<(), capnp::Error> {
        let mut results = results.get();
        results.set_version(super::VERSION);
        results.set_host(self.shared.host.as_str());
        Ok(())
    }
}
