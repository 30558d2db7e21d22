//! What one connection may hold, and how many connections there may be: in all, and from one address. Also remembers from
//! where wrong tokens come. Where there are too many, those that have not shown yet who they are make room.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, VecDeque},
    net::{IpAddr, Ipv6Addr},
    rc::{Rc, Weak},
    time::Duration,
};

use futures_util::{StreamExt as _, future::LocalBoxFuture, stream::FuturesUnordered};
use tokio::{
    sync::{Notify, mpsc},
    time::Instant,
};

/// Connections of clients and hosts together. Each may have some hundred KiB of messages.
const CONNECTIONS_MAX: usize = 1_024;

/// Connections from one address: a team behind one gateway.
const PER_ADDRESS_MAX: usize = 128;

/// Capabilities that one connection may hold: a client that watches every pipeline of a tenant.
const CAPABILITIES_MAX: usize = 1_024;

/// Wrong tokens on one connection, after which it is closed.
const WRONG_TOKENS_MAX: u32 = 5;

/// Wrong tokens from one address within [`WRONG_WITHIN`], after which none is looked at for a while.
const WRONG_FROM_ADDRESS_MAX: u32 = 30;
const WRONG_WITHIN: Duration = Duration::from_secs(60);

/// Addresses remembered for wrong tokens. An attacker with more of them guesses no 256 bits either.
const ADDRESSES_MAX: usize = 10_000;

/// Where connections are counted.
#[derive(Default)]
pub(super) struct Gate {
    open: RefCell<BTreeMap<IpAddr, usize>>,
    /// Connections that have shown neither a token nor a certificate, in the order in which they came.
    strangers: RefCell<VecDeque<Weak<Connection>>>,
    wrong: RefCell<BTreeMap<IpAddr, Wrong>>,
}

struct Wrong {
    since: Instant,
    tokens: u32,
}

/// One connection, while it lasts.
pub struct Connection {
    gate: Rc<Gate>,
    address: IpAddr,
    closing: Notify,
    is_closing: Cell<bool>,
    is_known: Cell<bool>,
    /// Whether the gate counts it.
    is_counted: Cell<bool>,
    tried: Cell<u32>,
    capabilities: Cell<usize>,
    beside: mpsc::UnboundedSender<LocalBoxFuture<'static, ()>>,
    arriving: RefCell<Option<mpsc::UnboundedReceiver<LocalBoxFuture<'static, ()>>>>,
}

/// A place among the capabilities of a connection; free again when this is dropped.
pub(super) struct Held(Rc<Connection>);

/// A gate for a host that serves no API.
#[derive(Default)]
pub struct Doors(Rc<Gate>);

impl std::fmt::Debug for Doors {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Doors").finish_non_exhaustive()
    }
}

impl Doors {
    /// As [`Api::admit`](super::Api::admit).
    pub fn admit(&self, address: IpAddr) -> Option<Rc<Connection>> {
        self.0.enter(address)
    }
}

impl std::fmt::Debug for Connection {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Connection").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Gate {
    /// Lets a connection from `address` in. Where there are too many, the stranger who came first has to go; `None`:
    /// there is none.
    pub(super) fn enter(self: &Rc<Self>, address: IpAddr) -> Option<Rc<Connection>> {
        let address = network_of(address);
        let is_stranger = |connection: Rc<Connection>| !connection.is_known.get();
        self.strangers.borrow_mut().retain(|one| one.upgrade().is_some_and(is_stranger));
        let here = self.open.borrow().get(&address).copied().unwrap_or(0);
        if here >= PER_ADDRESS_MAX {
            self.displace(|stranger| stranger.address == address)?;
        } else if self.connections() >= CONNECTIONS_MAX {
            self.displace(|_| true)?;
        }
        *self.open.borrow_mut().entry(address).or_default() += 1;
        let (beside, arriving) = mpsc::unbounded_channel();
        let connection = Rc::new(Connection {
            gate: Rc::clone(self),
            address,
            closing: Notify::new(),
            is_closing: Cell::new(false),
            is_known: Cell::new(false),
            is_counted: Cell::new(true),
            tried: Cell::new(0),
            capabilities: Cell::new(0),
            beside,
            arriving: RefCell::new(Some(arriving)),
        });
        self.strangers.borrow_mut().push_back(Rc::downgrade(&connection));
        Some(connection)
    }

