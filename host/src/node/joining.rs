//! A member's connection to its leader: made again with a growing pause whenever it breaks. Workers go on meanwhile. How
//! the leader is reached is the caller's matter.

use std::{cell::RefCell, time::Duration};

use anyhow::{Context as _, anyhow, bail};
use async_trait::async_trait;
use sandbar_control::{Digest, Problem, TenantName};
use sandbar_exchange::{Dial, Limits, rpc};
use sandbar_schema::node_capnp::{cluster, leader};
use tokio::time::{sleep, timeout};

use super::{Components, FromLeader, Member};
use crate::cluster::Offer;

/// First and longest pause before the leader is called again.
const PAUSE_MIN: Duration = Duration::from_millis(50);
const PAUSE_MAX: Duration = Duration::from_secs(2);

/// Longest wait for a connection and for the answer to `join`.
const CONNECT: Duration = Duration::from_secs(5);

/// Time between two pings, and longest wait for an answer: then the leader is called anew.
const PING: Duration = Duration::from_secs(1);
const SILENCE: Duration = Duration::from_secs(5);

/// The leader, while it is connected.
#[derive(Default)]
pub struct Joining {
    leader: RefCell<Option<leader::Client>>,
}

impl std::fmt::Debug for Joining {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Joining").field("is_joined", &self.is_joined()).finish_non_exhaustive()
    }
}

impl Joining {
    pub fn is_joined(&self) -> bool {
        self.leader.borrow().is_some()
    }

    /// Joins the leader at `address`, which `dial` reaches, again and again.
    pub async fn run(&self, address: &str, dial: &dyn Dial, offer: &Offer, member: &Member) {
        let mut pause = PAUSE_MIN;
        loop {
            let ended = self.join(address, dial, offer, member).await;
            let was_joined = self.leader.take().is_some();
            if was_joined {
                pause = PAUSE_MIN;
            }
            let error = ended.map_or_else(|error| format!("{error:#}"), |()| "it went".to_owned());
            tracing::warn!(leader = address, error, "this host is not part of the cluster");
            sleep(pause).await;
            pause = (pause * 2).min(PAUSE_MAX);
        }
    }

    /// One connection, to its end.
    async fn join(
        &self,
        address: &str,
        dial: &dyn Dial,
        offer: &Offer,
        member: &Member,
    ) -> anyhow::Result<()> {
        let stream = timeout(CONNECT, dial.dial(address)).await;
        let stream = stream.map_err(|_| anyhow!("no answer within {} s", CONNECT.as_secs()))??;
        let (client, connection) = rpc::call(stream, Limits::hosts());
        let cluster: cluster::Client = capnp::capability::FromClientHook::new(client.hook);
        let joined = async {
            let asked = timeout(CONNECT, ask(&cluster, offer, member)).await;
            let leader = asked.context("no answer to `join`")??;
            tracing::info!(leader = address, "this host is part of the cluster");
            self.leader.replace(Some(leader.clone()));
            loop {
                let answered = timeout(SILENCE, leader.ping_request().send().promise).await;
                answered.context("the leader is silent")??;
                sleep(PING).await;
            }
        };
        tokio::select! {
            biased;
            ended = connection => Ok(ended?),
            ended = joined => ended,
        }
    }
}

async fn ask(
    cluster: &cluster::Client,
    offer: &Offer,
    member: &Member,
) -> anyhow::Result<leader::Client> {
    let mut request = cluster.join_request();
    let mut params = request.get();
    let mut host = params.reborrow().init_host();
    host.set_name(offer.name.as_str());
    host.set_address(&offer.address);
    host.set_cpus(offer.cpus);
    host.set_version(&offer.version);
    params.set_member(member.client());
    let answer = request.send().promise.await?;
    let answer = answer.get()?;
    let problem = answer.get_problem()?;
    if !problem.get_code()?.is_empty() {
        bail!("{}", problem.get_message()?.to_str()?);
    }
    Ok(answer.get_leader()?)
}

#[async_trait(?Send)]
impl Components for Joining {
    async fn component(&self, tenant: &TenantName, digest: &Digest) -> Result<Vec<u8>, Problem> {
        let leader = self.leader.borrow().clone();
        let away = || Problem::unavailable("the leading host is away: plugins cannot be had now");
        FromLeader(leader.ok_or_else(away)?).component(tenant, digest).await
    }
}
