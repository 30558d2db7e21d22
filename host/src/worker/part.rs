//! What a host says to a worker: values of node.capnp, read once and owned. Says what is malformed; whether it can be run
//! is for others.

use std::net::IpAddr;

use capnp::Error;
use sandbar_control::{HostName, Network, PipelineName, Problem, TenantName};
use sandbar_dataflow::Snapshot;
use sandbar_schema::{
    control_capnp::problem,
    node_capnp::{configuration, credentials, node_counts, part, position},
};

use crate::api::decode_network;

/// What a process becomes.
#[derive(Clone, Debug)]
pub struct Configuration {
    pub tenant: String,
    pub host: String,
    /// IP address to listen on for peers.
    pub listen: String,
    /// None: plain connections, on loopback only.
    pub credentials: Option<Credentials>,
    pub memory_bytes: u64,
    /// 0: as many as there are processors.
    pub threads: u32,
    /// The tenant's folder.
    pub files: String,
}

/// A worker's certificate and key.
#[derive(Clone)]
pub struct Credentials {
    pub authority: Vec<u8>,
    pub chain: Vec<Vec<u8>>,
    pub key: Vec<u8>,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Credentials")
    }
}

/// One host's share of a pipeline.
#[derive(Clone, Debug)]
pub struct Part {
    pub tenant: String,
    pub pipeline: String,
    pub epoch: u64,
    pub text: String,
    pub overrides: Vec<String>,
    pub plugins: Vec<PluginUse>,
    /// Which of `peers` this worker is.
    pub host: u32,
    pub peers: Vec<Peer>,
    /// By chain and task, the number of a peer; each is one of `peers`.
    pub placement: Vec<Vec<u32>>,
    pub secret: [u8; 16],
    pub seed: u64,
    pub positions: Vec<Position>,
    pub barrier: u64,
    pub plan_digest: String,
    /// What the tenant's connectors may reach.
    pub network: Network,
    /// Addresses of the cluster's hosts.
    pub hosts: Vec<IpAddr>,
}

/// A published plugin that the pipeline refers to.
#[derive(Clone, Debug)]
pub struct PluginUse {
    pub reference: String,
    pub digest: String,
    /// JSON.
    pub manifest: String,
}

/// The tenant's worker on one host.
#[derive(Clone, Debug)]
pub struct Peer {
    pub host: String,
    pub address: String,
}

/// How far a source had come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    pub node: String,
    pub task: u32,
    pub parallelism: u32,
    /// Empty: only whether it ended is known.
    pub content: String,
    pub ended: bool,
}

impl Configuration {
    pub(super) fn read(from: configuration::Reader<'_>) -> Result<Self, Error> {
        let limits = from.get_limits()?;
        let credentials = match from.has_credentials() {
            true => Some(Credentials::read(from.get_credentials()?)?),
            false => None,
        };
        Ok(Self {
            tenant: from.get_tenant()?.to_string()?,
            host: from.get_host()?.to_string()?,
            listen: from.get_listen()?.to_string()?,
            credentials,
            memory_bytes: limits.get_memory_bytes(),
            threads: limits.get_threads(),
            files: from.get_files()?.to_string()?,
        })
    }
}

impl Credentials {
    pub(super) fn read(from: credentials::Reader<'_>) -> Result<Self, Error> {
        let chain = from.get_chain()?.iter().map(|one| Ok(one?.to_vec()));
        Ok(Self {
            authority: from.get_authority()?.to_vec(),
            chain: chain.collect::<Result<_, Error>>()?,
            key: from.get_key()?.to_vec(),
        })
    }
}

