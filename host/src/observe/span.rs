//! What every line of the log that concerns a pipeline bears, wherever it is written: in the leader, a host or a worker.

use std::fmt::Display;

use tracing::{Span, error_span};

/// The span of one pipeline: futures that work for it are instrumented with it.
pub(crate) fn pipeline(tenant: impl Display, pipeline: impl Display) -> Span {
    // Of the highest level, so that no filter that shows a line leaves it without.
    error_span!("pipeline", %tenant, %pipeline)
}
