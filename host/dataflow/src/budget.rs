//! The tenant's memory for batches: sources wait for it, everything else only counts against it.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use tokio::sync::Notify;

/// Bytes that the batches of one tenant may hold.
#[derive(Debug)]
pub struct Budget {
    bytes_max: usize,
    used: AtomicUsize,
    peak: AtomicUsize,
    freed: Notify,
}

/// Bytes in use, given back on drop.
#[derive(Debug)]
pub struct Lease {
    budget: Arc<Budget>,
    bytes: usize,
}

impl Budget {
    pub fn new(bytes_max: usize) -> Arc<Self> {
        let (used, peak) = (AtomicUsize::new(0), AtomicUsize::new(0));
        Arc::new(Self { bytes_max, used, peak, freed: Notify::new() })
    }

    /// Takes `bytes` now, over the maximum if need be: what a call has made exists already. A call's own cap bounds it.
    pub fn lease(self: &Arc<Self>, bytes: usize) -> Lease {
        let used = self.used.fetch_add(bytes, Ordering::Relaxed) + bytes;
        self.peak.fetch_max(used, Ordering::Relaxed);
        Lease { budget: Arc::clone(self), bytes }
    }

    /// Waits until less than the maximum is in use: what a source does before it reads. May be dropped half-way.
    pub async fn ready(&self) {
        loop {
            let freed = self.freed.notified();
            tokio::pin!(freed);
            // Registered before the check, so that a lease freed between the two is not missed.
            freed.as_mut().enable();
            if self.used.load(Ordering::Acquire) < self.bytes_max {
                return;
            }
            freed.await;
        }
    }

    pub fn used(&self) -> usize {
        self.used.load(Ordering::Relaxed)
    }

    /// Most bytes ever in use at once.
    pub fn peak(&self) -> usize {
        self.peak.load(Ordering::Relaxed)
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let before = self.budget.used.fetch_sub(self.bytes, Ordering::AcqRel);
        if before >= self.budget.bytes_max {
            self.budget.freed.notify_waiters();
        }
    }
}