impl Part {
    /// # Errors
    /// The outer one: what is no message at all. The inner one: what does not fit together.
    pub(super) fn read(from: part::Reader<'_>) -> Result<Result<Self, Problem>, Error> {
        let mut plugins = Vec::new();
        for one in from.get_plugins()? {
            plugins.push(PluginUse {
                reference: one.get_reference()?.to_string()?,
                digest: one.get_digest()?.to_string()?,
                manifest: one.get_manifest()?.to_string()?,
            });
        }
        let mut peers = Vec::new();
        for one in from.get_peers()? {
            let (host, address) = (one.get_host()?.to_string()?, one.get_address()?.to_string()?);
            peers.push(Peer { host, address });
        }
        let mut overrides = Vec::new();
        for one in from.get_overrides()? {
            overrides.push(one?.to_string()?);
        }
        let mut placement = Vec::new();
        for tasks in from.get_placement()? {
            placement.push(tasks?.iter().collect());
        }
        let positions = from.get_positions()?.iter().map(Position::read);
        let positions = positions.collect::<Result<_, Error>>()?;
        let Ok(secret) = from.get_secret()?.try_into() else {
            let bytes = from.get_secret()?.len();
            return Ok(Err(Problem::invalid(format!("a secret has 16 bytes, not {bytes}"))));
        };
        let network = match decode_network(from.get_network()?)? {
            Ok(network) => network,
            Err(problem) => return Ok(Err(problem)),
        };
        let mut hosts = Vec::new();
        for one in from.get_hosts()? {
            let host = one?.to_string()?;
            let Ok(host) = host.parse() else {
                return Ok(Err(Problem::invalid(format!("`{host}` is no address of a host"))));
            };
            hosts.push(host);
        }
        let part = Self {
            tenant: from.get_tenant()?.to_string()?,
            pipeline: from.get_pipeline()?.to_string()?,
            epoch: from.get_epoch(),
            text: from.get_text()?.to_string()?,
            overrides,
            plugins,
            host: from.get_host(),
            peers,
            placement,
            secret,
            seed: from.get_seed(),
            positions,
            barrier: from.get_barrier(),
            plan_digest: from.get_plan_digest()?.to_string()?,
            network,
            hosts,
        };
        Ok(part.check().map(|()| part))
    }

    fn check(&self) -> Result<(), Problem> {
        TenantName::parse(&self.tenant)?;
        PipelineName::parse(&self.pipeline)?;
        for peer in &self.peers {
            HostName::parse(&peer.host)?;
        }
        let peers = self.peers.len();
        let mut named = self.placement.iter().flatten().chain([&self.host]);
        match named.find(|&&peer| peer as usize >= peers) {
            Some(peer) => Err(Problem::invalid(format!("peer {peer} is named, there are {peers}"))),
            None => Ok(()),
        }
    }
}

impl Position {
    pub(super) fn read(from: position::Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            node: from.get_node()?.to_string()?,
            task: from.get_task(),
            parallelism: from.get_parallelism(),
            content: from.get_content()?.to_string()?,
            ended: from.get_ended(),
        })
    }

    pub(super) fn write(&self, mut to: position::Builder<'_>) {
        to.set_node(&self.node);
        to.set_task(self.task);
        to.set_parallelism(self.parallelism);
        to.set_content(&self.content);
        to.set_ended(self.ended);
    }
}

pub(super) fn refuse(problem: &Problem, mut to: problem::Builder<'_>) {
    to.set_code(problem.code.name());
    to.set_message(&problem.message);
    to.set_help(&problem.help);
}

/// CPU time is known of a sample only.
pub(super) fn counts(node: usize, counted: &Snapshot, mut to: node_counts::Builder<'_>) {
    to.set_node(u32::try_from(node).expect("nodes are few"));
    to.set_records_in(counted.records_in);
    to.set_records_out(counted.records_out);
    to.set_rejected(counted.rejected);
    to.set_failures(counted.calls_failed);
    to.set_cpu_ns(counted.cpu_ns());
    to.set_memory_bytes_peak(counted.memory_bytes_peak);
    to.set_dead_lettered(counted.dead_lettered);
    to.set_skipped(counted.skipped);
    to.set_pauses(counted.pauses);
    to.set_paused(u32::try_from(counted.paused).unwrap_or(u32::MAX));
    to.set_log_lines_dropped(counted.log_lines_dropped);
}
