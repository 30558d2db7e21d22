//! The connections from one RPC thread to its peers: one each, or more where channels are many, shared by all channels
//! that go there, made anew when they break.
//!
//! Each connection has a keeper: it dials, runs the connection until that ends, waits and dials again, for as long as a
//! channel uses it. A channel that failed waits for a new connection, or a little if only the channel failed.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};
use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::future::LocalBoxFuture;
use futures_util::stream::FuturesUnordered;
use sandbar_dataflow::channel::Inbox;
use tokio::sync::{Notify, mpsc, oneshot};
use tokio::time::sleep;

use crate::connection::connect_telling;
use crate::{Dial, Error, Limits, Link, Outgoing};

/// Wait before a peer is dialled again; doubled with each failure in a row.
const PAUSE: Duration = Duration::from_millis(5);
const PAUSE_MAX: Duration = Duration::from_secs(1);

/// Wait before a channel is opened again that the peer does not know: both sides start at the same time, and the wait
/// is part of that start.
const UNKNOWN: Duration = Duration::from_millis(1);
const UNKNOWN_MAX: Duration = Duration::from_millis(100);

/// Connections to peers. Cheap to clone; the clones are the same.
#[derive(Clone)]
pub struct Links(Rc<Shared>);

struct Shared {
    dial: Rc<dyn Dial>,
    limits: Limits,
    peers: RefCell<BTreeMap<String, Vec<Weak<Line>>>>,
    keepers: mpsc::UnboundedSender<LocalBoxFuture<'static, ()>>,
}

/// One connection to a peer, whichever it is at the moment.
struct Line {
    board: Rc<Board>,
    /// Dropped with this: its connection is not needed any more.
    _used: oneshot::Sender<()>,
    channels: Cell<usize>,
}

#[derive(Clone)]
enum Standing {
    /// There is no connection; why not, once that is known.
    Down(Option<Error>),
    /// Connection number so and so.
    Up(u64, Link),
    /// There will be none.
    Refused(Error),
}

impl std::fmt::Debug for Links {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Links").field("troubles", &self.troubles()).finish_non_exhaustive()
    }
}

impl Links {
    /// No connections yet, and the future that runs them: poll it as long as any channel is carried. It ends when all
    /// clones and all calls of `carry` are gone. Dropping it closes the connections.
    pub fn new(dial: Rc<dyn Dial>, limits: Limits) -> (Self, impl Future<Output = ()> + use<>) {
        let (keepers, mut arriving) = mpsc::unbounded_channel();
        let run = async move {
            let mut running = FuturesUnordered::<LocalBoxFuture<'static, ()>>::new();
            loop {
                tokio::select! {
                    biased;
                    keeper = arriving.recv() => match keeper {
                        Some(keeper) => running.push(keeper),
                        None => break,
                    },
                    Some(()) = running.next(), if !running.is_empty() => {}
                }
            }
            // Their channels are gone too, so these are about to end.
            while running.next().await.is_some() {}
        };
        let peers = RefCell::default();
        (Self(Rc::new(Shared { dial, limits, peers, keepers })), run)
    }

    /// Carries the frames of one channel from `input` to `peer` until its last one was taken there, over as many
    /// connections as that takes. May be dropped half-way: the channel is given up then.
    ///
    /// # Errors
    /// What no new connection can mend: see [`Error::is_passing`].
    pub async fn carry(
        &self,
        peer: &str,
        mut outgoing: Outgoing,
        mut input: Inbox,
    ) -> Result<(), Error> {
        let used = self.line(peer).take();
        let board = Rc::clone(&used.0.board);
        let mut failures = 0;
        loop {
            let (number, link) = up(&board).await?;
            let before = outgoing.forgotten();
            let error = match outgoing.carry(&link, &mut input).await {
                Ok(()) => return Ok(()),
                Err(error) if error.is_passing() => error,
                Err(error) => return Err(error),
            };
            failures = if outgoing.forgotten() > before { 0 } else { failures + 1 };
            let over =
                |standing: &Standing| !matches!(standing, Standing::Up(n, _) if *n == number);
            tokio::select! {
                biased;
                // An end of it is seen by `up`, which reads what was said last.
                () = board.until(over) => {}
                () = sleep(pause(&error, failures)) => {}
            }
        }
    }

    /// Peers that cannot be reached at the moment, and why.
    pub fn troubles(&self) -> Vec<(String, Error)> {
        let peers = self.0.peers.borrow();
        let lines = peers.iter().flat_map(|(peer, lines)| lines.iter().map(move |l| (peer, l)));
        let trouble = |(peer, line): (&String, &Weak<Line>)| {
            let line = line.upgrade()?;
            match &*line.board.standing.borrow() {
                Standing::Down(Some(error)) | Standing::Refused(error) => {
                    Some((peer.clone(), error.clone()))
                }
                Standing::Down(None) | Standing::Up(..) => None,
            }
        };
        lines.filter_map(trouble).collect()
    }

