//! What a task counts of its work, for progress and reports. Relaxed: read while the tasks run, exact once they ended.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

macro_rules! counters {
    ($($(#[$doc:meta])* $name:ident: $merge:ident,)*) => {
        /// Counters of one node in one task.
        #[derive(Debug, Default)]
        pub struct Counters { $($(#[$doc])* pub(crate) $name: AtomicU64,)* }

        /// [`Counters`] at one moment, of one task or of several taken together.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
        pub struct Snapshot { $($(#[$doc])* pub $name: u64,)* }

        impl Counters {
            pub fn snapshot(&self) -> Snapshot {
                Snapshot { $($name: self.$name.load(Relaxed),)* }
            }
        }

        impl std::ops::AddAssign for Snapshot {
            fn add_assign(&mut self, other: Self) { $(self.$name = u64::$merge(self.$name, other.$name);)* }
        }
    };
}

counters! {
    /// Records that came in and were committed, failed ones included.
    records_in: saturating_add,
    /// Records that left by declared ports.
    records_out: saturating_add,
    /// Records that failed alone, for whatever reason.
    rejected: saturating_add,
    /// Failed records that left by `dead-letters`.
    dead_lettered: saturating_add,
    /// Failed records that were dropped because the policy says so.
    skipped: saturating_add,
    /// Calls made, failed ones included.
    calls: saturating_add,
    /// Calls that failed and were taken back.
    calls_failed: saturating_add,
    /// Times the circuit breaker paused the operator.
    pauses: saturating_add,
    /// Tasks that it holds back at this moment.
    paused: saturating_add,
    /// Log lines that came faster than the limit.
    log_lines_dropped: saturating_add,
    /// Records of the calls whose CPU time was taken: a sample of all.
    sampled_records: saturating_add,
    /// CPU time of those calls, nanoseconds.
    sampled_cpu_ns: saturating_add,
    /// Most bytes of guest memory held by one task.
    memory_bytes_peak: max,
}

impl Counters {
    pub(crate) fn add(counter: &AtomicU64, by: usize) {
        counter.fetch_add(by as u64, Relaxed);
    }
}

impl Snapshot {
    /// CPU time of a record in this node alone, from the sample; `None` without one.
    pub fn cpu_ns_per_record(&self) -> Option<f64> {
        (self.sampled_records > 0).then(|| self.sampled_cpu_ns as f64 / self.sampled_records as f64)
    }

    /// CPU time of all its records, estimated from the sample.
    pub fn cpu_ns(&self) -> u64 {
        (self.cpu_ns_per_record().unwrap_or(0.0) * self.records_in as f64) as u64
    }
}
