//! Writing operators for Sandbar. An author writes a function over one record or a type that implements [`Operator`];
//! `#[operator]` adds the rest. Operators meet their host only through the [`Host`] trait, so the same code runs as a
//! WebAssembly component and natively: in unit tests, in benches, in an engine that embeds it.
//!
//! Must not know of any engine. Batches come in by [`BatchRef`] and leave by [`Output`], staged until the call ends.

extern crate self as sandbar_sdk;

mod batch;
#[cfg(target_arch = "wasm32")]
#[doc(hidden)]
pub mod bindings;
mod columns;
#[doc(hidden)]
pub mod descriptor;
#[doc(hidden)]
pub mod function;
pub mod headers;
mod host;
pub mod json;
pub mod log;
mod operator;
mod output;
#[doc(hidden)]
pub mod parameters;
pub mod testing;
#[cfg(test)]
mod tests;
#[cfg(target_arch = "wasm32")]
#[doc(hidden)]
pub mod wasm;

pub use batch::{BatchRef, Record, Records};
pub use columns::Columns;
pub use function::{FromRecord, Json, Verdict};
pub use host::{Context, Host, Level};
pub use operator::{Declared, Failure, Instance, NativeOperator, Operator};
pub use output::{Output, Port};
pub use parameters::Parameters;
pub use sandbar_sdk_macros::{Parameters, operator};
pub use {serde, serde_json};

/// Most bytes a record may have: key, value and headers.
pub const RECORD_BYTES_MAX: usize = 1 << 20;

/// Everything an author needs: `use sandbar_sdk::prelude::*;`.
pub mod prelude {
    pub use crate::{
        BatchRef, Context, Failure, Json, Operator, Output, Parameters, Port, Record, json, log,
        operator,
    };
    pub use serde::{Deserialize, Serialize};
}
