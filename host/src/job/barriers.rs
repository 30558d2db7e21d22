//! Barriers of a run: asks for them where a source's senders wait until what they sent is in every sink, follows each
//! through all tasks, and says when it has passed the last. Nothing is kept; a run that died begins anew.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use sandbar_dataflow::{Failed, Fault, Observer, Position, Seed, TaskId};
use tokio::sync::watch;

/// Time between barriers: what a sender waits for, against what a sink pays to make its file durable.
pub(super) const PERIOD: Duration = Duration::from_millis(100);

/// Follows barriers through the tasks of one run.
pub(super) struct Barriers {
    wanted: bool,
    ask: watch::Sender<u64>,
    state: Mutex<State>,
    observer: Arc<dyn Observer>,
}

/// What tasks look at.
pub(super) struct Asked {
    pub(super) barrier: watch::Receiver<u64>,
    pub(super) acknowledged: watch::Receiver<u64>,
}

struct State {
    /// The newest barrier that each task has passed which has not ended.
    passed: BTreeMap<TaskId, u64>,
    /// The newest barrier that all have passed.
    acknowledged: u64,
    /// Gone once a task halted: what came to it is in no sink.
    tell: Option<watch::Sender<u64>>,
}

impl std::fmt::Debug for Barriers {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Barriers").field("wanted", &self.wanted).finish_non_exhaustive()
    }
}

impl Barriers {
    /// Of the tasks that grow from `seeds`. What happens to them is passed on to `observer`.
    pub(super) fn new(
        seeds: &[Seed],
        wanted: bool,
        observer: Arc<dyn Observer>,
    ) -> (Arc<Self>, Asked) {
        let ((ask, barrier), (tell, acknowledged)) = (watch::channel(0), watch::channel(0));
        let passed = seeds.iter().map(|seed| (seed.id, 0)).collect();
        let state = State { passed, acknowledged: 0, tell: wanted.then_some(tell) };
        let barriers = Self { wanted, ask, state: Mutex::new(state), observer };
        (Arc::new(barriers), Asked { barrier, acknowledged })
    }

    pub(super) fn are_wanted(&self) -> bool {
        self.wanted
    }

    /// Asks for the next barrier, if the last one has passed every task.
    pub(super) fn ask(&self) {
        let acknowledged = self.state().acknowledged;
        self.ask.send_if_modified(|newest| {
            let next = *newest == acknowledged;
            *newest += u64::from(next);
            next
        });
    }

    /// `task` has ended and, if `whole`, given on or made durable all that came to it.
    pub(super) fn ended(&self, task: TaskId, whole: bool) {
        let mut state = self.state();
        state.passed.remove(&task);
        match whole {
            true => state.advance(),
            false => state.tell = None,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn advance(&mut self) {
        let Some(&all) = self.passed.values().min() else { return };
        if all > self.acknowledged {
            self.acknowledged = all;
            if let Some(tell) = &self.tell {
                tell.send_replace(all);
            }
        }
    }
}

impl Observer for Barriers {
    fn paused(&self, node: &str, pause: Duration, fault: &Fault) {
        self.observer.paused(node, pause, fault);
    }

    fn failed(&self, failed: &Failed<'_>) {
        self.observer.failed(failed);
    }

    fn passed(&self, task: TaskId, barrier: u64, position: Option<Position>) {
        if let Some(passed) = self.state().passed.get_mut(&task) {
            *passed = barrier;
        }
        self.state().advance();
        self.observer.passed(task, barrier, position);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Nobody;

    impl Observer for Nobody {
        fn paused(&self, _: &str, _: Duration, _: &Fault) {}
    }

    fn of(tasks: u32) -> (Arc<Barriers>, Asked) {
        let (barriers, asked) = Barriers::new(&[], true, Arc::new(Nobody));
        barriers.state().passed = (0..tasks).map(|task| (id(task), 0)).collect();
        (barriers, asked)
    }

    fn id(task: u32) -> TaskId {
        TaskId { chain: 0, task }
    }

    #[test]
    fn a_barrier_is_acknowledged_by_the_last_task_and_only_then_the_next_is_asked_for() {
        let (barriers, asked) = of(2);
        barriers.ask();
        barriers.ask();
        assert_eq!(*asked.barrier.borrow(), 1);
        barriers.passed(id(0), 1, None);
        assert_eq!(*asked.acknowledged.borrow(), 0);
        barriers.ask();
        assert_eq!(*asked.barrier.borrow(), 1);
        barriers.passed(id(1), 1, None);
        assert_eq!(*asked.acknowledged.borrow(), 1);
        barriers.ask();
        assert_eq!(*asked.barrier.borrow(), 2);
    }

    #[test]
    fn nobody_waits_for_a_task_that_ended_and_nothing_is_acknowledged_after_a_halt() {
        let (barriers, asked) = of(3);
        barriers.ask();
        barriers.passed(id(0), 1, None);
        barriers.passed(id(1), 1, None);
        barriers.ended(id(2), true);
        assert_eq!(*asked.acknowledged.borrow(), 1);
        barriers.ask();
        barriers.ended(id(1), false);
        barriers.passed(id(0), 2, None);
        assert_eq!(*asked.acknowledged.borrow(), 1);
        assert!(asked.acknowledged.has_changed().is_err(), "it is closed");
    }
}
