//! Hosts as whoever runs the cluster sees them: who is there, what they carry, and draining them.

use std::{collections::BTreeSet, rc::Rc};

use sandbar_control::{
    Digest, HostName, Problem, TenantName, keys,
    record::{self, Record as _},
    view::{Host, HostStatus},
};
use sandbar_schema::node_capnp::{leader, member};
use sandbar_store::Write;

use super::{
    Offer, gather,
    members::Membership,
    pipeline::Ask,
    world::{World, stored},
};

/// Takes a host in for as long as the capability is held.
pub(super) fn join(
    world: &Rc<World>,
    offer: Offer,
    member: member::Client,
) -> Result<leader::Client, Problem> {
    let name = offer.name.clone();
    let membership = world.members.join(offer, member).ok_or_else(|| {
        Problem::conflict(format!("a host called {name} is connected already"))
            .help("try again once it is gone, or give this one another name")
    })?;
    gather::note(world, &name);
    let watching = membership.watch_over();
    world.perform(Box::pin(async move {
        watching.await;
        Ok(())
    }));
    let world = Rc::clone(world);
    Ok(capnp_rpc::new_client(Leader { world, _membership: membership }))
}

/// What one member may ask.
struct Leader {
    world: Rc<World>,
    _membership: Membership,
}

impl leader::Server for Leader {
    async fn ping(
        self: Rc<Self>,
        _: leader::PingParams,
        _: leader::PingResults,
    ) -> Result<(), capnp::Error> {
        Ok(())
    }

    async fn plugin(
        self: Rc<Self>,
        params: leader::PluginParams,
        mut results: leader::PluginResults,
    ) -> Result<(), capnp::Error> {
        let (tenant, digest) = {
            let params = params.get()?;
            let tenant = TenantName::parse(params.get_tenant()?.to_str()?);
            (tenant, Digest::parse(params.get_digest()?.to_str()?))
        };
        let component = match (tenant, digest) {
            (Ok(tenant), Ok(digest)) => self.world.component(&tenant, &digest).await,
            (Err(problem), _) | (_, Err(problem)) => Err(problem),
        };
        match component {
            Ok(component) => results.get().set_component(&component),
            Err(problem) => {
                let mut to = results.get().init_problem();
                to.set_code(problem.code.name());
                to.set_message(&problem.message);
                to.set_help(&problem.help);
            }
        }
        Ok(())
    }
}

/// All hosts that are connected or drained, by name.
pub(super) fn all(world: &World) -> Vec<Host> {
    let loads = world.loads(None);
    let draining = world.draining.borrow();
    let members = world.members.all();
    let tasks = |name: &HostName| loads.get(name).copied().unwrap_or(0);
    let connected: BTreeSet<&HostName> = members.iter().map(|member| &member.offer.name).collect();
    let absent = draining.iter().filter(|name| !connected.contains(name)).map(|name| Host {
        name: name.clone(),
        address: String::new(),
        status: HostStatus::Down,
        leader: *name == world.seams.host,
        tasks: tasks(name),
        workers: 0,
        cpus: 0,
        seen: 0,
        version: String::new(),
    });
    let present = members.iter().map(|member| {
        let name = member.offer.name.clone();
        Host {
            address: member.offer.address.clone(),
            status: match (draining.contains(&name), tasks(&name)) {
                (false, _) => HostStatus::Up,
                (true, 0) => HostStatus::Drained,
                (true, _) => HostStatus::Draining,
            },
            leader: name == world.seams.host,
            tasks: tasks(&name),
            workers: member.usage.workers,
            cpus: member.offer.cpus,
            seen: member.seen,
            version: member.offer.version.clone(),
            name,
        }
    });
    let mut hosts: Vec<Host> = present.chain(absent).collect();
    hosts.sort_by(|a, b| a.name.cmp(&b.name));
    hosts
}

pub(super) async fn drain(world: &World, host: &HostName) -> Result<(), Problem> {
    known(world, host)?;
    let record = record::Host { name: host.clone(), draining: true };
    let write = Write::put(keys::host(host), record.encode());
    world.metadata.commit(&[], &[write]).await.map_err(stored)?;
    world.draining.borrow_mut().insert(host.clone());
    for pipeline in world.pipelines() {
        // A driver that ended has nothing there.
        let _ = pipeline.asks.send(Ask::Evacuate { host: host.clone() }).await;
    }
    Ok(())
}

pub(super) async fn undrain(world: &World, host: &HostName) -> Result<(), Problem> {
    known(world, host)?;
    let record = record::Host { name: host.clone(), draining: false };
    let write = Write::put(keys::host(host), record.encode());
    world.metadata.commit(&[], &[write]).await.map_err(stored)?;
    world.draining.borrow_mut().remove(host);
    for pipeline in world.pipelines() {
        let _ = pipeline.asks.send(Ask::HostCame).await;
    }
    Ok(())
}

fn known(world: &World, host: &HostName) -> Result<(), Problem> {
    if world.members.get(host).is_some() || world.draining.borrow().contains(host) {
        return Ok(());
    }
    let problem = Problem::not_found(format!("there is no host {host}"));
    Err(problem.help("`sandbar hosts` shows those that there are"))
}
