//! Who compiles next. Few at a time, and tenants take turns: one that uploads a hundred plugins makes the others wait for
//! one of them, not for all.

use std::{
    cell::RefCell,
    collections::{BTreeMap, VecDeque},
    ops::Bound,
    rc::Rc,
};

use sandbar_control::{Code, Problem, TenantName};
use tokio::sync::oneshot;

/// Compilations that one tenant may have waiting.
const WAITING_MAX: usize = 64;

/// Turns at a limited number of places. Cheap to clone.
#[derive(Clone, Debug)]
pub(super) struct Queue(Rc<RefCell<Turns>>);

#[derive(Debug)]
struct Turns {
    free: usize,
    waiting: BTreeMap<TenantName, VecDeque<oneshot::Sender<Turn>>>,
    /// Whose turn was the last one.
    last: Option<TenantName>,
}

/// A place, given back when this is dropped.
#[derive(Debug)]
pub(super) struct Turn {
    queue: Queue,
}

impl Queue {
    pub(super) fn new(places: usize) -> Self {
        Self(Rc::new(RefCell::new(Turns { free: places, waiting: BTreeMap::new(), last: None })))
    }

    /// Waits for a turn of `tenant`. May be dropped while it waits.
    pub(super) async fn turn(&self, tenant: &TenantName) -> Result<Turn, Problem> {
        let receiver = {
            let mut turns = self.0.borrow_mut();
            let waiting = turns.waiting.entry(tenant.clone()).or_default();
            waiting.retain(|sender| !sender.is_closed());
            if waiting.len() >= WAITING_MAX {
                let message = format!(
                    "{} plugins of tenant `{tenant}` wait to be compiled, the limit is {WAITING_MAX}",
                    waiting.len()
                );
                return Err(Problem::new(Code::Quota, message).help("try again in a minute"));
            }
            let (sender, receiver) = oneshot::channel();
            waiting.push_back(sender);
            receiver
        };
        self.serve();
        receiver.await.map_err(|_| Problem::unavailable("the host is ending"))
    }

    /// Gives free places to those who wait.
    fn serve(&self) {
        loop {
            let next = {
                let mut turns = self.0.borrow_mut();
                if turns.free == 0 {
                    return;
                }
                let Some(next) = turns.next() else { return };
                turns.free -= 1;
                next
            };
            // One that does not wait any more drops its turn, which comes back here.
            let _ = next.send(Turn { queue: self.clone() });
        }
    }
}

impl Turns {
    fn next(&mut self) -> Option<oneshot::Sender<Turn>> {
        self.waiting.retain(|_, waiting| !waiting.is_empty());
        let after = self.last.clone().map_or(Bound::Unbounded, Bound::Excluded);
        let mut tenants = self.waiting.range((after, Bound::Unbounded));
        let tenant = tenants.next().or_else(|| self.waiting.first_key_value())?.0.clone();
        let next = self.waiting.get_mut(&tenant)?.pop_front();
        self.last = Some(tenant);
        next
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.queue.0.borrow_mut().free += 1;
        self.queue.serve();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt as _;

    fn tenant(name: &str) -> TenantName {
        TenantName::parse(name).unwrap()
    }

    #[tokio::test]
    async fn tenants_take_turns_however_much_one_of_them_asks_for() {
        let queue = Queue::new(1);
        let (many, few) = (tenant("many"), tenant("few"));
        let first = queue.turn(&many).await.unwrap();
        let mut second = Box::pin(queue.turn(&many));
        let mut third = Box::pin(queue.turn(&many));
        let mut other = Box::pin(queue.turn(&few));
        assert!(second.as_mut().now_or_never().is_none());
        assert!(third.as_mut().now_or_never().is_none());
        assert!(other.as_mut().now_or_never().is_none());
        drop(first);
        let place = other.await.unwrap();
        assert!(second.as_mut().now_or_never().is_none(), "the other tenant came first");
        drop(place);
        drop(second);
        third.await.unwrap();
    }

    #[tokio::test]
    async fn a_tenant_cannot_wait_without_end() {
        let queue = Queue::new(1);
        let many = tenant("many");
        let _first = queue.turn(&many).await.unwrap();
        let mut waiting: Vec<_> = (0..WAITING_MAX).map(|_| Box::pin(queue.turn(&many))).collect();
        for turn in &mut waiting {
            assert!(turn.as_mut().now_or_never().is_none());
        }
        assert_eq!(queue.turn(&many).await.unwrap_err().code, Code::Quota);
        drop(waiting);
        assert!(queue.turn(&many).now_or_never().is_none(), "it may wait again");
    }
}
