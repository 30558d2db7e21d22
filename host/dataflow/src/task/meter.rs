//! CPU time of a future: the thread's clock, summed over polls, so that what other tasks do in between is not counted.

use std::{pin::pin, task::Poll, time::Duration};

use crate::Clock;

/// Runs `future`; its output, and the CPU time its polls took.
pub(super) async fn metered<T>(
    clock: &dyn Clock,
    future: impl Future<Output = T>,
) -> (T, Duration) {
    let mut future = pin!(future);
    let mut spent = Duration::ZERO;
    std::future::poll_fn(|context| {
        let start = clock.thread_cpu();
        let poll = future.as_mut().poll(context);
        spent += clock.thread_cpu().saturating_sub(start);
        match poll {
            Poll::Ready(output) => Poll::Ready((output, spent)),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}
