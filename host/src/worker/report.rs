//! What a part tells its leader: barriers passed, ends, halts and log lines. Tasks put it into queues and never wait; one
//! future sends it on, in order. Whoever listened may be gone: then nothing is told any more, and the tasks go on.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use sandbar_dataflow::{
    Clock, Code, Ending, Fault, Halt, Observer, Position as At, TaskId, plan::Plan, spec::Kind,
};
use sandbar_exchange::Error;
use sandbar_sandbox::{GuestLog, Level};
use sandbar_schema::node_capnp::{events, task_id};
use tokio::sync::{Notify, mpsc};

use super::{exhausted::is_exhausted, part::Position};
use crate::threads::Endings;

/// Log lines of one pipeline that wait to be sent; more are counted and dropped.
const LINES_MAX: usize = 1_000;

/// Log lines of one call: a line has up to 4 KiB, and a message must stay small.
const LINES_OF_CALL: usize = 100;

/// Where the tasks of one part, and their guests, put what is to be told.
pub(super) struct Reports {
    host: String,
    clock: Arc<dyn Clock>,
    /// Grows by a few entries for each barrier that the leader asks for, so it is bounded by the leader.
    events: mpsc::UnboundedSender<Told>,
    log: Mutex<Log>,
    written: Notify,
}

/// One thing that happened.
pub(super) enum Told {
    Passed { task: TaskId, barrier: u64, position: Option<At> },
    CutOff { task: TaskId, halt: Halt },
}

#[derive(Default)]
struct Log {
    lines: VecDeque<Line>,
    dropped: u64,
}

struct Line {
    time: i64,
    level: &'static str,
    /// Empty: of the host.
    operator: String,
    task: u32,
    message: String,
}

impl Reports {
    pub(super) fn new(
        host: &str,
        clock: Arc<dyn Clock>,
    ) -> (Arc<Self>, mpsc::UnboundedReceiver<Told>) {
        let (events, told) = mpsc::unbounded_channel();
        let (log, written) = (Mutex::default(), Notify::new());
        (Arc::new(Self { host: host.to_owned(), clock, events, log, written }), told)
    }

    /// A line of the host about the pipeline.
    pub(super) fn note(&self, message: String) {
        self.push("warn", "", 0, message);
    }

    /// What `task` sends does not arrive any more, and no new connection can mend that.
    pub(super) fn cut_off(&self, task: TaskId, node: String, error: &Error) {
        let halt = Halt { node, fault: Fault::new(Code::Internal, error.to_string()) };
        let _ = self.events.send(Told::CutOff { task, halt });
    }

    fn push(&self, level: &'static str, operator: &str, task: u32, message: String) {
        let time = self.clock.now_ms();
        let mut log = self.log();
        if log.lines.len() >= LINES_MAX {
            log.dropped += 1;
            return;
        }
        let operator = operator.to_owned();
        log.lines.push_back(Line { time, level, operator, task, message });
        drop(log);
        self.written.notify_one();
    }

    fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Observer for Reports {
    fn paused(&self, node: &str, pause: Duration, fault: &Fault) {
        let ms = pause.as_millis();
        let why = "its records fail one after the other";
        self.push("warn", "", 0, format!("`{node}` pauses for {ms} ms: {why} ({fault})"));
    }

    fn passed(&self, task: TaskId, barrier: u64, position: Option<At>) {
        let _ = self.events.send(Told::Passed { task, barrier, position });
    }
}

impl GuestLog for Reports {
    fn line(&self, operator: &str, task_index: u32, level: Level, line: &str) {
        let level = match level {
            Level::Trace => "trace",
            Level::Debug => "debug",
            Level::Info => "info",
            Level::Warn => "warn",
            Level::Error => "error",
        };
        self.push(level, operator, task_index, line.to_owned());
    }

    fn dropped(&self, operator: &str, task_index: u32, lines: u64) {
        let why = "they came faster than `limits.log_lines`";
        self.push("warn", operator, task_index, format!("{lines} more lines dropped: {why}"));
    }
}

/// Sends on what happens, until nobody listens any more.
pub(super) async fn tell(
    reports: Arc<Reports>,
    told: mpsc::UnboundedReceiver<Told>,
    endings: Endings,
    plan: Arc<Plan>,
    events: events::Client,
) {
    // An error means that the leader is gone, which concerns the tasks in no way.
    let _ = Teller { reports, told, plan, events }.run(endings).await;
}

struct Teller {
    reports: Arc<Reports>,
    told: mpsc::UnboundedReceiver<Told>,
    plan: Arc<Plan>,
    events: events::Client,
}

impl Teller {
    async fn run(mut self, mut endings: Endings) -> Result<(), capnp::Error> {
        let mut is_open = true;
        loop {
            tokio::select! {
                biased;
                Some(told) = self.told.recv() => self.tell(told).await?,
                ending = endings.recv(), if is_open => match ending {
                    Some((task, ending)) => self.end(task, ending).await?,
                    None => is_open = false,
                },
                () = self.reports.written.notified() => self.log().await?,
            }
        }
    }

