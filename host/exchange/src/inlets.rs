//! The channels that end in this process: who may send on them, how far they have come, and the queue between the
//! connection that receives and the task that takes. Outlives every connection, and is shared by all RPC threads.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sandbar_dataflow::Frame;
use sandbar_dataflow::channel::{Closed, Sender};
use tokio::sync::{mpsc, watch};

use crate::{Error, wire};

/// Which channel of a tenant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    pub pipeline: String,
    /// The edge, by its number in the plan.
    pub edge: u32,
    /// Task at the sending end.
    pub from: u32,
    /// Task at the receiving end.
    pub to: u32,
}

impl fmt::Display for Address {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} edge {} task {} to {}", self.pipeline, self.edge, self.from, self.to)
    }
}

/// All channels that end in this process. Cheap to clone; the clones are the same.
#[derive(Clone, Debug, Default)]
pub struct Inlets(Arc<Mutex<Known>>);

#[derive(Debug, Default)]
struct Known {
    /// The newest epoch of each pipeline. Kept when its channels are gone: stale senders may come later.
    epochs: BTreeMap<String, u64>,
    inlets: BTreeMap<Address, Inlet>,
}

#[derive(Clone, Debug)]
struct Inlet {
    state: Arc<Mutex<State>>,
    taken: watch::Receiver<Taken>,
    due: Due,
}

/// From how many taken bytes on credit is due. Who grants it says so; waking it for every frame would cost more than
/// the frame.
#[derive(Clone, Debug, Default)]
pub(crate) struct Due(Arc<AtomicU64>);

impl Due {
    pub(crate) fn at(&self, bytes: u64) {
        self.0.store(bytes, Ordering::SeqCst);
    }

    fn is_past(&self, taken: &Taken) -> bool {
        taken.ended || taken.bytes >= self.0.load(Ordering::SeqCst)
    }
}

#[derive(Debug)]
struct State {
    /// Counts the openings; only the newest may push.
    opening: u64,
    /// Sequence number of the last frame queued.
    received: u64,
    /// Bytes of all frames queued so far.
    bytes: u64,
    ended: bool,
    /// Bounded by the channel's window, which is checked before anything is queued.
    queue: mpsc::UnboundedSender<(Frame, u64)>,
}

/// How far the receiving task's queue has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) sequence: u64,
    pub(crate) bytes: u64,
    pub(crate) ended: bool,
}

/// The right to push on one channel, until it is opened anew.
#[derive(Debug)]
pub(crate) struct Opening {
    state: Arc<Mutex<State>>,
    opening: u64,
    pub(crate) received: u64,
    pub(crate) taken: watch::Receiver<Taken>,
    pub(crate) due: Due,
}

impl Inlets {
    /// Lets `address` be opened by senders of `epoch`, and gives the future that hands what they send to `sender`. It
    /// ends with the channel, or when it was fenced off; it may run on any thread. A channel of a newer epoch fences
    /// the pipeline's older ones off.
    ///
    /// # Errors
    /// [`Error::StaleEpoch`] if a newer epoch is known.
    pub fn expect(
        &self,
        address: Address,
        epoch: u64,
        sender: Sender,
    ) -> Result<impl Future<Output = Result<(), Closed>> + Send + use<>, Error> {
        self.fence(&address.pipeline, epoch)?;
        let (queue, queued) = mpsc::unbounded_channel();
        let (told, taken) = watch::channel(Taken::default());
        let state = State { opening: 0, received: 0, bytes: 0, ended: false, queue };
        let due = Due::default();
        let inlet = Inlet { state: Arc::new(Mutex::new(state)), taken, due: due.clone() };
        if let Some(before) = locked(&self.0).inlets.insert(address, inlet) {
            before.close();
        }
        Ok(pump(queued, sender, told, due))
    }

    /// Refuses all epochs of `pipeline` below `epoch` from now on, also on channels that are open.
    ///
    /// # Errors
    /// [`Error::StaleEpoch`] if a newer epoch is known already.
    pub fn fence(&self, pipeline: &str, epoch: u64) -> Result<(), Error> {
        let mut known = locked(&self.0);
        let newest = known.epochs.entry(pipeline.to_owned()).or_insert(epoch);
        if epoch < *newest {
            let pipeline = pipeline.to_owned();
            return Err(Error::StaleEpoch { pipeline, epoch, newest: *newest });
        }
        if std::mem::replace(newest, epoch) < epoch {
            known.inlets.retain(|address, inlet| {
                let keep = address.pipeline != pipeline;
                if !keep {
                    inlet.close();
                }
                keep
            });
        }
        Ok(())
    }

    /// Opens a channel for a sender of `epoch`; earlier openings of it may push no more.
    pub(crate) fn open(&self, address: &Address, epoch: u64) -> Result<Opening, Error> {
        let known = locked(&self.0);
        if let Some(&newest) = known.epochs.get(&address.pipeline)
            && epoch < newest
        {
            let pipeline = address.pipeline.clone();
            return Err(Error::StaleEpoch { pipeline, epoch, newest });
        }
        let is_known = known.epochs.get(&address.pipeline) == Some(&epoch);
        let inlet = known.inlets.get(address).filter(|_| is_known);
        let unknown = || Error::UnknownChannel { channel: address.to_string() };
        let Inlet { state, taken, due } = inlet.ok_or_else(unknown)?.clone();
        let (opening, received) = {
            let mut state = locked(&state);
            state.opening += 1;
            (state.opening, state.received)
        };
        Ok(Opening { state, opening, received, taken, due })
    }
}

impl Inlet {
    /// Nobody may push any more; what is queued is still taken, then the pump ends.
    fn close(&self) {
        let mut state = locked(&self.state);
        state.opening = u64::MAX;
        state.queue = mpsc::unbounded_channel().0;
    }
}

impl Opening {
    /// Queues frame number `sequence`, which `decode` makes once it is known to be welcome.
    pub(crate) fn push(
        &self,
        sequence: u64,
        window_bytes: usize,
        decode: impl FnOnce() -> Result<Frame, Error>,
    ) -> Result<(), Error> {
        let mut state = locked(&self.state);
        if state.opening != self.opening {
            return Err(Error::Superseded);
        }
        if state.ended {
            return Err(Error::AfterEnd);
        }
        let expected = state.received + 1;
        if sequence != expected {
            return Err(Error::Sequence { expected, got: sequence });
        }
        let granted = self.taken.borrow().bytes + window_bytes as u64;
        if state.bytes >= granted {
            return Err(Error::Credit { sent: state.bytes, granted });
        }
        let frame = decode()?;
        let bytes = state.bytes + wire::cost(&frame);
        let ended = matches!(frame, Frame::End);
        state.queue.send((frame, bytes)).map_err(|_| Error::TaskGone)?;
        state.received = sequence;
        state.bytes = bytes;
        state.ended = ended;
        Ok(())
    }
}

/// Hands queued frames to the task, and tells how far it came.
async fn pump(
    mut queued: mpsc::UnboundedReceiver<(Frame, u64)>,
    sender: Sender,
    told: watch::Sender<Taken>,
    due: Due,
) -> Result<(), Closed> {
    while let Some((frame, bytes)) = queued.recv().await {
        let ended = matches!(frame, Frame::End);
        sender.send(frame).await?;
        told.send_if_modified(|taken| {
            *taken = Taken { sequence: taken.sequence + 1, bytes, ended };
            due.is_past(taken)
        });
        if ended {
            break;
        }
    }
    Ok(())
}

/// A lock whose holders never leave half a change behind, so that a panic elsewhere does not matter.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
