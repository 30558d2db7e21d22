//! A host seen from outside: its own log, and metrics and health over HTTP. What guests log belongs to their pipelines and
//! never comes here; keys and values of records come nowhere near.

mod http;
mod log;
mod metrics;
mod run;
mod span;
mod visitors;

pub use http::{Answer, Question, Questions, Watch, serve};
pub use log::{Log, begun, init};
pub use metrics::{Counts, Pipeline, Snapshot, encode, encode_run};
pub use run::serve_run;
pub(crate) use span::pipeline;
