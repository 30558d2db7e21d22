//! The circuit breaker of an operator: records that fail alone, one soon after the other, mean that the operator is broken
//! rather than the records, and that trying on only burns CPU.

use std::{collections::VecDeque, time::Duration};

use tokio::time::Instant;

/// Records that must fail alone within [`WINDOW`]: fewer are a bad stretch of input.
const FAILURES: usize = 10;

/// How far back failures count.
const WINDOW: Duration = Duration::from_secs(60);

/// The breaker lets a record through again this long after it opened.
const REOPEN: Duration = Duration::from_secs(1);

/// Whether an operator has a breaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Setting {
    #[default]
    On,
    Off,
}

/// When which records failed alone. Bisection's own failures are not told to it.
#[derive(Debug)]
pub(crate) struct Breaker {
    setting: Setting,
    failures: VecDeque<Instant>,
}

impl Breaker {
    pub(crate) fn new(setting: Setting) -> Self {
        Self { setting, failures: VecDeque::with_capacity(FAILURES) }
    }

    /// A record failed alone. How long the operator must pause now, if it must.
    pub(crate) fn failed_alone(&mut self, now: Instant) -> Option<Duration> {
        if self.setting == Setting::Off {
            return None;
        }
        if self.failures.len() == FAILURES {
            self.failures.pop_front();
        }
        self.failures.push_back(now);
        let oldest = self.failures.front()?;
        let open = self.failures.len() == FAILURES && now - *oldest <= WINDOW;
        open.then_some(REOPEN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_lone_failures_in_a_minute_open_the_breaker() {
        let mut breaker = Breaker::new(Setting::On);
        let start = Instant::now();
        let second = Duration::from_secs(1);
        for _ in 0..9 {
            assert_eq!(breaker.failed_alone(start), None);
        }
        assert_eq!(breaker.failed_alone(start + second), Some(REOPEN));
        assert_eq!(breaker.failed_alone(start + 2 * second), Some(REOPEN));
        assert_eq!(breaker.failed_alone(start + 120 * second), None, "the others are long ago");
        assert_eq!(Breaker::new(Setting::Off).failed_alone(start), None);
    }
}
