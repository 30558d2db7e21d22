//! The CPU budget of a call: measured on the thread's own clock, since wall time would kill innocents on a busy machine.
//! Nothing is measured before the first tick; most calls are over by then and cost no look at the clock.

use std::{
    fmt,
    pin::pin,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use sandbar_dataflow::Clock;
use wasmtime::UpdateDeadline;

/// What a budget is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    Start,
    Call,
}

/// A call that used up its budget.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("{phase} used {} ms of CPU time, its limit is {} ms", .spent.as_millis(), .limit.as_millis())]
pub(crate) struct Overrun {
    pub(crate) phase: Phase,
    spent: Duration,
    limit: Duration,
}

impl fmt::Display for Phase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Phase::Start => "start",
            Phase::Call => "call",
        })
    }
}

/// The meter of one instance's calls, shared by the future that polls the guest and the tick that interrupts it.
#[derive(Clone)]
pub(crate) struct Meter {
    clock: Arc<dyn Clock>,
    reading: Arc<Mutex<Reading>>,
}

#[derive(Clone, Copy, Debug)]
struct Reading {
    phase: Phase,
    limit: Duration,
    /// CPU time of earlier polls of this call.
    spent: Duration,
    /// The thread's clock when this poll began, or at the first tick; `None` while nothing is measured.
    since: Option<Duration>,
    /// Whether a tick has come in this call.
    ticked: bool,
}

impl fmt::Debug for Meter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Meter").field("reading", &self.reading).finish_non_exhaustive()
    }
}

impl Meter {
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        let (phase, limit, spent) = (Phase::Start, Duration::MAX, Duration::ZERO);
        let reading = Reading { phase, limit, spent, since: None, ticked: false };
        Self { clock, reading: Arc::new(Mutex::new(reading)) }
    }

    /// Runs `call` with `limit` of CPU time.
    pub(crate) async fn run<T>(
        &self,
        phase: Phase,
        limit: Duration,
        call: impl Future<Output = T>,
    ) -> T {
        let fresh = Reading { phase, limit, spent: Duration::ZERO, since: None, ticked: false };
        *self.reading() = fresh;
        let mut call = pin!(call);
        std::future::poll_fn(|context| {
            self.resume();
            let poll = call.as_mut().poll(context);
            self.suspend();
            poll
        })
        .await
    }

    /// A tick: the guest gives way to the other tasks of its thread, or ends.
    pub(crate) fn tick(&self) -> wasmtime::Result<UpdateDeadline> {
        let now = self.clock.thread_cpu();
        let mut reading = self.reading();
        reading.ticked = true;
        let since = *reading.since.get_or_insert(now);
        let spent = reading.spent + now.saturating_sub(since);
        if spent < reading.limit {
            return Ok(UpdateDeadline::Yield(1));
        }
        let Reading { phase, limit, .. } = *reading;
        Err(Overrun { phase, spent, limit }.into())
    }

    fn resume(&self) {
        let mut reading = self.reading();
        if reading.ticked {
            reading.since = Some(self.clock.thread_cpu());
        }
    }

    fn suspend(&self) {
        let mut reading = self.reading();
        if let Some(since) = reading.since.take() {
            reading.spent += self.clock.thread_cpu().saturating_sub(since);
        }
    }

    fn reading(&self) -> std::sync::MutexGuard<'_, Reading> {
        self.reading.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