    /// A connection to `peer` with room for one more channel.
    fn line(&self, peer: &str) -> Rc<Line> {
        let mut peers = self.0.peers.borrow_mut();
        peers.retain(|_, lines| {
            lines.retain(|line| line.strong_count() > 0);
            !lines.is_empty()
        });
        let lines = peers.entry(peer.to_owned()).or_default();
        let max = self.0.limits.channels_max;
        let has_room = |line: &Rc<Line>| line.channels.get() < max;
        if let Some(line) = lines.iter().filter_map(Weak::upgrade).find(has_room) {
            return line;
        }
        let board = Rc::new(Board::new());
        let (used, unused) = oneshot::channel();
        let line = Rc::new(Line { board: Rc::clone(&board), _used: used, channels: Cell::new(0) });
        lines.push(Rc::downgrade(&line));
        let told = Telling(board);
        let keeper = keep(Rc::clone(&self.0.dial), peer.to_owned(), self.0.limits, told, unused);
        // Fails only when nobody runs the links any more: then `up` says so.
        let _ = self.0.keepers.send(Box::pin(keeper));
        line
    }
}

/// One channel's use of a connection.
struct Used(Rc<Line>);

impl Line {
    fn take(self: Rc<Self>) -> Used {
        self.channels.set(self.channels.get() + 1);
        Used(self)
    }
}

impl Drop for Used {
    fn drop(&mut self) {
        self.0.channels.set(self.0.channels.get() - 1);
    }
}

/// Where one connection stands, for all who wait for it. They wake in the order in which they came; those of a tokio
/// `watch` would wake in none, and no run could be repeated.
struct Board {
    standing: RefCell<Standing>,
    /// Nobody tells anything any more.
    is_left: Cell<bool>,
    changed: Notify,
}

impl Board {
    fn new() -> Self {
        let (is_left, changed) = (Cell::new(false), Notify::new());
        Self { standing: RefCell::new(Standing::Down(None)), is_left, changed }
    }

    /// Waits until `done` of what stands there, or until nobody tells any more.
    async fn until(&self, done: impl Fn(&Standing) -> bool) {
        loop {
            let changed = self.changed.notified();
            if self.is_left.get() || done(&self.standing.borrow()) {
                return;
            }
            changed.await;
        }
    }
}

/// The right to tell; dropped: nobody does.
struct Telling(Rc<Board>);

impl Telling {
    fn tell(&self, standing: Standing) {
        let before = self.0.standing.replace(standing);
        self.0.changed.notify_waiters();
        drop(before);
    }
}

impl Drop for Telling {
    fn drop(&mut self) {
        self.0.is_left.set(true);
        self.0.changed.notify_waiters();
    }
}

/// The connection, as soon as there is one.
async fn up(board: &Board) -> Result<(u64, Link), Error> {
    board.until(|standing| !matches!(standing, Standing::Down(_))).await;
    match &*board.standing.borrow() {
        Standing::Refused(error) => Err(error.clone()),
        Standing::Up(number, link) if !board.is_left.get() => Ok((*number, link.clone())),
        _ => Err(Error::Disconnected("nobody runs this process's connections".to_owned())),
    }
}

fn pause(error: &Error, failures: u32) -> Duration {
    let (first, max) = match error {
        Error::UnknownChannel { .. } => (UNKNOWN, UNKNOWN_MAX),
        _ => (PAUSE, PAUSE_MAX),
    };
    let doubled = 1_u32.checked_shl(failures.saturating_sub(1)).unwrap_or(u32::MAX);
    first.saturating_mul(doubled).min(max)
}

/// Keeps a connection to `peer` until nobody uses it.
async fn keep(
    dial: Rc<dyn Dial>,
    peer: String,
    limits: Limits,
    told: Telling,
    unused: oneshot::Receiver<()>,
) {
    let mut failures = 0;
    let kept = async {
        for number in 1.. {
            let answered = Rc::new(Cell::new(false));
            let ended = run(&*dial, &peer, limits, &answered, |link| {
                told.tell(Standing::Up(number, link));
            });
            let error = match ended.await {
                Ok(()) => Error::Disconnected("the peer left".to_owned()),
                Err(error) => error,
            };
            if !answered.get() && !error.is_passing() {
                told.tell(Standing::Refused(error));
                return;
            }
            failures = if answered.get() { 1 } else { failures + 1 };
            let wait = pause(&error, failures);
            told.tell(Standing::Down(Some(error)));
            sleep(wait).await;
        }
    };
    tokio::select! {
        biased;
        () = kept => {}
        _ = unused => {}
    }
}

/// One connection, from its dialling to its end.
async fn run(
    dial: &dyn Dial,
    peer: &str,
    limits: Limits,
    answered: &Rc<Cell<bool>>,
    told: impl FnOnce(Link),
) -> Result<(), Error> {
    let stream = dial.dial(peer).await?;
    let answered = Rc::clone(answered);
    let (link, running) = connect_telling(stream, limits, move || answered.set(true));
    told(link);
    running.await
}
