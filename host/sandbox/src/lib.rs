//! The trust line: the only package that runs other people's code. Bytes come in, are inspected ([`inspect`]), compiled
//! once ([`CompiledPlugin`]), and instantiated once per task ([`PluginOperator`]).
//!
//! Whatever a guest does ends in a [`Fault`](sandbar_dataflow::Fault) of its own task: no call runs longer than its CPU
//! budget, no memory grows past its limit, nothing that it hands over is believed before it is checked.

mod call;
mod context;
mod fault;
mod imports;
pub mod inspect;
mod instance;
mod limits;
mod operator;
mod plugin;
mod sandbox;
mod symbols;
mod task_log;
mod ticker;

pub use context::{Context, GuestLog, Level};
pub use limits::Limits;
pub use operator::PluginOperator;
pub use plugin::{CompiledPlugin, SealKey};
pub use sandbox::{Interruption, Sandbox, Settings};
pub use symbols::{Location, Symbols};
pub use ticker::Ticker;
