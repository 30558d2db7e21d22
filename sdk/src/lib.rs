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
pub use function::{FromRecord, Json, Keeps, Leaves, Value, Verdict};
pub use host::{Context, Host, Level};
pub use operator::{Declared, Failure, Instance, NativeOperator, Operator};
pub use output::{Output, Port};
pub use parameters::Parameters;
/// Parameters that a pipeline sets.
///
/// ```
/// use sandbar_sdk::{Parameters, prelude::*};
///
/// #[derive(Parameters)]
/// struct Late {
///     /// Least delay kept, in minutes.
///     #[parameter(default = 15)]
///     min_delay: i64,
///     /// Carriers that are left out.
///     #[parameter(default = [])]
///     without: Vec<String>,
///     /// Most records; all, if it is left out.
///     most: Option<u64>,
/// }
///
/// let late = Late::parse(r#"{"min_delay":30}"#).unwrap();
/// assert_eq!((late.min_delay, late.without.len(), late.most), (30, 0, None));
/// assert!(Late::parse(r#"{"min_delay":"30"}"#).is_err());
/// assert!(Late::DESCRIPTOR.contains("Least delay kept, in minutes."));
/// ```
pub use sandbar_sdk_macros::Parameters;
/// Keeps or drops each record.
///
/// ```
/// use sandbar_sdk::prelude::*;
///
/// #[derive(Parameters)]
/// struct Limit {
///     /// Least length that is kept.
///     #[parameter(default = 3)]
///     least: usize,
/// }
///
/// #[filter]
/// fn long(limit: &Limit, text: &str) -> bool {
///     text.len() >= limit.least
/// }
///
/// # fn main() {
/// let outcome = sandbar_sdk::testing::run(native(), "{}", ["ab", "abc"]).unwrap();
/// assert_eq!(outcome.values("out"), ["abc"]);
/// # }
/// ```
///
/// ```compile_fail
/// # use sandbar_sdk::prelude::*;
/// #[filter] // It does not say whether the record is kept.
/// fn long(text: &str) -> usize {
///     text.len()
/// }
/// ```
pub use sandbar_sdk_macros::filter;
/// Sends any number of records in place of each.
///
/// ```
/// use sandbar_sdk::prelude::*;
///
/// #[flat_map]
/// fn words(text: &str) -> impl Iterator<Item = (&str, &str)> {
///     text.split_whitespace().map(|word| (word, word))
/// }
///
/// # fn main() {
/// let outcome = sandbar_sdk::testing::run(native(), "{}", ["to be", "", "or"]).unwrap();
/// assert_eq!(outcome.keys("out"), ["to", "be", "or"]);
/// # }
/// ```
pub use sandbar_sdk_macros::flat_map;
/// Sends one record in place of each.
///
/// ```
/// use sandbar_sdk::prelude::*;
///
/// #[derive(Deserialize, Serialize)]
/// struct Reading<'a> {
///     device: &'a str,
///     v: i64,
/// }
///
/// #[map]
/// fn doubled(Json(reading): Json<Reading<'_>>) -> Result<Json<Reading<'_>>, &'static str> {
///     let v = reading.v.checked_mul(2).ok_or("v is too large")?;
///     Ok(Json(Reading { v, ..reading }))
/// }
///
/// # fn main() {
/// let readings = [r#"{"device":"a","v":21}"#, r#"{"device":"b"}"#];
/// let outcome = sandbar_sdk::testing::run(native(), "{}", readings).unwrap();
/// assert_eq!(outcome.values("out"), [r#"{"device":"a","v":42}"#]);
/// assert_eq!(outcome.rejected[0].row, 1);
/// # }
/// ```
pub use sandbar_sdk_macros::map;
/// Sends what it likes by an [`Output`], to any port.
///
/// ```
/// use sandbar_sdk::prelude::*;
///
/// #[operator(outputs(short, long))]
/// fn sorted(text: &str, out: &mut Output) {
///     match text.len() < 3 {
///         true => out.short().forward(),
///         false => out.long().rekey(&text[..3]),
///     }
/// }
///
/// # fn main() {
/// let outcome = sandbar_sdk::testing::run(native(), "{}", ["ab", "abcd"]).unwrap();
/// assert_eq!(outcome.values("short"), ["ab"]);
/// assert_eq!(outcome.keys("long"), ["abc"]);
/// # }
/// ```
pub use sandbar_sdk_macros::operator;
pub use {serde, serde_json};

/// Most bytes a record may have: key, value and headers.
pub const RECORD_BYTES_MAX: usize = 1 << 20;

/// Everything an author needs: `use sandbar_sdk::prelude::*;`.
pub mod prelude {
    pub use crate::{
        BatchRef, Context, Failure, Json, Operator, Output, Parameters, Port, Record, filter,
        flat_map, json, log, map, operator,
    };
    pub use serde::{Deserialize, Serialize};
}

/// The examples in the readme compile.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
