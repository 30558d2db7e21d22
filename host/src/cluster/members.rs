//! The hosts that are connected now. A member is pinged, and taken for dead when it is silent for too long or its
//! connection is gone; whoever looks after pipelines sees the set change through a watch.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::{Rc, Weak},
    time::Duration,
};

use sandbar_control::HostName;
use sandbar_schema::node_capnp::member;
use tokio::{
    sync::watch,
    time::{sleep, timeout},
};

/// Time between two pings of a member.
const PING: Duration = Duration::from_secs(1);

/// Silence after which a member is taken for dead: two pings may go missing, as in a pause of a busy machine. Less would
/// restart healthy pipelines, more would leave them without a host for longer.
const SILENCE: Duration = Duration::from_secs(3);

/// What a host tells of itself when it joins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub name: HostName,
    /// Where clients and hosts reach it.
    pub address: String,
    pub cpus: u32,
    pub version: String,
}

/// Which joining of a host: one that comes back is another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct MemberId(u64);

/// Who is there.
pub(super) type Present = Rc<BTreeMap<HostName, MemberId>>;

/// What a member told last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Usage {
    pub(super) workers: u32,
    pub(super) tasks: u32,
}

#[derive(Clone)]
pub(super) struct Member {
    pub(super) id: MemberId,
    pub(super) offer: Offer,
    pub(super) client: member::Client,
    pub(super) usage: Usage,
    /// When it was heard of last, by the wall clock.
    pub(super) seen: i64,
}

/// All members. Cheap to clone; the clones are the same.
#[derive(Clone)]
pub(super) struct Members(Rc<Inner>);

struct Inner {
    connected: RefCell<BTreeMap<HostName, Member>>,
    next: Cell<u64>,
    present: watch::Sender<Present>,
    now_ms: Rc<dyn Fn() -> i64>,
}

/// One host's place among the members; it is gone with this.
pub(super) struct Membership {
    members: Weak<Inner>,
    name: HostName,
    id: MemberId,
}

impl Members {
    pub(super) fn new(now_ms: Rc<dyn Fn() -> i64>) -> Self {
        let (connected, next) = (RefCell::default(), Cell::new(0));
        let present = watch::channel(Rc::default()).0;
        Self(Rc::new(Inner { connected, next, present, now_ms }))
    }

    /// Takes a host in; none while another one of this name is connected.
    pub(super) fn join(&self, offer: Offer, client: member::Client) -> Option<Membership> {
        let name = offer.name.clone();
        let mut connected = self.0.connected.borrow_mut();
        if connected.contains_key(&name) {
            return None;
        }
        let id = MemberId(self.0.next.replace(self.0.next.get() + 1));
        let (usage, seen) = (Usage::default(), (self.0.now_ms)());
        connected.insert(name.clone(), Member { id, offer, client, usage, seen });
        drop(connected);
        self.0.tell();
        Some(Membership { members: Rc::downgrade(&self.0), name, id })
    }

    /// The members, by name, each time that they change.
    pub(super) fn watch(&self) -> watch::Receiver<Present> {
        self.0.present.subscribe()
    }

    pub(super) fn get(&self, name: &HostName) -> Option<Member> {
        self.0.connected.borrow().get(name).cloned()
    }

    pub(super) fn all(&self) -> Vec<Member> {
        self.0.connected.borrow().values().cloned().collect()
    }
}

impl Inner {
    fn remove(&self, name: &HostName, id: MemberId) {
        let mut connected = self.connected.borrow_mut();
        let gone = match connected.get(name) {
            Some(member) if member.id == id => connected.remove(name),
            _ => None,
        };
        drop(connected);
        if gone.is_some() {
            self.tell();
        }
        // Its capabilities may end other things when they are dropped: not while the members are borrowed.
        drop(gone);
    }

    fn tell(&self) {
        let connected = self.connected.borrow();
        let present = connected.iter().map(|(name, member)| (name.clone(), member.id)).collect();
        drop(connected);
        self.present.send_replace(Rc::new(present));
    }

    fn heard(&self, name: &HostName, id: MemberId, usage: Usage) {
        if let Some(member) = self.connected.borrow_mut().get_mut(name)
            && member.id == id
        {
            (member.usage, member.seen) = (usage, (self.now_ms)());
        }
    }
}

impl Membership {
    /// Pings the host until it is gone, and then takes it out. To be polled beside everything else.
    pub(super) fn watch_over(&self) -> impl Future<Output = ()> + use<> {
        let (members, name, id) = (Weak::clone(&self.members), self.name.clone(), self.id);
        async move {
            loop {
                let member = members
                    .upgrade()
                    .and_then(|members| members.connected.borrow().get(&name).cloned())
                    .filter(|member| member.id == id);
                let Some(member) = member else { return };
                let usage = timeout(SILENCE, ping(&member.client)).await;
                drop(member);
                let Some(members) = members.upgrade() else { return };
                match usage {
                    Ok(Some(usage)) => members.heard(&name, id, usage),
                    _ => return members.remove(&name, id),
                }
                drop(members);
                sleep(PING).await;
            }
        }
    }
}

impl Drop for Membership {
    fn drop(&mut self) {
        if let Some(members) = self.members.upgrade() {
            members.remove(&self.name, self.id);
        }
    }
}

async fn ping(client: &member::Client) -> Option<Usage> {
    let response = client.ping_request().send().promise.await.ok()?;
    let usage = response.get().ok()?.get_usage().ok()?;
    Some(Usage { workers: usage.get_workers(), tasks: usage.get_tasks() })
}

impl std::fmt::Debug for Members {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_set().entries(self.0.connected.borrow().keys()).finish()
    }
}
