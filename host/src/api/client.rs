//! The calling side of the control interface: a connection to one host, a token turned into authority, typed calls.
//!
//! ```text
//! session(name, context, work):  TCP -> TLS (the context's authority) -> Bootstrap -> authenticate(token) -> work(client)
//! ```
//! Knows messages and values; shows nothing and asks nobody. Every [`Failure`] says what to do next.

use std::{io, time::Duration};

use rustls::pki_types::{CertificateDer, pem::PemObject as _};
use sandbar_exchange::{Limits, Trust, rpc};
use sandbar_schema::control_capnp::{authority, bootstrap};
use tokio::{
    net::TcpStream,
    task::LocalSet,
    time::{sleep, timeout},
};

use crate::contexts::Context;

mod failure;
mod logs;
mod operator_calls;
mod pipeline_calls;
mod tenant_calls;
mod upload;
pub mod view;

pub use failure::{Failure, Problem};
pub use logs::Lines;
pub use operator_calls::Operator;
pub use pipeline_calls::Pipeline;
pub use tenant_calls::{Source, Tenant};
pub use upload::{Artefact, Progress};

/// Longest wait for a TCP connection: a host that is there answers in a round trip.
const CONNECT: Duration = Duration::from_secs(5);

/// Longest wait for an answer to a ping, sent while nothing else may be.
const ANSWER: Duration = Duration::from_secs(20);

/// A connection with authority.
#[derive(Debug)]
pub struct Client {
    /// Of the context, for messages.
    context: String,
    pub authority: Authority,
    pub host: HostVersion,
}

/// What the token gives.
#[derive(Debug)]
pub enum Authority {
    Tenant { name: String, tenant: Tenant },
    Operator(Operator),
}

/// Who answers.
#[derive(Clone, Debug)]
pub struct HostVersion {
    pub version: String,
    pub host: String,
}

/// Connects as `context`, called `name`, says, and lets `work` go on with that. The connection ends with it.
///
/// # Errors
/// Why there is no connection, why it ended, or what `work` failed with.
pub fn session<T>(
    name: &str,
    context: &Context,
    work: impl AsyncFnOnce(Client) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::Here(error.into()))?;
    LocalSet::new().block_on(&runtime, async {
        let (bootstrap, running) = rpc::call(dial(context).await?, Limits::control());
        let bootstrap: bootstrap::Client = capnp::capability::FromClientHook::new(bootstrap.hook);
        let done = async {
            let client = Client::authenticate(name, context, &bootstrap).await?;
            work(client).await
        };
        tokio::select! {
            // First, so that a connection that breaks says why, rather than the call that waits for it.
            biased;
            ended = running => Err(Failure::Broken(match ended {
                Ok(()) => "the host closed it".to_owned(),
                Err(error) => error.to_string(),
            })),
            done = done => done,
            failure = keep_alive(context, &bootstrap) => Err(failure),
        }
    })
}

/// A stream to the host of `context`, which has shown that it belongs to the cluster.
async fn dial(context: &Context) -> Result<sandbar_exchange::Stream, Failure> {
    let address = || context.address.clone();
    let unusable = |message| Failure::Authority { address: address(), message };
    let authority = CertificateDer::from_pem_slice(context.authority.as_bytes())
        .map_err(|error| unusable(error.to_string()))?;
    let trust = Trust::new(authority).map_err(|error| unusable(error.to_string()))?;
    let unreachable = |error| Failure::Unreachable { address: address(), error };
    let stream = timeout(CONNECT, TcpStream::connect(&context.address)).await;
    let stream = stream
        .unwrap_or_else(|_| Err(io::Error::new(io::ErrorKind::TimedOut, "no answer within 5 s")))
        .map_err(unreachable)?;
    stream.set_nodelay(true).map_err(unreachable)?;
    trust.connect(stream).await.map_err(|error| {
        let (address, message) = (address(), error.to_string());
        match error {
            sandbar_exchange::Error::OutOfDate(_) => Failure::OutOfDate { address, message },
            _ => Failure::Untrusted { address, message },
        }
    })
}

/// Pings often enough that the host does not take this for dead; ends when the host does not answer.
async fn keep_alive(context: &Context, bootstrap: &bootstrap::Client) -> Failure {
    loop {
        sleep(Limits::control().idle / 3).await;
        match timeout(ANSWER, bootstrap.version_request().send().promise).await {
            Ok(Ok(_)) => {}
            Ok(Err(error)) => return error.into(),
            Err(_) => {
                let address = context.address.clone();
                return Failure::Silent { address, seconds: ANSWER.as_secs() };
            }
        }
    }
}

impl Client {
    async fn authenticate(
        name: &str,
        context: &Context,
        bootstrap: &bootstrap::Client,
    ) -> Result<Self, Failure> {
        // Both calls go at once.
        let version = bootstrap.version_request().send().promise;
        let mut request = bootstrap.authenticate_request();
        request.get().set_token(context.token.expose());
        let answer = request.send().promise.await?;
        let answer = answer.get()?;
        view::refusal(answer.get_problem())?;
        let given = answer.get_authority()?;
        let authority = match given.which()? {
            authority::Tenant(tenant) => Authority::Tenant {
                name: view::text(given.get_name())?,
                tenant: Tenant::new(tenant?),
            },
            authority::Operator(operator) => Authority::Operator(Operator::new(operator?)),
            authority::None(()) => {
                return Err(Failure::Broken("the host gave no authority and no reason".to_owned()));
            }
        };
        let version = version.await?;
        let version = version.get()?;
        let host = HostVersion {
            version: view::text(version.get_version())?,
            host: view::text(version.get_host())?,
        };
        Ok(Self { context: name.to_owned(), authority, host })
    }

    /// Who this is, in words.
    pub fn holder(&self) -> String {
        match &self.authority {
            Authority::Tenant { name, .. } => format!("tenant `{name}`"),
            Authority::Operator(_) => "an operator of the cluster".to_owned(),
        }
    }

    /// What a tenant may do.
    ///
    /// # Errors
    /// [`Failure::WrongAuthority`].
    pub fn tenant(self) -> Result<Tenant, Failure> {
        match &self.authority {
            Authority::Tenant { tenant, .. } => Ok(tenant.clone()),
            Authority::Operator(_) => Err(self.wrong("a tenant's")),
        }
    }

    /// What an operator of the cluster may do.
    ///
    /// # Errors
    /// [`Failure::WrongAuthority`].
    pub fn operator(self) -> Result<Operator, Failure> {
        match &self.authority {
            Authority::Operator(operator) => Ok(operator.clone()),
            Authority::Tenant { .. } => Err(self.wrong("an operator's")),
        }
    }

    fn wrong(&self, wanted: &'static str) -> Failure {
        let holder = match &self.authority {
            Authority::Tenant { name, .. } => format!("that of tenant `{name}`"),
            Authority::Operator(_) => "an operator's".to_owned(),
        };
        Failure::WrongAuthority { context: self.context.clone(), holder, wanted }
    }
}
