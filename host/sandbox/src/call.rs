//! The CPU budget of a call: measured on the thread's own clock, since wall time would kill innocents on a busy machine.
//! Nothing is measured before the first tick; most calls are over by then and cost no look at the clock.

use std::{
    fmt,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering::Relaxed},
    },
    time::Duration,
};

use sandbar_dataflow::Clock;

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

/// The meter of one instance's calls, shared by the future that polls the guest and the tick that interrupts it. Both are
/// on one thread; the atomics only say so to the compiler.
#[derive(Clone)]
pub(crate) struct Meter {
    clock: Arc<dyn Clock>,
    reading: Arc<Reading>,
}

#[derive(Debug)]
struct Reading {
    /// Whether a tick has come in this call; nothing below counts before.
    ticked: AtomicBool,
    /// CPU time of earlier polls of this call, nanoseconds.
    spent: AtomicU64,
    /// The thread's clock when this poll began, or at the first tick, nanoseconds.
    since: AtomicU64,
    /// The budget of this call, nanoseconds.
    limit: AtomicU64,
    is_start: AtomicBool,
}

impl fmt::Debug for Meter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Meter").field("reading", &self.reading).finish_non_exhaustive()
    }
}

impl Meter {
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        let reading = Reading {
            ticked: AtomicBool::new(false),
            spent: AtomicU64::new(0),
            since: AtomicU64::new(0),
            limit: AtomicU64::new(0),
            is_start: AtomicBool::new(true),
        };
        Self { clock, reading: Arc::new(reading) }
    }

    /// Runs `call` with `limit` of CPU time.
    pub(crate) async fn run<T>(
        &self,
        phase: Phase,
        limit: Duration,
        call: impl Future<Output = T>,
    ) -> T {
        let reading = &self.reading;
        reading.ticked.store(false, Relaxed);
        reading.limit.store(nanoseconds(limit), Relaxed);
        reading.is_start.store(phase == Phase::Start, Relaxed);
        let mut call = pin!(call);
        std::future::poll_fn(|context| {
            if reading.ticked.load(Relaxed) {
                reading.since.store(self.now(), Relaxed);
            }
            let poll = call.as_mut().poll(context);
            if poll.is_pending() && reading.ticked.load(Relaxed) {
                reading.spent.fetch_add(self.now() - reading.since.load(Relaxed), Relaxed);
            }
            poll
        })
        .await
    }

    /// The call returned: whether it did so within its budget, as far as ticks have shown.
    pub(crate) fn settle(&self) -> Result<(), Overrun> {
        match self.reading.ticked.load(Relaxed) {
            true => self.tick(),
            false => Ok(()),
        }
    }

    /// A tick: the call ends if its budget is used up.
    pub(crate) fn tick(&self) -> Result<(), Overrun> {
        let (now, reading) = (self.now(), &self.reading);
        if !reading.ticked.swap(true, Relaxed) {
            reading.spent.store(0, Relaxed);
            reading.since.store(now, Relaxed);
        }
        let spent = reading.spent.load(Relaxed) + (now - reading.since.load(Relaxed));
        let limit = reading.limit.load(Relaxed);
        if spent < limit {
            return Ok(());
        }
        let phase = if reading.is_start.load(Relaxed) { Phase::Start } else { Phase::Call };
        let (spent, limit) = (Duration::from_nanos(spent), Duration::from_nanos(limit));
        Err(Overrun { phase, spent, limit })
    }

    /// The thread's clock, nanoseconds.
    fn now(&self) -> u64 {
        nanoseconds(self.clock.thread_cpu())
    }
}

/// Enough for centuries of CPU time.
fn nanoseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}
