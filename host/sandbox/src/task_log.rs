//! The log of one task: bounded in rate for as long as the task lives, however many instances it goes through.

use std::sync::Arc;

use tokio::time::Instant;

use crate::context::{Context, Level, line};

/// Counts the lines of the current second.
#[derive(Debug)]
pub(crate) struct TaskLog {
    context: Arc<Context>,
    lines_max: u32,
    lines: u32,
    dropped: u64,
    dropped_in_all: u64,
    since: Instant,
}

impl TaskLog {
    pub(crate) fn new(context: Arc<Context>, lines_max: u32) -> Self {
        Self { context, lines_max, lines: 0, dropped: 0, dropped_in_all: 0, since: Instant::now() }
    }

    pub(crate) fn write(&mut self, level: Level, message: &str) {
        let now = Instant::now();
        if now.duration_since(self.since).as_secs() >= 1 {
            self.tell_dropped();
            (self.lines, self.dropped, self.since) = (0, 0, now);
        }
        if self.lines >= self.lines_max {
            self.dropped += 1;
            self.dropped_in_all += 1;
            return;
        }
        self.lines += 1;
        let Context { operator, task_index, log, .. } = self.context.as_ref();
        log.line(operator, *task_index, level, &line(message));
    }

    /// Lines that came too fast for as long as the task has lived.
    pub(crate) fn dropped_in_all(&self) -> u64 {
        self.dropped_in_all
    }

    fn tell_dropped(&self) {
        let Context { operator, task_index, log, .. } = self.context.as_ref();
        if self.dropped > 0 {
            log.dropped(operator, *task_index, self.dropped);
        }
    }
}

impl Drop for TaskLog {
    fn drop(&mut self) {
        self.tell_dropped();
    }
}
