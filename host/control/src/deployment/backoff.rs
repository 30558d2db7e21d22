//! How long to wait before the next start.

const FIRST_MS: u64 = 100;

/// Long enough that starting costs little, short enough that nobody waits for it.
const LAST_MS: u64 = 10_000;

/// An epoch that ran this long was a good one.
const GOOD_MS: u64 = 60_000;

/// Waits that double.
#[derive(Clone, Debug)]
pub(super) struct Backoff {
    next: u64,
}

impl Backoff {
    pub(super) fn next(&mut self) -> u64 {
        let wait = self.next;
        self.next = (wait * 2).min(LAST_MS);
        wait
    }

    pub(super) fn reset(&mut self) {
        self.next = FIRST_MS;
    }

    /// An epoch ran for so long.
    pub(super) fn ran(&mut self, ms: u64) {
        if ms >= GOOD_MS {
            self.reset();
        }
    }
}

impl Default for Backoff {
    fn default() -> Self {
        Self { next: FIRST_MS }
    }
}
