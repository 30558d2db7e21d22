//! The harness of the tests that need the whole: the built binary and plugins, pipelines in temporary folders, guests
//! written as WebAssembly text, the table of attacks that `hostile` the test and `hostile` the program share, the
//! faults that `faults` the program causes, and the bugs that `mutants` puts into a copy of the source.

pub mod bench;
pub mod built;
pub mod faults;
pub mod guest;
pub mod hostile;
pub mod mutants;
pub mod running;

pub use bench::{Bench, Ran};
pub use guest::guest;
