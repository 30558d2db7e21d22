//! The one port of a host. Whoever calls is let in or not before anything is read; TLS says whether it is a host; what it
//! gets follows from that.

use std::{rc::Rc, time::Duration};

use sandbar_control::{HostName, Problem};
use sandbar_exchange::{Limits, rpc};
use sandbar_schema::{
    control_capnp::bootstrap,
    node_capnp::{cluster, host_offer},
};
use tokio::{
    net::{TcpListener, TcpStream},
    task::spawn_local,
    time::sleep,
};

use super::certificates::Certificates;
use crate::{
    api::{self, Api},
    cluster::{Cluster, Offer},
};

/// Pause after the system had no descriptor for a connection.
const PAUSE: Duration = Duration::from_millis(100);

/// What is served.
#[derive(Clone)]
pub(super) enum Served {
    Leader {
        api: Api,
        cluster: Cluster,
    },
    /// Clients are told where the leader is.
    Member {
        host: HostName,
        leader: String,
    },
}

/// Accepts connections for ever.
///
/// # Errors
/// None yet: what fails is one connection.
pub(super) async fn run(
    listener: TcpListener,
    certificates: &Certificates,
    served: Served,
) -> anyhow::Result<()> {
    let gate = api::Doors::default();
    loop {
        let (stream, address) = match listener.accept().await {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::warn!(%error, "a connection cannot be accepted");
                sleep(PAUSE).await;
                continue;
            }
        };
        let admitted = match &served {
            Served::Leader { api, .. } => api.admit(address.ip()),
            Served::Member { .. } => gate.admit(address.ip()),
        };
        let Some(connection) = admitted else { continue };
        let (certificates, served) = (certificates.clone(), served.clone());
        spawn_local(async move {
            let ended = tokio::select! {
                ended = serve(stream, &certificates, served, &connection) => ended,
                () = connection.run() => Ok(()),
            };
            if let Err(error) = ended {
                tracing::debug!(%address, %error, "a connection ended");
            }
        });
    }
}

async fn serve(
    stream: TcpStream,
    certificates: &Certificates,
    served: Served,
    connection: &Rc<api::Connection>,
) -> Result<(), sandbar_exchange::Error> {
    // Answers are small and awaited; without it each may wait for the one before to be acknowledged.
    let _ = stream.set_nodelay(true);
    let (stream, host) = certificates.credentials.accept(stream).await?;
    if host.is_some() {
        connection.is_of_somebody();
    }
    let (bootstrap, limits) = match (served, host) {
        (Served::Leader { cluster, .. }, Some(host)) => {
            let client: cluster::Client = capnp_rpc::new_client(Joins { cluster, host });
            (client.client, Limits::hosts())
        }
        (Served::Leader { api, .. }, None) => (api.bootstrap(connection).client, Limits::control()),
        (Served::Member { host, leader }, _) => {
            let client: bootstrap::Client = capnp_rpc::new_client(Elsewhere { host, leader });
            (client.client, Limits::control())
        }
    };
    rpc::serve(stream, bootstrap, limits).await
}

/// What a host gets: it may join.
struct Joins {
    cluster: Cluster,
    /// As its certificate says.
    host: String,
}

impl Joins {
    fn join(&self, offer: host_offer::Reader<'_>) -> Result<Result<Offer, Problem>, capnp::Error> {
        let name = offer.get_name()?.to_str()?;
        if name != self.host {
            let message = format!("the certificate is of host `{}`, not of `{name}`", self.host);
            return Ok(Err(Problem::forbidden(message)));
        }
        let name = match HostName::parse(name) {
            Ok(name) => name,
            Err(problem) => return Ok(Err(problem)),
        };
        let address = offer.get_address()?.to_str()?;
        let is_address =
            address.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok());
        if !is_address || address.len() > 300 || address.chars().any(char::is_control) {
            return Ok(Err(Problem::invalid(format!("host `{name}` tells no address"))));
        }
        let version: String = offer.get_version()?.to_str()?.chars().take(63).collect();
        Ok(Ok(Offer { name, address: address.to_owned(), cpus: offer.get_cpus().max(1), version }))
    }
}

impl cluster::Server for Joins {
    async fn join(
        self: Rc<Self>,
        params: cluster::JoinParams,
        mut results: cluster::JoinResults,
    ) -> Result<(), capnp::Error> {
        let params = params.get()?;
        let member = params.get_member()?;
        let joined = Joins::join(&self, params.get_host()?)?;
        match joined.and_then(|offer| self.cluster.join(offer, member)) {
            Ok(leader) => results.get().set_leader(leader),
            Err(problem) => {
                tracing::warn!(host = self.host, problem = problem.message, "a host is refused");
                api::encode_problem(&problem, results.get().init_problem());
            }
        }
        Ok(())
    }
}

/// What clients get of a host that does not lead.
struct Elsewhere {
    host: HostName,
    leader: String,
}

impl bootstrap::Server for Elsewhere {
    async fn authenticate(
        self: Rc<Self>,
        _: bootstrap::AuthenticateParams,
        mut results: bootstrap::AuthenticateResults,
    ) -> Result<(), capnp::Error> {
        let message = format!("host `{}` does not lead the cluster", self.host);
        let problem = Problem::unavailable(message).help(format!(
            "log in at the host that does: `sandbar login --address {}`",
            self.leader
        ));
        api::encode_problem(&problem, results.get().init_problem());
        Ok(())
    }

    async fn version(
        self: Rc<Self>,
        _: bootstrap::VersionParams,
        mut results: bootstrap::VersionResults,
    ) -> Result<(), capnp::Error> {
        let mut results = results.get();
        results.set_version(api::VERSION);
        results.set_host(self.host.as_str());
        Ok(())
    }
}
