//! Messages for the author: `log::info!("{count} left")`. They go to the host at once in a guest; natively they wait in
//! the thread until the call of the operator ends, because a free function has no way to its host there.
//!
//! ```
//! use sandbar_sdk::prelude::*;
//!
//! #[filter]
//! fn even(text: &str) -> bool {
//!     let number = text.parse().unwrap_or_else(|error| {
//!         log::warn!("{text} counts as 0: {error}");
//!         0
//!     });
//!     number % 2 == 0
//! }
//!
//! # fn main() {
//! let outcome = sandbar_sdk::testing::run(native(), "{}", ["2", "x"]).unwrap();
//! let told = "x counts as 0: invalid digit found in string".to_owned();
//! assert_eq!(outcome.logs, [(sandbar_sdk::Level::Warn, told)]);
//! # }
//! ```

use std::fmt::Arguments;

use crate::Level;

/// Sends one message.
pub fn write(level: Level, message: Arguments<'_>) {
    send(level, message.to_string());
}

#[cfg(target_arch = "wasm32")]
fn send(level: Level, message: String) {
    crate::wasm::log(level, &message);
}

#[cfg(not(target_arch = "wasm32"))]
fn send(level: Level, message: String) {
    QUEUE.with_borrow_mut(|queue| queue.push((level, message)));
}

#[cfg(not(target_arch = "wasm32"))]
std::thread_local! {
    static QUEUE: std::cell::RefCell<Vec<(Level, String)>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// The messages of this thread that no host has seen yet.
pub(crate) fn take() -> Vec<(Level, String)> {
    #[cfg(target_arch = "wasm32")]
    return Vec::new();
    #[cfg(not(target_arch = "wasm32"))]
    QUEUE.take()
}

#[doc(hidden)]
#[macro_export]
macro_rules! __trace {
    ($($message:tt)*) => { $crate::log::write($crate::Level::Trace, ::core::format_args!($($message)*)) };
}
#[doc(hidden)]
#[macro_export]
macro_rules! __debug {
    ($($message:tt)*) => { $crate::log::write($crate::Level::Debug, ::core::format_args!($($message)*)) };
}
#[doc(hidden)]
#[macro_export]
macro_rules! __info {
    ($($message:tt)*) => { $crate::log::write($crate::Level::Info, ::core::format_args!($($message)*)) };
}
#[doc(hidden)]
#[macro_export]
macro_rules! __warn {
    ($($message:tt)*) => { $crate::log::write($crate::Level::Warn, ::core::format_args!($($message)*)) };
}
#[doc(hidden)]
#[macro_export]
macro_rules! __error {
    ($($message:tt)*) => { $crate::log::write($crate::Level::Error, ::core::format_args!($($message)*)) };
}

pub use crate::{
    __debug as debug, __error as error, __info as info, __trace as trace, __warn as warn,
};