    /// Closes the connection of the first stranger of a kind.
    fn displace(&self, is_wanted: impl Fn(&Connection) -> bool) -> Option<()> {
        let found = {
            let mut strangers = self.strangers.borrow_mut();
            let is_one = |stranger: &Weak<Connection>| {
                stranger.upgrade().is_some_and(|stranger| is_wanted(&stranger))
            };
            let at = strangers.iter().position(is_one)?;
            strangers.remove(at)?.upgrade()?
        };
        found.uncount();
        found.close();
        Some(())
    }

    /// How many connections there are.
    pub(super) fn connections(&self) -> usize {
        self.open.borrow().values().sum()
    }

    fn is_shut(&self, address: IpAddr) -> bool {
        let wrong = self.wrong.borrow();
        wrong.get(&address).is_some_and(|wrong| {
            wrong.tokens >= WRONG_FROM_ADDRESS_MAX && wrong.since.elapsed() < WRONG_WITHIN
        })
    }

    fn note_wrong(&self, address: IpAddr) {
        let mut wrong = self.wrong.borrow_mut();
        if wrong.len() >= ADDRESSES_MAX {
            wrong.retain(|_, wrong| wrong.since.elapsed() < WRONG_WITHIN);
        }
        if wrong.len() >= ADDRESSES_MAX {
            return;
        }
        let now = Instant::now();
        let entry = wrong.entry(address).or_insert(Wrong { since: now, tokens: 0 });
        if entry.since.elapsed() >= WRONG_WITHIN {
            *entry = Wrong { since: now, tokens: 0 };
        }
        entry.tokens += 1;
    }
}

impl Connection {
    /// Its peer has shown who it is: it does not make room for others any more.
    pub fn is_of_somebody(&self) {
        self.is_known.set(true);
    }

    fn uncount(&self) {
        if !self.is_counted.replace(false) {
            return;
        }
        let mut open = self.gate.open.borrow_mut();
        match open.get_mut(&self.address) {
            Some(here) if *here > 1 => *here -= 1,
            _ => {
                open.remove(&self.address);
            }
        }
    }

    /// Ends the connection, whatever is under way on it.
    pub(super) fn close(&self) {
        self.is_closing.set(true);
        self.closing.notify_one();
    }

    /// Runs what belongs to the connection beside its RPC, and returns when it is to be closed. Call it once.
    pub async fn run(&self) {
        let arriving = self.arriving.borrow_mut().take();
        let Some(mut arriving) = arriving else { return };
        let mut running = FuturesUnordered::new();
        while !self.is_closing.get() {
            tokio::select! {
                () = self.closing.notified() => {}
                Some(future) = arriving.recv() => running.push(future),
                Some(()) = running.next(), if !running.is_empty() => {}
            }
        }
    }

    /// Adds a future that runs as long as the connection does.
    pub(super) fn beside(&self, future: impl Future<Output = ()> + 'static) {
        // Fails only once nobody runs the connection any more.
        let _ = self.beside.send(Box::pin(future));
    }

    /// Begins a try of a token. Tries count before their outcome is known, so that many at once are no way round.
    pub(super) fn try_token(&self) -> Try {
        if self.gate.is_shut(self.address) {
            return Try::Later { seconds: WRONG_WITHIN.as_secs() };
        }
        if self.tried.get() >= WRONG_TOKENS_MAX {
            self.close();
            return Try::Never;
        }
        self.tried.set(self.tried.get() + 1);
        Try::Now
    }

    /// The try was right: it does not count.
    pub(super) fn token_was_right(&self) {
        self.is_of_somebody();
        self.tried.set(self.tried.get().saturating_sub(1));
    }

    /// The try was wrong. Whether the answer to it is the last.
    pub(super) fn token_was_wrong(&self) {
        self.gate.note_wrong(self.address);
    }

    /// A place for one more capability.
    ///
    /// # Errors
    /// `overloaded`, if there is none.
    pub(super) fn hold(self: &Rc<Self>) -> Result<Held, capnp::Error> {
        let held = self.capabilities.get();
        if held >= CAPABILITIES_MAX {
            return Err(capnp::Error::overloaded(format!(
                "this connection holds {held} capabilities and may hold {CAPABILITIES_MAX}: drop some"
            )));
        }
        self.capabilities.set(held + 1);
        Ok(Held(Rc::clone(self)))
    }
}

/// Whether a token is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Try {
    Now,
    /// Too many wrong ones came from this address.
    Later {
        seconds: u64,
    },
    /// Too many wrong ones came on this connection.
    Never,
}

