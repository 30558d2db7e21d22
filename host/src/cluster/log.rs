//! The last lines of one pipeline's log, in memory, and those who follow it. A follower has no queue of its own: it reads
//! the ring at its own pace, and is told how many lines were gone before it came to them.

use std::{cell::RefCell, collections::VecDeque, rc::Rc};

use sandbar_control::view::LogLine;
use tokio::sync::watch;

/// Lines kept: what a person scrolls through. More belongs into a log store.
const LINES_MAX: usize = 2_000;

/// Bytes kept. A thousand pipelines with full logs are a gibibyte.
const BYTES_MAX: usize = 1 << 20;

/// Bytes of one line: longer ones are cut. What the host lets a guest say at once is less.
const LINE_BYTES_MAX: usize = 16 << 10;

/// Lines that a follower gets at once: a message of moderate size.
const BATCH_LINES_MAX: usize = 256;

/// What a line costs besides its text.
const LINE_OVERHEAD_BYTES: usize = 128;

fn bytes(line: &LogLine) -> usize {
    LINE_OVERHEAD_BYTES + line.operator.len() + line.host.len() + line.message.len()
}

/// The log of one pipeline. Dropping it ends its followers.
#[derive(Debug)]
pub(super) struct Log {
    ring: Rc<RefCell<Ring>>,
    /// Number of the line that comes next.
    end: watch::Sender<u64>,
}

#[derive(Debug, Default)]
struct Ring {
    entries: VecDeque<Entry>,
    bytes: usize,
    /// Number of the first entry kept.
    first: u64,
}

#[derive(Debug)]
struct Entry {
    /// Lines that were lost before this one, where it came from.
    lost: u64,
    line: Rc<LogLine>,
}

impl Default for Log {
    fn default() -> Self {
        Self { ring: Rc::default(), end: watch::channel(0).0 }
    }
}

impl Log {
    /// Adds `line`, before which `lost` lines were lost; the oldest lines make room.
    pub(super) fn push(&self, mut line: LogLine, lost: u64) {
        if line.message.len() > LINE_BYTES_MAX {
            let cut = line.message.floor_char_boundary(LINE_BYTES_MAX);
            line.message.truncate(cut);
        }
        let mut ring = self.ring.borrow_mut();
        ring.bytes += bytes(&line);
        ring.entries.push_back(Entry { lost, line: Rc::new(line) });
        while ring.entries.len() > LINES_MAX || ring.bytes > BYTES_MAX {
            let Some(gone) = ring.entries.pop_front() else { break };
            ring.bytes -= bytes(&gone.line);
            ring.first += 1;
        }
        let end = ring.end();
        drop(ring);
        self.end.send_replace(end);
    }

    /// The last `lines` lines, and those that come if `follow` says so.
    pub(super) fn tail(&self, lines: usize, follow: Follow) -> Tail {
        let ring = self.ring.borrow();
        let next = ring.end().saturating_sub(lines as u64).max(ring.first);
        let end = self.end.subscribe();
        Tail { ring: Rc::clone(&self.ring), end, next, follow }
    }
}

impl Ring {
    fn end(&self) -> u64 {
        self.first + self.entries.len() as u64
    }
}

/// Whether a reader of a log waits for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follow {
    Yes,
    No,
}

/// Reads a pipeline's log from some line on.
#[derive(Debug)]
pub struct Tail {
    ring: Rc<RefCell<Ring>>,
    end: watch::Receiver<u64>,
    next: u64,
    follow: Follow,
}

/// Some lines in order, and how many are missing before them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    pub missing: u64,
    pub lines: Vec<Rc<LogLine>>,
}

impl Tail {
    /// The next lines, at least one; none once the log ends: at its last line, or with its pipeline if that is followed.
    /// May be dropped half-way; nothing is lost.
    pub async fn next(&mut self) -> Option<Lines> {
        loop {
            let ended = self.end.has_changed().is_err();
            self.end.borrow_and_update();
            let lines = self.take();
            if !lines.lines.is_empty() {
                return Some(lines);
            }
            if ended || self.follow == Follow::No || self.end.changed().await.is_err() {
                return None;
            }
        }
    }

    fn take(&mut self) -> Lines {
        let ring = self.ring.borrow();
        let mut taken = Lines { missing: ring.first.saturating_sub(self.next), lines: Vec::new() };
        self.next = self.next.max(ring.first);
        let skip = usize::try_from(self.next - ring.first).expect("at most the lines kept");
        for entry in ring.entries.iter().skip(skip).take(BATCH_LINES_MAX) {
            // What is missing is told before lines, never amid them.
            if entry.lost > 0 && !taken.lines.is_empty() {
                break;
            }
            taken.missing += entry.lost;
            taken.lines.push(Rc::clone(&entry.line));
        }
        self.next += taken.lines.len() as u64;
        taken
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;
    use sandbar_control::view::Level;

    use super::*;

    fn line(message: &str) -> LogLine {
        LogLine {
            time: 0,
            level: Level::Info,
            operator: String::new(),
            task: 0,
            host: String::new(),
            message: message.to_owned(),
        }
    }

    fn taken(tail: &mut Tail) -> Option<(u64, Vec<String>)> {
        let lines = tail.next().now_or_never()??;
        Some((lines.missing, lines.lines.iter().map(|line| line.message.clone()).collect()))
    }

    #[test]
    fn a_tail_gets_the_last_lines_and_then_new_ones_only_if_it_follows() {
        let log = Log::default();
        for number in 0..5 {
            log.push(line(&number.to_string()), 0);
        }
        let (mut once, mut following) = (log.tail(2, Follow::No), log.tail(2, Follow::Yes));
        let last = Some((0, vec!["3".to_owned(), "4".to_owned()]));
        assert_eq!((taken(&mut once), taken(&mut following)), (last.clone(), last));
        log.push(line("5"), 0);
        assert_eq!(taken(&mut following), Some((0, vec!["5".to_owned()])));
        assert!(following.next().now_or_never().is_none());
        drop(log);
        assert_eq!(following.next().now_or_never(), Some(None));
    }

    #[test]
    fn a_slow_follower_is_told_how_many_lines_it_missed() {
        let log = Log::default();
        log.push(line("first"), 0);
        let mut slow = log.tail(0, Follow::Yes);
        for number in 0..LINES_MAX + 10 {
            log.push(line(&number.to_string()), 0);
        }
        let (missing, lines) = taken(&mut slow).expect("there are lines");
        assert_eq!((missing, lines.len(), &*lines[0]), (10, BATCH_LINES_MAX, "10"));
    }

    #[test]
    fn a_log_keeps_a_bounded_number_of_bytes_and_cuts_long_lines() {
        let log = Log::default();
        for _ in 0..200 {
            log.push(line(&"ü".repeat(20_000)), 0);
        }
        let ring = log.ring.borrow();
        assert!(ring.bytes <= BYTES_MAX && ring.entries.len() > 10, "{}", ring.bytes);
        assert_eq!(ring.entries[0].line.message.len(), LINE_BYTES_MAX);
    }

    #[test]
    fn lines_lost_at_their_origin_are_told_before_the_line_that_follows_them() {
        let log = Log::default();
        log.push(line("a"), 0);
        log.push(line("b"), 7);
        let mut tail = log.tail(10, Follow::No);
        assert_eq!(taken(&mut tail), Some((0, vec!["a".to_owned()])));
        assert_eq!(taken(&mut tail), Some((7, vec!["b".to_owned()])));
    }
}
