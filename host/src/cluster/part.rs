//! One host's share of a pipeline as it is sent there. Every host gets the same but for its own number.

use std::net::IpAddr;

use sandbar_control::{
    HostName, Network, PipelineName, Placement, TenantName,
    record::{self, Position},
};
use sandbar_schema::node_capnp::part;

use super::version::{Version, number};
use crate::api::encode_network;

/// All that the parts of one start have in common.
#[derive(Debug)]
pub(super) struct Start {
    pub(super) tenant: TenantName,
    pub(super) pipeline: PipelineName,
    pub(super) epoch: u64,
    pub(super) version: Version,
    pub(super) secret: [u8; 16],
    pub(super) seed: u64,
    pub(super) placement: Placement,
    pub(super) barrier: u64,
    pub(super) positions: Vec<Position>,
}

/// Where the parts run.
#[derive(Debug)]
pub(super) struct Ground {
    /// Each with the address of its worker.
    pub(super) peers: Vec<(HostName, String)>,
    /// What the tenant's connectors may reach.
    pub(super) network: Network,
    /// Addresses of all hosts of the cluster.
    pub(super) hosts: Vec<IpAddr>,
}

impl Start {
    /// An epoch of the pipeline that `record` describes.
    pub(super) fn new(
        tenant: &TenantName,
        record: &record::Pipeline,
        version: &Version,
        epoch: u64,
        placement: Placement,
        (barrier, positions): (u64, Vec<Position>),
    ) -> Self {
        Self {
            tenant: tenant.clone(),
            pipeline: record.name.clone(),
            epoch,
            version: version.clone(),
            secret: record.secret,
            seed: record.seed,
            placement,
            barrier,
            positions,
        }
    }

    /// Writes the part of host number `host` of those of `ground`.
    pub(super) fn write(&self, host: usize, ground: &Ground, mut to: part::Builder<'_>) {
        let Ground { peers, network, hosts } = ground;
        to.set_tenant(self.tenant.as_str());
        to.set_pipeline(self.pipeline.as_str());
        to.set_epoch(self.epoch);
        to.set_text(&self.version.source.text);
        let overrides = &self.version.source.overrides;
        let mut list = to.reborrow().init_overrides(number(overrides.len()));
        for (index, text) in (0..).zip(overrides) {
            list.set(index, text);
        }
        let mut list = to.reborrow().init_plugins(number(self.version.uses.len()));
        for (index, used) in (0..).zip(&self.version.uses) {
            let mut to = list.reborrow().get(index);
            to.set_reference(used.reference.to_string());
            to.set_digest(used.digest.as_str());
            to.set_manifest(&used.manifest);
        }
        to.set_host(number(host));
        let mut list = to.reborrow().init_peers(number(peers.len()));
        for (index, (name, address)) in (0..).zip(peers) {
            let mut to = list.reborrow().get(index);
            to.set_host(name.as_str());
            to.set_address(address);
        }
        let peer = |host: &HostName| {
            let peer = peers.iter().position(|(name, _)| name == host);
            number(peer.expect("every host of the placement is a peer"))
        };
        let mut list = to.reborrow().init_placement(number(self.placement.chains.len()));
        for (chain, hosts) in (0..).zip(&self.placement.chains) {
            let mut tasks = list.reborrow().init(chain, number(hosts.len()));
            for (task, host) in (0..).zip(hosts) {
                tasks.set(task, peer(host));
            }
        }
        to.set_secret(&self.secret);
        to.set_seed(self.seed);
        let mut list = to.reborrow().init_positions(number(self.positions.len()));
        for (index, position) in (0..).zip(&self.positions) {
            let mut to = list.reborrow().get(index);
            to.set_node(&position.node);
            to.set_task(position.task);
            to.set_parallelism(position.parallelism);
            to.set_content(&position.content);
            to.set_ended(position.ended);
        }
        to.set_barrier(self.barrier);
        encode_network(network, to.reborrow().init_network());
        let mut list = to.reborrow().init_hosts(number(hosts.len()));
        for (index, host) in (0..).zip(hosts) {
            list.set(index, host.to_string());
        }
        to.set_plan_digest(self.version.planned.plan.digest());
    }
}
