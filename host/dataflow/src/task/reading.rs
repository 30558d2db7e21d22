//! What drives a source: reads while there is budget, has the chain commit what was read, and sends barriers between
//! two reads, so that a barrier and the source's position agree. Only waiting is ever cut short, never what goes on to
//! others.

use std::time::Duration;

use tokio::{sync::watch, time::Instant};

use super::{Chain, Halt, Setting, Turn, stopped};
use crate::{Fault, Frame, Output, Read, Source, TaskId, Watermark};

/// Why nothing more is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    /// The source had nothing more.
    Ended,
    /// The pipeline drains.
    Stopped,
}

/// What is to be done between two reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Signal {
    Stop,
    Acknowledged(u64),
    Barrier(u64),
}

/// Longest wait of a source that ends for its last barrier to pass every sink. Whoever stops a pipeline waits too.
const LAST_BARRIER: Duration = Duration::from_secs(10);

/// Reads until the source ends or the pipeline stops. Only a source that ended says that time has ended too.
pub(super) async fn run(
    id: TaskId,
    source: &mut dyn Source,
    idle: Option<Duration>,
    chain: &mut Chain,
    setting: &Setting,
) -> Result<Over, Halt> {
    let mut signals = Signals::new(setting);
    tokio::select! {
        biased;
        // What is behind the source is opened whatever comes, since it will be closed.
        opened = async { (chain.open().await, source.open().await) } => {
            opened.0?;
            opened.1.map_err(|fault| chain.halt(0, fault))?;
        }
        () = stopped(&mut signals.stop) => return Ok(Over::Stopped),
    }
    let mut output = Output::new(1, Some(usize::MAX));
    let mut silence = Silence { after: idle, until: None };
    let mut turn = Turn::default();
    loop {
        let mut next = signals.now();
        if next.is_none() {
            next = tokio::select! {
                biased;
                () = setting.budget.ready() => None,
                signal = signals.next() => Some(signal),
            };
        }
        if next.is_none() {
            output.begin(None);
            match read(source.read(&mut output), &mut silence, chain, &mut signals).await? {
                Waited::Signal(signal) => next = Some(signal),
                Waited::Read(read) => {
                    let read = read.map_err(|fault| chain.halt(0, fault))?;
                    chain.commit_source(&mut output).await?;
                    if read == Read::End {
                        last_barrier(id, source, chain, (setting, &mut signals)).await?;
                        let end = Frame::Watermark(Watermark::At(i64::MAX));
                        return chain.deliver(0, end).await.map(|()| Over::Ended);
                    }
                }
            }
        }
        match next {
            Some(Signal::Stop) => break,
            Some(Signal::Barrier(barrier)) => send(id, source, chain, (setting, barrier)).await?,
            Some(Signal::Acknowledged(barrier)) => acknowledge(source, chain, barrier).await?,
            None => {}
        }
        // A file is always ready.
        turn.over().await;
    }
    output.begin(None);
    source.drain(&mut output).await.map_err(|fault| chain.halt(0, fault))?;
    chain.commit_source(&mut output).await?;
    last_barrier(id, source, chain, (setting, &mut signals)).await?;
    Ok(Over::Stopped)
}

/// Sends `barrier` behind what the source has staged.
async fn send(
    id: TaskId,
    source: &mut dyn Source,
    chain: &mut Chain,
    (setting, barrier): (&Setting, u64),
) -> Result<(), Halt> {
    let position = source.position();
    source.mark(barrier);
    chain.deliver(0, Frame::Barrier(barrier)).await?;
    setting.observer.passed(id, barrier, position);
    Ok(())
}

/// Tells the source that `barrier` has passed every sink.
async fn acknowledge(source: &mut dyn Source, chain: &mut Chain, barrier: u64) -> Result<(), Halt> {
    source.acknowledge(barrier).await.map_err(|fault| chain.halt(0, fault))
}

/// Keeps a source that ends until nobody waits any more for what it has staged.
async fn last_barrier(
    id: TaskId,
    source: &mut dyn Source,
    chain: &mut Chain,
    (setting, signals): (&Setting, &mut Signals),
) -> Result<(), Halt> {
    let until = Instant::now() + LAST_BARRIER;
    chain.flush().await?;
    while source.is_awaited() {
        let signal = tokio::select! {
            biased;
            signal = signals.after_end() => signal,
            () = tokio::time::sleep_until(until) => None,
        };
        match signal {
            Some(Signal::Barrier(barrier)) => send(id, source, chain, (setting, barrier)).await?,
            Some(Signal::Acknowledged(barrier)) => acknowledge(source, chain, barrier).await?,
            Some(Signal::Stop) | None => break,
        }
    }
    Ok(())
}