impl Drop for Held {
    fn drop(&mut self) {
        self.0.capabilities.set(self.0.capabilities.get() - 1);
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.uncount();
    }
}

/// What counts as one address: of IPv6, the network of 64 bits that one customer gets at least.
fn network_of(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).into(),
        address => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_cannot_take_all_connections() {
        let gate = Rc::<Gate>::default();
        let open = |address: &str| {
            gate.enter(address.parse().unwrap()).inspect(|connection| connection.is_of_somebody())
        };
        let mut held: Vec<_> = (0..PER_ADDRESS_MAX).map(|_| open("192.0.2.1").unwrap()).collect();
        assert!(open("192.0.2.1").is_none());
        assert!(open("::ffff:192.0.2.1").is_none());
        let others: Vec<_> = (0..PER_ADDRESS_MAX)
            .map(|number| open(&format!("2001:db8::{number:x}")).unwrap())
            .collect();
        assert!(open("2001:db8::ffff:1:2:3").is_none());
        held.pop();
        held.push(open("192.0.2.1").unwrap());
        let more = (0..CONNECTIONS_MAX)
            .filter_map(|number| open(&format!("10.0.{}.{}", number / 256, number % 256)));
        let more: Vec<_> = more.collect();
        assert_eq!(held.len() + others.len() + more.len(), CONNECTIONS_MAX);
        drop((held, others, more));
        assert_eq!(gate.connections(), 0);
    }

    #[tokio::test]
    async fn strangers_make_room_and_nobody_else_does() {
        let gate = Rc::<Gate>::default();
        let open = |address: &str| gate.enter(address.parse().unwrap()).unwrap();
        let known = open("192.0.2.1");
        known.token_was_right();
        let other = open("192.0.2.2");
        let strangers: Vec<_> = (1..PER_ADDRESS_MAX).map(|_| open("192.0.2.1")).collect();
        assert_eq!(gate.connections(), PER_ADDRESS_MAX + 1);
        let more: Vec<_> = (0..10).map(|_| open("192.0.2.1")).collect();
        assert_eq!(gate.connections(), PER_ADDRESS_MAX + 1);
        for (at, stranger) in strangers.iter().enumerate() {
            assert_eq!(stranger.is_closing.get(), at < more.len(), "stranger {at}");
        }
        assert!(!known.is_closing.get() && !other.is_closing.get());
        strangers[0].run().await;
        drop((known, other, strangers, more));
        assert_eq!(gate.connections(), 0);
    }

    #[tokio::test(start_paused = true)]
    async fn wrong_tokens_shut_an_address_out_for_a_while() {
        let gate = Rc::<Gate>::default();
        for _ in 0..WRONG_FROM_ADDRESS_MAX {
            let connection = gate.enter("192.0.2.1".parse().unwrap()).unwrap();
            assert_eq!(connection.try_token(), Try::Now);
            connection.token_was_wrong();
        }
        let connection = gate.enter("192.0.2.1".parse().unwrap()).unwrap();
        assert_eq!(connection.try_token(), Try::Later { seconds: 60 });
        let other = gate.enter("192.0.2.2".parse().unwrap()).unwrap();
        assert_eq!(other.try_token(), Try::Now);
        tokio::time::advance(WRONG_WITHIN).await;
        assert_eq!(connection.try_token(), Try::Now);
    }

    #[tokio::test]
    async fn a_connection_has_a_few_tries_whose_outcomes_need_not_be_known() {
        let gate = Rc::<Gate>::default();
        let connection = gate.enter("192.0.2.1".parse().unwrap()).unwrap();
        for _ in 0..100 {
            assert_eq!(connection.try_token(), Try::Now);
            connection.token_was_right();
        }
        for _ in 0..WRONG_TOKENS_MAX {
            assert_eq!(connection.try_token(), Try::Now);
        }
        assert_eq!(connection.try_token(), Try::Never);
        connection.run().await;
    }

    #[test]
    fn capabilities_of_a_connection_are_counted() {
        let gate = Rc::<Gate>::default();
        let connection = gate.enter("192.0.2.1".parse().unwrap()).unwrap();
        let mut held: Vec<_> = (0..CAPABILITIES_MAX).map(|_| connection.hold().unwrap()).collect();
        assert!(connection.hold().is_err());
        held.pop();
        assert!(connection.hold().is_ok());
    }
}
