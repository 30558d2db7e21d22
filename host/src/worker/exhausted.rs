//! Whether the system gives this process nothing more. Then no task can open what it needs, whichever is asked, and the
//! process must be replaced: that is nobody's fault in a pipeline, so none is told.

use std::{os::fd::AsFd as _, time::Duration};

use tokio::time::sleep;

/// How often it is looked for.
const LOOK: Duration = Duration::from_secs(1);

/// Whether this process can get no descriptor.
pub(super) fn is_exhausted() -> bool {
    std::io::stdin().as_fd().try_clone_to_owned().is_err()
}

/// Ready once this process can get no descriptor, and could not a moment before.
pub(crate) async fn exhausted() {
    let mut before = false;
    loop {
        let now = is_exhausted();
        if before && now {
            return;
        }
        before = now;
        sleep(LOOK).await;
    }
}
