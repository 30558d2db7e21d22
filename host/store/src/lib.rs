//! What survives a restart. So far that is native code of compiled plugins: it can be made again, but not in a hurry.

mod compiled;

pub use compiled::{CompiledCache, Error};
