//! When the next barrier is due.

/// What a crash repeats at most, of a pipeline that is not behind.
const INTERVAL_MS: u64 = 1_000;

/// Between barriers of a pipeline that reads nothing.
const IDLE_MS: u64 = 30_000;

/// Between barriers that senders wait for: as `sandbar run` asks for them.
const AWAITED_MS: u64 = 100;

/// How long a barrier may take.
pub(super) const LIMIT_MS: u64 = 30_000;

/// Barriers in a row that may be given up.
pub(super) const GIVEN_UP_MAX: u32 = 5;

/// For whom barriers are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rhythm {
    /// For the positions alone: less often while none changes.
    Easy,
    /// Senders wait for each, whether or not a position changes.
    Awaited,
}

/// The barriers of one epoch.
#[derive(Clone, Debug)]
pub(super) struct Pace {
    rhythm: Rhythm,
    interval: u64,
    /// When the next barrier is due.
    next: u64,
    asked: Option<Asked>,
    given_up: u32,
}

#[derive(Clone, Copy, Debug)]
struct Asked {
    barrier: u64,
    at: u64,
}

impl Pace {
    pub(super) fn new(now: u64, rhythm: Rhythm) -> Self {
        let interval = match rhythm {
            Rhythm::Easy => INTERVAL_MS,
            Rhythm::Awaited => AWAITED_MS,
        };
        Self { rhythm, interval, next: now + interval, asked: None, given_up: 0 }
    }

    /// The tasks run from `now` on.
    pub(super) fn begin(&mut self, now: u64) {
        *self = Self::new(now, self.rhythm);
    }

    pub(super) fn rhythm(&self) -> Rhythm {
        self.rhythm
    }

    /// The barrier that is on its way.
    pub(super) fn asked(&self) -> Option<u64> {
        self.asked.map(|asked| asked.barrier)
    }

    /// When something is due: a barrier to ask for, or one to give up.
    pub(super) fn wake(&self, is_committing: bool) -> Option<u64> {
        match self.asked {
            Some(asked) => Some(asked.at + LIMIT_MS),
            None => (!is_committing).then_some(self.next),
        }
    }

    pub(super) fn ask(&mut self, now: u64, barrier: u64) {
        self.asked = Some(Asked { barrier, at: now });
    }

    /// The barrier came through, and positions changed or not.
    pub(super) fn complete(&mut self, now: u64, changed: bool) {
        self.given_up = 0;
        self.interval = match self.rhythm {
            Rhythm::Easy if changed => INTERVAL_MS,
            Rhythm::Easy => (self.interval * 2).min(IDLE_MS),
            Rhythm::Awaited => AWAITED_MS,
        };
        let asked = self.asked.take().map_or(now, |asked| asked.at);
        self.next = now.max(asked + self.interval);
    }

    /// No barrier is asked for before `at`.
    pub(super) fn defer(&mut self, at: u64) {
        self.next = self.next.max(at);
    }

    /// Forgets the barrier, and says how many in a row that makes.
    pub(super) fn give_up(&mut self) -> u32 {
        self.asked = None;
        self.given_up += 1;
        self.given_up
    }
}
