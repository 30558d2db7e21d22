//! The harness of the tests that need the whole: the built binary and plugins, pipelines in temporary folders, guests
//! written as WebAssembly text, the table of attacks that `hostile` the test and `hostile` the program share, and the
//! faults that `faults` the program causes.

pub mod bench;
pub mod built;
pub mod faults;
pub mod guest;
pub mod hostile;
pub mod running;

pub use bench::{Bench, Ran};
pub use guest::guest;