/// How waiting for a read ended.
enum Waited {
    Read(Result<Read, Fault>),
    /// The read was given up, which loses nothing.
    Signal(Signal),
}

/// Waits for `read` or a signal; meanwhile open batches leave, and after a silence the source is said to be silent.
async fn read(
    read: impl Future<Output = Result<Read, Fault>>,
    silence: &mut Silence,
    chain: &mut Chain,
    signals: &mut Signals,
) -> Result<Waited, Halt> {
    let mut read = std::pin::pin!(read);
    tokio::select! {
        biased;
        read = &mut read => {
            silence.over();
            return Ok(Waited::Read(read));
        }
        () = std::future::ready(()) => {}
    }
    chain.flush().await?;
    loop {
        tokio::select! {
            biased;
            read = &mut read => {
                silence.over();
                return Ok(Waited::Read(read));
            }
            signal = signals.next() => return Ok(Waited::Signal(signal)),
            () = silence.long() => chain.deliver(0, Frame::Watermark(Watermark::Idle)).await?,
        }
    }
}

/// What is asked of a source between two reads.
struct Signals {
    stop: watch::Receiver<bool>,
    barrier: watch::Receiver<u64>,
    acknowledged: watch::Receiver<u64>,
    /// The last barrier that was sent.
    sent: u64,
}

impl Signals {
    fn new(setting: &Setting) -> Self {
        let (barrier, acknowledged) = (setting.barrier.clone(), setting.acknowledged.clone());
        Self { stop: setting.stop.clone(), barrier, acknowledged, sent: 0 }
    }

    /// What is asked already.
    fn now(&mut self) -> Option<Signal> {
        if *self.stop.borrow() {
            return Some(Signal::Stop);
        }
        if let Ok(true) = self.acknowledged.has_changed() {
            return Some(Signal::Acknowledged(*self.acknowledged.borrow_and_update()));
        }
        // An error says that nobody will ask any more, but somebody may have.
        match self.barrier.has_changed() {
            Ok(false) => None,
            Ok(true) | Err(_) => self.newer(),
        }
    }

    /// Waits until something is asked. May be dropped half-way.
    async fn next(&mut self) -> Signal {
        loop {
            tokio::select! {
                biased;
                () = stopped(&mut self.stop) => return Signal::Stop,
                () = changed(&mut self.acknowledged) => {
                    return Signal::Acknowledged(*self.acknowledged.borrow_and_update());
                }
                () = changed(&mut self.barrier) => {}
            }
            if let Some(signal) = self.newer() {
                return signal;
            }
        }
    }

    /// What is asked of a source that has ended; `None` once nobody acknowledges any more.
    async fn after_end(&mut self) -> Option<Signal> {
        loop {
            tokio::select! {
                biased;
                changed = self.acknowledged.changed() => {
                    changed.ok()?;
                    return Some(Signal::Acknowledged(*self.acknowledged.borrow_and_update()));
                }
                () = changed(&mut self.barrier) => {}
            }
            if let Some(signal) = self.newer() {
                return Some(signal);
            }
        }
    }

    fn newer(&mut self) -> Option<Signal> {
        let barrier = *self.barrier.borrow_and_update();
        if barrier <= self.sent {
            return None;
        }
        self.sent = barrier;
        Some(Signal::Barrier(barrier))
    }
}

/// Returns once another barrier is asked for; nobody asks any more when the controller is gone.
async fn changed(barrier: &mut watch::Receiver<u64>) {
    if barrier.changed().await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// How long a source has had nothing. A barrier, which cuts a read short, does not end a silence.
struct Silence {
    /// After which time nobody waits for the source.
    after: Option<Duration>,
    until: Option<Until>,
}

#[derive(Clone, Copy)]
enum Until {
    Then(Instant),
    /// It was said.
    Said,
}

impl Silence {
    /// Something was read.
    fn over(&mut self) {
        self.until = None;
    }

    /// Returns once in a silence, when it has lasted long enough. May be dropped half-way.
    async fn long(&mut self) {
        let Some(after) = self.after else { return std::future::pending().await };
        match self.until.get_or_insert_with(|| Until::Then(Instant::now() + after)) {
            Until::Then(then) => tokio::time::sleep_until(*then).await,
            Until::Said => std::future::pending().await,
        }
        self.until = Some(Until::Said);
    }
}
