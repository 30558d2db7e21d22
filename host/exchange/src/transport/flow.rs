//! How many bytes of pushes may be on their way on one channel before the next push waits. Replaces capnp-rpc's own
//! window of 64 KiB, which is less than a batch.

use std::cell::RefCell;
use std::rc::Rc;

use capnp::{Error, capability::Promise};
use capnp_rpc::{FlowController, OutgoingMessage};
use tokio::sync::{mpsc, oneshot};

/// Lets pushes go until `bytes_max` bytes of them are unanswered.
pub(super) struct Window {
    state: Rc<RefCell<State>>,
    answers: mpsc::UnboundedSender<(Promise<(), Error>, usize)>,
}

struct State {
    bytes: usize,
    bytes_max: usize,
    failed: Option<Error>,
    waiting: Vec<oneshot::Sender<Result<(), Error>>>,
    drained: Vec<oneshot::Sender<Result<(), Error>>>,
}

impl Window {
    /// The window, and the future that awaits the answers.
    pub(super) fn new(bytes_max: usize) -> (Self, Promise<(), Error>) {
        let state =
            State { bytes: 0, bytes_max, failed: None, waiting: Vec::new(), drained: Vec::new() };
        let state = Rc::new(RefCell::new(state));
        let (answers, queue) = mpsc::unbounded_channel();
        let driver = Promise::from_future(drive(Rc::clone(&state), queue));
        (Self { state, answers }, driver)
    }
}

/// Answers come in the order of the pushes, since a capability runs one push after the other.
async fn drive(
    state: Rc<RefCell<State>>,
    mut answers: mpsc::UnboundedReceiver<(Promise<(), Error>, usize)>,
) -> Result<(), Error> {
    while let Some((answer, bytes)) = answers.recv().await {
        let answer = answer.await;
        let mut state = state.borrow_mut();
        state.bytes -= bytes;
        if let (Err(error), None) = (&answer, &state.failed) {
            state.failed = Some(error.clone());
        }
        let outcome = state.failed.clone().map_or(Ok(()), Err);
        if outcome.is_err() || state.bytes < state.bytes_max {
            wake(&mut state.waiting, &outcome);
        }
        if state.bytes == 0 {
            wake(&mut state.drained, &outcome);
        }
    }
    // A failed push is told to who pushes; it must not end the connection, which others use.
    Ok(())
}

fn wake(waiting: &mut Vec<oneshot::Sender<Result<(), Error>>>, outcome: &Result<(), Error>) {
    for waiter in waiting.drain(..) {
        // Who does not wait any more needs no answer.
        let _ = waiter.send(outcome.clone());
    }
}

fn wait(on: oneshot::Receiver<Result<(), Error>>) -> Promise<(), Error> {
    Promise::from_future(async move {
        on.await.unwrap_or_else(|_| Err(Error::disconnected("the connection is gone".to_owned())))
    })
}

impl FlowController for Window {
    fn send(
        &mut self,
        message: Box<dyn OutgoingMessage>,
        answer: Promise<(), Error>,
    ) -> Promise<(), Error> {
        let bytes = message.size_in_words() * 8;
        // At once, even when the window is full: order is the order of these calls.
        let _ = message.send();
        let mut state = self.state.borrow_mut();
        state.bytes += bytes;
        // Fails only when the connection is gone, which the caller learns below or by its next push.
        let _ = self.answers.send((answer, bytes));
        if let Some(error) = &state.failed {
            return Promise::err(error.clone());
        }
        if state.bytes < state.bytes_max {
            return Promise::ok(());
        }
        let (ready, on) = oneshot::channel();
        state.waiting.push(ready);
        wait(on)
    }

    fn wait_all_acked(&mut self) -> Promise<(), Error> {
        let mut state = self.state.borrow_mut();
        if state.bytes == 0 {
            return match &state.failed {
                Some(error) => Promise::err(error.clone()),
                None => Promise::ok(()),
            };
        }
        let (ready, on) = oneshot::channel();
        state.drained.push(ready);
        wait(on)
    }
}