    async fn tell(&self, told: Told) -> Result<(), capnp::Error> {
        match told {
            Told::Passed { task, barrier, position } => {
                let position = position.and_then(|at| self.position(task, Some(at), false));
                let mut request = self.events.passed_request();
                request.get().set_barrier(barrier);
                write_task(task, request.get().init_task());
                write(position.as_ref(), |length| request.get().init_positions(length));
                request.send().await
            }
            Told::CutOff { task, halt } => self.halted(task, &halt).await,
        }
    }

    /// What a task said before its end goes first.
    async fn end(
        &mut self,
        task: TaskId,
        ending: Result<Ending, Halt>,
    ) -> Result<(), capnp::Error> {
        while let Ok(told) = self.told.try_recv() {
            self.tell(told).await?;
        }
        self.log().await?;
        let ending = match ending {
            Ok(ending) => ending,
            // The process is about to be replaced, and this fault is a consequence.
            Err(_) if is_exhausted() => return std::future::pending().await,
            Err(halt) => return self.halted(task, &halt).await,
        };
        let position = self.position(task, ending.position, ending.complete);
        let mut request = self.events.ended_request();
        write_task(task, request.get().init_task());
        write(position.as_ref(), |length| request.get().init_positions(length));
        request.send().await
    }

    async fn halted(&self, task: TaskId, halt: &Halt) -> Result<(), capnp::Error> {
        // The message may be a guest's: that is for its owner.
        let (node, code) = (&halt.node, halt.fault.code.name());
        tracing::warn!(node, task = task.task, code, "a task halted");
        let mut request = self.events.halted_request();
        write_task(task, request.get().init_task());
        let mut fault = request.get().init_fault();
        fault.set_code(halt.fault.code.name());
        fault.set_message(&halt.fault.message);
        fault.set_help(halt.fault.code.help());
        fault.set_node(&halt.node);
        request.send().await
    }

    /// Sends all lines that wait.
    async fn log(&self) -> Result<(), capnp::Error> {
        loop {
            let (lines, dropped) = {
                let mut log = self.reports.log();
                let count = log.lines.len().min(LINES_OF_CALL);
                let lines: Vec<Line> = log.lines.drain(..count).collect();
                (lines, std::mem::take(&mut log.dropped))
            };
            if lines.is_empty() && dropped == 0 {
                return Ok(());
            }
            let mut request = self.events.log_request();
            request.get().set_dropped(dropped);
            let length = u32::try_from(lines.len()).expect("a call has few lines");
            let mut list = request.get().init_lines(length);
            for (index, line) in (0..).zip(&lines) {
                let mut to = list.reborrow().get(index);
                to.set_time(line.time);
                to.set_level(line.level);
                to.set_operator(&line.operator);
                to.set_task(line.task);
                to.set_host(&self.reports.host);
                to.set_message(&line.message);
            }
            request.send().await?;
        }
    }

    /// Where the source of `task` stands, if it has one that anything is known of.
    fn position(&self, task: TaskId, at: Option<At>, ended: bool) -> Option<Position> {
        let first = *self.plan.chains[task.chain as usize].nodes.first()?;
        let node = self.plan.node(first);
        if node.kind != Kind::Source || (at.is_none() && !ended) {
            return None;
        }
        let content = at.map(|At(content)| content).unwrap_or_default();
        let (name, parallelism) = (node.name.clone(), node.parallelism);
        Some(Position { node: name, task: task.task, parallelism, content, ended })
    }
}

fn write_task(task: TaskId, mut to: task_id::Builder<'_>) {
    to.set_chain(task.chain);
    to.set_task(task.task);
}

fn write<'a>(
    position: Option<&Position>,
    list: impl FnOnce(
        u32,
    )
        -> capnp::struct_list::Builder<'a, sandbar_schema::node_capnp::position::Owned>,
) {
    if let Some(position) = position {
        position.write(list(1).get(0));
    }
}
