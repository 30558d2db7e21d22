//! When a worker that died may be started again: after 100 ms, then after twice as long each time, up to 10 s; a worker
//! that lived for a minute is forgiven everything.

use std::time::Duration;

use sandbar_control::{Problem, TenantName};
use tokio::time::Instant;

/// Long enough for peers to see that the old one is gone.
const FIRST: Duration = Duration::from_millis(100);

/// A plugin that kills its worker at once costs the host a start in so long.
const LONGEST: Duration = Duration::from_secs(10);

/// A worker that lived so long did not die of how it was started.
const FORGIVEN: Duration = Duration::from_secs(60);

#[derive(Debug, Default)]
pub(super) struct Backoff {
    started: Option<Instant>,
    /// The wait after the next failure, less doubling.
    wait: Duration,
    until: Option<Instant>,
    reason: String,
}

impl Backoff {
    /// Whether a worker may be started now.
    pub(super) fn check(&self, tenant: &TenantName) -> Result<(), Problem> {
        let left = self.until.map(|until| until.saturating_duration_since(Instant::now()));
        match left {
            Some(left) if !left.is_zero() => {
                // Rounded up, so that who waits that long need not wait again.
                let left_ms = left.as_millis() + 1;
                let message = format!(
                    "the worker of tenant `{tenant}` ended ({}) and may be started again in {left_ms} ms",
                    self.reason
                );
                Err(Problem::unavailable(message).help(format!("try again in {left_ms} ms")))
            }
            _ => Ok(()),
        }
    }

    pub(super) fn started(&mut self) {
        self.started = Some(Instant::now());
    }

    /// The worker that was started last could not be used.
    pub(super) fn failed(&mut self, reason: String) {
        self.failed_at(reason, Instant::now());
    }

    /// As [`failed`](Self::failed), at that time.
    pub(super) fn failed_at(&mut self, reason: String, at: Instant) {
        let lived =
            self.started.map_or(Duration::ZERO, |started| at.saturating_duration_since(started));
        self.wait = match lived >= FORGIVEN || self.wait.is_zero() {
            true => FIRST,
            false => (self.wait * 2).min(LONGEST),
        };
        self.until = Some(at + self.wait);
        self.reason = reason;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::time::advance;

    #[tokio::test(start_paused = true)]
    async fn the_wait_doubles_up_to_its_end_and_a_long_life_forgives() {
        let tenant = TenantName::parse("acme").unwrap();
        let mut backoff = Backoff::default();
        backoff.check(&tenant).unwrap();
        let mut waits = Vec::new();
        for _ in 0..9 {
            backoff.started();
            backoff.failed("killed".to_owned());
            let problem = backoff.check(&tenant).unwrap_err();
            assert!(problem.message.contains("killed"), "{problem}");
            let begin = Instant::now();
            while backoff.check(&tenant).is_err() {
                advance(Duration::from_millis(50)).await;
            }
            waits.push((Instant::now() - begin).as_millis());
        }
        assert_eq!(waits, [100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000]);
        backoff.started();
        advance(FORGIVEN).await;
        backoff.failed("killed".to_owned());
        let problem = backoff.check(&tenant).unwrap_err();
        assert!(problem.message.ends_with("101 ms"), "{problem}");
    }
}
