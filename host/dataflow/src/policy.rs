//! What becomes of records that fail, per operator and class of fault.

use std::time::Duration;

use crate::Class;

/// What becomes of a record once its retries are used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Then {
    /// It is counted and dropped.
    Skip,
    /// It leaves by the port `dead-letters`.
    DeadLetter,
    /// The pipeline stops; nothing is dropped.
    #[default]
    Halt,
}

/// How one class of faults is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErrorPolicy {
    /// How often a failing batch is tried again as a whole, before it is bisected.
    pub retry: u32,
    /// The wait before the first retry; it doubles for each one after.
    pub backoff: Duration,
    pub then: Then,
}

/// The error policy of one operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Policies {
    pub rejects: ErrorPolicy,
    pub failures: ErrorPolicy,
    pub traps: ErrorPolicy,
    pub limits: ErrorPolicy,
    /// Whether records that fail alone, one after the other, pause the operator.
    pub breaker: crate::Breaker,
}

impl Default for ErrorPolicy {
    fn default() -> Self {
        Self { retry: 0, backoff: Duration::from_millis(100), then: Then::Halt }
    }
}

impl Policies {
    pub fn of(&self, class: Class) -> &ErrorPolicy {
        match class {
            Class::Reject => &self.rejects,
            Class::Failure => &self.failures,
            Class::Trap => &self.traps,
            Class::Limit => &self.limits,
        }
    }

    /// Whether any class of faults leads to the dead letters.
    pub fn dead_letters(&self) -> bool {
        [self.rejects, self.failures, self.traps, self.limits]
            .iter()
            .any(|policy| policy.then == Then::DeadLetter)
    }
}
