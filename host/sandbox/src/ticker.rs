//! The clock of interruption: while a call runs, the engine's epoch advances every few milliseconds, and each tick makes
//! the guest look up: code at its functions and loops, and every import when it is called. While none runs, nothing ticks and the thread sleeps.

use std::{
    sync::{
        Arc, OnceLock,
        atomic::{
            AtomicBool, AtomicU64, AtomicUsize,
            Ordering::{Relaxed, SeqCst},
        },
    },
    thread::{self, Thread},
    time::Duration,
};

use wasmtime::Engine;

/// Time between ticks: the grain of budgets, and how long a busy guest keeps its thread from other tasks.
const TICK: Duration = Duration::from_millis(5);

/// Ticks without a call before the thread goes to sleep: waking it costs more than a tick.
const IDLE_TICKS: u32 = 20;

/// Advances the epoch of one engine. Somebody must give it a thread and [`run`](Ticker::run) it there.
#[derive(Debug)]
pub struct Ticker {
    engine: Engine,
    shared: Arc<Shared>,
}

/// The calling side.
#[derive(Clone, Debug)]
pub(crate) struct Active(Arc<Shared>);

/// A call that runs.
#[derive(Debug)]
pub(crate) struct Running<'a>(&'a Shared);

#[derive(Debug, Default)]
struct Shared {
    running: AtomicUsize,
    /// Ticks so far.
    ticks: AtomicU64,
    asleep: AtomicBool,
    thread: OnceLock<Thread>,
    /// Whether the sandbox is gone.
    closed: AtomicBool,
}

impl Ticker {
    pub(crate) fn new(engine: &Engine) -> (Self, Active) {
        let shared = Arc::<Shared>::default();
        (Self { engine: engine.clone(), shared: Arc::clone(&shared) }, Active(shared))
    }

    /// Ticks until the sandbox and all its instances are gone. Blocks.
    pub fn run(self) {
        let _ = self.shared.thread.set(thread::current());
        let mut idle = 0;
        while !self.is_orphaned() {
            if self.shared.running.load(SeqCst) > 0 {
                idle = 0;
            } else if idle >= IDLE_TICKS {
                self.sleep();
            }
            idle += 1;
            thread::sleep(TICK);
            self.shared.ticks.fetch_add(1, Relaxed);
            self.engine.increment_epoch();
        }
    }

    fn is_orphaned(&self) -> bool {
        self.shared.closed.load(SeqCst)
    }

    fn sleep(&self) {
        self.shared.asleep.store(true, SeqCst);
        // Looked at again after the flag is up: a call that came before saw no flag and woke nobody.
        if self.shared.running.load(SeqCst) == 0 && !self.is_orphaned() {
            thread::park();
        }
        self.shared.asleep.store(false, SeqCst);
    }
}

impl Active {
    /// A call starts; it ends when the guard is dropped.
    pub(crate) fn start(&self) -> Running<'_> {
        self.0.running.fetch_add(1, SeqCst);
        if self.0.asleep.load(SeqCst) {
            self.wake();
        }
        Running(&self.0)
    }

    /// Ticks so far: what somebody looks at who cannot be interrupted by one.
    pub(crate) fn ticks(&self) -> u64 {
        self.0.ticks.load(Relaxed)
    }

    /// Ends the ticker.
    pub(crate) fn close(&self) {
        self.0.closed.store(true, SeqCst);
        self.wake();
    }

    fn wake(&self) {
        if let Some(thread) = self.0.thread.get() {
            thread.unpark();
        }
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.running.fetch_sub(1, SeqCst);
    }
}
