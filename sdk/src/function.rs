//! Operators written as a function over one record: what such a function may take and return.

mod leaves;

use std::fmt;
use std::ops::Deref;

use serde::Deserialize;

pub use leaves::{Keeps, Leaves, Value, leave_all, leave_all_or_reject};

use crate::{Output, Record, json};

/// What a function can take a record as. An error rejects the record.
#[diagnostic::on_unimplemented(
    message = "a function cannot take a record as `{Self}`",
    label = "not `Json<T>`, `&str`, `&[u8]` or `Record`",
    note = "to read JSON, take `Json<T>` with `#[derive(Deserialize)]` on `T`"
)]
pub trait FromRecord<'a>: Sized {
    type Error: fmt::Display;

    fn from_record(record: &Record<'a>) -> Result<Self, Self::Error>;
}

/// The record itself: nothing is copied.
impl<'a> FromRecord<'a> for Record<'a> {
    type Error = std::convert::Infallible;

    #[inline]
    fn from_record(record: &Record<'a>) -> Result<Self, Self::Error> {
        Ok(*record)
    }
}

/// The bytes of the value.
impl<'a> FromRecord<'a> for &'a [u8] {
    type Error = std::convert::Infallible;

    #[inline]
    fn from_record(record: &Record<'a>) -> Result<Self, Self::Error> {
        Ok(record.value)
    }
}

/// The value as text.
impl<'a> FromRecord<'a> for &'a str {
    type Error = std::str::Utf8Error;

    #[inline]
    fn from_record(record: &Record<'a>) -> Result<Self, Self::Error> {
        std::str::from_utf8(record.value)
    }
}

/// The value parsed as JSON. `T` may borrow from the record; its fields that are not there are skipped unread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Json<T>(pub T);

impl<'a, T: Deserialize<'a>> FromRecord<'a> for Json<T> {
    type Error = serde_json::Error;

    #[inline]
    fn from_record(record: &Record<'a>) -> Result<Self, Self::Error> {
        json::read(record.value).map(Json)
    }
}

impl<T> Deref for Json<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// What a function may return: nothing, or a `Result` whose error rejects the record.
#[diagnostic::on_unimplemented(
    message = "an `#[operator]` function cannot return `{Self}`",
    label = "not `()`, not `Result<(), E>`",
    note = "it sends by its `&mut Output`; to return what leaves, write `#[map]`, `#[filter]` or `#[flat_map]`"
)]
pub trait Verdict {
    fn settle(self, out: &mut Output<'_>);
}

impl Verdict for () {
    #[inline]
    fn settle(self, _: &mut Output<'_>) {}
}

impl<E: fmt::Display> Verdict for Result<(), E> {
    #[inline]
    fn settle(self, out: &mut Output<'_>) {
        if let Err(reason) = self {
            out.reject(reason);
        }
    }
}

/// Calls `call` for each record of the batch.
#[inline]
pub fn each<'a, A: FromRecord<'a>, R: Verdict>(
    out: &mut Output<'a>,
    mut call: impl FnMut(A, &mut Output<'a>) -> R,
) {
    for (row, record) in (0..).zip(out.batch().records()) {
        out.enter(row, record);
        match A::from_record(&record) {
            Ok(argument) => call(argument, out).settle(out),
            Err(reason) => out.reject(reason),
        }
    }
}
