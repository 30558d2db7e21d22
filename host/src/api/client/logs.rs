//! Log lines on their way to whoever asked: the host calls a [`Sink`], which queues few pieces and makes the host wait.

use std::rc::Rc;

use sandbar_schema::control_capnp::log_sink;
use tokio::sync::mpsc;

use super::{
    Failure,
    view::{self, LogLine},
};

/// Pieces that wait to be shown. The host waits when they are not taken, and says what it dropped meanwhile.
const PIECES_MAX: usize = 64;

/// Takes log lines.
pub trait Lines {
    /// Returns whether more are wanted.
    fn line(&mut self, line: LogLine) -> Result<bool, Failure>;
    /// So many lines are missing here.
    fn dropped(&mut self, lines: u64) -> Result<bool, Failure>;
}

/// What one call brought.
pub(super) enum Piece {
    Lines(Vec<LogLine>),
    Dropped(u64),
}

/// The capability that the host writes lines to.
pub(super) struct Sink(mpsc::Sender<Piece>);

impl Piece {
    pub(super) fn hand_to(self, to: &mut dyn Lines) -> Result<bool, Failure> {
        match self {
            Piece::Dropped(lines) => to.dropped(lines),
            Piece::Lines(lines) => {
                for line in lines {
                    if !to.line(line)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
        }
    }
}

impl Sink {
    pub(super) fn new() -> (Self, mpsc::Receiver<Piece>) {
        let (sender, receiver) = mpsc::channel(PIECES_MAX);
        (Self(sender), receiver)
    }
}

impl log_sink::Server for Sink {
    async fn write(self: Rc<Self>, params: log_sink::WriteParams) -> Result<(), capnp::Error> {
        let lines = view::all(params.get()?.get_lines()?);
        let lines = lines.map_err(|failure| capnp::Error::failed(failure.to_string()))?;
        self.queue(Piece::Lines(lines)).await
    }

    async fn dropped(self: Rc<Self>, params: log_sink::DroppedParams) -> Result<(), capnp::Error> {
        self.queue(Piece::Dropped(params.get()?.get_lines())).await
    }
}

impl Sink {
    async fn queue(&self, piece: Piece) -> Result<(), capnp::Error> {
        let gone = |_| capnp::Error::failed("nobody reads the lines any more".to_owned());
        self.0.send(piece).await.map_err(gone)
    }
}
